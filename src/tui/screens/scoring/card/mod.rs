//! The viewer's own scorecard of a proposal (its reference is the route's parameter), for the council's members. Digits score,
//! the weighted score follows each of them, and nothing is submitted without a question first. While it is
//! open every key belongs to it.

mod draw;
mod entries;
mod keys;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode, SAVE, find};
use crate::tui::screen::{Draft, Screen};
use crate::tui::widgets::form::{Field, Form, Reply};
use crate::tui::widgets::prose::{self, Scroll};
use crate::usecases::views::ScoringView;
use crate::usecases::views::scoring::{ProposalToScore, ScoringData};
use crate::usecases::{OpError, Outcome, SubmitScorecard};
use entries::Entries;
use keys::Action;
pub(crate) use keys::CRITERIA;

/// A scorecard that is being filled in.
pub(crate) struct Card {
    reference: Ref,
    focus: Focus,
    comment: Form,
    scroll: Scroll,
    entries: Entries,
    /// The proposal as it was last seen in the open round; `None` when it isn't there.
    proposal: Option<ProposalToScore>,
}

/// S1.
const SCALE: std::ops::RangeInclusive<u8> = 1..=5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Criterion(usize),
    Comment,
}

impl Card {
    #[must_use]
    pub(crate) fn new(reference: Ref) -> Self {
        Card {
            reference,
            focus: Focus::Criterion(0),
            comment: comment(""),
            scroll: Scroll::default(),
            entries: Entries::default(),
            proposal: None,
        }
    }

    fn on_criterion(&mut self, at: usize, key: Key) -> Vec<Effect> {
        let Some(binding) = find(CRITERIA, key) else {
            return Vec::new();
        };
        match binding.action {
            Action::Score => {
                if let Key::Char(digit) = key {
                    self.entries
                        .set(at, u8::try_from(digit).ok().map(|byte| byte - b'0'));
                    self.go_on(at);
                }
            }
            Action::NotAssessed => {
                self.entries.set(at, None);
                self.go_on(at);
            }
            Action::Erase => self.entries.set(at, None),
            Action::Undo => {
                if let Some(at) = self.entries.undo() {
                    self.focus = Focus::Criterion(at);
                }
            }
            Action::Next => self.go_on(at),
            Action::Previous => self.focus = Focus::Criterion(at.saturating_sub(1)),
            Action::First => self.focus = Focus::Criterion(0),
            Action::Comment => self.focus = Focus::Comment,
            Action::Summary(step) => self.scroll.step(step),
            Action::Submit => return self.submit(),
            Action::Leave => return self.leave(),
        }
        Vec::new()
    }

    fn on_comment(&mut self, key: Key) -> Vec<Effect> {
        if self.comment.rises(key) {
            self.focus = Focus::Criterion(self.entries.len().saturating_sub(1));
            return Vec::new();
        }
        match self.comment.key(key, |_| ()) {
            Reply::Stay => Vec::new(),
            Reply::Submit => self.submit(),
            Reply::Leave { .. } => self.leave(),
        }
    }

    fn go_on(&mut self, at: usize) {
        self.focus = if at + 1 < self.entries.len() {
            Focus::Criterion(at + 1)
        } else {
            Focus::Comment
        };
    }

    fn submit(&mut self) -> Vec<Effect> {
        if !self.comment.fits() {
            self.focus = Focus::Comment;
            return Vec::new();
        }
        if let Err(refusal) = self.entries.card() {
            return vec![Effect::refused(refusal)];
        }
        let mut lines = Vec::new();
        if let Some(score) = self.entries.score_shown() {
            lines.push(phrase("scorecard-submit-score").with("score", score));
        }
        let blank = self.entries.not_assessed();
        if blank > 0 {
            lines.push(phrase("scorecard-submit-blank").with("count", blank));
        }
        lines.push(phrase("scorecard-submit-effect"));
        let step = SubmitScorecard {
            reference: self.reference,
            scores: self.entries.named(),
            comment: self.comment.text("comment"),
            on_behalf_of: None,
        };
        vec![Effect::Confirm(Question {
            title: phrase("scorecard-submit-title").with("ref", self.reference),
            lines,
            yes: "scorecard-submit-yes",
            no: "not-handed-in",
            undo: Undo::Possible,
            then: vec![Effect::Perform(Box::new(step), "submit")],
        })]
    }

    fn leave(&self) -> Vec<Effect> {
        if !self.unsaved() {
            return vec![Effect::Back];
        }
        vec![Effect::Confirm(Question {
            title: phrase("scorecard-leave-title").with("ref", self.reference),
            lines: vec![phrase("scorecard-leave-effect")],
            yes: "scorecard-leave-yes",
            no: "not-left",
            undo: Undo::Never,
            then: vec![Effect::Back],
        })]
    }
}

fn comment(text: &str) -> Form {
    let field = Field::prose("comment", phrase("word-comment"), text);
    Form::new(vec![field], "scorecard-submit")
}

impl Screen for Card {
    type View = ScoringView;
    type Action = ();
    const KEYS: &'static [Binding<()>] = &[];

    fn title(&self) -> Phrase {
        phrase("scorecard-title").with("ref", self.reference)
    }

    fn view(&self) -> ScoringView {
        ScoringView
    }

    /// What has been filled in stands, whatever others do to the round meanwhile.
    fn receive(&mut self, data: ScoringData) {
        let first = self.proposal.is_none();
        let proposal = data
            .proposals
            .into_iter()
            .find(|proposal| proposal.reference == self.reference);
        if let Some(proposal) = proposal {
            if first {
                self.entries = Entries::new(data.criteria, proposal.own.as_ref().map(|own| &own.card));
                self.comment = comment(proposal.own.as_ref().map_or("", |own| own.comment.as_str()));
            }
            self.proposal = Some(proposal);
        }
    }

    fn act(&mut self, (): ()) -> Vec<Effect> {
        Vec::new()
    }

    fn mode(&self) -> Option<Mode> {
        self.proposal.as_ref().map(|_| match self.focus {
            Focus::Criterion(_) => Mode::keys(CRITERIA),
            Focus::Comment => {
                let mut mode = self.comment.mode();
                // As on the criteria, and in the question that follows.
                for row in mode.rows.iter_mut().filter(|row| row.keys.contains(&SAVE)) {
                    row.label = "scorecard-submit-yes";
                }
                mode
            }
        })
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.focus {
            Focus::Criterion(at) => self.on_criterion(at, key),
            Focus::Comment => self.on_comment(key),
        }
    }

    fn pasted(&mut self, text: &str) {
        if self.focus == Focus::Comment {
            self.comment.paste(text);
        }
    }

    fn unsaved(&self) -> bool {
        self.entries.changed() || self.comment.changed()
    }

    fn drafting(&self) -> Option<String> {
        self.proposal
            .as_ref()
            .map(|_| format!("scorecard {}", self.reference))
    }

    fn draft(&self) -> Draft {
        let scores = self.entries.named().into_iter();
        let digit = |score: Option<u8>| score.map(|score| score.to_string()).unwrap_or_default();
        let scores = scores.map(|(criterion, score)| (criterion, digit(score)));
        self.comment.draft().into_iter().chain(scores).collect()
    }

    fn take_up(&mut self, draft: &Draft) {
        for (at, (criterion, _)) in self.entries.named().into_iter().enumerate() {
            if let Some(digit) = draft.get(&criterion) {
                self.entries
                    .set(at, digit.parse().ok().filter(|score| SCALE.contains(score)));
            }
        }
        self.comment.take_up(draft);
    }

    fn performed(&mut self, _tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => vec![
                Effect::done(Phrase::Text(outcome.done, outcome.args)),
                Effect::Back,
            ],
            Err(error) => vec![Effect::refused(error.refusal())],
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(proposal) = &self.proposal {
            draw::card(self, proposal, area, buf, ctx);
        } else {
            let gone = refuse("proposal-not-in-open-round").with("ref", self.reference);
            prose::centred(&ctx.refusal(&gone), area, buf, ctx);
        }
    }
}
