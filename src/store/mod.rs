//! The one SQLite file of a fund. Opening, transactions, and what can go wrong with a file; each aggregate has a
//! file of its own beside this one. Facts go in and out here; whether they may is asked elsewhere.

mod altered;
mod audit;
mod backup;
mod balances;
mod books;
mod charges;
mod check;
mod columns;
mod companion_files;
mod conductor;
mod contributions;
mod decisions;
mod digest;
mod disbursements;
mod drafts;
mod error;
mod examine;
mod file_system;
mod finding;
mod forecasts;
mod keys;
mod ledger;
mod meetings;
mod members;
mod migrations;
mod participants;
mod periods;
mod private;
mod proposals;
mod rounds;
mod scorecards;
mod seal;
mod sessions;
mod settlements;
mod solutions;
#[cfg(test)]
mod stories;
mod sums;
mod tables;
mod terms;
mod touched;
mod watch;

use std::ops::Deref;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use self::companion_files::{LOG, beside_of, beside_real};
use self::touched::Touched;
use crate::domain::anchor::Anchor;
use crate::domain::scheme::Scheme;

pub use audit::{AuditEntry, Change, NewAudit};
pub use backup::{Copied, Restoring};
pub use books::{Books, Extent};
pub use charges::{Movement, NewCharge};
pub use companion_files::move_over;
pub use conductor::{Conducting, keep_to_oneself};
pub use digest::sha256;
pub use error::StoreError;
pub use examine::examine;
pub use file_system::network;
pub use finding::{Alteration, Altered, Finding, Upgrade};
pub use ledger::{About, ImportedRow, JournalLine, JournalOrder, Payment, Voucher};
pub use meetings::{FACTS, FinalMinutes, MeetingDay, MeetingRow};
pub use participants::ParticipantRow;
pub use proposals::ProposalRow;
pub use rounds::{RoundProposal, RoundRow};
pub use scorecards::{CardRow, NewScorecard};
pub use sessions::{Full, Place, enter};
pub use settlements::SettlementRow;
pub use terms::{SchemeChange, SeatTerm};
pub use watch::{Notice, Traces, Watch};

/// How long a writer waits for another before it gives up and says that the database is busy.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Prepared statements that a connection keeps. All the statements of the store fit: SQLite would otherwise spend
/// more time on parsing them again than on answering.
const STATEMENTS_KEPT: usize = 512;

/// What is fixed for the life of a fund.
#[derive(Clone, Debug)]
pub struct Fund {
    pub scheme: Scheme,
    /// A demo says so on every screen and is never a real fund.
    pub demo: bool,
}

/// An open database.
pub struct Store {
    connection: Connection,
    fund: Fund,
    path: PathBuf,
    /// Where SQLite logs what is written, before it comes to the file.
    log: PathBuf,
    /// Which file it was that was opened.
    inode: u64,
    /// Which rows the connection writes, from its first transaction that does.
    touched: Option<Touched>,
}

/// One read transaction: everything it reads is from the same moment.
pub struct Read<'c> {
    connection: &'c Connection,
    pub fund: &'c Fund,
}

/// One write transaction, alone with the file until it ends.
pub struct Write<'c> {
    read: Read<'c>,
    /// It is going to be rolled back.
    rehearsed: bool,
    touched: &'c Touched,
}

impl Write<'_> {
    /// A statement, with the rows that it writes noted for their seals.
    fn prepared(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError> {
        if self.rehearsed {
            return Ok(self.connection.prepare_cached(sql)?);
        }
        self.touched.all_noted()?;
        let statement = self.connection.prepare_cached(sql)?;
        self.touched.note(self.connection)?;
        Ok(statement)
    }
}

impl<'c> Deref for Write<'c> {
    type Target = Read<'c>;
    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl Store {
    /// Makes a new fund, with the first row of its log, whole or not at all. Of two at once, one succeeds. Returns that row
    /// too.
    ///
    /// # Errors
    /// `Exists` when there is a fund already, `Foreign` when the file is something else; otherwise what SQLite says.
    pub fn create(
        path: &Path,
        scheme_source: &str,
        fund: Fund,
        log: &NewAudit,
    ) -> Result<(Store, Anchor), StoreError> {
        if file_system::is_read_only(path) {
            return Err(StoreError::ReadOnly);
        }
        private::make(path);
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
        migrations::is_ours(&connection, path)?;
        private::restrict(path);
        migrations::prepare(&connection, path)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        migrations::run(&transaction, path)?;
        let made = transaction.execute(
            "INSERT INTO fund (id, scheme, demo) VALUES (1, ?1, ?2) ON CONFLICT DO NOTHING",
            (scheme_source, fund.demo),
        )?;
        if made == 0 {
            return Err(StoreError::Exists(path.to_owned()));
        }
        let head = audit::append(&transaction, log, seal::everything(&transaction)?)?;
        transaction.commit()?;
        let store = Store {
            connection,
            fund,
            inode: inode(path).unwrap_or_default(),
            log: beside_real(path, LOG),
            path: path.to_owned(),
            touched: None,
        };
        Ok((store, head))
    }

    /// Opens the fund at `path` for its owner alone. A file that can't be written is opened for reading; one of an older
    /// version is brought up to date, which its log dates `at`.
    ///
    /// # Errors
    /// `Missing`, `Forbidden`, `Foreign`, `Newer`, `Corrupt`; `LogLeft` on a medium that can only be read.
    pub fn open(path: &Path, at: Timestamp) -> Result<Store, StoreError> {
        file_system::readable(path)?;
        // Before it is opened: what is put in its place while it is being opened is another.
        let inode = inode(path).unwrap_or_default();
        let connection = opened(path)?;
        migrations::bring_up_to_date(&connection, path, at)?;
        private::restrict(path);
        let (source, demo): (String, bool) = connection
            .query_row("SELECT scheme, demo FROM fund", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .map_err(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => {
                    StoreError::Corrupt("no row in the table fund".to_owned())
                }
                other => other.into(),
            })?;
        let scheme =
            Scheme::parse(&source).map_err(|fault| StoreError::Corrupt(format!("fund.scheme: {fault}")))?;
        Ok(Store {
            connection,
            fund: Fund { scheme, demo },
            inode,
            log: beside_real(path, LOG),
            path: path.to_owned(),
            touched: None,
        })
    }

    /// Whether the fund at `path` is a demo. Looks without writing: a file that may be somebody's real fund is not even
    /// brought up to date.
    ///
    /// # Errors
    /// `Missing`, `Foreign`, `Corrupt`.
    pub fn is_demo(path: &Path) -> Result<bool, StoreError> {
        file_system::readable(path)?;
        let connection = opened(path)?;
        if !migrations::is_a_fund(&connection, path)? {
            return Err(StoreError::Missing(path.to_owned()));
        }
        Ok(connection.query_row("SELECT demo FROM fund", [], |row| row.get(0))?)
    }

    #[must_use]
    pub fn fund(&self) -> &Fund {
        &self.fund
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes without waiting for the disk: for a file that is thrown away if the making of it is cut short.
    pub fn forgo_durability(&self) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        Ok(self.connection.pragma_update(None, "synchronous", "OFF")?)
    }

    /// # Errors
    /// What `work` says, or what SQLite says of the transaction.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Read) -> Result<T, E>) -> Result<T, E> {
        self.still_there()?;
        let transaction = self
            .connection
            .unchecked_transaction()
            .map_err(StoreError::from)?;
        // A newer program may have given the tables another meaning since the file was opened.
        migrations::is_up_to_date(&transaction)?;
        work(&Read {
            connection: &transaction,
            fund: &self.fund,
        })
    }

    /// Everything that `work` writes, or nothing. All of it is sealed by a row of the log that `work` adds.
    ///
    /// # Errors
    /// What `work` says, or what SQLite says of the transaction.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Write) -> Result<T, E>,
    ) -> Result<T, E> {
        let (outcome, transaction, touched) = self.worked(work, false)?;
        touched.nothing_left(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        touched.committed();
        watch::announce(&self.log);
        Ok(outcome)
    }

    /// SQLite goes on reading and writing a file that has been removed or replaced, into nothing; nobody would know
    /// that what they decided is gone.
    fn still_there(&self) -> Result<(), StoreError> {
        match inode(&self.path) {
            Some(inode) if inode == self.inode => Ok(()),
            Some(_) => Err(StoreError::Replaced(self.path.clone())),
            None => Err(StoreError::Removed(self.path.clone())),
        }
    }

    /// What `work` would come to, written and taken back again before anybody has seen it.
    ///
    /// # Errors
    /// What `work` says, or what SQLite says of the transaction.
    pub fn rehearse<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Write) -> Result<T, E>,
    ) -> Result<T, E> {
        let (outcome, transaction, _) = self.worked(work, true)?;
        transaction.rollback().map_err(StoreError::from)?;
        Ok(outcome)
    }

    fn worked<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Write) -> Result<T, E>,
        rehearsed: bool,
    ) -> Result<(T, Transaction<'_>, &Touched), E> {
        self.still_there()?;
        let touched = match &mut self.touched {
            Some(touched) => &*touched,
            none => none.insert(Touched::by(&mut self.connection)?),
        };
        if !rehearsed {
            touched.begin(&self.connection)?;
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        migrations::is_up_to_date(&transaction)?;
        let read = Read {
            connection: &transaction,
            fund: &self.fund,
        };
        let outcome = work(&Write {
            read,
            rehearsed,
            touched,
        })?;
        Ok((outcome, transaction, touched))
    }
}

fn connect(path: &Path, more: OpenFlags) -> Result<Connection, StoreError> {
    configured(path, more).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::Foreign(path.to_owned()),
        _ => error.into(),
    })
}

/// A file that is there, opened for writing where that is allowed: the last connection that closes deletes the -wal and -shm
/// files, which one that only reads can't.
fn opened(path: &Path) -> Result<Connection, StoreError> {
    if file_system::is_read_only(path) {
        archived(path)
    } else {
        private::follow(path);
        connect(path, OpenFlags::empty())
    }
}

/// A file on a medium that can't be written is read without the files that SQLite keeps beside one.
fn archived(path: &Path) -> Result<Connection, StoreError> {
    let path = std::fs::canonicalize(path)?;
    let log = beside_of(&path, LOG);
    // What lies in it can't be taken into the file here.
    if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(StoreError::LogLeft(log));
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/.-_".contains(&byte);
    let written = path.as_os_str().as_bytes().iter().map(|&byte| match byte {
        byte if plain(byte) => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    });
    let uri = format!("file:{}?immutable=1", written.collect::<String>());
    connect(Path::new(&uri), OpenFlags::SQLITE_OPEN_URI).map_err(|error| match error {
        StoreError::Foreign(_) => StoreError::Foreign(path),
        other => other,
    })
}

fn configured(path: &Path, more: OpenFlags) -> rusqlite::Result<Connection> {
    // SQLite itself falls back to reading when the file can't be written.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // Otherwise a value that is bound can make SQLite plan a query anew, for the sake of its partial indexes; here it never pays.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// The number of the file that stands at a path now.
fn inode(path: &Path) -> Option<u64> {
    std::fs::metadata(path)
        .ok()
        .filter(std::fs::Metadata::is_file)
        .map(|file| file.ino())
}
