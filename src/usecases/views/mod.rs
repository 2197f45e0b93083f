//! What a person may see, one read transaction each. What they share with the use cases is read in
//! [`super::queries`], and the blind rule (S4) among it.

pub mod adopting;
pub mod audit;
pub mod capital;
pub mod capital_board;
pub mod commitments;
pub mod deliberation;
pub mod drafting;
pub mod forecast;
pub mod health;
pub mod ledger;
pub mod meeting_board;
pub mod meetings;
pub mod member_keys;
pub mod members;
pub mod minutes;
pub mod on_the_table;
pub mod overview;
pub mod participants;
pub mod participation;
pub mod past;
pub mod periods;
pub mod portfolio;
pub mod proposal_with_solution;
pub mod proposals;
pub mod ranking;
pub mod ranking_board;
pub mod register;
pub mod report;
pub mod rounds;
pub mod scoring;
pub mod solutions;
pub mod tasks;
pub mod terms;

pub use adopting::Adopting;
pub use audit::{Anchored, AuditLog};
pub use capital::CapitalView;
pub use capital_board::CapitalBoard;
pub use commitments::{Commitments, Disbursements};
pub use deliberation::Deliberation;
pub use drafting::Drafting;
pub use forecast::{ForecastView, SavedForecasts};
pub use health::Health;
pub use ledger::{JournalPart, JournalTo, Vouchers};
pub use meeting_board::MeetingBoard;
pub use meetings::{MeetingAhead, MeetingView, Meetings, MeetingsAhead};
pub use member_keys::{KeyLine, MemberKeys};
pub use members::Members;
pub use minutes::MinutesView;
pub use on_the_table::OnTheTable;
pub use overview::Overview;
pub use participants::{ParticipantView, Participants};
pub use past::{PastForecast, PastForecasts};
pub use periods::Periods;
pub use portfolio::PortfolioView;
pub use proposal_with_solution::ProposalWithSolution;
pub use proposals::{ProposalBoard, ProposalBoardData, ProposalView, Proposals};
pub use ranking::RankingView;
pub use ranking_board::RankingBoard;
pub use register::DecisionRegister;
pub use report::YearReport;
pub use rounds::{Candidates, Rounds};
pub use scoring::ScoringView;
pub use solutions::{Charges, SolutionView, Solutions};
pub use terms::{Parameters, Seats, SessionRules};

pub use super::view::{View, Viewer};

/// What the views show as it is kept.
pub use crate::store::{
    Alteration, Altered, AuditEntry, Books, FinalMinutes, Finding, JournalLine, JournalOrder, ParticipantRow,
    Payment, ProposalRow, RoundProposal, SettlementRow, Upgrade,
};
