//! The questions of elections (M15): to close one, to call it off, to ask for a secret one, and to cast a ballot that can't be
//! changed; and the receipt for it, which is shown once.

use crate::domain::meeting::Meeting as Held;
use crate::i18n::{Phrase, phrase};
use crate::present::meetings::turnout::turnout;
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::usecases::{AskForSecrecy, CallOffElection, CloseElection, Elect, Outcome, UseCase};

fn perform(step: impl UseCase + 'static, tag: Tag) -> Vec<Effect> {
    vec![Effect::Perform(Box::new(step), tag)]
}

/// Closes the election that is open.
pub(super) fn close(meeting: &Held) -> Option<Effect> {
    let election = meeting.open_election()?;
    Some(Effect::Confirm(Question {
        title: phrase("agenda-close-election-title"),
        lines: vec![turnout(meeting, election), phrase("agenda-close-election-effect")],
        yes: "agenda-close-vote-yes",
        no: "not-closed",
        undo: Undo::Never,
        then: perform(
            CloseElection {
                election: Some(election.id),
            },
            "close-vote",
        ),
    }))
}

pub(super) fn call_off(meeting: &Held) -> Effect {
    let open = meeting.open_election();
    let turnout = open.map(|election| turnout(meeting, election));
    let mut lines: Vec<Phrase> = turnout.into_iter().collect();
    let election = open.map(|election| election.id);
    lines.push(phrase("agenda-call-off-effect"));
    Effect::Confirm(Question {
        title: phrase("agenda-call-off-title"),
        lines,
        yes: "agenda-call-off-yes",
        no: "not-called-off",
        undo: Undo::CallsOff("agenda-call-off-no"),
        then: perform(CallOffElection { election }, "call-off"),
    })
}

pub(super) fn ask_for_secrecy(meeting: &Held) -> Effect {
    let open = meeting.open_election().is_some();
    let effect = if open {
        "agenda-ask-secret-effect-anew"
    } else {
        "agenda-ask-secret-effect"
    };
    Effect::Confirm(Question {
        title: phrase("agenda-ask-secret-yes"),
        lines: vec![phrase(effect)],
        yes: "agenda-ask-secret-yes",
        no: "not-asked-secret",
        undo: Undo::Never,
        then: perform(AskForSecrecy, "ask-secret"),
    })
}

/// A ballot in a secret election. The choice is named, so that nobody casts another than they mean.
pub(super) fn cast(step: Elect, choice: Phrase) -> Effect {
    Effect::Confirm(Question {
        title: phrase("agenda-ballot-title"),
        lines: vec![choice, phrase("agenda-ballot-effect")],
        yes: "agenda-elect-yes",
        no: "agenda-you-have-not-voted",
        undo: Undo::Never,
        then: perform(step, "ballot"),
    })
}

/// What the voter finds the own ballot by.
pub(super) fn receipt(outcome: &Outcome) -> Option<Effect> {
    let receipt = outcome.receipt()?.to_owned();
    Some(Effect::Confirm(Question {
        title: phrase("agenda-receipt-title"),
        lines: vec![
            phrase("agenda-receipt").with("receipt", receipt),
            phrase("agenda-receipt-effect"),
        ],
        yes: "agenda-receipt-yes",
        no: "done-receipt-shown",
        undo: Undo::Told,
        then: Vec::new(),
    }))
}
