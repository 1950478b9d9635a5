# SPDX-License-Identifier: GPL-3.0-or-later
"""What the day asks for from the command line: what is listed, in whose day, and how it is said."""

import sys

import qh
import tap
from qh import Tool, holds, sample

SECTIONS = ('meetings', 'tomorrow', 'debriefs', 'promises', 'frictions', 'content')


class Day(Tool):
    """Wednesday 25 November, 9:00 in UTC, with something of each sort."""

    def __init__(self, **more):
        super().__init__(**more)
        self.add('client', name='Ferris')
        self.add('meeting', client='Ferris', title='No-shows', start='2026-11-25T10:00:00Z')
        self.add('meeting', client='Ferris', title='Billing', start='2026-11-26T10:00:00Z')
        self.add('meeting', client='Ferris', title='Held', start='2026-11-24T10:00:00Z')
        self.add('promise', client='Ferris', what='Send the chart', due='2026-11-25')
        self.add('friction', client='Ferris', title='Wrong invoice', severity=3)
        self.add('content', title='Clinic', available_until='2026-12-01')

    def today(self):
        return self.run('today', '--json').json


def titles(found):
    return {name: [item.get('title') or item.get('what') for item in found[name]]
            for name in SECTIONS}


def test_all():
    tool = Day()
    found = tool.today()
    tap.equal(found['day'], '2026-11-25')
    tap.equal(titles(found), {'meetings': ['No-shows'], 'tomorrow': ['Billing'],
                              'debriefs': ['Held'], 'promises': ['Send the chart'],
                              'frictions': ['Wrong invoice'], 'content': ['Clinic']})
    tap.equal(found['totals'], {name: 1 for name in SECTIONS})
    tap.equal(found['meetings'][0]['start'], '2026-11-25T10:00:00+00:00')
    assert 'score' not in found['debriefs'][0]


def test_score_and_blockers():
    """They are those of the design review."""
    tool = Day()
    found = tool.today()['meetings'][0]
    check = tool.run('check', found['id'], '--json', status=1).json
    tap.equal(found['score'], check['score'])
    tap.equal([blocker['rule'] for blocker in found['blockers']], ['output.missing'])
    tap.equal(found['blockers'][0]['text'],
              next(f['text'] for f in check['findings'] if f['rule'] == 'output.missing'))
    tool.run('set', found['id'], '--output', 'A list of the empty chairs')
    tap.equal(tool.today()['meetings'][0]['blockers'], [])


def test_for_people():
    tool = Day()
    holds(tool.run('today').out, 'Today (1)\n', 'Tomorrow (1)\n', 'Waiting for a debrief (1)\n',
          'Promises due and overdue (1)\n', 'Friction waiting for me (1)\n',
          'Content running out or expiring (1)\n', '10:00', 'Ferris', 'No-shows', '1 Dec',
          'Send the chart', 'Wrong invoice')


def test_an_empty_day():
    tool = Tool()
    tool.add('client', name='Ferris')
    tap.equal(tool.run('today').out, 'Nothing waits today.\n')
    found = tool.run('today', '--json').json
    tap.equal(found['totals'], {name: 0 for name in SECTIONS})
    tap.equal(titles(found), {name: [] for name in SECTIONS})


def test_last_second():
    """The day is the one of who asks: until its last second, and in his zone."""
    tool = Day(now='2026-11-24T23:59:59Z')
    found = titles(tool.today())
    tap.equal((found['meetings'], found['tomorrow']), ([], ['No-shows']))
    tap.equal(found['promises'], [])
    tool.now = '2026-11-25T00:00:00Z'
    found = titles(tool.today())
    tap.equal((found['meetings'], found['tomorrow']), (['No-shows'], ['Billing']))
    tap.equal(found['promises'], ['Send the chart'])
    abroad = tool.run('today', '--json', env={'TZ': 'Pacific/Honolulu'}).json
    tap.equal(abroad['day'], '2026-11-24')
    tap.equal((titles(abroad)['meetings'], titles(abroad)['tomorrow']), ([], ['No-shows']))


def test_a_debrief_leaves():
    tool = Day()
    tool.run('debrief', 'Held', '--output-reached', 'yes')
    tap.equal(tool.today()['debriefs'], [])
    tool.run('undo')
    tap.equal(titles(tool.today())['debriefs'], ['Held'])


def test_many():
    """No more than fifty are listed; how many there are is said."""
    tool = Tool()
    for number in range(51):
        tool.add('promise', what=f'Promise {number}', due='2026-11-20', made='2026-11-01')
    found = tool.run('today', '--json').json
    tap.equal((len(found['promises']), found['totals']['promises']), (50, 51))
    holds(tool.run('today').out, 'Promises due and overdue (51)\n')


def test_sample():
    """The sample territory has something of everything."""
    found = sample().run('today', '--json').json
    assert all(found['totals'][name] for name in SECTIONS if name != 'meetings'), found['totals']


def test_reads_only():
    tool = Day()
    tool.run('today')
    tool.run('undo')
    tap.equal(tool.count('content'), 0)
    holds(tool.refused('today', 'Ferris'), 'today')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
