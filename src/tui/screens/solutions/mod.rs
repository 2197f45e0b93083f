//! 8 Løsninger: the projects that the fund has paid to, what has come back of the money, and what is overdue. Everyone
//! may see it; the secretariat registers adoptions, settlements and payments, KS writes off and stops.

mod adopt;
mod detail;
#[cfg(test)]
mod fixtures;
mod keys;
mod list;
mod live;
mod loss;
mod pay;
mod picture;
mod rows;
mod section;
mod steps;
#[cfg(test)]
mod stories;
mod tables;

pub(super) use adopt::adopt;
pub(super) use detail::Detail;
pub(super) use live::go_live;
pub(super) use loss::{stop, write_off};
pub(super) use pay::{pay, refund};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::policy::Action as Rule;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::present::solutions::Totals;
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views;
use crate::usecases::views::solutions::SolutionLine;
use rows::ORDERS;

/// The list as it is filtered and ordered.
pub(super) struct Solutions {
    list: Listing<SolutionLine>,
    totals: Totals,
}

impl Default for Solutions {
    fn default() -> Self {
        Solutions {
            list: Listing::ordered(ORDERS),
            totals: Totals::default(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    Filter,
    Order,
    RemindAll,
}

impl Screen for Solutions {
    type View = views::Solutions;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open),
        Binding::filter(Action::Filter),
        Binding::sort(Action::Order, "solutions-order-help"),
        Binding::new(
            &[Key::Char('p')],
            Action::RemindAll,
            "solutions-remind-all",
            "solutions-remind-all-help",
        )
        .needs(Rule::Remind),
    ];

    fn title(&self) -> Phrase {
        self.list.titled(phrase("solutions-title"))
    }

    fn view(&self) -> views::Solutions {
        views::Solutions
    }

    fn receive(&mut self, lines: Vec<SolutionLine>) {
        self.totals = Totals::of(&lines);
        self.list.receive(lines);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        match action {
            Action::Open if self.list.selected().is_none() => Some(refuse("solutions-none-selected")),
            Action::RemindAll if self.totals.to_remind.charges == 0 => Some(refuse("solutions-none-overdue")),
            _ => None,
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => {
                let route = self.list.selected().map(|line| Route::Solution(line.key()));
                return route.map(Effect::Open).into_iter().collect();
            }
            Action::Filter => self.list.open_filter(),
            Action::Order => self.list.next_order(),
            Action::RemindAll => return vec![steps::remind_all(self.totals)],
        }
        Vec::new()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        self.draw(area, buf, ctx);
    }
}
