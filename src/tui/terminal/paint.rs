//! Cells as the bytes that a terminal draws them by. The sixteen colours are named as terminals have always named them, 30 to 37
//! and 90 to 97: one that doesn't know the numbers of the 256 may take the 5 in `38;5;N` for blinking.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What can be set on a character, the code that sets it and the one that ends it.
const MODIFIERS: [(Modifier, &str, &str); 5] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::REVERSED, "7", "27"),
];

/// How characters look.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look {
    fg: Color::Reset,
    bg: Color::Reset,
    modifier: Modifier::empty(),
};

/// Writes cells, each where it stands, and leaves the terminal with plain characters.
///
/// # Errors
/// When they can't be written.
pub(in crate::tui) fn paint<'c>(
    out: &mut impl Write,
    cells: impl IntoIterator<Item = (u16, u16, &'c Cell)>,
) -> io::Result<()> {
    let mut look = PLAIN;
    // The last cell that was written, and whether every terminal agrees on how wide it is.
    let mut last: Option<(u16, u16, bool)> = None;
    for (x, y, cell) in cells {
        match last.filter(|(before, row, _)| *row == y && *before < x) {
            Some((before, ..)) if before + 1 == x => {}
            Some((before, _, true)) => write!(out, "\x1b[{}C", x - before - 1)?,
            _ => move_to(out, x, y)?,
        }
        last = Some((x, y, cell.symbol().is_ascii()));
        let next = Look {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        if next != look {
            write!(out, "\x1b[{}m", change(look, next))?;
            look = next;
        }
        out.write_all(cell.symbol().as_bytes())?;
    }
    if look != PLAIN {
        out.write_all(b"\x1b[m")?;
    }
    Ok(())
}

/// Moves the cursor to a cell.
///
/// # Errors
/// When it can't be written.
pub(super) fn move_to(out: &mut impl Write, x: u16, y: u16) -> io::Result<()> {
    let (row, column) = (u32::from(y) + 1, u32::from(x) + 1);
    if column == 1 {
        write!(out, "\x1b[{row}H")
    } else {
        write!(out, "\x1b[{row};{column}H")
    }
}

/// The codes from one look to another: what differs, or all of it anew where that is shorter.
fn change(from: Look, to: Look) -> String {
    let further = onward(from, to);
    let anew = match onward(PLAIN, to) {
        codes if codes.is_empty() => codes,
        codes => format!("0;{codes}"),
    };
    if anew.len() < further.len() { anew } else { further }
}

fn onward(from: Look, to: Look) -> String {
    let ended = from.modifier - to.modifier;
    let mut codes: Vec<String> = Vec::new();
    for (modifier, _, end) in MODIFIERS {
        if ended.contains(modifier) && codes.last().is_none_or(|last| last != end) {
            codes.push(end.to_owned());
        }
    }
    // Bold and dim end together.
    let weight = Modifier::BOLD | Modifier::DIM;
    let kept = if ended.intersects(weight) {
        from.modifier - weight
    } else {
        from.modifier
    };
    for (modifier, begin, _) in MODIFIERS {
        if to.modifier.contains(modifier) && !kept.contains(modifier) {
            codes.push(begin.to_owned());
        }
    }
    if from.fg != to.fg {
        codes.push(colour(to.fg, 0));
    }
    if from.bg != to.bg {
        codes.push(colour(to.bg, 10));
    }
    codes.join(";")
}

/// The code of a colour of characters, or ten further on of what is behind them.
fn colour(colour: Color, behind: u8) -> String {
    let code = match colour {
        Color::Reset => 39,
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Indexed(number) => return format!("{};5;{number}", 38 + behind),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", 38 + behind),
    };
    (code + behind).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn painted(buf: &Buffer) -> String {
        let mut out = Vec::new();
        let blank = Buffer::empty(buf.area);
        paint(&mut out, blank.diff(buf)).expect("a vector takes every byte");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn the_sixteen_colours_have_the_codes_that_every_terminal_knows() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 2));
        buf.set_string(
            1,
            0,
            "a",
            Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
        );
        buf.set_string(2, 0, "b", Style::new().fg(Color::LightRed));
        buf.set_string(0, 1, "c", Style::new().bg(Color::DarkGray));
        buf.set_string(1, 1, "d", Style::new().fg(Color::Indexed(239)));
        let sent = painted(&buf);
        assert_eq!(
            sent,
            "\u{1b}[1;2H\u{1b}[1;36ma\u{1b}[0;91mb\u{1b}[2H\u{1b}[0;100mc\u{1b}[0;38;5;239md\u{1b}[m"
        );
    }

    #[test]
    fn the_cursor_goes_on_along_a_row_but_not_past_what_a_terminal_may_hold_for_wide() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 2));
        buf.set_string(0, 0, "a", Style::new());
        buf.set_string(5, 0, "█", Style::new());
        buf.set_string(9, 0, "b", Style::new());
        buf.set_string(11, 1, "c", Style::new());
        let sent = painted(&buf);
        assert_eq!(sent, "\u{1b}[1Ha\u{1b}[4C█\u{1b}[1;10Hb\u{1b}[2;12Hc");
    }

    #[test]
    fn what_ends_is_ended_and_what_stays_is_not_named_again() {
        let look = |modifier| Look { modifier, ..PLAIN };
        let (bold, dim) = (Modifier::BOLD, Modifier::DIM);
        assert_eq!(change(look(bold), look(bold | Modifier::REVERSED)), "7");
        assert_eq!(change(look(bold | Modifier::REVERSED), look(bold)), "27");
        assert_eq!(change(look(bold | dim), look(dim)), "0;2");
        assert_eq!(
            change(look(bold | Modifier::UNDERLINED), look(Modifier::UNDERLINED)),
            "22"
        );
        assert_eq!(change(look(bold | Modifier::UNDERLINED), PLAIN), "");
        assert_eq!(change(look(dim), look(bold)), "0;1");
    }
}
