//! How the domain's values stand in columns. What can't be read back as a value of the domain is corruption.

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rust_decimal::Decimal;

use crate::domain::ledger::{Account, Event};
use crate::domain::money::Ore;
use crate::domain::participant::{Kind, Number};
use crate::domain::proposal::{Benefit, PriceModel, Ref, Stage};

impl FromSql for Ore {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Ore::new)
    }
}

impl ToSql for Ore {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.ore().into())
    }
}

/// A value that stands as text and is read by its own parser: a date, a decimal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Text<T>(pub T);

impl<T: FromStr> FromSql for Text<T>
where
    T::Err: Display,
{
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        text.parse()
            .map(Text)
            .map_err(|error: T::Err| unreadable(text, &error))
    }
}

impl<T: Display> ToSql for Text<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

pub(super) type Day = Text<Date>;
pub(super) type Figure = Text<Decimal>;

fn unreadable(text: &str, why: &dyn Display) -> FromSqlError {
    FromSqlError::Other(format!("{text:?}: {why}").into())
}

/// Columns whose text one function of the domain reads and another writes.
macro_rules! word_column {
    ($type:ty, $read:expr, $write:expr) => {
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let text = value.as_str()?;
                $read(text).ok_or_else(|| unreadable(text, &stringify!($type)))
            }
        }

        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok($write(self).to_string().into())
            }
        }
    };
}

word_column!(Ref, |text: &str| text.parse::<Ref>().ok(), ToString::to_string);
word_column!(Number, |text: &str| Number::parse(text).ok(), ToString::to_string);
word_column!(
    Account,
    |text: &str| text.parse::<Account>().ok(),
    ToString::to_string
);
word_column!(
    PriceModel,
    |text: &str| text.parse::<PriceModel>().ok(),
    ToString::to_string
);
word_column!(Kind, |text: &str| Kind::parse(text).ok(), |kind: &Kind| kind
    .word());
word_column!(
    Benefit,
    |text: &str| Benefit::parse(text).ok(),
    |benefit: &Benefit| benefit.word()
);
word_column!(Stage, Stage::parse, |stage: &Stage| stage.word());
word_column!(Event, Event::parse, |event: &Event| event.word());
