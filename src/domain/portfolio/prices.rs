//! What the solver is asked. It computes in floating point, so nothing that it says is taken for true: a set it
//! proposes is added up again in whole øre, and any price whatever on a limit gives a bound that holds.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome};

use super::program::{Chosen, Program};

/// How far the solver looks for a good set, in nodes of its tree. The proof doesn't rest on it.
const NODES: u64 = 300;

/// Bits after the binary point of a price, at most.
const FINEST: u32 = 40;

/// What an øre of every limit is worth, in billionths of a score.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    /// Never below zero, with `fine` bits after the binary point.
    pub by_limit: Vec<i128>,
    pub fine: u32,
}

/// The largest magnitude of numbers, and at least one, to bring them near one.
#[expect(
    clippy::cast_precision_loss,
    reason = "the solver's figures are never taken for true"
)]
fn unit(numbers: impl Iterator<Item = i128>) -> f64 {
    numbers.map(i128::unsigned_abs).max().unwrap_or(1).max(1) as f64
}

/// Every limit's unit, and that of the scores.
fn units(program: &Program) -> (Vec<f64>, f64) {
    let of_limit = |limit: usize| unit(program.items.iter().map(|item| item.takes[limit]));
    let limits = (0..program.room.len()).map(of_limit).collect();
    (limits, unit(program.items.iter().map(|item| item.score)))
}

/// A good set, when the solver finds one that fits.
#[expect(
    clippy::cast_precision_loss,
    reason = "the solver's figures are never taken for true"
)]
pub(super) fn propose(program: &Program) -> Option<Chosen> {
    let (limits, scores) = units(program);
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let score = |score: i128| score as f64 / scores;
    let variables: Vec<_> = program
        .items
        .iter()
        .map(|item| problem.add_binary_var(score(item.score)))
        .collect();
    for (limit, unit) in limits.iter().enumerate() {
        let takes = program.items.iter().map(|item| item.takes[limit] as f64 / unit);
        let row: Vec<_> = variables
            .iter()
            .copied()
            .zip(takes)
            .filter(|(_, takes)| *takes != 0.0)
            .collect();
        problem.add_constraint(row, ComparisonOp::Le, program.room[limit] as f64 / unit);
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(NODES);
    let solution = problem
        .solve_with(options)
        .ok()
        .and_then(|outcome| outcome.into_solution().ok())?;
    program.fitting(|at| solution.var_value(variables[at]) > 0.5)
}

/// The prices at which the limits just let through the best shares of proposals: the solution of the dual of the
/// linear relaxation. All zero when the solver has none.
#[expect(
    clippy::cast_precision_loss,
    reason = "the solver's figures are never taken for true"
)]
pub(super) fn prices(program: &Program) -> Prices {
    let (limits, scores) = units(program);
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let open = (0.0, f64::INFINITY);
    let room = program.room.iter().zip(&limits);
    let price: Vec<_> = room
        .map(|(room, unit)| problem.add_var(*room as f64 / unit, open))
        .collect();
    for item in &program.items {
        let surplus = problem.add_var(1.0, open);
        let takes = item
            .takes
            .iter()
            .zip(&limits)
            .map(|(takes, unit)| *takes as f64 / unit);
        let mut row: Vec<_> = price
            .iter()
            .copied()
            .zip(takes)
            .filter(|(_, takes)| *takes != 0.0)
            .collect();
        row.push((surplus, 1.0));
        problem.add_constraint(row, ComparisonOp::Ge, item.score as f64 / scores);
    }
    let solution = problem
        .solve()
        .ok()
        .and_then(|outcome: SolveOutcome| outcome.into_solution().ok());
    let worth = |(at, unit): (usize, &f64)| {
        let value = solution
            .as_ref()
            .map_or(0.0, |solution| solution.var_value(price[at]));
        value.max(0.0) * scores / unit
    };
    let worth: Vec<f64> = limits.iter().enumerate().map(worth).collect();
    Prices::of(program, &worth)
}

impl Prices {
    /// As fine as leaves every sum of the search far within an `i128`.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "any whole number is a price"
    )]
    fn of(program: &Program, worth: &[f64]) -> Prices {
        let scores: f64 = program.items.iter().map(|item| item.score.abs() as f64).sum();
        let largest = worth
            .iter()
            .enumerate()
            .fold(scores + 1.0, |largest, (limit, worth)| {
                let takes = program.items.iter().map(|item| item.takes[limit].abs() as f64);
                largest + worth * (program.room[limit].abs() as f64 + takes.sum::<f64>())
            });
        let fits = |fine: &u32| largest.log2().ceil() + f64::from(*fine) <= 120.0;
        let Some(fine) = (0..=FINEST).rev().find(fits) else {
            return Prices {
                by_limit: vec![0; worth.len()],
                fine: 0,
            };
        };
        let scale = f64::from(fine).exp2();
        Prices {
            by_limit: worth
                .iter()
                .map(|worth| (worth * scale).round() as i128)
                .collect(),
            fine,
        }
    }
}
