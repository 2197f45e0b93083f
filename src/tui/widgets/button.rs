//! A button: brackets around its text, and the mark of the cursor in them while it is the one that Enter presses.

use ratatui::style::{Modifier, Style};

use crate::tui::theme::Theme;

/// The text in its brackets, and its style. It takes the same room with the focus and without.
#[must_use]
pub fn look(text: &str, focused: bool, theme: Theme) -> (String, Style) {
    if focused {
        let style = theme.selected().add_modifier(Modifier::BOLD);
        return (format!("[{}{text} ]", theme.marks.cursor), style);
    }
    (format!("[ {text} ]"), theme.strong())
}
