//! How a solution pays the fund back (R1–R4): who has taken it into use, what each adopter owes, has paid and gets back.
//! What each is to bear of the cost is worked out in [`shares`]; a charge is a claim and moves no money.

mod recovery;
mod shares;

pub use recovery::recovery;
pub use shares::{Due, cut, price, shared};

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::money::Ore;
use super::participant::{Number, Participant};
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

/// The reference on a charge, by which it is paid: `K-0017`. Numbered through the fund without regard to solutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Invoice(i64);

impl Invoice {
    #[must_use]
    pub fn new(number: i64) -> Invoice {
        Invoice(number)
    }

    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Invoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "K-{:04}", self.0)
    }
}

impl FromStr for Invoice {
    type Err = Refusal;

    /// Reads `K-0017` as it is printed, or its number alone.
    fn from_str(text: &str) -> Result<Invoice, Refusal> {
        let text = text.trim();
        let digits = text
            .strip_prefix(['K', 'k'])
            .map_or(text, |rest| rest.strip_prefix('-').unwrap_or(rest));
        let plain = (1..=12).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let number = plain.then(|| digits.parse().ok()).flatten();
        number
            .filter(|number| *number > 0)
            .map(Invoice)
            .ok_or_else(|| refuse("invoice-invalid").rule("R4").with("value", text))
    }
}

/// R4: what an adopter is asked for, and what has become of it by a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    pub invoice: Invoice,
    pub reference: Ref,
    pub number: Number,
    /// The settlement that it comes of (R1); none under a price list (R2).
    pub settlement: Option<i64>,
    /// Those registered when it was issued.
    pub inhabitants: u32,
    pub amount: Ore,
    pub issued_on: Date,
    pub due_on: Date,
    /// What it has been lowered by since.
    pub credited: Ore,
    pub paid: Ore,
    pub reminders: i64,
    pub reminded_on: Option<Date>,
}

impl Charge {
    /// What is asked for, less what was credited.
    #[must_use]
    pub fn net(&self) -> Ore {
        self.amount - self.credited
    }

    /// What is still to be paid.
    #[must_use]
    pub fn open(&self) -> Ore {
        self.net() - self.paid
    }

    #[must_use]
    pub fn standing(&self, today: Date) -> ChargeStanding {
        match self.open() {
            open if open.is_positive() && today > self.due_on => ChargeStanding::Overdue,
            open if !open.is_positive() && self.net().is_zero() => ChargeStanding::Credited,
            open if !open.is_positive() => ChargeStanding::Paid,
            _ if self.paid.is_positive() => ChargeStanding::PartlyPaid,
            _ => ChargeStanding::Open,
        }
    }
}

/// How far a charge has come on a date (R4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChargeStanding {
    Overdue,
    PartlyPaid,
    Open,
    Paid,
    /// All of it was credited.
    Credited,
}

impl ChargeStanding {
    /// The word in machine output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ChargeStanding::Overdue => "overdue",
            ChargeStanding::PartlyPaid => "partly_paid",
            ChargeStanding::Open => "open",
            ChargeStanding::Paid => "paid",
            ChargeStanding::Credited => "credited",
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            ChargeStanding::Overdue => "charge-overdue",
            ChargeStanding::PartlyPaid => "charge-partly-paid",
            ChargeStanding::Open => "charge-open",
            ChargeStanding::Paid => "charge-paid",
            ChargeStanding::Credited => "charge-credited",
        }
    }
}

/// F2: when a charge that is issued on a day is due.
#[must_use]
pub fn due_on(issued_on: Date, payment_days: u32) -> Date {
    issued_on.saturating_add(i64::from(payment_days).days())
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
    /// Brings down what is outstanding.
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
/// still owes the fund; what comes in beyond it reverses a loss, and what was too much is owed back.
#[must_use]
pub fn receive(amount: Ore, open: Ore, outstanding: Ore) -> Receipt {
    let paid = amount.min(open.max(Ore::ZERO));
    let against = paid.min(outstanding.max(Ore::ZERO));
    Receipt {
        outstanding: against,
        recovered: paid - against,
        owed: amount - paid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn charge(number: i64, amount: i64, credited: i64, paid: i64) -> Charge {
        Charge {
            invoice: Invoice::new(number),
            reference: Ref::new(2018, 1),
            number: Number::parse("0101").unwrap(),
            settlement: None,
            inhabitants: 1,
            amount: Ore::new(amount),
            issued_on: date(2018, 9, 30),
            due_on: due_on(date(2018, 9, 30), 30),
            credited: Ore::new(credited),
            paid: Ore::new(paid),
            reminders: 0,
            reminded_on: None,
        }
    }

    #[test]
    fn r4_an_invoice_is_read_as_it_is_printed_or_by_its_number() {
        let invoice = Invoice::new(17);
        assert_eq!(invoice.to_string(), "K-0017");
        for text in ["K-0017", "k-17", "K17", "17", " 0017 "] {
            assert_eq!(text.parse(), Ok(invoice), "{text}");
        }
        for bad in ["", "K-", "0", "K-0", "-17", "K--17", "17a", "1234567890123"] {
            assert!(bad.parse::<Invoice>().is_err(), "{bad}");
        }
    }

    #[test]
    fn r4_a_charge_is_overdue_the_day_after_it_is_due_as_long_as_something_is_unpaid() {
        let due = date(2018, 10, 30);
        let next = date(2018, 10, 31);
        for (charge, on_time, late) in [
            (
                charge(1, 100, 0, 0),
                ChargeStanding::Open,
                ChargeStanding::Overdue,
            ),
            (
                charge(1, 100, 0, 1),
                ChargeStanding::PartlyPaid,
                ChargeStanding::Overdue,
            ),
            (charge(1, 100, 0, 100), ChargeStanding::Paid, ChargeStanding::Paid),
            (charge(1, 100, 60, 40), ChargeStanding::Paid, ChargeStanding::Paid),
            (
                charge(1, 100, 100, 0),
                ChargeStanding::Credited,
                ChargeStanding::Credited,
            ),
        ] {
            assert_eq!((charge.standing(due), charge.standing(next)), (on_time, late));
        }
    }

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
            let receipt = receive(Ore::new(amount), Ore::new(open), Ore::new(outstanding));
            (
                receipt.outstanding.ore(),
                receipt.recovered.ore(),
                receipt.owed.ore(),
            )
        };
        assert_eq!(parts(40, 100, 500), (40, 0, 0));
        assert_eq!(parts(120, 100, 500), (100, 0, 20));
        assert_eq!(parts(100, 100, 70), (70, 30, 0));
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
