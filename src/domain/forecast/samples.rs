//! Facts to try a forecast on, plain ones and random ones.

use std::num::NonZeroUsize;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::domain::commitment::standard_plan;
use crate::domain::money::Ore;
use crate::domain::proposal::{Bass, Ref, Spread};

pub(crate) const TODAY: Date = date(2018, 5, 7);

pub(crate) fn cents(hundredths: i64) -> Decimal {
    Decimal::new(hundredths, 2)
}

pub(crate) fn spread(low: i64, likely: i64, high: i64) -> Spread {
    Spread {
        low: cents(low),
        likely: cents(likely),
        high: cents(high),
    }
}

/// Ten million kroner, paid out by quarters, live in two years, shared by a million inhabitants.
pub(crate) fn project(number: u32) -> Project {
    let cost = Ore::kroner(10_000_000);
    Project {
        reference: Ref::new(2018, number),
        instalments: standard_plan(cost, &[cents(25); 4], TODAY),
        cost,
        charged: Ore::ZERO,
        live_on: None,
        go_live: Some(date(2020, 5, 1)),
        uptake: spread(40, 60, 80),
        delay: spread(0, 0, 200),
        prices: Prices::Shared {
            inhabitants: 1_000_000,
            undecided: 0,
            base: None,
        },
        bass: Bass::default(),
    }
}

pub(crate) fn live(number: u32) -> Project {
    Project {
        instalments: Vec::new(),
        charged: Ore::kroner(1_000_000),
        live_on: Some(date(2017, 2, 1)),
        ..project(number)
    }
}

pub(crate) fn fund(projects: Vec<Project>, candidates: Vec<Project>) -> Facts {
    Facts {
        opening: Ore::kroner(30_000_000),
        projects,
        candidates,
        ..Facts::empty(TODAY)
    }
}

pub(crate) fn settings(paths: usize, threads: usize) -> Settings {
    Settings {
        paths,
        threads: NonZeroUsize::new(threads),
        ..Settings::default()
    }
}

pub(crate) fn outlook(facts: &Facts, what_if: &WhatIf, settings: Settings) -> Outlook {
    Outlook::new(Arc::new(Engine::new(facts, what_if, settings)))
}

/// A day from a year before today to twelve years after it.
pub(crate) fn day() -> impl Strategy<Value = Date> {
    (-365i64..4400).prop_map(|days| TODAY.saturating_add(days.days()))
}

fn rising() -> impl Strategy<Value = Spread> {
    [0i64..=100, 0i64..=100, 0i64..=100].prop_map(|mut figures| {
        figures.sort_unstable();
        spread(figures[0], figures[1], figures[2])
    })
}

/// A project of up to a hundred million kroner, planned or live or neither, by either kind of price.
pub(crate) fn any_project(number: u32) -> impl Strategy<Value = Project> {
    let amounts = (
        0i64..10_000_000_000,
        0i64..10_000_000_000,
        0u64..2_000_000,
        0i64..2_000_000,
    );
    let days = (day(), proptest::option::of(day()), proptest::option::of(day()));
    (amounts, days, rising(), rising(), 0u8..3).prop_map(move |(amounts, days, uptake, delay, kind)| {
        let (cost, charged, people, other) = amounts;
        let (first, live_on, go_live) = days;
        let shared = |base| Prices::Shared {
            inhabitants: people,
            undecided: people / 3,
            base,
        };
        Project {
            reference: Ref::new(2018, number),
            instalments: standard_plan(Ore::new(cost / 2), &[cents(40), cents(60)], first),
            cost: Ore::new(cost),
            charged: Ore::new(charged.min(cost)),
            live_on,
            go_live,
            uptake,
            delay,
            prices: match kind {
                0 => shared(None),
                1 => shared(Some(Decimal::from(other))),
                _ => Prices::List {
                    sum: Ore::new(other * 1000),
                    undecided: Ore::new(other * 100),
                },
            },
            bass: Bass::default(),
        }
    })
}

fn any_due() -> impl Strategy<Value = Due> {
    let flows = [
        Flow::Contributions,
        Flow::State,
        Flow::Repayments,
        Flow::Other,
        Flow::Disbursements,
        Flow::Costs,
    ];
    (day(), 0..flows.len(), -1_000_000_000i64..10_000_000_000).prop_map(move |(on, flow, amount)| Due {
        on,
        flow: flows[flow],
        amount: Ore::new(amount),
    })
}

pub(crate) fn any_facts() -> impl Strategy<Value = Facts> {
    let projects = (any_project(1), any_project(2), any_project(3), any_project(4));
    let dues = proptest::collection::vec(any_due(), 0..8);
    let profile = vec![cents(25); 4];
    (
        projects,
        dues,
        -1_000_000_000i64..30_000_000_000,
        0i64..1_000_000_000,
    )
        .prop_map(move |((one, two, three, four), due, opening, posted)| Facts {
            opening: Ore::new(opening),
            posted: Flows {
                contributions: Ore::new(posted),
                disbursements: Ore::new(posted / 7),
                ..Flows::default()
            },
            due,
            projects: vec![one, two],
            candidates: vec![three, four],
            profile: profile.clone(),
            ..Facts::empty(TODAY)
        })
}

pub(crate) fn any_overlay() -> impl Strategy<Value = WhatIf> {
    let kinds = [
        ExtraKind::Receipt,
        ExtraKind::Cost,
        ExtraKind::Commitment,
        ExtraKind::Disbursement,
    ];
    let flow = (0i64..4400, 0..kinds.len(), 1i64..10_000_000_000, "[ab]").prop_map(
        move |(days, kind, amount, label)| ExtraFlow {
            on: TODAY.saturating_add(days.days()),
            kind: kinds[kind],
            amount: Ore::new(amount),
            label,
        },
    );
    let settings = proptest::option::of((0i64..300, -12i64..12, 0i64..=100));
    (
        proptest::collection::vec(flow, 0..8),
        any::<[bool; 4]>(),
        settings,
    )
        .prop_map(|(extra, chosen, settings)| {
            let chosen = |numbers: [u32; 2]| {
                numbers
                    .into_iter()
                    .filter(|number| chosen[*number as usize - 1])
                    .map(|number| Ref::new(2018, number))
                    .collect()
            };
            WhatIf {
                extra,
                exclude: chosen([1, 2]),
                include: chosen([3, 4]),
                uptake_factor: settings.map(|(factor, ..)| cents(factor)),
                delay_quarters: settings.map(|(_, quarters, _)| Decimal::new(quarters * 5, 1)),
                undecided_joining: settings.map(|(.., share)| cents(share)),
                reserve: None,
            }
        })
}
