-- Every row of every table is sealed by the row of the log that wrote it, and so is the schema. The digest of all that a row
-- of the log sealed is in its own hash.
CREATE TABLE seals (
  log      INTEGER NOT NULL REFERENCES audit (seq),
  of_table TEXT NOT NULL,
  -- The primary key, a JSON array.
  of_key   TEXT NOT NULL,
  -- SHA-256; none where the row was removed.
  digest   BLOB CHECK (length(digest) = 32),
  PRIMARY KEY (log, of_table, of_key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER seals_stand BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'the seals of the log are never changed'); END;
CREATE TRIGGER seals_stay BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'the seals of the log are never removed'); END;
CREATE TRIGGER seals_follow BEFORE INSERT ON seals WHEN NEW.log <> (SELECT max(seq) FROM audit)
  OR EXISTS (SELECT 1 FROM seals WHERE log = NEW.log AND of_table = NEW.of_table AND of_key = NEW.of_key) BEGIN SELECT RAISE(ABORT, 'the seals of the log are only continued'); END;

-- SHA-256 over what the row sealed; empty in the rows from before there were seals, which have the books in their hash.
ALTER TABLE audit ADD COLUMN sealed TEXT NOT NULL DEFAULT '';

-- There are so few scores that a bare digest would give them away; each has a random number beside it (S4).
CREATE TABLE scores_with_nonce (
  scorecard INTEGER NOT NULL REFERENCES scorecards (id),
  criterion TEXT NOT NULL,
  score     INTEGER CHECK (score BETWEEN 1 AND 5),
  nonce     BLOB NOT NULL CHECK (length(nonce) = 16),
  PRIMARY KEY (scorecard, criterion)
) STRICT, WITHOUT ROWID;
INSERT INTO scores_with_nonce SELECT scorecard, criterion, score, randomblob(16) FROM scores;
DROP TABLE scores;
ALTER TABLE scores_with_nonce RENAME TO scores;
CREATE TRIGGER scores_stand BEFORE UPDATE ON scores BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scores_stay BEFORE DELETE ON scores BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
CREATE TRIGGER scores_once BEFORE INSERT ON scores WHEN EXISTS (SELECT 1 FROM scores WHERE scorecard = NEW.scorecard AND criterion = NEW.criterion) BEGIN SELECT RAISE(ABORT, 'scorecards keep their history (S5)'); END;
