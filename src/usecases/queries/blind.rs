//! The blind rule (S4), here and nowhere else: everything that shows a score, an aggregate, an order or a line asks it.

use std::collections::BTreeSet;

use crate::domain::council::Round;
use crate::domain::policy::{Action, Actor, Reason, Subject, may};
use crate::domain::proposal::Ref;
use crate::store::{Read, StoreError};

/// S4: whether `actor` may see the scores of a proposal: the round is revealed, and one in conflict waits for KS's decision.
///
/// # Errors
/// Why not.
pub fn scores_visible(
    actor: &Actor,
    round: Option<&Round>,
    conflicted: bool,
    decided: bool,
) -> Result<(), Reason> {
    let revealed = round.is_some_and(|round| round.revealed_on.is_some());
    may(
        actor,
        Action::ReadScores,
        Subject::Scores {
            revealed,
            conflicted,
            decided,
        },
    )
}

/// S4: the proposals of a revealed round that `actor` doesn't see the scores of because of a conflict. Whatever tells of the
/// whole order would tell of them too, so while there is one the actor sees the list without it and no place in the
/// council's own.
pub fn unseen_cases(read: &Read, actor: &Actor, round: &Round) -> Result<BTreeSet<Ref>, StoreError> {
    let conflicts = read.conflicts_of(round.id, &actor.handle)?.into_iter();
    Ok(conflicts
        .filter(|(_, stage)| scores_visible(actor, Some(round), true, stage.is_decided()).is_err())
        .map(|(case, _)| case)
        .collect())
}
