//! Periods of the books: what has been closed, and what KS has opened again (L2).

use jiff::civil::Date;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};

impl Read<'_> {
    /// The last day of the closed period (L2): the latest closing that hasn't been opened again since.
    pub fn closed_through(&self) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT max(c.day) FROM periods c WHERE c.step = 'close' AND NOT EXISTS
                     (SELECT 1 FROM periods r WHERE r.step = 'reopen' AND r.id > c.id AND r.day <= c.day)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let day: Option<Day> = statement.query_row([], |row| row.get(0))?;
        Ok(day.map(|day| day.0))
    }
}

impl Write<'_> {
    pub fn close_period(&self, through: Date, actor: &str, on: Date) -> Result<(), StoreError> {
        let sql = "INSERT INTO periods (step, day, reason, actor, on_date) VALUES ('close', ?1, '', ?2, ?3)";
        let row = (Text(through), actor, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }

    /// Opens every period again that a day or a later one lies in.
    pub fn reopen_period(&self, day: Date, reason: &str, actor: &str, on: Date) -> Result<(), StoreError> {
        let sql = "INSERT INTO periods (step, day, reason, actor, on_date) VALUES ('reopen', ?1, ?2, ?3, ?4)";
        let row = (Text(day), reason, actor, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }
}
