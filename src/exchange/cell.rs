//! One value of a list, as machines read it: the same in JSON, in CSV and in a workbook.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::domain::money::Ore;
use crate::domain::scoring::two_decimals;

/// A value and its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// `null`, or nothing.
    Empty,
    /// Kept as it is, also when it looks like a formula or a number: a participant's number begins with a zero.
    Text(String),
    /// A count: inhabitants, places.
    Whole(i64),
    /// An amount, as whole øre.
    Ore(Ore),
    /// With two decimals; text in JSON.
    Score(Decimal),
    /// As many decimals as it has: shares and rates; text in JSON.
    Decimal(Decimal),
    /// ISO.
    Date(Date),
    Flag(bool),
    /// Several in one cell, parted by commas in a file.
    List(Vec<String>),
}

impl Cell {
    /// As a cell of a file; empty where there is no value.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Whole(number) => number.to_string(),
            Cell::Ore(amount) => amount.ore().to_string(),
            Cell::Score(score) => two_decimals(*score),
            Cell::Decimal(number) => number.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Flag(flag) => flag.to_string(),
            Cell::List(parts) => parts.join(", "),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Empty => serializer.serialize_none(),
            Cell::Whole(number) => serializer.serialize_i64(*number),
            Cell::Ore(amount) => serializer.serialize_i64(amount.ore()),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::List(parts) => parts.serialize(serializer),
            other => serializer.serialize_str(&other.text()),
        }
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}
impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Cell::Whole(number)
    }
}
impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Whole(number.into())
    }
}
impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<Ore> for Cell {
    fn from(amount: Ore) -> Cell {
        Cell::Ore(amount)
    }
}
impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Cell {
        Cell::Decimal(number)
    }
}
impl From<Date> for Cell {
    fn from(date: Date) -> Cell {
        Cell::Date(date)
    }
}
impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}
