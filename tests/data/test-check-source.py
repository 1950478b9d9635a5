# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree keeps the house rules, and build-aux/check-source finds what breaks them: each folder of
tests/data/check-source is a small tree with what is to be said about it in `expected`."""

import os
import subprocess
import sys

import tap

ROOT = sys.argv[1]
SAMPLES = os.path.join(ROOT, 'tests', 'data', 'check-source')


def say(tool, *words):
    done = subprocess.run([sys.executable, os.path.join(ROOT, 'build-aux', tool), *words],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def sample(name):
    def case():
        folder = os.path.join(SAMPLES, name)
        with open(os.path.join(folder, 'expected'), encoding='utf-8') as file:
            expected = file.read()
        tap.equal(say('check-source', folder), (0 if name == 'good' else 1, expected))
    return case


def tree():
    tap.equal(say('check-source', ROOT), (0, 'The source keeps the house rules.\n'))


def potfiles():
    tap.equal(say('check-potfiles', ROOT), (0, ''))


tap.run([(f'sample {name}', sample(name)) for name in sorted(os.listdir(SAMPLES))]
        + [('the tree', tree), ('po/POTFILES', potfiles)])
