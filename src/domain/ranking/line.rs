//! S8: the line where the money ends, down the decided order, and what-ifs of it (F5).

use std::collections::BTreeMap;

use super::{Claim, CutRule, Placed, Ranking};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scoring::comparable;

/// F5: what would be if a proposal stood above the line, or asked for nothing, whatever the rule says. Never saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    In,
    Out,
}

/// The proposals that a what-if is about. Only what is still undecided can be marked; other marks change nothing.
pub type Marks = BTreeMap<Ref, Mark>;

impl Ranking {
    /// What is left of the frame above the line. Below zero only when a what-if takes in more than there is.
    #[must_use]
    pub fn left(&self) -> Ore {
        self.frame - self.used
    }

    /// The place in the list before which the line stands: under *skip* after the last that fits, else before the
    /// first that doesn't, or after the last that stands above it. What is settled, or marked by hand, doesn't draw it.
    #[must_use]
    pub fn line_at(&self) -> usize {
        let asking =
            |above: bool| move |p: &Placed| p.asks().is_some() && p.mark.is_none() && p.above_line == above;
        let after = |last: Option<usize>| last.map_or(0, |last| last + 1);
        match self.rule {
            CutRule::Skip => after(self.items.iter().rposition(asking(true))),
            CutRule::Stop | CutRule::Threshold(_) => {
                let first = self.items.iter().position(asking(false));
                first.unwrap_or_else(|| after(self.items.iter().rposition(|p| p.above_line)))
            }
        }
    }

    /// How many proposals have a score.
    #[must_use]
    pub fn scored(&self) -> usize {
        let scored = self.items.iter().filter(|placed| placed.case.aggregate.is_some());
        scored.count()
    }

    /// What stands above the line and is not committed yet, in order.
    pub fn above_the_line(&self) -> impl Iterator<Item = (Ref, Ore)> {
        let above = self.items.iter().filter(|placed| placed.above_line);
        above.filter_map(|placed| Some((placed.case.reference, placed.asks()?)))
    }
}

/// S8, down the decided order. Returns what stands above the line.
pub(super) fn draw_line(list: &mut [Placed], rule: CutRule, frame: Ore, marks: &Marks) -> Ore {
    for placed in list.iter_mut().filter(|placed| placed.asks().is_some()) {
        placed.mark = marks.get(&placed.case.reference).copied();
    }
    let taken_in = list.iter().filter(|placed| placed.mark == Some(Mark::In));
    let mut used: Ore = taken_in.filter_map(Placed::asks).sum();
    let (mut above, mut down_the_list, mut stopped) = (Ore::ZERO, Ore::ZERO, false);
    for (index, placed) in list.iter_mut().enumerate() {
        placed.place = index + 1;
        match (placed.case.claim, placed.mark) {
            (Claim::Asks(_), Some(Mark::Out)) | (Claim::Out, _) => placed.above_line = false,
            (Claim::Granted, _) => placed.above_line = true,
            (Claim::Asks(claim), Some(Mark::In)) => {
                placed.above_line = true;
                above += claim;
                down_the_list += claim;
            }
            (Claim::Asks(claim), None) => {
                down_the_list += claim;
                let good_enough = good_enough(placed, rule);
                placed.above_line = good_enough && !stopped && used + claim <= frame;
                if placed.above_line {
                    used += claim;
                    above += claim;
                } else if good_enough && rule != CutRule::Skip {
                    stopped = true;
                }
            }
        }
        placed.cumulative = if rule == CutRule::Skip {
            above
        } else {
            down_the_list
        };
    }
    used
}

fn good_enough(placed: &Placed, rule: CutRule) -> bool {
    match rule {
        CutRule::Threshold(least) => placed
            .case
            .aggregate
            .as_ref()
            .is_some_and(|a| comparable(a.mean) >= comparable(least)),
        CutRule::Stop | CutRule::Skip => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::case;
    use super::super::{rank, rank_marked};
    use super::*;
    use rust_decimal::Decimal;

    fn above(ranking: &Ranking) -> Vec<u32> {
        let above = ranking.items.iter().filter(|placed| placed.above_line);
        above.map(|placed| placed.case.reference.number()).collect()
    }

    #[test]
    fn s8_stop_skip_and_threshold_draw_different_lines() {
        let cases = || {
            vec![
                case(1, &[45], 12),
                case(2, &[40], 18),
                case(3, &[35], 30),
                case(4, &[30], 5),
            ]
        };
        let frame = Ore::kroner(40);
        let stop = rank(cases(), &[], CutRule::Stop, frame);
        assert_eq!((above(&stop), stop.used), (vec![1, 2], Ore::kroner(30)));
        assert_eq!(stop.items[3].cumulative, Ore::kroner(65));
        let skip = rank(cases(), &[], CutRule::Skip, frame);
        assert_eq!((above(&skip), skip.used), (vec![1, 2, 4], Ore::kroner(35)));
        assert_eq!(skip.items[2].cumulative, Ore::kroner(30));
        let threshold = rank(cases(), &[], CutRule::Threshold(Decimal::new(42, 1)), frame);
        assert_eq!((above(&threshold), threshold.used), (vec![1], Ore::kroner(12)));
    }

    #[test]
    fn s8_it_fits_when_the_sum_is_exactly_the_frame() {
        let ranking = rank(
            vec![case(1, &[45], 12), case(2, &[40], 18)],
            &[],
            CutRule::Stop,
            Ore::kroner(30),
        );
        assert_eq!(above(&ranking), [1, 2]);
        let short = rank(
            vec![case(1, &[45], 12), case(2, &[40], 18)],
            &[],
            CutRule::Stop,
            Ore::kroner(30) - Ore::new(1),
        );
        assert_eq!(above(&short), [1]);
    }

    #[test]
    fn s8_a_decided_case_neither_asks_nor_stops_the_line() {
        let mut cases = vec![case(1, &[45], 12), case(2, &[40], 18), case(3, &[35], 10)];
        cases[0].claim = Claim::Granted;
        cases[1].claim = Claim::Out;
        let ranking = rank(cases.clone(), &[], CutRule::Stop, Ore::kroner(10));
        assert_eq!((above(&ranking), ranking.used), (vec![1, 3], Ore::kroner(10)));
        let overdrawn = rank(cases, &[], CutRule::Stop, Ore::kroner(-5));
        assert_eq!((above(&overdrawn), overdrawn.used), (vec![1], Ore::ZERO));
    }

    #[test]
    fn s8_the_line_stands_before_the_first_that_does_not_fit_and_under_skip_after_the_last_that_does() {
        let cases = || {
            vec![
                case(1, &[45], 12),
                case(2, &[40], 30),
                case(3, &[35], 5),
                case(4, &[30], 9),
            ]
        };
        let line = |rule, frame| rank(cases(), &[], rule, Ore::kroner(frame)).line_at();
        assert_eq!(line(CutRule::Stop, 20), 1);
        assert_eq!(line(CutRule::Skip, 20), 3);
        assert_eq!((line(CutRule::Stop, 56), line(CutRule::Skip, 56)), (4, 4));
        assert_eq!((line(CutRule::Stop, 0), line(CutRule::Skip, 0)), (0, 0));
        let mut granted = cases();
        granted[2].claim = Claim::Granted;
        assert_eq!(rank(granted, &[], CutRule::Stop, Ore::kroner(12)).line_at(), 1);
    }

    #[test]
    fn f5_what_is_taken_in_comes_first_of_the_frame_and_what_is_left_out_asks_nothing() {
        let cases = || vec![case(1, &[45], 12), case(2, &[40], 18), case(3, &[35], 10)];
        let with = |marks: &[(u32, Mark)]| {
            let marks = marks
                .iter()
                .map(|(n, mark)| (Ref::new(2018, *n), *mark))
                .collect();
            rank_marked(cases(), &[], CutRule::Stop, Ore::kroner(30), &marks)
        };
        let out = with(&[(2, Mark::Out)]);
        assert_eq!((above(&out), out.left()), (vec![1, 3], Ore::kroner(8)));
        assert_eq!((out.items[2].cumulative, out.line_at()), (Ore::kroner(22), 3));
        let taken = with(&[(3, Mark::In)]);
        assert_eq!((above(&taken), taken.left()), (vec![1, 3], Ore::kroner(8)));
        assert_eq!(taken.line_at(), 1);
        let too_much = rank_marked(
            cases(),
            &[],
            CutRule::Stop,
            Ore::kroner(5),
            &[(Ref::new(2018, 2), Mark::In)].into(),
        );
        assert_eq!((above(&too_much), too_much.left()), (vec![2], Ore::kroner(-13)));
    }
}
