//! A project through its whole life: one aggregate from draft to repaid, with the one table of steps that may
//! follow each other. A step that is out of turn is refused with what would have to come first.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Ore;
use super::participant::{Kind, Number};
use super::refusal::{Refusal, refuse};
use super::text;

/// What a proposal is called by everyone: `2018-07`. Ordered by year, then by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ref {
    year: u16,
    number: u32,
}

impl Ref {
    #[must_use]
    pub fn new(year: u16, number: u32) -> Self {
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

/// Whom a solution is for (C5). Others may not adopt it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Benefit {
    Municipalities,
    Counties,
    Both,
}

impl Benefit {
    pub const ALL: [Benefit; 3] = [Benefit::Municipalities, Benefit::Counties, Benefit::Both];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Benefit::Municipalities => "municipalities",
            Benefit::Counties => "counties",
            Benefit::Both => "both",
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Benefit::Municipalities => "benefit-municipalities",
            Benefit::Counties => "benefit-counties",
            Benefit::Both => "benefit-both",
        }
    }

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

/// How adopters will pay for a solution (R1, R2). Kept as the proposal states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceModel {
    /// R1: adopters share the cost.
    Shared,
    /// R2: a fixed sum, a sum per inhabitant, or both together.
    Price { fixed: Ore, per_inhabitant: Ore },
    /// R2: by size; each band's upper bound is included, the last band has none.
    Bands { upto: Vec<(u32, Ore)>, above: Ore },
}

impl FromStr for PriceModel {
    type Err = Refusal;

    /// Reads `shared`, `fixed:KR`, `inhabitant:KR`, `fixed:KR+inhabitant:KR`, `bands:4999=KR,10000=KR,=KR`.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let invalid = || refuse("price-model-invalid").with("value", text);
        match text.split_once(':') {
            None if text == "shared" => Ok(PriceModel::Shared),
            Some(("bands", bands)) => parse_bands(bands).ok_or_else(invalid),
            Some(_) => parse_price(text).ok_or_else(invalid),
            None => Err(invalid()),
        }
    }
}

fn price(text: &str) -> Option<Ore> {
    Ore::parse_kroner(text)
        .ok()
        .filter(|amount| !amount.is_negative())
}

fn parse_price(text: &str) -> Option<PriceModel> {
    let (mut fixed, mut per_inhabitant) = (None, None);
    for part in text.split('+') {
        let slot = match part.split_once(':')? {
            ("fixed", amount) => (&mut fixed, price(amount)?),
            ("inhabitant", amount) => (&mut per_inhabitant, price(amount)?),
            _ => return None,
        };
        if slot.0.replace(slot.1).is_some() {
            return None;
        }
    }
    Some(PriceModel::Price {
        fixed: fixed.unwrap_or_default(),
        per_inhabitant: per_inhabitant.unwrap_or_default(),
    })
}

fn parse_bands(text: &str) -> Option<PriceModel> {
    let mut bands: Vec<(&str, Ore)> = Vec::new();
    // A comma parts the bands, so kroner inside one are written without decimals or with a full stop.
    for band in text.split(',') {
        let (bound, amount) = band.split_once('=')?;
        bands.push((bound.trim(), price(amount)?));
    }
    let (last, above) = bands.pop()?;
    let upto: Vec<(u32, Ore)> = bands
        .into_iter()
        .map(|(bound, amount)| Some((bound.parse().ok()?, amount)))
        .collect::<Option<_>>()?;
    let rising = upto.windows(2).all(|pair| pair[0].0 < pair[1].0);
    (last.is_empty() && rising && !upto.is_empty()).then_some(PriceModel::Bands { upto, above })
}

impl fmt::Display for PriceModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PriceModel::Shared => f.write_str("shared"),
            PriceModel::Price {
                fixed,
                per_inhabitant,
            } if per_inhabitant.is_zero() => {
                write!(f, "fixed:{fixed}")
            }
            PriceModel::Price {
                fixed,
                per_inhabitant,
            } if fixed.is_zero() => {
                write!(f, "inhabitant:{per_inhabitant}")
            }
            PriceModel::Price {
                fixed,
                per_inhabitant,
            } => {
                write!(f, "fixed:{fixed}+inhabitant:{per_inhabitant}")
            }
            PriceModel::Bands { upto, above } => {
                f.write_str("bands:")?;
                for (bound, amount) in upto {
                    write!(f, "{bound}={amount},")?;
                }
                write!(f, "={above}")
            }
        }
    }
}

/// Low, most likely and high of an uncertain figure (F4). Only the middle given means no spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate<T> {
    pub low: Option<T>,
    pub likely: Option<T>,
    pub high: Option<T>,
}

// Derived, this would ask that T has a default, which an empty estimate doesn't need.
impl<T> Default for Estimate<T> {
    fn default() -> Self {
        Estimate {
            low: None,
            likely: None,
            high: None,
        }
    }
}

impl<T: PartialOrd + Copy> Estimate<T> {
    /// Whether what is given rises from low to high (F4: low > high is refused).
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        let given: Vec<T> = [self.low, self.likely, self.high].into_iter().flatten().collect();
        given.windows(2).all(|pair| pair[0] <= pair[1])
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
        Ok(())
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

/// How far a proposal has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Draft,
    Submitted,
    Qualified,
    Scoring,
    Ranked,
    Recommended,
    Committed,
    Developing,
    Live,
    Repaid,
    NotQualified,
    Declined,
    Withdrawn,
    Postponed,
    Stopped,
}

impl Stage {
    pub const ALL: [Stage; 15] = [
        Stage::Draft,
        Stage::Submitted,
        Stage::Qualified,
        Stage::Scoring,
        Stage::Ranked,
        Stage::Recommended,
        Stage::Committed,
        Stage::Developing,
        Stage::Live,
        Stage::Repaid,
        Stage::NotQualified,
        Stage::Declined,
        Stage::Withdrawn,
        Stage::Postponed,
        Stage::Stopped,
    ];

    /// The word in the database and in machine output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Submitted => "submitted",
            Stage::Qualified => "qualified",
            Stage::Scoring => "scoring",
            Stage::Ranked => "ranked",
            Stage::Recommended => "recommended",
            Stage::Committed => "committed",
            Stage::Developing => "developing",
            Stage::Live => "live",
            Stage::Repaid => "repaid",
            Stage::NotQualified => "not_qualified",
            Stage::Declined => "declined",
            Stage::Withdrawn => "withdrawn",
            Stage::Postponed => "postponed",
            Stage::Stopped => "stopped",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.word() == word)
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Stage::Draft => "stage-draft",
            Stage::Submitted => "stage-submitted",
            Stage::Qualified => "stage-qualified",
            Stage::Scoring => "stage-scoring",
            Stage::Ranked => "stage-ranked",
            Stage::Recommended => "stage-recommended",
            Stage::Committed => "stage-committed",
            Stage::Developing => "stage-developing",
            Stage::Live => "stage-live",
            Stage::Repaid => "stage-repaid",
            Stage::NotQualified => "stage-not-qualified",
            Stage::Declined => "stage-declined",
            Stage::Withdrawn => "stage-withdrawn",
            Stage::Postponed => "stage-postponed",
            Stage::Stopped => "stage-stopped",
        }
    }

    /// What would have to come next for a proposal at this stage; `None` when nothing more is awaited.
    #[must_use]
    pub fn next_key(self) -> Option<&'static str> {
        match self {
            Stage::Draft => Some("next-submit"),
            Stage::Submitted => Some("next-qualify"),
            Stage::Qualified | Stage::Postponed => Some("next-open-round"),
            Stage::Scoring => Some("next-reveal"),
            Stage::Ranked => Some("next-recommend"),
            Stage::Recommended => Some("next-decide"),
            Stage::Committed => Some("next-disburse"),
            Stage::Developing => Some("next-go-live"),
            Stage::Live => Some("next-repay"),
            Stage::Repaid | Stage::NotQualified | Stage::Declined | Stage::Withdrawn | Stage::Stopped => None,
        }
    }

    /// Whether KS has decided (S4: then the conflicted may see the scores).
    #[must_use]
    pub fn is_decided(self) -> bool {
        matches!(
            self,
            Stage::Committed
                | Stage::Developing
                | Stage::Live
                | Stage::Repaid
                | Stage::Declined
                | Stage::Stopped
        )
    }

    /// Whether what the applicant says may still be changed: until scoring starts.
    #[must_use]
    pub fn is_editable(self) -> bool {
        matches!(
            self,
            Stage::Draft | Stage::Submitted | Stage::Qualified | Stage::Postponed
        )
    }
}

/// A step in the life of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Submit,
    Qualify,
    Disqualify,
    OpenRound,
    Reveal,
    Recommend,
    /// A recommended postponement takes effect at once.
    Postpone,
    Commit,
    Decline,
    Disburse,
    Withdraw,
}

impl Step {
    pub const ALL: [Step; 11] = [
        Step::Submit,
        Step::Qualify,
        Step::Disqualify,
        Step::OpenRound,
        Step::Reveal,
        Step::Recommend,
        Step::Postpone,
        Step::Commit,
        Step::Decline,
        Step::Disburse,
        Step::Withdraw,
    ];

    /// Stages from which the step may be taken, and the stage it leads to.
    fn path(self) -> (&'static [Stage], Stage) {
        match self {
            Step::Submit => (&[Stage::Draft], Stage::Submitted),
            Step::Qualify => (&[Stage::Submitted], Stage::Qualified),
            Step::Disqualify => (&[Stage::Submitted], Stage::NotQualified),
            Step::OpenRound => (&[Stage::Qualified, Stage::Postponed], Stage::Scoring),
            Step::Reveal => (&[Stage::Scoring], Stage::Ranked),
            Step::Recommend => (&[Stage::Ranked], Stage::Recommended),
            Step::Postpone => (&[Stage::Ranked], Stage::Postponed),
            Step::Commit => (&[Stage::Recommended], Stage::Committed),
            Step::Decline => (&[Stage::Recommended], Stage::Declined),
            // Going live doesn't stop the last instalments.
            Step::Disburse => (
                &[Stage::Committed, Stage::Developing, Stage::Live],
                Stage::Developing,
            ),
            Step::Withdraw => (
                &[
                    Stage::Draft,
                    Stage::Submitted,
                    Stage::Qualified,
                    Stage::Scoring,
                    Stage::Ranked,
                    Stage::Recommended,
                    Stage::Postponed,
                ],
                Stage::Withdrawn,
            ),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Step::Submit => "step-submit",
            Step::Qualify => "step-qualify",
            Step::Disqualify => "step-disqualify",
            Step::OpenRound => "step-open-round",
            Step::Reveal => "step-reveal",
            Step::Recommend => "step-recommend",
            Step::Postpone => "step-postpone",
            Step::Commit => "step-commit",
            Step::Decline => "step-decline",
            Step::Disburse => "step-disburse",
            Step::Withdraw => "step-withdraw",
        }
    }

    /// The stage after this step from `stage`.
    ///
    /// # Errors
    /// `step-out-of-turn` with the stage, the step, and what would have to come first.
    pub fn from(self, reference: Ref, stage: Stage) -> Result<Stage, Refusal> {
        let (before, after) = self.path();
        if !before.contains(&stage) {
            let refusal = refuse("step-out-of-turn")
                .with("ref", reference)
                .word("step", self.key())
                .word("stage", stage.key())
                .word("needs", before[0].key());
            return Err(refusal.word("next", stage.next_key().unwrap_or("next-nothing")));
        }
        Ok(if self == Step::Disburse && stage == Stage::Live {
            Stage::Live
        } else {
            after
        })
    }
}

/// The four gates before scoring (S2), in the order in which `--gates` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "four independent yes/no gates")]
pub struct Gates {
    pub shared_development: bool,
    pub of_use_to_all: bool,
    pub eligible_applicant: bool,
    pub credible_repayment: bool,
}

impl Gates {
    #[must_use]
    pub fn all_open(self) -> bool {
        self.shared_development && self.of_use_to_all && self.eligible_applicant && self.credible_repayment
    }

    /// S2, C5: gate three is computed; a yes against it is refused. A no needs a reason.
    ///
    /// # Errors
    /// `gate-not-eligible`, or `gate-reason-missing`.
    pub fn check(self, applicant_has_access: bool, reason: &str) -> Result<(), Refusal> {
        if self.eligible_applicant && !applicant_has_access {
            return Err(refuse("gate-not-eligible").rule("C5"));
        }
        if !self.all_open() && reason.is_empty() {
            return Err(refuse("gate-reason-missing").rule("S2"));
        }
        Ok(())
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

    #[test]
    fn price_models_are_read_and_written_alike() {
        for (text, canonical) in [
            ("shared", "shared"),
            ("fixed:25000", "fixed:25000.00"),
            ("inhabitant:1,50", "inhabitant:1.50"),
            ("fixed:1000+inhabitant:2", "fixed:1000.00+inhabitant:2.00"),
            (
                "bands:4999=25000,10000=40000,=60000",
                "bands:4999=25000.00,10000=40000.00,=60000.00",
            ),
        ] {
            let model: PriceModel = text.parse().unwrap();
            assert_eq!(model.to_string(), canonical);
            assert_eq!(canonical.parse::<PriceModel>().unwrap(), model);
        }
        for bad in [
            "",
            "free",
            "fixed:",
            "fixed:-1",
            "fixed:1+fixed:2",
            "bands:=1",
            "bands:5=1,4=2,=3",
            "bands:5=1",
        ] {
            assert!(bad.parse::<PriceModel>().is_err(), "{bad}");
        }
    }

    #[test]
    fn every_step_is_refused_out_of_turn_and_says_what_comes_first() {
        let reference = Ref::new(2018, 7);
        for step in Step::ALL {
            for stage in Stage::ALL {
                let result = step.from(reference, stage);
                assert_eq!(
                    result.is_ok(),
                    step.path().0.contains(&stage),
                    "{step:?} from {stage:?}"
                );
                if let Err(refusal) = result {
                    assert!(refusal.args.iter().any(|(name, _)| *name == "next"));
                }
            }
        }
        assert_eq!(Step::Disburse.from(reference, Stage::Live), Ok(Stage::Live));
    }

    #[test]
    fn c5_gate_three_is_computed_and_a_no_needs_a_reason() {
        let yes = Gates {
            shared_development: true,
            of_use_to_all: true,
            eligible_applicant: true,
            credible_repayment: true,
        };
        assert_eq!(yes.check(true, ""), Ok(()));
        assert_eq!(yes.check(false, "").unwrap_err().code, "gate-not-eligible");
        let no = Gates {
            credible_repayment: false,
            ..yes
        };
        assert_eq!(no.check(true, "").unwrap_err().code, "gate-reason-missing");
        assert_eq!(no.check(true, "Ingen plan"), Ok(()));
    }
}
