//! The applications of the demo, registered by the secretariat as they come in.

use jiff::civil::{Date, date};

use super::player::Steps;
use super::script::DemoProposal;
use crate::domain::intake::ProposalIntake;
use crate::usecases::ImportProposals;

/// When what is still a draft was begun.
const DRAFTED: Date = date(2018, 11, 5);

pub(super) fn write(steps: &mut Steps, proposals: &[DemoProposal]) {
    let arrival = |proposal: &DemoProposal| proposal.submitted_on.unwrap_or(DRAFTED);
    let mut in_order: Vec<&DemoProposal> = proposals.iter().collect();
    in_order.sort_by_key(|proposal| (arrival(proposal), proposal.reference));
    for day in in_order.chunk_by(|a, b| arrival(a) == arrival(b)) {
        let rows = day.iter().map(|proposal| row(proposal)).collect();
        steps.act(arrival(day[0]), "sekretariat", ImportProposals { rows });
    }
}

fn row(proposal: &DemoProposal) -> ProposalIntake {
    let details = proposal.details.clone();
    ProposalIntake {
        line: 0,
        reference: proposal.reference,
        title: Some(details.title),
        summary: Some(details.summary),
        applicant: Some(details.applicant),
        benefit: Some(details.benefit),
        cost: Some(details.cost),
        applied: Some(details.applied),
        submitted_on: proposal.submitted_on,
        go_live: details.go_live,
        uptake_low: details.uptake.low,
        uptake: details.uptake.likely,
        uptake_high: details.uptake.high,
        delay_low: details.delay.low,
        delay: details.delay.likely,
        delay_high: details.delay.high,
        price_model: Some(details.price_model),
        bass_p: details.bass.map(|bass| bass.innovation),
        bass_q: details.bass.map(|bass| bass.imitation),
    }
}
