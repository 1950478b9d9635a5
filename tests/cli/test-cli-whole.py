# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole store, out and in again."""

import csv
import json
import os
import sys

import qh
import tap


def export(tool, name='store.json', *words):
    path = tool.path(name)
    tool.run('export-all', '--to', 'json', '-o', path, *words)
    with open(path, 'rb') as file:
        return path, file.read()


def round_trip(tool):
    """Into an empty store and out again: the same bytes, and undone it is empty again."""
    path, there = export(tool)
    other = qh.Tool()
    answer = other.run('import', path, '--json').json
    tap.equal((answer['changed'], answer['same'], answer['skipped']), (0, 0, []))
    tap.equal(export(other)[1], there)
    other.run('verify')
    again = other.run('import', path, '--json').json
    tap.equal((again['new'], again['changed'], again['skipped']), (0, 0, []))
    return other


def test_sample_comes_back_the_same():
    tool = qh.sample()
    tool.run('set', tool.list('client')[0]['id'], '--minutes-limit', '20')
    other = round_trip(tool)
    other.run('undo')
    tap.equal(other.count('client'), 0)
    other.run('verify')


def test_ledgers_come_back_line_by_line():
    tool = qh.with_client('Ferris')[0]
    tool.add('client', name='Okafor')
    item = tool.add('content', title='Study', edition=5, per_client=2)
    tool.run('deliver', 'Study', 'Ferris')
    tool.run('reserve', 'Study', 'Okafor')
    tool.run('return', 'Study', 'Ferris')
    tool.run('release', 'Study', 'Okafor')
    # Fewer copies than there once were, fewer for each; then unlimited, and limited again.
    tool.run('set', item, '--edition', '1', '--per-client', '1')
    loose = tool.add('content', title='Sheet')
    tool.run('deliver', 'Sheet', 'Ferris')
    tool.run('return', 'Sheet', 'Ferris')
    tool.run('set', loose, '--edition', '3')
    tool.run('deliver', 'Sheet', 'Okafor')
    other = round_trip(tool)
    tap.equal(other.run('ledger', 'Study', '--json').json,
              tool.run('ledger', 'Study', '--json').json)


def test_transfers_come_back():
    one, two = qh.Tool(), qh.Tool()
    one.run('transfer', '--name', 'Ann')
    two.run('transfer', '--name', 'Ben')
    item = one.add('content', title='Study', edition=5)
    path = one.path('a.qhtransfer')
    one.run('transfer', item, '--copies', '3', '--to', 'Ben', '-o', path)
    two.run('import', path)
    for tool in (one, two):
        round_trip(tool)


def test_newer_wins():
    tool = qh.with_client('Ferris')[0]
    path, _ = export(tool)
    later = qh.Tool(now='2026-11-26T09:00:00Z')
    later.run('import', path)
    ferris = later.list('client')[0]['id']
    later.run('set', ferris, '--name', 'Ferris & Sons')
    later.add('friction', title='Late', client=ferris)
    newer, _ = export(later)
    answer = tool.run('import', newer, '--json').json
    tap.equal((answer['new'], answer['changed']), (1, 1))
    tap.equal(tool.show(ferris)['name'], 'Ferris & Sons')
    answer = tool.run('import', path, '--json').json
    tap.equal((answer['changed'], len(answer['skipped'])), (0, 1))
    qh.holds(answer['skipped'][0]['reason'], 'newer')
    tap.equal(tool.show(ferris)['name'], 'Ferris & Sons')


def test_law_decides_about_lines():
    """Two stores that gave the same copy away: it is the one's that is here."""
    tool = qh.with_client('Ferris')[0]
    tool.add('client', name='Okafor')
    tool.add('content', title='Study', edition=1)
    other = qh.Tool()
    other.run('import', export(tool)[0])
    tool.run('deliver', 'Study', 'Ferris')
    other.run('deliver', 'Study', 'Okafor')
    answer = tool.run('import', export(other)[0], '--json').json
    tap.equal(len(answer['skipped']), 1)
    qh.holds(answer['skipped'][0]['where'], 'movement[0]')
    tap.equal(tool.run('ledger', 'Study', '--json').json['delivered'], 1)
    tool.run('verify')


def test_files_come_along():
    tool = qh.Tool()
    item = tool.add('content', title='Study')
    with open(tool.path('study.pdf'), 'wb') as file:
        file.write(b'%PDF study')
    digest = tool.run('attach', item, tool.path('study.pdf')).out.strip()
    path, _ = export(tool, 'whole.json', '--with-files')
    tap.equal(os.listdir(path + '.files'), [digest])
    other = qh.Tool()
    other.run('import', path)
    other.run('verify')
    with open(os.path.join(other.folder.name, 'files', digest), 'rb') as file:
        tap.equal(file.read(), b'%PDF study')
    with open(os.path.join(path + '.files', digest), 'wb') as file:
        file.write(b'something else')
    third = qh.Tool()
    qh.holds(third.run('import', path).out, 'not what its name says')


def test_what_is_no_export():
    tool = qh.with_client('Ferris')[0]
    path, whole = export(tool)
    bad = {
        'empty': (b'', 'empty'), 'list': (b'[]', 'expected "{"'), 'behind': (whole + b'x', 'behind'),
        'twice': (whole.replace(b'"contact": []', b'"contact": [], "client": [' +
                                json.dumps(tool.list('client')[0]).encode() + b']'), 'twice'),
        'nobody': (whole.replace(b'"contact": []', b'"contact": [{"id":"' +
                                 qh.NOWHERE.encode() + b'","created":"2026-01-01T00:00:00Z",'
                                 b'"modified":"2026-01-01T00:00:00Z","name":"A","client":"' +
                                 qh.NOWHERE[:-1].encode() + b'1"}]'), 'no client with the id'),
        'no id': (whole.replace(b'"contact": []', b'"client":[{"name":"A"}]'), 'expected an id'),
        'bytes': (whole.replace(b'Ferris', b'\xff'), 'UTF-8'),
        'deep': (whole.replace(b'"contact": []', b'"contact": [{"a":' + b'[' * 40 + b']' * 40 +
                               b'}]'), '32 levels')}
    for name, (data, reason) in bad.items():
        other = qh.Tool()
        with open(other.path('bad.json'), 'wb') as file:
            file.write(data)
        qh.holds(other.refused('import', other.path('bad.json')), reason)
        tap.equal(other.count('client'), 0)
    for size in range(0, len(whole) - 2, 29):
        with open(tool.path('cut.json'), 'wb') as file:
            file.write(whole[:size])
        tool.refused('import', tool.path('cut.json'))


def test_tables_are_read_by_others():
    tool = qh.sample()
    tool.add('client', name='=HYPERLINK("http://x.example")', notes='two\nlines, "quoted"',
             minutes_limit='')
    folder = tool.path('tables')
    tool.run('export-all', '--to', 'csv', '-o', folder)
    for kind in ('client', 'contact', 'meeting', 'movement', 'segment'):
        with open(os.path.join(folder, kind + '.csv'), encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file, strict=True))
        tap.equal(len(rows), tool.count(kind))
    with open(os.path.join(folder, 'client.csv'), encoding='utf-8', newline='') as file:
        client = next(row for row in csv.DictReader(file) if row['notes'].startswith('two'))
    tap.equal(client['name'][0], "'")
    tap.equal(client['notes'], 'two\nlines, "quoted"')
    # And in again, all at once, whatever their order.
    other = qh.Tool()
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    answer = other.run('import', '--json', *files).json
    tap.equal(answer['skipped'], [])
    for kind in ('client', 'contact', 'meeting', 'movement', 'segment', 'friction', 'remark'):
        tap.equal(sorted(other.list(kind), key=lambda row: row['id']),
                  sorted(tool.list(kind), key=lambda row: row['id']))
    other.run('verify')
    other.run('undo')
    tap.equal(other.count('client'), 0)
    # One by itself needs those that it refers to.
    qh.holds(other.refused('import', os.path.join(folder, 'contact.csv')), 'contact.csv, line 2',
             'no client with the id')


tap.run(qh.cases(sys.modules[__name__]))
