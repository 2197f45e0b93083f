//! The columns of a record, one table for each kind of record. What machines read of it (JSON, CSV, XLSX) and what people
//! read of it (lists and tables) come of the same rows, in the order in which they stand.

use serde::ser::{Serialize, SerializeMap, Serializer};
use unicode_width::UnicodeWidthStr;

use super::document::{Block, Document, Head, Section, Styled, Table, Tone};
use crate::domain::money::Ore;
use crate::exchange::Cell;
use crate::i18n::{Words, clean_prose, sentence};

/// One column of the records `R`.
pub struct Column<R: 'static> {
    /// The field in JSON and the heading in CSV and XLSX. Empty: for people only.
    pub key: &'static str,
    pub value: fn(&R) -> Cell,
    /// `None`: for machines only.
    pub shown: Option<Shown<R>>,
}

/// How people see a column.
pub struct Shown<R: 'static> {
    /// The key of its heading; empty where there is none.
    pub head: &'static str,
    pub render: Render<R>,
    pub width: Width,
    pub is_figure: bool,
    /// Left out where there is too little room, the highest first; 0 always stays.
    pub spare: u8,
}

/// What a cell says.
pub enum Render<R: 'static> {
    /// Its value, as people write it.
    Value,
    /// Its amount in millions; what is nothing steps back, and what is below nothing stands out.
    Millions,
    With(fn(&R, &Words) -> Styled),
}

/// Copies that ask nothing of the record: a column holds functions of it, and none of it.
macro_rules! copied {
    ($($name:ident)*) => { $(
        impl<R> Clone for $name<R> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<R> Copy for $name<R> {}
    )* };
}

copied!(Column Shown Render);

impl<R> Shown<R> {
    /// Its heading in words; a column may have none.
    #[must_use]
    pub fn heading(&self, words: &Words) -> String {
        if self.head.is_empty() {
            return String::new();
        }
        sentence(&words.t(self.head))
    }
}

/// How wide a column is in a list on a screen, in columns of the terminal.
#[derive(Clone, Copy, Debug)]
pub enum Width {
    Fixed(u16),
    /// At least so wide, and what is left.
    Flex(u16),
    /// As wide as the widest of its amounts, with its heading.
    Amounts,
    /// As wide as the widest of its cells, with its heading. Every cell is put into words, so it is for short lists.
    Widest,
    /// As wide as the widest of these messages, with its heading.
    Words(fn() -> Vec<&'static str>),
}

impl<R> Column<R> {
    /// A column that machines read.
    pub const fn data(key: &'static str, value: fn(&R) -> Cell) -> Self {
        Column {
            key,
            value,
            shown: None,
        }
    }

    /// A column that people read.
    pub const fn people(head: &'static str, render: fn(&R, &Words) -> Styled) -> Self {
        Column {
            key: "",
            value: |_| Cell::Empty,
            shown: Some(Shown {
                head,
                render: Render::With(render),
                width: Width::Flex(8),
                is_figure: false,
                spare: 0,
            }),
        }
    }

    /// Shown to people as its value is written.
    #[must_use]
    pub const fn shown(mut self, head: &'static str) -> Self {
        self.shown = Some(Shown {
            head,
            render: Render::Value,
            width: Width::Flex(8),
            is_figure: false,
            spare: 0,
        });
        self
    }

    /// Shown to people in millions, to the right.
    #[must_use]
    pub const fn millions(self, head: &'static str) -> Self {
        let mut column = self.shown(head).width(Width::Widest).figure();
        if let Some(shown) = &mut column.shown {
            shown.render = Render::Millions;
        }
        column
    }

    /// The same under another heading.
    #[must_use]
    pub const fn shown_as(mut self, head: &'static str) -> Self {
        if let Some(shown) = &mut self.shown {
            shown.head = head;
        }
        self
    }

    /// Shown to people in other words than its value.
    #[must_use]
    pub const fn rendered(self, head: &'static str, render: fn(&R, &Words) -> Styled) -> Self {
        let mut column = self.shown(head);
        if let Some(shown) = &mut column.shown {
            shown.render = Render::With(render);
        }
        column
    }

    #[must_use]
    pub const fn width(mut self, width: Width) -> Self {
        if let Some(shown) = &mut self.shown {
            shown.width = width;
            shown.is_figure = shown.is_figure || matches!(width, Width::Amounts);
        }
        self
    }

    /// A figure: it stands to the right and is never cut.
    #[must_use]
    pub const fn figure(mut self) -> Self {
        if let Some(shown) = &mut self.shown {
            shown.is_figure = true;
        }
        self
    }

    #[must_use]
    pub const fn spare(mut self, rank: u8) -> Self {
        if let Some(shown) = &mut self.shown {
            shown.spare = rank;
        }
        self
    }

    /// What the cell of a row says to people.
    #[must_use]
    pub fn cell(&self, row: &R, words: &Words) -> Styled {
        match self.shown.as_ref().map(|shown| shown.render) {
            Some(Render::With(render)) => render(row, words),
            Some(Render::Millions) => match (self.value)(row) {
                Cell::Ore(amount) if amount.is_zero() => Styled::new(words.mill(amount), Tone::Dim),
                Cell::Ore(amount) if amount.is_negative() => Styled::new(words.mill(amount), Tone::Bad),
                Cell::Ore(amount) => words.mill(amount).into(),
                _ => Styled::default(),
            },
            _ => written(&(self.value)(row), words).into(),
        }
    }

    /// Columns of the terminal that it wants over these rows.
    #[must_use]
    pub fn wanted<'r>(&self, rows: impl Iterator<Item = &'r R>, words: &Words) -> u16
    where
        R: 'r,
    {
        let Some(shown) = &self.shown else { return 0 };
        let wide = |text: &str| u16::try_from(text.width()).unwrap_or(u16::MAX);
        let head = || wide(&shown.heading(words));
        match shown.width {
            Width::Fixed(width) | Width::Flex(width) => width,
            Width::Widest => rows
                .map(|row| wide(&self.cell(row, words).text))
                .fold(head(), u16::max),
            Width::Words(keys) => keys()
                .into_iter()
                .map(|key| wide(&words.t(key)))
                .fold(head(), u16::max),
            Width::Amounts => {
                // Only the largest and the smallest are put into words, with øre if any of them has øre.
                let (mut least, mut most, mut odd) = (0, 0, false);
                for row in rows {
                    if let Cell::Ore(amount) = (self.value)(row) {
                        least = least.min(amount.ore());
                        most = most.max(amount.ore());
                        odd |= amount.ore() % 100 != 0;
                    }
                }
                let whole = |ore: i64| wide(&words.count(ore / 100));
                head().max(whole(least).max(whole(most)) + if odd { 3 } else { 0 })
            }
        }
    }
}

/// A value as people write it.
fn written(cell: &Cell, words: &Words) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => words.count(*number),
        Cell::Ore(amount) => words.amount(*amount),
        Cell::Score(score) => words.decimal(*score, 2),
        Cell::Decimal(number) => words.decimal(*number, number.scale()),
        Cell::Date(date) => words.column_date(*date),
        Cell::Flag(flag) => words.t(if *flag { "word-yes" } else { "word-no" }),
        Cell::List(parts) => parts.join(", "),
    }
}

/// An amount where there seldom is one: a dash where there is none.
#[must_use]
pub fn amount(amount: Ore, tone: Tone, words: &Words) -> Styled {
    if amount.is_zero() {
        Styled::new(words.t("word-dash"), Tone::Dim)
    } else {
        Styled::new(words.amount(amount), tone)
    }
}

/// The page of a list of records, or what is said where there are `none`.
#[must_use]
pub fn list<R>(columns: &[Column<R>], rows: &[R], none: &str, words: &Words) -> Document {
    let block = if rows.is_empty() {
        Block::text(words.t(none), Tone::Plain)
    } else {
        Block::Table(table(columns, rows, words))
    };
    Document::titled("", vec![Section::new("", vec![block])])
}

/// The table that people read of some records.
#[must_use]
pub fn table<'r, R>(columns: &[Column<R>], rows: impl IntoIterator<Item = &'r R>, words: &Words) -> Table
where
    R: 'r,
{
    let shown = || columns.iter().filter(|column| column.shown.is_some());
    let heads = columns
        .iter()
        .filter_map(|column| column.shown.as_ref())
        .map(|shown| Head {
            name: shown.heading(words),
            is_figure: shown.is_figure,
            spare: shown.spare,
        });
    let mut table = Table::headed(heads.collect());
    for row in rows {
        table.row(shown().map(|column| column.cell(row, words)).collect());
    }
    table
}

/// The columns that machines read.
pub fn data<R>(columns: &[Column<R>]) -> impl Iterator<Item = &Column<R>> {
    columns.iter().filter(|column| !column.key.is_empty())
}

/// The headings of some records, for a file.
#[must_use]
pub fn headings<R>(columns: &[Column<R>]) -> Vec<&'static str> {
    data(columns).map(|column| column.key).collect()
}

/// The cells of a record, for a file. What never passed the fund's own checks could still command a terminal that shows it.
#[must_use]
pub fn cells<R>(columns: &[Column<R>], row: &R) -> Vec<Cell> {
    let safe = |cell: Cell| match cell {
        Cell::Text(text) => Cell::Text(clean_prose(&text).into_owned()),
        other => other,
    };
    data(columns).map(|column| safe((column.value)(row))).collect()
}

/// The headings and the rows of some records, for a file.
#[must_use]
pub fn sheet<R>(columns: &[Column<R>], rows: &[R]) -> (Vec<&'static str>, Vec<Vec<Cell>>) {
    let rows = rows.iter().map(|row| cells(columns, row));
    (headings(columns), rows.collect())
}

/// A record as an object in JSON: a field for each column that machines read.
pub struct Record<'a, R: 'static, P = ()> {
    columns: &'static [Column<R>],
    row: &'a R,
    /// A field that has parts of its own, in place of what the column holds.
    parts: Option<(&'static str, P)>,
}

impl<'a, R> Record<'a, R> {
    #[must_use]
    pub fn of(columns: &'static [Column<R>], row: &'a R) -> Self {
        Record {
            columns,
            row,
            parts: None,
        }
    }

    /// Every row as a record.
    pub fn all(columns: &'static [Column<R>], rows: &'a [R]) -> Vec<Self> {
        rows.iter().map(|row| Record::of(columns, row)).collect()
    }

    /// With the parts that one of its fields has.
    #[must_use]
    pub fn with<P: Serialize>(self, key: &'static str, parts: P) -> Record<'a, R, P> {
        Record {
            columns: self.columns,
            row: self.row,
            parts: Some((key, parts)),
        }
    }
}

impl<R, P: Serialize> Serialize for Record<'_, R, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        for column in data(self.columns) {
            match &self.parts {
                Some((key, parts)) if *key == column.key => fields.serialize_entry(key, parts)?,
                _ => fields.serialize_entry(column.key, &(column.value)(self.row))?,
            }
        }
        fields.end()
    }
}
