//! The full-screen program.
//!
//! **How a key becomes a fact.** The keyboard thread turns bytes into a [`key::Key`]. The [`app`] gives it to
//! the overlay that is open, or to the screen on top, or to the keys that work everywhere. A screen answers
//! with [`effects::Effect`]s; the app turns what concerns the fund into [`effects::Request`]s, and the
//! [`runtime`] hands them to the one thread that holds the fund. The answer comes back as an
//! [`effects::Event`], the screen takes it, and what differs on the terminal is drawn.
//!
//! **How to write a screen.** One file in `screens/`, top to bottom:
//! 1. `//!`: what it is for, who may use it, the parameters of its route.
//! 2. A struct with two kinds of fields: what the user set (the filter, the cursor, the order), and
//!    `Option<…>` data derived from the view. Only `receive` makes derived data.
//! 3. `enum Action` and its table `KEYS`: use `Binding::open`, `filter`, `focus` and `undo` for what every
//!    screen has, `.needs(policy::Action::…)` for what the policy decides, `.quiet()` for what the footer may
//!    leave out. The order of the table is the order of the footer. With `SCROLLS` the moves of a list or
//!    a page come to `moved`; a page gives them to a [`widgets::prose::Scroll`].
//! 4. `impl Screen`: `title`, `view`, `receive`, `act`, `render`, and of the rest what it needs. `act` changes
//!    parameters and returns effects; when the view's own parameters changed, one of them is `Reload`.
//!    `subject` tells the policy about the selected row; `blocked` gives the screen's own reasons, as
//!    refusals. A step that can't be undone is an `Effect::Confirm` that names the effect and the amount and
//!    carries the `Perform`; the step is rehearsed before it is asked about, and what would be refused is said in
//!    place of the question, through `performed`. By default an outcome is said on the last line and the screen asks again.
//! 5. A list is a [`widgets::listing::Listing`]; named by `list` and `list_mut`, it gets the moves, the filter and Esc.
//!    A form is a screen whose `mode` is that of a [`widgets::form::Form`], and whose keys in it go there by `typed`.
//! 6. Its route in [`route::Route`], its line in `screens::SCREENS`, its texts in `assets/i18n/*/`.
//! 7. Tests with `testing::Story`: keys in, expected screens out; a snapshot of the body at 80x24 and at 120x40, tiny
//!    sizes, one denied role. Its last lines stand with those of all screens in `screens/stories.rs`, and
//!    that no key means two things there is held by the test in `screens`.
//!
//! Screens never name each other: they return `Effect::Open(Route)`. Drawing is immutable; everything drawn
//! goes through `widgets::text::put`, and every word through `ctx.words`.

pub mod app;
pub mod ctx;
pub mod effects;
mod frame;
pub mod fund_access;
pub mod key;
mod keyboard;
pub mod keymap;
pub mod overlay;
mod parts;
pub mod route;
mod runtime;
pub mod screen;
pub mod screens;
mod stack;
#[cfg(test)]
mod story;
mod terminal;
#[cfg(test)]
pub(crate) mod testing;
pub mod theme;
pub mod widgets;

pub use fund_access::{FundAccess, SessionAccess};
pub use keyboard::{Page, keyboard};
pub use route::Route;
pub use runtime::Ending;
use runtime::Line;
pub use screen::Screens;

use std::io;
use std::time::Duration;

use crate::i18n::Words;
use crate::tui::app::App;
use crate::tui::theme::Theme;
use crate::usecases::OpError;

/// What a session starts with.
pub struct Start {
    pub words: Words,
    pub theme: Theme,
    /// The theme is of ASCII until the terminal answers that it draws all signs.
    pub asks_for_signs: bool,
    pub route: Route,
    /// The terminal is at the far end of a line, which may part the bytes of a key.
    pub over_ssh: bool,
    /// How long the session waits for a key before it ends.
    pub idle: Option<Duration>,
}

/// Why a session couldn't run.
#[derive(Debug)]
pub enum Failure {
    Fund(OpError),
    Terminal(io::Error),
}

/// Runs the full-screen program until it ends, and gives the terminal back.
///
/// # Errors
/// When the fund can't be read or the terminal can't be used, or when the person may not be here any more.
pub fn run(mut fund: Box<dyn FundAccess>, screens: Screens, start: Start) -> Result<Ending, Failure> {
    let session_info = fund.session_info().map_err(Failure::Fund)?;
    let app = App::new(screens, &start.route, start.words, start.theme, session_info);
    let line = Line {
        over_ssh: start.over_ssh,
        asks_for_signs: start.asks_for_signs,
        idle: start.idle,
    };
    match runtime::run(app, fund, line).map_err(Failure::Terminal)? {
        Ending::Dismissed(why) => Err(Failure::Fund(OpError::Denied(why))),
        ending => Ok(ending),
    }
}
