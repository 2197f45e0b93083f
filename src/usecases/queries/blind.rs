//! The blind rule (S4), here and nowhere else: everything that shows a score, an aggregate, an order or a line asks it.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::domain::council::Round;
use crate::domain::log_action::LogAction;
use crate::domain::policy::{Action, Actor, Disclosure, Reason, Subject, may};
use crate::domain::proposal::Ref;
use crate::store::{AuditEntry, Read, StoreError};

/// S4: whether `actor` may see the scores of a proposal: the round is revealed, and one in conflict waits for KS's decision.
///
/// # Errors
/// Why not.
pub(crate) fn scores_visible(
    actor: &Actor,
    round: Option<&Round>,
    conflicted: bool,
    decided: bool,
) -> Result<(), Reason> {
    let revealed = round.is_some_and(Round::is_revealed);
    let disclosure = match (revealed, conflicted && !decided) {
        (false, _) => Disclosure::Blind,
        (true, true) => Disclosure::Conflicted,
        (true, false) => Disclosure::Open,
    };
    may(actor, Action::ReadScores, Subject::Scores(disclosure))
}

/// S4: the proposals of a revealed round that `actor` doesn't see the scores of because of a conflict. Whatever tells of the
/// whole order would tell of them too, so while there is one the actor sees the list without it and no place in the
/// council's own.
pub(crate) fn unseen_proposals(
    read: &Read,
    actor: &Actor,
    round: &Round,
) -> Result<BTreeSet<Ref>, StoreError> {
    let conflicts = read.conflicts_of(round.id, &actor.handle)?.into_iter();
    Ok(conflicts
        .filter(|(_, stage)| scores_visible(actor, Some(round), true, stage.is_decided()).is_err())
        .map(|(proposal, _)| proposal)
        .collect())
}

/// S4: chair and secretariat see who has not handed in, to remind them.
#[must_use]
pub(crate) fn reminds(actor: &Actor) -> bool {
    may(actor, Action::RemindScorers, Subject::FUND).is_ok()
}

/// What stands in the log for a name that isn't told.
const UNNAMED: &str = "–";

/// S4: takes out of the log who has handed in a scorecard of a round that isn't revealed. Chair and secretariat, who remind
/// the others, read it as it is, and everybody their own.
pub(crate) fn withhold_names(
    read: &Read,
    actor: &Actor,
    entries: &mut [AuditEntry],
) -> Result<(), StoreError> {
    if reminds(actor) {
        return Ok(());
    }
    let mut blind = BTreeSet::new();
    for row in read.rounds()? {
        if !row.round.is_revealed() {
            let proposals = read.round_proposals(row.round.id)?.into_iter();
            blind.extend(proposals.map(|proposal| proposal.reference.to_string()));
        }
    }
    for entry in entries {
        withhold_name(entry, &blind, &actor.handle);
    }
    Ok(())
}

/// Takes out who it was, with the key and the address, which are the member's own.
pub(crate) fn withhold_actor(entry: &mut AuditEntry) {
    UNNAMED.clone_into(&mut entry.actor);
    entry.via.clear();
}

fn withhold_name(entry: &mut AuditEntry, blind: &BTreeSet<String>, own: &str) {
    let Ok(Json::Object(mut payload)) = serde_json::from_str(&entry.payload) else {
        return;
    };
    let is_hidden = |reference: &str, member: &str| blind.contains(reference) && member != own;
    if matches!(
        entry.action.parse(),
        Ok(LogAction::ScorecardSubmit | LogAction::ScorecardSubmitOnBehalf)
    ) {
        let member = payload.get("member").and_then(Json::as_str);
        if !is_hidden(&entry.subject, member.unwrap_or_default()) || entry.actor == own {
            return;
        }
        // Who registers for another is no secret; for whom, is.
        if member == Some(entry.actor.as_str()) {
            withhold_actor(entry);
        }
        payload.remove("member");
    } else if let Some(Json::Array(cards)) = payload.get_mut("on_behalf") {
        cards.retain(|card| {
            let card = card.as_str().and_then(|card| card.split_once(':'));
            card.is_none_or(|(reference, member)| !is_hidden(reference, member))
        });
    } else {
        return;
    }
    entry.payload = Json::Object(payload).to_string();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s4_a_name_that_is_withheld_has_neither_key_nor_address() {
        let row = AuditEntry {
            actor: "kari".into(),
            via: "ssh SHA256:abc 192.0.2.7".into(),
            action: "scorecard.submit".into(),
            subject: "2018-01".into(),
            payload: r#"{"member":"kari","version":1}"#.into(),
            ..AuditEntry::default()
        };
        let blind = BTreeSet::from(["2018-01".to_owned()]);
        let told = |own: &str| {
            let mut row = row.clone();
            withhold_name(&mut row, &blind, own);
            (row.actor, row.via, row.payload)
        };
        assert_eq!(
            told("ola"),
            (UNNAMED.into(), String::new(), r#"{"version":1}"#.into())
        );
        assert_eq!(
            told("kari"),
            (row.actor.clone(), row.via.clone(), row.payload.clone())
        );
    }
}
