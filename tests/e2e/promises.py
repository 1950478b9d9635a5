# SPDX-License-Identifier: GPL-3.0-or-later
"""A promise is made, moved with the client's word, kept; another breaks, with a reason; a friction is
linked to what is said in public. Each is one step of undo."""

import datetime
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, qh, rows, tap  # noqa: E402

needs_places()

journey = Journey('promises')
IT = "FROM promise WHERE what = 'A list of spare parts'"
TODAY = datetime.date.today()
DUE = (TODAY + datetime.timedelta(days=10)).isoformat()
LATER = (TODAY + datetime.timedelta(days=17)).isoformat()


def fill(dialog, entry, text):
    """Types into an entry of a dialog."""
    journey.app.pointer.click(dialog.find('entry', entry))
    a11y.type_text(text)


@journey.step
def start():
    """the sample territory, at its promises"""
    qh(journey.store, 'sample')
    app = journey.start('--page', 'promises')
    app.find('list item', re.compile('^Call back about the recall parts'))


@journey.step
def new_promise():
    """Ctrl+N makes a promise here, and opens it"""
    app = journey.app
    a11y.key('ctrl+n')
    dialog = app.find('frame', 'New Promise')
    fill(dialog, 'What is promised', 'A list of spare parts')
    a11y.key('Return')
    app.root.gone('frame', 'New Promise')
    app.find('push button', 'Delete Promise')
    app.holds(('open', TODAY.isoformat(), None), f'SELECT status, made, due {IT}')
    promise = rows(journey.store, f'SELECT id {IT}')[0][0]
    qh(journey.store, 'set', promise, '--due', DUE)
    app.find('push button', 'Move…')


@journey.step
def move():
    """moved only with the client's word, to a week later"""
    app = journey.app
    app.click('push button', 'Move…')
    dialog = app.find('frame', 'Move Promise')
    app.pointer.click(dialog.find('push button', 'Move'))
    app.find('alert', re.compile('^Ask the client first'))
    tap.equal(rows(journey.store, f'SELECT due, moves {IT}'), [(DUE, 0)])
    app.pointer.click(dialog.find('check box', 'The client agrees'))
    app.pointer.click(dialog.find('push button', 'Move'))
    app.holds((LATER, DUE, 1, 1), f'SELECT due, moved_from, consent, moves {IT}')
    app.root.gone('frame', 'Move Promise')


@journey.step
def keep():
    """kept today; undone, it is open again"""
    app = journey.app
    app.click('push button', 'Kept…')
    dialog = app.find('frame', 'Promise Kept')
    app.pointer.click(dialog.find('push button', 'Kept'))
    app.holds(('kept', TODAY.isoformat()), f'SELECT status, kept {IT}')
    app.root.gone('frame', 'Promise Kept')
    app.find('push button', 'Open Again')
    a11y.key('ctrl+z')
    app.holds(('open', None), f'SELECT status, kept {IT}')


@journey.step
def break_it():
    """it does not break without a reason"""
    app = journey.app
    app.click('push button', 'Broken…')
    dialog = app.find('frame', 'Promise Broken')
    app.pointer.click(dialog.find('push button', 'Broken'))
    app.find('alert', re.compile('^Say why it broke'))
    fill(dialog, 'Why', 'Nobody had the list')
    a11y.key('Return')
    app.holds(('broken', 'Nobody had the list'), f'SELECT status, reason {IT}')
    app.root.gone('frame', 'Promise Broken')
    a11y.key('alt+Left')
    app.find('push button', re.compile('^Nobody had the list: 1 of 3, 33 %'))


@journey.step
def link():
    """a friction is linked to what we say in public, and opens from there"""
    app = journey.app
    promise = rows(journey.store,
                   "SELECT id FROM promise WHERE what = 'A quote holds for ninety days'")[0][0]
    app.quit()
    app = journey.start('--promise', promise)
    app.find('push button', 'Delete Promise')
    app.click('push button', 'Link')
    app.click('menu item', re.compile('^Wrong glove size twice'))
    app.holds((promise,), "SELECT promise FROM friction WHERE title LIKE 'Wrong glove size twice%'")
    app.find('push button', re.compile('^Unlink Wrong glove size twice'))
    a11y.key('ctrl+z')
    app.holds((None,), "SELECT promise FROM friction WHERE title LIKE 'Wrong glove size twice%'")
    app.quit()


journey.run()
