# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts and calendars from other programs, as a script takes them in and hands them out."""

import sys

import qh
import tap

PIPEDRIVE = ('Person - ID,Person - Name,Person - Email,Person - Phone,Organization - Name,Mood\r\n'
             '1,Sarah Lind,s@x.example,1,Ferris,good\r\n'
             '2,Tom Bay,,2,Ferris,\r\n'
             '3,,,,,\r\n')


def write(tool, name, text):
    path = tool.path(name)
    with open(path, 'wb') as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    return path


def test_contacts_from_csv():
    tool = qh.Tool()
    path = write(tool, 'people.CSV', PIPEDRIVE)
    tried = tool.run('import', path, '--dry-run', '--json').json
    tap.equal((tried['new'], len(tried['skipped'])), (2, 1))
    tap.equal(tried['skipped'][0]['where'], 'people.CSV, line 4')
    tap.equal(tool.count('contact'), 0)
    done = tool.run('import', path, '--json')
    tap.equal(done.json, tried)
    qh.holds(done.err, 'Mood')
    tap.equal({contact['name'] for contact in tool.list('contact')}, {'Sarah Lind', 'Tom Bay'})
    tap.equal([client['name'] for client in tool.list('client')], ['Ferris'])
    tap.equal(tool.run('import', path, '--json').json['same'], 2)
    tap.equal(tool.run('import', path, '--keep-unknown', '--json').json['changed'], 1)
    tool.run('undo')
    tool.run('undo')
    tap.equal((tool.count('contact'), tool.count('client')), (0, 0))


def test_accounts_and_contacts_in_one_go():
    tool = qh.Tool()
    accounts = write(tool, 'accounts.csv', 'Id,Name,BillingCity\n001,Ferris,Leeds\n')
    contacts = write(tool, 'contacts.csv', 'Id,AccountId,LastName,FirstName\n003,001,Lind,Sarah\n')
    for words in (('--dry-run',), ()):
        tap.equal(tool.run('import', accounts, contacts, '--json', *words).json,
                  {'new': 2, 'changed': 0, 'same': 0, 'skipped': []})
    tap.equal(tool.show(tool.list('contact')[0]['id'])['client'], tool.list('client')[0]['id'])
    tool.run('undo')
    tap.equal(tool.count('client'), 0)


def test_files_that_are_none():
    tool = qh.Tool()
    good = write(tool, 'good.csv', PIPEDRIVE)
    for name, text, word in (('a.csv', '', 'empty'), ('b.csv', 'x,y\n1,2\n', 'no column'),
                             ('c.csv', b'Name\n"open\n', 'never closed'),
                             ('d.csv', b'Name\na\0b\n', 'NUL'), ('e.xlsx', 'x', '.csv')):
        error = tool.refused('import', good, write(tool, name, text))
        qh.holds(error, word, name)
        tap.equal(tool.count('contact'), 0)


tap.run(qh.cases(sys.modules[__name__]))
