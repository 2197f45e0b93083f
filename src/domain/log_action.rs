//! What the log says was done. The name of each is written in the file for good, and a person reads its words.

use std::fmt;
use std::str::FromStr;

use super::named::named;

named! {
    /// What was done, as a row of the log names it: `member.key-add` is [`LogAction::MemberKeyAdd`].
    #[strum(serialize_all = "kebab-case", prefix = "log-")]
    pub enum LogAction {
        AdoptionsImport,
        AttendAll,
        AttendIn,
        AttendOut,
        AuditAcknowledge,
        ChargePay,
        ChargeRemind,
        ChargeRemindAll,
        CommitmentRelease,
        ConflictDeclare,
        ConflictRaise,
        CouncilRecommend,
        DisbursementApprove,
        DisbursementRegister,
        DisbursementWithdraw,
        ElectionAskSecret,
        ElectionCast,
        ElectionClose,
        ElectionOpen,
        ElectionVoid,
        ForecastSave,
        FundCreate,
        FundUpgrade,
        ItemAdd,
        ItemAddRanked,
        ItemOut,
        ItemWithdraw,
        KsDecide,
        KsPay,
        LedgerClose,
        LedgerImport,
        LedgerReopen,
        LedgerReverse,
        MeetingAdjourn,
        MeetingCall,
        MeetingCancel,
        MeetingClose,
        MeetingNext,
        MeetingOpen,
        MeetingPlan,
        MeetingResume,
        MemberAdd,
        MemberKeyAdd,
        MemberKeyRemove,
        MemberMask,
        MemberRevoke,
        MemberRole,
        MinutesApprove,
        MinutesCorrect,
        MinutesFinalise,
        MotionAdd,
        MotionWithdraw,
        ParticipantDecide,
        ParticipantKeep,
        ParticipantPay,
        ParticipantRefund,
        ParticipantWaive,
        ParticipantsImport,
        ProjectStop,
        ProjectWriteOff,
        ProposalQualify,
        ProposalSave,
        ProposalSubmit,
        ProposalWithdraw,
        ProposalsImport,
        RankingMove,
        RefundPay,
        RoundOpen,
        RoundReveal,
        SchemeSet,
        ScorecardSubmit,
        ScorecardSubmitOnBehalf,
        ScoresImport,
        SeatSet,
        SolutionAdopt,
        SolutionLive,
        SolutionSettle,
        StatePay,
        StatementMake,
        VoteCancel,
        VoteCast,
        VoteCastFor,
        VoteClose,
        VoteOpen,
        VoteRoom,
        VoteTrial,
        VoteTrialAnswer,
        VoteTrialClose,
        VoteTrialOpen,
        WrittenAnswer,
        WrittenStart,
    }
}

impl LogAction {
    /// What it was done to, and what was done.
    fn parts(self) -> (&'static str, &'static str) {
        self.word().split_once('-').unwrap_or_default()
    }
}

impl fmt::Display for LogAction {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (about, what) = self.parts();
        write!(f, "{about}.{what}")
    }
}

/// A name that only a later version writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownAction;

impl FromStr for LogAction {
    type Err = UnknownAction;

    fn from_str(name: &str) -> Result<LogAction, UnknownAction> {
        let parts = name.split_once('.').ok_or(UnknownAction)?;
        let action = LogAction::ALL.into_iter().find(|action| action.parts() == parts);
        action.ok_or(UnknownAction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for action in LogAction::ALL {
            assert_eq!(action.to_string().parse(), Ok(action));
        }
        assert_eq!(LogAction::MemberKeyAdd.to_string(), "member.key-add");
        assert_eq!(LogAction::ItemAddRanked.to_string(), "item.add-ranked");
        for unknown in ["", "member", "member-key.add", "something.new"] {
            assert_eq!(unknown.parse::<LogAction>(), Err(UnknownAction));
        }
    }
}
