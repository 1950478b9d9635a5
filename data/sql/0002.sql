-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: who issued an item, what its file was called, transfers, and stock.

ALTER TABLE content ADD COLUMN issuer TEXT
  CHECK (length (CAST (issuer AS BLOB)) BETWEEN 1 AND 65536);
ALTER TABLE content ADD COLUMN file_name TEXT
  CHECK (length (CAST (file_name AS BLOB)) BETWEEN 1 AND 65536);

-- A transfer file that was written or read here; its id is the file's.
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
CREATE INDEX transfer_content ON transfer (content) WHERE content IS NOT NULL;
CREATE INDEX transfer_at ON transfer (at, id);

-- For which meeting the copy was held that a line of the undo list gave back or used up.
ALTER TABLE change_movement ADD COLUMN held TEXT;
UPDATE change_movement SET held = meeting;

-- The lines of one item, in the order of the ledger.
CREATE INDEX movement_content ON movement (content);

-- How much of every item is where: what the ledger's lines add up to, kept with each line.
CREATE TABLE stock (
  content TEXT NOT NULL PRIMARY KEY REFERENCES content (id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  delivered INTEGER NOT NULL DEFAULT 0 CHECK (delivered >= 0),
  away INTEGER NOT NULL DEFAULT 0 CHECK (away >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO stock (content, reserved, delivered, away)
SELECT content, reserved, delivered, away FROM ledger;

DROP VIEW ledger;
CREATE VIEW ledger AS
SELECT content, edition, edition - (reserved + delivered + away) AS available,
  reserved, delivered, away
FROM stock JOIN content ON content.id = stock.content;

CREATE TRIGGER stock_made AFTER INSERT ON content
BEGIN
  INSERT INTO stock (content) VALUES (NEW.id);
END;

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

-- No edition is ever below what its copies add up to, whoever writes it.
CREATE TRIGGER stock_kept AFTER UPDATE ON stock
WHEN NEW.reserved + NEW.delivered + NEW.away
  > (SELECT edition FROM content WHERE id = NEW.content)
BEGIN
  SELECT RAISE (ABORT, 'ledger.edition');
END;
