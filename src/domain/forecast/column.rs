//! What one project does to the capital on the expected path. Columns are added up, so that a project is taken in or out
//! without looking at any other.

use super::adoption::Adoption;
use super::facts::{Facts, Project};
use super::flow::Flows;
use super::horizon::Horizon;
use super::what_if::WhatIf;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// What a project is expected to move in a quarter, beyond what is posted and what is due by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProjectFlow {
    /// Goes out (K4).
    pub disbursements: Ore,
    /// Comes in (F3).
    pub repayments: Ore,
}

impl ProjectFlow {
    pub(super) fn flows(self) -> Flows {
        Flows {
            disbursements: self.disbursements,
            repayments: self.repayments,
            ..Flows::default()
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub reference: Ref,
    /// Whether it is in the plan before anyone toggles it.
    pub included: bool,
    pub flows: Vec<ProjectFlow>,
    /// What is still to be paid out at the end of each quarter.
    pub outstanding: Vec<Ore>,
    /// What all its flows so far do to the closing balance of each quarter.
    pub net: Vec<Ore>,
}

impl Column {
    pub(super) fn of(project: &Project, adoption: &Adoption, included: bool, horizon: &Horizon) -> Column {
        let mut flows = vec![ProjectFlow::default(); horizon.len()];
        let mut left: Ore = project
            .instalments
            .iter()
            .map(|instalment| instalment.amount)
            .sum();
        for instalment in &project.instalments {
            if let Some(quarter) = horizon.place(instalment.due_on) {
                flows[quarter].disbursements += instalment.amount;
            }
        }
        let path = adoption.path(super::adoption::float(adoption.uptake.likely), horizon);
        for (quarter, pair) in path.windows(2).enumerate() {
            flows[quarter + 1].repayments = pair[1] - pair[0];
        }
        let (mut outstanding, mut net) = (Vec::new(), Vec::new());
        let mut sum = Ore::ZERO;
        for flow in &flows {
            left -= flow.disbursements;
            sum += flow.repayments - flow.disbursements;
            outstanding.push(left);
            net.push(sum);
        }
        Column {
            reference: project.reference,
            included,
            flows,
            outstanding,
            net,
        }
    }
}

/// Every project that could be in the plan, as the what-if sees it, and whether it is: the committed, then the candidates.
pub(super) fn plan<'a>(
    facts: &'a Facts,
    what_if: &'a WhatIf,
) -> impl Iterator<Item = (&'a Project, Adoption, bool)> {
    let committed = facts
        .projects
        .iter()
        .map(|project| (project, !what_if.exclude.contains(&project.reference)));
    let candidates = facts
        .candidates
        .iter()
        .map(|project| (project, what_if.include.contains(&project.reference)));
    committed
        .chain(candidates)
        .map(|(project, included)| (project, Adoption::of(project, what_if, facts.today), included))
}
