//! The lines and the best sets side by side.

use super::*;
use crate::domain::ranking::{Claim, Mark};
use crate::domain::scoring::Aggregate;

fn proposal(number: u32, score: Option<i64>, claim: Claim) -> RankedProposal {
    let scores: Vec<Decimal> = score.iter().map(|score| Decimal::new(*score, 1)).collect();
    RankedProposal {
        reference: Ref::new(2018, number),
        submitted_on: None,
        aggregate: Aggregate::of(&scores),
        claim,
    }
}

fn refs(numbers: &[u32]) -> Vec<Ref> {
    numbers.iter().map(|number| Ref::new(2018, *number)).collect()
}

fn kroner(amounts: &[i64]) -> Vec<Ore> {
    amounts.iter().copied().map(Ore::kroner).collect()
}

/// A large proposal stands first and three smaller ones, worth more together, behind it.
fn compared(frame: i64, reserve: i64) -> Comparison {
    let asks = |amount| Claim::Asks(Ore::kroner(amount));
    let proposals = [
        proposal(1, Some(45), asks(30)),
        proposal(2, Some(40), asks(20)),
        proposal(3, Some(35), asks(12)),
        proposal(4, Some(30), asks(8)),
        proposal(5, None, asks(1)),
        proposal(6, Some(50), Claim::Granted),
        proposal(7, Some(20), Claim::Out),
    ];
    let effects = BTreeMap::from([
        (Ref::new(2018, 1), kroner(&[-15, -30, -20])),
        (Ref::new(2018, 2), kroner(&[-10, -20, -20])),
        (Ref::new(2018, 3), kroner(&[-12, -12, 0])),
        (Ref::new(2018, 4), kroner(&[-8, -8, -8])),
    ]);
    let path = Path {
        closings: kroner(&[50, 45, 60]),
        reserve: Ore::kroner(reserve),
    };
    let rules = [
        CutRule::Stop,
        CutRule::Skip,
        CutRule::Threshold(Decimal::new(32, 1)),
    ];
    compare(
        &proposals,
        &[],
        &rules,
        (Ore::kroner(frame), &Marks::new()),
        &effects,
        &path,
    )
}

#[test]
fn s8_the_rules_stand_beside_the_best_sets() {
    let comparison = compared(40, 10);
    let chosen: Vec<&[Ref]> = comparison
        .lines
        .iter()
        .map(|line| line.chosen.as_slice())
        .collect();
    assert_eq!(chosen, [refs(&[1]), refs(&[1, 4, 5]), refs(&[1])]);
    let best = comparison.under_frame;
    assert_eq!((best.way, &best.chosen), (Way::UnderFrame, &refs(&[2, 3, 4])));
    assert_eq!((best.score, best.amount), (Decimal::new(105, 1), Ore::kroner(40)));
    assert!(best.proven && best.within_frame);
    assert_eq!(
        best.lowest,
        Some(Lowest {
            quarter: 1,
            closing: Ore::kroner(5)
        })
    );
    assert!(!best.keeps_reserve);
    let safe = comparison.over_reserve.unwrap();
    assert_eq!(safe.chosen, refs(&[2, 3]));
    assert_eq!(
        safe.lowest,
        Some(Lowest {
            quarter: 1,
            closing: Ore::kroner(13)
        })
    );
    assert!(safe.keeps_reserve && safe.proven);
}

#[test]
fn s8_a_line_is_added_up_and_told_against_the_best_set() {
    let comparison = compared(40, 10);
    let skip = &comparison.lines[1];
    assert_eq!((skip.score, skip.amount), (Decimal::new(75, 1), Ore::kroner(39)));
    assert_eq!(
        skip.lowest,
        Some(Lowest {
            quarter: 1,
            closing: Ore::kroner(7)
        })
    );
    assert!(!skip.keeps_reserve && skip.within_frame);
    let difference = Difference::between(skip, &comparison.under_frame);
    let expected = Difference {
        score: Decimal::new(30, 1),
        amount: Ore::kroner(1),
        taken_in: refs(&[2, 3]),
        left_out: refs(&[1, 5]),
    };
    assert_eq!(difference, expected);
}

#[test]
fn f5_what_is_tried_is_in_every_set_or_in_none() {
    let asks = |amount| Claim::Asks(Ore::kroner(amount));
    let proposals = [
        proposal(1, Some(45), asks(30)),
        proposal(2, Some(40), asks(20)),
        proposal(3, Some(35), asks(12)),
        proposal(4, Some(30), asks(8)),
    ];
    let path = Path {
        closings: kroner(&[50]),
        reserve: Ore::kroner(20),
    };
    let effects = BTreeMap::from([
        (Ref::new(2018, 4), kroner(&[-8])),
        (Ref::new(2018, 3), kroner(&[-12])),
    ]);
    let tried = |marks: &[(u32, Mark)]| {
        let marks = marks
            .iter()
            .map(|(number, mark)| (Ref::new(2018, *number), *mark))
            .collect();
        compare(
            &proposals,
            &[],
            &[CutRule::Stop],
            (Ore::kroner(40), &marks),
            &effects,
            &path,
        )
    };
    // 8 is given of 40: of 30, 20 and 12 the best of 32 is 20 and 12, and the line takes 30 besides.
    let given = tried(&[(4, Mark::In(None))]);
    assert_eq!(given.lines[0].chosen, refs(&[1, 4]));
    assert_eq!(given.under_frame.chosen, refs(&[4, 2, 3]));
    assert_eq!(
        (given.under_frame.amount, given.under_frame.score),
        (Ore::kroner(40), Decimal::new(105, 1))
    );
    assert_eq!(given.under_frame.ceiling, Decimal::new(105, 1));
    // 50 less 8 and 12 is above the reserve with all of them.
    let over = given.over_reserve.unwrap();
    assert_eq!(
        (over.chosen, over.lowest.unwrap().closing),
        (refs(&[1, 4, 2, 3]), Ore::kroner(30))
    );
    let without = tried(&[(2, Mark::Out)]);
    assert_eq!(without.candidates.len(), 3);
    assert_eq!(without.under_frame.chosen, refs(&[1, 4]));
    // With less than it asks for; more than the frame alone leaves nothing to choose.
    let lower = tried(&[(1, Mark::In(Some(Ore::kroner(20))))]);
    assert_eq!(
        (lower.under_frame.chosen, lower.under_frame.amount),
        (refs(&[1, 3, 4]), Ore::kroner(40))
    );
    let much = tried(&[(1, Mark::In(None)), (2, Mark::In(None))]).under_frame;
    assert_eq!((much.chosen, much.within_frame), (refs(&[1, 2]), false));
}

#[test]
fn s7_the_sets_follow_the_decided_order() {
    let proposals = [
        proposal(1, Some(40), Claim::Asks(Ore::kroner(10))),
        proposal(2, Some(30), Claim::Asks(Ore::kroner(10))),
    ];
    let moved = Move {
        reference: Ref::new(2018, 2),
        to_place: 1,
        reason: "grunn".to_owned(),
    };
    let path = Path {
        closings: Vec::new(),
        reserve: Ore::ZERO,
    };
    let none = BTreeMap::new();
    let comparison = compare(
        &proposals,
        &[moved],
        &[CutRule::Stop],
        (Ore::kroner(20), &Marks::new()),
        &none,
        &path,
    );
    assert_eq!(comparison.lines[0].chosen, refs(&[2, 1]));
    assert_eq!(comparison.under_frame.chosen, refs(&[2, 1]));
    let free = comparison.over_reserve.unwrap();
    assert_eq!(
        (free.chosen, free.lowest, free.keeps_reserve),
        (refs(&[2, 1]), None, true)
    );
}

#[test]
fn a_path_below_the_reserve_that_no_proposal_mends_has_no_best_set() {
    let comparison = compared(40, 51);
    assert_eq!(comparison.over_reserve, Err(NoneFits { proven: true }));
    assert!(comparison.lines.iter().all(|line| !line.keeps_reserve));
}

#[test]
fn k1_with_a_frame_below_zero_nothing_is_chosen() {
    let comparison = compared(-1, 0);
    assert!(comparison.lines.iter().all(|line| line.chosen.is_empty()));
    assert_eq!(comparison.under_frame.chosen, []);
}
