# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page, with text as it comes, or (--large) of twice the size: each control has a name, and the
app has nothing to complain of."""

import itertools
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, rows, tap  # noqa: E402

journey = Journey('pages')
PLACES = {
    'today': lambda store: ('--page', 'today'),
    'meetings': lambda store: ('--page', 'meetings'),
    'clients': lambda store: ('--page', 'clients'),
    'a client': lambda store: ('--client', rows(
        store, "SELECT id FROM client WHERE name = 'Ferris Dental Group'")[0][0]),
    'content': lambda store: ('--page', 'content'),
    'an item': lambda store: ('--item', rows(
        store, "SELECT id FROM content WHERE title = 'Benchmark clinic'")[0][0]),
    'friction': lambda store: ('--page', 'friction'),
    'contact log': lambda store: ('--page', 'contact-log'),
    'a contact': lambda store: ('--page', 'meetings'),
    'a friction': lambda store: ('--friction', rows(
        store, "SELECT id FROM friction ORDER BY id")[0][0]),
    'promises': lambda store: ('--page', 'promises'),
    'reviews': lambda store: ('--page', 'reviews'),
    'insights': lambda store: ('--page', 'insights'),
    'a promise': lambda store: ('--promise', rows(
        store, "SELECT id FROM promise WHERE public = 1 ORDER BY id")[0][0]),
    'trust': lambda store: ('--page', 'promises'),
    'housekeeping': lambda store: ('--page', 'friction'),
    'touchpoints': lambda store: ('--page', 'friction'),
    'a touchpoint': lambda store: ('--page', 'friction'),
    'a debrief': lambda store: ('--debrief', rows(
        store, "SELECT id FROM meeting WHERE status = 'held' ORDER BY id")[0][0]),
    'the designer': lambda store: ('--meeting', rows(
        store, "SELECT meeting FROM segment GROUP BY meeting ORDER BY count(*) DESC")[0][0]),
}


# How one goes on from there to pages that are opened from others: what is typed into the search
# window.
WAYS = {
    'a contact': 'It should be on the website',
    'trust': 'Trust',
    'housekeeping': 'Housekeeping',
    'touchpoints': 'Touchpoint Audit',
    'a touchpoint': 'Two levels are gone',
}

# Pages with a way back, of which two are left with the focus on it.
BACK = ('a client', 'the designer')


@journey.step
def sample():
    """the sample territory"""
    qh(journey.store, 'sample')


def set_text_size(percent):
    """Through the display: GTK 4 knows no variable for it, and takes this before its settings."""
    a11y.call('xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
              f'Xft.dpi:\t{96 * percent // 100}\n')


def fold(app):
    """As narrow as it gets, and wide again: what folds must not complain while it is laid out."""
    for width in (900, 480, 1200):
        before = app.frame.extents.width
        app.pointer.resize(app.frame, width, 700)
        a11y.wait(lambda was=before: app.frame.extents.width != was, f'a width of {width}')


def fold_often(app):
    """Folds and unfolds while what folded before may still be in motion."""
    for width in itertools.islice(itertools.cycle((900, 480, 1200, 360, 820, 700, 1000)), 56):
        before = app.frame.extents.width
        app.pointer.resize(app.frame, width, 700)
        a11y.wait(lambda was=before: app.frame.extents.width != was, f'a width of {width}')


def leave_by_back(app):
    """Where there is a way back it has the focus when the app is closed: a control that is bound to
    the page must not outlive it."""
    app.pointer.resize(app.frame, 1200, 700)
    a11y.wait(lambda: app.frame.extents.width > 900, 'a wide window')
    if app.look('push button', 'Back'):
        app.tab_to('push button', 'Back')


def first(app, *words):
    """The first such control; unlike find() it looks no further."""
    return a11y.wait(lambda: next(app.root.each(*words), None), ' '.join(words))


def squeeze(app):
    """One step from wide to as narrow as a window gets, and the menu that is folded away there."""
    minimize = first(app, 'push button', 'Minimize')
    app.pointer.resize(app.frame, 360, 640)
    a11y.wait(lambda: app.frame.extents.width == 360, 'a width of 360')
    minimize.leaves()
    a11y.key('F10')
    first(app, 'menu item')
    a11y.key('Escape')
    app.root.gone('menu item')


def take_sizes(app):
    """Wide, and as narrow as a window gets: nothing on the page holds it wider."""
    for width, height in ((1240, 800), (360, 640)):
        app.pointer.resize(app.frame, width, height)
        a11y.wait(lambda most=width: most - 20 < app.frame.extents.width <= most,
                  f'a width of {width}')


def walk(place, percent=100):
    """Starts at a place, looks for nameless controls (once is enough), and leaves without a complaint.
    How high its first label is."""
    set_text_size(percent)
    app = journey.start(*PLACES[place](journey.store))
    first(app, 'push button', 'Undo')
    if place in WAYS:
        app.go_to(WAYS[place])
    unnamed, height = {}, first(app, 'label').extents.height
    if percent == 100:
        unnamed = a11y.nameless(app.root)
        fold(app)
        squeeze(app)
    else:
        take_sizes(app)
    if percent == 100 and place in BACK:
        leave_by_back(app)
    app.quit()
    tap.equal(unnamed, {})
    return height


def add(place):
    def page():
        walk(place)
    page.__doc__ = place
    journey.step(page)


def measure():
    """text as it comes"""
    usual.append(walk('meetings'))


def add_large(place):
    def page():
        height = walk(place, percent=200)
        assert height > 1.5 * usual[0], f'{usual[0]} became {height}'
    page.__doc__ = f'{place}, with text of twice the size'
    journey.step(page)


def folding():
    """the designer, folded and unfolded many times over"""
    set_text_size(100)
    app = journey.start(*PLACES['the designer'](journey.store))
    app.find('push button', 'Undo')
    fold_often(app)
    app.quit()


usual = []  # how high the first label is with text as it comes
if '--large' in sys.argv:
    journey.step(measure)
    for place_name in PLACES:
        add_large(place_name)
else:
    for place_name in PLACES:
        add(place_name)
    journey.step(folding)
journey.run()
