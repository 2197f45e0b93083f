//! The order, the moves, and what a proposal asks.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

pub(super) fn proposal(number: u32, scores: &[i64], claim: i64) -> RankedProposal {
    let scores: Vec<Decimal> = scores.iter().map(|s| Decimal::new(*s, 1)).collect();
    RankedProposal {
        reference: Ref::new(2018, number),
        submitted_on: Some(date(2018, 3, 1)),
        aggregate: Aggregate::of(&scores),
        claim: Claim::of(Stage::Ranked, Ore::kroner(claim), None, !scores.is_empty()),
    }
}

fn order_of(ranking: &Ranking) -> Vec<u32> {
    ranking
        .items
        .iter()
        .map(|placed| placed.proposal.reference.number())
        .collect()
}

#[test]
fn s6_score_then_median_then_submission_then_reference_and_the_unscored_last() {
    let mut early = proposal(9, &[30], 1);
    early.submitted_on = Some(date(2018, 1, 1));
    let proposals = vec![
        proposal(1, &[], 1),
        proposal(2, &[30], 1),
        proposal(3, &[20, 20, 50], 1),
        proposal(4, &[10, 30, 50], 1),
        early,
        proposal(5, &[40], 1),
        proposal(6, &[30], 1),
    ];
    let ranking = rank(proposals, &[], CutRule::Stop, Ore::ZERO);
    assert_eq!(order_of(&ranking), [5, 9, 2, 4, 6, 3, 1]);
}

#[test]
fn s3_scores_are_compared_at_nine_decimals() {
    let third = |last: i64| Decimal::new(3_333_333_330 + last, 9);
    let with = |number, mean: Decimal| {
        let mut proposal = proposal(number, &[30], 1);
        proposal.aggregate = Some(Aggregate {
            mean,
            median: mean,
            ..proposal.aggregate.unwrap()
        });
        proposal
    };
    let proposals = vec![
        with(2, Decimal::new(33_333_333_301, 10)),
        with(1, third(0)),
        with(3, third(1)),
    ];
    assert_eq!(
        order_of(&rank(proposals, &[], CutRule::Stop, Ore::ZERO)),
        [3, 1, 2]
    );
}

#[test]
fn s7_moves_are_applied_in_turn_and_the_computed_place_is_kept() {
    let proposals: Vec<RankedProposal> = (1..=4).map(|n| proposal(n, &[50 - i64::from(n)], 1)).collect();
    let to = |number, to_place| Move {
        reference: Ref::new(2018, number),
        to_place,
        reason: format!("grunn {number}"),
    };
    let ranking = rank(proposals, &[to(4, 1), to(1, 3)], CutRule::Stop, Ore::ZERO);
    assert_eq!(order_of(&ranking), [4, 2, 1, 3]);
    let computed: Vec<_> = ranking.items.iter().map(|placed| placed.computed_place).collect();
    assert_eq!(computed, [4, 2, 1, 3].map(Some));
    assert_eq!(ranking.items[0].moved_reason.as_deref(), Some("grunn 4"));
    assert_eq!(ranking.items[1].moved_reason, None);
}

#[test]
fn s6_what_nobody_has_scored_has_no_place_and_stands_last_below_the_line_also_when_moved() {
    let proposals = vec![
        proposal(1, &[], 5),
        proposal(2, &[40], 10),
        proposal(3, &[], 5),
        proposal(4, &[30], 10),
    ];
    let seen = |moves: &[Move]| {
        let ranking = rank(proposals.clone(), moves, CutRule::Stop, Ore::kroner(100));
        let rows = ranking.items.iter().map(|placed| {
            assert_eq!(
                placed.computed_place.is_some(),
                placed.proposal.aggregate.is_some()
            );
            (
                placed.proposal.reference.number(),
                placed.place,
                placed.above_line,
            )
        });
        (rows.collect::<Vec<_>>(), ranking.line_at, ranking.used)
    };
    let (rows, line, used) = seen(&[]);
    assert_eq!(
        rows,
        [
            (2, Some(1), true),
            (4, Some(2), true),
            (1, None, false),
            (3, None, false)
        ]
    );
    assert_eq!((line, used), (2, Ore::kroner(20)));
    let to = |number, to_place| Move {
        reference: Ref::new(2018, number),
        to_place,
        reason: "haster".into(),
    };
    // Moved first it has place 1, and still asks nothing.
    let (rows, line, used) = seen(&[to(3, 1)]);
    assert_eq!(
        rows,
        [
            (2, Some(2), true),
            (4, Some(3), true),
            (3, Some(1), false),
            (1, None, false)
        ]
    );
    assert_eq!((line, used), (2, Ore::kroner(20)));
    // What has a place doesn't come after what has none.
    let (rows, ..) = seen(&[to(2, 4)]);
    assert_eq!(rows[..2], [(4, Some(1), true), (2, Some(2), true)]);
}

#[test]
fn s6_once_it_is_recommended_it_asks_from_where_it_stands() {
    let recommended = Recommendation::Approve {
        amount: Ore::kroner(4),
        conditions: String::new(),
    };
    let claim = Claim::of(Stage::Recommended, Ore::kroner(5), Some(&recommended), false);
    let mut proposals = vec![proposal(1, &[], 5), proposal(2, &[40], 10), proposal(3, &[], 5)];
    proposals[0].claim = claim;
    let ranking = rank(proposals, &[], CutRule::Stop, Ore::kroner(14));
    let rows: Vec<_> = ranking
        .items
        .iter()
        .map(|placed| (placed.place, placed.asks()))
        .collect();
    assert_eq!(
        rows,
        [
            (Some(1), Some(Ore::kroner(10))),
            (None, Some(Ore::kroner(4))),
            (None, None),
        ]
    );
    assert_eq!((ranking.used, ranking.line_at), (Ore::kroner(14), 2));
}

#[test]
fn s8_a_recommended_case_counts_with_its_amount_and_what_is_settled_not_at_all() {
    let approve = Recommendation::Approve {
        amount: Ore::kroner(8),
        conditions: String::new(),
    };
    let of = |stage, recommended| Claim::of(stage, Ore::kroner(10), recommended, true);
    assert_eq!(of(Stage::Ranked, None), Claim::Asks(Ore::kroner(10)));
    assert_eq!(
        of(Stage::Recommended, Some(&approve)),
        Claim::Asks(Ore::kroner(8))
    );
    assert_eq!(of(Stage::Recommended, Some(&Recommendation::Decline)), Claim::Out);
    assert_eq!(of(Stage::Postponed, Some(&Recommendation::Postpone)), Claim::Out);
    for stage in [Stage::Declined, Stage::Withdrawn, Stage::NotQualified] {
        assert_eq!(of(stage, Some(&approve)), Claim::Out);
    }
    for stage in [
        Stage::Committed,
        Stage::Developing,
        Stage::Live,
        Stage::Repaid,
        Stage::WrittenOff,
        Stage::Stopped,
    ] {
        assert_eq!(of(stage, Some(&approve)), Claim::Granted);
    }
}

#[test]
fn s7_a_place_is_one_that_the_list_has() {
    let ranking = rank(
        vec![proposal(1, &[], 5), proposal(2, &[40], 10), proposal(3, &[], 5)],
        &[],
        CutRule::Stop,
        Ore::ZERO,
    );
    let may = |number, place| ranking.check_place(Ref::new(2018, number), place).is_ok();
    assert_eq!([0, 1, 2].map(|place| may(2, place)), [false, true, false]);
    assert_eq!([1, 2, 3].map(|place| may(1, place)), [true, true, false]);
    let at = |number| ranking.position(Ref::new(2018, number));
    assert_eq!([2, 1, 3, 9].map(at), [Some(1), Some(2), Some(3), None]);
}

proptest! {
    #[test]
    fn s6_the_order_is_total_and_independent_of_the_input_order(
        scores in proptest::collection::vec((0i64..5, 0i64..3, 0i64..50), 1..20),
        frame in 0i64..300,
    ) {
        let proposals: Vec<RankedProposal> = (1..).zip(&scores).map(|(n, (a, b, claim))| {
            proposal(n, &[10 + a * 10, 10 + (a + b) * 5][..usize::try_from(*b).unwrap()], *claim)
        }).collect();
        let mut reversed = proposals.clone();
        reversed.reverse();
        for rule in [CutRule::Stop, CutRule::Skip, CutRule::Threshold(Decimal::TWO)] {
            let ranking = rank(proposals.clone(), &[], rule, Ore::kroner(frame));
            prop_assert_eq!(&ranking, &rank(reversed.clone(), &[], rule, Ore::kroner(frame)));
            prop_assert!(ranking.used <= ranking.frame);
            let above = ranking.items.iter().filter(|p| p.above_line);
            let asked: Ore = above.map(|p| match p.proposal.claim {
                Claim::Asks(amount) => amount,
                Claim::Unscored(_) | Claim::Granted | Claim::Out => Ore::ZERO,
            }).sum();
            prop_assert_eq!(asked, ranking.used);
        }
    }
}
