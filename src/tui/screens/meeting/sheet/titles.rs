//! What each form of the meeting is called.

use super::{About, Sheet};
use crate::i18n::{Phrase, phrase};
use crate::usecases::OfficeSought;

impl Sheet {
    pub(crate) fn title(&self) -> Phrase {
        let plain = phrase;
        match &self.about {
            About::Plan => plain("agenda-plan-title"),
            About::Call => plain("agenda-call-title"),
            About::Send { .. } => plain("agenda-send-title"),
            About::Answer => plain("agenda-answer-title"),
            About::AddItem(_) => plain("agenda-add-title"),
            About::WithdrawItem(item) => plain("agenda-withdraw-title").with("item", item.called.clone()),
            About::Adjourn => plain("agenda-adjourn-title"),
            About::Cancel => plain("agenda-cancel-title"),
            About::Motion { item, .. } => plain("agenda-motion-title").with("item", item.called.clone()),
            About::Vote(_) => plain("agenda-vote-title"),
            About::Between(_) => plain("agenda-between-title"),
            About::WithdrawMotion(_) => plain("agenda-withdraw-motion-title"),
            About::Trial(_) => plain("agenda-trial-title"),
            About::Conflict { item, .. } => plain("agenda-conflict-title").with("item", item.called.clone()),
            About::Statement { item, .. } => {
                plain("agenda-statement-title").with("item", item.called.clone())
            }
            About::OpenElection { office, .. } => match office {
                OfficeSought::Chair { of_item: true } => plain("minutes-election-of-chair-of-item"),
                OfficeSought::Chair { of_item: false } => plain("minutes-election-of-chair"),
                OfficeSought::Other { title } => {
                    plain("agenda-open-election-of").with("office", title.as_str())
                }
            },
            About::Elect { secret: true, .. } => plain("agenda-ballot-title"),
            About::Elect { .. } => plain("agenda-elect-title"),
        }
    }
}
