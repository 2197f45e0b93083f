//! A bar towards a cap: how much of something has been reached. The figures beside it say the same.

use crate::present::lines;
use crate::tui::theme::Theme;

/// A bar of `room` columns for `part` of `whole`.
#[must_use]
pub fn bar(part: i64, whole: i64, room: u16, theme: Theme) -> String {
    lines::bar(part, whole, room.into(), theme.marks.meter)
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
        for (room, half) in [(0, ""), (1, "."), (2, "#.")] {
            assert_eq!(super::bar(1, 2, room, Theme::new(false, true)), half);
        }
        assert_eq!(super::bar(2, 2, 1, Theme::new(false, true)), "#");
        assert_eq!(
            super::bar(i64::MAX - 1, i64::MAX, 3, Theme::new(false, true)),
            "##."
        );
    }
}
