-- What the council decided on conflicts before judgements had a table of their own (M5), as the votes in its meetings tell it:
-- valid when at least half of the seats voted (M1), and on a tie what the meeting chair voted (M2). Who has a judgement in a
-- proposal already has it of a later vote.
INSERT INTO conflict_judgements (ref, handle, upheld, meeting, item)
  WITH closed AS (
    SELECT e.meeting, e.entry, e.body ->> '$.at' AS at, e.body ->> '$.event.vote_closed.vote' AS vote,
      t.value ->> '$.item' AS item, t.value ->> '$.seats' AS seats, t.value ->> '$.chair' AS chair,
      json_array_length(t.value, '$.votes_for') AS votes_for, json_array_length(t.value, '$.votes_against') AS votes_against
    FROM meeting_entries e, json_each(e.body, '$.event.vote_closed.tallies') t WHERE e.kind = 'vote_closed'
  ), opened AS (
    SELECT meeting, body ->> '$.event.vote_opened.vote' AS vote, body ->> '$.event.vote_opened.question.handle' AS handle
    FROM meeting_entries WHERE kind = 'vote_opened' AND body ->> '$.event.vote_opened.question.question' = 'conflict'
  ), added AS (
    SELECT meeting, body ->> '$.event.item_added.item' AS item, body ->> '$.event.item_added.kind.reference' AS ref
    FROM meeting_entries WHERE kind = 'item_added'
  )
  SELECT a.ref, o.handle, c.votes_for > c.votes_against OR (c.votes_for = c.votes_against AND c.chair IS 'for'), c.meeting, c.item
  FROM closed c JOIN opened o ON o.meeting = c.meeting AND o.vote = c.vote JOIN added a ON a.meeting = c.meeting AND a.item = c.item
  WHERE a.ref IS NOT NULL AND 2 * (c.votes_for + c.votes_against) >= c.seats
    AND NOT EXISTS (SELECT 1 FROM conflict_judgements j WHERE j.ref = a.ref AND j.handle = o.handle)
  ORDER BY c.at, c.meeting, c.entry;
