//! Rounds, what the council recommends, and what KS decides (M7). Meetings and votes are not here.

use jiff::civil::Date;

use super::money::Ore;
use super::refusal::{Refusal, refuse};

/// A scoring round. Blind until it is revealed (S4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub id: i64,
    pub name: String,
    pub opened_on: Date,
    pub revealed_on: Option<Date>,
}

/// The place of the round that a ranking is of unless another is named: the one that was revealed last, or the latest of
/// all when none is. `rounds` are in the order in which they were opened.
pub fn round_to_rank<'r>(rounds: impl Iterator<Item = &'r Round>) -> Option<usize> {
    let rounds = rounds.map(|round| round.revealed_on).enumerate();
    // `None` comes before every day, and of equals the last is taken.
    rounds
        .max_by_key(|&(_, revealed_on)| revealed_on)
        .map(|(at, _)| at)
}

/// The name that the next round of a year gets unless another is chosen: `2018-2` after `2018-1`.
pub fn next_round_name<'n>(year: i16, taken: impl Iterator<Item = &'n str>) -> String {
    let prefix = format!("{year}-");
    let numbers = taken.filter_map(|name| name.strip_prefix(&prefix)?.parse::<u32>().ok());
    format!("{prefix}{}", numbers.max().unwrap_or(0).saturating_add(1))
}

/// A recommendation with when and by whom, and what it rested on (M8, as JSON).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommended {
    pub id: i64,
    pub recommendation: Recommendation,
    pub by: String,
    pub on: Date,
    pub basis: String,
}

/// KS's decision with when and by whom, why it deviates if it does, and what it rested on (M8, as JSON).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub ruling: Ruling,
    pub reason: String,
    pub by: String,
    pub on: Date,
    pub basis: String,
}

/// M7: the council's recommendation on a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recommendation {
    /// Approve an amount, with conditions (may be empty).
    Approve {
        amount: Ore,
        conditions: String,
    },
    Postpone,
    Decline,
}

impl Recommendation {
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Recommendation::Approve { .. } => "approve",
            Recommendation::Postpone => "postpone",
            Recommendation::Decline => "decline",
        }
    }

    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Recommendation::Approve { .. } => "recommendation-approve",
            Recommendation::Postpone => "recommendation-postpone",
            Recommendation::Decline => "recommendation-decline",
        }
    }
}

/// M7: KS's decision on a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    Commit(Ore),
    Decline,
}

impl Ruling {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Ruling::Commit(_) => "commit",
            Ruling::Decline => "decline",
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Ruling::Commit(_) => "ruling-commit",
            Ruling::Decline => "ruling-decline",
        }
    }

    /// Whether the decision is something else than what the council recommended.
    #[must_use]
    pub fn deviates_from(self, recommendation: &Recommendation) -> bool {
        match (self, recommendation) {
            (Ruling::Commit(decided), Recommendation::Approve { amount, .. }) => decided != *amount,
            (Ruling::Decline, Recommendation::Decline) => false,
            _ => true,
        }
    }
}

/// M7: if KS deviates, also by committing what the council declined, it must give the reason.
///
/// # Errors
/// `deviation-reason-missing`.
pub fn check_deviation(ruling: Ruling, recommendation: &Recommendation, reason: &str) -> Result<(), Refusal> {
    if ruling.deviates_from(recommendation) && reason.is_empty() {
        return Err(refuse("deviation-reason-missing")
            .rule("M7")
            .word("recommended", recommendation.key()));
    }
    Ok(())
}

/// Nobody is promised more than was applied for.
///
/// # Errors
/// `amount-not-positive`, or `amount-above-applied` with what was applied for.
pub fn check_amount(amount: Ore, applied: Ore) -> Result<(), Refusal> {
    super::ledger::positive(amount)?;
    if amount > applied {
        return Err(refuse("amount-above-applied")
            .with("amount", amount)
            .with("applied", applied));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_round_is_numbered_after_the_highest_of_its_year() {
        let taken = ["2018-1", "2018-9", "2017-12", "2018-vår"];
        assert_eq!(next_round_name(2018, taken.into_iter()), "2018-10");
        assert_eq!(next_round_name(2019, taken.into_iter()), "2019-1");
    }

    #[test]
    fn the_round_to_rank_is_the_one_revealed_last_else_the_latest() {
        let of = |days: &[Option<i8>]| {
            let rounds: Vec<Round> = days
                .iter()
                .map(|day| Round {
                    id: 0,
                    name: String::new(),
                    opened_on: date(2018, 1, 1),
                    revealed_on: day.map(|day| date(2018, 5, day)),
                })
                .collect();
            round_to_rank(rounds.iter())
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[None, None]), Some(1));
        assert_eq!(of(&[Some(2), None, Some(1), None]), Some(0));
        assert_eq!(of(&[Some(2), Some(2), None]), Some(1));
    }

    #[test]
    fn m7_a_deviation_needs_a_reason_and_agreement_does_not() {
        let kr = Ore::kroner;
        let approve = Recommendation::Approve {
            amount: kr(10),
            conditions: String::new(),
        };
        for (ruling, recommendation, deviates) in [
            (Ruling::Commit(kr(10)), &approve, false),
            (Ruling::Commit(kr(9)), &approve, true),
            (Ruling::Decline, &approve, true),
            (Ruling::Commit(kr(10)), &Recommendation::Decline, true),
            (Ruling::Decline, &Recommendation::Decline, false),
        ] {
            assert_eq!(
                check_deviation(ruling, recommendation, "").is_err(),
                deviates,
                "{ruling:?}"
            );
            assert_eq!(check_deviation(ruling, recommendation, "Fordi"), Ok(()));
        }
    }
}
