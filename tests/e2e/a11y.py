# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives an app as a person would: looks at the accessibility tree, presses real keys, moves a real
pointer. Everything waits for a condition, with a deadline; nothing sleeps to pass.

    a11y.py APPLICATION     prints the tree of a running application, and its controls without a name
"""

import contextlib
import functools
import re
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

Atspi.init()
Atspi.set_timeout(4000, 8000)

PATIENCE = 20.0
# Newer versions of AT-SPI call the same things otherwise.
ROLES = {'button': 'push button', 'text': 'entry', 'list box': 'list', 'radio button': 'check box'}
# What GTK falls back to when a control has no name of its own.
CLASS_NAME = re.compile(r'(Gtk|Adw|Qh|G)[A-Z]\w+')
STATES = {name: getattr(Atspi.StateType, name.upper()) for name in
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


class Node:
    """One object of the accessibility tree."""

    def __init__(self, accessible, on_top=None):
        self.accessible = accessible
        self.on_top = on_top  # whether it stands right below the application; None: not known

    @functools.cached_property
    def role(self):
        # Asked for anew: what the library remembers is what was told when the object was made.
        role = self.accessible.get_role_name()
        if role == 'filler' and self.is_on_top():
            # GTK 4.8 loses the role of a window that opens while somebody listens.
            return 'frame'
        return ROLES.get(role, role)

    def is_on_top(self):
        if self.on_top is None:
            self.on_top = self.parent.accessible.get_role_name() == 'application'
        return self.on_top

    @property
    def name(self):
        """Without mnemonics; GTK 4.8 says a button's name twice."""
        name = (self.accessible.get_name() or '').replace('_', '').strip()
        half = name[:len(name) // 2]
        return half if name == f'{half} {half}' else name

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def text(self):
        """The whole text of a label or an entry; an end of -1 gives nothing in GTK 4.8."""
        if 'Text' not in self.accessible.get_interfaces():
            return None
        return Atspi.Text.get_text(self.accessible, 0,
                                   Atspi.Text.get_character_count(self.accessible))

    @property
    def label(self):
        """What a person reads on it: its name, else the first label inside."""
        if self.name and not CLASS_NAME.fullmatch(self.name):
            return self.name
        return next((node.name for node in self.walk() if node.role == 'label' and node.name), '')

    def has(self, state):
        return self.accessible.get_state_set().contains(STATES[state])

    @property
    def states(self):
        found = self.accessible.get_state_set()
        return [name for name, state in STATES.items() if found.contains(state)]

    @property
    def extents(self):
        """Within its window; other coordinates are not to be relied on in GTK 4.8."""
        return Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)

    @property
    def has_place(self):
        return 'Component' in self.accessible.get_interfaces()

    @property
    def shown(self):
        """What a stack or a leaflet hides still stands in the tree, but without a size."""
        if not self.has_place:
            return False
        box = self.extents
        return box.width > 0 and box.height > 0

    @property
    def covered(self):
        """Whether the window shows something else at its middle: the page that a stack has turned
        away from keeps its size."""
        box, chain = self.extents, list(self.ancestors())
        if any((node.accessible.get_name() or '').startswith('GtkPopover') for node in chain):
            return False
        hit = Atspi.Component.get_accessible_at_point(
            chain[-1].accessible, box.x + box.width // 2, box.y + box.height // 2,
            Atspi.CoordType.WINDOW)
        if hit is None or chain[-1].role not in WINDOWS:
            return False
        beneath = [node.accessible for node in Node(hit).ancestors()]
        return self.accessible not in beneath and hit not in [node.accessible for node in chain]

    @property
    def box(self):
        if not self.has_place:
            return ''
        found = self.extents
        return f'{found.x},{found.y} {found.width}x{found.height}'

    @property
    def parent(self):
        return Node(self.accessible.get_parent())

    def ancestors(self):
        """From this one up to its window."""
        node = self
        while node.role not in WINDOWS and node.role != 'application':
            yield node
            node = node.parent
        yield node

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child, on_top=self.role == 'application')

    def walk(self):
        """Depth first, this one included, without what is turned away from."""
        yield self
        if self.role in LEAVES:
            return
        turns, rows = self.role in PANES and self.accessible.get_name() in TURNING, 0
        for child in self.children():
            if child.role == 'list item':
                rows += 1
                if rows > ROWS:
                    continue
            if turns and child.has_place and (not child.shown or child.covered):
                continue
            yield from child.walk()

    def matches(self, role, name):
        if role is not None and self.role != role:
            return False
        if name is None:
            return True
        found = self.name if role in (None, 'label') else self.label
        return bool(name.search(found)) if isinstance(name, re.Pattern) else found == name

    def each(self, role=None, name=None, where=None):
        return (node for node in self.walk() if node.matches(role, name)
                and (where is None or where(node)) and node.shown)

    def look(self, role=None, name=None, where=None):
        """The nodes there are at this moment, by role, name (text or pattern) and condition."""
        return list(self.each(role, name, where))

    def find(self, role=None, name=None, where=None, patience=PATIENCE):
        """The first such node, once there is one; one that another covers only if need be."""
        def first():
            found = self.look(role, name, where)
            # Not asked without need: GTK 4.8 answers no more once it was asked too early.
            bare = (node for node in found if len(found) > 1 and not node.covered)
            return next(bare, found[0] if found else None)
        what = ' '.join(str(part) for part in (role, name and repr(name)) if part)
        return wait(first, what or 'a node', patience)

    def gone(self, role=None, name=None, where=None):
        wait(lambda: not any(self.each(role, name, where)), f'{role} {name!r} to go')

    def leaves(self):
        """Waits until this very node has no size any more, or is none."""
        def left():
            try:
                return not self.shown
            except GLib.Error:
                return True
        wait(left, 'a node to go')

    def actions(self):
        actions = self.accessible.get_action_iface()
        return [actions.get_action_name(index) for index in range(actions.get_n_actions())
                ] if actions else []

    def activate(self, name=None):
        """Through the tree rather than by key or pointer, as assistive technology does."""
        names = self.actions()
        index = names.index(name) if name else 0
        self.accessible.get_action_iface().do_action(index)

    def write(self, text):
        """Replaces the text of an entry, as an input method would."""
        Atspi.EditableText.set_text_contents(self.accessible, text)

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


def await_tree(pid, alive, patience=PATIENCE):
    """Waits until a process has put its tree on the accessibility bus. Whoever looks at a tree
    through Atspi before that is shown an unfinished one for ever, so the bus itself is asked."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                None, None, 0, -1)[0]
    flags = Gio.DBusConnectionFlags
    bus = Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION)

    def ask(owner, path, interface, method, argument=None):
        return bus.call_sync(owner, path, interface, method, argument, None, 0, 4000).unpack()[0]

    def finished():
        for owner, _ in ask('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                            'org.a11y.atspi.Accessible', 'GetChildren'):
            told = ask('org.freedesktop.DBus', '/', 'org.freedesktop.DBus',
                       'GetConnectionUnixProcessID', GLib.Variant('(s)', (owner,)))
            if told == pid:
                return ask(owner, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')
        return None

    wait(lambda: alive() and finished(), f'process {pid} on the accessibility bus', patience,
         context=None)
    bus.close_sync()


def application(who):
    """The root of a running application, by its name or process id."""
    def look():
        for node in Node(Atspi.get_desktop(0)).children():
            if who in (node.accessible.get_name(), node.accessible.get_process_id()):
                return node
        return None
    return wait(look, f'{who} on the accessibility bus')


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
        title = frame.accessible.get_name() or ''
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
        def shape():
            box = node.extents
            return box if box.width > 0 and box.height > 0 else None
        box = wait(shape, f'a size of {node!r}')
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
        self.listener = Atspi.EventListener.new(self.on_focus)
        self.listener.register('object:state-changed:focused')

    @property
    def node(self):
        """Looked for in the tree, which takes its time, where nothing was told yet."""
        if self.moves:
            return self.told
        return next(self.root.each(where=lambda node: node.has('focused')
                                   and node.role not in WINDOWS), None)

    def on_focus(self, event):
        self.moves += 1
        if event.detail1:
            self.told = Node(event.source)
        elif self.told and event.source == self.told.accessible:
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
    for node in root.walk():
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
