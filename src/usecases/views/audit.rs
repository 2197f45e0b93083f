//! The log, newest first.

use super::super::OpError;
use super::{View, Viewer};
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
    /// Number and hash of the newest row.
    pub head: (i64, String),
}

impl View for AuditLog {
    type Data = AuditData;

    fn read(&self, viewer: &Viewer) -> Result<AuditData, OpError> {
        Ok(AuditData {
            entries: viewer.read.audit(self.limit)?,
            head: viewer.read.audit_head()?,
        })
    }
}

/// Whether the chain of the log holds.
#[derive(Clone, Copy, Debug)]
pub struct AuditChain;

/// How long the chain is, its head, and the first row where it breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainData {
    pub head: (i64, String),
    pub broken_at: Option<i64>,
}

impl View for AuditChain {
    type Data = ChainData;

    fn read(&self, viewer: &Viewer) -> Result<ChainData, OpError> {
        Ok(ChainData {
            head: viewer.read.audit_head()?,
            broken_at: viewer.read.audit_break()?,
        })
    }
}
