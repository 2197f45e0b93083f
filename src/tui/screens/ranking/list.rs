//! How the ranked list looks: the rows, the line, and around them the capital or the scores.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::notes::LIST_ROWS;
use super::picture::Picture;
use super::{Ranking, keys, notes, panel, scores};
use crate::domain::ranking::{Claim, Placed};
use crate::i18n::phrase;
use crate::present;
use crate::present::ranking::{self, Ranked, SPREAD};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::list::{self, CellText, columns};
use crate::tui::widgets::text::{put, width};
use crate::tui::widgets::{empty, sheet, spread};
use crate::usecases::views::ranking_board::{RankingBoardData, Shown};

/// From this width on the panel stands beside the list.
const WIDE: u16 = 100;
/// A rule and two lines below the list.
const FOOT: u16 = 3;

pub(super) fn board(screen: &Ranking, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
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
fn without_a_list(data: &RankingBoardData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
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
    let shows_moves = items.iter().any(|placed| placed.place != placed.computed_place);
    let ranked = |placed: &Placed| {
        let reference = placed.proposal.reference;
        Some(Ranked {
            facts: screen.facts(reference)?.clone(),
            is_moved: screen.draft.moves_proposal(reference),
            shows_moves,
            placed: placed.clone(),
        })
    };
    let ranked_rows: Vec<Ranked> = items.iter().filter_map(ranked).collect();
    let board = ranking::board(&ranked_rows);
    let columns = columns(&board, &ranked_rows, ctx);
    // Where everything is settled there is no line to draw.
    let undecided = items.iter().any(|placed| placed.undecided().is_some());
    let cells = |placed: &Placed| ranked(placed).map_or_else(Vec::new, |row| cells(&row, &board, ctx));
    screen
        .list
        .look("ranking-empty", &columns, &cells)
        .focused(screen.prompt.is_none())
        .line(undecided.then(|| (picture.now.line_at, line(picture, area.width, ctx))))
        .render(area, buf, ctx);
}

/// The cells of a row, which is marked where it is tried and steps back where it is out; the spread is drawn as bars.
fn cells(row: &Ranked, board: &[present::Column<Ranked>], ctx: &Ctx<'_>) -> Vec<CellText> {
    let style = match (
        row.is_moved || row.placed.mark.is_some(),
        row.placed.proposal.claim,
    ) {
        (true, _) => ctx.theme.what_if(),
        (false, Claim::Out) => ctx.theme.dim(),
        (false, _) => ctx.theme.plain(),
    };
    let mut cells = list::cells(board, row, ctx);
    for (column, (text, own)) in board.iter().zip(&mut cells) {
        if *own == ctx.theme.plain() {
            *own = style;
        }
        let is_spread = column.shown.as_ref().is_some_and(|shown| shown.head == SPREAD);
        if is_spread && row.placed.proposal.aggregate.is_some() {
            *text = format!("{}  {text}", spread::bars(row.facts.spread, ctx.theme));
        }
    }
    cells
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
    let left = phrase(key).with("amount", keys::millions(amount));
    let left = left.words(ctx.words);
    // Two dashes at either end, and blanks around the texts.
    let fill = room.saturating_sub(width(&name) + width(&left) + 8).max(1);
    format!("{name} {} {left}", marks.dash.repeat(usize::from(fill)))
}
