//! What somebody has typed and not delivered: in a file of its own beside the fund, `FILE.drafts`, which is its owner's alone. It is
//! in no log, no seal and no backup, and gone when it is delivered: a draft may hold scores that nobody else may see (S4).

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::companion_files::{DRAFTS, beside_real};
use super::{BUSY_TIMEOUT, Store, StoreError, Write, private};

/// One draft for each member and place.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS drafts (
    member TEXT NOT NULL, place TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (member, place)) STRICT, WITHOUT ROWID";

impl Store {
    /// What a member had typed at a place when the session was cut off.
    ///
    /// # Errors
    /// What SQLite says of the file beside the fund.
    pub fn draft(&self, member: &str, place: &str) -> Result<Option<String>, StoreError> {
        let path = beside_real(self.path(), DRAFTS);
        if !path.is_file() {
            return Ok(None);
        }
        let sql = "SELECT content FROM drafts WHERE member = ?1 AND place = ?2";
        let found = opened(&path)?.query_row(sql, [member, place], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Keeps what a member has typed at a place, in place of what was kept there; or nothing any more.
    ///
    /// # Errors
    /// What SQLite says of the file beside the fund.
    pub fn keep_draft(&self, member: &str, place: &str, content: Option<&str>) -> Result<(), StoreError> {
        self.still_there()?;
        let path = beside_real(self.path(), DRAFTS);
        if let Some(content) = content {
            private::make(&path);
            let sql = "INSERT INTO drafts (member, place, content) VALUES (?1, ?2, ?3)
                       ON CONFLICT DO UPDATE SET content = excluded.content";
            opened(&path)?.execute(sql, [member, place, content])?;
        } else if path.is_file() {
            let sql = "DELETE FROM drafts WHERE member = ?1 AND place = ?2";
            opened(&path)?.execute(sql, [member, place])?;
        }
        Ok(())
    }
}

/// What somebody has answered in a trial vote (M13) is kept as a draft is, until the answers are counted.
impl Write<'_> {
    /// Keeps somebody's answer, in place of an earlier one.
    ///
    /// # Errors
    /// What SQLite says of the file beside the fund.
    pub fn keep_answer(&self, member: &str, place: &str, answer: &str) -> Result<(), StoreError> {
        // The file beside the fund takes no part in the transaction that is rolled back.
        if self.rehearsed {
            return Ok(());
        }
        let path = self.drafts();
        private::make(&path);
        let sql = "INSERT INTO drafts (member, place, content) VALUES (?1, ?2, ?3)
                   ON CONFLICT DO UPDATE SET content = excluded.content";
        opened(&path)?.execute(sql, [member, place, answer])?;
        Ok(())
    }

    /// The answers at a place, each with whose it is.
    ///
    /// # Errors
    /// As [`Write::keep_answer`].
    pub fn answers(&self, place: &str) -> Result<Vec<(String, String)>, StoreError> {
        let path = self.drafts();
        if !path.is_file() {
            return Ok(Vec::new());
        }
        let connection = opened(&path)?;
        let mut statement = connection.prepare("SELECT member, content FROM drafts WHERE place = ?1")?;
        let rows = statement.query_map([place], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// They are counted, or of no trial that is open.
    ///
    /// # Errors
    /// As [`Write::keep_answer`].
    pub fn forget_answers(&self, place: &str) -> Result<(), StoreError> {
        let path = self.drafts();
        if path.is_file() && !self.rehearsed {
            opened(&path)?.execute("DELETE FROM drafts WHERE place = ?1", [place])?;
        }
        Ok(())
    }

    fn drafts(&self) -> PathBuf {
        let fund = self.connection.path().map(Path::new);
        fund.map_or_else(PathBuf::new, |fund| beside_real(fund, DRAFTS))
    }
}

fn opened(path: &Path) -> Result<Connection, StoreError> {
    private::restrict(path);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    // What is gone isn't to be read in what is left.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.execute_batch(TABLE)?;
    Ok(connection)
}
