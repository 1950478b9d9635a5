# SPDX-License-Identifier: GPL-3.0-or-later
"""Insights from the command line: every figure of a small store, worked out by hand."""

import csv
import io
import sys

import qh
import tap
from qh import Tool, holds, sample

PICTURES = ['minutes', 'times', 'scores', 'friction-touchpoints', 'friction-causes',
            'friction-months', 'friction-cost', 'pareto', 'promises', 'promise-reasons', 'editions',
            'exclusives', 'unserved', 'contacts', 'exchange', 'silent']


class Insights(Tool):
    """A store with a client in the north and one in the south; today is 2026-11-25."""

    def __init__(self):
        super().__init__()
        self.ada = self.add('client', name='Ada', territory='North', yearly_value=100000)
        self.bo = self.add('client', name='Bo', territory='South')

    def all(self, *words):
        return {picture['id']: picture for picture in self.run('insights', *words, '--json').json}

    def rows(self, picture, *words):
        """The rows of one picture, by their first cells."""
        found = self.all(*words)[picture]
        return {row['cells'][0]: row['cells'][1:] for row in found['rows']}

    def held(self, day, reached='yes', minutes=15, client=None, **more):
        return self.add('meeting', client=client or self.ada, status='debriefed',
                        began=f'{day}T09:00:00Z', ended=f'{day}T09:{minutes:02}:00Z',
                        start=f'{day}T08:00:00Z', output_reached=reached, **more)

    def friction(self, **more):
        return self.add('friction', **{'title': 'A queue', 'client': self.ada, 'touchpoint': 'phone',
                                       'reported': '2026-10-02', 'severity': 1, **more})


def test_nothing():
    tool = Tool()
    tool.add('housekeeping', task='Reorder')
    found = tool.run('insights', '--json').json
    tap.equal([picture['id'] for picture in found], PICTURES)
    for picture in found:
        tap.equal(list(picture), ['id', 'title', 'sentence', 'n', 'least', 'blank', 'form',
                                  'columns', 'rows'])
        tap.equal((picture['n'], picture['rows']), (0, []))
        tap.equal(picture['blank'], picture['least'] == 5)
        assert picture['sentence'].endswith('.'), picture['sentence']
    holds(tool.run('insights').out, 'Minutes by Kind', '0 meetings were held so far; from 5 on')


def test_meetings():
    """Six, one of them of the year before: what was measured, else what was planned."""
    tool = Insights()
    first = tool.held('2026-09-01', score_at_start=95)
    for day, reached, score in (('2026-09-02', 'no', 95), ('2026-11-03', 'partly', 20),
                                ('2026-11-04', 'yes', 79)):
        tool.held(day, reached, minutes=10, score_at_start=score)
    tool.add('segment', meeting=first, kind='escape', seconds=120, title='One', actual=300)
    tool.add('segment', meeting=first, kind='escape', seconds=60, title='Two')
    tool.add('segment', meeting=first, kind='open', seconds=60, title='Three', actual=86400)
    planned = tool.add('meeting', client=tool.ada, start='2026-11-05T09:00:00Z')
    tool.add('segment', meeting=planned, kind='open', seconds=60, title='Not held')
    tool.held('2025-11-30', 'yes')
    found = tool.all()
    tap.equal([found['minutes']['n'], found['minutes']['blank']], [4, True])
    holds(found['minutes']['sentence'], '4 meetings', 'from 5 on')
    tool.held('2026-11-06', '', minutes=20, client=tool.bo)
    rows = tool.rows('minutes')
    tap.equal(list(rows), [f'2025-12'] + [f'2026-{month:02}' for month in range(1, 12)])
    tap.equal(rows['2026-10'], [0] * 9)
    # open, educate, improve, escape, aesthetics, close, housekeeping; held, reached. A segment of a
    # day counts for four hours.
    tap.equal(rows['2026-09'], [14400, 0, 0, 360, 0, 0, 0, 2, 1])
    tap.equal(rows['2026-11'], [0, 0, 0, 0, 0, 0, 0, 3, 1])
    holds(tool.all()['minutes']['sentence'], '5 meetings were held.', '2 of 4 with a known outcome')
    tap.equal(tool.rows('exchange')['2026-09'], [1500, 900, 2, 1])
    tap.equal(tool.rows('exchange')['2026-11'], [2400, 600, 3, 1])
    # Four know both: too few.
    tap.equal(tool.all()['scores']['blank'], True)
    tool.held('2026-11-07', 'no', score_at_start=90)
    rows = tool.rows('scores')
    tap.equal(rows['50–69'], [None, None, None, 0, 0])
    tap.equal(rows['90–100'], [0.3333, 0.0615, 0.7923, 3, 1])
    tap.equal(rows['70–79'], [1.0, 0.2065, 1.0, 1, 1])
    tap.equal(rows['0–49'], [0.0, 0.0, 0.7935, 1, 0])
    holds(tool.all()['scores']['sentence'], '5 meetings', 'not proven')
    # Bo's one, and nobody's.
    tap.equal(tool.all('--client', 'Bo')['minutes']['n'], 1)
    tap.equal(tool.all('--territory', 'North')['minutes']['n'], 5)
    tap.equal(tool.all('--from', '2025-11', '--to', '2025-11')['minutes']['n'], 1)


def test_times():
    tool = Insights()
    meeting = tool.held('2026-11-03')
    for actual in (60, 120, 150, 180, 240):
        tool.add('segment', meeting=meeting, kind='open', seconds=120, title='One', actual=actual)
    tool.add('segment', meeting=meeting, kind='close', seconds=100, title='Two')
    rows = tool.rows('times')
    tap.equal(rows['Open'], [120, 150, 5])
    tap.equal(rows['Close'], [None, None, 0])
    holds(tool.all()['times']['sentence'], '5 timed segments took 125 % of their plan',
          '“Open” runs over most: 2:30 min instead of 2 min')


def test_frictions():
    """Of 45 an hour: 60 minutes, once a year, are 4,500; severity 4 is 30 % of Ada's 100,000."""
    tool = Insights()
    tool.friction(minutes=60, times_per_year=1, cause='process')
    tool.friction(severity=4, touchpoint='mail', reported='2026-11-01')
    tool.friction(status='removed', removed='2026-11-20', reported='2025-01-01', minutes=60,
                  times_per_year=2, client=tool.bo)
    tap.equal([tool.all()[name]['blank'] for name in PICTURES[3:7]], [True] * 4)
    for status in ('accepted', 'fixing'):
        tool.friction(status=status, touchpoint='visit', reason='So be it', minutes=60,
                      times_per_year=10)
    rows = tool.rows('friction-touchpoints')
    tap.equal([rows['Phone'], rows['Mail'], rows['Visit'], rows['Website']],
              [[1, 1], [1, 0], [2, 0], [0, 0]])
    rows = tool.rows('friction-causes')
    tap.equal([rows['Process'], rows['Not known'], list(rows)[-1]], [[1, 0], [3, 1], 'Not known'])
    rows = tool.rows('friction-months')
    tap.equal([rows['2026-10'], rows['2026-11'], rows['2026-09']], [[3, 0], [1, 1], [0, 0]])
    holds(tool.all()['friction-months']['sentence'], 'opened: 4, removed: 1', 'More came than went')
    rows = tool.rows('friction-cost')
    tap.equal([rows['2026-10'], rows['2026-11']], [[94500, 0], [30000, 9000]])
    tap.equal(tool.all('--client', 'Bo')['friction-months']['n'], 1)
    # Who shares one has it too, and what it costs is more by his time.
    friction = tool.friction(minutes=60, times_per_year=1, touchpoint='billing')
    tool.add('friction_client', friction=friction, client=tool.bo)
    for words in (('--client', 'Bo'), ('--territory', 'South'), ('--client', 'Ada'), ()):
        tap.equal(tool.rows('pareto', *words)['Billing'][0], 9000)


def test_pareto():
    tool = Insights()
    tool.friction(minutes=60, times_per_year=6)
    tool.friction(minutes=60, times_per_year=3, touchpoint='mail')
    tool.friction(minutes=60, times_per_year=1, touchpoint='visit', reported='2001-01-01')
    tool.friction(touchpoint='visit', reported='2001-01-01')
    rows = tool.rows('pareto')
    tap.equal(rows, {'Phone': [27000, 0.6, 0.6, 1, 'Undecided', None, None],
                     'Mail': [13500, 0.3, 0.9, 1, 'Undecided', None, None],
                     'Visit': [4500, 0.1, 1.0, 2, 'Undecided', None, None]})
    holds(tool.all()['pareto']['sentence'], '2 of 3 touchpoints carry four fifths',
          '3 are to be decided')
    tool.add('decision', touchpoint='phone', verdict='do', reason='Old.', decided='2026-01-01')
    tool.add('decision', touchpoint='phone', verdict='later', reason='Busy.', decided='2026-11-01',
             look_again='2026-11-26')
    tool.add('decision', touchpoint='mail', verdict='not', reason='Rare.', decided='2026-11-01',
             look_again='2026-11-25')
    rows = tool.rows('pareto')
    tap.equal(rows['Phone'][4:], ['Later', 'Busy.', '2026-11-26'])
    tap.equal(rows['Mail'][4:], ['To be looked at again', 'Rare.', '2026-11-25'])
    holds(tool.all()['pareto']['sentence'], '2 are to be decided')
    tool.now = '2026-11-26T09:00:00Z'
    tap.equal(tool.rows('pareto')['Phone'][4], 'To be looked at again')


def test_decisions_are_checked():
    tool = Tool()
    for more in ({}, {'verdict': 'not'}, {'reason': 'Why'}, {'verdict': 'maybe', 'reason': 'Why'},
                 {'verdict': 'not', 'reason': ' '},
                 {'verdict': 'not', 'reason': 'x', 'look_again': '2026-11-24'}):
        words = [word for name, value in more.items()
                 for word in ('--' + name.replace('_', '-'), value)]
        tool.refused('add', 'decision', '--touchpoint', 'phone', *words)
    tap.equal(tool.count('decision'), 0)


def test_promises():
    tool = Insights()

    def promise(due, status='kept', client=tool.ada, **more):
        tool.add('promise', what='A call', client=client, made='2026-01-01', due=due, status=status,
                 **more)
    promise('2026-10-10', kept='2026-10-10')
    promise('2026-10-10', kept='2026-10-11', reason='No  stock', made_by='sales')
    promise('2026-10-10', 'broken', reason='no stock', made_by='sales')
    promise('2026-11-02', 'broken', made_by='support')
    tap.equal(tool.all()['promises']['blank'], True)
    promise('2026-03-01', 'open')
    promise('2026-11-25', 'open')
    promise('2026-10-10', 'withdrawn')
    rows = tool.rows('promises')
    tap.equal(rows['2026-10'], [1, 1, 1, 0, 0.3333])
    tap.equal(rows['2026-11'], [0, 0, 1, 1, 0.0])
    tap.equal(rows['2026-03'], [0, 0, 0, 0, None])
    holds(tool.all()['promises']['sentence'], '1 of 5', '20 %', '1 is overdue today')
    tap.equal(sorted(tool.rows('promise-reasons').items()),
              [('No reason is noted', [1, 0, 'Support']), ('no stock', [1, 1, 'Sales'])])
    holds(tool.all()['promise-reasons']['sentence'], '3 promises', 'Of 1 nobody')


def test_contacts():
    tool = Insights()
    for rings, solved, failure, learned in ((1, 'yes', 'false', 'x'), (2, 'no', 'true', ''),
                                            ('', '', 'true', ''), (0, 'yes', 'false', '')):
        tool.add('contact_log', client=tool.ada, at='2026-11-03T23:59:59Z', rings=rings,
                 solved=solved, failure=failure, learned=learned)
    tap.equal(tool.all()['contacts']['blank'], True)
    tool.add('contact_log', at='2026-09-30T23:59:59Z')
    rows = tool.rows('contacts')
    tap.equal(rows['2026-11'], [0.6667, 0.6667, 0.5, 4, 1])
    tap.equal(rows['2026-09'], [None, None, 0.0, 1, 0])
    tap.equal(rows['2026-10'], [None, None, None, 0, 0])
    holds(tool.all()['contacts']['sentence'], 'first ring: 2 of 3', 'right: 2 of 5',
          'something: 1')


def test_content():
    tool = Insights()
    clinic = tool.add('content', title='Clinic', edition=4, rarity='few')
    tool.add('content', title='Atlas', edition=2, rarity='ours_alone')
    tool.add('content', title='Proven', rarity='ours_alone', evidence='x', recheck='2027-01-25')
    tool.add('content', title='Soon', rarity='ours_alone', evidence='x', recheck='2027-01-24')
    tool.add('content', title='Late', rarity='ours_alone', evidence='x', recheck='2026-11-24')
    tool.add('content', title='Ending', rarity='ours_alone', evidence='x',
             available_until='2026-12-01')
    tool.add('content', title='Gone', rarity='ours_alone', retired='true')
    tool.run('deliver', clinic, 'Ada')
    tap.equal(list(tool.rows('editions').items()),
              [('Clinic', [1, 0, 0, 3]), ('Atlas', [0, 0, 0, 2])])
    tap.equal(list(tool.rows('exclusives').items()),
              [('Atlas', ['It names no evidence.', None]),
               ('Late', ['Its evidence should have been checked again.', '2026-11-24']),
               ('Soon', ['Its evidence is to be checked again.', '2027-01-24']),
               ('Ending', ['It will no longer be available.', '2026-12-01'])])
    tap.equal(tool.rows('unserved'), {'Bo': [None]})
    tap.equal(tool.rows('unserved', '--client', 'Ada'), {})
    tool.now = '2027-02-23T09:00:00Z'
    tap.equal(tool.rows('unserved', '--territory', 'North'), {})
    tool.now = '2027-02-23T09:00:01Z'
    tap.equal(tool.rows('unserved', '--territory', 'North'), {'Ada': ['2026-11-25']})


def test_silent():
    """Ninety days are not more than ninety; who was silent for the year before has gone."""
    tool = Insights()
    tool.add('remark', client=tool.ada, words='No.', said='2026-08-27')
    tap.equal(tool.rows('silent'), {})
    tool.now = '2026-11-26T09:00:00Z'
    tap.equal(tool.rows('silent'), {'Ada': ['2026-08-27', 91]})
    tap.equal(tool.rows('silent', '--territory', 'South'), {})
    tool.now = '2027-11-25T09:00:00Z'
    tap.equal(tool.rows('silent'), {'Ada': ['2026-08-27', 455]})
    tool.now = '2027-11-26T09:00:00Z'
    tap.equal(tool.rows('silent'), {})


def test_a_merge_and_another_territory():
    tool = Insights()
    tool.friction(client=tool.bo, minutes=60, times_per_year=1)
    tool.run('set', tool.bo, '--territory', 'North')
    tap.equal(tool.rows('pareto', '--territory', 'North')['Phone'][0], 4500)
    tap.equal(tool.run('insights', '--territory', 'South', status=2).out, '')
    tool.run('undo')
    tap.equal(tool.rows('pareto', '--territory', 'North'), {})
    tap.equal(tool.run('verify').status, 0)


def test_csv():
    tool = sample()
    rows = list(csv.reader(io.StringIO(tool.run('insights', '--picture', 'pareto', '--csv').out)))
    tap.equal(rows[0], ['touchpoint', 'cost', 'share', 'cumulative', 'frictions', 'decision',
                        'reason', 'look_again'])
    tap.equal(rows[-1][3], '1.0000')
    whole = tool.run('insights', '--csv').out
    tap.equal(len(whole.split('\r\n\r\n')), len(PICTURES))
    tap.equal(whole.split('\r\n')[0], 'minutes')


def test_the_sample_shows_something_everywhere():
    tool = sample()
    for picture in tool.run('insights', '--json').json:
        assert picture['rows'] and not picture['blank'], picture['id']


def test_refusals():
    tool = Insights()
    holds(tool.refused('insights', '--client', 'Nobody'), 'Nobody')
    holds(tool.refused('insights', '--territory', 'East'), 'East')
    holds(tool.refused('insights', '--client', 'Ada', '--territory', 'North'), 'not both')
    holds(tool.refused('insights', '--from', '2026-12', '--to', '2026-11'), '2026-12')
    holds(tool.refused('insights', '--from', 'May'), 'May')
    holds(tool.refused('insights', '--from', '1800-01'), 'hundred')
    holds(tool.refused('insights', '--picture', 'nothing'), 'nothing', 'pareto')
    holds(tool.refused('insights', '--json', '--csv'), 'json', 'csv')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
