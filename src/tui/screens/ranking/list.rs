//! How the ranked list looks: the rows, the line, and around them the capital or the scores.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::notes::LIST_ROWS;
use super::picture::Picture;
use super::{Ranking, notes, panel, scores, table};
use crate::domain::money::Ore;
use crate::domain::ranking::{Claim, Mark, Placed};
use crate::i18n::{clean, phrase};
use crate::present::{Tone, ranking};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::text::{put, width};
use crate::tui::widgets::{empty, sheet, spread};
use crate::usecases::views::board::{BoardData, Shown};
use crate::usecases::views::ranking::RankedFacts;

/// From this width on the panel stands beside the list.
const WIDE: u16 = 100;
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
    let list = notes::draw(screen, picture, list, buf, ctx);
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
            let facts = screen.facts(placed.proposal.reference);
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
            let facts = screen.facts(placed.proposal.reference);
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

fn rows(screen: &Ranking, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let items = &picture.now.items;
    let shown = Shows::of(screen, items);
    let columns = columns(&shown, ctx);
    // Where everything is settled there is no line to draw.
    let undecided = items.iter().any(|placed| placed.undecided().is_some());
    let cells = |placed: &Placed| {
        let reference = placed.proposal.reference;
        let tried = screen.draft.moves_proposal(reference);
        cells(placed, &shown, screen.facts(reference), tried, ctx)
    };
    screen
        .list
        .look("ranking-empty", &columns, &cells)
        .focused(screen.prompt.is_none())
        .line(undecided.then(|| (picture.now.line_at, line(picture, area.width, ctx))))
        .render(area, buf, ctx);
}

/// The columns that only some lists need.
struct Shows {
    /// Some proposal has been moved.
    moves: bool,
    /// The council has recommended a sum.
    recommended: bool,
    /// KS has committed a sum.
    decided: bool,
}

impl Shows {
    fn of(screen: &Ranking, items: &[Placed]) -> Shows {
        let any = |is: fn(&RankedFacts) -> bool| {
            let facts = items
                .iter()
                .filter_map(|placed| screen.facts(placed.proposal.reference));
            facts.into_iter().any(is)
        };
        Shows {
            moves: items.iter().any(|placed| placed.place != placed.computed_place),
            recommended: any(|facts| ranking::recommended(facts).is_some()),
            decided: any(|facts| ranking::decided(facts).is_some()),
        }
    }
}

fn columns(shows: &Shows, ctx: &Ctx<'_>) -> Vec<Column> {
    let head = |key: &str| ctx.words.t(key);
    // Room for `(10) 12*`.
    let place = if shows.moves { 8 } else { 2 };
    let amount = |key: &str| Column::new(head(key), Width::Fixed(8)).right();
    let mut columns = vec![
        Column::new(head("ranking-head-place"), Width::Fixed(place)).right(),
        Column::new(String::new(), Width::Fixed(2)),
        Column::new(head("word-ref"), Width::Fixed(7)),
        Column::new(head("word-proposal"), Width::Flex(14)),
        Column::new(head("word-stage"), Width::Fixed(15)).spare(4),
        Column::new(head("word-score"), Width::Fixed(5)).right(),
        Column::new(head("word-spread"), Width::Fixed(10)).spare(3),
        Column::new(head("word-applied"), Width::Fixed(6))
            .right()
            .spare(1),
    ];
    if shows.recommended {
        columns.push(amount("ranking-head-recommended"));
    }
    if shows.decided {
        columns.push(amount("ranking-head-decided"));
    }
    let sum = Column::new(head("ranking-head-sum"), Width::Fixed(6));
    columns.push(sum.right().spare(2));
    columns
}

fn cells(
    placed: &Placed,
    shows: &Shows,
    facts: Option<&RankedFacts>,
    tried: bool,
    ctx: &Ctx<'_>,
) -> Vec<CellText> {
    let style = match (tried || placed.mark.is_some(), placed.proposal.claim) {
        (true, _) => ctx.theme.what_if(),
        (false, Claim::Out) => ctx.theme.dim(),
        (false, _) => ctx.theme.plain(),
    };
    let amount = |amount: Option<Ore>| amount.map_or_else(|| "–".to_owned(), |amount| ctx.words.mill(amount));
    let aggregate = placed.proposal.aggregate.as_ref();
    let score = aggregate.map_or_else(|| "–".to_owned(), |a| ctx.words.decimal(a.mean, 2));
    let bars = facts.zip(aggregate).map(|(facts, aggregate)| {
        let bars = spread::bars(facts.spread, ctx.theme);
        format!("{bars}  {}", ctx.words.decimal(aggregate.deviation, 1))
    });
    // A lower sum that is tried stands in the place of what is applied for.
    let lower = match placed.mark {
        Some(Mark::In(lower)) => lower,
        Some(Mark::Out) | None => None,
    };
    let of_facts = |text: fn(&RankedFacts) -> String| facts.map(text).unwrap_or_default();
    let stage = facts.map(|facts| ctx.words.t(facts.stage.key()));
    let place = if shows.moves {
        moved_place(placed, tried)
    } else {
        number(placed.place)
    };
    let mut cells = vec![
        (place, style),
        mark(placed, style, ctx),
        (placed.proposal.reference.to_string(), style),
        (of_facts(|facts| clean(&facts.title).into_owned()), style),
        (stage.unwrap_or_default(), ctx.theme.dim()),
        (score, style),
        (bars.unwrap_or_default(), style),
        (amount(lower.or(facts.map(|facts| facts.applied))), style),
    ];
    if shows.recommended {
        cells.push((amount(facts.and_then(ranking::recommended)), style));
    }
    if shows.decided {
        cells.push((amount(facts.and_then(ranking::decided)), style));
    }
    cells.push((amount(placed.asks().map(|_| placed.cumulative)), style));
    cells
}

/// S6: what has no place has no number.
fn number(place: Option<usize>) -> String {
    place.map_or_else(String::new, |place| place.to_string())
}

/// The computed place in brackets where it is another, the place, and a star while it isn't saved (S7).
fn moved_place(placed: &Placed, tried: bool) -> String {
    let (place, computed) = (number(placed.place), placed.computed_place);
    let computed = if placed.place == computed {
        String::new()
    } else {
        format!(
            "({})",
            computed.map_or_else(|| "–".to_owned(), |place| place.to_string())
        )
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
