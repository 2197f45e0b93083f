//! The state's grant as a bar towards its cap, with what the sector still has to promise before it is released in
//! full (C3). The words say the same as the bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::capital::Capital;
use crate::present::capital::grant;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::meter;
use crate::tui::widgets::text::{line, put, width};

/// The widest bar; a longer one is harder to read, not easier.
const LONGEST: u16 = 40;
/// A shorter bar tells nothing.
const SHORTEST: u16 = 10;
/// Between label, bar and words.
const GAP: u16 = 2;

/// Draws the bar with the words beside it, or under it where there is little room. Nothing for a fund without a state grant.
/// Returns the rows used.
pub fn draw(capital: &Capital, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    if !capital.state.potential.is_positive() || area.is_empty() {
        return 0;
    }
    let label = ctx.words.t("grant-label");
    let (part, whole) = (capital.state.promised.ore(), capital.state.potential.ore());
    let after = put(buf, area, (area.x, area.y), area.width, &label, ctx.theme.dim());
    let left = area.width.saturating_sub(after + GAP);
    let text = grant(capital, ctx.words);
    let beside = left.saturating_sub(GAP + width(&text));
    let (room, rows) = if beside >= SHORTEST {
        (beside, 1)
    } else {
        (left, 2)
    };
    let room = room.min(LONGEST);
    if room >= SHORTEST {
        let bar = meter::bar(part, whole, room, ctx.theme);
        put(
            buf,
            area,
            (area.x + after + GAP, area.y),
            room,
            &bar,
            ctx.theme.dim(),
        );
    }
    if rows == 1 {
        let at = (area.x + after + GAP + room + GAP, area.y);
        put(buf, area, at, area.width, &text, ctx.theme.plain());
    } else {
        line(buf, area, 1, &text, ctx.theme.plain(), ctx.theme);
    }
    rows.min(area.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::capital::{Facts, Given};
    use crate::domain::money::Ore;
    use crate::domain::scheme::Scheme;
    use crate::tui::testing::draw as drawn;
    use jiff::civil::date;

    fn capital(promised: i64) -> Capital {
        let municipalities = Given {
            promised: Ore::kroner(promised),
            ..Given::default()
        };
        let facts = Facts {
            municipalities,
            ..Facts::default()
        };
        let scheme = Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap();
        Capital::of(&scheme, &facts, date(2018, 1, 1))
    }

    #[test]
    fn c3_the_bar_is_full_only_when_nothing_is_missing_and_the_words_say_the_same() {
        let full = drawn((90, 2), |area, buf, ctx| {
            assert_eq!(draw(&capital(85_000_000), area, buf, ctx), 1);
        });
        assert!(
            full.contains('█') && !full.contains('░') && !full.contains("mangler"),
            "{full}"
        );
        let short = drawn((66, 2), |area, buf, ctx| {
            assert_eq!(draw(&capital(60_000_000), area, buf, ctx), 2);
        });
        assert!(
            short.contains('░') && short.contains("25\u{a0}000\u{a0}000\u{a0}kr mangler"),
            "{short}"
        );
    }

    #[test]
    fn any_size_will_do() {
        for wide in 0..70 {
            for tall in 0..3 {
                drawn((wide, tall), |area, buf, ctx| {
                    draw(&capital(60_000_000), area, buf, ctx);
                });
            }
        }
    }
}
