# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives an app as a person would: looks at the accessibility tree, presses real keys, moves a real
pointer. Everything waits for a condition, with a deadline; nothing sleeps to pass.

    a11y.py APPLICATION     prints the tree of a running application, and its controls without a name
"""

import ast
import contextlib
import functools
import itertools
import re
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 20.0
# What an app answers to one question, in milliseconds.
ANSWER = 8000
# Newer versions of AT-SPI call the same things otherwise.
ROLES = {'button': 'push button', 'text': 'entry', 'list box': 'list', 'radio button': 'check box'}
# What GTK falls back to when a control has no name of its own.
CLASS_NAME = re.compile(r'(Gtk|Adw|Qh|G)[A-Z]\w+')
STATES = {name: int(getattr(Atspi.StateType, name.upper())) for name in
          ('focused', 'focusable', 'sensitive', 'showing', 'visible', 'selected', 'checked',
           'expanded', 'editable', 'modal', 'pressed', 'active')}
# What is a window of its own.
WINDOWS = ('frame', 'dialog', 'window', 'alert')
# What shows one of its children at a time; the others stand in the tree all the same.
TURNING = ('GtkStack', 'GtkStackPage', 'AdwLeaflet')
# The roles that it may have.
PANES = ('panel', 'filler')
# Where nothing of interest lies further down.
LEAVES = ('label', 'image', 'scroll bar', 'separator')
# Of so many looks for something one is thorough.
THOROUGH = 8
# Of a long list this many rows are looked at.
ROWS = 60


class Timeout(AssertionError):
    """What was waited for did not come."""


def wait(condition, what, patience=PATIENCE, context=GLib.MainContext.default()):
    """The first true value of a condition. A tree in motion raises errors: then it is asked again.
    Meanwhile the tree's own news are taken in."""
    deadline = time.monotonic() + patience
    last = None
    while True:
        try:
            while context and context.iteration(False):
                pass
            if value := condition():
                return value
        except GLib.Error as error:
            last = error
        if time.monotonic() > deadline:
            raise Timeout(f'waited {patience:.0f} s for {what}' + (f' ({last})' if last else ''))
        time.sleep(0.02)


def call(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def key(*names):
    """Presses keys by their X names, one after the other: key('ctrl+n', 'Tab')."""
    call('xdotool', 'key', '--clearmodifiers', '--delay', '25', *names)


def type_text(text):
    """Types ASCII; for other text see Node.write."""
    call('xdotool', 'type', '--clearmodifiers', '--delay', '12', '--', text)


def screenshot(path):
    call('import', '-window', 'root', path)


class Box:
    """A rectangle within its window; other coordinates are not to be relied on in GTK 4.8."""

    def __init__(self, x, y, width, height):
        self.x, self.y, self.width, self.height = x, y, width, height


INTERFACE = 'org.a11y.atspi.'
ROOT = '/org/a11y/atspi/accessible/root'
IN_WINDOW = 1  # coordinates

# A line of the whole tree, as GLib prints it: a value is taken apart a thousand times faster so.
QUOTED = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(
    r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), "
    rf"\[([^]]*)\], {QUOTED}, (\d+), {QUOTED}, \[(\d+), (\d+)\]\)")


class Item:
    """What the whole tree told of one object."""

    def __init__(self, found):
        self.path, self.parent, index, count, self.interfaces = found[:5]
        self.index, self.count, self.role = int(index), int(count), int(found[6])
        self.name = ast.literal_eval(found[5])
        self.states = int(found[8]) | int(found[9]) << 32


class Snapshot:
    """A whole tree at one moment, in one answer. It counts until whoever looks has finished. What
    was never asked for may be missing in GTK 4.8, while what it took the place of is still there:
    a thorough look asks each object for its children."""

    def __init__(self, items, thorough=False):
        self.items = {item.path: item for item in items}
        self.below = {}
        for item in sorted(items, key=lambda item: item.index):
            if item.index >= 0:
                self.below.setdefault(item.parent, []).append(item.path)
        self.thorough = thorough
        self.counts = True

    def children(self, path):
        """Their paths; None where they are to be asked for."""
        item, found = self.items.get(path), self.below.get(path, [])
        if self.thorough or not item or path == ROOT or len(found) != item.count:
            return None
        return found


class Tree:
    """The accessibility tree of one application, asked over the accessibility bus itself."""

    def __init__(self, bus, owner):
        self.bus, self.owner = bus, owner

    def call(self, path, interface, method, signature=None, *words):
        argument = GLib.Variant(signature, words) if signature else None
        told = self.bus.call_sync(self.owner, path, interface, method, argument, None,
                                  Gio.DBusCallFlags.NONE, ANSWER)
        return told.unpack()[0] if told.n_children() else None

    def get(self, path, interface, name):
        return self.call(path, 'org.freedesktop.DBus.Properties', 'Get', '(ss)',
                         INTERFACE + interface, name)

    def look(self, thorough=False):
        told = self.bus.call_sync(self.owner, '/org/a11y/atspi/cache', INTERFACE + 'Cache',
                                  'GetItems', None, None, Gio.DBusCallFlags.NONE, ANSWER)
        return Snapshot([Item(found) for found in ITEM.findall(told.print_(False))], thorough)


class Node:
    """One object of the accessibility tree. While a look at the whole tree goes on, it is as it was
    when that began; afterwards the app is asked each time."""

    def __init__(self, tree, path, snapshot=None):
        self.tree, self.path, self.snapshot = tree, path, snapshot

    def __eq__(self, other):
        return (isinstance(other, Node) and self.path == other.path
                and self.tree.owner == other.tree.owner)

    def __hash__(self):
        return hash(self.path)

    @property
    def item(self):
        """What is known without asking, or None."""
        return self.snapshot.items.get(self.path) if self.snapshot and self.snapshot.counts else None

    def ask(self, interface, method, signature=None, *words):
        return self.tree.call(self.path, INTERFACE + interface, method, signature, *words)

    @property
    def role(self):
        item = self.item
        role = Atspi.role_get_name(Atspi.Role(item.role if item else
                                              self.ask('Accessible', 'GetRole')))
        if role == 'filler' and self.parent_path == ROOT:
            # GTK 4.8 loses the role of a window that opens while somebody listens.
            return 'frame'
        return ROLES.get(role, role)

    @property
    def bare_name(self):
        item = self.item
        return item.name if item else self.tree.get(self.path, 'Accessible', 'Name')

    @property
    def name(self):
        """Without mnemonics; GTK 4.8 says a button's name twice."""
        name = self.bare_name.replace('_', '').strip()
        half = name[:len(name) // 2]
        return half if name == f'{half} {half}' else name

    @property
    def description(self):
        return self.tree.get(self.path, 'Accessible', 'Description')

    def is_a(self, interface):
        item = self.item
        return INTERFACE + interface in (item.interfaces if item else
                                         self.ask('Accessible', 'GetInterfaces'))

    @property
    def text(self):
        """The whole text of a label or an entry; an end of -1 gives nothing in GTK 4.8."""
        if not self.is_a('Text'):
            return None
        return self.ask('Text', 'GetText', '(ii)', 0,
                        self.tree.get(self.path, 'Text', 'CharacterCount'))

    @property
    def label(self):
        """What a person reads on it: its name, else the first label inside."""
        if self.name and not CLASS_NAME.fullmatch(self.name):
            return self.name
        return next((node.name for node in self.walk() if node.role == 'label' and node.name), '')

    @property
    def state_bits(self):
        item = self.item
        if item:
            return item.states
        low, high = self.ask('Accessible', 'GetState')
        return low | high << 32

    def has(self, state):
        return bool(self.state_bits >> STATES[state] & 1)

    @property
    def states(self):
        bits = self.state_bits
        return [name for name, state in STATES.items() if bits >> state & 1]

    @property
    def extents(self):
        return Box(*self.ask('Component', 'GetExtents', '(u)', IN_WINDOW))

    @property
    def has_place(self):
        return self.is_a('Component')

    @property
    def shown(self):
        """What a stack or a leaflet hides still stands in the tree, but without a size; and what a
        look has found may be gone."""
        try:
            box = self.extents if self.has_place else None
        except GLib.Error as error:
            if not error.matches(Gio.dbus_error_quark(), Gio.DBusError.UNKNOWN_METHOD):
                raise
            return False
        return bool(box) and box.width > 0 and box.height > 0

    @property
    def covered(self):
        """Whether the window shows something else at its middle: the page that a stack has turned
        away from keeps its size."""
        box, chain = self.extents, list(self.ancestors())
        if any(node.bare_name.startswith('GtkPopover') for node in chain):
            return False
        if chain[-1].role not in WINDOWS:
            return False
        owner, path = chain[-1].ask('Component', 'GetAccessibleAtPoint', '(iiu)',
                                    box.x + box.width // 2, box.y + box.height // 2, IN_WINDOW)
        if owner != self.tree.owner or path.endswith('/null'):
            return False
        hit = Node(self.tree, path, self.snapshot)
        return self not in hit.ancestors() and hit not in chain

    @property
    def box(self):
        if not self.has_place:
            return ''
        found = self.extents
        return f'{found.x},{found.y} {found.width}x{found.height}'

    @property
    def parent_path(self):
        item = self.item
        return item.parent if item else self.tree.get(self.path, 'Accessible', 'Parent')[1]

    @property
    def parent(self):
        return Node(self.tree, self.parent_path, self.snapshot)

    def ancestors(self):
        """From this one up to its window."""
        node = self
        while node.role not in WINDOWS and node.role != 'application':
            yield node
            node = node.parent
        yield node

    def children(self):
        known = self.snapshot.children(self.path) if self.item else None
        if known is None:
            # One by one: all at once leaves out the pages of a stack in GTK 4.8.
            asked = (self.ask('Accessible', 'GetChildAtIndex', '(i)', index)[1]
                     for index in range(self.tree.get(self.path, 'Accessible', 'ChildCount')))
            known = [path for path in asked if not path.endswith('/null')]
        return [Node(self.tree, path, self.snapshot) for path in known]

    def walk(self, thorough=False):
        """Depth first, this one included, without what is turned away from, all of one moment."""
        if self.snapshot and self.snapshot.counts:
            yield from self.walk_on()
            return
        snapshot = self.tree.look(thorough)
        try:
            yield from Node(self.tree, self.path, snapshot).walk_on()
        finally:
            snapshot.counts = False

    def walk_on(self):
        yield self
        role = self.role
        if role in LEAVES:
            return
        turns, rows = role in PANES and self.bare_name in TURNING, 0
        for child in self.children():
            if child.role == 'list item':
                rows += 1
                if rows > ROWS:
                    continue
            if turns and child.has_place and (not child.shown or child.covered):
                continue
            yield from child.walk_on()

    def matches(self, role, name):
        if role is not None and self.role != role:
            return False
        if name is None:
            return True
        found = self.name if role in (None, 'label') else self.label
        return bool(name.search(found)) if isinstance(name, re.Pattern) else found == name

    def each(self, role=None, name=None, where=None, thorough=False):
        return (node for node in self.walk(thorough) if node.matches(role, name)
                and (where is None or where(node)) and node.shown)

    def look(self, role=None, name=None, where=None):
        """The nodes there are at this moment, by role, name (text or pattern) and condition."""
        return (list(self.each(role, name, where))
                or list(self.each(role, name, where, thorough=True)))

    def find(self, role=None, name=None, where=None, patience=PATIENCE):
        """The first such node, once there is one; one that another covers only if need be."""
        tries = itertools.count(1)

        def first():
            found = list(self.each(role, name, where, thorough=next(tries) % THOROUGH == 0))
            # Not asked without need: GTK 4.8 answers no more once it was asked too early.
            bare = (node for node in found if len(found) > 1 and not node.covered)
            return next(bare, found[0] if found else None)
        what = ' '.join(str(part) for part in (role, name and repr(name)) if part)
        return wait(first, what or 'a node', patience)

    def gone(self, role=None, name=None, where=None):
        wait(lambda: not any(self.each(role, name, where)), f'{role} {name!r} to go')

    def leaves(self):
        """Waits until this very node has no size any more, or is none."""
        wait(lambda: not self.shown, 'a node to go')

    def actions(self):
        if not self.is_a('Action'):
            return []
        return [self.ask('Action', 'GetName', '(i)', index)
                for index in range(self.tree.get(self.path, 'Action', 'NActions'))]

    def activate(self, name=None):
        """Through the tree rather than by key or pointer, as assistive technology does."""
        self.ask('Action', 'DoAction', '(i)', self.actions().index(name) if name else 0)

    def write(self, text):
        """Replaces the text of an entry, as an input method would."""
        self.ask('EditableText', 'SetTextContents', '(s)', text)

    def __repr__(self):
        return f'{self.role} {self.name!r}'


def dump(node, out=sys.stdout, depth=0):
    """Prints a tree for people."""
    try:
        text = node.text
        print('  ' * depth + f'{node.role} {node.name!r}'
              + (f' description={node.description!r}' if node.description else '')
              + (f' text={text!r}' if text and text != node.name else '')
              + f' [{" ".join(node.states)}] {node.box}', file=out)
        children = list(node.children())
    except GLib.Error as error:
        print('  ' * depth + f'({error.message})', file=out)
        return
    for child in children:
        dump(child, out, depth + 1)


@functools.lru_cache(maxsize=1)
def accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                None, None, Gio.DBusCallFlags.NONE, -1).unpack()[0]
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION)


def application(who, alive=lambda: True):
    """The root of a running application, by its name or process id, once its tree can be asked."""
    bus = accessibility_bus()
    desktop = Tree(bus, INTERFACE + 'Registry')
    daemon = Tree(bus, 'org.freedesktop.DBus')

    def look():
        for owner, _ in desktop.call(ROOT, INTERFACE + 'Accessible', 'GetChildren'):
            tree = Tree(bus, owner)
            if who in (daemon.call('/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                   '(s)', owner), tree.get(ROOT, 'Accessible', 'Name')):
                return tree.look().items and Node(tree, ROOT)
        return None
    return wait(lambda: alive() and look(), f'{who} on the accessibility bus')


class Pointer:
    """A real pointer over the windows of one process."""

    def __init__(self, pid):
        self.pid = pid

    def windows(self):
        """(id, x, y, width, height) of each X window that is on the screen, pop-ups too."""
        found = []
        for window in call('xdotool', 'search', '--onlyvisible', '--pid', str(self.pid)).split():
            # xdotool itself counts the border of a window manager twice.
            told = call('xwininfo', '-id', window)
            shape = [re.search(rf'{what}:\s+(-?\d+)', told) for what in
                     ('Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height')]
            if all(shape):
                found.append((window, *(int(match[1]) for match in shape)))
        return found

    def window(self, frame):
        """The X window of a frame or dialog: by title, else the active one."""
        title = frame.bare_name
        windows = self.windows()
        named = [shape for shape in windows if call('xdotool', 'getwindowname', shape[0]) == title]
        if len(named) == 1:
            return named[0]
        active = call('xdotool', 'getactivewindow')
        return next((shape for shape in named or windows if shape[0] == active), None)

    def origin(self, node):
        """Where on the screen the coordinates of a node begin. A pop-up is an X window of its own,
        known by its size, and what is in it has coordinates that are only right within it. Around
        other windows lies a shadow, which the tree leaves out."""
        popups = {shape[3:]: shape for shape in self.windows()}
        while True:
            if not node.has_place:
                node = node.parent
                continue
            box = node.extents
            if node.role in WINDOWS:
                _, x, y, width, height = wait(lambda: self.window(node), f'the window of {node!r}')
                return x + (width - box.width) // 2 - box.x, y + (height - box.height) // 2 - box.y
            if (box.width, box.height) in popups:
                _, x, y, _, _ = popups[box.width, box.height]
                return x - box.x, y - box.y
            node = node.parent

    def place(self, node, x=0.5, y=0.5):
        """A point of a node on the screen, from 0, 0 to 1, 1."""
        last = None

        def shape():
            # What is still in motion would be missed.
            nonlocal last
            box = node.extents
            before, last = last, (box.x, box.y, box.width, box.height)
            return box if before == last and box.width > 0 and box.height > 0 else None
        box = wait(shape, f'{node!r} to stand still')
        left, top = self.origin(node)
        return round(left + box.x + box.width * x), round(top + box.y + box.height * y)

    def move(self, x, y):
        # --sync would hang where the pointer is there already.
        call('xdotool', 'mousemove', str(x), str(y))

    def click(self, node, button=1, times=1, x=0.5, y=0.5):
        self.move(*self.place(node, x, y))
        call('xdotool', 'click', '--repeat', str(times), '--delay', '60', str(button))

    def reveal(self, node):
        """Turns the wheel until a node lies within the pane that scrolls it."""
        pane = next((above for above in node.ancestors() if above.role == 'scroll pane'), None)
        for _ in range(80 if pane else 0):
            view, box = pane.extents, node.extents
            if box.y >= view.y and box.y + min(box.height, view.height) <= view.y + view.height:
                break
            self.move(*self.place(pane))
            call('xdotool', 'click', '4' if box.y < view.y else '5')
            time.sleep(0.03)
        return node

    def drag(self, node, dx, dy, x=0.5, y=0.5, steps=8):
        """Presses on a node and lets go further on, with the small moves that start a drag."""
        left, top = self.place(node, x, y)
        self.move(left, top)
        call('xdotool', 'mousedown', '1')
        for step in range(1, steps + 1):
            self.move(left + dx * step // steps, top + dy * step // steps)
            time.sleep(0.02)
        call('xdotool', 'mouseup', '1')

    def drag_to(self, node, target):
        (left, top), (right, bottom) = self.place(node), self.place(target)
        self.drag(node, right - left, bottom - top, steps=16)

    def resize(self, frame, width, height):
        window = wait(lambda: self.window(frame), f'the window of {frame!r}')[0]
        call('xdotool', 'windowsize', window, str(width), str(height))


class Focus:
    """Where the keyboard focus is, told by the app itself as it moves. None where that is an
    AdwEntryRow, which hides it in GTK 4.8."""

    def __init__(self, root):
        self.root = root
        self.told = None
        self.moves = 0
        tree = root.tree
        # An app need not speak where nobody has said that he listens.
        tree.bus.call_sync(INTERFACE + 'Registry', '/org/a11y/atspi/registry',
                           INTERFACE + 'Registry', 'RegisterEvent',
                           GLib.Variant('(s)', ('object:state-changed:focused',)), None,
                           Gio.DBusCallFlags.NONE, ANSWER)
        tree.bus.signal_subscribe(tree.owner, INTERFACE + 'Event.Object', 'StateChanged', None,
                                  'focused', Gio.DBusSignalFlags.NONE, self.on_focus)

    @property
    def node(self):
        """Looked for in the tree, which takes its time, where nothing was told yet."""
        if self.moves:
            return self.told
        return next(self.root.each(where=lambda node: node.has('focused')
                                   and node.role not in WINDOWS), None)

    def on_focus(self, _bus, _sender, path, _interface, _signal, told):
        self.moves += 1
        node = Node(self.root.tree, path)
        if told.get_child_value(1).get_int32():
            self.told = node
        elif self.told == node:
            self.told = None

    def is_on(self, role=None, name=None):
        node = self.node
        return node is not None and node.matches(role, name)


def tab_to(focus, role=None, name=None, backwards=False, limit=80):
    """Presses Tab until such a control has the focus, and returns it."""
    seen = []
    for _ in range(limit):
        moves = focus.moves
        key('shift+Tab' if backwards else 'Tab')
        with contextlib.suppress(Timeout):
            wait(lambda: focus.moves > moves and focus.node, 'the focus to move', patience=0.5)
        seen.append(repr(focus.node))
        if focus.is_on(role, name):
            return focus.node
    raise AssertionError(f'Tab does not reach {role} {name!r}, only: ' + '; '.join(seen))


def nameless(root):
    """Controls that assistive technology cannot name: {(role, name, description): how many}."""
    bad = {}
    for node in root.walk(thorough=True):
        if not node.has('focusable') or node.role in ('scroll pane', 'panel', 'filler', 'label',
                                                      'frame', 'window', 'viewport'):
            continue
        if not node.shown:
            continue
        named = node.label if node.role in ('list item', 'table cell', 'tree item') else node.name
        if not named or CLASS_NAME.fullmatch(named):
            what = (node.role, node.name, node.description)
            bad[what] = bad.get(what, 0) + 1
    return bad


if __name__ == '__main__':
    found = application(sys.argv[1])
    dump(found)
    print('without a name:', nameless(found) or 'none')
