//! Which rows a connection writes, noted for their seals by temporary triggers, which nobody who changes the file can take away.
//! A table gets its triggers when a statement that writes it is prepared for the first time: triggers for all of them would
//! take longer to make than most steps take. SQLite itself tells which tables a statement writes, also through the triggers
//! of the file, so that no step has to say it and none can leave one out.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use super::StoreError;
use super::seal::{self, Seal};
use super::tables::{self, Table, literal, quoted};

/// The tables that the statements of a connection write, but for the log and its seals, which hold themselves.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<BTreeSet<String>>>);

impl Written {
    fn add(&self, table: &str) {
        let mut tables = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !tables.contains(table) {
            tables.insert(table.to_owned());
        }
    }

    fn tables(&self) -> BTreeSet<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// What a connection notes of what it writes.
pub(super) struct Touched {
    written: Written,
    /// The tables that have their triggers; none of one that isn't sealed row by row.
    noted: RefCell<BTreeMap<String, Option<Table>>>,
    /// Whether the triggers that a transaction made are still there: they go when it is rolled back.
    stands: Cell<bool>,
}

impl Touched {
    /// Begins to watch which tables the statements of a connection write. To be called before any of them is prepared.
    pub(super) fn by(connection: &mut Connection) -> Result<Touched, StoreError> {
        let written = Written::default();
        let seen = written.clone();
        connection.authorizer(Some(move |context: AuthContext<'_>| {
            if let (
                AuthAction::Insert { table_name }
                | AuthAction::Update { table_name, .. }
                | AuthAction::Delete { table_name },
                Some("main"),
            ) = (context.action, context.database_name)
                && !tables::CHAIN.contains(&table_name)
                // Its own, which the making of the triggers itself writes.
                && !table_name.starts_with("sqlite_")
            {
                seen.add(table_name);
            }
            Authorization::Allow
        }))?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        // A replaced row is removed: without this, the triggers don't see it.
        connection.pragma_update(None, "recursive_triggers", true)?;
        connection
            .execute_batch("CREATE TEMP TABLE touched (of_table TEXT NOT NULL, of_key TEXT NOT NULL)")?;
        Ok(Touched {
            written,
            noted: RefCell::default(),
            stands: Cell::new(false),
        })
    }

    /// Before a transaction: statements that are kept are not prepared anew, so what they write must be noted from its start.
    pub(super) fn begin(&self, connection: &Connection) -> Result<(), StoreError> {
        if !self.stands.replace(false) {
            self.noted.borrow_mut().clear();
        }
        self.note(connection)
    }

    /// The transaction was committed.
    pub(super) fn committed(&self) {
        self.stands.set(true);
    }

    /// Notes from now on which rows are written of the tables that a prepared statement writes.
    pub(super) fn note(&self, connection: &Connection) -> Result<(), StoreError> {
        let mut noted = self.noted.borrow_mut();
        // None is noted that isn't written, and mostly all are: this is asked for each statement of an import.
        if noted.len() == self.written.count() {
            return Ok(());
        }
        for name in self.written.tables() {
            if noted.contains_key(&name) {
                continue;
            }
            let table = tables::sealed_as(connection, &name)?;
            if let Some(table) = &table {
                connection.execute_batch(&triggers(table))?;
            }
            noted.insert(name, table);
        }
        Ok(())
    }

    /// Refuses when a table was written past its notes: its rows would have no seals.
    pub(super) fn all_noted(&self) -> Result<(), StoreError> {
        let noted = self.noted.borrow();
        if noted.len() == self.written.count() {
            return Ok(());
        }
        let tables = self.written.tables();
        let past = tables.into_iter().find(|name| !noted.contains_key(name));
        past.map_or(Ok(()), |table| Err(StoreError::Unsealed(table)))
    }

    /// Seals for what was written since the last call of [`forget`].
    pub(super) fn seals(&self, connection: &Connection) -> Result<Vec<Seal>, StoreError> {
        let mut seals = Vec::new();
        let mut names = connection.prepare_cached("SELECT DISTINCT of_table FROM temp.touched")?;
        let names = names.query_map([], |row| row.get(0))?;
        let names: Vec<String> = names.collect::<Result<_, _>>()?;
        let noted = self.noted.borrow();
        for table in names.iter().filter_map(|name| noted.get(name)?.as_ref()) {
            // A primary key is never null, so where it is, there is no row any more.
            let sql = format!(
                "SELECT k.of_key, t.{} IS NOT NULL, t.* FROM (SELECT DISTINCT of_key FROM temp.touched WHERE of_table = {}) k
                 LEFT JOIN main.{} t ON {}",
                quoted(&table.key[0]),
                literal(&table.name),
                quoted(&table.name),
                table.has_key("t", "k.of_key"),
            );
            seal::read(connection, &table.name, &sql, &mut |seal| seals.push(seal))?;
        }
        Ok(seals)
    }

    /// Refuses a transaction that wrote what no row of the log has sealed.
    pub(super) fn nothing_left(&self, connection: &Connection) -> Result<(), StoreError> {
        self.all_noted()?;
        let sql = "SELECT EXISTS (SELECT 1 FROM temp.touched)";
        if connection.prepare_cached(sql)?.query_row([], |row| row.get(0))? {
            return Err(StoreError::Unsealed("what no row of the log tells of".to_owned()));
        }
        Ok(())
    }
}

/// What was written is sealed.
pub(super) fn forget(connection: &Connection) -> Result<(), StoreError> {
    let sql = "DELETE FROM temp.touched";
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// The triggers that note which rows of a table are written.
fn triggers(table: &Table) -> String {
    let mut sql = String::new();
    for (verb, rows) in [
        ("INSERT", &["NEW"][..]),
        ("UPDATE", &["OLD", "NEW"]),
        ("DELETE", &["OLD"]),
    ] {
        let (name, of_table) = (literal(&table.name), quoted(&table.name));
        let notes = rows.iter().map(|row| format!("({name}, {})", table.key_of(row)));
        let notes = notes.collect::<Vec<String>>().join(", ");
        let trigger = quoted(&format!("touched_{}_{verb}", table.name));
        sql.extend([
            format!("CREATE TEMP TRIGGER IF NOT EXISTS {trigger} AFTER {verb} ON main.{of_table} "),
            format!("BEGIN INSERT INTO touched VALUES {notes}; END;\n"),
        ]);
    }
    sql
}
