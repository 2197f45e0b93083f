//! The screens, one file or folder each, and the one place that knows them all: which tabs there are and who
//! draws a route. Screens know each other by routes only.

mod capital;
mod log;
mod meeting;
mod minutes;
mod overview;
mod participants;
mod portfolio;
mod pricing;
mod proposals;
mod ranking;
mod scoring;
mod solutions;
mod step_form;
mod vouchers;

use crate::present::screens::ScreenName;
use crate::tui::keymap::Row;
use crate::tui::route::Route;
use crate::tui::screen::{AnyScreen, Screen, Screens, Tab, mount};

/// The screens of the program.
pub const SCREENS: Screens = Screens {
    tabs: &[
        Tab::of(ScreenName::Overview, Route::Overview),
        Tab::of(ScreenName::Proposals, Route::Proposals),
        Tab::of(ScreenName::Scoring, Route::Scoring),
        Tab::of(ScreenName::Ranking, Route::Ranking),
        Tab::of(ScreenName::Meeting, Route::Meeting),
        Tab::of(ScreenName::Capital, Route::Capital),
        Tab::of(ScreenName::Participants, Route::Participants),
        Tab::of(ScreenName::Solutions, Route::Solutions),
    ],
    open,
};

fn open(route: &Route) -> Box<dyn AnyScreen> {
    match route {
        Route::Proposals => mount(proposals::Proposals::default()),
        Route::ProposalsAt(stage) => mount(proposals::Proposals::at(*stage)),
        Route::Proposal(reference) => mount(proposals::ProposalScreen::new(reference)),
        Route::NewProposal => mount(proposals::new()),
        Route::EditProposal(reference) => mount(proposals::edit(*reference)),
        Route::Withdraw(reference) => mount(proposals::withdraw(*reference)),
        Route::Qualify(reference) => mount(proposals::qualify(*reference)),
        Route::Recommend(reference) => mount(proposals::recommend(reference)),
        Route::Decide(reference) => mount(proposals::decide(reference)),
        Route::Overview => mount(overview::Overview::default()),
        Route::Scoring => mount(scoring::Scoring::default()),
        Route::Scorecard(reference) => mount(scoring::Card::new(*reference)),
        Route::Conflict(reference) => mount(scoring::conflict(*reference)),
        Route::OpenRound => mount(scoring::OpenRound::default()),
        Route::Ranking => mount(ranking::Ranking::default()),
        Route::Portfolio {
            round,
            frame,
            rule,
            marks,
        } => mount(portfolio::Portfolio::new(
            round.clone(),
            *frame,
            *rule,
            marks.clone(),
        )),
        Route::Meeting => mount(meeting::Meeting::default()),
        Route::MeetingOf(key) => mount(meeting::Meeting::of(*key)),
        Route::Minutes(key) => mount(minutes::MinutesScreen::new(*key)),
        Route::TakeUp(reference, title) => mount(meeting::Meeting::taking_up(*reference, title.clone())),
        Route::Disburse(reference) => mount(capital::disburse(*reference)),
        Route::Release(reference) => mount(capital::release(*reference)),
        Route::SaveForecast => mount(capital::save()),
        Route::PastForecasts => mount(capital::Saved::default()),
        Route::Approvals => mount(capital::Capital::approvals()),
        Route::ParticipantsAt(standing) => mount(participants::Participants::at(*standing)),
        Route::Participants => mount(participants::Participants::default()),
        Route::Participant(number) => mount(participants::Detail::new(number.clone())),
        Route::Answer(number) => mount(participants::answer(number.clone())),
        Route::Payment(number) => mount(participants::payment(number.clone())),
        Route::Waive(number) => mount(participants::sum(participants::Deed::Waive, number.clone())),
        Route::RefundContribution(number) => {
            mount(participants::sum(participants::Deed::Refund, number.clone()))
        }
        Route::Keep(number) => mount(participants::sum(participants::Deed::Keep, number.clone())),
        Route::Solutions => mount(solutions::Solutions::default()),
        Route::Solution(reference) => mount(solutions::Detail::new(*reference)),
        Route::Adopt(reference) => mount(solutions::adopt(*reference)),
        Route::GoLive(reference) => mount(solutions::go_live(*reference)),
        Route::PayCharge(reference, invoice) => mount(solutions::pay(*reference, *invoice)),
        Route::Refund(reference, number) => mount(solutions::refund(*reference, number.clone())),
        Route::WriteOff(reference) => mount(solutions::write_off(*reference)),
        Route::Stop(reference) => mount(solutions::stop(*reference)),
        Route::Vouchers => mount(vouchers::Vouchers::default()),
        Route::Reverse(voucher) => mount(vouchers::reverse(*voucher)),
        Route::ClosePeriod => mount(vouchers::close()),
        Route::ReopenPeriod => mount(vouchers::reopen()),
        Route::Log => mount(log::Log::default()),
        Route::Capital => mount(capital::Capital::default()),
    }
}

#[cfg(test)]
mod stories;

/// A screen's own table of keys.
pub struct Table {
    /// The key of the heading that the manual has it under.
    pub name: &'static str,
    pub rows: Vec<Row>,
}

impl Table {
    fn of<S: Screen>(name: &'static str) -> Self {
        Table {
            name,
            rows: S::KEYS.iter().map(|binding| Row::of(binding, None)).collect(),
        }
    }
}

/// The tables of every screen that has one.
#[must_use]
pub fn tables() -> Vec<Table> {
    vec![
        Table::of::<overview::Overview>("overview-tab"),
        Table::of::<proposals::Proposals>("proposals-tab"),
        Table::of::<proposals::ProposalScreen>("cli-proposals-show"),
        Table::of::<scoring::Scoring>("scoring-tab"),
        Table {
            name: "keys-scorecard",
            rows: scoring::CRITERIA
                .iter()
                .map(|binding| Row::of(binding, None))
                .collect(),
        },
        Table::of::<scoring::OpenRound>("keys-new-round"),
        Table::of::<ranking::Ranking>("ranking-tab"),
        Table::of::<portfolio::Portfolio>("portfolio-tab"),
        Table::of::<meeting::Meeting>("meeting-tab"),
        Table::of::<capital::Capital>("capital-tab"),
        Table::of::<capital::Saved>("past-title"),
        Table::of::<vouchers::Vouchers>("keys-vouchers"),
        Table::of::<participants::Participants>("participants-tab"),
        Table::of::<participants::Detail>("cli-participants-show"),
        Table::of::<solutions::Solutions>("solutions-tab"),
        Table::of::<solutions::Detail>("keys-solution"),
        Table::of::<log::Log>("log-title"),
    ]
}

#[cfg(test)]
mod tests {
    use super::step_form::{StepForm, StepScreen};
    use super::*;
    use crate::domain::participant::Number;
    use crate::domain::proposal::Ref;
    use crate::domain::ranking::{CutRule, Marks};
    use crate::tui::fund_access::{FundAccess, Query, SessionAccess};
    use crate::tui::keymap::{GLOBALS, MOVES};
    use crate::tui::testing::{Story, clash, demo};

    #[test]
    fn f6_the_formulas_are_one_key_away_on_every_screen_with_figures() {
        for (route, first) in [
            (Route::Overview, "Kapitalen"),
            (Route::Ranking, "Prioriteringen"),
            (Route::Capital, "Kapitalen"),
            (Route::Solutions, "Løsningene"),
        ] {
            let (_folder, fund) = demo("leder");
            let mut story = Story::new(SCREENS, &route, fund);
            story.press("=");
            let screen = story.screen(80, 24);
            // What the screen shows stands first.
            assert!(
                screen.contains("Slik regnes tallene") && screen.contains(&format!("│ {first}")),
                "{route:?}\n{screen}"
            );
            story.press("<Esc>");
            assert!(!story.screen(80, 24).contains("Slik regnes tallene"));
        }
    }

    #[test]
    fn no_key_has_two_meanings_on_one_screen() {
        let reference = || "2018-01".parse().expect("a reference");
        let routes = [
            Route::Proposal("2018-01".into()),
            Route::OpenRound,
            Route::Portfolio {
                round: "2018-1".into(),
                frame: None,
                rule: CutRule::Stop,
                marks: Marks::new(),
            },
            Route::PastForecasts,
            Route::Vouchers,
            Route::Participant(Number::parse("0301").expect("a number")),
            Route::Solution(reference()),
            Route::Log,
        ];
        let (_folder, mut fund) = demo("leder");
        let actor = fund.session_info().expect("a session").actor;
        let mut seen = Vec::new();
        for route in SCREENS.tabs.iter().map(|tab| &tab.route).chain(&routes) {
            let screen = open(route);
            let own: Vec<_> = screen.rows(&actor).into_iter().flat_map(|row| row.keys).collect();
            let moves = MOVES.iter().filter(|_| screen.scrolls());
            let moves = moves.flat_map(|binding| binding.keys);
            let everywhere = GLOBALS.iter().flat_map(|binding| binding.keys);
            let keys = own.iter().chain(moves).chain(everywhere);
            assert_eq!(clash(keys.copied()), None, "{route:?}");
            seen.push(own);
        }
        for Table { name, rows } in tables() {
            let keys: Vec<_> = rows.into_iter().flat_map(|row| row.keys).collect();
            // The digits of a scorecard score, and of the keys that work everywhere only some are left.
            let alone = name == "keys-scorecard" && clash(keys.iter().copied()).is_none();
            assert!(alone || seen.contains(&keys), "{name} is opened above");
        }
    }

    /// Refusals that many steps make, and the field that each is about.
    const COMMON: [(&str, &str); 7] = [
        ("amount-not-positive", "amount"),
        ("amount-too-large", "amount"),
        ("amount-above-applied", "amount"),
        ("date-ahead", "on"),
        ("period-closed", "on"),
        ("answer-reason-missing", "reason"),
        ("gate-reason-missing", "reason"),
    ];

    /// Which of the fields of [`COMMON`] a form asks for, once every common refusal has been seen to stand at its own.
    fn takes<A: StepForm>(mut screen: StepScreen<A>, fund: &mut SessionAccess) -> Vec<&'static str> {
        let data = fund.answer(&Query::of(screen.view()));
        screen.receive(*data.expect("its facts").downcast().expect("of its view"));
        let mut fields = Vec::new();
        for (code, field) in COMMON {
            let expected = screen.asks(field).then_some(field);
            assert_eq!(
                screen.refused_field(code),
                expected,
                "{} {code}",
                std::any::type_name::<A>()
            );
            fields.extend(expected.filter(|field| !fields.contains(field)));
        }
        fields
    }

    #[test]
    fn a_refusal_that_many_steps_make_stands_at_the_field_that_it_is_about_in_every_form() {
        let (_folder, mut fund) = demo("sekretariat");
        let fund = &mut fund;
        let reference = |text: &str| text.parse::<Ref>().expect("a reference");
        let (live, underway, new) = (reference("2017-01"), reference("2018-01"), reference("2018-25"));
        let number = || Number::parse("0528").expect("a number");
        let invoice = "K-0001".parse().expect("an invoice");
        for deed in [
            participants::Deed::Waive,
            participants::Deed::Refund,
            participants::Deed::Keep,
        ] {
            assert!(takes(participants::sum(deed, number()), fund).contains(&"amount"));
        }
        assert_eq!(takes(participants::payment(number()), fund), ["amount", "on"]);
        assert!(takes(participants::answer(number()), fund).contains(&"on"));
        assert_eq!(takes(solutions::pay(live, invoice), fund), ["amount", "on"]);
        assert_eq!(takes(solutions::refund(live, number()), fund), ["amount", "on"]);
        assert_eq!(takes(solutions::write_off(live), fund), ["amount", "reason"]);
        assert_eq!(takes(solutions::adopt(live), fund), ["on"]);
        assert_eq!(takes(solutions::go_live(underway), fund), ["on"]);
        assert_eq!(takes(solutions::stop(underway), fund), ["reason"]);
        assert_eq!(takes(capital::disburse(underway), fund), ["amount", "on"]);
        assert_eq!(takes(capital::release(underway), fund), ["amount", "reason"]);
        assert_eq!(takes(capital::save(), fund), [""; 0]);
        assert_eq!(takes(vouchers::close(), fund), [""; 0]);
        assert_eq!(takes(vouchers::reopen(), fund), ["reason"]);
        assert_eq!(takes(vouchers::reverse(511), fund), ["on", "reason"]);
        assert_eq!(takes(scoring::conflict(new), fund), [""; 0]);
        // The reason is asked for once something is answered with no, or once the decision deviates.
        assert_eq!(takes(proposals::qualify(new), fund), [""; 0]);
        assert_eq!(takes(proposals::withdraw(new), fund), ["reason"]);
        assert_eq!(takes(proposals::edit(new), fund), [""; 0]);
        assert_eq!(takes(proposals::recommend("2018-31"), fund), ["amount"]);
        assert_eq!(takes(proposals::decide("2018-31"), fund), ["amount"]);
    }
}
