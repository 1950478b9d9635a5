# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out, as programs that are not ours understand it: qpdf and Poppler the pages,
LibreOffice the tables, axe (in Chromium) the HTML. Who is not installed is not asked."""

import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import qh
import tap

# What a table or a page might take for more than text.
HOSTILE = ('=HYPERLINK("http://evil.example";"here")', '+1-1', '-2+3', '@SUM(A1)',
           '<script>document.title = "owned"</script>', '"quoted", and; more',
           "'= as it was typed", '\u202eesrever', '007', '1/2', 'TRUE')
ODF = '{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}'


def need(program):
    if not shutil.which(program):
        raise tap.Skip(f'{program} is not installed')
    return program


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120,
                          **options)
    assert done.returncode == 0, f'{command[0]}: {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout


def hostile():
    """The sample, and a client for each such name with a meeting, a remark and a friction."""
    tool = qh.sample()
    for text in HOSTILE:
        client = tool.add('client', name=text)
        tool.add('remark', client=client, words=text)
        tool.add('friction', title=text, client=client, words=text, ask=text, severity='3')
        meeting = tool.add('meeting', client=client, start='2026-11-27T10:00:00Z', title=text,
                           output=text)
        tool.add('segment', meeting=meeting, title=text, kind='educate',
                 seconds='300')
    return tool


def pages(tool, to):
    """One page of every plan in every edition, and of each brief."""
    wanted = [(one['id'], edition) for one in tool.list('meetings')
              for edition in ('full', 'manager', 'client')]
    wanted += [(one['id'], edition) for one in tool.list('frictions') if one['ask']
               for edition in ('full', 'manager')]
    for number, (record, edition) in enumerate(wanted):
        path = tool.path(f'{number}.{to}')
        tool.run('export', record, '--to', to, '--edition', edition, '-o', path)
        yield path


def test_pdf_is_sound():
    """Of every page, to qpdf; and qpdf does look."""
    need('qpdf')
    tool = hostile()
    written = list(pages(tool, 'pdf'))
    assert len(written) > 120
    for path in written:
        qh.holds(run('qpdf', '--check', path), 'No syntax or stream encoding errors')
    with open(written[0], 'r+b') as file:
        file.truncate(os.path.getsize(written[0]) // 2)
    assert subprocess.run(['qpdf', '--check', written[0]], capture_output=True,
                          check=False).returncode


def test_pdf_reads_in_order():
    """From the title through the segments as they are planned."""
    need('pdftotext')
    tool = qh.sample()
    for meeting in tool.list('meetings'):
        path = tool.path('plan.pdf')
        tool.run('export', meeting['id'], '--to', 'pdf', '--edition', 'full', '-o', path)
        words = ' '.join(run('pdftotext', '-raw', path, '-').split())
        segments = sorted((one for one in tool.list('segments') if one['meeting'] == meeting['id']),
                          key=lambda one: int(one['position']))
        places = [0]
        for segment in segments:
            title = ' '.join(segment['title'].split())
            assert title[:30] in words[places[-1]:], f'{title!r} after {places} in:\n{words}'
            places.append(words.index(title[:30], places[-1]) + 1)


def cells(path):
    """The rows of a flat OpenDocument table: (type, formula, text) of each cell that has text."""
    table = xml.etree.ElementTree.parse(path).getroot().find('.//' + ODF % 'table' + 'table')
    for row in table.iter(ODF % 'table' + 'table-row'):
        yield [(cell.get(ODF % 'office' + 'value-type'), cell.get(ODF % 'table' + 'formula'),
                '\n'.join(''.join(line.itertext()) for line in cell.iter(ODF % 'text' + 'p')))
               for cell in row.iter(ODF % 'table' + 'table-cell') if len(cell)]


def test_tables_are_text_to_a_spreadsheet():
    """No cell is calculated, and what stands there is what was typed but for the apostrophe."""
    need('soffice')
    tool = hostile()
    folder = tool.path('tables')
    tool.run('export-all', '--to', 'csv', '-o', folder)
    profile = pathlib.Path(tool.path('profile')).as_uri()
    asked = [name for name in ('client.csv', 'remark.csv', 'friction.csv', 'meeting.csv')
             if os.path.exists(os.path.join(folder, name))]
    tap.equal(len(asked), 4)
    run('soffice', f'-env:UserInstallation={profile}', '--headless', '--convert-to', 'fods',
        '--infilter=CSV:44,34,76,1', '--outdir', folder,
        *(os.path.join(folder, name) for name in asked), env={**os.environ, 'HOME': folder})
    for name in asked:
        read = list(cells(os.path.join(folder, name.replace('.csv', '.fods'))))
        assert not [cell for row in read for cell in row if cell[1]], name
        found = {cell[2] for row in read for cell in row}
        with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
            texts = {row[column] for row in csv.DictReader(file)
                     for column in ('name', 'words', 'title') if row.get(column)}
        for text in HOSTILE:
            safe = "'" + text if text[0] in "=+-@'" else text
            assert safe in texts, (name, safe)
        lost = {text for text in texts if text not in found} - {'007', '1/2', 'TRUE'}
        tap.equal((name, lost), (name, set()))


# Puts what axe finds in the place of the page.
ASK_AXE = '''<script>%s</script><script>
window.title_was = document.title;
axe.run(document, {rules: {region: {enabled: true}}}).then(function (told) {
  document.documentElement.textContent = 'AXE' + JSON.stringify({
    title: window.title_was, passes: told.passes.length,
    bad: told.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ; '))}) + 'EXA';
});</script>'''


def axe(source, page, folder):
    with open(page, encoding='utf-8') as file:
        text = file.read()
    with open(page, 'w', encoding='utf-8') as file:
        file.write(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', '', text)
                   .replace('</body>', ASK_AXE % source + '</body>'))
    told = run('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--dump-dom',
               f'--user-data-dir={folder}', '--virtual-time-budget=20000',
               pathlib.Path(page).as_uri())
    found = re.search(r'AXE(\{.*\})EXA', told, re.S)
    assert found, told[:2000]
    return json.loads(found[1].replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&'))


def test_html_is_accessible():
    """axe has nothing against a plan of each edition, a brief, or one with hostile texts."""
    need('chromium')
    if not os.path.exists(os.environ.get('QH_AXE', '')):
        raise tap.Skip('QH_AXE does not name axe.min.js (axe-core)')
    with open(os.environ['QH_AXE'], encoding='utf-8') as file:
        source = file.read()
    tool = hostile()
    written = list(pages(tool, 'html'))
    texts = {path: pathlib.Path(path).read_text(encoding='utf-8') for path in written}
    dangerous = [path for path in written if 'document.title = ' in texts[path]]
    assert dangerous
    longest = sorted(written, key=lambda path: -len(texts[path]))
    for path in dict.fromkeys(dangerous[:2] + longest[:3] + written[:3] + written[-2:]):
        told = axe(source, path, tool.path('browser'))
        tap.equal((told['bad'], told['title'] == 'owned'), ([], False))
        assert told['passes'] > 10, told
    spoiled = pathlib.Path(written[4])
    spoiled.write_text(texts[written[4]].replace('</body>', '<img src="x.png"></body>'),
                       encoding='utf-8')
    assert 'image-alt' in str(axe(source, spoiled, tool.path('browser'))['bad'])



tap.run(qh.cases(sys.modules[__name__]))
