//! The forecasts that are saved, and what came of each (F5; `Route::PastForecasts`): a list of them, and behind Enter one
//! quarter by quarter. What a quarter became is the ledger's; what was expected of it stays as it was.

use std::iter::repeat;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::picture::{below, inset};
use crate::domain::calendar::Quarter;
use crate::domain::forecast::{Deviation, SavedQuarter};
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::i18n::{Words, clean};
use crate::tui::effects::Effect;
use crate::tui::keymap::Binding;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::tui::widgets::text::{line, width, wrap};
use crate::usecases::views::PastForecasts;
use crate::usecases::views::past::Past;

/// Widest that the page is read at.
const READABLE: u16 = 100;
/// Columns of an amount in millions under its head.
const MILLIONS: u16 = 9;

/// A quarter as it was forecast, and what came of it if it is over.
type PastQuarter = (SavedQuarter, Option<Deviation>);

impl Row for Past {
    type Key = String;

    fn key(&self) -> String {
        self.name.clone()
    }
}

impl Row for PastQuarter {
    type Key = Quarter;

    fn key(&self) -> Quarter {
        self.0.key()
    }
}

/// The screen.
#[derive(Default)]
pub struct Saved {
    forecasts: Listing<Past>,
    /// The one that is read, by its name.
    reading: Option<String>,
    /// Its quarters, each with what came of it if it is over.
    quarters: Listing<PastQuarter>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
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
            past.saved.quarters.iter().copied().zip(passed).collect()
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

    fn back(&mut self) -> bool {
        self.reading.take().is_some()
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
        let words = ctx.words;
        let column = |head: &str, least: u16| {
            let head = words.t(head);
            let wide = width(&head).max(least);
            Column::new(head, Width::Fixed(wide)).right()
        };
        let columns = [
            Column::new(words.t("past-col-name"), Width::Flex(16)),
            column("past-col-saved", 10),
            column("past-col-passed", 8),
            column("past-col-last", MILLIONS).spare(1),
        ];
        let cells = |past: &Past| -> Vec<CellText> {
            let passed = phrase("past-passed")
                .with("passed", past.passed.len())
                .with("all", past.saved.quarters.len());
            let last = past.passed.last();
            vec![
                (clean(&past.name).into_owned(), ctx.theme.plain()),
                (words.column_date(past.saved.as_of), ctx.theme.plain()),
                (passed.words(words), ctx.theme.plain()),
                difference(last, ctx),
            ]
        };
        self.forecasts
            .look("past-empty", &columns, &cells)
            .render(area, buf, ctx);
    }

    /// The quarters in millions, and the selected one in whole kroner under them.
    fn one(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some((quarter, passed)) = self.quarters.selected() else {
            return;
        };
        let told = wrap(&told(quarter, passed.as_ref(), ctx.words), inset(area).width);
        let foot = u16::try_from(told.len()).unwrap_or(0) + 1;
        let table = if area.height >= foot + 6 {
            let place = inset(below(area, area.height - foot));
            for (row, text) in (1..).zip(&told) {
                line(buf, place, row, text, ctx.theme.plain(), ctx.theme);
            }
            Rect {
                height: area.height - foot,
                ..area
            }
        } else {
            area
        };
        self.table(table, buf, ctx);
    }

    fn table(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let words = ctx.words;
        let quarters = self.quarters.rows().iter();
        let names = quarters.map(|(quarter, _)| width(&words.quarter(quarter.row.quarter)));
        let column = |head: &str| Column::new(words.t(head), Width::Fixed(MILLIONS)).right();
        let columns = [
            Column::new(
                words.t("quarters-quarter"),
                Width::Fixed(names.max().unwrap_or(0)),
            ),
            column("past-col-expected"),
            column("quarters-p10").spare(2),
            column("quarters-p90").spare(1),
            column("past-col-actual"),
            column("past-col-difference"),
            Column::new(words.t("past-col-within"), Width::Flex(10)).spare(3),
        ];
        let cells = |(SavedQuarter { row, band }, passed): &PastQuarter| -> Vec<CellText> {
            let passed = passed.as_ref();
            let plain = ctx.theme.plain();
            let actual = passed.map_or_else(none, |passed| words.mill(passed.actual));
            let within = match passed {
                None => (String::new(), plain),
                Some(passed) if passed.is_within() => (words.t("word-yes"), ctx.theme.good()),
                Some(_) => (words.t("word-no"), ctx.theme.warn()),
            };
            vec![
                (words.quarter(row.quarter), plain),
                (words.mill(row.closing), plain),
                (words.mill(band.p10), ctx.theme.dim()),
                (words.mill(band.p90), ctx.theme.dim()),
                (actual, plain),
                difference(passed, ctx),
                within,
            ]
        };
        self.quarters
            .look("past-empty", &columns, &cells)
            .render(area, buf, ctx);
    }
}

fn none() -> String {
    "–".to_owned()
}

/// Actual less expected, in millions, with its sign.
fn difference(passed: Option<&Deviation>, ctx: &Ctx<'_>) -> CellText {
    let Some(amount) = passed.map(Deviation::difference) else {
        return (none(), ctx.theme.dim());
    };
    let sign = if amount > Ore::ZERO { "+" } else { "" };
    (format!("{sign}{}", ctx.words.mill(amount)), ctx.theme.strong())
}

/// A quarter in whole kroner.
fn told(quarter: &SavedQuarter, passed: Option<&Deviation>, words: &Words) -> String {
    let said = phrase(if passed.is_some() {
        "past-quarter-over"
    } else {
        "past-quarter"
    })
    .with("quarter", words.quarter(quarter.row.quarter))
    .with("expected", words.amount(quarter.row.closing))
    .with("low", words.amount(quarter.band.p10))
    .with("high", words.kr(quarter.band.p90));
    match passed {
        Some(passed) => said
            .with("actual", words.amount(passed.actual))
            .with("difference", words.amount(passed.difference())),
        None => said,
    }
    .words(words)
}
