# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's data: handed over, and erased; and two records that are one."""

import glob
import json
import os
import sys

import qh
import tap

NAME, MAIL, WORDS = 'Sarah Zweigelt', 's.zweigelt@x.example', 'I never wanted the catalogue'


def with_person():
    tool, ferris = qh.with_client('Ferris')
    sarah = tool.add('contact', client=ferris, name=NAME, email=MAIL, notes='plays the cello')
    tool.add('contact', client=ferris, name='Tom Bay')
    tool.add('remark', client=ferris, contact=sarah, words=WORDS, said='2026-11-01')
    meeting = tool.add('meeting', client=ferris, title='Visit', start='2026-12-01T10:00:00Z',
                       output='sarah zweigelt signs')
    tool.add('attendee', meeting=meeting, contact=sarah)
    tool.add('friction', client=ferris, contact=sarah, title='Late', words='late, always late')
    tool.add('promise', client=ferris, contact=sarah, what='Call ' + NAME, made='2026-11-01')
    tool.add('content', title='Study', edition=3)
    tool.run('deliver', 'Study', 'Ferris')
    return tool, ferris, sarah, meeting


def bytes_of(tool):
    return b''.join(open(path, 'rb').read() for path in glob.glob(tool.store + '*'))


def test_handed_over():
    tool, _, sarah, meeting = with_person()
    path = tool.path('sarah.json')
    tool.run('person', NAME, '-o', path)
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    tap.equal((data['contact']['email'], data['client']), (MAIL, 'Ferris'))
    tap.equal([remark['words'] for remark in data['remarks']], [WORDS])
    tap.equal([one['id'] for one in data['meetings']], [meeting])
    tap.equal({(one['kind'], one['field']) for one in data['mentions']},
              {('meeting', 'output'), ('promise', 'what')})
    tap.equal((len(data['frictions']), len(data['promises'])), (1, 1))
    tap.equal(sarah, data['contact']['id'])
    tool.refused('person', 'Nobody', '-o', path)
    tool.refused('person', NAME)


def test_erased_everywhere():
    tool, _, sarah, meeting = with_person()
    tool.run('delete', tool.list('remark')[0]['id'])
    tool.run('undo')
    tool.add('client', name='Later')
    found = bytes_of(tool).lower()
    for text in (NAME, MAIL, WORDS, 'cello'):
        assert text.lower().encode() in found, text
    receipt = tool.run('erase', NAME, '--json').json
    tap.equal((receipt['removed'], receipt['changed']), (3, 4))
    tap.equal((receipt['overwritten'], receipt['exports'], receipt['lines']), (True, 0, 0))
    assert receipt['changes'] > 5, receipt
    left = bytes_of(tool).lower()
    for text in (NAME, MAIL, WORDS, 'cello', 'zweigelt'):
        assert text.lower().encode() not in left, text
    tap.equal(tool.run('search', 'Zweigelt', '--json').json, [])
    tap.equal([contact['name'] for contact in tool.list('contact')], ['Tom Bay'])
    tap.equal(tool.show(meeting)['output'], '(erased) signs')
    friction = tool.list('friction')[0]
    tap.equal((friction['title'], friction.get('contact'), friction.get('words')),
              ('Late', None, None))
    tap.equal(tool.run('ledger', 'Study', '--json').json['delivered'], 1)
    tool.run('verify')
    # What came later can still be undone, what was erased cannot come back.
    for _ in ('Later', 'the delivery', 'Study'):
        tool.run('undo')
    tap.equal((tool.count('client'), tool.count('content')), (1, 0))
    tool.run('undo', status=1)
    tool.refused('erase', sarah)


def test_receipt_is_honest():
    tool, _, _, meeting = with_person()
    tool.run('export', meeting, '--to', 'plan', '-o', tool.path('a.qhplan'))
    folder = os.path.join(tool.folder.name, 'backups')
    os.makedirs(folder, exist_ok=True)
    receipt = tool.run('erase', NAME)
    qh.holds(receipt.out, 'he may stand in 1 file that has left', 'attached files')


def test_two_clients_become_one():
    tool, ferris, sarah, meeting = with_person()
    double = tool.add('client', name='FERRIS', website='x.example', notes='double')
    ann = tool.add('contact', client=double, name='Ann', email=MAIL)
    held = tool.add('meeting', client=double, title='Other')
    tool.run('deliver', 'Study', double)
    qh.holds(tool.run('merge').out, ferris, double, sarah, ann)
    # The law: one copy for each.
    qh.holds(tool.run('merge', ferris, double, status=1).err, 'Study')
    tap.equal(tool.count('client'), 2)
    tool.run('set', tool.list('content')[0]['id'], '--per-client', '2')
    before = {kind: tool.list(kind) for kind in ('client', 'contact', 'meeting', 'friction')}
    tool.run('merge', ferris, double)
    kept = tool.list('client')
    tap.equal([(one['id'], one['website'], one['notes']) for one in kept],
              [(ferris, 'x.example', 'double')])
    tap.equal({one['client'] for one in tool.list('contact')}, {ferris})
    tap.equal(tool.show(held)['client'], ferris)
    ledger = tool.run('ledger', 'Study', '--json').json
    tap.equal((ledger['delivered'], ledger['available']), (2, 1))
    tool.run('verify')
    tool.run('undo')
    after = {kind: tool.list(kind) for kind in before}
    tap.equal({kind: {row['id']: row.get('client') for row in rows}
               for kind, rows in after.items()},
              {kind: {row['id']: row.get('client') for row in rows}
               for kind, rows in before.items()})
    tap.equal(tool.run('ledger', 'Study', '--json').json['delivered'], 2)
    tool.run('verify')
    tool.run('redo')
    tap.equal(tool.count('client'), 1)
    tool.run('verify')


def test_two_contacts_become_one():
    tool, ferris, sarah, meeting = with_person()
    double = tool.add('contact', client=ferris, name='S. Zweigelt', phone='+44 113 4960',
                      notes='plays the cello')
    tool.add('attendee', meeting=meeting, contact=double)
    tool.add('remark', client=ferris, contact=double, words='Again', said='2026-11-02')
    tool.run('merge', sarah, double)
    tap.equal((tool.show(sarah)['phone'], tool.show(sarah)['notes']),
              ('+44 113 4960', 'plays the cello'))
    tap.equal({one['contact'] for one in tool.list('remark')}, {sarah})
    tap.equal(len(tool.list('attendee')), 1)
    tool.run('undo')
    tap.equal(tool.count('contact'), 3)
    tool.refused('merge', sarah, ferris)
    tool.refused('merge', sarah, sarah)
    tool.refused('merge', sarah)


tap.run(qh.cases(sys.modules[__name__]))
