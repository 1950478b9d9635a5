# SPDX-License-Identifier: GPL-3.0-or-later
"""The app is killed while somebody types: every edit that has been on the screen for a second must
be in the store, and the store sound. The one in flight may be there whole or in part, or not.

    killed.py SOURCE BUILD [--rounds=N]     kills N times (3)"""

import os
import random
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, qh_json, rows, tap  # noqa: E402

ROUNDS = int(next((word[len('--rounds='):] for word in sys.argv if word.startswith('--rounds=')), 3))
# What is promised: an edit is in the store this long after it could be read, in seconds.
PROMISE = 1.0
FIELDS = {'Output': 'output', 'Measured by': 'measure', 'The commitment we ask for': 'ask',
          'If not': 'fallback'}

chance = random.Random(os.environ.get('QH_TEST_SEED'))
journey = Journey('killed')
qh(journey.store, 'sample')
MEETING = rows(journey.store, "SELECT id FROM meeting WHERE status = 'draft' ORDER BY id")[0][0]


def type_into(node, text):
    """Types over what stands in an entry, and waits until it can be read there."""
    journey.app.pointer.click(journey.app.pointer.reveal(node))
    a11y.wait(lambda: node.has('focused'), f'the focus on {node!r}')
    a11y.key('ctrl+a')
    a11y.type_text(text)
    a11y.wait(lambda: node.text == text, f'“{text}” in {node!r}')


def edit(number, names):
    """Edits of each sort: {where in the shown meeting: what stands there}."""
    app, edits = journey.app, {}
    for name in names:
        text = f'{name}, kill {number}'
        type_into(app.find('entry', name), text)
        edits[FIELDS[name],] = text
    titles = app.look('entry', 'Title of the segment')
    place, text, seconds = chance.randrange(len(titles)), f'Segment, kill {number}', number % 10
    type_into(titles[place], text)
    edits['segments', place, 'title'] = text
    type_into(app.find('entry', f'Length of “{text}”'), f'1:{seconds:02}')
    edits['segments', place, 'seconds'] = 60 + seconds
    return edits


def outlive(seconds):
    """Lets the clock pass, while the app lives."""
    since = time.monotonic()
    a11y.wait(lambda: journey.app.lives() and time.monotonic() - since >= seconds, 'the clock')


def kill_while_typing(name, text):
    """Kills at a random moment of one more edit, which nobody waits for."""
    app = journey.app
    app.pointer.click(app.pointer.reveal(app.find('entry', name)))
    a11y.key('ctrl+a')
    with subprocess.Popen(['xdotool', 'type', '--delay', '12', '--', text]):
        time.sleep(chance.uniform(0, 1))
        app.kill()


def shown(meeting, where):
    for step in where:
        meeting = meeting[step]
    return meeting


def add_round(number):
    def round_of():
        names = chance.sample(sorted(FIELDS), len(FIELDS))
        flight, text = names.pop(), f'In flight at kill {number}'
        before = shown(qh_json(journey.store, 'show', MEETING), [FIELDS[flight]])
        app = journey.start('--meeting', MEETING)
        app.find('entry', 'Output')
        edits = edit(number, names)
        outlive(PROMISE)
        if number % 2:  # the last edit still has the focus
            app.kill()
        else:
            kill_while_typing(flight, text)
        qh(journey.store, 'verify')
        found = qh_json(journey.store, 'show', MEETING)
        tap.equal({where: shown(found, where) for where in edits}, edits)
        after = found[FIELDS[flight]]
        assert after in (before, None) or text.startswith(after), f'{flight}: {after!r}'
    round_of.__doc__ = f'kill {number}'
    journey.step(round_of)


for number in range(1, ROUNDS + 1):
    add_round(number)
journey.run()
