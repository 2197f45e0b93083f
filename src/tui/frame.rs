//! What surrounds a screen: the tabs and who acts above it, the keys or a message below. Everything shrinks
//! in steps, so that the current screen's name and the way to the help are the last things to go.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::{Phrase, clean, inside_a_sentence};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Tone;
use crate::tui::key::Key;
use crate::tui::keymap::{FOLLOW, Row, SAVE, key_names};
use crate::tui::overlay::seats::roles;
use crate::tui::screen::Tab;
use crate::tui::widgets::text::{fit, line, put, right, spans, width, wrap};

/// The rows of the screen: tabs, title, body, keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub tabs: Rect,
    pub title: Rect,
    pub body: Rect,
    pub foot: Rect,
}

/// Shares out the rows. The foot goes first, then the title, then the tabs.
#[must_use]
pub(super) fn layout(area: Rect) -> Layout {
    let row = |y: u16, there: bool| Rect {
        y,
        height: u16::from(there),
        ..area
    };
    let (tabs, title, foot) = (area.height >= 4, area.height >= 5, area.height >= 3);
    let above = u16::from(tabs) + u16::from(title);
    let body_height = area.height - above - u16::from(foot);
    Layout {
        tabs: row(area.y, tabs),
        title: row(area.y + u16::from(tabs), title),
        body: Rect {
            y: area.y + above,
            height: body_height,
            ..area
        },
        foot: row(area.y + above + body_height, foot),
    }
}

/// So much of a fingerprint tells one's own keys from each other: `SHA256:` and eight letters.
const KEY_LETTERS: usize = 15;

/// Who acts, in one phrase: `leder`, or `Kari Nordmann · leder` where there is room; with the key by which one came in over
/// SSH, and a sign for a demo.
fn actor(ctx: &Ctx<'_>, demo: bool, long: bool) -> String {
    let roles = roles(ctx.actor, ctx);
    let mut who = match (long, ctx.actor.name.as_str()) {
        (true, name) if !name.is_empty() => format!("{} {} {roles}", clean(name), ctx.theme.marks.dot),
        _ => roles,
    };
    if let Some(key) = ctx.key {
        let key: String = key.chars().take(KEY_LETTERS).collect();
        who = format!("{who} {} {key}", ctx.theme.marks.dot);
    }
    if demo {
        format!("{who} {} {}", ctx.theme.marks.dot, ctx.words.t("tui-demo"))
    } else {
        who
    }
}

/// Draws the tabs, as many words as fit, and who acts on the first of the two rows that has room.
pub(super) fn head(
    rows: &Layout,
    tabs: &[Tab],
    current: usize,
    title: &Phrase,
    demo: bool,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) {
    let used = draw_tabs(rows.tabs, tabs, current, buf, ctx);
    let rest = Rect {
        x: rows.tabs.x + used,
        width: rows.tabs.width - used,
        ..rows.tabs
    };
    let short = actor(ctx, demo, false);
    let beside_tabs = rest.width > width(&short) + 2;
    if beside_tabs {
        right(buf, rest, 0, &short, ctx.theme.dim());
    }
    if rows.title.is_empty() {
        return;
    }
    let text = title.words(ctx.words);
    let room = rows.title.width.saturating_sub(1);
    let long = actor(ctx, demo, true);
    let needs = |who: &str| width(&clean(&text)) + width(who) + 3;
    let who = [long, short]
        .into_iter()
        .find(|who| !beside_tabs && needs(who) <= room);
    let taken = who.map_or(0, |who| right(buf, rows.title, 0, &who, ctx.theme.dim()) + 2);
    let place = Rect {
        x: rows.title.x + 1,
        width: room.saturating_sub(taken),
        ..rows.title
    };
    line(buf, place, 0, &text, ctx.theme.strong(), ctx.theme);
}

fn draw_tabs(area: Rect, tabs: &[Tab], current: usize, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let name = |tab: &Tab| format!("{} {}", tab.digit, ctx.words.t(tab.name));
    let names: Vec<String> = tabs.iter().map(name).collect();
    let whole = names.iter().map(|name| width(name) + 2).sum::<u16>();
    let brand = format!(" {} ", ctx.words.t("tui-brand"));
    let mut pieces: Vec<(String, Style)> = Vec::new();
    if whole + width(&brand) + 12 <= area.width {
        pieces.push((brand, ctx.theme.strong()));
    }
    // Where the whole names don't fit, they share the blanks between them, and then the longest are cut.
    let tight = (whole > area.width)
        .then(|| shortened(&names, area.width))
        .flatten();
    let shown = tight.as_ref().unwrap_or(&names);
    for (i, (tab, name)) in tabs.iter().zip(shown).enumerate() {
        let digit = tab.digit.to_string();
        let text = if whole <= area.width || tight.is_some() || i == current {
            name
        } else {
            &digit
        };
        // Brackets take the place of the blanks around a name, so that the row stands still between screens.
        let (before, after) = if i == current { ("[", "]") } else { (" ", " ") };
        let before = if tight.is_some() && i > 0 && i == current + 1 {
            ""
        } else {
            before
        };
        let after = if tight.is_some() && i != current && i + 1 < tabs.len() {
            ""
        } else {
            after
        };
        let style = if i == current {
            ctx.theme.accent()
        } else {
            ctx.theme.plain()
        };
        pieces.push((format!("{before}{text}{after}"), style));
    }
    let pieces: Vec<(&str, Style)> = pieces
        .iter()
        .map(|(text, style)| (text.as_str(), *style))
        .collect();
    spans(buf, area, 0, &pieces)
}

/// The names of the tabs with one blank or bracket between them, the longest cut as far as they must be to fit; `None` where
/// they couldn't be told apart any more.
fn shortened(names: &[String], room: u16) -> Option<Vec<String>> {
    const LEAST: usize = 7;
    let whole: Vec<usize> = names.iter().map(|name| name.chars().count()).collect();
    let mut letters = whole.clone();
    loop {
        let cut = |at: usize| match &names[at] {
            name if letters[at] < whole[at] => name.chars().take(letters[at] - 1).chain(['.']).collect(),
            name => name.clone(),
        };
        let short: Vec<String> = (0..names.len()).map(cut).collect();
        if short.iter().map(|name| width(name) + 1).sum::<u16>() < room {
            return Some(short);
        }
        // One that is cut already rather than another that is as long.
        let longest = (0..names.len()).max_by_key(|at| (letters[*at], letters[*at] < whole[*at]))?;
        if letters[longest] <= LEAST {
            return None;
        }
        letters[longest] -= 1;
    }
}

/// Draws the keys that fit: what comes next here first, then the others in the order of the tables; what can't act is left out.
/// The help always has room, and so has the way back where at least two of the screen's own keys stand beside it.
pub(super) fn keys(area: Rect, own: &[Row], everywhere: &[Row], buf: &mut Buffer, ctx: &Ctx<'_>) {
    if area.is_empty() {
        return;
    }
    let seen = |row: &&Row| !row.quiet && row.why_not.is_none();
    let (next, others): (Vec<&Row>, Vec<&Row>) = own.iter().filter(seen).partition(|row| row.is_next);
    let own: Vec<&Row> = next.into_iter().chain(others).collect();
    let everywhere: Vec<&Row> = everywhere.iter().filter(seen).collect();
    // Where there is no room for the words of those that must be there, the keys alone.
    let must = own.iter().chain(&everywhere).filter(|row| is_must(row));
    let room = area.width.saturating_sub(1);
    if must.clone().map(|row| cost(&piece(row, ctx))).sum::<u16>() > room + 2 {
        let mut x = area.x + u16::from(area.width > 1);
        for row in must {
            x += put(
                buf,
                area,
                (x, area.y),
                area.width,
                &piece(row, ctx).0,
                ctx.theme.accent(),
            ) + 1;
        }
        return;
    }
    let with_back = fitting(&own, &everywhere, room, ctx);
    let few = with_back.0 < own.len().min(LEAST_OWN);
    let without_back = few.then(|| {
        let is_back = |row: &&&Row| !row.keys.contains(&Key::Esc);
        let rest: Vec<&Row> = everywhere.iter().filter(is_back).copied().collect();
        fitting(&own, &rest, room, ctx)
    });
    let (_, shown) = match without_back {
        Some(without) if without.0 > with_back.0 => without,
        _ => with_back,
    };
    let mut x = area.x + u16::from(area.width > 1);
    for (key, label) in shown {
        x += put(buf, area, (x, area.y), area.width, &key, ctx.theme.accent()) + 1;
        x += put(buf, area, (x, area.y), area.width, &label, ctx.theme.plain()) + 2;
    }
}

/// So many of a screen's own keys have room before the way back.
const LEAST_OWN: usize = 2;

/// A key and what it is called.
type Piece = (String, String);

fn piece(row: &Row, ctx: &Ctx<'_>) -> Piece {
    // Of several keys the first will do, but of digits each means its own.
    let shown = match row.keys.as_slice() {
        digits @ [Key::Char('0'..='9'), .., Key::Char('0'..='9')] => digits,
        keys => &keys[..keys.len().min(1)],
    };
    (
        key_names(shown, ctx.words, ctx.theme.ascii),
        inside_a_sentence(&ctx.words.t(row.label)),
    )
}

fn cost((key, label): &Piece) -> u16 {
    width(key) + 1 + width(label) + 2
}

/// The help, the way out, what a form is handed in with, and the way to the meeting while one is open.
fn is_must(row: &Row) -> bool {
    let key = row.keys.first();
    matches!(
        key,
        Some(Key::Char('?') | Key::F(1) | Key::Esc | &(SAVE | FOLLOW))
    )
}

/// The keys that there is room for, and how many of them are the screen's own.
fn fitting(own: &[&Row], everywhere: &[&Row], mut room: u16, ctx: &Ctx<'_>) -> (usize, Vec<Piece>) {
    let rows = || own.iter().chain(everywhere);
    let mut must: u16 = rows()
        .filter(|row| is_must(row))
        .map(|row| cost(&piece(row, ctx)))
        .sum();
    let (mut shown, mut own_shown, mut full) = (Vec::new(), 0, false);
    for (at, row) in rows().enumerate() {
        let (piece, is_own) = (piece(row, ctx), at < own.len());
        must -= if is_must(row) { cost(&piece) } else { 0 };
        // The last one needs no gap after it.
        let gap = if is_own && !everywhere.is_empty() { 0 } else { 2 };
        let fits = cost(&piece) + must <= room + gap;
        full |= is_own && !fits;
        if fits && (is_must(row) || !(is_own && full)) {
            room = room.saturating_sub(cost(&piece));
            own_shown += usize::from(is_own);
            shown.push(piece);
        }
    }
    (own_shown, shown)
}

/// Rows that a message may take.
const MESSAGE_ROWS: usize = 4;

/// From so many rows on the keys stay in sight under a message.
const KEYS_STAY: u16 = 8;

/// What is left of the body above a message: the button of a form is not hidden by what is said of it.
pub(super) fn above_message(rows: &Layout, text: &Phrase, ctx: &Ctx<'_>) -> Rect {
    let body = rows.body;
    if body.height < KEYS_STAY {
        return body;
    }
    let tall = message_lines(text, body.width.saturating_sub(3), ctx).len();
    Rect {
        height: body.height.saturating_sub(u16::try_from(tall).unwrap_or(0)),
        ..body
    }
}

/// The rows of a message; of a long one the first.
fn message_lines(text: &Phrase, room: u16, ctx: &Ctx<'_>) -> Vec<String> {
    let mut lines = wrap(&clean(&ctx.text(text)), room);
    if lines.len() > MESSAGE_ROWS {
        lines.truncate(MESSAGE_ROWS);
        if let Some(last) = lines.last_mut() {
            let cut = format!("{last} {}", ctx.theme.marks.ellipsis.repeat(3));
            *last = fit(&cut, room, ctx.theme);
        }
    }
    lines
}

/// Draws a message above the keys, or in their place where rows are few; a long one grows upwards over the body.
pub(super) fn message(rows: &Layout, tone: Tone, text: &Phrase, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let (mark, style) = match tone {
        Tone::Note => (ctx.theme.marks.dot, ctx.theme.strong()),
        Tone::Done => (ctx.theme.marks.yes, ctx.theme.good()),
        Tone::Refused => (ctx.theme.marks.no, ctx.theme.bad()),
    };
    let foot = if rows.foot.is_empty() {
        rows.body
    } else {
        rows.foot
    };
    let indent = (width(mark) + 2).min(foot.width);
    let lines = message_lines(text, foot.width - indent, ctx);
    let bottom = if rows.body.height >= KEYS_STAY {
        rows.body.bottom()
    } else {
        foot.bottom()
    };
    let tall = u16::try_from(lines.len()).unwrap_or(0).min(bottom - rows.body.y);
    let area = Rect {
        y: bottom - tall,
        height: tall,
        ..foot
    };
    ratatui::widgets::Widget::render(ratatui::widgets::Clear, area, buf);
    for (row, text) in (0..tall).zip(&lines) {
        if row == 0 {
            put(
                buf,
                area,
                (area.x + u16::from(area.width > 1), area.y),
                indent,
                mark,
                style,
            );
        }
        put(
            buf,
            area,
            (area.x + indent, area.y + row),
            area.width - indent,
            text,
            style,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_the_last_to_go() {
        let heights = |tall: u16| {
            let rows = layout(Rect::new(0, 0, 20, tall));
            [rows.tabs, rows.title, rows.body, rows.foot].map(|r| r.height)
        };
        assert_eq!(heights(24), [1, 1, 21, 1]);
        assert_eq!(heights(5), [1, 1, 2, 1]);
        assert_eq!(heights(4), [1, 0, 2, 1]);
        assert_eq!(heights(3), [0, 0, 2, 1]);
        assert_eq!(heights(1), [0, 0, 1, 0]);
        assert_eq!(heights(0), [0, 0, 0, 0]);
    }
}
