//! The round that the stories of the ranking are told of: six proposals, the capital, and the forecast behind them.

use jiff::civil::date;
use rust_decimal::Decimal;

use crate::domain::capital::{Capital, Facts};
use crate::domain::commitment::standard_plan;
use crate::domain::council::{Recommendation, Round, Ruling};
use crate::domain::forecast::samples::{fund, project};
use crate::domain::forecast::{Facts as ForecastFacts, Project};
use crate::domain::ledger::Balances;
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{Claim, CutRule, Move, RankedProposal, rank};
use crate::domain::scheme::{Limit, Scheme};
use crate::domain::scoring::Aggregate;
use crate::usecases::views::ranking::{RankedFacts, RankingData};
use crate::usecases::views::ranking_board::{RankingBoardData, Shown};
use crate::usecases::views::rounds::RoundLine;

fn scheme() -> Scheme {
    Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap()
}

fn capital() -> Capital {
    let balances = Balances {
        bank: Ore::kroner(85_000_000),
        ..Balances::default()
    };
    let facts = Facts {
        balances,
        committed: Ore::kroner(40_000_000),
        disbursed: Ore::kroner(5_000_000),
        ..Facts::default()
    };
    Capital::of(&scheme(), &facts, date(2018, 5, 7))
}

/// Reference, title, member scores in tenths, millions, stage.
type Row = (u32, &'static str, &'static [i64], i64, Stage);

const ROWS: [Row; 6] = [
    (
        7,
        "Felles innsyn i byggesaker",
        &[50, 46, 44, 42, 40, 43],
        12,
        Stage::Ranked,
    ),
    (
        2,
        "Meldingsflyt i barnevernet",
        &[48, 45, 44, 44, 40, 38],
        18,
        Stage::Ranked,
    ),
    (
        5,
        "Velferdsteknologi: felles plattform",
        &[44, 43, 42, 41],
        9,
        Stage::Committed,
    ),
    (
        11,
        "Digital søknad om barnehageplass",
        &[50, 48, 41, 36, 28],
        14,
        Stage::Recommended,
    ),
    (3, "Felles kartløsning", &[44, 42, 40, 39, 34], 9, Stage::Ranked),
    (6, "Kommunal chatbot", &[], 4, Stage::Ranked),
];

fn spread(scores: &[Decimal]) -> [usize; 5] {
    let mut counts = [0; 5];
    for score in scores {
        let nearest: usize = score.round().to_string().parse().unwrap();
        counts[nearest - 1] += 1;
    }
    counts
}

pub(super) fn ranked(moves: Vec<Move>, left_out: usize) -> RankingData {
    let scores = |row: &Row| -> Vec<Decimal> { row.2.iter().map(|s| Decimal::new(*s, 1)).collect() };
    let proposal = |row: &Row| RankedProposal {
        reference: Ref::new(2018, row.0),
        submitted_on: Some(date(2018, 2, 1)),
        aggregate: Aggregate::of(&scores(row)),
        claim: match row.4 {
            Stage::Committed => Claim::Granted,
            _ if row.2.is_empty() => Claim::Unscored(Ore::kroner(row.3 * 1_000_000)),
            _ => Claim::Asks(Ore::kroner(row.3 * 1_000_000)),
        },
    };
    let capital = capital();
    let ranking = rank(
        ROWS.iter().map(proposal).collect(),
        &moves,
        CutRule::Stop,
        capital.free_on_hand,
    );
    let facts = |reference: Ref| {
        let row = ROWS
            .iter()
            .find(|row| Ref::new(2018, row.0) == reference)
            .unwrap();
        let amount = Ore::kroner(row.3 * 1_000_000);
        RankedFacts {
            listed: None,
            reference,
            title: row.1.into(),
            applied: amount,
            stage: row.4,
            recommendation: (row.4 == Stage::Recommended).then(|| Recommendation::Approve {
                amount,
                conditions: String::new(),
            }),
            ruling: (row.4 == Stage::Committed).then_some(Ruling::Commit(amount)),
            spread: spread(&scores(row)),
        }
    };
    RankingData {
        round: round("2018-1", true),
        facts: ranking
            .items
            .iter()
            .map(|placed| facts(placed.proposal.reference))
            .collect(),
        ranking,
        left_out,
        moves,
        free: capital.free_on_hand,
        capital,
    }
}

fn round(name: &str, revealed: bool) -> Round {
    Round {
        id: 1,
        name: name.into(),
        opened_on: date(2018, 4, 3),
        revealed_on: revealed.then(|| date(2018, 5, 2)),
    }
}

pub(super) fn board(shown: Shown) -> RankingBoardData {
    let line = |name, revealed| RoundLine {
        round: round(name, revealed),
        proposals: Vec::new(),
        submitted: 31,
        expected: 66,
        not_handed_in: None,
    };
    RankingBoardData {
        by_vote: false,
        listing: Err(crate::domain::refusal::refuse("no-meeting")),
        rounds: vec![line("2018-1", true), line("2018-2", false)],
        shown,
        limit: Limit::OnHand,
    }
}

/// What is committed, and the undecided proposals.
pub(super) fn forecast() -> ForecastFacts {
    let as_applied = |row: &Row| Project {
        cost: Ore::kroner(row.3 * 1_000_000),
        instalments: standard_plan(
            Ore::kroner(row.3 * 1_000_000),
            &scheme().profile,
            date(2018, 5, 7),
        ),
        ..project(row.0)
    };
    let (known, undecided): (Vec<&Row>, Vec<&Row>) = ROWS.iter().partition(|row| row.4 == Stage::Committed);
    ForecastFacts {
        opening: Ore::kroner(85_000_000),
        reserve: Ore::kroner(20_000_000),
        profile: scheme().profile,
        ..fund(
            known.into_iter().map(as_applied).collect(),
            undecided.into_iter().map(as_applied).collect(),
        )
    }
}
