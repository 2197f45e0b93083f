//! The log, newest first.

use super::super::OpError;
use super::super::queries::blind::withhold_names;
use super::super::queries::secrecy::withhold_voters;
use super::{View, Viewer};
use crate::domain::anchor::Anchor;
use crate::domain::policy::Action;
use crate::store::AuditEntry;

/// The newest rows of the log.
#[derive(Clone, Copy, Debug)]
pub struct AuditLog {
    pub limit: i64,
}

/// The rows, and whether the whole chain holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditData {
    pub entries: Vec<AuditEntry>,
    /// The newest row.
    pub head: Anchor,
}

impl View for AuditLog {
    type Data = AuditData;

    fn read(&self, viewer: &Viewer) -> Result<AuditData, OpError> {
        let mut entries = viewer.read.audit(self.limit)?;
        withhold_names(viewer.read, viewer.actor, &mut entries)?;
        withhold_voters(viewer.read, viewer.actor, &mut entries)?;
        Ok(AuditData {
            entries,
            head: viewer.read.head()?,
        })
    }
}

/// Whether the chain of the log holds, and goes through a row that was written down outside the file.
#[derive(Clone, Debug, Default)]
pub struct AuditChain {
    pub expect: Option<Anchor>,
}

/// How long the chain is, its head, and the first row where it breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainData {
    pub head: Anchor,
    pub broken_at: Option<i64>,
    pub expected: Option<Expected>,
}

/// A row of the log that is expected, and the hash that it has now; none when the log has no such row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub anchor: Anchor,
    pub found: Option<String>,
}

impl Expected {
    /// The log goes through it.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.found.as_ref() == Some(&self.anchor.hash)
    }
}

/// Whether the log has a row that was written down outside the file; its chain isn't gone through.
#[derive(Clone, Debug)]
pub struct ExpectedRow(pub Anchor);

impl View for ExpectedRow {
    type Data = Expected;

    fn read(&self, viewer: &Viewer) -> Result<Expected, OpError> {
        Ok(Expected {
            anchor: self.0.clone(),
            found: viewer.read.audit_hash(self.0.row)?,
        })
    }
}

impl View for AuditChain {
    type Data = ChainData;

    fn read(&self, viewer: &Viewer) -> Result<ChainData, OpError> {
        let expected = self.expect.clone().map(|anchor| ExpectedRow(anchor).read(viewer));
        Ok(ChainData {
            head: viewer.read.head()?,
            broken_at: viewer.read.audit_break()?,
            expected: expected.transpose()?,
        })
    }
}

/// Something that is seen, and where the log stood at the same moment.
#[derive(Clone, Debug)]
pub struct Anchored<V>(pub V);

impl<V: View> View for Anchored<V> {
    type Data = (V::Data, Anchor);

    fn action(&self) -> Action {
        self.0.action()
    }

    fn read(&self, viewer: &Viewer) -> Result<Self::Data, OpError> {
        Ok((self.0.read(viewer)?, viewer.read.head()?))
    }
}
