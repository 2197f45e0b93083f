//! Who comes in, and to which fund: made once of the command line and of what is around it, and handed down. Nothing else
//! decides who acts on what.

use std::path::PathBuf;
use std::time::Duration;

use super::environment::Environment;
use super::globals::Globals;
use crate::domain::access::Access;

/// Who comes in, which way, and the file that is meant.
pub(super) struct Entry {
    pub access: Access,
    /// None where nobody says which: then it is the one in the data directory.
    pub file: Option<PathBuf>,
    /// How long the terminal program waits for a key; as long as one likes at the machine.
    pub idle: Option<Duration>,
}

impl Entry {
    /// At the machine: what is asked for, or what is set, or the owner of the file.
    pub(super) fn local(globals: &Globals, around: &Environment) -> Entry {
        let member = globals.member.as_deref().or(around.member.as_deref());
        Entry {
            access: Access::local(member).by_user(&around.user_name),
            file: globals.db.clone().or_else(|| around.db.clone()),
            idle: None,
        }
    }
}
