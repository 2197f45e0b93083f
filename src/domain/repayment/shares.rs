//! What each adopter is to bear of a solution's cost: a share by inhabitants (R1), or a price from a list, cut where the
//! cost is covered (R2).

use rust_decimal::Decimal;

use crate::domain::money::{Ore, apportion};
use crate::domain::participant::Number;
use crate::domain::proposal::PriceModel;

/// What one adopter is to bear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub number: Number,
    pub amount: Ore,
}

/// R1: cost × own inhabitants / max(inhabitants of all adopters, planned base), by participant number. From when the
/// adopters have reached the base, and never before they would exceed it, the shares sum to the cost to the øre: largest
/// remainder, ties by participant number.
#[must_use]
pub fn shared(cost: Ore, base: Decimal, adopters: &[(Number, u32)]) -> Vec<Due> {
    let mut adopters: Vec<&(Number, u32)> = adopters.iter().collect();
    adopters.sort();
    let together: u64 = adopters
        .iter()
        .map(|(_, inhabitants)| u64::from(*inhabitants))
        .sum();
    let rounded = (base > Decimal::from(together)).then(|| {
        let share = |inhabitants: u32| {
            // The product first, which is exact, so that half an øre is seen as half an øre.
            let share = Decimal::from(cost.ore()) * Decimal::from(inhabitants) / base;
            Ore::from_kroner(share / Decimal::ONE_HUNDRED).unwrap_or(cost)
        };
        adopters
            .iter()
            .map(|(_, inhabitants)| share(*inhabitants))
            .collect::<Vec<Ore>>()
    });
    // Many shares rounded up could come to an øre more than the cost just before the base is reached.
    let within = rounded.filter(|shares| shares.iter().sum::<Ore>() <= cost);
    let shares = within.unwrap_or_else(|| {
        let weights: Vec<u64> = adopters
            .iter()
            .map(|(_, inhabitants)| u64::from(*inhabitants))
            .collect();
        apportion(cost, &weights)
    });
    let due = |((number, _), amount): (&&(Number, u32), Ore)| Due {
        number: number.clone(),
        amount,
    };
    adopters.iter().zip(shares).map(due).collect()
}

/// R2: what an adopter with so many inhabitants pays by a price list, at most [`Ore::LARGEST_INPUT`] as any amount from
/// outside, so that no sum of prices overflows; `None` where the cost is shared (R1).
#[must_use]
pub fn price(model: &PriceModel, inhabitants: u32) -> Option<Ore> {
    match model {
        PriceModel::Shared => None,
        PriceModel::Price {
            fixed,
            per_inhabitant,
        } => {
            let each = i128::from(per_inhabitant.ore()) * i128::from(inhabitants) + i128::from(fixed.ore());
            let each = i64::try_from(each).map_or(Ore::LARGEST_INPUT, Ore::new);
            Some(each.min(Ore::LARGEST_INPUT))
        }
        PriceModel::Bands { upto, above } => {
            let band = upto.iter().find(|(bound, _)| inhabitants <= *bound);
            Some(band.map_or(*above, |(_, amount)| *amount))
        }
    }
}

/// R2, at cost: those who adopt on one day pay their prices, or share what is left of the cost in proportion to them:
/// largest remainder, ties by participant number.
#[must_use]
pub fn cut(left: Ore, prices: &[(Number, Ore)]) -> Vec<Due> {
    let mut prices: Vec<&(Number, Ore)> = prices.iter().collect();
    prices.sort();
    let together: Ore = prices.iter().map(|(_, price)| *price).sum();
    let amounts = if together <= left {
        prices.iter().map(|(_, price)| *price).collect()
    } else {
        let weights: Vec<u64> = prices
            .iter()
            .map(|(_, price)| price.ore().unsigned_abs())
            .collect();
        apportion(left.max(Ore::ZERO), &weights)
    };
    let due = |((number, _), amount): (&&(Number, Ore), Ore)| Due {
        number: number.clone(),
        amount,
    };
    prices.iter().zip(amounts).map(due).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(n: usize) -> Number {
        Number::parse(&format!("{:04}", n + 101)).unwrap()
    }

    fn adopters(inhabitants: &[u32]) -> Vec<(Number, u32)> {
        inhabitants
            .iter()
            .enumerate()
            .map(|(n, i)| (number(n), *i))
            .collect()
    }

    fn amounts(dues: &[Due]) -> Vec<i64> {
        dues.iter().map(|due| due.amount.ore()).collect()
    }

    fn digiorden() -> PriceModel {
        "bands:4999=25000,10000=40000,=60000".parse().unwrap()
    }

    #[test]
    fn r1_below_the_base_each_pays_its_part_of_the_base_and_from_then_on_they_share_the_cost() {
        let base = Decimal::from(100);
        assert_eq!(
            amounts(&shared(Ore::new(1000), base, &adopters(&[30, 20]))),
            [300, 200]
        );
        assert_eq!(
            amounts(&shared(Ore::new(1000), base, &adopters(&[30, 20, 50]))),
            [300, 200, 500]
        );
        assert_eq!(
            amounts(&shared(Ore::new(1000), base, &adopters(&[30, 20, 250]))),
            [100, 67, 833]
        );
        assert_eq!(
            amounts(&shared(Ore::new(10), Decimal::ZERO, &adopters(&[1, 1, 1]))),
            [4, 3, 3]
        );
        assert_eq!(
            amounts(&shared(Ore::new(5), Decimal::new(1005, 1), &adopters(&[10]))),
            [0]
        );
        // Half an øre is rounded away from zero, also when the part is a third.
        assert_eq!(amounts(&shared(Ore::new(5), Decimal::TEN, &adopters(&[1]))), [1]);
        assert_eq!(
            amounts(&shared(Ore::new(9), Decimal::from(6), &adopters(&[1, 3]))),
            [2, 5]
        );
        assert!(shared(Ore::new(5), base, &[]).is_empty());
    }

    #[test]
    fn r2_digiordens_list_at_its_boundaries() {
        for (inhabitants, kroner) in [
            (1, 25_000),
            (4_999, 25_000),
            (5_000, 40_000),
            (10_000, 40_000),
            (10_001, 60_000),
        ] {
            assert_eq!(
                price(&digiorden(), inhabitants),
                Some(Ore::kroner(kroner)),
                "{inhabitants}"
            );
        }
    }

    #[test]
    fn r2_prices_beyond_all_reason_are_cut_to_the_cost_like_any_other() {
        let model: PriceModel = "fixed:100000000000+inhabitant:90000000000".parse().unwrap();
        let most = price(&model, u32::MAX).unwrap();
        assert_eq!(most, Ore::LARGEST_INPUT);
        let prices: Vec<_> = (0..450).map(|n| (number(n), most)).collect();
        let dues = cut(Ore::new(100_000), &prices);
        assert_eq!(dues.iter().map(|due| due.amount).sum::<Ore>(), Ore::new(100_000));
    }

    #[test]
    fn r2_digiordens_list_over_all_municipalities_of_2017_is_the_sum_of_a_count() {
        let text = include_str!("../../../assets/data/participants-2017.csv");
        let populations = || {
            let rows = text.lines().filter(|line| line.starts_with("kommune,"));
            rows.map(|line| line.rsplit(',').next().unwrap().parse::<u32>().unwrap())
        };
        let sum: Ore = populations()
            .map(|people| price(&digiorden(), people).unwrap())
            .sum();
        // Counted without the price list: how many are small, of middling size, and large.
        let count = |low: u32, high: u32| {
            i64::try_from(populations().filter(|p| (low..=high).contains(p)).count()).unwrap()
        };
        let (small, middling, large) = (count(1, 4_999), count(5_000, 10_000), count(10_001, u32::MAX));
        assert_eq!(small + middling + large, 426);
        assert_eq!(
            sum,
            Ore::kroner(small * 25_000 + middling * 40_000 + large * 60_000)
        );
        assert_eq!(sum, Ore::kroner(DIGIORDEN_2017));
    }

    /// Worked out with awk from the same file: `$NF<5000 → 25000, ≤10000 → 40000, else 60000`, summed.
    const DIGIORDEN_2017: i64 = 15_925_000;

    #[test]
    fn r2_prices_are_fixed_by_inhabitant_or_both() {
        let of = |model: &str, inhabitants| price(&model.parse().unwrap(), inhabitants).map(Ore::ore);
        assert_eq!(of("fixed:25000", 7), Some(2_500_000));
        assert_eq!(of("inhabitant:1,50", 7), Some(1050));
        assert_eq!(of("fixed:100+inhabitant:1,50", 7), Some(11_050));
        assert_eq!(of("shared", 7), None);
    }

    #[test]
    fn r2_those_of_one_day_share_the_cut_in_proportion() {
        let prices = [
            (number(1), Ore::new(60)),
            (number(0), Ore::new(60)),
            (number(2), Ore::new(30)),
        ];
        assert_eq!(amounts(&cut(Ore::new(150), &prices)), [60, 60, 30]);
        assert_eq!(amounts(&cut(Ore::new(76), &prices)), [31, 30, 15]);
        assert_eq!(amounts(&cut(Ore::new(-5), &prices)), [0, 0, 0]);
    }

    fn people() -> impl Strategy<Value = Vec<u32>> {
        proptest::collection::vec(1u32..700_000, 1..40)
    }

    proptest! {
        #[test]
        fn r1_the_shares_sum_to_the_cost_once_the_base_is_reached_and_never_exceed_it(
            cost in 1i64..10_000_000_000, people in people(), base in 0u64..30_000_000,
        ) {
            let shares = shared(Ore::new(cost), Decimal::from(base), &adopters(&people));
            let sum: Ore = shares.iter().map(|due| due.amount).sum();
            prop_assert!(sum <= Ore::new(cost));
            if people.iter().map(|p| u64::from(*p)).sum::<u64>() >= base {
                prop_assert_eq!(sum, Ore::new(cost));
            }
        }

        #[test]
        fn r3_a_new_adopter_raises_nobody_by_more_than_one_ore(
            cost in 1i64..10_000_000_000, people in people(), base in 0u64..5_000_000, new in 1u32..700_000,
        ) {
            let base = Decimal::from(base);
            let before = shared(Ore::new(cost), base, &adopters(&people));
            let more: Vec<u32> = people.iter().copied().chain([new]).collect();
            let after = shared(Ore::new(cost), base, &adopters(&more));
            for (before, after) in before.iter().zip(&after) {
                prop_assert!(after.amount <= before.amount + Ore::new(1), "{before:?} {after:?}");
            }
        }

        #[test]
        fn r3_the_order_of_the_adopters_never_matters(
            cost in 1i64..10_000_000_000, people in people(), base in 0u64..5_000_000, at in 0usize..40,
        ) {
            let base = Decimal::from(base);
            let mut turned = adopters(&people);
            let straight = shared(Ore::new(cost), base, &turned);
            let at = at % turned.len();
            turned.rotate_left(at);
            prop_assert_eq!(straight, shared(Ore::new(cost), base, &turned));
            let mut prices: Vec<(Number, Ore)> = turned.iter().map(|(n, i)| (n.clone(), Ore::new(i64::from(*i)))).collect();
            let one = cut(Ore::new(cost), &prices);
            prices.reverse();
            prop_assert_eq!(one, cut(Ore::new(cost), &prices));
        }

        #[test]
        fn r2_a_day_never_charges_more_than_what_is_left_of_the_cost_nor_anyone_more_than_the_price(
            left in -1_000i64..10_000_000, prices in proptest::collection::vec(0i64..1_000_000, 0..40),
        ) {
            let prices: Vec<(Number, Ore)> = prices.iter().enumerate().map(|(n, p)| (number(n), Ore::new(*p))).collect();
            let dues = cut(Ore::new(left), &prices);
            let (sum, whole): (Ore, Ore) = (dues.iter().map(|d| d.amount).sum(), prices.iter().map(|(_, p)| *p).sum());
            prop_assert_eq!(sum, whole.min(Ore::new(left)).max(Ore::ZERO));
            for (due, (_, price)) in dues.iter().zip(&prices) {
                prop_assert!(due.amount <= *price);
            }
        }
    }
}
