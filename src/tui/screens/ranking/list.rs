//! How the ranked list looks: the rows, the line, and around them the capital or the scores.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::picture::Picture;
use super::{Ranking, panel, scores, table};
use crate::domain::money::Ore;
use crate::domain::proposal::Stage;
use crate::domain::ranking::{Claim, Mark, Placed};
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::present::{Tone, ranking};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::text::{self, put, width};
use crate::tui::widgets::{empty, sheet, spread};
use crate::usecases::views::board::{BoardData, Shown};
use crate::usecases::views::ranking::RankedFacts;

/// From this width on the panel stands beside the list.
const WIDE: u16 = 100;
/// A list keeps at least so many rows before anything stands below it.
const LIST_ROWS: u16 = 8;
/// A rule and two lines below the list.
const FOOT: u16 = 3;

pub fn board(screen: &Ranking, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let area = match &screen.prompt {
        Some(prompt) => sheet::draw(&prompt.title(), prompt.form(), prompt.rows(), area, buf, ctx),
        None => area,
    };
    let Some(data) = &screen.data else { return };
    let Some(picture) = &screen.picture else {
        return without_a_list(data, area, buf, ctx);
    };
    let list = if area.width >= WIDE {
        beside(screen, picture, area, buf, ctx)
    } else if area.height >= LIST_ROWS + FOOT {
        above(screen, picture, area, buf, ctx)
    } else {
        area
    };
    let list = notes(screen, picture, list, buf, ctx);
    rows(screen, picture, list, buf, ctx);
}

/// S4: before the reveal only how many scorecards are in is known.
fn without_a_list(data: &BoardData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let line = match data.shown {
        Shown::Blind(at) => data.rounds.get(at),
        Shown::Nothing | Shown::Ranked(_) => None,
    };
    let text = line.map_or_else(
        || phrase("ranking-no-round"),
        |line| {
            phrase("ranking-blind")
                .with("round", line.round.name.as_str())
                .with("submitted", line.submitted)
                .with("expected", line.expected)
        },
    );
    empty::draw(&text, area, buf, ctx);
}

fn beside(screen: &Ranking, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let wide = (area.width / 3).clamp(33, 50);
    let list = Rect {
        width: area.width - wide - 2,
        ..area
    };
    for y in area.top()..area.bottom() {
        let at = (list.right() + 1, y);
        put(buf, area, at, 1, ctx.theme.marks.pipe, ctx.theme.dim());
    }
    let side = Rect {
        x: list.right() + 3,
        width: wide - 2,
        ..area
    };
    match (screen.scores, screen.list.selected(), screen.before()) {
        (true, Some(placed), _) => {
            let facts = screen.facts(placed.case.reference);
            scores::side(placed, facts, side, buf, ctx);
        }
        (_, _, Some(before)) => panel::side(&before, picture, side, buf, ctx),
        _ => {}
    }
    list
}

fn above(screen: &Ranking, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let foot = Rect {
        y: area.bottom() - FOOT,
        height: FOOT,
        ..area
    };
    match (screen.scores, screen.list.selected(), screen.before()) {
        (true, Some(placed), _) => {
            let facts = screen.facts(placed.case.reference);
            scores::foot(placed, facts, foot, buf, ctx);
        }
        (_, _, Some(before)) => panel::foot(&before, picture, foot, buf, ctx),
        _ => {}
    }
    Rect {
        height: area.height - FOOT,
        ..area
    }
}

/// Says in the last rows what is to be known of the list, and returns the room above them.
fn notes(screen: &Ranking, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let mut list = area;
    for note in recommended(screen, picture, ctx)
        .into_iter()
        .chain(left_out(screen))
    {
        if list.height < LIST_ROWS {
            break;
        }
        list.height -= 1;
        let row = Rect {
            x: list.x + 2,
            y: list.bottom(),
            width: list.width.saturating_sub(2),
            height: 1,
        };
        text::line(buf, row, 0, &note.words(ctx.words), ctx.theme.dim(), ctx.theme);
    }
    list
}

/// S4: that proposals are missing for this person.
fn left_out(screen: &Ranking) -> Option<Phrase> {
    let count = screen.ranked().map_or(0, |ranked| ranked.left_out);
    (count > 0).then(|| phrase("ranking-left-out").with("count", count))
}

/// M7: what the council has recommended so far and KS hasn't decided, in all.
fn recommended(screen: &Ranking, picture: &Picture, ctx: &Ctx<'_>) -> Option<Phrase> {
    let is_recommended = |placed: &&Placed| {
        let facts = screen.facts(placed.case.reference);
        facts.is_some_and(|facts| facts.stage == Stage::Recommended)
    };
    let recommended: Vec<&Placed> = picture.now.items.iter().filter(is_recommended).collect();
    let sum: Ore = recommended.iter().filter_map(|placed| placed.asks()).sum();
    let refs: Vec<String> = recommended
        .iter()
        .map(|placed| placed.case.reference.to_string())
        .collect();
    (!refs.is_empty()).then(|| {
        let recommended = phrase("ranking-so-far").with("count", refs.len());
        recommended
            .with("sum", ctx.words.mill_kr(sum))
            .with("refs", refs.join(", "))
    })
}

fn rows(screen: &Ranking, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let items = &picture.now.items;
    let columns = columns(items, ctx);
    // Where everything is settled there is no line to draw.
    let undecided = items.iter().any(|placed| placed.asks().is_some());
    let cells = |placed: &Placed| {
        let reference = placed.case.reference;
        let tried = screen.draft.moves_case(reference);
        let place = if any_moved(items) {
            moved_place(placed, tried)
        } else {
            placed.place.to_string()
        };
        cells(placed, place, screen.facts(reference), tried, ctx)
    };
    screen
        .list
        .look("ranking-empty", &columns, &cells)
        .focused(screen.prompt.is_none())
        .line(undecided.then(|| (picture.now.line_at(), line(picture, area.width, ctx))))
        .render(area, buf, ctx);
}

fn columns(items: &[Placed], ctx: &Ctx<'_>) -> [Column; 9] {
    let head = |key: &str| ctx.words.t(key);
    // Room for `(10) 12*` only where some proposal has been moved.
    let place = if any_moved(items) { 8 } else { 2 };
    [
        Column::new(head("ranking-head-place"), Width::Fixed(place)).right(),
        Column::new(String::new(), Width::Fixed(2)),
        Column::new(head("ranking-head-ref"), Width::Fixed(7)),
        Column::new(head("ranking-head-title"), Width::Flex(14)),
        Column::new(head("ranking-head-stage"), Width::Fixed(15)).spare(4),
        Column::new(head("ranking-head-score"), Width::Fixed(5)).right(),
        Column::new(head("ranking-head-spread"), Width::Fixed(10)).spare(3),
        Column::new(head("ranking-head-applied"), Width::Fixed(6))
            .right()
            .spare(1),
        Column::new(head("ranking-head-sum"), Width::Fixed(6))
            .right()
            .spare(2),
    ]
}

fn any_moved(items: &[Placed]) -> bool {
    items.iter().any(|placed| placed.place != placed.computed_place)
}

fn cells(
    placed: &Placed,
    place: String,
    facts: Option<&RankedFacts>,
    tried: bool,
    ctx: &Ctx<'_>,
) -> Vec<CellText> {
    let style = match (tried || placed.mark.is_some(), placed.case.claim) {
        (true, _) => ctx.theme.what_if(),
        (false, Claim::Out) => ctx.theme.dim(),
        (false, _) => ctx.theme.plain(),
    };
    let none = || "–".to_owned();
    let aggregate = placed.case.aggregate.as_ref();
    let score = aggregate.map_or_else(none, |a| ctx.words.decimal(a.mean, 2));
    let bars = facts.zip(aggregate).map(|(facts, aggregate)| {
        let bars = spread::bars(facts.spread, ctx.theme);
        format!("{bars}  {}", ctx.words.decimal(aggregate.deviation, 1))
    });
    let asks = placed.asks().or(facts.map(|facts| facts.applied));
    let counted = placed.asks().filter(|_| placed.mark != Some(Mark::Out));
    let sum = counted.map(|_| ctx.words.mill(placed.cumulative));
    let of_facts = |text: fn(&RankedFacts) -> String| facts.map(text).unwrap_or_default();
    let stage = facts.map(|facts| ctx.words.t(facts.stage.key()));
    vec![
        (place, style),
        mark(placed, style, ctx),
        (placed.case.reference.to_string(), style),
        (of_facts(|facts| clean(&facts.title).into_owned()), style),
        (stage.unwrap_or_default(), ctx.theme.dim()),
        (score, style),
        (bars.unwrap_or_default(), style),
        (asks.map_or_else(none, |amount| ctx.words.mill(amount)), style),
        (sum.unwrap_or_else(none), style),
    ]
}

/// The computed place in brackets where it is another, the place, and a star while it isn't saved (S7).
fn moved_place(placed: &Placed, tried: bool) -> String {
    let (place, computed) = (placed.place, placed.computed_place);
    let computed = if place == computed {
        String::new()
    } else {
        format!("({computed})")
    };
    let star = if tried { '*' } else { ' ' };
    format!("{computed:>4} {place:>2}{star}")
}

/// Where it stands, with a question mark where it is a what-if.
fn mark(placed: &Placed, style: Style, ctx: &Ctx<'_>) -> CellText {
    let (sign, tone) = ranking::mark(placed);
    match (placed.mark, tone) {
        (Some(_), _) => (format!("{sign}?"), style),
        (None, Tone::Good) => (sign.to_owned(), ctx.theme.good()),
        (None, _) => (sign.to_owned(), style),
    }
}

/// The text in the line: its name at the left, what is left of the frame at the right.
fn line(picture: &Picture, room: u16, ctx: &Ctx<'_>) -> String {
    let marks = ctx.theme.marks;
    let mut name = ctx.words.t("ranking-line");
    if let Some(overlay) = picture.overlay {
        name = format!("{name} {} {}", marks.dot, ctx.words.t(overlay.key()));
    }
    let left = picture.now.left();
    let (key, amount) = if left.is_negative() {
        ("ranking-line-short", -left)
    } else {
        ("ranking-line-left", left)
    };
    let left = phrase(key).with("amount", table::millions(amount));
    let left = left.words(ctx.words);
    // Two dashes at either end, and blanks around the texts.
    let fill = room.saturating_sub(width(&name) + width(&left) + 8).max(1);
    format!("{name} {} {left}", marks.dash.repeat(usize::from(fill)))
}
