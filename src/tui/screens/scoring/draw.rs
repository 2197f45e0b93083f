//! How the open round looks: the list, and the selected proposal beside it where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Scoring;
use crate::i18n::clean;
use crate::i18n::phrase;
use crate::present::scoring;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::below;
use crate::tui::widgets::prose;
use crate::tui::widgets::text::{put, wrap};
use crate::usecases::views::scoring::ProposalToScore;

/// From this width on the selected proposal stands beside the list.
pub(super) const WIDE: u16 = 100;

pub(super) fn list(screen: &Scoring, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let none = if screen.round.is_some() {
        "scoring-no-proposals"
    } else {
        "scoring-no-round"
    };
    let selected = screen.list.selected();
    let (place, beside) = match selected {
        Some(_) => beside(area, buf, ctx),
        None => (area, None),
    };
    let columns = scoring::columns(screen.progress.is_some());
    screen.list.render(columns, none, place, buf, ctx);
    if let (Some(beside), Some(proposal)) = (beside, selected) {
        about(proposal, beside, buf, ctx);
    }
}

/// Parts a wide area in two with a line between them.
pub(super) fn beside(area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let right = area.width * 2 / 5;
    let left = Rect {
        width: area.width - right - 3,
        ..area
    };
    for y in area.top()..area.bottom() {
        put(
            buf,
            area,
            (left.right() + 1, y),
            1,
            ctx.theme.marks.pipe,
            ctx.theme.dim(),
        );
    }
    let right = Rect {
        x: left.right() + 3,
        width: right.saturating_sub(1),
        ..area
    };
    (left, Some(right))
}

/// What a proposal is about: title, reference and sum, summary. Returns the rows used.
pub(super) fn about(proposal: &ProposalToScore, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let mut used = heading(proposal, area, buf, ctx) + 1;
    let rest = below(area, used);
    used += prose::draw(&proposal.summary, rest, buf, ctx.theme.plain());
    used.min(area.height)
}

/// Title, reference and sum. Returns the rows used.
pub(super) fn heading(proposal: &ProposalToScore, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let mut used = 0;
    for text in wrap(&clean(&proposal.title), area.width).iter().take(2) {
        let at = (area.x, area.y + used);
        put(buf, area, at, area.width, text, ctx.theme.strong());
        used += 1;
    }
    let facts = phrase("scoring-proposal-facts")
        .with("ref", proposal.reference)
        .with("applied", proposal.applied);
    let at = (area.x, area.y + used);
    put(
        buf,
        area,
        at,
        area.width,
        &facts.words(ctx.words),
        ctx.theme.dim(),
    );
    used + 1
}
