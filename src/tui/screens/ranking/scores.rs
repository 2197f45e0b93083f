//! The scores of the selected proposal after the reveal (S3): how they are spread, what they come to, and how the proposal came
//! to its place. Who gave which score isn't shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::council::Recommendation;
use crate::domain::ranking::Placed;
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase, sentence};
use crate::present::scoring::{aggregated, in_a_line};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::document::figures;
use crate::tui::widgets::meter::bar;
use crate::tui::widgets::prose;
use crate::tui::widgets::sheet::rule;
use crate::tui::widgets::text::{put, right, wrap};
use crate::usecases::views::ranking::RankedFacts;

/// How many member scores are nearest to 5, 4 … 1.
fn from_the_top(facts: &RankedFacts) -> impl Iterator<Item = (i64, usize)> {
    [5, 4, 3, 2, 1].into_iter().zip(facts.spread.into_iter().rev())
}

pub(super) fn side(
    placed: &Placed,
    facts: Option<&RankedFacts>,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) {
    let Some(facts) = facts else { return };
    let mut rest = area;
    let title = format!("{} {}", facts.reference, clean(&facts.title));
    for text in wrap(&title, area.width).iter().take(2) {
        let at = (rest.x, rest.y);
        put(buf, rest, at, rest.width, text, ctx.theme.strong());
        rest = below(rest, 1);
    }
    rest = below(rest, 1);
    let Some(aggregate) = &placed.proposal.aggregate else {
        let none = ctx.words.t("ranking-unscored");
        prose::draw(&none, rest, buf, ctx.theme.plain());
        return;
    };
    let used = figures(&aggregated(aggregate, ctx.words), rest, buf, ctx);
    rest = below(rest, used + 1);
    for (figure, count) in from_the_top(facts) {
        distribution_row(figure, count, aggregate.scorecards, rest, buf, ctx);
        rest = below(rest, 1);
    }
    rest = below(rest, 1);
    for text in history(placed, facts) {
        let used = prose::draw(&text.words(ctx.words), rest, buf, ctx.theme.plain());
        rest = below(rest, used);
    }
}

fn distribution_row(figure: i64, count: usize, all: usize, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if area.is_empty() {
        return;
    }
    let at = (area.x, area.y);
    let used = put(buf, area, at, area.width, &figure.to_string(), ctx.theme.dim()) + 2;
    right(buf, area, 0, &count.to_string(), ctx.theme.plain());
    let room = area.width.saturating_sub(used + 4);
    let amount = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let bar = bar(amount(count), amount(all), room, ctx.theme);
    let at = (area.x + used, area.y);
    put(buf, area, at, room, &bar, ctx.theme.accent());
}

/// S7: the place before it was moved; what nobody has scored has none (S6).
fn computed(key: &'static str, placed: &Placed) -> Option<Phrase> {
    Some(phrase(key).with("computed", placed.computed_place?))
}

/// The place that it was computed to, and what the council has recommended.
fn history(placed: &Placed, facts: &RankedFacts) -> Vec<Phrase> {
    let mut lines = Vec::new();
    if placed.place != placed.computed_place {
        lines.extend(computed("ranking-computed", placed));
    }
    match &facts.recommendation {
        Some(Recommendation::Approve { amount, .. }) => {
            lines.push(phrase("ranking-recommended-approve").with("amount", *amount));
        }
        Some(other) => lines.push(phrase("ranking-recommended").word("what", other.key())),
        None => {}
    }
    lines
}

pub(super) fn foot(
    placed: &Placed,
    facts: Option<&RankedFacts>,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) {
    let Some(facts) = facts else { return };
    let title = phrase("ranking-scores-of").with("ref", facts.reference);
    let row = Rect { height: 1, ..area };
    rule(&title.words(ctx.words), row, buf, ctx);
    let inside = inset(below(area, 1));
    let at = |row: u16| (inside.x, inside.y + row);
    let Some(aggregate) = &placed.proposal.aggregate else {
        let none = ctx.words.t("ranking-unscored");
        put(buf, inside, at(0), inside.width, &none, ctx.theme.plain());
        return;
    };
    let gap = format!(" {} ", ctx.theme.marks.dot);
    let numbers = in_a_line(&aggregated(aggregate, ctx.words));
    put(buf, inside, at(0), inside.width, &numbers, ctx.theme.plain());
    let counts = from_the_top(facts).map(|(figure, count)| {
        phrase("ranking-count-of")
            .with("count", count)
            .with("figure", figure)
    });
    let mut second: Vec<String> = counts.map(|count| count.words(ctx.words)).collect();
    if placed.place != placed.computed_place {
        second.extend(computed("ranking-computed-short", placed).map(|text| text.words(ctx.words)));
    }
    let second = format!("{} {}", sentence(&ctx.words.t("word-spread")), second.join(&gap));
    put(buf, inside, at(1), inside.width, &second, ctx.theme.dim());
}
