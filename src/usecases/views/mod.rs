//! What a person may see, one read transaction each. The blind rule (S4) lives in [`scores_visible`] and nowhere else:
//! everything that shows a score, an aggregate, an order or a line goes through it.

pub mod adopting;
pub mod audit;
pub mod board;
pub mod capital;
pub mod capital_board;
pub mod deliberation;
pub mod drafting;
pub mod forecast;
pub(in crate::usecases) mod forecast_facts;
pub mod health;
pub mod ledger;
pub mod members;
pub mod overview;
pub mod participants;
pub mod participation;
pub mod past;
pub mod portfolio;
pub mod proposals;
pub mod ranking;
pub mod report;
pub mod rounds;
pub mod scoring;
pub mod solutions;
pub mod whole;

pub use adopting::Adopting;
pub use audit::AuditLog;
pub use board::RankingBoard;
pub use capital::CapitalView;
pub use capital_board::CapitalBoard;
pub use deliberation::Deliberation;
pub use drafting::Drafting;
pub use forecast::{ForecastView, SavedForecasts};
pub use health::Health;
pub use ledger::{Disbursements, Journal, Vouchers};
pub use members::Members;
pub use overview::Overview;
pub use participants::{ParticipantView, Participants};
pub use past::{PastForecast, PastForecasts};
pub use portfolio::PortfolioView;
pub use proposals::{ProposalView, Proposals};
pub use ranking::RankingView;
pub use report::YearReport;
pub use rounds::{Candidates, Rounds};
pub use scoring::ScoringView;
pub use solutions::{Charges, SolutionView, Solutions};
pub use whole::{WholeProposal, WholeSolution};

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{OpError, Progress};
use crate::domain::council::Round;
use crate::domain::policy::{Action, Actor, Reason, Subject, may};
use crate::domain::proposal::Ref;
use crate::store::{Read, StoreError};

/// What the views show as it is kept.
pub use crate::store::{
    AuditEntry, CaseRow, Finding, JournalLine, ParticipantRow, Payment, ProposalRow, Seal, SettlementRow,
};

/// Who looks, at what moment, on which date.
pub struct Viewer<'v> {
    pub read: &'v Read<'v>,
    pub actor: &'v Actor,
    /// The as-of date of every figure.
    pub today: Date,
    /// Whoever waits for long work.
    pub progress: &'v Progress,
}

/// Something that can be looked at.
pub trait View {
    type Data;

    /// What it stands for in the policy.
    fn action(&self) -> Action {
        Action::Read
    }

    /// # Errors
    /// The blind rule, what isn't there, or what the file says.
    fn read(&self, viewer: &Viewer) -> Result<Self::Data, OpError>;
}

/// S4: whether `actor` may see the scores of a case: the round is revealed, and one in conflict waits for KS's decision.
///
/// # Errors
/// Why not.
pub fn scores_visible(
    actor: &Actor,
    round: Option<&Round>,
    conflicted: bool,
    decided: bool,
) -> Result<(), Reason> {
    let revealed = round.is_some_and(|round| round.revealed_on.is_some());
    may(
        actor,
        Action::ReadScores,
        Subject::Scores {
            revealed,
            conflicted,
            decided,
        },
    )
}

/// S4: the cases of a revealed round that `actor` doesn't see the scores of because of a conflict. Whatever tells of the
/// whole order would tell of them too, so while there is one the actor sees the list without it and no place in the
/// council's own.
pub(super) fn unseen_cases(read: &Read, actor: &Actor, round: &Round) -> Result<BTreeSet<Ref>, StoreError> {
    let conflicts = read.conflicts_of(round.id, &actor.handle)?.into_iter();
    Ok(conflicts
        .filter(|(_, stage)| scores_visible(actor, Some(round), true, stage.is_decided()).is_err())
        .map(|(case, _)| case)
        .collect())
}
