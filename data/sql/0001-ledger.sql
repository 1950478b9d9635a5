-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1: the ledger's law.
--
-- A line of the ledger is appended, never edited or rubbed out. For a limited edition every line
-- concerns one numbered copy, and the copy is where its last line put it: in `holding` while it is
-- reserved, delivered or away, else available. As a copy has one place and a number from 1 to the
-- edition, edition = available + reserved + delivered + away, and available is never below 0. Items
-- without an edition have no numbers; what a client has of them is the sum of his lines.
--
-- What is refused is named by a code (`ledger.…`), for which the store has a sentence.

CREATE TABLE holding (
  content TEXT NOT NULL REFERENCES content (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'delivered', 'away')),
  client TEXT,
  meeting TEXT,
  movement TEXT NOT NULL REFERENCES movement (id),
  PRIMARY KEY (content, number)
) STRICT;
CREATE INDEX holding_client ON holding (client, content) WHERE client IS NOT NULL;
CREATE INDEX holding_meeting ON holding (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX holding_movement ON holding (movement);

-- The references that a line of the ledger had to give up, so that it gets them back when undo
-- brings the client, the contact or the meeting back.
CREATE TABLE movement_origin (
  movement TEXT NOT NULL PRIMARY KEY REFERENCES movement (id) ON DELETE CASCADE,
  client TEXT,
  contact TEXT,
  meeting TEXT
) STRICT;
CREATE INDEX movement_origin_client ON movement_origin (client) WHERE client IS NOT NULL;
CREATE INDEX movement_origin_contact ON movement_origin (contact) WHERE contact IS NOT NULL;
CREATE INDEX movement_origin_meeting ON movement_origin (meeting) WHERE meeting IS NOT NULL;

-- The items whose ledger may be taken away with them, inside one transaction of the store: when the
-- making of an item is undone. Empty at all other times.
CREATE TABLE erasure (
  content TEXT NOT NULL PRIMARY KEY
) STRICT;

-- The lines that a change appended, as they were, so that undo can append their counter-lines and
-- redo can append them again.
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
  reserved INTEGER NOT NULL, -- whether a delivery used up a reservation
  PRIMARY KEY (change, place)
) STRICT;

-- How much there is of every item. Of an unlimited one there is no end, and nothing is away.
CREATE VIEW ledger AS
SELECT
  id AS content,
  edition,
  edition - (SELECT count (*) FROM holding WHERE content = content.id) AS available,
  (SELECT count (*) FROM holding WHERE content = content.id AND state = 'reserved') AS reserved,
  (SELECT count (*) FROM holding WHERE content = content.id AND state = 'delivered') AS delivered,
  (SELECT count (*) FROM holding WHERE content = content.id AND state = 'away') AS away
FROM content WHERE edition IS NOT NULL
UNION ALL
SELECT
  id,
  NULL,
  NULL,
  coalesce ((SELECT sum (iif (kind = 'reserve', copies, -copies)) FROM movement
    WHERE content = content.id AND number IS NULL AND kind IN ('reserve', 'release')), 0),
  coalesce ((SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement
    WHERE content = content.id AND number IS NULL AND kind IN ('deliver', 'return')), 0),
  0
FROM content WHERE edition IS NULL;

-- Appending.

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

-- Only what is there can be taken; a client's own reservation is there for his delivery.
CREATE TRIGGER movement_takes BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver', 'transfer_out') AND NEW.number IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.taken') FROM holding
  WHERE content = NEW.content AND number = NEW.number
    AND NOT (NEW.kind = 'deliver' AND state = 'reserved' AND client IS NEW.client);
END;

-- Only what is out can come back, and from where it is.
CREATE TRIGGER movement_gives BEFORE INSERT ON movement
WHEN NEW.kind IN ('release', 'return', 'transfer_in') AND NEW.number IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.not-out') WHERE NOT EXISTS (SELECT 1 FROM holding
    WHERE content = NEW.content AND number = NEW.number
      AND CASE NEW.kind
        WHEN 'release' THEN state = 'reserved' AND client IS NEW.client
        WHEN 'return' THEN state = 'delivered' AND client IS NEW.client
        ELSE state = 'away' END);
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

-- The order of the lines is that of their rows; then the copy goes where the line puts it.
CREATE TRIGGER movement_appended AFTER INSERT ON movement
BEGIN
  SELECT RAISE (ABORT, 'ledger.append') WHERE NEW.rowid < (SELECT max (rowid) FROM movement);
  INSERT INTO holding (content, number, state, client, meeting, movement)
  SELECT NEW.content, NEW.number,
    CASE NEW.kind WHEN 'reserve' THEN 'reserved' WHEN 'deliver' THEN 'delivered' ELSE 'away' END,
    NEW.client, NEW.meeting, NEW.id
  WHERE NEW.number IS NOT NULL AND NEW.kind IN ('reserve', 'deliver', 'transfer_out')
  ON CONFLICT (content, number) DO UPDATE SET state = excluded.state, client = excluded.client,
    meeting = excluded.meeting, movement = excluded.movement;
  DELETE FROM holding WHERE content = NEW.content AND number = NEW.number
    AND NEW.kind IN ('release', 'return', 'transfer_in');
END;

-- Nothing else.

CREATE TRIGGER movement_fixed BEFORE UPDATE ON movement
WHEN (NEW.rowid, NEW.id, NEW.created, NEW.modified, NEW.author, NEW.content, NEW.kind, NEW.copies,
      NEW.number, NEW.at, NEW.reason, NEW.reaction, NEW.opened, NEW.transfer)
  IS NOT (OLD.rowid, OLD.id, OLD.created, OLD.modified, OLD.author, OLD.content, OLD.kind,
      OLD.copies, OLD.number, OLD.at, OLD.reason, OLD.reaction, OLD.opened, OLD.transfer)
BEGIN
  SELECT RAISE (ABORT, 'ledger.append');
END;

-- A line may lose whom it concerns, and get back whom it lost.
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

-- A copy's place says what its last line says, whoever writes it.

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

-- An edition is never below what is out, nor below a number that is out; and what went out without
-- a number must be back before an item can be numbered. (The second trigger: INSERT OR REPLACE.)

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
