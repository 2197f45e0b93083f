//! Participants and their answers. An answer is only ever added; the latest one counts.

use jiff::civil::Date;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, Number, Participant};

/// A participant with the answer that counts on a date, and what it has paid by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantRow {
    pub participant: Participant,
    pub answer: Option<Answer>,
    pub paid: Ore,
}

// The cross join keeps SQLite from going through the whole bank account once for each participant.
const SELECT: &str = "
    SELECT p.kind, p.number, p.name, p.county_number, p.county_name, p.population,
           a.joins, a.decided_on, a.reference, a.reason, a.amount_ore,
           (SELECT coalesce(sum(q.amount_ore), 0)
            FROM vouchers v CROSS JOIN postings q ON q.voucher = v.voucher AND q.account = 'assets:bank'
            WHERE v.participant = p.number AND v.event = 'contribution' AND v.posted_on <= ?1)
    FROM participants p
    LEFT JOIN answers a
      ON a.id = (SELECT max(id) FROM answers WHERE number = p.number AND decided_on <= ?1)";

fn row(row: &rusqlite::Row) -> rusqlite::Result<ParticipantRow> {
    let participant = Participant {
        kind: row.get(0)?,
        number: row.get(1)?,
        name: row.get(2)?,
        county_number: row.get(3)?,
        county_name: row.get(4)?,
        population: row.get(5)?,
    };
    let answer = match row.get::<_, Option<bool>>(6)? {
        None => None,
        Some(joins) => Some(Answer {
            joins,
            decided_on: row.get::<_, Day>(7)?.0,
            reference: row.get(8)?,
            reason: row.get(9)?,
            amount: row.get(10)?,
        }),
    };
    Ok(ParticipantRow {
        participant,
        answer,
        paid: row.get(11)?,
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
            .prepare_cached(&format!("{SELECT} ORDER BY p.kind DESC, p.number"))?;
        let rows = statement.query_map([Text(as_of)], row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// What SQLite says.
    pub fn participant(&self, number: &Number, as_of: Date) -> Result<Option<ParticipantRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE p.number = ?2"))?;
        let mut rows = statement.query_map((Text(as_of), number), row)?;
        Ok(rows.next().transpose()?)
    }

    /// Every answer of a participant, oldest first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn answers(&self, number: &Number) -> Result<Vec<Answer>, StoreError> {
        let sql = "SELECT joins, decided_on, reference, reason, amount_ore FROM answers WHERE number = ?1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([number], |row| {
            Ok(Answer {
                joins: row.get(0)?,
                decided_on: row.get::<_, Day>(1)?.0,
                reference: row.get(2)?,
                reason: row.get(3)?,
                amount: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Adds a participant, or brings its facts up to date. A promise already made stays as it was (C1).
    ///
    /// # Errors
    /// What SQLite says.
    pub fn put_participant(&self, participant: &Participant) -> Result<(), StoreError> {
        let sql = "INSERT INTO participants (number, kind, name, county_number, county_name, population)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (number) DO UPDATE SET name = excluded.name, county_number = excluded.county_number,
                     county_name = excluded.county_name, population = excluded.population";
        self.connection.prepare_cached(sql)?.execute((
            &participant.number,
            participant.kind,
            &participant.name,
            &participant.county_number,
            &participant.county_name,
            participant.population,
        ))?;
        Ok(())
    }

    /// # Errors
    /// What SQLite says.
    pub fn add_answer(&self, number: &Number, answer: &Answer) -> Result<(), StoreError> {
        let sql = "INSERT INTO answers (number, joins, decided_on, reference, reason, amount_ore)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.connection.prepare_cached(sql)?.execute((
            number,
            answer.joins,
            Text(answer.decided_on),
            &answer.reference,
            &answer.reason,
            answer.amount,
        ))?;
        Ok(())
    }
}
