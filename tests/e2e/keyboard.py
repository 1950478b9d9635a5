# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: from the first start to a plan for a sample client with a score of at least 80
and its page, read back from the store and out of the PDF."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, pdf_text, qh, qh_json, rows, tap  # noqa: E402

journey = Journey('keyboard')
PAGE = os.path.join(journey.folder, 'page.pdf')
TEXTS = {
    'Output': ('output', 'A drawer plan that every room can follow'),
    'Measured by': ('measure', 'Minutes spent searching, week of 7 December'),
    'The commitment we ask for': ('ask', 'One room for a trial until Friday'),
    'If not': ('fallback', 'Jan shows us the worst drawer'),
}
MEETING = "SELECT {} FROM meeting ORDER BY created DESC, id DESC LIMIT 1"


def meeting(columns):
    return MEETING.format(columns)


def segments(app, column):
    """One column of the new meeting's segments, in their order."""
    found = rows(app.store, f'SELECT {column} FROM segment WHERE meeting = ({meeting("id")})'
                 ' ORDER BY position')
    return [row[0] for row in found]


def score(app):
    label = app.find('label', re.compile(r'^Score \d+'))
    return int(re.search(r'\d+', label.name)[0])


@journey.step
def start():
    """the first page offers the sample territory; Enter takes it"""
    app = journey.start()
    app.find('push button', 'Explore the Sample Territory')
    a11y.wait(lambda: app.focus.is_on('push button', 'Explore the Sample Territory'),
              'the focus on the offer')
    a11y.key('Return')
    app.find('push button', 'Undo')
    assert len(qh_json(app.store, 'list', 'clients')) >= 12


@journey.step
def new_meeting():
    """a meeting from a blueprint, for a client by his first letters"""
    app = journey.app
    before = rows(app.store, 'SELECT count(*) FROM meeting')[0][0]
    a11y.key('ctrl+n')
    dialog = app.find('frame', 'New Meeting')
    client = dialog.find('entry', 'Client')
    a11y.type_text('Praxis')
    dialog.find('list item', re.compile('^Praxis Lindner'))
    assert not dialog.find('push button', 'Create').has('sensitive'), 'half a name is nobody'
    a11y.key('Return')
    a11y.wait(lambda: client.text == 'Praxis Lindner', 'the whole name')
    app.tab_to('check box', 'Fix first')
    a11y.key('Down', 'Down', 'space')
    a11y.wait(lambda: dialog.find('check box', 'Output clinic').has('checked'), 'the blueprint')
    a11y.key('ctrl+Return')
    app.root.gone('frame', 'New Meeting')
    app.find('entry', 'Output')
    app.holds((before + 1,), 'SELECT count(*) FROM meeting')
    app.holds(('Praxis Lindner', 'draft'), 'SELECT c.name, m.status FROM meeting AS m'
              f' JOIN client AS c ON c.id = m.client WHERE m.id = ({meeting("id")})')
    assert {'open', 'improve', 'close'} <= set(segments(app, 'kind'))


@journey.step
def texts():
    """output, measure, ask and fallback are edited in place and saved as they are typed"""
    app = journey.app
    for name, (column, text) in TEXTS.items():
        entry = app.tab_to('entry', name)
        a11y.key('ctrl+a')
        a11y.type_text(text)
        a11y.wait(lambda: entry.text == text, f'the text of {name}')
        app.holds((text,), meeting(column))


@journey.step
def lengths():
    """a block of the strip is stretched and moved with the arrow keys"""
    app = journey.app
    seconds, titles = segments(app, 'seconds'), segments(app, 'title')
    app.tab_to('push button', re.compile(r', 3 of \d$'))
    a11y.key('Left')
    a11y.wait(lambda: segments(app, 'seconds') == seconds[:2] + [seconds[2] - 30] + seconds[3:],
              'the third segment 30 seconds shorter')
    a11y.key('alt+Down')
    moved = titles[:2] + [titles[3], titles[2]] + titles[4:]
    a11y.wait(lambda: segments(app, 'title') == moved, 'the third segment fourth')


@journey.step
def segment():
    """a segment's title and length are typed"""
    app = journey.app
    title = app.tab_to('entry', 'Title of the segment')
    a11y.key('ctrl+a')
    a11y.type_text('Begin with the worst drawer')
    a11y.wait(lambda: title.text == 'Begin with the worst drawer', 'the title')
    a11y.wait(lambda: segments(app, 'title')[0] == 'Begin with the worst drawer', 'it in the store')
    app.tab_to('entry', 'Length of “Begin with the worst drawer”')
    a11y.key('ctrl+a')
    a11y.type_text('1:00')
    a11y.key('Return')
    a11y.wait(lambda: segments(app, 'seconds')[0] == 60, 'one minute')


@journey.step
def undo():
    """Ctrl+Z takes the length back and Ctrl+Shift+Z sets it again"""
    app = journey.app
    a11y.key('ctrl+z')
    a11y.wait(lambda: segments(app, 'seconds')[0] != 60, 'the length before')
    a11y.key('ctrl+shift+z')
    a11y.wait(lambda: segments(app, 'seconds')[0] == 60, 'the length again')


@journey.step
def people_and_words():
    """who comes, and a remark of the client's, go into the plan"""
    app = journey.app
    app.tab_to(None, 'Client')
    a11y.key('space')
    app.tab_to(None, re.compile('^Send into the plan: “I want every drawer'))
    a11y.key('Return')
    # Newer versions of GTK leave the items of a menu without a name.
    app.find('menu item', where=lambda node: node.label in ('Use in the Opening', ''))
    a11y.key('Return')
    a11y.wait(lambda: segments(app, 'remark')[0], 'the opening to link to the remark')
    app.tab_to('check box', 'Dr Eva Lindner comes to the meeting')
    a11y.key('space')
    app.holds(('Dr Eva Lindner',), 'SELECT c.name FROM attendee AS a JOIN contact AS c'
              f' ON c.id = a.contact WHERE a.meeting = ({meeting("id")})')


@journey.step
def review():
    """a fix at one key, and the score is at least 80, on the screen as from the tool"""
    app = journey.app
    app.tab_to(None, 'Design Review', backwards=True)
    a11y.key('space')
    app.tab_to('push button', 'Link the dearest friction')
    a11y.key('Return')
    a11y.wait(lambda: any(segments(app, 'friction')), 'the friction in the plan')
    told = qh_json(app.store, 'check', app.row(meeting('id'))[0])['score']
    a11y.wait(lambda: score(app) == told, f'the score {told}')
    assert told >= 80, f'the score is {told}'


@journey.step
def export():
    """Ctrl+E makes the page"""
    app = journey.app
    a11y.key('ctrl+e')
    app.find('frame', 'Export')
    app.tab_to('push button', 'Export…')
    a11y.key('Return')
    entry = app.find('entry', 'Name:')
    a11y.wait(lambda: entry.has('focused'), 'the file chooser')
    a11y.key('ctrl+a')
    a11y.type_text(PAGE)
    a11y.wait(lambda: entry.text == PAGE, 'the path')
    a11y.key('Return')
    a11y.wait(lambda: os.path.exists(PAGE), 'the page')
    text = pdf_text(PAGE)
    for _, wanted in TEXTS.values():
        assert wanted in text, f'“{wanted}” is not in the page: {text}'
    for wanted in ('Praxis Lindner', 'Begin with the worst drawer', str(score(app))):
        assert wanted in text, f'“{wanted}” is not in the page: {text}'


@journey.step
def leave():
    """Ctrl+Q ends it without a complaint; the store is sound and holds it all"""
    journey.app.quit()
    tap.equal(qh(journey.store, 'verify').count('\n') > 0, True)
    tap.equal(rows(journey.store, meeting('output, measure, ask, fallback'))[0],
              tuple(text for _, text in TEXTS.values()))


journey.run()
