# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting is run by keyboard: F5, next, four things caught, folded to five minutes and unfolded, the
app killed and gone on with, ended, and its debrief opens; all read back from the store."""

import json
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('run')
qh(journey.store, 'sample')
MEETING, CLIENT, SEGMENTS = rows(
    journey.store,
    "SELECT m.id, c.id, (SELECT count(*) FROM segment AS s WHERE s.meeting = m.id)"
    " FROM meeting AS m JOIN client AS c ON c.id = m.client JOIN holding AS h ON h.meeting = m.id"
    " WHERE h.state = 'reserved' AND c.name = 'Ferris Dental Group' AND m.status = 'draft'")[0]


NAME = 'Ferris Dental Group – under way'


def state():
    """What is kept of the meeting under way."""
    return json.loads(rows(journey.store, 'SELECT state FROM run WHERE meeting = ?', MEETING)[0][0])


def open_run(app):
    """The window of the meeting, once it has the keyboard."""
    frame = app.find('frame', NAME)
    a11y.wait(lambda: a11y.call('xdotool', 'getactivewindow', 'getwindowname') == NAME,
              'the window of the meeting to be active')
    return frame


def shows(text):
    return journey.app.find('label', re.compile(text))


def catch(key, text, expected, query):
    """One key, one line, Enter: and it is in the store."""
    app = journey.app
    a11y.key(key)
    entry = app.find('entry', 'Log a line', where=lambda node: node.has('focused'))
    a11y.type_text(text)
    a11y.wait(lambda: entry.text.endswith(text), f'“{text}” in the line')
    a11y.key('Return')
    app.holds(expected, query, CLIENT)


def look_up(page, entry, text):
    """On a page, by its search."""
    app = journey.app
    a11y.key(page)
    app.click('entry', entry)
    a11y.type_text(text)
    app.find('list item', re.compile('^' + text))


@journey.step
def begin():
    """F5 from the meeting begins it, and freezes its score"""
    app = journey.start('--meeting', MEETING)
    app.find('entry', 'Output')
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('F5')
    open_run(app)
    shows(f'^1 of {SEGMENTS} · Open$')
    app.holds((1, 1), 'SELECT began IS NOT NULL, score_at_start IS NOT NULL FROM meeting'
              ' WHERE id = ?', MEETING)


@journey.step
def names():
    """every control has a name"""
    tap.equal(a11y.nameless(open_run(journey.app)), {})


@journey.step
def go_on_and_back():
    """Space goes on, Backspace goes back, H stops the clock"""
    a11y.key('space')
    shows('^2 of 5 · Escape$')
    a11y.key('BackSpace')
    shows('^1 of 5 · Open$')
    a11y.key('h')
    shows('^Paused$')
    tap.equal(state()['paused'], True)
    a11y.key('h')
    a11y.wait(lambda: 'paused' not in state(), 'the clock to go on')
    a11y.key('space')
    shows('^2 of 5 · Escape$')


@journey.step
def catch_four():
    """his words, a friction, a promise and a delivery, at one key each"""
    app = journey.app
    catch('w', 'We stopped counting no-shows', ('We stopped counting no-shows', MEETING),
          'SELECT words, meeting FROM remark WHERE client = ? ORDER BY id DESC LIMIT 1')
    catch('f', 'cards arrive late #delivery !3', ('cards arrive late', 'delivery', 3),
          'SELECT title, touchpoint, severity FROM friction WHERE client = ?'
          ' ORDER BY id DESC LIMIT 1')
    catch('p', 'send the list', ('send the list', 'open'),
          'SELECT what, status FROM promise WHERE client = ? ORDER BY id DESC LIMIT 1')
    a11y.key('d')
    app.holds(('deliver', MEETING), 'SELECT kind, meeting FROM movement WHERE client = ?'
              ' ORDER BY rowid DESC LIMIT 1', CLIENT)
    a11y.key('o')
    a11y.wait(lambda: state().get('output_reached') == 'yes', 'the output to be reached')
    tap.equal([caught['kind'] for caught in state()['caught']],
              ['words', 'friction', 'promise', 'delivered', 'output'])
    shows('His words — “We stopped counting no-shows”')


@journey.step
def fold():
    """5 folds what is left to five minutes; U takes that back"""
    whole = state()['whole']
    a11y.key('5')
    shows('^2 of 3 · Escape$')
    folded = state()
    left = sum(segment['seconds'] - segment['spent'] for segment in folded['segments'][1:]
               if not segment.get('left_out'))
    tap.equal((left, len(folded['folds'])), (300, 1))
    a11y.key('u')
    shows('^2 of 5 · Escape$')
    tap.equal((state()['whole'], state()['folds']), (whole, []))


@journey.step
def small():
    """S makes the window small and quiet, where all is still to be read, and large again"""
    def size():
        found = a11y.call('xdotool', 'search', '--onlyvisible', '--name', NAME,
                          'getwindowgeometry', '--shell')
        return [int(number) for number in re.findall(r'(?:WIDTH|HEIGHT)=(\d+)', found)]
    large = size()
    a11y.key('s')
    a11y.wait(lambda: size() == [360, 200], 'a window of 360 × 200')
    shows('^2 of 5 · Escape$')
    shows(r'^\d:\d\d left')
    a11y.key('s')
    a11y.wait(lambda: size() == large, 'the window to be large again')


@journey.step
def killed():
    """killed, it is offered again, and goes on where the client is"""
    before = state()
    journey.app.kill()
    app = journey.start()
    app.find('label', re.compile('^Ferris Dental Group: the meeting runs since'))
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('F5')
    open_run(app)
    shows('^2 of 5 · Escape$')
    shows('Delivered — Benchmark clinic, copy 9 of 12')
    tap.equal(state()['segments'][0]['spent'], before['segments'][0]['spent'])


@journey.step
def end():
    """Esc asks while the clock runs; ended, the debrief is next"""
    app = journey.app
    a11y.key('space')
    shows('^3 of 5 · Educate$')
    a11y.key('Escape')
    app.find(None, 'End This Meeting?')
    a11y.key('Return')
    app.holds(('held', 'yes', 1), 'SELECT status, output_reached, ended >= began FROM meeting'
              ' WHERE id = ?', MEETING)
    actual = [row[0] for row in rows(app.store, 'SELECT actual FROM segment WHERE meeting = ?'
                                     ' ORDER BY position', MEETING)]
    tap.equal([seconds is not None for seconds in actual], [True, True, True, False, False])
    took = rows(app.store, 'SELECT (ended - began) / 1000000 FROM meeting WHERE id = ?', MEETING)
    tap.equal(0 <= took[0][0] - sum(actual[:3]) <= 60, True)
    app.root.gone('frame', NAME)


@journey.step
def undo():
    """Ctrl+Z opens the meeting again"""
    app = journey.app
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    a11y.key('ctrl+z')
    app.holds(('draft', None), 'SELECT status, ended FROM meeting WHERE id = ?', MEETING)
    app.find('label', re.compile('^Ferris Dental Group: the meeting runs since'))
    a11y.key('ctrl+shift+z')
    app.holds(('held',), 'SELECT status FROM meeting WHERE id = ?', MEETING)


@journey.step
def debrief():
    """debriefed from the Today page by keyboard, in less than a minute"""
    app = journey.app
    a11y.key('alt+1')
    app.find('label', 'To Debrief')
    began = time.monotonic()
    app.tab_to('list item', re.compile('^Ferris Dental Group, Begun;'))
    a11y.key('Return')
    app.find('push button', 'Done')
    a11y.wait(lambda: app.focus.is_on('push button', 'Yes'), 'the focus on the first question')
    a11y.key('Return', '1', 'Return', '6', 'Return')
    a11y.type_text('He counts them')
    a11y.key('Return')
    a11y.key('ctrl+Return')
    app.holds(('debriefed', 'yes', 'advance', 6, 'He counts them'),
              'SELECT status, output_reached, result, ease, learned FROM meeting WHERE id = ?',
              MEETING)
    taken = time.monotonic() - began
    assert taken < 60, f'{taken:.0f} seconds'
    app.root.gone('push button', 'Done')


@journey.step
def item():
    """the item's ledger tells that the client has the copy"""
    journey.app.go_to('Benchmark clinic')
    journey.app.find('list item', 'Given to Ferris Dental Group')
    shows('^Copy 9 · given ')


@journey.step
def promise():
    """the promise is among the promises"""
    look_up('alt+6', 'Find a promise', 'send the list')


@journey.step
def friction():
    """the friction is among the open ones"""
    look_up('alt+5', 'Find a friction', 'cards arrive late')


@journey.step
def timeline():
    """the client's page tells of all four, and of the meeting"""
    app = journey.app
    app.go_to('Ferris Dental Group')
    shows('^“We stopped counting no-shows”')
    for text in ('Benchmark clinic', 'send the list', 'cards arrive late'):
        shows('^' + text)
    app.quit()
    qh(app.store, 'verify')


journey.run()
