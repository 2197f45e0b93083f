//! S8: the line where the money ends, down the decided order, and what a what-if does to it (F5).

use super::{Claim, CutRule, Mark, Placed, Ranking};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scoring::comparable;

impl Ranking {
    /// What is left of the frame above the line. Below zero only when a what-if takes in more than there is, or when less
    /// than nothing is free.
    #[must_use]
    pub fn left(&self) -> Ore {
        self.frame - self.used
    }

    /// F5: what the frame lacks for all that stands above the line; 0 when it holds.
    #[must_use]
    pub fn missing(&self) -> Ore {
        (-self.left()).max(Ore::ZERO)
    }

    /// How many proposals have a score.
    #[must_use]
    pub fn scored(&self) -> usize {
        let scored = self
            .items
            .iter()
            .filter(|placed| placed.proposal.aggregate.is_some());
        scored.count()
    }

    /// What stands above the line and is not committed yet, in order.
    pub fn above_the_line(&self) -> impl Iterator<Item = (Ref, Ore)> {
        let above = self.items.iter().filter(|placed| placed.above_line);
        above.filter_map(|placed| Some((placed.proposal.reference, placed.asks()?)))
    }
}

/// S8, down the decided order: the line is drawn over what isn't left out, as if nothing were taken in, and stays. What is
/// taken in below it comes to stand above it, and what nobody has scored below it.
pub(super) fn draw(mut list: Vec<Placed>, rule: CutRule, frame: Ore) -> Ranking {
    let above = above_the_line(&list, rule, frame, &[]);
    let line_at = line_at(&list, &above, rule);
    let served_first: Vec<usize> = (0..list.len()).filter(|at| is_taken_in(&list[*at])).collect();
    let then = above_the_line(&list, rule, frame, &served_first);
    let displaced = (0..list.len()).filter(|at| above[*at] && !then[*at]);
    let displaced = displaced.map(|at| list[at].proposal.reference).collect();
    let taken_in: Ore = served_first.iter().filter_map(|at| list[*at].asks()).sum();
    for (placed, above) in list.iter_mut().zip(&above) {
        placed.above_line = *above || is_taken_in(placed);
    }
    let (mut items, mut below): (Vec<_>, Vec<_>) = list.into_iter().enumerate().partition(|(at, placed)| {
        let waits = matches!(placed.proposal.claim, Claim::Unscored(_)) && !is_taken_in(placed);
        !waits && (*at < line_at || is_taken_in(placed))
    });
    let line_at = items.len();
    items.append(&mut below);
    let mut items: Vec<Placed> = items.into_iter().map(|(_, placed)| placed).collect();
    add_up(&mut items, rule);
    let used = items
        .iter()
        .filter(|placed| placed.above_line)
        .filter_map(Placed::asks)
        .sum();
    Ranking {
        rule,
        frame,
        used,
        items,
        line_at,
        displaced,
        taken_in_lack: (taken_in - frame).max(Ore::ZERO),
    }
}

fn is_taken_in(placed: &Placed) -> bool {
    matches!(placed.mark, Some(Mark::In(_)))
}

/// What asks for money by the facts, whatever is tried: what is left out does not.
fn claim(placed: &Placed) -> Option<Ore> {
    match (placed.mark, placed.proposal.claim) {
        (Some(Mark::Out), _) => None,
        (_, Claim::Asks(amount)) => Some(amount),
        _ => None,
    }
}

/// What is above the line, when some are served first with what they are tried with. What is committed is above every line.
fn above_the_line(list: &[Placed], rule: CutRule, frame: Ore, served_first: &[usize]) -> Vec<bool> {
    let mut used: Ore = served_first.iter().filter_map(|at| list[*at].asks()).sum();
    let mut stopped = false;
    let above = list.iter().enumerate().map(|(at, placed)| {
        if served_first.contains(&at) {
            return true;
        }
        let Some(claim) = claim(placed) else {
            return placed.proposal.claim == Claim::Granted;
        };
        let good_enough = good_enough(placed, rule);
        let fits = good_enough && !stopped && used + claim <= frame;
        if fits {
            used += claim;
        } else if good_enough && rule != CutRule::Skip {
            stopped = true;
        }
        fits
    });
    above.collect()
}

/// The place in the decided order before which the line stands: under *skip* after the last that fits, else before the
/// first that doesn't, or after the last that stands above it. What a threshold leaves out stops no line.
fn line_at(list: &[Placed], above: &[bool], rule: CutRule) -> usize {
    let asking = |wanted: bool| {
        move |at: &usize| {
            let placed = &list[*at];
            claim(placed).is_some() && above[*at] == wanted && (wanted || good_enough(placed, rule))
        }
    };
    let after = |last: Option<usize>| last.map_or(0, |last| last + 1);
    let places = 0..list.len();
    match rule {
        CutRule::Skip => after(places.rev().find(asking(true))),
        CutRule::Stop | CutRule::Threshold(_) => {
            let first = places.clone().find(asking(false));
            first.unwrap_or_else(|| after(places.rev().find(|at| above[*at])))
        }
    }
}

fn add_up(items: &mut [Placed], rule: CutRule) {
    let mut sum = Ore::ZERO;
    for placed in items {
        let counts = match rule {
            CutRule::Stop => true,
            CutRule::Skip => placed.above_line,
            // What is below the least score is left out, and asks nothing of the frame.
            CutRule::Threshold(_) => placed.above_line || good_enough(placed, rule),
        };
        if counts {
            sum += placed.asks().unwrap_or_default();
        }
        placed.cumulative = sum;
    }
}

fn good_enough(placed: &Placed, rule: CutRule) -> bool {
    match rule {
        CutRule::Threshold(least) => placed
            .proposal
            .aggregate
            .as_ref()
            .is_some_and(|a| comparable(a.mean) >= comparable(least)),
        CutRule::Stop | CutRule::Skip => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::proposal;
    use super::super::{Move, rank};
    use super::*;
    use rust_decimal::Decimal;

    fn above(ranking: &Ranking) -> Vec<u32> {
        let above = ranking.items.iter().filter(|placed| placed.above_line);
        above.map(|placed| placed.proposal.reference.number()).collect()
    }

    #[test]
    fn s8_stop_skip_and_threshold_draw_different_lines() {
        let proposals = || {
            vec![
                proposal(1, &[45], 12),
                proposal(2, &[40], 18),
                proposal(3, &[35], 30),
                proposal(4, &[30], 5),
            ]
        };
        let frame = Ore::kroner(40);
        let stop = rank(proposals(), &[], CutRule::Stop, frame);
        assert_eq!((above(&stop), stop.used), (vec![1, 2], Ore::kroner(30)));
        assert_eq!(stop.items[3].cumulative, Ore::kroner(65));
        let skip = rank(proposals(), &[], CutRule::Skip, frame);
        assert_eq!((above(&skip), skip.used), (vec![1, 2, 4], Ore::kroner(35)));
        assert_eq!(skip.items[2].cumulative, Ore::kroner(30));
        let threshold = rank(proposals(), &[], CutRule::Threshold(Decimal::new(42, 1)), frame);
        assert_eq!((above(&threshold), threshold.used), (vec![1], Ore::kroner(12)));
    }

    #[test]
    fn s8_what_a_threshold_leaves_out_is_in_no_sum_and_stops_no_line_where_it_stands_above_it() {
        let proposals = vec![
            proposal(1, &[45], 12),
            proposal(2, &[44], 18),
            proposal(3, &[43], 30),
            proposal(4, &[30], 5),
        ];
        let moves = [Move {
            reference: proposals[3].reference,
            to_place: 1,
            reason: "Haster".to_owned(),
        }];
        let rule = CutRule::Threshold(Decimal::new(42, 1));
        let ranking = rank(proposals, &moves, rule, Ore::kroner(40));
        assert_eq!((above(&ranking), ranking.used), (vec![1, 2], Ore::kroner(30)));
        let sums = ranking.items.iter().map(|placed| placed.cumulative);
        assert_eq!(sums.collect::<Vec<_>>(), [0, 12, 30, 60].map(Ore::kroner));
        assert_eq!(
            ranking.line_at, 3,
            "the line stands before the first that would do and doesn't fit"
        );
    }

    #[test]
    fn s8_it_fits_when_the_sum_is_exactly_the_frame() {
        let ranking = rank(
            vec![proposal(1, &[45], 12), proposal(2, &[40], 18)],
            &[],
            CutRule::Stop,
            Ore::kroner(30),
        );
        assert_eq!(above(&ranking), [1, 2]);
        let short = rank(
            vec![proposal(1, &[45], 12), proposal(2, &[40], 18)],
            &[],
            CutRule::Stop,
            Ore::kroner(30) - Ore::new(1),
        );
        assert_eq!(above(&short), [1]);
    }

    #[test]
    fn s8_a_decided_case_neither_asks_nor_stops_the_line() {
        let mut proposals = vec![
            proposal(1, &[45], 12),
            proposal(2, &[40], 18),
            proposal(3, &[35], 10),
        ];
        proposals[0].claim = Claim::Granted;
        proposals[1].claim = Claim::Out;
        let ranking = rank(proposals.clone(), &[], CutRule::Stop, Ore::kroner(10));
        assert_eq!((above(&ranking), ranking.used), (vec![1, 3], Ore::kroner(10)));
        let overdrawn = rank(proposals, &[], CutRule::Stop, Ore::kroner(-5));
        assert_eq!((above(&overdrawn), overdrawn.used), (vec![1], Ore::ZERO));
    }

    #[test]
    fn s8_the_line_stands_before_the_first_that_does_not_fit_and_under_skip_after_the_last_that_does() {
        let proposals = || {
            vec![
                proposal(1, &[45], 12),
                proposal(2, &[40], 30),
                proposal(3, &[35], 5),
                proposal(4, &[30], 9),
            ]
        };
        let line = |rule, frame| rank(proposals(), &[], rule, Ore::kroner(frame)).line_at;
        assert_eq!(line(CutRule::Stop, 20), 1);
        assert_eq!(line(CutRule::Skip, 20), 3);
        assert_eq!((line(CutRule::Stop, 56), line(CutRule::Skip, 56)), (4, 4));
        assert_eq!((line(CutRule::Stop, 0), line(CutRule::Skip, 0)), (0, 0));
        let mut granted = proposals();
        granted[2].claim = Claim::Granted;
        assert_eq!(rank(granted, &[], CutRule::Stop, Ore::kroner(12)).line_at, 1);
    }
}
