//! 3 Vurdering: the cases of the open round as one has scored them oneself, and how many scorecards are in. Everyone
//! may see it; the council scores, the chair opens and reveals the round. Nothing here tells what others have
//! scored (S4): the view doesn't know it.

mod card;
mod conflict;
mod draw;
mod open_round;
#[cfg(test)]
mod stories;

pub use card::Card;
pub use conflict::Conflict;
pub use open_round::OpenRound;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::policy::{Action as Rule, Subject};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::effects::{Effect, Question};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::list::Cursor;
use crate::usecases::RevealRound;
use crate::usecases::views::ScoringView;
use crate::usecases::views::scoring::{CaseToScore, ScoringData};

/// The list of the open round.
#[derive(Default)]
pub struct Scoring {
    cursor: Cursor,
    data: Option<ScoringData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Score,
    Next,
    Conflict,
    Proposal,
    OpenRound,
    Reveal,
}

impl Scoring {
    fn cases(&self) -> &[CaseToScore] {
        self.data.as_ref().map_or(&[], |data| data.cases.as_slice())
    }

    fn selected(&self) -> Option<&CaseToScore> {
        let cases = self.cases();
        self.cursor.at(cases.len()).map(|at| &cases[at])
    }

    /// The next case after the cursor that is still to be scored, round the end.
    fn next_unscored(&self) -> Option<usize> {
        let cases = self.cases();
        let at = self.cursor.at(cases.len())?;
        let after = (1..=cases.len()).map(|step| (at + step) % cases.len());
        after
            .into_iter()
            .find(|at| !cases[*at].conflicted && cases[*at].own.is_none())
    }

    fn reveal(&self) -> Option<Question> {
        let data = self.data.as_ref()?;
        let round = data.round.as_ref()?;
        let (submitted, expected) = data.submitted();
        let missing = expected.saturating_sub(submitted);
        let mut lines = vec![
            phrase("scoring-cards-in")
                .with("submitted", submitted)
                .with("expected", expected),
        ];
        if missing > 0 {
            lines.push(phrase("scoring-reveal-missing").with("missing", missing));
        }
        lines.push(phrase("scoring-reveal-effect"));
        Some(Question {
            title: phrase("scoring-reveal-title").with("round", round.name.as_str()),
            lines,
            yes: "scoring-reveal-yes",
            then: vec![Effect::Perform(
                Box::new(RevealRound {
                    name: round.name.clone(),
                }),
                "reveal",
            )],
        })
    }
}

impl Screen for Scoring {
    type View = ScoringView;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::new(
            &[Key::Enter],
            Action::Score,
            "scoring-score",
            "scoring-score-help",
        )
        .needs(Rule::Score),
        Binding::new(
            &[Key::Char('n')],
            Action::Next,
            "scoring-next",
            "scoring-next-help",
        )
        .needs(Rule::Score),
        Binding::new(
            &[Key::Char('h')],
            Action::Conflict,
            "scoring-conflict",
            "scoring-conflict-help",
        )
        .needs(Rule::DeclareConflict),
        Binding::new(
            &[Key::Char('d')],
            Action::Proposal,
            "scoring-proposal",
            "scoring-proposal-help",
        ),
        Binding::new(
            &[Key::Char('o')],
            Action::OpenRound,
            "scoring-open",
            "scoring-open-help",
        )
        .needs(Rule::OpenRound),
        Binding::new(
            &[Key::Char('v'), Key::Char('R')],
            Action::Reveal,
            "scoring-reveal",
            "scoring-reveal-help",
        )
        .needs(Rule::Reveal),
    ];

    fn title(&self) -> Phrase {
        let Some((data, round)) = self.data.as_ref().and_then(|d| Some((d, d.round.as_ref()?))) else {
            return phrase("scoring-title-none");
        };
        let (submitted, expected) = data.submitted();
        let title = if data.scores {
            let (scored, mine) = data.progress();
            phrase("scoring-title-own")
                .with("scored", scored)
                .with("mine", mine)
        } else {
            phrase("scoring-title")
        };
        title
            .with("round", round.name.as_str())
            .with("submitted", submitted)
            .with("expected", expected)
    }

    fn view(&self) -> ScoringView {
        ScoringView
    }

    fn receive(&mut self, data: ScoringData) {
        // The cursor stays on its case, wherever the list puts it now.
        let before = self.selected().map(|case| case.reference);
        let now = data.cases.iter().position(|case| Some(case.reference) == before);
        if let Some(at) = now {
            self.cursor.select(at);
        }
        self.data = Some(data);
    }

    fn subject(&self) -> Subject {
        Subject::Proposal {
            conflicted: self.selected().is_some_and(|case| case.conflicted),
        }
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let open = self.data.as_ref().is_some_and(|data| data.round.is_some());
        match action {
            Action::OpenRound => None,
            _ if !open => Some(refuse("no-open-round")),
            Action::Reveal => None,
            _ if self.selected().is_none() => Some(refuse("round-without-cases")),
            Action::Next => self
                .next_unscored()
                .is_none()
                .then(|| refuse("nothing-left-to-score")),
            Action::Conflict => {
                let declared = self.selected().filter(|case| case.conflicted);
                declared.map(|case| refuse("conflict-declared").rule("M5").with("ref", case.reference))
            }
            Action::Score | Action::Proposal => None,
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let reference = self.selected().map(|case| case.reference);
        let open = |route: Option<Route>| route.map(Effect::Open).into_iter().collect();
        match action {
            Action::Score => open(reference.map(Route::Scorecard)),
            Action::Conflict => open(reference.map(Route::Conflict)),
            Action::Proposal => open(reference.map(|reference| Route::Proposal(reference.to_string()))),
            Action::OpenRound => open(Some(Route::OpenRound)),
            Action::Next => {
                if let Some(at) = self.next_unscored() {
                    self.cursor.select(at);
                }
                Vec::new()
            }
            Action::Reveal => self.reveal().map(Effect::Confirm).into_iter().collect(),
        }
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        self.cursor.step(step, self.cases().len());
        Vec::new()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            draw::list(data, &self.cursor, area, buf, ctx);
        }
    }
}
