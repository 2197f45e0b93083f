//! The scheme: every parameter of a fund that isn't the same for all funds, as data. Two schemes are embedded;
//! a user's own TOML file is read by the same reader and errors name the line and the key.

mod dated;
mod reader;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Ore;
use super::participant::Kind;
use super::proposal::Spread;
use super::refusal::Refusal;
pub use dated::{AccessRules, CouncilRules, Dated};

const DIGIFIN_2017: &str = include_str!("../../../assets/schemes/digifin-2017.toml");
const BLANK: &str = include_str!("../../../assets/schemes/blank.toml");

/// The parameters of one fund.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    pub name: String,
    pub title: Name,
    /// C1: kroner per inhabitant, 0 – 10 000.
    pub municipality_rate: Decimal,
    pub county_rate: Decimal,
    /// C4: when the answer and the contribution are due. Without a date nothing is ever late.
    pub answer_due: Option<Date>,
    pub payment_due: Option<Date>,
    /// C4: days from a decision until the contribution is due, where that is later.
    pub late_payment_days: u32,
    /// C2: the most that KS adds. Zero: KS isn't part of the scheme.
    pub ks_cap: Ore,
    pub ks_due: Option<Date>,
    /// C3: the state's grant by budget year, earliest first. Empty: no state grant.
    pub tranches: Vec<Tranche>,
    pub limit: Limit,
    /// K1: what commitments must leave untouched.
    pub reserve: Ore,
    /// K2, K4: shares of a commitment paid out by quarter, the first in the current one. They sum to 1.
    pub profile: Vec<Decimal>,
    /// Seats in the council.
    pub seats: u32,
    /// As they stand before any change.
    pub dated: Dated,
    /// S1: weights sum to 100.
    pub criteria: Vec<Criterion>,
    /// F2: days from the issue of a charge until it is due.
    pub payment_days: u32,
    /// F4: final uptake, as shares 0–1, of a proposal that doesn't state it.
    pub uptake: Spread,
    /// F4: delay of go-live, in quarters, of a proposal that doesn't state it.
    pub delay: Spread,
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    pub nb: String,
    pub en: String,
}

/// One budget year of the state's grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tranche {
    pub year: i16,
    pub amount: Ore,
}

/// What limits a new commitment (K1, K2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// K1: funds on hand.
    OnHand,
    /// K2: what the expected cash flow can bear.
    CashFlow,
}

/// One criterion of the scorecard (S1).
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Short and stable: what commands and files call it.
    pub key: String,
    /// Above 0; all weights sum to 100.
    pub weight: Decimal,
    pub name: Name,
}

impl Scheme {
    /// The text of an embedded scheme, or `None` for another name.
    #[must_use]
    pub fn embedded(name: &str) -> Option<&'static str> {
        match name {
            "digifin-2017" => Some(DIGIFIN_2017),
            "blank" => Some(BLANK),
            _ => None,
        }
    }

    /// Reads a scheme from TOML.
    ///
    /// # Errors
    /// `scheme-…` with the line and the key: what is missing, unknown, of the wrong kind or out of range.
    pub fn parse(text: &str) -> Result<Scheme, Refusal> {
        reader::scheme(text)
    }

    /// C1: kroner per inhabitant for participants of a kind.
    #[must_use]
    pub fn rate(&self, kind: Kind) -> Decimal {
        match kind {
            Kind::Municipality => self.municipality_rate,
            Kind::County => self.county_rate,
        }
    }

    /// C3: the most that the state grants.
    #[must_use]
    pub fn state_cap(&self) -> Ore {
        self.tranches.iter().map(|tranche| tranche.amount).sum()
    }

    /// The criterion with this key.
    #[must_use]
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::refusal::Value;

    fn digifin() -> Scheme {
        Scheme::parse(DIGIFIN_2017).unwrap()
    }

    #[test]
    fn the_embedded_schemes_are_valid_and_say_what_the_letter_says() {
        let scheme = digifin();
        assert_eq!(scheme.rate(Kind::Municipality), Decimal::from(20));
        assert_eq!(scheme.rate(Kind::County), Decimal::from(5));
        assert_eq!(scheme.state_cap(), Ore::kroner(125_000_000));
        assert_eq!(scheme.ks_cap, Ore::kroner(40_000_000));
        let weights: Vec<i64> = scheme
            .criteria
            .iter()
            .map(|c| i64::try_from(c.weight.mantissa()).unwrap())
            .collect();
        assert_eq!(weights, [30, 20, 20, 15, 15]);
        let blank = Scheme::parse(BLANK).unwrap();
        assert_eq!(
            (blank.ks_cap, blank.state_cap(), blank.reserve),
            (Ore::ZERO, Ore::ZERO, Ore::ZERO)
        );
        assert_eq!(blank.criteria, scheme.criteria);
        for scheme in [scheme, blank] {
            assert_eq!((scheme.limit, scheme.payment_days), (Limit::OnHand, 30));
        }
    }

    #[test]
    fn f4_a_scheme_says_what_it_expects_of_a_proposal_that_does_not_or_leaves_it_to_the_program() {
        let from = DIGIFIN_2017.find("[repayment]").unwrap();
        let before = Scheme::parse(&DIGIFIN_2017[..from]).unwrap();
        assert_eq!(before, digifin());
        let own = DIGIFIN_2017.replace("payment_days = 30", "payment_days = 14");
        assert_eq!(Scheme::parse(&own).unwrap().payment_days, 14);
        let cash_flow = DIGIFIN_2017.replace("\"on_hand\"", "\"cash_flow\"");
        assert_eq!(Scheme::parse(&cash_flow).unwrap().limit, Limit::CashFlow);
    }

    #[test]
    fn a_scheme_says_how_much_sessions_may_take_or_leaves_it_to_the_program() {
        assert_eq!(digifin().dated.access, AccessRules::ORDINARY);
        let own = format!("{DIGIFIN_2017}\n[access]\nidle_minutes = 30\n");
        let access = Scheme::parse(&own).unwrap().dated.access;
        assert_eq!((access.idle_minutes, access.sessions), (30, 120));
        for wrong in ["sessions = 0", "idle_minutes = 1441", "minutes = 1"] {
            let own = format!("{DIGIFIN_2017}\n[access]\n{wrong}\n");
            assert!(Scheme::parse(&own).is_err(), "{wrong}");
        }
    }

    fn refused(find: &str, replace: &str) -> (&'static str, i64, String) {
        let text = DIGIFIN_2017.replacen(find, replace, 1);
        assert_ne!(text, DIGIFIN_2017, "{find}");
        let refusal = Scheme::parse(&text).unwrap_err();
        let line = match refusal.args.iter().find(|(name, _)| *name == "line") {
            Some((_, Value::Number(line))) => *line,
            other => panic!("no line in {refusal}: {other:?}"),
        };
        let key = match refusal.args.iter().find(|(name, _)| *name == "key") {
            Some((_, Value::Text(key))) => key.clone(),
            _ => String::new(),
        };
        (refusal.code, line, key)
    }

    #[test]
    fn a_faulty_scheme_is_refused_with_line_and_key() {
        assert_eq!(refused("county_rate = 5", "county_rate = -5").0, "toml-range");
        assert_eq!(
            refused("county_rate = 5", "county_rate = -5").2,
            "contributions.county_rate"
        );
        assert_eq!(refused("county_rate = 5", "county_rate = true").0, "toml-kind");
        assert_eq!(refused("county_rate = 5", "county_rat = 5").0, "toml-missing");
        assert_eq!(
            refused("seats = 11", "seats = 11\nchairs = 2"),
            ("toml-unknown", 29, "council.chairs".to_owned())
        );
        assert_eq!(refused("seats = 11", "seats = ").0, "toml-syntax");
        assert_eq!(refused("weight = 30", "weight = 31").0, "scheme-weights");
        assert_eq!(refused("\"0.25\"]", "\"0.26\"]").0, "scheme-profile");
        assert_eq!(
            refused("key = \"fit\"", "key = \"gain\"").0,
            "scheme-criterion-twice"
        );
        assert_eq!(refused("\"on_hand\"", "\"overdraft\"").0, "scheme-choice");
        assert_eq!(
            refused("answer_due = 2017-12-20", "answer_due = 1817-12-20").0,
            "toml-kind"
        );
        assert_eq!(refused("year = 2018", "year = 2017").0, "scheme-tranches");
        assert_eq!(refused("payment_days = 30", "payment_days = 400").0, "toml-range");
        assert_eq!(
            refused("[\"0.4\", \"0.6\"", "[\"0.7\", \"0.6\"").0,
            "scheme-spread"
        );
        assert_eq!(refused("[\"0.4\", ", "[").0, "scheme-spread");
        assert_eq!(refused("delay = [0, 0, 2]", "delay = [0, 0, 41]").0, "toml-range");
    }
}
