//! What a row of the log may have changed, so that a screen that shows something else need not read again. A use case that isn't
//! named here may have changed anything.

use crate::domain::proposal::Ref;
use crate::store::Change;

/// A part of what is known of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The proposals with their stages and what was decided on them.
    Proposals,
    /// The rounds with their scorecards and orders.
    Rounds,
    /// Vouchers, and the disbursements that wait to become one.
    Books,
    Participants,
    /// What has gone live, with adopters and claims.
    Solutions,
    /// The forecasts that were saved.
    Forecasts,
}

impl Change {
    /// The parts that it may have changed; `None` for any.
    fn parts(&self) -> Option<&'static [Part]> {
        use Part::{Books, Forecasts, Participants, Proposals, Rounds, Solutions};
        Some(match self.action.as_str() {
            "scorecard.submit" | "scorecard.submit-on-behalf" | "scores.import" | "conflict.declare" => {
                &[Rounds]
            }
            "ranking.move" => &[Rounds],
            "round.open" | "round.reveal" | "council.recommend" => &[Rounds, Proposals],
            "proposal.save" | "proposal.submit" | "proposal.withdraw" | "proposal.qualify"
            | "proposals.import" => &[Proposals],
            "participant.decide" | "participant.pay" | "participants.import" => &[Participants, Books],
            "disbursement.register" | "disbursement.withdraw" => &[Books, Proposals],
            "charge.remind" | "charge.remind-all" => &[Solutions],
            "forecast.save" => &[Forecasts],
            _ => return None,
        })
    }

    /// Whether it may have changed one of some parts.
    #[must_use]
    pub fn touches(&self, parts: &[Part]) -> bool {
        self.parts()
            .is_none_or(|touched| touched.iter().any(|part| parts.contains(part)))
    }

    /// Whether it may have changed a proposal or what is said of it: most steps of its way to a decision stay with the one that
    /// they name.
    #[must_use]
    pub fn concerns(&self, reference: Ref) -> bool {
        let alone = matches!(
            self.action.as_str(),
            "scorecard.submit"
                | "scorecard.submit-on-behalf"
                | "conflict.declare"
                | "council.recommend"
                | "proposal.submit"
                | "proposal.withdraw"
                | "proposal.qualify"
        );
        !alone || self.subject.parse() == Ok(reference)
    }

    /// Whether it may have changed who may do what.
    #[must_use]
    pub fn is_of_members(&self) -> bool {
        self.action.starts_with("member.")
    }
}
