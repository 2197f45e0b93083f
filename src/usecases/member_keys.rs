//! The keys by which members come in over SSH. Only the owner of the file registers and removes them.

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::policy::Action;
use crate::domain::public_key::PublicKey;
use crate::domain::refusal::refuse;

/// Registers a public key for a member, who may have several.
#[derive(Debug)]
pub struct AddKey {
    pub handle: String,
    pub key: PublicKey,
}

impl UseCase for AddKey {
    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn name(&self) -> LogAction {
        LogAction::MemberKeyAdd
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let handle = self.handle.as_str();
        context.active_member(handle, context.today)?;
        let fingerprint = self.key.fingerprint.as_str();
        // A key that was another's stays the other's in the log, also when it has been removed.
        for known in context.write.member_keys(Some(fingerprint))? {
            if known.handle != handle {
                return Err(refuse("key-of-another").with("handle", known.handle).into());
            }
            if known.removed_on.is_none() {
                return Err(refuse("key-registered").with("handle", handle).into());
            }
        }
        context.write.add_key(handle, &self.key, context.today)?;
        Ok(Outcome::new("done-key-added", handle)
            .with("handle", handle)
            .with("key", fingerprint)
            .made("key", fingerprint))
    }
}

/// Removes a key: nobody comes in by it any more, and open sessions by it end.
#[derive(Debug)]
pub struct RemoveKey {
    pub fingerprint: String,
    /// Whose it is, where that is said.
    pub handle: Option<String>,
}

impl UseCase for RemoveKey {
    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn name(&self) -> LogAction {
        LogAction::MemberKeyRemove
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let fingerprint = self.fingerprint.as_str();
        let known = context.write.member_keys(Some(fingerprint))?;
        let key = known
            .into_iter()
            .find(|key| key.removed_on.is_none() && self.handle.as_ref().is_none_or(|own| *own == key.handle))
            .ok_or_else(|| refuse("key-unknown").with("key", fingerprint))?;
        context.write.remove_key(key.id, context.today)?;
        Ok(Outcome::new("done-key-removed", &key.handle)
            .with("handle", key.handle.as_str())
            .with("key", fingerprint)
            .made("key", fingerprint))
    }
}
