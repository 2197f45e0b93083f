//! Puts a ranked proposal on the agenda of the council's meeting (M6).

use super::Ranking;
use crate::domain::meeting::ItemKind;
use crate::tui::effects::{Effect, Tag};
use crate::usecases::AddItem;

pub const TAG: Tag = "agenda";

impl Ranking {
    /// The selected proposal becomes an item of the meeting that is meant.
    pub(super) fn to_agenda(&self) -> Vec<Effect> {
        let Some(placed) = self.list.selected() else {
            return Vec::new();
        };
        let step = AddItem {
            key: None,
            kind: ItemKind::Proposal {
                reference: placed.proposal.reference,
            },
            title: String::new(),
            internal: false,
            proposed: None,
            objections: None,
        };
        vec![Effect::Perform(Box::new(step), TAG)]
    }
}
