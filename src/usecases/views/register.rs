//! The register of decisions: what each meeting recommended on a proposal, and what KS decided (M7).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::council::{Decided, Ruling};
use crate::domain::meeting::{ItemId, MeetingKey, Motion};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// Every recommendation that came of a meeting, in the order of the meetings.
#[derive(Clone, Copy, Debug)]
pub struct DecisionRegister;

/// What the council has agreed to on a proposal in an item; when the item was taken up again, each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    pub meeting: MeetingKey,
    pub item: ItemId,
    pub held_on: Date,
    pub number: Option<u32>,
    pub reference: Ref,
    pub title: String,
    pub carried: Motion,
    /// M14: what was free by the scheme's limit, where more was recommended.
    pub free: Option<Ore>,
    /// M14: no later item has replaced it or taken it back.
    pub stands: bool,
    /// What KS decided on it.
    pub decided: Option<Decided>,
}

impl RegisterLine {
    #[must_use]
    pub fn ruling(&self) -> Option<Ruling> {
        self.decided.as_ref().map(|decided| decided.ruling)
    }

    /// M7: whether KS decided otherwise.
    #[must_use]
    pub fn deviates(&self) -> bool {
        let recommendation = self.carried.recommendation();
        let both = self.ruling().zip(recommendation);
        both.is_some_and(|(ruling, recommendation)| ruling.deviation_from(&recommendation).is_some())
    }
}

impl View for DecisionRegister {
    type Data = Vec<RegisterLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<RegisterLine>, OpError> {
        let mut lines = Vec::new();
        for row in viewer.read.meetings()? {
            let meeting = row.meeting;
            for item in &meeting.items {
                let Some(reference) = item.kind.reference() else {
                    continue;
                };
                let carried = item
                    .carried
                    .iter()
                    .filter_map(|carried| Some((meeting.motion(carried.motion).ok()?, carried.free)));
                let of_proposal = carried.filter(|(put, _)| put.content.concerns_a_proposal());
                lines.extend(of_proposal.map(|(put, free)| RegisterLine {
                    meeting: meeting.key,
                    item: item.id,
                    held_on: meeting.held_on,
                    number: item.number,
                    reference,
                    title: item.title.clone(),
                    carried: put.content.clone(),
                    free,
                    stands: false,
                    decided: None,
                }));
            }
        }
        // Stable: what was carried in one item stays in its order.
        lines.sort_by_key(|line| (line.held_on, line.meeting, line.number));
        let mut seen = BTreeSet::new();
        for line in lines
            .iter_mut()
            .rev()
            .filter(|line| line.carried.recommendation().is_some())
        {
            if !seen.insert((line.reference, line.meeting, line.item)) {
                continue;
            }
            let standing = viewer.read.recommendation(line.reference)?;
            let came_of = standing
                .map(|standing| viewer.read.recommended_in(standing.id))
                .transpose()?;
            if came_of.flatten() == Some((line.meeting, line.item)) {
                line.stands = true;
                line.decided = viewer.read.decision(line.reference)?;
            }
        }
        Ok(lines)
    }
}
