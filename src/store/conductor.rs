//! Who conducts a secret election (M15). Its process holds a lock on a file of its own beside the fund's, which the system takes
//! away when the process ends, however it ends: so every other process sees whether the key to the ballots is still there.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rustix::process::{DumpableBehavior, set_dumpable_behavior};

use super::Read;
use super::companion_files::{ELECTIONS, beside_real};

/// That an election is conducted here, until it is dropped or the process ends.
#[derive(Debug)]
pub struct Conducting {
    path: PathBuf,
    _locked: File,
}

impl Drop for Conducting {
    fn drop(&mut self) {
        // Without its file too, nobody conducts it.
        let _ = fs::remove_file(&self.path);
    }
}

fn file_of(fund: &Path, key: &str) -> PathBuf {
    // Enough of a random number to tell elections apart.
    beside_real(fund, ELECTIONS).join(key.get(..16).unwrap_or(key))
}

fn conduct(fund: &Path, key: &str) -> io::Result<Conducting> {
    let folder = beside_real(fund, ELECTIONS);
    DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    // Of two that begin at once, one begins after the other.
    let door = File::open(&folder)?;
    door.lock()?;
    for left in fs::read_dir(&folder)?.flatten() {
        if !is_locked(&left.path()) {
            let _ = fs::remove_file(left.path());
        }
    }
    let path = file_of(fund, key);
    let locked = File::options().create_new(true).write(true).open(&path)?;
    locked.lock()?;
    Ok(Conducting {
        path,
        _locked: locked,
    })
}

/// Where the system gives no locks, or doesn't let one look, nobody can say that it isn't.
fn is_locked(path: &Path) -> bool {
    match File::open(path) {
        Ok(file) => file.try_lock_shared().is_err(),
        Err(fault) => fault.kind() != io::ErrorKind::NotFound,
    }
}

/// From now on the system writes no image of this process to the disk, and no other process may look into it: it knows what
/// somebody votes.
pub fn keep_to_oneself() {
    let _best_effort = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

impl Read<'_> {
    fn file(&self) -> &Path {
        Path::new(self.connection.path().unwrap_or_default())
    }

    /// Conducts the election of a key.
    ///
    /// # Errors
    /// When the system gives no locks beside the fund.
    pub fn conduct(&self, key: &str) -> io::Result<Conducting> {
        conduct(self.file(), key)
    }

    /// Whether the process that holds the key to an election's ballots is there.
    #[must_use]
    pub(super) fn is_conducted(&self, key: &str) -> bool {
        is_locked(&file_of(self.file(), key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m15_an_election_is_conducted_until_its_process_lets_go_and_what_was_left_is_tidied_up() {
        let folder = tempfile::tempdir().unwrap();
        let fund = folder.path().join("fund.db");
        let is_conducted = |key: &str| is_locked(&file_of(&fund, key));
        assert!(!is_conducted("one"));
        let one = conduct(&fund, "one").unwrap();
        fs::write(file_of(&fund, "dead"), "").unwrap();
        assert!(is_conducted("one") && !is_conducted("dead"));
        let two = conduct(&fund, "two").unwrap();
        assert!(is_conducted("one") && is_conducted("two") && !file_of(&fund, "dead").exists());
        drop(one);
        assert!(!is_conducted("one") && is_conducted("two"));
        drop(two);
        assert_eq!(fs::read_dir(beside_real(&fund, ELECTIONS)).unwrap().count(), 0);
    }

    #[test]
    fn m15_a_lock_that_cannot_be_looked_at_is_no_sign_that_an_election_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one");
        assert!(!is_locked(&path));
        // A link to itself can't be opened, by anybody.
        std::os::unix::fs::symlink(&path, &path).unwrap();
        assert!(is_locked(&path));
    }
}
