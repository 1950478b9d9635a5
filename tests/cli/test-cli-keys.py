# SPDX-License-Identifier: GPL-3.0-or-later
"""Who signs what: one's own key, those of others, and files that were changed on the way."""

import json
import os
import shutil
import sys

import qh
import tap
from qh import Tool, holds


def person(name):
    tool = Tool()
    tool.run('transfer', '--name', name)
    return tool


def plan_of(tool, output='He knows which two parts come back most', title='Fewer returns'):
    client = tool.add('client', name='Halden Tools')
    meeting = tool.add('meeting', client=client, title=title, output=output,
                       start='2026-12-04T10:00:00+01:00')
    tool.add('segment', meeting=meeting, kind='open', seconds=60, title='Why')
    return meeting


def export(tool, meeting, edition='manager', name='plan.qhplan'):
    tool.run('export', meeting, '--to', 'plan', '--edition', edition, '-o', tool.path(name))
    return tool.path(name)


def read(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def write(path, content):
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(content, file)
    return path


def test_own_key():
    tool = person('Lena Moor')
    own = tool.run('keys', '--json').json['own']
    tap.equal(own['name'], 'Lena Moor')
    holds(tool.run('keys').out, own['fingerprint'])
    tap.equal(tool.run('keys', '--json').json['own'], own)
    tap.equal(oct(os.stat(tool.store + '.key').st_mode & 0o777), '0o600')
    with open(tool.store, 'rb') as file, open(tool.store + '.key', 'rb') as key:
        assert key.read().strip() not in file.read()


def test_signed_files_are_the_same_again():
    lena = person('Lena Moor')
    meeting = plan_of(lena)
    one, two = export(lena, meeting), export(lena, meeting, name='two.qhplan')
    with open(one, 'rb') as first, open(two, 'rb') as second:
        tap.equal(first.read(), second.read())
    by = read(one)['by']
    tap.equal(by['public_key'], lena.run('keys', '--json').json['own']['public_key'])
    tap.equal(by['name'], 'Lena Moor')


def test_signature_is_what_others_make_of_it():
    """Against an implementation of Ed25519 that is not ours, where there is one."""
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        raise tap.Skip('python3-cryptography is not installed') from None
    import base64
    lena = person('Lena Moor')
    plan = read(export(lena, plan_of(lena)))
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(plan['by']['public_key']))
    key.verify(base64.b64decode(plan['signature']), plan['digest'].encode())


def test_unknown_until_trusted():
    lena, keller = person('Lena Moor'), person('M. Keller')
    fingerprint = lena.run('keys', '--json').json['own']['fingerprint']
    path = export(lena, plan_of(lena))
    holds(keller.run('import', path).err, 'Lena Moor', 'not known', fingerprint)
    tap.equal(keller.run('import', path).err, '')
    signer, = keller.run('keys', '--json').json['signers']
    tap.equal((signer['name'], signer['fingerprint'], signer['trusted']),
              ('Lena Moor', fingerprint, None))
    keller.run('keys', 'trust', fingerprint)
    tap.equal(keller.run('keys', '--json').json['signers'][0]['trusted'],
              '2026-11-25T09:00:00+00:00')
    holds(keller.run('undo').out, 'Trust')
    keller.run('keys', 'trust', 'lena moor')
    holds(keller.run('keys').out, '2026-11-25')
    keller.run('keys', 'forget', 'Lena Moor')
    tap.equal(keller.run('keys', '--json').json['signers'], [])


def test_keys_refusals():
    tool = person('Lena Moor')
    for words in (('trust',), ('forget',), ('burn', 'x')):
        holds(tool.refused('keys', *words), 'trust')
    holds(tool.refused('keys', 'trust', 'Nobody'), 'Nobody')


def test_changed_on_the_way():
    lena, keller = person('Lena Moor'), person('M. Keller')
    path = export(lena, plan_of(lena))
    right = read(path)
    for changes in ({'score': 1}, {'exported': '2026-11-25T09:00:01+00:00'}, {'signature': 'AA=='},
                    {'digest': 'sha256:' + '0' * 64}, {'by': {**right['by'], 'name': 'Tom'}}):
        wrong = write(keller.path('wrong.qhplan'), {**right, **changes})
        holds(keller.run('import', wrong, status=1).err, 'changed after it was exported')
    del right['signature']
    wrong = write(keller.path('wrong.qhplan'), right)
    holds(keller.run('import', wrong, status=1).err, 'changed after it was exported')
    tap.equal(keller.count('received_plan'), 0)


def test_another_key():
    lena, keller = person('Lena Moor'), person('M. Keller')
    meeting = plan_of(lena)
    keller.run('import', export(lena, meeting))
    keller.run('keys', 'trust', 'Lena Moor')
    os.remove(lena.store + '.key')
    holds(lena.run('export', meeting, '--to', 'plan', '-o', lena.path('x.qhplan')).err, 'new one')
    holds(keller.run('import', export(lena, meeting)).err, 'another key than before')
    tap.equal([signer['trusted'] is None
               for signer in keller.run('keys', '--json').json['signers']].count(True), 1)
    tap.equal(sorted(plan['revision'] for plan in keller.list('received_plans')), [1, 2])


def test_copied_store():
    lena = person('Lena Moor')
    first = lena.run('keys', '--json').json['own']['fingerprint']
    copy = Tool()
    shutil.copy(lena.store, copy.store)
    answer = copy.run('keys', '--json')
    assert answer.json['own']['fingerprint'] != first
    holds(answer.err, 'new one')
    tap.equal(copy.run('keys').err, '')
    tap.equal(lena.run('keys', '--json').json['own']['fingerprint'], first)


def test_queue_without_parsing():
    lena, keller = person('Lena Moor'), person('M. Keller')
    path = export(lena, plan_of(lena))
    keller.run('import', path)
    received, = keller.list('received_plans')
    sent = read(path)
    tap.equal({name: received[name] for name in ('sender', 'client', 'title', 'output', 'start')},
              {'sender': 'Lena Moor', 'client': 'Halden Tools', 'title': 'Fewer returns',
               'output': 'He knows which two parts come back most',
               'start': '2026-12-04T09:00:00+00:00'})
    tap.equal((received['score'], received['digest'], received['signer_key']),
              (sent['score'], sent['digest'], sent['by']['public_key']))
    tap.equal(received['blockers'], sum(finding['level'] == 'blocker' and
                                        'accepted' not in finding for finding in sent['findings']))
    tap.equal(received['conflict'], False)


def test_two_of_one_revision():
    """The store and a copy of it both say that they export revision 2: both stay."""
    lena, keller = person('Lena Moor'), person('M. Keller')
    meeting = plan_of(lena)
    export(lena, meeting)
    copy = Tool()
    shutil.copy(lena.store, copy.store)
    shutil.copy(lena.store + '.key', copy.store + '.key')
    for tool, output in ((lena, 'One'), (copy, 'Other')):
        tool.run('set', meeting, '--output', output)
        keller.run('import', export(tool, meeting))
    tap.equal(sorted((plan['revision'], plan['output'], plan['conflict'])
                     for plan in keller.list('received_plans')),
              [(2, 'One', True), (2, 'Other', True)])
    keller.run('undo')
    tap.equal([(plan['output'], plan['conflict']) for plan in keller.list('received_plans')],
              [('One', False)])


def test_folder_of_plans():
    lena, keller = person('Lena Moor'), person('M. Keller')
    folder = lena.path('plans')
    os.mkdir(folder)
    for n in range(3):
        export(lena, plan_of(lena, title=f'Plan {n}') if n == 0 else lena.add(
            'meeting', client='Halden Tools', title=f'Plan {n}'), name=f'plans/{n}.qhplan')
    with open(os.path.join(folder, '9.qhplan'), 'w', encoding='utf-8') as file:
        file.write('{')
    dry = keller.run('import', folder, '--dry-run', '--json').json
    tap.equal((dry['new'], len(dry['skipped']), keller.count('received_plan')), (3, 1, 0))
    answer = keller.run('import', folder, '--json').json
    tap.equal((answer['new'], answer['skipped'][0]['where']), (3, '9.qhplan'))
    tap.equal(keller.run('import', folder, '--json').json['same'], 3)
    os.rename(folder, folder + '-gone')
    keller.refused('import', folder)


tap.run(qh.cases(sys.modules[__name__]))
