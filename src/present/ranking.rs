//! The ranked list (S3, S6–S8): its columns, and the list with the line where the money ends as a page.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::column::{self, Column, Width};
use super::document::{Block, Document, Row, Section, Styled, Tone};
use crate::domain::council::{Recommendation, Ruling};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::ranking::{Claim, CutRule, Mark, Placed, Ranking};
use crate::domain::scoring::Aggregate;
use crate::exchange::Cell;
use crate::i18n::{Phrase, Words, phrase};
use crate::usecases::views::ranking::{RankedFacts, RankingData};

/// A proposal at its place in the list.
#[derive(Clone, Debug)]
pub struct Ranked {
    pub placed: Placed,
    pub facts: RankedFacts,
    /// Moved in a draft that isn't saved (S7).
    pub is_moved: bool,
    /// Some proposal of the list has another place than its computed one, so that all leave room for both.
    pub shows_moves: bool,
}

/// The list from the top.
#[must_use]
pub fn rows(data: &RankingData) -> Vec<Ranked> {
    let pairs = data.ranking.items.iter().cloned().zip(data.facts.iter().cloned());
    pairs
        .map(|(placed, facts)| Ranked {
            placed,
            facts,
            is_moved: false,
            shows_moves: false,
        })
        .collect()
}

type C = Column<Ranked>;

fn figure(row: &Ranked, of: fn(&Aggregate) -> Decimal) -> Cell {
    row.placed
        .proposal
        .aggregate
        .as_ref()
        .map_or(Cell::Empty, |aggregate| Cell::Score(of(aggregate)))
}

/// The ranked list.
pub const COLUMNS: &[C] = &[
    PLACE,
    MARK,
    REF,
    TITLE,
    SCORE,
    C::data("median", |row| figure(row, |aggregate| aggregate.median))
        .rendered("word-median", |row, words| {
            aggregate_figure(row, |aggregate| aggregate.median, words)
        })
        .figure(),
    DEVIATION,
    C::data("range", |row| figure(row, |aggregate| aggregate.range)),
    C::data("scorecards", |row| {
        row.placed
            .proposal
            .aggregate
            .as_ref()
            .map_or(0, |aggregate| aggregate.scorecards)
            .into()
    })
    .shown("col-scorecards")
    .figure(),
    C::data("applied_ore", |row| row.facts.applied.into())
        .rendered("word-applied", |row, words| amount(Some(asked(row)), words))
        .figure(),
    C::data("recommended_ore", |row| recommended(&row.facts).into())
        .rendered(RECOMMENDED, |row, words| amount(recommended(&row.facts), words))
        .figure(),
    C::data("decided_ore", |row| decided(&row.facts).into())
        .rendered(DECIDED, |row, words| amount(decided(&row.facts), words))
        .figure(),
    C::data("cumulative_ore", |row| row.placed.cumulative.into())
        .rendered(SUM, |row, words| amount(sum(row), words))
        .figure(),
    C::data("above_line", |row| row.placed.above_line.into()),
    C::data("computed_place", |row| row.placed.computed_place.into()),
    C::data("moved_reason", |row| row.placed.moved_reason.as_deref().into()),
];

/// The list as the council works on it: the same with the stage, and amounts in millions.
const BOARD: &[C] = &[
    PLACE,
    MARK,
    REF,
    TITLE,
    C::people("word-stage", |row, words| {
        Styled::new(words.t(row.facts.stage.key()), Tone::Dim)
    })
    .width(Width::Fixed(15))
    .spare(4),
    SCORE,
    DEVIATION.shown_as(SPREAD).spare(3),
    C::people("word-applied", |row, words| millions(Some(asked(row)), words))
        .width(Width::Fixed(6))
        .figure()
        .spare(1),
    C::people(RECOMMENDED, |row, words| millions(recommended(&row.facts), words))
        .width(Width::Fixed(8))
        .figure(),
    C::people(DECIDED, |row, words| millions(decided(&row.facts), words))
        .width(Width::Fixed(8))
        .figure(),
    C::people(SUM, |row, words| millions(sum(row), words))
        .width(Width::Fixed(6))
        .figure()
        .spare(2),
];

const PLACE: C = C::data("place", |row| row.placed.place.into())
    .rendered("ranking-head-place", place)
    .width(Width::Widest)
    .figure();
const MARK: C = C::people("", |row, _| {
    let (sign, tone) = mark(&row.placed);
    match (row.placed.mark, tone) {
        (Some(_), _) => format!("{sign}?").into(),
        (None, Tone::Good) => Styled::new(sign, tone),
        (None, _) => sign.into(),
    }
})
.width(Width::Fixed(2));
const REF: C = C::data("ref", |row| row.facts.reference.to_string().into())
    .rendered("word-ref", |row, _| {
        let listed = if row.facts.listed.is_some() { LISTED } else { "" };
        format!("{}{listed}", row.facts.reference).into()
    })
    .width(Width::Widest);
const TITLE: C = C::data("title", |row| row.facts.title.as_str().into())
    .shown("word-proposal")
    .width(Width::Flex(14));
const SCORE: C = C::data("score", |row| figure(row, |aggregate| aggregate.mean))
    .rendered("word-score", |row, words| {
        aggregate_figure(row, |aggregate| aggregate.mean, words)
    })
    .width(Width::Fixed(5))
    .figure();
/// With room for five bars before the figure.
const DEVIATION: C = C::data("sd", |row| figure(row, |aggregate| aggregate.deviation))
    .rendered("col-sd", |row, words| {
        aggregate_figure(row, |aggregate| aggregate.deviation, words)
    })
    .width(Width::Fixed(11))
    .figure();
const RECOMMENDED: &str = "ranking-head-recommended";
const DECIDED: &str = "ranking-head-decided";
const SUM: &str = "ranking-head-sum";

/// After a reference: it is on the agenda of a meeting.
const LISTED: &str = "+";

/// The heading of how far the scores are apart; beside the figure a screen draws them as bars.
pub const SPREAD: &str = "word-spread";

/// The columns of the board that these rows need: sums only where some have been recommended or decided.
#[must_use]
pub fn board(rows: &[Ranked]) -> Vec<C> {
    let any = |of: fn(&RankedFacts) -> Option<Ore>| rows.iter().any(|row| of(&row.facts).is_some());
    let needed = |column: &&C| match column.shown.as_ref().map(|shown| shown.head) {
        Some(RECOMMENDED) => any(recommended),
        Some(DECIDED) => any(decided),
        _ => true,
    };
    BOARD.iter().filter(needed).copied().collect()
}

/// The place; where places have been moved, before it the computed one in brackets if it is another, and after it a star
/// while it isn't saved (S7). What has no place has no number (S6).
fn place(row: &Ranked, _: &Words) -> Styled {
    let number = |place: Option<usize>| place.map(|place| place.to_string());
    let (place, computed) = (row.placed.place, row.placed.computed_place);
    let own = number(place).unwrap_or_default();
    if !row.shows_moves {
        return format!("{own:>2}").into();
    }
    let computed = if place == computed {
        String::new()
    } else {
        format!("({})", number(computed).unwrap_or_else(|| "–".to_owned()))
    };
    let star = if row.is_moved { '*' } else { ' ' };
    format!("{computed:>4} {own:>2}{star}").into()
}

fn millions(amount: Option<Ore>, words: &Words) -> Styled {
    amount
        .map_or_else(|| "–".to_owned(), |amount| words.mill(amount))
        .into()
}

/// A score, or a dash where nobody has scored.
fn aggregate_figure(row: &Ranked, of: fn(&Aggregate) -> Decimal, words: &Words) -> Styled {
    let aggregate = row.placed.proposal.aggregate.as_ref();
    aggregate
        .map_or_else(|| "–".to_owned(), |aggregate| words.decimal(of(aggregate), 2))
        .into()
}

/// What is applied for; a lower sum that is tried stands in its place.
fn asked(row: &Ranked) -> Ore {
    match row.placed.mark {
        Some(Mark::In(Some(lower))) => lower,
        _ => row.facts.applied,
    }
}

/// A proposal that asks for nothing adds nothing to any sum.
fn sum(row: &Ranked) -> Option<Ore> {
    row.placed.asks().map(|_| row.placed.cumulative)
}

fn amount(amount: Option<Ore>, words: &Words) -> Styled {
    amount
        .map_or_else(|| "–".to_owned(), |amount| words.amount(amount))
        .into()
}

/// What the council recommends to grant.
#[must_use]
pub fn recommended(facts: &RankedFacts) -> Option<Ore> {
    match facts.recommendation {
        Some(Recommendation::Approve { amount, .. }) => Some(amount),
        _ => None,
    }
}

/// What KS has committed.
#[must_use]
pub fn decided(facts: &RankedFacts) -> Option<Ore> {
    match facts.ruling {
        Some(Ruling::Commit(amount)) => Some(amount),
        Some(Ruling::Decline) | None => None,
    }
}

/// The sign of where a proposal stands: committed, declined, above the line, below it.
#[must_use]
pub fn mark(placed: &Placed) -> (&'static str, Tone) {
    match (placed.proposal.claim, placed.above_line) {
        (Claim::Granted, _) => ("✓", Tone::Good),
        (Claim::Out, _) => ("✗", Tone::Dim),
        (Claim::Asks(_) | Claim::Unscored(_), true) => ("●", Tone::Good),
        (Claim::Asks(_) | Claim::Unscored(_), false) => ("○", Tone::Plain),
    }
}

/// F5: what a what-if comes to, in sentences: what the frame lacks or has left, and what would fall out.
#[must_use]
pub fn tried(ranking: &Ranking, words: &Words) -> Vec<String> {
    let named = |placed: &Placed| {
        let reference = placed.proposal.reference.to_string();
        match placed.mark {
            Some(Mark::In(Some(sum))) => {
                let args = [("ref", reference.into()), ("sum", words.mill(sum).into())];
                words.tr("ranking-tried-lower", &args)
            }
            _ => reference,
        }
    };
    let taken_in: Vec<String> = ranking.taken_in().map(named).collect();
    let left_out: Vec<String> = ranking.left_out().map(named).collect();
    if taken_in.is_empty() && left_out.is_empty() {
        return Vec::new();
    }
    let sum: Ore = ranking.taken_in().filter_map(Placed::asks).sum();
    let missing = ranking.missing();
    // The sum of one whose amount is lowered is told already.
    let lower = |placed: &Placed| matches!(placed.mark, Some(Mark::In(Some(_))));
    let told = taken_in.len() == 1 && ranking.taken_in().any(lower);
    let tried = match (taken_in.is_empty(), left_out.is_empty(), told) {
        (false, true, true) => "ranking-tried-with-lower",
        (false, true, false) => "ranking-tried-with",
        (true, _, _) => "ranking-tried-without",
        (false, false, true) => "ranking-tried-both-lower",
        (false, false, false) => "ranking-tried-both",
    };
    let tried = words.tr(
        tried,
        &[
            ("with", words.list(&taken_in).into()),
            ("without", words.list(&left_out).into()),
            ("sum", words.mill(sum).into()),
        ],
    );
    let (comes_to, amount) = if missing.is_positive() {
        ("ranking-tried-lacks", missing)
    } else {
        ("ranking-tried-leaves", ranking.left())
    };
    let args = [("tried", tried.into()), ("amount", words.mill_kr(amount).into())];
    let mut texts = vec![words.tr(comes_to, &args)];
    if ranking.taken_in_lack.is_positive() {
        let lack = words.mill_kr(ranking.taken_in_lack);
        texts.push(words.tr("ranking-tried-alone", &[("amount", lack.into())]));
    } else if !ranking.displaced.is_empty() {
        let refs: Vec<String> = ranking.displaced.iter().map(Ref::to_string).collect();
        texts.push(words.tr("ranking-tried-displaced", &[("refs", words.list(&refs).into())]));
    }
    texts
}

/// S8: two of the same score on either side of the line, and what set them apart.
#[must_use]
pub fn tie(ranking: &Ranking) -> Option<Phrase> {
    let tie = ranking.tie_at_the_line()?;
    let text = phrase("ranking-tie")
        .with("above", tie.above)
        .with("below", tie.below);
    Some(text.with("score", tie.score).word("by", tie.by.key()))
}

/// S7: that the council moved a proposal, from where, and why; `None` when it didn't, or the move isn't saved.
#[must_use]
pub fn moved(placed: &Placed) -> Option<Phrase> {
    let reason = placed
        .moved_reason
        .as_deref()
        .filter(|reason| !reason.is_empty())?;
    let text = match placed.computed_place {
        Some(computed) => phrase("ranking-moved-from").with("computed", computed),
        None => phrase("ranking-moved-unplaced"),
    };
    Some(text.with("ref", placed.proposal.reference).with("reason", reason))
}

/// What is left of the frame, or what it lacks.
fn left(ranking: &Ranking, words: &Words) -> String {
    if ranking.missing().is_positive() {
        return words.tr("ranking-lacks", &[("amount", ranking.missing().into())]);
    }
    words.tr("ranking-left", &[("amount", ranking.left().into())])
}

/// The list with the line, what is tried on it, and why proposals were moved (S7).
#[must_use]
pub fn page(data: &RankingData, rows: &[Ranked], words: &Words) -> Document {
    let ranking = &data.ranking;
    let mut rule = words.t(ranking.rule.key());
    if let CutRule::Threshold(least) = ranking.rule {
        rule = rule + " " + &words.decimal(least, 2);
    }
    let under = [
        ("rule", rule.into()),
        ("frame", ranking.frame.into()),
        ("left", left(ranking, words).into()),
    ];
    let mut table = column::table(COLUMNS, rows, words);
    if !rows.is_empty() {
        let line = words.tr("ranking-line-of-page", &[("left", left(ranking, words).into())]);
        table.rows.insert(
            ranking.line_at,
            Row {
                cells: vec![Styled::new(line, Tone::Accent)],
                is_sum: false,
            },
        );
    }
    let texts = tried(ranking, words)
        .into_iter()
        .chain(tie(ranking).map(|tie| tie.words(words)))
        .chain(
            rows.iter()
                .filter_map(|row| Some(moved(&row.placed)?.words(words))),
        );
    let meetings: BTreeSet<_> = rows.iter().filter_map(|row| row.facts.listed).collect();
    let meetings: Vec<String> = meetings.iter().map(ToString::to_string).collect();
    let listed = words.tr(
        "ranking-are-listed",
        &[("meetings", words.list(&meetings).into())],
    );
    let texts = texts.chain((!meetings.is_empty()).then_some(listed));
    let texts: Vec<Block> = texts.map(|text| Block::text(text, Tone::Plain)).collect();
    let mut blocks = vec![
        Block::text(words.tr("ranking-rule", &under), Tone::Plain),
        Block::Table(table),
    ];
    blocks.extend(texts);
    if data.left_out > 0 {
        let left_out = words.tr("ranking-left-out", &[("count", data.left_out.into())]);
        blocks.push(Block::text(left_out, Tone::Plain));
    }
    let title = words.tr(
        "ranking-title-of-page",
        &[("round", data.round.name.as_str().into())],
    );
    Document::titled(&title, vec![Section::new("", blocks)])
}
