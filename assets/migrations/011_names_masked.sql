-- Former members whose names are shown nowhere any more. What was sealed with a name in it stays as it is; the name is left out
-- where it is read.

CREATE TABLE masked_names (
  handle    TEXT PRIMARY KEY REFERENCES members (handle),
  masked_on TEXT NOT NULL,
  reason    TEXT NOT NULL
) STRICT;

CREATE TRIGGER masked_names_stand BEFORE UPDATE ON masked_names BEGIN SELECT RAISE(ABORT, 'a name that is masked stays so, for the log tells of it'); END;
CREATE TRIGGER masked_names_stay BEFORE DELETE ON masked_names BEGIN SELECT RAISE(ABORT, 'a name that is masked stays so, for the log tells of it'); END;
CREATE TRIGGER masked_names_once BEFORE INSERT ON masked_names WHEN EXISTS (SELECT 1 FROM masked_names WHERE handle = NEW.handle) BEGIN SELECT RAISE(ABORT, 'a name that is masked stays so, for the log tells of it'); END;
