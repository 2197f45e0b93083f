//! The screens, one file or folder each, and the one place that knows them all: which tabs there are and who
//! draws a route. Screens know each other by routes only.

mod asking;
mod cases;
mod overview;

use crate::tui::route::{House, Route, Tab};
use crate::tui::screen::{AnyScreen, mount};

/// The screens of the program.
pub const HOUSE: House = House {
    tabs: &[
        Tab {
            digit: '1',
            name: "overview-tab",
            route: Route::Overview,
        },
        Tab {
            digit: '2',
            name: "cases-tab",
            route: Route::Proposals,
        },
    ],
    open,
};

fn open(route: &Route) -> Box<dyn AnyScreen> {
    match route {
        Route::Proposals => mount(cases::Proposals::default()),
        Route::ProposalsAt(stage) => mount(cases::Proposals::at(*stage)),
        Route::Proposal(reference) => mount(cases::Case::new(reference)),
        Route::NewProposal => mount(cases::new()),
        Route::EditProposal(reference) => mount(cases::edit(*reference)),
        Route::Withdraw(reference) => mount(cases::withdraw(*reference)),
        Route::Qualify(reference) => mount(cases::qualify(*reference)),
        Route::Recommend(reference) => mount(cases::recommend(reference)),
        Route::Decide(reference) => mount(cases::decide(reference)),
        _ => mount(overview::Overview::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::clash;
    use crate::tui::screen::Screen;

    fn holds<S: Screen>() {
        assert_eq!(clash(S::KEYS, S::SCROLLS), None, "{}", std::any::type_name::<S>());
    }

    #[test]
    fn no_key_has_two_meanings_on_one_screen() {
        holds::<overview::Overview>();
        holds::<cases::Proposals>();
        holds::<cases::Case>();
    }
}
