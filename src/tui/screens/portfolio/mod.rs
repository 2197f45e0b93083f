//! The council's line beside the best set of whole proposals: what each way to choose comes to, which cases it takes, and
//! in words what the line by the rule in force costs. Everyone may read it once the round is revealed (S4); nothing is
//! written here. Its route names the round, the frame and the rule.

mod picture;
#[cfg(test)]
mod stories;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::money::Ore;
use crate::domain::portfolio::Candidate;
use crate::domain::ranking::CutRule;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::list::Cursor;
use crate::usecases::views::PortfolioView;
use crate::usecases::views::portfolio::PortfolioData;

/// The ways side by side.
pub struct Portfolio {
    round: String,
    /// `None`: what is free.
    frame: Option<Ore>,
    /// The rule in force.
    rule: CutRule,
    /// The line is told against the best over the reserve first, else against the best under the frame.
    over_reserve: bool,
    cursor: Cursor,
    data: Option<PortfolioData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Other,
}

impl Portfolio {
    pub fn new(round: String, frame: Option<Ore>, rule: CutRule) -> Portfolio {
        Portfolio {
            round,
            frame,
            rule,
            over_reserve: false,
            cursor: Cursor::default(),
            data: None,
        }
    }

    fn candidates(&self) -> &[Candidate] {
        let data = self.data.as_ref();
        data.map_or(&[], |data| data.comparison.candidates.as_slice())
    }

    fn selected(&self) -> Option<&Candidate> {
        let candidates = self.candidates();
        self.cursor.at(candidates.len()).map(|at| &candidates[at])
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
        }
    }

    fn receive(&mut self, data: PortfolioData) {
        self.data = Some(data);
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let empty = action == Action::Open && self.selected().is_none();
        empty.then(|| refuse("round-without-cases"))
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => {
                let selected = self.selected();
                let open = selected.map(|one| Effect::Open(Route::Proposal(one.reference.to_string())));
                open.into_iter().collect()
            }
            Action::Other => {
                self.over_reserve = !self.over_reserve;
                Vec::new()
            }
        }
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        let len = self.candidates().len();
        self.cursor.step(step, len);
        Vec::new()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            picture::draw(self, data, area, buf, ctx);
        }
    }
}
