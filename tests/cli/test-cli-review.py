# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan goes to the manager, and his review comes back to its meeting."""

import json
import os
import sys

import qh
import tap
from qh import NOWHERE, Tool, holds

RUBRIC = ('output', 'minutes', 'words', 'scarce', 'friction', 'want')


def person(name, now=qh.NOW):
    tool = Tool(now)
    tool.run('transfer', '--name', name)
    return tool


def plan_of(tool):
    client = tool.add('client', name='Halden Tools')
    meeting = tool.add('meeting', client=client, title='Fewer returns', status='submitted',
                       output='He knows which two parts come back most')
    segment = tool.add('segment', meeting=meeting, kind='open', seconds=60, title='Why')
    return meeting, segment


def export(tool, meeting):
    path = tool.path('plan.qhplan')
    tool.run('export', meeting, '--to', 'plan', '--edition', 'manager', '-o', path)
    return path


def review(tool, plan, *words, status=0):
    path = tool.path('back.qhreview')
    tool.run('review', plan, *words, '-o', path, status=status)
    return path


def both():
    lena, keller = person('Lena Moor'), person('M. Keller', '2026-11-26T18:00:00Z')
    meeting, segment = plan_of(lena)
    return lena, keller, meeting, segment, export(lena, meeting)


def read(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def validator():
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        raise tap.Skip('python3-jsonschema is not installed') from None
    return Draft202012Validator(read(os.path.join(sys.argv[2], 'review.schema.json')))


def test_there_and_back():
    lena, keller, meeting, segment, plan = both()
    words = [word for n, question in enumerate(RUBRIC)
             for word in (f'--r-{question}', str(n % 4 + 1), f'--r-{question}-note', f'Note {n}')]
    path = review(keller, plan, '--decision', 'changes_wanted', '--summary', 'Nearly.', *words,
                  '--comment', 'Why=Too long', '--comment', 'output=Say a number',
                  '--comment', '=Good work')
    tap.equal(keller.list('received_plans')[0]['state'], 'reviewed')
    answer = lena.run('import', path, '--json')
    tap.equal({name: answer.json[name] for name in ('new', 'changed', 'same')},
              {'new': 1, 'changed': 0, 'same': 0})
    got, = lena.list('reviews')
    tap.equal((got['meeting'], got['revision'], got['reviewer'], got['decision'], got['summary']),
              (meeting, 1, 'M. Keller', 'changes_wanted', 'Nearly.'))
    tap.equal([got[f'r_{question}'] for question in RUBRIC], [1, 2, 3, 4, 1, 2])
    tap.equal([got[f'r_{question}_note'] for question in RUBRIC], [f'Note {n}' for n in range(6)])
    tap.equal(sorted((comment['text'], comment['segment'], comment['field'])
                     for comment in lena.list('comments')),
              [('Good work', None, None), ('Say a number', None, 'output'),
               ('Too long', segment, None)])
    tap.equal(lena.show(meeting)['status'], 'draft')
    tap.equal(lena.run('import', path, '--json').json['same'], 1)
    lena.run('undo')
    tap.equal((lena.count('review'), lena.count('comment'), lena.show(meeting)['status']),
              (0, 0, 'submitted'))
    lena.run('redo')
    tap.equal((lena.count('review'), lena.count('comment')), (1, 3))
    tap.equal(lena.run('verify').status, 0)


def test_status_follows():
    for decision, status in (('approved', 'approved'), ('changes_wanted', 'draft'),
                             ('declined', 'draft')):
        lena, keller, meeting, _, plan = both()
        lena.run('import', review(keller, plan, '--decision', decision))
        tap.equal((decision, lena.show(meeting)['status']), (decision, status))


def test_what_is_over_stays():
    for status in ('held', 'debriefed', 'cancelled'):
        lena, keller, meeting, _, plan = both()
        lena.run('set', meeting, '--status', status)
        lena.run('import', review(keller, plan, '--decision', 'approved'))
        tap.equal(lena.show(meeting)['status'], status)
        tap.equal(lena.count('review'), 1)


def test_a_later_revision_left_since():
    lena, keller, meeting, _, plan = both()
    path = review(keller, plan, '--decision', 'approved')
    lena.run('set', meeting, '--output', 'Something else')
    export(lena, meeting)
    holds(lena.run('import', path).err, 'revision 1', 'revision 2')
    tap.equal(lena.show(meeting)['status'], 'submitted')
    tap.equal(lena.list('reviews')[0]['revision'], 1)


def test_same_bytes_until_it_says_something_else():
    lena, keller, meeting, _, plan = both()
    received = lambda: keller.list('received_plans')[0]['id']
    with open(review(keller, plan, '--decision', 'declined', '--comment', '=No'), 'rb') as file:
        first = file.read()
    keller.now = '2026-11-27T18:00:00Z'
    with open(review(keller, received()), 'rb') as file:
        tap.equal(file.read(), first)
    path = review(keller, received(), '--decision', 'approved')
    tap.equal((read(path)['revision'], read(path)['id']), (2, json.loads(first)['id']))


def test_later_file_of_one_review():
    lena, keller, meeting, _, plan = both()
    first = keller.path('first.qhreview')
    keller.run('review', plan, '--decision', 'changes_wanted', '--comment', '=One', '--comment',
               '=Two', '-o', first)
    lena.run('import', first)
    one, two = sorted(lena.list('comments'), key=lambda comment: comment['text'])
    lena.run('set', one['id'], '--done', 'true')
    keller.now = '2026-11-27T18:00:00Z'
    second = review(keller, keller.list('received_plans')[0]['id'], '--decision', 'approved',
                    '--comment', 'Why=Three')
    tap.equal(lena.run('import', second, '--json').json['changed'], 1)
    tap.equal([comment['text'] for comment in lena.list('comments')], ['Three'])
    tap.equal(lena.show(meeting)['status'], 'approved')
    skipped, = lena.run('import', first, '--json').json['skipped']
    holds(skipped['reason'], 'newer')


def test_what_is_not_here_is_said():
    lena, keller, meeting, _, plan = both()
    path = review(keller, plan, '--decision', 'approved')
    tom = person('Tom Bay')
    skipped, = tom.run('import', path, '--json').json['skipped']
    holds(skipped['reason'], 'meeting is not here')
    tap.equal(tom.count('review'), 0)


def test_revision_that_never_left():
    lena, keller, meeting, _, plan = both()
    path = review(keller, plan, '--decision', 'approved')
    right = read(path)
    for changes, part in (({'revision': 7}, 'revision 7'), ({'edition': 'full'}, 'not left'),
                          ({'digest': 'sha256:' + '0' * 64}, 'another plan')):
        skipped, = lena.run('import', forge(keller, right, plan={**right['plan'], **changes}),
                            '--json').json['skipped']
        holds(skipped['reason'], part)
    tap.equal((lena.count('review'), lena.show(meeting)['status']), (0, 'submitted'))


def forge(tool, right, **changes):
    """A file that somebody made up, with a digest that is right; sign it he cannot."""
    import hashlib
    forged = {name: value for name, value in {**right, **changes}.items()
              if name not in ('digest', 'signature')}
    forged['by'] = {name: value for name, value in forged['by'].items() if name != 'public_key'}
    text = json.dumps(forged, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    forged['digest'] = 'sha256:' + hashlib.sha256(text.encode()).hexdigest()
    path = tool.path('forged.qhreview')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(forged, file)
    return path


def test_unsigned_is_said():
    lena, keller, meeting, _, plan = both()
    path = forge(keller, read(review(keller, plan, '--decision', 'approved')))
    holds(lena.run('import', path).err, 'not signed')
    tap.equal(lena.list('reviews')[0]['signer_key'], None)


def test_unusable_files():
    lena, keller, _, segment, plan = both()
    right = read(review(keller, plan, '--decision', 'approved', '--comment', 'Why=X'))
    comment = right['comments'][0]
    for changes, part in (
            ({'decision': 'maybe'}, 'decision'), ({'decision': None}, 'decision'),
            ({'r_output': 5}, 'r_output'), ({'r_want': 0}, 'r_want'), ({'reviewer': ' '}, 'reviewer'),
            ({'comments': {}}, 'comments'), ({'comments': [comment, comment]}, 'twice'),
            ({'comments': [{**comment, 'text': ''}]}, 'comments[0]'),
            ({'comments': [{**comment, 'field': 'output'}]}, 'comments[0]'),
            ({'comments': [{**comment, 'id': 'x'}]}, 'comments[0].id'),
            ({'comments': ['x']}, 'comments[0]'),
            ({'plan': []}, 'plan'), ({'plan': {**right['plan'], 'id': 7}}, 'plan.id'),
            ({'plan': {**right['plan'], 'revision': 0}}, 'plan.revision'),
            ({'plan': {**right['plan'], 'edition': 'boss'}}, 'plan.edition'),
            ({'version': 2}, 'newer'), ({'version': '1'}, 'version'), ({'format': 'x'}, 'format'),
            ({'id': NOWHERE[:-1]}, 'id'), ({'revision': 0}, 'revision'),
            ({'exported': 'yesterday'}, 'exported')):
        answer = lena.run('import', forge(keller, right, **changes), status=2)
        holds(answer.err, part)
    for changes in ({'decision': 'declined'}, {'summary': 'So be it'}):
        path = keller.path('changed.qhreview')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({**right, **changes}, file)
        holds(lena.run('import', path, status=1).err, 'changed after it was exported')
    tap.equal(lena.count('review'), 0)


def test_refusals():
    lena, keller, _, _, plan = both()
    out = keller.path('x.qhreview')
    holds(keller.run('review', plan, '-o', out, status=1).err, 'no decision')
    holds(keller.refused('review', plan, '--decision', 'approved'), '-o')
    holds(keller.refused('review', plan, '--decision', 'maybe', '-o', out), 'approved')
    holds(keller.refused('review', plan, '--r-output', '5', '-o', out), '1 to 4')
    holds(keller.refused('review', plan, '--meeting', NOWHERE, '-o', out), 'meeting')
    holds(keller.refused('review', plan, '--comment', 'Nothing=X', '-o', out), 'Nothing')
    holds(keller.refused('review', plan, '--comment', 'X', '-o', out), 'SEGMENT=TEXT')
    keller.refused('review', NOWHERE, '--decision', 'approved', '-o', out)
    keller.refused('review', keller.path('none.qhplan'), '--decision', 'approved', '-o', out)
    assert not os.path.exists(out)


def test_review_files_are_what_their_schema_says():
    check = validator()
    lena, keller, _, _, plan = both()
    words = [word for question in RUBRIC for word in (f'--r-{question}', '4', f'--r-{question}-note',
                                                      'Grüße <b> =1+1 \u202e')]
    for more in ((), words, ('--comment', 'Why=X', '--comment', '=Y', '--comment', 'output=Z')):
        for decision in ('approved', 'changes_wanted', 'declined'):
            written = read(review(keller, plan, '--decision', decision, *more))
            tap.equal([error.message for error in check.iter_errors(written)], [])
        lena.run('import', keller.path('back.qhreview'))
    for wrong in ({'decision': 'maybe'}, {'r_output': 5}, {'plan': {}}, {'comments': [{}]},
                  {'signature': 'x'}, {'by': {'name': 'X'}}):
        assert not check.is_valid({**written, **wrong}), wrong


def changes(tool, meeting, *words):
    return [(change['where'], change['before'], change['after'])
            for change in tool.run('changes', meeting, *words, '--json').json]


def test_submitted_and_changed():
    lena = person('Lena Moor')
    meeting, segment = plan_of(lena)
    lena.run('set', meeting, '--status', 'draft')
    path = lena.path('plan.qhplan')
    lena.run('submit', meeting, '-o', path)
    tap.equal((lena.show(meeting)['status'], read(path)['edition'], read(path)['meeting']['status']),
              ('submitted', 'manager', 'submitted'))
    tap.equal(changes(lena, meeting), [])
    holds(lena.run('changes', meeting).out, 'Nothing has changed')
    with open(path, 'rb') as file:
        first = file.read()
    lena.run('submit', meeting, '-o', path)
    with open(path, 'rb') as file:
        tap.equal(file.read(), first)
    lena.run('set', meeting, '--output', 'Other', '--budget', '600')
    lena.run('set', segment, '--seconds', '90', '--output', 'He nods')
    new = lena.add('segment', meeting=meeting, kind='close', seconds=60, title='Well')
    tap.equal(changes(lena, meeting), [
        ('Planned length', None, '10:00'),
        ('Output', 'He knows which two parts come back most', 'Other'),
        ('Segment 1, “Why”: Length', '1:00', '1:30'),
        ('Segment 1, “Why”: Output', None, 'He nods'), ('Segment 2', None, 'Well, 1:00')])
    lena.run('delete', segment)
    tap.equal(changes(lena, meeting)[2:],
              [('Segment 1', None, 'Well, 1:00'), ('Segment 1', 'Why, 1:00', None)])
    lena.run('undo')
    lena.run('set', new, '--position', '0')
    assert ('“Why”: place', '1', '2') not in changes(lena, meeting)
    export(lena, meeting)
    lena.run('set', new, '--position', '1')
    tap.equal(changes(lena, meeting, '--revision', '2'),
              [('“Why”: place', '2', '1'), ('“Well”: place', '1', '2')])
    tap.equal(changes(lena, meeting, '--revision', '1')[:2],
              [('Planned length', None, '10:00'),
               ('Output', 'He knows which two parts come back most', 'Other')])


def test_changed_since_the_review():
    lena, keller, meeting, _, plan = both()
    path = review(keller, plan, '--decision', 'changes_wanted')
    lena.run('set', meeting, '--output', 'Better')
    export(lena, meeting)
    tap.equal(changes(lena, meeting), [])
    lena.run('import', path)
    tap.equal([change[0] for change in changes(lena, meeting)], ['Output'])


def test_submit_refusals():
    lena = person('Lena Moor')
    meeting, _ = plan_of(lena)
    path = lena.path('x.qhplan')
    lena.run('changes', meeting, status=2)
    holds(lena.refused('submit', meeting), 'team folder')
    lena.run('set', meeting, '--status', 'draft')
    lena.refused('submit', meeting, '-o', lena.path('no/such.qhplan'))
    tap.equal(lena.show(meeting)['status'], 'draft')
    for status in ('held', 'debriefed', 'cancelled'):
        lena.run('set', meeting, '--status', status)
        lena.run('submit', meeting, '-o', path, status=1)
    holds(lena.refused('changes', meeting, '--revision', '0'), '--revision')
    assert not os.path.exists(path)


# HTML, a formula, quotes, a bell, a line separator, and letters that turn the line round.
HOSTILE = '=cmd|x!A1 <script>alert("1")</script> & \\ \' \u202eevil\u2066 \u0007 \u2028 @+-'


def test_hostile_text_is_carried_as_it_is():
    lena, keller = person('Lena Moor'), person('M. Keller')
    text = lambda entity, *names: {name: f'{name} {HOSTILE}' for name in names}
    client = lena.add('client', **text('client', 'name', 'industry', 'notes', 'value_proposition'))
    contact = lena.add('contact', client=client, **text('contact', 'name', 'title', 'notes'))
    meeting = lena.add('meeting', client=client, status='submitted',
                       **text('meeting', 'title', 'place', 'output', 'measure', 'ask', 'fallback',
                              'questions', 'objections', 'value_proposition'))
    lena.add('attendee', meeting=meeting, contact=contact)
    remark = lena.add('remark', client=client, **text('remark', 'words', 'answer'))
    friction = lena.add('friction', client=client, **text('friction', 'title', 'words', 'change'))
    segment = lena.add('segment', meeting=meeting, kind='escape', seconds=60, remark=remark,
                       friction=friction, **text('segment', 'title', 'output', 'notes'))
    path = lena.path('plan.qhplan')
    lena.run('export', meeting, '--to', 'plan', '--edition', 'full', '-o', path)
    sent = read(path)
    for member in (sent['client'], sent['meeting'], sent['contacts'][0], sent['remarks'][0],
                   sent['frictions'][0], sent['segments'][0]):
        assert sum(value == f'{name} {HOSTILE}' for name, value in member.items()) >= 2, member
    keller.run('import', path)
    received, = keller.list('received_plans')
    tap.equal((received['title'], received['output'], received['client']),
              (f'title {HOSTILE}', f'output {HOSTILE}', f'name {HOSTILE}'))
    with open(path, encoding='utf-8') as file:
        tap.equal(received['bytes'], file.read())
    back = review(keller, received['id'], '--decision', 'approved', '--summary', HOSTILE,
                  '--r-want', '1', '--r-want-note', HOSTILE, '--comment', '1=' + HOSTILE,
                  '--reviewer', HOSTILE)
    lena.run('import', back)
    got, = lena.list('reviews')
    tap.equal((got['reviewer'], got['summary'], got['r_want_note']), (HOSTILE,) * 3)
    comment, = lena.list('comments')
    tap.equal((comment['text'], comment['segment']), (HOSTILE, segment))
    tap.equal([error.message for error in validator().iter_errors(read(back))], [])
    for tool in (lena, keller):
        tap.equal(tool.run('verify').status, 0)


tap.run(qh.cases(sys.modules[__name__]))
