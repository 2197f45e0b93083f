//! TOML that a person writes, with the position of every value, so that a fault is named by line and key. Which keys
//! a file has is for the reader of each kind of file.
//!
//! `serde` with `toml::Spanned` would not do: it names a key that is missing or unknown, and the kind that a value should have, in
//! an English sentence alone, and it takes a number through a binary fraction, so that 0.1234567890123456789 loses its last digits.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use toml::de::{DeTable, DeValue};

use super::calendar::parse_date;
use super::money::Ore;
use super::proposal::Ref;
use super::refusal::{Refusal, refuse};
use super::text;

/// One table of the file, with where it stands and which of its keys have been read.
pub(crate) struct Section<'a> {
    source: &'a str,
    path: String,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    asked: RefCell<BTreeSet<&'static str>>,
}

pub(crate) type Found<'a> = (&'a DeValue<'a>, Range<usize>);

impl<'a> Section<'a> {
    /// Reads a whole file. A key that `read` doesn't ask for is refused, for it could be another one misspelt.
    ///
    /// # Errors
    /// `toml-…` with line and key, or what `read` says.
    pub(crate) fn read<T>(
        source: &str,
        read: impl FnOnce(&Section) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let document = DeTable::parse(source).map_err(|fault| {
            let start = fault.span().map_or(0, |span| span.start);
            refuse("toml-syntax")
                .with("line", line_of(source, start))
                .with("detail", fault.message().to_owned())
        })?;
        let root = Section {
            source,
            path: String::new(),
            table: document.get_ref(),
            span: document.span(),
            asked: RefCell::default(),
        };
        let value = read(&root)?;
        root.nothing_else()?;
        Ok(value)
    }

    /// What a key that needn't be there says.
    pub(crate) fn given<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Self, &'static str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        self.get(key).map(|_| read(self, key)).transpose()
    }

    fn get(&self, key: &'static str) -> Option<Found<'a>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key).map(|value| (value.get_ref(), value.span()))
    }

    fn need(&self, key: &'static str) -> Result<Found<'a>, Refusal> {
        self.get(key).ok_or_else(|| self.fault("toml-missing", key))
    }

    fn key(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// A refusal at the key, or at the head of the section when the key isn't there.
    pub(crate) fn fault(&self, code: &'static str, key: &str) -> Refusal {
        let start = self
            .table
            .get(key)
            .map_or(self.span.start, |value| value.span().start);
        refuse(code)
            .with("line", line_of(self.source, start))
            .with("key", self.key(key))
    }

    fn wrong_kind(&self, key: &str, expected: &'static str) -> Refusal {
        self.fault("toml-kind", key).word("expected", expected)
    }

    pub(crate) fn nothing_else(&self) -> Result<(), Refusal> {
        let asked = self.asked.borrow();
        match self
            .table
            .iter()
            .find(|(key, _)| !asked.contains(key.get_ref().as_ref()))
        {
            Some((key, _)) => {
                let line = line_of(self.source, key.span().start);
                Err(refuse("toml-unknown")
                    .with("line", line)
                    .with("key", self.key(key.get_ref())))
            }
            None => Ok(()),
        }
    }

    fn below(&self, key: &str, (value, span): Found<'a>) -> Result<Section<'a>, Refusal> {
        let table = value
            .as_table()
            .ok_or_else(|| self.wrong_kind(key, "kind-of-table"))?;
        Ok(Section {
            source: self.source,
            path: self.key(key),
            table,
            span,
            asked: RefCell::default(),
        })
    }

    pub(crate) fn section(&self, key: &'static str) -> Result<Section<'a>, Refusal> {
        self.need(key).and_then(|found| self.below(key, found))
    }

    pub(crate) fn array(&self, key: &'static str) -> Result<Vec<Found<'a>>, Refusal> {
        let (value, _) = self.need(key)?;
        let array = value
            .as_array()
            .ok_or_else(|| self.wrong_kind(key, "kind-of-array"))?;
        Ok(array
            .iter()
            .map(|value| (value.get_ref(), value.span()))
            .collect())
    }

    /// A list of references to proposals.
    pub(crate) fn refs(&self, key: &'static str) -> Result<Vec<Ref>, Refusal> {
        self.array(key)?
            .into_iter()
            .map(|(value, span)| {
                let reference = value.as_str().and_then(|text| text.parse().ok());
                reference.ok_or_else(|| {
                    // A list may go over many lines.
                    refuse("toml-kind")
                        .with("line", line_of(self.source, span.start))
                        .with("key", self.key(key))
                        .word("expected", "kind-of-ref")
                })
            })
            .collect()
    }

    pub(crate) fn sections(&self, key: &'static str) -> Result<Vec<Section<'a>>, Refusal> {
        self.array(key)?
            .into_iter()
            .map(|found| self.below(key, found))
            .collect()
    }

    pub(crate) fn line(&self, key: &'static str) -> Result<String, Refusal> {
        let (value, _) = self.need(key)?;
        let words = value
            .as_str()
            .ok_or_else(|| self.wrong_kind(key, "kind-of-text"))?;
        text::required_line(words).map_err(|_| self.wrong_kind(key, "kind-of-text"))
    }

    pub(crate) fn decimal(&self, key: &'static str, least: i64, most: i64) -> Result<Decimal, Refusal> {
        let found = self.need(key)?;
        self.decimal_of(key, found, least, most)
    }

    pub(crate) fn whole<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        least: i64,
        most: i64,
    ) -> Result<T, Refusal> {
        let number = self.decimal(key, least, most)?;
        let whole = number.to_i64().filter(|whole| Decimal::from(*whole) == number);
        whole
            .and_then(|whole| T::try_from(whole).ok())
            .ok_or_else(|| self.wrong_kind(key, "kind-of-whole"))
    }

    pub(crate) fn boolean(&self, key: &'static str) -> Result<bool, Refusal> {
        let (value, _) = self.need(key)?;
        value
            .as_bool()
            .ok_or_else(|| self.wrong_kind(key, "kind-of-boolean"))
    }

    /// A whole number that may be left out.
    pub(crate) fn optional_whole<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        least: i64,
        most: i64,
    ) -> Result<Option<T>, Refusal> {
        self.given(key, |section, key| section.whole(key, least, most))
    }

    /// A number, written plainly or between quotes. Numbers are read as text: no binary fraction comes near money.
    pub(crate) fn decimal_of(
        &self,
        key: &str,
        (value, _): Found,
        least: i64,
        most: i64,
    ) -> Result<Decimal, Refusal> {
        let digits = match value {
            DeValue::Integer(number) => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            DeValue::String(number) => number.as_ref(),
            _ => return Err(self.wrong_kind(key, "kind-of-number")),
        };
        let number: Decimal = digits
            .replace('_', "")
            .parse()
            .map_err(|_| self.wrong_kind(key, "kind-of-number"))?;
        if number < Decimal::from(least) || number > Decimal::from(most) {
            return Err(self
                .fault("toml-range", key)
                .with("least", least)
                .with("most", most));
        }
        Ok(number.normalize())
    }

    /// Whole kroner or kroner and øre.
    pub(crate) fn money(&self, key: &'static str) -> Result<Ore, Refusal> {
        let most = Ore::LARGEST_INPUT.ore() / 100;
        let kroner = self.decimal(key, 0, most)?;
        Ore::from_kroner(kroner)
            .filter(|amount| amount.to_kroner() == kroner)
            .ok_or_else(|| self.wrong_kind(key, "kind-of-money"))
    }

    pub(crate) fn date(&self, key: &'static str) -> Result<Date, Refusal> {
        let (value, _) = self.need(key)?;
        let written = match value {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(date) => date.to_string(),
            _ => return Err(self.wrong_kind(key, "kind-of-date")),
        };
        parse_date(&written).map_err(|_| self.wrong_kind(key, "kind-of-date"))
    }
}

fn line_of(source: &str, offset: usize) -> usize {
    1 + source
        .as_bytes()
        .iter()
        .take(offset)
        .filter(|byte| **byte == b'\n')
        .count()
}
