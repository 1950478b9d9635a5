# SPDX-License-Identifier: GPL-3.0-or-later
"""The best plan for a client is proposed, with reasons, and can be made a draft."""

import sys

import qh
import tap
from qh import Tool, holds

WORDS = (('Recall takes us two days a month', 'dislike'), ('I want fewer no-shows', 'goal'),
         ('I do not look at flyers', 'rule'), ('We open at seven', 'fact'),
         ('A schedule that holds would help', 'wish'), ('Below ten percent it is worth it',
                                                        'threshold'))


def known():
    """A client of whom six remarks are known, a friction, and who decides."""
    tool = Tool()
    tool.client = tool.add('client', name='Ferris Dental', value_proposition='Calm days')
    for i, (words, sort) in enumerate(WORDS):
        tool.add('remark', client='Ferris Dental', said=f'2026-11-0{i + 1}', words=words, sort=sort)
    tool.friction = tool.add('friction', client='Ferris Dental', title='Third wrong invoice',
                             severity=3, touchpoint='billing', minutes=30, times_per_year=12)
    tool.item = tool.add('content', title='Recall benchmark', kind='benchmark', modality='educate',
                         rarity='few', edition=12)
    tool.add('contact', client='Ferris Dental', name='Ann', role='decides')
    return tool


def test_proposed():
    tool = known()
    found = tool.run('compose', 'Ferris Dental', '--json').json
    assert found['score'] >= 90, found
    tap.equal(found['unknown'], False)
    tap.equal([segment['kind'] for segment in found['segments']],
              ['open', 'escape', 'educate', 'improve', 'aesthetics', 'close'])
    tap.equal(found['segments'][1]['reason']['kind'], 'friction')
    tap.equal(found['segments'][1]['reason']['id'], tool.friction)
    tap.equal(found['segments'][2]['content'], tool.item)
    holds(tool.run('compose', 'Ferris Dental').out, f"Score {found['score']}, ", 'Third wrong invoice',
          'costs most of what stands in his way', 'Output: A way out of')
    tap.equal(tool.count('meeting'), 0)


def test_same():
    tool = known()
    tap.equal(tool.run('compose', 'Ferris Dental', '--json').out, tool.run('compose', 'Ferris Dental',
                                                                    '--json').out)


def test_saved():
    tool = known()
    proposed = tool.run('compose', 'Ferris Dental', '--json').json
    meeting = tool.run('compose', 'Ferris Dental', '--save').id
    tap.equal(tool.show(meeting)['status'], 'draft')
    tap.equal(tool.run('check', meeting, '--json').json['score'], proposed['score'])
    tap.equal(len(tool.list('segment')), len(proposed['segments']))
    tap.equal(len(tool.list('attendee')), 1)
    tap.equal([line['kind'] for line in tool.list('movement')], ['reserve'])
    again = tool.run('compose', 'Ferris Dental', '--save', '--json').json
    tap.equal(tool.count('meeting'), 2)
    tool.run('undo')
    tool.run('undo')
    tap.equal(tool.count('meeting'), 0)
    assert again['meeting']['output'] != proposed['meeting']['output'] or \
        again['meeting']['start'] is None
    tool.run('verify')


def test_minutes():
    tool = known()
    for minutes in (1, 5, 15):
        found = tool.run('compose', 'Ferris Dental', '--minutes', str(minutes), '--json').json
        assert 0 < found['total'] <= minutes * 60, found['total']
        tap.equal(found['meeting']['budget'], minutes * 60)
    for wrong in ('0', '-3', '241', 'ten', ''):
        holds(tool.refused('compose', 'Ferris Dental', '--minutes', wrong), '--minutes: expected a number')


def test_unknown():
    tool = Tool()
    tool.add('client', name='Nobody known')
    found = tool.run('compose', 'Nobody known', '--json').json
    tap.equal(found['unknown'], True)
    tap.equal(len(found['meeting']['questions'].split('\n')), 3)
    holds(tool.run('compose', 'Nobody known').out, 'What it could not do:', 'Nothing is known about him')
    tool.refused('compose', 'Somebody else')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
