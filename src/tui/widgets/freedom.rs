//! K1 and K2: what is free now, what would be if an amount were committed, and which of the two limits.

use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::usecases::views::deliberation::DeliberationData;

/// What is free by one method now, and what would be if an amount were committed.
struct Method {
    label: &'static str,
    now: Ore,
    after: Option<Ore>,
    limits: bool,
    /// The amount is more than there is.
    beyond: bool,
}

impl Method {
    fn both(data: &DeliberationData, amount: Option<Ore>) -> [Method; 2] {
        let method = |limit, label, now, after: fn(&DeliberationData, Ore) -> Ore| Method {
            label,
            now,
            after: amount.map(|amount| after(data, amount)),
            limits: limit == data.limited_by,
            beyond: amount.is_some_and(|amount| amount > now),
        };
        [
            method(
                Limit::OnHand,
                "formulas-on-hand",
                data.free,
                DeliberationData::free_after,
            ),
            method(
                Limit::CashFlow,
                "formulas-cash-flow",
                data.ahead.free_cash_flow,
                DeliberationData::free_cash_flow_after,
            ),
        ]
    }

    fn tone(&self) -> Tone {
        match (self.limits, self.beyond) {
            (true, true) => Tone::Bad,
            (false, true) => Tone::Warn,
            (true, false) => Tone::Strong,
            (false, false) => Tone::Plain,
        }
    }

    /// The text with a mark before it where the amount is too much.
    fn marked(&self, text: String, ctx: &Ctx<'_>) -> String {
        if self.beyond {
            format!("{} {text}", ctx.theme.marks.no)
        } else {
            text
        }
    }
}

/// What is free by both methods, and what would be.
#[must_use]
pub fn facts(data: &DeliberationData, amount: Option<Ore>, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, marks) = (ctx.words, ctx.theme.marks);
    let fact = |method: Method| {
        let now = words.kr(method.now);
        let text = match method.after {
            Some(after) => format!("{now} {} {}", marks.arrow, words.kr(after)),
            None => now,
        };
        let mut text = method.marked(text, ctx);
        if method.limits {
            text = format!("{text} {} {}", marks.dot, words.t("outlook-limits"));
        }
        Fact::new(words.t(method.label), text).tone(method.tone())
    };
    Method::both(data, amount).map(fact).to_vec()
}

/// The same in millions, with the quarter in which least is expected to be left (F1): for an amount that is looked at.
#[must_use]
pub fn in_millions(data: &DeliberationData, amount: Ore, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, marks) = (ctx.words, ctx.theme.marks);
    let from_to =
        |now: Ore, after: Ore| format!("{} {} {}", words.mill(now), marks.arrow, words.mill_kr(after));
    let fact = |method: Method| {
        let text = method.marked(from_to(method.now, method.after.unwrap_or(method.now)), ctx);
        let fact = Fact::new(words.t(method.label), text).tone(method.tone());
        if method.limits {
            fact.aside(words.t("outlook-limits"))
        } else {
            fact
        }
    };
    let mut facts = Method::both(data, Some(amount)).map(fact).to_vec();
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
