//! How fast the forecast answers, and what it holds: from nothing at the size that a large fund could have, taking one
//! project in or out, the expected path alone, and the memory that engine and outlook take. Prints figures and judges none:
//! `cargo bench --bench forecast`.

use std::fs;
use std::hint::black_box;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kommit::domain::commitment::standard_plan;
use kommit::domain::forecast::{Engine, Facts, Outlook, Prices, Project, Settings, WhatIf, expected};
use kommit::domain::money::Ore;
use kommit::domain::proposal::{Bass, Ref, Spread};
use rust_decimal::Decimal;

const PROJECTS: u32 = 100;
const RUNS: usize = 30;
const TODAY: Date = date(2018, 5, 7);

/// Both kinds of price, every third live, everything uncertain that can be.
fn facts() -> Facts {
    let project = |number: u32| {
        let cost = Ore::kroner(2_000_000 + i64::from(number) * 100_000);
        let month = i64::from(number % 36);
        let live = number.is_multiple_of(3);
        Project {
            reference: Ref::new(2018, number),
            instalments: standard_plan(cost, &[Decimal::new(25, 2); 4], TODAY),
            cost,
            charged: Ore::ZERO,
            live_on: live.then(|| TODAY.saturating_sub(month.months())),
            go_live: Some(TODAY.saturating_add(month.months())),
            uptake: Spread {
                low: Decimal::new(4, 1),
                likely: Decimal::new(6, 1),
                high: Decimal::new(8, 1),
            },
            delay: Spread {
                low: Decimal::ZERO,
                likely: Decimal::ZERO,
                high: Decimal::TWO,
            },
            prices: if number.is_multiple_of(2) {
                Prices::List {
                    sum: cost,
                    undecided: Ore::ZERO,
                }
            } else {
                Prices::Shared {
                    inhabitants: 5_000_000,
                    undecided: 0,
                    base: None,
                }
            },
            bass: Bass::default(),
        }
    };
    Facts {
        opening: Ore::kroner(1_000_000_000),
        profile: vec![Decimal::new(25, 2); 4],
        projects: (1..=PROJECTS).map(project).collect(),
        ..Facts::empty(TODAY)
    }
}

fn main() {
    let facts = facts();
    let what_if = WhatIf::default();
    let cores = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let settings = |threads| Settings {
        threads: Some(threads),
        ..Settings::default()
    };
    let size = settings(cores);
    println!(
        "{} quarters × {} paths × {PROJECTS} projects, {RUNS} runs; ms: min / median / max",
        size.quarters, size.paths
    );
    let new = |threads| Outlook::new(Arc::new(Engine::new(&facts, &what_if, settings(threads))));
    // Before anything else, so that nothing freed is counted or filled again.
    let before = resident("VmRSS");
    let mut outlook = new(cores);
    let (held, most) = (resident("VmRSS") - before, resident("VmHWM") - before);
    println!("memory held: {held:.1} MiB, at most {most:.1} MiB");
    for threads in [NonZeroUsize::MIN, cores] {
        measure(&format!("from nothing, {threads} thread(s)"), || {
            black_box(new(threads));
        });
    }
    let mut included = true;
    measure("one project in or out", || {
        included = !included;
        outlook.toggle(Ref::new(2018, 50), included);
        black_box(outlook.bands());
    });
    measure("free by cash flow", || {
        black_box(outlook.free_cash_flow());
    });
    measure("sampling error", || {
        black_box(outlook.sampling_error());
    });
    measure("the expected path alone", || {
        black_box(expected(&facts, &what_if, 40));
    });
}

/// What the system says that this process has in memory, in MiB.
fn resident(line: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells it");
    let told = status
        .lines()
        .find_map(|told| told.strip_prefix(line))
        .expect("it has this line");
    let kibibytes: String = told.chars().filter(char::is_ascii_digit).collect();
    kibibytes.parse::<f64>().expect("a number of kB") / 1024.0
}

fn measure(what: &str, mut work: impl FnMut()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let [min, median, max] = [times[0], times[RUNS / 2], times[RUNS - 1]];
    println!("{what:28} {min:9.3} {median:9.3} {max:9.3}");
}
