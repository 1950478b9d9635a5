# SPDX-License-Identifier: GPL-3.0-or-later
"""The team folder: two reps and a manager, and whatever else lies in it."""

import os
import shutil
import sys
import tempfile

import qh
import tap
from qh import Tool, holds


class Team:
    """Stores that share one folder."""

    def __init__(self, *names):
        self.folder = tempfile.TemporaryDirectory(prefix='qh-team-', dir=qh.MEMORY)
        self.people = [Tool() for _ in names]
        for tool, name in zip(self.people, names):
            tool.run('transfer', '--name', name)
            scan(tool, self.folder.name)

    def path(self, *names):
        return os.path.join(self.folder.name, *names)

    def files(self):
        return sorted(os.path.join(os.path.relpath(folder, self.folder.name), name)
                      for folder, _, names in os.walk(self.folder.name) for name in names)


def scan(tool, *words):
    return tool.run('folder', *words, '--json').json


def counts(found):
    return found['new'], found['changed'], found['same'], found['read'], len(found['left'])


def plan_of(tool, output='He knows'):
    client = tool.add('client', name='Halden Tools')
    return tool.add('meeting', client=client, title='Fewer returns', output=output)


def test_there_and_back():
    team = Team('Lena Moor', 'Tom Bay', 'M. Keller')
    lena, tom, keller = team.people
    meetings = [plan_of(lena), plan_of(tom, 'He counts')]
    lena.run('submit', meetings[0])
    tom.run('submit', meetings[1])
    tap.equal(counts(scan(keller)), (2, 0, 0, 2, 0))
    tap.equal(sorted(plan['sender'] for plan in keller.list('received_plans')),
              ['Lena Moor', 'Tom Bay'])
    for plan in keller.list('received_plans'):
        keller.run('review', plan['id'], '--decision', 'approved', '--comment', '=Good')
    tap.equal(len(team.files()), 4)
    tap.equal(scan(lena)['new'], 2)  # Tom's plan and her own review
    tap.equal(lena.show(meetings[0])['status'], 'approved')
    tap.equal((lena.count('review'), lena.count('comment')), (1, 1))
    scan(tom)
    tap.equal((tom.show(meetings[1])['status'], tom.count('review')), ('approved', 1))
    for tool in team.people:
        tap.equal(counts(scan(tool)), (0, 0, 0, 0, 0))
        tap.equal(tool.run('verify').status, 0)
    before = team.files()
    lena.run('submit', meetings[0])
    lena.run('submit', meetings[0])
    tap.equal(team.files(), before)
    lena.run('set', meetings[0], '--output', 'He knows why')
    lena.run('submit', meetings[0])
    tap.equal(len(team.files()), len(before) + 1)
    tap.equal(scan(keller)['new'], 1)


def test_nobody_writes_elsewhere():
    team = Team('Lena Moor', 'M. Keller')
    lena, keller = team.people
    lena.run('submit', plan_of(lena))
    scan(keller)
    keller.run('review', keller.list('received_plans')[0]['id'], '--decision', 'declined')
    owners = {name.split('/')[0] for name in team.files()}
    tap.equal(len(owners), 2)
    assert not [name for name in team.files() if '/.' in name], 'something half-written is left'


def test_half_a_file_is_tried_again():
    team = Team('Lena Moor', 'M. Keller')
    lena, keller = team.people
    lena.run('submit', plan_of(lena))
    name, = team.files()
    with open(team.path(name), 'rb') as file:
        whole = file.read()
    for cut in (0, 1, len(whole) // 2, len(whole) - 2):
        with open(team.path(name), 'wb') as file:
            file.write(whole[:cut])
        os.utime(team.path(name), (cut, cut))
        left, = scan(keller)['left']
        tap.equal(left['where'], name)
        tap.equal(counts(scan(keller)), (0, 0, 0, 0, 1))
        tap.equal(counts(scan(keller, '--again')), (0, 0, 0, 1, 1))
    with open(team.path(name), 'wb') as file:
        file.write(whole)
    tap.equal(counts(scan(keller)), (1, 0, 0, 1, 0))


def test_what_lies_about():
    team = Team('Lena Moor', 'M. Keller')
    lena, keller = team.people
    lena.run('submit', plan_of(lena))
    name, = team.files()
    folder = name.split('/')[0]
    secret = keller.path('elsewhere')
    os.mkdir(secret)
    shutil.copy(team.path(name), os.path.join(secret, 'far.qhplan'))
    os.symlink(secret, team.path('far'))
    os.symlink(os.path.join(secret, 'far.qhplan'), team.path(folder, 'link.qhplan'))
    os.mkdir(team.path(folder, 'folder.qhplan'))
    os.mkfifo(team.path(folder, 'pipe.qhplan'))
    for other in ('notes.txt', '.syncthing.x.tmp', '~lock.qhplan', 'give.qhtransfer'):
        with open(team.path(folder, other), 'w', encoding='utf-8') as file:
            file.write('x')
    found = scan(keller)
    tap.equal(counts(found)[:4], (1, 0, 0, 1))
    tap.equal(sorted(left['where'] for left in found['left']),
              sorted(['far', f'{folder}/link.qhplan', f'{folder}/notes.txt',
                      f'{folder}/give.qhtransfer']))
    tap.equal(len(keller.list('received_plans')), 1)


def test_changed_on_the_way():
    team = Team('Lena Moor', 'M. Keller')
    lena, keller = team.people
    lena.run('submit', plan_of(lena))
    name, = team.files()
    with open(team.path(name), 'r+', encoding='utf-8') as file:
        text = file.read().replace('He knows', 'He knew!')
        file.seek(0)
        file.write(text)
    left, = scan(keller)['left']
    holds(left['reason'], 'changed after it was exported')
    tap.equal(keller.count('received_plan'), 0)


def test_folder_gone():
    team = Team('Lena Moor', 'M. Keller')
    lena, keller = team.people
    meeting = plan_of(lena)
    shutil.move(team.folder.name, team.folder.name + '-gone')
    holds(keller.run('folder', status=2).err, 'not there')
    holds(lena.run('submit', meeting, status=2).err, 'not there')
    tap.equal(lena.show(meeting)['status'], 'draft')
    shutil.move(team.folder.name + '-gone', team.folder.name)
    lena.run('submit', meeting)
    tap.equal(scan(keller)['new'], 1)


def test_no_folder():
    tool = Tool()
    holds(tool.refused('folder'), 'none is chosen')
    holds(tool.refused('submit', plan_of(tool)), 'team folder')


tap.run(qh.cases(sys.modules[__name__]))
