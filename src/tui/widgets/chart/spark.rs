//! The one-row form of a line, for narrow places: a bar for each value, or a sign that rises with it.

use super::scale::from_zero;
use crate::domain::money::Ore;
use crate::tui::theme::Theme;

/// From low to high in ASCII: figures would read as a number.
const LEVELS: [&str; 5] = ["_", ".", "-", "=", "^"];

/// Where the bars begin and end.
#[must_use]
pub fn scale(values: &[Ore]) -> (Ore, Ore) {
    let ends = |end: Option<i64>| end.unwrap_or(0);
    let low = ends(values.iter().map(|v| v.ore()).min());
    let high = ends(values.iter().map(|v| v.ore()).max());
    (Ore::new(from_zero(low, high)), Ore::new(high))
}

#[must_use]
pub fn sparkline(values: &[Ore], room: u16, theme: Theme) -> String {
    let shown = values.len().min(usize::from(room));
    let (low, high) = scale(values);
    let low = i128::from(low.ore());
    let span = (i128::from(high.ore()) - low).max(1);
    let levels: &[&str] = if theme.ascii {
        &LEVELS
    } else {
        &theme.marks.bars[1..]
    };
    let highest = levels.len() - 1;
    (0..shown)
        .map(|i| {
            let up = i128::from(values[i * values.len() / shown].ore()) - low;
            // `up` lies within the span, so that the level is one of them.
            let level = up * i128::try_from(highest).unwrap_or(0) / span;
            levels[usize::try_from(level).unwrap_or(0).min(highest)]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sparkline_takes_the_room_it_gets() {
        let values: Vec<Ore> = (0..8).map(Ore::kroner).collect();
        assert_eq!(sparkline(&values, 8, Theme::new(false, false)), "▁▂▃▄▅▆▇█");
        assert_eq!(sparkline(&values, 8, Theme::new(false, true)), "__..--=^");
        assert_eq!(sparkline(&values, 4, Theme::new(false, false)), "▁▃▅▇");
        assert_eq!(sparkline(&[], 4, Theme::new(false, true)), "");
    }
}
