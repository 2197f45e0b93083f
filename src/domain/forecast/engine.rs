//! Every project worked out once: its expected flows, and its samples as deviations from them (F4), drawn when it is first
//! taken in. What is chosen among them is the business of [`Outlook`](super::Outlook).

use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::adoption::{Adoption, float};
use super::column::{Column, ProjectFlow, plan};
use super::expected::{Course, Row};
use super::facts::{Facts, Project};
use super::horizon::Horizon;
use super::pert::{Deviations, least_of, stream};
use super::what_if::WhatIf;
use crate::domain::calendar::Quarter;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// F1: ten years.
pub const DEFAULT_QUARTERS: usize = 40;
/// F4: enough for a probability to be right within 2.2 percentage points; see [`SamplingError`](super::SamplingError).
pub const DEFAULT_PATHS: usize = 2000;
/// F4: any will do, as long as everybody starts from the same.
pub const DEFAULT_SEED: u64 = 1;

/// How far to look, and how closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// At least one is worked out.
    pub quarters: usize,
    /// At least one is drawn.
    pub paths: usize,
    pub seed: u64,
    /// Changes how fast the figures come, never the figures; none for one on each core.
    pub threads: Option<NonZeroUsize>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            quarters: DEFAULT_QUARTERS,
            paths: DEFAULT_PATHS,
            seed: DEFAULT_SEED,
            threads: None,
        }
    }
}

/// All projects of the facts under one what-if, committed or not.
#[derive(Debug)]
pub struct Engine {
    pub(super) horizon: Horizon,
    pub(super) opening: Ore,
    pub(super) reserve: Ore,
    pub(super) profile: Vec<Decimal>,
    pub(super) paths: usize,
    pub(super) known: Course,
    /// By reference.
    pub(super) columns: Vec<Column>,
    /// Beside the columns. Those of the plan are drawn at once, the others when somebody asks what if: of thousands of
    /// proposals only a few ever are.
    deviations: Vec<OnceLock<Option<Deviations>>>,
    /// Beside the columns: what the deviations are drawn from.
    adoptions: Vec<Adoption>,
    seed: u64,
}

impl Engine {
    /// The what-if is taken as it is; [`WhatIf::check`] says whether it makes sense.
    #[must_use]
    pub fn new(facts: &Facts, what_if: &WhatIf, settings: Settings) -> Engine {
        Engine::with_progress(facts, what_if, settings, &|_, _| {})
    }

    /// As [`Engine::new`]; `progress` is told of how many projects, and of how many in all, the samples are drawn.
    #[must_use]
    pub fn with_progress(
        facts: &Facts,
        what_if: &WhatIf,
        settings: Settings,
        progress: &dyn Fn(usize, usize),
    ) -> Engine {
        let engine = Engine::undrawn(facts, what_if, settings);
        engine.draw(settings.threads, progress);
        engine
    }

    /// Without any sample yet.
    pub(super) fn undrawn(facts: &Facts, what_if: &WhatIf, settings: Settings) -> Engine {
        let horizon = Horizon::new(facts.today, settings.quarters);
        let paths = settings.paths.max(1);
        let mut projects: Vec<(&Project, Adoption, bool)> = plan(facts, what_if).collect();
        projects.sort_by_key(|(project, ..)| project.reference);
        let columns: Vec<Column> = projects
            .iter()
            .map(|(project, adoption, included)| Column::of(project, adoption, *included, &horizon))
            .collect();
        Engine {
            opening: facts.opening,
            reserve: what_if.reserve.unwrap_or(facts.reserve),
            profile: facts.profile.clone(),
            paths,
            known: Course::known(facts, what_if, &horizon),
            deviations: columns.iter().map(|_| OnceLock::new()).collect(),
            adoptions: projects.into_iter().map(|(_, adoption, _)| adoption).collect(),
            seed: settings.seed,
            columns,
            horizon,
        }
    }

    /// Draws the samples of the plan.
    pub(super) fn draw(&self, threads: Option<NonZeroUsize>, progress: &dyn Fn(usize, usize)) {
        let planned: Vec<usize> = self.planned().collect();
        let draw = |at: &usize| {
            self.deviations(*at);
        };
        side_by_side(&planned, threads, draw, |done| {
            progress(done, planned.len());
        });
    }

    /// The places of the projects in the plan.
    fn planned(&self) -> impl Iterator<Item = usize> {
        (0..self.columns.len()).filter(|at| self.columns[*at].included)
    }

    /// The expected path of the plan, and the least that each quarter can close with on any path: nobody else takes any of the
    /// solutions into use.
    pub(super) fn least(&self) -> (Vec<Row>, Vec<Ore>) {
        let mut course = self.known.clone();
        let mut fall = vec![Ore::ZERO; self.horizon.len()];
        for at in self.planned() {
            course.take_in(&self.columns[at]);
            for (fall, one) in fall.iter_mut().zip(least_of(&self.adoptions[at], &self.horizon)) {
                *fall += one;
            }
        }
        let rows = course.rows(self.opening, &self.horizon);
        let least = rows.iter().zip(fall).map(|(row, fall)| row.closing + fall);
        let least = least.collect();
        (rows, least)
    }

    /// The samples of the project at a place; `None` when nothing about it is uncertain.
    pub(super) fn deviations(&self, at: usize) -> Option<&Deviations> {
        let drawn = self.deviations[at].get_or_init(|| {
            let adoption = &self.adoptions[at];
            let expected = adoption.path(float(adoption.uptake.likely), &self.horizon);
            let chance = stream(self.seed, self.columns[at].reference);
            Deviations::of(adoption, &expected, &self.horizon, self.paths, chance)
        });
        drawn.as_ref()
    }

    #[must_use]
    pub fn today(&self) -> Date {
        self.horizon.today
    }

    #[must_use]
    pub fn quarters(&self) -> &[Quarter] {
        &self.horizon.quarters
    }

    /// How many paths were drawn.
    #[must_use]
    pub fn paths(&self) -> usize {
        self.paths
    }

    /// All projects, in the order of their references.
    pub fn projects(&self) -> impl Iterator<Item = Ref> {
        self.columns.iter().map(|column| column.reference)
    }

    /// What a project is expected to move in each quarter. `None`: no such project.
    #[must_use]
    pub fn flows(&self, reference: Ref) -> Option<&[ProjectFlow]> {
        self.place(reference).map(|at| self.columns[at].flows.as_slice())
    }

    pub(super) fn place(&self, reference: Ref) -> Option<usize> {
        self.columns
            .binary_search_by_key(&reference, |column| column.reference)
            .ok()
    }
}

/// Does the same to all items, on so many threads; this one hears how many are done, and in the end that all are.
fn side_by_side<T: Sync>(
    items: &[T],
    threads: Option<NonZeroUsize>,
    work: impl Fn(&T) + Sync,
    hear: impl Fn(usize),
) {
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads = threads.unwrap_or_else(cores);
    let (taken, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work_on = |hear: &dyn Fn(usize)| {
        while let Some(item) = items.get(taken.fetch_add(1, Ordering::Relaxed)) {
            work(item);
            hear(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.get().min(items.len()) {
            scope.spawn(|| work_on(&|_| {}));
        }
        work_on(&hear);
    });
    hear(items.len());
}
