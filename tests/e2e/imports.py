# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of five contacts with an odd heading, opened and taken in by keyboard: one column is told
what it is, what comes in is taken back whole, and the next time the column is known."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('imports')
TABLE = os.path.join(journey.folder, 'people.csv')
PEOPLE = 'SELECT count(*) FROM contact'
CLIENTS = 'SELECT count(*) FROM client'
ROWS = '''Boss;Company;E-mail;Cake
Ada Lovelace;Northwind;ada@northwind.example;Apple
Grace Hopper;Northwind;grace@northwind.example;Cherry
Alan Turing;Bletchley;alan@bletchley.example;
Kurt Goedel;Bletchley;kurt@bletchley.example;
Emmy Noether;Verein;emmy@verein.example;Plum
Emmy Noether;Verein;emmy@verein.example;Plum
'''


def wait_for_window(app):
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')


@journey.step
def opened():
    """the file is opened: nothing has come in, but it is told what would, and who is left out"""
    with open(TABLE, 'w', encoding='utf-8') as file:
        file.write(ROWS)
    qh(journey.store, 'add', 'client', '--name', 'Vesper Labs')
    app = journey.start(TABLE, folder=journey.folder)
    wait_for_window(app)
    app.find('label', '5 new · 1 left out')
    app.find('label', 'ada@northwind.example')
    app.holds((0,), PEOPLE)
    tap.equal(a11y.nameless(app.root), {})


@journey.step
def mapped():
    """the column that nobody knows is said to be the name, and the preview is of people by name"""
    app = journey.app
    app.tab_to(None, 'Boss')
    a11y.key('space')
    a11y.key('Down', 'Down', 'Return')
    app.find('label', 'Ada Lovelace')
    app.find('label', re.compile('Northwind · ada@northwind.example'))
    app.find('label', '5 new · 1 left out')


@journey.step
def taken():
    """Ctrl+Enter takes it in, and it is told: five people and three clients"""
    app = journey.app
    a11y.key('ctrl+Return')
    app.find('label', 'Imported')
    app.holds((5,), PEOPLE)
    app.holds((4,), CLIENTS)
    app.holds(('Ada Lovelace', 'Northwind'), 'SELECT p.name, c.name FROM contact AS p'
              ' JOIN client AS c ON c.id = p.client ORDER BY p.id')


@journey.step
def undone():
    """Ctrl+Z takes all of it back, and the page goes"""
    app = journey.app
    a11y.key('ctrl+z')
    app.holds((0,), PEOPLE)
    app.holds((1,), CLIENTS)
    app.root.gone('label', 'Imported')
    app.quit()


@journey.step
def again():
    """the next time the column is known, and one key is enough"""
    app = journey.start(TABLE, folder=journey.folder)
    wait_for_window(app)
    app.find('label', 'Ada Lovelace')
    app.find('label', '5 new · 1 left out')
    a11y.key('ctrl+Return')
    app.find('label', 'Imported')
    app.holds((5,), PEOPLE)
    app.quit()
    qh(journey.store, 'verify')
    tap.equal(len(rows(journey.store, 'SELECT id FROM contact WHERE name LIKE "%@%"')), 0)


journey.run()
