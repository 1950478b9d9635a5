# SPDX-License-Identifier: GPL-3.0-or-later
"""Trust from the command line: the figures of one client and of all, what holds the gate, and the
days on which they change."""

import sys

import qh
import tap
from qh import NOWHERE, Tool, holds

NAMES = ['good', 'bad', 'trust', 'at_least', 'gate', 'because', 'quiet_days']


class Trust(Tool):
    """A store with two clients."""

    def __init__(self, **more):
        super().__init__(**more)
        self.ferris = self.add('client', name='Ferris')
        self.hale = self.add('client', name='Hale')

    def trust(self, *client, now=None):
        self.now = now or self.now
        found = self.run('trust', *client, '--json').json
        tap.equal(list(found), NAMES)
        return found

    def promise(self, due, client='Ferris', **more):
        return self.add('promise', client=client, what='A quote', made='2026-01-01', due=due, **more)


def test_nothing():
    tool = Trust()
    for client in ((), ('Ferris',)):
        tap.equal(tool.trust(*client), {'good': 0, 'bad': 0, 'trust': None, 'at_least': 0.0,
                                        'gate': 'open', 'because': [], 'quiet_days': None})
    holds(tool.run('trust').out, 'not enough yet (0 of 5)', 'Gate: Open')


def test_five_events():
    tool = Trust()
    for _ in range(4):
        tool.promise('2026-11-20', status='kept', kept='2026-11-20')
    tap.equal(tool.trust('Ferris')['trust'], None)
    tool.add('contact_log', client='ferris', at='2026-11-20T09:00:00Z', solved='yes')
    found = tool.trust('Ferris')
    tap.equal((found['good'], found['bad'], found['trust']), (5, 0, 1.0))
    assert abs(found['at_least'] - 0.5655) < 0.0001, found
    holds(tool.run('trust', 'Ferris').out,
          '5 of 5 went right, 100.0 %; the evidence supports at least 56 %')
    tap.equal(tool.trust('Hale')['good'], 0)
    tap.equal(tool.trust()['good'], 5)


def test_overdue():
    """Due today is not overdue; a second after midnight where the rep is, it is."""
    tool = Trust()
    promise = tool.promise('2026-11-25')
    tap.equal(tool.trust('Ferris', now='2026-11-25T23:59:59+13:00')['gate'], 'open')
    found = tool.trust('Ferris', now='2026-11-26T00:00:00Z')
    tap.equal((found['bad'], found['gate']), (1, 'closed'))
    tap.equal(found['because'], [{'kind': 'promise', 'id': promise, 'text':
                                  '“A quote” was due on 25 November and is still open'}])
    tap.equal(tool.trust('Hale')['gate'], 'open')
    tap.equal(tool.trust()['gate'], 'closed')
    tool.run('set', promise, '--status', 'kept', '--kept', '2026-11-25')
    tap.equal(tool.trust('Ferris')['gate'], 'open')


def test_gate_and_what_holds_it():
    tool = Trust(now='2026-11-20T09:00:00Z')
    friction = tool.add('friction', client='Ferris', title='The queue', severity=3,
                        reported='2026-11-01')
    tap.equal([one['id'] for one in tool.trust('Ferris')['because']], [friction])
    entry = tool.add('contact_log', client='Ferris', at='2026-11-10T09:00:00Z', solved='no')
    found = tool.trust('Ferris')
    tap.equal(found['gate'], 'narrow')
    tap.equal([(one['kind'], one['id']) for one in found['because']],
              [('friction', friction), ('contact_log', entry)])
    tap.equal(found['quiet_days'], 10)
    tool.run('set', friction, '--severity', '4')
    found = tool.trust('Ferris')
    tap.equal((found['gate'], [one['id'] for one in found['because']]), ('closed', [friction]))
    out = tool.run('trust', 'Ferris').out
    holds(out, 'Gate: Closed', '“The queue” is open, severity 4', friction, 'Bad')
    tool.run('set', friction, '--status', 'removed', '--removed', '2026-11-20')
    tap.equal(tool.trust('Ferris')['gate'], 'narrow')
    tool.run('undo')
    tap.equal(tool.trust('Ferris')['gate'], 'closed')
    tool.run('verify')


def test_windows():
    """90 and 365 days, of a day and of an instant."""
    tool = Trust()
    tool.promise('2026-08-22', status='broken')
    tool.add('contact_log', client='Hale', at='2026-08-22T09:00:00Z', solved='no')
    tap.equal(tool.trust('Ferris', now='2026-11-20T23:59:59Z')['gate'], 'closed')
    tap.equal(tool.trust('Ferris', now='2026-11-21T00:00:00Z')['gate'], 'open')
    tap.equal(tool.trust('Ferris', now='2027-08-22T23:59:59Z')['bad'], 1)
    tap.equal(tool.trust('Ferris', now='2027-08-23T00:00:00Z')['bad'], 0)
    tap.equal(tool.trust('Hale', now='2026-11-20T09:00:00Z')['gate'], 'narrow')
    tap.equal(tool.trust('Hale', now='2026-11-20T09:00:01Z')['gate'], 'open')
    tap.equal(tool.trust('Hale', now='2027-08-22T09:00:00Z')['bad'], 1)
    tap.equal(tool.trust('Hale', now='2027-08-22T09:00:01Z')['bad'], 0)


def test_refused():
    tool = Trust()
    holds(tool.refused('trust', 'Nobody'), 'Nobody')
    tool.refused('trust', NOWHERE)
    tool.refused('trust', 'Ferris', 'Hale')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
