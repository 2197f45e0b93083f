//! What each adopter bears of a solution (R1–R3), for adopters, orders, days and payments picked at random, on a real
//! file: the sums are exact, a newcomer raises nobody's share, and the order of what happens on one day never matters.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::domain::proposal::Ref;
use kommit::usecases::views::{Health, SolutionView};
use kommit::usecases::{ImportParticipants, OpError, Outcome, UseCase};
use proptest::prelude::*;

use crate::common::claims::*;
use crate::common::fund::*;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Something that happens to a solution whose cost is shared. Numbers pick among what there is.
#[derive(Clone, Debug)]
enum Step {
    Adopt { who: usize, ago: i64 },
    Settle,
    Pay { nth: usize, percent: i64 },
    Refund { nth: usize, percent: i64 },
    Grow { kroner: i64 },
    Count { who: usize, population: u32 },
    Later { days: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..NEIGHBOURS.len();
    let percent = 1..140_i64;
    prop_oneof![
        6 => (who.clone(), 0..20_i64).prop_map(|(who, ago)| Step::Adopt { who, ago }),
        5 => Just(Step::Settle),
        5 => (0..20_usize, percent.clone()).prop_map(|(nth, percent)| Step::Pay { nth, percent }),
        2 => (0..8_usize, 1..101_i64).prop_map(|(nth, percent)| Step::Refund { nth, percent }),
        1 => (1..900_i64).prop_map(|kroner| Step::Grow { kroner }),
        1 => (who, 1..60_000_u32).prop_map(|(who, population)| Step::Count { who, population }),
        4 => (1..40_i64).prop_map(|days| Step::Later { days }),
    ]
}

/// What a settlement said: its cost, and inhabitants and share by adopter.
struct Settled {
    cost: Ore,
    shares: BTreeMap<String, (u32, Ore)>,
}

impl Settled {
    fn last(fund: &Fund, reference: Ref) -> Settled {
        let seen = fund.sees("odd", &SolutionView { reference });
        let last = seen.settlements.last().unwrap();
        let share = |(number, inhabitants, share): &(kommit::domain::participant::Number, u32, Ore)| {
            (number.to_string(), (*inhabitants, *share))
        };
        Settled {
            cost: last.cost,
            shares: last.shares.iter().map(share).collect(),
        }
    }

    fn sum(&self) -> Ore {
        self.shares.values().map(|(_, share)| *share).sum()
    }

    fn inhabitants(&self, of: impl Fn(&str) -> bool) -> u64 {
        let own = self.shares.iter().filter(|(number, _)| of(number));
        own.map(|(_, (inhabitants, _))| u64::from(*inhabitants)).sum()
    }
}

/// R1, R3 right after a settlement.
fn holds(fund: &Fund, reference: Ref, base: u64, before: Option<&Settled>) -> Result<Settled, TestCaseError> {
    let now = Settled::last(fund, reference);
    let sum = now.sum();
    prop_assert!(sum <= now.cost, "R1: {sum:?} of {:?}", now.cost);
    // Twice the base is a whole number, as the base is of a half of the inhabitants.
    if now.inhabitants(|_| true) * 2 >= base {
        prop_assert_eq!(sum, now.cost, "R1: reached");
    }
    prop_assert_eq!(fund.net(reference, ALL), sum, "R1: net charges are the shares");
    for (number, (_, share)) in &now.shares {
        prop_assert_eq!(fund.net(reference, number), *share, "R1: {}", number);
    }
    if let Some(before) = before.filter(|before| before.cost == now.cost) {
        let of_old = |number: &str| before.shares.contains_key(number);
        let others_shrank = now.inhabitants(of_old) < before.inhabitants(of_old);
        for (number, (inhabitants, share)) in &before.shares {
            let (now_inhabitants, now_share) = now.shares[number];
            if now_inhabitants <= *inhabitants && !others_shrank {
                prop_assert!(
                    now_share <= *share + Ore::new(1),
                    "R3: {number} {share:?} {now_share:?}"
                );
            }
        }
    }
    Ok(now)
}

/// What holds for every adopter at any time.
fn adds_up(fund: &Fund, reference: Ref) -> Result<(), TestCaseError> {
    let raw = fund.raw();
    for (number, _) in NEIGHBOURS {
        let (net, paid, owed) = fund.account(reference, number);
        prop_assert!(
            !paid.is_negative() && paid <= net,
            "R4: {number} {paid:?} of {net:?}"
        );
        prop_assert!(!owed.is_negative(), "R1: {number} {owed:?}");
        // In cash: what came in, less what went back, is what is paid and what is still owed back.
        let sql = "
            SELECT coalesce(sum(amount_ore), 0) FROM postings q JOIN vouchers v ON v.voucher = q.voucher
            WHERE q.account = 'assets:bank' AND v.participant = ?1 AND v.event IN ('repayment', 'refund')";
        let cash: i64 = raw.query_row(sql, [number], |row| row.get(0)).unwrap();
        prop_assert_eq!(Ore::new(cash), paid + owed, "{}", number);
    }
    let cost = fund.outstanding(reference) + fund.lost(reference) + fund.paid(reference, ALL);
    let disbursed = fund.number(&format!(
        "SELECT sum(amount_ore) FROM postings q JOIN vouchers v ON v.voucher = q.voucher
         WHERE account = 'assets:outstanding:{reference}' AND event = 'disbursement'"
    ));
    prop_assert_eq!(
        cost,
        Ore::new(disbursed),
        "section 6: the cost is what was paid out"
    );
    prop_assert_eq!(fund.sees(ADMINISTRATOR, &Health), vec![]);
    Ok(())
}

fn use_case_of(fund: &Fund, reference: Ref, step: &Step) -> Option<(&'static str, Box<dyn UseCase>)> {
    let charges = fund.sees("odd", &SolutionView { reference }).charges;
    Some(match step {
        Step::Adopt { who, ago } => {
            let on = fund.today().checked_sub(ago.days()).unwrap().max(START);
            ("sofie", Box::new(adopt_on(reference, NEIGHBOURS[*who].0, on)))
        }
        Step::Settle => ("sofie", Box::new(settle(reference, None))),
        Step::Pay { nth, percent } => {
            let charge = &charges.get(nth % charges.len().max(1))?.charge;
            let amount = Ore::new((charge.net().ore() * percent / 100).max(1));
            ("sofie", Box::new(pay(charge.invoice, Some(amount))))
        }
        Step::Refund { nth, percent } => {
            let number = NEIGHBOURS[*nth].0;
            let amount = Ore::new(fund.owed(reference, number).ore() * percent / 100);
            ("sofie", Box::new(refund(reference, number, Some(amount))))
        }
        Step::Count { who, population } => {
            let mut counted = row(Kind::Municipality, NEIGHBOURS[*who].0);
            counted.population = Some(*population);
            (
                "sofie",
                Box::new(ImportParticipants {
                    rows: vec![counted],
                    on: None,
                }),
            )
        }
        Step::Grow { .. } | Step::Later { .. } => return None,
    })
}

/// Refused or done; anything else fails the test.
fn tried(result: Result<Outcome, OpError>) -> Result<bool, TestCaseError> {
    match result {
        Ok(_) => Ok(true),
        Err(OpError::Refused(_)) => Ok(false),
        Err(error) => Err(TestCaseError::fail(error.to_string())),
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn r3_a_newcomer_raises_nobody_and_credits_and_refunds_add_up(
        cost in 1..3_000_i64, odd in 0..100_i64, steps in proptest::collection::vec(step(), 10..50),
    ) {
        let fund = neighbourhood();
        let reference = fund.committed("2018-1", expected("2018-1", kr(40_000), "0.5"));
        fund.paid_out(reference, kr(cost) + Ore::new(odd));
        fund.does("sofie", &goes_live(reference));
        let mut settled: Option<Settled> = None;
        for step in steps {
            match step {
                Step::Later { days } => {
                    fund.on(fund.today().checked_add(days.days()).unwrap());
                    continue;
                }
                Step::Grow { kroner } => {
                    fund.paid_out(reference, kr(kroner));
                }
                _ => {
                    let Some((handle, use_case)) = use_case_of(&fund, reference, &step) else { continue };
                    if !tried(fund.tries(handle, use_case.as_ref()))? {
                        continue;
                    }
                }
            }
            if matches!(step, Step::Settle) {
                settled = Some(holds(&fund, reference, TOGETHER.unsigned_abs(), settled.as_ref())?);
                adds_up(&fund, reference)?;
            }
        }
        adds_up(&fund, reference)?;
    }

    #[test]
    fn r3_the_order_of_adoption_within_a_settlement_never_matters(
        cost in 1..3_000_000_i64, uptake in 0..101_u32,
        adopters in proptest::sample::subsequence((0..NEIGHBOURS.len()).collect::<Vec<_>>(), 1..=NEIGHBOURS.len()),
        earlier in 0..4_usize, (one, other) in orders(),
    ) {
        let base = neighbourhood();
        let reference = base.live_for("2018-1", Ore::new(cost), "shared", &format!("{}.{:02}", uptake / 100, uptake % 100));
        // Some were settled before, in one order for both.
        let (early, late) = adopters.split_at(earlier.min(adopters.len() - 1));
        if !early.is_empty() {
            for who in early {
                base.adopts(reference, NEIGHBOURS[*who].0);
            }
            base.settles(reference);
        }
        let accounts = |order: &[usize]| {
            let fund = base.copy();
            for who in order.iter().filter(|who| late.contains(who)) {
                fund.adopts(reference, NEIGHBOURS[*who].0);
            }
            fund.settles(reference);
            NEIGHBOURS.map(|(number, _)| fund.account(reference, number))
        };
        prop_assert_eq!(accounts(&one), accounts(&other));
    }

    #[test]
    fn r2_the_order_of_registering_a_day_never_matters(
        cost in 1..400_000_i64, model in 0..MODELS.len(), days in proptest::collection::vec(0..3_i64, NEIGHBOURS.len()),
        (one, other) in orders(), paid in proptest::collection::vec(0..3_usize, NEIGHBOURS.len()),
    ) {
        let base = neighbourhood();
        let reference = base.live_for("2018-1", kr(cost), MODELS[model], "0.5");
        base.on(START.checked_add(10.days()).unwrap());
        let day = |who: usize| START.checked_add(days[who].days()).unwrap();
        // The days are registered one after another; only within a day does the order differ, and who pays when.
        let nets = |order: &[usize], pays: bool| {
            let fund = base.copy();
            let mut order = order.to_vec();
            order.sort_by_key(|who| day(*who));
            for who in order {
                let adopts = adopt_on(reference, NEIGHBOURS[who].0, day(who));
                let invoice = invoice(&fund.does("sofie", &adopts));
                if let Some(invoice) = invoice.filter(|_| pays && paid[who] > 0) {
                    let part = fund.net(reference, NEIGHBOURS[who].0).ore() * paid[who] as i64 / 2;
                    if part > 0 {
                        fund.does("sofie", &pay(invoice, Some(Ore::new(part))));
                    }
                }
            }
            (NEIGHBOURS.map(|(number, _)| fund.net(reference, number)), fund)
        };
        let (first, fund) = nets(&one, true);
        prop_assert_eq!(first, nets(&other, false).0);
        adds_up(&fund, reference)?;
        // Worked out again: the prices of a day, or all that is left of the cost, nobody above the price.
        let mut left = kr(cost);
        for on in (0..3).map(|n| START.checked_add(n.days()).unwrap()) {
            let own: Vec<usize> = (0..NEIGHBOURS.len()).filter(|who| day(*who) == on).collect();
            let prices: Ore = own.iter().map(|who| price(model, NEIGHBOURS[*who].1)).sum();
            let charged: Ore = own.iter().map(|who| first[*who]).sum();
            prop_assert_eq!(charged, prices.min(left), "R2: {}", on);
            for who in own {
                let price = price(model, NEIGHBOURS[who].1);
                let exact = if prices <= left { i128::from(price.ore()) } else {
                    i128::from(price.ore()) * i128::from(left.ore()) / i128::from(prices.ore())
                };
                let more = i128::from(first[who].ore()) - exact;
                prop_assert!((0..=1).contains(&more) && first[who] <= price, "R2: {} {:?}", who, first[who]);
            }
            left -= charged;
        }
    }
}

/// Two orders of all the neighbours.
fn orders() -> impl Strategy<Value = (Vec<usize>, Vec<usize>)> {
    let all = || Just((0..NEIGHBOURS.len()).collect::<Vec<_>>()).prop_shuffle();
    (all(), all())
}

const MODELS: [&str; 4] = [
    DIGIORDEN,
    "fixed:30000",
    "inhabitant:2,50",
    "fixed:10000+inhabitant:0,37",
];

/// The price of a model, without the program's own reading of it.
fn price(model: usize, inhabitants: u32) -> Ore {
    let people = i64::from(inhabitants);
    Ore::new(match model {
        0 if people < 5_000 => 2_500_000,
        0 if people <= 10_000 => 4_000_000,
        0 => 6_000_000,
        1 => 3_000_000,
        2 => people * 250,
        _ => 1_000_000 + people * 37,
    })
}

#[test]
fn r2_a_day_is_cut_alike_whether_it_is_registered_before_or_between_later_days() {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(100), "fixed:70");
    let day = |n: i64| -> Date { START.checked_add(n.days()).unwrap() };
    fund.on(day(9));
    for (number, on) in [
        ("0111", day(2)),
        ("0118", day(1)),
        ("0119", day(2)),
        ("0121", day(1)),
    ] {
        fund.does("sofie", &adopt_on(reference, number, on));
    }
    // The second day was there first and keeps its 70; the first has the 30 that are left.
    let nets = ["0111", "0119", "0118", "0121"].map(|number| fund.net(reference, number));
    assert_eq!(nets, [kr(35), kr(35), kr(15), kr(15)]);
    assert_eq!(fund.net(reference, ALL), kr(100));
}
