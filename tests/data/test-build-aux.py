# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools that run and count the tests: nothing that fails, dies or is left out goes unseen."""

import importlib.machinery
import importlib.util
import os
import re
import subprocess
import sys
import tempfile

import tap

ROOT, BUILD = sys.argv[1:3]


def tool(name):
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader(name.replace('-', '_'),
                                                  os.path.join(ROOT, 'build-aux', name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


# What a program printed, how meson judged it, and how its cases count.
RUNS = (
    ('1..2\nok 1 /a\nok 2 - b\n', 'OK', ['passed', 'passed']),
    ('1..2\nok 1 /a # SKIP no display\nnot ok 2 /b - broken\n', 'FAIL', ['skipped', 'failed']),
    ('1..3\nok 1 /a\nBail out! ERROR: 1 == 2\n', 'ERROR', ['passed', 'failed']),
    ('1..3\nok 1 /a\nnot ok 2 /b\nBail out! /b\n', 'ERROR', ['passed', 'failed']),
    ('1..3\nok 1 /a\n', 'ERROR', ['passed', 'failed']),
    ('1..3\nok 1 /a\n', 'TIMEOUT', ['passed', 'failed']),
    ('1..0 # SKIP Xvfb is not installed\n', 'SKIP', ['skipped']),
    ('', 'OK', ['passed']),
    ('', 'SKIP', ['skipped']),
    ('', 'FAIL', ['failed']),
    (None, 'TIMEOUT', ['failed']),
    ('ok computer\n# ok 2 /said\n    ok 3 /nested\nokay\n', 'OK', ['passed']),
)


def counting():
    judge = tool('run-tests').judge
    for stdout, result, expected in RUNS:
        verdicts = [case[0] for case in judge({'stdout': stdout, 'result': result})]
        tap.equal((stdout, result, verdicts), (stdout, result, expected))


def reasons():
    cases = list(tool('run-tests').judge({'stdout': 'ok 1 /a # SKIP no display', 'result': 'OK'}))
    tap.equal(cases, [('skipped', '/a', 'no display')])


def what_did_not_run():
    runs = [{'name': 'quarterhour:core / base'}, {'name': 'lone'}]
    tap.equal(tool('run-tests').unseen(['base', 'lone', 'list', 'killed'], runs), ['killed', 'list'])
    tap.equal(tool('run-tests').unseen(['base'], runs), [])


def shuffled(seed):
    """The order in which the cases of one of our programs ran."""
    program = os.path.join(BUILD, 'tests', 'core', 'base', 'test-base')
    done = subprocess.run([sys.executable, os.path.join(ROOT, 'build-aux', 'shuffle'), program],
                          env=dict(os.environ, QH_TEST_SEED=seed, LC_ALL='C.UTF-8', TZ='UTC'),
                          stdout=subprocess.PIPE, text=True, check=True)
    plans = re.findall(r'^1\.\.(\d+)$', done.stdout, re.M)
    names = re.findall(r'^ok \d+ (\S+)', done.stdout, re.M)
    tap.equal(plans, [str(len(names))])
    return names


def shuffling():
    first, again, other = shuffled('1'), shuffled('1'), shuffled('2')
    tap.equal(first, again)
    tap.equal(sorted(first), sorted(other))
    assert first != other, 'two seeds gave one order'


def once():
    """A script is not run to be asked for its cases, in a session either."""
    with tempfile.TemporaryDirectory() as folder:
        session, log = os.path.join(folder, 'session'), os.path.join(folder, 'log')
        with open(session, 'w', encoding='ascii') as file:
            file.write('#!/bin/sh\nexec "$@"\n')
        os.chmod(session, 0o700)
        subprocess.run([sys.executable, os.path.join(ROOT, 'build-aux', 'shuffle'), session,
                        sys.executable, '-c', f'open({log!r}, "a").write("ran\\n")'],
                       env=dict(os.environ, QH_TEST_SEED='1'), check=True)
        with open(log, encoding='ascii') as file:
            tap.equal(file.read(), 'ran\n')


def layers():
    layers_of = tool('coverage-table').layers_of
    tap.equal(layers_of('src/core/store/qh-store.c'), {'all', 'src/core', 'src/core/store'})
    tap.equal(layers_of('src/cli/main.c'), {'all', 'src/cli'})
    tap.equal(layers_of('src/ui/designer/qh-page.c'), {'all', 'src/ui'})
    tap.equal(layers_of('src/main.c'), {'all'})


tap.run([('every case is counted', counting), ('a skip tells its reason', reasons),
         ('what did not run is told', what_did_not_run), ('cases run shuffled', shuffling),
         ('a script runs once', once),
         ('files count in their layers', layers)])
