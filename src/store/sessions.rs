//! How many sessions over SSH are open, of one member and in all. Each holds a lock on a file of its own beside the fund's, which
//! the system takes away when the process ends, however it ends; nothing is left to be tidied up.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use super::companion_files::{SESSIONS, beside_real};
use crate::domain::scheme::AccessRules;

/// Which bound is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    Member,
    All,
}

/// A place among the open sessions, until it is dropped or the process ends.
#[derive(Debug)]
pub struct Place {
    _locked: File,
}

/// Takes a place for a member. None where the system gives no locks, which is no reason to keep anybody out.
///
/// # Errors
/// Which bound is reached.
pub fn enter(fund: &Path, handle: &str, rules: &AccessRules) -> Result<Option<Place>, Full> {
    match try_to_enter(fund, handle, rules) {
        Ok(entered) => entered.map(Some),
        Err(_no_locks) => Ok(None),
    }
}

fn try_to_enter(fund: &Path, handle: &str, rules: &AccessRules) -> io::Result<Result<Place, Full>> {
    let folder = beside_real(fund, SESSIONS);
    DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    // Of two that come at once, one counts after the other.
    let door = opened(&folder.join("door"))?;
    door.lock()?;
    let (mut own, mut all, mut free) = (0, 0, None);
    // Those beyond the bound may be taken still, by sessions from before it was lowered.
    let names = fs::read_dir(&folder)?.flatten().map(|entry| entry.file_name());
    let there = names.filter_map(|name| name.to_str()?.parse().ok());
    let numbers: BTreeSet<u32> = (0..rules.sessions).chain(there).collect();
    for number in numbers {
        let file = opened(&folder.join(number.to_string()))?;
        match file.try_lock() {
            Ok(()) if free.is_none() && number < rules.sessions => free = Some((number, file)),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                all += 1;
                own += u32::from(fs::read_to_string(folder.join(number.to_string()))? == handle);
            }
            Err(TryLockError::Error(fault)) => return Err(fault),
        }
    }
    if own >= rules.sessions_per_member {
        return Ok(Err(Full::Member));
    }
    let Some((number, locked)) = free.filter(|_| all < rules.sessions) else {
        return Ok(Err(Full::All));
    };
    fs::write(folder.join(number.to_string()), handle)?;
    Ok(Ok(Place { _locked: locked }))
}

fn opened(path: &Path) -> io::Result<File> {
    File::options()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_so_many_places_for_a_member_and_in_all_and_one_that_is_left_is_free() {
        let folder = tempfile::tempdir().unwrap();
        let fund = folder.path().join("fund.db");
        let rules = AccessRules {
            sessions_per_member: 2,
            sessions: 3,
            ..AccessRules::ORDINARY
        };
        let enter = |handle: &str| enter(&fund, handle, &rules).map(|place| place.expect("locks"));
        let (first, second) = (enter("kari").unwrap(), enter("kari").unwrap());
        assert_eq!(enter("kari").unwrap_err(), Full::Member);
        let third = enter("ola").unwrap();
        assert_eq!(enter("lise").unwrap_err(), Full::All);
        drop(first);
        let fourth = enter("lise").unwrap();
        assert_eq!(enter("ola").unwrap_err(), Full::All);
        drop((second, third, fourth));
        assert!(enter("ola").is_ok());
    }

    #[test]
    fn sessions_from_before_a_bound_was_lowered_count_still() {
        let folder = tempfile::tempdir().unwrap();
        let fund = folder.path().join("fund.db");
        let of = |sessions| AccessRules {
            sessions_per_member: 2,
            sessions,
            ..AccessRules::ORDINARY
        };
        let enter =
            |handle: &str, sessions| enter(&fund, handle, &of(sessions)).map(|place| place.expect("locks"));
        let first = enter("ola", 3).unwrap();
        let others = (enter("kari", 3).unwrap(), enter("kari", 3).unwrap());
        drop(first);
        assert_eq!(enter("lise", 1).unwrap_err(), Full::All);
        assert_eq!(enter("lise", 2).unwrap_err(), Full::All);
        assert_eq!(enter("kari", 3).unwrap_err(), Full::Member);
        assert!(enter("lise", 3).is_ok());
        drop(others);
        assert!(enter("lise", 1).is_ok());
    }
}
