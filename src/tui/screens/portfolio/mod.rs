//! The council's line beside the best set of whole proposals: what each way to choose comes to, which proposals it takes, and
//! in words what the line by the rule in force costs. Everyone may read it once the round is revealed (S4); nothing is
//! written here. Its route names the round, the frame and the rule.

mod picture;
#[cfg(test)]
mod stories;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::money::Ore;
use crate::domain::portfolio::Candidate;
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Marks};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views::PortfolioView;
use crate::usecases::views::portfolio::PortfolioData;

/// The ways side by side.
pub(super) struct Portfolio {
    round: String,
    /// `None`: what is free.
    frame: Option<Ore>,
    /// The rule in force.
    rule: CutRule,
    /// F5: what is tried goes along.
    marks: Marks,
    /// The line is told against the best over the reserve first, else against the best under the frame.
    over_reserve: bool,
    list: Listing<Candidate>,
    data: Option<PortfolioData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    Other,
}

impl Portfolio {
    pub(super) fn new(round: String, frame: Option<Ore>, rule: CutRule, marks: Marks) -> Portfolio {
        Portfolio {
            round,
            frame,
            rule,
            marks,
            over_reserve: false,
            list: Listing::default(),
            data: None,
        }
    }
}

impl Row for Candidate {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.reference
    }
}

impl Screen for Portfolio {
    type View = PortfolioView;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open),
        Binding::new(
            &[Key::Tab, Key::BackTab],
            Action::Other,
            "portfolio-other",
            "portfolio-other-help",
        ),
    ];

    fn title(&self) -> Phrase {
        match &self.data {
            Some(data) => phrase("portfolio-title")
                .with("round", data.round.name.as_str())
                .with("frame", data.frame)
                .with("reserve", data.reserve),
            None => phrase("portfolio-tab"),
        }
    }

    fn view(&self) -> PortfolioView {
        PortfolioView {
            round: Some(self.round.clone()),
            frame: self.frame,
            threshold: match self.rule {
                CutRule::Threshold(least) => Some(least),
                CutRule::Stop | CutRule::Skip => None,
            },
            marks: self.marks.clone(),
        }
    }

    fn receive(&mut self, mut data: PortfolioData) {
        self.list.receive(std::mem::take(&mut data.comparison.candidates));
        self.data = Some(data);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let empty = action == Action::Open && self.list.selected().is_none();
        empty.then(|| refuse("round-without-proposals"))
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => {
                let selected = self.list.selected();
                let open = selected.map(|one| Effect::Open(Route::Proposal(one.reference.to_string())));
                open.into_iter().collect()
            }
            Action::Other => {
                self.over_reserve = !self.over_reserve;
                Vec::new()
            }
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            picture::draw(self, data, area, buf, ctx);
        }
    }
}
