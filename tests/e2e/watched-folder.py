# SPDX-License-Identifier: GPL-3.0-or-later
"""A rep's plan comes to his manager's running app through the team folder, is reviewed by keyboard,
and the review lies in the folder, from where the rep has it; what is of no use there is told."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import Journey, a11y, qh, qh_json, rows, tap  # noqa: E402

journey = Journey('watched-folder')
FOLDER = os.path.join(journey.folder, 'team')
REP = os.path.join(journey.folder, 'rep.db')
meeting = None


def reviews():
    return [name for _, _, names in os.walk(FOLDER) for name in names
            if name.endswith('.qhreview')]


@journey.step
def chosen():
    """rep and manager have one team folder; the manager's app runs, and his Reviews are empty"""
    global meeting
    os.mkdir(FOLDER)
    qh(REP, 'transfer', '--name', 'Lena Moor')
    client = qh(REP, 'add', 'client', '--name', 'Halden Tools').strip()
    meeting = qh(REP, 'add', 'meeting', '--client', client, '--output', 'He knows').strip()
    qh(REP, 'folder', FOLDER)
    qh(journey.store, 'transfer', '--name', 'M. Keller')
    qh(journey.store, 'add', 'client', '--name', 'Vesper Labs')
    qh(journey.store, 'folder', FOLDER)
    app = journey.start('--page', 'reviews')
    app.find('label', 'No Plans to Review')


@journey.step
def came():
    """the rep submits, and the plan is there by itself; one click on what tells so opens it"""
    app = journey.app
    qh(REP, 'submit', meeting)
    app.holds(('Halden Tools', 'waiting', 'Lena Moor'),
              'SELECT client, state, sender FROM received_plan')
    app.find('label', '1 plan to review came')
    app.click('push button', 'Show')
    app.find('push button', 'Trust')
    a11y.wait(lambda: app.focus.is_on('push button', '1'), 'the focus on the first question')


@journey.step
def told():
    """whose key it is signed with is told, with its fingerprint"""
    app = journey.app
    app.find('label', 'What came brings news')
    app.click('push button', 'Read')
    app.find('label', re.compile('Lena Moor signs with a key that is not known here: [0-9A-Z]'))
    a11y.key('Escape')
    app.root.gone('label', 'What Came Brings News')


@journey.step
def given():
    """six marks, a decision, Ctrl+Enter: the review lies in the folder, without a name being asked"""
    app = journey.app
    a11y.wait(lambda: app.focus.is_on('push button', '1'), 'the focus on the first question')
    for mark in '343434':
        a11y.key(mark, 'Return', 'Return')
    a11y.type_text('Good')
    a11y.key('Return')
    a11y.wait(lambda: app.focus.is_on('push button', 'Approved'), 'the focus on the decision')
    a11y.key('1', 'ctrl+Return')
    app.holds(('reviewed',), 'SELECT state FROM received_plan')
    a11y.wait(lambda: len(reviews()) == 1, 'the review in the folder')
    app.find('label', 'The review is in the team folder')


@journey.step
def of_no_use():
    """half a file is told, and listed with its reason; nothing of it is taken in"""
    app = journey.app
    own, = (name for name in os.listdir(FOLDER)
            if any(file.endswith('.qhplan') for file in os.listdir(os.path.join(FOLDER, name))))
    with open(os.path.join(FOLDER, own, 'half.qhplan'), 'w', encoding='utf-8') as file:
        file.write('{"format":')
    app.find('label', 'Something in the team folder cannot be used')
    app.click('push button', 'Show')
    window = app.find('frame', 'Team Folder')
    window.find('label', f'{own}/half.qhplan')
    window.find('label', '1 file in it is of no use')
    tap.equal(a11y.nameless(window), {})
    a11y.key('Escape')
    app.root.gone('frame', 'Team Folder')
    app.holds((1,), 'SELECT count(*) FROM received_plan')


@journey.step
def gone():
    """a folder that is gone is told; when it is there again, so is what came meanwhile"""
    app = journey.app
    os.rename(FOLDER, FOLDER + '-away')
    app.find('label', 'The team folder cannot be read')
    app.click('push button', 'Show')
    window = app.find('frame', 'Team Folder')
    window.find('label', re.compile('is not there; is it unplugged'))
    os.rename(FOLDER + '-away', FOLDER)
    qh(REP, 'set', meeting, '--output', 'He knows why')
    qh(REP, 'submit', meeting)
    window.find('push button', 'Look Again').activate()
    app.holds((2,), 'SELECT count(*) FROM received_plan')
    a11y.key('Escape')
    app.root.gone('frame', 'Team Folder')
    app.quit()
    qh(journey.store, 'verify')


@journey.step
def back():
    """the rep starts his app: the review has come, and one click shows it at its meeting; of what has
    left since nothing is decided"""
    journey.store = REP
    app = journey.start()
    app.find('label', '1 review came back')
    app.click('push button', 'Show')
    app.find('entry', 'Output')
    app.holds(('approved', 'Good', 1, 'submitted'),
              'SELECT decision, r.summary, r.revision, status FROM review AS r'
              ' JOIN meeting AS m ON m.id = r.meeting')


@journey.step
def not_put():
    """while the folder is gone, submitting says so, and changes nothing"""
    app = journey.app
    app.click('push button', 'Read')
    app.find('label', re.compile('The review is of revision 1; revision 2 has left since'))
    a11y.key('Escape')
    app.root.gone('label', 'What Came Brings News')
    os.rename(FOLDER, FOLDER + '-away')
    a11y.key('ctrl+shift+s')
    app.find('label', 'Not in the Team Folder')
    app.find('label', re.compile('is not there; .*The plan is as it was', re.S))
    a11y.key('Escape')
    app.root.gone('label', 'Not in the Team Folder')
    app.holds(('submitted',), 'SELECT status FROM meeting')
    os.rename(FOLDER + '-away', FOLDER)
    app.quit()
    tap.equal(qh_json(REP, 'folder')['new'], 0)
    tap.equal(rows(REP, 'SELECT count(*) FROM review'), [(1,)])


journey.run()
