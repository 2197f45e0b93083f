//! How far a proposal has come, the one table of the steps that may follow each other, and the gates before scoring.

use serde::Serialize;
use strum::{EnumCount, IntoStaticStr, VariantArray};

use super::Ref;
use crate::domain::money::Ore;
use crate::domain::named::named;
use crate::domain::refusal::{Refusal, refuse};

/// How far a proposal has come.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", prefix = "stage-")]
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

named!(Stage);

impl Stage {
    #[must_use]
    pub fn parse(word: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.word() == word)
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

    /// Where a project stands by its books: `disbursed` is what was paid out to it, `outstanding` what has not come back.
    /// `repaid` follows what is outstanding both ways, `developing` the first disbursement; other stages are steps.
    #[must_use]
    pub fn by_the_books(self, disbursed: Ore, outstanding: Ore) -> Stage {
        match self {
            Stage::Committed | Stage::Developing if disbursed.is_zero() => Stage::Committed,
            Stage::Committed | Stage::Developing => Stage::Developing,
            Stage::Live | Stage::Repaid if outstanding.is_zero() => Stage::Repaid,
            Stage::Live | Stage::Repaid => Stage::Live,
            other => other,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", prefix = "step-")]
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
    /// The secretariat records the day that the solution went live.
    GoLive,
    /// A participant takes the solution into use.
    Adopt,
    /// The cost is shared anew (R1).
    Settle,
    /// What is left of the commitment is released, and what can't be recovered written off.
    Stop,
    Withdraw,
}

named!(Step);

impl Step {
    /// Stages from which the step may be taken, and the stage it leads to. From what is live a solution goes on being
    /// live: its last instalments, its adopters and its settlements change nothing of that.
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
            Step::Disburse => (
                &[Stage::Committed, Stage::Developing, Stage::Live, Stage::Repaid],
                Stage::Developing,
            ),
            Step::GoLive => (&[Stage::Developing], Stage::Live),
            Step::Adopt | Step::Settle => (&[Stage::Live, Stage::Repaid], Stage::Live),
            Step::Stop => (
                &[Stage::Committed, Stage::Developing, Stage::Live],
                Stage::Stopped,
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

    /// The stage after this step from `stage`.
    ///
    /// # Errors
    /// `step-out-of-turn` with the stage, the step, and what would have to come first.
    pub fn from(self, reference: Ref, stage: Stage) -> Result<Stage, Refusal> {
        let (before, after) = self.path();
        if !before.contains(&stage) {
            let refusal = match self {
                // What is withdrawn is withdrawn in time or never: nothing that comes first would help.
                Step::Withdraw => refuse("withdraw-too-late"),
                _ => refuse("step-out-of-turn")
                    .word("step", self.key())
                    .word("needs", before[0].key()),
            };
            let refusal = refusal.with("ref", reference).word("stage", stage.key());
            return Err(refusal.word("next", stage.next_key().unwrap_or("next-nothing")));
        }
        Ok(
            if self != Step::Stop && matches!(stage, Stage::Live | Stage::Repaid) {
                stage
            } else {
                after
            },
        )
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
        assert_eq!(Step::Adopt.from(reference, Stage::Repaid), Ok(Stage::Repaid));
        assert_eq!(Step::Stop.from(reference, Stage::Live), Ok(Stage::Stopped));
    }

    #[test]
    fn repaid_follows_what_is_outstanding_both_ways_and_developing_the_first_disbursement() {
        let kr = Ore::kroner;
        let at = |stage: Stage, disbursed, outstanding| stage.by_the_books(kr(disbursed), kr(outstanding));
        assert_eq!(at(Stage::Live, 10, 0), Stage::Repaid);
        assert_eq!(at(Stage::Repaid, 10, 1), Stage::Live);
        assert_eq!(at(Stage::Committed, 1, 1), Stage::Developing);
        assert_eq!(at(Stage::Developing, 0, 0), Stage::Committed);
        assert_eq!(at(Stage::Stopped, 10, 0), Stage::Stopped);
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
