-- The public keys by which members come in over SSH. A key that is removed stays, with the day of its removal: the log names
-- keys by their fingerprints for as long as it is kept.
CREATE TABLE member_keys (
  id          INTEGER PRIMARY KEY,
  handle      TEXT NOT NULL REFERENCES members (handle),
  -- `SHA256:` and 43 letters, as ssh-keygen prints it.
  fingerprint TEXT NOT NULL,
  -- Algorithm and base64, as in a `.pub` file without its comment.
  public_key  TEXT NOT NULL,
  comment     TEXT NOT NULL,
  added_on    TEXT NOT NULL
) STRICT;
CREATE INDEX member_keys_by_fingerprint ON member_keys (fingerprint);

CREATE TABLE member_keys_removed (
  member_key  INTEGER PRIMARY KEY REFERENCES member_keys (id),
  removed_on  TEXT NOT NULL
) STRICT;

CREATE TRIGGER member_keys_stand BEFORE UPDATE ON member_keys BEGIN SELECT RAISE(ABORT, 'keys are kept, for the log names them'); END;
CREATE TRIGGER member_keys_stay BEFORE DELETE ON member_keys BEGIN SELECT RAISE(ABORT, 'keys are kept, for the log names them'); END;
CREATE TRIGGER member_keys_once BEFORE INSERT ON member_keys WHEN EXISTS (SELECT 1 FROM member_keys WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'keys are kept, for the log names them'); END;
CREATE TRIGGER member_keys_removed_stand BEFORE UPDATE ON member_keys_removed BEGIN SELECT RAISE(ABORT, 'a removed key stays so, for the log names it'); END;
CREATE TRIGGER member_keys_removed_stay BEFORE DELETE ON member_keys_removed BEGIN SELECT RAISE(ABORT, 'a removed key stays so, for the log names it'); END;
CREATE TRIGGER member_keys_removed_once BEFORE INSERT ON member_keys_removed WHEN EXISTS (SELECT 1 FROM member_keys_removed WHERE member_key = NEW.member_key) BEGIN SELECT RAISE(ABORT, 'a removed key stays so, for the log names it'); END;
