//! K1 and K2: what is free now, what would be if an amount were committed, and which of the two limits.

use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::usecases::views::deliberation::DeliberationData;

/// What is free by both methods, and what would be.
#[must_use]
pub fn facts(data: &DeliberationData, amount: Option<Ore>, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, marks) = (ctx.words, ctx.theme.marks);
    let methods = [
        (Limit::OnHand, "formulas-on-hand", data.free),
        (Limit::CashFlow, "formulas-cash-flow", data.ahead.free_cash_flow),
    ];
    let fact = |(method, label, now): (Limit, &str, Ore)| {
        let mut text = words.kr(now);
        let mut tone = Tone::Plain;
        if let Some(amount) = amount {
            let after = match method {
                Limit::OnHand => data.free_after(amount),
                Limit::CashFlow => data.free_cash_flow_after(amount),
            };
            text = format!("{text} {} {}", marks.arrow, words.kr(after));
            if amount > now {
                text = format!("{} {text}", marks.no);
                tone = Tone::Warn;
            }
        }
        if method == data.limited_by {
            text = format!("{text} {} {}", marks.dot, words.t("outlook-limits"));
            tone = match amount {
                Some(amount) if amount > now => Tone::Bad,
                _ => Tone::Strong,
            };
        }
        Fact::new(words.t(label), text).tone(tone)
    };
    methods.map(fact).to_vec()
}

/// The same in millions, with the quarter in which least is expected to be left (F1): for an amount that is looked at.
#[must_use]
pub fn in_millions(data: &DeliberationData, amount: Ore, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, marks) = (ctx.words, ctx.theme.marks);
    let from_to =
        |now: Ore, after: Ore| format!("{} {} {}", words.mill(now), marks.arrow, words.mill_kr(after));
    let methods = [
        (
            Limit::OnHand,
            "formulas-on-hand",
            data.free,
            data.free_after(amount),
        ),
        (
            Limit::CashFlow,
            "formulas-cash-flow",
            data.ahead.free_cash_flow,
            data.free_cash_flow_after(amount),
        ),
    ];
    let mut facts: Vec<Fact> = Vec::new();
    for (method, label, now, after) in methods {
        let beyond = amount > now;
        let mut text = from_to(now, after);
        if beyond {
            text = format!("{} {text}", marks.no);
        }
        let limits = method == data.limited_by;
        let tone = match (limits, beyond) {
            (true, true) => Tone::Bad,
            (false, true) => Tone::Warn,
            (true, false) => Tone::Strong,
            (false, false) => Tone::Plain,
        };
        let fact = Fact::new(words.t(label), text).tone(tone);
        facts.push(if limits {
            fact.aside(words.t("outlook-limits"))
        } else {
            fact
        });
    }
    let reference = data.proposal.row.proposal.reference;
    let lowest = data
        .ahead
        .lowest()
        .zip(data.ahead.lowest_after(reference, amount));
    facts.extend(lowest.map(|((_, now), (quarter, after))| {
        Fact::new(words.t("agenda-lowest"), from_to(now, after)).aside(words.quarter(quarter))
    }));
    facts
}
