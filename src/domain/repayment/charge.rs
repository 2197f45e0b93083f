//! R4: the claim on an adopter, its reference and how far it has come.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::money::Ore;
use crate::domain::named::named;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, Value, refuse};

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

impl From<Invoice> for Value {
    fn from(invoice: Invoice) -> Value {
        Value::Text(invoice.to_string())
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

    /// R4: only what is overdue is reminded of.
    ///
    /// # Errors
    /// `remind-paid`, `remind-not-overdue` with the due date.
    pub fn check_overdue(&self, today: Date) -> Result<(), Refusal> {
        let code = match self.standing(today) {
            ChargeStanding::Overdue => return Ok(()),
            ChargeStanding::Paid | ChargeStanding::Credited => "remind-paid",
            ChargeStanding::PartlyPaid | ChargeStanding::Open => "remind-not-overdue",
        };
        let refusal = refuse(code).rule("R4");
        Err(refusal.with("invoice", self.invoice).with("due", self.due_on))
    }
}

named! {
    /// How far a charge has come on a date (R4).
    #[derive(PartialOrd, Ord)]
    #[strum(serialize_all = "snake_case", prefix = "charge-")]
    pub enum ChargeStanding {
        Overdue,
        PartlyPaid,
        Open,
        Paid,
        /// All of it was credited.
        Credited,
    }
}

/// F2: when a charge that is issued on a day is due.
#[must_use]
pub fn due_on(issued_on: Date, payment_days: u32) -> Date {
    issued_on.saturating_add(i64::from(payment_days).days())
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;

    use super::*;

    pub(crate) fn charge(number: i64, amount: i64, credited: i64, paid: i64) -> Charge {
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
}
