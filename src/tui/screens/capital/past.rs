//! The forecasts that are saved, and what came of each (F5; `Route::PastForecasts`): a list of them, and behind Enter one
//! quarter by quarter. What a quarter became is the ledger's; what was expected of it stays as it was.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::picture::{below, inset};
use crate::domain::forecast::{Deviation, SavedQuarter};
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::i18n::{Words, clean};
use crate::tui::effects::Effect;
use crate::tui::keymap::{Binding, Move};
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::empty;
use crate::tui::widgets::list::{CellText, Column, Cursor, List, Width};
use crate::tui::widgets::text::{line, width, wrap};
use crate::usecases::views::PastForecasts;
use crate::usecases::views::past::Past;

/// Widest that the page is read at.
const READABLE: u16 = 100;
/// Columns of an amount in millions under its head.
const MILLIONS: u16 = 9;

/// The screen.
#[derive(Default)]
pub struct Saved {
    forecasts: Cursor,
    quarters: Cursor,
    /// The one that is read, by its name.
    reading: Option<String>,
    data: Vec<Past>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
}

impl Saved {
    fn read(&self) -> Option<&Past> {
        let name = self.reading.as_ref()?;
        self.data.iter().find(|past| past.name == *name)
    }

    fn selected(&self) -> Option<&Past> {
        self.forecasts.at(self.data.len()).map(|at| &self.data[at])
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
        self.data = data;
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        match self.read().map(|past| past.saved.quarters.len()) {
            Some(quarters) => self.quarters.step(step, quarters),
            None => self.forecasts.step(step, self.data.len()),
        }
        Vec::new()
    }

    fn blocked(&self, Action::Open: Action) -> Option<Refusal> {
        match (self.read(), self.selected()) {
            (Some(_), _) => Some(refuse("past-reading")),
            (None, None) => Some(refuse("past-none")),
            (None, Some(_)) => None,
        }
    }

    fn act(&mut self, Action::Open: Action) -> Vec<Effect> {
        self.reading = self.selected().map(|past| past.name.clone());
        self.quarters = Cursor::default();
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
            Some(past) => self.one(past, area, buf, ctx),
            None if self.data.is_empty() => empty::draw(&phrase("past-empty"), area, buf, ctx),
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
        let row = |at: usize| -> Vec<CellText> {
            let past = &self.data[at];
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
        List {
            columns: &columns,
            cursor: &self.forecasts,
            len: self.data.len(),
            row: &row,
            focused: true,
            line: None,
        }
        .render(area, buf, ctx);
    }

    /// The quarters in millions, and the selected one in whole kroner under them.
    fn one(&self, past: &Past, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let quarters = &past.saved.quarters;
        let Some(at) = self.quarters.at(quarters.len()) else {
            return;
        };
        let told = wrap(
            &told(&quarters[at], past.passed.get(at), ctx.words),
            inset(area).width,
        );
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
        self.table(past, table, buf, ctx);
    }

    fn table(&self, past: &Past, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let words = ctx.words;
        let quarters = &past.saved.quarters;
        let names = quarters
            .iter()
            .map(|quarter| width(&words.quarter(quarter.row.quarter)));
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
        // What is over comes first in a forecast, so that a deviation has the place of its quarter.
        let row = |at: usize| -> Vec<CellText> {
            let SavedQuarter { row, band } = &quarters[at];
            let passed = past.passed.get(at);
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
        List {
            columns: &columns,
            cursor: &self.quarters,
            len: quarters.len(),
            row: &row,
            focused: true,
            line: None,
        }
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
