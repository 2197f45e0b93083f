//! A session that follows the meeting is taken to what is on its table when the meeting goes on. Whoever goes elsewhere stops
//! following, one key comes back, and nobody is taken out of a form or away from a question.

use super::App;
use crate::i18n::phrase;
use crate::present::meetings::told;
use crate::tui::effects::{Effect, Request, Tone};
use crate::tui::route::Route;
use crate::usecases::views::on_the_table::Table;

impl App {
    fn meeting_tab(&self) -> Option<usize> {
        self.screens
            .tabs
            .iter()
            .position(|tab| tab.route == Route::Meeting)
    }

    pub(super) fn at_the_meeting(&self) -> bool {
        self.meeting_tab() == Some(self.stack.tab()) && self.stack.is_first()
    }

    /// A meeting is open, and what is on its table isn't what one goes with.
    pub(super) fn is_left_behind(&self) -> bool {
        self.session_info.table.is_some() && !(self.following && self.at_the_meeting())
    }

    /// The council follows a meeting that is open already from the start, unless something else was asked for.
    pub(super) fn begin_to_follow(&mut self, start: &Route) {
        self.following = self.follows_of_itself();
        if self.following && *start == Route::Overview {
            self.go_to_the_meeting();
        }
    }

    fn follows_of_itself(&self) -> bool {
        self.session_info
            .table
            .as_ref()
            .is_some_and(|table| table.belongs)
    }

    fn go_to_the_meeting(&mut self) {
        if let Some(tab) = self.meeting_tab() {
            self.stack.go_to(tab);
            self.stack.go_to_the_first();
        }
    }

    /// The key that comes back to the meeting.
    pub(super) fn follow(&mut self) -> Vec<Request> {
        self.following = true;
        self.go_to_the_meeting();
        let top = self.stack.top_mut();
        let (id, effects) = (top.id, top.screen.follow());
        self.apply(id, effects)
    }

    /// After a key: whoever has gone elsewhere no longer follows.
    pub(super) fn has_gone(&mut self, from: (usize, bool)) {
        let here = self.at_the_meeting();
        let elsewhere = !here && (from.1 || from.0 != self.stack.tab());
        if elsewhere && self.session_info.table.is_some() {
            self.following = false;
        }
    }

    /// Where the meeting stands has been looked up.
    pub(super) fn turned(&mut self, table: Option<Table>) -> Vec<Request> {
        let before = std::mem::replace(&mut self.session_info.table, table);
        let Some(now) = self.session_info.table.clone() else {
            return Vec::new();
        };
        let same = before
            .as_ref()
            .is_some_and(|before| before.meeting == now.meeting);
        if !same {
            self.following = self.follows_of_itself();
        }
        let shown = |table: &Table| table.item.as_ref().map(|item| item.id);
        let turned = !same || before.as_ref().map(shown) != Some(shown(&now));
        if !turned || self.at_the_meeting() {
            return Vec::new();
        }
        let is_free = self.overlays.is_empty() && self.mode().is_none() && self.rehearsing.is_none();
        let note = if self.following && is_free {
            self.go_to_the_meeting();
            "agenda-taken-along"
        } else {
            "agenda-goes-on"
        };
        if self.message.is_none() && self.rehearsing.is_none() {
            let what = what(&now);
            let text = phrase(note).with("what", what.words(&self.words));
            let top = self.stack.top().id;
            return self.apply(top, vec![Effect::Message(Tone::Note, text)]);
        }
        Vec::new()
    }
}

/// What is on the table, in words, with what comes next where that concerns the viewer.
fn what(table: &Table) -> crate::i18n::Phrase {
    let said = match &table.item {
        Some(shown) => told(shown, "agenda-on-the-table", "agenda-on-the-table-minutes"),
        None => phrase("agenda-is-open").with("meeting", table.meeting.to_string()),
    };
    match table.next {
        Some(concern) => said.word("next", concern.key()),
        None => said.with("next", ""),
    }
}
