//! The commands by which one goes on from a record, each with the action that the policy asks of it.

use crate::domain::meeting::State;
use crate::domain::policy::Action;
use crate::domain::proposal::{Stage, Step};

/// A way on: what the policy knows it as, and the command.
pub type WayOn = (Action, &'static str);

pub const PARTICIPANT: &[WayOn] = &[
    (Action::RegisterAnswer, "kommit participant decide"),
    (Action::RegisterPayment, "kommit participant pay"),
    (Action::Waive, "kommit participant waive"),
    (Action::PayRefund, "kommit participant refund"),
    (Action::KeepOverpayment, "kommit participant keep"),
    (Action::RegisterAdoption, "kommit adopt"),
];

pub const ROUND: &[WayOn] = &[
    (Action::Score, "kommit score"),
    (Action::DeclareConflict, "kommit conflict"),
    (Action::Reveal, "kommit round reveal"),
];

pub const CHARGE: &[WayOn] = &[
    (Action::RegisterRepayment, "kommit charge pay"),
    (Action::Remind, "kommit charge remind"),
];

/// The ways to other meetings.
pub const MEETINGS: &[WayOn] = &[
    (Action::Read, "kommit meetings list"),
    (Action::Read, "kommit meetings show"),
    (Action::PrepareMeeting, "kommit meeting plan"),
];

/// The ways on from a meeting, by how far it has come.
pub fn from_state(state: State) -> &'static [WayOn] {
    match state {
        State::Planned => &[
            (Action::PrepareMeeting, "kommit item add"),
            (Action::PrepareMeeting, "kommit item withdraw"),
            (Action::PrepareMeeting, "kommit meeting call"),
            (Action::CancelMeeting, "kommit meeting cancel"),
        ],
        State::Called => &[
            (Action::ConductElection, "kommit meeting open"),
            (Action::Attend, "kommit attend in"),
            (Action::PrepareMeeting, "kommit item add"),
            (Action::CancelMeeting, "kommit meeting cancel"),
            (Action::Read, "kommit notice"),
        ],
        State::Open => &[
            (Action::ChairMeeting, "kommit meeting next"),
            (Action::RegisterForTheRoom, "kommit item add"),
            (Action::RegisterForTheRoom, "kommit item withdraw"),
            (Action::Attend, "kommit attend in"),
            (Action::Attend, "kommit attend out"),
            (Action::RaiseConflict, "kommit conflict raise"),
            (Action::PutMotion, "kommit motion add"),
            (Action::ChairMeeting, "kommit vote open"),
            (Action::Vote, "kommit vote cast"),
            (Action::RegisterForTheRoom, "kommit vote room"),
            (Action::ChairMeeting, "kommit vote close"),
            (Action::MakeStatement, "kommit statement"),
            (Action::ChairMeeting, "kommit meeting close"),
        ],
        State::Adjourned => &[(Action::ConductElection, "kommit meeting resume")],
        State::Closed => &[
            (Action::Read, "kommit minutes show"),
            (Action::WriteMinutes, "kommit minutes finalise"),
        ],
        State::Final | State::Approved => &[
            (Action::Read, "kommit minutes show"),
            (Action::WriteMinutes, "kommit minutes correct"),
        ],
        State::Cancelled => &[],
    }
}

/// Whether something may be done at a stage.
pub type Allows = fn(Stage) -> bool;

/// What may be done to a proposal, each with where.
pub const PROPOSAL: [(Allows, WayOn); 17] = [
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
pub fn from_stage(stage: Stage) -> Vec<WayOn> {
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
