# SPDX-License-Identifier: GPL-3.0-or-later
"""Insights by keyboard: a picture's table at one key, another period, a bar decided with a reason
and taken back, one picture as a table and as a drawing, all of them as a report."""

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


def save(item, name):
    """From the menu of the picture that has the focus, into a file of the journey's folder."""
    app = journey.app
    path = os.path.join(journey.folder, name)
    on_picture()
    a11y.key('Menu')
    app.find('menu item', re.compile(re.escape(item)))
    a11y.type_text(item_key[item])
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


item_key = {'(CSV)': 't', '(SVG)': 'd'}


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


journey.run()
