-- The day of an approval, so that an earlier day looks as it did then. Of those approved before it was kept, it isn't known.
ALTER TABLE disbursements ADD COLUMN approved_on TEXT CHECK (approved_on IS NULL OR voucher IS NOT NULL);
-- Whoever asks what waits asks as of a day.
DROP INDEX disbursements_waiting;
