//! What a participant gives the fund, as it stands on a day: what is asked for, waived, paid, and received beyond that (C4,
//! C6, C8).

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::money::Ore;
use super::named::named;
use super::participant::Answer;
use super::refusal::{Refusal, refuse};
use super::scheme::Scheme;

/// A contribution on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// The answer that counts; `None` before there is any.
    pub joins: Option<bool>,
    /// What the last yes promised; zero before there is any.
    pub asked: Ore,
    /// What KS has waived of it.
    pub waived: Ore,
    /// Received, less what is over.
    pub paid: Ore,
    /// Received beyond what was asked for: owed back.
    pub over: Ore,
}

impl Contribution {
    /// What is asked for, less what was waived. Where that would be the whole, nothing is waived (C8).
    #[must_use]
    pub fn due(&self) -> Ore {
        if self.waived < self.asked {
            self.asked - self.waived
        } else {
            self.asked
        }
    }

    /// C6: who has paid in full keeps access, whatever it says later.
    fn paid_in_full(&self) -> bool {
        let given = self.joins == Some(true) || self.paid.is_positive();
        given && self.joins.is_some() && self.paid >= self.due()
    }

    /// C6: what is promised, never below what is paid.
    #[must_use]
    pub fn promised(&self) -> Ore {
        match self.joins {
            Some(true) => self.due().max(self.paid),
            Some(false) | None => self.paid,
        }
    }

    /// What is promised and not paid.
    #[must_use]
    pub fn rest(&self) -> Ore {
        self.promised() - self.paid
    }

    /// C6: what could come: what is promised, or what a yes would promise now (`by_now`).
    #[must_use]
    pub fn potential(&self, by_now: Ore) -> Ore {
        if self.joins == Some(true) || self.paid_in_full() {
            self.promised()
        } else {
            by_now.max(self.paid)
        }
    }

    /// C8: what is owed back of what has been received, whatever is booked as such.
    #[must_use]
    pub fn excess(&self) -> Ore {
        (self.paid + self.over - self.due()).max(Ore::ZERO)
    }

    /// C8: a part of a rest may be waived, never the whole contribution.
    ///
    /// # Errors
    /// `waive-too-much` with the rest, `waive-the-whole`.
    pub fn check_waiver(&self, name: &str, amount: Ore) -> Result<(), Refusal> {
        let rest = self.rest();
        if amount > rest {
            let refusal = refuse("waive-too-much").rule("C8").with("name", name);
            return Err(refusal.with("rest", rest));
        }
        if self.waived + amount >= self.asked {
            return Err(refuse("waive-the-whole").rule("C8").with("name", name));
        }
        Ok(())
    }

    /// C8: nor is the whole waived when a yes asks for less than before.
    ///
    /// # Errors
    /// `answer-below-waived` with what is waived.
    pub fn check_asked(&self, name: &str, amount: Ore) -> Result<(), Refusal> {
        if amount < self.asked && amount <= self.waived {
            let refusal = refuse("answer-below-waived").rule("C8").with("name", name);
            return Err(refusal.with("waived", self.waived).with("amount", amount));
        }
        Ok(())
    }

    /// How far the participant has come (C4).
    #[must_use]
    pub fn standing(&self, due: DueDates, today: Date) -> Standing {
        match self.joins {
            None if today > due.answer => Standing::AnswerLate,
            None => Standing::Invited,
            Some(_) if self.paid_in_full() => Standing::Paid,
            Some(false) => Standing::Declined,
            Some(true) if today > due.payment => Standing::PaymentLate,
            Some(true) => Standing::Joined,
        }
    }
}

/// C1, C4: what a yes of a day promises when the contribution of that day is `of_the_day`, and the day that this and its due
/// day are of. A yes that corrects a yes keeps both, unless it is of an earlier day; one after a no is new, except that who
/// has paid in full is asked for nothing more.
#[must_use]
pub fn promise(
    before: Option<&Answer>,
    contribution: &Contribution,
    of_the_day: Ore,
    on: Date,
) -> (Ore, Date) {
    match before {
        Some(yes) if yes.joins && on >= yes.counts_from => (yes.amount, yes.counts_from),
        Some(no) if !no.joins && contribution.paid_in_full() => (contribution.asked, on),
        _ => (of_the_day, on),
    }
}

/// A part of a rest that KS has waived (C8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    pub on: Date,
    pub amount: Ore,
    pub reason: String,
    /// The handle of who waived it.
    pub by: String,
}

/// C8: what is owed back, besides what is registered and waits, covers an amount.
///
/// # Errors
/// `over-too-little` with what is left.
pub fn check_over(name: &str, amount: Ore, left: Ore) -> Result<(), Refusal> {
    if left.is_positive() && amount <= left {
        return Ok(());
    }
    let refusal = refuse("over-too-little").rule("C8").with("name", name);
    Err(refusal.with("over", left.max(Ore::ZERO)))
}

named! {
    /// How far a participant has come (C4).
    #[derive(PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "standing-")]
    pub enum Standing {
        Invited,
        /// Invited, and the date for the answer has passed.
        AnswerLate,
        Declined,
        Joined,
        /// Joined, and the date for the payment has passed.
        PaymentLate,
        Paid,
    }
}

impl Standing {
    /// C4: has said yes.
    #[must_use]
    pub fn has_joined(self) -> bool {
        matches!(self, Standing::Joined | Standing::PaymentLate | Standing::Paid)
    }

    /// C5: only who has paid in full may adopt a solution or apply.
    #[must_use]
    pub fn has_access(self) -> bool {
        self == Standing::Paid
    }
}

/// When answer and payment are due (C4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDates {
    pub answer: Date,
    pub payment: Date,
}

impl DueDates {
    /// C4: a yes is paid by the later of the scheme's day and so many days after the decision. A scheme without a date never
    /// makes anyone late.
    #[must_use]
    pub fn of(scheme: &Scheme, counts_from: Option<Date>) -> DueDates {
        let late = counts_from.map(|day| day.saturating_add(i64::from(scheme.late_payment_days).days()));
        let payment = scheme
            .payment_due
            .map(|due| late.map_or(due, |late| late.max(due)));
        DueDates {
            answer: scheme.answer_due.unwrap_or(Date::MAX),
            payment: payment.unwrap_or(Date::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const KR: fn(i64) -> Ore = Ore::kroner;

    fn given(joins: Option<bool>, waived: i64, paid: i64, over: i64) -> Contribution {
        Contribution {
            joins,
            asked: KR(100),
            waived: KR(waived),
            paid: KR(paid),
            over: KR(over),
        }
    }

    #[test]
    fn c4_standing_follows_answer_payment_and_the_calendar() {
        let due = DueDates {
            answer: date(2017, 12, 20),
            payment: date(2018, 3, 31),
        };
        let of = |joins, paid, today| given(joins, 0, paid, 0).standing(due, today);
        assert_eq!(of(None, 0, date(2017, 12, 20)), Standing::Invited);
        assert_eq!(of(None, 0, date(2017, 12, 21)), Standing::AnswerLate);
        assert_eq!(of(Some(false), 0, date(2019, 1, 1)), Standing::Declined);
        assert_eq!(of(Some(true), 99, date(2018, 3, 31)), Standing::Joined);
        assert_eq!(of(Some(true), 99, date(2018, 4, 1)), Standing::PaymentLate);
        assert_eq!(of(Some(true), 100, date(2018, 4, 1)), Standing::Paid);
    }

    #[test]
    fn c4_who_joins_late_pays_thirty_days_after_the_decision() {
        let scheme = Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap();
        let due = |day| DueDates::of(&scheme, Some(day)).payment;
        assert_eq!(due(date(2017, 12, 12)), date(2018, 3, 31));
        assert_eq!(due(date(2018, 3, 1)), date(2018, 3, 31));
        assert_eq!(due(date(2018, 3, 15)), date(2018, 4, 14));
        assert_eq!(DueDates::of(&scheme, None).payment, date(2018, 3, 31));
        let undated = Scheme {
            payment_due: None,
            ..scheme.clone()
        };
        assert_eq!(DueDates::of(&undated, Some(date(2018, 3, 15))).payment, Date::MAX);
    }

    #[test]
    fn c6_potential_promised_and_paid_nest_whatever_is_said() {
        let all = |joins, waived, paid| {
            let one = given(joins, waived, paid, 0);
            [one.potential(KR(110)), one.promised(), one.paid, one.rest()].map(|amount| amount.ore() / 100)
        };
        assert_eq!(all(None, 0, 0), [110, 0, 0, 0]);
        assert_eq!(all(Some(true), 0, 40), [100, 100, 40, 60]);
        assert_eq!(all(Some(true), 25, 40), [75, 75, 40, 35]);
        assert_eq!(all(Some(false), 0, 0), [110, 0, 0, 0]);
        // A part paid, and then no: nothing more is owed.
        assert_eq!(all(Some(false), 0, 40), [110, 40, 40, 0]);
        // All paid, and then no: it stays so.
        assert_eq!(all(Some(false), 0, 100), [100, 100, 100, 0]);
        assert!(given(Some(false), 0, 100, 0).paid_in_full());
        assert!(given(Some(false), 60, 40, 0).paid_in_full());
        assert!(!given(Some(false), 0, 99, 0).paid_in_full());
        assert!(!given(None, 0, 0, 0).paid_in_full());
    }

    #[test]
    fn c8_a_rest_is_waived_in_part_and_never_the_whole() {
        let waives = |waived, paid, amount| {
            given(Some(true), waived, paid, 0)
                .check_waiver("Halden", KR(amount))
                .map_err(|refusal| refusal.code)
        };
        assert_eq!(waives(0, 98, 2), Ok(()));
        assert_eq!(waives(0, 98, 3), Err("waive-too-much"));
        assert_eq!(waives(0, 0, 100), Err("waive-the-whole"));
        assert_eq!(waives(40, 0, 60), Err("waive-the-whole"));
        assert_eq!(waives(40, 0, 59), Ok(()));
        assert_eq!(waives(0, 100, 1), Err("waive-too-much"));
    }

    #[test]
    fn c8_what_is_received_beyond_what_is_asked_for_is_owed_back() {
        assert_eq!(given(Some(true), 0, 100, 0).excess(), KR(0));
        assert_eq!(given(Some(true), 0, 100, 5).excess(), KR(5));
        assert_eq!(given(Some(true), 10, 95, 5).excess(), KR(10));
        assert_eq!(
            given(Some(true), 0, 60, 5).excess(),
            KR(0),
            "what is asked for comes first"
        );
    }

    proptest! {
        #[test]
        fn c8_c5_nobody_has_access_with_nothing_paid_of_what_was_asked_for(
            joins in proptest::option::of(any::<bool>()), asked in 1i64..1_000, waived in 0i64..2_000, paid in 0i64..1_000,
        ) {
            let one = Contribution { joins, asked: KR(asked), waived: KR(waived), paid: KR(paid), over: Ore::ZERO };
            let due = DueDates { answer: Date::MAX, payment: Date::MAX };
            prop_assert!(one.due().is_positive());
            if one.standing(due, date(2018, 4, 1)).has_access() {
                prop_assert!(one.paid.is_positive());
            }
            prop_assert!(one.promised() >= one.paid && one.potential(KR(asked)) >= one.promised());
        }
    }
}
