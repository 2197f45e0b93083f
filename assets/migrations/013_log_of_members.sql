-- Who was in the council at the reveal of a round, or until when a revoked member had a seat, is asked of the log, which is long.
CREATE INDEX audit_of_members ON audit (action) WHERE action IN ('member.add', 'member.revoke', 'round.reveal');
