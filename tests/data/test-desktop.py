# SPDX-License-Identifier: GPL-3.0-or-later
"""The files by which the desktop knows the app: each is right by its own validator, and they agree
with one another."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import tap

ROOT, BUILD = sys.argv[1:3]
ID = 'io.github.quarterhour.Quarterhour'
DESKTOP = os.path.join(BUILD, 'data', ID + '.desktop')
METAINFO = os.path.join(BUILD, 'data', ID + '.metainfo.xml')
MIME = os.path.join(BUILD, 'data', ID + '.xml')
KINDS = {
    '.qhplan': 'application/vnd.quarterhour.plan+json',
    '.qhreview': 'application/vnd.quarterhour.review+json',
    '.qhtransfer': 'application/vnd.quarterhour.transfer+json',
}
# Of other programs, taken in through a page that asks.
FROM_ELSEWHERE = {'text/csv', 'text/vcard', 'text/calendar'}


def call(tool, *words, check=True):
    if not shutil.which(tool):
        raise tap.Skip(f'{tool} is not installed')
    done = subprocess.run([tool, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False)
    assert not check or done.returncode == 0, f'{tool}: {done.stdout}'
    return done.stdout


def groups(path):
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


def entry():
    return groups(DESKTOP)['Desktop Entry']


def desktop_file():
    tap.equal(call('desktop-file-validate', DESKTOP), '')


def metainfo():
    said = call('appstreamcli', 'validate', '--no-net', METAINFO, check=False)
    # There is no home page: nothing of the app is on the network.
    bad = [line for line in said.splitlines()
           if re.match('[EW]: ', line) and 'url-homepage-missing' not in line]
    assert 'alidation' in said and not bad, said


def mime_types():
    """As the desktop's own tool reads them: each ending leads to its type."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, 'packages'))
        shutil.copy(MIME, os.path.join(folder, 'packages'))
        call('update-mime-database', folder)
        with open(os.path.join(folder, 'globs2'), encoding='utf-8') as file:
            globs = dict(reversed(line.strip().split(':')[1:3]) for line in file if line[0] != '#')
        with open(os.path.join(folder, 'subclasses'), encoding='utf-8') as file:
            parents = dict(line.split() for line in file)
    tap.equal(globs, {'*' + ending: kind for ending, kind in KINDS.items()})
    tap.equal(parents, {kind: 'application/json' for kind in KINDS.values()})


def agreement():
    opened = set(filter(None, entry()['MimeType'].split(';')))
    provided = {node.text for node in ET.parse(METAINFO).iter('mediatype')}
    expected = set(KINDS.values()) | FROM_ELSEWHERE
    tap.equal((opened, provided), (expected, expected))
    tap.equal(entry()['Icon'], ID)


def activation():
    """The bus starts the app by its name, the shell asks it what it finds, and each action of the
    launcher has a command."""
    service = groups(os.path.join(BUILD, 'data', ID + '.service'))['D-BUS Service']
    search = groups(os.path.join(ROOT, 'data', ID + '.search-provider.ini'))['Shell Search Provider']
    tap.equal(service['Name'], ID)
    assert service['Exec'].endswith('/quarterhour --gapplication-service'), service['Exec']
    tap.equal(dict(search), {'DesktopId': ID + '.desktop', 'BusName': ID, 'Version': '2',
                             'ObjectPath': '/' + ID.replace('.', '/') + '/SearchProvider'})
    tap.equal(entry()['DBusActivatable'], 'true')
    for action in filter(None, entry()['Actions'].split(';')):
        tap.equal(groups(DESKTOP)[f'Desktop Action {action}']['Exec'], f'quarterhour --do {action}')


def version():
    with open(os.path.join(ROOT, 'meson.build'), encoding='utf-8') as file:
        built = re.search(r"version: '([\d.]+)'", file.read())[1]
    tap.equal(ET.parse(METAINFO).find('releases/release').get('version'), built)


tap.run([('desktop file', desktop_file), ('metainfo', metainfo), ('MIME types', mime_types),
         ('the files agree', agreement), ('the bus and the shell', activation),
         ('the newest release is this version', version)])
