# SPDX-License-Identifier: GPL-3.0-or-later
"""From a client with six remarks to a plan of at least 90 by keyboard, in three actions: the meeting
is opened, Ctrl+R, Enter. One undo takes it all back; then only what is chosen is taken."""

import datetime
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, qh_json, rows, tap  # noqa: E402

journey = Journey('compose')
WORDS = (('Recall takes us two days a month', 'dislike'), ('I want fewer no-shows', 'goal'),
         ('I do not look at flyers', 'rule'), ('We open at seven', 'fact'),
         ('A schedule that holds would help', 'wish'), ('Below ten percent it is worth it',
                                                        'threshold'))
meeting = None


def segments():
    return rows(journey.store, 'SELECT count(*) FROM segment WHERE meeting = ?', meeting)[0][0]


def moves():
    return [kind for kind, in rows(journey.store, 'SELECT kind FROM movement ORDER BY rowid')]


@journey.step
def proposed():
    """Ctrl+R: the proposal stands beside the empty plan, with reasons; nothing is written"""
    global meeting
    store = journey.store
    qh(store, 'add', 'client', '--name', 'Ferris Dental', '--value-proposition', 'Calm days')
    for number, (words, sort) in enumerate(WORDS):
        qh(store, 'add', 'remark', '--client', 'Ferris Dental', '--said', f'2026-11-0{number + 1}',
           '--words', words, '--sort', sort)
    qh(store, 'add', 'contact', '--client', 'Ferris Dental', '--name', 'Ann', '--role', 'decides')
    qh(store, 'add', 'content', '--title', 'Recall benchmark', '--kind', 'benchmark',
       '--modality', 'educate', '--rarity', 'few', '--edition', '12')
    qh(store, 'add', 'meeting', '--client', 'Ferris Dental', '--title', 'Spring')
    meeting = rows(store, 'SELECT id FROM meeting')[0][0]
    app = journey.start('--meeting', meeting)
    app.find('entry', 'Output')
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+r')
    app.find('label', 'Proposed')
    a11y.wait(lambda: app.focus.is_on('push button', 'Take All'), 'Take All to have the focus')
    tap.equal(segments(), 0)
    tap.equal(a11y.nameless(app.root), {})


@journey.step
def taken():
    """Enter takes it whole: a plan of at least 90, a copy is reserved, what was typed stays"""
    a11y.key('Return')
    journey.app.find('label', 'The plan is composed')
    journey.app.find('entry', 'Output')
    assert segments() >= 5, segments()
    tap.equal(rows(journey.store, 'SELECT title FROM meeting'), [('Spring',)])
    tap.equal(moves(), ['reserve'])
    found = qh_json(journey.store, 'check', meeting)
    assert found['score'] >= 90, json.dumps(found)


@journey.step
def undone():
    """one undo takes all of it back, the reservation too"""
    app = journey.app
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+z')
    a11y.wait(lambda: segments() == 0, 'the plan to be empty')
    tap.equal(rows(journey.store, 'SELECT output FROM meeting'), [(None,)])
    tap.equal(rows(journey.store, 'SELECT count(*) FROM attendee'), [(0,)])
    tap.equal(rows(journey.store, "SELECT count(*) FROM holding WHERE state = 'reserved'"), [(0,)])


@journey.step
def chosen():
    """one segment alone is taken"""
    app = journey.app
    a11y.key('ctrl+r')
    a11y.wait(lambda: app.focus.is_on('push button', 'Take All'), 'Take All to have the focus')
    app.tab_to('check box', 'Recall benchmark')
    a11y.key('space')
    button = app.find('push button', 'Add What Is Chosen')
    a11y.wait(lambda: button.has('sensitive'), 'the button to be ready')
    app.tab_to('push button', 'Add What Is Chosen', backwards=True)
    a11y.key('Return')
    app.find('label', 'The plan is composed')
    tap.equal(segments(), 1)
    app.quit()


@journey.step
def from_client():
    """from a client's page: a meeting with a whole plan, and one undo takes it away"""
    client = rows(journey.store, 'SELECT id FROM client')[0][0]
    app = journey.start('--client', client)
    app.find('push button', 'Undo')
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    app.go_to('Compose a meeting')
    app.find('label', 'A meeting is composed')
    app.find('entry', 'Output')
    app.holds((2,), 'SELECT count(*) FROM meeting')
    tap.equal(rows(journey.store, 'SELECT count(*) > 4 FROM segment WHERE meeting <> ?', meeting),
              [(1,)])
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+z')
    app.holds((1,), 'SELECT count(*) FROM meeting')
    app.quit()


@journey.step
def from_today():
    """from Today: a meeting of tomorrow without a plan is offered one"""
    tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    other = qh(journey.store, 'add', 'meeting', '--client', 'Ferris Dental', '--start',
               tomorrow.strftime('%Y-%m-%dT12:00:00Z')).strip()
    app = journey.start('--page', 'today')
    app.find('push button', 'Compose the Plan')
    app.tab_to('push button', 'Compose the Plan')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('push button', 'Take All'), 'Take All to have the focus')
    a11y.key('Return')
    app.find('label', 'The plan is composed')
    app.holds((1,), 'SELECT count(*) > 4 FROM segment WHERE meeting = ?', other)
    app.quit()


journey.run()
