# SPDX-License-Identifier: GPL-3.0-or-later
"""A rep's plan is opened by his manager as a file, reviewed by keyboard in less than half a minute,
and the review finds its way back: decision, marks and what was said on the whole."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

HALF_A_MINUTE = 30

journey = Journey('reviews')
REP = os.path.join(journey.folder, 'rep.db')
PLAN = os.path.join(journey.folder, 'plan.qhplan')
TEXT = os.path.join(journey.folder, 'review.txt')
REVIEW = os.path.join(journey.folder, 'review.qhreview')
MINE = 'SELECT count(*) FROM meeting'
meeting = None
began = 0


@journey.step
def sent():
    """a plan leaves the rep's store as a file"""
    global meeting
    qh(REP, 'sample')
    meeting = rows(REP, "SELECT m.id FROM meeting AS m JOIN client AS c ON c.id = m.client"
                   " WHERE c.name = 'Ferris Dental Group' AND m.status = 'draft'")[0][0]
    qh(REP, 'export', meeting, '--to', 'plan', '--edition', 'manager', '-o', PLAN)


@journey.step
def opened():
    """the manager opens the file: the plan is there to be read, with the focus on the first question,
    and none of his own meetings is touched"""
    global began
    qh(journey.store, 'add', 'client', '--name', 'Vesper Labs')
    app = journey.start(PLAN, folder=journey.folder)
    app.find('push button', 'Trust')
    app.find('list item', 'Reviews', where=lambda node: node.has('selected'))
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.wait(lambda: app.focus.is_on('push button', '1'), 'the focus on the first question')
    app.click('push button', 'Read')  # whose key it is signed with, which is not known yet
    app.find('label', re.compile('signs with a key that is not known here: [0-9A-Z]'))
    a11y.key('Escape')
    app.root.gone('label', 'What Came Brings News')
    a11y.wait(lambda: app.focus.is_on('push button', '1'), 'the focus where it was')
    app.holds(('Ferris Dental Group', 'waiting'), 'SELECT client, state FROM received_plan')
    app.holds((0,), MINE)
    app.root.gone('label', '1 plan received')
    tap.equal(a11y.nameless(app.root), {})
    began = time.monotonic()


@journey.step
def marked():
    """six questions by one key each, and a word on why"""
    for mark in ('4', '3', '4', '2', '3', '4'):
        a11y.key(mark, 'Return')
        if mark == '2':
            a11y.type_text('Does he know the others')
        a11y.key('Return')
    a11y.type_text('Good, with one change')
    a11y.key('Return')
    app = journey.app
    app.holds((2, 'Does he know the others', 'Good, with one change'),
              "SELECT json_extract(review, '$.r_scarce'), json_extract(review, '$.r_scarce_note'),"
              " json_extract(review, '$.summary') FROM received_plan")


@journey.step
def as_text():
    """so far it can be had as text for a mail, which takes none of the half minute"""
    global began
    app, here = journey.app, time.monotonic()
    app.click('push button', 'The review in other forms',
              where=lambda node: node.has('focusable'))
    app.find('menu item')
    a11y.key('t')
    entry = app.find('entry', 'Name:')
    a11y.key('ctrl+a')
    a11y.type_text(TEXT)
    a11y.wait(lambda: entry.text == TEXT, 'the name of the file')
    a11y.key('Return')
    a11y.wait(lambda: os.path.exists(TEXT), 'the text')
    with open(TEXT, encoding='utf-8') as file:
        said = file.read()
    for words in ('Ferris Dental Group', 'Decision: none yet', 'Good, with one change',
                  '2 of 4 – Does he know the others'):
        assert words in said, said
    app.tab_to('push button', 'Approved')
    began += time.monotonic() - here


@journey.step
def given():
    """the decision by one key, Ctrl+Enter, and the review is a file: in less than half a minute"""
    app = journey.app
    a11y.wait(lambda: app.focus.is_on('push button', 'Approved'), 'the focus on the decision')
    a11y.key('2', 'ctrl+Return')
    entry = app.find('entry', 'Name:')
    a11y.key('ctrl+a')
    a11y.type_text(REVIEW)
    a11y.wait(lambda: entry.text == REVIEW, 'the name of the file')
    a11y.key('Return')
    app.holds(('reviewed',), 'SELECT state FROM received_plan')
    taken = time.monotonic() - began
    assert taken < HALF_A_MINUTE, f'{taken:.0f} seconds'
    a11y.wait(lambda: os.path.exists(REVIEW), 'the file')
    app.root.gone('push button', 'Trust')


@journey.step
def undone():
    """Ctrl+Z has the plan wait again, with all that was said of it"""
    app = journey.app
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+z')
    app.holds(('waiting', 2), "SELECT state, json_extract(review, '$.r_scarce') FROM received_plan")
    a11y.key('ctrl+shift+z')
    app.holds(('reviewed',), 'SELECT state FROM received_plan')
    app.holds((0,), MINE)
    app.quit()
    qh(journey.store, 'verify')


@journey.step
def again():
    """the plan's file is opened once more: there is nothing new in it, and it is shown"""
    app = journey.start(PLAN, folder=journey.folder)
    app.find('label', 'A recall schedule that saves the front desk three hours a week')
    app.find('label', 'Nothing new: it was imported before')
    app.holds((1,), 'SELECT count(*) FROM received_plan')
    app.quit()


@journey.step
def back():
    """the rep opens the review: it is at his meeting, which is to be changed"""
    journey.store = REP
    app = journey.start(REVIEW, folder=journey.folder)
    app.find('entry', 'Output')
    app.holds(('changes_wanted', 2, 'Good, with one change', 'draft'),
              'SELECT decision, r_scarce, r.summary, status FROM review AS r JOIN meeting AS m'
              ' ON m.id = r.meeting WHERE m.id = ? ORDER BY r.at DESC', meeting)
    app.quit()


journey.run()
