//! Participants, their inhabitants and their answers. An answer is only ever added; the latest one counts.

use std::collections::HashMap;

use jiff::civil::{Date, date};
use rusqlite::Connection;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::contribution::Contribution;
use crate::domain::ledger::{Account, Event};
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, Count, Number, Participant};

/// The calendar of a fund begins here: a count from this day holds from the beginning.
const THE_BEGINNING: Date = date(2000, 1, 1);

/// A participant with its inhabitants and the answer that counts on a date, and what it has given by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantRow {
    pub participant: Participant,
    pub answer: Option<Answer>,
    /// What the last yes promised, and what was waived of it (C8).
    pub asked: Ore,
    pub waived: Ore,
    /// Received, less what is over.
    pub paid: Ore,
    /// C8: received beyond what was asked for, and owed back.
    pub over: Ore,
    /// All that it has paid in, whatever has been paid back of it.
    pub received: Ore,
}

impl ParticipantRow {
    /// One that has neither answered nor paid.
    #[must_use]
    pub fn new(participant: Participant) -> ParticipantRow {
        ParticipantRow {
            participant,
            answer: None,
            asked: Ore::ZERO,
            waived: Ore::ZERO,
            paid: Ore::ZERO,
            over: Ore::ZERO,
            received: Ore::ZERO,
        }
    }

    #[must_use]
    pub fn contribution(&self) -> Contribution {
        Contribution {
            joins: self.answer.as_ref().map(|answer| answer.joins),
            asked: self.asked,
            waived: self.waived,
            paid: self.paid,
            over: self.over,
        }
    }
}

/// The inhabitants on a day: the latest count by then, or the first, which holds from the beginning (C7).
pub(super) fn inhabitants(number: &str, day: &str) -> String {
    format!(
        "coalesce((SELECT c.population FROM counts c WHERE c.number = {number} AND c.from_date <= {day}
                   ORDER BY c.from_date DESC LIMIT 1),
                  (SELECT c.population FROM counts c WHERE c.number = {number} ORDER BY c.from_date LIMIT 1))"
    )
}

/// What is read of an answer.
const ANSWER: &str = "joins, decided_on, reference, reason, amount_ore, coalesce(counts_from, decided_on), resolution, resolved_ore";

/// An answer from a row, from a column on.
fn answer(row: &rusqlite::Row, at: usize) -> rusqlite::Result<Answer> {
    Ok(Answer {
        joins: row.get(at)?,
        decided_on: row.get::<_, Day>(at + 1)?.0,
        reference: row.get(at + 2)?,
        reason: row.get(at + 3)?,
        amount: row.get(at + 4)?,
        counts_from: row.get::<_, Day>(at + 5)?.0,
        resolution: row.get(at + 6)?,
        resolved: row.get(at + 7)?,
    })
}

/// A participant with its inhabitants.
pub(super) fn participant(row: &rusqlite::Row) -> rusqlite::Result<Participant> {
    Ok(Participant {
        kind: row.get(0)?,
        number: row.get(1)?,
        name: row.get(2)?,
        county_number: row.get(3)?,
        county_name: row.get(4)?,
        population: row.get(5)?,
    })
}

/// What is posted of contributions. SQLite is told to begin with the vouchers, and by the `+` not to seek them by their day: few
/// of all that there are by a day are about a participant.
const PAYMENTS: &str = "
    SELECT v.participant, v.event, q.account, q.amount_ore FROM vouchers v CROSS JOIN postings q ON q.voucher = v.voucher
    WHERE v.participant IS NOT NULL AND v.event IN ('contribution', 'contribution_refund', 'other') AND +v.posted_on <= ?1";

/// The participants that are read, in their order. Each table is gone through once for all of them; looking into it for each
/// takes several times as long.
struct Standings<'r> {
    connection: &'r Connection,
    as_of: Date,
    /// Only this one.
    number: Option<&'r Number>,
    rows: Vec<ParticipantRow>,
    places: HashMap<String, usize>,
}

impl Standings<'_> {
    /// Goes through rows that begin with the number of a participant; `?1` is the day.
    fn each(
        &mut self,
        sql: &str,
        column: &str,
        order: &str,
        add: impl Fn(&mut ParticipantRow, &rusqlite::Row) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let one = self
            .number
            .map(|_| format!("AND {column} = ?2"))
            .unwrap_or_default();
        let mut statement = self.connection.prepare_cached(&format!("{sql} {one} {order}"))?;
        let day = Text(self.as_of);
        let mut rows = match self.number {
            Some(number) => statement.query((day, number))?,
            None => statement.query([day])?,
        };
        while let Some(row) = rows.next()? {
            let number = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if let Some(at) = self.places.get(number) {
                add(&mut self.rows[*at], row)?;
            }
        }
        Ok(())
    }

    /// The latest answer counts, and of what was promised the latest yes.
    fn answers(&mut self) -> Result<(), StoreError> {
        let sql = format!("SELECT number, {ANSWER} FROM answers WHERE decided_on <= ?1");
        self.each(&sql, "number", "ORDER BY id", |standing, row| {
            let answer = answer(row, 1)?;
            if answer.joins {
                standing.asked = answer.amount;
            }
            standing.answer = Some(answer);
            Ok(())
        })
    }

    fn waivers(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT number, amount_ore FROM waivers WHERE on_date <= ?1";
        self.each(sql, "number", "", |standing, row| {
            standing.waived += row.get(1)?;
            Ok(())
        })
    }

    /// What each has paid in, and what of it is over.
    fn payments(&mut self) -> Result<(), StoreError> {
        self.each(PAYMENTS, "v.participant", "", |standing, row| {
            let amount: Ore = row.get(3)?;
            match row.get(2)? {
                Account::Bank if row.get::<_, Event>(1)? == Event::Contribution => {
                    standing.received += amount;
                }
                Account::Contributions(source) if source == standing.participant.kind.into() => {
                    standing.paid -= amount;
                }
                Account::Refunds => standing.over -= amount,
                _ => {}
            }
            Ok(())
        })
    }
}

impl Read<'_> {
    /// Everybody invited as they stand on a date, by number.
    pub fn participants(&self, as_of: Date) -> Result<Vec<ParticipantRow>, StoreError> {
        self.standings(None, as_of)
    }

    pub fn participant(&self, number: &Number, as_of: Date) -> Result<Option<ParticipantRow>, StoreError> {
        Ok(self.standings(Some(number), as_of)?.pop())
    }

    fn standings(&self, number: Option<&Number>, as_of: Date) -> Result<Vec<ParticipantRow>, StoreError> {
        let population = inhabitants("p.number", "?1");
        let one = if number.is_some() {
            "WHERE p.number = ?2"
        } else {
            ""
        };
        let sql = format!(
            "SELECT p.kind, p.number, p.name, p.county_number, p.county_name, {population}
             FROM participants p {one}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let day = Text(as_of);
        let rows = match number {
            Some(number) => statement.query((day, number))?,
            None => statement.query([day])?,
        };
        let rows = rows.mapped(|row| participant(row).map(ParticipantRow::new));
        let mut rows: Vec<ParticipantRow> = rows.collect::<Result<_, _>>()?;
        // SQLite would carry each row through its sorter.
        rows.sort_by(|one, other| {
            let (one, other) = (&one.participant, &other.participant);
            (one.kind, &one.number).cmp(&(other.kind, &other.number))
        });
        let numbers = rows.iter().map(|row| row.participant.number.to_string());
        let mut standings = Standings {
            connection: self.connection,
            as_of,
            number,
            places: numbers.zip(0..).collect(),
            rows,
        };
        standings.answers()?;
        standings.waivers()?;
        standings.payments()?;
        Ok(standings.rows)
    }

    /// Every answer of a participant, oldest first.
    pub fn answers(&self, number: &Number) -> Result<Vec<Answer>, StoreError> {
        let sql = format!("SELECT {ANSWER} FROM answers WHERE number = ?1 ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([number], |row| answer(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The counts of a participant's inhabitants, the first first (C7).
    pub fn counts(&self, number: &Number) -> Result<Vec<Count>, StoreError> {
        let sql = "SELECT from_date, population FROM counts WHERE number = ?1 ORDER BY from_date";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([number], |row| {
            let from = row.get::<_, Day>(0)?.0;
            Ok(Count {
                from: (from > THE_BEGINNING).then_some(from),
                population: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Adds a participant, or brings its name and county up to date. Its inhabitants are counted by [`Write::put_count`].
    pub fn put_participant(&self, participant: &Participant) -> Result<(), StoreError> {
        let sql = "INSERT INTO participants (number, kind, name, county_number, county_name) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (number) DO UPDATE SET name = excluded.name, county_number = excluded.county_number,
                     county_name = excluded.county_name";
        self.prepared(sql)?.execute((
            &participant.number,
            participant.kind,
            &participant.name,
            &participant.county_number,
            &participant.county_name,
        ))?;
        Ok(())
    }

    /// Counts a participant's inhabitants from a day on, from the beginning where none is given; a count of the same day
    /// gives way. A promise already made stays as it was (C1).
    pub fn put_count(&self, number: &Number, count: Count) -> Result<(), StoreError> {
        let sql = "INSERT INTO counts (number, from_date, population) VALUES (?1, ?2, ?3)
                   ON CONFLICT (number, from_date) DO UPDATE SET population = excluded.population";
        let from = count.from.unwrap_or(THE_BEGINNING);
        self.prepared(sql)?
            .execute((number, Text(from), count.population))?;
        Ok(())
    }

    pub fn add_answer(&self, number: &Number, answer: &Answer) -> Result<(), StoreError> {
        let sql = "INSERT INTO answers (number, joins, decided_on, reference, reason, amount_ore, counts_from, resolution,
                     resolved_ore) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        self.prepared(sql)?.execute((
            number,
            answer.joins,
            Text(answer.decided_on),
            &answer.reference,
            &answer.reason,
            answer.amount,
            Text(answer.counts_from),
            &answer.resolution,
            answer.resolved,
        ))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::migrations;
    use super::*;

    #[test]
    fn what_participants_have_paid_is_not_looked_for_among_all_the_vouchers() {
        let connection = Connection::open_in_memory().unwrap();
        migrations::run_to(&connection, migrations::version());
        for one in ["", " AND v.participant = '0301'"] {
            let plan = format!("EXPLAIN QUERY PLAN {PAYMENTS}{one}");
            let mut statement = connection.prepare(&plan).unwrap();
            let steps = statement.query_map(["2018-11-15"], |row| row.get(3)).unwrap();
            let steps: Vec<String> = steps.map(Result::unwrap).collect();
            assert!(steps[0].contains("vouchers_by_participant"), "{steps:?}");
        }
    }
}
