//! Puts a ranked proposal on the agenda of the council's meeting (M6).

use super::Ranking;
use crate::domain::meeting::ItemKind;
use crate::tui::effects::{Effect, Tag};
use crate::tui::route::Route;
use crate::usecases::AddItem;

pub(super) const TAG: Tag = "agenda";

impl Ranking {
    /// The selected proposal becomes an item of the meeting that is meant. While people meet, they are asked whether they object.
    pub(super) fn to_agenda(&self) -> Vec<Effect> {
        let Some(placed) = self.list.selected() else {
            return Vec::new();
        };
        let Some(Ok(listing)) = self.data.as_ref().map(|data| &data.listing) else {
            return Vec::new();
        };
        let reference = placed.proposal.reference;
        if listing.open {
            let title = self.facts(reference).map(|facts| facts.title.clone());
            return vec![Effect::Open(Route::TakeUp(reference, title.unwrap_or_default()))];
        }
        let step = AddItem {
            key: Some(listing.meeting),
            kind: ItemKind::Proposal { reference },
            title: String::new(),
            internal: false,
            proposed: None,
            objections: None,
        };
        vec![Effect::Perform(Box::new(step), TAG)]
    }
}
