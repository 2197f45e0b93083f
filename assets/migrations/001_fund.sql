-- The fund from an empty file. Money is whole øre in INTEGER; dates are ISO text; decimals are text, so that
-- nothing is ever a binary fraction. What has been posted, said or decided is only ever added to.

CREATE TABLE fund (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  scheme   TEXT NOT NULL,
  demo     INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE members (
  handle      TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  roles       TEXT NOT NULL CHECK (roles <> ''),
  participant TEXT,
  active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE participants (
  number        TEXT PRIMARY KEY,
  kind          TEXT NOT NULL CHECK (kind IN ('municipality', 'county')),
  name          TEXT NOT NULL,
  county_number TEXT NOT NULL,
  county_name   TEXT NOT NULL,
  population    INTEGER NOT NULL CHECK (population > 0)
) STRICT;

CREATE TABLE answers (
  id          INTEGER PRIMARY KEY,
  number      TEXT NOT NULL REFERENCES participants (number),
  joins       INTEGER NOT NULL CHECK (joins IN (0, 1)),
  decided_on  TEXT NOT NULL,
  reference   TEXT NOT NULL,
  reason      TEXT NOT NULL,
  amount_ore  INTEGER NOT NULL CHECK (amount_ore >= 0)
) STRICT;
CREATE INDEX answers_by_number ON answers (number, id);

CREATE TABLE proposals (
  ref          TEXT PRIMARY KEY,
  title        TEXT NOT NULL,
  summary      TEXT NOT NULL,
  applicant    TEXT NOT NULL CHECK (applicant IN ('participant', 'ks', 'company')),
  company      TEXT NOT NULL DEFAULT '',
  owner        TEXT REFERENCES participants (number),
  benefit      TEXT NOT NULL CHECK (benefit IN ('municipalities', 'counties', 'both')),
  cost_ore     INTEGER NOT NULL CHECK (cost_ore > 0),
  applied_ore  INTEGER NOT NULL CHECK (applied_ore > 0 AND applied_ore <= cost_ore),
  submitted_on TEXT,
  go_live      TEXT,
  uptake_low   TEXT,
  uptake       TEXT,
  uptake_high  TEXT,
  delay_low    INTEGER,
  delay        INTEGER,
  delay_high   INTEGER,
  price_model  TEXT NOT NULL,
  stage        TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  CHECK ((applicant = 'ks') = (owner IS NULL))
) STRICT;
CREATE INDEX proposals_by_stage ON proposals (stage);

CREATE TABLE qualifications (
  id          INTEGER PRIMARY KEY,
  ref         TEXT NOT NULL REFERENCES proposals (ref),
  gates       TEXT NOT NULL CHECK (length(gates) = 4),
  reason      TEXT NOT NULL,
  actor       TEXT NOT NULL,
  on_date     TEXT NOT NULL
) STRICT;
CREATE INDEX qualifications_by_ref ON qualifications (ref, id);

CREATE TABLE rounds (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  opened_on   TEXT NOT NULL,
  revealed_on TEXT
) STRICT;

CREATE TABLE round_cases (
  round INTEGER NOT NULL REFERENCES rounds (id),
  ref   TEXT NOT NULL REFERENCES proposals (ref),
  PRIMARY KEY (round, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_cases_by_ref ON round_cases (ref, round);

CREATE TABLE scorecards (
  id            INTEGER PRIMARY KEY,
  round         INTEGER NOT NULL,
  ref           TEXT NOT NULL,
  handle        TEXT NOT NULL REFERENCES members (handle),
  comment       TEXT NOT NULL,
  submitted_on  TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  FOREIGN KEY (round, ref) REFERENCES round_cases (round, ref)
) STRICT;
CREATE INDEX scorecards_by_case ON scorecards (round, ref, handle, id);
CREATE INDEX scorecards_by_member ON scorecards (round, handle, ref, id);

CREATE TABLE scores (
  scorecard INTEGER NOT NULL REFERENCES scorecards (id),
  criterion TEXT NOT NULL,
  score     INTEGER CHECK (score BETWEEN 1 AND 5),
  PRIMARY KEY (scorecard, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflicts (
  ref         TEXT NOT NULL REFERENCES proposals (ref),
  handle      TEXT NOT NULL REFERENCES members (handle),
  ground      TEXT NOT NULL,
  declared_on TEXT NOT NULL,
  -- The first round that it takes scorecards out of: what was revealed by then stands (S5).
  from_round  INTEGER NOT NULL,
  PRIMARY KEY (ref, handle)
) STRICT, WITHOUT ROWID;

CREATE TABLE moves (
  id       INTEGER PRIMARY KEY,
  round    INTEGER NOT NULL,
  ref      TEXT NOT NULL,
  to_place INTEGER NOT NULL CHECK (to_place > 0),
  reason   TEXT NOT NULL CHECK (reason <> ''),
  actor    TEXT NOT NULL,
  on_date  TEXT NOT NULL,
  FOREIGN KEY (round, ref) REFERENCES round_cases (round, ref)
) STRICT;
CREATE INDEX moves_by_round ON moves (round, id);

CREATE TABLE recommendations (
  id         INTEGER PRIMARY KEY,
  round      INTEGER NOT NULL,
  ref        TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('approve', 'postpone', 'decline')),
  amount_ore INTEGER CHECK (amount_ore > 0),
  conditions TEXT NOT NULL,
  actor      TEXT NOT NULL,
  on_date    TEXT NOT NULL,
  basis      TEXT NOT NULL,
  FOREIGN KEY (round, ref) REFERENCES round_cases (round, ref),
  CHECK ((kind = 'approve') = (amount_ore IS NOT NULL))
) STRICT;
CREATE INDEX recommendations_by_ref ON recommendations (ref, id);
CREATE INDEX recommendations_by_round ON recommendations (round, id);

CREATE TABLE decisions (
  id             INTEGER PRIMARY KEY,
  ref            TEXT NOT NULL UNIQUE REFERENCES proposals (ref),
  recommendation INTEGER NOT NULL UNIQUE REFERENCES recommendations (id),
  kind           TEXT NOT NULL CHECK (kind IN ('commit', 'decline')),
  amount_ore     INTEGER CHECK (amount_ore > 0),
  reason         TEXT NOT NULL,
  actor          TEXT NOT NULL,
  on_date        TEXT NOT NULL,
  basis          TEXT NOT NULL,
  CHECK ((kind = 'commit') = (amount_ore IS NOT NULL))
) STRICT;

CREATE TABLE instalments (
  ref        TEXT NOT NULL REFERENCES decisions (ref),
  due_on     TEXT NOT NULL,
  amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
  PRIMARY KEY (ref, due_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE releases (
  id         INTEGER PRIMARY KEY,
  ref        TEXT NOT NULL REFERENCES decisions (ref),
  amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  actor      TEXT NOT NULL,
  on_date    TEXT NOT NULL
) STRICT;
CREATE INDEX releases_by_ref ON releases (ref);

CREATE TABLE vouchers (
  voucher     INTEGER PRIMARY KEY CHECK (voucher > 0),
  event       TEXT NOT NULL,
  posted_on   TEXT NOT NULL,
  value_on    TEXT NOT NULL,
  text        TEXT NOT NULL,
  participant TEXT REFERENCES participants (number),
  reverses    INTEGER UNIQUE REFERENCES vouchers (voucher)
) STRICT;
CREATE INDEX vouchers_by_date ON vouchers (posted_on);
CREATE INDEX vouchers_by_participant ON vouchers (participant) WHERE participant IS NOT NULL;

CREATE TABLE postings (
  voucher    INTEGER NOT NULL REFERENCES vouchers (voucher),
  line       INTEGER NOT NULL CHECK (line > 0),
  account    TEXT NOT NULL,
  amount_ore INTEGER NOT NULL CHECK (amount_ore <> 0),
  PRIMARY KEY (voucher, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX postings_by_account ON postings (account, voucher, amount_ore);

CREATE TABLE closed_periods (
  through TEXT PRIMARY KEY,
  actor   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE disbursements (
  id            INTEGER PRIMARY KEY,
  ref           TEXT NOT NULL REFERENCES decisions (ref),
  amount_ore    INTEGER NOT NULL CHECK (amount_ore > 0),
  pay_on        TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  approved_by   TEXT CHECK (approved_by <> registered_by),
  voucher       INTEGER UNIQUE REFERENCES vouchers (voucher),
  CHECK ((approved_by IS NULL) = (voucher IS NULL))
) STRICT;
CREATE INDEX disbursements_by_ref ON disbursements (ref);
CREATE INDEX disbursements_waiting ON disbursements (id) WHERE voucher IS NULL;

-- One row per use case that wrote, chained by SHA-256. Each row seals the books as they stood then.
CREATE TABLE audit (
  seq      INTEGER PRIMARY KEY CHECK (seq > 0),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  via      TEXT NOT NULL,
  action   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  payload  TEXT NOT NULL,
  vouchers INTEGER NOT NULL CHECK (vouchers >= 0),
  books    TEXT NOT NULL,
  prev     TEXT NOT NULL,
  hash     TEXT NOT NULL
) STRICT;

-- What is only ever added to. Every insert is looked at too: a replacing one would take the old row away unseen.
CREATE TRIGGER vouchers_stand BEFORE UPDATE ON vouchers BEGIN SELECT RAISE(ABORT, 'posted rows are never changed (L2)'); END;
CREATE TRIGGER vouchers_stay BEFORE DELETE ON vouchers BEGIN SELECT RAISE(ABORT, 'posted rows are never removed (L2)'); END;
CREATE TRIGGER vouchers_follow BEFORE INSERT ON vouchers WHEN NEW.voucher <> (SELECT coalesce(max(voucher), 0) + 1 FROM vouchers) BEGIN SELECT RAISE(ABORT, 'vouchers are numbered without gaps (L6)'); END;
CREATE TRIGGER postings_stand BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'posted rows are never changed (L2)'); END;
CREATE TRIGGER postings_stay BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'posted rows are never removed (L2)'); END;
CREATE TRIGGER postings_follow BEFORE INSERT ON postings WHEN NEW.voucher <> (SELECT max(voucher) FROM vouchers)
  OR NEW.line <> (SELECT coalesce(max(line), 0) + 1 FROM postings WHERE voucher = NEW.voucher) BEGIN SELECT RAISE(ABORT, 'a posted voucher takes no more lines (L2)'); END;
CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
CREATE TRIGGER audit_follows BEFORE INSERT ON audit WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  OR NEW.prev <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '') BEGIN SELECT RAISE(ABORT, 'the log is only continued'); END;
CREATE TRIGGER answers_stand BEFORE UPDATE ON answers BEGIN SELECT RAISE(ABORT, 'answers are corrected by a new one (C4)'); END;
CREATE TRIGGER answers_stay BEFORE DELETE ON answers BEGIN SELECT RAISE(ABORT, 'answers are corrected by a new one (C4)'); END;
CREATE TRIGGER answers_once BEFORE INSERT ON answers WHEN EXISTS (SELECT 1 FROM answers WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'answers are corrected by a new one (C4)'); END;
CREATE TRIGGER qualifications_stand BEFORE UPDATE ON qualifications BEGIN SELECT RAISE(ABORT, 'verdicts at the gates are kept (S2)'); END;
CREATE TRIGGER qualifications_stay BEFORE DELETE ON qualifications BEGIN SELECT RAISE(ABORT, 'verdicts at the gates are kept (S2)'); END;
CREATE TRIGGER qualifications_once BEFORE INSERT ON qualifications WHEN EXISTS (SELECT 1 FROM qualifications WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'verdicts at the gates are kept (S2)'); END;
CREATE TRIGGER round_cases_stand BEFORE UPDATE ON round_cases BEGIN SELECT RAISE(ABORT, 'a case stays in its round (S4)'); END;
CREATE TRIGGER round_cases_stay BEFORE DELETE ON round_cases BEGIN SELECT RAISE(ABORT, 'a case stays in its round (S4)'); END;
CREATE TRIGGER round_cases_once BEFORE INSERT ON round_cases WHEN EXISTS (SELECT 1 FROM round_cases WHERE round = NEW.round AND ref = NEW.ref) BEGIN SELECT RAISE(ABORT, 'a case stays in its round (S4)'); END;
CREATE TRIGGER scorecards_stand BEFORE UPDATE ON scorecards BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scorecards_stay BEFORE DELETE ON scorecards BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scorecards_once BEFORE INSERT ON scorecards WHEN EXISTS (SELECT 1 FROM scorecards WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scores_stand BEFORE UPDATE ON scores BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scores_stay BEFORE DELETE ON scores BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scores_once BEFORE INSERT ON scores WHEN EXISTS (SELECT 1 FROM scores WHERE scorecard = NEW.scorecard AND criterion = NEW.criterion) BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER conflicts_stand BEFORE UPDATE ON conflicts BEGIN SELECT RAISE(ABORT, 'conflicts are kept (M5)'); END;
CREATE TRIGGER conflicts_stay BEFORE DELETE ON conflicts BEGIN SELECT RAISE(ABORT, 'conflicts are kept (M5)'); END;
CREATE TRIGGER conflicts_once BEFORE INSERT ON conflicts WHEN EXISTS (SELECT 1 FROM conflicts WHERE ref = NEW.ref AND handle = NEW.handle) BEGIN SELECT RAISE(ABORT, 'conflicts are kept (M5)'); END;
CREATE TRIGGER moves_stand BEFORE UPDATE ON moves BEGIN SELECT RAISE(ABORT, 'moves are kept (S7)'); END;
CREATE TRIGGER moves_stay BEFORE DELETE ON moves BEGIN SELECT RAISE(ABORT, 'moves are kept (S7)'); END;
CREATE TRIGGER moves_once BEFORE INSERT ON moves WHEN EXISTS (SELECT 1 FROM moves WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'moves are kept (S7)'); END;
CREATE TRIGGER recommendations_stand BEFORE UPDATE ON recommendations BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommendations_stay BEFORE DELETE ON recommendations BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommendations_once BEFORE INSERT ON recommendations WHEN EXISTS (SELECT 1 FROM recommendations WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept (M8)'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept (M8)'); END;
CREATE TRIGGER decisions_once BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id OR ref = NEW.ref OR recommendation = NEW.recommendation) BEGIN SELECT RAISE(ABORT, 'decisions are kept (M8)'); END;
CREATE TRIGGER instalments_stand BEFORE UPDATE ON instalments BEGIN SELECT RAISE(ABORT, 'a decided plan is kept (K4)'); END;
CREATE TRIGGER instalments_stay BEFORE DELETE ON instalments BEGIN SELECT RAISE(ABORT, 'a decided plan is kept (K4)'); END;
CREATE TRIGGER instalments_once BEFORE INSERT ON instalments WHEN EXISTS (SELECT 1 FROM instalments WHERE ref = NEW.ref AND due_on = NEW.due_on) BEGIN SELECT RAISE(ABORT, 'a decided plan is kept (K4)'); END;
CREATE TRIGGER releases_stand BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'releases are kept (K4)'); END;
CREATE TRIGGER releases_stay BEFORE DELETE ON releases BEGIN SELECT RAISE(ABORT, 'releases are kept (K4)'); END;
CREATE TRIGGER releases_once BEFORE INSERT ON releases WHEN EXISTS (SELECT 1 FROM releases WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'releases are kept (K4)'); END;
CREATE TRIGGER closed_periods_stand BEFORE UPDATE ON closed_periods BEGIN SELECT RAISE(ABORT, 'a closed period stays closed (L2)'); END;
CREATE TRIGGER closed_periods_stay BEFORE DELETE ON closed_periods BEGIN SELECT RAISE(ABORT, 'a closed period stays closed (L2)'); END;
CREATE TRIGGER closed_periods_once BEFORE INSERT ON closed_periods WHEN EXISTS (SELECT 1 FROM closed_periods WHERE through = NEW.through) BEGIN SELECT RAISE(ABORT, 'a closed period stays closed (L2)'); END;

-- What changes once, in one way.
CREATE TRIGGER rounds_stand BEFORE UPDATE ON rounds WHEN OLD.revealed_on IS NOT NULL OR NEW.id <> OLD.id OR NEW.name <> OLD.name
  OR NEW.opened_on <> OLD.opened_on BEGIN SELECT RAISE(ABORT, 'a round is revealed once, for good (S4)'); END;
CREATE TRIGGER rounds_stay BEFORE DELETE ON rounds BEGIN SELECT RAISE(ABORT, 'rounds are kept (S4)'); END;
CREATE TRIGGER rounds_once BEFORE INSERT ON rounds WHEN EXISTS (SELECT 1 FROM rounds WHERE id = NEW.id OR name = NEW.name) BEGIN SELECT RAISE(ABORT, 'rounds are kept (S4)'); END;
CREATE TRIGGER disbursements_stand BEFORE UPDATE ON disbursements WHEN OLD.voucher IS NOT NULL OR NEW.id <> OLD.id OR NEW.ref <> OLD.ref
  OR NEW.amount_ore <> OLD.amount_ore OR NEW.pay_on <> OLD.pay_on OR NEW.registered_by <> OLD.registered_by
  OR NEW.registered_on <> OLD.registered_on BEGIN SELECT RAISE(ABORT, 'a disbursement is approved once, as it was registered (L6)'); END;
CREATE TRIGGER disbursements_stay BEFORE DELETE ON disbursements BEGIN SELECT RAISE(ABORT, 'disbursements are kept (L6)'); END;
CREATE TRIGGER disbursements_once BEFORE INSERT ON disbursements WHEN EXISTS (SELECT 1 FROM disbursements WHERE id = NEW.id OR voucher = NEW.voucher) BEGIN SELECT RAISE(ABORT, 'disbursements are kept (L6)'); END;
