//! Forecasts that were saved by name (F5): kept whole, as they were.

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::forecast::Saved;
use crate::domain::text::spellings;

impl Read<'_> {
    /// Names and as-of dates, oldest first.
    pub fn forecasts(&self) -> Result<Vec<(String, Date)>, StoreError> {
        let sql = "SELECT name, as_of FROM forecasts ORDER BY as_of, name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, Day>(1)?.0)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// What SQLite says, or `Corrupt` when it can't be read back.
    /// The forecast of a name, however its letters are spelt.
    pub fn forecast(&self, name: &str) -> Result<Option<Saved>, StoreError> {
        let sql = "SELECT payload FROM forecasts WHERE name IN (?1, ?2, ?3) ORDER BY name = ?1 DESC LIMIT 1";
        let payload: Option<String> = self
            .connection
            .prepare_cached(sql)?
            .query_row(spellings(name), |row| row.get(0))
            .optional()?;
        let read = |payload: String| {
            serde_json::from_str(&payload)
                .map_err(|fault| StoreError::Corrupt(format!("forecast {name:?}: {fault}")))
        };
        payload.map(read).transpose()
    }
}

impl Write<'_> {
    pub fn add_forecast(&self, name: &str, saved: &Saved, actor: &str) -> Result<(), StoreError> {
        let payload = serde_json::to_string(saved).map_err(|fault| StoreError::Corrupt(fault.to_string()))?;
        let sql = "INSERT INTO forecasts (name, as_of, actor, payload) VALUES (?1, ?2, ?3, ?4)";
        self.prepared(sql)?
            .execute((name, Text(saved.as_of), actor, payload))?;
        Ok(())
    }
}
