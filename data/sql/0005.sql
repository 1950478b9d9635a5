-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 5: whose seal is known, what a queue of received plans is sorted by and shows, the
-- plan that left as it was, and which event of a calendar a meeting came from. What earlier versions
-- received is filled in from its bytes (src/core/store/qh-received-fill.c).

ALTER TABLE meeting ADD COLUMN uid TEXT CHECK (length (CAST (uid AS BLOB)) BETWEEN 1 AND 65536);
CREATE UNIQUE INDEX meeting_uid ON meeting (uid) WHERE uid IS NOT NULL;
-- What came of one client's meetings.
CREATE INDEX meeting_reached ON meeting (client, output_reached, status)
  WHERE status = 'debriefed';

-- Whose plans and reviews came, and with which key they are sealed.
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
CREATE UNIQUE INDEX signer_key ON signer (public_key);
CREATE INDEX signer_name ON signer (name_key, id);
CREATE INDEX signer_device ON signer (device_id) WHERE device_id IS NOT NULL;

ALTER TABLE received_plan ADD COLUMN title TEXT
  CHECK (length (CAST (title AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE received_plan ADD COLUMN client TEXT
  CHECK (length (CAST (client AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE received_plan ADD COLUMN start INTEGER
  CHECK (start BETWEEN -62135596800000000 AND 253402300799999999);
ALTER TABLE received_plan ADD COLUMN score INTEGER CHECK (score BETWEEN 0 AND 100);
ALTER TABLE received_plan ADD COLUMN blockers INTEGER CHECK (blockers BETWEEN 0 AND 10000);
ALTER TABLE received_plan ADD COLUMN output TEXT
  CHECK (length (CAST (output AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE received_plan ADD COLUMN signer_key TEXT
  CHECK (length (CAST (signer_key AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE received_plan ADD COLUMN digest TEXT
  CHECK (length (CAST (digest AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE received_plan ADD COLUMN conflict INTEGER NOT NULL DEFAULT 0
  CHECK (conflict IN (0, 1));
ALTER TABLE received_plan ADD COLUMN review TEXT
  CHECK (length (CAST (review AS BLOB)) BETWEEN 1 AND 16777216);
ALTER TABLE received_plan ADD COLUMN sender_key TEXT;
ALTER TABLE received_plan ADD COLUMN client_key TEXT;
ALTER TABLE received_plan ADD COLUMN output_key TEXT;

-- The orders of the queue.
CREATE INDEX received_plan_start ON received_plan (state, start, id);
CREATE INDEX received_plan_score ON received_plan (state, score, id);
CREATE INDEX received_plan_blockers ON received_plan (state, blockers, id);
CREATE INDEX received_plan_sender ON received_plan (state, sender_key, id);
CREATE INDEX received_plan_client ON received_plan (state, client_key, id);
-- The same output from client to client, and whose plans are sealed with one key.
CREATE INDEX received_plan_output ON received_plan (output_key) WHERE output_key IS NOT NULL;
CREATE INDEX received_plan_signer ON received_plan (signer_key) WHERE signer_key IS NOT NULL;
-- What is still to be filled in.
CREATE INDEX received_plan_bare ON received_plan (id) WHERE digest IS NULL AND bytes IS NOT NULL;
CREATE INDEX received_plan_keyless ON received_plan (id)
  WHERE sender_key IS NULL AND sender IS NOT NULL;

-- The file that left, for what has changed since.
ALTER TABLE export ADD COLUMN bytes TEXT
  CHECK (length (CAST (bytes AS BLOB)) BETWEEN 1 AND 16777216);

-- Which file a review came in, and whose seal it bore.
ALTER TABLE review ADD COLUMN file_revision INTEGER CHECK (file_revision BETWEEN 0 AND 2147483647);
ALTER TABLE review ADD COLUMN digest TEXT
  CHECK (length (CAST (digest AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE review ADD COLUMN signer_key TEXT
  CHECK (length (CAST (signer_key AS BLOB)) BETWEEN 1 AND 65536);

-- What was seen in the team folder, so that it is not read again: no step of undo.
CREATE TABLE folder_file (
  path TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('taken', 'skipped', 'left')),
  reason TEXT
) STRICT, WITHOUT ROWID;
