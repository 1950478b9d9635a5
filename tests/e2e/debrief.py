# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting of the sample, debriefed from the Today page by keyboard in less than a minute: what
came of it, what was given and promised, and the next one, read back from the store."""

import datetime
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, qh_json, rows, tap  # noqa: E402

MINUTE = 60  # seconds that it may take

journey = Journey('debrief')
# One that is planned, with a copy reserved for it.
RESERVED = """
  SELECT meeting.id, client.name, holding.content
  FROM holding JOIN meeting ON meeting.id = holding.meeting JOIN client ON client.id = meeting.client
  WHERE holding.state = 'reserved' AND meeting.status IN ('draft', 'submitted', 'approved')
    AND meeting.id NOT IN (SELECT segment.meeting FROM segment JOIN content
      ON content.id = segment.content
      WHERE available_until < date () OR available_from > date ())
  ORDER BY meeting.start, meeting.id"""
# The meeting agreed on: the newest of the client, with his ask, and what it opens with.
NEXT = ("SELECT next.status, segment.title FROM meeting JOIN meeting AS next ON"
        " next.client = meeting.client AND next.created > meeting.created AND next.ask IS meeting.ask"
        " JOIN segment ON segment.meeting = next.id WHERE meeting.id = ? ORDER BY next.created DESC")
FIELDS = 'status, output_reached, result, ease, learned, open_with'
meeting = client = item = None
began = 0


def hour_ago():
    now = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)
    return now.isoformat(timespec='seconds')


def promise():
    return rows(journey.store, "SELECT promise.due, promise.status FROM promise JOIN client ON"
                " client.id = promise.client WHERE what = 'Send the chart' AND name = ?", client)


@journey.step
def start():
    """the sample territory; one of its meetings was an hour ago"""
    global meeting, client, item
    qh(journey.store, 'sample')
    meeting, client, item = rows(journey.store, RESERVED)[0]
    qh(journey.store, 'set', meeting, '--start', hour_ago())
    app = journey.start()
    app.find('label', 'To Debrief')
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')


@journey.step
def from_today():
    """its row on the Today page opens the debrief, with the focus on the first question"""
    global began
    app = journey.app
    began = time.monotonic()
    app.tab_to('list item', re.compile('^' + re.escape(client) + '; (Today|Yesterday)'))
    a11y.key('Return')
    app.find('push button', 'Done')
    a11y.wait(lambda: app.focus.is_on('push button', 'Yes'), 'the focus on the first question')


@journey.step
def half():
    """each answer is one key, and saved; a word on what we learned, and on what to open with"""
    app = journey.app
    a11y.key('2', 'Return', '1', 'Return', '6', 'Return')
    app.holds(('partly', 'advance', 6), 'SELECT output_reached, result, ease FROM meeting WHERE id = ?',
              meeting)
    a11y.type_text('He counts them')
    a11y.key('Return')
    a11y.type_text('The chart')
    a11y.key('Return')
    app.holds(('He counts them', 'The chart'),
              'SELECT learned, open_with FROM meeting WHERE id = ?', meeting)


@journey.step
def caught():
    """a promise, caught on the way out, with its day"""
    app = journey.app
    a11y.key('ctrl+shift+f')
    entry = app.find('entry', 'Log a line')
    a11y.wait(lambda: entry.has('focused'), 'the focus on the line')
    a11y.type_text('p Send the chart by tomorrow')
    a11y.wait(lambda: entry.text.endswith('tomorrow'), 'the whole line')
    a11y.key('Return')
    app.root.gone('frame', 'Log a Line')
    a11y.wait(promise, 'the promise')
    app.find('list item', re.compile('^Send the chart'))


@journey.step
def next_meeting():
    """the next meeting is taken up with one key, its ask carried over"""
    app = journey.app
    a11y.wait(lambda: app.frame.has('active'), 'the window to be active')
    app.tab_to('check box', 'Plan the next meeting')
    a11y.key('space')
    app.find('entry', 'The commitment we ask for')


@journey.step
def done():
    """Ctrl+Enter closes it: in less than a minute"""
    app = journey.app
    a11y.key('ctrl+Return')
    app.holds(('debriefed', 'partly', 'advance', 6, 'He counts them', 'The chart'),
              f'SELECT {FIELDS} FROM meeting WHERE id = ?', meeting)
    taken = time.monotonic() - began
    assert taken < MINUTE, f'{taken:.0f} seconds'
    app.root.gone('push button', 'Done')
    app.find('label', 'Today')


@journey.step
def read_back():
    """what was reserved is delivered, and the promise stands; undo takes the debrief back"""
    app = journey.app
    lines = [line for line in qh_json(journey.store, 'ledger', item)['movements']
             if line['meeting'] == meeting]
    tap.equal(lines[-1]['kind'], 'deliver')
    tap.equal([status for _, status in promise()], ['open'])
    tap.equal(rows(journey.store, NEXT, meeting), [('draft', 'The chart')])
    a11y.key('ctrl+z')
    a11y.wait(lambda: rows(journey.store, 'SELECT status FROM meeting WHERE id = ?',
                           meeting)[0][0] != 'debriefed', 'the debrief to be taken back')
    app.quit()


journey.run()
