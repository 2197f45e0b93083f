-- Solutions that are live, who has taken them into use, what they owe, and what has come back (R1–R4). A charge is a
-- claim and moves no money; what moves money is a voucher, and `movements` says which claim it is about.

ALTER TABLE proposals ADD COLUMN bass_p TEXT;
ALTER TABLE proposals ADD COLUMN bass_q TEXT CHECK ((bass_p IS NULL) = (bass_q IS NULL));

-- The number that a voucher had in the books it was imported from. It is imported once.
ALTER TABLE vouchers ADD COLUMN source TEXT;
CREATE UNIQUE INDEX vouchers_by_source ON vouchers (source) WHERE source IS NOT NULL;

-- A registered disbursement that is never going to be approved.
ALTER TABLE disbursements ADD COLUMN withdrawn_by TEXT CHECK (withdrawn_by IS NULL OR voucher IS NULL);
ALTER TABLE disbursements ADD COLUMN withdrawn_on TEXT CHECK ((withdrawn_by IS NULL) = (withdrawn_on IS NULL));
DROP INDEX disbursements_waiting;
CREATE INDEX disbursements_waiting ON disbursements (id) WHERE voucher IS NULL AND withdrawn_by IS NULL;

CREATE TABLE solutions (
  ref           TEXT PRIMARY KEY REFERENCES proposals (ref),
  live_on       TEXT NOT NULL,
  price_model   TEXT NOT NULL,
  -- R1: inhabitants, a decimal: uptake × inhabitants of those with access on the day it went live.
  base          TEXT NOT NULL,
  actor         TEXT NOT NULL,
  registered_on TEXT NOT NULL
) STRICT;

CREATE TABLE adoptions (
  ref           TEXT NOT NULL REFERENCES solutions (ref),
  number        TEXT NOT NULL REFERENCES participants (number),
  adopted_on    TEXT NOT NULL,
  actor         TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  PRIMARY KEY (ref, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX adoptions_by_number ON adoptions (number);

CREATE TABLE settlements (
  id          INTEGER PRIMARY KEY,
  ref         TEXT NOT NULL REFERENCES solutions (ref),
  on_date     TEXT NOT NULL,
  cost_ore    INTEGER NOT NULL CHECK (cost_ore >= 0),
  inhabitants INTEGER NOT NULL CHECK (inhabitants >= 0),
  actor       TEXT NOT NULL
) STRICT;
CREATE INDEX settlements_by_ref ON settlements (ref, id);

CREATE TABLE shares (
  settlement  INTEGER NOT NULL REFERENCES settlements (id),
  number      TEXT NOT NULL REFERENCES participants (number),
  inhabitants INTEGER NOT NULL CHECK (inhabitants > 0),
  share_ore   INTEGER NOT NULL CHECK (share_ore >= 0),
  PRIMARY KEY (settlement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE charges (
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  ref         TEXT NOT NULL,
  number      TEXT NOT NULL,
  settlement  INTEGER REFERENCES settlements (id),
  inhabitants INTEGER NOT NULL CHECK (inhabitants > 0),
  amount_ore  INTEGER NOT NULL CHECK (amount_ore > 0),
  issued_on   TEXT NOT NULL,
  due_on      TEXT NOT NULL CHECK (due_on >= issued_on),
  FOREIGN KEY (ref, number) REFERENCES adoptions (ref, number)
) STRICT;
CREATE INDEX charges_by_adoption ON charges (ref, number, id);

CREATE TABLE credits (
  id         INTEGER PRIMARY KEY,
  charge     INTEGER NOT NULL REFERENCES charges (id),
  settlement INTEGER REFERENCES settlements (id),
  amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
  on_date    TEXT NOT NULL
) STRICT;
CREATE INDEX credits_by_charge ON credits (charge, id);

-- What a voucher means for an adopter: how much more of a charge is paid, and how much more is owed back.
CREATE TABLE movements (
  voucher  INTEGER NOT NULL REFERENCES vouchers (voucher),
  line     INTEGER NOT NULL CHECK (line > 0),
  ref      TEXT NOT NULL,
  number   TEXT NOT NULL,
  charge   INTEGER REFERENCES charges (id),
  paid_ore INTEGER NOT NULL,
  owed_ore INTEGER NOT NULL,
  PRIMARY KEY (voucher, line),
  CHECK (paid_ore <> 0 OR owed_ore <> 0),
  CHECK (charge IS NOT NULL OR paid_ore = 0),
  FOREIGN KEY (ref, number) REFERENCES adoptions (ref, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX movements_by_charge ON movements (charge);
CREATE INDEX movements_by_adoption ON movements (ref, number);

CREATE TABLE reminders (
  id      INTEGER PRIMARY KEY,
  charge  INTEGER NOT NULL REFERENCES charges (id),
  on_date TEXT NOT NULL,
  actor   TEXT NOT NULL
) STRICT;
CREATE INDEX reminders_by_charge ON reminders (charge, id);

-- Projects that KS has stopped.
CREATE TABLE stops (
  ref     TEXT PRIMARY KEY REFERENCES decisions (ref),
  on_date TEXT NOT NULL,
  reason  TEXT NOT NULL CHECK (reason <> ''),
  actor   TEXT NOT NULL
) STRICT;

-- F5: kept for the yearly comparison, as it was.
CREATE TABLE forecasts (
  name    TEXT PRIMARY KEY CHECK (name <> ''),
  as_of   TEXT NOT NULL,
  actor   TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is only ever added to.
CREATE TRIGGER solutions_stand BEFORE UPDATE ON solutions BEGIN SELECT RAISE(ABORT, 'a solution goes live once (R1)'); END;
CREATE TRIGGER solutions_stay BEFORE DELETE ON solutions BEGIN SELECT RAISE(ABORT, 'a solution goes live once (R1)'); END;
CREATE TRIGGER solutions_once BEFORE INSERT ON solutions WHEN EXISTS (SELECT 1 FROM solutions WHERE ref = NEW.ref) BEGIN SELECT RAISE(ABORT, 'a solution goes live once (R1)'); END;
CREATE TRIGGER stops_stand BEFORE UPDATE ON stops BEGIN SELECT RAISE(ABORT, 'what is stopped stays so (K4)'); END;
CREATE TRIGGER stops_stay BEFORE DELETE ON stops BEGIN SELECT RAISE(ABORT, 'what is stopped stays so (K4)'); END;
CREATE TRIGGER stops_once BEFORE INSERT ON stops WHEN EXISTS (SELECT 1 FROM stops WHERE ref = NEW.ref) BEGIN SELECT RAISE(ABORT, 'what is stopped stays so (K4)'); END;
CREATE TRIGGER adoptions_stand BEFORE UPDATE ON adoptions BEGIN SELECT RAISE(ABORT, 'adoptions are kept (R1)'); END;
CREATE TRIGGER adoptions_stay BEFORE DELETE ON adoptions BEGIN SELECT RAISE(ABORT, 'adoptions are kept (R1)'); END;
CREATE TRIGGER adoptions_once BEFORE INSERT ON adoptions WHEN EXISTS (SELECT 1 FROM adoptions WHERE ref = NEW.ref AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'adoptions are kept (R1)'); END;
CREATE TRIGGER settlements_stand BEFORE UPDATE ON settlements BEGIN SELECT RAISE(ABORT, 'settlements are kept (R1)'); END;
CREATE TRIGGER settlements_stay BEFORE DELETE ON settlements BEGIN SELECT RAISE(ABORT, 'settlements are kept (R1)'); END;
CREATE TRIGGER settlements_once BEFORE INSERT ON settlements WHEN EXISTS (SELECT 1 FROM settlements WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'settlements are kept (R1)'); END;
CREATE TRIGGER shares_stand BEFORE UPDATE ON shares BEGIN SELECT RAISE(ABORT, 'settlements are kept (R1)'); END;
CREATE TRIGGER shares_stay BEFORE DELETE ON shares BEGIN SELECT RAISE(ABORT, 'settlements are kept (R1)'); END;
CREATE TRIGGER shares_once BEFORE INSERT ON shares WHEN EXISTS (SELECT 1 FROM shares WHERE settlement = NEW.settlement AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'settlements are kept (R1)'); END;
CREATE TRIGGER charges_stand BEFORE UPDATE ON charges BEGIN SELECT RAISE(ABORT, 'a charge is lowered by a credit, never changed (R1)'); END;
CREATE TRIGGER charges_stay BEFORE DELETE ON charges BEGIN SELECT RAISE(ABORT, 'a charge is lowered by a credit, never changed (R1)'); END;
CREATE TRIGGER charges_once BEFORE INSERT ON charges WHEN EXISTS (SELECT 1 FROM charges WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a charge is lowered by a credit, never changed (R1)'); END;
CREATE TRIGGER credits_stand BEFORE UPDATE ON credits BEGIN SELECT RAISE(ABORT, 'credits are kept (R1)'); END;
CREATE TRIGGER credits_stay BEFORE DELETE ON credits BEGIN SELECT RAISE(ABORT, 'credits are kept (R1)'); END;
CREATE TRIGGER credits_once BEFORE INSERT ON credits WHEN EXISTS (SELECT 1 FROM credits WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'credits are kept (R1)'); END;
CREATE TRIGGER movements_stand BEFORE UPDATE ON movements BEGIN SELECT RAISE(ABORT, 'posted rows are never changed (L2)'); END;
CREATE TRIGGER movements_stay BEFORE DELETE ON movements BEGIN SELECT RAISE(ABORT, 'posted rows are never changed (L2)'); END;
CREATE TRIGGER movements_once BEFORE INSERT ON movements WHEN EXISTS (SELECT 1 FROM movements WHERE voucher = NEW.voucher AND line = NEW.line) BEGIN SELECT RAISE(ABORT, 'posted rows are never changed (L2)'); END;
CREATE TRIGGER reminders_stand BEFORE UPDATE ON reminders BEGIN SELECT RAISE(ABORT, 'reminders are kept (R4)'); END;
CREATE TRIGGER reminders_stay BEFORE DELETE ON reminders BEGIN SELECT RAISE(ABORT, 'reminders are kept (R4)'); END;
CREATE TRIGGER reminders_once BEFORE INSERT ON reminders WHEN EXISTS (SELECT 1 FROM reminders WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'reminders are kept (R4)'); END;
CREATE TRIGGER forecasts_stand BEFORE UPDATE ON forecasts BEGIN SELECT RAISE(ABORT, 'a saved forecast is kept as it was (F5)'); END;
CREATE TRIGGER forecasts_stay BEFORE DELETE ON forecasts BEGIN SELECT RAISE(ABORT, 'a saved forecast is kept as it was (F5)'); END;
CREATE TRIGGER forecasts_once BEFORE INSERT ON forecasts WHEN EXISTS (SELECT 1 FROM forecasts WHERE name = NEW.name) BEGIN SELECT RAISE(ABORT, 'a saved forecast is kept as it was (F5)'); END;
CREATE TRIGGER disbursements_withdrawn BEFORE UPDATE ON disbursements WHEN OLD.withdrawn_by IS NOT NULL BEGIN SELECT RAISE(ABORT, 'what was withdrawn stays so (L6)'); END;
