//! How a scorecard looks: what the proposal is about, a row for each criterion, the score so far, the comment. Where rows
//! are few the proposal goes first and the row in use last.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{Card, Focus};
use crate::domain::scheme::Criterion;
use crate::domain::scoring::SCALE;
use crate::i18n::clean_prose;
use crate::i18n::phrase;
use crate::tui::ctx::Ctx;
use crate::tui::screens::scoring::draw::{beside, heading};
use crate::tui::widgets::area::{below, inset, lay};
use crate::tui::widgets::text::{fit, put, width, wrap};
use crate::usecases::views::scoring::ProposalToScore;

/// The comment: four rows, a blank one and the button.
const COMMENT: u16 = 6;
/// Blank, the score, blank.
const SCORE: u16 = 3;
/// The head of the criteria.
const HEAD: u16 = 1;

pub(super) fn card(card: &Card, proposal: &ProposalToScore, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let (left, right) = beside(area, buf, ctx);
    if let Some(right) = right {
        about(card, proposal, right, buf, ctx);
        form(card, left, buf, ctx);
        return;
    }
    let rows = u16::try_from(card.entries.len()).unwrap_or(u16::MAX);
    let needed = rows.saturating_add(HEAD + SCORE + COMMENT);
    let spare = area.height.saturating_sub(needed);
    // Title and sum with a blank below them, or nothing.
    let head = if spare < 3 { 0 } else { spare };
    let top = Rect {
        height: head.saturating_sub(1),
        ..inset(area)
    };
    about(card, proposal, top, buf, ctx);
    form(card, below(area, head), buf, ctx);
}

/// The proposal, its summary scrolled by page where it doesn't fit.
fn about(card: &Card, proposal: &ProposalToScore, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if area.is_empty() {
        return;
    }
    let used = heading(proposal, area, buf, ctx);
    let blank = u16::from(area.height > used + 4);
    let text = below(area, used + blank);
    let lines = wrap(&clean_prose(&proposal.summary), text.width);
    let window = card.scroll.window(lines.len(), text.height);
    let more = window.end < lines.len();
    let last = window.len().saturating_sub(1);
    for (row, line) in lines[window].iter().enumerate() {
        let line = if more && row == last {
            let room = text.width.saturating_sub(2);
            format!("{} {}", fit(line, room, ctx.theme), ctx.theme.marks.ellipsis)
        } else {
            line.clone()
        };
        let y = text.y + u16::try_from(row).unwrap_or(0);
        put(buf, text, (text.x, y), text.width, &line, ctx.theme.plain());
    }
}

fn form(card: &Card, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let rows = u16::try_from(card.entries.len()).unwrap_or(u16::MAX);
    let writing = card.focus == Focus::Comment;
    // The part in use is in sight however few rows there are.
    let comment = if writing {
        COMMENT.min(area.height)
    } else {
        COMMENT.min(area.height.saturating_sub(rows.saturating_add(HEAD + SCORE)))
    };
    let criteria = Rect {
        height: area.height - comment,
        ..area
    };
    let used = criteria_rows(card, criteria, buf, ctx);
    score(card, below(criteria, used), buf, ctx);
    let place = below(area, criteria.height.min(used.saturating_add(SCORE)));
    let place = Rect {
        height: comment.min(place.height),
        ..inset(place)
    };
    let mut dimmed = Buffer::empty(place);
    let target = if writing { &mut *buf } else { &mut dimmed };
    let criterion = ctx.cursor.get();
    card.comment.render(place, target, ctx);
    if !writing {
        // The comment has no cursor while the keys go to the criteria.
        quiet(&mut dimmed);
        lay(&dimmed, 0, place, buf);
        ctx.cursor.set(criterion);
    }
}

/// Takes away what says that the keys go here.
fn quiet(buf: &mut Buffer) {
    for cell in &mut buf.content {
        cell.modifier.remove(Modifier::REVERSED | Modifier::BOLD);
    }
}

/// The criteria with their weights and scores. Returns the rows used.
fn criteria_rows(card: &Card, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let rows = card.entries.len();
    let at = match card.focus {
        Focus::Criterion(at) => at,
        Focus::Comment => rows,
    };
    let headed = usize::from(area.height) > rows;
    let room = usize::from(area.height) - usize::from(headed);
    let skip = (at + 1)
        .saturating_sub(room.max(1))
        .min(rows.saturating_sub(room));
    let names = names_width(card, area.width, ctx);
    let mut rest = area;
    if headed {
        let heads = [
            (2, "scorecard-criterion"),
            (names + 4, "scorecard-weight"),
            (names + 12, "scorecard-score"),
        ];
        for (x, key) in heads {
            let place = (area.x.saturating_add(x), area.y);
            put(buf, area, place, area.width, &ctx.words.t(key), ctx.theme.dim());
        }
        rest = below(rest, 1);
    }
    let shown = card.entries.rows().enumerate().skip(skip).take(room);
    for (i, (criterion, score)) in shown {
        criterion_row(criterion, score, i == at, names, rest, buf, ctx);
        rest = below(rest, 1);
    }
    area.height - rest.height
}

fn criterion_row(
    criterion: &Criterion,
    score: Option<u8>,
    used: bool,
    names: u16,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) {
    let row = Rect { height: 1, ..area };
    let style = if used {
        ctx.theme.selected()
    } else {
        ctx.theme.plain()
    };
    if used {
        buf.set_style(row.intersection(buf.area), style);
        put(buf, row, (row.x, row.y), 1, ctx.theme.marks.cursor, style);
        ctx.point(row.x, row.y);
    }
    let name = fit(name(criterion, ctx), names, ctx.theme);
    put(buf, row, (row.x + 2, row.y), names, &name, style);
    let weight = phrase("per-cent").with("amount", criterion.weight);
    let weight = weight.words(ctx.words);
    let x = row.x + names + 4 + 5_u16.saturating_sub(width(&weight));
    put(buf, row, (x, row.y), 5, &weight, style);
    let place = Rect {
        x: row.x + names + 11,
        width: row.width.saturating_sub(names + 11),
        ..row
    };
    scale(score, used, place, buf, ctx);
}

fn name<'c>(criterion: &'c Criterion, ctx: &Ctx<'_>) -> &'c str {
    ctx.words.name(&criterion.name)
}

/// The figures 1 to 5, the given one in brackets; or that it isn't assessed.
fn scale(score: Option<u8>, used: bool, place: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let style = |strong: bool| match (used, strong) {
        (true, _) => ctx.theme.selected(),
        (false, true) => ctx.theme.strong(),
        (false, false) => ctx.theme.dim(),
    };
    let mut x = place.x;
    for figure in SCALE {
        let given = score == Some(figure);
        let text = if given {
            format!("[{figure}]")
        } else {
            format!(" {figure} ")
        };
        let room = place.right().saturating_sub(x);
        if used && given && room > 1 {
            ctx.point(x + 1, place.y);
        }
        x = x.saturating_add(put(buf, place, (x, place.y), room, &text, style(given)));
    }
    if score.is_none() {
        let room = place.right().saturating_sub(x);
        put(
            buf,
            place,
            (x.saturating_add(2), place.y),
            room,
            &ctx.words.t("scoring-unscored"),
            style(false),
        );
    }
}

fn names_width(card: &Card, room: u16, ctx: &Ctx<'_>) -> u16 {
    let names = card
        .entries
        .rows()
        .map(|(criterion, _)| width(name(criterion, ctx)));
    let widest = names.max().unwrap_or(0);
    widest.min(room.saturating_sub(28)).max(room.min(8))
}

/// What the card comes to as it stands.
fn score(card: &Card, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if area.height < 2 {
        return;
    }
    let text = match card.entries.score_shown() {
        Some(score) => phrase("scorecard-own-score").with("score", score),
        None => phrase("scorecard-no-score"),
    };
    let at = (area.x + area.width.min(2), area.y + 1);
    put(
        buf,
        area,
        at,
        area.width,
        &text.words(ctx.words),
        ctx.theme.strong(),
    );
    let own = card.proposal.as_ref().and_then(|proposal| proposal.own.as_ref());
    if area.height > 2 && own.is_some_and(|own| !own.handed_in) {
        let mark = ctx.words.t("scorecard-registered");
        put(buf, area, (at.0, at.1 + 1), area.width, &mark, ctx.theme.warn());
    }
}
