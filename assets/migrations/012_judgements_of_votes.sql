-- What the council decided on conflicts before judgements had a table of their own (M5), as the votes in its meetings tell it:
-- valid when at least half of the seats voted (M1), and on a tie what the meeting chair voted (M2). Who has a judgement in a
-- proposal already has it of a later vote. A conflict that was declared after it had been rejected stands, and also one of the same
-- day, of which nothing tells what came first.
INSERT INTO conflict_judgements (ref, handle, upheld, meeting, item)
  WITH closed AS (
    SELECT e.meeting, e.entry, e.body ->> '$.at' AS at, e.body ->> '$.event.vote_closed.vote' AS vote,
      t.value ->> '$.item' AS item, t.value ->> '$.seats' AS seats, t.value ->> '$.chair' AS chair,
      json_array_length(t.value, '$.votes_for') AS votes_for, json_array_length(t.value, '$.votes_against') AS votes_against
    FROM meeting_entries e, json_each(e.body, '$.event.vote_closed.tallies') t WHERE e.kind = 'vote_closed'
  ), decided AS (
    SELECT *, votes_for > votes_against OR (votes_for = votes_against AND chair IS 'for') AS carried FROM closed
    WHERE 2 * (votes_for + votes_against) >= seats
  ), opened AS (
    SELECT meeting, body ->> '$.event.vote_opened.vote' AS vote, body ->> '$.event.vote_opened.question.handle' AS handle
    FROM meeting_entries WHERE kind = 'vote_opened' AND body ->> '$.event.vote_opened.question.question' = 'conflict'
  ), added AS (
    SELECT meeting, body ->> '$.event.item_added.item' AS item, body ->> '$.event.item_added.kind.reference' AS ref
    FROM meeting_entries WHERE kind = 'item_added'
  )
  SELECT a.ref, o.handle, c.carried, c.meeting, c.item
  FROM decided c JOIN opened o ON o.meeting = c.meeting AND o.vote = c.vote JOIN added a ON a.meeting = c.meeting AND a.item = c.item
  WHERE a.ref IS NOT NULL
    AND (c.carried OR NOT EXISTS (SELECT 1 FROM conflicts k WHERE k.ref = a.ref AND k.handle = o.handle AND k.declared_on >= substr(c.at, 1, 10)))
    AND NOT EXISTS (SELECT 1 FROM conflict_judgements j WHERE j.ref = a.ref AND j.handle = o.handle)
  ORDER BY c.at, c.meeting, c.entry;

-- Every check asks what upgrades found, and what of it was acknowledged.
CREATE INDEX audit_of_upgrades ON audit (action) WHERE action IN ('fund.upgrade', 'audit.acknowledge');
