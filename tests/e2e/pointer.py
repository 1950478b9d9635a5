# SPDX-License-Identifier: GPL-3.0-or-later
"""By pointer alone: the same way as by keyboard, with drags, and no key pressed at all."""

import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, pdf_text, qh, qh_json, rows, tap  # noqa: E402

needs_places()

journey = Journey('pointer')
MEETING = 'SELECT {} FROM meeting ORDER BY created DESC, id DESC LIMIT 1'


def segments(column):
    """One column of the new meeting's segments, in their order."""
    found = rows(journey.store, f'SELECT {column} FROM segment WHERE meeting ='
                 f' ({MEETING.format("id")}) ORDER BY position')
    return [row[0] for row in found]


def block(place):
    """A block of the strip."""
    return journey.app.find('push button', re.compile(rf', {place} of \d$'))


@journey.step
def start():
    """the first page offers the sample territory"""
    app = journey.start()
    app.click('push button', 'Explore the Sample Territory')
    app.find('push button', 'Undo')


@journey.step
def client():
    """the clients' page leads to a client"""
    app = journey.app
    app.click('list item', 'Clients')
    app.click('list item', re.compile('^Castell Optics'))
    app.find('list item', re.compile('“People pay four hundred'))


@journey.step
def new_meeting():
    """his page leads to a new meeting with him, from a blueprint"""
    app = journey.app
    app.click('push button', 'New meeting with this client')
    dialog = app.find('frame', 'New Meeting')
    choice = dialog.find('check box', 'Output clinic')
    app.pointer.click(app.pointer.reveal(choice))
    a11y.wait(lambda: choice.has('checked'), 'the blueprint')
    app.pointer.click(dialog.find('push button', 'Create'))
    app.find('entry', 'Output')
    app.holds(('Castell Optics',), 'SELECT c.name FROM meeting AS m JOIN client AS c'
              f' ON c.id = m.client WHERE m.id = ({MEETING.format("id")})')


@journey.step
def stretch():
    """the edge of a block is dragged in steps of half a minute"""
    app = journey.app
    before = segments('seconds')
    node = block(2)
    app.pointer.drag(node, -round(node.extents.width * 60 / before[1]), 0, x=0.99)
    a11y.wait(lambda: segments('seconds') != before, 'another length')
    after = segments('seconds')
    tap.equal(after[:1] + after[2:], before[:1] + before[2:])
    assert after[1] < before[1] and after[1] % 30 == 0, f'{before} became {after}'


@journey.step
def move():
    """a block is dragged past another"""
    app = journey.app
    titles = segments('title')
    second, third = block(2), block(3)
    app.pointer.drag(second, third.extents.x + third.extents.width - second.extents.x
                     - second.extents.width // 2, 0, steps=16)
    moved = [titles[0], titles[2], titles[1]] + titles[3:]
    a11y.wait(lambda: segments('title') == moved, f'{moved}')


@journey.step
def longer():
    """plus makes a segment longer, the header's arrow takes that back"""
    app = journey.app
    before = segments('seconds')
    app.click('push button', 'Longer')
    a11y.wait(lambda: segments('seconds') == [before[0] + 30] + before[1:], '30 seconds more')
    app.click('push button', 'Undo')
    a11y.wait(lambda: segments('seconds') == before, 'them gone again')
    app.click('push button', 'Redo')
    a11y.wait(lambda: segments('seconds')[0] == before[0] + 30, 'and back')


@journey.step
def words():
    """his words are dragged onto a segment"""
    app = journey.app
    app.click(None, 'Client', lambda node: node.role in ('toggle button', 'push button', 'page tab'))
    remark = app.find('list item', re.compile('“People pay four hundred'))
    target = app.find('list item', re.compile(r', 1 of \d$'))
    app.pointer.drag_to(remark, target)
    a11y.wait(lambda: segments('remark')[0], 'the first segment to link to his words')


@journey.step
def people():
    """a tick says who comes"""
    app = journey.app
    box = app.find('check box', 'Ruth Castell comes to the meeting')
    app.pointer.click(app.pointer.reveal(box))
    app.holds(('Ruth Castell',), 'SELECT c.name FROM attendee AS a JOIN contact AS c'
              f' ON c.id = a.contact WHERE a.meeting = ({MEETING.format("id")})')


@journey.step
def review():
    """a fix at one click, and the score is at least 80, on the screen as from the tool"""
    app = journey.app
    app.click(None, 'Design Review',
              lambda node: node.role in ('toggle button', 'push button', 'page tab'))
    app.click('push button', 'Link the dearest friction')
    a11y.wait(lambda: any(segments('friction')), 'the friction in the plan')
    told = qh_json(app.store, 'check', app.row(MEETING.format('id'))[0])['score']
    app.find('label', re.compile(f'^Score {told}\\b'))
    assert told >= 80, f'the score is {told}'


@journey.step
def export():
    """Share makes the page, in the folder where the app was started"""
    app = journey.app
    app.click('push button', 'Share')
    app.pointer.click(app.find('menu item', re.compile('PDF')))
    chooser = app.find('frame', 'Export')
    app.pointer.click(chooser.find('push button', 'Export'))
    pages = os.path.join(journey.folder, '*Castell Optics*.pdf')
    a11y.wait(lambda: glob.glob(pages), 'the page')
    app.root.gone('frame', 'Export')
    text = pdf_text(glob.glob(pages)[0])
    output = app.row(MEETING.format('output'))[0]
    for wanted in ('Castell Optics', output):
        assert wanted in text, f'“{wanted}” is not in the page: {text}'


@journey.step
def leave():
    """the window is closed; the store is sound"""
    app = journey.app
    app.click('push button', 'Close')
    tap.equal((app.process.wait(20), app.said()), (0, ''))
    qh(journey.store, 'verify')


journey.run()
