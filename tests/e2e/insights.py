# SPDX-License-Identifier: GPL-3.0-or-later
"""Insights by keyboard: a picture's table at one key, another period, a bar decided with a reason
and taken back, one picture as a table and as a drawing, what a row is about, all as a report."""

import datetime
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, pdf_text, qh, rows, tap  # noqa: E402

journey = Journey('insights')
DECIDED = 'SELECT touchpoint, verdict, reason, look_again FROM decision ORDER BY id DESC'
DAY = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
MINUTES = re.compile('^17 meetings were held')


def on_picture():
    """The focus on the first picture: its name is what it says."""
    return journey.app.tab_to('image', MINUTES)


def save(item, letter, name):
    """From the menu of the first picture, by the letter of its item, into the journey's folder."""
    app = journey.app
    path = os.path.join(journey.folder, name)
    on_picture()
    a11y.key('Menu')
    app.find('menu item', item)
    a11y.type_text(letter)
    write_to(path)
    app.find('label', f'Saved “{name}”')
    return path


def write_to(path):
    """Answers the dialog that asks for a file."""
    entry = journey.app.find('entry', 'Name:')
    a11y.key('ctrl+a')
    a11y.type_text(path)
    a11y.wait(lambda: entry.text == path, 'the name of the file')
    a11y.key('Return')


@journey.step
def open_insights():
    """the sample territory, and Alt+9"""
    qh(journey.store, 'sample')
    app = journey.start('--page', 'meetings', folder=journey.folder)
    app.find('push button', 'Undo')
    a11y.key('alt+9')
    app.find('image', MINUTES)


@journey.step
def table():
    """T shows the numbers of the picture that has the focus, and hides them again"""
    app = journey.app
    on_picture()
    a11y.key('t')
    app.find('label', 'Meetings held')
    a11y.key('t')
    app.root.gone('label', 'Meetings held')


@journey.step
def period():
    """three months: other numbers, in the same place"""
    app = journey.app
    on_picture()
    for step, said in (('Up', re.compile('^10 meetings were held')), ('Down', MINUTES)):
        a11y.tab_to(app.focus, 'push button', 'Period', backwards=True)
        a11y.key('space')
        app.find('list item', where=lambda node: node.has('focused'))
        a11y.key(step, 'Return')
        app.find('image', said)



@journey.step
def decide():
    """a bar whose day to look again has come is decided with a reason; undone, it asks again"""
    app = journey.app
    before = rows(journey.store, DECIDED)
    on_picture()
    app.tab_to('list item', re.compile('^Delivery, To be looked at again: .*, Look again'))
    a11y.key('Return')
    dialog = app.find('frame', 'Decide')
    dialog.find('label', re.compile('^Delivery · '))
    a11y.key('1', 'Return', 'ctrl+a')
    a11y.type_text('One window of two hours')
    a11y.key('Return')
    app.root.gone('frame', 'Decide')
    app.holds(('delivery', 'do', 'One window of two hours', DAY), DECIDED)
    app.find('list item', re.compile('^Delivery, We do it: One window of two hours'))
    a11y.key('ctrl+z')
    app.find('list item', re.compile('^Delivery, To be looked at again: .*, Look again'))
    tap.equal(rows(journey.store, DECIDED), before)


@journey.step
def files():
    """the picture that has the focus, as a table and as a drawing"""
    with open(save('Save Table (CSV)…', 't', 'minutes.csv'), encoding='utf-8') as file:
        tap.equal(file.readline().rstrip(),
                  'month,open,educate,improve,escape,aesthetics,close,housekeeping,held,reached')
    with open(save('Save as Drawing (SVG)…', 'd', 'minutes.svg'), encoding='utf-8') as file:
        assert '<svg' in file.read(300), 'no drawing'


@journey.step
def opens():
    """a row opens the client that it is about, and the way back leads to the same place"""
    app = journey.app
    on_picture()
    app.tab_to('push button', 'Menu: Clients without Anything Scarce')
    a11y.key('Tab')
    a11y.wait(lambda: app.focus.is_on('table row'), 'the focus on a row')
    a11y.key('Home', 'Down')
    a11y.wait(lambda: app.focus.is_on(None, re.compile('^Vesper Labs')), 'the second row')
    a11y.key('Return')
    app.find('push button', 'Back')
    a11y.key('alt+Left')
    app.root.gone('push button', 'Back')
    assert app.focus.is_on(None, re.compile('^Vesper Labs')), app.focus.node


@journey.step
def report():
    """Ctrl+E: all of them with their sentences and tables, on numbered pages"""
    path = os.path.join(journey.folder, 'insights.pdf')
    a11y.key('ctrl+e')
    write_to(path)
    journey.app.find('label', 'Saved “insights.pdf”')
    text = pdf_text(path)
    for words in ('Insights', 'All clients', '17 meetings were held', 'Yearly Cost Opened',
                  'Clients Gone Silent', 'page 1 of '):
        assert words in text, f'{words!r} is not in the report'
    journey.app.quit()


journey.run()
