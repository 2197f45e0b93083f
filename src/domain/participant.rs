//! Municipalities and counties, their answer to the invitation, and what they owe as a one-off contribution.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Ore;
use super::named::named;
use super::refusal::{Refusal, refuse};

named! {
    /// What a participant is. Oslo is a municipality here and pays once (C1).
    #[derive(PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    #[strum(serialize_all = "snake_case", prefix = "kind-")]
    pub enum Kind {
        Municipality,
        County,
    }
}

impl Kind {
    /// Reads `kommune|municipality` and `fylkeskommune|county`, in upper or lower case.
    ///
    /// # Errors
    /// `kind-unknown`.
    pub fn parse(text: &str) -> Result<Kind, Refusal> {
        match text.trim().to_lowercase().as_str() {
            "kommune" | "municipality" => Ok(Kind::Municipality),
            "fylkeskommune" | "county" => Ok(Kind::County),
            _ => Err(refuse("kind-unknown").with("value", text)),
        }
    }

    /// Digits in an official number of this kind.
    #[must_use]
    pub fn digits(self) -> usize {
        match self {
            Kind::Municipality => 4,
            Kind::County => 2,
        }
    }
}

/// The official number: four digits for a municipality, two for a county. Numbers are text: `0301` keeps its zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(String);

impl Number {
    /// Reads the number of a participant of a known kind. The one zero that a spreadsheet stripped is put back.
    ///
    /// # Errors
    /// `number-invalid`.
    pub fn parse_for(kind: Kind, text: &str) -> Result<Number, Refusal> {
        let text = text.trim();
        let digits = kind.digits();
        let long_enough = text.len() == digits || text.len() + 1 == digits;
        let plain = long_enough && text.bytes().all(|b| b.is_ascii_digit());
        if !plain || text.bytes().all(|b| b == b'0') {
            return Err(refuse("number-invalid")
                .with("value", text)
                .with("digits", digits));
        }
        Ok(Number(format!("{text:0>digits$}")))
    }

    /// Reads a number when the kind isn't said: one or two digits are a county, three or four a municipality.
    ///
    /// # Errors
    /// `number-invalid`.
    pub fn parse(text: &str) -> Result<Number, Refusal> {
        let kind = if text.trim().len() <= 2 {
            Kind::County
        } else {
            Kind::Municipality
        };
        Number::parse_for(kind, text)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A municipality or a county that is invited to take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub kind: Kind,
    pub number: Number,
    pub name: String,
    pub county_number: String,
    pub county_name: String,
    /// Registered inhabitants on the day that is looked at, at least 1 and at most [`MOST_INHABITANTS`].
    pub population: u32,
}

/// More than live in Norway, by far; a larger number is a slip.
pub const MOST_INHABITANTS: u32 = 20_000_000;

/// C1: the one-off contribution, rate × inhabitants. `rate` is in kroner per inhabitant.
#[must_use]
pub fn contribution(rate: Decimal, population: u32) -> Ore {
    // Scheme rates are at most 10 000 kr and inhabitants at most 20 million: the product fits.
    Ore::from_kroner(rate * Decimal::from(population)).unwrap_or(Ore::LARGEST_INPUT)
}

/// C4: an answer to the invitation. The amount is frozen as of the day of the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub joins: bool,
    pub decided_on: Date,
    /// The participant's own reference. May be empty.
    pub reference: String,
    /// Why an earlier answer was corrected. Empty for the first.
    pub reason: String,
    /// What is promised: the contribution on the day that a yes counts from, zero for a no.
    pub amount: Ore,
    /// The day that amount and due day of a yes are of: its own, or that of the yes that it corrects.
    pub counts_from: Date,
    /// C8: the wording of the participant's own resolution. May be empty.
    pub resolution: String,
    /// C8: the sum that it names.
    pub resolved: Option<Ore>,
}

/// Inhabitants of a participant, and from when they are counted so (C7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// `None`: from the beginning.
    pub from: Option<Date>,
    pub population: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c1_the_contribution_is_rate_times_inhabitants() {
        assert_eq!(contribution(Decimal::from(20), 30_790), Ore::kroner(615_800));
        assert_eq!(contribution(Decimal::from(5), 604_368), Ore::kroner(3_021_840));
        assert_eq!(contribution(Decimal::new(125, 3), 3), Ore::new(38));
    }

    #[test]
    fn a_zero_that_a_spreadsheet_stripped_is_put_back() {
        assert_eq!(
            Number::parse_for(Kind::Municipality, "301").map(|n| n.to_string()),
            Ok("0301".into())
        );
        assert_eq!(
            Number::parse_for(Kind::County, "1").map(|n| n.to_string()),
            Ok("01".into())
        );
        for bad in ["", "30100", "abc", "-301", "0000", "3 01", "1", "31"] {
            assert!(Number::parse_for(Kind::Municipality, bad).is_err(), "{bad}");
        }
    }
}
