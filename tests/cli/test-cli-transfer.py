# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies from store to store, as people hand them on: each of them has a laptop of his own."""

import glob
import hashlib
import json
import os
import sys

import qh
import tap

SCHEMA = os.path.join(sys.argv[2], 'transfer.schema.json')


def people(*names):
    """A store for each, which says whose it is."""
    tools = [qh.Tool() for _ in names]
    for tool, name in zip(tools, names):
        tool.run('transfer', '--name', name)
    return tools


def edition(keller, copies=12):
    return keller.add('content', title='Recall study', edition=copies, rarity='ours_alone',
                      summary='Forty clinics, twelve copies', per_client=3)


def give(tool, item, copies, to, name='give'):
    path = tool.path(name + '.qhtransfer')
    answer = tool.run('transfer', item, '--copies', str(copies), '--to', to, '-o', path)
    return answer.id, path


def ledger(tool, item):
    """available, reserved, delivered, away"""
    answer = tool.run('show', item, '--json').json
    lines = [line for line in answer.get('movements', []) if line['kind'].startswith('transfer')]
    return len([1 for line in lines if line['kind'] == 'transfer_in']), \
        len([1 for line in lines if line['kind'] == 'transfer_out'])


def refused(tool, *words):
    return tool.run(*words, status=1).err


def test_manager_hands_four_to_a_rep():
    keller, lena, tom = people('M. Keller', 'Lena Moor', 'Tom Bay')
    item = edition(keller)
    transfer, path = give(keller, 'Recall study', 4, 'Lena Moor')
    qh.holds(refused(tom, 'import', path), 'addressed to Lena Moor', 'belongs to Tom Bay')
    qh.holds(refused(keller, 'import', path), 'this store wrote the file itself')
    tap.equal(lena.run('import', path, '--dry-run', '--json').json['new'], 1)
    tap.equal(lena.count('content'), 0)
    tap.equal(lena.run('import', path, '--json').json,
              {'new': 1, 'changed': 0, 'same': 0, 'skipped': []})
    tap.equal(lena.run('import', path, '--json').json['same'], 1)
    tap.equal(lena.show(item)['title'], 'Recall study')
    qh.holds(lena.show(item)['issuer'], 'M. Keller <')
    tap.equal(lena.list('transfer')[0]['id'], transfer)
    tap.equal((ledger(keller, item), ledger(lena, item)), ((0, 4), (4, 0)))
    for tool in (keller, lena):
        tool.run('verify')


def test_the_receiver_does_not_change_the_edition():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    lena.run('import', give(keller, item, 2, 'Lena Moor')[1])
    qh.holds(refused(lena, 'set', item, '--edition', '20'), 'issued by M. Keller')
    qh.holds(refused(keller, 'set', item, '--edition', '1'), '2 copies are out')


def test_an_edition_that_grew():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller, 2)
    early = give(keller, item, 1, 'Lena Moor', 'early')[1]
    keller.run('set', item, '--edition', '5')
    late = give(keller, item, 4, 'Lena Moor', 'late')[1]
    lena.run('import', late)
    tap.equal(lena.show(item)['edition'], 5)
    # Older news does not make it smaller.
    lena.run('import', early)
    tap.equal((lena.show(item)['edition'], ledger(lena, item)), (5, (5, 0)))
    lena.run('undo')
    lena.run('undo')
    tap.equal(lena.count('content'), 0)
    lena.run('import', early)
    tap.equal(lena.show(item)['edition'], 2)
    lena.run('import', late)
    tap.equal(lena.show(item)['edition'], 5)
    lena.run('verify')
    lena.run('undo')
    tap.equal((lena.show(item)['edition'], lena.count('transfer')), (2, 1))
    lena.run('verify')


def test_crafted_files_change_nothing():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    path = give(keller, item, 2, 'Lena Moor')[1]
    with open(path, 'rb') as file:
        right = file.read()
    big = lena.path('big.qhtransfer')
    with open(big, 'wb') as file:
        file.truncate(1 << 30)
    for name, content in (('cut', right[:-40]), ('changed', right.replace(b'"Recall', b'"Retail')),
                          ('latin', right.replace(b'"Recall', b'"\xe9call')),
                          ('deep', b'[' * 200000), ('empty', b''), ('list', b'[]')):
        with open(lena.path(name + '.qhtransfer'), 'wb') as file:
            file.write(content)
    for name in ('cut', 'latin', 'deep', 'empty', 'list', 'big'):
        lena.refused('import', lena.path(name + '.qhtransfer'))
    qh.holds(refused(lena, 'import', lena.path('changed.qhtransfer')), 'changed after it was')
    tap.equal((lena.count('content'), lena.count('transfer')), (0, 0))


def forge(tool, right, **changes):
    """A file that somebody made up, with a digest that is right; sign it he cannot."""
    forged = {name: value for name, value in {**right, **changes}.items()
              if name not in ('digest', 'signature')}
    forged['by'] = {name: value for name, value in forged['by'].items() if name != 'public_key'}
    text = json.dumps(forged, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    forged['digest'] = 'sha256:' + hashlib.sha256(text.encode()).hexdigest()
    path = tool.path('forged.qhtransfer')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(forged, file)
    return path


def test_forged_files_spend_nothing():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    path = give(keller, item, 4, 'Lena Moor')[1]
    lena.run('import', path)
    before = [tool.run('ledger', item, '--json').json for tool in (keller, lena)]
    with open(path, encoding='utf-8') as file:
        right = json.load(file)
    new = {'id': right['id'][:-4] + 'ffff'}
    me = {'name': 'M. Keller'}
    for status, tool, changes, part in (
            (1, lena, {}, 'copy 1 of 12 of “Recall study” is in this store already'),
            (1, keller, {'numbers': [5], 'to': me}, 'copy 5 of 12 of “Recall study” is in this'),
            (1, lena, {'numbers': [5], 'issuer': {'code': 'AAAA-AAAA', 'name': 'X'}}, 'issued by'),
            (2, lena, {'numbers': [13]}, 'from 1 to 12, got 13'),
            (2, lena, {'numbers': [-1]}, 'from 1 to 12, got -1'),
            (2, lena, {'numbers': [5, 5]}, 'copy 5 stands in the file twice'),
            (2, lena, {'numbers': [1 << 70]}, 'too large'),
            (2, lena, {'numbers': [5], 'content': {**right['content'], 'edition': 10 ** 12}},
             'expected 1 to 1000000'),
            (2, lena, {'numbers': [5], 'content': {**right['content'], 'edition': 3}},
             'from 1 to 3, got 5')):
        answer = tool.run('import', forge(tool, right, **{**new, **changes}), status=status)
        qh.holds(answer.err, part)
    tap.equal([tool.run('ledger', item, '--json').json for tool in (keller, lena)], before)
    for tool in (keller, lena):
        tool.run('verify')


def test_nothing_is_handed_on_that_is_not_there():
    keller, lena, tom = people('M. Keller', 'Lena Moor', 'Tom Bay')
    item = edition(keller, 3)
    path = keller.path('x.qhtransfer')
    qh.holds(refused(keller, 'transfer', item, '--copies', '4', '--to', 'Tom', '-o', path),
             '3 copies are available, not 4')
    lena.run('import', give(keller, item, 2, 'Lena Moor')[1])
    qh.holds(refused(lena, 'transfer', item, '--copies', '3', '--to', 'Tom Bay', '-o', path),
             '2 copies are available, not 3')
    assert not os.path.exists(path)
    for copies in ('0', '-1', '10001', 'many', '99999999999999999999'):
        qh.holds(keller.refused('transfer', item, '--copies', copies, '--to', 'Tom', '-o', path),
                 '--copies')
    keller.refused('transfer', item, '--copies', '1', '--to', ' ', '-o', path)
    keller.refused('transfer', item, '--copies', '1', '--to', 'Tom <1234-5678>', '-o', path)
    keller.refused('transfer', item, '--copies', '1', '--to', 'm. keller', '-o', path)
    keller.refused('transfer', item, '--copies', '1', '--to', 'Tom')
    keller.refused('transfer', item, '--copies', '1', '--to', 'Tom',
                   '-o', keller.path('no/such/folder.qhtransfer'))
    tap.equal(ledger(keller, item), (0, 2))
    plain = keller.add('content', title='Leaflet')
    qh.holds(refused(keller, 'transfer', plain, '--copies', '1', '--to', 'Tom', '-o', path),
             'not a limited edition')


def test_a_store_without_a_name_says_how_to_get_one():
    keller, = people('M. Keller')
    lena = qh.Tool()
    path = give(keller, edition(keller), 1, 'Lena Moor')[1]
    qh.holds(refused(lena, 'import', path), 'does not say whose it is', 'qh transfer --name')
    lena.run('transfer', '--name', 'lena  MOOR')
    lena.run('import', path)


def test_two_stores_of_one_name_are_told_apart_by_their_code():
    keller, desk, laptop = people('M. Keller', 'Lena Moor', 'Lena Moor')
    item = edition(keller)
    address = laptop.run('transfer', '--address').out.strip()
    path = give(keller, item, 2, address)[1]
    qh.holds(refused(desk, 'import', path), 'another store of Lena Moor')
    laptop.run('import', path)
    # From now on the name alone means the store that is known.
    path = give(keller, item, 1, 'lena moor', 'second')[1]
    refused(desk, 'import', path)
    laptop.run('import', path)


def test_what_was_passed_on_is_known_as_spent():
    keller, desk, laptop, tom = people('M. Keller', 'Lena Moor', 'Lena Moor', 'Tom Bay')
    item = edition(keller)
    first = give(keller, item, 1, 'Lena Moor')[1]
    desk.run('import', first)
    second = give(desk, item, 1, 'Tom Bay')[1]
    tom.run('import', second)
    third = give(tom, item, 1, laptop.run('transfer', '--address').out.strip())[1]
    laptop.run('import', third)
    qh.holds(refused(laptop, 'import', first), 'has received these copies')
    back = give(laptop, item, 1, 'M. Keller')[1]
    keller.run('import', back)
    tap.equal(ledger(keller, item), (1, 1))
    keller.run('verify')


def test_the_file_is_written_again_with_the_same_bytes():
    keller, lena = people('M. Keller', 'Lena Moor')
    transfer, path = give(keller, edition(keller), 2, 'Lena Moor')
    keller.run('transfer', '--name', 'Somebody Else')
    again = keller.path('again.qhtransfer')
    keller.run('transfer', '--again', transfer, '-o', again)
    with open(path, 'rb') as one, open(again, 'rb') as other:
        tap.equal(one.read(), other.read())
    lena.run('import', again)
    tap.equal(lena.run('import', path, '--json').json['same'], 1)


def test_a_file_that_could_not_be_written():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    error = keller.run('transfer', item, '--copies', '2', '--to', 'Lena Moor', '-o',
                       keller.path('x' * 250 + '.qhtransfer'), status=3).err
    qh.holds(error, 'The copies are handed on, but their file is not written')
    tap.equal(ledger(keller, item), (0, 2))
    transfer, = keller.list('transfer')
    qh.holds(error, transfer['id'])
    path = keller.path('again.qhtransfer')
    keller.run('transfer', '--again', transfer['id'], '-o', path)
    lena.run('import', path)
    tap.equal(ledger(lena, item), (2, 0))


def test_a_lost_file_is_called_back():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer, path = give(keller, item, 4, 'Lena Moor')
    recall, answer = keller.path('recall.qhtransfer'), lena.path('answer.qhtransfer')
    keller.run('transfer', '--recall', transfer, '-o', recall)
    tap.equal(ledger(keller, item), (0, 4))
    refused(keller, 'transfer', '--again', transfer, '-o', path + '2')
    said = lena.run('import', recall)
    qh.holds(said.err, 'never will be', f'qh transfer --answer {transfer}')
    qh.holds(refused(lena, 'import', path), 'called these copies back')
    lena.run('transfer', '--answer', transfer, '-o', answer)
    tap.equal(keller.run('import', answer, '--json').json['changed'], 1)
    tap.equal(keller.run('import', answer, '--json').json['same'], 1)
    tap.equal(ledger(keller, item), (4, 4))
    tap.equal(lena.count('content'), 0)
    # Nor does the file, wherever it turns up.
    qh.holds(refused(lena, 'import', path), 'called these copies back')
    refused(keller, 'import', path)
    lena.run('import', recall)
    tap.equal((lena.count('content'), ledger(keller, item)), (0, (4, 4)))
    # No undo of anything brings it back to life.
    lena.run('undo')
    refused(lena, 'import', path)
    keller.run('verify')


def ask(keller, lena, transfer, name):
    """Calls back, and brings home the answer; what the addressee is told."""
    recall, answer = keller.path(f'recall-{name}.qhtransfer'), lena.path(f'{name}.qhtransfer')
    keller.run('transfer', '--recall', transfer, '-o', recall)
    said = lena.run('import', recall).err
    lena.run('transfer', '--answer', transfer, '-o', answer)
    keller.run('import', answer)
    return said


def test_a_recall_that_comes_too_late():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer, path = give(keller, item, 4, 'Lena Moor')
    lena.run('import', path)
    # Asked again, she says the same.
    for name in ('first', 'second'):
        qh.holds(ask(keller, lena, transfer, name), 'were received here')
        tap.equal((ledger(keller, item), ledger(lena, item)), ((0, 4), (4, 0)))
    # What is known to have been passed on is not asked for.
    keller.run('import', give(lena, item, 1, 'M. Keller')[1])
    recall = keller.path('recall.qhtransfer')
    qh.holds(refused(keller, 'transfer', '--recall', transfer, '-o', recall), 'were received')


def test_a_receipt_that_was_told_and_then_undone():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer, path = give(keller, item, 4, 'Lena Moor')
    lena.run('import', path)
    ask(keller, lena, transfer, 'yes')
    lena.run('undo')
    tap.equal(lena.count('content'), 0)
    qh.holds(ask(keller, lena, transfer, 'no'), 'never will be')
    tap.equal(ledger(keller, item), (4, 4))
    refused(lena, 'import', path)
    qh.holds(refused(keller, 'import', lena.path('yes.qhtransfer')), 'taken back')


def test_an_undone_receipt_is_called_back_and_stays_undone():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer, path = give(keller, item, 4, 'Lena Moor')
    lena.run('import', path)
    lena.run('undo')
    tap.equal(lena.count('content'), 0)
    lena.run('import', path)
    lena.run('undo')
    recall = keller.path('recall.qhtransfer')
    keller.run('transfer', '--recall', transfer, '-o', recall)
    lena.run('import', recall)
    refused(lena, 'redo')
    refused(lena, 'import', path)


def test_a_transfer_is_not_deleted():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer, path = give(keller, item, 4, 'Lena Moor')
    lena.run('import', path)
    for tool in (keller, lena):
        qh.holds(refused(tool, 'delete', transfer), 'never deleted')
        qh.holds(refused(tool, 'set', transfer, '--direction', 'received'), 'as it was written')
        qh.holds(refused(tool, 'set', transfer, '--person', 'Tom'), 'as it was written')
        tap.equal(tool.count('transfer'), 1)
        tool.run('verify')
    keller.run('transfer', '--recall', transfer, '-o', keller.path('recall.qhtransfer'))


def test_who_has_a_copy_that_was_handed_on():
    keller, = people('M. Keller')
    item = edition(keller, 2)
    client = keller.add('client', name='Ferris Dental Group')
    give(keller, item, 1, 'Lena Moor')
    qh.holds(refused(keller, 'add', 'movement', '--content', item, '--kind', 'deliver',
                     '--client', client, '--number', '1'),
             'copy 1 of 2 of “Recall study”', 'handed on to Lena Moor')


def test_what_went_on_keeps_its_receipt():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    lena.run('import', give(keller, item, 2, 'Lena Moor')[1])
    give(lena, item, 1, 'Tom Bay')
    qh.holds(refused(lena, 'undo'), 'copy 1 of 12', 'not in this store')


def test_lines_of_transfers_are_not_made_by_hand():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer = give(keller, item, 1, 'Lena Moor')[0]
    for words in (('transfer_in', '1'), ('transfer_out', '2')):
        refused(keller, 'add', 'movement', '--content', item, '--kind', words[0],
                '--number', words[1])
    refused(keller, 'add', 'movement', '--content', item, '--kind', 'transfer_in',
            '--number', '1', '--transfer', transfer)


def test_all_files_or_none():
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    mine = give(keller, item, 1, 'Lena Moor', 'one')[1]
    other = give(keller, item, 1, 'Tom Bay', 'two')[1]
    refused(lena, 'import', mine, other)
    tap.equal(lena.count('content'), 0)
    tap.equal(lena.run('import', mine, '--json').json['new'], 1)


def test_files_hold_what_the_schema_says():
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        raise tap.Skip('python3-jsonschema is not installed') from None
    keller, lena = people('M. Keller', 'Lena Moor')
    item = edition(keller)
    transfer, path = give(keller, item, 3, lena.run('transfer', '--address').out.strip())
    keller.run('transfer', '--recall', transfer, '-o', keller.path('recall.qhtransfer'))
    lena.run('import', keller.path('recall.qhtransfer'))
    lena.run('transfer', '--answer', transfer, '-o', keller.path('answer.qhtransfer'))
    with open(SCHEMA, encoding='utf-8') as file:
        validator = Draft202012Validator(json.load(file))
    files = glob.glob(keller.path('*.qhtransfer'))
    tap.equal(len(files), 3)
    for name in files:
        with open(name, encoding='utf-8') as file:
            text = json.load(file)
        validator.validate(text)
        for member in ('id', 'by', 'digest', 'purpose'):
            assert not validator.is_valid({k: v for k, v in text.items() if k != member}), member
    with open(path, encoding='utf-8') as file:
        text = json.load(file)
    for numbers in ([], [0], [1, 1], [1.5], ['1'], [1000001]):
        assert not validator.is_valid({**text, 'numbers': numbers}), numbers


def test_the_list():
    keller, = people('M. Keller')
    transfer = give(keller, edition(keller), 3, 'Lena Moor')[0]
    qh.holds(keller.run('transfer').out, 'Recall study', '1–3', 'to Lena Moor', 'On its way',
             transfer)


tap.run(qh.cases(sys.modules[__name__]))
