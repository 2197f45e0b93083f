//! K1 and K2: what is free now, what would be if an amount were committed, and which of the two limits.

use crate::domain::money::Ore;
use crate::present::Fact;
use crate::present::capital::{Free, awaiting};
use crate::tui::ctx::Ctx;
use crate::usecases::views::deliberation::DeliberationData;

fn both(data: &DeliberationData, amount: Option<Ore>) -> [Free; 2] {
    let free = Free::both(data.free, data.ahead.free_cash_flow, data.limited_by);
    let Some(amount) = amount else { return free };
    let [on_hand, cash_flow] = free;
    [
        on_hand.committing(amount, data.free_after(amount)),
        cash_flow.committing(amount, data.free_cash_flow_after(amount)),
    ]
}

/// The text with a mark before it where the amount is too much.
fn marked(free: &Free, text: String, ctx: &Ctx<'_>) -> String {
    if free.beyond {
        format!("{} {text}", ctx.theme.marks.no)
    } else {
        text
    }
}

/// What is free by both methods, and what would be.
#[must_use]
pub fn facts(data: &DeliberationData, amount: Option<Ore>, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, marks) = (ctx.words, ctx.theme.marks);
    let fact = |free: Free| {
        let now = words.kr(free.now);
        let text = match free.after {
            Some(after) => format!("{now} {} {}", marks.arrow, words.kr(after)),
            None => now,
        };
        let mut fact = free.fact(marked(&free, text, ctx), words);
        beside(&mut fact, ctx);
        fact
    };
    let mut facts = both(data, amount).map(fact).to_vec();
    facts.extend(amount.and_then(|amount| {
        let mut fact = awaits_ks(data, amount, |amount| words.kr(amount), ctx)?;
        beside(&mut fact, ctx);
        Some(fact)
    }));
    facts
}

/// Under a form what is said aside stands in the same line.
fn beside(fact: &mut Fact, ctx: &Ctx<'_>) {
    let aside = std::mem::take(&mut fact.aside);
    if !aside.is_empty() {
        fact.value.text = format!("{} {} {aside}", fact.value.text, ctx.theme.marks.dot);
    }
}

/// M7: neither figure counts what the council has recommended and KS hasn't decided.
fn awaits_ks(
    data: &DeliberationData,
    amount: Ore,
    kr: impl Fn(Ore) -> String,
    ctx: &Ctx<'_>,
) -> Option<Fact> {
    Some(awaiting(&data.awaiting_with(amount)?, kr, ctx.words))
}

/// The same in millions, with the quarter in which least is expected to be left (F1): for an amount that is looked at.
#[must_use]
pub fn in_millions(data: &DeliberationData, amount: Ore, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, marks) = (ctx.words, ctx.theme.marks);
    let from_to =
        |now: Ore, after: Ore| format!("{} {} {}", words.mill(now), marks.arrow, words.mill_kr(after));
    let fact = |free: Free| {
        let text = from_to(free.now, free.after.unwrap_or(free.now));
        free.fact(marked(&free, text, ctx), words)
    };
    let mut facts = both(data, Some(amount)).map(fact).to_vec();
    let reference = data.proposal.row.proposal.reference;
    let lowest = data
        .ahead
        .lowest()
        .zip(data.ahead.lowest_after(reference, amount));
    facts.extend(lowest.map(|((_, now), (quarter, after))| {
        Fact::of("agenda-lowest", from_to(now, after), words).aside(words.quarter(quarter))
    }));
    facts.extend(awaits_ks(data, amount, |amount| words.mill_kr(amount), ctx));
    facts
}
