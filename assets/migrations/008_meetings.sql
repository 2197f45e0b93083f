-- The council meets. A meeting is the sum of its entries, each as JSON; seats, roles and parameters of the council have days.

CREATE TABLE meetings (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL CHECK (year > 0),
  number INTEGER NOT NULL CHECK (number > 0),
  UNIQUE (year, number)
) STRICT;

CREATE TABLE meeting_entries (
  meeting INTEGER NOT NULL REFERENCES meetings (id),
  entry   INTEGER NOT NULL CHECK (entry > 0),
  -- What was done, by its name in the body.
  kind    TEXT NOT NULL,
  body    TEXT NOT NULL,
  PRIMARY KEY (meeting, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_entries_by_kind ON meeting_entries (kind, meeting);

-- What was drawn from the entries when the minutes became final (M17), and its hashes.
CREATE TABLE minutes (
  meeting INTEGER NOT NULL REFERENCES meetings (id),
  -- The facts as JSON, or a print: nb.md, nb.html, en.md, en.html.
  form    TEXT NOT NULL,
  content TEXT NOT NULL,
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (meeting, form)
) STRICT, WITHOUT ROWID;

-- The item that a recommendation came of (M14). One made outside a meeting has none.
CREATE TABLE recommended_in (
  recommendation INTEGER PRIMARY KEY REFERENCES recommendations (id),
  meeting        INTEGER NOT NULL REFERENCES meetings (id),
  item           INTEGER NOT NULL CHECK (item > 0)
) STRICT;

-- Recommendations that a later item took back (M14): the proposal is ranked again.
CREATE TABLE recommendations_withdrawn (
  recommendation INTEGER PRIMARY KEY REFERENCES recommendations (id),
  meeting        INTEGER NOT NULL REFERENCES meetings (id),
  item           INTEGER NOT NULL CHECK (item > 0)
) STRICT;

-- Who holds a seat, and who stands in, from a day on (M11). Of rows that hold on a day the newest counts. No holder: vacant.
CREATE TABLE seat_terms (
  id          INTEGER PRIMARY KEY,
  seat        INTEGER NOT NULL CHECK (seat > 0),
  holder      TEXT REFERENCES members (handle),
  substitutes TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT CHECK (to_date >= from_date),
  actor       TEXT NOT NULL,
  set_on      TEXT NOT NULL
) STRICT;
CREATE INDEX seat_terms_by_seat ON seat_terms (seat, id);

-- When somebody has a role (M11). From the first day of the newest row on it rules over what the registration says.
CREATE TABLE role_terms (
  id        INTEGER PRIMARY KEY,
  handle    TEXT NOT NULL REFERENCES members (handle),
  role      TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date   TEXT CHECK (to_date >= from_date),
  actor     TEXT NOT NULL,
  set_on    TEXT NOT NULL
) STRICT;
CREATE INDEX role_terms_by_handle ON role_terms (handle, id);

-- Parameters of the scheme that hold from a day on, with the reason.
CREATE TABLE scheme_changes (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL,
  value     TEXT NOT NULL,
  from_date TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (reason <> ''),
  actor     TEXT NOT NULL,
  set_on    TEXT NOT NULL
) STRICT;

-- Who sat in the council before seats were kept sits in them, leader and deputy first.
INSERT INTO seat_terms (seat, holder, substitutes, from_date, actor, set_on)
  SELECT row_number() OVER (ORDER BY CASE WHEN ',' || roles || ',' LIKE '%,chair,%' THEN 0 WHEN ',' || roles || ',' LIKE '%,deputy,%' THEN 1 ELSE 2 END, rowid),
    handle, '[]', '2000-01-01', 'administrator', '2000-01-01'
  FROM members
  WHERE active = 1 AND (',' || roles || ',' LIKE '%,chair,%' OR ',' || roles || ',' LIKE '%,deputy,%' OR ',' || roles || ',' LIKE '%,member,%');

-- M14: a fund that was made before the parameter keeps yes.
INSERT INTO scheme_changes (key, value, from_date, reason, actor, set_on)
  SELECT 'council.recommend_outside_meeting', 'true', '2000-01-01', 'M14', 'administrator', '2000-01-01' FROM fund;

CREATE TRIGGER meetings_stand BEFORE UPDATE ON meetings BEGIN SELECT RAISE(ABORT, 'meetings are kept (M9)'); END;
CREATE TRIGGER meetings_stay BEFORE DELETE ON meetings BEGIN SELECT RAISE(ABORT, 'meetings are kept (M9)'); END;
CREATE TRIGGER meetings_once BEFORE INSERT ON meetings WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.id OR (year = NEW.year AND number = NEW.number)) BEGIN SELECT RAISE(ABORT, 'meetings are kept (M9)'); END;
CREATE TRIGGER meeting_entries_stand BEFORE UPDATE ON meeting_entries BEGIN SELECT RAISE(ABORT, 'what happened in a meeting is kept (M4)'); END;
CREATE TRIGGER meeting_entries_stay BEFORE DELETE ON meeting_entries BEGIN SELECT RAISE(ABORT, 'what happened in a meeting is kept (M4)'); END;
CREATE TRIGGER meeting_entries_follow BEFORE INSERT ON meeting_entries WHEN NEW.entry <> (SELECT coalesce(max(entry), 0) + 1 FROM meeting_entries WHERE meeting = NEW.meeting) BEGIN SELECT RAISE(ABORT, 'what happened in a meeting is kept (M4)'); END;
CREATE TRIGGER minutes_stand BEFORE UPDATE ON minutes BEGIN SELECT RAISE(ABORT, 'final minutes are never changed (M17)'); END;
CREATE TRIGGER minutes_stay BEFORE DELETE ON minutes BEGIN SELECT RAISE(ABORT, 'final minutes are never changed (M17)'); END;
CREATE TRIGGER minutes_once BEFORE INSERT ON minutes WHEN EXISTS (SELECT 1 FROM minutes WHERE meeting = NEW.meeting AND form = NEW.form) BEGIN SELECT RAISE(ABORT, 'final minutes are never changed (M17)'); END;
CREATE TRIGGER recommended_in_stand BEFORE UPDATE ON recommended_in BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommended_in_stay BEFORE DELETE ON recommended_in BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommended_in_once BEFORE INSERT ON recommended_in WHEN EXISTS (SELECT 1 FROM recommended_in WHERE recommendation = NEW.recommendation) BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommendations_withdrawn_stand BEFORE UPDATE ON recommendations_withdrawn BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommendations_withdrawn_stay BEFORE DELETE ON recommendations_withdrawn BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER recommendations_withdrawn_once BEFORE INSERT ON recommendations_withdrawn WHEN EXISTS (SELECT 1 FROM recommendations_withdrawn WHERE recommendation = NEW.recommendation) BEGIN SELECT RAISE(ABORT, 'recommendations are kept (M8)'); END;
CREATE TRIGGER seat_terms_stand BEFORE UPDATE ON seat_terms BEGIN SELECT RAISE(ABORT, 'terms are kept (M11)'); END;
CREATE TRIGGER seat_terms_stay BEFORE DELETE ON seat_terms BEGIN SELECT RAISE(ABORT, 'terms are kept (M11)'); END;
CREATE TRIGGER seat_terms_once BEFORE INSERT ON seat_terms WHEN EXISTS (SELECT 1 FROM seat_terms WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'terms are kept (M11)'); END;
CREATE TRIGGER role_terms_stand BEFORE UPDATE ON role_terms BEGIN SELECT RAISE(ABORT, 'terms are kept (M11)'); END;
CREATE TRIGGER role_terms_stay BEFORE DELETE ON role_terms BEGIN SELECT RAISE(ABORT, 'terms are kept (M11)'); END;
CREATE TRIGGER role_terms_once BEFORE INSERT ON role_terms WHEN EXISTS (SELECT 1 FROM role_terms WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'terms are kept (M11)'); END;
CREATE TRIGGER scheme_changes_stand BEFORE UPDATE ON scheme_changes BEGIN SELECT RAISE(ABORT, 'parameters are kept with their days (M14)'); END;
CREATE TRIGGER scheme_changes_stay BEFORE DELETE ON scheme_changes BEGIN SELECT RAISE(ABORT, 'parameters are kept with their days (M14)'); END;
CREATE TRIGGER scheme_changes_once BEFORE INSERT ON scheme_changes WHEN EXISTS (SELECT 1 FROM scheme_changes WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'parameters are kept with their days (M14)'); END;
