//! Who joined the demo fund and who paid: a plausible spread over all that were invited in 2017.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rand::RngExt;
use rand_pcg::Pcg64;

use super::player::{Scene, Steps};
use crate::domain::intake::ParticipantIntake;
use crate::domain::money::Ore;
use crate::domain::participant::{Kind, Number, contribution};
use crate::exchange::participants;
use crate::usecases::{ImportParticipants, OpError, Payer};
use rust_decimal::Decimal;

const INVITED: &[u8] = include_bytes!("../../assets/data/participants-2017.csv");

/// How one of the invited answers.
enum Turn {
    /// Joins, and pays in the given parts.
    Joins {
        decided_on: Date,
        payments: Vec<(Date, Ore)>,
    },
    Declines {
        decided_on: Date,
    },
    Silent,
}

/// The invited themselves, as the file of 2017 has them.
///
/// # Errors
/// None in practice: the file is part of the program.
pub(super) fn invited() -> Result<Vec<ParticipantIntake>, OpError> {
    participants(INVITED).whole().map_err(OpError::Rows)
}

/// Answers and payments. `eager` pay early, for the story needs them.
pub(super) fn write(
    steps: &mut Steps,
    dice: &mut Pcg64,
    invited: &[ParticipantIntake],
    eager: &BTreeSet<Number>,
) {
    let mut by_day: BTreeMap<Date, Vec<ParticipantIntake>> = BTreeMap::new();
    for row in invited {
        let turn = turn(dice, row, eager);
        for (day, row) in rows(row, turn) {
            by_day.entry(day).or_default().push(row);
        }
    }
    for (day, rows) in by_day {
        steps.act(day, "sekretariat", ImportParticipants { rows, on: None });
    }
    let first = Some(Ore::kroner(25_000_000));
    steps.write(
        date(2017, 12, 28),
        Scene::PayIn {
            payer: Payer::State,
            amount: first,
        },
    );
    steps.write(
        date(2018, 9, 3),
        Scene::PayIn {
            payer: Payer::Ks,
            amount: None,
        },
    );
    steps.write(
        date(2018, 9, 14),
        Scene::PayIn {
            payer: Payer::State,
            amount: None,
        },
    );
}

fn between(dice: &mut Pcg64, from: Date, days: i32) -> Date {
    from.saturating_add(dice.random_range(0..days).days())
}

fn turn(dice: &mut Pcg64, row: &ParticipantIntake, eager: &BTreeSet<Number>) -> Turn {
    let rate = if row.kind == Some(Kind::Municipality) {
        20
    } else {
        5
    };
    let owed = contribution(Decimal::from(rate), row.population.unwrap_or(0));
    let lot = dice.random_range(0..1000);
    let decided_on = between(dice, date(2017, 9, 25), 86);
    let in_time = between(dice, date(2018, 1, 15), 74);
    let early = between(dice, date(2018, 1, 15), 40);
    let late = between(dice, date(2018, 4, 3), 120);
    let joins = |payments| Turn::Joins { decided_on, payments };
    if eager.contains(&row.number) {
        return joins(vec![(early, owed)]);
    }
    match lot {
        0..840 => joins(vec![(in_time, owed)]),
        840..885 => joins(vec![(late, owed)]),
        885..905 => joins(vec![(in_time, Ore::new(owed.ore() / 200 * 100))]),
        905..925 => joins(Vec::new()),
        925..955 => Turn::Declines { decided_on },
        _ => Turn::Silent,
    }
}

/// A turn as rows for the import, each on its day.
fn rows(row: &ParticipantIntake, turn: Turn) -> Vec<(Date, ParticipantIntake)> {
    let blank = ParticipantIntake {
        line: row.line,
        kind: row.kind,
        number: row.number.clone(),
        name: None,
        county_number: None,
        county_name: None,
        population: None,
        joins: None,
        decided_on: None,
        reference: None,
        reason: None,
        paid_on: None,
        paid: None,
    };
    let answer = |joins, on: Date| {
        let number = row.line * 7 % 190 + 1;
        let reference = Some(format!("PS {number}/{}", on.year() % 100));
        (
            on,
            ParticipantIntake {
                joins: Some(joins),
                decided_on: Some(on),
                reference,
                ..blank.clone()
            },
        )
    };
    match turn {
        Turn::Silent => Vec::new(),
        Turn::Declines { decided_on } => vec![answer(false, decided_on)],
        Turn::Joins { decided_on, payments } => {
            let mut rows = vec![answer(true, decided_on)];
            for (on, paid) in payments.into_iter().filter(|(_, paid)| paid.is_positive()) {
                rows.push((
                    on,
                    ParticipantIntake {
                        paid_on: Some(on),
                        paid: Some(paid),
                        ..blank.clone()
                    },
                ));
            }
            rows
        }
    }
}
