//! Recommendations, decisions, and what a commitment becomes: its plan and its releases. All kept as they were (M8).

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::ledger::dated;
use super::{Read, StoreError, Write};
use crate::domain::commitment::{Instalment, Standing};
use crate::domain::council::{Decided, Recommendation, Recommended, Ruling};
use crate::domain::ledger::Account;
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage};

fn recommended(row: &rusqlite::Row) -> rusqlite::Result<Recommended> {
    let (kind, amount): (String, Option<Ore>) = (row.get(1)?, row.get(2)?);
    let recommendation = match (kind.as_str(), amount) {
        ("approve", Some(amount)) => Recommendation::Approve {
            amount,
            conditions: row.get(3)?,
        },
        ("postpone", _) => Recommendation::Postpone,
        _ => Recommendation::Decline,
    };
    Ok(Recommended {
        id: row.get(0)?,
        recommendation,
        by: row.get(4)?,
        on: row.get::<_, Day>(5)?.0,
        basis: row.get(6)?,
    })
}

const RECOMMENDED: &str = "id, kind, amount_ore, conditions, actor, on_date, basis";

/// M14: that a recommendation, or a later one in its place, was not taken back.
const STANDS: &str =
    "NOT EXISTS (SELECT 1 FROM recommendations_withdrawn w JOIN recommendations l ON l.id = w.recommendation
    WHERE l.ref = r.ref AND l.id >= r.id)";

/// What a commitment stands at on a date. Reversed payments are net.
const STANDING: &str = "
    SELECT d.amount_ore,
      (SELECT coalesce(sum(r.amount_ore), 0) FROM releases r WHERE r.ref = d.ref AND r.on_date <= ?1),
      (SELECT coalesce(sum(s.amount_ore), 0) FROM day_sums s
       WHERE s.account = 'assets:outstanding:' || d.ref AND s.event = 'disbursement' AND s.day <= ?1),
      d.ref
    FROM decisions d WHERE d.kind = 'commit' AND d.on_date <= ?1";

fn standing(row: &rusqlite::Row) -> rusqlite::Result<Standing> {
    Ok(Standing {
        committed: row.get(0)?,
        released: row.get(1)?,
        disbursed: row.get(2)?,
    })
}

impl Read<'_> {
    /// The latest recommendation on a proposal.
    pub fn recommendation(&self, reference: Ref) -> Result<Option<Recommended>, StoreError> {
        let sql = format!(
            "SELECT {RECOMMENDED} FROM recommendations r WHERE ref = ?1 AND {STANDS} ORDER BY id DESC LIMIT 1"
        );
        Ok(self
            .connection
            .prepare_cached(&sql)?
            .query_row([reference], recommended)
            .optional()?)
    }

    /// The latest recommendation on each proposal of a round.
    pub fn recommendations_in(&self, round: i64) -> Result<Vec<(Ref, Recommended)>, StoreError> {
        let sql = format!(
            "SELECT {RECOMMENDED}, ref FROM recommendations r WHERE round = ?1 AND {STANDS} ORDER BY id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([round], |row| Ok((row.get(7)?, recommended(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// M7: what the council recommends to commit and KS has yet to decide, by reference. In whole øre.
    pub fn awaiting_ks(&self) -> Result<Vec<(Ref, Ore)>, StoreError> {
        let sql = format!(
            "SELECT r.ref, r.amount_ore FROM proposals p JOIN recommendations r ON r.ref = p.ref
             WHERE p.stage = ?1 AND r.id = (SELECT max(id) FROM recommendations WHERE ref = p.ref)
               AND r.kind = 'approve' AND {STANDS}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([Stage::Recommended], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut awaiting: Vec<(Ref, Ore)> = rows.collect::<Result<_, _>>()?;
        awaiting.sort_by_key(|(reference, _)| *reference);
        Ok(awaiting)
    }

    pub fn decision(&self, reference: Ref) -> Result<Option<Decided>, StoreError> {
        let sql = "SELECT amount_ore, reason, actor, on_date, basis FROM decisions WHERE ref = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([reference], |row| {
            let amount: Option<Ore> = row.get(0)?;
            Ok(Decided {
                ruling: amount.map_or(Ruling::Decline, Ruling::Commit),
                reason: row.get(1)?,
                by: row.get(2)?,
                on: row.get::<_, Day>(3)?.0,
                basis: row.get(4)?,
            })
        });
        Ok(found.optional()?)
    }

    /// The plan by which a commitment is paid out, as decided.
    pub fn plan(&self, reference: Ref) -> Result<Vec<Instalment>, StoreError> {
        let sql = "SELECT due_on, amount_ore FROM instalments WHERE ref = ?1 ORDER BY due_on";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([reference], |row| {
            Ok(Instalment {
                due_on: row.get::<_, Day>(0)?.0,
                amount: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a commitment stands at on a date; `None` when there is none by then.
    pub fn commitment(&self, reference: Ref, as_of: Date) -> Result<Option<Standing>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{STANDING} AND d.ref = ?2"))?;
        Ok(statement
            .query_row((Text(as_of), reference), standing)
            .optional()?)
    }

    /// All commitments on a date.
    pub fn commitments(&self, as_of: Date) -> Result<Vec<(Ref, Standing)>, StoreError> {
        let mut statement = self.connection.prepare_cached(STANDING)?;
        let rows = statement.query_map([Text(as_of)], |row| Ok((row.get(3)?, standing(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What is free on a day, and every change of it after that day, by date: the bank, owed refunds, commitments made, paid
    /// out and released (K1).
    pub fn changes_of_free(&self, from: Date) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "
            SELECT max(day, ?1), sum(amount_ore) FROM (
              SELECT day, amount_ore FROM day_sums WHERE account IN ('assets:bank', 'liabilities:refunds')
              UNION ALL SELECT on_date, -amount_ore FROM decisions WHERE kind = 'commit'
              UNION ALL SELECT on_date, amount_ore FROM releases
              UNION ALL SELECT day, amount_ore FROM day_sums
                WHERE account >= 'assets:outstanding:' AND account < 'assets:outstanding;' AND event = 'disbursement')
            GROUP BY 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Text(from)], dated)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every change of what is left of a commitment, by date: what was promised, released and paid out, and what came back
    /// (K4).
    pub fn changes_of_commitment(&self, reference: Ref) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "SELECT on_date, amount_ore FROM decisions WHERE ref = ?1 AND kind = 'commit'
                   UNION ALL SELECT on_date, -amount_ore FROM releases WHERE ref = ?1
                   UNION ALL SELECT day, -amount_ore FROM day_sums WHERE account = ?2 AND event = 'disbursement'";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((reference, Account::Outstanding(reference)), dated)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every change of what the fund has paid out on a project, opening balances included, by date.
    pub fn changes_of_cost(&self, reference: Ref) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "SELECT day, amount_ore FROM day_sums WHERE account = ?1 AND event IN ('disbursement', 'opening')";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Account::Outstanding(reference)], dated)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every change of what a project is paid that is dated after a day and was posted by then (L7).
    pub fn posted_ahead(&self, reference: Ref, as_of: Date) -> Result<Vec<(Date, Ore)>, StoreError> {
        // Few are dated after the day; SQLite is told to begin with these.
        let sql = "SELECT v.posted_on, q.amount_ore FROM vouchers v CROSS JOIN postings q ON q.voucher = v.voucher
                   WHERE q.account = ?1 AND v.event = 'disbursement' AND v.posted_on > ?2 AND v.registered_on <= ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((Account::Outstanding(reference), Text(as_of)), dated)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The days after one on which something is posted, decided or released.
    pub fn days_after(&self, day: Date) -> Result<Vec<Date>, StoreError> {
        let sql = "SELECT day FROM day_sums WHERE day > ?1
                   UNION SELECT on_date FROM decisions WHERE kind = 'commit' AND on_date > ?1
                   UNION SELECT on_date FROM releases WHERE on_date > ?1 ORDER BY 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Text(day)], |row| row.get::<_, Day>(0).map(|day| day.0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    pub fn add_recommendation(
        &self,
        round: i64,
        reference: Ref,
        recommendation: &Recommendation,
        (actor, on): (&str, Date),
        basis: &str,
    ) -> Result<(), StoreError> {
        let (amount, conditions) = match recommendation {
            Recommendation::Approve { amount, conditions } => (Some(*amount), conditions.as_str()),
            Recommendation::Postpone | Recommendation::Decline => (None, ""),
        };
        let sql =
            "INSERT INTO recommendations (round, ref, kind, amount_ore, conditions, actor, on_date, basis)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        self.prepared(sql)?.execute((
            round,
            reference,
            recommendation.word(),
            amount,
            conditions,
            actor,
            Text(on),
            basis,
        ))?;
        Ok(())
    }

    pub fn add_decision(
        &self,
        reference: Ref,
        recommendation: i64,
        decided: &Decided,
    ) -> Result<(), StoreError> {
        let amount = match decided.ruling {
            Ruling::Commit(amount) => Some(amount),
            Ruling::Decline => None,
        };
        let sql =
            "INSERT INTO decisions (ref, recommendation, kind, amount_ore, reason, actor, on_date, basis)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        self.prepared(sql)?.execute((
            reference,
            recommendation,
            decided.ruling.word(),
            amount,
            &decided.reason,
            &decided.by,
            Text(decided.on),
            &decided.basis,
        ))?;
        Ok(())
    }

    pub fn add_plan(&self, reference: Ref, plan: &[Instalment]) -> Result<(), StoreError> {
        let sql = "INSERT INTO instalments (ref, due_on, amount_ore) VALUES (?1, ?2, ?3)";
        let mut statement = self.prepared(sql)?;
        for instalment in plan {
            statement.execute((reference, Text(instalment.due_on), instalment.amount))?;
        }
        Ok(())
    }

    pub fn add_release(
        &self,
        reference: Ref,
        amount: Ore,
        reason: &str,
        actor: &str,
        on: Date,
    ) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO releases (ref, amount_ore, reason, actor, on_date) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.prepared(sql)?
            .execute((reference, amount, reason, actor, Text(on)))?;
        Ok(())
    }
}
