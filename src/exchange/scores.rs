//! The file of scores: one member's score of one criterion of one proposal on every line.

use crate::domain::intake::{Assessment, ScoreIntake};
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scoring::SCALE;
use crate::domain::text;

use super::cells::{Reading, rows};
use super::headings::{Column, REF};

const COLUMNS: &[Column] = &[
    Column {
        name: "round",
        nb: "Runde",
        also: &["vurderingsrunde"],
        required: true,
    },
    REF,
    Column {
        name: "member",
        nb: "Medlem",
        also: &["rådsmedlem"],
        required: true,
    },
    Column {
        name: "criterion",
        nb: "Kriterium",
        also: &[],
        required: true,
    },
    Column {
        name: "score",
        nb: "Poeng",
        also: &["vurdering"],
        required: true,
    },
    Column {
        name: "comment",
        nb: "Kommentar",
        also: &["merknad"],
        required: false,
    },
];

/// Reads a file of scores.
#[must_use]
pub fn scores(bytes: &[u8]) -> Reading<ScoreIntake> {
    rows(bytes, COLUMNS, |cells| {
        let round = cells.required("round", text::line);
        let reference = cells.required("ref", str::parse::<Ref>);
        let member = cells.required("member", text::line);
        let criterion = cells.required("criterion", |cell| text::line(&cell.to_lowercase()));
        let score = cells.optional("score", score);
        let comment = cells.optional("comment", text::prose);
        Some(ScoreIntake {
            line: cells.line(),
            round: round?,
            reference: reference?,
            member: member?,
            criterion: criterion?,
            score,
            comment,
        })
    })
}

/// `1`–`5`; a dash is "not assessed".
fn score(cell: &str) -> Result<Assessment, Refusal> {
    if matches!(cell, "-" | "\u{2013}" | "\u{2212}") {
        return Ok(Assessment::NotAssessed);
    }
    cell.parse()
        .ok()
        .filter(|score| SCALE.contains(score) && cell.len() == 1)
        .map(Assessment::Score)
        .ok_or_else(|| refuse("score-outside").rule("S1").with("value", cell))
}
