//! Solutions that are live, and who has taken them into use.

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Figure, Text};
use super::participants::{inhabitants, participant};
use super::{Read, StoreError, Write};
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::domain::repayment::{Adoption, Solution};

fn solution(row: &rusqlite::Row) -> rusqlite::Result<Solution> {
    Ok(Solution {
        reference: row.get(0)?,
        live_on: row.get::<_, Day>(1)?.0,
        price_model: row.get(2)?,
        base: row.get::<_, Figure>(3)?.0,
    })
}

impl Read<'_> {
    /// The solutions that are live by a date, by reference.
    pub fn solutions(&self, as_of: Date) -> Result<Vec<Solution>, StoreError> {
        let sql = "SELECT ref, live_on, price_model, base FROM solutions WHERE live_on <= ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Text(as_of)], solution)?;
        let mut all: Vec<Solution> = rows.collect::<Result<_, _>>()?;
        all.sort_by_key(|solution| solution.reference);
        Ok(all)
    }

    /// What was fixed when a solution went live; `None` when it has not.
    pub fn solution(&self, reference: Ref) -> Result<Option<Solution>, StoreError> {
        let sql = "SELECT ref, live_on, price_model, base FROM solutions WHERE ref = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([reference], solution).optional()?)
    }

    /// The day on which KS stopped a project; `None` when it has not.
    pub fn stopped_on(&self, reference: Ref) -> Result<Option<Date>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT on_date FROM stops WHERE ref = ?1")?;
        let day: Option<Day> = statement.query_row([reference], |row| row.get(0)).optional()?;
        Ok(day.map(|day| day.0))
    }

    /// Who has taken a solution into use by a date, with the inhabitants of that date, by participant number.
    pub fn adoptions(&self, reference: Ref, as_of: Date) -> Result<Vec<Adoption>, StoreError> {
        let population = inhabitants("p.number", "?2");
        let sql = format!(
            "SELECT p.kind, p.number, p.name, p.county_number, p.county_name, {population}, a.adopted_on
             FROM adoptions a JOIN participants p ON p.number = a.number
             WHERE a.ref = ?1 AND a.adopted_on <= ?2 ORDER BY a.number"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map((reference, Text(as_of)), |row| {
            Ok(Adoption {
                participant: participant(row)?,
                adopted_on: row.get::<_, Day>(6)?.0,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The day on which a participant took a solution into use; `None` when it has not.
    pub fn adopted_on(&self, reference: Ref, number: &Number) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT adopted_on FROM adoptions WHERE ref = ?1 AND number = ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let day: Option<Day> = statement
            .query_row((reference, number), |row| row.get(0))
            .optional()?;
        Ok(day.map(|day| day.0))
    }
}

impl Write<'_> {
    pub fn add_solution(&self, solution: &Solution, actor: &str, on: Date) -> Result<(), StoreError> {
        let sql = "INSERT INTO solutions (ref, live_on, price_model, base, actor, registered_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.prepared(sql)?.execute((
            solution.reference,
            Text(solution.live_on),
            &solution.price_model,
            Text(solution.base),
            actor,
            Text(on),
        ))?;
        Ok(())
    }

    pub fn add_stop(&self, reference: Ref, reason: &str, actor: &str, on: Date) -> Result<(), StoreError> {
        let sql = "INSERT INTO stops (ref, on_date, reason, actor) VALUES (?1, ?2, ?3, ?4)";
        let row = (reference, Text(on), reason, actor);
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }

    pub fn add_adoption(
        &self,
        reference: Ref,
        number: &Number,
        adopted_on: Date,
        actor: &str,
        on: Date,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO adoptions (ref, number, adopted_on, actor, registered_on)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = (reference, number, Text(adopted_on), actor, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }
}
