//! A button: brackets around its text, and the mark of the cursor in them while it is the one that Enter presses.

use ratatui::style::{Modifier, Style};

use crate::tui::theme::Theme;
use crate::tui::widgets::text::width;

/// The text in its brackets, and its style. It takes the same room with the focus and without.
#[must_use]
pub fn look(text: &str, focused: bool, theme: Theme) -> (String, Style) {
    if focused {
        let style = theme.selected().add_modifier(Modifier::BOLD);
        return (format!("[{}{text} ]", theme.marks.cursor), style);
    }
    (format!("[ {text} ]"), theme.strong())
}

/// As [`look`], with the last bracket close to the text where that makes it fit.
#[must_use]
pub fn within(text: &str, focused: bool, room: u16, theme: Theme) -> (String, Style) {
    let (whole, style) = look(text, focused, theme);
    match whole.strip_suffix(" ]") {
        Some(close) if width(&whole) > room => (format!("{close}]"), style),
        _ => (whole, style),
    }
}
