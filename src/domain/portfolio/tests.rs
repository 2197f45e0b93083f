//! The best set against every set there is, on sets small enough to look through; larger ones against what must hold.

use proptest::prelude::*;

use super::*;
use crate::domain::scoring::comparable;

/// A proposal in numbers: score in billionths (`None` unscored), amount and effects in øre.
type Numbers = (Option<i64>, i64, Vec<i64>);

fn candidate((index, (score, amount, effect)): (usize, &Numbers)) -> Candidate {
    Candidate {
        reference: Ref::new(2018, u32::try_from(index).unwrap() + 1),
        score: score.map(|score| Decimal::new(score, 9)),
        amount: Ore::new(*amount),
        place: Some(index + 1),
        given: false,
        effect: effect.iter().copied().map(Ore::new).collect(),
    }
}

fn candidates_of(numbers: &[Numbers]) -> Vec<Candidate> {
    numbers.iter().enumerate().map(candidate).collect()
}

fn reserve(closings: &[i64], reserve: i64) -> Constraint {
    Constraint::Reserve(Path {
        closings: closings.iter().copied().map(Ore::new).collect(),
        reserve: Ore::new(reserve),
    })
}

/// Whether a set keeps the constraint, as it is written.
fn keeps(set: &[&Candidate], constraint: &Constraint) -> bool {
    match constraint {
        Constraint::Frame(frame) => {
            set.is_empty() || set.iter().map(|c| c.amount).sum::<Ore>() <= *frame && !frame.is_negative()
        }
        Constraint::Reserve(outlook) => outlook
            .closings
            .iter()
            .enumerate()
            .all(|(at, closing)| *closing + set.iter().map(|c| c.effect_in(at)).sum() >= outlook.reserve),
    }
}

/// The best of all sets, by looking at each of them: score, amount, and the references in decided order.
fn brute_force(candidates: &[Candidate], constraint: &Constraint) -> Option<(Decimal, Ore, Vec<Ref>)> {
    let scored: Vec<&Candidate> = candidates.iter().filter(|c| c.score.is_some()).collect();
    let mut best: Option<(Decimal, Ore, Vec<bool>)> = None;
    for bits in 0..1_u32 << scored.len() {
        let has: Vec<bool> = (0..scored.len()).map(|at| bits >> at & 1 == 1).collect();
        let set: Vec<&Candidate> = scored
            .iter()
            .zip(&has)
            .filter(|(_, has)| **has)
            .map(|(c, _)| *c)
            .collect();
        let amount: Ore = set.iter().map(|c| c.amount).sum();
        let score: Decimal = set.iter().filter_map(|c| c.score).map(comparable).sum();
        let better = |(s, a, h): &(Decimal, Ore, Vec<bool>)| (score, -amount, &has) > (*s, -*a, h);
        if best.as_ref().is_none_or(better) && keeps(&set, constraint) {
            best = Some((score, amount, has));
        }
    }
    best.map(|(score, amount, has)| {
        let chosen = scored.iter().zip(has).filter(|(_, has)| *has);
        (score, amount, chosen.map(|(c, _)| c.reference).collect())
    })
}

fn check(candidates: &[Candidate], constraint: &Constraint) -> Result<(), TestCaseError> {
    let expected = brute_force(candidates, constraint);
    match best(candidates, constraint) {
        Ok(best) => {
            prop_assert!(best.proven);
            prop_assert_eq!(best.ceiling, best.score);
            prop_assert_eq!(Some((best.score, best.amount, best.chosen)), expected);
        }
        Err(none) => prop_assert_eq!((none, None), (NoneFits { proven: true }, expected)),
    }
    Ok(())
}

/// Few and round numbers, so that sets tie on the score, on the amount and on both.
fn round(most: usize, quarters: usize) -> impl Strategy<Value = Vec<Numbers>> {
    let effect = proptest::collection::vec(-4_i64..3, quarters);
    let score = proptest::option::weighted(0.9, (0_i64..6).prop_map(|half| half * 500_000_000));
    proptest::collection::vec((score, 0_i64..5, effect), 0..=most)
}

/// Numbers as they come: amounts to the øre, scores to the billionth, cash flows of any sign.
fn uneven(most: usize, quarters: usize) -> impl Strategy<Value = Vec<Numbers>> {
    let effect = proptest::collection::vec(-3_000_000_000_i64..1_500_000_000, quarters);
    let score = proptest::option::weighted(0.95, 1_000_000_000_i64..5_000_000_000);
    proptest::collection::vec((score, 1_i64..4_000_000_000, effect), 0..=most)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn it_is_the_best_of_all_sets_when_sets_tie(
        numbers in round(11, 3), frame in -2_i64..25, closings in proptest::collection::vec(-2_i64..12, 3)
    ) {
        let candidates = candidates_of(&numbers);
        check(&candidates, &Constraint::Frame(Ore::new(frame)))?;
        check(&candidates, &reserve(&closings, 0))?;
    }

    #[test]
    fn it_is_the_best_of_all_sets_with_random_cash_flows(
        numbers in uneven(11, 6), frame in 0_i64..20_000_000_000,
        closings in proptest::collection::vec(-500_000_000_i64..9_000_000_000, 6), least in 0_i64..500_000_000
    ) {
        let candidates = candidates_of(&numbers);
        check(&candidates, &Constraint::Frame(Ore::new(frame)))?;
        check(&candidates, &reserve(&closings, least))?;
    }

    #[test]
    fn a_search_that_stops_early_says_so_and_never_claims_too_much(
        numbers in uneven(10, 3), closings in proptest::collection::vec(0_i64..9_000_000_000, 3), width in 1_usize..4
    ) {
        let (candidates, constraint) = (candidates_of(&numbers), reserve(&closings, 0));
        let (score, amount, chosen) = brute_force(&candidates, &constraint).unwrap();
        let found = best_within(&candidates, &constraint, width).unwrap();
        prop_assert!(found.score <= score && score <= found.ceiling);
        let picked: Vec<&Candidate> = candidates.iter().filter(|c| found.chosen.contains(&c.reference)).collect();
        prop_assert!(keeps(&picked, &constraint));
        if found.proven {
            prop_assert_eq!((found.score, found.amount, found.chosen), (score, amount, chosen));
        }
    }

    #[test]
    fn the_order_in_which_the_candidates_come_never_matters(
        (numbers, mixed) in round(14, 4).prop_flat_map(|numbers| {
            let mixed = Just(candidates_of(&numbers)).prop_shuffle();
            (Just(numbers), mixed)
        }),
        frame in 0_i64..40, closings in proptest::collection::vec(0_i64..15, 4)
    ) {
        let candidates = candidates_of(&numbers);
        for constraint in [Constraint::Frame(Ore::new(frame)), reserve(&closings, 1)] {
            prop_assert_eq!(best(&candidates, &constraint), best(&mixed, &constraint));
        }
    }

    #[test]
    fn a_larger_frame_never_gives_a_smaller_best(
        numbers in uneven(40, 0), frame in -100_000_000_i64..40_000_000_000, more in 0_i64..4_000_000_000
    ) {
        let candidates = candidates_of(&numbers);
        let under = |frame| best(&candidates, &Constraint::Frame(Ore::new(frame))).unwrap();
        let (smaller, larger) = (under(frame), under(frame + more));
        prop_assert!(smaller.proven && larger.proven);
        prop_assert!(smaller.score <= larger.score);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn it_is_the_best_of_all_sets_of_sixteen(
        numbers in proptest::collection::vec(
            (
                (1_000_000_000_i64..5_000_000_000).prop_map(Some),
                1_i64..4_000_000_000,
                proptest::collection::vec(-3_000_000_000_i64..1_500_000_000, 4),
            ),
            16,
        ),
        frame in 8_000_000_000_i64..20_000_000_000, closings in proptest::collection::vec(4_000_000_000_i64..9_000_000_000, 4)
    ) {
        let candidates = candidates_of(&numbers);
        check(&candidates, &Constraint::Frame(Ore::new(frame)))?;
        check(&candidates, &reserve(&closings, 0))?;
    }

    /// Paid out over a year and repaid later, as projects are.
    #[test]
    fn a_hundred_proposals_that_are_paid_out_and_repaid_are_proven(
        numbers in proptest::collection::vec((100_i64..=500, 100_000_000_i64..3_000_000_000, 4_i64..16, 0_i64..100), 60..=100)
    ) {
        let flows = |amount: i64, live: i64, uptake: i64| {
            let quarters = 0..40_i64;
            quarters.map(move |at| amount * uptake / 100 * (at - live).clamp(0, 20) / 20 - amount * (at + 1).min(4) / 4)
        };
        let numbers: Vec<Numbers> = numbers.into_iter().map(|(score, amount, live, uptake)| {
            (Some(score * 10_000_000 + score % 11 * 90_909_091), amount, flows(amount, live, uptake).collect())
        }).collect();
        let candidates = candidates_of(&numbers);
        let closings: Vec<i64> = (0..40).map(|at| 10_000_000_000 + at * 400_000_000).collect();
        for constraint in [Constraint::Frame(Ore::kroner(250_000_000)), reserve(&closings, 1_000_000_000)] {
            let best = best(&candidates, &constraint).unwrap();
            prop_assert!(best.proven);
            prop_assert_eq!(best.ceiling, best.score);
            let chosen: Vec<&Candidate> = candidates.iter().filter(|c| best.chosen.contains(&c.reference)).collect();
            prop_assert!(keeps(&chosen, &constraint));
            prop_assert_eq!(chosen.iter().filter_map(|c| c.score).sum::<Decimal>(), best.score);
            // One more always breaks the limit, or it wasn't the best.
            for other in candidates.iter().filter(|c| !best.chosen.contains(&c.reference)) {
                let mut more = chosen.clone();
                more.push(other);
                prop_assert!(!keeps(&more, &constraint));
            }
        }
    }
}

#[test]
fn a_large_case_without_structure_is_proven_or_said_to_have_stopped_early() {
    // Every score is the amount: the best set is a subset sum, which no bound helps to find.
    let mut state = 1_u64;
    let mut amount = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        i64::try_from(state >> 33).unwrap() + 1_000_000_000
    };
    let numbers: Vec<Numbers> = (0..60)
        .map(|_| amount())
        .map(|a| (Some(a), a, Vec::new()))
        .collect();
    let best = best_within(
        &candidates_of(&numbers),
        &Constraint::Frame(Ore::new(25_000_000_000)),
        300,
    )
    .unwrap();
    assert!(!best.proven);
    assert!(best.score <= best.ceiling && best.ceiling <= Decimal::from(25));
    assert!(best.amount <= Ore::new(25_000_000_000));
}

#[test]
fn nothing_to_choose_from_is_the_empty_set() {
    let empty = best(&[], &Constraint::Frame(Ore::new(5))).unwrap();
    assert_eq!(
        (empty.chosen, empty.score, empty.amount, empty.proven),
        (vec![], Decimal::ZERO, Ore::ZERO, true)
    );
    assert!(best(&[], &reserve(&[5, 0], 0)).is_ok());
    assert_eq!(best(&[], &reserve(&[5, -1], 0)), Err(NoneFits { proven: true }));
    assert!(best(&[], &reserve(&[], 7)).is_ok());
}

#[test]
fn what_nobody_has_scored_is_never_chosen_and_what_scores_nothing_only_when_it_makes_room() {
    let numbers = [
        (None, 1, vec![9, 9]),
        (Some(0), 1, vec![3, 0]),
        (Some(2), 1, vec![-5, 0]),
    ];
    let candidates = candidates_of(&numbers);
    let roomy = best(&candidates, &reserve(&[5, 5], 0)).unwrap();
    assert_eq!(roomy.chosen, [Ref::new(2018, 3)]);
    let tight = best(&candidates, &reserve(&[2, 5], 0)).unwrap();
    assert_eq!(tight.chosen, [Ref::new(2018, 2), Ref::new(2018, 3)]);
    assert_eq!(
        best(&candidates[..1], &Constraint::Frame(Ore::new(9)))
            .unwrap()
            .chosen,
        []
    );
}

#[test]
fn a_path_below_the_reserve_is_mended_by_what_comes_back_or_not_at_all() {
    let numbers = [(Some(1), 1, vec![2, 0]), (Some(2), 1, vec![-1, 4])];
    let candidates = candidates_of(&numbers);
    let mended = best(&candidates, &reserve(&[1, -3], 0)).unwrap();
    assert_eq!(mended.chosen, [Ref::new(2018, 1), Ref::new(2018, 2)]);
    assert_eq!(
        best(&candidates, &reserve(&[1, -5], 0)),
        Err(NoneFits { proven: true })
    );
}

#[test]
fn s8_a_set_fits_when_it_asks_for_exactly_the_frame_and_not_an_ore_more() {
    let numbers = [
        (Some(3), 7_000_000_000_001, vec![]),
        (Some(2), 3_000_000_000_000, vec![]),
    ];
    let candidates = candidates_of(&numbers);
    let under = |frame| {
        best(&candidates, &Constraint::Frame(Ore::new(frame)))
            .unwrap()
            .chosen
    };
    assert_eq!(under(10_000_000_000_001).len(), 2);
    assert_eq!(under(10_000_000_000_000), [Ref::new(2018, 1)]);
    assert_eq!(under(7_000_000_000_000), [Ref::new(2018, 2)]);
    assert_eq!(under(2_999_999_999_999), []);
    assert_eq!(under(-1), []);
}

#[test]
fn of_equal_scores_the_smaller_amount_is_chosen_then_the_earlier_places() {
    let equal = |amounts: &[i64]| -> Vec<Candidate> {
        let numbers: Vec<Numbers> = amounts
            .iter()
            .map(|a| (Some(3_000_000_000), *a, Vec::new()))
            .collect();
        candidates_of(&numbers)
    };
    let cheaper = best(&equal(&[5, 4, 4, 5]), &Constraint::Frame(Ore::new(10))).unwrap();
    assert_eq!(
        (cheaper.chosen, cheaper.amount),
        (vec![Ref::new(2018, 2), Ref::new(2018, 3)], Ore::new(8))
    );
    // Eighty alike: a tree that tries them one by one would never end.
    let alike = best(&equal(&[4; 80]), &Constraint::Frame(Ore::new(131))).unwrap();
    assert_eq!(
        alike.chosen,
        (1..=32).map(|n| Ref::new(2018, n)).collect::<Vec<Ref>>()
    );
    assert!(alike.proven);
}

#[test]
fn s3_scores_count_at_nine_decimals_and_no_further() {
    let mut candidates = candidates_of(&[(Some(0), 2, vec![]), (Some(0), 1, vec![])]);
    candidates[0].score = Some(Decimal::new(33_333_333_334, 10));
    candidates[1].score = Some(Decimal::new(33_333_333_331, 10));
    let best = best(&candidates, &Constraint::Frame(Ore::new(2))).unwrap();
    assert_eq!(best.chosen, [Ref::new(2018, 2)]);
    assert_eq!(best.score, Decimal::new(3_333_333_333, 9));
}
