-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 6: what was decided about the friction at a touchpoint, and who is in a territory.

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  touchpoint TEXT NOT NULL
    CHECK (touchpoint IN ('phone', 'mail', 'website', 'ordering', 'visit', 'delivery', 'billing',
      'product', 'support', 'contract', 'meeting', 'other')),
  verdict TEXT NOT NULL CHECK (verdict IN ('do', 'not', 'later')),
  reason TEXT NOT NULL CHECK (trim (reason) <> '' AND length (CAST (reason AS BLOB)) <= 65536),
  look_again TEXT CHECK (date (look_again, '+0 days') IS look_again),
  decided TEXT NOT NULL CHECK (date (decided, '+0 days') IS decided)
) STRICT;
-- The newest of a touchpoint.
CREATE INDEX decision_touchpoint ON decision (touchpoint, decided, id);

CREATE INDEX client_territory ON client (territory) WHERE territory IS NOT NULL;

-- Reviews of all plans are listed by when they came to be.
CREATE INDEX review_at ON review (at, id);
