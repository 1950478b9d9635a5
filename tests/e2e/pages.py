# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page, with text as it comes and of twice the size: each control has a name, and the app has
nothing to complain of."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('pages')
PLACES = {
    'meetings': lambda store: ('--page', 'meetings'),
    'clients': lambda store: ('--page', 'clients'),
    'a client': lambda store: ('--client', rows(
        store, "SELECT id FROM client WHERE name = 'Ferris Dental Group'")[0][0]),
    'content': lambda store: ('--page', 'content'),
    'an item': lambda store: ('--item', rows(
        store, "SELECT id FROM content WHERE title = 'Benchmark clinic'")[0][0]),
    'the designer': lambda store: ('--meeting', rows(
        store, "SELECT meeting FROM segment GROUP BY meeting ORDER BY count(*) DESC")[0][0]),
}


@journey.step
def sample():
    """the sample territory"""
    qh(journey.store, 'sample')


def fold(app):
    """As narrow as it gets, and wide again: what folds must not complain while it is laid out."""
    for width in (900, 480, 1200):
        before = app.frame.extents.width
        app.pointer.resize(app.frame, width, 700)
        a11y.wait(lambda was=before: app.frame.extents.width != was, f'a width of {width}')


def walk(words, env=None):
    """Starts at a place, looks for nameless controls, and leaves without a complaint."""
    app = journey.start(*words(journey.store), env=env)
    app.find('push button', 'Undo')
    unnamed = a11y.nameless(app.root)
    fold(app)
    app.quit()
    tap.equal(unnamed, {})


def add(name, *words, **options):
    def page():
        walk(*words, **options)
    page.__doc__ = name
    journey.step(page)


for place, chosen in PLACES.items():
    add(place, chosen)
    add(f'{place}, with text of twice the size', chosen, env={'GDK_DPI_SCALE': '2'})
journey.run()
