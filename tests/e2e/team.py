# SPDX-License-Identifier: GPL-3.0-or-later
"""Two reps and a manager, each with a store, and a folder between them: a plan is submitted,
reviewed by keyboard in less than half a minute, comes back, is mended, and is approved."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

HALF_A_MINUTE = 30
STATE = 'SELECT status, revision FROM meeting WHERE id = ?'

journey = Journey('team')
FOLDER = os.path.join(journey.folder, 'team')
MIA, TOM, MANAGER = (os.path.join(journey.folder, name + '.db') for name in ('mia', 'tom', 'boss'))
meeting = None


def start(store, *words):
    journey.store = store
    app = journey.start(*words)
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    return app


def queue(app, *senders):
    """Waits until these wait for a review."""
    a11y.wait(lambda: sorted(rows(MANAGER, "SELECT sender FROM received_plan WHERE state = 'waiting'"))
              == sorted((sender,) for sender in senders), f'{senders} in the queue')
    return app


def open_plan(app):
    """The row of Mia's meeting, by keyboard."""
    app.tab_to('list', 'Entries')
    while not app.focus.is_on('list item', re.compile('Ferris Dental Group')):
        moves = app.focus.moves
        a11y.key('Down')
        a11y.wait(lambda before=moves: app.focus.moves > before, 'the next row')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('push button', '1'), 'the focus on the first question')


@journey.step
def submitted():
    """one rep submits in the app, with a key, another by script: both lie in the folder"""
    global meeting
    os.mkdir(FOLDER)
    qh(MIA, 'sample')
    for store, name in ((MIA, 'Mia Brandt'), (TOM, 'Tom Okoro'), (MANAGER, 'R. Santos')):
        qh(store, 'transfer', '--name', name)
        qh(store, 'folder', FOLDER)
    meeting = rows(MIA, "SELECT m.id FROM meeting AS m JOIN client AS c ON c.id = m.client"
                   " WHERE c.name = 'Ferris Dental Group' AND m.status = 'draft'")[0][0]
    app = start(MIA, '--meeting', meeting)
    app.find('entry', 'Output')
    a11y.key('ctrl+shift+s')
    app.holds(('submitted', 1), STATE, meeting)
    app.find('label', 'Submitted for review')
    app.quit()
    client = qh(TOM, 'add', 'client', '--name', 'Halden Tools').strip()
    qh(TOM, 'submit', qh(TOM, 'add', 'meeting', '--client', client, '--output', 'He knows').strip())


@journey.step
def reviewed():
    """the manager has both in his queue, and reviews one by keyboard in less than half a minute"""
    app = queue(start(MANAGER, '--page', 'reviews'), 'Mia Brandt', 'Tom Okoro')
    began = time.monotonic()
    open_plan(app)
    for mark in '434234':
        a11y.key(mark, 'Return', 'Return')
    a11y.type_text('Leave a minute to him')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('push button', 'Approved'), 'the focus on the decision')
    a11y.key('2', 'ctrl+Return')
    queue(app, 'Tom Okoro')
    taken = time.monotonic() - began
    assert taken < HALF_A_MINUTE, f'{taken:.0f} seconds'
    tap.equal(rows(MANAGER, 'SELECT count(*) FROM meeting'), [(0,)])
    app.quit()


@journey.step
def mended():
    """it comes back to its meeting, which is given a minute, and is submitted again"""
    app = start(MIA)
    app.find('label', '1 review came back')
    app.click('push button', 'Show')
    app.find('label', 'Changes wanted')
    app.find('label', 'Leave a minute to him')
    app.holds(('draft', 1), STATE, meeting)
    segment, before = rows(MIA, 'SELECT id, seconds FROM segment WHERE meeting = ?'
                           ' ORDER BY position LIMIT 1 OFFSET 1', meeting)[0]
    app.tab_to('push button', 'Kind: Escape')
    app.tab_to('list item', backwards=True)
    a11y.key('minus', 'minus')
    app.holds((before - 60,), 'SELECT seconds FROM segment WHERE id = ?', segment)
    a11y.key('ctrl+shift+s')
    app.holds(('submitted', 2), STATE, meeting)
    app.quit()


@journey.step
def approved():
    """the manager sees what is new of it, and approves"""
    app = queue(start(MANAGER, '--page', 'reviews'), 'Mia Brandt', 'Tom Okoro')
    open_plan(app)
    for mark in '444344':
        a11y.key(mark, 'Return', 'Return')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('push button', 'Approved'), 'the focus on the decision')
    a11y.key('1', 'ctrl+Return')
    queue(app, 'Tom Okoro')
    app.quit()


@journey.step
def ended():
    """the rep may go; nobody has anything twice, and every store is sound"""
    app = start(MIA)
    app.find('label', '1 review came back')
    app.click('push button', 'Show')
    app.find('label', 'Approved')
    app.holds(('approved', 2), STATE, meeting)
    app.quit()
    for store in (MIA, TOM, MANAGER):
        qh(store, 'folder')
        qh(store, 'verify')
    tap.equal(rows(MIA, 'SELECT decision, revision FROM review WHERE meeting = ? ORDER BY revision',
                   meeting), [('changes_wanted', 1), ('approved', 2)])
    tap.equal(rows(MANAGER, 'SELECT sender, revision, state FROM received_plan'
                   ' ORDER BY sender, revision'),
              [('Mia Brandt', 1, 'reviewed'), ('Mia Brandt', 2, 'reviewed'),
               ('Tom Okoro', 1, 'waiting')])
    tap.equal(rows(TOM, 'SELECT count(*) FROM review'), [(0,)])


journey.run()
