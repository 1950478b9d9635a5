# SPDX-License-Identifier: GPL-3.0-or-later
"""The team folder kept in step by a real engine: two reps and a manager, each with a store and a
Syncthing of his own, on this machine alone. The network breaks, all go on, and it heals late."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import qh
import tap
from qh import Tool

PATIENCE = 45
KEY = 'quarterhour-test'

if not shutil.which('syncthing'):
    print('1..0 # SKIP syncthing is not installed')
    sys.exit(0)

# Nothing is asked of the world outside: no discovery, relays, reports or upgrades.
CONFIG = """<configuration version="35">
 <folder id="team" label="team" path="{folder}" type="sendreceive" rescanIntervalS="3600"
  fsWatcherEnabled="false" ignorePerms="false" autoNormalize="true">{members}
  <minDiskFree unit="%">0</minDiskFree><maxConflicts>10</maxConflicts></folder>
 {devices}
 <gui enabled="true" tls="false"><address>127.0.0.1:{gui}</address><apikey>{key}</apikey></gui>
 <options><listenAddress>tcp://127.0.0.1:{listen}</listenAddress>
  <globalAnnounceEnabled>false</globalAnnounceEnabled>
  <localAnnounceEnabled>false</localAnnounceEnabled><relaysEnabled>false</relaysEnabled>
  <natEnabled>false</natEnabled><urAccepted>-1</urAccepted>
  <crashReportingEnabled>false</crashReportingEnabled>
  <autoUpgradeIntervalH>0</autoUpgradeIntervalH><startBrowser>false</startBrowser>
  <reconnectionIntervalS>1</reconnectionIntervalS><stunKeepaliveStartS>0</stunKeepaliveStartS>
  <announceLANAddresses>false</announceLANAddresses><setLowPriority>false</setLowPriority>
  <progressUpdateIntervalS>-1</progressUpdateIntervalS></options>
</configuration>
"""


def free_ports(n):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(n)]
        for one in sockets:
            one.bind(('127.0.0.1', 0))
        return [one.getsockname()[1] for one in sockets]


class Engine:
    """One Syncthing, with the folder that it keeps in step."""

    def __init__(self, home, ports):
        self.home = home
        self.gui, self.listen = ports
        self.folder = os.path.join(home, 'team')
        self.config = os.path.join(home, 'config')
        self.process = None
        self.seen = 0  # the newest event
        os.mkdir(self.folder)
        self.generate()
        with open(os.path.join(self.config, 'config.xml'), encoding='utf-8') as file:
            self.id = re.search(r'<device id="([A-Z0-9-]{63})"', file.read()).group(1)

    @property
    def environment(self):
        return {**os.environ, 'HOME': self.home, 'STNOUPGRADE': '1', 'GOMAXPROCS': '1'}

    def generate(self):
        done = subprocess.run(['syncthing', 'generate', '--home', self.config],
                              env=self.environment, capture_output=True, text=True, check=False,
                              timeout=PATIENCE)
        assert done.returncode == 0, done.stderr + done.stdout

    def know(self, engines):
        members = ''.join(f'<device id="{one.id}"/>' for one in engines)
        devices = ''.join(f'<device id="{one.id}" name="{one.listen}" compression="metadata">'
                          f'<address>tcp://127.0.0.1:{one.listen}</address></device>'
                          for one in engines)
        with open(os.path.join(self.config, 'config.xml'), 'w', encoding='utf-8') as file:
            file.write(CONFIG.format(folder=self.folder, members=members, devices=devices,
                                     gui=self.gui, listen=self.listen, key=KEY))
        os.makedirs(os.path.join(self.folder, '.stfolder'), exist_ok=True)

    def start(self):
        self.seen = 0
        self.process = subprocess.Popen(
            ['syncthing', 'serve', '--home', self.config, '--no-browser', '--no-restart'],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)

    def ask(self, path, method='GET', timeout=PATIENCE):
        request = urllib.request.Request(f'http://127.0.0.1:{self.gui}/rest/{path}', method=method,
                                         headers={'X-API-Key': KEY})
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            text = answer.read()
        return json.loads(text) if text.strip() else None

    def is_up(self):
        assert self.process.poll() is None, 'syncthing has ended'
        try:
            return self.ask('system/ping', timeout=5) == {'ping': 'pong'}
        except OSError:
            return False

    def wait_until_up(self):
        end = time.monotonic() + PATIENCE
        while not self.is_up():
            assert time.monotonic() < end, 'syncthing does not start'
            time.sleep(0.05)

    def listen_for(self, seconds):
        """Returns when something has happened here, at the latest after so many seconds."""
        events = self.ask(f'events?since={self.seen}&timeout={seconds}')
        self.seen = events[-1]['id'] if events else self.seen

    def look(self):
        """Has it see what was written into the folder; it is done when this returns."""
        self.ask('db/scan?folder=team', 'POST')

    def files(self):
        found = {}
        for folder, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if name[0] != '.']
            for name in names:
                path = os.path.join(folder, name)
                if name[0] != '.':
                    with open(path, 'rb') as file:
                        digest = hashlib.sha256(file.read()).hexdigest()
                    found[os.path.relpath(path, self.folder)] = digest
        return found

    def stop(self):
        """The machine is shut."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(PATIENCE)


class Team:
    """Lena and Tom, who sell, and Keller, who reviews."""

    def __init__(self):
        self.place = tempfile.TemporaryDirectory(prefix='qh-sync-')
        ports = free_ports(6)
        homes = [os.path.join(self.place.name, name) for name in ('lena', 'tom', 'keller')]
        for home in homes:
            os.mkdir(home)
        self.engines = [Engine(home, ports[2 * i:2 * i + 2]) for i, home in enumerate(homes)]
        self.tools = [Tool() for _ in homes]

    def start(self):
        for engine in self.engines:
            engine.know(self.engines)
            engine.start()
        for engine in self.engines:
            engine.wait_until_up()
        for tool, engine, name in zip(self.tools, self.engines,
                                      ('Lena Moor', 'Tom Bay', 'M. Keller')):
            tool.run('transfer', '--name', name)
            tool.run('folder', engine.folder)

    def wait(self, engines, condition, what):
        """Waits, by the events of those engines, until it is so."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f'never: {what}; {[e.files() for e in engines]}'
            for engine in engines:
                engine.listen_for(1)
                if condition():
                    return

    def settle(self, *engines):
        """Waits until what one of them has, all have."""
        for engine in engines:
            engine.look()
        union = {}
        for engine in engines:
            union.update(engine.files())
        self.wait(engines, lambda: all(one.files() == union for one in engines), 'in step')

    def stop(self):
        for engine in self.engines:
            engine.stop()
        self.place.cleanup()


def scan(tool):
    return tool.run('folder', '--json').json


def plan_of(tool, output):
    client = tool.add('client', name=f'Client of {output}')
    return tool.add('meeting', client=client, title=output, output=output)


def review_all(tool, decision):
    for plan in tool.list('received_plans'):
        if plan['state'] == 'waiting':
            tool.run('review', plan['id'], '--decision', decision, '--comment', '=Seen')


def received(tool):
    plans = [(plan['sender'], plan['output'], plan['revision']) for plan in
             tool.list('received_plans')]
    assert len(set(plans)) == len(plans), f'twice: {plans}'
    return sorted(plans)


def test_partition_and_late_merge():
    team = Team()
    try:
        go_through(team)
    finally:
        team.stop()


def go_through(team):
    lena, tom, keller = team.tools
    lenas, toms, kellers = team.engines
    team.start()

    # There and back, with all connected.
    first = plan_of(lena, 'one')
    lena.run('submit', first)
    team.settle(*team.engines)
    tap.equal(scan(keller)['new'], 1)
    review_all(keller, 'approved')
    team.settle(*team.engines)
    scan(lena)
    tap.equal(lena.show(first)['status'], 'approved')

    # Lena's network is cut, Tom's machine is shut; everybody goes on.
    lenas.ask('system/pause', 'POST')
    toms.stop()
    lena.run('set', first, '--output', 'one, again')
    lena.run('submit', first)
    second = plan_of(lena, 'two')
    lena.run('submit', second)
    third = plan_of(tom, 'three')
    tom.run('submit', third)
    alone = plan_of(keller, 'four')
    keller.run('submit', alone)
    review_all(keller, 'declined')
    for engine in (lenas, kellers):
        engine.look()
    tap.equal((scan(lena)['new'], scan(keller)['new']), (0, 0))

    # It heals late: first Tom is back, then Lena.
    toms.start()
    toms.wait_until_up()
    team.settle(toms, kellers)
    tap.equal(scan(keller)['new'], 1)
    review_all(keller, 'changes_wanted')
    lenas.ask('system/resume', 'POST')
    team.settle(*team.engines)
    tap.equal(scan(keller)['new'], 2)
    review_all(keller, 'approved')
    team.settle(*team.engines)

    # All that was said has come to everybody, once.
    for tool in team.tools:
        scan(tool)
    everything = [('Lena Moor', 'one', 1), ('Lena Moor', 'one, again', 2), ('Lena Moor', 'two', 1),
                  ('M. Keller', 'four', 1), ('Tom Bay', 'three', 1)]
    for tool, name in zip(team.tools, ('Lena Moor', 'Tom Bay', 'M. Keller')):
        tap.equal(received(tool), [plan for plan in everything if plan[0] != name])
        found = scan(tool)
        tap.equal((found['new'], found['changed'], found['same'], found['read'], found['left']),
                  (0, 0, 0, 0, []))
        tap.equal(tool.run('verify').status, 0)
    tap.equal([lena.show(first)['status'], lena.show(second)['status'],
               tom.show(third)['status']], ['approved', 'approved', 'draft'])
    tap.equal((lena.count('review'), tom.count('review'), keller.count('review')), (3, 1, 0))
    names = list(lenas.files())
    assert not [name for name in names if 'conflict' in name], names
    tap.equal(len(names), 9)
    tap.equal(len({name.split('/')[0] for name in names}), 3)


tap.run(qh.cases(sys.modules[__name__]))
