//! The commands by which one goes on from a record, each with the action that the policy asks of it.

use crate::domain::meeting::{Act, Meeting, State};
use crate::domain::policy::{Action, Subject};
use crate::domain::proposal::{Stage, Step};
use crate::usecases::views::meetings::MeetingData;

/// A way on: what the policy knows it as, and the command.
pub(super) type WayOn = (Action, &'static str);

/// A way on with all that the policy must know.
pub(super) struct Asked {
    pub action: Action,
    pub subject: Subject,
    pub command: &'static str,
}

pub(super) const PARTICIPANT: &[WayOn] = &[
    (Action::RegisterAnswer, "kommit participant decide"),
    (Action::RegisterPayment, "kommit participant pay"),
    (Action::Waive, "kommit participant waive"),
    (Action::PayRefund, "kommit participant refund"),
    (Action::KeepOverpayment, "kommit participant keep"),
    (Action::RegisterAdoption, "kommit adopt"),
];

pub(super) const ROUND: &[WayOn] = &[
    (Action::Score, "kommit score"),
    (Action::DeclareConflict, "kommit conflict"),
    (Action::Reveal, "kommit round reveal"),
];

pub(super) const CHARGE: &[WayOn] = &[
    (Action::RegisterRepayment, "kommit charge pay"),
    (Action::Remind, "kommit charge remind"),
];

/// The ways to other meetings.
pub(super) const MEETINGS: &[WayOn] = &[
    (Action::Read, "kommit meetings list"),
    (Action::Read, "kommit meetings show"),
    (Action::PrepareMeeting, "kommit meeting plan"),
];

/// What a way on from a meeting is.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// Something that is done to it, whatever one is in it.
    Of(Action),
    /// Something that is done in it.
    In(Act<'static>),
    /// M3, M15: opening and closing an election.
    Conduct,
}

impl Way {
    /// What the policy is asked.
    fn asked(self, data: &MeetingData) -> (Action, Subject) {
        let meeting = &data.meeting;
        match self {
            Way::Of(action) => (action, Subject::FUND),
            Way::In(act) => (act.action(meeting), data.subject(act)),
            Way::Conduct => {
                let open = meeting.open_election().map(|election| election.office.clone());
                let office = open.unwrap_or_else(|| meeting.office_without_holder());
                let act = Act::Conduct(&office);
                (act.action(meeting), data.subject(act))
            }
        }
    }
}

/// Whether something is next in a meeting as it stands.
type Next = fn(&Meeting) -> bool;

fn is_prepared(meeting: &Meeting) -> bool {
    matches!(meeting.state, State::Planned | State::Called)
}

fn is_called(meeting: &Meeting) -> bool {
    meeting.state == State::Called && meeting.form.meets()
}

fn is_open(meeting: &Meeting) -> bool {
    meeting.state == State::Open && meeting.form.meets()
}

fn votes(meeting: &Meeting) -> bool {
    is_open(meeting) && meeting.open_vote().is_some()
}

fn elects(meeting: &Meeting) -> bool {
    is_open(meeting) && meeting.open_election().is_some()
}

fn answers(meeting: &Meeting) -> bool {
    is_open(meeting) && meeting.trial.is_some()
}

fn is_between_votes(meeting: &Meeting) -> bool {
    is_open(meeting) && !votes(meeting) && !elects(meeting) && !answers(meeting)
}

fn lacks_a_chair(meeting: &Meeting) -> bool {
    let wanting = meeting.office_without_holder();
    is_open(meeting) && !elects(meeting) && meeting.lacks_a_chair(wanting.item())
}

fn is_in_writing(meeting: &Meeting) -> bool {
    meeting.state == State::Open && !meeting.form.meets()
}

/// What may be done in a meeting, each with when.
pub(super) const MEETING: [(Next, Way, &str); 30] = [
    (is_called, Way::In(Act::Begin), "kommit meeting open"),
    (
        |meeting| meeting.state == State::Adjourned,
        Way::In(Act::Begin),
        "kommit meeting resume",
    ),
    (
        |meeting| is_prepared(meeting) && !meeting.form.meets(),
        Way::In(Act::StartWritten),
        "kommit written start",
    ),
    (
        is_in_writing,
        Way::In(Act::AnswerInWriting),
        "kommit written answer",
    ),
    (is_between_votes, Way::In(Act::Turn), "kommit meeting next"),
    (
        |meeting| is_prepared(meeting) || is_between_votes(meeting),
        Way::In(Act::ChangeTheList),
        "kommit item add",
    ),
    (
        |meeting| is_prepared(meeting) || is_between_votes(meeting),
        Way::In(Act::ChangeTheList),
        "kommit item withdraw",
    ),
    (
        |meeting| meeting.state == State::Planned,
        Way::Of(Action::PrepareMeeting),
        "kommit meeting call",
    ),
    (
        |meeting| is_called(meeting) || is_open(meeting),
        Way::In(Act::Attend),
        "kommit attend in",
    ),
    (is_open, Way::In(Act::Attend), "kommit attend out"),
    (
        |meeting| is_called(meeting) || is_open(meeting) || is_in_writing(meeting),
        Way::In(Act::RaiseConflict { own: true }),
        "kommit conflict raise",
    ),
    (is_open, Way::In(Act::Move), "kommit motion add"),
    (is_between_votes, Way::In(Act::OpenVote(None)), "kommit vote open"),
    (votes, Way::In(Act::Vote), "kommit vote cast"),
    (votes, Way::In(Act::VoteForTheRoom), "kommit vote room"),
    (votes, Way::In(Act::CloseVote), "kommit vote close"),
    (
        |meeting| votes(meeting) && meeting.standing_votes() == 0,
        Way::In(Act::CloseVote),
        "kommit vote cancel",
    ),
    (answers, Way::In(Act::AnswerTrial), "kommit vote trial-answer"),
    (
        answers,
        Way::In(Act::RegisterInTheItem),
        "kommit vote trial-close",
    ),
    (lacks_a_chair, Way::Conduct, "kommit election open"),
    (elects, Way::In(Act::Elect), "kommit election cast"),
    (elects, Way::Conduct, "kommit election close"),
    (is_open, Way::In(Act::State), "kommit statement"),
    (is_between_votes, Way::In(Act::Turn), "kommit meeting adjourn"),
    (
        |meeting| is_between_votes(meeting) || is_in_writing(meeting) || meeting.state == State::Adjourned,
        Way::In(Act::Close),
        "kommit meeting close",
    ),
    (
        is_prepared,
        Way::Of(Action::CancelMeeting),
        "kommit meeting cancel",
    ),
    (
        |meeting| meeting.state == State::Called,
        Way::Of(Action::Read),
        "kommit notice",
    ),
    (
        |meeting| meeting.state.is_over(),
        Way::Of(Action::Read),
        "kommit minutes show",
    ),
    (
        |meeting| meeting.state == State::Closed,
        Way::Of(Action::WriteMinutes),
        "kommit minutes finalise",
    ),
    (
        |meeting| matches!(meeting.state, State::Final | State::Approved),
        Way::Of(Action::WriteMinutes),
        "kommit minutes correct",
    ),
];

/// The ways on from a meeting as it stands, each with what the policy is asked.
pub(super) fn from_meeting(data: &MeetingData) -> Vec<Asked> {
    let next = MEETING.iter().filter(|(next, ..)| next(&data.meeting));
    let asked = next.map(|(_, way, command)| {
        let (action, subject) = way.asked(data);
        Asked {
            action,
            subject,
            command,
        }
    });
    asked.collect()
}

/// Whether something may be done at a stage.
pub(super) type Allows = fn(Stage) -> bool;

/// What may be done to a proposal, each with where.
pub(super) const PROPOSAL: [(Allows, WayOn); 17] = [
    (
        Stage::is_editable,
        (Action::RegisterProposal, "kommit proposal edit"),
    ),
    (
        |at| Step::Submit.may_follow(at),
        (Action::RegisterProposal, "kommit proposal submit"),
    ),
    (
        |at| Step::Qualify.may_follow(at),
        (Action::Qualify, "kommit proposal qualify"),
    ),
    (
        |at| Step::OpenRound.may_follow(at),
        (Action::OpenRound, "kommit round open"),
    ),
    (|at| at == Stage::Scoring, (Action::Score, "kommit score")),
    (
        |at| Step::Withdraw.may_follow(at),
        (Action::DeclareConflict, "kommit conflict"),
    ),
    (|at| at == Stage::Ranked, (Action::Move, "kommit move")),
    (
        |at| Step::Recommend.may_follow(at),
        (Action::Recommend, "kommit recommend"),
    ),
    (
        |at| Step::Commit.may_follow(at),
        (Action::Decide, "kommit decide"),
    ),
    (
        |at| Step::Disburse.may_follow(at),
        (Action::RegisterDisbursement, "kommit disburse"),
    ),
    (
        |at| Step::Disburse.may_follow(at),
        (Action::Release, "kommit release"),
    ),
    (
        |at| Step::GoLive.may_follow(at),
        (Action::RecordGoLive, "kommit proposal live"),
    ),
    (
        |at| Step::Adopt.may_follow(at),
        (Action::RegisterAdoption, "kommit adopt"),
    ),
    (
        |at| Step::Settle.may_follow(at),
        (Action::Settle, "kommit settle"),
    ),
    (
        |at| matches!(at, Stage::Developing | Stage::Live),
        (Action::WriteOff, "kommit write-off"),
    ),
    (
        |at| Step::Stop.may_follow(at),
        (Action::Stop, "kommit proposal stop"),
    ),
    (
        |at| Step::Withdraw.may_follow(at),
        (Action::RegisterProposal, "kommit proposal withdraw"),
    ),
];

/// The ways on from a proposal at a stage.
pub(super) fn from_stage(stage: Stage) -> Vec<WayOn> {
    let allowed = PROPOSAL.iter().filter(|(allows, _)| allows(stage));
    allowed.map(|(_, way)| *way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_led_to_what_its_stage_allows_and_to_nothing_else() {
        let commands = |stage| {
            from_stage(stage)
                .into_iter()
                .map(|(_, command)| command)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            commands(Stage::Recommended),
            [
                "kommit conflict",
                "kommit recommend",
                "kommit decide",
                "kommit proposal withdraw"
            ]
        );
        assert_eq!(
            commands(Stage::Committed),
            ["kommit disburse", "kommit release", "kommit proposal stop"]
        );
        assert_eq!(
            commands(Stage::Repaid),
            [
                "kommit disburse",
                "kommit release",
                "kommit adopt",
                "kommit settle"
            ]
        );
        assert!(commands(Stage::Declined).is_empty());
    }
}
