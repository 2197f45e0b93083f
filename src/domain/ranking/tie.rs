//! Two proposals of the same score on either side of the line: the reader is told what set them apart (S6–S8).

use rust_decimal::Decimal;

use super::{Placed, Ranking};
use crate::domain::proposal::Ref;
use crate::domain::scoring::{comparable, two_decimals};

/// The last above the line and the first below it with the same score as it is shown, with two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    pub above: Ref,
    pub below: Ref,
    pub score: Decimal,
    pub by: DecidedBy,
}

/// What set the two apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// The decimals that aren't shown.
    Decimals,
    Median,
    Submission,
    Reference,
    /// The council moved one of them (S7).
    Move,
    /// Under *skip* the one before it has no room.
    Amount,
}

impl DecidedBy {
    /// The key of its text.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            DecidedBy::Decimals => "ranking-tie-decimals",
            DecidedBy::Median => "ranking-tie-median",
            DecidedBy::Submission => "ranking-tie-submission",
            DecidedBy::Reference => "ranking-tie-reference",
            DecidedBy::Move => "ranking-tie-move",
            DecidedBy::Amount => "ranking-tie-amount",
        }
    }
}

impl Ranking {
    /// S8: two of the same score on either side of the line, if there are any. What a what-if has moved across it isn't told.
    #[must_use]
    pub fn tie_at_the_line(&self) -> Option<Tie> {
        let asking = |above: bool| {
            let asks = move |placed: &&Placed| {
                placed.mark.is_none() && placed.asks().is_some() && placed.above_line == above
            };
            self.items
                .iter()
                .filter(asks)
                .filter_map(|placed| Some((placed, score(placed)?)))
        };
        let ties = asking(false).filter_map(|(below, shown)| {
            let mut same = asking(true).filter(|(_, other)| two_decimals(*other) == two_decimals(shown));
            let (above, score) = same.next_back()?;
            Some(Tie {
                above: above.proposal.reference,
                below: below.proposal.reference,
                score,
                by: decided_by(above, below),
            })
        });
        ties.into_iter().next()
    }
}

fn score(placed: &Placed) -> Option<Decimal> {
    placed.proposal.aggregate.as_ref().map(|aggregate| aggregate.mean)
}

fn decided_by(above: &Placed, below: &Placed) -> DecidedBy {
    let figures = |placed: &Placed| {
        let aggregate = placed.proposal.aggregate.as_ref();
        aggregate.map(|aggregate| (comparable(aggregate.mean), comparable(aggregate.median)))
    };
    let (one, other) = (figures(above), figures(below));
    if above.place > below.place {
        DecidedBy::Amount
    } else if above.moved_reason.is_some() || below.moved_reason.is_some() {
        DecidedBy::Move
    } else if one.map(|(mean, _)| mean) != other.map(|(mean, _)| mean) {
        DecidedBy::Decimals
    } else if one != other {
        DecidedBy::Median
    } else if above.proposal.submitted_on != below.proposal.submitted_on {
        DecidedBy::Submission
    } else {
        DecidedBy::Reference
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::tests::proposal;
    use super::super::{CutRule, Mark, Move, RankedProposal, rank, rank_marked};
    use super::*;
    use crate::domain::money::Ore;

    /// What is told of two that come first and second, when the frame holds one of them.
    fn decided(
        one: &RankedProposal,
        other: &RankedProposal,
        moves: &[Move],
    ) -> Option<(u32, u32, DecidedBy)> {
        let proposals = vec![one.clone(), other.clone()];
        let tie = rank(proposals, moves, CutRule::Stop, Ore::kroner(10)).tie_at_the_line()?;
        Some((tie.above.number(), tie.below.number(), tie.by))
    }

    #[test]
    fn s8_two_of_the_same_score_on_either_side_of_the_line_are_told_with_what_set_them_apart() {
        let plain = proposal(1, &[30], 10);
        assert_eq!(decided(&plain, &proposal(2, &[29], 10), &[]), None);
        assert_eq!(
            decided(&plain, &proposal(2, &[30], 10), &[]),
            Some((1, 2, DecidedBy::Reference))
        );
        let mut early = proposal(3, &[30], 10);
        early.submitted_on = Some(date(2018, 1, 1));
        assert_eq!(decided(&plain, &early, &[]), Some((3, 1, DecidedBy::Submission)));
        assert_eq!(
            decided(&plain, &proposal(4, &[20, 20, 50], 10), &[]),
            Some((1, 4, DecidedBy::Median))
        );
        let mut decimals = proposal(5, &[30], 10);
        let mean = Decimal::new(30_001, 4);
        decimals.aggregate.as_mut().unwrap().mean = mean;
        assert_eq!(decided(&plain, &decimals, &[]), Some((5, 1, DecidedBy::Decimals)));
        let first = Move {
            reference: Ref::new(2018, 2),
            to_place: 1,
            reason: "haster".into(),
        };
        assert_eq!(
            decided(&plain, &proposal(2, &[30], 10), &[first]),
            Some((2, 1, DecidedBy::Move))
        );
    }

    #[test]
    fn s8_under_skip_the_one_that_has_no_room_stands_before_the_one_that_has() {
        let proposals = || vec![proposal(1, &[30], 20), proposal(2, &[30], 10)];
        let ranking = rank(proposals(), &[], CutRule::Skip, Ore::kroner(10));
        let tie = ranking.tie_at_the_line().unwrap();
        assert_eq!(
            (tie.above.number(), tie.below.number(), tie.by),
            (2, 1, DecidedBy::Amount)
        );
        let marks = [(Ref::new(2018, 1), Mark::In(None))].into();
        let tried = rank_marked(proposals(), &[], CutRule::Skip, Ore::kroner(10), &marks);
        assert_eq!(tried.tie_at_the_line(), None);
    }
}
