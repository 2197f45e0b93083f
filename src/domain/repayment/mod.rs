//! How a solution pays the fund back (R1–R4): who has taken it into use, what each adopter owes, has paid and gets back.
//! What each is to bear of the cost is worked out in [`shares`]; a charge is a claim and moves no money.

mod adopting;
mod charge;
mod recovery;
mod shares;

pub use adopting::may_adopt;
pub use charge::{Charge, ChargeStanding, Invoice, due_on};
pub use recovery::recovery;
pub use shares::{Due, cut, price, shared};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::money::Ore;
use super::participant::Participant;
use super::proposal::{PriceModel, Ref, Spread};
use super::refusal::{Refusal, refuse};

/// A solution that is live: what is fixed on the day that it goes live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    pub reference: Ref,
    pub live_on: Date,
    pub price_model: PriceModel,
    /// R1: the planned base, in inhabitants.
    pub base: Decimal,
}

/// R1: most likely uptake (a share, 0–1) × inhabitants of those with access that the solution is for.
#[must_use]
pub fn planned_base(uptake: Spread, inhabitants: u64) -> Decimal {
    // A share of at most one, with at most eleven decimals, of fewer people than live on Earth: exact.
    uptake.likely * Decimal::from(inhabitants)
}

/// Who has taken a solution into use, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    pub participant: Participant,
    pub adopted_on: Date,
}

/// R1: nobody is paid back more than is owed, and nothing where nothing is.
///
/// # Errors
/// `refund-above-owed`.
pub fn check_refund(name: &str, reference: Ref, amount: Ore, owed: Ore) -> Result<(), Refusal> {
    if owed.is_positive() && amount <= owed {
        return Ok(());
    }
    let refusal = refuse("refund-above-owed").rule("R1").with("name", name);
    Err(refusal.with("ref", reference).with("owed", owed))
}

/// What follows when an adopter's share has been worked out anew (R1, R2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjustment {
    Nothing,
    /// The share is higher than what was charged: the rest is charged.
    Charge(Ore),
    /// It is lower: each charge is lowered by so much.
    Credit(Vec<CreditLine>),
}

/// A part of a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CreditLine {
    pub invoice: Invoice,
    /// Taken off what is unpaid.
    pub unpaid: Ore,
    /// Paid already, and so owed back.
    pub refund: Ore,
}

/// R1: deducts what an adopter has been charged before from its share. What was charged too much is credited: first
/// against unpaid charges, then as a refund, oldest charge first.
#[must_use]
pub fn adjust(share: Ore, charges: &[Charge]) -> Adjustment {
    let before: Ore = charges.iter().map(Charge::net).sum();
    let more = share - before;
    if more.is_positive() {
        return Adjustment::Charge(more);
    }
    let mut left = -more;
    let mut lines: Vec<CreditLine> = Vec::new();
    let mut take = |invoice: Invoice, most: Ore, refund: bool| {
        let part = left.min(most);
        if !part.is_positive() {
            return;
        }
        left -= part;
        let at = lines.iter().position(|line| line.invoice == invoice);
        let at = at.unwrap_or_else(|| {
            lines.push(CreditLine {
                invoice,
                unpaid: Ore::ZERO,
                refund: Ore::ZERO,
            });
            lines.len() - 1
        });
        let part_of = if refund {
            &mut lines[at].refund
        } else {
            &mut lines[at].unpaid
        };
        *part_of += part;
    };
    for charge in charges {
        take(charge.invoice, charge.open(), false);
    }
    for charge in charges {
        take(charge.invoice, charge.paid, true);
    }
    if lines.is_empty() {
        Adjustment::Nothing
    } else {
        Adjustment::Credit(lines)
    }
}

/// What a payment from an adopter is, account by account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Brings down what is outstanding, below zero where it is received in advance (R2).
    pub outstanding: Ore,
    /// Beyond what is outstanding: it reverses a loss.
    pub recovered: Ore,
    /// More than was asked for: owed back.
    pub owed: Ore,
}

impl Receipt {
    /// How much of the charge it pays.
    #[must_use]
    pub fn paid(self) -> Ore {
        self.outstanding + self.recovered
    }
}

/// R4, section 6: parts a payment of `amount` on a charge of which `open` is unpaid. `outstanding` is what the project
/// still owes the fund and `lost` what was lost on it: what comes in beyond the one reverses the other, what comes in beyond
/// both is received in advance of what will still be paid out (R2), and what was too much is owed back.
#[must_use]
pub fn receive(amount: Ore, open: Ore, outstanding: Ore, lost: Ore) -> Receipt {
    let paid = amount.min(open.max(Ore::ZERO));
    let against = paid.min(outstanding.max(Ore::ZERO));
    let recovered = (paid - against).min(lost.max(Ore::ZERO));
    Receipt {
        outstanding: paid - recovered,
        recovered,
        owed: amount - paid,
    }
}

#[cfg(test)]
mod tests {
    use super::charge::tests::charge;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn r1_what_was_charged_before_is_deducted_and_credits_take_the_unpaid_first() {
        let charges = [charge(1, 100, 0, 100), charge(2, 50, 0, 20)];
        let share = |ore| adjust(Ore::new(ore), &charges);
        let line = |invoice, unpaid, refund| CreditLine {
            invoice: Invoice::new(invoice),
            unpaid: Ore::new(unpaid),
            refund: Ore::new(refund),
        };
        assert_eq!(share(150), Adjustment::Nothing);
        assert_eq!(share(151), Adjustment::Charge(Ore::new(1)));
        assert_eq!(share(130), Adjustment::Credit(vec![line(2, 20, 0)]));
        assert_eq!(
            share(110),
            Adjustment::Credit(vec![line(2, 30, 0), line(1, 0, 10)])
        );
        assert_eq!(
            share(0),
            Adjustment::Credit(vec![line(2, 30, 20), line(1, 0, 100)])
        );
    }

    #[test]
    fn r4_a_payment_brings_down_what_is_outstanding_then_a_loss_and_the_rest_is_owed_back() {
        let parts = |amount, open, outstanding| {
            let receipt = receive(
                Ore::new(amount),
                Ore::new(open),
                Ore::new(outstanding),
                Ore::new(30),
            );
            (
                receipt.outstanding.ore(),
                receipt.recovered.ore(),
                receipt.owed.ore(),
            )
        };
        assert_eq!(parts(40, 100, 500), (40, 0, 0));
        assert_eq!(parts(120, 100, 500), (100, 0, 20));
        assert_eq!(parts(100, 100, 70), (70, 30, 0));
        // R2: the rest is received in advance.
        assert_eq!(parts(100, 100, 50), (70, 30, 0));
        assert_eq!(parts(100, 100, -5), (70, 30, 0));
        assert_eq!(parts(10, 0, 500), (0, 0, 10));
    }

    proptest! {
        #[test]
        fn r1_a_credit_takes_the_charges_down_to_the_share_and_never_below_zero(
            given in proptest::collection::vec((1i64..1000, 0i64..100, 0i64..100), 1..6), percent in 0i64..100,
        ) {
            let charges: Vec<Charge> = (1..).zip(&given).map(|(number, (amount, credited, paid))| {
                let credited = amount * credited / 100;
                charge(number, *amount, credited, (amount - credited) * paid / 100)
            }).collect();
            let before: Ore = charges.iter().map(Charge::net).sum();
            let share = Ore::new(before.ore() * percent / 100);
            let mut after = Ore::ZERO;
            let lines = match adjust(share, &charges) {
                Adjustment::Credit(lines) => lines,
                Adjustment::Nothing => Vec::new(),
                Adjustment::Charge(_) => return Err(TestCaseError::fail("charged more for a lower share")),
            };
            let unpaid: Ore = charges.iter().map(Charge::open).sum();
            let refunded: Ore = lines.iter().map(|line| line.refund).sum();
            prop_assert!(refunded.is_zero() || lines.iter().map(|line| line.unpaid).sum::<Ore>() == unpaid);
            for charge in &charges {
                let line = lines.iter().find(|line| line.invoice == charge.invoice);
                let (off, back) = line.map_or((Ore::ZERO, Ore::ZERO), |line| (line.unpaid, line.refund));
                prop_assert!(off <= charge.open() && back <= charge.paid);
                after += charge.net() - off - back;
            }
            prop_assert_eq!(after, share);
        }
    }
}
