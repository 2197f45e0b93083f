//! What the expected cash flow can bear (K2), where the scheme says that this limits a commitment: to the øre, with the
//! plan that is decided, and however the dates are turned (K3). And the forecast of a day stays what it was, whatever
//! happens later (F1).

use jiff::ToSpan;
use jiff::civil::date;
use kommit::domain::commitment::Instalment;
use kommit::domain::council::Recommendation;
use kommit::domain::meeting::ItemKind;
use kommit::domain::money::Ore;
use kommit::domain::proposal::{Estimate, Ref};
use kommit::domain::ranking::{CutRule, Marks};
use kommit::domain::scheme::Limit;
use kommit::usecases::views::{
    CapitalView, Deliberation, ForecastView, MeetingView, RankingView, SolutionView,
};
use kommit::usecases::{Decide, OpError, Recommend, StopProject};
use rust_decimal::Decimal;

use crate::common::fund::*;

/// Halden has paid its 615 800 kr. KS then gives all it can by the end of the quarter; the state as much as the sector,
/// 25 million of it at once and the rest by the end of the year.
const FREE: Ore = kr(2 * 615_800 + 2 * 40_000_000);

fn fund() -> Fund {
    let fund = Fund::by_cash_flow();
    fund.does("sofie", &answers(HALDEN, true));
    fund.does(
        "sofie",
        &pays(kommit::usecases::Payer::Participant(number(HALDEN)), None),
    );
    fund
}

fn says(error: &OpError) -> (&'static str, Option<&'static str>) {
    (error.refusal().code, error.refusal().rule)
}

#[test]
fn k2_what_can_be_borne_is_committed_to_the_ore_and_not_one_more() {
    let (bears, breaks) = (fund(), fund());
    assert_eq!(bears.sees("odd", &CapitalView).ahead.free_cash_flow, FREE);
    let reference = bears.recommended("2018-1", project("Innsyn", FREE));
    bears.does("karl", &commit(reference, FREE));
    let rows = bears.sees("odd", &CapitalView).ahead.rows;
    assert_eq!(rows.iter().map(|row| row.closing).min(), Some(Ore::ZERO));
    let more = FREE + Ore::new(1);
    let reference = breaks.recommended("2018-1", project("Innsyn", more));
    let error = breaks.tries("karl", &commit(reference, more)).unwrap_err();
    assert_eq!(says(&error), ("not-enough-free", Some("K2")));
}

#[test]
fn k2_a_plan_of_its_own_is_borne_as_it_is_decided() {
    let fund = fund();
    let amount = kr(70_000_000);
    let reference = fund.recommended("2018-1", project("Innsyn", amount));
    let at_once = Decide {
        plan: Some(vec![Instalment { due_on: DAY, amount }]),
        ..commit(reference, amount)
    };
    let error = fund.tries("karl", &at_once).unwrap_err();
    assert_eq!(says(&error), ("plan-below-reserve", Some("K2")));
    fund.does("karl", &commit(reference, amount));
}

#[test]
fn k3_a_decision_of_an_earlier_date_takes_nothing_that_a_later_one_has_promised() {
    let fund = fund();
    let [first, second] =
        ["2018-1", "2018-2"].map(|round| fund.recommended(round, project(round, kr(60_000_000))));
    let later = DAY.saturating_add(9.days());
    fund.on(later).does("karl", &commit(first, kr(60_000_000)));
    let error = fund
        .on(DAY)
        .tries("karl", &commit(second, kr(60_000_000)))
        .unwrap_err();
    assert_eq!(says(&error), ("not-enough-free", Some("K2")));
}

#[test]
fn k3_a_plan_of_an_earlier_date_is_borne_on_every_later_day_too() {
    let fund = fund();
    let later = DAY.saturating_add(9.days());
    let at_once = |reference, amount, day| Decide {
        plan: Some(vec![Instalment { due_on: day, amount }]),
        ..commit(reference, amount)
    };
    // The quarter ends with 65 615 800 kr before anything is promised, and then with 615 800 kr.
    let [large, small] = [kr(65_000_000), kr(800_000)];
    let first = fund.recommended("2018-1", project("Innsyn", large));
    let second = fund.recommended("2018-2", project("Kart", small));
    fund.on(later).does("karl", &at_once(first, large, later));
    fund.on(DAY);
    let error = fund.tries("karl", &at_once(second, small, DAY)).unwrap_err();
    assert_eq!(says(&error), ("plan-below-reserve", Some("K2")));
    // Parted over the year it is borne: the rest of the state's money comes in the fourth quarter.
    fund.does("karl", &commit(second, small));
    let rows = fund.on(later).sees("odd", &CapitalView).ahead.rows;
    assert!(rows.iter().all(|row| !row.closing.is_negative()));
}

#[test]
fn k2_the_frame_of_a_ranking_is_what_is_free_by_the_schemes_own_method() {
    let fund = fund();
    fund.ranked("2018-1", project("Innsyn", kr(1)));
    let ranking = RankingView {
        round: None,
        rule: CutRule::Stop,
        frame: None,
        marks: Marks::new(),
    };
    assert_eq!(fund.sees("odd", &ranking).ranking.frame, FREE);
}

#[test]
fn k2_is_one_figure_however_many_quarters_are_shown() {
    let fund = fund();
    for quarters in [1, 3, 4, 40, 60] {
        let mut view = ForecastView::default();
        view.settings.quarters = quarters;
        view.settings.paths = 1;
        assert_eq!(fund.sees("odd", &view).free_cash_flow(), FREE, "{quarters}");
    }
}

/// A project that is expected to bring something back.
fn expected(fund: &Fund) -> Ref {
    let mut details = project("Innsyn", kr(100_000));
    details.go_live = Some(date(2018, 6, 1));
    details.uptake = Estimate {
        likely: Some(Decimal::ONE),
        ..Estimate::default()
    };
    let reference = fund.committed("2018-1", details);
    fund.paid_out(reference, kr(100_000));
    reference
}

#[test]
fn f1_what_is_stopped_later_was_expected_to_come_back_until_then() {
    let fund = fund();
    fund.does("sofie", &pays(kommit::usecases::Payer::Ks, Some(kr(1_000_000))));
    let reference = expected(&fund);
    let seen = || {
        let rows = fund.sees("odd", &CapitalView).ahead.rows;
        let line = fund.sees("odd", &SolutionView { reference }).line;
        (rows, line.proposal.stage, line.break_even)
    };
    let before = seen();
    assert!(before.0.iter().any(|row| row.flows.repayments.is_positive()));
    let stop = StopProject {
        reference,
        reason: "Ingen vil ha den".into(),
    };
    fund.on(date(2018, 5, 15)).does("karl", &stop);
    assert!(seen().0.iter().all(|row| row.flows.repayments.is_zero()));
    fund.on(DAY);
    assert_eq!(seen(), before);
}

/// What is free now doesn't count what KS has yet to decide, and nobody who moves the next amount has to keep it in mind.
#[test]
fn m7_k1_k2_what_awaits_ks_is_told_with_what_is_left_after_it_and_comes_true_when_ks_decides() {
    let on_hand = Fund::new();
    on_hand.does("sofie", &answers(HALDEN, true));
    let payer = kommit::usecases::Payer::Participant(number(HALDEN));
    on_hand.does("sofie", &pays(payer, None));
    for fund in [on_hand, fund()] {
        let [first, second] = [("2018-1", 100_000), ("2018-2", 200_000)]
            .map(|(round, kroner)| fund.recommended(round, project(round, kr(kroner))));
        let declined = fund.ranked("2018-3", project("Avslått", kr(50_000)));
        let decline = Recommend {
            reference: declined,
            recommendation: Recommendation::Decline,
        };
        fund.does("lise", &decline);
        let reads = |reference| fund.sees("odd", &Deliberation { reference });
        assert_eq!(reads(first).awaiting, [(second, kr(200_000))]);
        let told = reads(first).awaiting_with(kr(60_000)).unwrap();
        assert_eq!(told.amount, kr(200_000));
        // The command tells the same of the whole.
        fund.seated();
        fund.meets(vec![ItemKind::Free]);
        let met = fund.sees("odd", &MeetingView { key: None }).awaiting.unwrap();
        let whole = reads(first).awaiting_with(kr(100_000)).unwrap();
        assert_eq!((met.amount, met.free_after), (kr(300_000), whole.free_after));

        fund.does("karl", &commit(second, kr(200_000)));
        let after = reads(first);
        assert_eq!(after.awaiting_with(kr(60_000)), None);
        let free = match after.limited_by {
            Limit::OnHand => after.free_after(kr(60_000)),
            Limit::CashFlow => after.free_cash_flow_after(kr(60_000)),
        };
        assert_eq!(free, told.free_after);
    }
}
