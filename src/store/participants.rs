//! Participants, their inhabitants and their answers. An answer is only ever added; the latest one counts.

use jiff::civil::{Date, date};

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::contribution::Contribution;
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

/// What a participant has paid in or is owed of it by a day, on one account. The cross join keeps SQLite from going through
/// the whole account once for each participant.
fn posted(account: &str, events: &str) -> String {
    format!(
        "(SELECT coalesce(sum(q.amount_ore), 0)
          FROM vouchers v CROSS JOIN postings q ON q.voucher = v.voucher AND q.account = {account}
          WHERE v.participant = p.number AND v.event IN ({events}) AND v.posted_on <= ?1)"
    )
}

fn select() -> String {
    const OF_CONTRIBUTIONS: &str = "'contribution', 'contribution_refund', 'other'";
    let population = inhabitants("p.number", "?1");
    let received = posted("'assets:bank'", "'contribution'");
    let paid = posted("'equity:contributions:' || p.kind", OF_CONTRIBUTIONS);
    let over = posted("'liabilities:refunds'", OF_CONTRIBUTIONS);
    format!(
        "SELECT p.kind, p.number, p.name, p.county_number, p.county_name, {population},
                a.joins, a.decided_on, a.reference, a.reason, a.amount_ore, coalesce(a.counts_from, a.decided_on),
                a.resolution, a.resolved_ore,
                coalesce((SELECT y.amount_ore FROM answers y WHERE y.number = p.number AND y.joins = 1
                          AND y.decided_on <= ?1 AND y.id <= a.id ORDER BY y.id DESC LIMIT 1), 0),
                (SELECT coalesce(sum(w.amount_ore), 0) FROM waivers w WHERE w.number = p.number AND w.on_date <= ?1),
                -{paid}, -{over}, {received}
         FROM participants p
         LEFT JOIN answers a
           ON a.id = (SELECT max(id) FROM answers WHERE number = p.number AND decided_on <= ?1)"
    )
}

/// An answer from a row, from a column on; `None` where there is none.
fn answer(row: &rusqlite::Row, at: usize) -> rusqlite::Result<Option<Answer>> {
    let Some(joins) = row.get::<_, Option<bool>>(at)? else {
        return Ok(None);
    };
    Ok(Some(Answer {
        joins,
        decided_on: row.get::<_, Day>(at + 1)?.0,
        reference: row.get(at + 2)?,
        reason: row.get(at + 3)?,
        amount: row.get(at + 4)?,
        counts_from: row.get::<_, Day>(at + 5)?.0,
        resolution: row.get(at + 6)?,
        resolved: row.get(at + 7)?,
    }))
}

fn row(row: &rusqlite::Row) -> rusqlite::Result<ParticipantRow> {
    Ok(ParticipantRow {
        participant: Participant {
            kind: row.get(0)?,
            number: row.get(1)?,
            name: row.get(2)?,
            county_number: row.get(3)?,
            county_name: row.get(4)?,
            population: row.get(5)?,
        },
        answer: answer(row, 6)?,
        asked: row.get(14)?,
        waived: row.get(15)?,
        paid: row.get(16)?,
        over: row.get(17)?,
        received: row.get(18)?,
    })
}

impl Read<'_> {
    /// Everybody invited as they stand on a date, by number.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn participants(&self, as_of: Date) -> Result<Vec<ParticipantRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&(select() + " ORDER BY p.kind DESC, p.number"))?;
        let rows = statement.query_map([Text(as_of)], row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// What SQLite says.
    pub fn participant(&self, number: &Number, as_of: Date) -> Result<Option<ParticipantRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&(select() + " WHERE p.number = ?2"))?;
        let mut rows = statement.query_map((Text(as_of), number), row)?;
        Ok(rows.next().transpose()?)
    }

    /// Every answer of a participant, oldest first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn answers(&self, number: &Number) -> Result<Vec<Answer>, StoreError> {
        let sql = "SELECT joins, decided_on, reference, reason, amount_ore, coalesce(counts_from, decided_on), resolution,
                          resolved_ore FROM answers WHERE number = ?1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([number], |row| answer(row, 0))?;
        let answers: Vec<Option<Answer>> = rows.collect::<Result<_, _>>()?;
        Ok(answers.into_iter().flatten().collect())
    }

    /// The counts of a participant's inhabitants, the first first (C7).
    ///
    /// # Errors
    /// What SQLite says.
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
    ///
    /// # Errors
    /// What SQLite says.
    pub fn put_participant(&self, participant: &Participant) -> Result<(), StoreError> {
        let sql = "INSERT INTO participants (number, kind, name, county_number, county_name) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (number) DO UPDATE SET name = excluded.name, county_number = excluded.county_number,
                     county_name = excluded.county_name";
        self.connection.prepare_cached(sql)?.execute((
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
    ///
    /// # Errors
    /// What SQLite says.
    pub fn put_count(&self, number: &Number, count: Count) -> Result<(), StoreError> {
        let sql = "INSERT INTO counts (number, from_date, population) VALUES (?1, ?2, ?3)
                   ON CONFLICT (number, from_date) DO UPDATE SET population = excluded.population";
        let from = count.from.unwrap_or(THE_BEGINNING);
        self.connection
            .prepare_cached(sql)?
            .execute((number, Text(from), count.population))?;
        Ok(())
    }

    /// # Errors
    /// What SQLite says.
    pub fn add_answer(&self, number: &Number, answer: &Answer) -> Result<(), StoreError> {
        let sql = "INSERT INTO answers (number, joins, decided_on, reference, reason, amount_ore, counts_from, resolution,
                     resolved_ore) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        self.connection.prepare_cached(sql)?.execute((
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
