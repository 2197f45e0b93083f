-- What the council has decided on whether somebody is in conflict in a proposal (M5). Of several the last counts; a conflict
-- that it has rejected is one no more.

CREATE TABLE conflict_judgements (
  id      INTEGER PRIMARY KEY,
  ref     TEXT NOT NULL REFERENCES proposals (ref),
  handle  TEXT NOT NULL REFERENCES members (handle),
  upheld  INTEGER NOT NULL CHECK (upheld IN (0, 1)),
  meeting INTEGER NOT NULL REFERENCES meetings (id),
  item    INTEGER NOT NULL CHECK (item > 0)
) STRICT;
CREATE INDEX conflict_judgements_by_ref ON conflict_judgements (ref, handle, id);

CREATE VIEW standing_conflicts AS
  SELECT k.ref, k.handle, k.ground, k.from_round FROM conflicts k
  WHERE coalesce((SELECT j.upheld FROM conflict_judgements j WHERE j.ref = k.ref AND j.handle = k.handle ORDER BY j.id DESC LIMIT 1), 1) = 1;

CREATE TRIGGER conflict_judgements_stand BEFORE UPDATE ON conflict_judgements BEGIN SELECT RAISE(ABORT, 'judgements are kept (M5)'); END;
CREATE TRIGGER conflict_judgements_stay BEFORE DELETE ON conflict_judgements BEGIN SELECT RAISE(ABORT, 'judgements are kept (M5)'); END;
CREATE TRIGGER conflict_judgements_once BEFORE INSERT ON conflict_judgements WHEN EXISTS (SELECT 1 FROM conflict_judgements WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'judgements are kept (M5)'); END;
