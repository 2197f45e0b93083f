//! Copies of the fund for safekeeping. Only the owner of the file takes one and puts one back.

use std::path::{Path, PathBuf};

use super::{Access, Clock, OpError, Session};
use crate::domain::policy::{Action, Actor, Subject, may};
use crate::domain::refusal::refuse;
use crate::store::{Copied, Restoring, Store};

/// What became of putting a copy back.
#[derive(Debug)]
pub struct Restored {
    /// What the copy holds.
    pub copied: Copied,
    /// Whether it stands in its place: one with findings does only for who accepts them.
    pub done: bool,
    /// Where what stood there before is kept.
    pub kept: Option<PathBuf>,
}

impl Session {
    /// Copies the fund as it is now, while others are at work, to a file that isn't there yet. A copy that something is
    /// wrong with is kept, for the fund itself is no better.
    ///
    /// # Errors
    /// Who isn't the owner of the file (exit 3), `fund-exists`, or what the file says.
    pub fn back_up(&self, to: &Path) -> Result<Copied, OpError> {
        may(self.actor(), Action::BackUp, Subject::FUND)?;
        let (store, at) = self.for_safekeeping();
        Ok(store.back_up(to, at)?)
    }
}

/// Puts the copy in `from` in place of the fund at `to`, which may be gone or beyond opening. A copy that something is wrong
/// with is put back only where `anyway` says so.
///
/// # Errors
/// Who doesn't come in as the owner of the file (exit 3), `backup-of-itself`, `backup-of-a-demo`, `fund-in-use` (exit 5), `fund-log-left`, or what the file says; then what
/// stood there stands.
pub fn restore(
    from: &Path,
    to: &Path,
    anyway: bool,
    access: &Access,
    clock: &dyn Clock,
) -> Result<Restored, OpError> {
    // Whose roles these are, the fund that is gone can't say; none of them is asked for here.
    let actor = access
        .member()
        .map_or_else(Actor::owner_of_the_file, Actor::without_roles);
    may(&actor, Action::BackUp, Subject::FUND)?;
    let same = |path: &Path| std::fs::canonicalize(path).ok();
    if same(from).is_some() && same(from) == same(to) {
        return Err(refuse("backup-of-itself").into());
    }
    let restoring = Restoring::of(from, to, clock.now())?;
    let copied = restoring.copied.clone();
    if copied.demo && to.exists() && !Store::is_demo(to).unwrap_or(false) {
        let refusal = refuse("backup-of-a-demo").with("path", to);
        return Err(refusal.into());
    }
    if !anyway && !copied.is_sound() {
        return Ok(Restored {
            copied,
            done: false,
            kept: None,
        });
    }
    let kept = restoring.put_back()?;
    Ok(Restored {
        copied,
        done: true,
        kept,
    })
}
