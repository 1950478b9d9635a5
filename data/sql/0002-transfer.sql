-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: copies that go from store to store, so that each is in one store at most.
--
-- A transfer takes numbered copies out of one store and brings them into another, once. What the
-- law needs to know of it stands in two places that undo does not touch: in the ledger's lines, each
-- of which carries the transfer's id, and in `fate`, for what is settled for good.
--
-- Take the lines of one transfer and one copy in one store, and count +1 for in and -1 for out.
-- Where the transfer was written the sum is 0 or -1, where it is received 0 or +1, and a line that
-- would leave this is refused. So a transfer brings a copy in once, undo of the receipt lets it be
-- received again, here and nowhere else, and a copy comes back to its sender only after the transfer
-- was taken back. That happens only after the addressee has given it the fate `refused`, after which
-- it never comes in there; redo of a receipt that was undone runs into the same wall.
--
-- Of an item that somebody else issued, a copy is here when it has arrived, and away otherwise:
-- `arrival` holds the few that are here, not the thousands that are not.

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

CREATE INDEX movement_transfer ON movement (transfer, number) WHERE transfer IS NOT NULL;

-- What is settled stays.

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

-- A line that hands a copy on, or takes it in, is one of a transfer that allows it.
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

-- Of somebody else's edition, only what has arrived can be taken, and only what has not can arrive.
CREATE TRIGGER movement_takes_arrived BEFORE INSERT ON movement
WHEN NEW.kind IN ('reserve', 'deliver', 'transfer_out') AND NEW.number IS NOT NULL
  AND (SELECT issuer FROM content WHERE id = NEW.content) IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'ledger.taken') WHERE NOT EXISTS (
    SELECT 1 FROM arrival WHERE content = NEW.content AND number = NEW.number);
END;

DROP TRIGGER movement_gives;
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

DROP TRIGGER movement_appended;
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

-- What is here of somebody else's edition says what its last line says, whoever writes it.

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

-- Somebody else's edition is all away from the beginning, and is as large as he says.

DROP TRIGGER stock_made;
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
