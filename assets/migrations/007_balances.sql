-- What is posted on each day, by account and kind of event, so that a figure on a date doesn't go through all the postings. It
-- follows from them, and the check works it out anew. It is kept by day and not by quarter, so that every date within a quarter is
-- exact as it stands; there are never more rows than days on which an account moves, however many vouchers there are.
CREATE TABLE day_sums (
  account    TEXT NOT NULL,
  day        TEXT NOT NULL,
  event      TEXT NOT NULL,
  amount_ore INTEGER NOT NULL,
  PRIMARY KEY (account, day, event)
) STRICT, WITHOUT ROWID;
INSERT INTO day_sums SELECT q.account, v.posted_on, v.event, sum(q.amount_ore)
  FROM postings q JOIN vouchers v ON v.voucher = q.voucher GROUP BY q.account, v.posted_on, v.event;
CREATE TRIGGER postings_summed AFTER INSERT ON postings BEGIN
  INSERT INTO day_sums SELECT NEW.account, posted_on, event, NEW.amount_ore FROM vouchers WHERE voucher = NEW.voucher
  ON CONFLICT (account, day, event) DO UPDATE SET amount_ore = amount_ore + excluded.amount_ore;
END;
