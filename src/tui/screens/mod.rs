//! The screens, one file or folder each, and the one place that knows them all: which tabs there are and who
//! draws a route. Screens know each other by routes only.

mod asking;
mod capital;
mod log;
mod participants;

use crate::tui::route::{House, Route, Tab};
use crate::tui::screen::{AnyScreen, mount};

/// The screens of the program.
pub const HOUSE: House = House {
    tabs: &[
        Tab {
            digit: '6',
            name: "capital-tab",
            route: Route::Capital,
        },
        Tab {
            digit: '7',
            name: "participants-tab",
            route: Route::Participants,
        },
    ],
    open,
};

fn open(route: &Route) -> Box<dyn AnyScreen> {
    match route {
        Route::Disburse(reference) => mount(capital::disburse(*reference)),
        Route::Release(reference) => mount(capital::release(*reference)),
        Route::Participants => mount(participants::Participants::default()),
        Route::Participant(number) => mount(participants::Detail::new(number.clone())),
        Route::Answer(number) => mount(participants::answer(number.clone())),
        Route::Payment(number) => mount(participants::payment(number.clone())),
        Route::Log => mount(log::Log::default()),
        _ => mount(capital::Capital::default()),
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
        holds::<capital::Capital>();
        holds::<participants::Participants>();
        holds::<participants::Detail>();
        holds::<log::Log>();
    }
}
