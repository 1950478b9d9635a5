-- SPDX-License-Identifier: GPL-3.0-or-later
-- A store as version 5 left it, in SQLite's own words.
PRAGMA application_id = 1363685685;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO client VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149',1795161600000000,1795253400000000,NULL,'Ferris Dental Group',NULL,NULL,NULL,NULL,NULL,1420000,'A quiet morning',NULL,NULL,15,0,0,0,0,NULL,'ferris dental group');
INSERT INTO client VALUES('01a1f7f8-3000-7000-aad3-727e14ea68d5',1795161600000000,1795161600000000,NULL,'Brandt Print',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,15,0,0,0,0,NULL,'brandt print');
INSERT INTO client VALUES('01a1f7f8-3000-7000-a7e3-f352399a4a2a',1795161600000000,1795161600000000,NULL,'Odeon Optics',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,15,0,0,0,0,NULL,'odeon optics');
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
INSERT INTO contact VALUES('01a1f7f8-3000-7000-9d99-a78e9dcecad9',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-b116-4d27f65aa149','Sarah Lindt','guards',NULL,'sarah@ferris.example',NULL,NULL,NULL,'sarah lindt');
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
INSERT INTO promise VALUES('01a1fd70-f1c0-7000-9d7f-42da6a4bbe4e',1795253400000000,1795253400000000,NULL,'01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,'A name for billing','sales',NULL,'2026-11-20','2026-11-27','open',NULL,NULL,0,NULL,0,NULL,0,'a name for billing');
INSERT INTO promise VALUES('01a21c4b-0434-7000-b5a8-d69b93c50f79',1795771008052000,1795771008052000,NULL,NULL,NULL,'Answered at the first ring','sales',NULL,'2026-11-20',NULL,'open',NULL,NULL,0,NULL,0,NULL,1,'answered at the first ring');
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
INSERT INTO contact_log VALUES('01a21c4a-52e4-7000-bb12-233ca3ed2334',1795770962660000,1795770962660000,NULL,'01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,1795770962659000,'phone',NULL,NULL,'Where is my order',NULL,NULL,'yes',0,NULL,NULL,NULL,NULL,NULL,NULL,'where is my order');
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
, issuer TEXT
  CHECK (length (CAST (issuer AS BLOB)) BETWEEN 1 AND 65536), file_name TEXT
  CHECK (length (CAST (file_name AS BLOB)) BETWEEN 1 AND 65536)) STRICT;
INSERT INTO content VALUES('01a1f7f8-3000-7000-8d1f-6ead3142eb6b',1795161600000000,1795161600001000,NULL,'Benchmark report','benchmark','educate','Twelve practices compared','ours_alone',NULL,NULL,NULL,2,1,NULL,NULL,'report.pdf',0,'benchmark report',NULL,NULL);
INSERT INTO content VALUES('01a1f7f8-3000-7000-9064-6188e3637e22',1795161600000000,1795161600001000,NULL,'Checklist','tool','educate','What to ask first','common',NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,0,'checklist',NULL,NULL);
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
, blueprint TEXT
  CHECK (length (CAST (blueprint AS BLOB)) BETWEEN 1 AND 65536), gate_submitted TEXT
  CHECK (date (gate_submitted, '+0 days') IS gate_submitted), open_with TEXT
  CHECK (length (CAST (open_with AS BLOB)) BETWEEN 1 AND 65536), uid TEXT CHECK (length (CAST (uid AS BLOB)) BETWEEN 1 AND 65536)) STRICT;
INSERT INTO meeting VALUES('01a1f7f8-3000-7000-a53d-ccfa7eea06c2',1795161600000000,1795770000000000,NULL,'01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,1796115600000000,'Etc/UTC',NULL,'on_site',NULL,'He names the number he wants',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'draft',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'he names the number he wants','first-meeting',NULL,NULL,NULL);
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
, ask TEXT CHECK (length (CAST (ask AS BLOB)) BETWEEN 1 AND 65536)) STRICT;
INSERT INTO friction VALUES('01a1f7f8-3000-7000-b271-398fd5e9735c',1795161600000000,1795253400000000,NULL,'01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,'other','Phone tree before nine','Four levels deep.',3,20,24,'2026-11-20','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'phone tree before nine',NULL);
INSERT INTO friction VALUES('01a1fd70-f1c0-7000-90b9-abb7e316d605',1795253400000000,1795770962580000,NULL,'01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,'ordering','Reorder form loses the basket',NULL,2,10,52,'2026-11-02','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'reorder form loses the basket','Send one invoice a month');
INSERT INTO friction VALUES('01a1fd70-f1c0-7000-8fd7-95d48e08739c',1795253400000000,1795253400000000,NULL,'01a1f7f8-3000-7000-aad3-727e14ea68d5',NULL,'other','Manual only in English',NULL,1,5,12,'2026-10-01','removed',NULL,NULL,'2026-11-01','German since November',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'manual only in english',NULL);
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
INSERT INTO friction_client VALUES('01a1fd70-f1c0-7000-ab95-120e26764ed7',1795253400000000,1795253400000000,NULL,'01a1fd70-f1c0-7000-90b9-abb7e316d605','01a1f7f8-3000-7000-aad3-727e14ea68d5');
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
INSERT INTO segment VALUES('01a1f7f8-3000-7000-82e8-e55a1156fe8d',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-a53d-ccfa7eea06c2',0,'educate',120,'Report',NULL,NULL,NULL,0,'none',0,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b',NULL,NULL,NULL,NULL);
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
INSERT INTO movement VALUES('01a1f7f8-3000-7000-9492-ce8da73262d4',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','reserve','01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,'01a1f7f8-3000-7000-a53d-ccfa7eea06c2',1,1,1795161600000000,NULL,NULL,NULL,NULL);
INSERT INTO movement VALUES('01a1f7f8-3000-7000-bf9f-06e1e30ff559',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','deliver','01a1f7f8-3000-7000-aad3-727e14ea68d5',NULL,NULL,1,2,1795161600000000,NULL,4,'A second meeting',NULL);
INSERT INTO movement VALUES('01a1f7f8-3000-7000-bd1b-19e2972a88d7',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-9064-6188e3637e22','deliver','01a1f7f8-3000-7000-b116-4d27f65aa149','01a1f7f8-3000-7000-9d99-a78e9dcecad9',NULL,1,NULL,1795161600000000,NULL,NULL,NULL,NULL);
INSERT INTO movement VALUES('01a1f7f8-3000-7000-a72a-ec3de84c68e4',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-9064-6188e3637e22','reserve','01a1f7f8-3000-7000-aad3-727e14ea68d5',NULL,NULL,1,NULL,1795161600000000,NULL,NULL,NULL,NULL);
INSERT INTO movement VALUES('01a1f7f8-3000-7000-a4c9-1f06bf6b5dfe',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','adjust',NULL,NULL,NULL,-1,NULL,1795161600000000,'One was lost',NULL,NULL,NULL);
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
INSERT INTO waiting VALUES('01a1f7f8-3000-7000-8947-9459ef66c13f',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','01a1f7f8-3000-7000-a7e3-f352399a4a2a',1795161600000000);
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
, file_revision INTEGER CHECK (file_revision BETWEEN 0 AND 2147483647), digest TEXT
  CHECK (length (CAST (digest AS BLOB)) BETWEEN 1 AND 65536), signer_key TEXT
  CHECK (length (CAST (signer_key AS BLOB)) BETWEEN 1 AND 65536)) STRICT;
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
, bytes TEXT
  CHECK (length (CAST (bytes AS BLOB)) BETWEEN 1 AND 16777216)) STRICT;
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
, title TEXT
  CHECK (length (CAST (title AS BLOB)) BETWEEN 1 AND 65536), client TEXT
  CHECK (length (CAST (client AS BLOB)) BETWEEN 1 AND 65536), start INTEGER
  CHECK (start BETWEEN -62135596800000000 AND 253402300799999999), score INTEGER CHECK (score BETWEEN 0 AND 100), blockers INTEGER CHECK (blockers BETWEEN 0 AND 10000), output TEXT
  CHECK (length (CAST (output AS BLOB)) BETWEEN 1 AND 65536), signer_key TEXT
  CHECK (length (CAST (signer_key AS BLOB)) BETWEEN 1 AND 65536), digest TEXT
  CHECK (length (CAST (digest AS BLOB)) BETWEEN 1 AND 65536), conflict INTEGER NOT NULL DEFAULT 0
  CHECK (conflict IN (0, 1)), review TEXT
  CHECK (length (CAST (review AS BLOB)) BETWEEN 1 AND 16777216), sender_key TEXT, client_key TEXT, output_key TEXT) STRICT;
INSERT INTO received_plan VALUES('01a1f7f8-3000-7000-a01a-73b7462106eb',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-a53d-ccfa7eea06c2',0,'full',NULL,NULL,NULL,'waiting',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO received_plan VALUES('01a21c3b-a280-7000-81c1-150928317ef9',1795770000000000,1795770000000000,NULL,'01a211ee-ea80-7000-9dea-fcc0b5b42cf7',1,'manager','root',1795770000000000,replace('{\n  "attendees": [],\n  "by": {\n    "device_id": "01a211f8-1240-7000-9e0b-7f2c783a48f7",\n    "name": "root"\n  },\n  "client": {\n    "id": "01a211ee-ea80-7000-bca9-9ca48e0ffbd5",\n    "minutes_limit": 15,\n    "name": "Halden Tools",\n    "no_cold_mail": false,\n    "no_phone": false,\n    "no_print": false,\n    "orders_online": false\n  },\n  "contacts": [],\n  "content": [],\n  "digest": "sha256:b14ee9d509ec06d5bcaeb55db116852823007a42c218a8b3d79c3a31818e9812",\n  "edition": "manager",\n  "exported": "2026-11-25T09:10:00+00:00",\n  "findings": [\n    {\n      "level": "warning",\n      "points": 10,\n      "rule": "scarce.none",\n      "text": "No segment carries an item that is ours alone or of a limited edition.",\n      "title": "Nothing that others cannot give"\n    },\n    {\n      "level": "warning",\n      "points": 8,\n      "rule": "output.thin",\n      "text": "No segment names an output of its own.",\n      "title": "Most of it leaves nothing behind"\n    },\n    {\n      "level": "warning",\n      "points": 6,\n      "rule": "advance.missing",\n      "text": "The plan names no commitment that we ask for.",\n      "title": "Nothing is asked for"\n    },\n    {\n      "key": "aesthetics",\n      "level": "warning",\n      "points": 6,\n      "rule": "mode.missing",\n      "text": "No segment lets the client feel the value that we stand for.",\n      "title": "Nothing he feels"\n    },\n    {\n      "key": "educate",\n      "level": "warning",\n      "points": 6,\n      "rule": "mode.missing",\n      "text": "No segment educates the client.",\n      "title": "Nothing he learns"\n    },\n    {\n      "key": "escape",\n      "level": "warning",\n      "points": 6,\n      "rule": "mode.missing",\n      "text": "No segment helps the client to escape a problem.",\n      "title": "Nothing he is rid of"\n    },\n    {\n      "key": "improve",\n      "level": "warning",\n      "points": 6,\n      "rule": "mode.missing",\n      "text": "No segment improves what the client produces.",\n      "title": "Nothing that works better"\n    },\n    {\n      "level": "warning",\n      "points": 6,\n      "rule": "people.none",\n      "text": "The plan has no attendee.",\n      "title": "Nobody is named"\n    },\n    {\n      "level": "hint",\n      "points": 3,\n      "rule": "output.unmeasured",\n      "text": "“He knows which two parts come back most” has no measure.",\n      "title": "How will both of you know?"\n    }\n  ],\n  "format": "quarterhour-plan",\n  "frictions": [],\n  "id": "01a211ee-ea80-7000-9dea-fcc0b5b42cf7",\n  "ledger": [],\n  "meeting": {\n    "client": "01a211ee-ea80-7000-bca9-9ca48e0ffbd5",\n    "id": "01a211ee-ea80-7000-9dea-fcc0b5b42cf7",\n    "mode": "on_site",\n    "output": "He knows which two parts come back most",\n    "start": "2026-12-04T10:00:00+01:00",\n    "status": "draft",\n    "title": "Fewer returns",\n    "zone": "Europe/Berlin"\n  },\n  "promises": [],\n  "remarks": [],\n  "revision": 1,\n  "score": 43,\n  "segments": [\n    {\n      "id": "01a211ee-ea80-7000-9bca-f98d8d9612bb",\n      "kind": "open",\n      "leave_behind": "none",\n      "meeting": "01a211ee-ea80-7000-9dea-fcc0b5b42cf7",\n      "must": false,\n      "position": 0,\n      "seconds": 60,\n      "takes_order": false,\n      "title": "Why we are here"\n    }\n  ],\n  "version": 1\n}\n','\n',char(10)),'waiting','Fewer returns','Halden Tools',1796374800000000,43,0,'He knows which two parts come back most',NULL,'sha256:b14ee9d509ec06d5bcaeb55db116852823007a42c218a8b3d79c3a31818e9812',0,NULL,'root','halden tools','he knows which two parts come back most');
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
INSERT INTO setting VALUES('hourly_rate','6000');
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  size INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;
INSERT INTO change VALUES(1,'Add Client',1795161600000000,0,202,X'5415010000000000000000000000000000000000000000636c69656e74001200032430316131663766382d333030302d373030302d623131362d34643237663635616131343901000660b0a17b800001000660b0a17b80000503134665727269732044656e74616c2047726f7570050505050505030f41207175696574206d6f726e696e67050501000000000000000f0100000000000000000100000000000000000100000000000000000100000000000000000503136665727269732064656e74616c2067726f7570');
INSERT INTO change VALUES(2,'Add Client',1795161600000000,0,172,X'5415010000000000000000000000000000000000000000636c69656e74001200032430316131663766382d333030302d373030302d616164332d37323765313465613638643501000660b0a17b800001000660b0a17b800005030c4272616e6474205072696e7405050505050505050501000000000000000f01000000000000000001000000000000000001000000000000000001000000000000000005030c6272616e6474207072696e74');
INSERT INTO change VALUES(3,'Add Contact',1795161600000000,0,180,X'540d01000000000000000000000000636f6e74616374001200032430316131663766382d333030302d373030302d396439392d61373865396463656361643901000660b0a17b800001000660b0a17b800005032430316131663766382d333030302d373030302d623131362d346432376636356161313439030b5361726168204c696e647403066775617264730503147361726168406665727269732e6578616d706c65050505030b7361726168206c696e6474');
INSERT INTO change VALUES(4,'Add Content item',1795161600000000,0,227,X'541301000000000000000000000000000000000000636f6e74656e74001200032430316131663766382d333030302d373030302d386431662d36656164333134326562366201000660b0a17b800001000660b0a17b800005031042656e63686d61726b207265706f7274030962656e63686d61726b03076564756361746503195477656c76652070726163746963657320636f6d7061726564030a6f7572735f616c6f6e650505050100000000000000030100000000000000010505030a7265706f72742e706466010000000000000000031062656e63686d61726b207265706f7274');
INSERT INTO change VALUES(5,'Add Content item',1795161600000000,0,159,X'541301000000000000000000000000000000000000636f6e74656e74001200032430316131663766382d333030302d373030302d393036342d36313838653336333765323201000660b0a17b800001000660b0a17b8000050309436865636b6c6973740304746f6f6c030765647563617465050306636f6d6d6f6e050505050100000000000000010505050100000000000000000309636865636b6c697374');
INSERT INTO change VALUES(6,'Add Meeting',1795161600000000,0,260,X'541f010000000000000000000000000000000000000000000000000000000000006d656574696e67001200032430316131663766382d333030302d373030302d613533642d63636661376565613036633201000660b0a17b800001000660b0a17b800005032430316131663766382d333030302d373030302d623131362d34643237663635616131343905010006618ec050440003074574632f5554430503076f6e5f7369746505031c4865206e616d657320746865206e756d6265722068652077616e74730505050505050503056472616674010000000000000000050505050505050505031c6865206e616d657320746865206e756d6265722068652077616e7473');
INSERT INTO change VALUES(7,'Add Movement',1795161600000000,0,0,X'');
INSERT INTO change VALUES(8,'Add segment',1795161600000000,0,231,X'541401000000000000000000000000000000000000007365676d656e74001200032430316131663766382d333030302d373030302d383265382d65353561313135366665386401000660b0a17b800001000660b0a17b800005032430316131663766382d333030302d373030302d613533642d63636661376565613036633201000000000000000003076564756361746501000000000000007803065265706f727405050501000000000000000003046e6f6e65010000000000000000032430316131663766382d333030302d373030302d386431662d36656164333134326562366205050505');
INSERT INTO change VALUES(9,'Add Movement',1795161600000000,0,0,X'');
INSERT INTO change VALUES(10,'Add Movement',1795161600000000,0,0,X'');
INSERT INTO change VALUES(11,'Add Movement',1795161600000000,0,0,X'');
INSERT INTO change VALUES(12,'Add Movement',1795161600000000,0,138,X'541301000000000000000000000000000000000000636f6e74656e74001700032430316131663766382d333030302d373030302d386431662d3665616433313432656236620001000660b0a17b8000000000000000000000010000000000000003000000000000000001000660b0a17b83e8000000000000000000010000000000000002000000000000');
INSERT INTO change VALUES(13,'Add Client',1795161600000000,0,172,X'5415010000000000000000000000000000000000000000636c69656e74001200032430316131663766382d333030302d373030302d613765332d66333532333939613461326101000660b0a17b800001000660b0a17b800005030c4f64656f6e204f707469637305050505050505050501000000000000000f01000000000000000001000000000000000001000000000000000001000000000000000005030c6f64656f6e206f7074696373');
INSERT INTO change VALUES(14,'Add Waiting',1795161600000000,0,161,X'54070100000000000077616974696e67001200032430316131663766382d333030302d373030302d383934372d39343539656636366331336601000660b0a17b800001000660b0a17b800005032430316131663766382d333030302d373030302d386431662d366561643331343265623662032430316131663766382d333030302d373030302d613765332d66333532333939613461326101000660b0a17b8000');
INSERT INTO change VALUES(15,'Add Friction',1795161600000000,0,231,X'541a01000000000000000000000000000000000000000000000000006672696374696f6e001200032430316131663766382d333030302d373030302d623237312d33393866643565393733356301000660b0a17b800001000660b0a17b800005032430316131663766382d333030302d373030302d623131362d3464323766363561613134390503056f74686572031650686f6e652074726565206265666f7265206e696e65050100000000000000020505030a323032362d31312d323003046f70656e0505050505050505050505031670686f6e652074726565206265666f7265206e696e65');
INSERT INTO change VALUES(16,'Add Received plan',1795161600000000,0,151,X'540b010000000000000000000072656365697665645f706c616e001200032430316131663766382d333030302d373030302d613031612d37336237343632313036656201000660b0a17b800001000660b0a17b800005032430316131663766382d333030302d373030302d613533642d636366613765656130366332010000000000000000030466756c6c050505030777616974696e67');
INSERT INTO change VALUES(17,'Change Content item',1795161600000000,0,140,X'541301000000000000000000000000000000000000636f6e74656e74001700032430316131663766382d333030302d373030302d393036342d3631383865333633376532320001000660b0a17b800000000000050000000000000000000000000001000660b0a17b83e80000000003115768617420746f2061736b2066697273740000000000000000000000');
INSERT INTO change VALUES(18,'Change Friction',1795253400000000,0,194,X'541a01000000000000000000000000000000000000000000000000006672696374696f6e001700032430316131663766382d333030302d373030302d623237312d3339386664356539373335630001000660b0a17b800000000000000501000000000000000205050000000000000000000000000000000001000660c60130560000000000000311466f7572206c6576656c7320646565702e0100000000000000030100000000000000140100000000000000180000000000000000000000000000');
INSERT INTO change VALUES(19,'Change Client',1795253400000000,0,135,X'5415010000000000000000000000000000000000000000636c69656e74001700032430316131663766382d333030302d373030302d623131362d3464323766363561613134390001000660b0a17b8000000000000000000500000000000000000000000001000660c6013056000000000000000001000000000015aae000000000000000000000');
INSERT INTO change VALUES(20,'Add Friction',1795253400000000,0,264,X'541a01000000000000000000000000000000000000000000000000006672696374696f6e001200032430316131666437302d663163302d373030302d393062392d61626237653331366436303501000660c60130560001000660c60130560005032430316131663766382d333030302d373030302d623131362d3464323766363561613134390503086f72646572696e67031d52656f7264657220666f726d206c6f73657320746865206261736b65740501000000000000000201000000000000000a010000000000000034030a323032362d31312d303203046f70656e0505050505050505050505031d72656f7264657220666f726d206c6f73657320746865206261736b6574');
INSERT INTO change VALUES(21,'Add Friction shared',1795253400000000,0,159,X'54060100000000006672696374696f6e5f636c69656e74001200032430316131666437302d663163302d373030302d616239352d31323065323637363465643701000660c60130560001000660c60130560005032430316131666437302d663163302d373030302d393062392d616262376533313664363035032430316131663766382d333030302d373030302d616164332d373237653134656136386435');
INSERT INTO change VALUES(22,'Add Friction',1795253400000000,0,283,X'541a01000000000000000000000000000000000000000000000000006672696374696f6e001200032430316131666437302d663163302d373030302d386664372d39356434386530383733396301000660c60130560001000660c60130560005032430316131663766382d333030302d373030302d616164332d3732376531346561363864350503056f7468657203164d616e75616c206f6e6c7920696e20456e676c6973680501000000000000000101000000000000000501000000000000000c030a323032362d31302d3031030772656d6f7665640505030a323032362d31312d303103154765726d616e2073696e6365204e6f76656d6265720505050505050503166d616e75616c206f6e6c7920696e20656e676c697368');
INSERT INTO change VALUES(23,'Add Promise',1795253400000000,0,237,X'5414010000000000000000000000000000000000000070726f6d697365001200032430316131666437302d663163302d373030302d396437662d34326461366134626265346501000660c60130560001000660c60130560005032430316131663766382d333030302d373030302d623131362d34643237663635616131343905031241206e616d6520666f722062696c6c696e67030573616c657305030a323032362d31312d3230030a323032362d31312d323703046f70656e05050100000000000000000501000000000000000005010000000000000000031261206e616d6520666f722062696c6c696e67');
INSERT INTO change VALUES(24,'Change Friction',1795770962580000,0,172,X'541b0100000000000000000000000000000000000000000000000000006672696374696f6e001700032430316131666437302d663163302d373030302d393062392d6162623765333136643630350001000660c6013056000000000000000000000000000000000000000000000000050000010006613e825292200000000000000000000000000000000000000000000000031853656e64206f6e6520696e766f6963652061206d6f6e7468');
INSERT INTO change VALUES(25,'Add Contact log entry',1795770962661000,0,212,X'541601000000000000000000000000000000000000000000636f6e746163745f6c6f67001200032430316132316334612d353265342d373030302d626231322d323333636133656432333334010006613e8253caa0010006613e8253caa005032430316131663766382d333030302d373030302d623131362d34643237663635616131343905010006613e8253c6b8030570686f6e65050503115768657265206973206d79206f726465720505030379657301000000000000000005050505050503117768657265206973206d79206f72646572');
INSERT INTO change VALUES(26,'Add Promise',1795771008053000,0,205,X'5414010000000000000000000000000000000000000070726f6d697365001200032430316132316334622d303433342d373030302d623561382d643639623933633530663739010006613e85086b20010006613e85086b20050505031a416e737765726564206174207468652066697273742072696e67030573616c657305030a323032362d31312d32300503046f70656e05050100000000000000000501000000000000000005010000000000000001031a616e737765726564206174207468652066697273742072696e67');
INSERT INTO change VALUES(27,'Import plan',1795770000000000,0,3398,X'540b010000000000000000000072656365697665645f706c616e001200032430316132316333622d613238302d373030302d383163312d313530393238333137656639010006613e48f2c400010006613e48f2c40005032430316132313165652d656138302d373030302d396465612d66636330623562343263663701000000000000000103076d616e616765720304726f6f74010006613e48f2c40003991d7b0a202022617474656e64656573223a205b5d2c0a2020226279223a207b0a20202020226465766963655f6964223a202230316132313166382d313234302d373030302d396530622d376632633738336134386637222c0a20202020226e616d65223a2022726f6f74220a20207d2c0a202022636c69656e74223a207b0a20202020226964223a202230316132313165652d656138302d373030302d626361392d396361343865306666626435222c0a20202020226d696e757465735f6c696d6974223a2031352c0a20202020226e616d65223a202248616c64656e20546f6f6c73222c0a20202020226e6f5f636f6c645f6d61696c223a2066616c73652c0a20202020226e6f5f70686f6e65223a2066616c73652c0a20202020226e6f5f7072696e74223a2066616c73652c0a20202020226f72646572735f6f6e6c696e65223a2066616c73650a20207d2c0a202022636f6e7461637473223a205b5d2c0a202022636f6e74656e74223a205b5d2c0a202022646967657374223a20227368613235363a62313465653964353039656330366435626361656235356462313136383532383233303037613432633231386138623364373963336133313831386539383132222c0a20202265646974696f6e223a20226d616e61676572222c0a2020226578706f72746564223a2022323032362d31312d32355430393a31303a30302b30303a3030222c0a20202266696e64696e6773223a205b0a202020207b0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a2031302c0a2020202020202272756c65223a20227363617263652e6e6f6e65222c0a2020202020202274657874223a20224e6f207365676d656e74206361727269657320616e206974656d2074686174206973206f75727320616c6f6e65206f72206f662061206c696d697465642065646974696f6e2e222c0a202020202020227469746c65223a20224e6f7468696e672074686174206f74686572732063616e6e6f742067697665220a202020207d2c0a202020207b0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20382c0a2020202020202272756c65223a20226f75747075742e7468696e222c0a2020202020202274657874223a20224e6f207365676d656e74206e616d657320616e206f7574707574206f6620697473206f776e2e222c0a202020202020227469746c65223a20224d6f7374206f66206974206c6561766573206e6f7468696e6720626568696e64220a202020207d2c0a202020207b0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20362c0a2020202020202272756c65223a2022616476616e63652e6d697373696e67222c0a2020202020202274657874223a202254686520706c616e206e616d6573206e6f20636f6d6d69746d656e7420746861742077652061736b20666f722e222c0a202020202020227469746c65223a20224e6f7468696e672069732061736b656420666f72220a202020207d2c0a202020207b0a202020202020226b6579223a202261657374686574696373222c0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20362c0a2020202020202272756c65223a20226d6f64652e6d697373696e67222c0a2020202020202274657874223a20224e6f207365676d656e74206c6574732074686520636c69656e74206665656c207468652076616c75652074686174207765207374616e6420666f722e222c0a202020202020227469746c65223a20224e6f7468696e67206865206665656c73220a202020207d2c0a202020207b0a202020202020226b6579223a202265647563617465222c0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20362c0a2020202020202272756c65223a20226d6f64652e6d697373696e67222c0a2020202020202274657874223a20224e6f207365676d656e742065647563617465732074686520636c69656e742e222c0a202020202020227469746c65223a20224e6f7468696e67206865206c6561726e73220a202020207d2c0a202020207b0a202020202020226b6579223a2022657363617065222c0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20362c0a2020202020202272756c65223a20226d6f64652e6d697373696e67222c0a2020202020202274657874223a20224e6f207365676d656e742068656c70732074686520636c69656e7420746f2065736361706520612070726f626c656d2e222c0a202020202020227469746c65223a20224e6f7468696e6720686520697320726964206f66220a202020207d2c0a202020207b0a202020202020226b6579223a2022696d70726f7665222c0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20362c0a2020202020202272756c65223a20226d6f64652e6d697373696e67222c0a2020202020202274657874223a20224e6f207365676d656e7420696d70726f76657320776861742074686520636c69656e742070726f64756365732e222c0a202020202020227469746c65223a20224e6f7468696e67207468617420776f726b7320626574746572220a202020207d2c0a202020207b0a202020202020226c6576656c223a20227761726e696e67222c0a20202020202022706f696e7473223a20362c0a2020202020202272756c65223a202270656f706c652e6e6f6e65222c0a2020202020202274657874223a202254686520706c616e20686173206e6f20617474656e6465652e222c0a202020202020227469746c65223a20224e6f626f6479206973206e616d6564220a202020207d2c0a202020207b0a202020202020226c6576656c223a202268696e74222c0a20202020202022706f696e7473223a20332c0a2020202020202272756c65223a20226f75747075742e756e6d65617375726564222c0a2020202020202274657874223a2022e2809c4865206b6e6f77732077686963682074776f20706172747320636f6d65206261636b206d6f7374e2809d20686173206e6f206d6561737572652e222c0a202020202020227469746c65223a2022486f772077696c6c20626f7468206f6620796f75206b6e6f773f220a202020207d0a20205d2c0a202022666f726d6174223a202271756172746572686f75722d706c616e222c0a2020226672696374696f6e73223a205b5d2c0a2020226964223a202230316132313165652d656138302d373030302d396465612d666363306235623432636637222c0a2020226c6564676572223a205b5d2c0a2020226d656574696e67223a207b0a2020202022636c69656e74223a202230316132313165652d656138302d373030302d626361392d396361343865306666626435222c0a20202020226964223a202230316132313165652d656138302d373030302d396465612d666363306235623432636637222c0a20202020226d6f6465223a20226f6e5f73697465222c0a20202020226f7574707574223a20224865206b6e6f77732077686963682074776f20706172747320636f6d65206261636b206d6f7374222c0a20202020227374617274223a2022323032362d31322d30345431303a30303a30302b30313a3030222c0a2020202022737461747573223a20226472616674222c0a20202020227469746c65223a202246657765722072657475726e73222c0a20202020227a6f6e65223a20224575726f70652f4265726c696e220a20207d2c0a20202270726f6d69736573223a205b5d2c0a20202272656d61726b73223a205b5d2c0a2020227265766973696f6e223a20312c0a20202273636f7265223a2034332c0a2020227365676d656e7473223a205b0a202020207b0a202020202020226964223a202230316132313165652d656138302d373030302d396263612d663938643864393631326262222c0a202020202020226b696e64223a20226f70656e222c0a202020202020226c656176655f626568696e64223a20226e6f6e65222c0a202020202020226d656574696e67223a202230316132313165652d656138302d373030302d396465612d666363306235623432636637222c0a202020202020226d757374223a2066616c73652c0a20202020202022706f736974696f6e223a20302c0a202020202020227365636f6e6473223a2036302c0a2020202020202274616b65735f6f72646572223a2066616c73652c0a202020202020227469746c65223a2022576879207765206172652068657265220a202020207d0a20205d2c0a20202276657273696f6e223a20310a7d0a030777616974696e67');
INSERT INTO change VALUES(28,'Add Blueprint',1795770000000000,0,140,X'540d01000000000000000000000000626c75657072696e74001200032430316132316333622d613238302d373030302d623339652d653438373865313263333863010006613e48f2c400010006613e48f2c40005030b54776f206e756d62657273030e5768656e20686520636f756e74730505050501000000000000038405030b74776f206e756d62657273');
INSERT INTO change VALUES(29,'Change Meeting',1795770000000000,0,181,X'5422010000000000000000000000000000000000000000000000000000000000000000006d656574696e67001700032430316131663766382d333030302d373030302d613533642d6363666137656561303663320001000660b0a17b8000000000000000000000000000000000000000000000000000000000000500000000010006613e48f2c40000000000000000000000000000000000000000000000000000000000030d66697273742d6d656574696e670000');
INSERT INTO change VALUES(30,'Add Signer',1795597200000000,0,109,X'540a010000000000000000007369676e6572001200032430316132313165652d656138302d373030302d383465622d63376336363331646534393601000661160d44040001000661160d440400050309546f6d2052657965730503044141414105050309746f6d207265796573');
INSERT INTO change VALUES(31,'Add Signer',1795597200000000,1,105,X'540a010000000000000000007369676e6572001200032430316132313165652d656138302d373030302d396438622d33373433336630626334366201000661160d44040001000661160d4404000503074a6f205061726b05030442424242050503076a6f207061726b');
CREATE TABLE holding (
  content TEXT NOT NULL REFERENCES content (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'delivered', 'away')),
  client TEXT,
  meeting TEXT,
  movement TEXT NOT NULL REFERENCES movement (id),
  PRIMARY KEY (content, number)
) STRICT;
INSERT INTO holding VALUES('01a1f7f8-3000-7000-8d1f-6ead3142eb6b',1,'reserved','01a1f7f8-3000-7000-b116-4d27f65aa149','01a1f7f8-3000-7000-a53d-ccfa7eea06c2','01a1f7f8-3000-7000-9492-ce8da73262d4');
INSERT INTO holding VALUES('01a1f7f8-3000-7000-8d1f-6ead3142eb6b',2,'delivered','01a1f7f8-3000-7000-aad3-727e14ea68d5',NULL,'01a1f7f8-3000-7000-bf9f-06e1e30ff559');
CREATE TABLE movement_origin (
  movement TEXT NOT NULL PRIMARY KEY REFERENCES movement (id) ON DELETE CASCADE,
  client TEXT,
  contact TEXT,
  meeting TEXT
) STRICT;
CREATE TABLE erasure (
  content TEXT NOT NULL PRIMARY KEY
) STRICT;
CREATE TABLE change_movement (
  change INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  created INTEGER,
  modified INTEGER,
  author TEXT,
  content TEXT,
  kind TEXT,
  client TEXT,
  contact TEXT,
  meeting TEXT,
  copies INTEGER,
  number INTEGER,
  at INTEGER,
  reason TEXT,
  reaction INTEGER,
  opened TEXT,
  transfer TEXT,
  reserved INTEGER NOT NULL, held TEXT, -- whether a delivery used up a reservation
  PRIMARY KEY (change, place)
) STRICT;
INSERT INTO change_movement VALUES(7,0,'01a1f7f8-3000-7000-9492-ce8da73262d4',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','reserve','01a1f7f8-3000-7000-b116-4d27f65aa149',NULL,'01a1f7f8-3000-7000-a53d-ccfa7eea06c2',1,1,1795161600000000,NULL,NULL,NULL,NULL,0,'01a1f7f8-3000-7000-a53d-ccfa7eea06c2');
INSERT INTO change_movement VALUES(9,0,'01a1f7f8-3000-7000-bf9f-06e1e30ff559',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','deliver','01a1f7f8-3000-7000-aad3-727e14ea68d5',NULL,NULL,1,2,1795161600000000,NULL,4,'A second meeting',NULL,0,NULL);
INSERT INTO change_movement VALUES(10,0,'01a1f7f8-3000-7000-bd1b-19e2972a88d7',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-9064-6188e3637e22','deliver','01a1f7f8-3000-7000-b116-4d27f65aa149','01a1f7f8-3000-7000-9d99-a78e9dcecad9',NULL,1,NULL,1795161600000000,NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO change_movement VALUES(11,0,'01a1f7f8-3000-7000-a72a-ec3de84c68e4',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-9064-6188e3637e22','reserve','01a1f7f8-3000-7000-aad3-727e14ea68d5',NULL,NULL,1,NULL,1795161600000000,NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO change_movement VALUES(12,0,'01a1f7f8-3000-7000-a4c9-1f06bf6b5dfe',1795161600000000,1795161600000000,NULL,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b','adjust',NULL,NULL,NULL,-1,NULL,1795161600000000,'One was lost',NULL,NULL,NULL,0,NULL);
CREATE TABLE transfer (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  content TEXT REFERENCES content (id),
  person TEXT CHECK (length (CAST (person AS BLOB)) BETWEEN 1 AND 65536),
  address TEXT CHECK (length (CAST (address AS BLOB)) BETWEEN 1 AND 65536),
  at INTEGER NOT NULL CHECK (at BETWEEN -62135596800000000 AND 253402300799999999),
  state TEXT NOT NULL CHECK (state IN ('open', 'recalled', 'received', 'taken_back', 'refused')),
  recalled INTEGER CHECK (recalled BETWEEN -62135596800000000 AND 253402300799999999),
  digest TEXT CHECK (length (CAST (digest AS BLOB)) BETWEEN 1 AND 65536),
  bytes TEXT CHECK (length (CAST (bytes AS BLOB)) BETWEEN 1 AND 16777216)
) STRICT;
CREATE TABLE stock (
  content TEXT NOT NULL PRIMARY KEY REFERENCES content (id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  delivered INTEGER NOT NULL DEFAULT 0 CHECK (delivered >= 0),
  away INTEGER NOT NULL DEFAULT 0 CHECK (away >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO stock VALUES('01a1f7f8-3000-7000-8d1f-6ead3142eb6b',1,1,0);
INSERT INTO stock VALUES('01a1f7f8-3000-7000-9064-6188e3637e22',1,1,0);
CREATE TABLE fate (
  transfer TEXT NOT NULL PRIMARY KEY,
  fate TEXT NOT NULL CHECK (fate IN (
    'sent', -- written here
    'taken_back', -- written here, and refused for good by the addressee
    'refused', -- addressed here, called back before it came
    'arrived')) -- known to have been received, elsewhere
) STRICT, WITHOUT ROWID;
CREATE TABLE arrival (
  content TEXT NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  PRIMARY KEY (content, number)
) STRICT, WITHOUT ROWID;
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
INSERT INTO blueprint VALUES('01a21c3b-a280-7000-b39e-e4878e12c38c',1795770000000000,1795770000000000,NULL,'Two numbers','When he counts',NULL,NULL,NULL,NULL,900,NULL,'two numbers');
CREATE TABLE run (
  meeting TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (json_valid (state)),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999)
) STRICT, WITHOUT ROWID;
CREATE TABLE supply_short (content TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE served (client TEXT NOT NULL PRIMARY KEY, at INTEGER) STRICT, WITHOUT ROWID;
INSERT INTO served VALUES('01a1f7f8-3000-7000-a7e3-f352399a4a2a',NULL);
INSERT INTO served VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149',NULL);
INSERT INTO served VALUES('01a1f7f8-3000-7000-aad3-727e14ea68d5',1795161600000000);
CREATE TABLE friction_assumption (one INTEGER PRIMARY KEY CHECK (one = 1), rate INTEGER NOT NULL,  share_1 INTEGER NOT NULL, share_2 INTEGER NOT NULL, share_3 INTEGER NOT NULL,  share_4 INTEGER NOT NULL) STRICT;
INSERT INTO friction_assumption VALUES(1,6000,0,20,100,300);
CREATE TABLE friction_cost (friction TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL,  cost INTEGER NOT NULL, clients INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO friction_cost VALUES('01a1f7f8-3000-7000-b271-398fd5e9735c','open',190000,1);
INSERT INTO friction_cost VALUES('01a1fd70-f1c0-7000-8fd7-95d48e08739c','removed',6000,1);
INSERT INTO friction_cost VALUES('01a1fd70-f1c0-7000-90b9-abb7e316d605','open',132400,2);
CREATE TABLE friction_total (status TEXT NOT NULL PRIMARY KEY, millions INTEGER NOT NULL,  rest INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO friction_total VALUES('accepted',0,0);
INSERT INTO friction_total VALUES('fixing',0,0);
INSERT INTO friction_total VALUES('open',0,322400);
INSERT INTO friction_total VALUES('removed',0,6000);
CREATE TABLE content_number (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO content_number VALUES(1,'01a1f7f8-3000-7000-8d1f-6ead3142eb6b');
INSERT INTO content_number VALUES(2,'01a1f7f8-3000-7000-9064-6188e3637e22');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','content_search','content_search',0,'CREATE VIRTUAL TABLE content_search USING fts5 (title, summary, evidence,  content=''content_text'', content_rowid=''number'', columnsize=0,  tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'content_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO content_search_data VALUES(1,X'02030700');
INSERT INTO content_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO content_search_data VALUES(137438953473,X'0000007f043061736b0206010104010962656e63686d61726b0102020109636865636b6c69737402020202076f6d706172656401060101040105666972737402060101050109707261637469636573010601010301067265706f72740102030102746f0206010103020577656c766501060101020104776861740206010102040a0e0e0e0c100b090c');
CREATE TABLE IF NOT EXISTS 'content_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO content_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'content_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO content_search_config VALUES('version',4);
CREATE TABLE trust_sum (client TEXT NOT NULL, sort TEXT NOT NULL, day INTEGER NOT NULL,  spot TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (client, sort, day, spot))  STRICT, WITHOUT ROWID;
INSERT INTO trust_sum VALUES('','due',739947,'',1);
INSERT INTO trust_sum VALUES('','friction',739922,'',1);
INSERT INTO trust_sum VALUES('','friction',739940,'',1);
INSERT INTO trust_sum VALUES('','open2',0,'ordering',1);
INSERT INTO trust_sum VALUES('','open3',0,'other',1);
INSERT INTO trust_sum VALUES('','past',739921,'other',1);
INSERT INTO trust_sum VALUES('','solved',739947,'phone',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-aad3-727e14ea68d5','friction',739922,'',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-aad3-727e14ea68d5','open2',0,'ordering',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-aad3-727e14ea68d5','past',739921,'other',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149','due',739947,'',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149','friction',739922,'',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149','friction',739940,'',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149','open2',0,'ordering',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149','open3',0,'other',1);
INSERT INTO trust_sum VALUES('01a1f7f8-3000-7000-b116-4d27f65aa149','solved',739947,'phone',1);
CREATE TABLE contact_day (day INTEGER PRIMARY KEY, n INTEGER NOT NULL, first INTEGER NOT NULL,  rung INTEGER NOT NULL, solved INTEGER NOT NULL, known INTEGER NOT NULL,  failure INTEGER NOT NULL, answered INTEGER NOT NULL, upgraded INTEGER NOT NULL,  learned INTEGER NOT NULL) STRICT;
INSERT INTO contact_day VALUES(739947,1,0,0,1,1,0,0,0,0);
CREATE TABLE document (  number INTEGER PRIMARY KEY,  entity TEXT NOT NULL,  id TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO document VALUES(1,'segment','01a1f7f8-3000-7000-82e8-e55a1156fe8d');
INSERT INTO document VALUES(2,'content','01a1f7f8-3000-7000-8d1f-6ead3142eb6b');
INSERT INTO document VALUES(3,'content','01a1f7f8-3000-7000-9064-6188e3637e22');
INSERT INTO document VALUES(4,'contact','01a1f7f8-3000-7000-9d99-a78e9dcecad9');
INSERT INTO document VALUES(5,'meeting','01a1f7f8-3000-7000-a53d-ccfa7eea06c2');
INSERT INTO document VALUES(6,'client','01a1f7f8-3000-7000-a7e3-f352399a4a2a');
INSERT INTO document VALUES(7,'client','01a1f7f8-3000-7000-aad3-727e14ea68d5');
INSERT INTO document VALUES(8,'client','01a1f7f8-3000-7000-b116-4d27f65aa149');
INSERT INTO document VALUES(9,'friction','01a1f7f8-3000-7000-b271-398fd5e9735c');
INSERT INTO document VALUES(10,'movement','01a1f7f8-3000-7000-bf9f-06e1e30ff559');
INSERT INTO document VALUES(11,'friction','01a1fd70-f1c0-7000-8fd7-95d48e08739c');
INSERT INTO document VALUES(12,'friction','01a1fd70-f1c0-7000-90b9-abb7e316d605');
INSERT INTO document VALUES(13,'promise','01a1fd70-f1c0-7000-9d7f-42da6a4bbe4e');
INSERT INTO document VALUES(14,'contact_log','01a21c4a-52e4-7000-bb12-233ca3ed2334');
INSERT INTO document VALUES(15,'promise','01a21c4b-0434-7000-b5a8-d69b93c50f79');
INSERT INTO document VALUES(16,'blueprint','01a21c3b-a280-7000-b39e-e4878e12c38c');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search','search',0,'CREATE VIRTUAL TABLE search USING fts5 (c0, c1, c2, c3, c4, content=''document_text'',  content_rowid=''number'', columnsize=0, prefix=''1 2 3'',  tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_data VALUES(1,X'10320d030000');
INSERT INTO search_data VALUES(10,X'00000002010a0a000a0101010201010301010401010501010601010701010801010901010a0101');
INSERT INTO search_data VALUES(137438953473,X'0000013c023061080601010201066272616e6474070202010664656e74616c0802030106666572726973080202010567726f757008020401076d6f726e696e67080601010401056f64656f6e0602020205707469637306020301057072696e7407020301057175696574080601010300023161080601010201016207020201016408020301016608020201016708020401016d080601010401016f060402030101700702030101710806010103000332627207020201026465080203010266650802020102677208020401026d6f080601010401026f6406020202017006020301027072070203010271750806010103000433627261070202010364656e0802030103666572080202010367726f08020401036d6f72080601010401036f64650602020202707406020301037072690702030103717569080601010304080b0b0b0a0e0a0a0a0c090606060608070608080707070907060709090808080a080708');
INSERT INTO search_data VALUES(274877906945,X'0000004506306c696e6474040203010573617261680402020002316c0402030101730402020003326c69040203010273610402020004336c696e0402030103736172040202040a0a0706080709');
INSERT INTO search_data VALUES(412316860417,X'00000091033068650504020601056e616d65730502030205756d6265720502050103746865050204010577616e7473050207000231680504020601016e0504030401017405020401017705020700033268650504020601026e6105020302017505020501027468050204010277610502070004336e616d0502030202756d0502050103746865050204010377616e05020704080a0a080a080706060907060707090708');
INSERT INTO search_data VALUES(549755813889,X'0000016b043061736b0306010104010962656e63686d61726b0202020109636865636b6c69737403020202076f6d706172656402060101040105666972737403060101050109707261637469636573020601010301067265706f72740202030102746f0306010103020577656c76650206010102010477686174030601010200023161030601010401016202020201016302060101040102020101660306010105010170020601010301017202020301017402060101020106010103010177030601010200033261730306010104010262650202020102636803020202016f0206010104010266690306010105010270720206010103010272650202030102746f0306010103020177020601010201027768030601010200043361736b0306010104010362656e020202010363686503020202026f6d0206010104010366697203060101050103707261020601010301037265700202030103747765020601010201037768610306010102040a0e0e0e0c100b090c0b09060b0808060d080a0707080909070908090b0808090a0a080a');
INSERT INTO search_data VALUES(687194767361,X'000000ee0230610d020202076e7377657265640f02020201740f0203010762696c6c696e670d0205010566697273740f020502026f720d020401046e616d650d0203010472696e670f020601037468650f0204000231610d0202020402030101620d02050101660d020402020501016e0d02030101720f02060101740f0204000332616e0f02020201740f0203010262690d0205010266690f020502016f0d020401026e610d0203010272690f0206010274680f0204000433616e730f0202010362696c0d020501036669720f020502026f720d020401036e616d0d0203010372696e0f020601037468650f020404060c060c0a070909080b06090606060806070706070707090808070808');
INSERT INTO search_data VALUES(824633720833,X'0000006d033069730e020301026d790e020401056f726465720e0205010577686572650e0202000231690e020301016d0e020401016f0e02050101770e020200033269730e020301026d790e020401026f720e0205010277680e02020004336f72640e020501037768650e02020407070a0a070606060807070709');
INSERT INTO search_data VALUES(962072674305,X'0000025a07306261736b65740c0206020565666f726509020401046465657009060101040107656e676c6973680b02050104666f726d0c020303027572090601010201066765726d616e0b060102020102696e0b020401066c6576656c73090601010302046f7365730c020401066d616e75616c0b020201046e696e6509020502076f76656d6265720b0601020401046f6e6c790b0203010570686f6e65090202010772656f726465720c0202010573696e63650b0601020301037468650c020502037265650902030002316209020403020601016409060101040101650b020501016609060101020302030101670b060102020101690b020401016c090601010303020401016d0b020201016e090205020601020401016f0b02030101700902020101720c02020101730b0601020301017409020303020500033262610c02060201650902040102646509060101040102656e0b02050102666f0906010102030203010267650b060102020102696e0b020401026c65090601010302016f0c020401026d610b020201026e6909020502016f0b0601020401026f6e0b020301027068090202010272650c0202010273690b06010203010274680c02050201720902030004336261730c020602026566090204010364656509060101040103656e670b02050103666f720c0203030175090601010201036765720b0601020201036c6576090601010302026f730c020401036d616e0b020201036e696e09020502026f760b0601020401036f6e6c0b0203010370686f090202010372656f0c0202010373696e0b0601020301037468650c020502027265090203040b0a0b0c09090d070d090b090e090a0c0c08080a08060b08060b060b0606060809080609070c0907090607070807070709070609070a0808080a0a070808090808080a08');
INSERT INTO search_data VALUES(1099511627777,X'0000002707307265706f7274010202000231720102020003327265010202000433726570010202040b0708');
INSERT INTO search_data VALUES(1236950581249,X'000000540230610a020201076d656574696e670a020401067365636f6e640a0203000231610a020201016d0a02040101730a02030003326d650a0204010273650a02030004336d65650a020401037365630a020304060c0b070606080709');
INSERT INTO search_data VALUES(1374389534721,X'0000004508306e756d62657273100203010374776f1002020002316e1002030101741002020003326e75100203010274771002020004336e756d100203010374776f100202040c080706080709');
CREATE TABLE IF NOT EXISTS 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_idx VALUES(1,X'',2);
INSERT INTO search_idx VALUES(2,X'',2);
INSERT INTO search_idx VALUES(3,X'',2);
INSERT INTO search_idx VALUES(4,X'',2);
INSERT INTO search_idx VALUES(5,X'',2);
INSERT INTO search_idx VALUES(6,X'',2);
INSERT INTO search_idx VALUES(7,X'',2);
INSERT INTO search_idx VALUES(8,X'',2);
INSERT INTO search_idx VALUES(9,X'',2);
INSERT INTO search_idx VALUES(10,X'',2);
CREATE TABLE IF NOT EXISTS 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_config VALUES('hashsize',1048576);
INSERT INTO search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_term','search_term',0,'CREATE VIRTUAL TABLE search_term USING fts5vocab (search, instance)');
CREATE TABLE signer (
  id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'
    AND id NOT GLOB '*[^0-9a-f-]*' AND length (replace (id, '-', '')) = 32),
  created INTEGER NOT NULL CHECK (created BETWEEN -62135596800000000 AND 253402300799999999),
  modified INTEGER NOT NULL CHECK (modified BETWEEN -62135596800000000 AND 253402300799999999),
  author TEXT CHECK (length (CAST (author AS BLOB)) BETWEEN 1 AND 65536),
  name TEXT NOT NULL CHECK (trim (name) <> '' AND length (CAST (name AS BLOB)) <= 65536),
  device_id TEXT CHECK (length (CAST (device_id AS BLOB)) BETWEEN 1 AND 65536),
  public_key TEXT NOT NULL
    CHECK (trim (public_key) <> '' AND length (CAST (public_key AS BLOB)) <= 65536),
  trusted INTEGER CHECK (trusted BETWEEN -62135596800000000 AND 253402300799999999),
  first_seen INTEGER CHECK (first_seen BETWEEN -62135596800000000 AND 253402300799999999),
  name_key TEXT
) STRICT;
INSERT INTO signer VALUES('01a211ee-ea80-7000-84eb-c7c6631de496',1795597200000000,1795597200000000,NULL,'Tom Reyes',NULL,'AAAA',NULL,NULL,'tom reyes');
CREATE TABLE folder_file (
  path TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('taken', 'skipped', 'left')),
  reason TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL)  STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES('attendee',0);
INSERT INTO counter VALUES('blueprint',1);
INSERT INTO counter VALUES('client',3);
INSERT INTO counter VALUES('comment',0);
INSERT INTO counter VALUES('contact',1);
INSERT INTO counter VALUES('contact_log',1);
INSERT INTO counter VALUES('content',2);
INSERT INTO counter VALUES('content.retired.0',2);
INSERT INTO counter VALUES('content.retired.1',0);
INSERT INTO counter VALUES('export',0);
INSERT INTO counter VALUES('finding_accepted',0);
INSERT INTO counter VALUES('friction',3);
INSERT INTO counter VALUES('friction.status.accepted',0);
INSERT INTO counter VALUES('friction.status.fixing',0);
INSERT INTO counter VALUES('friction.status.open',2);
INSERT INTO counter VALUES('friction.status.removed',1);
INSERT INTO counter VALUES('friction_client',1);
INSERT INTO counter VALUES('housekeeping',0);
INSERT INTO counter VALUES('housekeeping.status.in_meetings',0);
INSERT INTO counter VALUES('housekeeping.status.moved',0);
INSERT INTO counter VALUES('housekeeping.status.moving',0);
INSERT INTO counter VALUES('meeting',1);
INSERT INTO counter VALUES('meeting.status.approved',0);
INSERT INTO counter VALUES('meeting.status.cancelled',0);
INSERT INTO counter VALUES('meeting.status.debriefed',0);
INSERT INTO counter VALUES('meeting.status.draft',1);
INSERT INTO counter VALUES('meeting.status.held',0);
INSERT INTO counter VALUES('meeting.status.submitted',0);
INSERT INTO counter VALUES('movement',5);
INSERT INTO counter VALUES('promise',2);
INSERT INTO counter VALUES('promise.status.broken',0);
INSERT INTO counter VALUES('promise.status.kept',0);
INSERT INTO counter VALUES('promise.status.open',2);
INSERT INTO counter VALUES('promise.status.withdrawn',0);
INSERT INTO counter VALUES('received_plan',2);
INSERT INTO counter VALUES('received_plan.state.aside',0);
INSERT INTO counter VALUES('received_plan.state.reviewed',0);
INSERT INTO counter VALUES('received_plan.state.waiting',2);
INSERT INTO counter VALUES('remark',0);
INSERT INTO counter VALUES('review',0);
INSERT INTO counter VALUES('segment',1);
INSERT INTO counter VALUES('signer',1);
INSERT INTO counter VALUES('touchpoint_check',0);
INSERT INTO counter VALUES('transfer',0);
INSERT INTO counter VALUES('waiting',1);
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
CREATE INDEX change_undone ON change (id) WHERE undone;
CREATE INDEX holding_client ON holding (client, content) WHERE client IS NOT NULL;
CREATE INDEX holding_meeting ON holding (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX holding_movement ON holding (movement);
CREATE INDEX movement_origin_client ON movement_origin (client) WHERE client IS NOT NULL;
CREATE INDEX movement_origin_contact ON movement_origin (contact) WHERE contact IS NOT NULL;
CREATE INDEX movement_origin_meeting ON movement_origin (meeting) WHERE meeting IS NOT NULL;
CREATE TRIGGER export_left AFTER INSERT ON export
BEGIN
  UPDATE meeting SET revision = NEW.revision
    WHERE id = NEW.meeting AND coalesce (revision, 0) < NEW.revision;
END;
CREATE TRIGGER movement_again BEFORE INSERT ON movement
WHEN EXISTS (SELECT 1 FROM movement WHERE id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'ledger.append');
END;
CREATE TRIGGER movement_item BEFORE INSERT ON movement
WHEN NOT EXISTS (SELECT 1 FROM content WHERE id = NEW.content)
BEGIN
  SELECT RAISE (ABORT, 'ledger.item');
END;
CREATE TRIGGER movement_number BEFORE INSERT ON movement
BEGIN
  SELECT RAISE (ABORT, 'ledger.number') FROM content
  WHERE id = NEW.content AND CASE
    WHEN edition IS NULL THEN NEW.kind = 'adjust' OR NEW.number IS NOT NULL
    WHEN NEW.kind = 'adjust' THEN NEW.number IS NOT NULL
    ELSE NEW.number IS NULL OR NEW.copies <> 1 OR NEW.number > edition END;
END;
CREATE TRIGGER movement_receiver BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver') AND NEW.client IS NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.client');
END;
CREATE TRIGGER movement_takes BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver', 'transfer_out') AND NEW.number IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.taken') FROM holding
  WHERE content = NEW.content AND number = NEW.number
    AND NOT (NEW.kind = 'deliver' AND state = 'reserved' AND client IS NEW.client);
END;
CREATE TRIGGER movement_gives_unlimited BEFORE INSERT ON movement
WHEN NEW.kind IN ('release', 'return') AND NEW.number IS NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.not-out')
  WHERE NEW.copies > coalesce ((SELECT sum (iif (kind = NEW.kind, -copies, copies)) FROM movement
    WHERE content = NEW.content AND client IS NEW.client AND number IS NULL
      AND kind IN (NEW.kind, iif (NEW.kind = 'release', 'reserve', 'deliver'))), 0);
END;
CREATE TRIGGER movement_per_client BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver') AND NEW.number IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.per-client') FROM content
  WHERE id = NEW.content AND per_client < 1 + (SELECT count (*) FROM holding
    WHERE content = NEW.content AND client = NEW.client AND state <> 'away'
      AND number <> NEW.number);
END;
CREATE TRIGGER movement_per_client_unlimited BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver') AND NEW.number IS NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.per-client') FROM content
  WHERE id = NEW.content AND per_client < NEW.copies + coalesce ((
    SELECT sum (iif (kind IN ('reserve', 'deliver'), copies, -copies)) FROM movement
    WHERE content = NEW.content AND client = NEW.client AND number IS NULL
      AND kind IN ('reserve', 'deliver', 'release', 'return')), 0);
END;
CREATE TRIGGER movement_fixed BEFORE UPDATE ON movement
WHEN (NEW.rowid, NEW.id, NEW.created, NEW.modified, NEW.author, NEW.content, NEW.kind, NEW.copies,
      NEW.number, NEW.at, NEW.reason, NEW.reaction, NEW.opened, NEW.transfer)
  IS NOT (OLD.rowid, OLD.id, OLD.created, OLD.modified, OLD.author, OLD.content, OLD.kind,
      OLD.copies, OLD.number, OLD.at, OLD.reason, OLD.reaction, OLD.opened, OLD.transfer)
BEGIN
  SELECT RAISE (ABORT, 'ledger.append');
END;
CREATE TRIGGER movement_concerns BEFORE UPDATE OF client, contact, meeting ON movement
BEGIN
  SELECT RAISE (ABORT, 'ledger.append')
  FROM (SELECT 1) LEFT JOIN movement_origin AS origin ON origin.movement = OLD.id
  WHERE NOT (NEW.client IS OLD.client OR NEW.client IS NULL
      OR OLD.client IS NULL AND NEW.client IS origin.client)
    OR NOT (NEW.contact IS OLD.contact OR NEW.contact IS NULL
      OR OLD.contact IS NULL AND NEW.contact IS origin.contact)
    OR NOT (NEW.meeting IS OLD.meeting OR NEW.meeting IS NULL
      OR OLD.meeting IS NULL AND NEW.meeting IS origin.meeting);
END;
CREATE TRIGGER movement_concerned AFTER UPDATE OF client, contact, meeting ON movement
BEGIN
  INSERT INTO movement_origin (movement, client, contact, meeting)
  VALUES (OLD.id, OLD.client, OLD.contact, OLD.meeting)
  ON CONFLICT (movement) DO UPDATE SET client = coalesce (excluded.client, client),
    contact = coalesce (excluded.contact, contact), meeting = coalesce (excluded.meeting, meeting);
  UPDATE holding SET client = NEW.client, meeting = NEW.meeting WHERE movement = NEW.id;
END;
CREATE TRIGGER movement_kept BEFORE DELETE ON movement
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE content = OLD.content)
BEGIN
  SELECT RAISE (ABORT, 'ledger.append');
END;
CREATE TRIGGER client_returns AFTER INSERT ON client
BEGIN
  UPDATE movement SET client = NEW.id WHERE client IS NULL
    AND id IN (SELECT movement FROM movement_origin WHERE client = NEW.id);
END;
CREATE TRIGGER contact_returns AFTER INSERT ON contact
BEGIN
  UPDATE movement SET contact = NEW.id WHERE contact IS NULL
    AND id IN (SELECT movement FROM movement_origin WHERE contact = NEW.id);
END;
CREATE TRIGGER meeting_returns AFTER INSERT ON meeting
BEGIN
  UPDATE movement SET meeting = NEW.id WHERE meeting IS NULL
    AND id IN (SELECT movement FROM movement_origin WHERE meeting = NEW.id);
END;
CREATE TRIGGER holding_made BEFORE INSERT ON holding
BEGIN
  SELECT RAISE (ABORT, 'ledger.holding') WHERE NEW.movement IS NOT (
    SELECT id FROM movement WHERE content = NEW.content AND number = NEW.number
      AND client IS NEW.client AND meeting IS NEW.meeting
      AND kind = CASE NEW.state
        WHEN 'reserved' THEN 'reserve' WHEN 'delivered' THEN 'deliver' ELSE 'transfer_out' END
      AND rowid = (SELECT max (rowid) FROM movement
        WHERE content = NEW.content AND number = NEW.number));
END;
CREATE TRIGGER holding_changed AFTER UPDATE ON holding
BEGIN
  SELECT RAISE (ABORT, 'ledger.holding')
  WHERE (NEW.content, NEW.number) IS NOT (OLD.content, OLD.number) OR NEW.movement IS NOT (
    SELECT id FROM movement WHERE content = NEW.content AND number = NEW.number
      AND client IS NEW.client AND meeting IS NEW.meeting
      AND kind = CASE NEW.state
        WHEN 'reserved' THEN 'reserve' WHEN 'delivered' THEN 'deliver' ELSE 'transfer_out' END
      AND rowid = (SELECT max (rowid) FROM movement
        WHERE content = NEW.content AND number = NEW.number));
END;
CREATE TRIGGER holding_ended BEFORE DELETE ON holding
BEGIN
  SELECT RAISE (ABORT, 'ledger.holding') FROM movement
  WHERE content = OLD.content AND number = OLD.number
    AND rowid = (SELECT max (rowid) FROM movement
      WHERE content = OLD.content AND number = OLD.number)
    AND kind NOT IN ('release', 'return', 'transfer_in');
END;
CREATE TRIGGER content_edition BEFORE UPDATE OF edition ON content
WHEN NEW.edition IS NOT OLD.edition
BEGIN
  SELECT RAISE (ABORT, 'ledger.edition') WHERE EXISTS (SELECT 1 FROM holding
    WHERE content = NEW.id AND (NEW.edition IS NULL OR number > NEW.edition));
  SELECT RAISE (ABORT, 'ledger.unnumbered') FROM movement
  WHERE OLD.edition IS NULL AND content = NEW.id AND number IS NULL
  GROUP BY client
  HAVING sum (CASE kind WHEN 'reserve' THEN copies WHEN 'release' THEN -copies END) <> 0
    OR sum (CASE kind WHEN 'deliver' THEN copies WHEN 'return' THEN -copies END) <> 0;
END;
CREATE TRIGGER content_again BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'ledger.edition') WHERE EXISTS (SELECT 1 FROM movement
    WHERE content = NEW.id);
END;
CREATE INDEX transfer_content ON transfer (content) WHERE content IS NOT NULL;
CREATE INDEX transfer_at ON transfer (at, id);
CREATE INDEX movement_content ON movement (content);
CREATE VIEW ledger AS
SELECT content, edition, edition - (reserved + delivered + away) AS available,
  reserved, delivered, away
FROM stock JOIN content ON content.id = stock.content;
CREATE TRIGGER stock_taken AFTER INSERT ON holding
BEGIN
  UPDATE stock SET reserved = reserved + (NEW.state = 'reserved'),
    delivered = delivered + (NEW.state = 'delivered'), away = away + (NEW.state = 'away')
  WHERE content = NEW.content;
END;
CREATE TRIGGER stock_moved AFTER UPDATE OF state ON holding WHEN NEW.state <> OLD.state
BEGIN
  UPDATE stock SET
    reserved = reserved + (NEW.state = 'reserved') - (OLD.state = 'reserved'),
    delivered = delivered + (NEW.state = 'delivered') - (OLD.state = 'delivered'),
    away = away + (NEW.state = 'away') - (OLD.state = 'away')
  WHERE content = NEW.content;
END;
CREATE TRIGGER stock_given_back AFTER DELETE ON holding
BEGIN
  UPDATE stock SET reserved = reserved - (OLD.state = 'reserved'),
    delivered = delivered - (OLD.state = 'delivered'), away = away - (OLD.state = 'away')
  WHERE content = OLD.content;
END;
CREATE TRIGGER stock_unlimited AFTER INSERT ON movement
WHEN NEW.number IS NULL AND NEW.kind IN ('reserve', 'release', 'deliver', 'return')
BEGIN
  UPDATE stock SET
    reserved = reserved
      + CASE NEW.kind WHEN 'reserve' THEN NEW.copies WHEN 'release' THEN -NEW.copies ELSE 0 END,
    delivered = delivered
      + CASE NEW.kind WHEN 'deliver' THEN NEW.copies WHEN 'return' THEN -NEW.copies ELSE 0 END
  WHERE content = NEW.content;
END;
CREATE TRIGGER stock_kept AFTER UPDATE ON stock
WHEN NEW.reserved + NEW.delivered + NEW.away
  > (SELECT edition FROM content WHERE id = NEW.content)
BEGIN
  SELECT RAISE (ABORT, 'ledger.edition');
END;
CREATE INDEX movement_transfer ON movement (transfer, number) WHERE transfer IS NOT NULL;
CREATE TRIGGER fate_new BEFORE INSERT ON fate
BEGIN
  SELECT RAISE (ABORT, 'ledger.fate') WHERE NEW.fate = 'taken_back'
    OR EXISTS (SELECT 1 FROM fate WHERE transfer = NEW.transfer);
  SELECT RAISE (ABORT, 'ledger.fate') FROM movement
  WHERE transfer = NEW.transfer AND kind IN ('transfer_out', 'transfer_in')
  GROUP BY number HAVING sum (iif (kind = 'transfer_in', 1, -1)) <> 0;
END;
CREATE TRIGGER fate_settled BEFORE UPDATE ON fate
WHEN NEW.transfer <> OLD.transfer OR OLD.fate <> 'sent' OR NEW.fate NOT IN ('taken_back', 'arrived')
BEGIN
  SELECT RAISE (ABORT, 'ledger.fate');
END;
CREATE TRIGGER fate_kept BEFORE DELETE ON fate
BEGIN
  SELECT RAISE (ABORT, 'ledger.fate');
END;
CREATE TRIGGER movement_transfers BEFORE INSERT ON movement
WHEN NEW.kind IN ('transfer_out', 'transfer_in')
BEGIN
  SELECT RAISE (ABORT, 'ledger.transfer')
  WHERE NEW.transfer IS NULL OR NEW.number IS NULL OR NOT EXISTS (
    SELECT 1 FROM (SELECT
      (SELECT fate FROM fate WHERE transfer = NEW.transfer) AS fate,
      coalesce ((SELECT sum (iif (kind = 'transfer_in', 1, -1)) FROM movement
        WHERE transfer = NEW.transfer AND number = NEW.number
          AND kind IN ('transfer_out', 'transfer_in')), 0) AS here)
    WHERE CASE NEW.kind
      WHEN 'transfer_out' THEN
        iif (fate IS NULL, here = 1, here = 0 AND fate IN ('sent', 'taken_back'))
      ELSE
        iif (fate IS NULL, here = 0, here = -1 AND fate = 'taken_back') END);
END;
CREATE TRIGGER movement_takes_arrived BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver', 'transfer_out') AND NEW.number IS NOT NULL
  AND (SELECT issuer FROM content WHERE id = NEW.content) IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.taken') WHERE NOT EXISTS (
    SELECT 1 FROM arrival WHERE content = NEW.content AND number = NEW.number);
END;
CREATE TRIGGER movement_gives BEFORE INSERT ON movement
WHEN NEW.kind IN ('release', 'return') AND NEW.number IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.not-out') WHERE NOT EXISTS (SELECT 1 FROM holding
    WHERE content = NEW.content AND number = NEW.number AND client IS NEW.client
      AND state = iif (NEW.kind = 'release', 'reserved', 'delivered'));
END;
CREATE TRIGGER movement_arrives BEFORE INSERT ON movement
WHEN NEW.kind = 'transfer_in'
BEGIN
  SELECT RAISE (ABORT, 'ledger.here') FROM content WHERE id = NEW.content AND iif (issuer IS NULL,
    NOT EXISTS (SELECT 1 FROM holding
      WHERE content = NEW.content AND number = NEW.number AND state = 'away'),
    EXISTS (SELECT 1 FROM arrival WHERE content = NEW.content AND number = NEW.number));
END;
CREATE TRIGGER movement_appended AFTER INSERT ON movement
BEGIN
  SELECT RAISE (ABORT, 'ledger.append') WHERE NEW.rowid < (SELECT max (rowid) FROM movement);
  INSERT INTO holding (content, number, state, client, meeting, movement)
  SELECT NEW.content, NEW.number,
    CASE NEW.kind WHEN 'reserve' THEN 'reserved' WHEN 'deliver' THEN 'delivered' ELSE 'away' END,
    NEW.client, NEW.meeting, NEW.id
  WHERE NEW.number IS NOT NULL AND (NEW.kind IN ('reserve', 'deliver')
    OR NEW.kind = 'transfer_out'
      AND (SELECT issuer FROM content WHERE id = NEW.content) IS NULL)
  ON CONFLICT (content, number) DO UPDATE SET state = excluded.state, client = excluded.client,
    meeting = excluded.meeting, movement = excluded.movement;
  DELETE FROM holding WHERE content = NEW.content AND number = NEW.number
    AND NEW.kind IN ('release', 'return', 'transfer_in');
  INSERT INTO arrival (content, number) SELECT NEW.content, NEW.number FROM content
  WHERE id = NEW.content AND issuer IS NOT NULL AND NEW.kind = 'transfer_in';
  DELETE FROM arrival WHERE content = NEW.content AND number = NEW.number
    AND NEW.kind = 'transfer_out';
END;
CREATE TRIGGER arrival_made BEFORE INSERT ON arrival
BEGIN
  SELECT RAISE (ABORT, 'ledger.holding') WHERE NOT EXISTS (SELECT 1 FROM movement
      WHERE content = NEW.content AND number = NEW.number AND kind = 'transfer_in'
        AND rowid = (SELECT max (rowid) FROM movement
          WHERE content = NEW.content AND number = NEW.number))
    OR EXISTS (SELECT 1 FROM content WHERE id = NEW.content AND issuer IS NULL)
    OR EXISTS (SELECT 1 FROM arrival WHERE content = NEW.content AND number = NEW.number);
  UPDATE stock SET away = away - 1 WHERE content = NEW.content;
END;
CREATE TRIGGER arrival_fixed BEFORE UPDATE ON arrival
BEGIN
  SELECT RAISE (ABORT, 'ledger.holding');
END;
CREATE TRIGGER arrival_ended BEFORE DELETE ON arrival
BEGIN
  SELECT RAISE (ABORT, 'ledger.holding') FROM movement
  WHERE content = OLD.content AND number = OLD.number AND kind <> 'transfer_out'
    AND rowid = (SELECT max (rowid) FROM movement
      WHERE content = OLD.content AND number = OLD.number);
  UPDATE stock SET away = away + 1 WHERE content = OLD.content;
END;
CREATE TRIGGER stock_made AFTER INSERT ON content
BEGIN
  INSERT INTO stock (content, away)
  VALUES (NEW.id, iif (NEW.issuer IS NULL, 0, coalesce (NEW.edition, 0)));
END;
CREATE TRIGGER content_issuer BEFORE UPDATE OF issuer ON content
WHEN NEW.issuer IS NOT OLD.issuer
BEGIN
  SELECT RAISE (ABORT, 'ledger.issuer');
END;
CREATE TRIGGER content_edition_arrived BEFORE UPDATE OF edition ON content
WHEN OLD.issuer IS NOT NULL AND NEW.edition IS NOT OLD.edition
BEGIN
  SELECT RAISE (ABORT, 'ledger.edition') WHERE NEW.edition IS NULL
    OR EXISTS (SELECT 1 FROM arrival WHERE content = NEW.id AND number > NEW.edition);
END;
CREATE TRIGGER content_restated AFTER UPDATE OF edition ON content
WHEN OLD.issuer IS NOT NULL AND NEW.edition IS NOT OLD.edition
BEGIN
  UPDATE stock SET away = away + NEW.edition - OLD.edition WHERE content = NEW.id;
END;
CREATE INDEX friction_severity ON friction (status, severity);
CREATE INDEX friction_owner ON friction (owner, status, severity) WHERE owner IS NOT NULL;
CREATE INDEX friction_due ON friction (status, due, severity, owner) WHERE due IS NOT NULL;
CREATE INDEX friction_heat ON friction (reported, touchpoint, severity);
CREATE INDEX blueprint_name ON blueprint (name_key, id);
CREATE INDEX meeting_blueprint ON meeting (blueprint, output_reached)
  WHERE status = 'debriefed' AND blueprint IS NOT NULL;
CREATE INDEX meeting_outcome ON meeting (score_at_start, output_reached)
  WHERE status = 'debriefed' AND score_at_start IS NOT NULL;
CREATE INDEX promise_public ON promise (made, id) WHERE public = 1;
CREATE TRIGGER supply_stock_update AFTER UPDATE ON stock  BEGIN DELETE FROM supply_short WHERE content = NEW.content;INSERT INTO supply_short SELECT stock.content FROM stock JOIN content ON content.id = stock.content  WHERE NOT retired AND edition - reserved - delivered - away BETWEEN 1 AND edition / 3 AND stock.content = NEW.content;END;
CREATE TRIGGER supply_content_update AFTER UPDATE OF edition, retired ON content  BEGIN DELETE FROM supply_short WHERE content = NEW.id;INSERT INTO supply_short SELECT stock.content FROM stock JOIN content ON content.id = stock.content  WHERE NOT retired AND edition - reserved - delivered - away BETWEEN 1 AND edition / 3 AND stock.content = NEW.id;END;
CREATE TRIGGER supply_content_delete AFTER DELETE ON content  BEGIN DELETE FROM supply_short WHERE content = OLD.id; END;
CREATE INDEX served_unlimited ON movement (client, kind, content) WHERE number IS NULL;
CREATE INDEX served_at ON served (at, client);
CREATE TRIGGER served_client_insert AFTER INSERT ON client  BEGIN INSERT OR IGNORE INTO served VALUES (NEW.id, NULL);UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = NEW.id;END;
CREATE TRIGGER served_client_delete AFTER DELETE ON client  BEGIN DELETE FROM served WHERE client = OLD.id; END;
CREATE TRIGGER served_holding_insert AFTER INSERT ON holding  WHEN NEW.state = 'delivered'  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = NEW.client;END;
CREATE TRIGGER served_holding_update AFTER UPDATE ON holding  WHEN 'delivered' IN (OLD.state, NEW.state)  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = OLD.client;UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = NEW.client;END;
CREATE TRIGGER served_holding_delete AFTER DELETE ON holding  WHEN OLD.state = 'delivered'  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = OLD.client;END;
CREATE TRIGGER served_movement_insert AFTER INSERT ON movement  WHEN NEW.number IS NULL AND NEW.kind IN ('deliver', 'return')  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = NEW.client;END;
CREATE TRIGGER served_movement_update AFTER UPDATE OF client ON movement  WHEN NEW.number IS NULL AND NEW.kind IN ('deliver', 'return')  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = NEW.client;END;
CREATE TRIGGER served_movement_delete AFTER DELETE ON movement  WHEN OLD.number IS NULL AND OLD.kind IN ('deliver', 'return')  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0)) WHERE client = OLD.client;END;
CREATE TRIGGER served_content_update AFTER UPDATE OF rarity, edition ON content  WHEN NEW.rarity IS NOT OLD.rarity OR (NEW.edition IS NULL) <> (OLD.edition IS NULL)  BEGIN UPDATE served SET at = (SELECT max (at) FROM (  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement    WHERE h.client = served.client AND h.state = 'delivered'  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content    WHERE m.client = served.client AND m.kind = 'deliver' AND m.number IS NULL      AND c.edition IS NULL AND c.rarity = 'ours_alone'      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement        WHERE client = served.client AND content = c.id AND kind IN ('deliver', 'return')) > 0))    WHERE client IN (SELECT client FROM movement WHERE content = NEW.id      AND number IS NULL AND client IS NOT NULL); END;
CREATE INDEX shelf_title ON content (retired, title_key, id);
CREATE INDEX shelf_until ON content (available_until)  WHERE NOT retired AND available_until IS NOT NULL;
CREATE INDEX shelf_claim ON content (recheck) WHERE NOT retired AND rarity = 'ours_alone';
CREATE INDEX shelf_ledger ON movement (content, at, id);
CREATE INDEX shelf_file ON content (file) WHERE file IS NOT NULL;
CREATE INDEX shelf_waiting ON waiting (content, since, id);
CREATE INDEX friction_cost_order ON friction_cost (status, cost, friction);
CREATE TRIGGER friction_total_insert AFTER INSERT ON friction_cost  WHEN NEW.cost > 0 BEGIN UPDATE friction_total SET millions = millions + NEW.cost / 1000000,  rest = rest + NEW.cost % 1000000 WHERE status = NEW.status;END;
CREATE TRIGGER friction_total_update AFTER UPDATE ON friction_cost  WHEN NEW.cost <> OLD.cost OR NEW.status <> OLD.status  BEGIN UPDATE friction_total SET millions = millions - OLD.cost / 1000000,  rest = rest - OLD.cost % 1000000 WHERE status = OLD.status;UPDATE friction_total SET millions = millions + NEW.cost / 1000000,  rest = rest + NEW.cost % 1000000 WHERE status = NEW.status;END;
CREATE TRIGGER friction_total_delete AFTER DELETE ON friction_cost  WHEN OLD.cost > 0 BEGIN UPDATE friction_total SET millions = millions - OLD.cost / 1000000,  rest = rest - OLD.cost % 1000000 WHERE status = OLD.status;END;
CREATE TRIGGER friction_cost_insert AFTER INSERT ON friction BEGIN  INSERT INTO friction_cost (friction, status, cost, clients)    SELECT NEW.id, * FROM (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = NEW.id)); END;
CREATE TRIGGER friction_cost_update  AFTER UPDATE OF client, severity, minutes, times_per_year, status ON friction  WHEN (OLD.client, OLD.severity, OLD.minutes, OLD.times_per_year, OLD.status)    IS NOT (NEW.client, NEW.severity, NEW.minutes, NEW.times_per_year, NEW.status)  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction = NEW.id; END;
CREATE TRIGGER friction_cost_delete AFTER DELETE ON friction  BEGIN DELETE FROM friction_cost WHERE friction = OLD.id; END;
CREATE TRIGGER friction_cost_client_insert AFTER INSERT ON client  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction IN (SELECT id FROM friction WHERE client = NEW.id  UNION SELECT friction FROM friction_client WHERE client = NEW.id);END;
CREATE TRIGGER friction_cost_client_update AFTER UPDATE OF yearly_value ON client  WHEN OLD.yearly_value IS NOT NEW.yearly_value  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction IN (SELECT id FROM friction WHERE client = NEW.id  UNION SELECT friction FROM friction_client WHERE client = NEW.id);END;
CREATE TRIGGER friction_cost_shared_insert AFTER INSERT ON friction_client  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction = NEW.friction; END;
CREATE TRIGGER friction_cost_shared_update AFTER UPDATE OF friction, client ON friction_client  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction IN (OLD.friction, NEW.friction); END;
CREATE TRIGGER friction_cost_shared_delete AFTER DELETE ON friction_client  WHEN EXISTS (SELECT 1 FROM friction WHERE id = OLD.friction)  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction = OLD.friction; END;
CREATE TRIGGER friction_cost_setting_insert AFTER INSERT ON setting  WHEN NEW.key IN ('hourly_rate', 'share_1', 'share_2', 'share_3', 'share_4') BEGIN UPDATE friction_assumption SET (rate, share_1, share_2, share_3, share_4) = (SELECT coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'hourly_rate'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 9007199254740991), 4500),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_1'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 0),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_2'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 20),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_3'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 100),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_4'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 300));END;
CREATE TRIGGER friction_cost_setting_update AFTER UPDATE ON setting  WHEN NEW.key IN ('hourly_rate', 'share_1', 'share_2', 'share_3', 'share_4') BEGIN UPDATE friction_assumption SET (rate, share_1, share_2, share_3, share_4) = (SELECT coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'hourly_rate'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 9007199254740991), 4500),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_1'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 0),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_2'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 20),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_3'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 100),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_4'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 300));END;
CREATE TRIGGER friction_cost_setting_delete AFTER DELETE ON setting  WHEN OLD.key IN ('hourly_rate', 'share_1', 'share_2', 'share_3', 'share_4') BEGIN UPDATE friction_assumption SET (rate, share_1, share_2, share_3, share_4) = (SELECT coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'hourly_rate'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 9007199254740991), 4500),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_1'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 0),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_2'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 20),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_3'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 100),coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'share_4'  AND value = CAST (CAST (value AS INTEGER) AS TEXT)  AND CAST (value AS INTEGER) BETWEEN 0 AND 1000), 300));END;
CREATE TRIGGER friction_cost_assumption AFTER UPDATE ON friction_assumption  WHEN (OLD.rate, OLD.share_1, OLD.share_2, OLD.share_3, OLD.share_4)    <> (NEW.rate, NEW.share_1, NEW.share_2, NEW.share_3, NEW.share_4)  BEGIN UPDATE friction_cost SET (status, cost, clients) = (SELECT max (status), iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > 9007199254, 9007199254740991,  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), 9007199254740991)), count (client) FROM (SELECT status, c.id AS client, iif (c.id IS NULL, 0, iif (coalesce (minutes, 0) * coalesce (times_per_year, 0) > 9000000000000000000 / max (rate, 1), 9007199254740991, min ((coalesce (minutes, 0) * coalesce (times_per_year, 0) * rate + 30) / 60, 9007199254740991))  + (coalesce (yearly_value, 0) * CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3  ELSE share_4 END + 500) / 1000) AS part FROM friction AS f JOIN friction_assumption  LEFT JOIN client AS c ON c.id IN    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)  WHERE f.id = friction_cost.friction)) WHERE friction IN (SELECT id FROM friction    WHERE (OLD.rate <> NEW.rate AND minutes > 0 AND times_per_year > 0)      OR CASE severity WHEN 1 THEN OLD.share_1 <> NEW.share_1        WHEN 2 THEN OLD.share_2 <> NEW.share_2 WHEN 3 THEN OLD.share_3 <> NEW.share_3        ELSE OLD.share_4 <> NEW.share_4 END); END;
CREATE VIEW content_text AS SELECT number, title, summary, evidence  FROM content_number JOIN content ON content.id = content_number.id;
CREATE TRIGGER content_index_insert AFTER INSERT ON content BEGIN  INSERT INTO content_number (id) VALUES (NEW.id);INSERT INTO content_search (rowid, title, summary, evidence)  SELECT number, NEW.title, NEW.summary, NEW.evidence  FROM content_number WHERE id = NEW.id;END;
CREATE TRIGGER content_index_delete AFTER DELETE ON content BEGIN INSERT INTO content_search (content_search, rowid, title, summary, evidence)  SELECT 'delete', number, OLD.title, OLD.summary, OLD.evidence  FROM content_number WHERE id = OLD.id;  DELETE FROM content_number WHERE id = OLD.id; END;
CREATE TRIGGER content_index_update AFTER UPDATE OF title, summary, evidence ON content  WHEN (OLD.title, OLD.summary, OLD.evidence) IS NOT (NEW.title, NEW.summary, NEW.evidence)  BEGIN INSERT INTO content_search (content_search, rowid, title, summary, evidence)  SELECT 'delete', number, OLD.title, OLD.summary, OLD.evidence  FROM content_number WHERE id = OLD.id;INSERT INTO content_search (rowid, title, summary, evidence)  SELECT number, NEW.title, NEW.summary, NEW.evidence  FROM content_number WHERE id = NEW.id;END;
CREATE TRIGGER trust_sum_nothing AFTER UPDATE ON trust_sum WHEN NEW.n = 0 BEGIN  DELETE FROM trust_sum WHERE client = NEW.client AND sort = NEW.sort AND day = NEW.day    AND spot = NEW.spot;END;
CREATE TRIGGER trust_promise_insert AFTER INSERT ON promise BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, CASE NEW.status WHEN 'kept' THEN iif (coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from))) > iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), 'late', 'kept') WHEN 'broken' THEN 'broken' WHEN 'open' THEN 'due' END AS sort, '' AS spot,  CAST (julianday (CASE NEW.status WHEN 'kept' THEN coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.made) WHEN 'broken' THEN coalesce (min (iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken), iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken, NEW.made) WHEN 'open' THEN iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)) END) - 1721424.5 AS INTEGER) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w  WHERE NEW.status <> 'withdrawn' AND CASE NEW.status WHEN 'kept' THEN coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.made) WHEN 'broken' THEN coalesce (min (iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken), iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken, NEW.made) WHEN 'open' THEN iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)) END IS NOT NULL UNION ALL SELECT w.client, iif (NEW.status = 'open', 'moving', 'moves'), '',  iif (NEW.status = 'open', 0, CAST (julianday (CASE NEW.status WHEN 'kept' THEN coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.made) WHEN 'broken' THEN coalesce (min (iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken), iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken, NEW.made) WHEN 'open' THEN iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)) END) - 1721424.5 AS INTEGER)), NEW.moves  FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w WHERE NEW.status <> 'withdrawn' AND NEW.moves > 0) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_promise_delete BEFORE DELETE ON promise BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, CASE OLD.status WHEN 'kept' THEN iif (coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from))) > iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), 'late', 'kept') WHEN 'broken' THEN 'broken' WHEN 'open' THEN 'due' END AS sort, '' AS spot,  CAST (julianday (CASE OLD.status WHEN 'kept' THEN coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.made) WHEN 'broken' THEN coalesce (min (iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken), iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken, OLD.made) WHEN 'open' THEN iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)) END) - 1721424.5 AS INTEGER) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w  WHERE OLD.status <> 'withdrawn' AND CASE OLD.status WHEN 'kept' THEN coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.made) WHEN 'broken' THEN coalesce (min (iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken), iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken, OLD.made) WHEN 'open' THEN iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)) END IS NOT NULL UNION ALL SELECT w.client, iif (OLD.status = 'open', 'moving', 'moves'), '',  iif (OLD.status = 'open', 0, CAST (julianday (CASE OLD.status WHEN 'kept' THEN coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.made) WHEN 'broken' THEN coalesce (min (iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken), iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken, OLD.made) WHEN 'open' THEN iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)) END) - 1721424.5 AS INTEGER)), OLD.moves  FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w WHERE OLD.status <> 'withdrawn' AND OLD.moves > 0) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_promise_before BEFORE UPDATE OF id, client, status, made, due, kept, broken, moves, moved_from, consent ON promise BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, CASE OLD.status WHEN 'kept' THEN iif (coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from))) > iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), 'late', 'kept') WHEN 'broken' THEN 'broken' WHEN 'open' THEN 'due' END AS sort, '' AS spot,  CAST (julianday (CASE OLD.status WHEN 'kept' THEN coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.made) WHEN 'broken' THEN coalesce (min (iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken), iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken, OLD.made) WHEN 'open' THEN iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)) END) - 1721424.5 AS INTEGER) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w  WHERE OLD.status <> 'withdrawn' AND CASE OLD.status WHEN 'kept' THEN coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.made) WHEN 'broken' THEN coalesce (min (iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken), iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken, OLD.made) WHEN 'open' THEN iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)) END IS NOT NULL UNION ALL SELECT w.client, iif (OLD.status = 'open', 'moving', 'moves'), '',  iif (OLD.status = 'open', 0, CAST (julianday (CASE OLD.status WHEN 'kept' THEN coalesce (OLD.kept, iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.made) WHEN 'broken' THEN coalesce (min (iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken), iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)), OLD.broken, OLD.made) WHEN 'open' THEN iif (OLD.moved_from IS NULL OR OLD.consent, OLD.due, iif (OLD.due < OLD.moved_from, OLD.due, OLD.moved_from)) END) - 1721424.5 AS INTEGER)), OLD.moves  FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w WHERE OLD.status <> 'withdrawn' AND OLD.moves > 0) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_promise_after AFTER UPDATE OF id, client, status, made, due, kept, broken, moves, moved_from, consent ON promise BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, CASE NEW.status WHEN 'kept' THEN iif (coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from))) > iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), 'late', 'kept') WHEN 'broken' THEN 'broken' WHEN 'open' THEN 'due' END AS sort, '' AS spot,  CAST (julianday (CASE NEW.status WHEN 'kept' THEN coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.made) WHEN 'broken' THEN coalesce (min (iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken), iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken, NEW.made) WHEN 'open' THEN iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)) END) - 1721424.5 AS INTEGER) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w  WHERE NEW.status <> 'withdrawn' AND CASE NEW.status WHEN 'kept' THEN coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.made) WHEN 'broken' THEN coalesce (min (iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken), iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken, NEW.made) WHEN 'open' THEN iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)) END IS NOT NULL UNION ALL SELECT w.client, iif (NEW.status = 'open', 'moving', 'moves'), '',  iif (NEW.status = 'open', 0, CAST (julianday (CASE NEW.status WHEN 'kept' THEN coalesce (NEW.kept, iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.made) WHEN 'broken' THEN coalesce (min (iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken), iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)), NEW.broken, NEW.made) WHEN 'open' THEN iif (NEW.moved_from IS NULL OR NEW.consent, NEW.due, iif (NEW.due < NEW.moved_from, NEW.due, NEW.moved_from)) END) - 1721424.5 AS INTEGER)), NEW.moves  FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w WHERE NEW.status <> 'withdrawn' AND NEW.moves > 0) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_contact_log_insert AFTER INSERT ON contact_log BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (NEW.solved = 'yes', 'solved', 'unsolved') AS sort,  iif (NEW.channel IN ('phone', 'mail', 'visit', 'website'), NEW.channel, 'other') AS spot, ((NEW.at + 62135596800000000) / 86400000000 + 1) AS day,  1 AS n FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w WHERE NEW.solved IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_contact_log_delete BEFORE DELETE ON contact_log BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (OLD.solved = 'yes', 'solved', 'unsolved') AS sort,  iif (OLD.channel IN ('phone', 'mail', 'visit', 'website'), OLD.channel, 'other') AS spot, ((OLD.at + 62135596800000000) / 86400000000 + 1) AS day,  1 AS n FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w WHERE OLD.solved IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_contact_log_before BEFORE UPDATE OF client, at, channel, solved ON contact_log BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (OLD.solved = 'yes', 'solved', 'unsolved') AS sort,  iif (OLD.channel IN ('phone', 'mail', 'visit', 'website'), OLD.channel, 'other') AS spot, ((OLD.at + 62135596800000000) / 86400000000 + 1) AS day,  1 AS n FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w WHERE OLD.solved IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_contact_log_after AFTER UPDATE OF client, at, channel, solved ON contact_log BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (NEW.solved = 'yes', 'solved', 'unsolved') AS sort,  iif (NEW.channel IN ('phone', 'mail', 'visit', 'website'), NEW.channel, 'other') AS spot, ((NEW.at + 62135596800000000) / 86400000000 + 1) AS day,  1 AS n FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w WHERE NEW.solved IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_insert AFTER INSERT ON friction BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (NEW.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM (SELECT '' AS client UNION SELECT NEW.client WHERE NEW.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = NEW.id) AS w WHERE (NEW.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = NEW.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (NEW.status IN ('open', 'fixing'), 'open' || NEW.severity, 'past'),  NEW.touchpoint, CASE NEW.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (NEW.removed, NEW.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (NEW.reported) - 1721424.5 AS INTEGER) END, 1 FROM (SELECT '' AS client UNION SELECT NEW.client WHERE NEW.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = NEW.id) AS w WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_delete BEFORE DELETE ON friction BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (OLD.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM (SELECT '' AS client UNION SELECT OLD.client WHERE OLD.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = OLD.id) AS w WHERE (OLD.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = OLD.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (OLD.status IN ('open', 'fixing'), 'open' || OLD.severity, 'past'),  OLD.touchpoint, CASE OLD.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (OLD.removed, OLD.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (OLD.reported) - 1721424.5 AS INTEGER) END, 1 FROM (SELECT '' AS client UNION SELECT OLD.client WHERE OLD.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = OLD.id) AS w WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_before BEFORE UPDATE OF id, client, touchpoint, severity, reported, status, removed, contact_log ON friction BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (OLD.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM (SELECT '' AS client UNION SELECT OLD.client WHERE OLD.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = OLD.id) AS w WHERE (OLD.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = OLD.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (OLD.status IN ('open', 'fixing'), 'open' || OLD.severity, 'past'),  OLD.touchpoint, CASE OLD.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (OLD.removed, OLD.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (OLD.reported) - 1721424.5 AS INTEGER) END, 1 FROM (SELECT '' AS client UNION SELECT OLD.client WHERE OLD.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = OLD.id) AS w WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_after AFTER UPDATE OF id, client, touchpoint, severity, reported, status, removed, contact_log ON friction BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (NEW.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM (SELECT '' AS client UNION SELECT NEW.client WHERE NEW.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = NEW.id) AS w WHERE (NEW.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = NEW.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (NEW.status IN ('open', 'fixing'), 'open' || NEW.severity, 'past'),  NEW.touchpoint, CASE NEW.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (NEW.removed, NEW.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (NEW.reported) - 1721424.5 AS INTEGER) END, 1 FROM (SELECT '' AS client UNION SELECT NEW.client WHERE NEW.client IS NOT NULL  UNION SELECT client FROM friction_client WHERE friction = NEW.id) AS w WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_client_insert AFTER INSERT ON friction_client BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT NEW.client AS client) AS w  ON r.id = NEW.friction AND r.client IS NOT w.client WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT NEW.client AS client) AS w  ON r.id = NEW.friction AND r.client IS NOT w.client WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_client_delete BEFORE DELETE ON friction_client BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT OLD.client AS client) AS w  ON r.id = OLD.friction AND r.client IS NOT w.client WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT OLD.client AS client) AS w  ON r.id = OLD.friction AND r.client IS NOT w.client WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_client_before BEFORE UPDATE OF friction, client ON friction_client BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT OLD.client AS client) AS w  ON r.id = OLD.friction AND r.client IS NOT w.client WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT OLD.client AS client) AS w  ON r.id = OLD.friction AND r.client IS NOT w.client WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_friction_client_after AFTER UPDATE OF friction, client ON friction_client BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT NEW.client AS client) AS w  ON r.id = NEW.friction AND r.client IS NOT w.client WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT NEW.client AS client) AS w  ON r.id = NEW.friction AND r.client IS NOT w.client WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_entry_making BEFORE INSERT ON contact_log WHEN NEW.solved IS NOT NULL  BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = NEW.id  UNION SELECT id, client FROM friction WHERE contact_log = NEW.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = NEW.id) AS w USING (id) WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = NEW.id  UNION SELECT id, client FROM friction WHERE contact_log = NEW.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = NEW.id) AS w USING (id) WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_entry_made AFTER INSERT ON contact_log WHEN NEW.solved IS NOT NULL  BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = NEW.id  UNION SELECT id, client FROM friction WHERE contact_log = NEW.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = NEW.id) AS w USING (id) WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = NEW.id  UNION SELECT id, client FROM friction WHERE contact_log = NEW.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = NEW.id) AS w USING (id) WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_entry_going BEFORE DELETE ON contact_log WHEN OLD.solved IS NOT NULL  BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = OLD.id  UNION SELECT id, client FROM friction WHERE contact_log = OLD.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = OLD.id) AS w USING (id) WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = OLD.id  UNION SELECT id, client FROM friction WHERE contact_log = OLD.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = OLD.id) AS w USING (id) WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_entry_gone AFTER DELETE ON contact_log WHEN OLD.solved IS NOT NULL  BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = OLD.id  UNION SELECT id, client FROM friction WHERE contact_log = OLD.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = OLD.id) AS w USING (id) WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = OLD.id  UNION SELECT id, client FROM friction WHERE contact_log = OLD.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = OLD.id) AS w USING (id) WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_entry_before BEFORE UPDATE OF client, solved ON contact_log BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = OLD.id  UNION SELECT id, client FROM friction WHERE contact_log = OLD.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = OLD.id) AS w USING (id) WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = OLD.id  UNION SELECT id, client FROM friction WHERE contact_log = OLD.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = OLD.id) AS w USING (id) WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_entry_after AFTER UPDATE OF client, solved ON contact_log BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, 'friction' AS sort, '' AS spot, CAST (julianday (r.reported) - 1721424.5 AS INTEGER) AS day,  1 AS n FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = NEW.id  UNION SELECT id, client FROM friction WHERE contact_log = NEW.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = NEW.id) AS w USING (id) WHERE (r.severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry  WHERE entry.id = r.contact_log AND entry.solved IS NOT NULL    AND (w.client = '' OR entry.client = w.client))) UNION ALL SELECT w.client,  iif (r.status IN ('open', 'fixing'), 'open' || r.severity, 'past'),  r.touchpoint, CASE r.status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0    WHEN 'removed' THEN CAST (julianday (coalesce (r.removed, r.reported)) - 1721424.5 AS INTEGER)    ELSE CAST (julianday (r.reported) - 1721424.5 AS INTEGER) END, 1 FROM friction AS r JOIN (SELECT id, '' AS client FROM friction    WHERE contact_log = NEW.id  UNION SELECT id, client FROM friction WHERE contact_log = NEW.id    AND client IS NOT NULL  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f    ON f.id = fc.friction WHERE f.contact_log = NEW.id) AS w USING (id) WHERE true) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_meeting_insert AFTER INSERT ON meeting BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (NEW.ended - NEW.began <= (coalesce ((SELECT minutes_limit FROM client WHERE id = NEW.client), 15) + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((NEW.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w  WHERE NEW.status IN ('held', 'debriefed') AND NEW.began IS NOT NULL    AND NEW.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_meeting_delete BEFORE DELETE ON meeting BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (OLD.ended - OLD.began <= (coalesce ((SELECT minutes_limit FROM client WHERE id = OLD.client), 15) + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((OLD.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w  WHERE OLD.status IN ('held', 'debriefed') AND OLD.began IS NOT NULL    AND OLD.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_meeting_before BEFORE UPDATE OF client, status, began, ended ON meeting BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (OLD.ended - OLD.began <= (coalesce ((SELECT minutes_limit FROM client WHERE id = OLD.client), 15) + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((OLD.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT OLD.client WHERE OLD.client IS NOT NULL) AS w  WHERE OLD.status IN ('held', 'debriefed') AND OLD.began IS NOT NULL    AND OLD.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_meeting_after AFTER UPDATE OF client, status, began, ended ON meeting BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (NEW.ended - NEW.began <= (coalesce ((SELECT minutes_limit FROM client WHERE id = NEW.client), 15) + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((NEW.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM (SELECT '' AS client UNION ALL SELECT NEW.client WHERE NEW.client IS NOT NULL) AS w  WHERE NEW.status IN ('held', 'debriefed') AND NEW.began IS NOT NULL    AND NEW.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_limit_insert AFTER INSERT ON client  WHEN coalesce (NEW.minutes_limit, 15) <> 15 BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (r.ended - r.began <= (15 + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((r.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT NEW.id) AS w ON r.client = NEW.id  WHERE r.status IN ('held', 'debriefed') AND r.began IS NOT NULL    AND r.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (r.ended - r.began <= (NEW.minutes_limit + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((r.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT NEW.id) AS w ON r.client = NEW.id  WHERE r.status IN ('held', 'debriefed') AND r.began IS NOT NULL    AND r.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_limit_delete AFTER DELETE ON client  WHEN coalesce (OLD.minutes_limit, 15) <> 15 BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (r.ended - r.began <= (OLD.minutes_limit + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((r.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT OLD.id) AS w ON r.client = OLD.id  WHERE r.status IN ('held', 'debriefed') AND r.began IS NOT NULL    AND r.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (r.ended - r.began <= (15 + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((r.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT OLD.id) AS w ON r.client = OLD.id  WHERE r.status IN ('held', 'debriefed') AND r.began IS NOT NULL    AND r.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE TRIGGER trust_limit_update AFTER UPDATE OF minutes_limit ON client  WHEN OLD.minutes_limit IS NOT NEW.minutes_limit BEGIN INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, - n FROM (SELECT w.client, iif (r.ended - r.began <= (coalesce (OLD.minutes_limit, 15) + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((r.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT NEW.id) AS w ON r.client = NEW.id  WHERE r.status IN ('held', 'debriefed') AND r.began IS NOT NULL    AND r.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;INSERT INTO trust_sum (client, sort, spot, day, n)  SELECT client, sort, spot, day, + n FROM (SELECT w.client, iif (r.ended - r.began <= (coalesce (NEW.minutes_limit, 15) + 1) * 60000000,    'in_time', 'overrun') AS sort,  '' AS spot, ((r.ended + 62135596800000000) / 86400000000 + 1) AS day, 1 AS n FROM meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT NEW.id) AS w ON r.client = NEW.id  WHERE r.status IN ('held', 'debriefed') AND r.began IS NOT NULL    AND r.ended IS NOT NULL) WHERE true  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;END;
CREATE INDEX trust_promise ON promise (CASE status WHEN 'kept' THEN iif (coalesce (kept, iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from))) > iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), 'late', 'kept') WHEN 'broken' THEN 'broken' WHEN 'open' THEN 'due' END, CASE status WHEN 'kept' THEN coalesce (kept, iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), made) WHEN 'broken' THEN coalesce (min (iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), broken), iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), broken, made) WHEN 'open' THEN iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)) END);
CREATE INDEX trust_promise_client ON promise (client, CASE status WHEN 'kept' THEN iif (coalesce (kept, iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from))) > iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), 'late', 'kept') WHEN 'broken' THEN 'broken' WHEN 'open' THEN 'due' END, CASE status WHEN 'kept' THEN coalesce (kept, iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), made) WHEN 'broken' THEN coalesce (min (iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), broken), iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)), broken, made) WHEN 'open' THEN iif (moved_from IS NULL OR consent, due, iif (due < moved_from, due, moved_from)) END) WHERE client IS NOT NULL;
CREATE INDEX trust_needed ON contact_log (at) WHERE failure = 1 OR solved = 'no';
CREATE INDEX trust_needed_client ON contact_log (client, at)  WHERE failure = 1 OR solved = 'no';
CREATE INDEX trust_severe ON friction (severity, reported)  WHERE status IN ('open', 'fixing') AND severity >= 3;
CREATE INDEX trust_severe_client ON friction (client, severity, reported)  WHERE status IN ('open', 'fixing') AND severity >= 3;
CREATE INDEX trust_meeting ON meeting (ended) WHERE ended IS NOT NULL;
CREATE INDEX trust_meeting_client ON meeting (client, ended) WHERE ended IS NOT NULL;
CREATE TRIGGER contact_day_nothing AFTER UPDATE ON contact_day WHEN NEW.n = 0  BEGIN DELETE FROM contact_day WHERE day = NEW.day; END;
CREATE TRIGGER contact_day_insert AFTER INSERT ON contact_log BEGIN INSERT INTO contact_day (day, n, first, rung, solved, known, failure, answered, upgraded, learned)  VALUES (((NEW.at + 62135596800000000) / 86400000000 + 1), 1, iif (NEW.rings <= 1, 1, 0), (NEW.rings IS NOT NULL), iif (NEW.solved = 'yes', 1, 0), (NEW.solved IS NOT NULL), NEW.failure, (NEW.upgraded_to IS NOT NULL AND NEW.upgrade_answer IS NOT NULL AND NEW.upgrade_change IS NOT NULL AND NEW.upgrade_told IS NOT NULL), (NEW.upgraded_to IS NOT NULL), ((NEW.learned IS NOT NULL OR NEW.upgrade_answer IS NOT NULL)))  ON CONFLICT (day) DO UPDATE SET    n = n + excluded.n, first = first + excluded.first, rung = rung + excluded.rung,    solved = solved + excluded.solved, known = known + excluded.known,    failure = failure + excluded.failure, answered = answered + excluded.answered,    upgraded = upgraded + excluded.upgraded, learned = learned + excluded.learned;END;
CREATE TRIGGER contact_day_delete AFTER DELETE ON contact_log BEGIN INSERT INTO contact_day (day, n, first, rung, solved, known, failure, answered, upgraded, learned)  VALUES (((OLD.at + 62135596800000000) / 86400000000 + 1), -1, -iif (OLD.rings <= 1, 1, 0), -(OLD.rings IS NOT NULL), -iif (OLD.solved = 'yes', 1, 0), -(OLD.solved IS NOT NULL), -OLD.failure, -(OLD.upgraded_to IS NOT NULL AND OLD.upgrade_answer IS NOT NULL AND OLD.upgrade_change IS NOT NULL AND OLD.upgrade_told IS NOT NULL), -(OLD.upgraded_to IS NOT NULL), -((OLD.learned IS NOT NULL OR OLD.upgrade_answer IS NOT NULL)))  ON CONFLICT (day) DO UPDATE SET    n = n + excluded.n, first = first + excluded.first, rung = rung + excluded.rung,    solved = solved + excluded.solved, known = known + excluded.known,    failure = failure + excluded.failure, answered = answered + excluded.answered,    upgraded = upgraded + excluded.upgraded, learned = learned + excluded.learned;END;
CREATE TRIGGER contact_day_update AFTER UPDATE OF at, rings, solved, failure, upgraded_to,  upgrade_answer, upgrade_change, upgrade_told, learned ON contact_log  BEGIN INSERT INTO contact_day (day, n, first, rung, solved, known, failure, answered, upgraded, learned)  VALUES (((OLD.at + 62135596800000000) / 86400000000 + 1), -1, -iif (OLD.rings <= 1, 1, 0), -(OLD.rings IS NOT NULL), -iif (OLD.solved = 'yes', 1, 0), -(OLD.solved IS NOT NULL), -OLD.failure, -(OLD.upgraded_to IS NOT NULL AND OLD.upgrade_answer IS NOT NULL AND OLD.upgrade_change IS NOT NULL AND OLD.upgrade_told IS NOT NULL), -(OLD.upgraded_to IS NOT NULL), -((OLD.learned IS NOT NULL OR OLD.upgrade_answer IS NOT NULL)))  ON CONFLICT (day) DO UPDATE SET    n = n + excluded.n, first = first + excluded.first, rung = rung + excluded.rung,    solved = solved + excluded.solved, known = known + excluded.known,    failure = failure + excluded.failure, answered = answered + excluded.answered,    upgraded = upgraded + excluded.upgraded, learned = learned + excluded.learned;INSERT INTO contact_day (day, n, first, rung, solved, known, failure, answered, upgraded, learned)  VALUES (((NEW.at + 62135596800000000) / 86400000000 + 1), 1, iif (NEW.rings <= 1, 1, 0), (NEW.rings IS NOT NULL), iif (NEW.solved = 'yes', 1, 0), (NEW.solved IS NOT NULL), NEW.failure, (NEW.upgraded_to IS NOT NULL AND NEW.upgrade_answer IS NOT NULL AND NEW.upgrade_change IS NOT NULL AND NEW.upgrade_told IS NOT NULL), (NEW.upgraded_to IS NOT NULL), ((NEW.learned IS NOT NULL OR NEW.upgrade_answer IS NOT NULL)))  ON CONFLICT (day) DO UPDATE SET    n = n + excluded.n, first = first + excluded.first, rung = rung + excluded.rung,    solved = solved + excluded.solved, known = known + excluded.known,    failure = failure + excluded.failure, answered = answered + excluded.answered,    upgraded = upgraded + excluded.upgraded, learned = learned + excluded.learned;END;
CREATE VIEW document_text AS SELECT number, CASE entity WHEN 'client' THEN (SELECT name FROM client AS r WHERE r.id = d.id) WHEN 'contact' THEN (SELECT name FROM contact AS r WHERE r.id = d.id) WHEN 'meeting' THEN (SELECT output FROM meeting AS r WHERE r.id = d.id) WHEN 'remark' THEN (SELECT words FROM remark AS r WHERE r.id = d.id) WHEN 'content' THEN (SELECT title FROM content AS r WHERE r.id = d.id) WHEN 'promise' THEN (SELECT what FROM promise AS r WHERE r.id = d.id) WHEN 'contact_log' THEN (SELECT words FROM contact_log AS r WHERE r.id = d.id) WHEN 'friction' THEN (SELECT title FROM friction AS r WHERE r.id = d.id) WHEN 'segment' THEN (SELECT title FROM segment AS r WHERE r.id = d.id) WHEN 'movement' THEN (SELECT opened FROM movement AS r WHERE r.id = d.id) WHEN 'touchpoint_check' THEN (SELECT finding FROM touchpoint_check AS r WHERE r.id = d.id) WHEN 'review' THEN (SELECT summary FROM review AS r WHERE r.id = d.id) WHEN 'comment' THEN (SELECT text FROM comment AS r WHERE r.id = d.id) WHEN 'blueprint' THEN (SELECT name FROM blueprint AS r WHERE r.id = d.id) END AS c0, CASE entity WHEN 'client' THEN (SELECT value_proposition FROM client AS r WHERE r.id = d.id) WHEN 'meeting' THEN (SELECT questions FROM meeting AS r WHERE r.id = d.id) WHEN 'remark' THEN (SELECT answer FROM remark AS r WHERE r.id = d.id) WHEN 'content' THEN (SELECT summary FROM content AS r WHERE r.id = d.id) WHEN 'contact_log' THEN (SELECT learned FROM contact_log AS r WHERE r.id = d.id) WHEN 'friction' THEN (SELECT words FROM friction AS r WHERE r.id = d.id) WHEN 'segment' THEN (SELECT output FROM segment AS r WHERE r.id = d.id) END AS c1, CASE entity WHEN 'client' THEN (SELECT notes FROM client AS r WHERE r.id = d.id) WHEN 'meeting' THEN (SELECT objections FROM meeting AS r WHERE r.id = d.id) WHEN 'friction' THEN (SELECT change FROM friction AS r WHERE r.id = d.id) END AS c2, CASE entity WHEN 'meeting' THEN (SELECT learned FROM meeting AS r WHERE r.id = d.id) WHEN 'friction' THEN (SELECT learned FROM friction AS r WHERE r.id = d.id) END AS c3, CASE entity WHEN 'meeting' THEN (SELECT open_with FROM meeting AS r WHERE r.id = d.id) END AS c4 FROM document AS d;
CREATE TRIGGER search_client_insert AFTER INSERT ON client WHEN NEW.name IS NOT NULL OR NEW.value_proposition IS NOT NULL OR NEW.notes IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('client', NEW.id);  INSERT INTO search (rowid, c0, c1, c2)    SELECT number, NEW.name, NEW.value_proposition, NEW.notes FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_client_delete AFTER DELETE ON client WHEN OLD.name IS NOT NULL OR OLD.value_proposition IS NOT NULL OR OLD.notes IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1, c2)    SELECT 'delete', number, OLD.name, OLD.value_proposition, OLD.notes FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_client_update AFTER UPDATE OF name, value_proposition, notes ON client WHEN OLD.name IS NOT NEW.name OR OLD.value_proposition IS NOT NEW.value_proposition OR OLD.notes IS NOT NEW.notes BEGIN  INSERT INTO search (search, rowid, c0, c1, c2)    SELECT 'delete', number, OLD.name, OLD.value_proposition, OLD.notes FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0, c1, c2)    SELECT number, NEW.name, NEW.value_proposition, NEW.notes FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_contact_insert AFTER INSERT ON contact WHEN NEW.name IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('contact', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.name FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_contact_delete AFTER DELETE ON contact WHEN OLD.name IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.name FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_contact_update AFTER UPDATE OF name ON contact WHEN OLD.name IS NOT NEW.name BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.name FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0)    SELECT number, NEW.name FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_meeting_insert AFTER INSERT ON meeting WHEN NEW.output IS NOT NULL OR NEW.questions IS NOT NULL OR NEW.objections IS NOT NULL OR NEW.learned IS NOT NULL OR NEW.open_with IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('meeting', NEW.id);  INSERT INTO search (rowid, c0, c1, c2, c3, c4)    SELECT number, NEW.output, NEW.questions, NEW.objections, NEW.learned, NEW.open_with FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_meeting_delete AFTER DELETE ON meeting WHEN OLD.output IS NOT NULL OR OLD.questions IS NOT NULL OR OLD.objections IS NOT NULL OR OLD.learned IS NOT NULL OR OLD.open_with IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1, c2, c3, c4)    SELECT 'delete', number, OLD.output, OLD.questions, OLD.objections, OLD.learned, OLD.open_with FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_meeting_update AFTER UPDATE OF output, questions, objections, learned, open_with ON meeting WHEN OLD.output IS NOT NEW.output OR OLD.questions IS NOT NEW.questions OR OLD.objections IS NOT NEW.objections OR OLD.learned IS NOT NEW.learned OR OLD.open_with IS NOT NEW.open_with BEGIN  INSERT INTO search (search, rowid, c0, c1, c2, c3, c4)    SELECT 'delete', number, OLD.output, OLD.questions, OLD.objections, OLD.learned, OLD.open_with FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id AND NOT (NEW.output IS NOT NULL OR NEW.questions IS NOT NULL OR NEW.objections IS NOT NULL OR NEW.learned IS NOT NULL OR NEW.open_with IS NOT NULL);  INSERT INTO document (entity, id) SELECT 'meeting', NEW.id WHERE NEW.output IS NOT NULL OR NEW.questions IS NOT NULL OR NEW.objections IS NOT NULL OR NEW.learned IS NOT NULL OR NEW.open_with IS NOT NULL    ON CONFLICT DO NOTHING;  INSERT INTO search (rowid, c0, c1, c2, c3, c4)    SELECT number, NEW.output, NEW.questions, NEW.objections, NEW.learned, NEW.open_with FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_remark_insert AFTER INSERT ON remark WHEN NEW.words IS NOT NULL OR NEW.answer IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('remark', NEW.id);  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.words, NEW.answer FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_remark_delete AFTER DELETE ON remark WHEN OLD.words IS NOT NULL OR OLD.answer IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.words, OLD.answer FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_remark_update AFTER UPDATE OF words, answer ON remark WHEN OLD.words IS NOT NEW.words OR OLD.answer IS NOT NEW.answer BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.words, OLD.answer FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.words, NEW.answer FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_content_insert AFTER INSERT ON content WHEN NEW.title IS NOT NULL OR NEW.summary IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('content', NEW.id);  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.title, NEW.summary FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_content_delete AFTER DELETE ON content WHEN OLD.title IS NOT NULL OR OLD.summary IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.title, OLD.summary FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_content_update AFTER UPDATE OF title, summary ON content WHEN OLD.title IS NOT NEW.title OR OLD.summary IS NOT NEW.summary BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.title, OLD.summary FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.title, NEW.summary FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_promise_insert AFTER INSERT ON promise WHEN NEW.what IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('promise', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.what FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_promise_delete AFTER DELETE ON promise WHEN OLD.what IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.what FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_promise_update AFTER UPDATE OF what ON promise WHEN OLD.what IS NOT NEW.what BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.what FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0)    SELECT number, NEW.what FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_contact_log_insert AFTER INSERT ON contact_log WHEN NEW.words IS NOT NULL OR NEW.learned IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('contact_log', NEW.id);  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.words, NEW.learned FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_contact_log_delete AFTER DELETE ON contact_log WHEN OLD.words IS NOT NULL OR OLD.learned IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.words, OLD.learned FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_contact_log_update AFTER UPDATE OF words, learned ON contact_log WHEN OLD.words IS NOT NEW.words OR OLD.learned IS NOT NEW.learned BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.words, OLD.learned FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id AND NOT (NEW.words IS NOT NULL OR NEW.learned IS NOT NULL);  INSERT INTO document (entity, id) SELECT 'contact_log', NEW.id WHERE NEW.words IS NOT NULL OR NEW.learned IS NOT NULL    ON CONFLICT DO NOTHING;  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.words, NEW.learned FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_friction_insert AFTER INSERT ON friction WHEN NEW.title IS NOT NULL OR NEW.words IS NOT NULL OR NEW.change IS NOT NULL OR NEW.learned IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('friction', NEW.id);  INSERT INTO search (rowid, c0, c1, c2, c3)    SELECT number, NEW.title, NEW.words, NEW.change, NEW.learned FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_friction_delete AFTER DELETE ON friction WHEN OLD.title IS NOT NULL OR OLD.words IS NOT NULL OR OLD.change IS NOT NULL OR OLD.learned IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1, c2, c3)    SELECT 'delete', number, OLD.title, OLD.words, OLD.change, OLD.learned FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_friction_update AFTER UPDATE OF title, words, change, learned ON friction WHEN OLD.title IS NOT NEW.title OR OLD.words IS NOT NEW.words OR OLD.change IS NOT NEW.change OR OLD.learned IS NOT NEW.learned BEGIN  INSERT INTO search (search, rowid, c0, c1, c2, c3)    SELECT 'delete', number, OLD.title, OLD.words, OLD.change, OLD.learned FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0, c1, c2, c3)    SELECT number, NEW.title, NEW.words, NEW.change, NEW.learned FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_segment_insert AFTER INSERT ON segment WHEN NEW.title IS NOT NULL OR NEW.output IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('segment', NEW.id);  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.title, NEW.output FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_segment_delete AFTER DELETE ON segment WHEN OLD.title IS NOT NULL OR OLD.output IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.title, OLD.output FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_segment_update AFTER UPDATE OF title, output ON segment WHEN OLD.title IS NOT NEW.title OR OLD.output IS NOT NEW.output BEGIN  INSERT INTO search (search, rowid, c0, c1)    SELECT 'delete', number, OLD.title, OLD.output FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0, c1)    SELECT number, NEW.title, NEW.output FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_movement_insert AFTER INSERT ON movement WHEN NEW.opened IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('movement', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.opened FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_movement_delete AFTER DELETE ON movement WHEN OLD.opened IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.opened FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_movement_update AFTER UPDATE OF opened ON movement WHEN OLD.opened IS NOT NEW.opened BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.opened FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id AND NOT (NEW.opened IS NOT NULL);  INSERT INTO document (entity, id) SELECT 'movement', NEW.id WHERE NEW.opened IS NOT NULL    ON CONFLICT DO NOTHING;  INSERT INTO search (rowid, c0)    SELECT number, NEW.opened FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_touchpoint_check_insert AFTER INSERT ON touchpoint_check WHEN NEW.finding IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('touchpoint_check', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.finding FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_touchpoint_check_delete AFTER DELETE ON touchpoint_check WHEN OLD.finding IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.finding FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_touchpoint_check_update AFTER UPDATE OF finding ON touchpoint_check WHEN OLD.finding IS NOT NEW.finding BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.finding FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id AND NOT (NEW.finding IS NOT NULL);  INSERT INTO document (entity, id) SELECT 'touchpoint_check', NEW.id WHERE NEW.finding IS NOT NULL    ON CONFLICT DO NOTHING;  INSERT INTO search (rowid, c0)    SELECT number, NEW.finding FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_review_insert AFTER INSERT ON review WHEN NEW.summary IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('review', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.summary FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_review_delete AFTER DELETE ON review WHEN OLD.summary IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.summary FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_review_update AFTER UPDATE OF summary ON review WHEN OLD.summary IS NOT NEW.summary BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.summary FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id AND NOT (NEW.summary IS NOT NULL);  INSERT INTO document (entity, id) SELECT 'review', NEW.id WHERE NEW.summary IS NOT NULL    ON CONFLICT DO NOTHING;  INSERT INTO search (rowid, c0)    SELECT number, NEW.summary FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_comment_insert AFTER INSERT ON comment WHEN NEW.text IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('comment', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.text FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_comment_delete AFTER DELETE ON comment WHEN OLD.text IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.text FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_comment_update AFTER UPDATE OF text ON comment WHEN OLD.text IS NOT NEW.text BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.text FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0)    SELECT number, NEW.text FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_blueprint_insert AFTER INSERT ON blueprint WHEN NEW.name IS NOT NULL BEGIN  INSERT INTO document (entity, id) VALUES ('blueprint', NEW.id);  INSERT INTO search (rowid, c0)    SELECT number, NEW.name FROM document WHERE id = NEW.id;END;
CREATE TRIGGER search_blueprint_delete AFTER DELETE ON blueprint WHEN OLD.name IS NOT NULL BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.name FROM document WHERE id = OLD.id;  DELETE FROM document WHERE id = OLD.id;END;
CREATE TRIGGER search_blueprint_update AFTER UPDATE OF name ON blueprint WHEN OLD.name IS NOT NEW.name BEGIN  INSERT INTO search (search, rowid, c0)    SELECT 'delete', number, OLD.name FROM document WHERE id = OLD.id;  INSERT INTO search (rowid, c0)    SELECT number, NEW.name FROM document WHERE id = NEW.id;END;
CREATE UNIQUE INDEX meeting_uid ON meeting (uid) WHERE uid IS NOT NULL;
CREATE INDEX meeting_reached ON meeting (client, output_reached, status)
  WHERE status = 'debriefed';
CREATE UNIQUE INDEX signer_key ON signer (public_key);
CREATE INDEX signer_name ON signer (name_key, id);
CREATE INDEX signer_device ON signer (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX received_plan_start ON received_plan (state, start, id);
CREATE INDEX received_plan_score ON received_plan (state, score, id);
CREATE INDEX received_plan_blockers ON received_plan (state, blockers, id);
CREATE INDEX received_plan_sender ON received_plan (state, sender_key, id);
CREATE INDEX received_plan_client ON received_plan (state, client_key, id);
CREATE INDEX received_plan_output ON received_plan (output_key) WHERE output_key IS NOT NULL;
CREATE INDEX received_plan_signer ON received_plan (signer_key) WHERE signer_key IS NOT NULL;
CREATE INDEX received_plan_bare ON received_plan (id) WHERE digest IS NULL AND bytes IS NOT NULL;
CREATE INDEX received_plan_keyless ON received_plan (id)
  WHERE sender_key IS NULL AND sender IS NOT NULL;
CREATE TRIGGER counter_client_insert AFTER INSERT ON client BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'client';END;
CREATE TRIGGER counter_client_delete AFTER DELETE ON client BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'client';END;
CREATE TRIGGER counter_contact_insert AFTER INSERT ON contact BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'contact';END;
CREATE TRIGGER counter_contact_delete AFTER DELETE ON contact BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'contact';END;
CREATE TRIGGER counter_meeting_insert AFTER INSERT ON meeting BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'meeting';END;
CREATE TRIGGER counter_meeting_delete AFTER DELETE ON meeting BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'meeting';END;
CREATE TRIGGER counter_remark_insert AFTER INSERT ON remark BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'remark';END;
CREATE TRIGGER counter_remark_delete AFTER DELETE ON remark BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'remark';END;
CREATE TRIGGER counter_attendee_insert AFTER INSERT ON attendee BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'attendee';END;
CREATE TRIGGER counter_attendee_delete AFTER DELETE ON attendee BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'attendee';END;
CREATE TRIGGER counter_content_insert AFTER INSERT ON content BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'content';END;
CREATE TRIGGER counter_content_delete AFTER DELETE ON content BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'content';END;
CREATE TRIGGER counter_promise_insert AFTER INSERT ON promise BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'promise';END;
CREATE TRIGGER counter_promise_delete AFTER DELETE ON promise BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'promise';END;
CREATE TRIGGER counter_contact_log_insert AFTER INSERT ON contact_log BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'contact_log';END;
CREATE TRIGGER counter_contact_log_delete AFTER DELETE ON contact_log BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'contact_log';END;
CREATE TRIGGER counter_friction_insert AFTER INSERT ON friction BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'friction';END;
CREATE TRIGGER counter_friction_delete AFTER DELETE ON friction BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'friction';END;
CREATE TRIGGER counter_friction_client_insert AFTER INSERT ON friction_client BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'friction_client';END;
CREATE TRIGGER counter_friction_client_delete AFTER DELETE ON friction_client BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'friction_client';END;
CREATE TRIGGER counter_segment_insert AFTER INSERT ON segment BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'segment';END;
CREATE TRIGGER counter_segment_delete AFTER DELETE ON segment BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'segment';END;
CREATE TRIGGER counter_movement_insert AFTER INSERT ON movement BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'movement';END;
CREATE TRIGGER counter_movement_delete AFTER DELETE ON movement BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'movement';END;
CREATE TRIGGER counter_waiting_insert AFTER INSERT ON waiting BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'waiting';END;
CREATE TRIGGER counter_waiting_delete AFTER DELETE ON waiting BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'waiting';END;
CREATE TRIGGER counter_touchpoint_check_insert AFTER INSERT ON touchpoint_check BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'touchpoint_check';END;
CREATE TRIGGER counter_touchpoint_check_delete AFTER DELETE ON touchpoint_check BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'touchpoint_check';END;
CREATE TRIGGER counter_housekeeping_insert AFTER INSERT ON housekeeping BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'housekeeping';END;
CREATE TRIGGER counter_housekeeping_delete AFTER DELETE ON housekeeping BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'housekeeping';END;
CREATE TRIGGER counter_review_insert AFTER INSERT ON review BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'review';END;
CREATE TRIGGER counter_review_delete AFTER DELETE ON review BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'review';END;
CREATE TRIGGER counter_comment_insert AFTER INSERT ON comment BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'comment';END;
CREATE TRIGGER counter_comment_delete AFTER DELETE ON comment BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'comment';END;
CREATE TRIGGER counter_finding_accepted_insert AFTER INSERT ON finding_accepted BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'finding_accepted';END;
CREATE TRIGGER counter_finding_accepted_delete AFTER DELETE ON finding_accepted BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'finding_accepted';END;
CREATE TRIGGER counter_export_insert AFTER INSERT ON export BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'export';END;
CREATE TRIGGER counter_export_delete AFTER DELETE ON export BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'export';END;
CREATE TRIGGER counter_received_plan_insert AFTER INSERT ON received_plan BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'received_plan';END;
CREATE TRIGGER counter_received_plan_delete AFTER DELETE ON received_plan BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'received_plan';END;
CREATE TRIGGER counter_transfer_insert AFTER INSERT ON transfer BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'transfer';END;
CREATE TRIGGER counter_transfer_delete AFTER DELETE ON transfer BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'transfer';END;
CREATE TRIGGER counter_blueprint_insert AFTER INSERT ON blueprint BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'blueprint';END;
CREATE TRIGGER counter_blueprint_delete AFTER DELETE ON blueprint BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'blueprint';END;
CREATE TRIGGER counter_signer_insert AFTER INSERT ON signer BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'signer';END;
CREATE TRIGGER counter_signer_delete AFTER DELETE ON signer BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'signer';END;
CREATE TRIGGER counter_meeting_status_insert AFTER INSERT ON meeting BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'meeting.status.' || NEW.status;END;
CREATE TRIGGER counter_meeting_status_delete AFTER DELETE ON meeting BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'meeting.status.' || OLD.status;END;
CREATE TRIGGER counter_meeting_status_update AFTER UPDATE OF status ON meeting  WHEN OLD.status IS NOT NEW.status BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'meeting.status.' || OLD.status;  UPDATE counter SET n = n + 1 WHERE name = 'meeting.status.' || NEW.status;END;
CREATE TRIGGER counter_friction_status_insert AFTER INSERT ON friction BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'friction.status.' || NEW.status;END;
CREATE TRIGGER counter_friction_status_delete AFTER DELETE ON friction BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'friction.status.' || OLD.status;END;
CREATE TRIGGER counter_friction_status_update AFTER UPDATE OF status ON friction  WHEN OLD.status IS NOT NEW.status BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'friction.status.' || OLD.status;  UPDATE counter SET n = n + 1 WHERE name = 'friction.status.' || NEW.status;END;
CREATE TRIGGER counter_promise_status_insert AFTER INSERT ON promise BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'promise.status.' || NEW.status;END;
CREATE TRIGGER counter_promise_status_delete AFTER DELETE ON promise BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'promise.status.' || OLD.status;END;
CREATE TRIGGER counter_promise_status_update AFTER UPDATE OF status ON promise  WHEN OLD.status IS NOT NEW.status BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'promise.status.' || OLD.status;  UPDATE counter SET n = n + 1 WHERE name = 'promise.status.' || NEW.status;END;
CREATE TRIGGER counter_received_plan_state_insert AFTER INSERT ON received_plan BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'received_plan.state.' || NEW.state;END;
CREATE TRIGGER counter_received_plan_state_delete AFTER DELETE ON received_plan BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'received_plan.state.' || OLD.state;END;
CREATE TRIGGER counter_received_plan_state_update AFTER UPDATE OF state ON received_plan  WHEN OLD.state IS NOT NEW.state BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'received_plan.state.' || OLD.state;  UPDATE counter SET n = n + 1 WHERE name = 'received_plan.state.' || NEW.state;END;
CREATE TRIGGER counter_housekeeping_status_insert AFTER INSERT ON housekeeping BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'housekeeping.status.' || NEW.status;END;
CREATE TRIGGER counter_housekeeping_status_delete AFTER DELETE ON housekeeping BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'housekeeping.status.' || OLD.status;END;
CREATE TRIGGER counter_housekeeping_status_update AFTER UPDATE OF status ON housekeeping  WHEN OLD.status IS NOT NEW.status BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'housekeeping.status.' || OLD.status;  UPDATE counter SET n = n + 1 WHERE name = 'housekeeping.status.' || NEW.status;END;
CREATE TRIGGER counter_content_retired_insert AFTER INSERT ON content BEGIN  UPDATE counter SET n = n + 1 WHERE name = 'content.retired.' || NEW.retired;END;
CREATE TRIGGER counter_content_retired_delete AFTER DELETE ON content BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'content.retired.' || OLD.retired;END;
CREATE TRIGGER counter_content_retired_update AFTER UPDATE OF retired ON content  WHEN OLD.retired IS NOT NEW.retired BEGIN  UPDATE counter SET n = n - 1 WHERE name = 'content.retired.' || OLD.retired;  UPDATE counter SET n = n + 1 WHERE name = 'content.retired.' || NEW.retired;END;
PRAGMA writable_schema=OFF;
COMMIT;
