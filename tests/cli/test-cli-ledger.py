# SPDX-License-Identifier: GPL-3.0-or-later
"""The scarcity ledger from the command line: what it does, refuses and says, one after the other and
at once."""

import json
import subprocess
import sys

import qh
import tap
from qh import NOWHERE, Tool, holds

MEETING = '2026-12-01T10:00:00+01:00'


class Ledger(Tool):
    """A store with an edition, an unlimited item and three clients."""

    def __init__(self, edition=3, **more):
        super().__init__(**more)
        self.clients = [self.add('client', name=name) for name in ('Ferris', 'Hale', 'Vesper')]
        self.item = self.add('content', title='Benchmark report', edition=edition)
        self.leaflet = self.add('content', title='Leaflet')

    def counts(self, item='Benchmark report'):
        found = self.run('ledger', item, '--json').json
        return [found[name] for name in ('available', 'reserved', 'delivered', 'away')]

    def meeting(self, client='Ferris', start=MEETING, item=None):
        meeting = self.add('meeting', client=client, start=start)
        segment = self.add('segment', meeting=meeting, kind='educate', title='Show it', seconds=60,
                           content=item or self.item)
        return meeting, segment

    def says_no(self, *words):
        """A refusal by the ledger, which changes nothing."""
        before = self.run('list', 'movements', '--json').out, self.list('content'), self.list('waiting')
        answer = self.run(*words, status=1)
        tap.equal(answer.out, '')
        tap.equal((self.run('list', 'movements', '--json').out, self.list('content'),
                   self.list('waiting')), before)
        return answer.err

    def lines(self, item='Benchmark report'):
        return [(line['kind'], line['number']) for line in
                self.run('ledger', item, '--json').json['movements']]


# --- moving copies

def test_reserve_deliver_release_return():
    tool = Ledger()
    answer = tool.run('reserve', 'Benchmark report', 'Ferris')
    tap.equal(tool.show(answer.id)['number'], 1)
    holds(answer.err, 'copy 1 of 3', '2 available', '1 reserved', '0 given')
    tap.equal(tool.counts(), [2, 1, 0, 0])
    tool.run('deliver', tool.item, tool.clients[0])
    tap.equal(tool.counts(), [2, 0, 1, 0])
    tool.run('reserve', tool.item, 'hale')
    tool.run('release', tool.item, 'Hale', '--reason', 'He is away')
    tool.run('return', tool.item, 'Ferris')
    tap.equal(tool.counts(), [3, 0, 0, 0])
    tap.equal(tool.lines(), [('reserve', 1), ('deliver', 1), ('reserve', 2), ('release', 2),
                             ('return', 1)])
    tool.run('verify')


def test_unlimited():
    tool = Ledger()
    tool.run('reserve', 'Leaflet', 'Ferris')
    tool.run('deliver', 'Leaflet', 'Ferris')
    found = tool.run('ledger', 'Leaflet', '--json').json
    tap.equal([found['edition'], found['available'], found['reserved'], found['delivered'],
               found['away']], [None, None, 0, 1, 0])
    holds(tool.says_no('deliver', 'Leaflet', 'Ferris'), 'Leaflet', 'at most 1')
    tool.add('content', title='Flyer', per_client=5)
    tool.run('deliver', 'Flyer', 'Ferris', '--copies', '3')
    tap.equal(tool.counts('Flyer'), [None, 0, 3, 0])
    holds(tool.says_no('return', 'Flyer', 'Ferris', '--copies', '4'), 'Flyer')
    tool.run('verify')


def test_what_a_delivery_says():
    tool = Ledger()
    contact = tool.add('contact', client='Ferris', name='Sarah')
    tool.add('contact', client='Hale', name='Sarah')
    meeting = tool.add('meeting', client='Ferris', start=MEETING, title='First')
    line = tool.show(tool.run('deliver', tool.item, 'Ferris', '--meeting', 'First', '--contact',
                              'Sarah', '--reaction', '4', '--opened', 'A second meeting').id)
    tap.equal([line['meeting'], line['contact'], line['reaction'], line['opened'], line['reason']],
              [meeting, contact, 4, 'A second meeting', None])


def test_ledger_table_and_json():
    tool = Ledger(edition=2)
    tool.run('deliver', tool.item, 'Ferris')
    tool.run('reserve', tool.item, 'Hale')
    tool.add('waiting', content=tool.item, client='Vesper')
    table = tool.run('ledger', 'Benchmark report').out
    holds(table, 'Benchmark report: 0 of 2 available, 1 reserved, 1 given', 'Ferris', 'Hale',
          'Waiting (1)', 'Vesper')
    found = json.loads(tool.run('ledger', 'Benchmark report', '--json').out)
    tap.equal(list(found), ['edition', 'available', 'reserved', 'delivered', 'away', 'movements'])
    tap.equal(found['movements'], tool.list('movements'))
    holds(tool.run('ledger', 'Leaflet').out, 'Leaflet: unlimited')


def test_refusals_name_the_item_and_the_numbers():
    tool = Ledger(edition=2)
    holds(tool.says_no('release', tool.item, 'Ferris'), 'Benchmark report', 'Ferris')
    holds(tool.says_no('return', tool.item, 'Ferris'), 'Benchmark report', 'Ferris')
    tool.run('reserve', tool.item, 'Ferris')
    holds(tool.says_no('reserve', tool.item, 'Ferris'), 'Benchmark report', 'at most 1', 'Ferris has 1')
    tool.run('deliver', tool.item, 'Hale')
    holds(tool.says_no('reserve', tool.item, 'Vesper'), 'Benchmark report', 'none of 2',
          '1 reserved', '1 given')
    holds(tool.says_no('deliver', tool.item, 'Vesper', '--number', '1'), 'copy 1 of 2', 'Ferris')
    holds(tool.says_no('deliver', tool.item, 'Vesper', '--number', '2'), 'copy 2 of 2', 'Hale')
    meeting = tool.add('meeting', client='Vesper', start=MEETING, status='cancelled')
    holds(tool.says_no('reserve', tool.item, 'Vesper', '--meeting', meeting), 'held or cancelled')


def test_unusable_input():
    tool = Ledger()
    meeting = tool.add('meeting', client='Hale', start=MEETING)
    contact = tool.add('contact', client='Hale', name='Sarah')
    for words, said in (
            (('reserve',), 'ITEM CLIENT'), (('reserve', tool.item), 'ITEM CLIENT'),
            (('reserve', 'Nothing', 'Ferris'), 'Nothing'), (('reserve', tool.item, 'Nobody'), 'Nobody'),
            (('reserve', NOWHERE, 'Ferris'), NOWHERE), (('ledger', 'Nothing'), 'Nothing'),
            (('reserve', tool.item, 'Ferris', '--meeting', meeting), 'another client'),
            (('deliver', tool.item, 'Ferris', '--contact', contact), 'another client'),
            (('deliver', tool.item, 'Ferris', '--reaction', '6'), '1 to 5'),
            (('deliver', tool.item, 'Ferris', '--reaction', 'good'), '1 to 5'),
            (('deliver', tool.item, 'Ferris', '--copies', '2'), 'copies'),
            (('deliver', tool.item, 'Ferris', '--copies', '-1'), 'copies'),
            (('deliver', 'Leaflet', 'Ferris', '--copies', '99999999999999999999'), 'copies'),
            (('deliver', 'Leaflet', 'Ferris', '--copies', '1000001'), 'copies'),
            (('deliver', tool.item, 'Ferris', '--number', '-1'), 'number'),
            (('deliver', tool.item, 'Ferris', '--client', 'Hale'), '--client'),
            (('deliver', tool.item, 'Ferris', '--kind', 'return'), '--kind'),
            (('deliver', tool.item, 'Ferris', '--colour', 'red'), 'colour')):
        holds(tool.refused(*words), said)
    tap.equal(tool.list('movements'), [])
    holds(tool.says_no('deliver', tool.item, 'Ferris', '--number', '4'), 'numbers 1 to 3')
    holds(tool.says_no('deliver', 'Leaflet', 'Ferris', '--number', '1'), 'no numbers')


def test_made_up_lines():
    tool = Ledger(edition=2)
    base = ('add', 'movement', '--content', tool.item, '--client', 'Ferris', '--kind')
    for words in (('deliver', '--copies', '-1'), ('deliver', '--copies', '2'),
                  ('deliver', '--copies', '1e3'), ('adjust', '--copies', '-1'),
                  ('adjust', '--copies', '0', '--reason', 'x'),
                  ('adjust', '--copies', '1000000', '--reason', 'x'),
                  ('adjust', '--copies', '-2', '--reason', 'x')):
        tool.refused(*base, *words)
    for words in (('deliver', '--number', '3'), ('return', '--number', '1'),
                  ('transfer_in', '--number', '1')):
        tool.says_no(*base, *words)
    tool.run(*base, 'deliver', '--number', '1')
    line = tool.list('movements')[0]['id']
    tool.says_no(*base, 'deliver', '--number', '1')
    tool.says_no('set', line, '--number', '2')
    tool.says_no('delete', line)
    tap.equal(tool.counts(), [1, 0, 1, 0])
    tool.run('verify')


# --- the edition

def test_edition():
    tool = Ledger()
    tool.run('deliver', tool.item, 'Ferris', '--number', '3')
    holds(tool.says_no('set', tool.item, '--edition', '2'), 'Benchmark report', '1', '3')
    holds(tool.says_no('set', tool.item, '--edition', '2', '--reason', 'One burnt'),
          'Benchmark report', 'up to number 3')
    holds(tool.says_no('set', tool.item, '--edition', ''), 'Benchmark report', '1 numbered')
    tool.run('set', tool.item, '--edition', '5', '--reason', 'Printed two more', '--summary', 'New')
    tap.equal(tool.counts(), [4, 0, 1, 0])
    tap.equal(tool.show(tool.item)['summary'], 'New')
    line = tool.list('movements')[-1]
    tap.equal([line['kind'], line['copies'], line['reason']], ['adjust', 2, 'Printed two more'])
    tool.run('undo')
    tap.equal(tool.show(tool.item)['edition'], 3)
    tap.equal(tool.show(tool.item)['summary'], None)
    for edition in ('0', '-3', '1000001', 'many'):
        tool.refused('set', tool.item, '--edition', edition, '--reason', 'x')
    holds(tool.refused('set', tool.item, '--reason', 'x'), 'reason')
    holds(tool.refused('set', tool.item, '--summary', 'y', '--reason', 'x'), 'reason')
    tool.run('verify')


def test_unlimited_becomes_limited():
    tool = Ledger()
    tool.run('deliver', 'Leaflet', 'Ferris')
    holds(tool.says_no('set', tool.leaflet, '--edition', '5'), 'Leaflet', 'without numbers')
    tool.run('return', 'Leaflet', 'Ferris')
    tool.run('set', tool.leaflet, '--edition', '5', '--reason', 'Only five are left')
    tap.equal(tool.counts('Leaflet'), [5, 0, 0, 0])


# --- the window

def test_window():
    tool = Ledger()
    tool.run('set', tool.item, '--available-from', '2026-11-20', '--available-until', '2026-11-30')
    for day, said in (('2026-11-19', ('from 20 November', 'on 19 November')), ('2026-11-20', ()),
                      ('2026-11-30', ()), ('2026-12-01', ('until 30 November', 'on 1 December'))):
        tool.now = day + 'T12:00:00Z'
        if said:
            holds(tool.says_no('deliver', tool.item, 'Ferris'), 'Benchmark report', *said)
            holds(tool.says_no('add', 'movement', '--content', tool.item, '--client', 'Ferris',
                               '--kind', 'deliver'), *said)
        else:
            tool.run('deliver', tool.item, 'Ferris')
            tool.run('return', tool.item, 'Ferris')
    # What was given within the window can be noted later, and taken back at any time.
    tool.run('deliver', tool.item, 'Ferris', '--at', '2026-11-25T10:00:00Z')
    tool.run('return', tool.item, 'Ferris')
    tool.run('undo')
    tap.equal(tool.counts(), [2, 0, 1, 0])
    tool.run('verify')


def test_window_of_what_is_reserved():
    tool = Ledger()
    tool.run('set', tool.item, '--available-from', '2026-12-20', '--available-until', '2026-12-24')
    tool.now = '2026-12-01T12:00:00Z'
    for client, day, said in (('Ferris', '19', 'from 20 December'), ('Ferris', '25', 'until 24'),
                              ('Ferris', '20', None), ('Hale', '24', None)):
        meeting = tool.add('meeting', client=client, start=f'2026-12-{day}T10:00:00Z')
        words = ('reserve', tool.item, client, '--meeting', meeting)
        if said:
            holds(tool.says_no(*words), 'Benchmark report', said, f'on {day} December')
        else:
            tool.run(*words)
    # A day can still come; then none can.
    tool.run('reserve', tool.item, 'Vesper')
    tool.run('release', tool.item, 'Vesper')
    tool.now = '2026-12-25T12:00:00Z'
    holds(tool.says_no('reserve', tool.item, 'Vesper'), 'until 24 December', 'on 25 December')
    tool.run('verify')


def test_a_plan_outside_the_window():
    tool = Ledger(edition=1)
    tool.run('set', tool.item, '--available-until', '2026-12-05')
    meeting, _ = tool.meeting(start='2026-12-05T10:00:00+01:00')
    found = tool.run('check', meeting, '--json', status=1).json['findings']
    assert 'scarce.unavailable' not in [finding['rule'] for finding in found]
    tool.run('set', meeting, '--start', '2026-12-06T10:00:00+01:00')
    found = tool.run('check', meeting, '--json', status=1).json['findings']
    assert 'scarce.unavailable' in [finding['rule'] for finding in found]
    tap.equal(tool.counts(), [0, 1, 0, 0])


def test_nothing_is_offered_after_the_window():
    tool = Ledger(edition=1)
    tool.run('set', tool.item, '--available-until', '2026-12-05')
    tool.run('deliver', tool.item, 'Ferris')
    tool.add('waiting', content=tool.item, client='Hale')
    for day, offered in (('2026-12-05', True), ('2026-12-06', False)):
        tool.now = day + 'T12:00:00Z'
        answer = tool.run('return', tool.item, 'Ferris')
        tap.equal('can be offered' in answer.err, offered)
        tool.run('undo')


# --- plans

def test_a_plan_reserves_and_lets_go():
    tool = Ledger(edition=2)
    first, segment = tool.meeting()
    tap.equal(tool.counts(), [1, 1, 0, 0])
    second, _ = tool.meeting('Hale')
    third, planned = tool.meeting('Vesper')
    tap.equal(tool.counts(), [0, 2, 0, 0])
    tool.run('delete', segment)
    tap.equal(tool.counts(), [1, 1, 0, 0])
    tool.run('undo')
    tap.equal(tool.counts(), [0, 2, 0, 0])
    tool.run('set', second, '--status', 'cancelled')
    tap.equal(tool.counts(), [1, 1, 0, 0])
    tool.run('set', planned, '--content', '')
    tool.run('set', planned, '--content', tool.item)
    tap.equal(tool.counts(), [0, 2, 0, 0])
    tool.run('set', second, '--status', 'draft')
    tap.equal(tool.counts(), [0, 2, 0, 0])
    tool.run('delete', third)
    tool.run('set', second, '--status', 'cancelled')
    tool.run('set', second, '--status', 'draft')
    tap.equal(tool.counts(), [0, 2, 0, 0])
    tool.run('set', first, '--start', '2027-01-15T10:00:00+01:00')
    tap.equal(tool.counts(), [0, 2, 0, 0])
    tool.run('verify')


def test_undo_when_the_copy_has_gone_elsewhere():
    tool = Ledger(edition=1)
    tool.run('deliver', tool.item, 'Ferris')
    tool.run('return', tool.item, 'Ferris')
    while tool.run('undo').out != 'Deliver “Benchmark report”\n':
        pass
    tool.run('redo')
    tap.equal(tool.counts(), [0, 0, 1, 0])


def test_reservations_lapse():
    tool = Ledger(edition=2)
    tool.meeting(start='2026-12-01T10:00:00+01:00')
    held, _ = tool.meeting('Hale')
    tool.run('set', held, '--status', 'held')
    for now, reserved in (('2026-12-15T23:00:00Z', 2), ('2026-12-16T00:30:00Z', 1)):
        tool.now = now
        tool.run('set', tool.leaflet, '--summary', now)
        tap.equal(tool.counts()[1], reserved)
    line = tool.list('movements')[-1]
    tap.equal([line['kind'], line['number']], ['release', 1])
    holds(line['reason'], 'neither held nor moved')
    holds(tool.run('undo').out, 'Change Content item')
    tap.equal(tool.counts()[1], 1)
    tool.run('verify')


def test_lapsed_reservations_are_not_told_as_reserved():
    tool = Ledger(edition=2)
    tool.meeting(start='2026-12-01T10:00:00+01:00')
    tool.meeting('Hale', start='2026-12-01T10:00:00+01:00', item=tool.leaflet)
    for now, reserved in (('2026-12-15T23:00:00Z', 1), ('2026-12-16T00:30:00Z', 0)):
        tool.now = now
        tap.equal(tool.counts(), [2 - reserved, reserved, 0, 0])
        tap.equal(tool.counts('Leaflet'), [None, reserved, 0, 0])
        tap.equal('has lapsed' in tool.run('ledger', tool.item).err, not reserved)
    # Looking changes nothing.
    tap.equal(tool.lines(), [('reserve', 1)])
    tool.now = '2026-12-01T10:00:00Z'
    tap.equal(tool.counts(), [1, 1, 0, 0])


def test_what_has_lapsed_is_offered():
    tool = Ledger(edition=1)
    tool.meeting(start='2026-12-01T10:00:00+01:00')
    tool.add('waiting', content=tool.item, client='Hale', since='2026-11-01T09:00:00Z')
    for now, offered in (('2026-12-15T23:00:00Z', False), ('2026-12-16T00:30:00Z', True),
                         ('2026-12-16T00:40:00Z', False)):
        tool.now = now
        said = tool.run('set', tool.leaflet, '--summary', now).err
        tap.equal(('Benchmark report' in said, 'Hale' in said), (offered, offered))


# --- waiting

def test_waiting_and_offers():
    tool = Ledger(edition=1)
    holds(tool.says_no('add', 'waiting', '--content', tool.item, '--client', 'Hale'),
          'Benchmark report', '1 of 1')
    holds(tool.says_no('add', 'waiting', '--content', 'Leaflet', '--client', 'Hale'), 'Leaflet',
          'not a limited edition')
    tool.run('deliver', tool.item, 'Ferris')
    first = tool.add('waiting', content=tool.item, client='Hale', since='2026-11-01T09:00:00Z')
    tool.add('waiting', content=tool.item, client='Vesper', since='2026-11-02T09:00:00Z')
    holds(tool.says_no('add', 'waiting', '--content', tool.item, '--client', 'Hale'), 'Hale', 'already')
    holds(tool.says_no('add', 'waiting', '--content', tool.item, '--client', 'Ferris'), 'at most 1')
    tap.equal([row['client'] for row in tool.list('waiting')], tool.clients[1:])
    answer = tool.run('return', tool.item, 'Ferris')
    holds(answer.err, 'Benchmark report', 'Hale', '2026-11-01')
    assert 'Vesper' not in answer.err, answer.err
    answer = tool.run('reserve', tool.item, 'Hale')
    assert 'offered' not in answer.err, answer.err
    assert first not in [row['id'] for row in tool.list('waiting')]
    tool.run('undo')
    assert first in [row['id'] for row in tool.list('waiting')]
    answer = tool.run('set', tool.item, '--edition', '2', '--reason', 'One more')
    holds(answer.err, 'Vesper')
    assert 'Hale' not in answer.err, answer.err


def test_a_plan_file_moves_no_copy():
    tool = Ledger(edition=1)
    meeting, segment = tool.meeting()
    path = tool.path('plan.qhplan')
    tool.run('export', meeting, '--to', 'plan', '-o', path)
    tool.run('delete', segment)
    tool.run('deliver', tool.item, 'Hale')
    lines = tool.lines()
    # It speaks of a copy reserved for Ferris, which Hale has by now.
    tool.run('import', path)
    tap.equal((tool.counts(), tool.lines()), ([0, 0, 1, 0], lines))
    tool.run('verify')


# --- at once

def start(tool, *words):
    return subprocess.Popen([qh.PROGRAM, '--store', tool.store, '--now', tool.now, *words],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_processes_race_for_the_last_copy():
    tool = Ledger(edition=1)
    for attempt in range(25):
        words = ('reserve', 'deliver')[attempt % 2]
        racers = [start(tool, words, tool.item, client) for client in ('Ferris', 'Hale')]
        said = [racer.communicate() for racer in racers]
        tap.equal(sorted(racer.returncode for racer in racers), [0, 1])
        loser, = [err for racer, (_, err) in zip(racers, said) if racer.returncode]
        holds(loser, 'Benchmark report', 'none of 1')
        tap.equal(sum(tool.counts()), 1)
        winner = ('Ferris', 'Hale')[racers[0].returncode]
        tool.run('release' if words == 'reserve' else 'return', tool.item, winner)
    tool.run('verify')


def test_plans_race_for_the_last_copy():
    tool = Ledger(edition=1)
    meetings = [tool.add('meeting', client=client, start=MEETING) for client in ('Ferris', 'Hale')]
    for _ in range(8):
        racers = [start(tool, 'add', 'segment', '--meeting', meeting, '--kind', 'educate', '--title',
                        'x', '--seconds', '60', '--content', tool.item) for meeting in meetings]
        segments = [racer.communicate()[0].strip() for racer in racers]
        tap.equal([racer.returncode for racer in racers], [0, 0])
        tap.equal(tool.counts(), [0, 1, 0, 0])
        for segment in segments:
            tool.run('delete', segment)
        tap.equal(tool.counts(), [1, 0, 0, 0])
    tool.run('verify')


def test_many_at_once():
    tool = Ledger(edition=5)
    for number in range(9):
        tool.add('client', name=f'Client {number}')
    racers = [start(tool, 'reserve', tool.item, f'Client {number}') for number in range(9)]
    for racer in racers:
        racer.communicate()
    tap.equal(sorted(racer.returncode for racer in racers), [0] * 5 + [1] * 4)
    tap.equal(tool.counts(), [0, 5, 0, 0])
    tap.equal(sorted(number for _, number in tool.lines()), [1, 2, 3, 4, 5])
    tool.run('verify')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
