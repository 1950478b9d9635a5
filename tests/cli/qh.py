# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built `qh` as a script would: by its arguments, its output and its exit status."""

import csv
import functools
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
NOW = '2026-11-25T09:00:00Z'
NOWHERE = '01900000-0000-7000-8000-000000000000'
MEMORY = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None  # else where the system says


class Answer:
    def __init__(self, done):
        self.status = done.returncode
        self.bytes = done.stdout
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def id(self):
        """The id that stands alone on a line."""
        assert self.out.count('\n') == 1 and len(self.out) == 37, repr(self.out)
        return self.out.strip()

    @property
    def rows(self):
        return list(csv.DictReader(io.StringIO(self.out, newline='')))


class Tool:
    """`qh` with a store of its own, at a fixed time."""

    def __init__(self, now=NOW):
        self.folder = tempfile.TemporaryDirectory(prefix='qh-test-', dir=MEMORY)
        self.store = self.path('store.db')
        self.now = now

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run(self, *words, status=0, options=(), env=None):
        """Runs a command; an exit status other than expected fails. A failure says why in exactly
        one line on standard error; a success without hints says nothing there."""
        line = [PROGRAM, '--store', self.store, '--now', self.now, *options, *words]
        done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env={**os.environ, **(env or {})},
                              check=False, timeout=60)
        answer = Answer(done)
        assert answer.status == status, f'{words}: {answer.status}\n{answer.err}{answer.out}'
        if status:
            assert answer.err.count('\n') == 1 and answer.err.startswith('qh: '), answer.err
        return answer

    def refused(self, *words, **more):
        """Unusable input: status 2, nothing on standard output; what stands on standard error."""
        answer = self.run(*words, status=2, **more)
        assert answer.out == '', answer.out
        return answer.err

    def add(self, kind, /, **fields):
        words = [word for name, value in fields.items()
                 for word in ('--' + name.replace('_', '-'), str(value))]
        return self.run('add', kind, *words).id

    def show(self, record):
        return self.run('show', record, '--json').json

    def list(self, kind, *words):
        return self.run('list', kind, *words, '--json').json

    def count(self, kind):
        return len(self.list(kind))


@functools.lru_cache(maxsize=None)
def sample_once():
    tool = Tool()
    tool.run('sample')
    tool.run('backup', tool.path('sample.db'))
    return tool


def sample():
    """A store of its own with the sample territory in it."""
    tool = Tool()
    shutil.copy(sample_once().path('sample.db'), tool.store)
    return tool


def with_client(name='Ferris Dental Group'):
    tool = Tool()
    return tool, tool.add('client', name=name)


def holds(text, *parts):
    for part in parts:
        assert part in text, f'expected “{part}” in:\n{text}'


def cases(module):
    """Every function of a test program whose name begins with test_."""
    return [(name[5:].replace('_', ' '), function) for name, function in vars(module).items()
            if name.startswith('test_')]
