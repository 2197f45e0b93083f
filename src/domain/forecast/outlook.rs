//! A choice of projects on top of an [`Engine`]: the expected path and the bands of exactly these. Taking a project in or
//! out adds or subtracts its columns.

use std::sync::Arc;

use super::engine::Engine;
use super::expected::{Course, Row, lowest};
use super::free::free_cash_flow;
use super::quantiles::{Band, SamplingError, band, band_error, certain, probability_error};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// The capital over time with some projects in the plan.
#[derive(Clone, Debug)]
pub struct Outlook {
    engine: Arc<Engine>,
    /// Beside the engine's columns.
    included: Vec<bool>,
    course: Course,
    /// The sum of the included projects' deviations, in kroner; quarter by quarter, and within it path by path.
    deviations: Vec<i64>,
    reserve: Ore,
    rows: Vec<Row>,
    bands: Vec<Band>,
}

impl Outlook {
    /// As the facts and the what-if have it: all committed projects but the excluded, and the included candidates.
    #[must_use]
    pub fn new(engine: Arc<Engine>) -> Outlook {
        let mut outlook = Outlook {
            included: vec![false; engine.columns.len()],
            course: engine.known.clone(),
            deviations: vec![0; engine.horizon.len() * engine.paths],
            reserve: engine.reserve,
            rows: Vec::new(),
            bands: Vec::new(),
            engine,
        };
        for at in 0..outlook.included.len() {
            outlook.put(at, outlook.engine.columns[at].included);
        }
        outlook.recompute();
        outlook
    }

    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Takes a project in or out. A project that isn't there changes nothing.
    pub fn toggle(&mut self, reference: Ref, included: bool) {
        self.choose([(reference, included)]);
    }

    /// Takes several projects in or out; the figures are worked out once.
    pub fn choose(&mut self, choice: impl IntoIterator<Item = (Ref, bool)>) {
        let mut changed = false;
        for (reference, included) in choice {
            if let Some(at) = self.engine.place(reference) {
                changed |= self.put(at, included);
            }
        }
        if changed {
            self.recompute();
        }
    }

    /// Whether a project is in the plan.
    #[must_use]
    pub fn includes(&self, reference: Ref) -> bool {
        self.engine.place(reference).is_some_and(|at| self.included[at])
    }

    #[must_use]
    pub fn reserve(&self) -> Ore {
        self.reserve
    }

    /// F1: the expected path.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// F4: beside the rows.
    #[must_use]
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// The first of the quarters with the lowest expected closing.
    #[must_use]
    pub fn lowest(&self) -> Option<&Row> {
        lowest(&self.rows)
    }

    /// K2, on the expected path.
    #[must_use]
    pub fn free_cash_flow(&self) -> Ore {
        let closings: Vec<Ore> = self.rows.iter().map(|row| row.closing).collect();
        free_cash_flow(&closings, self.reserve, &self.engine.profile, self.engine.today())
    }

    /// F4: how far the bands may be from those of endlessly many paths.
    #[must_use]
    pub fn sampling_error(&self) -> SamplingError {
        let mut sampled = self.deviations.clone();
        let quarters = sampled.chunks_mut(self.engine.paths);
        SamplingError {
            band: quarters.map(band_error).max().unwrap_or_default(),
            probability: probability_error(self.engine.paths),
        }
    }

    /// The lowest closing of each quarter on any of the sampled paths.
    #[cfg(test)]
    pub(super) fn lowest_sampled(&self) -> Vec<Ore> {
        let quarters = self.rows.iter().zip(self.deviations.chunks(self.engine.paths));
        let lowest = quarters.map(|(row, paths)| {
            let lowest = paths.iter().min().copied().unwrap_or(0);
            row.closing + Ore::kroner(lowest)
        });
        lowest.collect()
    }

    /// Puts a column in or out of the sums; says whether that changed anything.
    fn put(&mut self, at: usize, included: bool) -> bool {
        if self.included[at] == included {
            return false;
        }
        self.included[at] = included;
        let column = &self.engine.columns[at];
        if included {
            self.course.take_in(column);
        } else {
            self.course.take_out(column);
        }
        match self.engine.deviations(at) {
            Some(deviations) if included => deviations.add_to(&mut self.deviations),
            Some(deviations) => deviations.take_from(&mut self.deviations),
            None => {}
        }
        true
    }

    /// Works rows and bands out of the sums.
    fn recompute(&mut self) {
        self.rows = self.course.rows(self.engine.opening, &self.engine.horizon);
        let mut scratch = vec![0; self.engine.paths];
        let quarters = self.rows.iter().zip(self.deviations.chunks(self.engine.paths));
        let bands = quarters.map(|(row, deviations)| {
            if deviations.iter().all(|deviation| *deviation == 0) {
                return certain(row.closing, self.reserve);
            }
            scratch.copy_from_slice(deviations);
            band(row.closing, &mut scratch, self.reserve)
        });
        self.bands = bands.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::super::{DEFAULT_PATHS, Facts, Project, Settings, WhatIf, expected};
    use super::*;
    use crate::domain::proposal::Spread;
    use proptest::prelude::*;
    use rust_decimal::Decimal;
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    #[test]
    fn f4_without_spread_the_bands_are_the_closing() {
        let certain = Project {
            uptake: Spread::certain(cents(60)),
            delay: Spread::certain(Decimal::ZERO),
            ..project(1)
        };
        let facts = Facts {
            reserve: Ore::kroner(25_000_000),
            ..fund(vec![certain], vec![])
        };
        let outlook = outlook(&facts, &WhatIf::default(), settings(100, 1));
        for (row, band) in outlook.rows().iter().zip(outlook.bands()) {
            assert_eq!([band.p10, band.p50, band.p90], [row.closing; 3]);
            assert_eq!(
                band.p_below_reserve,
                Decimal::from(u8::from(row.closing < facts.reserve))
            );
        }
        assert_eq!(outlook.sampling_error().band, Ore::ZERO);
        assert!(outlook.rows().iter().any(|row| row.closing < facts.reserve));
    }

    #[test]
    fn f4_the_bands_open_where_something_is_uncertain_and_another_seed_moves_them_within_the_stated_error() {
        let facts = fund((1..=5).map(project).chain([live(6)]).collect(), vec![]);
        let of = |seed| {
            let settings = Settings {
                seed,
                ..settings(DEFAULT_PATHS, 1)
            };
            outlook(&facts, &WhatIf::default(), settings)
        };
        let (one, other) = (of(1), of(2));
        assert_ne!(one.bands(), other.bands());
        let last = one.bands()[39];
        assert!(last.p10 < last.p50 && last.p50 < last.p90);
        let error = one.sampling_error();
        assert!(error.band.is_positive() && error.band < last.p90 - last.p10);
        assert_eq!(error.probability, Decimal::new(220, 4));
        // Two estimates, each within its error of the truth but for one time in twenty; here over forty quarters.
        for (band, again) in one.bands().iter().zip(other.bands()) {
            assert!((band.p10.ore() - again.p10.ore()).abs() <= 2 * error.band.ore());
            assert!((band.p90.ore() - again.p90.ore()).abs() <= 2 * error.band.ore());
        }
    }

    #[test]
    fn f4_the_same_seed_gives_the_same_bands_on_any_number_of_threads() {
        let facts = fund((1..=7).map(project).collect(), (8..=9).map(live).collect());
        let figures = |threads| {
            let engine = Engine::new(&facts, &WhatIf::default(), settings(300, threads));
            let mut outlook = Outlook::new(Arc::new(engine));
            let planned = outlook.bands().to_vec();
            // What is drawn late comes out as if it had been drawn with the others.
            outlook.choose((8..=9).map(|number| (Ref::new(2018, number), true)));
            (planned, outlook.bands().to_vec())
        };
        let one = figures(1);
        assert_ne!(one.0, one.1);
        for threads in [2, 3, 16] {
            assert_eq!(one, figures(threads));
        }
    }

    #[test]
    fn f4_who_waits_hears_of_how_many_projects_the_samples_are_drawn() {
        let facts = fund((1..=7).map(project).collect(), vec![live(8)]);
        for threads in [1, 2, 16] {
            let heard = RefCell::new(Vec::new());
            let hear = |done, of| heard.borrow_mut().push((done, of));
            let _engine = Engine::with_progress(&facts, &WhatIf::default(), settings(10, threads), &hear);
            let heard = heard.into_inner();
            assert!(heard.is_sorted() && heard.iter().all(|(done, of)| done <= of && *of == 7));
            assert_eq!(heard.last(), Some(&(7, 7)));
            // How many are left to this thread is not said when there are others.
            assert!(threads > 1 || heard.len() == 8, "{heard:?}");
        }
    }

    #[test]
    fn f5_taking_a_project_in_and_out_is_the_same_as_a_new_forecast_without_or_with_it() {
        let facts = fund(vec![project(1), live(2)], vec![project(3)]);
        let [out, candidate] = [2, 3].map(|number| Ref::new(2018, number));
        let what_if = WhatIf {
            include: BTreeSet::from([candidate]),
            exclude: BTreeSet::from([out]),
            ..WhatIf::default()
        };
        let figures = |outlook: &Outlook| {
            (
                outlook.rows().to_vec(),
                outlook.bands().to_vec(),
                outlook.free_cash_flow(),
            )
        };
        let plain = figures(&outlook(&facts, &WhatIf::default(), settings(200, 1)));
        let anew = figures(&outlook(&facts, &what_if, settings(200, 1)));
        let alone = fund(vec![project(1), project(3)], vec![]);
        assert_eq!(
            anew,
            figures(&outlook(&alone, &WhatIf::default(), settings(200, 1)))
        );
        let mut toggled = outlook(&facts, &WhatIf::default(), settings(200, 1));
        toggled.toggle(candidate, true);
        toggled.toggle(out, false);
        assert_eq!(figures(&toggled), anew);
        assert!(toggled.includes(candidate) && !toggled.includes(out));
        toggled.toggle(Ref::new(2018, 99), true);
        toggled.choose([(candidate, false), (out, true)]);
        assert_eq!(figures(&toggled), plain);
    }

    #[test]
    fn f5_a_saved_forecast_reads_back_as_it_was() {
        let outlook = outlook(
            &fund(vec![project(1)], vec![]),
            &WhatIf::default(),
            settings(50, 1),
        );
        let row = outlook.rows()[0];
        let json = serde_json::to_value(row).unwrap();
        assert_eq!(json["quarter"], "2018-Q2");
        assert_eq!(json["closing_ore"], row.closing.ore());
        assert_eq!(json["disbursements_ore"], row.flows.disbursements.ore());
        let saved = serde_json::to_string(&(outlook.rows(), outlook.bands())).unwrap();
        let read: (Vec<Row>, Vec<Band>) = serde_json::from_str(&saved).unwrap();
        assert_eq!(
            (read.0.as_slice(), read.1.as_slice()),
            (outlook.rows(), outlook.bands())
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn f4_a_choice_of_projects_has_the_figures_of_a_forecast_of_these_alone(
            facts in any_facts(), what_if in any_overlay(), other in any_overlay(),
        ) {
            let chosen = WhatIf { include: other.include.clone(), exclude: other.exclude.clone(), ..what_if.clone() };
            let mut toggled = outlook(&facts, &what_if, settings(40, 1));
            let choice = toggled.engine().projects().collect::<Vec<Ref>>().into_iter();
            toggled.choose(choice.map(|reference| {
                let committed = facts.projects.iter().any(|project| project.reference == reference);
                let taken = committed && !chosen.exclude.contains(&reference);
                (reference, taken || chosen.include.contains(&reference))
            }));
            let anew = outlook(&facts, &chosen, settings(40, 2));
            prop_assert_eq!(toggled.rows(), anew.rows());
            prop_assert_eq!(toggled.bands(), anew.bands());
            prop_assert_eq!(toggled.rows(), expected(&facts, &chosen, 40));
            prop_assert!(anew.bands().iter().all(|band| band.p10 <= band.p50 && band.p50 <= band.p90));
        }
    }
}
