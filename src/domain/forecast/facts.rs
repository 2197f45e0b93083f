//! What a forecast starts from: what is in the bank and in the books, what is known to come and go, and what every
//! project is expected to bring back. Gathered by others; nothing here is a guess.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::flow::{Due, Flows};
use super::participation::Participation;
use crate::domain::commitment::{Instalment, standard_plan};
use crate::domain::money::Ore;
use crate::domain::proposal::{Bass, Ref, Spread};

/// F3: what adopters would pay together if all took a solution into use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prices {
    /// R1: a price is cost × inhabitants / planned base.
    Shared {
        /// Of those with access that the solution is for.
        inhabitants: u64,
        /// Of the undecided that it is for; they have access when they have joined (F5).
        undecided: u64,
        /// In inhabitants, fixed at go-live. `None` before it: most likely uptake × inhabitants.
        base: Option<Decimal>,
    },
    /// R2: Σ prices by the list.
    List {
        /// For those with access that the solution is for.
        sum: Ore,
        /// For the undecided that it is for.
        undecided: Ore,
    },
}

/// A project that money is committed to, or one as it would be if it were.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    pub reference: Ref,
    /// K4: what is still to be paid out.
    pub instalments: Vec<Instalment>,
    /// F3: what is paid out and what is still to be paid out.
    pub cost: Ore,
    /// F3's A: charged to date, net of credits.
    pub charged: Ore,
    /// The go-live that is recorded.
    pub live_on: Option<Date>,
    /// The go-live that is planned. With neither, no adoption is expected.
    pub go_live: Option<Date>,
    /// F4: final uptake, share 0–1.
    pub uptake: Spread,
    /// F4: delay of go-live, in quarters.
    pub delay: Spread,
    pub prices: Prices,
    pub bass: Bass,
}

/// Everything that a forecast is a function of, apart from the what-if and the seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub today: Date,
    /// In the bank at the end of the day before the current quarter (F1).
    pub opening: Ore,
    /// Posted from the first day of the current quarter to today.
    pub posted: Flows,
    /// Posted before the current quarter.
    pub past: Flows,
    pub due: Vec<Due>,
    /// All committed proposals (F3).
    pub projects: Vec<Project>,
    /// Undecided proposals, as they would be if committed today; a what-if may take them in (F5).
    pub candidates: Vec<Project>,
    /// The balance that commitments must leave untouched.
    pub reserve: Ore,
    /// K2, K4: shares of a commitment paid out by quarter.
    pub profile: Vec<Decimal>,
    /// What the undecided could bring; `None` when nobody is undecided.
    pub participation: Option<Participation>,
}

impl Facts {
    /// F5: the undecided proposals as they would be with other sums than they ask for, paid out by the standard profile.
    pub fn try_sums(&mut self, sums: &BTreeMap<Ref, Ore>) {
        for project in &mut self.candidates {
            if let Some(sum) = sums.get(&project.reference) {
                project.cost = *sum;
                project.instalments = standard_plan(*sum, &self.profile, self.today);
            }
        }
    }

    /// A fund on a day with nothing in it: no money, no projects, reserve 0, everything paid out at once.
    #[must_use]
    pub fn empty(today: Date) -> Facts {
        Facts {
            today,
            opening: Ore::ZERO,
            posted: Flows::default(),
            past: Flows::default(),
            due: Vec::new(),
            projects: Vec::new(),
            candidates: Vec::new(),
            reserve: Ore::ZERO,
            profile: vec![Decimal::ONE],
            participation: None,
        }
    }
}
