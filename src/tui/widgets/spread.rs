//! How the scores 1 to 5 of one proposal are spread: five small bars, the tallest for the most given score.

use crate::tui::theme::Theme;

/// Five columns for how many gave 1, 2, 3, 4 and 5. In ASCII the counts themselves, at most 9.
#[must_use]
pub fn bars(counts: [usize; 5], theme: Theme) -> String {
    let tallest = counts.into_iter().max().unwrap_or(0).max(1);
    let column = |count: usize| {
        if theme.ascii {
            if count == 0 {
                ".".to_owned()
            } else {
                count.min(9).to_string()
            }
        } else if count == 0 {
            // A place without scores is still a place.
            theme.marks.bars[1].to_owned()
        } else {
            theme.marks.bars[(count * 8).div_ceil(tallest).clamp(2, 8)].to_owned()
        }
    };
    counts.into_iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tallest_bar_is_the_most_given_score() {
        assert_eq!(bars([0, 0, 2, 6, 3], Theme::new(false, false)), "▁▁▃█▄");
        assert_eq!(bars([0, 0, 2, 16, 3], Theme::new(false, true)), "..293");
        assert_eq!(bars([0; 5], Theme::new(false, false)), "▁▁▁▁▁");
    }
}
