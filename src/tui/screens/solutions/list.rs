//! How the projects look: what they sum to, what is typed, and the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;

use super::rows::Totals;
use super::{Solutions, below, inset};
use crate::domain::money::Ore;
use crate::domain::proposal::Stage;
use crate::i18n::clean;
use crate::i18n::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::list::{CellText, Column, Width, amounts};
use crate::tui::widgets::meter;
use crate::tui::widgets::text::{line, width};
use crate::usecases::views::solutions::SolutionLine;

/// Columns of the small bar, of the share beside it, and of both.
const BAR: u16 = 5;
const SHARE: u16 = 7;
const RECOVERED: u16 = BAR + 1 + SHARE;

impl Solutions {
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut used = 0;
        if area.height > 9 && !self.list.rows().is_empty() {
            used = totals(&self.totals, inset(area), buf, ctx) + u16::from(!self.list.is_searched());
        }
        let columns = columns(self.list.rows(), ctx);
        self.list
            .look("solutions-none", &columns, &|line| cells(line, ctx))
            .render(below(area, used), buf, ctx);
    }
}

/// Draws what all projects come to. Returns the rows used.
fn totals(totals: &Totals, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let money = phrase("solutions-totals")
        .with("projects", totals.projects)
        .with("live", totals.live)
        .with("cost", ctx.words.mill_kr(totals.cost))
        .with("share", ctx.words.percent(totals.recovered(), 1));
    line(
        buf,
        area,
        0,
        &money.words(ctx.words),
        ctx.theme.strong(),
        ctx.theme,
    );
    let mut late = vec![
        phrase("solutions-total-outstanding").with("amount", ctx.words.mill_kr(totals.outstanding)),
        phrase("solutions-total-overdue")
            .with("amount", totals.overdue)
            .with("count", totals.charges),
    ];
    if totals.refunds_owed.is_positive() {
        late.push(phrase("solutions-total-owed").with("amount", totals.refunds_owed));
    }
    if totals.lost.is_positive() {
        late.push(phrase("solutions-total-lost").with("amount", ctx.words.mill_kr(totals.lost)));
    }
    let late = late.iter().map(|part| part.words(ctx.words));
    let mut used = 1;
    for text in lines(late, area.width, ctx) {
        line(buf, area, used, &text, ctx.theme.plain(), ctx.theme);
        used += 1;
    }
    used
}

/// Facts in a row, on as many lines as they take: none of them is broken.
pub(super) fn lines(facts: impl Iterator<Item = String>, room: u16, ctx: &Ctx<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(last) if width(last) + 3 + width(&fact) <= room => {
                *last = format!("{last} {} {fact}", ctx.theme.marks.dot);
            }
            _ => lines.push(fact),
        }
    }
    lines
}

/// Reference, title, share, adopters and what is overdue stay; the rest goes where there is no room, the status last.
fn columns(lines: &[SolutionLine], ctx: &Ctx<'_>) -> Vec<Column> {
    let words = ctx.words;
    let widest = |texts: &mut dyn Iterator<Item = String>, head: &str| {
        let widest = texts.map(|text| width(&text)).max().unwrap_or(0);
        Width::Fixed(widest.max(width(head)))
    };
    let status = words.t("solutions-col-status");
    let adopters = words.t("solutions-col-adopters");
    let stages = &mut lines.iter().map(|line| words.t(line.proposal.stage.key()));
    let status_width = widest(stages, &status);
    let adopters_width = widest(&mut lines.iter().map(|line| adopted(line, ctx)), &adopters);
    vec![
        Column::new(words.t("solutions-col-ref"), Width::Fixed(7)),
        Column::new(words.t("solutions-col-title"), Width::Flex(28)),
        Column::new(status, status_width).spare(1),
        Column::new(words.t("solutions-col-live-on"), Width::Fixed(10))
            .right()
            .spare(5),
        amounts("solutions-col-cost", lines.iter().map(|line| line.cost), ctx).spare(3),
        amounts(
            "solutions-col-outstanding",
            lines.iter().map(|line| line.outstanding),
            ctx,
        )
        .spare(4),
        Column::new(words.t("solutions-col-recovered"), Width::Fixed(RECOVERED)).right(),
        Column::new(adopters, adopters_width).right(),
        Column::new(words.t("solutions-col-break-even"), Width::Fixed(11))
            .right()
            .spare(3),
        amounts(
            "solutions-col-overdue",
            lines.iter().map(|line| line.overdue.amount),
            ctx,
        ),
        amounts(
            "solutions-col-owed",
            lines.iter().map(|line| line.refunds_owed),
            ctx,
        )
        .spare(2),
    ]
}

fn cells(line: &SolutionLine, ctx: &Ctx<'_>) -> Vec<CellText> {
    let (words, theme) = (ctx.words, ctx.theme);
    let live_on = line
        .solution
        .as_ref()
        .map(|solution| words.column_date(solution.live_on));
    let stage = line.proposal.stage;
    vec![
        (line.proposal.reference.to_string(), theme.plain()),
        (clean(&line.proposal.details.title).into_owned(), theme.plain()),
        (words.t(stage.key()), stage_style(stage, ctx)),
        (live_on.unwrap_or_default(), theme.plain()),
        (words.amount(line.cost), theme.plain()),
        (words.amount(line.outstanding), theme.plain()),
        recovered_cell(line, ctx),
        (adopted(line, ctx), theme.plain()),
        break_even(line, ctx),
        amount(line.overdue.amount, theme.bad(), ctx),
        amount(line.refunds_owed, theme.warn(), ctx),
    ]
}

/// An amount that is worth seeing; a dash where there is none.
pub(super) fn amount(amount: Ore, style: Style, ctx: &Ctx<'_>) -> CellText {
    if amount.is_zero() {
        (ctx.words.t("solutions-no-amount"), ctx.theme.dim())
    } else {
        (ctx.words.amount(amount), style)
    }
}

/// `12 av 300`; nothing before there is anything to adopt.
pub(super) fn adopted(line: &SolutionLine, ctx: &Ctx<'_>) -> String {
    if line.solution.is_none() {
        return ctx.words.t("solutions-no-amount");
    }
    let of = phrase("solutions-adopted")
        .with("adopters", line.adopters)
        .with("all", line.with_access.max(line.adopters));
    of.words(ctx.words)
}

/// F6: the least uptake that recovers the cost; nothing where none does, or where all has come back.
fn break_even(line: &SolutionLine, ctx: &Ctx<'_>) -> CellText {
    let least = line.break_even.filter(|_| line.proposal.stage != Stage::Repaid);
    match least {
        Some(least) => (ctx.words.percent(least, 1), ctx.theme.plain()),
        None => (ctx.words.t("solutions-no-amount"), ctx.theme.dim()),
    }
}

/// Nothing can come back before it is live.
fn recovered_cell(line: &SolutionLine, ctx: &Ctx<'_>) -> CellText {
    if line.solution.is_none() && line.repaid.is_zero() {
        return (ctx.words.t("solutions-no-amount"), ctx.theme.dim());
    }
    (recovered(line.recovered(), BAR, ctx), ctx.theme.plain())
}

/// F6: how much has come back, as a bar and in per cent.
pub(super) fn recovered(share: Decimal, bar: u16, ctx: &Ctx<'_>) -> String {
    let thousandths = (share * Decimal::ONE_THOUSAND).floor();
    let part = i64::try_from(thousandths).unwrap_or(1000);
    let bar = meter::bar(part, 1000, bar, ctx.theme);
    let share = ctx.words.percent(share, 1);
    format!("{bar} {share:>width$}", width = usize::from(SHARE))
}

/// The word says it; the colour helps the eye to find it.
pub(super) fn stage_style(stage: Stage, ctx: &Ctx<'_>) -> Style {
    match stage {
        Stage::Repaid => ctx.theme.good(),
        Stage::Stopped => ctx.theme.dim(),
        _ => ctx.theme.plain(),
    }
}
