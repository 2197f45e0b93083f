//! How a rule says no: a stable code, the label of the rule, and the facts that the message needs.
//! The words are in the language files under `error-<code>`; nothing here is meant for a person's eyes.

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

/// A fact that a message names. Formatted in the reader's language by `i18n`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(i64),
    /// Whole øre.
    Money(i64),
    Date(Date),
    /// A time of the day, told to the minute.
    Time(Time),
    /// A decimal shown with the precision that it has.
    Decimal(Decimal),
    /// The key of another message, such as the name of a stage.
    Word(String),
    /// The keys of other messages, of which any will do, such as the stages at which a step may be taken.
    AnyOf(Vec<String>),
    /// Texts that are told together, such as the numbers of items.
    List(Vec<String>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}
impl From<Vec<String>> for Value {
    fn from(texts: Vec<String>) -> Self {
        Value::List(texts)
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}
/// As well as it goes: a name that isn't text is shown with what can be read of it.
impl From<&Path> for Value {
    fn from(path: &Path) -> Self {
        Value::Text(path.display().to_string())
    }
}
impl From<&PathBuf> for Value {
    fn from(path: &PathBuf) -> Self {
        path.as_path().into()
    }
}
impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Value::Date(date)
    }
}
impl From<Time> for Value {
    fn from(time: Time) -> Self {
        Value::Time(time)
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Value::Decimal(number)
    }
}

/// Why an input or a step was refused. `code` is part of the contract for scripts.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub code: &'static str,
    /// The label in the fund's rules, such as `L5`.
    pub rule: Option<&'static str>,
    pub args: Vec<(&'static str, Value)>,
}

/// Starts a refusal with the given code.
#[must_use]
pub fn refuse(code: &'static str) -> Refusal {
    Refusal {
        code,
        rule: None,
        args: Vec::new(),
    }
}

impl Refusal {
    #[must_use]
    pub fn rule(mut self, label: &'static str) -> Self {
        self.rule = Some(label);
        self
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Names another message (a stage, a role, a field) as part of this one.
    #[must_use]
    pub fn word(mut self, name: &'static str, key: impl Into<String>) -> Self {
        self.args.push((name, Value::Word(key.into())));
        self
    }

    /// Names other messages, of which any will do, as part of this one.
    #[must_use]
    pub fn any_of(mut self, name: &'static str, keys: impl Iterator<Item = &'static str>) -> Self {
        self.args
            .push((name, Value::AnyOf(keys.map(str::to_owned).collect())));
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(rule) = self.rule {
            write!(f, " ({rule})")?;
        }
        for (name, value) in &self.args {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
