//! A bar towards a cap: how much of something has been reached. The figures beside it say the same.

use crate::tui::theme::Theme;

/// A bar of `room` columns for `part` of `whole`. Something shows as at least one column, and only all of it
/// as a full bar.
#[must_use]
pub fn bar(part: i64, whole: i64, room: u16, theme: Theme) -> String {
    let columns = i128::from(room);
    let filled = if whole <= 0 || part <= 0 {
        0
    } else if part >= whole {
        columns
    } else {
        let exact = i128::from(part) * columns / i128::from(whole);
        exact.clamp(columns.min(1), (columns - 1).max(0))
    };
    let (full, open) = theme.marks.meter;
    let filled = usize::try_from(filled).unwrap_or(0);
    full.repeat(filled) + &open.repeat(usize::from(room) - filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_of_it_is_a_full_bar_and_something_is_never_nothing() {
        let bar = |part, whole| bar(part, whole, 4, Theme::new(false, true));
        assert_eq!(bar(0, 100), "....");
        assert_eq!(bar(1, 100), "#...");
        assert_eq!(bar(50, 100), "##..");
        assert_eq!(bar(99, 100), "###.");
        assert_eq!(bar(100, 100), "####");
        assert_eq!(bar(5, 0), "....");
        assert_eq!(super::bar(1, 2, 0, Theme::new(false, true)), "");
        assert_eq!(
            super::bar(i64::MAX - 1, i64::MAX, 3, Theme::new(false, true)),
            "##."
        );
    }
}
