//! How the capital looks: the sections, the table of sources with the state's grant, the sum of what is free, and the
//! indicators. The formulas stand beside the figures when they are asked for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::{Capital, Section};
use crate::domain::capital;
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::screen::Ctx;
use crate::tui::widgets::facts::{self, Fact};
use crate::tui::widgets::figures::Figures;
use crate::tui::widgets::text::{fit, line, put};
use crate::tui::widgets::{grant, prose};
use crate::usecases::views::capital_board::CapitalBoardData;

/// Columns of the sources where everything is shown at once.
const SOURCES: u16 = 68;

/// What is left of an area below its first rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// An area with a margin at its left.
fn inset(area: Rect) -> Rect {
    let margin = area.width.min(2);
    Rect {
        x: area.x + margin,
        width: area.width - margin,
        ..area
    }
}

impl Capital {
    pub(super) fn draw(&self, data: &CapitalBoardData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if self.wide.get() {
            self.all(data, area, buf, ctx);
        } else {
            self.one(data, area, buf, ctx);
        }
    }

    /// The sections by name, and the one that Tab has come to.
    fn one(&self, data: &CapitalBoardData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if area.is_empty() {
            return;
        }
        let body = if area.height > 3 {
            self.names(area, buf, ctx);
            below(area, 2)
        } else {
            area
        };
        match self.section {
            Section::Sources => {
                self.sources(&data.capital, inset(body), buf, ctx);
            }
            Section::Free => {
                self.free(&data.capital, inset(body), buf, ctx);
            }
            Section::Commitments => self.commitments(true, body, buf, ctx),
            Section::Waiting => self.waiting(true, body, buf, ctx),
        }
    }

    fn names(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut x = area.x + area.width.min(1);
        for section in Section::ALL {
            let mut name = ctx.words.t(section.name());
            if section == Section::Waiting && !self.waiting_lines().is_empty() {
                name = format!("{name} ({})", self.waiting_lines().len());
            }
            let (text, style) = if section == self.section {
                (format!("[{name}]"), ctx.theme.accent())
            } else {
                (format!(" {name} "), ctx.theme.plain())
            };
            // Where there is no room for all the names, the one that counts is there.
            if area.width < 50 && section != self.section {
                continue;
            }
            let room = area.right().saturating_sub(x);
            x += put(buf, area, (x, area.y), room, &fit(&text, room, ctx.theme), style) + 1;
        }
    }

    /// Sources and what is free side by side, the two lists under them.
    fn all(&self, data: &CapitalBoardData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let left = Rect {
            width: SOURCES,
            ..inset(area)
        };
        let right = Rect {
            x: left.right() + 3,
            width: area.right().saturating_sub(left.right() + 3),
            ..area
        };
        let mut tall = 0;
        for (section, side) in [(Section::Sources, left), (Section::Free, right)] {
            let name = ctx.words.t(section.name());
            line(buf, side, 0, &name, ctx.theme.strong(), ctx.theme);
            let place = below(side, 1);
            let used = match section {
                Section::Free => self.free(&data.capital, place, buf, ctx),
                _ => self.sources(&data.capital, place, buf, ctx),
            };
            tall = tall.max(used);
        }
        let rest = below(area, tall + 2);
        // Name, head and rows, and a blank line after them. Each list is left a part of the room.
        let wanted = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(3);
        let least = wanted(data.waiting.len()).min((rest.height / 2).max(4));
        let upper = Rect {
            height: wanted(data.commitments.len().max(3)).min(rest.height.saturating_sub(least)),
            ..rest
        };
        self.titled(Section::Commitments, upper, buf, ctx);
        self.titled(Section::Waiting, below(rest, upper.height), buf, ctx);
    }

    fn titled(&self, section: Section, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let focused = self.focus() == section;
        let style = if focused {
            ctx.theme.accent()
        } else {
            ctx.theme.strong()
        };
        let name = ctx.words.t(section.name());
        line(buf, inset(area), 0, &name, style, ctx.theme);
        let rest = below(area, 1);
        match section {
            Section::Waiting => self.waiting(focused, rest, buf, ctx),
            _ => self.commitments(focused, rest, buf, ctx),
        }
    }

    /// C6: potential, promised and paid beside one another, each totalled by itself; and the state's grant.
    /// Returns the rows used.
    fn sources(&self, capital: &capital::Capital, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
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
        if self.formulas {
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

    /// K1 as a sum, and under it the indicators (F6) and the fund's capital (L4), all ending in one column.
    /// Returns the rows used.
    fn free(&self, capital: &capital::Capital, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
        let words = ctx.words;
        let sum = sum_of_free(capital, ctx);
        let wide = sum.width().min(area.width);
        let mut used = sum.draw(area, buf, ctx) + 1;
        let explain = |text: &Phrase, used: u16, buf: &mut Buffer| {
            if self.formulas {
                prose::draw(&text.words(words), below(area, used), buf, ctx.theme.dim())
            } else {
                0
            }
        };
        used += match explain(&phrase("capital-formula-free"), used, buf) {
            0 => 0,
            rows => rows + 1,
        };
        for indicator in indicators(capital, words) {
            let value = match indicator.value {
                Some(share) => words.percent(share, 1),
                None => words.t("capital-no-value"),
            };
            let row = Rect {
                width: wide,
                ..below(area, used)
            };
            facts::figures(&[Fact::new(words.t(indicator.name), value)], row, buf, ctx);
            used += 1;
            used += explain(&indicator.formula, used, buf);
        }
        used += 1;
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

/// A word as it begins a line.
fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// K1: what is in the bank, less what isn't free.
fn sum_of_free(capital: &capital::Capital, ctx: &Ctx<'_>) -> Figures {
    let words = ctx.words;
    let mut sum = Figures::default();
    let balances = capital.balances;
    for (sign, key, amount) in [
        (" ", "capital-bank", balances.bank),
        ("−", "capital-less-refunds", balances.refunds_owed),
        ("−", "capital-less-committed", capital.outstanding_commitments),
        ("−", "capital-less-reserve", capital.reserve),
    ] {
        let label = format!("{sign} {}", words.t(key));
        sum.line(label, vec![words.kr(amount)], ctx.theme.plain());
    }
    sum.rule();
    let style = if capital.free_on_hand.is_negative() {
        ctx.theme.bad()
    } else {
        ctx.theme.strong()
    };
    let label = format!("= {}", words.t("capital-is-free"));
    sum.line(label, vec![words.kr(capital.free_on_hand)], style);
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
    formula: Phrase,
}

fn indicators(capital: &capital::Capital, words: &Words) -> [Indicator; 3] {
    let paid_in = capital.total().paid;
    let of = |name, value, key: &'static str, part: Ore, whole: Ore| Indicator {
        name,
        value,
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
    ]
}
