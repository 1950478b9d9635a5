-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 4: meetings under way, what they were made from and what comes after them, and
-- blueprints of one's own.

ALTER TABLE meeting ADD COLUMN blueprint TEXT
  CHECK (length (CAST (blueprint AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE meeting ADD COLUMN gate_submitted TEXT
  CHECK (date (gate_submitted, '+0 days') IS gate_submitted);
ALTER TABLE meeting ADD COLUMN open_with TEXT
  CHECK (length (CAST (open_with AS BLOB)) BETWEEN 1 AND 65536);

CREATE TABLE blueprint (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  name TEXT NOT NULL CHECK (trim (name) <> '' AND length (CAST (name AS BLOB)) <= 65536),
  advice TEXT CHECK (length (CAST (advice AS BLOB)) BETWEEN 1 AND 65536),
  output TEXT CHECK (length (CAST (output AS BLOB)) BETWEEN 1 AND 65536),
  measure TEXT CHECK (length (CAST (measure AS BLOB)) BETWEEN 1 AND 65536),
  ask TEXT CHECK (length (CAST (ask AS BLOB)) BETWEEN 1 AND 65536),
  fallback TEXT CHECK (length (CAST (fallback AS BLOB)) BETWEEN 1 AND 65536),
  length INTEGER CHECK (length BETWEEN 1 AND 86400),
  segments TEXT CHECK (length (CAST (segments AS BLOB)) BETWEEN 1 AND 16777216),
  name_key TEXT
) STRICT;
CREATE INDEX blueprint_name ON blueprint (name_key, id);

-- How plans turned out: of one blueprint, and of a score.
CREATE INDEX meeting_blueprint ON meeting (blueprint, output_reached)
  WHERE status = 'debriefed' AND blueprint IS NOT NULL;
CREATE INDEX meeting_outcome ON meeting (score_at_start, output_reached)
  WHERE status = 'debriefed' AND score_at_start IS NOT NULL;

-- What is said to everybody, the newest first: few among very many.
CREATE INDEX promise_public ON promise (made, id) WHERE public = 1;

-- What is known of a meeting under way and not yet debriefed, beside its record: no step of undo.
CREATE TABLE run (
  meeting TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (json_valid (state)),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999)
) STRICT, WITHOUT ROWID;
