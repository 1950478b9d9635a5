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


def large_text():
    """The desktop's settings with text of twice the size. GDK_DPI_SCALE is no way: a size that the
    settings name is taken as it is."""
    settings = os.path.join(os.environ['XDG_CONFIG_HOME'], 'gtk-4.0', 'settings.ini')
    folder = os.path.join(journey.folder, 'large')
    os.makedirs(os.path.join(folder, 'gtk-4.0'), exist_ok=True)
    with open(settings, encoding='utf-8') as file:
        lines = [line for line in file if not line.startswith('gtk-xft-dpi')]
    with open(os.path.join(folder, 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as file:
        file.writelines(lines + [f'gtk-xft-dpi={2 * 96 * 1024}\n'])
    return {'XDG_CONFIG_HOME': folder}


def fold(app):
    """As narrow as it gets, and wide again: what folds must not complain while it is laid out."""
    for width in (900, 480, 1200):
        before = app.frame.extents.width
        app.pointer.resize(app.frame, width, 700)
        a11y.wait(lambda was=before: app.frame.extents.width != was, f'a width of {width}')


def squeeze(app):
    """One step from wide to as narrow as a window gets, and the menu that is folded away there."""
    app.pointer.resize(app.frame, 360, 640)
    a11y.wait(lambda: app.frame.extents.width == 360, 'a width of 360')
    a11y.key('F10')
    app.find('menu item')
    a11y.key('Escape')
    app.root.gone('menu item')


def walk(words, env=None):
    """Starts at a place, looks for nameless controls, and leaves without a complaint. How high its
    smallest label is."""
    app = journey.start(*words(journey.store), env=env)
    app.find('push button', 'Undo')
    unnamed = a11y.nameless(app.root)
    height = min(node.extents.height for node in app.look('label'))
    fold(app)
    if env is None:
        squeeze(app)
    app.quit()
    tap.equal(unnamed, {})
    return height


def add(place, chosen):
    heights = []

    def page():
        heights.append(walk(chosen))
    page.__doc__ = place
    journey.step(page)

    def large():
        height = walk(chosen, env=large_text())
        assert height > 1.5 * heights[0], f'{heights[0]} became {height}'
    large.__doc__ = f'{place}, with text of twice the size'
    journey.step(large)


for place_name, arguments in PLACES.items():
    add(place_name, arguments)
journey.run()
