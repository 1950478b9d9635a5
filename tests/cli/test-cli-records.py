# SPDX-License-Identifier: GPL-3.0-or-later
"""Records from the command line: list, show, add, set, delete, sample."""

import sys

import qh
import tap
from qh import NOWHERE, Tool, holds, sample, with_client

KINDS = {
    'client': 'clients', 'contact': 'contacts', 'remark': 'remarks', 'meeting': 'meetings',
    'attendee': 'attendees', 'segment': 'segments', 'content': 'content', 'movement': 'movements',
    'waiting': 'waiting', 'friction': 'frictions', 'friction_client': 'friction_clients',
    'contact_log': 'contact_logs', 'promise': 'promises', 'touchpoint_check': 'touchpoint_checks',
    'housekeeping': 'housekeeping', 'review': 'reviews', 'comment': 'comments',
    'finding_accepted': 'findings_accepted', 'export': 'exports', 'received_plan': 'received_plans',
    'transfer': 'transfers', 'signer': 'signers', 'decision': 'decisions',
}


# --- sample

def test_sample():
    tool = Tool()
    holds(tool.run('sample').out, '14 clients', '33 meetings')
    holds(tool.run('sample', status=1).err, 'empty')
    tap.equal(tool.count('client'), 14)


def test_sample_is_refused_where_something_is():
    tool, _ = with_client()
    tool.run('sample', status=1)
    tap.equal(tool.count('client'), 1)


# --- list

def test_list_every_kind_by_every_name():
    tool = sample()
    for singular, plural in KINDS.items():
        found = tool.list(singular)
        assert isinstance(found, list)
        for name in {plural, singular.replace('_', '-'), plural.replace('_', '-')}:
            tap.equal(tool.list(name), found)


def test_list_json_has_the_fields_of_the_model():
    tool, client = with_client()
    found, = tool.list('clients')
    tap.equal(found['id'], client)
    tap.equal(found['name'], 'Ferris Dental Group')
    tap.equal(found['minutes_limit'], 15)
    tap.equal(found['no_phone'], False)
    tap.equal(found['yearly_value'], None)
    tap.equal(found['created'], '2026-11-25T09:00:00+00:00')
    tap.equal(list(found)[:4], ['id', 'created', 'modified', 'author'])


def test_list_of_an_empty_kind():
    tool, _ = with_client()
    tap.equal(tool.run('list', 'promises', '--json').out, '[]\n')
    tap.equal(tool.run('list', 'promises', '--csv').out.count('\r\n'), 1)


def test_list_of_a_client():
    tool = sample()
    ferris = tool.run('show', 'Ferris Dental Group', '--json').json['id']
    for kind in KINDS:
        if kind in ('touchpoint_check', 'received_plan', 'transfer', 'signer', 'decision'):
            holds(tool.refused('list', kind, '--client', ferris), kind)
            continue
        tool.list(kind, '--client', ferris)
    for name in (ferris, 'Ferris Dental Group', 'ferris dental  GROUP'):
        tap.equal(len(tool.list('remarks', '--client', name)), 7)
    tap.equal({remark['client'] for remark in tool.list('remarks', '--client', ferris)}, {ferris})
    tap.equal(len(tool.list('clients', '--client', ferris)), 1)
    titles = {friction['title'] for friction in tool.list('frictions', '--client', ferris)}
    assert 'Phone tree before nine, four levels deep' in titles, titles
    tap.equal(len(tool.list('segments', '--client', ferris)), 13)
    holds(tool.refused('list', 'remarks', '--client', 'Nobody'), 'Nobody')


def test_list_csv():
    tool = Tool()
    tool.add('client', name='=1+1', notes='two "quoted",\nlines', industry="'=x", territory='+', website='@x',
             competitors='-')
    answer = tool.run('list', 'clients', '--csv')
    header = answer.out.split('\r\n')[0]
    tap.equal(header, 'id,created,modified,author,name,industry,territory,address,phone,website,'
              'yearly_value,value_proposition,competitors,notes,minutes_limit,no_phone,no_print,'
              'no_cold_mail,orders_online,gatekeeper')
    row, = answer.rows
    tap.equal(row['name'], "'=1+1")
    tap.equal(row['industry'], "''=x")
    tap.equal([row['territory'], row['website'], row['competitors']], ["'+", "'@x", "'-"])
    tap.equal(row['notes'], 'two "quoted",\nlines')
    tap.equal(row['yearly_value'], '')
    assert answer.out.endswith('\r\n')


def test_csv_and_json_say_the_same():
    tool = sample()
    for kind in KINDS:
        rows, objects = tool.run('list', kind, '--csv').rows, tool.list(kind)
        tap.equal([row['id'] for row in rows], [item['id'] for item in objects])
        for row, item in zip(rows, objects):
            tap.equal(set(row), set(item))


def test_table():
    tool = sample()
    out = tool.run('list', 'clients').out
    holds(out, 'Ferris Dental Group', 'Dentistry')
    tap.equal(len(out.splitlines()), 15)
    holds(tool.run('list', 'meetings').out, 'Ferris Dental Group', 'Approved')


def test_list_bad_arguments():
    tool, _ = with_client()
    holds(tool.refused('list', 'customers'), 'customers', 'client', 'touchpoint_check')
    holds(tool.refused('list'), 'KIND')
    holds(tool.refused('list', 'clients', 'more'), 'more')
    holds(tool.refused('list', 'clients', '--xml'), '--xml', '--json', '--csv')
    holds(tool.refused('list', 'clients', '--json', '--csv'), '--json')
    holds(tool.refused('list', 'clients', '--client'), '--client')
    holds(tool.refused('list', 'clients', '--json=yes'), '--json')


def test_a_missing_store_is_not_made_by_looking():
    tool = Tool()
    for words in (['list', 'clients'], ['show', 'x'], ['search', 'x'], ['verify'], ['undo'],
                  ['set', 'x', '--name', 'y'], ['delete', 'x'], ['check', 'x'],
                  ['backup', tool.path('b')], ['undo', '--list']):
        holds(tool.run(*words, status=3).err, 'store.db')
    assert not qh.os.path.exists(tool.store)


# --- show

def test_show_a_client_with_what_belongs_to_it():
    tool = sample()
    shown = tool.show('Ferris Dental Group')
    tap.equal(shown['name'], 'Ferris Dental Group')
    tap.equal({'contacts', 'remarks', 'promises', 'frictions', 'friction_clients', 'contact_logs',
               'housekeeping', 'meetings', 'movements', 'waiting'},
              {name for name, value in shown.items() if isinstance(value, list)})
    tap.equal(len(shown['remarks']), 7)
    tap.equal(len(shown['waiting']), 0)


def test_show_a_meeting():
    tool = sample()
    shown = tool.show('Fix first')
    tap.equal([segment['position'] for segment in shown['segments']], [0, 1, 2, 3, 4])
    tap.equal(len(shown['attendees']), 2)
    tap.equal(shown['start'], '2026-11-30T10:00:00+00:00')
    tap.equal(shown['zone'], 'UTC')


def test_show_for_people():
    tool = sample()
    out = tool.run('show', 'Ferris Dental Group').out
    holds(out, 'Sarah Lind, front desk', 'Dr Martin Ferris', 'Fix first')


def test_show_what_is_not_there():
    tool = sample()
    holds(tool.refused('show', NOWHERE), NOWHERE)
    holds(tool.refused('show', 'Nobody'), 'Nobody')
    holds(tool.refused('show', ''), '')
    tool.refused('show')


def test_ambiguous_names_list_the_candidates():
    tool = Tool()
    one, two = tool.add('client', name='Ferris'), tool.add('client', name='FERRIS')
    holds(tool.refused('show', 'ferris'), one, two)
    holds(tool.refused('add', 'contact', '--client', 'Ferris', '--name', 'Bo'), one, two)
    tap.equal(tool.count('contact'), 0)
    content = tool.add('content', title='Three')
    client = tool.add('client', name='Three')
    holds(tool.refused('show', 'Three'), content, client)


# --- add

def test_add_prints_the_id():
    tool = Tool()
    client = tool.add('client', name='Ferris', yearly_value=1420000, no_phone='true')
    shown = tool.show(client)
    tap.equal([shown['name'], shown['yearly_value'], shown['no_phone']], ['Ferris', 1420000, True])


def test_add_every_kind():
    tool, client = with_client()
    contact = tool.add('contact', client=client, name='Sarah', role='guards',
                       email='sarah@ferris.example')
    meeting = tool.add('meeting', client=client, start='2026-12-01T10:00:00+01:00')
    segment = tool.add('segment', meeting=meeting, kind='open', title='Open', seconds=60)
    content = tool.add('content', title='Clinic', edition=12)
    friction = tool.add('friction', title='Late', client=client)
    gone = tool.add('content', title='Gone', edition=1)
    tool.run('deliver', gone, tool.add('client', name='Quicker'))
    review = tool.add('review', meeting=meeting, reviewer='R', decision='approved', r_want=4)
    made = {
        'remark': tool.add('remark', client=client, words='No.', contact=contact),
        'attendee': tool.add('attendee', meeting=meeting, contact=contact),
        'movement': tool.add('movement', content=content, kind='deliver', client=client, number=1),
        'waiting': tool.add('waiting', content=gone, client=client),
        'friction_client': tool.add('friction_client', friction=friction,
                                    client=tool.add('client', name='Other')),
        'contact_log': tool.add('contact-log', client=client, channel='phone', rings=2, value=-2),
        'promise': tool.add('promise', what='Call', client=client, due='2026-12-01'),
        'touchpoint_check': tool.add('touchpoint-checks', touchpoint='phone', live_person='true'),
        'housekeeping': tool.add('housekeeping', task='Reorder'),
        'comment': tool.add('comment', review=review, segment=segment, text='Good.'),
        'finding_accepted': tool.add('finding_accepted', meeting=meeting, rule='time.no-room',
                                     reason='He likes it full.'),
        'export': tool.add('export', meeting=meeting, revision=1),
        'received_plan': tool.add('received_plan', plan=meeting),
        'transfer': tool.add('transfer', direction='sent', content=content, person='Tom'),
        'signer': tool.add('signer', name='Tom', public_key='AAAA'),
        'decision': tool.add('decision', touchpoint='phone', verdict='later', reason='Busy.',
                             look_again='2027-01-31'),
    }
    for kind, record in made.items():
        assert record in [item['id'] for item in tool.list(kind)], kind
    tap.equal(tool.show(made['contact_log'])['value'], -2)
    tap.equal(tool.show(made['promise'])['made'], '2026-11-25')
    tap.equal(tool.show(made['decision'])['decided'], '2026-11-25')
    tap.equal(tool.show(made['contact_log'])['at'], '2026-11-25T09:00:00+00:00')
    tap.equal(tool.run('verify').status, 0)


def test_field_names_and_forms():
    tool = Tool()
    one = tool.run('add', 'clients', '--name=Ferris', '--minutes_limit', '20').id
    two = tool.run('add', 'CLIENT'.lower(), '--name', '--dashed', '--minutes-limit=5').id
    tap.equal(tool.show(one)['minutes_limit'], 20)
    tap.equal(tool.show(two)['name'], '--dashed')
    tap.equal(tool.show(tool.run('add', 'client', '--name', 'a=b').id)['name'], 'a=b')


def test_references_by_name():
    tool, client = with_client()
    other = tool.add('client', name='Other')
    tool.add('contact', client='Other', name='Sarah')
    sarah = tool.add('contact', client='ferris dental group', name='Sarah')
    remark = tool.add('remark', contact='Sarah', client='Ferris Dental Group', words='No.')
    shown = tool.show(remark)
    tap.equal([shown['client'], shown['contact']], [client, sarah])
    holds(tool.refused('add', 'remark', '--client', other, '--contact', 'Nobody', '--words', 'x'),
          'contact', 'Nobody')
    holds(tool.refused('add', 'remark', '--client', NOWHERE, '--words', 'x'), 'client')


def test_values_are_checked():
    tool, client = with_client()
    bad = [
        (['client'], 'name'),
        (['client', '--name', '   '], 'name'),
        (['client', '--name', 'x', '--minutes-limit', '0'], '1 to 480'),
        (['client', '--name', 'x', '--minutes-limit', '481'], '1 to 480'),
        (['client', '--name', 'x', '--minutes-limit', '15.5'], '15.5'),
        (['client', '--name', 'x', '--minutes-limit', '99999999999999999999'], 'minutes_limit'),
        (['client', '--name', 'x', '--yearly-value', '-1'], 'yearly_value'),
        (['client', '--name', 'x', '--no-phone', 'yes'], 'true or false'),
        (['client', '--name', 'x', '--nickname', 'y'], 'nickname, minutes_limit'.split(', ')[1]),
        (['client', '--name', 'x', '--id', NOWHERE], 'id'),
        (['client', '--name'], '--name'),
        (['client', '--name', 'x', '-n', 'y'], '-n'),
        (['client', 'Ferris'], 'Ferris'),
        (['contact', '--client', client, '--name', 'x', '--role', 'boss'], 'decides'),
        (['contact', '--client', client, '--name', 'x', '--email', 'nobody'], 'email'),
        (['contact', '--name', 'x'], 'client'),
        (['meeting', '--client', client, '--start', 'tomorrow'], 'tomorrow'),
        (['meeting', '--client', client, '--zone', 'Mars/Base'], 'Mars/Base'),
        (['meeting', '--client', client, '--budget', '-900'], 'budget'),
        (['promise', '--what', 'x', '--due', '2026-02-30'], '2026-02-30'),
        (['promise', '--what', 'x', '--made', '2026-02-03', '--due', '2026-02-02'], 'due'),
        (['customer', '--name', 'x'], 'customer'),
        ([], 'KIND'),
    ]
    for words, part in bad:
        holds(tool.refused('add', *words), part)
    tap.equal([tool.count('client'), tool.count('meeting'), tool.count('promise')], [1, 0, 0])


def test_long_and_strange_texts():
    tool = Tool()
    client = tool.add('client', name='x' * 65536)
    tap.equal(len(tool.show(client)['name']), 65536)
    holds(tool.refused('add', 'client', '--name', 'x' * 65537), '64 KiB')
    tool.refused('add', 'client', '--name', 'ü' * 32769)
    strange = 'متجر 🦷 “x” \u202eabc'
    tap.equal(tool.show(tool.add('client', name=strange))['name'], strange)
    tap.equal(tool.show(tool.add('client', name='  trimmed \n'))['name'], 'trimmed')


def test_arguments_that_are_not_utf8():
    tool = Tool()
    for words in ([b'add', b'client', b'--name', b'\xff\xfe'], [b'\xff'], [b'log', b'\xc3(']):
        holds(tool.refused(*words), 'UTF-8')


def test_times_without_an_offset_are_local():
    tool, client = with_client()
    berlin = {'TZ': 'Europe/Berlin'}
    meeting = tool.run('add', 'meeting', '--start', '2026-12-01 10:00', '--client', client,
                       env=berlin).id
    shown = tool.show(meeting)
    tap.equal([shown['start'], shown['zone']], ['2026-12-01T10:00:00+01:00', 'Europe/Berlin'])
    meeting = tool.add('meeting', start='2026-12-01 10:00', zone='America/New_York', client=client)
    tap.equal(tool.show(meeting)['start'], '2026-12-01T10:00:00-05:00')
    entry = tool.run('add', 'contact-log', '--at', '2026-12-01 10:00', env=berlin).id
    tap.equal(tool.show(entry)['at'], '2026-12-01T09:00:00+00:00')


def test_start_on_the_nights_the_clocks_change():
    tool, client = with_client()
    for start in ('2027-03-28T02:30:00', '2026-10-25T02:30:00', '2027-03-28T03:00:00+02:00'):
        meeting = tool.run('add', 'meeting', '--start', start, '--client', client,
                           env={'TZ': 'Europe/Berlin'}).id
        assert tool.show(meeting)['start'].startswith(start[:10])


# --- segments

def plan():
    tool, client = with_client()
    meeting = tool.add('meeting', client=client)
    for title in 'abc':
        tool.add('segment', meeting=meeting, kind='educate', title=title)
    return tool, meeting


def order(tool, meeting):
    segments = tool.show(meeting)['segments']
    tap.equal([segment['position'] for segment in segments], list(range(len(segments))))
    return ''.join(segment['title'] for segment in segments)


def test_segments_are_appended():
    tool, meeting = plan()
    tap.equal(order(tool, meeting), 'abc')


def test_segment_at_a_position():
    tool, meeting = plan()
    for position, expected in ((0, 'xabc'), (2, 'xayabc'[:0] + 'xaybc'), (99, 'xaybcz')):
        tool.add('segment', meeting=meeting, kind='close', title={0: 'x', 2: 'y', 99: 'z'}[position],
                 position=position)
        tap.equal(order(tool, meeting), expected)


def test_segment_moves():
    tool, meeting = plan()
    ids = {segment['title']: segment['id'] for segment in tool.show(meeting)['segments']}
    for title, position, expected in (('a', 2, 'bca'), ('a', 0, 'abc'), ('b', 99, 'acb'),
                                      ('b', 2, 'acb')):
        tool.run('set', ids[title], '--position', str(position))
        tap.equal(order(tool, meeting), expected)


def test_segment_goes_and_the_gap_closes():
    tool, meeting = plan()
    tool.run('delete', tool.show(meeting)['segments'][1]['id'])
    tap.equal(order(tool, meeting), 'ac')
    tool.run('undo')
    tap.equal(order(tool, meeting), 'abc')


def test_segment_checks():
    tool, meeting = plan()
    holds(tool.refused('add', 'segment', '--meeting', meeting, '--title', 'x'), 'kind')
    holds(tool.refused('add', 'segment', '--kind', 'open', '--title', 'x'), 'meeting')
    holds(tool.refused('add', 'segment', '--meeting', meeting, '--kind', 'open', '--title', 'x',
                       '--seconds', '14401'), '14400')
    segment = tool.show(meeting)['segments'][0]['id']
    holds(tool.refused('set', segment, '--meeting', meeting), 'meeting')
    tool.refused('set', segment, '--position', '-1')
    tap.equal(order(tool, meeting), 'abc')


# --- set

def test_set_and_clear():
    tool, client = with_client()
    tool.run('set', client, '--industry', 'Dentistry', '--no-print', 'true', '--minutes-limit', '20')
    shown = tool.show(client)
    tap.equal([shown['industry'], shown['no_print'], shown['minutes_limit']],
              ['Dentistry', True, 20])
    tool.run('set', 'Ferris Dental Group', '--industry', '', '--no-print=false', '--minutes-limit=')
    shown = tool.show(client)
    tap.equal([shown['industry'], shown['no_print'], shown['minutes_limit']], [None, False, 15])


def test_set_references():
    tool, client = with_client()
    friction = tool.add('friction', title='Late')
    tool.run('set', friction, '--client', 'Ferris Dental Group')
    tap.equal(tool.show(friction)['client'], client)
    tool.run('set', friction, '--client', '')
    tap.equal(tool.show(friction)['client'], None)


def test_set_refusals():
    tool, client = with_client()
    before = tool.show(client)
    for words, part in ((['--name', ''], 'name'), (['--created', '2026-01-01T00:00:00Z'], 'created'),
                        (['--shoe', '44'], 'yearly_value'), ([], 'nothing'),
                        (['--industry', 'x', '--minutes-limit', 'many'], 'many')):
        holds(tool.refused('set', client, *words), part)
    tool.refused('set', NOWHERE, '--name', 'x')
    tap.equal(tool.show(client), before)


def test_an_unchanged_record_is_not_a_change():
    tool, client = with_client()
    before = tool.show(client)['modified']
    tool.now = '2026-11-26T09:00:00+00:00'
    tool.run('set', client, '--name', 'Ferris Dental Group')
    tap.equal(tool.show(client)['modified'], before)
    tool.run('set', client, '--name', 'Ferris')
    tap.equal(tool.show(client)['modified'], '2026-11-26T09:00:00+00:00')


# --- delete

def test_delete_and_what_blocks_it():
    tool = sample()
    holds(tool.run('delete', 'Ferris Dental Group', status=1).err, 'Ferris', '3 meetings', '--all')
    tap.equal(tool.count('client'), 14)
    housekeeping = tool.list('housekeeping')[0]['id']
    tool.run('delete', housekeeping)
    tool.refused('show', housekeeping)


def test_delete_all():
    tool = sample()
    tool.run('delete', 'Ferris Dental Group', '--all')
    tap.equal(tool.count('client'), 13)
    tap.equal([m for m in tool.list('meetings') if m['title'] == 'Fix first'], [])
    tool.run('verify')
    tool.run('undo')
    tap.equal(len(tool.show('Ferris Dental Group')['remarks']), 7)
    tool.run('verify')


# --- the ledger

def ledger(edition=2):
    tool, client = with_client()
    return tool, client, tool.add('content', title='Benchmark clinic', edition=edition)


def test_movements_obey_the_ledger():
    tool, client, item = ledger()
    other = tool.add('client', name='Other')
    third = tool.add('client', name='Third')
    tool.run('add', 'movement', '--content', item, '--kind', 'reserve', '--client', client,
             '--number', '1')
    tool.run('add', 'movement', '--content', item, '--kind', 'deliver', '--client', other,
             '--number', '2')
    for number in ('1', '2'):
        holds(tool.run('add', 'movement', '--content', item, '--kind', 'deliver', '--client', third,
                       '--number', number, status=1).err, 'Benchmark clinic')
    tap.equal(tool.count('movement'), 2)
    tool.run('add', 'movement', '--content', item, '--kind', 'deliver', '--client', client,
             '--number', '1')
    line = tool.list('movements')[0]['id']
    holds(tool.run('delete', line, status=1).err, 'ledger')
    holds(tool.run('set', line, '--copies', '3', status=1).err, 'ledger')
    tool.run('delete', item, '--all', status=1)
    tool.run('verify')


def test_copies_are_numbered_and_run_out():
    tool, client, item = ledger()
    for name in ('Two', 'Three'):
        tool.add('client', name=name)
    first = tool.add('movement', content=item, kind='deliver', client=client)
    tap.equal(tool.show(first)['number'], 1)
    tool.add('movement', content='Benchmark clinic', kind='reserve', client='Two')
    answer = tool.run('add', 'movement', '--content', item, '--kind', 'deliver', '--client', 'Three',
                      status=1)
    holds(answer.err, 'Benchmark clinic', '2', '1 reserved', '1 given')
    holds(tool.run('add', 'movement', '--content', item, '--kind', 'return', '--client', 'Three',
                   status=1).err, 'Three')
    tool.run('undo')
    tool.add('movement', content=item, kind='deliver', client='Three')
    tap.equal([line['kind'] for line in tool.list('movements')],
              ['deliver', 'reserve', 'release', 'deliver'])
    tool.run('verify')


def test_the_same_is_not_there_twice():
    tool = sample()
    for kind, fields in (('attendee', {'meeting': 'Fix first', 'contact': 'Dr Martin Ferris'}),
                         ('waiting', {'content': 'Hands-on hygiene hour', 'client': 'Vesper Labs'})):
        count = tool.count(kind)
        words = [word for name, value in fields.items() for word in ('--' + name, value)]
        tool.run('add', kind, *words, status=1)
        tap.equal(tool.count(kind), count)


def test_movement_law_of_one_record():
    tool, client, item = ledger()
    holds(tool.refused('add', 'movement', '--content', item, '--kind', 'adjust', '--copies', '-1'),
          'reason')
    holds(tool.refused('add', 'movement', '--content', item, '--kind', 'lend'), 'reserve')
    holds(tool.refused('add', 'movement', '--content', item, '--kind', 'deliver', '--client', client,
                       '--copies', '0'), 'copies')


if __name__ == '__main__':
    tap.run(qh.cases(sys.modules[__name__]))
