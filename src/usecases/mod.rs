//! What a person can do, one use case each: (actor, clock, store, input) in, an outcome or a refusal out, in one
//! write transaction that also asks the policy and writes the log. What a person may see is in [`views`].

mod acknowledgements;
mod adoptions;
mod adoptions_import;
mod backup;
mod ballots;
mod change;
mod charging;
mod conflicts;
mod context;
mod contributions;
mod decisions;
mod disbursements;
mod error;
mod forecasts;
mod imported_rows;
mod ledger;
mod ledger_import;
mod meetings;
mod member_keys;
mod members;
mod news;
mod outcome;
mod participants;
mod participants_import;
mod periods;
mod proposals;
mod queries;
mod repayments;
mod rounds;
mod scorecards;
mod session;
mod settlements;
mod setup;
mod solutions;
mod view;
pub mod views;

pub use acknowledgements::AcknowledgeUpgrade;
pub use adoptions::Adopt;
pub use adoptions_import::ImportAdoptions;
pub use backup::{Restored, restore};
pub use ballots::Conductor;
pub use change::Part;
pub use conflicts::DeclareConflict;
pub use context::{Context, Progress};
pub use contributions::{KeepOverpayment, RefundContribution, WaiveRest};
pub use decisions::{Decide, Recommend, Release};
pub use disbursements::{ApproveDisbursement, RegisterDisbursement, WithdrawDisbursement};
pub use error::OpError;
pub use forecasts::SaveForecast;
pub use imported_rows::FromFile;
pub use ledger::ReverseVoucher;
pub use ledger_import::ImportLedger;
pub use meetings::{
    AddItem, AddRanked, Adjourn, AnswerInWriting, AnswerTrial, ApproveMinutes, AskForSecrecy, Asked, Attend,
    AttendAll, CallMeeting, CallOffElection, CallOffVote, CancelMeeting, CastVote, CloseElection,
    CloseMeeting, CloseTrialVote, CloseVote, CorrectMinutes, Elect, FinaliseMinutes, GoToItem, InMeeting,
    MakeStatement, NoteLostElection, OfficeSought, OpenElection, OpenMeeting, OpenTrialVote, OpenVote,
    OpenVoteOn, PlanMeeting, Prints, PutMotion, RaiseConflict, RenderMinutes, Resume, SetParameter, SetRole,
    SetSeat, StartWritten, TakeOut, TrialVote, VoteForTheRoom, WithdrawItem, WithdrawMotion,
};
pub use member_keys::{AddKey, RemoveKey};
pub use members::{AddMember, MaskName, RevokeMember};
pub use outcome::Outcome;
pub use participants::{Payer, RegisterAnswer, RegisterPayment};
pub use participants_import::ImportParticipants;
pub use periods::{ClosePeriod, ReopenPeriod};
pub use proposals::{ImportProposals, Qualify, SaveProposal, SubmitProposal, WithdrawProposal};
pub use queries::settling::{Settling, SettlingPart};
pub use queries::solutions::Stopping;
pub use repayments::{PayCharge, PayRefund, Remind, RemindAll};
pub use rounds::{MoveProposals, OpenRound, RevealRound};
pub use scorecards::{ImportScores, SubmitScorecard};
pub use session::{Session, UseCase};
pub use settlements::Settle;
pub use setup::{create_fund, scheme_source};
pub use solutions::{RecordGoLive, StopProject, WriteOff};

/// How many may be here at once.
pub use crate::store::{Full, Place, enter};

/// Who comes in, and which way.
pub use crate::domain::access::Access;
/// How a session hears of what others do.
pub use crate::store::{Change, Notice, Traces, Watch};

/// What a copy for safekeeping holds.
pub use crate::store::Copied;

use jiff::Timestamp;
use jiff::civil::Date;

/// Where the time comes from. Only the program's entry knows the wall clock.
pub trait Clock: Send {
    fn now(&self) -> Timestamp;
    /// Today in Norway, unless the person set another business date.
    fn today(&self) -> Date;
}
