//! What is asked for in a field, in one line under it. That of a day names as an example one that would be taken in as it stands.

use jiff::ToSpan;

use super::field::{Field, Kind};
use crate::i18n::Phrase;

/// How many days before today the example of a day lies: most of what is registered happened lately.
const EXAMPLE: i32 = 3;

impl Field {
    /// What is asked for. The text about a day may name an example near today: `date`, and `short` without its year.
    pub(super) fn asks_for(&self) -> Option<Phrase> {
        let hint = self.hint.clone()?;
        let (Kind::Date(_), Some(today)) = (&self.kind, self.today) else {
            return Some(hint);
        };
        let near = today.saturating_sub(EXAMPLE.days());
        let short = format!("{}.{}", near.day(), near.month());
        Some(
            hint.with("date", format!("{short}.{}", near.year()))
                .with("short", short),
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::i18n::phrase;

    #[test]
    fn the_example_of_a_day_is_one_that_would_be_taken_in_as_it_stands() {
        for (today, example, short) in [
            (date(2018, 11, 15), "12.11.2018", "12.11"),
            (date(2019, 1, 2), "30.12.2018", "30.12"),
        ] {
            let mut field = Field::date("on", phrase("tui-undo"), "").hint(phrase("word-date-hint"));
            field.today = Some(today);
            let hint = phrase("word-date-hint")
                .with("date", example)
                .with("short", short);
            assert_eq!(field.asks_for(), Some(hint));
            assert_eq!(field.day(short), field.day(example));
        }
    }
}
