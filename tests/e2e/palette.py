# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything at one key: what was said long ago, a page, an action and a quick line, by keyboard."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('palette')
SENTENCE = 'goes right in the trash'
# Seconds in which a sentence said long ago is found, typing included.
SOON = 5


def palette(app):
    """The window, once its entry has the focus."""
    a11y.key('ctrl+k')
    window = app.find('frame', 'Search')
    entry = window.find('entry', 'Search everything')
    a11y.wait(lambda: entry.has('focused'), 'the focus on the entry')
    return window, entry


def typed(entry, text):
    a11y.type_text(text)
    a11y.wait(lambda: entry.text == text, f'“{text}” in the entry')


@journey.step
def start():
    """the sample territory"""
    qh(journey.store, 'sample')
    qh(journey.store, 'set', rows(journey.store, "SELECT id FROM remark WHERE words LIKE ?",
                                  f'%{SENTENCE}%')[0][0], '--said', '2025-11-20')
    app = journey.start('--page', 'meetings')
    app.find('push button', 'Undo')
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')


@journey.step
def context():
    """a sentence said a year ago is found by two of its words: whose, what and when"""
    window, entry = palette(journey.app)
    typed(entry, 'vendor trash')
    window.find('list item', re.compile(r'^Ferris Dental Group · Remark · 20 November 2025$'))
    window.find('label', re.compile(SENTENCE))
    a11y.wait(lambda: entry.description.startswith('1 found · Ferris'), 'it to be told')
    a11y.key('Escape')
    journey.app.root.gone('frame', 'Search')


@journey.step
def sentence():
    """it is stood upon in under five seconds, by keyboard"""
    app = journey.app
    began = time.monotonic()
    a11y.key('ctrl+k')
    a11y.wait(lambda: app.focus.is_on('entry', 'Search everything'), 'the focus on the entry')
    a11y.type_text('vendor trash')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('list item', re.compile(SENTENCE)), 'the focus on his words')
    taken = time.monotonic() - began
    print(f'# {taken:.1f} s')
    assert taken < SOON, taken


@journey.step
def page():
    """a page by its name, with its shortcut beside it"""
    app = journey.app
    window, entry = palette(app)
    assert entry.text == '', 'what was gone to is not asked for again'
    typed(entry, 'contac')
    window.find('list item', 'Contact Log')
    a11y.key('Return')
    app.root.gone('frame', 'Search')
    app.find('entry', 'Find a contact')


@journey.step
def survives():
    """Escape closes; what was typed is there again, and is typed over"""
    app = journey.app
    window, entry = palette(app)
    typed(entry, 'xyzzy')
    window.find('label', 'Nothing Found')
    a11y.key('Escape')
    app.root.gone('frame', 'Search')
    window, entry = palette(app)
    assert entry.text == 'xyzzy', entry.text
    typed(entry, '"OR" ) NEAR(*')
    a11y.key('ctrl+a', 'BackSpace')
    a11y.wait(lambda: entry.text == '', 'an empty entry')
    window.find('list item', re.compile('^Ferris Dental Group'))
    a11y.key('Escape')
    app.root.gone('frame', 'Search')


@journey.step
def action():
    """an action is run, chosen with the arrow keys"""
    app = journey.app
    window, entry = palette(app)
    typed(entry, 'new')
    window.find('list item', 'New meeting')
    a11y.key('Down')
    a11y.wait(lambda: 'New client' in entry.description, 'the second row to be chosen')
    assert entry.has('focused')
    a11y.key('Return')
    app.root.gone('frame', 'Search')
    app.find('frame', 'New Client')
    a11y.key('Escape')
    app.root.gone('frame', 'New Client')


@journey.step
def line():
    """a quick line says what it becomes, and is logged"""
    app = journey.app
    window, entry = palette(app)
    typed(entry, 'f lamp flickers @Ferris #billing !3')
    window.find('label', re.compile('^Log: Friction · Ferris Dental Group · Billing'))
    a11y.key('Return')
    app.root.gone('frame', 'Search')
    app.holds(('lamp flickers', 'Ferris Dental Group', 3), 'SELECT f.title, c.name, f.severity'
              ' FROM friction AS f JOIN client AS c ON c.id = f.client'
              ' ORDER BY f.created DESC, f.id DESC LIMIT 1')


@journey.step
def beside():
    """Ctrl+Enter opens a window beside, of the same store"""
    app = journey.app
    window, entry = palette(app)
    typed(entry, 'lamp flick')
    window.find('list item', re.compile('Friction'))
    a11y.key('ctrl+Return')
    app.root.gone('frame', 'Search')
    a11y.wait(lambda: len([f for f in app.root.each('frame', 'Quarterhour')]) == 2, 'two windows')
    a11y.key('ctrl+w')
    a11y.wait(lambda: len([f for f in app.root.each('frame', 'Quarterhour')]) == 1, 'one window')
    app.quit()


@journey.step
def kept():
    """what a list is narrowed to is there again after a restart"""
    app = journey.start('--page', 'clients')
    entry = app.find('entry', 'Find a client')
    app.find('list item', re.compile('^Ferris'))
    a11y.type_text('Castell')
    a11y.wait(lambda: entry.text == 'Castell', 'the words')
    app.root.gone('list item', re.compile('^Ferris'))
    app.quit()
    app = journey.start('--page', 'clients')
    a11y.wait(lambda: app.find('entry', 'Find a client').text == 'Castell', 'the words, again')
    app.root.gone('list item', re.compile('^Ferris'))
    app.find('list item', re.compile('^Castell'))


@journey.step
def view():
    """it is saved under a name, left, chosen again from the palette, deleted and had back"""
    app = journey.app
    entry = app.find('entry', 'Find a client')
    app.tab_to('push button', 'Views', backwards=True)
    a11y.key('space')
    app.find('menu item', 'Save View…')
    a11y.key('Down', 'Return')
    field = app.find('entry', 'Name of the view')
    a11y.wait(lambda: field.has('focused'), 'the focus on the name')
    a11y.type_text('Opticians')
    a11y.key('Return')
    app.root.gone('entry', 'Name of the view')
    app.holds(('[{"name":"Opticians","state":{"search":"Castell"}}]',),
              "SELECT value FROM setting WHERE key = 'views_clients'")
    app.tab_to('push button', 'Views', backwards=True)
    a11y.key('space')
    app.find('menu item', 'Show Everything')
    a11y.key('Down', 'Return')
    a11y.wait(lambda: entry.text == '', 'everything to be shown')
    window, field = palette(app)
    typed(field, 'optici')
    window.find('list item', re.compile('^Opticians · Clients'))
    a11y.key('Return')
    app.root.gone('frame', 'Search')
    a11y.wait(lambda: entry.text == 'Castell', 'the view')
    window, field = palette(app)
    typed(field, 'delete the v')
    window.find('list item', 'Delete the view')
    a11y.key('Return')
    app.root.gone('frame', 'Search')
    a11y.wait(lambda: not rows(app.store, "SELECT 1 FROM setting WHERE key = 'views_clients'"),
              'the view to be gone')
    a11y.key('ctrl+z')
    app.holds((1,), "SELECT count(*) FROM setting WHERE key = 'views_clients'")
    app.quit()


journey.run()
