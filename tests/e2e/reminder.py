# SPDX-License-Identifier: GPL-3.0-or-later
"""A word on the desktop ten minutes before a meeting, once; a click on it opens the plan. What is
cancelled is taken back, and what is not wanted does not come."""

import datetime
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f"""
<node><interface name="{NAME}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>""").interfaces[0]


class Desktop:
    """What shows notifications: notes what is shown and taken back, and clicks."""

    def __init__(self):
        self.shown, self.closed = [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object(PATH, INTERFACE, self.called, None, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, bus, sender, path, interface, method, arguments, invocation):
        values = arguments.unpack()
        if method == 'GetCapabilities':
            answer = GLib.Variant('(as)', (['actions', 'body'],))
        elif method == 'GetServerInformation':
            answer = GLib.Variant('(ssss)', ('desktop', 'test', '1', '1.2'))
        elif method == 'CloseNotification':
            self.closed.append(values[0])
            answer = None
        else:
            self.shown.append(values)
            answer = GLib.Variant('(u)', (len(self.shown),))
        invocation.return_value(answer)

    def click(self, number):
        self.bus.emit_signal(None, PATH, NAME, 'ActionInvoked',
                             GLib.Variant('(us)', (number, 'default')))


def ahead(minutes):
    then = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
    return then.isoformat(timespec='seconds')


journey = Journey('reminder')
desktop = Desktop()
meeting = None


@journey.step
def start():
    """a meeting in an hour: nothing is said"""
    global meeting
    client = qh(journey.store, 'add', 'client', '--name', 'Ferris').strip()
    meeting = qh(journey.store, 'add', 'meeting', '--client', client, '--title', 'No-shows', '--start',
                 ahead(60)).strip()
    journey.start()
    journey.app.find('label', 'Today')
    tap.equal(desktop.shown, [])


@journey.step
def due():
    """it moves to nine minutes from now: the client, the time and what it is for are said, once"""
    qh(journey.store, 'set', meeting, '--start', ahead(9))
    a11y.wait(lambda: desktop.shown, 'a notification')
    tap.equal(desktop.shown[0][3], 'Ferris')
    assert 'No-shows' in desktop.shown[0][4], desktop.shown[0]
    qh(journey.store, 'set', meeting, '--title', 'Fewer no-shows')
    journey.app.find('label', re.compile('Fewer no-shows'))
    tap.equal(len(desktop.shown), 1)


@journey.step
def clicked():
    """a click opens the plan"""
    desktop.click(1)
    journey.app.find('entry', 'Output')


@journey.step
def cancelled():
    """it moves, and is said anew; cancelled, the word is taken back"""
    qh(journey.store, 'set', meeting, '--start', ahead(8))
    a11y.wait(lambda: len(desktop.shown) == 2, 'a second notification')
    qh(journey.store, 'set', meeting, '--status', 'cancelled')
    a11y.wait(lambda: desktop.closed == [2], 'the notification to be taken back')


@journey.step
def unwanted():
    """turned off, nothing comes; turned on again, it does"""
    app = journey.app
    a11y.key('ctrl+comma')
    switch = app.find('check box', 'Remind me')
    assert switch.has('checked')
    switch.activate()
    app.holds(('no',), "SELECT value FROM setting WHERE key = 'reminders'")
    qh(journey.store, 'set', meeting, '--status', 'approved')
    app.holds(('approved',), 'SELECT status FROM meeting WHERE id = ?', meeting)
    tap.equal(len(desktop.shown), 2)
    switch.activate()
    a11y.wait(lambda: not rows(journey.store, "SELECT 1 FROM setting WHERE key = 'reminders'"),
              'the setting')
    qh(journey.store, 'set', meeting, '--place', 'At the counter')
    a11y.wait(lambda: len(desktop.shown) == 3, 'a third notification')
    a11y.key('Escape')
    app.root.gone('check box', 'Remind me')
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    app.quit()


journey.run()
