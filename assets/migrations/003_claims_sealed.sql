-- The log seals the claims beside the books too: how many there were of each when a row was written. What a voucher
-- means for adopters is sealed with the voucher.
ALTER TABLE audit ADD COLUMN charges INTEGER NOT NULL DEFAULT 0 CHECK (charges >= 0);
ALTER TABLE audit ADD COLUMN credits INTEGER NOT NULL DEFAULT 0 CHECK (credits >= 0);
ALTER TABLE audit ADD COLUMN settlements INTEGER NOT NULL DEFAULT 0 CHECK (settlements >= 0);
