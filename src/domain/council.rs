//! Rounds, what the council recommends, and what KS decides (M7). Meetings and votes are not here.

use jiff::civil::Date;

use super::money::Ore;
use super::proposal::Ref;
use super::refusal::{Refusal, Value, refuse};

/// M14: a recommendation on a proposal comes of a vote.
#[must_use]
pub fn by_vote(reference: Ref) -> Refusal {
    refuse("recommend-by-vote").rule("M14").with("ref", reference)
}

/// A scoring round. Blind until it is revealed (S4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub id: i64,
    pub name: String,
    pub opened_on: Date,
    pub revealed_on: Option<Date>,
}

impl Round {
    /// S4: whether its scores have been shown; until then it is open.
    #[must_use]
    pub fn is_revealed(&self) -> bool {
        self.revealed_on.is_some()
    }
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
            Recommendation::Decline => "word-rejection",
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
            Ruling::Commit(_) => "word-commitment",
            Ruling::Decline => "word-rejection",
        }
    }

    /// How the decision differs from what the council recommended, if it does.
    #[must_use]
    pub fn deviation_from(self, recommendation: &Recommendation) -> Option<Deviation> {
        let (recommended, outcome) = match recommendation {
            Recommendation::Approve { amount, .. } => (Some(*amount), true),
            Recommendation::Postpone | Recommendation::Decline => (None, false),
        };
        let decided = match self {
            Ruling::Commit(amount) => Some(amount),
            Ruling::Decline => None,
        };
        let agrees = match self {
            Ruling::Commit(_) => outcome && recommended == decided,
            Ruling::Decline => *recommendation == Recommendation::Decline,
        };
        (!agrees).then_some(Deviation {
            recommended,
            decided,
            outcome: recommendation.key(),
        })
    }
}

/// M7: what KS decides beside what the council recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// What the council recommends to grant; `None` when it recommends something else.
    pub recommended: Option<Ore>,
    /// What KS commits; `None` when it declines.
    pub decided: Option<Ore>,
    /// The key of what the council recommends.
    outcome: &'static str,
}

impl Deviation {
    /// Its facts, by the names that the texts about it use.
    #[must_use]
    pub fn facts(self) -> Vec<(&'static str, Value)> {
        let (recommended, decided) = (
            self.recommended.unwrap_or_default(),
            self.decided.unwrap_or_default(),
        );
        let kind = match (self.recommended, self.decided) {
            (Some(recommended), Some(decided)) if decided < recommended => "less",
            (Some(_), Some(_)) => "more",
            (Some(_), None) => "declined",
            (None, Some(_)) => "committed",
            (None, None) => "other",
        };
        let difference = (recommended - decided).max(decided - recommended);
        vec![
            ("kind", kind.into()),
            ("recommended", recommended.into()),
            ("decided", decided.into()),
            ("difference", difference.into()),
            ("outcome", Value::Word(self.outcome.to_owned())),
        ]
    }
}

/// M7: if KS deviates, also by committing what the council declined, it must give the reason.
///
/// # Errors
/// `deviation-reason-missing` says how it deviates.
pub fn check_deviation(ruling: Ruling, recommendation: &Recommendation, reason: &str) -> Result<(), Refusal> {
    match ruling.deviation_from(recommendation) {
        Some(deviation) if reason.is_empty() => {
            let mut refusal = refuse("deviation-reason-missing").rule("M7");
            refusal.args.extend(deviation.facts());
            Err(refusal)
        }
        _ => Ok(()),
    }
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

    #[test]
    fn m7_a_refusal_names_the_deviation() {
        let kr = Ore::kroner;
        let approve = Recommendation::Approve {
            amount: kr(38),
            conditions: String::new(),
        };
        let refused = |ruling, recommendation| check_deviation(ruling, recommendation, "").unwrap_err().args;
        let kind = |ruling, recommendation| refused(ruling, recommendation)[0].1.clone();
        assert_eq!(
            refused(Ruling::Commit(kr(30)), &approve)[..4],
            [
                ("kind", "less".into()),
                ("recommended", kr(38).into()),
                ("decided", kr(30).into()),
                ("difference", kr(8).into()),
            ]
        );
        assert_eq!(kind(Ruling::Commit(kr(40)), &approve), "more".into());
        assert_eq!(kind(Ruling::Decline, &approve), "declined".into());
        assert_eq!(
            kind(Ruling::Commit(kr(1)), &Recommendation::Decline),
            "committed".into()
        );
        assert_eq!(kind(Ruling::Decline, &Recommendation::Postpone), "other".into());
    }
}
