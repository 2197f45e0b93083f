//! Tells when somebody may have written to a fund, through the system's own notices (inotify). SQLite appends to the log of its
//! writes and only then lets others see them, so a notice may come before what it is about; a writer touches that log once
//! more when its write can be seen.

use std::fs;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::path::{Path, PathBuf};

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_NOW, stat, utimensat};

use super::companion_files::{ELECTIONS, LOG, beside_real};

/// Notices of what happens to one fund. Its descriptor can be read when there is one.
#[derive(Debug)]
pub struct Watch {
    inotify: OwnedFd,
    file: PathBuf,
    log: PathBuf,
    /// Where the process that conducts a secret election holds a file open (M15).
    elections: PathBuf,
}

/// What the system tells of the files of a fund: which they are, how long, and when they were last written to. Two that are equal
/// have no write between them, but for one that can't be seen yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traces {
    file: Trace,
    log: Trace,
}

/// Inode, length in bytes, and the last write in seconds and nanoseconds; none where there is no such file.
type Trace = Option<(u64, i64, i64, u64)>;

fn trace(path: &Path) -> Trace {
    let file = stat(path).ok()?;
    Some((file.st_ino, file.st_size, file.st_mtime, file.st_mtime_nsec))
}

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something is being written; it may not be there to be seen yet.
    Writing,
    /// Something was written, or the file is no longer the one it was.
    Written,
}

/// Notifies other processes that a write can be seen now. One that gets no notice looks again by itself.
pub(super) fn announce(log: &Path) {
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: UTIME_NOW,
    };
    let now = Timestamps {
        last_access: now,
        last_modification: now,
    };
    let _best_effort = utimensat(CWD, log, &now, AtFlags::empty());
}

impl Watch {
    /// Watches the fund in `file`, which has been read from: then there is a log to be watched.
    ///
    /// # Errors
    /// When the system gives no notices, or no more of them to this person.
    pub fn on(file: &Path) -> io::Result<Watch> {
        let watch = Watch {
            inotify: inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?,
            file: file.to_owned(),
            log: beside_real(file, LOG),
            elections: beside_real(file, ELECTIONS),
        };
        watch.renew()?;
        Ok(watch)
    }

    /// Watches what stands in the two places now, if it is something new.
    ///
    /// # Errors
    /// When it isn't there, or the system gives no notices of it.
    pub fn renew(&self) -> io::Result<()> {
        let gone = WatchFlags::MOVE_SELF | WatchFlags::DELETE_SELF;
        inotify::add_watch(&self.inotify, &self.file, gone | WatchFlags::ATTRIB)?;
        let written = WatchFlags::MODIFY | WatchFlags::ATTRIB;
        inotify::add_watch(&self.inotify, &self.log, gone | written)?;
        // There is none before the first secret election. A file in it is closed when its process ends, however it ends.
        let ended = WatchFlags::CLOSE_WRITE | WatchFlags::DELETE;
        let _not_there_yet = inotify::add_watch(&self.inotify, &self.elections, ended);
        Ok(())
    }

    /// What stands in the two places now; none while a secret election is conducted, whose loss leaves no trace in either (M15).
    #[must_use]
    pub fn traces(&self) -> Option<Traces> {
        let elections = fs::read_dir(&self.elections).ok();
        let conducted = elections.is_some_and(|mut files| files.next().is_some());
        (!conducted).then(|| Traces {
            file: trace(&self.file),
            log: trace(&self.log),
        })
    }

    /// Takes the notices that have come, and gives the weightiest of them.
    #[must_use]
    pub fn take(&self) -> Option<Notice> {
        let mut bytes = [MaybeUninit::uninit(); 1024];
        let mut reader = inotify::Reader::new(&self.inotify, &mut bytes);
        let mut found = None;
        while let Ok(event) = reader.next() {
            let writing = event.events() == ReadFlags::MODIFY;
            found = match found {
                None if writing => Some(Notice::Writing),
                Some(Notice::Writing) if writing => found,
                _ => Some(Notice::Written),
            };
        }
        found
    }
}

impl AsFd for Watch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.inotify.as_fd()
    }
}

impl AsRawFd for Watch {
    fn as_raw_fd(&self) -> RawFd {
        self.inotify.as_raw_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m15_files_leave_traces_but_not_while_a_secret_election_is_conducted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("fund.db");
        fs::write(&file, "a fund").unwrap();
        fs::write(beside_real(&file, LOG), "").unwrap();
        let watch = Watch::on(&file).unwrap();
        let before = watch.traces().unwrap();
        assert_eq!(watch.traces(), Some(before));
        fs::write(beside_real(&file, LOG), "written").unwrap();
        assert_ne!(watch.traces(), Some(before));
        let elections = beside_real(&file, ELECTIONS);
        fs::create_dir(&elections).unwrap();
        assert!(watch.traces().is_some(), "there was one once");
        fs::write(elections.join("one"), "").unwrap();
        assert_eq!(watch.traces(), None);
    }
}
