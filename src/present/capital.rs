//! The capital: where the money comes from (C6), the state's grant (C3), what is free (K1, K2), the indicators (F6) and the
//! fund's capital (L4).

use rust_decimal::Decimal;

use super::document::{Block, Document, Fact, Head, Section, Styled, Table, Tone};
use super::figures::{
    BANK, BOUND, CASH_FLOW, COMMITMENT_RATE, DISBURSEMENT_RATE, FUND, Figure, LOSSES, ON_HAND, OUTSTANDING,
    OWED, RESERVE, SELF_FINANCING, TURNOVER,
};
use crate::domain::capital::{Capital, Given};
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::i18n::{Words, phrase, sentence};
use crate::usecases::views::capital::CapitalData;
use crate::usecases::views::deliberation::Awaiting;
use crate::usecases::views::forecast::ForecastData;

/// What is told of the capital: as it is, or with what is tried (F5).
#[derive(Clone, Copy, Debug)]
pub struct Books<'a> {
    pub capital: &'a Capital,
    pub limit: Limit,
    pub reserve: Ore,
    /// K1.
    pub on_hand: Ore,
    /// K2.
    pub cash_flow: Ore,
    pub self_financing: Option<Decimal>,
    pub is_tried: bool,
}

impl<'a> From<&'a CapitalData> for Books<'a> {
    fn from(data: &'a CapitalData) -> Self {
        Books {
            capital: &data.capital,
            limit: data.limit,
            reserve: data.capital.reserve,
            on_hand: data.capital.free_on_hand,
            cash_flow: data.ahead.free_cash_flow,
            self_financing: data.ahead.self_financing,
            is_tried: false,
        }
    }
}

impl<'a> From<&'a ForecastData> for Books<'a> {
    fn from(data: &'a ForecastData) -> Self {
        Books {
            capital: &data.capital,
            limit: data.limit,
            reserve: data.outlook.reserve(),
            on_hand: data.free_on_hand(),
            cash_flow: data.free_cash_flow(),
            self_financing: data.self_financing(),
            is_tried: !data.what_if.is_empty(),
        }
    }
}

/// The whole page.
#[must_use]
pub fn page(data: &CapitalData, words: &Words) -> Document {
    let (capital, books) = (&data.capital, Books::from(data));
    let title = phrase("capital-title").with("date", capital.as_of);
    Document::titled(
        &title.words(words),
        vec![
            sources(capital, words),
            state(capital, words),
            free(&books, words),
            indicators(&books, words),
            fund(capital, words),
            lent(capital, words),
        ],
    )
}

/// M7: what is left if KS commits all that the council recommends, and how much of it awaits KS; each amount as `kr` writes it.
#[must_use]
pub fn awaiting(awaiting: &Awaiting, kr: impl Fn(Ore) -> String, words: &Words) -> Fact {
    let waits = phrase("capital-awaits-ks").with("amount", kr(awaiting.amount));
    let tone = if awaiting.free_after.is_negative() {
        Tone::Bad
    } else {
        Tone::Plain
    };
    Fact::of("capital-free-with-all", kr(awaiting.free_after), words)
        .tone(tone)
        .aside(waits.words(words))
}

/// C6: potential, promised and paid beside one another, each totalled by itself; and what KS and the state promise (C2, C3).
#[must_use]
pub fn sources(capital: &Capital, words: &Words) -> Section {
    let heads = ["capital-potential", "word-promised", "capital-paid"];
    let mut table = amounts("capital-source", &heads, words);
    table.caption = words.t("capital-nested");
    for (source, given) in capital.sources() {
        table.row(cells(sentence(&words.t(source.key())), &columns(given), words));
    }
    table.sum(cells(words.t("col-total"), &columns(capital.total()), words));
    let cap = |key, cap: Ore| Block::text(phrase(key).with("cap", cap).words(words), Tone::Dim);
    let blocks = vec![
        Block::Table(table),
        cap("capital-formula-ks", capital.ks.potential),
        cap("capital-formula-state", capital.state.potential),
    ];
    Section::new(words.t("capital-sources"), blocks)
}

fn columns(given: Given) -> [Ore; 3] {
    [given.potential, given.promised, given.paid]
}

/// A table of amounts under these headings.
fn amounts(first: &str, heads: &[&str], words: &Words) -> Table {
    let mut head = vec![Head::words(words.t(first))];
    head.extend(heads.iter().map(|key| Head::figure(words.t(key))));
    Table::headed(head)
}

fn cells(name: String, amounts: &[Ore], words: &Words) -> Vec<Styled> {
    let mut cells: Vec<Styled> = vec![name.into()];
    cells.extend(amounts.iter().map(|amount| Styled::from(words.amount(*amount))));
    cells
}

/// C3: the state's grant. Nothing for a fund without one.
#[must_use]
pub fn state(capital: &Capital, words: &Words) -> Section {
    if !capital.state.potential.is_positive() {
        return Section::default();
    }
    let text = Block::text(grant(capital, words), Tone::Plain);
    Section::new(words.t("grant-label"), vec![text, tranches(capital, words)])
}

/// C3: how much of the grant is released, and what the sector still has to promise.
#[must_use]
pub fn grant(capital: &Capital, words: &Words) -> String {
    let (missing, unmatched) = (capital.missing_match(), capital.to_match());
    let text = if unmatched.is_positive() {
        phrase("grant-unmatched").with("unmatched", unmatched)
    } else if missing.is_positive() {
        phrase("grant-missing").with("missing", missing)
    } else {
        phrase("grant-full")
    };
    text.with("released", words.amount(capital.state.promised))
        .with("cap", capital.state.potential)
        .words(words)
}

/// C3: the grant by budget year.
#[must_use]
pub fn tranches(capital: &Capital, words: &Words) -> Block {
    let heads = [
        "capital-granted",
        "capital-released",
        "capital-received",
        "capital-to-come",
    ];
    let mut table = amounts("capital-budget-year", &heads, words);
    for one in &capital.tranches {
        let amounts = [one.amount, one.released, one.received, one.to_come()];
        table.row(cells(one.year.to_string(), &amounts, words));
    }
    Block::Table(table)
}

/// K1 as the sum that it is, and K2 beside it. What is tried is marked where it moves a figure.
#[must_use]
pub fn free(books: &Books<'_>, words: &Words) -> Section {
    let balances = &books.capital.balances;
    let moved = |fact: Fact, from: Ore, to: Ore| if from == to { fact } else { fact.tone(Tone::WhatIf) };
    let [on_hand, cash_flow] = Free::both(books.on_hand, books.cash_flow, books.limit);
    let facts = vec![
        BANK.part(" ", balances.bank, words),
        OWED.part("−", balances.refunds_owed, words),
        BOUND.part("−", books.capital.outstanding_commitments, words),
        moved(
            RESERVE.part("−", books.reserve, words),
            books.capital.reserve,
            books.reserve,
        ),
        moved(
            on_hand.told(ON_HAND.part("=", books.on_hand, words), words),
            books.capital.free_on_hand,
            books.on_hand,
        ),
        tried(cash_flow.kr(words), books),
    ];
    Section::new(words.t("word-free"), vec![Block::figures(facts)])
}

/// What is free by one method (K1, K2), and what would be if an amount were committed.
#[derive(Clone, Copy, Debug)]
pub struct Free {
    method: Limit,
    pub now: Ore,
    /// A new commitment keeps within it.
    pub limits: bool,
    /// What would be left, when an amount is thought of.
    pub after: Option<Ore>,
    /// The amount is more than there is.
    pub beyond: bool,
}

impl Free {
    /// What is free on hand (K1) and by cash flow (K2).
    #[must_use]
    pub fn both(on_hand: Ore, cash_flow: Ore, limit: Limit) -> [Free; 2] {
        [(Limit::OnHand, on_hand), (Limit::CashFlow, cash_flow)].map(|(method, now)| Free {
            method,
            now,
            limits: method == limit,
            after: None,
            beyond: false,
        })
    }

    /// The same with what would be left if an amount were committed.
    #[must_use]
    pub fn committing(self, amount: Ore, after: Ore) -> Free {
        Free {
            after: Some(after),
            beyond: amount > self.now,
            ..self
        }
    }

    fn figure(&self) -> &'static Figure {
        match self.method {
            Limit::OnHand => &ON_HAND,
            Limit::CashFlow => &CASH_FLOW,
        }
    }

    /// The key of its name in the rules, `K1` or `K2`.
    #[must_use]
    pub fn short(&self) -> &'static str {
        match self.method {
            Limit::OnHand => "capital-by-hand",
            Limit::CashFlow => "capital-by-cash-flow",
        }
    }

    /// What is free stands out, and more so when there is nothing, or less than the amount.
    #[must_use]
    pub fn tone(&self) -> Tone {
        match (self.after, self.limits, self.beyond) {
            (None, ..) if self.now.is_negative() => Tone::Bad,
            (None, ..) | (Some(_), true, false) => Tone::Strong,
            (Some(_), true, true) => Tone::Bad,
            (Some(_), false, true) => Tone::Warn,
            (Some(_), false, false) => Tone::Plain,
        }
    }

    /// The fact in whole kroner.
    #[must_use]
    pub fn kr(&self, words: &Words) -> Fact {
        self.told(self.figure().kr(self.now, words), words)
    }

    /// The fact in millions.
    #[must_use]
    pub fn mill_kr(&self, words: &Words) -> Fact {
        self.told(self.figure().mill_kr(self.now, words), words)
    }

    /// The fact with a text of what is now and what would be.
    #[must_use]
    pub fn fact(&self, text: String, words: &Words) -> Fact {
        self.told(Fact::of(self.figure().name, text, words), words)
    }

    /// With its tone, and with what is said beside the method that a new commitment keeps within.
    fn told(&self, fact: Fact, words: &Words) -> Fact {
        let limits = if self.limits {
            words.t("outlook-limits")
        } else {
            String::new()
        };
        fact.tone(self.tone()).aside(limits)
    }
}

fn tried(fact: Fact, books: &Books<'_>) -> Fact {
    if books.is_tried {
        fact.tone(Tone::WhatIf)
    } else {
        fact
    }
}

/// F6, each with its formula and the amounts in it.
#[must_use]
pub fn indicators(books: &Books<'_>, words: &Words) -> Section {
    let capital = books.capital;
    let (committed, disbursed, paid_in) = (capital.committed, capital.disbursed, capital.total().paid);
    let rate = |figure: &Figure, share, part: Ore, whole: Ore| {
        let amounts = format!("{} / {}", words.amount(part), words.amount(whole));
        figure.share(share, words).worked(&amounts)
    };
    let facts = vec![
        rate(&COMMITMENT_RATE, capital.commitment_rate, committed, paid_in),
        rate(
            &DISBURSEMENT_RATE,
            capital.disbursement_rate,
            disbursed,
            committed,
        ),
        rate(&TURNOVER, capital.turnover, disbursed, paid_in),
        tried(SELF_FINANCING.share(books.self_financing, words), books),
    ];
    Section::new(words.t("word-indicators"), vec![Block::figures(facts)])
}

/// L4.
#[must_use]
pub fn fund(capital: &Capital, words: &Words) -> Section {
    let balances = &capital.balances;
    let amount = |amount: Ore| words.amount(amount);
    let amounts = format!(
        "{} + {} − {}",
        amount(balances.bank),
        amount(balances.outstanding),
        amount(balances.refunds_owed)
    );
    let fact = FUND.kr(balances.fund_capital(), words).worked(&amounts);
    Section::new("", vec![Block::figures(vec![fact])])
}

/// What the fund has out with the solutions, and what it has lost.
#[must_use]
pub fn lent(capital: &Capital, words: &Words) -> Section {
    let facts = vec![
        OUTSTANDING.kr(capital.balances.outstanding, words),
        LOSSES.kr(capital.balances.losses, words),
    ];
    Section::new("", vec![Block::figures(facts)])
}
