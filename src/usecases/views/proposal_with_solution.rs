//! One project from both sides in one read transaction, so that no figure is older than the one beside it.

use super::super::OpError;
use super::proposals::ProposalData;
use super::solutions::SolutionLine;
use super::{ProposalView, Solutions, View, Viewer};
use crate::domain::proposal::Ref;

/// A proposal, and its solution once that has gone live.
#[derive(Clone, Copy, Debug)]
pub struct ProposalWithSolution {
    pub reference: Ref,
}

impl View for ProposalWithSolution {
    type Data = (ProposalData, Option<SolutionLine>);

    fn read(&self, viewer: &Viewer) -> Result<Self::Data, OpError> {
        let reference = self.reference;
        let proposal = ProposalView { reference }.read(viewer)?;
        let lines = Solutions.read(viewer)?.into_iter();
        let mut live = lines.filter(|line| line.proposal.reference == reference && line.solution.is_some());
        Ok((proposal, live.next()))
    }
}
