# SPDX-License-Identifier: GPL-3.0-or-later
"""Test programs in Python: each case is a function; the results come out as TAP."""

import os
import random
import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot run here; its text is the reason."""


def describe(error):
    where = traceback.extract_tb(error.__traceback__)
    text = ''.join(traceback.format_list(where)) + f'{type(error).__name__}: {error}'
    return '\n'.join('# ' + line for line in text.split('\n'))


def run_case(number, name, function):
    try:
        function()
    except Skip as reason:
        print(f'ok {number} - {name} # SKIP {reason}', flush=True)
    except Exception as error:  # a case may fail in any way
        print(f'not ok {number} - {name}\n{describe(error)}', flush=True)
        return False
    else:
        print(f'ok {number} - {name}', flush=True)
    return True


def run(cases, in_order=False):
    """Runs (name, function) pairs; exits 1 when one fails. Order is random as everywhere, unless
    each case goes on where the one before it ended; then the first failure ends the run."""
    cases = list(cases)
    if not in_order and os.environ.get('QH_TEST_SEED'):
        random.Random(os.environ['QH_TEST_SEED']).shuffle(cases)
    print(f'1..{len(cases)}', flush=True)
    failed = 0
    for number, (name, function) in enumerate(cases, 1):
        if not run_case(number, name, function):
            failed += 1
            if in_order:
                print(f'Bail out! {name}')
                break
    sys.exit(1 if failed else 0)


def equal(found, expected):
    if found != expected:
        raise AssertionError(f'expected {expected!r},\ngot {found!r}')
