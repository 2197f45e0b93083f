//! What a forecast starts from: what is in the bank and in the books, what is known to come and go, and what every
//! project is expected to bring back. Gathered by others; nothing here is a guess.

use std::ops::{Add, AddAssign, Sub};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::participation::Participation;
use crate::domain::commitment::Instalment;
use crate::domain::ledger::{Account, Event, Source};
use crate::domain::money::Ore;
use crate::domain::proposal::{Bass, Ref, Spread};

/// The columns of F1, apart from opening and closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// From members and KS.
    Contributions,
    State,
    /// What adopters pay, less what they get back.
    Repayments,
    /// Other income.
    Other,
    Disbursements,
    Costs,
}

impl Flow {
    /// The column that a posting belongs in, and the sign with which it counts there; `None` for the bank itself. What was
    /// there before the books began counts as it would have then: an opening balance of a project as paid out to it.
    #[must_use]
    pub fn of_posting(event: Event, account: Account) -> Option<(Flow, i8)> {
        Some(match account {
            Account::Bank => return None,
            Account::Contributions(Source::State) => (Flow::State, -1),
            Account::Contributions(_) => (Flow::Contributions, -1),
            Account::OtherIncome => (Flow::Other, -1),
            Account::Costs => (Flow::Costs, 1),
            Account::Outstanding(_) if matches!(event, Event::Disbursement | Event::Opening) => {
                (Flow::Disbursements, 1)
            }
            Account::Outstanding(_) | Account::Losses(_) | Account::Refunds => (Flow::Repayments, -1),
        })
    }
}

/// An amount for each column of F1. All are positive as a rule; a refund is a negative repayment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flows {
    #[serde(rename = "contributions_ore")]
    pub contributions: Ore,
    #[serde(rename = "state_ore")]
    pub state: Ore,
    #[serde(rename = "repayments_ore")]
    pub repayments: Ore,
    #[serde(rename = "other_ore")]
    pub other: Ore,
    #[serde(rename = "disbursements_ore")]
    pub disbursements: Ore,
    #[serde(rename = "costs_ore")]
    pub costs: Ore,
}

impl Flows {
    /// What the flows do to the bank: what comes in less what goes out (F1).
    #[must_use]
    pub fn net(self) -> Ore {
        self.contributions + self.state + self.repayments + self.other - self.disbursements - self.costs
    }

    /// Puts an amount in its column.
    pub fn add(&mut self, flow: Flow, amount: Ore) {
        let column = match flow {
            Flow::Contributions => &mut self.contributions,
            Flow::State => &mut self.state,
            Flow::Repayments => &mut self.repayments,
            Flow::Other => &mut self.other,
            Flow::Disbursements => &mut self.disbursements,
            Flow::Costs => &mut self.costs,
        };
        *column += amount;
    }
}

impl Add for Flows {
    type Output = Flows;
    fn add(self, more: Flows) -> Flows {
        Flows {
            contributions: self.contributions + more.contributions,
            state: self.state + more.state,
            repayments: self.repayments + more.repayments,
            other: self.other + more.other,
            disbursements: self.disbursements + more.disbursements,
            costs: self.costs + more.costs,
        }
    }
}
impl Sub for Flows {
    type Output = Flows;
    fn sub(self, less: Flows) -> Flows {
        Flows {
            contributions: self.contributions - less.contributions,
            state: self.state - less.state,
            repayments: self.repayments - less.repayments,
            other: self.other - less.other,
            disbursements: self.disbursements - less.disbursements,
            costs: self.costs - less.costs,
        }
    }
}
impl AddAssign for Flows {
    fn add_assign(&mut self, more: Flows) {
        *self = *self + more;
    }
}

/// F2: an amount that is known to come or go on a day. What is overdue falls in the current quarter. An owed refund is
/// a negative repayment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub on: Date,
    pub flow: Flow,
    pub amount: Ore,
}

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
