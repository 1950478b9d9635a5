# SPDX-License-Identifier: GPL-3.0-or-later
"""A friction is made, handed to someone, and removed; it does not go without a word about what
changed."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, qh, rows, tap  # noqa: E402

needs_places()

journey = Journey('friction')
IT = "FROM friction WHERE title = 'Form asks twice'"


def fill(dialog, entry, text):
    """Types into an entry of a dialog."""
    journey.app.pointer.click(dialog.find('entry', entry))
    a11y.type_text(text)


@journey.step
def start():
    """the sample territory, at its frictions"""
    qh(journey.store, 'sample')
    app = journey.start('--page', 'friction')
    app.find('list item', re.compile('^Third wrong invoice'))


@journey.step
def new_friction():
    """Ctrl+N makes a friction here, and opens it"""
    app = journey.app
    a11y.key('ctrl+n')
    dialog = app.find('frame', 'New Friction')
    fill(dialog, 'What is in the way', 'Form asks twice')
    a11y.key('Return')
    app.find('push button', 'Delete Friction')
    app.holds(('open', 2), f'SELECT status, severity {IT}')


@journey.step
def hand_over():
    """it is handed to someone, and is being fixed"""
    app = journey.app
    app.click('push button', 'Hand to Someone…')
    dialog = app.find('frame', 'Hand to Someone')
    fill(dialog, 'Who takes it on', 'Operations')
    a11y.key('Return')
    app.holds(('fixing', 'Operations'), f'SELECT status, owner {IT}')


@journey.step
def remove():
    """removed, with what changed"""
    app = journey.app
    app.click('push button', 'Removed…')
    dialog = app.find('frame', 'Friction Removed')
    a11y.key('Return')
    tap.equal(rows(journey.store, f'SELECT status {IT}'), [('fixing',)])
    fill(dialog, 'What changed', 'It asks once')
    a11y.key('Return')
    app.holds(('removed', 'It asks once'), f'SELECT status, change {IT}')
    app.root.gone('frame', 'Friction Removed')


@journey.step
def undo():
    """one step of undo takes it back"""
    a11y.key('ctrl+z')
    journey.app.holds(('fixing', None), f'SELECT status, change {IT}')
    journey.app.quit()


journey.run()
