//! What moves the bank: the columns of F1, and amounts that are known to come or go on a day (F2).

use std::ops::{Add, AddAssign, Sub};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::ledger::{Account, Event, Source};
use crate::domain::money::Ore;

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
            // C8: what is over of a contribution comes and goes as one.
            Account::Refunds
                if matches!(
                    event,
                    Event::Contribution | Event::ContributionRefund | Event::Other
                ) =>
            {
                (Flow::Contributions, -1)
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
