# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey needs: the built app on a store of its own, the tool beside it, and what to
leave behind when a step fails.

A journey is a program: `journey.py SOURCE BUILD`, run in a desktop of its own by tests/session."""

import contextlib
import ctypes
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import tap  # noqa: E402

SOURCE, BUILD = (os.path.abspath(path) for path in sys.argv[1:3])
APP = os.path.join(BUILD, 'src', 'quarterhour')
QH = os.path.join(BUILD, 'src', 'cli', 'qh')
# Where pictures and trees of what failed are kept.
LEFT = os.path.join(BUILD, 'tests', 'e2e')


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


for tool in ('xdotool', 'import', 'xprop', 'pdftotext'):
    if not shutil.which(tool):
        skip_all(f'{tool} is not installed')
try:
    import a11y
except (ImportError, ValueError):
    skip_all('the Python bindings of AT-SPI are not installed')


def needs_places():
    """For a journey that clicks: from GTK 4.10 on, the places that the tree tells leave out the
    padding of whatever stands around, so that a click there lands beside its aim."""
    if ctypes.CDLL('libgtk-4.so.1').gtk_get_minor_version() >= 10:
        skip_all('this GTK does not tell where on its window a control is')


def qh(store, *words, status=0):
    """What the tool prints; its exit status is checked."""
    done = subprocess.run([QH, '--store', store, *words], capture_output=True, text=True,
                          check=False)
    assert done.returncode == status, f'qh {words}: {done.returncode}, {done.stderr}'
    return done.stdout


def qh_json(store, *words, status=0):
    return json.loads(qh(store, *words, '--json', status=status))


def rows(store, query, *values):
    """What stands in the store, read past every piece of our own code."""
    with contextlib.closing(sqlite3.connect(f'file:{store}?mode=ro', uri=True)) as db:
        return db.execute(query, values).fetchall()


def pdf_text(path):
    """The words of a page in the order they are read, however the lines break."""
    done = subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True, text=True,
                          check=True)
    return ' '.join(done.stdout.split())


class App:
    """The running app. `name` is what its failures are called."""

    def __init__(self, store, *words, env=None, stop_at_warnings=True, folder=None):
        self.store = store
        self.errors = tempfile.NamedTemporaryFile('w+', suffix='.stderr')
        environment = dict(os.environ, **(env or {}))
        environment['G_DEBUG'] = 'fatal-criticals' if stop_at_warnings else ''
        # What is ours is looked for in the programs that end by themselves; here the platform's
        # caches and the modules it has unloaded would be counted.
        environment['ASAN_OPTIONS'] = environment.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        environment.pop('G_TEST_SRCDIR', None)
        self.process = subprocess.Popen([APP, '--store', store, *words], env=environment,
                                        cwd=folder or os.path.dirname(store), stderr=self.errors)
        self.pointer = a11y.Pointer(self.process.pid)
        self.root = a11y.application(self.process.pid, self.lives)
        self.frame = self.root.find('frame')
        self.focus = a11y.Focus(self.root)

    def lives(self):
        assert self.process.poll() is None, f'the app has ended: {self.said()}'
        return True

    def said(self):
        """What the app wrote to stderr, but for what the platform says on every start."""
        self.errors.seek(0)
        return ''.join(line for line in self.errors if not NOISE.search(line)).strip()

    def find(self, *words, **options):
        return self.root.find(*words, **options)

    def look(self, *words, **options):
        return self.root.look(*words, **options)

    def click(self, *words, **options):
        """Clicks the first such control once it is there, and returns it."""
        node = self.root.find(*words, **options)
        self.pointer.click(node)
        return node

    def go_to(self, words, found=None):
        """To the first thing that the search window finds by words; its row, else one of its
        labels, reads as told, else has the words."""
        a11y.key('ctrl+k')
        window = self.find('frame', 'Search')
        a11y.type_text(words)
        window.find('list item' if found else 'label', re.compile(found or re.escape(words)))
        a11y.key('Return')
        self.root.gone('frame', 'Search')

    def tab_to(self, *words, **options):
        return a11y.tab_to(self.focus, *words, **options)

    def row(self, query, *values):
        """The one row of a query, once it is there."""
        return a11y.wait(lambda: rows(self.store, query, *values), query)[0]

    def holds(self, expected, query, *values):
        """Waits until the first row of a query is as expected."""
        found = None

        def same():
            nonlocal found
            found = next(iter(rows(self.store, query, *values)), None)
            return found == expected
        try:
            a11y.wait(same, query)
        except a11y.Timeout:
            raise AssertionError(f'{query}: expected {expected!r}, got {found!r}') from None

    def quit(self):
        """Closes the app as a person does; it must end well and have nothing to complain of."""
        a11y.key('ctrl+q')
        tap.equal((self.process.wait(20), self.said()), (0, ''))

    def kill(self):
        self.process.kill()
        self.process.wait()

    def leave(self, name):
        """A picture and the tree, for whoever looks into a failure."""
        stem = os.path.join(LEFT, re.sub(r'\W+', '-', name).strip('-'))
        a11y.screenshot(stem + '.png')
        with open(stem + '.tree', 'w', encoding='utf-8') as file:
            a11y.dump(self.root, file)
        print(f'# {stem}.png and .tree show how it looked')


# What the platform says without anything being wrong.
NOISE = re.compile(r'^\s*$|Vulkan|MESA|libEGL|dconf|Failed to set fd limit')


class Journey:
    """The steps of one walk through the app, in order, on a store of its own."""

    def __init__(self, name):
        self.name = name
        self.folder = tempfile.mkdtemp(prefix='qh-journey-')
        self.store = os.path.join(self.folder, 'quarterhour.db')
        self.app = None
        self.steps = []

    def start(self, *words, **options):
        self.app = App(self.store, *words, **options)
        return self.app

    def step(self, function):
        """Decorates a step; its docstring is its name."""
        def run():
            try:
                function()
                if self.app:
                    tap.equal(self.app.said(), '')
            except Exception:
                if self.app and self.app.process.poll() is None:
                    self.app.leave(f'{self.name} {function.__name__}')
                if self.app and self.app.said():
                    print('\n'.join('# stderr: ' + line for line in self.app.said().split('\n')))
                raise
        self.steps.append((' '.join((function.__doc__ or function.__name__).split()), run))
        return function

    def run(self):
        try:
            tap.run(self.steps, in_order=True)
        finally:
            if self.app and self.app.process.poll() is None:
                self.app.kill()
            shutil.rmtree(self.folder, ignore_errors=True)
