# SPDX-License-Identifier: GPL-3.0-or-later
"""An edition of three, given by hand: the fourth client waits, and is offered what comes back."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, qh, rows, tap  # noqa: E402

needs_places()

journey = Journey('content')
ITEM = "SELECT id FROM content WHERE title = 'Rare survey'"
CLIENTS = ['Castell Optics', 'Hotel Moreau', 'Tilden School']


def counts():
    """What is left, reserved and given of the edition."""
    return rows(journey.store, 'SELECT available, reserved, delivered FROM ledger WHERE content ='
                f' ({ITEM})')[0]


def choose_client(dialog, name):
    """Types a client's name into the chooser of a dialog."""
    app = journey.app
    app.pointer.click(dialog.find('entry', 'Client'))
    a11y.type_text(name)
    a11y.key('Return')


def ask_for(button, title, name):
    """Opens a dialog of the item's page, and says for whom."""
    app = journey.app
    app.click('push button', button)
    dialog = app.find('frame', title)
    choose_client(dialog, name)
    return dialog


@journey.step
def start():
    """the sample territory, at its content"""
    qh(journey.store, 'sample')
    app = journey.start('--page', 'content')
    app.find('list item', re.compile(r'^Benchmark clinic, Educate: .*3 of 12 left.*scarcity 93'))


@journey.step
def filters():
    """a filter narrows the list, another gives it back"""
    app = journey.app
    app.click('push button', 'Retired')
    app.find('list item', re.compile('^Descaling chart'))
    app.root.gone('list item', re.compile('^Benchmark clinic'))
    app.click('push button', 'All')
    app.find('list item', re.compile('^Benchmark clinic'))


@journey.step
def for_a_client():
    """what is left for a client: his name is typed at once, and what he has had is gone"""
    app = journey.app
    app.click('push button', 'For a Client')
    a11y.wait(lambda: app.focus.node is None or app.focus.node.role == 'entry', 'the entry')
    a11y.type_text('cas')
    app.find('list item', re.compile('^Castell Optics'))
    assert not app.look('list item', re.compile('^New client'))
    a11y.key('Return')
    app.root.gone('list item', re.compile('^Benchmark clinic'))
    app.click('push button', 'All')
    app.find('list item', re.compile('^Benchmark clinic'))


@journey.step
def factors():
    """the pill opens its three factors and their product"""
    app = journey.app
    app.click('push button', 'Scarcity 93 of 100')
    for words in ('Ours alone', '9 of 12 reserved or given', 'An end date', 'of 100'):
        app.find('label', words)
    a11y.key('Escape')
    app.root.gone('label', 'An end date')


@journey.step
def new_item():
    """Ctrl+N makes an item here: an edition of three"""
    app = journey.app
    a11y.key('ctrl+n')
    dialog = app.find('frame', 'New Item')
    app.pointer.click(dialog.find('entry', 'Title'))
    a11y.type_text('Rare survey')
    app.pointer.click(dialog.find('entry', 'Copies (empty: without limit)'))
    a11y.type_text('3')
    a11y.key('Return')
    app.find('image', '3 of 3 copies left')
    app.holds((3,), f'SELECT edition FROM content WHERE id = ({ITEM})')


@journey.step
def reserve():
    """three clients have a copy each"""
    app = journey.app
    for left, name in zip((2, 1, 0), CLIENTS):
        dialog = ask_for('Reserve…', 'Reserve a Copy', name)
        app.pointer.click(dialog.find('push button', 'Reserve'))
        app.find('image', re.compile(f'^{left} of 3 copies left'))
    tap.equal(counts(), (0, 3, 0))


@journey.step
def raced():
    """the tool takes the last copy while the app asks for whom: refused, and granted once it is back"""
    app = journey.app
    qh(journey.store, 'release', 'Rare survey', CLIENTS[2])
    app.find('image', re.compile('^1 of 3 copies left'))
    dialog = ask_for('Reserve…', 'Reserve a Copy', CLIENTS[2])
    qh(journey.store, 'reserve', 'Rare survey', 'Okafor & Sons')
    app.pointer.click(dialog.find('push button', 'Reserve'))
    dialog.find(None, re.compile('Rare survey.*3'))
    tap.equal(counts(), (0, 3, 0))
    qh(journey.store, 'release', 'Rare survey', 'Okafor & Sons')
    app.pointer.click(dialog.find('push button', 'Reserve'))
    app.root.gone('frame', 'Reserve a Copy')
    tap.equal(counts(), (0, 3, 0))


@journey.step
def refused():
    """the fourth is refused, with the item and the numbers"""
    app = journey.app
    dialog = ask_for('Reserve…', 'Reserve a Copy', 'Okafor & Sons')
    app.pointer.click(dialog.find('push button', 'Reserve'))
    dialog.find(None, re.compile('Rare survey.*3'))
    a11y.key('Escape')
    app.root.gone('frame', 'Reserve a Copy')
    tap.equal(counts(), (0, 3, 0))


@journey.step
def wait():
    """he is put on the waiting list"""
    app = journey.app
    dialog = ask_for('Add…', 'Waiting List', 'Okafor & Sons')
    app.pointer.click(dialog.find('push button', 'Add'))
    app.find('push button', 'Take Okafor & Sons off the waiting list')
    app.holds((1,), f'SELECT count(*) FROM waiting WHERE content = ({ITEM})')


@journey.step
def offer():
    """a copy that is released is offered to him, where it happened, and reserved with one click"""
    app = journey.app
    qh(journey.store, 'release', 'Rare survey', 'Hotel Moreau')
    app.click('push button', 'Reserve for Them')
    app.holds(('Okafor & Sons',), 'SELECT name FROM holding JOIN client ON client.id ='
              f' holding.client WHERE content = ({ITEM}) AND number = 2')
    tap.equal(counts(), (0, 3, 0))
    tap.equal(rows(journey.store, f'SELECT count(*) FROM waiting WHERE content = ({ITEM})'),
              [(0,)])


@journey.step
def end():
    """the app ends without a complaint, and the store is sound"""
    journey.app.quit()
    qh(journey.store, 'verify')


journey.run()
