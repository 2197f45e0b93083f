//! What screens want, done: where one goes, what is said and asked, and what the runtime is asked for.

use super::App;
use crate::tui::effects::{Effect, Question, Request, ScreenId};
use crate::tui::overlay::Overlay;
use crate::tui::overlay::confirm::Confirm;
use crate::tui::route::Route;

impl App {
    /// Does what a screen wants; what is for the runtime goes on as requests.
    pub(super) fn apply(&mut self, screen: ScreenId, effects: Vec<Effect>) -> Vec<Request> {
        let mut requests = Vec::new();
        for effect in effects {
            match effect {
                Effect::Open(route) => self.open(&route),
                Effect::Back => {
                    if self.stack.top().id == screen {
                        self.stack.pop();
                    }
                }
                Effect::CloseForm => {
                    if let Some(open) = self.stack.find(screen) {
                        open.screen.close_form();
                    }
                }
                Effect::Reload => self.stack.ask_again(),
                Effect::Perform(step, tag) => {
                    self.steps += 1;
                    requests.push(Request::Perform { screen, step, tag });
                }
                Effect::ToTheMeeting => requests.extend(self.follow()),
                Effect::Follow(follows) => self.following = follows,
                Effect::Turned => requests.push(Request::Table),
                Effect::Message(tone, text) => self.message = Some((tone, text)),
                Effect::Confirm(question) if question.step().is_some() => {
                    requests.push(self.rehearse(screen, question));
                }
                Effect::Confirm(question) => self.ask(question),
            }
        }
        requests
    }

    pub(super) fn ask(&mut self, question: Question) {
        let confirm = Confirm::new(question, &self.words);
        self.overlays.push(Overlay::Confirm(confirm));
    }

    pub(super) fn open(&mut self, route: &Route) {
        match self.screens.tabs.iter().position(|tab| tab.route == *route) {
            Some(tab) => self.stack.go_to(tab),
            None => self.stack.push(route),
        }
    }
}
