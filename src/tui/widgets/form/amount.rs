//! A field of an amount: thousands are parted while one types, and what is understood of it stands under it in words, for a
//! figure that was meant as millions looks the same as one in kroner.

use ratatui::style::Style;
use tui_input::Input;

use super::field::Shown;
use crate::domain::amount::AmountFault;
use crate::domain::money::Ore;
use crate::i18n::{Lang, phrase};
use crate::tui::ctx::Ctx;

/// From this amount on it is more than nothing in millions with one decimal.
const SEEN_IN_MILLIONS: Ore = Ore::kroner(50_000);

/// What is typed with its thousands parted, where it is digits and decimals alone. Only the picture is parted: what was typed
/// stays as it is.
pub(super) fn grouped(input: &Input, lang: Lang) -> Shown {
    let value = input.value();
    let start = usize::from(value.starts_with(['-', '\u{2212}']));
    let whole = value.chars().skip(start).take_while(char::is_ascii_digit).count();
    let rest: String = value.chars().skip(start + whole).collect();
    let decimals = rest.strip_prefix([',', '.']).unwrap_or(&rest);
    if whole <= 3 || decimals.len() > 2 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Shown::of(input);
    }
    let mut shown = Shown {
        text: String::new(),
        cursor: input.visual_cursor(),
    };
    for (at, c) in value.chars().enumerate() {
        let parts = at > start && at < start + whole && (start + whole - at) % 3 == 0;
        if parts {
            shown.text.push(lang.group());
            shown.cursor += usize::from(at <= input.cursor());
        }
        shown.text.push(c);
    }
    shown
}

/// What an amount is read as, or what must be asked because it could mean two. Nothing while it isn't an amount yet.
pub(super) fn understood(typed: &str, ctx: &Ctx<'_>) -> Option<(String, Style)> {
    match Ore::parse_kroner(typed) {
        Ok(amount) => {
            let size = if amount.is_negative() { -amount } else { amount };
            let key = if size < SEEN_IN_MILLIONS {
                "form-amount-small"
            } else {
                "form-amount-understood"
            };
            let text = phrase(key)
                .with("amount", ctx.words.amount(amount))
                .with("mill", ctx.words.mill(amount));
            Some((text.words(ctx.words), ctx.theme.plain()))
        }
        Err(fault @ AmountFault::Ambiguous { .. }) => Some((ctx.refusal(&fault.into()), ctx.theme.warn())),
        Err(AmountFault::Invalid { .. } | AmountFault::TooLarge { .. }) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;
    use crate::tui::widgets::form::{Field, Form};

    fn shown(value: &str, cursor: usize, lang: Lang) -> (String, usize) {
        let input = Input::new(value.to_owned()).with_cursor(cursor);
        let shown = grouped(&input, lang);
        (shown.text.replace('\u{a0}', " "), shown.cursor)
    }

    #[test]
    fn thousands_are_parted_while_one_types_and_the_cursor_stays_at_its_digit() {
        for (value, cursor, text, column) in [
            ("205", 3, "205", 3),
            ("2050", 4, "2 050", 5),
            ("205000000", 9, "205 000 000", 11),
            ("205000000", 0, "205 000 000", 0),
            ("205000000", 3, "205 000 000", 4),
            ("205000000", 2, "205 000 000", 2),
            ("1234567,5", 9, "1 234 567,5", 11),
            ("-1234", 5, "-1 234", 6),
            // What a person has parted, or says in words, stands as it was typed.
            ("1 250 00", 8, "1 250 00", 8),
            ("1.234", 5, "1.234", 5),
            ("2050 mill", 9, "2050 mill", 9),
        ] {
            assert_eq!(
                shown(value, cursor, Lang::Nb),
                (text.to_owned(), column),
                "{value} {cursor}"
            );
        }
        assert_eq!(shown("2050", 4, Lang::En), ("2,050".to_owned(), 5));
    }

    #[test]
    fn what_is_understood_stands_under_the_field_and_two_meanings_are_asked_about() {
        let drawn = |value: &str| {
            let field = Field::amount("cost", phrase("tui-undo"), value);
            let form = Form::new(vec![field], "tui-save");
            testing::draw((76, 6), |area, buf, ctx| form.render(area, buf, ctx)).replace('\u{a0}', " ")
        };
        for (value, shown) in [
            ("205", "205 kroner"),
            ("205 mill", "205 000 000 kroner"),
            ("205 mill", "205,0 millioner"),
            ("1234567,50", "1 234 567,50 kroner"),
            ("1.234", "1 234 kr eller 1,23 kr"),
        ] {
            let drawn = drawn(value);
            assert!(drawn.contains(shown), "{value}: {drawn}");
        }
        assert!(!drawn("12 34").contains("kroner"));
    }
}
