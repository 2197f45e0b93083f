//! Money in whole øre. Rates, shares and weights are decimals; they become øre only through the
//! one rounding rule of the fund (half away from zero), and parts are cut by largest remainder.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::refusal::{Refusal, Value, refuse};

/// An amount in whole øre (1 kr = 100 øre). Amounts that come from outside are at most
/// [`Ore::LARGEST_INPUT`], so that no sum the fund can hold overflows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ore(i64);

impl Ore {
    pub const ZERO: Ore = Ore(0);
    /// 100 000 million kroner: far above the fund, far below what an `i64` holds.
    pub const LARGEST_INPUT: Ore = Ore(10_000_000_000_000);

    #[must_use]
    pub const fn new(ore: i64) -> Self {
        Ore(ore)
    }

    /// Whole kroner.
    #[must_use]
    pub const fn kroner(kroner: i64) -> Self {
        Ore(kroner * 100)
    }

    #[must_use]
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// Rounds kroner half away from zero to whole øre; `None` beyond what an `i64` holds.
    #[must_use]
    pub fn from_kroner(kroner: Decimal) -> Option<Self> {
        let ore = kroner.checked_mul(Decimal::ONE_HUNDRED)?;
        ore.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()
            .map(Ore)
    }

    #[must_use]
    pub fn to_kroner(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Reads kroner as a person or a spreadsheet writes them: `1250000`, `1 250 000`, `1250000,50`,
    /// `1.250.000,50`. A lone comma or full stop is the decimal mark and takes one or two digits; a full
    /// stop before exactly three digits groups thousands. Anything that could mean two amounts is refused.
    ///
    /// # Errors
    /// `amount-invalid` when it isn't an amount, `amount-too-large` beyond [`Ore::LARGEST_INPUT`].
    pub fn parse_kroner(text: &str) -> Result<Self, Refusal> {
        let invalid = || refuse("amount-invalid").with("value", text);
        let bare = text.trim().trim_end_matches("kr").trim_end();
        let (negative, bare) = match bare.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, bare),
        };
        let plain = plain_number(bare).ok_or_else(invalid)?;
        let kroner: Decimal = plain.parse().map_err(|_| invalid())?;
        let amount = Ore::from_kroner(kroner).filter(|a| *a <= Ore::LARGEST_INPUT);
        let amount = amount.ok_or_else(|| refuse("amount-too-large").with("value", text))?;
        Ok(if negative { -amount } else { amount })
    }
}

/// Rewrites a grouped number to digits with a full stop as the decimal mark, or `None` if it is ambiguous.
fn plain_number(text: &str) -> Option<String> {
    let is_blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'');
    let (whole, decimals) = split_decimals(text)?;
    let groups: Vec<&str> = whole.split(|c| is_blank(c) || c == '.' || c == ',').collect();
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
    if !grouped || !groups.iter().all(|g| digits(g)) || !(decimals.is_empty() || digits(decimals)) {
        return None;
    }
    let whole = groups.concat();
    Some(if decimals.is_empty() {
        whole
    } else {
        format!("{whole}.{decimals}")
    })
}

/// Parts the decimals from the whole kroner. The decimal mark is the last comma or full stop, unless it groups.
fn split_decimals(text: &str) -> Option<(&str, &str)> {
    let Some(mark) = text.rfind([',', '.']) else {
        return Some((text, ""));
    };
    let (whole, tail) = (&text[..mark], &text[mark + 1..]);
    let other_marks: Vec<char> = whole.chars().filter(|c| matches!(c, ',' | '.')).collect();
    let this = text[mark..].chars().next()?;
    let same_mark_again = other_marks.contains(&this);
    match tail.len() {
        1 | 2 if !same_mark_again => Some((whole, tail)),
        // `1.250` and `1.250.000` group thousands; a lone `1,250` could be three decimals, so it is refused.
        3 if same_mark_again || (this == '.' && other_marks.is_empty()) => {
            other_marks.iter().all(|m| *m == this).then_some((text, ""))
        }
        _ => None,
    }
}

/// Cuts `total` in proportion to `weights`, to the øre: every part is its exact share rounded towards zero, and the
/// øre that are left go one each to the largest remainders, ties to the earlier place in the list.
/// The parts sum to `total`. With no weight above zero every part is zero.
#[must_use]
pub fn apportion(total: Ore, weights: &[u64]) -> Vec<Ore> {
    let sum: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    if sum == 0 {
        return vec![Ore::ZERO; weights.len()];
    }
    let sign = if total.0 < 0 { -1 } else { 1 };
    let magnitude = i128::from(total.0.unsigned_abs());
    let mut parts: Vec<i128> = Vec::with_capacity(weights.len());
    let mut remainders: Vec<(i128, usize)> = Vec::with_capacity(weights.len());
    for (place, weight) in weights.iter().enumerate() {
        let exact = magnitude * i128::from(*weight);
        parts.push(exact / sum);
        remainders.push((exact % sum, place));
    }
    let left = magnitude - parts.iter().sum::<i128>();
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, place) in remainders.iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[*place] += 1;
    }
    // Each part is at most `total`, which is an i64.
    parts
        .into_iter()
        .map(|p| Ore(sign * i64::try_from(p).unwrap_or(i64::MAX)))
        .collect()
}

impl Add for Ore {
    type Output = Ore;
    fn add(self, other: Ore) -> Ore {
        Ore(self.0 + other.0)
    }
}
impl Sub for Ore {
    type Output = Ore;
    fn sub(self, other: Ore) -> Ore {
        Ore(self.0 - other.0)
    }
}
impl Neg for Ore {
    type Output = Ore;
    fn neg(self) -> Ore {
        Ore(-self.0)
    }
}
impl AddAssign for Ore {
    fn add_assign(&mut self, other: Ore) {
        self.0 += other.0;
    }
}
impl SubAssign for Ore {
    fn sub_assign(&mut self, other: Ore) {
        self.0 -= other.0;
    }
}
impl Sum for Ore {
    fn sum<I: Iterator<Item = Ore>>(iter: I) -> Ore {
        iter.fold(Ore::ZERO, Add::add)
    }
}
impl<'a> Sum<&'a Ore> for Ore {
    fn sum<I: Iterator<Item = &'a Ore>>(iter: I) -> Ore {
        iter.copied().sum()
    }
}
impl From<Ore> for Value {
    fn from(amount: Ore) -> Value {
        Value::Money(amount.0)
    }
}
/// Machine form: kroner with a full stop and two decimals. People's forms are in `i18n`.
impl fmt::Display for Ore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_kroner())
    }
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
            ("1\u{a0}250\u{a0}000,5", 125_000_050),
            ("1250000,50", 125_000_050),
            ("1250000.50", 125_000_050),
            ("1.250.000,50", 125_000_050),
            ("1,250,000.50", 125_000_050),
            ("1.250", 125_000),
            ("25 000 kr", 2_500_000),
            ("\u{2212}3", -300),
            ("0", 0),
        ] {
            assert_eq!(Ore::parse_kroner(text), Ok(Ore(ore)), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_amounts_or_none_is_refused() {
        for text in [
            "",
            "1,250",
            "1,2,3",
            "12 34",
            "1.2.3",
            "abc",
            "1e9",
            "--1",
            "1 250,",
            "1.250,000",
            "\u{1b}[31m1",
        ] {
            assert_eq!(
                Ore::parse_kroner(text).unwrap_err().code,
                "amount-invalid",
                "{text}"
            );
        }
        assert_eq!(
            Ore::parse_kroner("100000000000000").unwrap_err().code,
            "amount-too-large"
        );
        assert_eq!(
            Ore::parse_kroner("99999999999999999999999999999999")
                .unwrap_err()
                .code,
            "amount-invalid"
        );
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(Ore::from_kroner(Decimal::new(5, 3)), Some(Ore(1)));
        assert_eq!(Ore::from_kroner(Decimal::new(-5, 3)), Some(Ore(-1)));
        assert_eq!(Ore::from_kroner(Decimal::new(4, 3)), Some(Ore(0)));
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole_and_miss_their_share_by_less_than_one_ore(
            total in -1_000_000_000_000i64..1_000_000_000_000,
            weights in proptest::collection::vec(0u64..1_000_000, 1..40),
        ) {
            prop_assume!(weights.iter().sum::<u64>() > 0);
            let parts = apportion(Ore(total), &weights);
            prop_assert_eq!(parts.iter().sum::<Ore>(), Ore(total));
            let sum = i128::from(weights.iter().sum::<u64>());
            for (part, weight) in parts.iter().zip(&weights) {
                let miss = i128::from(part.0) * sum - i128::from(total) * i128::from(*weight);
                prop_assert!(miss.abs() < sum);
            }
        }

        #[test]
        fn kroner_survive_being_written_and_read(ore in -1_000_000_000_000i64..1_000_000_000_000) {
            prop_assert_eq!(Ore::parse_kroner(&Ore(ore).to_string()), Ok(Ore(ore)));
        }
    }
}
