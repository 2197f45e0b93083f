//! How much of a solution's cost has come back (F6).

use rust_decimal::Decimal;

use crate::domain::capital::rate;
use crate::domain::money::Ore;

/// F6: repaid / cost, with four decimals, half away from zero; `None` for what has cost nothing.
#[must_use]
pub fn recovery(repaid: Ore, cost: Ore) -> Option<Decimal> {
    rate(repaid, cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f6_recovery_is_what_is_repaid_of_the_cost_and_nothing_is_said_of_what_cost_nothing() {
        let of = |repaid, cost| recovery(Ore::new(repaid), Ore::new(cost)).map(|share| share.to_string());
        assert_eq!(of(1, 3).as_deref(), Some("0.3333"));
        assert_eq!(
            of(12_345, 100_000).as_deref(),
            Some("0.1235"),
            "half away from zero"
        );
        assert_eq!(of(7, 7), Some("1".to_owned()));
        assert_eq!(of(0, 0), None);
    }
}
