//! Copies of a fund: one is taken while others write, and one is put back where the fund was. A copy is made beside its place,
//! opened, checked and written through to the disk before it stands there whole; what stood there before is kept.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use rustix::fs::{CWD, FlockOperation, RenameFlags, fcntl_lock, renameat_with};
use rustix::io::Errno;

use super::companion_files::{LOG, SHARED, beside_of, real, remove};
use super::finding::Finding;
use super::{BUSY_TIMEOUT, Store, StoreError, private};
use crate::domain::anchor::Anchor;

/// What a copy is found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The newest row of its log.
    pub head: Anchor,
    /// Everything that is wrong with it.
    pub findings: Vec<Finding>,
    /// It is of a demo.
    pub demo: bool,
}

impl Copied {
    /// Nothing is wrong with it but what has been acknowledged.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(Finding::is_settled)
    }
}

impl Store {
    /// Copies the fund as it is at one moment to a file that isn't there yet, while others read and write.
    ///
    /// # Errors
    /// `Exists` when something stands at `to`, `Full`, or what the copy says when it is opened; then there is none.
    pub fn back_up(&self, to: &Path, at: Timestamp) -> Result<Copied, StoreError> {
        self.still_there()?;
        if to.symlink_metadata().is_ok() {
            return Err(StoreError::Exists(to.to_owned()));
        }
        let draft = Draft::beside(to)?;
        online(&self.connection, &draft.path)?;
        let copied = draft.checked(at)?;
        let placed = match renameat_with(CWD, &draft.path, CWD, to, RenameFlags::NOREPLACE) {
            // A file system that doesn't know how.
            Err(Errno::INVAL) => placed(&draft.path, to),
            other => other.map_err(io::Error::from),
        };
        placed.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Exists(to.to_owned()),
            _ => error.into(),
        })?;
        written_through(to)?;
        Ok(copied)
    }
}

/// A copy that is about to be put back.
pub struct Restoring {
    draft: Draft,
    to: PathBuf,
    at: Timestamp,
    pub copied: Copied,
}

impl Restoring {
    /// Reads the copy in `from`, with what lies in the log of writes beside it, and checks it; one of an older version is
    /// brought up to date. Neither it nor what stands at `to` is touched.
    ///
    /// # Errors
    /// `Missing`, `Foreign`, `Newer` or `Corrupt` of the copy; `InUse` or `LogLeft` of what stands at `to`.
    pub fn of(from: &Path, to: &Path, at: Timestamp) -> Result<Restoring, StoreError> {
        if !from.is_file() {
            return Err(StoreError::Missing(from.to_owned()));
        }
        let to = real(to);
        drop(Hold::on(&to)?);
        let draft = Draft::beside(&to)?;
        take(from, &draft.path)?;
        let copied = draft.checked(at).map_err(|error| match error {
            StoreError::Foreign(_) => StoreError::Foreign(from.to_owned()),
            StoreError::Missing(_) => StoreError::Missing(from.to_owned()),
            other => other,
        })?;
        Ok(Restoring {
            draft,
            to,
            at,
            copied,
        })
    }

    /// Puts the copy in its place. Returns where what stood there is kept.
    ///
    /// # Errors
    /// `InUse` or `LogLeft`, or what the system says; then what stood there stands.
    pub fn put_back(self) -> Result<Option<PathBuf>, StoreError> {
        let hold = Hold::on(&self.to)?;
        // They hold nothing any more, and belong to what stood here.
        for end in [LOG, SHARED] {
            remove(&beside_of(&self.to, end))?;
        }
        let kept = hold.0.is_some().then(|| self.kept());
        if let Some(kept) = &kept {
            // Under both names until the copy takes the one, so that there is a fund at every moment.
            fs::hard_link(&self.to, kept).or_else(|_| placed(&self.to, kept))?;
        }
        fs::rename(&self.draft.path, &self.to)?;
        written_through(&self.to)?;
        Ok(kept)
    }

    /// A name that nothing has: `fund.db.20180201T120000Z.old`.
    fn kept(&self) -> PathBuf {
        let time = self.at.strftime("%Y%m%dT%H%M%SZ");
        let numbered = (1..).map(|number| match number {
            1 => format!(".{time}.old"),
            _ => format!(".{time}-{number}.old"),
        });
        let names = numbered.map(|end| beside_of(&self.to, &end));
        let mut free = names.filter(|name| name.symlink_metadata().is_err());
        free.next().unwrap_or_default()
    }
}

/// Keeps everybody from opening a fund while it is held; nobody has it open then. `None` where there is no file.
struct Hold(Option<File>);

impl Hold {
    /// # Errors
    /// `InUse` when somebody has it open; `LogLeft` when somebody who had it open has left writes that aren't in it yet.
    fn on(path: &Path) -> Result<Hold, StoreError> {
        let file = match OpenOptions::new().read(true).write(true).open(path) {
            Ok(file) => Some(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if let Some(file) = &file {
            // Whoever has it open through SQLite holds a lock on a part of it.
            match fcntl_lock(file, FlockOperation::NonBlockingLockExclusive) {
                Err(Errno::AGAIN | Errno::ACCESS) => return Err(StoreError::InUse(path.to_owned())),
                other => other.map_err(io::Error::from)?,
            }
        }
        let log = beside_of(path, LOG);
        match fs::metadata(&log) {
            Ok(left) if left.len() > 0 => Err(StoreError::LogLeft(log)),
            _ => Ok(Hold(file)),
        }
    }
}

/// A copy that isn't in its place yet. What comes to nothing is removed.
struct Draft {
    path: PathBuf,
}

impl Draft {
    /// # Errors
    /// When its folder takes no file.
    fn beside(place: &Path) -> Result<Draft, StoreError> {
        let path = beside_of(place, &format!(".{}.new", std::process::id()));
        let draft = Draft { path };
        draft.remove();
        private::create(&draft.path)?;
        Ok(draft)
    }

    fn checked(&self, at: Timestamp) -> Result<Copied, StoreError> {
        let store = Store::open(&self.path, at)?;
        let demo = store.fund().demo;
        let copied = store.read(|read| {
            Ok::<_, StoreError>(Copied {
                head: read.head()?,
                findings: read.findings()?,
                demo,
            })
        })?;
        // With the last connection everything comes into the file itself.
        drop(store);
        File::open(&self.path)?.sync_all()?;
        Ok(copied)
    }

    fn remove(&self) {
        for end in ["", LOG, SHARED, "-journal"] {
            let _best_effort = remove(&beside_of(&self.path, end));
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.remove();
    }
}

/// Copies a database as it is at one moment.
pub(super) fn online(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut to = Connection::open(to)?;
    copy(from, &mut to)
}

/// # Errors
/// `Busy` when another keeps everybody out for longer than one waits.
pub(super) fn copy(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    let backup = Backup::new(from, to)?;
    match backup.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Busy),
    }
}

/// Takes a copy of a copy, which nobody writes to as a rule: byte by byte, with what lies in the log of writes beside it. Where
/// somebody has it open, by SQLite.
fn take(from: &Path, to: &Path) -> Result<(), StoreError> {
    let real = fs::canonicalize(from)?;
    if beside_of(&real, SHARED).exists() {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&real, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        match online(&connection, to) {
            // On a medium that can't be written nobody writes either.
            Err(StoreError::CannotOpen(_) | StoreError::ReadOnly) => {}
            Err(StoreError::Corrupt(_)) => return Err(StoreError::Foreign(from.to_owned())),
            done => return done,
        }
    }
    for end in ["", LOG] {
        match File::open(beside_of(&real, end)) {
            Ok(mut file) => {
                let name = beside_of(to, end);
                private::make(&name);
                io::copy(
                    &mut file,
                    &mut OpenOptions::new().write(true).truncate(true).open(name)?,
                )?;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && end == LOG => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Puts a file where nothing stands, and what comes there meanwhile isn't replaced: the name is taken first, by an empty file.
///
/// # Errors
/// `AlreadyExists`, or what the system says.
fn placed(from: &Path, to: &Path) -> io::Result<()> {
    private::create(to)?;
    fs::rename(from, to).inspect_err(|_| drop(remove(to)))
}

/// The name of a file is on the disk when its folder is.
fn written_through(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(File::open(folder.unwrap_or_else(|| Path::new(".")))?.sync_all()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_file_system_cannot_rename_without_replacing_nothing_is_replaced_either() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("draft"), "the copy").unwrap();
        fs::write(at("theirs"), "another's").unwrap();
        let error = placed(&at("draft"), &at("theirs")).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(at("theirs")).unwrap(), "another's");
        placed(&at("draft"), &at("free")).unwrap();
        assert_eq!(fs::read_to_string(at("free")).unwrap(), "the copy");
        assert!(placed(&at("draft"), &at("second")).is_err());
        assert!(!at("second").exists() && !at("draft").exists());
    }
}
