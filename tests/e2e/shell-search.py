# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop asks the app what it finds, opens a result, and its launcher's actions work, whether
the app runs or not."""

import os
import subprocess
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import APP, a11y, qh, tap  # noqa: E402

ID = 'io.github.quarterhour.Quarterhour'
PATH = '/io/github/quarterhour/Quarterhour'
SEARCH = 'org.gnome.Shell.SearchProvider2'
STORE = os.path.join(os.environ['XDG_DATA_HOME'], 'quarterhour', 'quarterhour.db')
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
running = []


def call(method, arguments, path=PATH + '/SearchProvider', interface=SEARCH):
    return bus.call_sync(ID, path, interface, method, arguments, None,
                         Gio.DBusCallFlags.NO_AUTO_START, 20000, None).unpack()


def is_running():
    return bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                         GLib.Variant('(s)', (ID,)), None, 0, 20000, None).unpack()[0]


def start(*words):
    running.append(subprocess.Popen([APP, *words]))
    a11y.wait(is_running, 'the app on the bus')
    return running[-1]


def find(*terms):
    return call('GetInitialResultSet', GLib.Variant('(as)', (terms,)))[0]


def root(process):
    def lives():
        assert process.poll() is None, 'the app has ended'
        return True
    return a11y.application(process.pid, lives)


def absent():
    """without a store nothing is found, and none is made"""
    service = start('--gapplication-service')
    tap.equal(find('ferris'), [])
    tap.equal(call('GetResultMetas', GLib.Variant('(as)', (['x'],)))[0], [])
    call('ActivateResult', GLib.Variant('(sasu)', ('x', ['x'], 0)))
    assert not os.path.exists(STORE)
    assert service.poll() is None


def unreadable():
    """a store that is none has no results, and stays as it is"""
    os.makedirs(os.path.dirname(STORE), exist_ok=True)
    with open(STORE, 'w', encoding='ascii') as file:
        file.write('no store ' * 1000)
    tap.equal(find('ferris'), [])
    with open(STORE, encoding='ascii') as file:
        assert file.read() == 'no store ' * 1000
    os.remove(STORE)


def names():
    """names are told, and what was said is not"""
    qh(STORE, 'sample')
    ids = find('ferris')
    metas = call('GetResultMetas', GLib.Variant('(as)', (ids,)))[0]
    tap.equal(metas[0]['name'], 'Ferris Dental Group')
    tap.equal(call('GetSubsearchResultSet', GLib.Variant('(asas)', (ids, ['ferris', 'den'])))[0][0],
              ids[0])
    tap.equal(find('goes', 'right', 'trash'), [])


def result():
    """a result that is chosen opens at its page"""
    call('ActivateResult', GLib.Variant('(sasu)', (find('ferris')[0], ['ferris'], 0)))
    root(running[0]).find('label', 'Ferris Dental Group')


def search():
    """all results: the palette with the words"""
    call('LaunchSearch', GLib.Variant('(asu)', (['castell', 'opt'], 0)))
    window = root(running[0]).find('frame', 'Search')
    a11y.wait(lambda: window.find('entry', 'Search everything').text == 'castell opt', 'the words')
    a11y.key('Escape')
    root(running[0]).gone('frame', 'Search')


def launcher():
    """the launcher's actions, while it runs: by the bus, and by its command"""
    call('ActivateAction', GLib.Variant('(sava{sv})', ('log', [], {})), PATH,
         'org.freedesktop.Application')
    root(running[0]).find('frame', 'Log a Line')
    a11y.key('Escape')
    root(running[0]).gone('frame', 'Log a Line')
    subprocess.run([APP, '--do', 'new-meeting'], check=True, timeout=60)
    root(running[0]).find('frame', 'New Meeting')
    a11y.key('Escape')
    root(running[0]).gone('frame', 'New Meeting')
    a11y.key('ctrl+q')
    a11y.wait(lambda: running[0].poll() is not None, 'the end', patience=60)


def not_running():
    """and while it does not run"""
    process = start('--do', 'today')
    root(process).find('list item', 'Today')
    bad = subprocess.run([APP, '--do', 'nonsense'], check=False, capture_output=True, text=True)
    tap.equal(bad.returncode, 2)
    assert 'new-meeting' in bad.stderr


def end():
    """it ends as it is told"""
    call('ActivateAction', GLib.Variant('(sava{sv})', ('quit', [], {})), PATH,
         'org.freedesktop.Application')
    a11y.wait(lambda: all(process.poll() is not None for process in running), 'the end')


try:
    tap.run([(' '.join(step.__doc__.split()), step) for step in
             (absent, unreadable, names, result, search, launcher, not_running, end)],
            in_order=True)
finally:
    for left in running:
        if left.poll() is None:
            left.kill()
