//! Years of a fund, played by chance: members, secretariat, KS and administrator take steps that are permitted and steps that
//! aren't, through the real use cases on real files, while programs are killed, disks fill up, clocks go back and the power
//! fails. After every step what must always hold is held against a small model. One seed is one run; a seed that fails is
//! printed, and plays the same again:
//!
//! `KOMMIT_SEED=17 cargo test --release --test simulation`; `KOMMIT_YEARS=1000` plays that many years from a seed on.

mod faults;
mod identities;
mod meetings;
mod model;
mod steps;
mod world;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Child, Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGXFSZ;

use world::{Count, World};

/// The steps and the faults of a year.
const STEPS: u32 = 220;
const FAULTS: u32 = 6;
/// What CI plays.
const SEEDS: u64 = 3;
/// Years that one fund is played.
const YEARS: u32 = 2;

fn asked<T: std::str::FromStr>(name: &str) -> Option<T> {
    env::var(name).ok().and_then(|value| value.parse().ok())
}

fn played(seed: u64, years: u32) -> Count {
    let mut world = World::new(seed);
    let done = catch_unwind(AssertUnwindSafe(|| {
        for _ in 0..years {
            world.year(STEPS, FAULTS);
        }
        world.ends();
    }));
    if let Err(fault) = done {
        eprintln!("{}", world.told());
        eprintln!("seed {seed}: KOMMIT_SEED={seed} cargo test --test simulation plays it again");
        std::panic::resume_unwind(fault);
    }
    world.count
}

/// What CI plays, each seed in a process of its own: the limits that its faults set are of a whole process.
fn played_side_by_side() {
    let program = env::current_exe().unwrap();
    let play = |seed: u64| {
        let mut command = Command::new(&program);
        command.arg("--nocapture").env("KOMMIT_SEED", seed.to_string());
        command.spawn().unwrap()
    };
    let all: Vec<Child> = (1..=SEEDS).map(play).collect();
    let ended: Vec<ExitStatus> = all.into_iter().map(|mut one| one.wait().unwrap()).collect();
    assert!(ended.iter().all(ExitStatus::success), "told above: {ended:?}");
}

/// L1, L4, L5, C6, K3, R1, S4, M1, the seals and the chain hold after every step, whatever happens to the program, the file and
/// the machine between them.
#[test]
fn what_must_always_hold_holds_through_years_of_chance_and_faults() {
    // A file that may grow no further is an error to the program, as on a full disk, and not its end.
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).unwrap();
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // A program that is killed on purpose isn't told of.
        if panic.payload().downcast_ref::<faults::Killed>().is_none() {
            quiet(panic);
        }
    }));
    let years = asked::<u32>("KOMMIT_YEARS");
    let first = asked::<u64>("KOMMIT_SEED");
    let seeds = match (first, years) {
        (Some(seed), None) => seed..seed + 1,
        (first, Some(years)) => {
            let first = first.unwrap_or(1_000);
            first..first + u64::from(years.div_ceil(YEARS))
        }
        (None, None) => return played_side_by_side(),
    };
    let mut all = Count::default();
    for seed in seeds {
        all += played(seed, YEARS);
        if years.is_some() && seed.is_multiple_of(25) {
            eprintln!("seed {seed}: {all:?}");
        }
    }
    println!("{all:?}");
    assert!(all.done > all.steps / 5, "too little comes of the steps: {all:?}");
    assert!(all.faults >= all.years * u64::from(FAULTS), "{all:?}");
}
