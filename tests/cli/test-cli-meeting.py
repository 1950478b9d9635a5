# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting's cue sheet and its debrief from the command line: the times to the second, what is
delivered and released, and what is refused."""

import sys

import qh
import tap
from qh import Tool, holds

SEGMENTS = [('open', 60, 'Thanks'), ('educate', 240, 'Benchmark'), ('close', 90, 'Next step')]


class Meeting(Tool):
    """A meeting in Vienna that began yesterday, with a copy of each of two items reserved."""

    def __init__(self, **more):
        super().__init__(**more)
        self.ferris = self.add('client', name='Ferris')
        self.meeting = self.add('meeting', client='Ferris', title='No-shows', zone='Europe/Vienna',
                                start='2026-11-24T10:00:00')
        self.items = [self.add('content', title=title, edition=3) for title in ('Chart', 'Kit')]

    def plan(self):
        for kind, seconds, title in SEGMENTS:
            self.add('segment', meeting=self.meeting, kind=kind, seconds=seconds, title=title)

    def reserve(self):
        for title in ('Chart', 'Kit'):
            self.add('segment', meeting=self.meeting, kind='educate', seconds=60, title=title,
                     content=title)

    def ledger(self, item):
        found = self.run('ledger', item, '--json').json
        return found['available'], found['reserved'], found['delivered']

    def debrief(self, *words, **more):
        return self.run('debrief', 'No-shows', '--output-reached', 'yes', *words, **more)


def test_cue_sheet():
    tool = Meeting()
    tool.plan()
    found = tool.run('run', 'No-shows', '--json').json
    tap.equal(found['start'], '2026-11-24T10:00:00+01:00')
    tap.equal(found['end'], '2026-11-24T10:06:30+01:00')
    tap.equal(found['total'], 390)
    tap.equal([(cue['from'], cue['at'], cue['title']) for cue in found['segments']],
              [(0, '2026-11-24T10:00:00+01:00', 'Thanks'),
               (60, '2026-11-24T10:01:00+01:00', 'Benchmark'),
               (300, '2026-11-24T10:05:00+01:00', 'Next step')])
    holds(tool.run('run', 'No-shows').out, 'No-shows, ', '24 November', '10:05', '5:00', 'End',
          '6:30')


def test_cue_sheet_of_nothing():
    """Without a day there is no time by the clock, without segments only an end."""
    tool = Meeting()
    tool.add('meeting', client='Ferris', title='Some day')
    found = tool.run('run', 'Some day', '--json').json
    tap.equal((found['start'], found['end'], found['total'], found['segments']), (None, None, 0, []))
    holds(tool.run('run', 'Some day').out, 'Some day\n', 'End')
    tool.run('run', 'Nobody', status=2)


def test_clocks_go_back():
    """On the night on which the clocks go back, 2:59 is followed by 2:00."""
    tool = Meeting()
    tool.run('set', tool.meeting, '--start', '2026-10-25T00:58:00Z')
    tool.plan()
    found = tool.run('run', 'No-shows', '--json').json
    tap.equal([cue['at'] for cue in found['segments']],
              ['2026-10-25T02:58:00+02:00', '2026-10-25T02:59:00+02:00',
               '2026-10-25T02:03:00+01:00'])


def test_debrief():
    tool = Meeting()
    tool.reserve()
    tap.equal([tool.ledger(item) for item in tool.items], [(2, 1, 0), (2, 1, 0)])
    tool.debrief('--result', 'advance', '--learned', 'He counts them', '--ease', '6',
                 '--open-with', 'The chart',
                 '--began', '2026-11-24T10:02:00', '--ended', '2026-11-24T10:15:00')
    tap.equal([tool.ledger(item) for item in tool.items], [(2, 0, 1), (2, 0, 1)])
    found = tool.show(tool.meeting)
    tap.equal({name: found[name] for name in ('status', 'output_reached', 'result', 'learned',
                                              'ease', 'open_with', 'began', 'ended')},
              {'status': 'debriefed', 'output_reached': 'yes', 'result': 'advance',
               'learned': 'He counts them', 'ease': 6,
               'open_with': 'The chart', 'began': '2026-11-24T10:02:00+01:00',
               'ended': '2026-11-24T10:15:00+01:00'})
    lines = [line for line in tool.list('movement') if line['kind'] == 'deliver']
    tap.equal({line['at'] for line in lines}, {'2026-11-24T09:15:00+00:00'})
    tap.equal({line['meeting'] for line in lines}, {tool.meeting})
    tool.run('verify')


def test_debrief_is_one_change():
    tool = Meeting()
    tool.reserve()
    tool.debrief()
    tool.run('undo')
    tap.equal(tool.show(tool.meeting)['status'], 'draft')
    tap.equal([tool.ledger(item) for item in tool.items], [(2, 1, 0), (2, 1, 0)])
    tool.run('redo')
    tap.equal(tool.show(tool.meeting)['status'], 'debriefed')
    tap.equal([tool.ledger(item) for item in tool.items], [(2, 0, 1), (2, 0, 1)])
    tool.run('verify')


def test_what_was_not_given():
    tool = Meeting()
    tool.reserve()
    tool.debrief('--release', 'Kit')
    tap.equal([tool.ledger(item) for item in tool.items], [(2, 0, 1), (3, 0, 0)])
    both = Meeting()
    both.reserve()
    both.debrief('--release', 'Kit', '--release', both.items[0])
    tap.equal([both.ledger(item) for item in both.items], [(3, 0, 0), (3, 0, 0)])


def untouched(tool):
    tap.equal(tool.show(tool.meeting)['output_reached'], None)
    tap.equal([tool.ledger(item) for item in tool.items], [(2, 1, 0), (2, 1, 0)])


def test_refused():
    tool = Meeting()
    tool.reserve()
    tool.add('content', title='Poster', edition=2)
    holds(tool.refused('debrief', 'No-shows'), 'output_reached: expected yes, partly or no')
    holds(tool.refused('debrief', 'No-shows', '--output-reached', 'maybe'), 'maybe')
    holds(tool.refused('debrief', 'No-shows', '--output-reached', 'yes', '--ease', '8'), 'ease')
    holds(tool.refused('debrief', 'No-shows', '--output-reached', 'yes', '--release', 'Nothing'),
          'release: ')
    holds(tool.debrief('--release', 'Poster', status=1).err, 'Nothing of “Poster” is reserved')
    holds(tool.debrief('--began', '2026-11-24T11:00', '--ended', '2026-11-24T10:00',
                       status=2).err, 'ended: ')
    untouched(tool)
    tool.run('undo')
    tap.equal(tool.count('content'), 2)


def test_still_to_come():
    """A second before it is to begin there is nothing to debrief; at that second there is."""
    tool = Meeting(now='2026-11-24T08:59:59Z')
    tool.reserve()
    holds(tool.debrief(status=1).err, '“No-shows” has not begun yet')
    untouched(tool)
    tool.now = '2026-11-24T09:00:00Z'
    tool.debrief()


def test_only_once():
    tool = Meeting()
    tool.debrief()
    holds(tool.debrief(status=1).err, '“No-shows” is debriefed already')
    tool.add('meeting', client='Ferris', title='Off', status='cancelled', start=tool.now)
    holds(tool.run('debrief', 'Off', '--output-reached', 'no', status=1).err,
          '“Off” is cancelled: there is nothing to debrief')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
