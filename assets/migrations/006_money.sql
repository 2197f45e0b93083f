-- Periods are closed, and opened again by KS with a reason (L2). The day of a closing isn't known of those made before it
-- was kept.
CREATE TABLE periods (
  id      INTEGER PRIMARY KEY,
  step    TEXT NOT NULL CHECK (step IN ('close', 'reopen')),
  day     TEXT NOT NULL,
  reason  TEXT NOT NULL,
  actor   TEXT NOT NULL,
  on_date TEXT,
  CHECK ((step = 'reopen') = (reason <> ''))
) STRICT;
INSERT INTO periods (step, day, reason, actor) SELECT 'close', through, '', actor FROM closed_periods ORDER BY through;
DROP TABLE closed_periods;
CREATE TRIGGER periods_stand BEFORE UPDATE ON periods BEGIN SELECT RAISE(ABORT, 'closings and reopenings are kept (L2)'); END;
CREATE TRIGGER periods_stay BEFORE DELETE ON periods BEGIN SELECT RAISE(ABORT, 'closings and reopenings are kept (L2)'); END;
CREATE TRIGGER periods_once BEFORE INSERT ON periods WHEN EXISTS (SELECT 1 FROM periods WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'closings and reopenings are kept (L2)'); END;

-- The day on which a voucher was posted, beside the one by which it counts, so that an earlier day doesn't see what was posted
-- ahead after it (L7). Of those posted before it was kept, it isn't known.
ALTER TABLE vouchers ADD COLUMN registered_on TEXT;

-- Counts of inhabitants by the day from which they hold; the first of a participant holds from the beginning (C1, C7).
CREATE TABLE counts (
  number     TEXT NOT NULL REFERENCES participants (number),
  from_date  TEXT NOT NULL,
  population INTEGER NOT NULL CHECK (population > 0),
  PRIMARY KEY (number, from_date)
) STRICT, WITHOUT ROWID;
INSERT INTO counts (number, from_date, population) SELECT number, '2000-01-01', population FROM participants;
ALTER TABLE participants DROP COLUMN population;

-- C4: the day that amount and due day of a yes are of, where it corrects another. C8: the participant's own resolution.
ALTER TABLE answers ADD COLUMN counts_from TEXT;
ALTER TABLE answers ADD COLUMN resolution TEXT NOT NULL DEFAULT '';
ALTER TABLE answers ADD COLUMN resolved_ore INTEGER CHECK (resolved_ore >= 0);

-- C8: what KS has waived of a rest.
CREATE TABLE waivers (
  id         INTEGER PRIMARY KEY,
  number     TEXT NOT NULL REFERENCES participants (number),
  amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  actor      TEXT NOT NULL,
  on_date    TEXT NOT NULL
) STRICT;
CREATE INDEX waivers_by_number ON waivers (number, id);
CREATE TRIGGER waivers_stand BEFORE UPDATE ON waivers BEGIN SELECT RAISE(ABORT, 'what is waived stays so (C8)'); END;
CREATE TRIGGER waivers_stay BEFORE DELETE ON waivers BEGIN SELECT RAISE(ABORT, 'what is waived stays so (C8)'); END;
CREATE TRIGGER waivers_once BEFORE INSERT ON waivers WHEN EXISTS (SELECT 1 FROM waivers WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'what is waived stays so (C8)'); END;

-- C8, L6: what is received of a contribution beyond what was asked for is paid back with four eyes. Numbered with the
-- disbursements, so that one number says what is approved.
CREATE TABLE contribution_refunds (
  id            INTEGER PRIMARY KEY,
  number        TEXT NOT NULL REFERENCES participants (number),
  amount_ore    INTEGER NOT NULL CHECK (amount_ore > 0),
  registered_by TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  approved_by   TEXT CHECK (approved_by <> registered_by),
  approved_on   TEXT CHECK ((approved_on IS NULL) = (approved_by IS NULL)),
  voucher       INTEGER UNIQUE REFERENCES vouchers (voucher) CHECK ((voucher IS NULL) = (approved_by IS NULL)),
  withdrawn_by  TEXT CHECK (withdrawn_by IS NULL OR voucher IS NULL),
  withdrawn_on  TEXT CHECK ((withdrawn_by IS NULL) = (withdrawn_on IS NULL))
) STRICT;
CREATE INDEX contribution_refunds_by_number ON contribution_refunds (number, id);
CREATE TRIGGER contribution_refunds_stand BEFORE UPDATE ON contribution_refunds WHEN OLD.voucher IS NOT NULL OR OLD.withdrawn_by IS NOT NULL
  OR NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.amount_ore <> OLD.amount_ore OR NEW.registered_by <> OLD.registered_by
  OR NEW.registered_on <> OLD.registered_on BEGIN SELECT RAISE(ABORT, 'a refund is approved or withdrawn once, as it was registered (L6)'); END;
CREATE TRIGGER contribution_refunds_stay BEFORE DELETE ON contribution_refunds BEGIN SELECT RAISE(ABORT, 'refunds are kept (L6)'); END;
CREATE TRIGGER contribution_refunds_once BEFORE INSERT ON contribution_refunds WHEN EXISTS (SELECT 1 FROM contribution_refunds WHERE id = NEW.id OR voucher = NEW.voucher)
  OR EXISTS (SELECT 1 FROM disbursements WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'refunds are kept (L6)'); END;
