//! The sections of the report about projects and participants: what was committed and decided, what has come back, and who
//! is in the scheme.

use super::{charts, row, sum, table, text};
use crate::domain::commitment::Standing as Commitment;
use crate::domain::contribution::Standing;
use crate::domain::council::Ruling;
use crate::domain::money::Ore;
use crate::domain::participant::Kind;
use crate::domain::repayment::recovery;
use crate::i18n::{Words, sentence};
use crate::present::document::{Block, Row, Section};
use crate::present::solutions::adopters;
use crate::usecases::views::participants::Line;
use crate::usecases::views::report::{DecisionLine, YearData};
use crate::usecases::views::solutions::SolutionLine;

/// What was promised, paid out and released in the year.
pub(super) fn commitments(data: &YearData, words: &Words) -> Section {
    let cells = |first: [String; 2], of_year: Commitment, outstanding: Ore| {
        let amounts = [
            of_year.committed,
            of_year.disbursed,
            of_year.released,
            outstanding,
        ];
        [
            first.to_vec(),
            amounts.map(|amount| words.amount(amount)).to_vec(),
        ]
        .concat()
    };
    let mut whole = Commitment::default();
    let mut outstanding = Ore::ZERO;
    let mut rows: Vec<Row> = Vec::new();
    for line in &data.commitments {
        whole.committed += line.in_year.committed;
        whole.disbursed += line.in_year.disbursed;
        whole.released += line.in_year.released;
        outstanding += line.outstanding;
        let first = [line.reference.to_string(), line.title.clone()];
        rows.push(row(&cells(first, line.in_year, line.outstanding)));
    }
    rows.push(sum(&cells(
        [words.t("col-total"), String::new()],
        whole,
        outstanding,
    )));
    let head = [
        ("word-ref", false),
        ("col-title", false),
        ("report-col-committed", true),
        ("report-col-disbursed", true),
        ("report-col-released", true),
        ("word-left", true),
    ];
    Section {
        id: "commitments",
        title: words.t("report-commitments"),
        blocks: or_none(
            data.commitments.is_empty(),
            "report-no-commitments",
            words,
            || vec![table(words.t("report-in-kroner"), &head, rows, words)],
        ),
        ..Section::default()
    }
}

/// M7: what KS decided in the year.
pub(super) fn decisions(data: &YearData, words: &Words) -> Section {
    let rows = || data.decisions.iter().map(|line| decision(line, words)).collect();
    let head = [
        ("word-ref", false),
        ("col-date", false),
        ("col-title", false),
        ("word-applied", true),
        ("report-col-ruling", false),
        ("report-col-committed-amount", true),
        ("word-reason", false),
    ];
    Section {
        id: "decisions",
        title: words.t("report-decisions"),
        blocks: or_none(data.decisions.is_empty(), "report-no-decisions", words, || {
            vec![table(words.t("report-decisions-note"), &head, rows(), words)]
        }),
        ..Section::default()
    }
}

fn decision(line: &DecisionLine, words: &Words) -> Row {
    let amount = match line.ruling {
        Ruling::Commit(amount) => words.amount(amount),
        Ruling::Decline => words.t("word-dash"),
    };
    row(&[
        line.reference.to_string(),
        words.date(line.on),
        line.title.clone(),
        words.amount(line.applied),
        words.t(line.ruling.key()),
        amount,
        line.reason.clone(),
    ])
}

/// What the solutions have cost and brought back (F6).
pub(super) fn solutions(data: &YearData, words: &Words) -> Section {
    let head = [
        ("word-ref", false),
        ("col-solution", false),
        ("word-cost", true),
        ("report-col-repaid", true),
        ("col-recovery", true),
        ("word-adopters", true),
        ("col-overdue", true),
        ("word-break-even", true),
    ];
    let rows = || data.solutions.iter().map(|line| solution(line, words)).collect();
    Section {
        id: "solutions",
        title: sentence(&words.t("word-the-solutions")),
        blocks: or_none(data.solutions.is_empty(), "solutions-none", words, || {
            vec![
                table(words.t("report-in-kroner"), &head, rows(), words),
                text(words.t("report-solutions-note")),
                charts::recovery(data, words),
            ]
        }),
        ..Section::default()
    }
}

fn solution(line: &SolutionLine, words: &Words) -> Row {
    let dash = || words.t("word-dash");
    let recovered = recovery(line.repaid, line.cost);
    row(&[
        line.proposal.reference.to_string(),
        line.proposal.details.title.clone(),
        words.amount(line.cost),
        words.amount(line.repaid),
        recovered.map_or_else(dash, |share| words.percent(share, 1)),
        adopters(line, words).text,
        words.amount(line.overdue.amount),
        line.break_even
            .map_or_else(dash, |uptake| words.percent_at_least(uptake, 1)),
    ])
}

/// C4: who has joined and paid, by kind.
pub(super) fn participants(data: &YearData, words: &Words) -> Section {
    let kinds = [
        (Kind::Municipality, "word-municipalities"),
        (Kind::County, "word-counties"),
    ];
    let of = |kind: Kind| -> Vec<&Line> {
        let lines = data.participants.iter();
        lines.filter(|line| line.row.participant.kind == kind).collect()
    };
    let mut rows: Vec<Row> = kinds
        .iter()
        .map(|(kind, key)| row(&participation(words.t(key), &of(*kind), data.year, words)))
        .collect();
    let all: Vec<&Line> = data.participants.iter().collect();
    rows.push(sum(&participation(words.t("col-total"), &all, data.year, words)));
    let head = [
        ("word-kind", false),
        ("report-col-invited", true),
        ("report-col-joined", true),
        ("report-col-joined-in-year", true),
        ("report-col-paid", true),
        ("report-col-late", true),
        ("report-col-declined", true),
        ("report-col-unanswered", true),
    ];
    Section {
        id: "participants",
        title: sentence(&words.t("word-the-participants")),
        blocks: vec![table(words.t("report-participants-note"), &head, rows, words)],
        ..Section::default()
    }
}

fn participation(name: String, lines: &[&Line], year: i16, words: &Words) -> Vec<String> {
    let at = |standings: &[Standing]| {
        lines
            .iter()
            .filter(|line| standings.contains(&line.standing))
            .count()
    };
    let joined = || lines.iter().filter(|line| line.standing.has_joined());
    let in_year = joined().filter(|line| {
        let answer = line.row.answer.as_ref();
        answer.is_some_and(|answer| answer.decided_on.year() == year)
    });
    let counts = [
        lines.len(),
        joined().count(),
        in_year.count(),
        at(&[Standing::Paid]),
        at(&[Standing::PaymentLate]),
        at(&[Standing::Declined]),
        at(&[Standing::Invited, Standing::AnswerLate]),
    ];
    let mut cells = vec![name];
    cells.extend(counts.map(|count| words.count(i64::try_from(count).unwrap_or(i64::MAX))));
    cells
}

/// The blocks, or a sentence that there is nothing.
fn or_none(is_empty: bool, key: &str, words: &Words, blocks: impl FnOnce() -> Vec<Block>) -> Vec<Block> {
    if is_empty {
        vec![text(words.t(key))]
    } else {
        blocks()
    }
}
