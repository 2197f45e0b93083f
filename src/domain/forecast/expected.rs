//! The expected path: F1's rows, exact in øre.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::adoption::Adoption;
use super::column::{Column, plan};
use super::facts::Facts;
use super::flow::{Due, Flows};
use super::horizon::Horizon;
use super::what_if::{ExtraFlow, ExtraKind, WhatIf};
use crate::domain::calendar::Quarter;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// F1: one quarter. Opening and flows make closing, to the øre, and the next opening is this closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub quarter: Quarter,
    #[serde(rename = "opening_ore")]
    pub opening: Ore,
    #[serde(flatten)]
    pub flows: Flows,
    #[serde(rename = "closing_ore")]
    pub closing: Ore,
    /// At the end of the quarter.
    #[serde(rename = "outstanding_commitments_ore")]
    pub outstanding_commitments: Ore,
}

/// The expected path alone, without samples: `quarters` (at least one) from the current one on.
#[must_use]
pub fn expected(facts: &Facts, what_if: &WhatIf, quarters: usize) -> Vec<Row> {
    let horizon = Horizon::new(facts.today, quarters);
    let mut course = Course::known(facts, what_if, &horizon);
    for (project, adoption, included) in plan(facts, what_if) {
        if included {
            course.take_in(&Column::of(project, &adoption, true, &horizon));
        }
    }
    course.rows(facts.opening, &horizon)
}

/// What committing each candidate would do to the closing balance of every quarter: its expected repayments less its
/// disbursements, from the current quarter to that one. No sample is drawn.
#[must_use]
pub fn candidate_effects(facts: &Facts, what_if: &WhatIf, quarters: usize) -> BTreeMap<Ref, Vec<Ore>> {
    let horizon = Horizon::new(facts.today, quarters);
    let effects = facts.candidates.iter().map(|project| {
        let adoption = Adoption::of(project, what_if, facts.today);
        let column = Column::of(project, &adoption, true, &horizon);
        (project.reference, column.net)
    });
    effects.collect()
}

/// The first of the quarters with the lowest closing balance.
#[must_use]
pub fn lowest(rows: &[Row]) -> Option<&Row> {
    rows.iter().min_by_key(|row| row.closing)
}

/// Flows and outstanding commitments by quarter: what is known, and whatever projects are taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Course {
    flows: Vec<Flows>,
    outstanding: Vec<Ore>,
}

impl Course {
    /// What doesn't hang on a project: what is posted, what is due (F2), and the what-if's extra flows (F5).
    pub(super) fn known(facts: &Facts, what_if: &WhatIf, horizon: &Horizon) -> Course {
        let mut flows = vec![Flows::default(); horizon.len()];
        flows[0] = facts.posted;
        let joining = facts.participation.as_ref().zip(what_if.undecided_joining);
        let joined: Vec<Due> = joining.map_or_else(Vec::new, |(participation, share)| {
            participation.extra(share, facts.today)
        });
        for due in facts.due.iter().chain(&joined) {
            if let Some(quarter) = horizon.place(due.on) {
                flows[quarter].add(due.flow, due.amount);
            }
        }
        for extra in &what_if.extra {
            if let (Some(quarter), Some(flow)) = (horizon.place(extra.on), extra.flow()) {
                flows[quarter].add(flow, extra.amount);
            }
        }
        Course {
            flows,
            outstanding: outstanding(&what_if.extra, horizon),
        }
    }

    pub(super) fn take_in(&mut self, column: &Column) {
        for (quarter, flow) in column.flows.iter().enumerate() {
            self.flows[quarter] += flow.flows();
            self.outstanding[quarter] += column.outstanding[quarter];
        }
    }

    pub(super) fn take_out(&mut self, column: &Column) {
        for (quarter, flow) in column.flows.iter().enumerate() {
            self.flows[quarter] = self.flows[quarter] - flow.flows();
            self.outstanding[quarter] -= column.outstanding[quarter];
        }
    }

    /// F1: each opening is the closing before it.
    pub(super) fn rows(&self, opening: Ore, horizon: &Horizon) -> Vec<Row> {
        let mut balance = opening;
        let quarters = horizon.quarters.iter().zip(&self.flows).zip(&self.outstanding);
        let rows = quarters.map(|((quarter, flows), outstanding)| {
            let opening = balance;
            balance += flows.net();
            Row {
                quarter: *quarter,
                opening,
                flows: *flows,
                closing: balance,
                outstanding_commitments: *outstanding,
            }
        });
        rows.collect()
    }
}

/// F5: what is left of the what-if commitments at the end of each quarter.
fn outstanding(extra: &[ExtraFlow], horizon: &Horizon) -> Vec<Ore> {
    let mut changes = vec![Ore::ZERO; horizon.len()];
    for (day, change) in changes_of_commitments(extra) {
        if let Some(quarter) = horizon.place(day) {
            changes[quarter] += change;
        }
    }
    let mut sum = Ore::ZERO;
    let running = changes.into_iter().map(|change| {
        sum += change;
        sum
    });
    running.collect()
}

/// F5: what happens to the what-if commitments, by day. A disbursement draws down the commitment of its label, as far as
/// it goes; on one day the commitment comes first.
pub(super) fn changes_of_commitments(extra: &[ExtraFlow]) -> Vec<(Date, Ore)> {
    let mut sorted: Vec<&ExtraFlow> = extra.iter().collect();
    sorted.sort_by_key(|flow| (flow.on, flow.kind));
    let mut left: BTreeMap<&str, Ore> = BTreeMap::new();
    let mut changes = Vec::with_capacity(sorted.len());
    for flow in sorted {
        let labelled = left.entry(&flow.label).or_default();
        let change = match flow.kind {
            ExtraKind::Commitment => flow.amount,
            ExtraKind::Disbursement => -flow.amount.min(*labelled),
            ExtraKind::Receipt | ExtraKind::Cost => Ore::ZERO,
        };
        *labelled += change;
        changes.push((flow.on, change));
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::super::Flow;
    use super::super::samples::*;
    use super::*;
    use crate::domain::commitment::Instalment;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn f5_the_worked_example_of_epa_816_n_00_003e_table_1() {
        let start = date(2018, 1, 1);
        let quarter = |number: i64| start.saturating_add((3 * number).months());
        let flow = |kind, number, millions: i64| ExtraFlow {
            on: quarter(number),
            kind,
            amount: Ore::kroner(millions * 1_000_000),
            label: "loans".to_owned(),
        };
        let mut extra = vec![
            flow(ExtraKind::Receipt, 0, 10),
            flow(ExtraKind::Commitment, 4, 20),
        ];
        for (number, millions) in (0..).zip([1, 2, 5, 8, 2, 1, 4, 2, 3, 2]) {
            extra.push(flow(ExtraKind::Receipt, number, millions));
        }
        for (number, millions) in (4..).zip([2, 3, 7, 4, 3, 1]) {
            extra.push(flow(ExtraKind::Disbursement, number, millions));
        }
        let what_if = WhatIf {
            extra,
            ..WhatIf::default()
        };
        let rows = expected(&Facts::empty(start), &what_if, 10);
        let millions = |figure: fn(&Row) -> Ore| {
            rows.iter()
                .map(|row| figure(row).ore() / 100_000_000)
                .collect::<Vec<i64>>()
        };
        assert_eq!(
            millions(|row| row.closing),
            [11, 13, 18, 26, 26, 24, 21, 19, 19, 20]
        );
        assert_eq!(
            millions(|row| row.outstanding_commitments),
            [0, 0, 0, 0, 18, 15, 8, 4, 1, 0]
        );
    }

    #[test]
    fn f5_a_disbursement_draws_down_the_commitment_of_its_label_and_no_other() {
        let flow = |kind, label: &str, kroner| ExtraFlow {
            on: TODAY,
            kind,
            amount: Ore::kroner(kroner),
            label: label.to_owned(),
        };
        let what_if = WhatIf {
            extra: vec![
                flow(ExtraKind::Disbursement, "a", 30),
                flow(ExtraKind::Commitment, "a", 20),
                flow(ExtraKind::Commitment, "b", 5),
                flow(ExtraKind::Cost, "b", 2),
            ],
            ..WhatIf::default()
        };
        let rows = expected(&Facts::empty(TODAY), &what_if, 1);
        assert_eq!(rows[0].outstanding_commitments, Ore::kroner(5));
        assert_eq!(
            (rows[0].flows.disbursements, rows[0].flows.costs),
            (Ore::kroner(30), Ore::kroner(2))
        );
    }

    #[test]
    fn f2_what_is_overdue_falls_in_the_current_quarter() {
        let due = |on, flow, kroner| Due {
            on,
            flow,
            amount: Ore::kroner(kroner),
        };
        let mut late = project(1);
        late.go_live = None;
        late.instalments = vec![
            Instalment {
                due_on: date(2017, 3, 1),
                amount: Ore::kroner(3),
            },
            Instalment {
                due_on: date(2018, 7, 1),
                amount: Ore::kroner(4),
            },
        ];
        let facts = Facts {
            due: vec![
                due(date(2018, 3, 31), Flow::Contributions, 100),
                due(date(2018, 12, 31), Flow::State, 50),
                due(TODAY, Flow::Repayments, -7),
            ],
            posted: Flows {
                repayments: Ore::kroner(10),
                ..Flows::default()
            },
            ..fund(vec![late], vec![])
        };
        let rows = expected(&facts, &WhatIf::default(), 3);
        let first = rows[0].flows;
        assert_eq!((first.contributions, first.state), (Ore::kroner(100), Ore::ZERO));
        assert_eq!(
            (first.repayments, first.disbursements),
            (Ore::kroner(3), Ore::kroner(3))
        );
        assert_eq!(rows[0].outstanding_commitments, Ore::kroner(4));
        assert_eq!(
            (rows[1].flows.disbursements, rows[1].outstanding_commitments),
            (Ore::kroner(4), Ore::ZERO)
        );
        assert_eq!(rows[2].flows.state, Ore::kroner(50));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn f1_opening_and_flows_make_closing_and_the_next_opening_in_every_quarter(
            facts in any_facts(), what_if in any_overlay(), quarters in 1usize..60,
        ) {
            let rows = expected(&facts, &what_if, quarters);
            prop_assert_eq!(rows.len(), quarters);
            let (mut opening, mut quarter) = (facts.opening, Quarter::of(facts.today));
            for row in &rows {
                let f = row.flows;
                let closing = opening + f.contributions + f.state + f.repayments + f.other - f.disbursements - f.costs;
                prop_assert_eq!((row.quarter, row.opening, row.closing), (quarter, opening, closing));
                prop_assert!(!row.outstanding_commitments.is_negative());
                (opening, quarter) = (closing, quarter.next());
            }
        }

        #[test]
        fn f5_the_effects_of_the_chosen_candidates_added_to_the_path_without_them_are_the_path_with_them(
            facts in any_facts(), what_if in any_overlay(), other in any_overlay(),
        ) {
            let without = WhatIf { include: std::collections::BTreeSet::new(), ..what_if };
            let with = WhatIf { include: other.include, ..without.clone() };
            let mut closings: Vec<Ore> = expected(&facts, &without, 12).iter().map(|row| row.closing).collect();
            let effects = candidate_effects(&facts, &without, 12);
            prop_assert_eq!(effects.len(), facts.candidates.len());
            for (_, effect) in effects.iter().filter(|(reference, _)| with.include.contains(reference)) {
                for (closing, change) in closings.iter_mut().zip(effect) {
                    *closing += *change;
                }
            }
            prop_assert_eq!(closings, expected(&facts, &with, 12).iter().map(|row| row.closing).collect::<Vec<Ore>>());
        }

        #[test]
        fn f5_what_is_in_the_plan_and_what_is_not_add_up(facts in any_facts(), what_if in any_overlay()) {
            // Every project's column, and the facts without any of them, make the whole.
            let horizon = Horizon::new(facts.today, 12);
            let rows = expected(&facts, &what_if, 12);
            let bare = Facts { projects: vec![], candidates: vec![], ..facts.clone() };
            let mut closings: Vec<Ore> = expected(&bare, &what_if, 12).iter().map(|row| row.closing).collect();
            for (project, adoption, included) in plan(&facts, &what_if) {
                let column = Column::of(project, &adoption, included, &horizon);
                let paid: Ore = column.flows.iter().map(|flow| flow.disbursements).sum();
                let planned: Ore = project.instalments.iter().map(|instalment| instalment.amount).sum();
                prop_assert_eq!(paid + column.outstanding[11], planned);
                prop_assert!(column.flows.iter().all(|flow| !flow.repayments.is_negative()));
                let back: Ore = column.flows.iter().map(|flow| flow.repayments).sum();
                prop_assert!(project.charged + back <= project.cost);
                if included {
                    for (closing, net) in closings.iter_mut().zip(&column.net) {
                        *closing += *net;
                    }
                }
            }
            prop_assert_eq!(closings, rows.iter().map(|row| row.closing).collect::<Vec<Ore>>());
        }
    }
}
