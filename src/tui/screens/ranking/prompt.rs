//! The questions that the ranking asks at its foot: frame, threshold, round, a lower sum, and the reason for a new order.

use rust_decimal::Decimal;

use crate::domain::council::Round;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::ranking::{Mark, Placed, parse_frame};
use crate::domain::scoring::parse_threshold;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::tui::key::Key;
use crate::tui::screens::step_form::typed;
use crate::tui::widgets::form::{Field, Form, Reply};
use crate::usecases::views::rounds::RoundLine;

/// The field of the reason.
pub(super) const REASON: &str = "reason";

/// A question that is open.
#[derive(Clone, Debug)]
pub(super) enum Prompt {
    Frame(Form),
    Threshold(Form),
    Round(Form),
    Amount { form: Form, placed: Box<Placed> },
    Reason { form: Form, moved: usize },
}

/// What was answered.
#[derive(Debug, PartialEq)]
pub(super) enum Answer {
    /// `None`: what is free.
    Frame(Option<Ore>),
    Threshold(Decimal),
    /// The place among the rounds.
    Round(usize),
    /// A proposal, and the lower sum that it is tried with; `None` is what it asks for.
    Amount(Ref, Option<Ore>),
    Reason(String),
}

impl Prompt {
    #[must_use]
    pub(super) fn frame(now: Ore) -> Prompt {
        let field = Field::amount("frame", phrase("ranking-frame-label"), &typed(now));
        let field = field.hint(phrase("ranking-frame-hint"));
        Prompt::Frame(Form::new(vec![field], "ranking-use"))
    }

    #[must_use]
    pub(super) fn threshold() -> Prompt {
        let field = Field::line("least", phrase("ranking-least-label"), "");
        let field = field.hint(phrase("ranking-least-hint"));
        Prompt::Threshold(Form::new(vec![field], "ranking-use"))
    }

    #[must_use]
    pub(super) fn round(rounds: &[RoundLine], shown: Option<&Round>) -> Prompt {
        let names = rounds.iter().map(|line| Phrase::Name(line.round.name.clone()));
        let at = rounds.iter().position(|line| Some(&line.round) == shown);
        let label = phrase("ranking-round-label");
        let field = Field::choice("round", label, names.collect(), at.unwrap_or(0));
        let field = field.hint(phrase("ranking-round-hint"));
        Prompt::Round(Form::new(vec![field], "ranking-show"))
    }

    /// What the frame has `room` for is filled in, where that is less than is asked for.
    #[must_use]
    pub(super) fn amount(placed: &Placed, room: Ore) -> Prompt {
        let asks = placed.undecided().unwrap_or_default();
        let now = match placed.mark {
            Some(Mark::In(Some(sum))) => sum,
            _ if room.is_positive() && room < asks => room,
            _ => asks,
        };
        let field = Field::amount("amount", phrase("word-amount"), &typed(now));
        let hint = phrase("ranking-amount-hint")
            .with("asks", asks)
            .with("left", room.max(Ore::ZERO));
        Prompt::Amount {
            form: Form::new(vec![field.hint(hint)], "ranking-use"),
            placed: Box::new(placed.clone()),
        }
    }

    #[must_use]
    pub(super) fn reason(moved: usize, begun: &str) -> Prompt {
        let field = Field::prose(REASON, phrase("word-reason"), begun);
        Prompt::Reason {
            form: Form::new(vec![field], "ranking-save-yes"),
            moved,
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Reply {
        let mut trial = self.clone();
        self.form_mut().key(key, |form| {
            trial.form_mut().clone_from(form);
            trial.read();
            form.clone_from(trial.form());
        })
    }

    pub(super) fn form_mut(&mut self) -> &mut Form {
        match self {
            Prompt::Frame(form)
            | Prompt::Threshold(form)
            | Prompt::Round(form)
            | Prompt::Amount { form, .. }
            | Prompt::Reason { form, .. } => form,
        }
    }

    #[must_use]
    pub(super) fn form(&self) -> &Form {
        match self {
            Prompt::Frame(form)
            | Prompt::Threshold(form)
            | Prompt::Round(form)
            | Prompt::Amount { form, .. }
            | Prompt::Reason { form, .. } => form,
        }
    }

    #[must_use]
    pub(super) fn title(&self) -> Phrase {
        match self {
            Prompt::Frame(_) => phrase("ranking-frame-title"),
            Prompt::Threshold(_) => phrase("ranking-least-title"),
            Prompt::Round(_) => phrase("ranking-round-title"),
            Prompt::Amount { placed, .. } => {
                phrase("ranking-amount-title").with("ref", placed.proposal.reference)
            }
            Prompt::Reason { moved, .. } => phrase("ranking-reason-title").with("count", *moved),
        }
    }

    /// Rows that its form needs.
    #[must_use]
    pub(super) fn rows(&self) -> u16 {
        match self {
            Prompt::Reason { .. } => 7,
            // Its label, what is understood of it, the hint, and the button.
            Prompt::Frame(_) | Prompt::Amount { .. } => 5,
            Prompt::Threshold(_) | Prompt::Round(_) => 4,
        }
    }

    /// Reads the answer, or puts what is wrong under the field.
    pub(super) fn read(&mut self) -> Option<Answer> {
        self.form_mut().clear();
        match self {
            Prompt::Frame(form) if form.text("frame").is_empty() => Some(Answer::Frame(None)),
            Prompt::Frame(form) => form
                .read("frame", parse_frame)
                .map(|frame| Answer::Frame(Some(frame))),
            Prompt::Threshold(form) => form.read("least", parse_threshold).map(Answer::Threshold),
            Prompt::Amount { form, placed } => {
                let sum = form.checked_amount("amount", |sum| placed.check_tried(sum))?;
                let lower = Some(sum).filter(|sum| Some(*sum) != placed.undecided());
                Some(Answer::Amount(placed.proposal.reference, lower))
            }
            Prompt::Round(form) => form.choice("round").map(Answer::Round),
            Prompt::Reason { form, .. } => form.read(REASON, text::required_prose).map(Answer::Reason),
        }
    }
}
