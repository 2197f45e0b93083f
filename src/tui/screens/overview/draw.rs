//! How the overview looks: the tasks first, then the facts as one page, beside the tasks where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{named, sentence};
use crate::domain::money::Ore;
use crate::domain::participant::Standing;
use crate::domain::scheme::Limit;
use crate::i18n::clean;
use crate::i18n::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::forecast_summary;
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::meter;
use crate::tui::widgets::page::{Page, Piece};
use crate::tui::widgets::text::{fit, line, width};
use crate::usecases::views::overview::{OverviewData, RoundProgress, Task};

/// From this width on the facts stand beside the tasks.
const WIDE: u16 = 120;
/// Columns of the labels, of the texts beside them, and of a meter at most.
const LABELS: u16 = 15;
const TEXTS: u16 = 36;
/// Columns of the labels of the capital's figures.
const FIGURE_LABELS: u16 = 20;
const METER: u16 = 26;
/// The least of a meter that says anything.
const LEAST: u16 = 8;

pub fn draw(data: &OverviewData, tasks: &Listing<Task>, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let inside = inset(area);
    if area.width >= WIDE {
        let left = Rect {
            y: area.y + 1.min(area.height),
            height: area.height.saturating_sub(1),
            width: area.width / 2 - 5,
            ..area
        };
        draw_tasks(tasks, true, left, buf, ctx);
        let facts = Rect {
            x: left.right() + 4,
            width: area.width - left.width - 4,
            ..left
        };
        let page = facts_page(data, facts.width, true, ctx);
        page.render(0..page.len(), facts, buf);
        return;
    }
    let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let tall = rows(tasks.rows().len().max(1)) + 1;
    let airy = facts_page(data, inside.width, true, ctx);
    let room = area.height.saturating_sub(tall);
    let page = if rows(airy.len()) < room {
        airy
    } else {
        facts_page(data, inside.width, false, ctx)
    };
    // A blank row above, and one between, as far as there is room for them.
    let spare = room.saturating_sub(rows(page.len()));
    let (above, between) = (u16::from(spare > 1), u16::from(spare > 0));
    let place = |y: u16, height: u16, from: Rect| Rect {
        y: from.y + y.min(from.height),
        height: height.min(from.height.saturating_sub(y)),
        ..from
    };
    draw_tasks(tasks, false, place(above, tall, area), buf, ctx);
    let below = above + tall + between;
    page.render(0..page.len(), place(below, area.height, inside), buf);
}

fn inset(area: Rect) -> Rect {
    let indent = area.width.min(2);
    Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(indent + 1),
        ..area
    }
}

fn draw_tasks(tasks: &Listing<Task>, wide: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let head = inset(Rect {
        height: area.height.min(1),
        ..area
    });
    if !head.is_empty() {
        line(
            buf,
            head,
            0,
            &ctx.words.t("overview-tasks"),
            ctx.theme.strong(),
            ctx.theme,
        );
    }
    let body = Rect {
        y: area.y + head.height,
        height: area.height - head.height,
        ..area
    };
    if tasks.rows().is_empty() {
        let place = inset(body);
        if !place.is_empty() {
            line(
                buf,
                place,
                0,
                &ctx.words.t("overview-no-tasks"),
                ctx.theme.plain(),
                ctx.theme,
            );
        }
        return;
    }
    let arrow = ctx.theme.marks.arrow;
    let task = |task: &Task| sentence(task).0.words(ctx.words);
    let next = |task: &Task| format!("{arrow} {}", sentence(task).1.words(ctx.words));
    let longest = |text: &dyn Fn(&Task) -> String| {
        let widths = tasks.rows().iter().map(|task| width(&text(task)));
        widths.max().unwrap_or(0)
    };
    // What a task is comes before where it leads, which is said again below the list where there is room.
    let least = if wide { longest(&task) } else { 20 };
    let columns = [
        Column::new(String::new(), Width::Flex(least)),
        Column::new(String::new(), Width::Fixed(longest(&next))).spare(1),
    ];
    let cells = |one: &Task| vec![(task(one), ctx.theme.plain()), (next(one), ctx.theme.dim())];
    let rows = u16::try_from(tasks.rows().len())
        .unwrap_or(u16::MAX)
        .min(body.height);
    tasks
        .look("overview-no-tasks", &columns, &cells)
        .render(Rect { height: rows, ..body }, buf, ctx);
    if wide {
        let below = Rect {
            y: body.y + rows,
            height: body.height - rows,
            ..body
        };
        draw_cases(tasks, below, buf, ctx);
    }
}

/// Where Enter leads, and the first cases of the selected task.
fn draw_cases(tasks: &Listing<Task>, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(task) = tasks.selected() else { return };
    let place = inset(area);
    let next = phrase("overview-enter").with("next", sentence(task).1.words(ctx.words));
    let cases = named(task)
        .iter()
        .map(|(reference, title)| format!("{reference}  {}", clean(title)));
    let lines = [next.words(ctx.words)].into_iter().chain(cases);
    for (row, text) in (1..place.height).zip(lines) {
        line(buf, place, row, &text, ctx.theme.dim(), ctx.theme);
    }
}

/// Capital, round, invitation and proposals, with blank lines between them where there is room.
fn facts_page(data: &OverviewData, wide: u16, airy: bool, ctx: &Ctx<'_>) -> Page {
    let mut page = Page::new(wide, LABELS, ctx);
    let gap = |page: &mut Page| {
        if airy {
            page.gap();
        }
    };
    capital(data, &mut page, ctx);
    gap(&mut page);
    forecast(data, &mut page, ctx);
    gap(&mut page);
    round(data.round.as_ref(), &mut page, ctx);
    gap(&mut page);
    invitation(data, &mut page, ctx);
    gap(&mut page);
    let stages = data.stages.iter().map(|(stage, count)| {
        let text = format!("{} {}", ctx.words.count(number(*count)), ctx.words.t(stage.key()));
        (text, ctx.theme.plain())
    });
    let mut stages: Vec<Piece> = stages.collect();
    if stages.is_empty() {
        stages.push((ctx.words.t("overview-no-cases"), ctx.theme.dim()));
    }
    page.strip(&ctx.words.t("overview-cases"), stages);
    page
}

/// What is in the bank, bound and free by both methods, and what is expected of it.
fn capital(data: &OverviewData, page: &mut Page, ctx: &Ctx<'_>) {
    let capital = &data.capital;
    let (bank, bound) = (capital.balances.bank, capital.outstanding_commitments);
    let (on_hand, cash_flow) = (capital.free_on_hand, data.summary.free_cash_flow);
    let free_style = |amount: Ore| {
        if amount.is_negative() {
            ctx.theme.bad()
        } else {
            ctx.theme.strong()
        }
    };
    let widest = [bank, bound, on_hand, cash_flow].map(|amount| width(&ctx.words.mill_kr(amount)));
    let room = widest.into_iter().max().unwrap_or(0);
    let page_room = page.room();
    let figure = |key: &str, amount: Ore, style: Style| {
        let text = ctx.words.mill_kr(amount);
        let blanks = " ".repeat(usize::from(room - width(&text)));
        // A figure is never cut; its label may be.
        let labels = FIGURE_LABELS.min(page_room.saturating_sub(room));
        let label = padded(&ctx.words.t(key), labels, ctx);
        vec![(label, ctx.theme.plain()), (blanks + &text, style)]
    };
    page.headed(
        &ctx.words.t("overview-capital"),
        figure("overview-bank", bank, ctx.theme.strong()),
    );
    let mut pieces = figure("overview-bound", bound, ctx.theme.strong());
    let beside = page.room() >= TEXTS + LEAST;
    if beside {
        let blanks = TEXTS.saturating_sub(FIGURE_LABELS + room);
        pieces.push((" ".repeat(usize::from(blanks)), ctx.theme.plain()));
        pieces.push((bar(bound.ore(), bank.ore(), page, ctx), ctx.theme.accent()));
    }
    page.headed("", pieces);
    let methods = [
        (Limit::OnHand, "overview-free-on-hand", on_hand),
        (Limit::CashFlow, "overview-free-cash-flow", cash_flow),
    ];
    for (method, key, amount) in methods {
        let mut pieces = figure(key, amount, free_style(amount));
        if method == data.limit {
            let text = format!(" {} {}", ctx.theme.marks.dot, ctx.words.t("outlook-limits"));
            pieces.push((text, ctx.theme.dim()));
        }
        page.headed("", pieces);
    }
    if !beside {
        below(bound.ore(), bank.ore(), page, ctx);
    }
}

/// The forecast as a band: the expected closings in one row, the lowest of them, and the risk of going below the reserve.
fn forecast(data: &OverviewData, page: &mut Page, ctx: &Ctx<'_>) {
    let (words, seen) = (ctx.words, &data.summary);
    let lowest = forecast_summary::lowest(seen, words).words(words);
    let risk = format!(
        "{} {}",
        words.t("overview-risk"),
        forecast_summary::risk(seen, words).words(words)
    );
    let style = if forecast_summary::is_risky(seen) {
        ctx.theme.warn()
    } else {
        ctx.theme.dim()
    };
    let label = words.t("overview-forecast");
    let beside = page.room().saturating_sub(width(&lowest) + 2).min(METER);
    if beside >= LEAST {
        let bars = forecast_summary::bars(seen, beside, ctx.theme);
        page.headed(
            &label,
            vec![
                (format!("{bars}  "), ctx.theme.accent()),
                (lowest, ctx.theme.plain()),
            ],
        );
    } else {
        let bars = forecast_summary::bars(seen, page.room(), ctx.theme);
        page.headed(&label, vec![(bars, ctx.theme.accent())]);
        page.fact("", &lowest, ctx.theme.plain());
    }
    page.fact("", &risk, style);
}

fn round(progress: Option<&RoundProgress>, page: &mut Page, ctx: &Ctx<'_>) {
    let Some(progress) = progress else {
        let none = ctx.words.t("overview-no-round");
        page.headed(&ctx.words.t("overview-round"), vec![(none, ctx.theme.dim())]);
        return;
    };
    let label = phrase("overview-round-name").with("round", progress.round.name.as_str());
    let text = phrase("overview-round-progress")
        .with("submitted", progress.submitted)
        .with("expected", progress.expected);
    let (part, whole) = (number(progress.submitted), number(progress.expected));
    metered(
        &label.words(ctx.words),
        &text.words(ctx.words),
        (part, whole),
        page,
        ctx,
    );
    let state = match progress.round.revealed_on {
        None => phrase("overview-round-blind").with("count", progress.cases),
        Some(on) => phrase("overview-round-revealed")
            .with("count", progress.cases)
            .with("date", on),
    };
    page.fact("", &state.words(ctx.words), ctx.theme.dim());
}

fn invitation(data: &OverviewData, page: &mut Page, ctx: &Ctx<'_>) {
    let (joined, invited) = (data.joined(), data.invited());
    let text = phrase("overview-joined")
        .with("joined", joined)
        .with("invited", invited);
    let label = ctx.words.t("overview-invitation");
    metered(
        &label,
        &text.words(ctx.words),
        (number(joined), number(invited)),
        page,
        ctx,
    );
    let others = data.standings.iter().map(|(standing, count)| {
        let style = match standing {
            Standing::PaymentLate | Standing::AnswerLate => ctx.theme.warn(),
            Standing::Invited | Standing::Declined | Standing::Joined | Standing::Paid => ctx.theme.plain(),
        };
        let text = format!(
            "{} {}",
            ctx.words.count(number(*count)),
            ctx.words.t(standing.key())
        );
        (text, style)
    });
    // The most wanted first: paid, late, joined, then those who are not in.
    let mut others: Vec<Piece> = others.collect();
    others.reverse();
    page.strip("", others);
}

/// A text, and how far something has come as a bar: at the right of it, or below it where there is no room beside it.
fn metered(label: &str, text: &str, (part, whole): (i64, i64), page: &mut Page, ctx: &Ctx<'_>) {
    if page.room() < TEXTS + LEAST {
        page.headed(label, vec![(text.to_owned(), ctx.theme.plain())]);
        below(part, whole, page, ctx);
        return;
    }
    let bar = (bar(part, whole, page, ctx), ctx.theme.accent());
    page.headed(label, vec![(padded(text, TEXTS, ctx), ctx.theme.plain()), bar]);
}

/// A bar on a line of its own.
fn below(part: i64, whole: i64, page: &mut Page, ctx: &Ctx<'_>) {
    let bar = meter::bar(part, whole, page.room().min(METER), ctx.theme);
    page.headed("", vec![(bar, ctx.theme.accent())]);
}

/// A bar beside a text.
fn bar(part: i64, whole: i64, page: &Page, ctx: &Ctx<'_>) -> String {
    let room = page.room().saturating_sub(TEXTS).min(METER);
    meter::bar(part, whole, room, ctx.theme)
}

fn padded(text: &str, room: u16, ctx: &Ctx<'_>) -> String {
    let text = fit(&clean(text), room.saturating_sub(1), ctx.theme);
    let blanks = room - width(&text).min(room);
    text + &" ".repeat(usize::from(blanks))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
