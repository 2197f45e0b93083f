//! Scorecards. A new one of the same member replaces the old one in every sum; the old one stays as history (S5).
//! Who may see them is asked in the views, never here.

use jiff::civil::Date;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::proposal::Ref;
use crate::domain::scoring::Scorecard;

/// The card of one member on one proposal that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    pub reference: Ref,
    pub handle: String,
    pub card: Scorecard,
    pub comment: String,
    pub submitted_on: Date,
    /// Another than `handle` when the secretariat registered it on the member's behalf (S4).
    pub registered_by: String,
}

impl CardRow {
    /// S4: the member has handed it in. A card that the secretariat registered counts without being so.
    #[must_use]
    pub fn is_handed_in(&self) -> bool {
        self.registered_by == self.handle
    }
}

/// What is to be written.
#[derive(Clone, Debug)]
pub struct NewScorecard<'a> {
    pub round: i64,
    pub reference: Ref,
    pub handle: &'a str,
    pub card: &'a Scorecard,
    pub comment: &'a str,
    pub on: Date,
    /// Another than `handle` when the secretariat registers on a member's behalf (S4).
    pub registered_by: &'a str,
}

/// The latest card of each member on each proposal of a round, with its scores, except the cards of the conflicted.
const LATEST: &str = "
    SELECT c.id, c.ref, c.handle, c.comment, c.submitted_on, s.criterion, s.score, c.registered_by
    FROM scorecards c JOIN scores s ON s.scorecard = c.id
    WHERE c.round = ?1
      AND c.id = (SELECT max(id) FROM scorecards l WHERE l.round = c.round AND l.ref = c.ref AND l.handle = c.handle)
      AND NOT EXISTS (SELECT 1 FROM standing_conflicts k WHERE k.ref = c.ref AND k.handle = c.handle AND k.from_round <= c.round)";

impl Read<'_> {
    /// Every card of a round that counts.
    pub fn cards(&self, round: i64) -> Result<Vec<CardRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{LATEST} ORDER BY c.ref, c.handle, c.id"))?;
        collect(statement.query([round])?)
    }

    /// The cards of a proposal that count.
    pub fn cards_of_proposal(&self, round: i64, reference: Ref) -> Result<Vec<CardRow>, StoreError> {
        let sql = format!("{LATEST} AND c.ref = ?2 ORDER BY c.handle, c.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        collect(statement.query((round, reference))?)
    }

    /// The cards of one member in a round that count.
    pub fn cards_of_member(&self, round: i64, handle: &str) -> Result<Vec<CardRow>, StoreError> {
        let sql = format!("{LATEST} AND c.handle = ?2 ORDER BY c.ref, c.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        collect(statement.query((round, handle))?)
    }

    /// Who has submitted a card that counts, by proposal. Only how many they are may be told before the reveal (S4).
    pub fn submitters(&self, round: i64) -> Result<Vec<(Ref, String)>, StoreError> {
        let sql = "SELECT DISTINCT c.ref, c.handle FROM scorecards c WHERE c.round = ?1
                   AND NOT EXISTS (SELECT 1 FROM standing_conflicts k WHERE k.ref = c.ref AND k.handle = c.handle AND k.from_round <= c.round)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([round], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// S4: the proposals of a round that the member has handed in a card on.
    pub fn scored_by(&self, round: i64, handle: &str) -> Result<Vec<Ref>, StoreError> {
        let sql = "SELECT DISTINCT ref FROM scorecards WHERE round = ?1 AND handle = ?2
                   AND registered_by = handle";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((round, handle), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn collect(mut rows: rusqlite::Rows) -> Result<Vec<CardRow>, StoreError> {
    type Open = (i64, CardRow, Vec<(String, Option<u8>)>);
    let mut cards: Vec<CardRow> = Vec::new();
    let mut open: Option<Open> = None;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let score = (row.get(5)?, row.get(6)?);
        match &mut open {
            Some((current, _, scores)) if *current == id => scores.push(score),
            _ => {
                cards.extend(open.take().map(finished));
                let head = CardRow {
                    reference: row.get(1)?,
                    handle: row.get(2)?,
                    card: Scorecard::default(),
                    comment: row.get(3)?,
                    submitted_on: row.get::<_, Day>(4)?.0,
                    registered_by: row.get(7)?,
                };
                open = Some((id, head, vec![score]));
            }
        }
    }
    cards.extend(open.take().map(finished));
    Ok(cards)
}

fn finished((_, mut head, scores): (i64, CardRow, Vec<(String, Option<u8>)>)) -> CardRow {
    head.card = Scorecard::stored(scores);
    head
}

impl Write<'_> {
    pub fn add_scorecard(&self, new: &NewScorecard) -> Result<(), StoreError> {
        let sql = "INSERT INTO scorecards (round, ref, handle, comment, submitted_on, registered_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.prepared(sql)?.execute((
            new.round,
            new.reference,
            new.handle,
            new.comment,
            Text(new.on),
            new.registered_by,
        ))?;
        let card = self.connection.last_insert_rowid();
        // The seal of a score is in the log's hash, which everybody sees: the random number hides what it is of (S4).
        let mut scores = self.prepared(
            "INSERT INTO scores (scorecard, criterion, score, nonce) VALUES (?1, ?2, ?3, randomblob(16))",
        )?;
        for (criterion, score) in new.card.iter() {
            scores.execute((card, criterion, score))?;
        }
        Ok(())
    }
}
