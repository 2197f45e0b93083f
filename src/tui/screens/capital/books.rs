//! The books today: the table of sources with the state's grant, the sum of what is free, the indicators and the fund's
//! capital. How they come about stands beside them when it is asked for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;

use super::Capital;
use super::picture::below;
use crate::domain::capital;
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::i18n::{Phrase, phrase};
use crate::i18n::{Words, sentence};
use crate::tui::screen::Ctx;
use crate::tui::widgets::facts::{self, Fact};
use crate::tui::widgets::figures::Figures;
use crate::tui::widgets::{grant, prose};
use crate::usecases::views::forecast::ForecastData;

impl Capital {
    /// C6: potential, promised and paid beside one another, each totalled by itself; and the state's grant.
    /// Returns the rows used.
    pub(super) fn sources(
        &self,
        capital: &capital::Capital,
        area: Rect,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) -> u16 {
        let words = ctx.words;
        let heads = ["capital-potential", "capital-promised", "capital-paid"].map(|key| words.t(key));
        let mut table = Figures::headed(heads.to_vec());
        let cells = |given: capital::Given| {
            [given.potential, given.promised, given.paid]
                .map(|amount| words.amount(amount))
                .to_vec()
        };
        for (source, given) in capital.sources() {
            table.line(sentence(&words.t(source.key())), cells(given), ctx.theme.plain());
        }
        table.rule();
        table.line(words.t("capital-sum"), cells(capital.total()), ctx.theme.strong());
        let mut used = table.draw(area, buf, ctx);
        let nested = words.t("capital-nested");
        used += prose::draw(&nested, below(area, used), buf, ctx.theme.dim()) + 1;
        if self.workings {
            for (key, cap) in [
                ("capital-formula-ks", capital.ks.potential),
                ("capital-formula-state", capital.state.potential),
            ] {
                let text = phrase(key).with("cap", cap).words(words);
                used += prose::draw(&text, below(area, used), buf, ctx.theme.dim());
            }
            used += 1;
        }
        used += grant::draw(capital, below(area, used), buf, ctx) + 1;
        used + tranches(capital, ctx).draw(below(area, used), buf, ctx)
    }

    /// K1 as a sum and K2 beside it, and under them the indicators (F6) and the fund's capital (L4), all ending in one
    /// column. What is tried counts in it, and what it moves is marked. Returns the rows used.
    pub(super) fn free(&self, forecast: &ForecastData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
        let (words, capital) = (ctx.words, &forecast.capital);
        let sum = sum_of_free(forecast, ctx);
        let wide = sum.width().min(area.width);
        // The workings take the place of blank lines where there are few rows.
        let blank = u16::from(!self.workings || area.height > 20);
        let mut used = sum.draw(area, buf, ctx);
        let explain = |text: &Phrase, used: u16, buf: &mut Buffer| {
            if self.workings {
                prose::draw(&text.words(words), below(area, used), buf, ctx.theme.dim())
            } else {
                0
            }
        };
        used += explain(&phrase("capital-formula-cash-flow"), used, buf) + blank;
        for indicator in indicators(forecast, words) {
            let value = match indicator.value {
                Some(share) => words.percent(share, 1),
                None => words.t("capital-no-value"),
            };
            let row = Rect {
                width: wide,
                ..below(area, used)
            };
            let style = if indicator.ahead && self.knobs.is_on() {
                ctx.theme.what_if()
            } else {
                ctx.theme.plain()
            };
            let fact = Fact::new(words.t(indicator.name), value).style(style);
            facts::figures(&[fact], row, buf, ctx);
            used += 1;
            used += explain(&indicator.formula, used, buf);
        }
        used += blank;
        let fund = words.kr(capital.balances.fund_capital());
        let row = Rect {
            width: wide,
            ..below(area, used)
        };
        facts::figures(&[Fact::new(words.t("capital-fund"), fund)], row, buf, ctx);
        let formula = phrase("capital-formula-fund").with("outstanding", capital.balances.outstanding);
        used + 1 + explain(&formula, used + 1, buf)
    }
}

/// K1: what is in the bank, less what isn't free.
fn sum_of_free(forecast: &ForecastData, ctx: &Ctx<'_>) -> Figures {
    let (words, capital) = (ctx.words, &forecast.capital);
    let tried = |moved: bool, style: Style| if moved { ctx.theme.what_if() } else { style };
    let (plain, strong) = (ctx.theme.plain(), ctx.theme.strong());
    let (on_hand, reserve) = (forecast.free_on_hand(), forecast.outlook.reserve());
    let mut sum = Figures::default();
    let balances = capital.balances;
    for (sign, key, amount) in [
        (" ", "capital-bank", balances.bank),
        ("−", "capital-less-refunds", balances.refunds_owed),
        ("−", "capital-less-committed", capital.outstanding_commitments),
        ("−", "capital-less-reserve", reserve),
    ] {
        let label = format!("{sign} {}", words.t(key));
        let moved = key == "capital-less-reserve" && reserve != capital.reserve;
        sum.line(label, vec![words.kr(amount)], tried(moved, plain));
    }
    sum.rule();
    let style = if on_hand.is_negative() {
        ctx.theme.bad()
    } else {
        tried(on_hand != capital.free_on_hand, strong)
    };
    let limits = |method: Limit| {
        if method == forecast.limit {
            format!(" {} {}", ctx.theme.marks.dot, words.t("outlook-limits"))
        } else {
            String::new()
        }
    };
    let label = format!("= {}{}", words.t("capital-is-free"), limits(Limit::OnHand));
    sum.line(label, vec![words.kr(on_hand)], style);
    let label = format!(
        "  {}{}",
        words.t("capital-free-cash-flow"),
        limits(Limit::CashFlow)
    );
    let cash_flow = words.kr(forecast.free_cash_flow());
    let style = tried(!forecast.what_if.is_empty(), strong);
    sum.line(label, vec![cash_flow], style);
    sum
}

/// C3: the budget years of the grant.
fn tranches(capital: &capital::Capital, ctx: &Ctx<'_>) -> Figures {
    let words = ctx.words;
    let heads = [
        "capital-granted",
        "capital-released",
        "capital-received",
        "capital-to-come",
    ];
    let mut table = Figures::default();
    if !capital.tranches.is_empty() {
        table = Figures::headed(heads.map(|key| words.t(key)).to_vec());
    }
    for tranche in &capital.tranches {
        let label = phrase("capital-budget-year").with("year", tranche.year.to_string());
        let cells = [
            tranche.amount,
            tranche.released,
            tranche.received,
            tranche.to_come(),
        ];
        let cells = cells.map(|amount| words.amount(amount)).to_vec();
        table.line(label.words(words), cells, ctx.theme.plain());
    }
    table
}

/// F6: a figure and how it comes about.
struct Indicator {
    name: &'static str,
    value: Option<Decimal>,
    /// Whether what lies ahead counts in it, and so what is tried.
    ahead: bool,
    formula: Phrase,
}

fn indicators(forecast: &ForecastData, words: &Words) -> [Indicator; 4] {
    let capital = &forecast.capital;
    let paid_in = capital.total().paid;
    let of = |name, value, key: &'static str, part: Ore, whole: Ore| Indicator {
        name,
        value,
        ahead: false,
        formula: phrase(key)
            .with("part", words.amount(part))
            .with("whole", words.amount(whole)),
    };
    let (committed, disbursed) = (capital.committed, capital.disbursed);
    [
        of(
            "capital-commitment-rate",
            capital.commitment_rate,
            "capital-formula-commitment-rate",
            committed,
            paid_in,
        ),
        of(
            "capital-disbursement-rate",
            capital.disbursement_rate,
            "capital-formula-disbursement-rate",
            disbursed,
            committed,
        ),
        of(
            "capital-turnover",
            capital.turnover,
            "capital-formula-turnover",
            disbursed,
            paid_in,
        ),
        Indicator {
            name: "capital-self-financing",
            value: forecast.self_financing(),
            ahead: true,
            formula: phrase("capital-formula-self-financing"),
        },
    ]
}
