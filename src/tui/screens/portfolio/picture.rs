//! How the comparison looks: the ways with their sums, the proposals with a mark for each way that takes them, and below in
//! words what the line costs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Portfolio;
use crate::domain::portfolio::{Alternative, Candidate, NoneFits, Way};
use crate::domain::ranking::{Mark, Marks};
use crate::i18n::{Phrase, clean, phrase};
use crate::present::portfolio::{Best, LETTERS, line, ways};
use crate::present::{Block, Section};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::sheet::rule;
use crate::tui::widgets::text::{put, wrap};
use crate::tui::widgets::{document, empty};
use crate::usecases::views::portfolio::PortfolioData;

/// A title and its score further apart are no longer seen as one row.
const WIDEST: u16 = 112;
/// The proposals keep at least so many rows, with their head.
const PROPOSALS: u16 = 5;
/// Words take at least so many rows, with their heading; with fewer they are left out.
const WORDS: u16 = 3;
/// The widest that words are read at.
const READABLE: u16 = 100;

type Set<'a> = (Way, Result<&'a Alternative, NoneFits>);

pub(super) fn draw(screen: &Portfolio, data: &PortfolioData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let sets: Vec<Set<'_>> = data.comparison.sets().collect();
    let area = notes(screen, data, area, buf, ctx);
    if screen.list.rows().is_empty() {
        empty::draw(&phrase("portfolio-nothing"), area, buf, ctx);
        return;
    }
    let mut rest = area;
    let table = Section::new("", vec![Block::Table(ways(data, Some(screen.rule), ctx.words))]);
    let tall = u16::try_from(sets.len() + 2).unwrap_or(u16::MAX);
    if area.height >= tall + PROPOSALS {
        document::sections([&table], inset(area), buf, ctx);
        rest = below(rest, tall);
    }
    let lines = summary(screen, data, &sets, rest, ctx);
    let foot = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
    let foot = foot.min(rest.height.saturating_sub(PROPOSALS));
    if foot >= WORDS && !lines.is_empty() {
        let whole = u16::try_from(screen.list.rows().len() + 2).unwrap_or(u16::MAX);
        let above = whole.min(rest.height - foot);
        words(&lines, below(rest, above), buf, ctx);
        rest.height = above;
    }
    proposals(screen, &sets, rest, buf, ctx);
}

/// Says in the last rows what is tried in every way (F5) and that proposals are missing for this person (S4), and returns the
/// room above them.
fn notes(screen: &Portfolio, data: &PortfolioData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let tried = tried(&screen.marks, ctx).map(|text| (text, ctx.theme.what_if()));
    let left_out = phrase("ranking-left-out").with("count", data.left_out);
    let left_out = (data.left_out > 0).then(|| (left_out, ctx.theme.dim()));
    let mut rest = area;
    for (text, style) in left_out.into_iter().chain(tried) {
        if rest.height < PROPOSALS {
            break;
        }
        rest.height -= 1;
        let at = (area.x + area.width.min(2), rest.bottom());
        put(buf, area, at, area.width, &text.words(ctx.words), style);
    }
    rest
}

/// F5: what is in every set and what is in none.
fn tried(marks: &Marks, ctx: &Ctx<'_>) -> Option<Phrase> {
    let named = |is: fn(&Mark) -> bool| {
        let refs = marks.iter().filter(|(_, mark)| is(mark));
        let refs: Vec<String> = refs.map(|(reference, _)| reference.to_string()).collect();
        ctx.words.list(&refs)
    };
    let with = named(|mark| matches!(mark, Mark::In(_)));
    let without = named(|mark| *mark == Mark::Out);
    let text = match (with.is_empty(), without.is_empty()) {
        (true, true) => return None,
        (false, true) => phrase("portfolio-tried-with"),
        (true, false) => phrase("portfolio-tried-without"),
        (false, false) => phrase("portfolio-tried-both"),
    };
    Some(text.with("with", with).with("without", without))
}

/// What the line in force costs, broken into lines: against one best set, and against the other too where there is room.
fn summary(
    screen: &Portfolio,
    data: &PortfolioData,
    sets: &[Set<'_>],
    area: Rect,
    ctx: &Ctx<'_>,
) -> Vec<String> {
    let Some(in_force) = data.comparison.line(screen.rule) else {
        return Vec::new();
    };
    let against = |set: &Set<'_>, before: &str| -> Vec<String> {
        let best = Best {
            way: set.0,
            set: set.1,
            reserve: data.reserve,
            titles: &data.titles,
        };
        let mut texts = best.against(in_force, ctx.words);
        if let Some(first) = texts.first_mut() {
            *first = format!("{before}{first}");
        }
        let room = area.width.saturating_sub(4).min(READABLE);
        texts.iter().flat_map(|text| wrap(&clean(text), room)).collect()
    };
    let mut best: Vec<&Set<'_>> = sets[data.comparison.lines.len()..].iter().collect();
    if screen.over_reserve {
        best.reverse();
    }
    let given = format!("{} ", line(in_force, ctx.words));
    let (Some(first), Some(other)) = (best.first(), best.last()) else {
        return Vec::new();
    };
    let mut lines = against(first, &given);
    let more = against(other, "");
    if lines.len() + more.len() + 2 <= usize::from(area.height.saturating_sub(PROPOSALS)) {
        lines.push(String::new());
        lines.extend(more);
    }
    lines
}

/// The words under their heading. What there is no room for shows as an ellipsis.
fn words(lines: &[String], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    rule(
        &ctx.words.t("portfolio-against"),
        Rect { height: 1, ..area },
        buf,
        ctx,
    );
    let inside = below(area, 1);
    let x = inside.x + inside.width.min(2);
    let rows = usize::from(inside.height);
    for (y, (at, text)) in (inside.top()..inside.bottom()).zip(lines.iter().enumerate()) {
        let cut = at + 1 == rows && lines.len() > rows;
        let ellipsis = if cut { ctx.theme.marks.ellipsis } else { "" };
        let text = format!("{text}{ellipsis}");
        put(buf, inside, (x, y), inside.width, &text, ctx.theme.plain());
    }
}

fn proposals(screen: &Portfolio, sets: &[Set<'_>], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let head = |key: &str| ctx.words.t(key);
    let letters = sets.iter().zip(LETTERS);
    let mut columns: Vec<Column> = letters
        .map(|(_, letter)| Column::new(letter, Width::Fixed(1)))
        .collect();
    columns.extend([
        Column::new(head("ranking-head-place"), Width::Fixed(2))
            .right()
            .spare(3),
        Column::new(head("word-ref"), Width::Fixed(7)),
        Column::new(head("word-proposal"), Width::Flex(14)).spare(4),
        Column::new(head("word-score"), Width::Fixed(5)).right().spare(1),
        Column::new(head("portfolio-col-amount"), Width::Fixed(9))
            .right()
            .spare(2),
    ]);
    let place = Rect {
        width: area.width.min(WIDEST),
        ..area
    };
    screen
        .list
        .look("ranking-empty", &columns, &|proposal| {
            cells(proposal, screen, sets, ctx)
        })
        .render(place, buf, ctx);
}

fn cells(proposal: &Candidate, screen: &Portfolio, sets: &[Set<'_>], ctx: &Ctx<'_>) -> Vec<CellText> {
    let (marks, plain) = (ctx.theme.marks, ctx.theme.plain());
    let mark = |(_, set): &Set<'_>| match set {
        Ok(set) if set.chosen.contains(&proposal.reference) => (marks.full.to_owned(), ctx.theme.good()),
        Ok(_) => (marks.open.to_owned(), plain),
        Err(_) => ("–".to_owned(), ctx.theme.dim()),
    };
    let title = screen.data.as_ref().map(|data| data.title(proposal.reference));
    let score = proposal
        .score
        .map_or_else(|| "–".to_owned(), |score| ctx.words.decimal(score, 2));
    let mut cells: Vec<CellText> = sets.iter().map(mark).collect();
    cells.extend([
        (
            proposal.place.map_or_else(String::new, |place| place.to_string()),
            plain,
        ),
        (proposal.reference.to_string(), plain),
        (clean(title.unwrap_or_default()).into_owned(), plain),
        (score, plain),
        (ctx.words.mill(proposal.amount), plain),
    ]);
    cells
}
