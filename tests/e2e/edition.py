# SPDX-License-Identifier: GPL-3.0-or-later
"""An edition of three, from an empty store: planned into three meetings it has gone, the fourth is
blocked, and a meeting that is cancelled frees a copy for the client who waits."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, qh, qh_json, rows, tap  # noqa: E402

needs_places()

journey = Journey('edition')
ITEM = "SELECT id FROM content WHERE title = 'Rare survey'"
FOURTH = 'Okafor and Sons'
TABS = ('toggle button', 'push button', 'page tab')


def counts():
    """What is left, reserved and given of the edition."""
    return rows(journey.store, 'SELECT available, reserved, delivered FROM ledger WHERE content ='
                f' ({ITEM})')[0]


def holder(number):
    """Who has a copy, for a meeting with whom, and how he has it."""
    return rows(journey.store, 'SELECT c.name, c.name = mc.name, h.state FROM holding AS h'
                ' JOIN client AS c ON c.id = h.client'
                ' LEFT JOIN meeting AS m ON m.id = h.meeting LEFT JOIN client AS mc'
                f' ON mc.id = m.client WHERE h.content = ({ITEM}) AND h.number = ?', number)


def await_copy(number, name):
    """Waits until a copy is reserved for a client's meeting."""
    a11y.wait(lambda: holder(number) == [(name, 1, 'reserved')], f'copy {number} with {name}')


def meeting_of(name):
    return rows(journey.store, 'SELECT m.id FROM meeting AS m JOIN client AS c ON c.id = m.client'
                ' WHERE c.name = ?', name)[0][0]


def blockers(name):
    """The rules by which the review blocks a client's meeting."""
    told = qh_json(journey.store, 'check', meeting_of(name), status=1)
    return [found['rule'] for found in told['findings'] if found['level'] == 'blocker']


def go_to(page):
    journey.app.click('list item', re.compile(f'^{page}'))


def open_tab(name):
    journey.app.click(None, name, lambda node: node.role in TABS)


def choose(name):
    """Clicks an item of a menu once the menu stands still."""
    app = journey.app
    item, places = app.find('menu item', name), []

    def still():
        places.append(app.pointer.place(item))
        return len(places) > 5 and len(set(places[-5:])) == 1
    a11y.wait(still, 'the menu to stand still')
    app.pointer.click(item)


def new_meeting(name):
    """A meeting with a client who is not there yet, opened at what it could give."""
    app = journey.app
    a11y.key('alt+2', 'ctrl+n')
    dialog = app.find('frame', 'New Meeting')
    client = dialog.find('entry', 'Client')
    a11y.type_text(name)
    a11y.wait(lambda: client.text == name, f'the name {name}')
    a11y.key('ctrl+Return')
    app.root.gone('frame', 'New Meeting')
    app.find('entry', 'Output')
    open_tab('Content')
    return app.find('list item', re.compile('^Rare survey'))


@journey.step
def start():
    """the first start, without the sample"""
    app = journey.start()
    app.click('push button', 'Start Empty')
    go_to('Content')
    app.find('label', 'No Content Yet')
    app.click(None, 'Who has had nothing scarce')
    app.find('label', 'No Clients Yet')
    app.click(None, 'Who has had nothing scarce')


@journey.step
def new_item():
    """the empty page leads to an edition of three"""
    app = journey.app
    app.click('push button', 'New Item')
    dialog = app.find('frame', 'New Item')
    app.pointer.click(dialog.find('entry', 'Title'))
    a11y.type_text('Rare survey')
    app.pointer.click(dialog.find('entry', 'Copies (empty: without limit)'))
    a11y.type_text('3')
    a11y.key('Return')
    app.find('image', '3 of 3 copies left')
    tap.equal(counts(), (3, 0, 0))


@journey.step
def dropped():
    """dropped on a segment of the first meeting, it is linked and a copy reserved"""
    app = journey.app
    offer = new_meeting('Castell Optics')
    app.pointer.drag_to(offer, app.find('list item', re.compile(r', 1 of \d$')))
    await_copy(1, 'Castell Optics')
    tap.equal(rows(journey.store, f'SELECT position FROM segment WHERE content = ({ITEM})'), [(0,)])
    app.find(None, re.compile('Rare survey.*copy 1 of 3 reserved'))


@journey.step
def clicked():
    """clicked in the second it becomes a segment"""
    app = journey.app
    app.pointer.click(new_meeting('Hotel Moreau'))
    await_copy(2, 'Hotel Moreau')
    app.find('label', re.compile('^One of three is left; yours, copy 2, is reserved'))


@journey.step
def sent():
    """sent into the third from the menu, it is the last"""
    app = journey.app
    new_meeting('Tilden School')
    app.click(None, 'Send into the plan: Rare survey')
    choose('Add as a Segment')
    await_copy(3, 'Tilden School')
    tap.equal(counts(), (0, 3, 0))


@journey.step
def blocked():
    """the fourth is planned without a copy, and the review blocks it"""
    app = journey.app
    app.pointer.click(new_meeting(FOURTH))
    app.holds((4,), f'SELECT count(*) FROM segment WHERE content = ({ITEM})')
    tap.equal(counts(), (0, 3, 0))
    app.find(None, re.compile('Rare survey · none left'))
    open_tab('Design Review')
    app.find(None, re.compile('“Rare survey”: none of 3 copies is left .3 reserved, 0 given'))
    assert 'scarce.sold-out' in blockers(FOURTH)


@journey.step
def waits():
    """its client is put on the waiting list, from the item in the panel"""
    app = journey.app
    open_tab('Content')
    app.click(None, 'Send into the plan: Rare survey')
    choose('Put on the Waiting List')
    app.holds((FOURTH,), 'SELECT name FROM waiting JOIN client ON client.id = waiting.client'
              f' WHERE content = ({ITEM})')
    app.find('label', re.compile('you are the first on the waiting list'))


@journey.step
def cancelled():
    """the second meeting is cancelled: its copy is offered to the client who waits"""
    app = journey.app
    go_to('Meetings')
    app.pointer.click(app.find('list item', re.compile('^Hotel Moreau')), button=3)
    choose('Cancel Meeting')
    app.find('label', re.compile(f'A copy of “Rare survey” is free; {FOURTH} waits'))
    tap.equal(counts(), (1, 2, 0))
    app.click('push button', 'Reserve for Them')
    await_copy(2, FOURTH)
    tap.equal(counts(), (0, 3, 0))
    tap.equal(rows(journey.store, 'SELECT count(*) FROM waiting'), [(0,)])


@journey.step
def cleared():
    """his meeting has a copy now, and is blocked no more"""
    app = journey.app
    app.click('list item', re.compile(f'^{FOURTH}'))
    app.find('entry', 'Output')
    app.find(None, re.compile('Rare survey.*copy 2 of 3 reserved'))
    open_tab('Design Review')
    app.root.gone(None, re.compile('none of 3 copies is left'))
    tap.equal(blockers(FOURTH), ['time.over-limit'])


@journey.step
def end():
    """the app ends without a complaint, and the store is sound"""
    journey.app.quit()
    qh(journey.store, 'verify')


journey.run()
