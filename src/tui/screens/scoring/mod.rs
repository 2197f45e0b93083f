//! 3 Vurdering: the proposals of the open round as the viewer has scored them, and how many scorecards are in. Everyone
//! may see it; the council scores, the chair opens and reveals the round. Nothing here tells what others have
//! scored (S4): the view doesn't know it.

mod card;
mod conflict;
mod draw;
mod open_round;
#[cfg(test)]
mod stories;

pub(super) use card::{CRITERIA, Card};
pub(super) use conflict::conflict;
pub(super) use open_round::OpenRound;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::council::Round;
use crate::domain::policy::{Action as Rule, Subject};
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::RevealRound;
use crate::usecases::views::ScoringView;
use crate::usecases::views::scoring::{ProposalToScore, ScoringData};

/// The list of the open round.
#[derive(Default)]
pub(super) struct Scoring {
    list: Listing<ProposalToScore>,
    /// `None` when no round is open.
    round: Option<Round>,
    /// How many the viewer has scored and is to score; `None` for those who don't score.
    progress: Option<(usize, usize)>,
    /// How many scorecards are in, and expected, in all.
    submitted: (usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Score,
    Next,
    Conflict,
    Proposal,
    OpenRound,
    Reveal,
}

impl Scoring {
    /// The next proposal after the cursor that is still to be scored, round the end.
    fn next_unscored(&self) -> Option<Ref> {
        let (before, after) = self.list.rows().split_at(self.list.at()? + 1);
        let mut proposals = after.iter().chain(before);
        let next = proposals.find(|proposal| !proposal.conflicted && !proposal.is_handed_in());
        next.map(Row::key)
    }

    fn reveal(&self) -> Option<Question> {
        let round = self.round.as_ref()?;
        let (submitted, expected) = self.submitted;
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
            no: "not-revealed",
            undo: Undo::Never,
            then: vec![Effect::Perform(
                Box::new(RevealRound {
                    name: round.name.clone(),
                }),
                "reveal",
            )],
        })
    }
}

impl Row for ProposalToScore {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.reference
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
        Binding::new(&[Key::Char('n')], Action::Next, "word-next", "scoring-next-help").needs(Rule::Score),
        Binding::new(
            &[Key::Char('h')],
            Action::Conflict,
            "scoring-declare-conflict",
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
        .titled("scoring-open-title")
        .needs(Rule::OpenRound),
        Binding::new(
            &[Key::Char('v'), Key::Char('R')],
            Action::Reveal,
            "word-reveal",
            "scoring-reveal-help",
        )
        .needs(Rule::Reveal),
    ];

    fn title(&self) -> Phrase {
        let Some(round) = &self.round else {
            return phrase("scoring-no-open-round");
        };
        let (submitted, expected) = self.submitted;
        let title = match self.progress {
            Some((scored, mine)) => phrase("scoring-title-own")
                .with("scored", scored)
                .with("mine", mine),
            None => phrase("scoring-title"),
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
        self.progress = data.scores.then(|| data.progress());
        self.submitted = data.submitted();
        self.round = data.round;
        self.list.receive(data.proposals);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn subject(&self) -> Subject {
        Subject::Proposal {
            conflicted: self.list.selected().is_some_and(|proposal| proposal.conflicted),
        }
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        match action {
            Action::OpenRound => None,
            _ if self.round.is_none() => Some(refuse("no-open-round")),
            Action::Reveal => None,
            _ if self.list.selected().is_none() => Some(refuse("round-without-proposals")),
            Action::Next => self
                .next_unscored()
                .is_none()
                .then(|| refuse("nothing-left-to-score")),
            Action::Conflict => {
                let declared = self.list.selected().filter(|proposal| proposal.conflicted);
                declared.map(|proposal| {
                    refuse("conflict-declared")
                        .rule("M5")
                        .with("ref", proposal.reference)
                })
            }
            Action::Score | Action::Proposal => None,
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let reference = self.list.selected().map(|proposal| proposal.reference);
        let open = |route: Option<Route>| route.map(Effect::Open).into_iter().collect();
        match action {
            Action::Score => open(reference.map(Route::Scorecard)),
            Action::Conflict => open(reference.map(Route::Conflict)),
            Action::Proposal => open(reference.map(|reference| Route::Proposal(reference.to_string()))),
            Action::OpenRound => open(Some(Route::OpenRound)),
            Action::Next => {
                if let Some(next) = self.next_unscored() {
                    self.list.select(&next);
                }
                Vec::new()
            }
            Action::Reveal => self.reveal().map(Effect::Confirm).into_iter().collect(),
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        draw::list(self, area, buf, ctx);
    }
}
