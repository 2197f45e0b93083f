//! How far a proposal has come, the one table of the steps that may follow each other, and the gates before scoring.

use serde::Serialize;

use super::Ref;
use crate::domain::money::Ore;
use crate::domain::named::named;
use crate::domain::refusal::{Refusal, refuse};

named! {
    /// How far a proposal has come.
    #[derive(PartialOrd, Ord, Hash, Serialize)]
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
        /// Nothing is outstanding, and some of it was lost.
        WrittenOff,
        NotQualified,
        Declined,
        Withdrawn,
        Postponed,
        Stopped,
    }
}

impl Stage {
    #[must_use]
    pub fn parse(word: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// What would have to come next for a proposal at this stage, or that nothing more is awaited.
    #[must_use]
    pub fn next_key(self) -> &'static str {
        match self {
            Stage::Draft => "next-submit",
            Stage::Submitted => "next-qualify",
            Stage::Qualified | Stage::Postponed => "next-open-round",
            Stage::Scoring => "next-reveal",
            Stage::Ranked => "next-recommend",
            Stage::Recommended => "next-decide",
            Stage::Committed => "next-disburse",
            Stage::Developing => "next-go-live",
            Stage::Live => "next-repay",
            Stage::Repaid => "next-repaid",
            Stage::WrittenOff => "next-written-off",
            Stage::NotQualified | Stage::Declined | Stage::Withdrawn | Stage::Stopped => "next-nothing",
        }
    }

    /// The stage of a project follows its books, both ways; other stages are steps.
    #[must_use]
    pub fn by_the_books(self, books: Books) -> Stage {
        match self {
            Stage::Committed | Stage::Developing | Stage::Live | Stage::Repaid | Stage::WrittenOff => {
                books.stage()
            }
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
                | Stage::WrittenOff
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

/// What the books say of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// What the fund has paid out on it.
    pub disbursed: Ore,
    /// What has not come back; below zero where adopters have paid in advance (R2).
    pub outstanding: Ore,
    /// What is lost and not made good.
    pub lost: Ore,
    /// A go-live is recorded.
    pub live: bool,
}

impl Books {
    /// Section 10: repaid when nothing is outstanding and no loss stands; written off when one does.
    fn stage(self) -> Stage {
        match (self.live, self.outstanding.is_positive()) {
            (_, false) if self.lost.is_positive() => Stage::WrittenOff,
            (true, false) => Stage::Repaid,
            (true, true) => Stage::Live,
            (false, _) if self.disbursed.is_zero() => Stage::Committed,
            (false, _) => Stage::Developing,
        }
    }
}

named! {
    /// A step in the life of a proposal.
    #[derive(Hash)]
    #[strum(serialize_all = "snake_case", prefix = "step-")]
    pub enum Step {
        Submit,
        Qualify,
        Disqualify,
        OpenRound,
        Reveal,
        Recommend,
        /// M14: the council takes its recommendation back.
        TakeBack,
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
}

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
            // M14: until KS decides a later recommendation takes the place of the first.
            Step::Recommend => (&[Stage::Ranked, Stage::Recommended], Stage::Recommended),
            Step::TakeBack => (&[Stage::Recommended], Stage::Ranked),
            Step::Postpone => (&[Stage::Ranked, Stage::Recommended], Stage::Postponed),
            Step::Commit => (&[Stage::Recommended], Stage::Committed),
            Step::Decline => (&[Stage::Recommended], Stage::Declined),
            Step::Disburse => (
                &[
                    Stage::Committed,
                    Stage::Developing,
                    Stage::Live,
                    Stage::Repaid,
                    Stage::WrittenOff,
                ],
                Stage::Developing,
            ),
            Step::GoLive => (&[Stage::Developing, Stage::WrittenOff], Stage::Live),
            Step::Adopt | Step::Settle => (&[Stage::Live, Stage::Repaid, Stage::WrittenOff], Stage::Live),
            Step::Stop => (
                &[
                    Stage::Committed,
                    Stage::Developing,
                    Stage::Live,
                    Stage::WrittenOff,
                ],
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

    /// Whether the step may be taken at a stage.
    #[must_use]
    pub fn may_follow(self, stage: Stage) -> bool {
        self.path().0.contains(&stage)
    }

    /// The stage after this step from `stage`.
    ///
    /// # Errors
    /// `step-out-of-turn` with the stage, the step, and what would have to come first; `decision-too-early` before the council
    /// has recommended; `withdraw-too-late`.
    pub fn from(self, reference: Ref, stage: Stage) -> Result<Stage, Refusal> {
        let (before, after) = self.path();
        if !self.may_follow(stage) {
            let refusal = match self {
                // What is withdrawn is withdrawn in time or never: nothing that comes first would help.
                Step::Withdraw => refuse("withdraw-too-late"),
                Step::Commit | Step::Decline if stage == Stage::Ranked => refuse("decision-too-early"),
                _ => refuse("step-out-of-turn")
                    .word("step", self.key())
                    .any_of("needs", before.iter().map(|stage| stage.key())),
            };
            let refusal = refusal.with("ref", reference).word("stage", stage.key());
            return Err(refusal.word("next", stage.next_key()));
        }
        Ok(
            if self != Step::Stop && matches!(stage, Stage::Live | Stage::Repaid | Stage::WrittenOff) {
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
    use crate::domain::refusal::Value;

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
        assert_eq!(Step::Stop.from(reference, Stage::WrittenOff), Ok(Stage::Stopped));
        assert_eq!(
            Step::Settle.from(reference, Stage::WrittenOff),
            Ok(Stage::WrittenOff)
        );
    }

    #[test]
    fn a_step_out_of_turn_names_every_stage_at_which_it_may_be_taken() {
        for step in Step::ALL.into_iter().filter(|step| *step != Step::Withdraw) {
            let stages: Vec<Stage> = Stage::ALL
                .into_iter()
                .filter(|stage| step.may_follow(*stage))
                .collect();
            let refusal = step.from(Ref::new(2018, 7), Stage::Declined).unwrap_err();
            let keys = stages.iter().map(|stage| stage.key().to_owned()).collect();
            let needs = ("needs", Value::AnyOf(keys));
            assert!(refusal.args.contains(&needs), "{step:?}: {refusal}");
        }
    }

    #[test]
    fn repaid_and_written_off_follow_the_books_both_ways_and_developing_the_first_disbursement() {
        let kr = Ore::kroner;
        let at = |stage: Stage, disbursed, outstanding, lost| {
            stage.by_the_books(Books {
                disbursed: kr(disbursed),
                outstanding: kr(outstanding),
                lost: kr(lost),
                live: matches!(stage, Stage::Live | Stage::Repaid),
            })
        };
        assert_eq!(at(Stage::Live, 10, 0, 0), Stage::Repaid);
        assert_eq!(at(Stage::Live, 10, -2, 0), Stage::Repaid, "paid in advance (R2)");
        assert_eq!(at(Stage::Repaid, 10, 1, 0), Stage::Live);
        assert_eq!(
            at(Stage::Live, 10, 0, 10),
            Stage::WrittenOff,
            "a loss isn't repaid"
        );
        assert_eq!(at(Stage::Repaid, 10, 0, 1), Stage::WrittenOff);
        assert_eq!(at(Stage::Live, 10, 3, 7), Stage::Live);
        assert_eq!(at(Stage::WrittenOff, 10, 3, 7), Stage::Developing);
        assert_eq!(at(Stage::Committed, 1, 1, 0), Stage::Developing);
        assert_eq!(at(Stage::Developing, 1, 0, 1), Stage::WrittenOff);
        assert_eq!(at(Stage::Developing, 0, 0, 0), Stage::Committed);
        assert_eq!(at(Stage::Stopped, 10, 0, 10), Stage::Stopped);
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
