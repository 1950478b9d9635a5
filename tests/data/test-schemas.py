# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schemas are schemas, and what is shipped as JSON is JSON."""

import glob
import json
import os
import sys

import tap

ROOT = sys.argv[1]


def unique(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f'a name stands twice among {names}'
    return dict(pairs)


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file, object_pairs_hook=unique)


def schema(path):
    def case():
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            raise tap.Skip('python3-jsonschema is not installed') from None
        text = load(path)
        tap.equal(text.get('$schema'), 'https://json-schema.org/draft/2020-12/schema')
        Draft202012Validator.check_schema(text)
    return case


def files(*pattern):
    return sorted(glob.glob(os.path.join(ROOT, 'data', *pattern), recursive=True))


def name(path):
    return os.path.relpath(path, ROOT)


SCHEMAS = files('schema', '*.json')
tap.run([(f'{name(path)} is a schema', schema(path)) for path in SCHEMAS]
        + [(f'{name(path)} is JSON', lambda path=path: load(path))
           for path in files('**', '*.json') if path not in SCHEMAS])
