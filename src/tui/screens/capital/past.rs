//! The forecasts that are saved, and what came of each (F5; `Route::PastForecasts`): a list of them, and behind Enter one
//! quarter by quarter. What a quarter became is the ledger's; what was expected of it stays as it was.

use std::iter::repeat;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::calendar::Quarter;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::present::forecast::{FOLLOWED, Followed, SAVED};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::keymap::Binding;
use crate::tui::screen::Screen;
use crate::tui::widgets::list;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views::PastForecasts;
use crate::usecases::views::past::Past;

/// Widest that the page is read at.
const READABLE: u16 = 100;

impl Row for Past {
    type Key = String;

    fn key(&self) -> String {
        self.name.clone()
    }
}

impl Row for Followed {
    type Key = Quarter;

    fn key(&self) -> Quarter {
        self.forecast.row.quarter
    }
}

/// The screen.
#[derive(Default)]
pub(crate) struct Saved {
    forecasts: Listing<Past>,
    /// The one that is read, by its name.
    reading: Option<String>,
    /// Its quarters, each with what came of it if it is over.
    quarters: Listing<Followed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Open,
}

impl Saved {
    fn read(&self) -> Option<&Past> {
        let name = self.reading.as_ref()?;
        self.forecasts.rows().iter().find(|past| past.name == *name)
    }

    /// What is over comes first in a forecast, so that a deviation has the place of its quarter.
    fn read_quarters(&mut self) {
        let quarters = self.read().map(|past| {
            let passed = past.passed.iter().copied().map(Some).chain(repeat(None));
            let quarters = past.saved.quarters.iter().copied().zip(passed);
            quarters
                .map(|(forecast, passed)| Followed { forecast, passed })
                .collect()
        });
        self.quarters.receive(quarters.unwrap_or_default());
    }
}

impl Screen for Saved {
    type View = PastForecasts;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[Binding::open(Action::Open)];

    fn title(&self) -> Phrase {
        match self.read() {
            Some(past) => phrase("past-title-one")
                .with("name", past.name.as_str())
                .with("date", past.saved.as_of),
            None => phrase("past-title"),
        }
    }

    fn view(&self) -> PastForecasts {
        PastForecasts
    }

    fn receive(&mut self, data: Vec<Past>) {
        self.forecasts.receive(data);
        self.read_quarters();
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(match self.read() {
            Some(_) => &self.quarters,
            None => &self.forecasts,
        })
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(match self.read() {
            Some(_) => &mut self.quarters,
            None => &mut self.forecasts,
        })
    }

    fn blocked(&self, Action::Open: Action) -> Option<Refusal> {
        match (self.read(), self.forecasts.selected()) {
            (Some(_), _) => Some(refuse("past-reading")),
            (None, None) => Some(refuse("past-none")),
            (None, Some(_)) => None,
        }
    }

    fn act(&mut self, Action::Open: Action) -> Vec<Effect> {
        self.reading = self.forecasts.selected().map(|past| past.name.clone());
        self.quarters = Listing::default();
        self.read_quarters();
        Vec::new()
    }

    fn back(&mut self) -> Option<Vec<Effect>> {
        self.reading.take().map(|_| Vec::new())
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = Rect {
            width: area.width.min(READABLE),
            ..area
        };
        match self.read() {
            Some(_) => self.one(area, buf, ctx),
            None => self.all(area, buf, ctx),
        }
    }
}

impl Saved {
    fn all(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let columns = list::columns(SAVED, self.forecasts.rows(), ctx);
        self.forecasts
            .look("past-empty", &columns, &|past| list::cells(SAVED, past, ctx))
            .render(area, buf, ctx);
    }

    /// What was expected of each quarter, and what came of those that are over.
    fn one(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let columns = list::columns(FOLLOWED, self.quarters.rows(), ctx);
        self.quarters
            .look("past-empty", &columns, &|quarter| {
                list::cells(FOLLOWED, quarter, ctx)
            })
            .render(area, buf, ctx);
    }
}
