//! One project from both sides, each in one read transaction, so that no figure is older than the one beside it.

use super::super::OpError;
use super::proposals::ProposalData;
use super::solutions::{ChargeLine, SolutionData, SolutionLine};
use super::{Charges, ProposalView, SolutionView, Solutions, View, Viewer};
use crate::domain::proposal::Ref;

/// A proposal, and its solution once that has gone live.
#[derive(Clone, Copy, Debug)]
pub struct WholeProposal {
    pub reference: Ref,
}

impl View for WholeProposal {
    type Data = (ProposalData, Option<SolutionLine>);

    fn read(&self, viewer: &Viewer) -> Result<Self::Data, OpError> {
        let reference = self.reference;
        let proposal = ProposalView { reference }.read(viewer)?;
        let lines = Solutions.read(viewer)?.into_iter();
        let mut live = lines.filter(|line| line.proposal.reference == reference && line.solution.is_some());
        Ok((proposal, live.next()))
    }
}

/// A solution, and its charges with the days of their reminders.
#[derive(Clone, Copy, Debug)]
pub struct WholeSolution {
    pub reference: Ref,
}

impl View for WholeSolution {
    type Data = (SolutionData, Vec<ChargeLine>);

    fn read(&self, viewer: &Viewer) -> Result<Self::Data, OpError> {
        let reference = self.reference;
        let solution = SolutionView { reference }.read(viewer)?;
        let mut charges = Charges.read(viewer)?;
        charges.retain(|line| line.charge.reference == reference);
        Ok((solution, charges))
    }
}
