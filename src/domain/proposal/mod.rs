//! A project through its whole life: one aggregate from draft to repaid, who applies for it, and what they say of it.
//! The stages and the steps between them are in [`stage`], what adopters will pay in [`price`], what is uncertain about
//! it in [`estimate`].

mod estimate;
mod lifecycle;
mod price;
mod stage;

pub use estimate::{Bass, Estimate, Spread};
pub use price::{PriceModel, free_or_priced};
pub use stage::{Books, Gates, Stage, Step};

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Ore;
use super::named::named;
use super::participant::{Kind, Number};
use super::refusal::{Refusal, refuse};
use super::text;

/// What a proposal is called by everyone: `2018-07`. Ordered by year, then by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Ref {
    year: u16,
    number: u32,
}

impl Ref {
    #[must_use]
    pub const fn new(year: u16, number: u32) -> Self {
        Ref { year, number }
    }

    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }
}

impl TryFrom<String> for Ref {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

impl FromStr for Ref {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts = text.trim().split_once('-').filter(|(year, number)| {
            let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
            year.len() == 4 && (1..=6).contains(&number.len()) && digits(year) && digits(number)
        });
        parts
            .and_then(|(year, number)| {
                Some(Ref {
                    year: year.parse().ok()?,
                    number: number.parse().ok()?,
                })
            })
            .filter(|r| r.number > 0 && (2000..2100).contains(&r.year))
            .ok_or_else(|| refuse("ref-invalid").with("value", text))
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.number)
    }
}

impl Ord for Ref {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.year, self.number).cmp(&(other.year, other.number))
    }
}
impl PartialOrd for Ref {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Serialize for Ref {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl From<Ref> for super::refusal::Value {
    fn from(reference: Ref) -> Self {
        reference.to_string().into()
    }
}

named! {
    /// Whom a solution is for (C5). Others may not adopt it.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    #[strum(serialize_all = "snake_case", prefix = "benefit-")]
    pub enum Benefit {
        Municipalities,
        Counties,
        Both,
    }
}

impl Benefit {
    /// Reads the English word or the bokmål one (`kommuner`, `fylkeskommuner`, `begge`).
    ///
    /// # Errors
    /// `benefit-unknown`.
    pub fn parse(text: &str) -> Result<Benefit, Refusal> {
        match text.trim().to_lowercase().as_str() {
            "municipalities" | "kommuner" => Ok(Benefit::Municipalities),
            "counties" | "fylkeskommuner" => Ok(Benefit::Counties),
            "both" | "begge" => Ok(Benefit::Both),
            _ => Err(refuse("benefit-unknown").with("value", text)),
        }
    }

    #[must_use]
    pub fn includes(self, kind: Kind) -> bool {
        match self {
            Benefit::Both => true,
            Benefit::Municipalities => kind == Kind::Municipality,
            Benefit::Counties => kind == Kind::County,
        }
    }
}

/// Who applies (C5): a participant, KS, or a company or partnership that names the participant that owns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applicant {
    Participant(Number),
    Ks,
    Company { name: String, owner: Number },
}

impl Applicant {
    /// Reads a participant's number, `KS`, or the name of a company together with who owns it (C5).
    ///
    /// # Errors
    /// `number-invalid`, `text-…`, or `applicant-without-owner`.
    pub fn parse(text: &str, owner: Option<Number>) -> Result<Applicant, Refusal> {
        let text = text.trim();
        if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
            return Number::parse(text).map(Applicant::Participant);
        }
        if text.eq_ignore_ascii_case("ks") {
            return Ok(Applicant::Ks);
        }
        let name = text::required_line(text)?;
        let owner = owner.ok_or_else(|| refuse("applicant-without-owner").rule("C5").with("value", text))?;
        Ok(Applicant::Company { name, owner })
    }

    /// The participant whose payment decides whether the applicant is eligible (C5); none for KS.
    #[must_use]
    pub fn accountable(&self) -> Option<&Number> {
        match self {
            Applicant::Participant(number) | Applicant::Company { owner: number, .. } => Some(number),
            Applicant::Ks => None,
        }
    }
}

/// What an applicant says of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub title: String,
    pub summary: String,
    pub applicant: Applicant,
    pub benefit: Benefit,
    /// The whole development cost.
    pub cost: Ore,
    /// What the fund is asked for; at most the cost.
    pub applied: Ore,
    /// When the solution is expected to go live.
    pub go_live: Option<Date>,
    /// Expected final share of those it is for that adopt it, 0–1.
    pub uptake: Estimate<Decimal>,
    /// Expected delay of go-live, in quarters.
    pub delay: Estimate<u32>,
    pub price_model: PriceModel,
    /// F3: how quickly it spreads; the fund's own figures when not given.
    pub bass: Option<Bass>,
}

impl Details {
    /// The figures hold together: cost and sum applied for are above zero, the fund is asked for no more than the
    /// cost, shares lie between 0 and 1, and estimates rise from low to high (F4).
    ///
    /// # Errors
    /// The first figure that doesn't.
    pub fn check(&self) -> Result<(), Refusal> {
        if !self.cost.is_positive() {
            return Err(refuse("cost-not-positive").with("amount", self.cost));
        }
        if !self.applied.is_positive() {
            return Err(refuse("applied-not-positive").with("amount", self.applied));
        }
        if self.applied > self.cost {
            return Err(refuse("applied-above-cost")
                .with("applied", self.applied)
                .with("cost", self.cost));
        }
        let shares = [self.uptake.low, self.uptake.likely, self.uptake.high];
        if let Some(share) = shares
            .into_iter()
            .flatten()
            .find(|s| !(Decimal::ZERO..=Decimal::ONE).contains(s))
        {
            return Err(refuse("uptake-outside").rule("F4").with("value", share));
        }
        if !self.uptake.is_ordered() || !self.delay.is_ordered() {
            return Err(refuse("estimate-unordered").rule("F4"));
        }
        self.bass.map_or(Ok(()), Bass::check)
    }
}

/// An application for a project, through its whole life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub reference: Ref,
    pub details: Details,
    pub submitted_on: Option<Date>,
    pub stage: Stage,
    /// Grows with every change, so that nobody overwrites what they haven't seen.
    pub version: i64,
}

impl Proposal {
    /// What the applicant says may be changed until scoring starts.
    ///
    /// # Errors
    /// `proposal-not-editable` with the stage.
    pub fn check_editable(&self) -> Result<(), Refusal> {
        if self.stage.is_editable() {
            return Ok(());
        }
        let refusal = refuse("proposal-not-editable").with("ref", self.reference);
        Err(refusal.word("stage", self.stage.key()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_written_and_ordered_by_number() {
        let seven: Ref = "2018-7".parse().unwrap();
        assert_eq!(seven.to_string(), "2018-07");
        assert!(seven < "2018-100".parse().unwrap());
        for bad in [
            "",
            "18-07",
            "2018-",
            "2018-0",
            "2018_07",
            "2018-07-01",
            "2018-+7",
            "x018-07",
        ] {
            assert!(bad.parse::<Ref>().is_err(), "{bad}");
        }
    }
}
