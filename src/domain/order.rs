//! A step isn't dated before what it rests on (L7): one law for every step on a proposal, a disbursement or a payment.

use jiff::civil::Date;

use super::named::named;
use super::refusal::{Refusal, refuse};

named! {
    /// What a later step rests on.
    #[derive(PartialOrd, Ord)]
    #[strum(serialize_all = "snake_case", prefix = "basis-")]
    pub enum Basis {
        Submitted,
        Qualified,
        RoundOpened,
        RoundRevealed,
        Recommended,
        Decided,
        /// A disbursement or a refund waits for approval.
        Registered,
        /// A participant has said yes.
        Answered,
    }
}

/// # Errors
/// `step-before` with the latest of what is dated after `on`.
pub fn check_order(on: Date, rests_on: impl IntoIterator<Item = (Basis, Date)>) -> Result<(), Refusal> {
    let later = rests_on.into_iter().filter(|(_, day)| *day > on);
    match later.max_by_key(|(basis, day)| (*day, *basis)) {
        Some((basis, day)) => Err(refuse("step-before")
            .rule("L7")
            .with("basis", basis.word())
            .with("date", day)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn l7_a_step_of_the_day_of_what_it_rests_on_is_in_order_and_one_before_names_the_latest() {
        let day = |of_may| date(2018, 5, of_may);
        let rests_on = [(Basis::Submitted, day(2)), (Basis::RoundOpened, day(9))];
        assert_eq!(check_order(day(9), rests_on), Ok(()));
        let refused = check_order(day(1), rests_on).unwrap_err();
        assert_eq!(refused.code, "step-before");
        assert_eq!(
            refused.args,
            [("basis", "round_opened".into()), ("date", day(9).into())]
        );
    }
}
