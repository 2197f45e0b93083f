//! Amounts as people and spreadsheets write them. What could mean two amounts is not guessed at: it is refused with both.

use rust_decimal::Decimal;

use super::money::Ore;
use super::refusal::{Refusal, refuse};

/// Why a text is not read as an amount; `value` is the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountFault {
    /// It isn't an amount in whole øre.
    Invalid { value: String },
    /// A comma or a full stop before exactly three last digits may part thousands or decimals.
    Ambiguous {
        value: String,
        thousands: Ore,
        decimals: Ore,
    },
    /// It is beyond [`Ore::LARGEST_INPUT`].
    TooLarge { value: String },
}

impl From<AmountFault> for Refusal {
    fn from(fault: AmountFault) -> Refusal {
        match fault {
            AmountFault::Invalid { value } => refuse("amount-invalid").with("value", value),
            AmountFault::TooLarge { value } => refuse("amount-too-large").with("value", value),
            AmountFault::Ambiguous {
                value,
                thousands,
                decimals,
            } => refuse("amount-ambiguous")
                .with("value", value)
                .with("thousands", thousands)
                .with("decimals", decimals),
        }
    }
}

impl Ore {
    /// Reads kroner: `1250000`, `1 250 000` with spaces of any kind, `1250000,50`, `1.250.000,50`, `1,250,000.50`,
    /// `kr 1 250 000`, `205 mill`, `12,5 mill. kr`, `1,2 mrd`.
    ///
    /// # Errors
    /// What is wrong with it; as a refusal `amount-invalid`, `amount-ambiguous` or `amount-too-large`.
    pub fn parse_kroner(text: &str) -> Result<Self, AmountFault> {
        let value = || text.trim().to_owned();
        let invalid = || AmountFault::Invalid { value: value() };
        let too_large = || AmountFault::TooLarge { value: value() };
        let written = Written::of(text.trim()).ok_or_else(invalid)?;
        let amount = |digits: &str| {
            let number: Decimal = digits.parse().ok()?;
            Some(number.checked_mul(written.unit).and_then(Ore::from_kroner))
        };
        let within = |amount: Option<Ore>| amount.filter(|a| *a <= Ore::LARGEST_INPUT).ok_or_else(too_large);
        let signed = |amount: Ore| if written.negative { -amount } else { amount };
        match plain_number(&written.number, written.unit > Decimal::ONE).ok_or_else(invalid)? {
            Reading::One(digits) => {
                let found = within(amount(&digits).ok_or_else(invalid)?)?;
                // What is lost by rounding was not meant as kroner and øre.
                let exact = digits.parse::<Decimal>().map(|number| number * written.unit);
                if exact.is_ok_and(|exact| exact == found.to_kroner()) {
                    Ok(signed(found))
                } else {
                    Err(invalid())
                }
            }
            Reading::Two { thousands, decimals } => {
                let thousands = within(amount(&thousands).ok_or_else(invalid)?)?;
                let decimals = within(amount(&decimals).ok_or_else(invalid)?)?;
                Err(AmountFault::Ambiguous {
                    value: value(),
                    thousands: signed(thousands),
                    decimals: signed(decimals),
                })
            }
        }
    }
}

/// An amount in its parts.
struct Written {
    negative: bool,
    /// From the first digit to the last.
    number: String,
    /// What the number counts: kroner, or millions of them.
    unit: Decimal,
}

impl Written {
    fn of(text: &str) -> Option<Written> {
        let first = text.find(|c: char| c.is_ascii_digit())?;
        let last = text.rfind(|c: char| c.is_ascii_digit())?;
        let (head, tail) = (&text[..first], &text[last + 1..]);
        Some(Written {
            negative: negative(head)?,
            number: text[first..=last].to_owned(),
            unit: unit(tail)?,
        })
    }
}

/// What stands before the digits: a sign, the currency, or both.
fn negative(head: &str) -> Option<bool> {
    let mut rest: String = head.chars().filter(|c| !is_space(*c)).collect();
    rest.make_ascii_lowercase();
    let minus = ['-', '\u{2212}'];
    let unsigned = rest.trim_start_matches(minus).to_owned();
    let bare = ["kr.", "kr", "nok"]
        .into_iter()
        .find_map(|currency| unsigned.strip_prefix(currency))
        .unwrap_or(&unsigned);
    let signs = rest.chars().filter(|c| minus.contains(c)).count();
    (signs <= 1 && bare.trim_start_matches(minus).is_empty()).then_some(signs == 1)
}

/// What stands after the digits: thousands, millions or milliards, the currency, or both.
fn unit(tail: &str) -> Option<Decimal> {
    let tail = tail.trim_matches(is_space).to_lowercase();
    let mut words: Vec<&str> = tail.split(is_space).filter(|word| !word.is_empty()).collect();
    if words
        .last()
        .is_some_and(|last| matches!(*last, "kr" | "kr." | "nok" | "kroner" | ",-" | ",\u{2013}"))
    {
        words.pop();
    }
    let unit = match words[..] {
        [] => 1,
        ["tusen" | "thousand"] => 1_000,
        ["mill" | "mill." | "million" | "millioner" | "millions"] => 1_000_000,
        ["mrd" | "mrd." | "milliard" | "milliarder" | "bn"] => 1_000_000_000,
        _ => return None,
    };
    Some(Decimal::from(unit))
}

/// A space of any kind. A line break or another control character is none.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control()
}

/// What a number may mean, as digits with a full stop as the decimal mark.
enum Reading {
    One(String),
    /// `1.234`: one mark before exactly three last digits.
    Two {
        thousands: String,
        decimals: String,
    },
}

/// `None` when it isn't a number. A number of millions may have more than two decimals.
fn plain_number(text: &str, counts_more: bool) -> Option<Reading> {
    let is_mark = |c: char| matches!(c, ',' | '.');
    let Some(at) = text.rfind(is_mark) else {
        return whole(text).map(Reading::One);
    };
    let (head, tail) = (&text[..at], &text[at + 1..]);
    let mark = &text[at..=at];
    if head.contains(mark) {
        // The same mark again parts thousands.
        return whole(text).map(Reading::One);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(tail) {
        return None;
    }
    if tail.len() == 3 && digits(head) && head.len() <= 3 && !head.starts_with('0') {
        return Some(Reading::Two {
            thousands: format!("{head}{tail}"),
            decimals: format!("{head}.{tail}"),
        });
    }
    if tail.len() > 2 && !counts_more {
        return None;
    }
    Some(Reading::One(format!("{}.{tail}", whole(head)?)))
}

/// The digits of a whole number whose thousands one kind of mark may part.
fn whole(text: &str) -> Option<String> {
    let kind = |c: char| if is_space(c) { ' ' } else { c };
    let mut marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).map(kind).collect();
    marks.dedup();
    if marks.len() > 1
        || marks
            .iter()
            .any(|mark| !matches!(mark, ' ' | ',' | '.' | '\'' | '\u{2019}'))
    {
        return None;
    }
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    // Several spaces are one.
    let groups: Vec<&str> = match marks[..] {
        [' '] => groups.into_iter().filter(|group| !group.is_empty()).collect(),
        _ => groups,
    };
    let (first, rest) = groups.split_first()?;
    let parted = rest.is_empty() || ((1..=3).contains(&first.len()) && !first.starts_with('0'));
    (parted && !first.is_empty() && rest.iter().all(|group| group.len() == 3)).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kroner_are_read_as_people_and_spreadsheets_write_them() {
        for (text, ore) in [
            ("1250000", 125_000_000),
            ("1 250 000", 125_000_000),
            ("1\u{a0}250\u{202f}000,5", 125_000_050),
            ("1\u{2009}250\u{3000}000", 125_000_000),
            ("1250000,50", 125_000_050),
            // A group of thousands has three digits, so this is kroner and øre.
            ("1.12", 112),
            ("1.000,5", 100_050),
            ("1,000.50", 100_050),
            ("1250000.50", 125_000_050),
            ("1.250.000,50", 125_000_050),
            ("1,250,000.50", 125_000_050),
            ("1,250,000", 125_000_000),
            ("1'250'000", 125_000_000),
            ("25 000 kr", 2_500_000),
            ("25 000,-", 2_500_000),
            ("kr 1 234 567", 123_456_700),
            ("kr. 5", 500),
            ("NOK 1,250,000.50", 125_000_050),
            ("1 234 567,50 kr", 123_456_750),
            ("1 234 567,50 kroner", 123_456_750),
            ("205 mill", 20_500_000_000),
            ("205mill.", 20_500_000_000),
            ("12,5 mill. kr", 1_250_000_000),
            ("12.5 million", 1_250_000_000),
            ("kr 12,5 millioner", 1_250_000_000),
            ("0,500 mill", 50_000_000),
            ("1 234,567 mill", 123_456_700_000),
            ("1,2345678 mill", 123_456_780),
            ("1,2 mrd", 120_000_000_000),
            ("1 Mrd. kr", 100_000_000_000),
            ("400 tusen", 40_000_000),
            ("\u{2212}3", -300),
            ("- 3 kr", -300),
            ("kr -3", -300),
            ("0", 0),
        ] {
            assert_eq!(Ore::parse_kroner(text), Ok(Ore::new(ore)), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_amounts_is_refused_with_both() {
        for (text, thousands, decimals) in [
            ("1.234", 123_400, 123),
            ("1,234", 123_400, 123),
            ("kr 12.500", 1_250_000, 1_250),
            ("10,000", 1_000_000, 1_000),
            ("\u{2212}1.234 kr", -123_400, -123),
            // Half an øre away from zero: 1,235 kr is nearest to 1,24.
            ("1.235", 123_500, 124),
            ("1,234 mill", 123_400_000_000, 123_400_000),
        ] {
            let refusal = Refusal::from(Ore::parse_kroner(text).unwrap_err());
            let expected = refuse("amount-ambiguous")
                .with("value", text)
                .with("thousands", Ore::new(thousands))
                .with("decimals", Ore::new(decimals));
            assert_eq!(refusal, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_in_whole_ore_is_refused() {
        for text in [
            "",
            "kr",
            "mill",
            "0.001",
            "0,001",
            "0.000",
            "1234.567",
            "1,2,3",
            "12 34",
            "1 0",
            "1.2.3",
            "abc",
            "1e9",
            "--1",
            "-kr-1",
            "1 250,",
            "1.250,000",
            "0 001",
            "01.234.567",
            "1 250.000",
            "1 250.000,5",
            "\u{1b}[31m1",
            "1\n250",
            "5 mill mill",
            "5 kr mill",
            "5 milli",
            "1,234567891 mill",
        ] {
            assert_eq!(
                Refusal::from(Ore::parse_kroner(text).unwrap_err()).code,
                "amount-invalid",
                "{text}"
            );
        }
        for text in ["100000000000000", "101 mrd", "99999999999999999999 mrd"] {
            assert_eq!(
                Refusal::from(Ore::parse_kroner(text).unwrap_err()).code,
                "amount-too-large",
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn kroner_survive_being_written_and_read(ore in -1_000_000_000_000i64..1_000_000_000_000) {
            prop_assert_eq!(Ore::parse_kroner(&Ore::new(ore).to_string()), Ok(Ore::new(ore)));
        }

        #[test]
        fn no_text_is_read_as_more_or_less_than_it_says(text in "[0-9., ]{1,12}") {
            // Whatever is taken has the digits that were written, the last two of them øre at most.
            if let Ok(amount) = Ore::parse_kroner(&text) {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                let number: i64 = digits.parse().unwrap();
                prop_assert!([number * 100, number * 10, number].contains(&amount.ore()), "{}", text);
            }
        }
    }
}
