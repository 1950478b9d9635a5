-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1: a table for every entity, and what belongs to the store.
--
-- Columns are the fields of the model, by their names; the checks say again what the field tables
-- say, so that no other program can write what the model does not allow (a test compares them).
-- Instants are microseconds since the epoch, dates are text, booleans 0 and 1, enums their names.
-- A column whose name ends in _key is kept by the store: the folded text of the field before it,
-- by which names are resolved and lists are sorted.
--
-- A reference resolves or blocks. What has no life of its own dies with what it belongs to (ON
-- DELETE CASCADE); a line of the ledger and a comment may lose what they point to (SET NULL).

CREATE TABLE client (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  name TEXT NOT NULL CHECK (trim (name) <> '' AND length (CAST (name AS BLOB)) <= 65536),
  industry TEXT CHECK (length (CAST (industry AS BLOB)) BETWEEN 1 AND 65536),
  territory TEXT CHECK (length (CAST (territory AS BLOB)) BETWEEN 1 AND 65536),
  address TEXT CHECK (length (CAST (address AS BLOB)) BETWEEN 1 AND 65536),
  phone TEXT CHECK (length (CAST (phone AS BLOB)) BETWEEN 1 AND 65536),
  website TEXT CHECK (length (CAST (website AS BLOB)) BETWEEN 1 AND 65536),
  yearly_value INTEGER CHECK (yearly_value BETWEEN 0 AND 9007199254740991),
  value_proposition TEXT CHECK (length (CAST (value_proposition AS BLOB)) BETWEEN 1 AND 65536),
  competitors TEXT CHECK (length (CAST (competitors AS BLOB)) BETWEEN 1 AND 65536),
  notes TEXT CHECK (length (CAST (notes AS BLOB)) BETWEEN 1 AND 65536),
  minutes_limit INTEGER CHECK (minutes_limit BETWEEN 1 AND 480),
  no_phone INTEGER NOT NULL DEFAULT 0 CHECK (no_phone IN (0, 1)),
  no_print INTEGER NOT NULL DEFAULT 0 CHECK (no_print IN (0, 1)),
  no_cold_mail INTEGER NOT NULL DEFAULT 0 CHECK (no_cold_mail IN (0, 1)),
  orders_online INTEGER NOT NULL DEFAULT 0 CHECK (orders_online IN (0, 1)),
  gatekeeper TEXT CHECK (length (CAST (gatekeeper AS BLOB)) BETWEEN 1 AND 65536),
  name_key TEXT
) STRICT;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT NOT NULL REFERENCES client (id),
  name TEXT NOT NULL CHECK (trim (name) <> '' AND length (CAST (name AS BLOB)) <= 65536),
  role TEXT CHECK (role IN ('decides', 'advises', 'uses', 'guards', 'other')),
  title TEXT CHECK (length (CAST (title AS BLOB)) BETWEEN 1 AND 65536),
  email TEXT CHECK (email LIKE '_%@_%' AND email NOT LIKE '%@%@%'
    AND length (CAST (email AS BLOB)) <= 254),
  phone TEXT CHECK (length (CAST (phone AS BLOB)) BETWEEN 1 AND 65536),
  notes TEXT CHECK (length (CAST (notes AS BLOB)) BETWEEN 1 AND 65536),
  uid TEXT CHECK (length (CAST (uid AS BLOB)) BETWEEN 1 AND 65536),
  name_key TEXT
) STRICT;

CREATE TABLE promise (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT REFERENCES client (id),
  contact TEXT REFERENCES contact (id),
  what TEXT NOT NULL CHECK (trim (what) <> '' AND length (CAST (what AS BLOB)) <= 65536),
  made_by TEXT CHECK (made_by IN ('marketing', 'sales', 'support', 'product', 'management')),
  person TEXT CHECK (length (CAST (person AS BLOB)) BETWEEN 1 AND 65536),
  made TEXT NOT NULL CHECK (date (made, '+0 days') IS made),
  due TEXT CHECK (date (due, '+0 days') IS due),
  status TEXT NOT NULL CHECK (status IN ('open', 'kept', 'broken', 'withdrawn')),
  kept TEXT CHECK (date (kept, '+0 days') IS kept),
  broken TEXT CHECK (date (broken, '+0 days') IS broken),
  moves INTEGER CHECK (moves BETWEEN 0 AND 1000),
  moved_from TEXT CHECK (date (moved_from, '+0 days') IS moved_from),
  consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)),
  reason TEXT CHECK (length (CAST (reason AS BLOB)) BETWEEN 1 AND 65536),
  public INTEGER NOT NULL DEFAULT 0 CHECK (public IN (0, 1)),
  what_key TEXT
) STRICT;

CREATE TABLE contact_log (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT REFERENCES client (id),
  contact TEXT REFERENCES contact (id),
  at INTEGER NOT NULL CHECK (at BETWEEN -62135596800000000 AND 253402300799999999),
  channel TEXT CHECK (channel IN ('phone', 'mail', 'chat', 'visit', 'website', 'social')),
  rings INTEGER CHECK (rings BETWEEN 0 AND 99),
  answered_by TEXT CHECK (length (CAST (answered_by AS BLOB)) BETWEEN 1 AND 65536),
  words TEXT CHECK (length (CAST (words AS BLOB)) BETWEEN 1 AND 65536),
  wanted TEXT CHECK (length (CAST (wanted AS BLOB)) BETWEEN 1 AND 65536),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  solved TEXT CHECK (solved IN ('yes', 'no')),
  failure INTEGER NOT NULL DEFAULT 0 CHECK (failure IN (0, 1)),
  upgraded_to TEXT CHECK (length (CAST (upgraded_to AS BLOB)) BETWEEN 1 AND 65536),
  upgrade_answer TEXT CHECK (length (CAST (upgrade_answer AS BLOB)) BETWEEN 1 AND 65536),
  upgrade_change TEXT CHECK (length (CAST (upgrade_change AS BLOB)) BETWEEN 1 AND 65536),
  upgrade_told TEXT CHECK (length (CAST (upgrade_told AS BLOB)) BETWEEN 1 AND 65536),
  learned TEXT CHECK (length (CAST (learned AS BLOB)) BETWEEN 1 AND 65536),
  value INTEGER CHECK (value BETWEEN -2 AND 2),
  words_key TEXT
) STRICT;

CREATE TABLE content (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  title TEXT NOT NULL CHECK (trim (title) <> '' AND length (CAST (title AS BLOB)) <= 65536),
  kind TEXT
    CHECK (kind IN ('training', 'benchmark', 'insight', 'tool', 'sample', 'event', 'other')),
  modality TEXT CHECK (modality IN ('educate', 'improve', 'escape', 'aesthetics')),
  summary TEXT CHECK (length (CAST (summary AS BLOB)) BETWEEN 1 AND 65536),
  rarity TEXT CHECK (rarity IN ('ours_alone', 'few', 'common')),
  evidence TEXT CHECK (length (CAST (evidence AS BLOB)) BETWEEN 1 AND 65536),
  checked TEXT CHECK (date (checked, '+0 days') IS checked),
  recheck TEXT CHECK (date (recheck, '+0 days') IS recheck),
  edition INTEGER CHECK (edition BETWEEN 1 AND 1000000),
  per_client INTEGER CHECK (per_client BETWEEN 1 AND 1000000),
  available_from TEXT CHECK (date (available_from, '+0 days') IS available_from),
  available_until TEXT CHECK (date (available_until, '+0 days') IS available_until),
  file TEXT CHECK (length (CAST (file AS BLOB)) BETWEEN 1 AND 65536),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  title_key TEXT
) STRICT;

CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT NOT NULL REFERENCES client (id),
  title TEXT CHECK (length (CAST (title AS BLOB)) BETWEEN 1 AND 65536),
  start INTEGER CHECK (start BETWEEN -62135596800000000 AND 253402300799999999),
  zone TEXT CHECK (length (CAST (zone AS BLOB)) BETWEEN 1 AND 65536),
  budget INTEGER CHECK (budget BETWEEN 1 AND 86400),
  mode TEXT CHECK (mode IN ('on_site', 'phone', 'video')),
  place TEXT CHECK (length (CAST (place AS BLOB)) BETWEEN 1 AND 65536),
  output TEXT CHECK (length (CAST (output AS BLOB)) BETWEEN 1 AND 65536),
  measure TEXT CHECK (length (CAST (measure AS BLOB)) BETWEEN 1 AND 65536),
  ask TEXT CHECK (length (CAST (ask AS BLOB)) BETWEEN 1 AND 65536),
  fallback TEXT CHECK (length (CAST (fallback AS BLOB)) BETWEEN 1 AND 65536),
  questions TEXT CHECK (length (CAST (questions AS BLOB)) BETWEEN 1 AND 65536),
  objections TEXT CHECK (length (CAST (objections AS BLOB)) BETWEEN 1 AND 65536),
  value_proposition TEXT CHECK (length (CAST (value_proposition AS BLOB)) BETWEEN 1 AND 65536),
  cleared TEXT CHECK (date (cleared, '+0 days') IS cleared),
  status TEXT NOT NULL
    CHECK (status IN ('draft', 'submitted', 'approved', 'held', 'debriefed', 'cancelled')),
  revision INTEGER CHECK (revision BETWEEN 0 AND 2147483647),
  score_at_start INTEGER CHECK (score_at_start BETWEEN 0 AND 100),
  began INTEGER CHECK (began BETWEEN -62135596800000000 AND 253402300799999999),
  ended INTEGER CHECK (ended BETWEEN -62135596800000000 AND 253402300799999999),
  output_reached TEXT CHECK (output_reached IN ('yes', 'partly', 'no')),
  result TEXT CHECK (result IN ('advance', 'continuation', 'no_sale', 'order')),
  learned TEXT CHECK (length (CAST (learned AS BLOB)) BETWEEN 1 AND 65536),
  ease INTEGER CHECK (ease BETWEEN 1 AND 7),
  client_rating INTEGER CHECK (client_rating BETWEEN 1 AND 7),
  title_key TEXT,
  output_key TEXT
) STRICT;

CREATE TABLE friction (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT REFERENCES client (id),
  contact TEXT REFERENCES contact (id),
  touchpoint TEXT NOT NULL
    CHECK (touchpoint IN ('phone', 'mail', 'website', 'ordering', 'visit', 'delivery', 'billing',
      'product', 'support', 'contract', 'meeting', 'other')),
  title TEXT NOT NULL CHECK (trim (title) <> '' AND length (CAST (title AS BLOB)) <= 65536),
  words TEXT CHECK (length (CAST (words AS BLOB)) BETWEEN 1 AND 65536),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 525600),
  times_per_year INTEGER CHECK (times_per_year BETWEEN 0 AND 1000000),
  reported TEXT NOT NULL CHECK (date (reported, '+0 days') IS reported),
  status TEXT NOT NULL CHECK (status IN ('open', 'fixing', 'removed', 'accepted')),
  owner TEXT CHECK (length (CAST (owner AS BLOB)) BETWEEN 1 AND 65536),
  due TEXT CHECK (date (due, '+0 days') IS due),
  removed TEXT CHECK (date (removed, '+0 days') IS removed),
  change TEXT CHECK (length (CAST (change AS BLOB)) BETWEEN 1 AND 65536),
  cause TEXT
    CHECK (cause IN ('training', 'authority', 'capacity', 'process', 'product', 'information',
      'own')),
  learned TEXT CHECK (length (CAST (learned AS BLOB)) BETWEEN 1 AND 65536),
  told TEXT CHECK (date (told, '+0 days') IS told),
  reason TEXT CHECK (length (CAST (reason AS BLOB)) BETWEEN 1 AND 65536),
  ease INTEGER CHECK (ease BETWEEN 1 AND 7),
  contact_log TEXT REFERENCES contact_log (id),
  promise TEXT REFERENCES promise (id),
  title_key TEXT
) STRICT;

CREATE TABLE friction_client (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  friction TEXT NOT NULL REFERENCES friction (id) ON DELETE CASCADE,
  client TEXT NOT NULL REFERENCES client (id),
  UNIQUE (friction, client)
) STRICT;

CREATE TABLE remark (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT NOT NULL REFERENCES client (id),
  contact TEXT REFERENCES contact (id),
  said TEXT NOT NULL CHECK (date (said, '+0 days') IS said),
  words TEXT NOT NULL CHECK (trim (words) <> '' AND length (CAST (words AS BLOB)) <= 65536),
  theme TEXT
    CHECK (theme IN ('access', 'time', 'relevance', 'channel', 'ordering', 'quality', 'billing',
      'service', 'other')),
  sort TEXT CHECK (sort IN ('rule', 'dislike', 'wish', 'goal', 'threshold', 'fact')),
  answer TEXT CHECK (length (CAST (answer AS BLOB)) BETWEEN 1 AND 65536),
  meeting TEXT REFERENCES meeting (id),
  words_key TEXT
) STRICT;

CREATE TABLE segment (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER CHECK (position BETWEEN 0 AND 9999),
  kind TEXT NOT NULL
    CHECK (kind IN ('open', 'educate', 'improve', 'escape', 'aesthetics', 'close', 'housekeeping')),
  seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 14400),
  title TEXT NOT NULL CHECK (trim (title) <> '' AND length (CAST (title AS BLOB)) <= 65536),
  output TEXT CHECK (length (CAST (output AS BLOB)) BETWEEN 1 AND 65536),
  notes TEXT CHECK (length (CAST (notes AS BLOB)) BETWEEN 1 AND 65536),
  client_share INTEGER CHECK (client_share BETWEEN 0 AND 100),
  must INTEGER NOT NULL DEFAULT 0 CHECK (must IN (0, 1)),
  leave_behind TEXT CHECK (leave_behind IN ('none', 'print', 'file', 'object')),
  takes_order INTEGER NOT NULL DEFAULT 0 CHECK (takes_order IN (0, 1)),
  content TEXT REFERENCES content (id),
  friction TEXT REFERENCES friction (id),
  remark TEXT REFERENCES remark (id),
  promise TEXT REFERENCES promise (id),
  actual INTEGER CHECK (actual BETWEEN 0 AND 86400)
) STRICT;

CREATE TABLE attendee (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  contact TEXT NOT NULL REFERENCES contact (id),
  UNIQUE (meeting, contact)
) STRICT;

CREATE TABLE housekeeping (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  client TEXT REFERENCES client (id),
  task TEXT NOT NULL CHECK (trim (task) <> '' AND length (CAST (task AS BLOB)) <= 65536),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 44640),
  moved_to TEXT CHECK (moved_to IN ('portal', 'mail', 'assistant', 'colleague', 'nobody')),
  status TEXT CHECK (status IN ('in_meetings', 'moving', 'moved')),
  task_key TEXT
) STRICT;

CREATE TABLE movement (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  content TEXT NOT NULL REFERENCES content (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('reserve', 'deliver', 'release', 'return', 'adjust', 'transfer_out',
      'transfer_in')),
  client TEXT REFERENCES client (id),
  contact TEXT REFERENCES contact (id) ON DELETE SET NULL,
  meeting TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  copies INTEGER NOT NULL CHECK (copies BETWEEN -1000000 AND 1000000),
  number INTEGER CHECK (number BETWEEN 1 AND 1000000),
  at INTEGER NOT NULL CHECK (at BETWEEN -62135596800000000 AND 253402300799999999),
  reason TEXT CHECK (length (CAST (reason AS BLOB)) BETWEEN 1 AND 65536),
  reaction INTEGER CHECK (reaction BETWEEN 1 AND 5),
  opened TEXT CHECK (length (CAST (opened AS BLOB)) BETWEEN 1 AND 65536),
  transfer TEXT CHECK (length (CAST (transfer AS BLOB)) BETWEEN 1 AND 65536),
  CHECK (kind = 'adjust' OR copies >= 1),
  CHECK (kind <> 'adjust' OR (copies <> 0 AND number IS NULL AND reason IS NOT NULL))
) STRICT;

CREATE TABLE waiting (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  content TEXT NOT NULL REFERENCES content (id),
  client TEXT NOT NULL REFERENCES client (id),
  since INTEGER NOT NULL CHECK (since BETWEEN -62135596800000000 AND 253402300799999999),
  UNIQUE (content, client)
) STRICT;

CREATE TABLE touchpoint_check (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  touchpoint TEXT NOT NULL
    CHECK (touchpoint IN ('phone', 'mail', 'website', 'ordering', 'visit', 'delivery', 'billing',
      'product', 'support', 'contract', 'meeting', 'other')),
  checked_on TEXT NOT NULL CHECK (date (checked_on, '+0 days') IS checked_on),
  owner TEXT CHECK (length (CAST (owner AS BLOB)) BETWEEN 1 AND 65536),
  live_person INTEGER NOT NULL DEFAULT 0 CHECK (live_person IN (0, 1)),
  seconds_to_person INTEGER CHECK (seconds_to_person BETWEEN 0 AND 86400),
  menu_levels INTEGER CHECK (menu_levels BETWEEN 0 AND 99),
  hours_to_answer INTEGER CHECK (hours_to_answer BETWEEN 0 AND 8760),
  knew INTEGER CHECK (knew BETWEEN 0 AND 4),
  finding TEXT CHECK (length (CAST (finding AS BLOB)) BETWEEN 1 AND 65536),
  ambassador TEXT CHECK (length (CAST (ambassador AS BLOB)) BETWEEN 1 AND 65536)
) STRICT;

CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  meeting TEXT NOT NULL REFERENCES meeting (id),
  revision INTEGER CHECK (revision BETWEEN 0 AND 2147483647),
  reviewer TEXT NOT NULL
    CHECK (trim (reviewer) <> '' AND length (CAST (reviewer AS BLOB)) <= 65536),
  decision TEXT CHECK (decision IN ('approved', 'changes_wanted', 'declined')),
  r_output INTEGER CHECK (r_output BETWEEN 1 AND 4),
  r_output_note TEXT CHECK (length (CAST (r_output_note AS BLOB)) BETWEEN 1 AND 65536),
  r_minutes INTEGER CHECK (r_minutes BETWEEN 1 AND 4),
  r_minutes_note TEXT CHECK (length (CAST (r_minutes_note AS BLOB)) BETWEEN 1 AND 65536),
  r_words INTEGER CHECK (r_words BETWEEN 1 AND 4),
  r_words_note TEXT CHECK (length (CAST (r_words_note AS BLOB)) BETWEEN 1 AND 65536),
  r_scarce INTEGER CHECK (r_scarce BETWEEN 1 AND 4),
  r_scarce_note TEXT CHECK (length (CAST (r_scarce_note AS BLOB)) BETWEEN 1 AND 65536),
  r_friction INTEGER CHECK (r_friction BETWEEN 1 AND 4),
  r_friction_note TEXT CHECK (length (CAST (r_friction_note AS BLOB)) BETWEEN 1 AND 65536),
  r_want INTEGER CHECK (r_want BETWEEN 1 AND 4),
  r_want_note TEXT CHECK (length (CAST (r_want_note AS BLOB)) BETWEEN 1 AND 65536),
  summary TEXT CHECK (length (CAST (summary AS BLOB)) BETWEEN 1 AND 65536),
  at INTEGER NOT NULL CHECK (at BETWEEN -62135596800000000 AND 253402300799999999)
) STRICT;

CREATE TABLE comment (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  review TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  segment TEXT REFERENCES segment (id) ON DELETE SET NULL,
  field TEXT CHECK (length (CAST (field AS BLOB)) BETWEEN 1 AND 65536),
  text TEXT NOT NULL CHECK (trim (text) <> '' AND length (CAST (text AS BLOB)) <= 65536),
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;

CREATE TABLE finding_accepted (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (trim (rule) <> '' AND length (CAST (rule AS BLOB)) <= 65536),
  segment TEXT REFERENCES segment (id) ON DELETE CASCADE,
  key TEXT CHECK (length (CAST (key AS BLOB)) BETWEEN 1 AND 65536),
  reason TEXT NOT NULL CHECK (trim (reason) <> '' AND length (CAST (reason AS BLOB)) <= 65536)
) STRICT;

CREATE TABLE export (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  revision INTEGER CHECK (revision BETWEEN 0 AND 2147483647),
  edition TEXT CHECK (edition IN ('full', 'manager', 'client')),
  digest TEXT CHECK (length (CAST (digest AS BLOB)) BETWEEN 1 AND 65536),
  exported INTEGER CHECK (exported BETWEEN -62135596800000000 AND 253402300799999999)
) STRICT;

-- A meeting knows the newest revision of it that has left the house.
CREATE TRIGGER export_left AFTER INSERT ON export
BEGIN
  UPDATE meeting SET revision = NEW.revision
    WHERE id = NEW.meeting AND coalesce (revision, 0) < NEW.revision;
END;

CREATE TABLE received_plan (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  plan TEXT NOT NULL CHECK (trim (plan) <> '' AND length (CAST (plan AS BLOB)) <= 65536),
  revision INTEGER CHECK (revision BETWEEN 0 AND 2147483647),
  edition TEXT CHECK (edition IN ('full', 'manager', 'client')),
  sender TEXT CHECK (length (CAST (sender AS BLOB)) BETWEEN 1 AND 65536),
  received INTEGER CHECK (received BETWEEN -62135596800000000 AND 253402300799999999),
  bytes TEXT CHECK (length (CAST (bytes AS BLOB)) BETWEEN 1 AND 16777216),
  state TEXT CHECK (state IN ('waiting', 'reviewed', 'aside'))
) STRICT;

-- Every reference, for its own sake and for the foreign keys; and every order that lists are in.

CREATE INDEX client_name ON client (name_key, id);
CREATE INDEX contact_client ON contact (client, name_key);
CREATE INDEX contact_name ON contact (name_key, id);

CREATE INDEX promise_client ON promise (client, made) WHERE client IS NOT NULL;
CREATE INDEX promise_contact ON promise (contact) WHERE contact IS NOT NULL;
CREATE INDEX promise_due ON promise (status, due, id);
CREATE INDEX promise_made ON promise (made, id);
CREATE INDEX promise_what ON promise (what_key);

CREATE INDEX contact_log_client ON contact_log (client, at) WHERE client IS NOT NULL;
CREATE INDEX contact_log_contact ON contact_log (contact) WHERE contact IS NOT NULL;
CREATE INDEX contact_log_at ON contact_log (at, id);
CREATE INDEX contact_log_words ON contact_log (words_key) WHERE words_key IS NOT NULL;

CREATE INDEX content_title ON content (title_key, id);

CREATE INDEX meeting_client ON meeting (client, start);
CREATE INDEX meeting_start ON meeting (start, id);
CREATE INDEX meeting_status ON meeting (status, start, id);
CREATE INDEX meeting_title ON meeting (title_key) WHERE title_key IS NOT NULL;
CREATE INDEX meeting_output ON meeting (output_key) WHERE output_key IS NOT NULL;

CREATE INDEX friction_client_of ON friction (client, reported) WHERE client IS NOT NULL;
CREATE INDEX friction_contact ON friction (contact) WHERE contact IS NOT NULL;
CREATE INDEX friction_contact_log ON friction (contact_log) WHERE contact_log IS NOT NULL;
CREATE INDEX friction_promise ON friction (promise) WHERE promise IS NOT NULL;
CREATE INDEX friction_reported ON friction (reported, id);
CREATE INDEX friction_status ON friction (status, reported, id);
CREATE INDEX friction_title ON friction (title_key);

CREATE INDEX friction_client_client ON friction_client (client);

CREATE INDEX remark_client ON remark (client, said);
CREATE INDEX remark_contact ON remark (contact) WHERE contact IS NOT NULL;
CREATE INDEX remark_meeting ON remark (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX remark_said ON remark (said, id);
CREATE INDEX remark_words ON remark (words_key);

CREATE INDEX segment_meeting ON segment (meeting, position);
CREATE INDEX segment_content ON segment (content) WHERE content IS NOT NULL;
CREATE INDEX segment_friction ON segment (friction) WHERE friction IS NOT NULL;
CREATE INDEX segment_remark ON segment (remark) WHERE remark IS NOT NULL;
CREATE INDEX segment_promise ON segment (promise) WHERE promise IS NOT NULL;

CREATE INDEX attendee_contact ON attendee (contact);

CREATE INDEX housekeeping_client ON housekeeping (client) WHERE client IS NOT NULL;
CREATE INDEX housekeeping_task ON housekeeping (task_key);

CREATE INDEX movement_copy ON movement (content, number);
CREATE INDEX movement_client ON movement (client, content) WHERE client IS NOT NULL;
CREATE INDEX movement_contact ON movement (contact) WHERE contact IS NOT NULL;
CREATE INDEX movement_meeting ON movement (meeting) WHERE meeting IS NOT NULL;

CREATE INDEX waiting_client ON waiting (client);

CREATE INDEX touchpoint_check_touchpoint ON touchpoint_check (touchpoint, checked_on);

CREATE INDEX review_meeting ON review (meeting);
CREATE INDEX comment_review ON comment (review);
CREATE INDEX comment_segment ON comment (segment) WHERE segment IS NOT NULL;

CREATE INDEX finding_accepted_meeting ON finding_accepted (meeting);
CREATE INDEX finding_accepted_segment ON finding_accepted (segment) WHERE segment IS NOT NULL;

CREATE INDEX export_meeting ON export (meeting, revision);

CREATE INDEX received_plan_plan ON received_plan (plan, revision);
CREATE INDEX received_plan_state ON received_plan (state, received, id);

-- What belongs to the store itself.

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- What can be undone, oldest first; the undone ones, which can be redone, are the newest.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  size INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX change_undone ON change (id) WHERE undone;
