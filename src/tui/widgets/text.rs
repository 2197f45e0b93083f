//! Text in cells: everything that reaches the screen goes through [`put`], which cuts it to its place and
//! lets no character through that could command a terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::i18n::clean;
use crate::tui::theme::Theme;

/// Columns that a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The first of several wordings of the same that there is room for, or the last.
#[must_use]
pub fn first_that_fits<const N: usize>(texts: [String; N], room: u16) -> String {
    let mut texts = texts.into_iter();
    let mut found = texts.next().unwrap_or_default();
    for shorter in texts {
        if width(&found) <= room {
            break;
        }
        found = shorter;
    }
    found
}

/// Cuts a text to a width; what was cut off shows as an ellipsis.
#[must_use]
pub fn fit(text: &str, room: u16, theme: Theme) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mark = theme.marks.ellipsis;
    let Some(left) = room.checked_sub(width(mark)) else {
        return String::new();
    };
    let mut cut = head(text, left).trim_end().to_owned();
    cut.push_str(mark);
    cut
}

/// As much of the beginning as fits.
fn head(text: &str, room: u16) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > usize::from(room) {
            return &text[..at];
        }
    }
    text
}

/// Writes one line at a place, cut to the area and to `room` columns. Returns the columns used.
pub fn put(buf: &mut Buffer, area: Rect, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    let outside = y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right();
    if outside {
        return 0;
    }
    let room = room.min(area.right() - x);
    let (end, _) = buf.set_stringn(x, y, clean(text), usize::from(room), style);
    end - x
}

/// Writes one line at the left of a row of the area, with an ellipsis if it doesn't fit. Returns the columns used.
pub fn line(buf: &mut Buffer, area: Rect, row: u16, text: &str, style: Style, theme: Theme) -> u16 {
    put(
        buf,
        area,
        (area.x, area.y.saturating_add(row)),
        area.width,
        &fit(&clean(text), area.width, theme),
        style,
    )
}

/// Writes pieces of different style after one another. Returns the columns used.
pub fn spans(buf: &mut Buffer, area: Rect, row: u16, pieces: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (text, style) in pieces {
        let at = (area.x.saturating_add(used), area.y.saturating_add(row));
        used += put(buf, area, at, area.width.saturating_sub(used), text, *style);
    }
    used
}

/// Writes one line at the right end of a row. Nothing if it doesn't fit in full: a figure is never cut.
pub fn right(buf: &mut Buffer, area: Rect, row: u16, text: &str, style: Style) -> u16 {
    let wide = width(&clean(text));
    if wide > area.width {
        return 0;
    }
    put(
        buf,
        area,
        (area.right() - wide, area.y.saturating_add(row)),
        wide,
        text,
        style,
    )
}

/// Breaks running text into lines of at most `room` columns, at blanks where there are any. Its own line
/// breaks are kept; a word that is too long is cut.
#[must_use]
pub fn wrap(text: &str, room: u16) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    text.split('\n')
        .flat_map(|paragraph| wrap_paragraph(paragraph, room))
        .collect()
}

fn wrap_paragraph(paragraph: &str, room: u16) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split([' ', '\t']).filter(|word| !word.is_empty()) {
        if !line.is_empty() && width(&line).saturating_add(1).saturating_add(width(word)) > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        let mut word = word;
        while width(word) > room {
            let part = head(word, room);
            // A character wider than the room would never fit: it is left out.
            let part = if part.is_empty() {
                word.chars().next().map_or("", |c| &word[..c.len_utf8()])
            } else {
                part
            };
            lines.push(part.to_owned());
            word = &word[part.len()..];
        }
        line.push_str(word);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWN: bool = false;

    #[test]
    fn what_is_cut_off_shows_as_an_ellipsis() {
        let theme = Theme::new(false, DRAWN);
        assert_eq!(fit("barnevern", 9, theme), "barnevern");
        assert_eq!(fit("barnevern", 6, theme), "barne…");
        assert_eq!(fit("barnevern", 0, theme), "");
        assert_eq!(fit("漢字漢字", 4, theme), "漢…");
    }

    #[test]
    fn running_text_breaks_at_blanks_and_keeps_its_own_line_breaks() {
        assert_eq!(wrap("en to tre\nfire", 6), ["en to", "tre", "fire"]);
        assert_eq!(wrap("barnevernet", 4), ["barn", "ever", "net"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert!(wrap("a", 0).is_empty());
        assert_eq!(wrap("漢字", 1).len(), 2);
    }

    #[test]
    fn nothing_that_could_command_a_terminal_is_drawn() {
        let area = Rect::new(0, 0, 20, 1);
        let mut buf = Buffer::empty(area);
        put(&mut buf, area, (0, 0), 20, "a\u{1b}[31mb\u{202e}c", Style::new());
        let drawn: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(
            !drawn.contains('\u{1b}') && !drawn.contains('\u{202e}'),
            "{drawn:?}"
        );
    }

    #[test]
    fn outside_the_area_nothing_is_drawn() {
        let area = Rect::new(0, 0, 3, 1);
        let mut buf = Buffer::empty(area);
        assert_eq!(put(&mut buf, area, (0, 1), 3, "abc", Style::new()), 0);
        assert_eq!(put(&mut buf, area, (3, 0), 3, "abc", Style::new()), 0);
        assert_eq!(
            put(&mut buf, Rect::new(2, 0, 9, 9), (2, 0), 9, "abc", Style::new()),
            1
        );
        assert_eq!(right(&mut buf, Rect::new(0, 0, 0, 0), 0, "abc", Style::new()), 0);
    }
}
