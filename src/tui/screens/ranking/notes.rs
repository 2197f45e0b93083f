//! What is to be known of the ranked list, below it: what a what-if comes to, what was moved and why, and what isn't in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Ranking;
use super::picture::Picture;
use crate::domain::money::Ore;
use crate::domain::proposal::Stage;
use crate::domain::ranking::Placed;
use crate::i18n::{Phrase, phrase};
use crate::present::ranking;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::text::{line, wrap};

/// A list keeps at least so many rows before anything stands below it.
pub(super) const LIST_ROWS: u16 = 8;
/// The head of the list and the line in it.
const NO_ITEMS: usize = 2;

/// Says in the last rows what is to be known of the list, and returns the room above them.
pub(super) fn draw(screen: &Ranking, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let indent = area.width.min(2);
    let wide = area.width - indent;
    let wrapped = |(text, style): (String, Style)| {
        let lines = wrap(&text, wide);
        lines.into_iter().map(move |line| (line, style))
    };
    // What must be known may take rows of a long list; the rest only what the list leaves.
    let room = usize::from(area.height.saturating_sub(LIST_ROWS));
    let mut lines: Vec<(String, Style)> = first(screen, picture, ctx)
        .into_iter()
        .flat_map(wrapped)
        .collect();
    lines.truncate(room);
    let spare = usize::from(area.height).saturating_sub(picture.now.items.len() + NO_ITEMS);
    for text in then(screen, picture, ctx) {
        let more: Vec<(String, Style)> = wrapped((text, ctx.theme.dim())).collect();
        if lines.len() + more.len() > spare.min(room) {
            break;
        }
        lines.extend(more);
    }
    let tall = u16::try_from(lines.len()).unwrap_or(0);
    let list = Rect {
        height: area.height - tall,
        ..area
    };
    // A blank row after a list that leaves room for one.
    let under_the_list = usize::from(area.y) + picture.now.items.len() + NO_ITEMS + 1;
    let below = Rect {
        x: area.x + indent,
        y: u16::try_from(under_the_list).map_or(list.bottom(), |y| y.min(list.bottom())),
        width: wide,
        height: tall,
    };
    for (row, (text, style)) in (0..).zip(&lines) {
        line(buf, below, row, text, *style, ctx.theme);
    }
    list
}

/// What can't be left out: what is tried, what isn't seen (S4), why the selected one was moved, and a tie at the line.
fn first(screen: &Ranking, picture: &Picture, ctx: &Ctx<'_>) -> Vec<(String, Style)> {
    let now = &picture.now;
    let dim = |text: Phrase| (text.words(ctx.words), ctx.theme.dim());
    let left_out = screen.ranked().map_or(0, |ranked| ranked.left_out);
    let left_out = (left_out > 0).then(|| phrase("ranking-left-out").with("count", left_out));
    let tried = ranking::tried(now, ctx.words);
    let tried = (!tried.is_empty()).then(|| (tried.join(" "), ctx.theme.what_if()));
    let selected = screen.list.selected().and_then(ranking::moved);
    let listed = screen.list.selected().and_then(|placed| {
        let facts = screen.facts(placed.proposal.reference)?;
        let listed = phrase("ranking-listed").with("ref", facts.reference);
        Some(listed.with("meeting", facts.listed?.to_string()))
    });
    let texts = left_out
        .into_iter()
        .chain(selected)
        .chain(listed)
        .chain(ranking::tie(now));
    tried.into_iter().chain(texts.map(dim)).collect()
}

/// What has been recommended so far, and why the others were moved.
fn then(screen: &Ranking, picture: &Picture, ctx: &Ctx<'_>) -> Vec<String> {
    let selected = screen.list.selected().map(|placed| placed.proposal.reference);
    let others = picture
        .now
        .items
        .iter()
        .filter(|placed| Some(placed.proposal.reference) != selected);
    let moved = others.filter_map(ranking::moved);
    let all = recommended(screen, picture, ctx).into_iter().chain(moved);
    all.map(|text| text.words(ctx.words)).collect()
}

/// M7: what the council has recommended so far and KS hasn't decided, in all.
fn recommended(screen: &Ranking, picture: &Picture, ctx: &Ctx<'_>) -> Option<Phrase> {
    let is_recommended = |placed: &&Placed| {
        let facts = screen.facts(placed.proposal.reference);
        facts.is_some_and(|facts| facts.stage == Stage::Recommended)
    };
    let recommended: Vec<&Placed> = picture.now.items.iter().filter(is_recommended).collect();
    let sum: Ore = recommended.iter().filter_map(|placed| placed.undecided()).sum();
    let refs: Vec<String> = recommended
        .iter()
        .map(|placed| placed.proposal.reference.to_string())
        .collect();
    (!refs.is_empty()).then(|| {
        let recommended = phrase("ranking-so-far").with("count", refs.len());
        recommended
            .with("sum", ctx.words.mill_kr(sum))
            .with("refs", refs.join(", "))
    })
}
