//! The steps that need no form: reminders and a settlement. They are asked about with what they come to.

use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::clean;
use crate::i18n::phrase;
use crate::present::solutions::Totals;
use crate::tui::effects::{Effect, Question, Undo};
use crate::usecases::views::solutions::{AdopterLine, ChargeLine, SolutionData};
use crate::usecases::{Remind, RemindAll, Settle};

/// Why nothing can be paid back to an adopter.
pub(super) fn why_no_refund(line: &AdopterLine) -> Option<Refusal> {
    let name = line.adoption.participant.name.as_str();
    let none = !line.owed.is_positive();
    none.then(|| refuse("solutions-nothing-owed").with("name", name))
}

/// Asks before an adopter is reminded of a charge.
pub(super) fn remind(line: &ChargeLine) -> Effect {
    let charge = &line.charge;
    let effect = phrase("solutions-remind-effect")
        .with("name", clean(&line.name).into_owned())
        .with("invoice", charge.invoice)
        .with("amount", charge.open())
        .with("date", charge.due_on);
    let count = phrase("solutions-remind-count").with("count", charge.reminders + 1);
    let step = Remind {
        invoice: charge.invoice,
        on: None,
    };
    Effect::Confirm(Question {
        title: phrase("solutions-remind-title").with("invoice", charge.invoice),
        lines: vec![effect, count],
        yes: "solutions-remind-yes",
        no: "not-reminded",
        undo: Undo::Never,
        then: vec![Effect::Perform(Box::new(step), "remind")],
    })
}

/// Asks before everybody who is late is reminded.
pub(super) fn remind_all(totals: Totals) -> Effect {
    let effect = phrase("solutions-remind-all-effect")
        .with("count", totals.to_remind.charges)
        .with("amount", totals.to_remind.amount);
    Effect::Confirm(Question {
        title: phrase("solutions-remind-all-title"),
        lines: vec![effect],
        yes: "solutions-remind-all-yes",
        no: "not-reminded",
        undo: Undo::Never,
        then: vec![Effect::Perform(Box::new(RemindAll { on: None }), "remind")],
    })
}

/// R1: asks before a settlement, with what it comes to. `None` when there can be none.
pub(super) fn settle(data: &SolutionData) -> Option<Effect> {
    let settling = data.settling.as_ref().ok()?;
    let reference = data.line.proposal.reference;
    let (count, charged) = settling.new_charges();
    let (credited, refunded) = settling.credits();
    let mut lines = vec![
        phrase("solutions-settle-effect")
            .with("adopters", settling.parts.len())
            .with("cost", settling.cost)
            .with("date", settling.on),
        phrase("solutions-settle-charges")
            .with("before", settling.before())
            .with("charges", count)
            .with("charged", charged),
    ];
    if credited.is_positive() {
        lines.push(phrase("solutions-settle-credits").with("amount", credited));
    }
    if refunded.is_positive() {
        lines.push(phrase("solutions-settle-refunds").with("amount", refunded));
    }
    lines.push(phrase("solutions-settle-final"));
    let step = Settle {
        reference,
        on: Some(settling.on),
    };
    Some(Effect::Confirm(Question {
        title: phrase("solutions-settle-title").with("ref", reference),
        lines,
        yes: "solutions-settle-yes",
        no: "not-settled",
        undo: Undo::Never,
        then: vec![Effect::Perform(Box::new(step), "settle")],
    }))
}
