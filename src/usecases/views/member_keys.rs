//! The keys by which members come in over SSH, for the owner of the file.

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::policy::Action;
use crate::domain::public_key::MemberKey;

/// Every key that was ever registered, in that order; of one member, or of one fingerprint, where that is given.
#[derive(Clone, Debug, Default)]
pub struct MemberKeys {
    pub handle: Option<String>,
    pub fingerprint: Option<String>,
}

/// A key, and whether one comes in by it: it isn't removed, and its member isn't either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    pub key: MemberKey,
    pub opens: bool,
}

impl View for MemberKeys {
    type Data = Vec<KeyLine>;

    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<KeyLine>, OpError> {
        let members = viewer.read.members(viewer.today)?;
        let is_active = |handle: &str| {
            let mut active = members.iter().filter(|member| member.active);
            active.any(|member| member.handle == handle)
        };
        let keys = viewer.read.member_keys(self.fingerprint.as_deref())?.into_iter();
        let asked = keys.filter(|key| self.handle.as_ref().is_none_or(|own| *own == key.handle));
        Ok(asked
            .map(|key| KeyLine {
                opens: key.removed_on.is_none() && is_active(&key.handle),
                key,
            })
            .collect())
    }
}
