//! The tables of a file as its seals know them: each is sealed row by row by its primary key, but for those in the lists
//! here. A table that is in no list can't escape.

use rusqlite::Connection;

use super::finding::Finding;
use super::{StoreError, sums};

/// The tables that litestream adds to a database that it copies, by their exact definitions. What stands in them is its own.
pub(super) const EXEMPT: [(&str, &str); 2] = [
    (
        "_litestream_seq",
        "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
    ),
    ("_litestream_lock", "CREATE TABLE _litestream_lock (id INTEGER)"),
];

/// The log and its seals hold themselves.
pub(super) const CHAIN: [&str; 2] = ["audit", "seals"];

/// A table whose rows follow from those of others.
pub(super) struct Derived {
    pub table: &'static str,
    /// Works it out anew, and says where it differs.
    pub recompute: fn(&Connection) -> Result<Vec<Finding>, StoreError>,
}

/// The tables that the check works out anew instead of reading their seals.
pub(super) const DERIVED: [Derived; 1] = [Derived {
    table: "day_sums",
    recompute: sums::findings,
}];

/// A table that is sealed row by row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub name: String,
    /// The columns of the primary key, in its order; none in a table without one.
    pub key: Vec<String>,
}

impl Table {
    /// The key of a row as a JSON array, in SQL.
    pub(super) fn key_of(&self, row: &str) -> String {
        let columns: Vec<String> = self
            .key
            .iter()
            .map(|column| format!("{row}.{}", quoted(column)))
            .collect();
        format!("json_array({})", columns.join(", "))
    }

    /// That a row has a key, in SQL.
    pub(super) fn has_key(&self, row: &str, key: &str) -> String {
        let columns = self.key.iter().enumerate();
        let same = columns.map(|(at, column)| format!("{row}.{} = {key} ->> {at}", quoted(column)));
        same.collect::<Vec<String>>().join(" AND ")
    }
}

/// Whether a part of the schema is one of the exempt tables.
pub(super) fn is_exempt(kind: &str, name: &str, sql: &str) -> bool {
    kind == "table" && EXEMPT.contains(&(name, sql))
}

/// Every table that is sealed row by row, as it is in the file.
pub(super) fn sealed(connection: &Connection) -> Result<Vec<Table>, StoreError> {
    named(connection, None)
}

/// A table by its name; none that isn't sealed row by row, or can't be: the check names one without a primary key.
pub(super) fn sealed_as(connection: &Connection, name: &str) -> Result<Option<Table>, StoreError> {
    let table = named(connection, Some(name))?.pop();
    Ok(table.filter(|table| !table.key.is_empty()))
}

fn named(connection: &Connection, name: Option<&str>) -> Result<Vec<Table>, StoreError> {
    let sql = "SELECT s.name, s.sql, c.name, c.pk
               FROM main.sqlite_schema s JOIN pragma_table_info(s.name, 'main') c
               WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL %' AND (?1 IS NULL OR s.name = ?1)
               ORDER BY s.name, c.pk";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([name])?;
    let mut tables: Vec<Table> = Vec::new();
    while let Some(row) = rows.next()? {
        let (name, sql): (String, String) = (row.get(0)?, row.get(1)?);
        let is_derived = DERIVED.iter().any(|derived| derived.table == name);
        if CHAIN.contains(&name.as_str()) || is_derived || is_exempt("table", &name, &sql) {
            continue;
        }
        if tables.last().is_none_or(|table| table.name != name) {
            tables.push(Table {
                name,
                key: Vec::new(),
            });
        }
        if let Some(table) = tables.last_mut()
            && row.get::<_, i64>(3)? > 0
        {
            table.key.push(row.get(2)?);
        }
    }
    Ok(tables)
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

pub(super) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_tables_of_litestream_are_exempt_and_only_as_it_makes_them() {
        let made = [
            (
                "_litestream_seq",
                "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
            ),
            ("_litestream_lock", "CREATE TABLE _litestream_lock (id INTEGER)"),
        ];
        assert_eq!(EXEMPT, made);
        let connection = Connection::open_in_memory().unwrap();
        let names = || -> Vec<String> {
            let tables = sealed(&connection).unwrap();
            tables.into_iter().map(|table| table.name).collect()
        };
        // As the program writes them: the words of doubt aren't kept.
        let lock = "CREATE TABLE IF NOT EXISTS _litestream_lock (id INTEGER);";
        let seq = "CREATE TABLE IF NOT EXISTS _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);";
        connection.execute_batch(&[lock, seq].concat()).unwrap();
        assert_eq!(names(), Vec::<String>::new());
        connection
            .execute_batch("DROP TABLE _litestream_seq; CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER, x)")
            .unwrap();
        assert_eq!(names(), ["_litestream_seq"]);
        assert!(!is_exempt("index", made[1].0, made[1].1));
    }

    #[test]
    fn no_table_is_worked_out_anew_without_a_function_for_it() {
        let tables: Vec<&str> = DERIVED.iter().map(|derived| derived.table).collect();
        assert_eq!(tables, ["day_sums"]);
    }

    #[test]
    fn a_key_is_read_back_whatever_its_columns_are_called_and_in_its_own_order() {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE odd (x TEXT, \"a \"\"key\" TEXT, n INTEGER, PRIMARY KEY (n, \"a \"\"key\")) STRICT, WITHOUT ROWID;
                 INSERT INTO odd VALUES ('x', 'å\"''\\', 9007199254740993)",
            )
            .unwrap();
        let table = sealed(&connection).unwrap().pop().unwrap();
        assert_eq!(table.key, ["n", "a \"key"]);
        let key = format!("SELECT {} FROM odd t", table.key_of("t"));
        let key: String = connection.query_row(&key, [], |row| row.get(0)).unwrap();
        assert_eq!(key, "[9007199254740993,\"å\\\"'\\\\\"]");
        let found = format!("SELECT x FROM odd t WHERE {}", table.has_key("t", "?1"));
        let found: String = connection.query_row(&found, [key], |row| row.get(0)).unwrap();
        assert_eq!(found, "x");
    }
}
