//! The form of a vote in an election (M15).

use super::{About, Sheet};
use crate::i18n::phrase;
use crate::tui::effects::Effect;
use crate::tui::screens::meeting::election::cast;
use crate::usecases::Elect;
use crate::usecases::views::meeting_board::MeetingBoardData;

impl Sheet {
    /// M15: whether it is a vote in an election.
    pub(crate) fn is_ballot(&self) -> bool {
        matches!(self.about, About::Elect { .. })
    }

    /// M15: a ballot of a secret election, which is final and so asked about first.
    pub(super) fn ballot(&self, data: &MeetingBoardData) -> Option<Effect> {
        let About::Elect {
            election,
            secret: true,
            candidates,
            ..
        } = &self.about
        else {
            return None;
        };
        let choice = candidates
            .get(self.form.choice("candidate").unwrap_or(0))
            .cloned()?;
        let roster = data.meeting.as_ref().map(|own| &own.meeting.roster)?;
        let named = match &choice {
            Some(handle) => phrase("agenda-ballot-for").with("name", roster.name(handle).to_owned()),
            None => phrase("agenda-ballot-blank"),
        };
        let step = Elect {
            choice,
            handle: None,
            election: Some(*election),
        };
        Some(cast(step, named))
    }
}
