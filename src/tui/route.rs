//! Where one can be in the program: a screen and its parameters, as data. Screens name each other by routes
//! only.

use crate::domain::contribution::Standing;
use crate::domain::meeting::MeetingKey;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{CutRule, Marks};
use crate::domain::repayment::Invoice;

/// A screen and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Overview,
    Proposals,
    /// The proposals at one stage.
    ProposalsAt(Stage),
    /// One proposal, by its reference.
    Proposal(String),
    /// A new proposal is written.
    NewProposal,
    /// What the applicant says is changed.
    EditProposal(Ref),
    /// The applicant takes a proposal back.
    Withdraw(Ref),
    /// The four gates of a proposal.
    Qualify(Ref),
    /// The open round as one has scored it.
    Scoring,
    /// The viewer's own scorecard of a proposal.
    Scorecard(Ref),
    /// Stepping aside from a proposal.
    Conflict(Ref),
    /// The proposals of a new round are chosen.
    OpenRound,
    /// The ranked list with its line.
    Ranking,
    /// The lines of a round beside the best sets, and what the line by the rule costs. Without a frame it is what is free.
    Portfolio {
        round: String,
        frame: Option<Ore>,
        rule: CutRule,
        /// What is tried: in every set, or in none.
        marks: Marks,
    },
    /// The council's recommendation on a proposal, by its reference.
    Recommend(String),
    /// The council's meeting: the one that is open, else the next.
    Meeting,
    /// One of the council's meetings.
    MeetingOf(MeetingKey),
    /// The minutes of one of them.
    Minutes(MeetingKey),
    /// A proposal that is on no list, with its title, is taken up in the meeting that is open, if nobody objects.
    TakeUp(Ref, String),
    /// KS's decision on a proposal, by its reference.
    Decide(String),
    /// The capital, and the disbursements that wait for approval.
    Capital,
    /// The capital at the disbursements that wait for approval.
    Approvals,
    /// A disbursement of a commitment is registered.
    Disburse(Ref),
    /// What a commitment won't use is released.
    Release(Ref),
    /// The forecast of today is saved under a name.
    SaveForecast,
    /// The forecasts that are saved, and what came of them.
    PastForecasts,
    /// Every voucher with its postings.
    Vouchers,
    /// A voucher is reversed, by its number.
    Reverse(i64),
    /// A period of the books is closed.
    ClosePeriod,
    /// A closed period is opened again.
    ReopenPeriod,
    /// Who has joined, who has paid, who is late.
    Participants,
    /// The participants that stand in one way.
    ParticipantsAt(Standing),
    /// One participant with all that it answered.
    Participant(Number),
    /// A participant's answer is registered.
    Answer(Number),
    /// A participant's payment is registered.
    Payment(Number),
    /// A rest of a contribution is waived.
    Waive(Number),
    /// What is over of a contribution is to be paid back.
    RefundContribution(Number),
    /// What is over of a contribution becomes other income.
    Keep(Number),
    /// The projects that the fund has paid to, and what has come back.
    Solutions,
    /// One of them with its adopters, charges and settlements.
    Solution(Ref),
    /// A participant takes a solution into use.
    Adopt(Ref),
    /// The day that a solution went live is recorded.
    GoLive(Ref),
    /// The payment of a charge is registered; the reference says on which solution it is.
    PayCharge(Ref, Invoice),
    /// What an adopter is owed is paid back.
    Refund(Ref, Number),
    /// What won't come back is written off.
    WriteOff(Ref),
    /// A project is stopped.
    Stop(Ref),
    /// The log of all that was done.
    Log,
}
