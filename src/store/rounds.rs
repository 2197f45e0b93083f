//! Scoring rounds, their proposals, conflicts of interest, and the council's moves.

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::council::Round;
use crate::domain::meeting::ItemId;
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::Move;
use crate::domain::text::spellings;

/// A round with how much there is to score and how much is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRow {
    pub round: Round,
    pub proposals: usize,
}

/// A proposal of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundProposal {
    pub reference: Ref,
    pub title: String,
    pub summary: String,
    pub applied: Ore,
    pub submitted_on: Option<Date>,
    pub stage: Stage,
    /// False when the proposal was taken up again in a later round.
    pub current: bool,
}

fn round(row: &rusqlite::Row) -> rusqlite::Result<Round> {
    Ok(Round {
        id: row.get(0)?,
        name: row.get(1)?,
        opened_on: row.get::<_, Day>(2)?.0,
        revealed_on: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
    })
}

const COLUMNS: &str = "r.id, r.name, r.opened_on, r.revealed_on";

impl Read<'_> {
    /// All rounds, oldest first.
    pub fn rounds(&self) -> Result<Vec<RoundRow>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, (SELECT count(*) FROM round_cases c WHERE c.round = r.id) FROM rounds r ORDER BY r.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| {
            let proposals: i64 = row.get(4)?;
            Ok(RoundRow {
                round: round(row)?,
                proposals: usize::try_from(proposals).unwrap_or(0),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The round of a name, however its letters are spelt.
    pub fn round(&self, name: &str) -> Result<Option<Round>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM rounds r WHERE r.name IN (?1, ?2, ?3) ORDER BY r.name = ?1 DESC LIMIT 1"
        );
        Ok(self
            .connection
            .prepare_cached(&sql)?
            .query_row(spellings(name), round)
            .optional()?)
    }

    /// The round that a proposal was last put in.
    pub fn round_of(&self, reference: Ref) -> Result<Option<Round>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM rounds r JOIN round_cases c ON c.round = r.id WHERE c.ref = ?1 ORDER BY r.id DESC LIMIT 1"
        );
        Ok(self
            .connection
            .prepare_cached(&sql)?
            .query_row([reference], round)
            .optional()?)
    }

    /// Whether any round has been opened: then the set-up of the fund is over.
    pub fn any_round(&self) -> Result<bool, StoreError> {
        Ok(self
            .connection
            .query_row("SELECT EXISTS (SELECT 1 FROM rounds)", [], |row| row.get(0))?)
    }

    /// The proposals of a round by reference. A proposal that was taken up again in a later round is in both.
    pub fn round_proposals(&self, round: i64) -> Result<Vec<RoundProposal>, StoreError> {
        let sql = "SELECT p.ref, p.title, p.summary, p.applied_ore, p.submitted_on, p.stage,
                          c.round = (SELECT max(l.round) FROM round_cases l WHERE l.ref = c.ref)
                   FROM round_cases c JOIN proposals p ON p.ref = c.ref WHERE c.round = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([round], |row| {
            Ok(RoundProposal {
                reference: row.get(0)?,
                title: row.get(1)?,
                summary: row.get(2)?,
                applied: row.get(3)?,
                submitted_on: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
                stage: row.get(5)?,
                current: row.get(6)?,
            })
        })?;
        let mut proposals: Vec<RoundProposal> = rows.collect::<Result<_, _>>()?;
        proposals.sort_by_key(|proposal| proposal.reference);
        Ok(proposals)
    }

    /// The conflicts declared in the proposals of a round while nobody saw its scores: reference and handle.
    pub fn conflicts_in(&self, round: i64) -> Result<Vec<(Ref, String)>, StoreError> {
        let sql = "SELECT k.ref, k.handle FROM standing_conflicts k JOIN round_cases c ON c.ref = k.ref
             WHERE c.round = ?1 AND k.from_round <= c.round";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([round], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The proposals of a round in which a member has declared a conflict, with the stage of each.
    pub fn conflicts_of(&self, round: i64, handle: &str) -> Result<Vec<(Ref, Stage)>, StoreError> {
        let sql = "SELECT c.ref, p.stage FROM round_cases c JOIN proposals p ON p.ref = c.ref
                   JOIN standing_conflicts k ON k.ref = c.ref AND k.handle = ?2 WHERE c.round = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((round, handle), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Who has declared a conflict in a proposal, and on what ground.
    pub fn conflicts(&self, reference: Ref) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT handle, ground FROM standing_conflicts WHERE ref = ?1 ORDER BY handle";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn is_conflicted(&self, reference: Ref, handle: &str) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM standing_conflicts WHERE ref = ?1 AND handle = ?2)";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row((reference, handle), |row| row.get(0))?)
    }

    /// Whether the council has decided, and not otherwise later, that a member is not in conflict (M5).
    pub fn is_cleared(&self, reference: Ref, handle: &str) -> Result<bool, StoreError> {
        let sql =
            "SELECT upheld FROM conflict_judgements WHERE ref = ?1 AND handle = ?2 ORDER BY id DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let upheld: Option<bool> = statement
            .query_row((reference, handle), |row| row.get(0))
            .optional()?;
        Ok(upheld == Some(false))
    }

    /// The council's moves in a round, in the order in which they were made (S7).
    pub fn moves(&self, round: i64) -> Result<Vec<Move>, StoreError> {
        let sql = "SELECT ref, to_place, reason FROM moves WHERE round = ?1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([round], |row| {
            let place: i64 = row.get(1)?;
            Ok(Move {
                reference: row.get(0)?,
                to_place: usize::try_from(place).unwrap_or(1),
                reason: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Returns the number of the new round.
    pub fn add_round(&self, name: &str, opened_on: Date) -> Result<i64, StoreError> {
        let sql = "INSERT INTO rounds (name, opened_on) VALUES (?1, ?2)";
        self.prepared(sql)?.execute((name, Text(opened_on)))?;
        Ok(self.connection.last_insert_rowid())
    }

    pub fn add_round_proposal(&self, round: i64, reference: Ref) -> Result<(), StoreError> {
        let sql = "INSERT INTO round_cases (round, ref) VALUES (?1, ?2)";
        self.prepared(sql)?.execute((round, reference))?;
        Ok(())
    }

    pub fn reveal_round(&self, round: i64, on: Date) -> Result<(), StoreError> {
        let sql = "UPDATE rounds SET revealed_on = ?2 WHERE id = ?1";
        self.prepared(sql)?.execute((round, Text(on)))?;
        Ok(())
    }

    pub fn add_conflict(
        &self,
        reference: Ref,
        handle: &str,
        ground: &str,
        on: Date,
        from_round: i64,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO conflicts (ref, handle, ground, declared_on, from_round)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        self.prepared(sql)?
            .execute((reference, handle, ground, Text(on), from_round))?;
        Ok(())
    }

    /// M5: what an item of a meeting has decided on whether a member is in conflict.
    pub fn judge_conflict(
        &self,
        reference: Ref,
        handle: &str,
        upheld: bool,
        (meeting, item): (i64, ItemId),
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO conflict_judgements (ref, handle, upheld, meeting, item) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.prepared(sql)?
            .execute((reference, handle, upheld, meeting, item))?;
        Ok(())
    }

    pub fn add_move(&self, round: i64, step: &Move, actor: &str, on: Date) -> Result<(), StoreError> {
        let place = i64::try_from(step.to_place).unwrap_or(i64::MAX);
        let sql = "INSERT INTO moves (round, ref, to_place, reason, actor, on_date) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.prepared(sql)?
            .execute((round, step.reference, place, &step.reason, actor, Text(on)))?;
        Ok(())
    }
}
