//! What can go wrong with the file of a fund.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi::{
    SQLITE_IOERR_DIR_FSYNC, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMOPEN,
    SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE,
};
use rustix::io::Errno;
use thiserror::Error;

/// What can go wrong with the file.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("there is no fund in {0}")]
    Missing(PathBuf),
    #[error("{0} was removed while it was open")]
    Removed(PathBuf),
    #[error("{0} is no longer the file that was opened")]
    Replaced(PathBuf),
    #[error("{0} already holds a fund")]
    Exists(PathBuf),
    #[error("{0} is not a kommit database")]
    Foreign(PathBuf),
    #[error("the database was written by a newer kommit (version {0})")]
    Newer(i64),
    #[error("another program is writing to the database")]
    Busy,
    #[error("the database can only be read")]
    ReadOnly,
    #[error("the database can't be opened: {0}")]
    CannotOpen(String),
    #[error("the disk is full")]
    Full,
    #[error("the system doesn't take what is written")]
    Unwritable,
    #[error("the system doesn't give what is to be read")]
    Unreadable,
    #[error("{0} may not be read")]
    Forbidden(PathBuf),
    #[error("somebody has {0} open")]
    InUse(PathBuf),
    #[error("{0} holds writes that aren't in the file beside it")]
    LogLeft(PathBuf),
    #[error("{path} is to lie on a network file system ({kind})")]
    Network { path: PathBuf, kind: String },
    #[error("the database holds something that kommit never writes: {0}")]
    Corrupt(String),
    /// A fault of the program itself, of which nothing is kept.
    #[error("{0} is written without a seal")]
    Unsealed(String),
    #[error("{0}")]
    Sqlite(rusqlite::Error),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full,
            io::ErrorKind::FileTooLarge => StoreError::Unwritable,
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            _ if Errno::from_io_error(&error) == Some(Errno::IO) => StoreError::Unreadable,
            _ => StoreError::CannotOpen(error.to_string()),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // Of a quota, of a file that may grow no further, of a disk that fails, of the memory that is shared beside the file: SQLite
        // doesn't tell which.
        if let Some(
            SQLITE_IOERR_WRITE
            | SQLITE_IOERR_FSYNC
            | SQLITE_IOERR_DIR_FSYNC
            | SQLITE_IOERR_TRUNCATE
            | SQLITE_IOERR_SHMOPEN
            | SQLITE_IOERR_SHMSIZE
            | SQLITE_IOERR_SHMMAP,
        ) = error.sqlite_extended_error_code()
        {
            return StoreError::Unwritable;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::CannotOpen) => StoreError::CannotOpen(error.to_string()),
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            Some(ErrorCode::DiskFull) => StoreError::Full,
            // Whatever it was doing besides writing: reading, asking for the size, locking.
            Some(ErrorCode::SystemIoFailure) => StoreError::Unreadable,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                StoreError::Corrupt(error.to_string())
            }
            _ => match error {
                rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..) => {
                    StoreError::Corrupt(error.to_string())
                }
                other => StoreError::Sqlite(other),
            },
        }
    }
}
