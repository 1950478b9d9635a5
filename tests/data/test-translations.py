# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text reaches the translators whole, and every translation fits its text."""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

import tap

ROOT = sys.argv[1]
PO = os.path.join(ROOT, 'po')
# What Meson's preset for GLib tells xgettext.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3')
FORMATS = ('N_:1', '_:1', 'C_:2', 'NC_:2', 'ngettext:1', 'ngettext:2', 'g_strdup_printf:1',
           'g_string_printf:2', 'g_string_append_printf:2', 'g_error_new:3', 'g_set_error:4')


def call(*command):
    if not shutil.which(command[0]):
        raise tap.Skip(f'{command[0]} is not installed')
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False)
    assert done.returncode == 0, done.stdout
    return done.stdout


def extract(folder):
    pot = os.path.join(folder, 'quarterhour.pot')
    said = call('xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES', f'--output={pot}',
                *(f'--keyword={word}' for word in KEYWORDS),
                *(f'--flag={flag}:pass-c-format' if flag[0] in '_NC' else
                  f'--flag={flag}:c-format' for flag in FORMATS))
    tap.equal(said, '')
    return pot


def extraction():
    with tempfile.TemporaryDirectory() as folder:
        pot = extract(folder)
        with open(pot, encoding='utf-8') as file:
            assert file.read().count('\nmsgid ') > 50, 'hardly a text was found'


def linguas():
    with open(os.path.join(PO, 'LINGUAS'), encoding='utf-8') as file:
        named = [line.strip() for line in file if line.strip() and line[0] != '#']
    present = [os.path.basename(path)[:-3] for path in glob.glob(os.path.join(PO, '*.po'))]
    tap.equal(sorted(named), sorted(present))


def translation(path):
    return lambda: call('msgfmt', '--check', '--output-file=/dev/null', path)


def completeness(path):
    """No text is left without its translation, and none is only guessed at."""
    def case():
        with tempfile.TemporaryDirectory() as folder:
            merged = os.path.join(folder, 'merged.po')
            call('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, path, extract(folder))
            for lack in ('--untranslated', '--only-fuzzy'):
                tap.equal(call('msgattrib', lack, '--no-obsolete', '--no-wrap', merged), '')
    return case


def formats(path):
    """The texts of a file that are marked as what printf takes."""
    entries = call('msgcat', '--no-wrap', '--no-location', path).split('\n\n')
    return {entry[entry.index('msgid '):entry.index('\nmsgstr')] for entry in entries
            if any(line.startswith('#,') and ' c-format' in line for line in entry.split('\n'))}


def marks(path):
    """What printf takes is marked: only then is a translation held against its text, and only then
    is a text with a PRId64 found at all."""
    def case():
        with tempfile.TemporaryDirectory() as folder:
            tap.equal(sorted(formats(extract(folder)) - formats(path)), [])
    return case


tap.run([('extraction', extraction), ('po/LINGUAS', linguas)]
        + [(os.path.basename(path), translation(path))
           for path in sorted(glob.glob(os.path.join(PO, '*.po')))]
        + [(os.path.basename(path) + ' is marked', marks(path))
           for path in sorted(glob.glob(os.path.join(PO, '*.po')))]
        + [(os.path.basename(path) + ' is whole', completeness(path))
           for path in sorted(glob.glob(os.path.join(PO, '*.po')))])
