# SPDX-License-Identifier: GPL-3.0-or-later
"""Five frictions from five pages by keyboard, each with one shortcut, one line and Enter, read back
from the store."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('log')
NEWEST = ('SELECT f.title, c.name, f.touchpoint, f.severity FROM friction AS f'
          ' LEFT JOIN client AS c ON c.id = f.client ORDER BY f.created DESC, f.id DESC LIMIT 1')
COUNT = 'SELECT count(*) FROM friction'
# Seconds in which five frictions are logged from five pages, the ways between them included.
MINUTE = 60


def open_line(app):
    """The entry, once it has the focus."""
    a11y.key('ctrl+shift+f')
    entry = app.find('frame', 'Log a Line').find('entry', 'Log a line')
    a11y.wait(lambda: entry.has('focused'), 'the focus on the line')
    return entry


def typed(entry, text):
    a11y.type_text(text)
    a11y.wait(lambda: entry.text.endswith(text), f'“{text}” in the line')


def log(app, text, expected):
    """Types and saves one line; the newest friction is as expected."""
    typed(open_line(app), text)
    a11y.key('Return')
    app.root.gone('frame', 'Log a Line')
    app.holds(expected, NEWEST)


@journey.step
def start():
    """the sample territory, at its meetings"""
    qh(journey.store, 'sample')
    app = journey.start('--page', 'meetings')
    app.find('list item', re.compile('^Northgate Veterinary'))
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')


@journey.step
def from_meetings():
    """from the meetings: all of it in one line"""
    log(journey.app, 'third wrong invoice @Ferris #billing !3 20min',
        ('third wrong invoice', 'Ferris Dental Group', 'billing', 3))


@journey.step
def from_clients():
    """from the clients: the client's name is offered, and Tab takes it"""
    app = journey.app
    a11y.key('alt+3')
    app.find('list item', re.compile('^Castell Optics'))
    entry = open_line(app)
    typed(entry, 'late again @Oka')
    app.find('list item', re.compile('^Okafor & Sons'),
             where=lambda node: any(above.name == 'What it may be' for above in node.ancestors()))
    a11y.key('Tab')
    a11y.wait(lambda: entry.text == 'late again @Okafor & Sons ', 'the whole name')
    a11y.key('Return')
    app.root.gone('frame', 'Log a Line')
    app.holds(('late again', 'Okafor & Sons', 'other', 2), NEWEST)


@journey.step
def from_content():
    """from the content: a touchpoint is chosen with the arrow keys"""
    app = journey.app
    a11y.key('alt+4')
    app.find('list item', re.compile('^Benchmark clinic'))
    entry = open_line(app)
    typed(entry, 'manual is only in English #p')
    a11y.key('Down', 'Down', 'Return')
    a11y.wait(lambda: entry.text == 'manual is only in English #product ', 'the touchpoint')
    a11y.key('Return')
    app.root.gone('frame', 'Log a Line')
    app.holds(('manual is only in English', None, 'product', 2), NEWEST)


@journey.step
def from_a_client():
    """from a client's page: he is meant without being named"""
    app = journey.app
    app.go_to('Castell', '^Castell Optics')
    app.find('entry', 'What he just said, word for word')
    entry = open_line(app)
    app.find('push button', 'About Castell Optics; take out')
    typed(entry, 'nobody called back #phone')
    a11y.key('Return')
    app.root.gone('frame', 'Log a Line')
    app.holds(('nobody called back', 'Castell Optics', 'phone', 2), NEWEST)


@journey.step
def from_a_meeting():
    """from a meeting: its client is meant, until the line names another"""
    app = journey.app
    app.go_to('Touch base', '^Tilden School')
    app.find('entry', 'Output')
    log(app, 'delivery window is half a day #delivery !4',
        ('delivery window is half a day', 'Tilden School', 'delivery', 4))


def in_window(name):
    """Waits until such a window has the keyboard. The desktop is asked, not the app's tree: what is
    timed is the app and the hands, not whoever looks on."""
    a11y.wait(lambda: a11y.call('xdotool', 'getactivewindow', 'getwindowname') == name,
              f'“{name}” to have the keyboard', context=None)


def at_a_run(app, way, line):
    """Goes to a page by its keys and logs a line there."""
    before = rows(app.store, COUNT)[0][0]
    a11y.key(*way, 'ctrl+shift+f')
    in_window('Log a Line')
    a11y.type_text(line)
    a11y.key('Return')
    app.holds((before + 1,), COUNT)
    in_window(app.frame.name)


@journey.step
def in_a_minute():
    """five, with the ways between five pages, by keys alone: less than a minute"""
    app = journey.app
    began = time.monotonic()
    at_a_run(app, ['alt+Left'], 'asked for the delivery note twice !2')
    at_a_run(app, ['alt+1'], 'third wrong invoice @Ferris #billing !3 20min')
    at_a_run(app, ['alt+2'], 'late again @Harbour #delivery')
    at_a_run(app, ['alt+3'], 'manual is only in English #product')
    at_a_run(app, ['alt+4'], 'nobody called back @Castell #phone !4')
    took = time.monotonic() - began
    print(f'# five frictions in {took:.1f} s')
    assert took < MINUTE, f'five frictions took {took:.1f} s'


@journey.step
def undo():
    """Ctrl+Z takes the line back, and Ctrl+Shift+Z has it again"""
    app = journey.app
    before = rows(app.store, COUNT)[0][0]
    a11y.key('ctrl+z')
    app.holds((before - 1,), COUNT)
    a11y.key('ctrl+shift+z')
    app.holds((before,), COUNT)


@journey.step
def leave():
    """Ctrl+Q ends it without a complaint; the store is sound"""
    journey.app.quit()
    qh(journey.store, 'verify')


journey.run()
