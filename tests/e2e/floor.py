# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client said comes back to him: his friction is handed over and removed, and his next
meeting opens with what he said and what changed."""

import datetime
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, pdf_text, qh, qh_json, rows, tap  # noqa: E402

needs_places()

journey = Journey('floor')
# Not beside the store: a file chooser reads into each file of its folder, and whoever closes a file
# of SQLite's lets go of all the locks that his process has on it, while the tool looks on.
BRIEFS = os.path.join(journey.folder, 'briefs')
BRIEF = os.path.join(BRIEFS, 'brief.pdf')
IT = "FROM friction WHERE title = 'order form asks twice'"
MEETING = ("(SELECT m.id FROM meeting AS m JOIN client AS c ON c.id = m.client"
           " WHERE c.name = 'Ferris Dental Group' AND m.status = 'draft')")
SAID = 'You said: “order form asks twice”\nWe changed: It asks once'
LINKED = (f'FROM segment WHERE meeting = {MEETING} AND friction = (SELECT id {IT})')


def findings():
    """The rules that the review of his next meeting finds broken, by the tool."""
    meeting = rows(journey.store, f'SELECT {MEETING}')[0][0]
    return [finding['rule'] for finding in qh_json(journey.store, 'check', meeting)['findings']]


def fill(dialog, entry, text):
    """Types into an entry of a dialog."""
    journey.app.pointer.click(dialog.find('entry', entry))
    a11y.type_text(text)


@journey.step
def log():
    """a friction of one client is logged, and opened"""
    qh(journey.store, 'sample')
    os.mkdir(BRIEFS)
    app = journey.start(folder=BRIEFS)
    app.find('list item', re.compile('^Harbour Street Bakery'))
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+shift+f')
    entry = app.find('frame', 'Log a Line').find('entry', 'Log a line')
    a11y.wait(lambda: entry.has('focused'), 'the focus on the line')
    a11y.type_text('order form asks twice @Ferris #website !3')
    a11y.key('Return')
    app.root.gone('frame', 'Log a Line')
    app.holds(('open', 'Ferris Dental Group'),
              f'SELECT status, (SELECT name FROM client WHERE id = client) {IT}')
    app.go_to('order form asks', '^Ferris Dental Group')
    app.find('push button', 'Delete Friction')
    assert 'voice.changed' not in findings()


@journey.step
def hand_over():
    """handed to someone, which undo takes back; then the brief for him is saved"""
    app = journey.app
    app.click('push button', 'Hand to Someone…')
    dialog = app.find('frame', 'Hand to Someone')
    fill(dialog, 'Who takes it on', 'Operations')
    fill(dialog, 'What we ask', 'Ask once')
    a11y.key('Return')
    app.holds(('fixing', 'Operations'), f'SELECT status, owner {IT}')
    app.root.gone('frame', 'Hand to Someone')
    app.click('push button', 'Undo')
    app.holds(('open', None), f'SELECT status, owner {IT}')
    a11y.key('ctrl+shift+z')
    app.holds(('fixing', 'Operations'), f'SELECT status, owner {IT}')
    app.click('push button', 'Save Brief…')
    entry = app.find('entry', 'Name:')
    a11y.wait(lambda: entry.has('focused'), 'the file chooser')
    a11y.key('ctrl+a')
    a11y.type_text(BRIEF)
    a11y.wait(lambda: entry.text == BRIEF, 'the path')
    a11y.key('Return')
    a11y.wait(lambda: os.path.exists(BRIEF), 'the brief')
    text = pdf_text(BRIEF)
    for wanted in ('order form asks twice', 'Operations', 'Ask once', 'Ferris Dental Group'):
        assert wanted in text, f'“{wanted}” is not in the brief: {text}'


@journey.step
def remove():
    """removed with what changed; the client is to hear of it at the next meeting"""
    app = journey.app
    app.root.gone('entry', 'Name:')
    app.click('push button', 'Removed…')
    dialog = app.find('frame', 'Friction Removed')
    assert dialog.look(None, re.compile('^Tell the client'))
    fill(dialog, 'What changed', 'It asks once')
    a11y.key('Return')
    app.holds(('removed', 'It asks once', None), f'SELECT status, change, told {IT}')
    app.root.gone('frame', 'Friction Removed')
    assert 'voice.changed' in findings()


@journey.step
def next_meeting():
    """the review of his next meeting finds that he has not heard of it"""
    app = journey.app
    app.go_to('recall schedule that saves', '^Ferris Dental Group')
    app.find('entry', 'Output')
    app.find('label', re.compile('^“order form asks twice” was removed on'))
    app.holds((0,), f'SELECT count(*) {LINKED}')


@journey.step
def said_and_changed():
    """the fix opens the meeting with what he said and what changed, and the finding is gone"""
    app = journey.app
    button = app.find('push button', re.compile('^Add (it|them) to the opening$'))
    app.pointer.click(app.pointer.reveal(button))
    app.holds(('open', 1), f'SELECT kind, instr(notes, ?) > 0 {LINKED}', SAID)
    app.root.gone('label', re.compile('^“order form asks twice” was removed on'))
    assert 'voice.changed' not in findings()


@journey.step
def undo():
    """undo takes it out of the plan again, redo puts it back"""
    app = journey.app
    a11y.key('ctrl+z')
    app.holds((0,), f'SELECT count(*) {LINKED}')
    a11y.key('ctrl+shift+z')
    app.holds((1,), f'SELECT count(*) {LINKED}')


@journey.step
def told():
    """held and debriefed, he has been told, on the day of the meeting"""
    journey.app.quit()
    meeting = rows(journey.store, f'SELECT {MEETING}')[0][0]
    day = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)).date()
    qh(journey.store, 'set', meeting, '--start', f'{day}T10:00:00Z')
    qh(journey.store, '--now', f'{day}T10:30:00Z', 'debrief', meeting, '--output-reached', 'yes')
    tap.equal(rows(journey.store, f'SELECT told {IT}'), [(str(day),)])
    qh(journey.store, 'verify')


journey.run()
