//! The files that stand beside a fund's, each called by the fund's name and an end of its own.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is written and not in the file itself yet.
pub(super) const LOG: &str = "-wal";
/// What those who have the file open share of their memory.
pub(super) const SHARED: &str = "-shm";
/// What a member has typed and not delivered.
pub(super) const DRAFTS: &str = ".drafts";
/// The processes that conduct secret elections (M15).
pub(super) const ELECTIONS: &str = "-elections";
/// The places of the open sessions.
pub(super) const SESSIONS: &str = "-sessions";

/// The file beside `path` as it is named.
pub(super) fn beside_of(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// The file beside the one that `path` leads to: SQLite follows links before it names one.
pub(super) fn beside_real(path: &Path, end: &str) -> PathBuf {
    beside_of(&real(path), end)
}

/// The file that a path leads to; the path itself where nothing stands.
pub(super) fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Removes a file that may be there.
///
/// # Errors
/// When it is there still.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Puts a new fund in place of an old one that nobody needs any more. What stands beside a fund belongs to that fund only.
pub fn move_over(new: &Path, old: &Path) -> io::Result<()> {
    for end in ["", LOG, SHARED, DRAFTS] {
        remove(&beside_of(old, end))?;
    }
    fs::rename(new, old)
}
