# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file stands as .clang-format wants it."""

import glob
import os
import re
import shutil
import subprocess
import sys

import tap

ROOT = sys.argv[1]
VERSION = 14


def tool():
    """The formatter of the one version that the rules are written for."""
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        path = shutil.which(name)
        if path:
            told = subprocess.run([path, '--version'], capture_output=True, text=True, check=False)
            if re.search(rf'version {VERSION}\.', told.stdout):
                return path
    raise tap.Skip(f'clang-format {VERSION} is not installed')


def formatted():
    files = [path for top in ('src', 'tests') for ending in 'ch'
             for path in glob.glob(os.path.join(ROOT, top, '**', f'*.{ending}'), recursive=True)
             if '/data/check-source/' not in path]
    assert files, 'no C file was found'
    done = subprocess.run([tool(), '--dry-run', '--Werror', '--style=file'] + sorted(files),
                          stderr=subprocess.PIPE, text=True, check=False)
    bad = sorted(set(re.findall(r'^(?:.*/)?((?:src|tests)/.*?):\d+:.*clang-format-violations',
                                done.stderr, re.M)))
    assert done.returncode == 0 and not bad, 'clang-format -i these: ' + ' '.join(bad)


tap.run([('every C file', formatted)])
