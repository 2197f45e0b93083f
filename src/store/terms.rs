//! What has days: who holds a seat, who has a role, and which parameters of the scheme hold (M11).

use jiff::civil::Date;
use rusqlite::params_from_iter;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::meeting::Seat;
use crate::domain::member::RoleTerm;
use crate::domain::policy::Role;

/// Who holds a seat from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatTerm {
    pub seat: Seat,
    pub from: Date,
    /// The last day; until further notice without one.
    pub to: Option<Date>,
}

/// A parameter that holds from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeChange {
    pub key: String,
    pub value: String,
    pub from: Date,
    pub reason: String,
}

fn corrupt(detail: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(detail.to_string())
}

impl Read<'_> {
    /// M11: the newest term of each seat that has begun on a day, by seat. It may have ended.
    pub fn seat_terms_begun(&self, on: Date) -> Result<Vec<SeatTerm>, StoreError> {
        let sql = "SELECT seat, holder, substitutes, from_date, to_date FROM seat_terms
                   WHERE id IN (SELECT max(id) FROM seat_terms WHERE from_date <= ?1 GROUP BY seat)
                   ORDER BY seat";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([Text(on)])?;
        let mut terms = Vec::new();
        while let Some(row) = rows.next()? {
            let substitutes: String = row.get(2)?;
            terms.push(SeatTerm {
                seat: Seat {
                    number: row.get(0)?,
                    holder: row.get(1)?,
                    substitutes: serde_json::from_str(&substitutes).map_err(corrupt)?,
                },
                from: row.get::<_, Day>(3)?.0,
                to: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
            });
        }
        Ok(terms)
    }

    /// The later days on which a term of any seat begins, in no order.
    pub fn seat_terms_beginning_after(&self, day: Date) -> Result<Vec<Date>, StoreError> {
        let sql = "SELECT DISTINCT from_date FROM seat_terms WHERE from_date > ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Text(day)], |row| Ok(row.get::<_, Day>(0)?.0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All dated roles, or those of one person, in the order in which they were set.
    pub fn role_terms(&self, of: Option<&str>) -> Result<Vec<RoleTerm>, StoreError> {
        let one = of.map_or("", |_| "WHERE handle = ?1");
        let sql = format!("SELECT handle, role, from_date, to_date FROM role_terms {one} ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(of))?;
        let mut terms = Vec::new();
        while let Some(row) = rows.next()? {
            let role: String = row.get(1)?;
            terms.push(RoleTerm {
                handle: row.get(0)?,
                role: Role::parse(&role).map_err(corrupt)?,
                from: row.get::<_, Day>(2)?.0,
                to: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
            });
        }
        Ok(terms)
    }

    /// All dated parameters, in the order in which they were set.
    pub fn scheme_changes(&self) -> Result<Vec<SchemeChange>, StoreError> {
        let sql = "SELECT key, value, from_date, reason FROM scheme_changes ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(SchemeChange {
                key: row.get(0)?,
                value: row.get(1)?,
                from: row.get::<_, Day>(2)?.0,
                reason: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    pub fn set_seat(&self, term: &SeatTerm, by: (&str, Date)) -> Result<(), StoreError> {
        let sql = "INSERT INTO seat_terms (seat, holder, substitutes, from_date, to_date, actor, set_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let substitutes = serde_json::to_string(&term.seat.substitutes).map_err(corrupt)?;
        self.prepared(sql)?.execute((
            term.seat.number,
            &term.seat.holder,
            substitutes,
            Text(term.from),
            term.to.map(Text),
            by.0,
            Text(by.1),
        ))?;
        Ok(())
    }

    pub fn set_role(&self, term: &RoleTerm, by: (&str, Date)) -> Result<(), StoreError> {
        let sql = "INSERT INTO role_terms (handle, role, from_date, to_date, actor, set_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.prepared(sql)?.execute((
            &term.handle,
            term.role.word(),
            Text(term.from),
            term.to.map(Text),
            by.0,
            Text(by.1),
        ))?;
        Ok(())
    }

    pub fn set_parameter(&self, change: &SchemeChange, by: (&str, Date)) -> Result<(), StoreError> {
        let sql = "INSERT INTO scheme_changes (key, value, from_date, reason, actor, set_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.prepared(sql)?.execute((
            &change.key,
            &change.value,
            Text(change.from),
            &change.reason,
            by.0,
            Text(by.1),
        ))?;
        Ok(())
    }
}
