//! The story of the demo as data: members, proposals and what becomes of them, from `assets/demo`. The files are
//! part of the program; that they read well is tested here.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::meetings::Information;
use super::solutions::{Kept, Solution, parsed};
use crate::domain::council::{Recommendation, Ruling};
use crate::domain::member::{Member, parse_roles};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Benefit, Details, Estimate, Gates, PriceModel, Ref, Stage};
use crate::domain::refusal::{Refusal, refuse};

const PROPOSALS: &str = include_str!("../../assets/demo/proposals.toml");
const SOLUTIONS: &str = include_str!("../../assets/demo/solutions.toml");
const LARGE: &str = include_str!("../../assets/demo/large.toml");
const MEMBERS: &str = include_str!("../../assets/demo/members.toml");

/// Everything that the demo plays.
pub(super) struct Script {
    pub members: Vec<Member>,
    pub rounds: Vec<Round>,
    pub proposals: Vec<DemoProposal>,
    pub solutions: Vec<Solution>,
    pub forecasts: Vec<Kept>,
    /// What members write beside their scores.
    pub comments: Vec<String>,
}

/// The days of a round. Without a reveal it is open when the demo opens.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    pub name: String,
    pub opened_on: Date,
    pub revealed_on: Option<Date>,
    /// The day of a meeting that is called and not yet held.
    pub called_for: Option<Date>,
    /// What else is on the agenda of that meeting.
    #[serde(default)]
    pub information: Vec<Information>,
    pub recommended_on: Option<Date>,
    pub decided_on: Option<Date>,
}

/// A proposal and its fate.
#[derive(Clone)]
pub(super) struct DemoProposal {
    pub reference: Ref,
    pub details: Details,
    pub submitted_on: Option<Date>,
    /// How far it comes when it is in no round.
    pub stage: Stage,
    pub gates: Gates,
    pub gate_reason: String,
    pub round: Option<String>,
    /// What the council thinks of it, 1–5, and how much it differs.
    pub quality: Decimal,
    pub spread: Decimal,
    /// Handles and grounds.
    pub conflicts: Vec<(String, String)>,
    /// A place in the ranked list, and why.
    pub moved: Option<(usize, String)>,
    pub recommendation: Option<Recommendation>,
    /// KS's ruling, and why it deviates if it does.
    pub ruling: Option<(Ruling, String)>,
}

impl Script {
    /// # Errors
    /// `demo-script` names what doesn't read well; the tests see to it that nothing does.
    pub(super) fn read() -> Result<Script, Refusal> {
        let members: MemberFile = toml::from_str(MEMBERS).map_err(|fault| broken(&fault.to_string()))?;
        let mut story: StoryFile = toml::from_str(PROPOSALS).map_err(|fault| broken(&fault.to_string()))?;
        // What was drawn for the ordinary rounds stays as it is when another part is added to the story.
        for part in [SOLUTIONS, LARGE] {
            let part: StoryFile = toml::from_str(part).map_err(|fault| broken(&fault.to_string()))?;
            story.round.extend(part.round);
            story.proposal.extend(part.proposal);
            story.solution.extend(part.solution);
            story.forecast.extend(part.forecast);
        }
        Ok(Script {
            members: members
                .member
                .into_iter()
                .map(RawMember::read)
                .collect::<Result<_, _>>()?,
            rounds: story.round,
            proposals: story
                .proposal
                .into_iter()
                .map(RawProposal::read)
                .collect::<Result<_, _>>()?,
            solutions: story.solution,
            forecasts: story.forecast,
            comments: story.comments,
        })
    }

    /// Who scores, in the order of their seats.
    pub(super) fn council(&self) -> impl Iterator<Item = &str> {
        let seated = self
            .members
            .iter()
            .filter(|member| member.actor().sits_in_council());
        seated.map(|member| member.handle.as_str())
    }

    /// Those whose payment the story needs: the members' own municipalities, and the owners of applications.
    pub(super) fn must_have_paid(&self) -> BTreeSet<Number> {
        let own = self
            .members
            .iter()
            .filter_map(|member| member.participant.clone());
        let applicants = self
            .proposals
            .iter()
            .filter_map(|proposal| proposal.details.applicant.accountable().cloned());
        own.chain(applicants).collect()
    }
}

impl DemoProposal {
    /// The same proposal again under another reference, for measuring. Only the first has a fate after the ranking: there
    /// is no money for a hundred of each.
    pub(super) fn copy(&self, copy: u32) -> DemoProposal {
        if copy == 0 {
            return self.clone();
        }
        let reference = Ref::new(self.reference.year(), self.reference.number() + copy * 100);
        DemoProposal {
            reference,
            moved: None,
            recommendation: None,
            ruling: None,
            ..self.clone()
        }
    }
}

fn broken(detail: &str) -> Refusal {
    refuse("demo-script").with("detail", detail)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberFile {
    member: Vec<RawMember>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMember {
    handle: String,
    name: String,
    roles: Vec<String>,
    participant: Option<String>,
}

impl RawMember {
    fn read(self) -> Result<Member, Refusal> {
        Ok(Member {
            roles: parse_roles(&self.roles.join(","))?,
            participant: self
                .participant
                .map(|number| Number::parse(&number))
                .transpose()?,
            handle: self.handle,
            name: self.name,
            active: true,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryFile {
    comments: Vec<String>,
    round: Vec<Round>,
    proposal: Vec<RawProposal>,
    #[serde(default)]
    solution: Vec<Solution>,
    #[serde(default)]
    forecast: Vec<Kept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProposal {
    #[serde(rename = "ref", deserialize_with = "parsed")]
    reference: Ref,
    title: String,
    summary: String,
    applicant: String,
    owner_number: Option<String>,
    benefit: Benefit,
    cost: i64,
    applied: i64,
    submitted_on: Option<Date>,
    go_live: Date,
    uptake_low: Decimal,
    uptake: Decimal,
    uptake_high: Decimal,
    delay_low: u32,
    delay: u32,
    delay_high: u32,
    #[serde(deserialize_with = "parsed")]
    price_model: PriceModel,
    quality: f64,
    spread: f64,
    round: Option<String>,
    #[serde(default)]
    conflicts: Vec<RawConflict>,
    moved_to: Option<usize>,
    move_reason: Option<String>,
    outcome: Option<RawOutcome>,
    stage: Option<String>,
    gates: Option<[bool; 4]>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConflict {
    member: String,
    ground: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOutcome {
    recommended: String,
    amount: Option<i64>,
    #[serde(default)]
    conditions: String,
    decided: Option<String>,
    committed: Option<i64>,
    #[serde(default)]
    reason: String,
}

impl RawProposal {
    fn read(self) -> Result<DemoProposal, Refusal> {
        let [
            shared_development,
            of_use_to_all,
            eligible_applicant,
            credible_repayment,
        ] = self.gates.unwrap_or([true; 4]);
        let stage = match self.stage {
            None => Stage::Qualified,
            Some(word) => Stage::parse(&word).ok_or_else(|| broken(&word))?,
        };
        let decimal = |number: f64| Decimal::try_from(number).map_err(|fault| broken(&fault.to_string()));
        let (recommendation, ruling) = self
            .outcome
            .map(RawOutcome::read)
            .transpose()?
            .unwrap_or_default();
        Ok(DemoProposal {
            reference: self.reference,
            submitted_on: self.submitted_on,
            stage,
            gates: Gates {
                shared_development,
                of_use_to_all,
                eligible_applicant,
                credible_repayment,
            },
            gate_reason: self.reason.unwrap_or_default(),
            round: self.round,
            quality: decimal(self.quality)?,
            spread: decimal(self.spread)?,
            conflicts: self
                .conflicts
                .into_iter()
                .map(|conflict| (conflict.member, conflict.ground))
                .collect(),
            moved: self.moved_to.zip(self.move_reason),
            recommendation,
            ruling,
            details: Details {
                title: self.title,
                summary: self.summary,
                applicant: applicant(self.applicant, self.owner_number)?,
                benefit: self.benefit,
                cost: Ore::kroner(self.cost),
                applied: Ore::kroner(self.applied),
                go_live: Some(self.go_live),
                uptake: estimate(self.uptake_low, self.uptake, self.uptake_high),
                delay: estimate(self.delay_low, self.delay, self.delay_high),
                price_model: self.price_model,
                bass: None,
            },
        })
    }
}

fn estimate<T>(low: T, likely: T, high: T) -> Estimate<T> {
    Estimate {
        low: Some(low),
        likely: Some(likely),
        high: Some(high),
    }
}

fn applicant(name: String, owner: Option<String>) -> Result<Applicant, Refusal> {
    match owner {
        Some(owner) => Ok(Applicant::Company {
            name,
            owner: Number::parse(&owner)?,
        }),
        None if name == "KS" => Ok(Applicant::Ks),
        None => Ok(Applicant::Participant(Number::parse(&name)?)),
    }
}

/// What the council recommends, and what KS rules with the reason if it deviates.
type Fate = (Option<Recommendation>, Option<(Ruling, String)>);

impl RawOutcome {
    fn read(self) -> Result<Fate, Refusal> {
        let recommendation = match (self.recommended.as_str(), self.amount) {
            ("approve", Some(kroner)) => Recommendation::Approve {
                amount: Ore::kroner(kroner),
                conditions: self.conditions,
            },
            ("postpone", None) => Recommendation::Postpone,
            ("decline", None) => Recommendation::Decline,
            (other, _) => return Err(broken(other)),
        };
        let ruling = match (self.decided.as_deref(), self.committed) {
            (None, None) => None,
            (Some("commit"), Some(kroner)) => Some((Ruling::Commit(Ore::kroner(kroner)), self.reason)),
            (Some("decline"), None) => Some((Ruling::Decline, self.reason)),
            (other, _) => return Err(broken(other.unwrap_or_default())),
        };
        Ok((Some(recommendation), ruling))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_reads_well_and_is_large_enough() {
        let script = Script::read().unwrap();
        assert_eq!(script.council().count(), 11);
        assert!(script.proposals.len() >= 24);
        assert_eq!((script.rounds.len(), script.solutions.len()), (4, 3));
        assert!(script.rounds[0].decided_on.is_some() && script.rounds[1].revealed_on.is_none());
        for proposal in &script.proposals {
            assert_eq!(proposal.details.check(), Ok(()), "{}", proposal.reference);
        }
    }
}
