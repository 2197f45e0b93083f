//! How a solution's page looks: what it is and how it is paid for, its money, the names of the parts, and one of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::detail::Detail;
use super::list::{adopted, lines, recovered, stage_style};
use super::section::Section;
use super::{below, inset};
use crate::domain::money::Ore;
use crate::domain::proposal::{PriceModel, Stage};
use crate::i18n::price_model;
use crate::i18n::{Phrase, phrase};
use crate::tui::screen::Ctx;
use crate::tui::widgets::facts::{self, Fact};
use crate::tui::widgets::text::{fit, line, put};
use crate::usecases::views::solutions::SolutionData;

/// Columns of the money, and between it and what stands at its left.
const MONEY: u16 = 32;
const GUTTER: u16 = 3;
/// Columns of the bar of what has come back.
const BAR: u16 = 10;
/// The widest that what a solution is, is read at.
const READABLE: u16 = 70;
/// Rows that are left to the parts, with their names.
const PARTS: u16 = 8;

impl Detail {
    pub(super) fn draw(&self, data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let head = inset(area);
        let used = if area.height < PARTS + 6 {
            in_short(data, head, buf, ctx)
        } else {
            let room = Rect {
                height: area.height - PARTS,
                ..head
            };
            about(data, below(room, 1), buf, ctx) + 2
        };
        let parts = below(area, used);
        let named = if parts.height > 3 {
            self.names(data, parts, buf, ctx);
            2
        } else {
            0
        };
        self.table(data, below(parts, named), buf, ctx);
    }

    /// The parts by name, each with how much there is in it.
    fn names(&self, data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut x = area.x + area.width.min(1);
        for section in Section::ALL {
            let count = match section {
                Section::Adopters => self.adopters.rows().len(),
                Section::Charges => self.charges.rows().len(),
                Section::Settlements => self.settlements.rows().len(),
            };
            let mut name = ctx.words.t(section.name());
            let overdue = data.line.overdue.charges;
            if section == Section::Charges && overdue > 0 {
                let late = phrase("solutions-charges-overdue")
                    .with("count", count)
                    .with("overdue", overdue);
                name = format!("{name} ({})", late.words(ctx.words));
            } else if count > 0 {
                name = format!("{name} ({count})");
            }
            let (text, style) = if section == self.section {
                (format!("[{name}]"), ctx.theme.accent())
            } else {
                (format!(" {name} "), ctx.theme.plain())
            };
            // Where there is no room for all the names, the one that counts is there.
            if area.width < 60 && section != self.section {
                continue;
            }
            let room = area.right().saturating_sub(x);
            x += put(buf, area, (x, area.y), room, &fit(&text, room, ctx.theme), style) + 1;
        }
    }
}

/// What is overdue and what is outstanding, where there is no room for more. Returns the rows used.
fn in_short(data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    if area.height < 8 {
        return 0;
    }
    let facts = [
        phrase("solutions-short-overdue").with("amount", data.line.overdue.amount),
        phrase("solutions-short-outstanding").with("amount", data.line.outstanding),
    ];
    let mut used = 0;
    for text in lines(facts.iter().map(|fact| fact.words(ctx.words)), area.width, ctx) {
        line(buf, area, used, &text, ctx.theme.strong(), ctx.theme);
        used += 1;
    }
    used
}

/// What it is at the left, its money at the right; under one another where it is narrow. Returns the rows used.
fn about(data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let (what, money) = (what(data, ctx), money(data, ctx));
    let Some(left) = area
        .width
        .checked_sub(MONEY + GUTTER + 2)
        .filter(|left| *left > 30)
    else {
        let all: Vec<Fact> = what.into_iter().take(3).chain(money).collect();
        return facts::draw(&all, area, buf, ctx);
    };
    let left = Rect {
        width: left.min(READABLE),
        ..area
    };
    let right = Rect {
        x: left.right() + GUTTER,
        width: MONEY,
        ..area
    };
    let used = facts::draw(&what, left, buf, ctx);
    used.max(facts::figures(&money, right, buf, ctx))
}

fn what(data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (words, line) = (ctx.words, &data.line);
    let stage = line.proposal.stage;
    let style = stage_style(stage, ctx);
    let mut facts = vec![
        Fact::new(words.t("solutions-col-status"), status(data).words(words)).style(style),
        Fact::new(
            words.t("solutions-col-recovered"),
            recovered(line.recovered(), BAR, ctx),
        ),
    ];
    let model = match &line.solution {
        Some(solution) => &solution.price_model,
        None => &line.proposal.details.price_model,
    };
    if line.solution.is_some() {
        let adopters = adopted(line, ctx);
        facts.push(Fact::new(words.t("solutions-col-adopters"), adopters));
    }
    if *model == PriceModel::Shared {
        let shared = words.t("solutions-price-shared");
        facts.push(Fact::new(words.t("solutions-price"), shared));
        facts.push(Fact::new(words.t("solutions-base"), base(data, ctx)));
    } else {
        facts.push(Fact::new(words.t("solutions-price"), price_model(model, words)));
    }
    if matches!(stage, Stage::Developing | Stage::Live) {
        let least = match line.break_even {
            Some(least) => phrase("solutions-break-even-at").with("share", words.percent(least, 1)),
            None => phrase("solutions-break-even-never"),
        };
        let least = Fact::new(words.t("solutions-col-break-even"), least.words(words));
        facts.push(least);
    }
    facts
}

/// Where it stands, and since when or from when.
fn status(data: &SolutionData) -> Phrase {
    let proposal = &data.line.proposal;
    match (&data.line.solution, proposal.stage) {
        (Some(solution), Stage::Live) => phrase("solutions-live-since").with("date", solution.live_on),
        (Some(solution), stage) => phrase("solutions-was-live")
            .word("stage", stage.key())
            .with("date", solution.live_on),
        (None, stage) => match proposal.details.go_live.filter(|_| stage == Stage::Developing) {
            Some(expected) => phrase("solutions-expected").with("date", expected),
            None => phrase(stage.key()),
        },
    }
}

/// R1: the planned base, and how much of it has been reached.
fn base(data: &SolutionData, ctx: &Ctx<'_>) -> String {
    let planned = ctx.words.decimal(data.base, 0);
    let reached: i64 = data
        .adopters
        .iter()
        .map(|line| i64::from(line.adoption.participant.population))
        .sum();
    let key = if data.line.solution.is_some() {
        "solutions-base-reached"
    } else {
        "solutions-base-today"
    };
    let text = phrase(key).with("planned", planned);
    let text = if data.line.solution.is_some() {
        text.with("reached", reached)
    } else {
        text
    };
    text.words(ctx.words)
}

fn money(data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
    let (theme, line) = (ctx.theme, &data.line);
    let figure = |key: &str, amount: Ore, style: Style| {
        let style = if amount.is_zero() { theme.dim() } else { style };
        Fact::new(ctx.words.t(key), ctx.words.kr(amount)).style(style)
    };
    vec![
        figure("solutions-col-cost", line.cost, theme.plain()),
        figure("solutions-repaid", line.repaid, theme.plain()),
        figure("solutions-col-outstanding", line.outstanding, theme.strong()),
        figure("solutions-lost", line.lost, theme.plain()),
        figure("solutions-col-overdue", line.overdue.amount, theme.bad()),
        figure("solutions-owed", line.refunds_owed, theme.warn()),
    ]
}
