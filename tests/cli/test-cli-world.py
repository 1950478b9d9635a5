# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts and calendars from other programs, as a script takes them in and hands them out."""

import contextlib
import os
import sqlite3
import sys

import icalendar
import qh
import tap
import vobject

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


def backups(tool):
    folder = tool.path('backups')
    return set(os.listdir(folder)) if os.path.exists(folder) else set()


def test_a_backup_comes_first():
    """Not before a dry run, nor for an empty store, nor for one plan."""
    tool, other = qh.Tool(), qh.sample()
    path = write(tool, 'people.csv', PIPEDRIVE)
    plan = tool.path('one.qhplan')
    other.run('export', other.list('meeting')[0]['id'], '--to', 'plan', '-o', plan)
    tool.run('import', path)
    tool.run('undo')
    tool.add('client', name='Vesper Labs')
    before = backups(tool)
    tool.run('import', path, '--dry-run')
    tool.run('import', plan)
    tap.equal(backups(tool), before)
    tool.now = '2026-11-25T11:00:00Z'
    tool.run('import', path)
    new = backups(tool) - before
    tap.equal(len(new), 1)
    with contextlib.closing(sqlite3.connect(os.path.join(tool.path('backups'), *new))) as db:
        tap.equal(db.execute('SELECT (SELECT count(*) FROM client),'
                             ' (SELECT count(*) FROM contact)').fetchone(), (1, 0))


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


def with_people():
    tool = qh.Tool()
    tool.run('import', write(tool, 'people.csv', PIPEDRIVE))
    return tool


def test_vcards_are_read_by_others():
    tool = with_people()
    lind = tool.run('list', 'contact', '--json').json[0]
    tool.run('set', tool.list('client')[0]['id'], '--address', '1 Long Row\nLeeds, UK')
    tool.run('set', lind['id'], '--title', 'Head; of =all, \\really ' + 'ü' * 60)
    lind = tool.show(lind['id'])
    for kind in ('vcf', 'vcf3'):
        path = tool.path('out.' + kind[:3])
        tool.run('export-all', '--to', kind, '-o', path)
        with open(path, encoding='utf-8', newline='') as file:
            cards = list(vobject.readComponents(file.read()))
        tap.equal(sorted(card.fn.value for card in cards), ['Sarah Lind', 'Tom Bay'])
        card = next(card for card in cards if card.fn.value == 'Sarah Lind')
        tap.equal(card.version.value, '4.0' if kind == 'vcf' else '3.0')
        tap.equal(card.email.value, 's@x.example')
        tap.equal(card.n.value.family, 'Lind')
        tap.equal(card.title.value, lind['title'])
        tap.equal(card.org.value, ['Ferris'])
        tap.equal(card.uid.value, 'urn:uuid:' + lind['id'])
        holds = card.adr.value.street
        qh.holds(holds if isinstance(holds, str) else '\n'.join(holds), '1 Long Row')
        tap.equal(tool.run('import', path, '--json').json['same'], 2)
    tool.add('client', name='Okafor')
    tool.run('export-all', '--to', 'vcf', '--client', 'Okafor', '-o', tool.path('none.vcf'))
    with open(tool.path('none.vcf'), 'rb') as file:
        tap.equal(file.read(), b'')


EVENT = """BEGIN:VEVENT
UID:%s
DTSTAMP:20261101T000000Z
SUMMARY:%s
%s
END:VEVENT
"""
ZONE = """BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
"""


def calendar(tool, *events, name='in.ics'):
    text = 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n' + ZONE + \
        ''.join(EVENT % event for event in events) + 'END:VCALENDAR\n'
    return write(tool, name, text.replace('\n', '\r\n'))


def reasons(answer):
    return {line['where'].split('“')[1].rstrip('”'): line['reason'] for line in answer['skipped']}


def test_what_is_of_one_client():
    tool = qh.sample()
    out, all_of_it = tool.path('one'), tool.path('all')
    for to, begin in (('vcf', b'BEGIN:VCARD'), ('vcf3', b'BEGIN:VCARD'), ('ics', b'BEGIN:VEVENT')):
        tool.run('export-all', '--to', to, '--client', 'Ferris Dental Group', '-o', out)
        tool.run('export-all', '--to', to, '-o', all_of_it)
        with open(out, 'rb') as one, open(all_of_it, 'rb') as whole:
            found, rest = one.read(), whole.read()
        assert 0 < found.count(begin) < rest.count(begin), (to, found.count(begin))
        assert b'Hotel Moreau' in rest and b'Hotel Moreau' not in found
    people = len([one for one in tool.list('contact') if one['client'] == tool.list('client')[0]['id']])
    tool.run('export-all', '--to', 'vcf', '--client', tool.list('client')[0]['id'], '-o', out)
    with open(out, 'rb') as one:
        tap.equal(one.read().count(b'BEGIN:VCARD'), people)


def test_events_become_meetings():
    tool = with_people()
    at = 'DTSTART;TZID=Europe/Berlin:20261201T100000\nDTEND;TZID=Europe/Berlin:20261201T102000'
    path = calendar(
        tool,
        ('1', 'Visit', at + '\nATTENDEE;CN=S:MAILTO:S@X.example\nLOCATION:Leeds\, 1 Long Row'),
        ('2', 'Talk with FERRIS about trays', 'DTSTART:20261202T090000Z\nDURATION:PT15M'),
        ('3', 'Lunch', at),
        ('4', 'Ferris fair', 'DTSTART;VALUE=DATE:20261203'),
        ('5', 'Ferris, off', at + '\nSTATUS:CANCELLED'),
        ('6', 'Ferris weekly', 'DTSTART:20261102T080000Z\nDTEND:20261102T083000Z\n'
         'RRULE:FREQ=WEEKLY;COUNT=10\nEXDATE:20261130T080000Z'),
        ('7', 'Ferris once', 'DTSTART:20260105T080000Z\nRRULE:FREQ=WEEKLY;COUNT=2'),
        ('8', 'Ferris there', 'DTSTART;TZID=Office:20261204T120000\nDTEND;TZID=Office:'
         '20261204T121500'))
    tap.equal(tool.run('import', path, '--dry-run', '--json').json['new'], 4)
    answer = tool.run('import', path, '--json').json
    tap.equal(answer['new'], 4)
    said = reasons(answer)
    tap.equal(set(said), {'Lunch', 'Ferris fair', 'Ferris, off', 'Ferris once'})
    qh.holds(said['Lunch'], 'no client fits')
    qh.holds(said['Ferris fair'], 'all day')
    qh.holds(said['Ferris, off'], 'cancelled')
    qh.holds(said['Ferris once'], 'over')
    meetings = {meeting['title']: meeting for meeting in tool.list('meeting')}
    visit = meetings['Visit']
    tap.equal((visit['start'], visit['zone'], visit['budget'], visit['place'], visit['uid']),
              ('2026-12-01T10:00:00+01:00', 'Europe/Berlin', 1200, 'Leeds, 1 Long Row', '1'))
    tap.equal(len(tool.list('attendee')), 1)
    tap.equal(meetings['Talk with FERRIS about trays']['budget'], 900)
    # The next one that is not left out; a zone that only the file knows.
    tap.equal(meetings['Ferris weekly']['start'][:19], '2026-12-07T08:00:00')
    tap.equal(meetings['Ferris there']['start'][:19], '2026-12-04T09:00:00')
    again = tool.run('import', path, '--json').json
    tap.equal((again['new'], again['changed'], again['same']), (0, 0, 4))


def test_events_move_and_are_called_off():
    tool = with_people()
    at = 'DTSTART:202612%sT100000Z\nDTEND:202612%sT102000Z'
    tool.run('import', calendar(tool, ('1', 'Ferris', at % ('01', '01')),
                                ('2', 'Ferris too', at % ('02', '02'))))
    moved = calendar(tool, ('1', 'Ferris', at % ('03', '03')),
                     ('2', 'Ferris too', at % ('02', '02') + '\nSTATUS:CANCELLED'))
    tap.equal(tool.run('import', moved, '--json').json['changed'], 2)
    meetings = {meeting['uid']: meeting for meeting in tool.list('meeting')}
    tap.equal(meetings['1']['start'][:10], '2026-12-03')
    tap.equal(meetings['2']['status'], 'cancelled')
    # Whose an event is that fits nobody can be said; what was held stays.
    tool.run('set', meetings['1']['id'], '--status', 'held')
    lunch = calendar(tool, ('1', 'Ferris', at % ('04', '04')), ('9', 'Lunch', at % ('05', '05')))
    answer = tool.run('import', lunch, '--client', 'Ferris', '--json').json
    tap.equal((answer['new'], list(reasons(answer))), (1, ['Ferris']))
    tap.equal(tool.show(meetings['1']['id'])['start'][:10], '2026-12-03')


def test_calendars_are_read_by_others():
    tool = with_people()
    at = 'DTSTART;TZID=Europe/Berlin:20261201T100000\nDTEND;TZID=Europe/Berlin:20261201T102000'
    tool.run('import', calendar(tool, ('1', 'Visit; all', at + '\nATTENDEE:mailto:s@x.example')))
    own = tool.add('meeting', client='Ferris', title='Own', start='2026-12-02T09:00:00Z')
    path = tool.path('out.ics')
    tool.run('export-all', '--to', 'ics', '-o', path)
    with open(path, 'rb') as file:
        read = icalendar.Calendar.from_ical(file.read())
    events = {str(event['UID']): event for event in read.walk('VEVENT')}
    tap.equal(set(events), {'1', own})
    tap.equal(str(events['1']['SUMMARY']), 'Ferris: Visit; all')
    tap.equal(events['1'].decoded('DTSTART').isoformat(), '2026-12-01T10:00:00+01:00')
    tap.equal(str(events['1']['ATTENDEE']), 'mailto:s@x.example')
    tap.equal(str(events[own]['STATUS']), 'TENTATIVE')
    tap.equal(len(read.walk('VTIMEZONE')), 1)
    answer = tool.run('import', path, '--json').json
    tap.equal((answer['new'], answer['changed'], answer['skipped']), (0, 0, []))


def test_calendars_that_are_none():
    tool = with_people()
    for name, text in (('a.ics', ''), ('b.ics', 'BEGIN:VCARD\nEND:VCARD\n'), ('c.ics', b'\0' * 9),
                       ('d.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMM')):
        tool.refused('import', write(tool, name, text))
    tap.equal(tool.count('meeting'), 0)


tap.run(qh.cases(sys.modules[__name__]))
