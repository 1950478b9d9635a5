# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone call becomes a friction in one step, and an upgrade is answered: not before it is said
what he learned, what changes and who told the client."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, needs_places, qh, rows, tap  # noqa: E402

needs_places()

journey = Journey('contact-log')
CALL = "FROM friction WHERE contact_log = (SELECT id FROM contact_log WHERE answered_by = 'Nobody')"
UPGRADE = "FROM contact_log WHERE wanted = 'The credit note that was announced'"


def fill(dialog, entry, text):
    """Types into an entry of a dialog in place of what stands there."""
    journey.app.pointer.click(dialog.find('entry', entry))
    a11y.key('ctrl+a')
    a11y.type_text(text)


@journey.step
def start():
    """the sample territory, at its contacts, with their figures and what they are made of"""
    qh(journey.store, 'sample')
    app = journey.start('--page', 'contact-log')
    app.find('list item', re.compile('^The credit note'))
    app.find('push button', 'Upgrades answered: 67 %, 4 of 6')
    tap.equal(a11y.nameless(app.root), {})


@journey.step
def friction():
    """a chat becomes a friction, which links back"""
    app = journey.app
    app.click('list item', re.compile('^A filter number'))
    app.find('push button', 'Delete Contact')
    tap.equal(a11y.nameless(app.root), {})
    app.pointer.click(app.pointer.reveal(app.find('push button', 'Make a Friction')))
    app.holds(('A filter number', 'Ridgeway Hearing', 3),
              'SELECT title, (SELECT name FROM client WHERE id = client), minutes ' + CALL)


@journey.step
def undo():
    """one step of undo takes it back, one of redo brings it again"""
    app = journey.app
    a11y.key('ctrl+z')
    app.holds((0,), 'SELECT count(*) ' + CALL)
    app.root.gone('label', 'Friction made: “A filter number”')
    a11y.key('ctrl+shift+z')
    app.holds((1,), 'SELECT count(*) ' + CALL)
    a11y.key('alt+Left')
    app.root.gone('push button', 'Delete Contact')


@journey.step
def refused():
    """an upgrade does not close without who told the client"""
    app = journey.app
    app.click('list item', re.compile('^The credit note'))
    app.click('push button', 'Answer…')
    dialog = app.find('frame', 'Answer the Upgrade')
    fill(dialog, 'What changes', 'One person owns the account')
    a11y.key('Return')
    dialog.find('alert', 'Say who told the client')
    tap.equal(rows(journey.store, f'SELECT upgrade_change, upgrade_told {UPGRADE}'),
              [(None, None)])


@journey.step
def answered():
    """it closes with all three, and undo opens it again"""
    app = journey.app
    fill(app.find('frame', 'Answer the Upgrade'), 'Who told the client', 'Anne, by phone')
    a11y.key('Return')
    app.root.gone('frame', 'Answer the Upgrade')
    app.holds(('One person owns the account', 'Anne, by phone'),
              f'SELECT upgrade_change, upgrade_told {UPGRADE}')
    app.find('label', 'Answered, and the client knows')
    a11y.key('ctrl+z')
    app.holds((None, None), f'SELECT upgrade_change, upgrade_told {UPGRADE}')
    app.root.gone('label', 'Upgrade answered')
    a11y.key('ctrl+shift+z')
    app.holds(('Anne, by phone',), f'SELECT upgrade_told {UPGRADE}')


@journey.step
def figures():
    """the figures follow, and one opens into its list"""
    app = journey.app
    a11y.key('alt+Left')
    app.click('push button', 'Upgrades answered: 83 %, 5 of 6')
    app.find('push button', 'Upgrades answered')
    app.root.gone('list item', re.compile('^A filter number'))
    app.quit()


@journey.step
def by_the_tool():
    """the tool refuses the same"""
    id_ = rows(journey.store, "SELECT id FROM contact_log WHERE wanted = 'A new quote'")[0][0]
    qh(journey.store, 'set', id_, '--upgrade-told', 'Jo', status=2)
    tap.equal(rows(journey.store, f"SELECT upgrade_told FROM contact_log WHERE id = '{id_}'"),
              [(None,)])


journey.run()
