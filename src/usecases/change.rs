//! What a row of the log may have changed, so that a screen that shows something else need not read again.

use crate::domain::log_action::LogAction as Log;
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
    /// The council's meetings with their agendas, and which item is on the table.
    Meetings,
    /// What goes on in an open meeting: who is there, conflicts, motions and votes.
    Sittings,
}

impl Change {
    /// The parts that it may have changed; `None` for any, as of what only a later version writes.
    fn parts(&self) -> Option<&'static [Part]> {
        use Part::{Books, Forecasts, Meetings, Participants, Proposals, Rounds, Sittings, Solutions};
        Some(match self.action? {
            Log::ScorecardSubmit
            | Log::ScorecardSubmitOnBehalf
            | Log::ScoresImport
            | Log::ConflictDeclare
            | Log::RankingMove => &[Rounds],
            // Who may come in, and what is acknowledged, is shown nowhere but in the log, which shows every change.
            Log::MemberKeyAdd | Log::MemberKeyRemove | Log::AuditAcknowledge => &[],
            Log::RoundOpen | Log::RoundReveal | Log::CouncilRecommend => &[Rounds, Proposals],
            Log::ProposalSave
            | Log::ProposalSubmit
            | Log::ProposalWithdraw
            | Log::ProposalQualify
            | Log::ProposalsImport => &[Proposals],
            Log::ParticipantDecide | Log::ParticipantPay | Log::ParticipantsImport => &[Participants, Books],
            Log::DisbursementRegister | Log::DisbursementWithdraw => &[Books, Proposals],
            Log::ChargeRemind | Log::ChargeRemindAll => &[Solutions],
            Log::ForecastSave => &[Forecasts],
            Log::MeetingPlan
            | Log::MeetingCall
            | Log::MeetingCancel
            | Log::MeetingOpen
            | Log::MeetingNext
            | Log::MeetingAdjourn
            | Log::MeetingResume
            | Log::ItemAdd
            | Log::ItemAddRanked
            | Log::ItemWithdraw
            | Log::MinutesFinalise
            | Log::MinutesCorrect => &[Meetings],
            Log::AttendIn
            | Log::AttendOut
            | Log::AttendAll
            | Log::ConflictRaise
            | Log::MotionAdd
            | Log::MotionWithdraw
            | Log::ItemOut
            | Log::StatementMake
            | Log::VoteOpen
            | Log::VoteCancel
            | Log::VoteCast
            | Log::VoteCastFor
            | Log::VoteRoom
            | Log::VoteTrial
            | Log::VoteTrialOpen
            | Log::VoteTrialAnswer
            | Log::VoteTrialClose
            | Log::ElectionOpen
            | Log::ElectionCast
            | Log::ElectionClose
            | Log::ElectionVoid
            | Log::ElectionAskSecret => &[Sittings],
            // What is carried takes effect with it (M14); a written procedure may be decided by its last answer (M16).
            Log::VoteClose | Log::MeetingClose | Log::WrittenStart | Log::WrittenAnswer => {
                &[Meetings, Sittings, Proposals, Rounds]
            }
            // Much, or something that every screen shows.
            Log::AdoptionsImport
            | Log::ChargePay
            | Log::CommitmentRelease
            | Log::DisbursementApprove
            | Log::FundCreate
            | Log::FundUpgrade
            | Log::KsDecide
            | Log::KsPay
            | Log::LedgerClose
            | Log::LedgerImport
            | Log::LedgerReopen
            | Log::LedgerReverse
            | Log::MemberAdd
            | Log::MemberMask
            | Log::MemberRevoke
            | Log::MemberRole
            | Log::MinutesApprove
            | Log::ParticipantKeep
            | Log::ParticipantRefund
            | Log::ParticipantWaive
            | Log::ProjectStop
            | Log::ProjectWriteOff
            | Log::RefundPay
            | Log::SchemeSet
            | Log::SeatSet
            | Log::SolutionAdopt
            | Log::SolutionLive
            | Log::SolutionSettle
            | Log::StatePay => return None,
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
        let alone = self.is_one_of(&[
            Log::ScorecardSubmit,
            Log::ScorecardSubmitOnBehalf,
            Log::ConflictDeclare,
            Log::CouncilRecommend,
            Log::ProposalSubmit,
            Log::ProposalWithdraw,
            Log::ProposalQualify,
        ]);
        !alone || self.subject.parse() == Ok(reference)
    }

    /// Whether it may have changed which item is on the table of a meeting, what comes next in it, who conducts an election, or
    /// what somebody takes part in there.
    #[must_use]
    pub fn turns_the_page(&self) -> bool {
        self.touches(&[Part::Meetings])
            || self.is_one_of(&[
                Log::AttendIn,
                Log::AttendOut,
                Log::AttendAll,
                Log::ConflictRaise,
                Log::VoteOpen,
                Log::VoteCancel,
                Log::VoteCastFor,
                Log::VoteRoom,
                Log::ElectionOpen,
                Log::ElectionClose,
                Log::ElectionVoid,
            ])
    }

    /// M15: whether an election has come to nothing and is held anew.
    #[must_use]
    pub fn is_of_a_void_election(&self) -> bool {
        self.is_one_of(&[Log::ElectionVoid])
    }

    /// Whether it has changed nothing but what goes on in an open meeting.
    #[must_use]
    pub fn is_of_a_sitting(&self) -> bool {
        self.parts() == Some(&[Part::Sittings])
    }

    /// Whether it may have changed whose vote is awaited in an open meeting: what is voted on, who can vote in it, and who has.
    #[must_use]
    pub fn is_of_a_vote(&self) -> bool {
        self.is_one_of(&[
            Log::AttendOut,
            Log::ConflictRaise,
            Log::VoteOpen,
            Log::VoteCancel,
            Log::VoteCast,
            Log::VoteCastFor,
            Log::VoteRoom,
            Log::VoteClose,
            Log::ElectionOpen,
            Log::ElectionCast,
            Log::ElectionClose,
            Log::ElectionVoid,
            Log::ElectionAskSecret,
        ])
    }

    /// Whether it may have changed who may do what.
    #[must_use]
    pub fn is_of_members(&self) -> bool {
        self.is_one_of(&[
            Log::MemberAdd,
            Log::MemberKeyAdd,
            Log::MemberKeyRemove,
            Log::MemberMask,
            Log::MemberRevoke,
            Log::MemberRole,
        ])
    }

    fn is_one_of(&self, actions: &[Log]) -> bool {
        self.action.is_some_and(|action| actions.contains(&action))
    }
}
