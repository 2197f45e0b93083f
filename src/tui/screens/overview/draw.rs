//! How the overview looks: the tasks first, then the facts as one page, beside the tasks where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::{clean, phrase};
use crate::present::forecast::lowest;
use crate::present::lines::lines;
use crate::present::overview::{self, named, task};
use crate::present::{Block, Fact, Section, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::framed;
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::text::{line, width};
use crate::tui::widgets::{document, forecast_summary};
use crate::usecases::views::overview::{OverviewData, Task};

/// From this width on the facts stand beside the tasks.
const WIDE: u16 = 120;
/// Columns that the labels of the facts take at most, with what parts a value from what is said beside it.
const LABELS: u16 = 31;
/// Columns of the expected closings in one row, at most and at least.
const METER: u16 = 26;
const LEAST: u16 = 8;
/// Rows of the facts with a blank row above the tasks and one below them.
const FACTS: u16 = 16;

pub(super) fn draw(data: &OverviewData, tasks: &Listing<Task>, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let inside = framed(area);
    if area.width >= WIDE {
        let left = Rect {
            y: area.y + 1.min(area.height),
            height: area.height.saturating_sub(1),
            width: area.width / 2 - 5,
            ..area
        };
        draw_tasks(tasks, true, left, buf, ctx);
        let right = Rect {
            x: left.right() + 4,
            width: area.width - left.width - 4,
            ..left
        };
        document::fitted(facts(data, right.width, ctx), right, buf, ctx);
        return;
    }
    let tall = u16::try_from(tasks.rows().len().max(1))
        .unwrap_or(u16::MAX)
        .saturating_add(1);
    // Blank rows above and between, as far as there is room for them.
    let blank = u16::from(area.height >= tall + FACTS);
    let place = |y: u16, height: u16, from: Rect| Rect {
        y: from.y + y.min(from.height),
        height: height.min(from.height.saturating_sub(y)),
        ..from
    };
    draw_tasks(tasks, false, place(blank, tall, area), buf, ctx);
    let below = place(tall + 2 * blank, area.height, inside);
    let facts = within(facts(data, inside.width, ctx), below);
    document::fitted(facts, below, buf, ctx);
}

/// What there are rows for: where they are few the second lines go, from what matters least to what matters most, so that each
/// of the facts keeps its first.
fn within(mut all: Vec<Section>, area: Rect) -> Vec<Section> {
    let fits = |all: &[Section]| {
        let joined = [Section::joined(all.to_vec())];
        lines(&joined, area.width.into()).len() <= area.height.into()
    };
    for at in (0..all.len()).rev() {
        if fits(&all) {
            break;
        }
        let section = &mut all[at];
        // The capital and the forecast are more than a first line.
        if at > 1 {
            section.blocks.truncate(1);
            if let Some(Block::Facts { facts }) = section.blocks.first_mut() {
                facts.truncate(1);
            }
        }
    }
    all
}

fn draw_tasks(tasks: &Listing<Task>, wide: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let head = framed(Rect {
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
        let place = framed(body);
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
    let what = |one: &Task| task(one).0.words(ctx.words);
    let next = |one: &Task| format!("{arrow} {}", task(one).1.words(ctx.words));
    let longest = |text: &dyn Fn(&Task) -> String| {
        let widths = tasks.rows().iter().map(|task| width(&text(task)));
        widths.max().unwrap_or(0)
    };
    // What a task is comes before where it leads, which is said again below the list where there is room.
    let least = if wide { longest(&what) } else { 20 };
    let columns = [
        Column::new(String::new(), Width::Flex(least)),
        Column::new(String::new(), Width::Fixed(longest(&next))).spare(1),
    ];
    let cells = |one: &Task| vec![(what(one), ctx.theme.plain()), (next(one), ctx.theme.dim())];
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
        draw_named(tasks, below, buf, ctx);
    }
}

/// Where Enter leads, and the first proposals of the selected task.
fn draw_named(tasks: &Listing<Task>, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(selected) = tasks.selected() else { return };
    let place = framed(area);
    let next = phrase("overview-enter").with("next", task(selected).1.words(ctx.words));
    let proposals = named(selected)
        .iter()
        .map(|(reference, title)| format!("{reference}  {}", clean(title)));
    let lines = [next.words(ctx.words)].into_iter().chain(proposals);
    for (row, text) in (1..place.height).zip(lines) {
        line(buf, place, row, &text, ctx.theme.dim(), ctx.theme);
    }
}

/// What stands below the tasks, or beside them: the facts of the page, with the expected closings in one row.
fn facts(data: &OverviewData, wide: u16, ctx: &Ctx<'_>) -> Vec<Section> {
    let words = ctx.words;
    let mut forecast = overview::forecast(data, words);
    let lowest = lowest(&data.summary, words).words(words);
    let room = wide.saturating_sub(LABELS + width(&lowest)).min(METER);
    if let Some(Block::Facts { facts }) = forecast.blocks.first_mut() {
        let beside = room >= LEAST;
        let room = if beside {
            room
        } else {
            wide.saturating_sub(LABELS).min(METER)
        };
        let bars = forecast_summary::bars(&data.summary, room, ctx.theme);
        let bars = Fact::of("word-forecast", bars, words).tone(Tone::Accent);
        if beside {
            facts[0] = bars.aside(lowest);
        } else {
            facts.insert(0, bars);
        }
    }
    forecast.title.clear();
    let all = vec![
        overview::capital(data, words),
        forecast,
        overview::meeting(data, words),
        overview::round(data, words),
        overview::invitation(data, words),
        overview::proposals(data, words),
    ];
    all.into_iter()
        .filter(|section| !section.blocks.is_empty())
        .collect()
}
