# SPDX-License-Identifier: GPL-3.0-or-later
"""The store goes out to other programs by keyboard: contacts as a file, and everything as one that
an empty store takes in."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('exports')
CARDS = os.path.join(journey.folder, 'people.vcf')
ALL = os.path.join(journey.folder, 'all.json')


def export(path, downs):
    """Through the main menu; so many times down to what goes out."""
    app = journey.app
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('F10')
    app.find('menu item', 'Export…')
    a11y.type_text('e')
    window = app.find('frame', 'Export')
    window.find('list item', where=lambda node: node.has('focused'))
    a11y.key(*['Down'] * downs, 'space')
    tap.equal(a11y.nameless(window), {})
    a11y.key('alt+e')
    entry = app.find('entry', 'Name:')
    a11y.key('ctrl+a')
    a11y.type_text(path)
    a11y.wait(lambda: entry.text == path, 'the name of the file')
    a11y.key('Return')
    app.find('label', f'Exported to {os.path.basename(path)}')
    app.root.gone('frame', 'Export')


@journey.step
def contacts():
    """the third choice: a card for each contact"""
    qh(journey.store, 'sample')
    journey.start('--page', 'clients', folder=journey.folder)
    export(CARDS, 2)
    with open(CARDS, encoding='utf-8') as file:
        tap.equal(file.read().count('BEGIN:VCARD'),
                  rows(journey.store, 'SELECT count(*) FROM contact')[0][0])


@journey.step
def everything():
    """the first choice: another store is the same afterwards"""
    export(ALL, 0)
    journey.app.quit()
    other = os.path.join(journey.folder, 'other.db')
    qh(other, 'import', ALL)
    for kind in ('client', 'meeting', 'friction', 'movement'):
        query = f'SELECT id FROM {kind} ORDER BY id'
        tap.equal(rows(other, query), rows(journey.store, query))


journey.run()
