# SPDX-License-Identifier: GPL-3.0-or-later
"""A rep submits a plan, its review comes back, and he works through it by keyboard: the decision, two
comments on their segments, one of them done, what has changed since, and all of it undone."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('returned')
PLAN = os.path.join(journey.folder, 'plan.qhplan')
LETTER = os.path.join(journey.folder, 'letter')
MANAGER = os.path.join(journey.folder, 'manager.db')
REVIEW = os.path.join(journey.folder, 'review.qhreview')
STRAY = os.path.join(journey.folder, 'stray.qhreview')
meeting = None


def mail_program():
    """A mail program that writes down what it is given."""
    path = os.path.join(journey.folder, 'xdg-email')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'#!/bin/sh\nfor word; do printf "%s\\n" "$word"; done >"{LETTER}.part"\n'
                   f'mv "{LETTER}.part" "{LETTER}"\n')
    os.chmod(path, 0o755)
    return {'PATH': journey.folder + os.pathsep + os.environ['PATH']}


def name_file(path):
    entry = journey.app.find('entry', 'Name:')
    a11y.key('ctrl+a')
    a11y.type_text(path)
    a11y.wait(lambda: entry.text == path, 'the name of the file')
    a11y.key('Return')


@journey.step
def submitted():
    """Ctrl+Shift+S asks for a file; the plan is in it, and the page says so"""
    global meeting
    qh(journey.store, 'sample')
    meeting = rows(journey.store, "SELECT m.id FROM meeting AS m JOIN client AS c ON c.id = m.client"
                   " WHERE c.name = 'Ferris Dental Group' AND m.status = 'draft'")[0][0]
    app = journey.start('--meeting', meeting, env=mail_program())
    app.find('entry', 'Output')
    tap.equal(app.look('label', 'Submitted for review'), [])
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+shift+s')
    name_file(PLAN)
    app.find('label', 'Submitted for review')
    app.find('label', 'Nothing has changed since.')
    app.holds(('submitted', 1), 'SELECT status, revision FROM meeting WHERE id = ?', meeting)
    a11y.wait(lambda: os.path.exists(PLAN), 'the file')


@journey.step
def came_back():
    """the review's file is opened: decision, who and of what, and each comment at its segment"""
    journey.app.quit()
    qh(MANAGER, 'review', PLAN, '--reviewer', 'R. Santos', '--decision', 'changes_wanted',
       '--summary', 'Nearly', '--r-minutes', '2', '--r-minutes-note', 'One is yours',
       '--comment', '1=Say it as he said it', '--comment', '2=Too long by a minute', '-o', REVIEW)
    app = journey.start(REVIEW, env=mail_program())
    app.find('label', 'Changes wanted')
    app.find('label', 'Nearly')
    app.find('push button', '1 comment')
    app.root.gone('label', 'Submitted for review')


@journey.step
def ticked():
    """the comment on the second segment is read and ticked off, all by keyboard"""
    app = journey.app
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    app.tab_to('push button', '1 comment')
    app.tab_to('push button', 'Kind: Escape')
    app.tab_to('push button', '1 comment')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('check box', 'Done: Too long by a minute'),
              'the focus on the tick')
    a11y.key('space')
    app.holds((1,), "SELECT done FROM comment WHERE text = 'Too long by a minute'")
    a11y.key('Escape')
    app.find('push button', '1 comment, 1 done')
    app.holds((0,), "SELECT done FROM comment WHERE text = 'Say it as he said it'")


@journey.step
def changed():
    """a minute less: the page says that it has changed, and shows both plans beside one another"""
    app = journey.app
    segment = app.row("SELECT id FROM segment WHERE meeting = ? ORDER BY position LIMIT 1 OFFSET 1",
                      meeting)[0]
    before = app.row('SELECT seconds FROM segment WHERE id = ?', segment)[0]
    app.tab_to('push button', 'Kind: Escape', backwards=True)
    app.tab_to('list item', backwards=True)
    a11y.key('minus', 'minus')
    app.holds((before - 60,), 'SELECT seconds FROM segment WHERE id = ?', segment)
    app.find('label', 'It has changed since, in 1 place.')
    app.tab_to('push button', 'What Changed', backwards=True)
    a11y.key('Return')
    app.find('label', 'Now')
    row = app.find('list item', where=lambda node: ', Changed. Before: ' in node.name)
    assert 'Before: Take wrong invoices off his desk, Escape, 4 min. Now: ' in row.name, row.name
    assert row.name.endswith('Escape, 3 min'), row.name
    tap.equal(len(list(app.root.each('list item', where=lambda node: 'Before: ' in node.name))), 1)
    app.root.gone('label', 'Review received')
    tap.equal(a11y.nameless(app.root), {})


@journey.step
def undone():
    """Ctrl+Z takes back the minutes and the tick, one by one"""
    app = journey.app
    a11y.key('ctrl+z', 'ctrl+z')
    app.find('label', where=lambda node: node.name.endswith('nothing has changed since'))
    app.holds((1,), "SELECT done FROM comment WHERE text = 'Too long by a minute'")
    a11y.key('ctrl+z')
    app.holds((0,), "SELECT done FROM comment WHERE text = 'Too long by a minute'")
    a11y.key('alt+Left')
    app.find('label', 'Changes wanted')


@journey.step
def by_mail():
    """submitted again by mail: the file is kept, and the mail program has the letter"""
    app = journey.app
    again = os.path.join(journey.folder, 'again.qhplan')
    app.click('push button', 'Share', where=lambda node: node.has('focusable'))
    app.click('menu item', 'Submit by Mail…')
    name_file(again)
    a11y.wait(lambda: os.path.exists(LETTER), 'the letter')
    with open(LETTER, encoding='utf-8') as file:
        letter = file.read()
    for part in ('For review: Ferris Dental Group', 'Take wrong invoices off his desk', again):
        assert part in letter, letter
    app.holds(('submitted',), 'SELECT status FROM meeting WHERE id = ?', meeting)
    app.quit()


@journey.step
def stray():
    """a review of a plan that is not here says so, in full"""
    qh(MANAGER, 'sample')
    other = rows(MANAGER, "SELECT id FROM meeting WHERE status = 'draft' LIMIT 1")[0][0]
    plan = os.path.join(journey.folder, 'other.qhplan')
    third = os.path.join(journey.folder, 'third.db')
    qh(MANAGER, 'export', other, '--to', 'plan', '--edition', 'manager', '-o', plan)
    qh(third, 'review', plan, '--decision', 'approved', '-o', STRAY)
    app = journey.start(STRAY)
    app.find('label', 'The Review Fits No Plan Here')
    a11y.key('Escape')
    app.root.gone('label', 'The Review Fits No Plan Here')
    app.quit()
    qh(journey.store, 'verify')


journey.run()
