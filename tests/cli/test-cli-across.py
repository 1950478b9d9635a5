# SPDX-License-Identifier: GPL-3.0-or-later
"""What shows when the plans of several reps are laid beside each other, and a review as text."""

import sys

import qh
import tap
from qh import Tool, holds


def rep(name):
    tool = Tool()
    tool.run('transfer', '--name', name)
    return tool


def plan_of(tool, client, output, edition, address='', friction=None, item=None):
    where = tool.add('client', name=client, territory='North', address=address)
    meeting = tool.add('meeting', client=where, output=output, title='A talk')
    if friction:
        tool.add('friction', client=where, title=friction, touchpoint='delivery')
    if item:
        content = tool.add('content', title=item, rarity='few')
        tool.add('segment', meeting=meeting, kind='educate', title='Why', seconds=300,
                 content=content)
    path = tool.path(f'{client}.qhplan')
    tool.run('export', meeting, '--to', 'plan', '--edition', edition, '-o', path)
    return meeting, path


def across(tool):
    return tool.run('across', '--json').json


def test_nothing():
    tool = Tool()
    holds(tool.run('sample').out, '')
    found = across(tool)
    tap.equal((found['plans'], found['outputs'], found['frictions'], found['content']),
              (found['plans'], [], [], []))
    holds(tool.run('across').out, 'Nothing stands out')


def test_across():
    lena, tom, keller = rep('Lena Moor'), rep('Tom Bay'), rep('M. Keller')
    files = [
        plan_of(lena, 'Halden', 'He knows', 'full', '1 Mill Lane, North', 'Boxes open', 'Figures'),
        plan_of(lena, 'Vesper', 'He counts', 'full', '9 Quay', 'Boxes late', 'Figures'),
        plan_of(tom, 'Ferris', 'he knows', 'full', 'Mill Lane 7, North', 'Boxes open', 'figures'),
        plan_of(tom, 'Castell', 'He sees', 'manager', item='Checklist'),
    ]
    for meeting, path in files:
        keller.run('import', path)
        assert meeting
    found = across(keller)
    tap.equal(found['plans'], 4)
    output, = found['outputs']
    tap.equal(([text.lower() for text in output['texts']], sorted(output['clients']),
               sorted(output['reps'])), (['he knows'], ['Ferris', 'Halden'], ['Lena Moor', 'Tom Bay']))
    tap.equal(len(output['plans']), 2)
    friction, = found['frictions']
    tap.equal((friction['where'], sorted(friction['texts']), sorted(friction['reps'])),
              ('delivery', ['Boxes late', 'Boxes open'], ['Lena Moor', 'Tom Bay']))
    content, = found['content']
    tap.equal(sorted(content['clients']), ['Ferris', 'Halden'])
    holds(keller.run('across').out, 'Same output', 'Boxes late', 'Ferris', 'igures')


def test_newest_revision_and_set_aside():
    lena, keller = rep('Lena Moor'), rep('M. Keller')
    meeting, path = plan_of(lena, 'Halden', 'He knows', 'manager')
    other, second = plan_of(lena, 'Ferris', 'He knows', 'manager')
    keller.run('import', path, second)
    tap.equal(len(across(keller)['outputs']), 1)
    lena.run('set', meeting, '--output', 'He knows more')
    lena.run('export', meeting, '--to', 'plan', '--edition', 'manager', '-o', path)
    keller.run('import', path)
    tap.equal(across(keller)['outputs'], [])
    lena.run('set', other, '--output', 'He knows more')
    lena.run('export', other, '--to', 'plan', '--edition', 'manager', '-o', second)
    keller.run('import', second)
    output, = across(keller)['outputs']
    keller.run('set', output['plans'][0], '--state', 'aside')
    tap.equal(across(keller)['outputs'], [])


def test_territory_where_no_street_is_told():
    lena, keller = rep('Lena Moor'), rep('M. Keller')
    for client in ('Halden', 'Ferris'):
        keller.run('import', plan_of(lena, client, client, 'manager', item='Figures')[1])
    content, = across(keller)['content']
    tap.equal(content['where'], 'North')


def test_review_as_text():
    lena, keller = rep('Lena Moor'), rep('M. Keller')
    _, path = plan_of(lena, 'Halden', 'He knows', 'manager', item='Figures')
    text = keller.path('review.txt')
    keller.run('review', path, '--decision', 'changes_wanted', '--summary', 'Good\nbut long',
               '--r-output', '4', '--r-scarce', '2', '--r-scarce-note', 'Others have it',
               '--comment', '1=Shorter', '--comment', 'output=By when', '--comment', '=Thanks',
               '-o', text)
    with open(text, encoding='utf-8') as file:
        said = file.read()
    lines = said.split('\n')
    tap.equal(lines[0], 'Halden, revision 1')
    holds(said, 'Output: He knows\n', 'Decision: Changes wanted\nGood but long\n',
          ': 4 of 4\n', ': 2 of 4 – Others have it\n', '- Output: By when\n', '- Thanks\n',
          '- 1. Why: Shorter\n', '\nM. Keller\n')
    tap.equal(keller.list('received_plans')[0]['state'], 'reviewed')


tap.run(qh.cases(sys.modules[__name__]))
