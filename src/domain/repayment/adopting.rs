//! Who may take a solution into use (C5).

use jiff::civil::Date;

use super::Solution;
use crate::domain::participant::Participant;
use crate::domain::proposal::Proposal;
use crate::domain::refusal::{Refusal, refuse};

/// Whether a participant may take a solution into use on a day, on which it has `access` or not, and which it took into
/// use on the day `before`.
///
/// # Errors
/// `adoption-before-live`, `adoption-not-for`, `adoption-without-access`, `adoption-twice`.
pub fn may_adopt(
    (proposal, solution): (&Proposal, &Solution),
    participant: &Participant,
    (access, before): (bool, Option<Date>),
    on: Date,
) -> Result<(), Refusal> {
    let reference = proposal.reference;
    let name = participant.name.as_str();
    if on < solution.live_on {
        let refusal = refuse("adoption-before-live").with("ref", reference);
        return Err(refusal.with("date", solution.live_on));
    }
    if !proposal.details.benefit.includes(participant.kind) {
        let refusal = refuse("adoption-not-for").rule("C5").with("ref", reference);
        let refusal = refusal.word("benefit", proposal.details.benefit.key());
        return Err(refusal.with("name", name));
    }
    if !access {
        let refusal = refuse("adoption-without-access").rule("C5");
        return Err(refusal.with("name", name).with("date", on));
    }
    if let Some(before) = before {
        let refusal = refuse("adoption-twice").with("name", name);
        return Err(refusal.with("ref", reference).with("date", before));
    }
    Ok(())
}
