//! Which ways on from a place are closed, whoever would take them: what would be refused as things stand. The keys of the screens
//! are held against the same facts.

use super::call::Call;
use super::failure::Failure;
use crate::domain::participant::Number;
use crate::domain::policy::Subject;
use crate::domain::proposal::{Ref, Stage, Step};
use crate::domain::repayment::Invoice;
use crate::present::screens::ScreenName;
use crate::usecases::views::{
    Charges, ParticipantView, ProposalBoard, ProposalView, Rounds, ScoringView, SolutionView,
};

/// The commands that would be refused, and what the policy asks of the record.
pub(super) struct Closed {
    commands: Vec<&'static str>,
    pub subject: Subject,
}

impl Default for Closed {
    fn default() -> Closed {
        Closed {
            commands: Vec::new(),
            subject: Subject::FUND,
        }
    }
}

impl Closed {
    pub(super) fn has(&self, command: &str) -> bool {
        self.commands.contains(&command)
    }

    fn unless(mut self, open: bool, commands: &[&'static str]) -> Closed {
        if !open {
            self.commands.extend(commands);
        }
        self
    }
}

/// M5, M14, K4, C5, L4: of a proposal and, where it has one, its solution; with its stage.
pub(super) fn of_proposal(reference: Ref, call: &Call) -> Result<(Stage, Closed), Failure> {
    let data = call.view(&ProposalView { reference })?;
    let (stage, conflicted) = (data.row.proposal.stage, data.conflicted);
    let rest = data
        .commitment
        .is_some_and(|commitment| commitment.outstanding().is_positive());
    let mut closed = Closed::default()
        .unless(data.needs_a_vote.is_none(), &["kommit recommend"])
        .unless(!conflicted, &["kommit conflict"])
        .unless(rest, &["kommit disburse", "kommit release"]);
    if Step::Adopt.may_follow(stage) || Step::Settle.may_follow(stage) {
        let solution = call.view(&SolutionView { reference })?;
        let outstanding = solution.line.outstanding.is_positive();
        closed = closed
            .unless(!solution.may_adopt.is_empty(), &["kommit adopt"])
            .unless(solution.settling.is_ok(), &["kommit settle"])
            .unless(outstanding, &["kommit write-off"]);
    }
    let subject = Subject::Proposal { conflicted };
    Ok((stage, Closed { subject, ..closed }))
}

/// S4: a round is scored and revealed while it is open.
pub(super) fn of_round(name: &str, call: &Call) -> Result<Closed, Failure> {
    let rounds = call.view(&Rounds)?;
    let round = rounds.iter().find(|line| line.round.name == name);
    let open = round.is_some_and(|line| !line.round.is_revealed());
    Ok(of_an_open_round(open))
}

fn of_an_open_round(open: bool) -> Closed {
    let commands = ["kommit score", "kommit conflict", "kommit round reveal"];
    Closed::default().unless(open, &commands)
}

/// C4, C8: of a participant.
pub(super) fn of_participant(number: &Number, call: &Call) -> Result<Closed, Failure> {
    let number = number.clone();
    let line = call.view(&ParticipantView { number })?.line;
    Ok(Closed::default()
        .unless(line.why_no_payment().is_none(), &["kommit participant pay"])
        .unless(line.why_no_waiver().is_none(), &["kommit participant waive"])
        .unless(
            line.why_nothing_over().is_none(),
            &["kommit participant refund", "kommit participant keep"],
        ))
}

/// R4: of a charge.
pub(super) fn of_charge(invoice: Invoice, call: &Call) -> Result<Closed, Failure> {
    let (charges, today) = (call.view(&Charges)?, call.session()?.today());
    let mut charges = charges.iter().map(|line| &line.charge);
    let charge = charges.find(|charge| charge.invoice == invoice);
    let unpaid = charge.is_some_and(|charge| charge.open().is_positive());
    let overdue = charge.is_some_and(|charge| charge.check_overdue(today).is_ok());
    Ok(Closed::default()
        .unless(unpaid, &["kommit charge pay"])
        .unless(overdue, &["kommit charge remind"]))
}

/// What is closed on a screen: of scoring by the round that is open; of the lists of proposals a step is open when one of them is
/// where it may be taken.
pub(super) fn on(name: ScreenName, call: &Call) -> Result<Closed, Failure> {
    match name {
        ScreenName::Scoring => Ok(of_an_open_round(call.view(&ScoringView)?.round.is_some())),
        ScreenName::Proposals | ScreenName::Ranking => of_proposals(call),
        _ => Ok(Closed::default()),
    }
}

fn of_proposals(call: &Call) -> Result<Closed, Failure> {
    let board = call.view(&ProposalBoard)?;
    let any = |allows: &dyn Fn(Stage) -> bool| board.proposals.iter().any(|row| allows(row.proposal.stage));
    let may = |step: Step| any(&|stage| step.may_follow(stage));
    Ok(Closed::default()
        .unless(may(Step::Qualify), &["kommit proposal qualify"])
        .unless(may(Step::OpenRound), &["kommit round open"])
        .unless(any(&|stage| stage == Stage::Ranked), &["kommit move"])
        .unless(may(Step::Recommend) && !board.by_vote, &["kommit recommend"])
        .unless(may(Step::Commit), &["kommit decide"]))
}
