//! F5: what would be if a proposal stood above the line, or asked for nothing, whatever the rule says. Never saved.

use std::collections::BTreeMap;

use super::{Placed, Ranking};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};

/// What is tried with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Taken in, with a lower sum than it asks for if one is given.
    In(Option<Ore>),
    Out,
}

/// The proposals that a what-if is about.
pub type Marks = BTreeMap<Ref, Mark>;

/// The lower sums that are tried.
#[must_use]
pub fn lower_sums(marks: &Marks) -> BTreeMap<Ref, Ore> {
    let lower = marks.iter().filter_map(|(reference, mark)| match mark {
        Mark::In(Some(sum)) => Some((*reference, *sum)),
        Mark::In(None) | Mark::Out => None,
    });
    lower.collect()
}

impl Placed {
    /// F5: whether it can be tried with a sum.
    ///
    /// # Errors
    /// `amount-not-positive`, or `what-if-amount-above` with what it asks for.
    pub fn check_tried(&self, amount: Ore) -> Result<(), Refusal> {
        crate::domain::ledger::positive(amount)?;
        let asks = self.undecided().unwrap_or_default();
        if amount > asks {
            return Err(refuse("what-if-amount-above")
                .rule("F5")
                .with("ref", self.proposal.reference)
                .with("amount", amount)
                .with("asks", asks));
        }
        Ok(())
    }
}

impl Ranking {
    /// What is taken in by hand, in decided order.
    pub fn taken_in(&self) -> impl Iterator<Item = &Placed> {
        let marked = |placed: &&Placed| matches!(placed.mark, Some(Mark::In(_)));
        self.items.iter().filter(marked)
    }

    /// What is left out by hand, in decided order.
    pub fn left_out(&self) -> impl Iterator<Item = &Placed> {
        self.items.iter().filter(|placed| placed.mark == Some(Mark::Out))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::proposal;
    use super::super::{Claim, CutRule, rank_marked};
    use super::*;

    fn refs<'a>(placed: impl Iterator<Item = &'a Placed>) -> Vec<u32> {
        placed.map(|placed| placed.proposal.reference.number()).collect()
    }

    fn above(ranking: &Ranking) -> Vec<u32> {
        refs(ranking.items.iter().filter(|placed| placed.above_line))
    }

    /// 12, 18, 30, 5 and 20 kroner, the first best.
    fn tried(frame: i64, rule: CutRule, marks: &[(u32, Mark)]) -> Ranking {
        let proposals = [12, 18, 30, 5, 20];
        let proposals = (1..)
            .zip(proposals)
            .map(|(n, kroner)| proposal(n, &[50 - i64::from(n)], kroner));
        let marks = marks.iter().map(|(n, mark)| (Ref::new(2018, *n), *mark));
        rank_marked(
            proposals.collect(),
            &[],
            rule,
            Ore::kroner(frame),
            &marks.collect(),
        )
    }

    const IN: Mark = Mark::In(None);

    #[test]
    fn f5_what_is_taken_in_comes_besides_what_the_line_gives_and_the_frame_may_be_broken() {
        // The line: 12 + 18 of 35, and 5 is left.
        let ranking = tried(35, CutRule::Stop, &[(3, IN), (5, IN)]);
        assert_eq!(above(&ranking), [1, 2, 3, 5]);
        assert_eq!(
            (ranking.used, ranking.missing()),
            (Ore::kroner(80), Ore::kroner(45))
        );
        // They stand above the line, and the sums follow.
        assert_eq!(refs(ranking.items.iter()), [1, 2, 3, 5, 4]);
        assert_eq!(ranking.line_at, 4);
        let sums: Vec<i64> = ranking.items.iter().map(|p| p.cumulative.ore() / 100).collect();
        assert_eq!(sums, [12, 30, 60, 80, 85]);
        // Served first they take 50 of 35: nobody else has room, and 15 is missing all the same.
        assert_eq!(ranking.displaced, [1, 2].map(|n| Ref::new(2018, n)));
        assert_eq!(ranking.taken_in_lack, Ore::kroner(15));
        assert_eq!(refs(ranking.taken_in()), [3, 5]);
    }

    #[test]
    fn f5_what_is_taken_in_within_the_frame_displaces_nothing() {
        let ranking = tried(35, CutRule::Stop, &[(4, IN)]);
        assert_eq!((above(&ranking), ranking.missing()), (vec![1, 2, 4], Ore::ZERO));
        assert_eq!((ranking.left(), ranking.displaced.len()), (Ore::ZERO, 0));
        let ranking = tried(35, CutRule::Stop, &[(5, IN)]);
        // 12 + 18 + 20 is 15 too much. Served first, 20 and 12 have room, and 18 has not.
        assert_eq!(
            (ranking.missing(), ranking.taken_in_lack),
            (Ore::kroner(15), Ore::ZERO)
        );
        assert_eq!(ranking.displaced, [Ref::new(2018, 2)]);
    }

    #[test]
    fn f5_what_is_left_out_asks_nothing_and_the_line_goes_on() {
        let ranking = tried(35, CutRule::Stop, &[(2, Mark::Out)]);
        assert_eq!((above(&ranking), ranking.used), (vec![1], Ore::kroner(12)));
        let ranking = tried(48, CutRule::Stop, &[(2, Mark::Out)]);
        assert_eq!((above(&ranking), ranking.used), (vec![1, 3, 4], Ore::kroner(47)));
        assert_eq!((refs(ranking.left_out()), ranking.line_at), (vec![2], 4));
        assert_eq!(ranking.items[1].cumulative, Ore::kroner(12));
    }

    #[test]
    fn f5_the_first_below_the_line_is_funded_in_part() {
        let ranking = tried(35, CutRule::Stop, &[(3, Mark::In(Some(Ore::kroner(5))))]);
        assert_eq!((above(&ranking), ranking.left()), (vec![1, 2, 3], Ore::ZERO));
        // A lower sum above the line leaves more of the frame; the line stays.
        let ranking = tried(35, CutRule::Stop, &[(2, Mark::In(Some(Ore::kroner(10))))]);
        assert_eq!((above(&ranking), ranking.left()), (vec![1, 2], Ore::kroner(13)));
        let third = &ranking.items[2];
        assert!(third.check_tried(Ore::kroner(30)).is_ok());
        let code = |kroner| third.check_tried(Ore::kroner(kroner)).unwrap_err().code;
        assert_eq!([31, 0].map(code), ["what-if-amount-above", "amount-not-positive"]);
    }

    #[test]
    fn f5_under_skip_and_over_what_is_settled_a_what_if_keeps_the_line() {
        // 12 and 18 fit in 36, 30 doesn't, 5 does.
        let ranking = tried(36, CutRule::Skip, &[(3, IN)]);
        assert_eq!((above(&ranking), ranking.line_at), (vec![1, 2, 3, 4], 4));
        assert_eq!(
            (ranking.missing(), &ranking.displaced[..]),
            (Ore::kroner(29), &[1, 2].map(|n| Ref::new(2018, n))[..],)
        );
        let mut proposals = vec![proposal(1, &[45], 12), proposal(2, &[], 18)];
        proposals[0].claim = Claim::Granted;
        let marks = [(Ref::new(2018, 1), Mark::Out), (Ref::new(2018, 2), IN)].into();
        let ranking = rank_marked(proposals, &[], CutRule::Stop, Ore::kroner(20), &marks);
        // What is committed stays; what nobody has scored may be tried.
        assert_eq!((above(&ranking), ranking.used), (vec![1, 2], Ore::kroner(18)));
    }
}
