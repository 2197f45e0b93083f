//! Reads a scheme from TOML with the position of every value, so that a fault is named by line and key.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use toml::de::{DeTable, DeValue};

use super::{Criterion, Limit, Name, Scheme, Tranche};
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::proposal::Spread;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;

pub(super) fn scheme(source: &str) -> Result<Scheme, Refusal> {
    let document = DeTable::parse(source).map_err(|fault| {
        let start = fault.span().map_or(0, |span| span.start);
        refuse("scheme-syntax")
            .with("line", line_of(source, start))
            .with("detail", fault.message().to_owned())
    })?;
    let span = document.span();
    let root = Section {
        source,
        path: String::new(),
        table: document.get_ref(),
        span,
        read: RefCell::default(),
    };
    let scheme = read_scheme(&root)?;
    root.nothing_else()?;
    Ok(scheme)
}

/// F2, F4: what a scheme that doesn't say otherwise goes by.
const PAYMENT_DAYS: u32 = 30;
const UPTAKE: Spread = Spread {
    low: Decimal::from_parts(4, 0, 0, false, 1),
    likely: Decimal::from_parts(6, 0, 0, false, 1),
    high: Decimal::from_parts(8, 0, 0, false, 1),
};
const DELAY: Spread = Spread {
    low: Decimal::ZERO,
    likely: Decimal::ZERO,
    high: Decimal::TWO,
};

fn read_scheme(root: &Section) -> Result<Scheme, Refusal> {
    let contributions = root.section("contributions")?;
    let commitments = root.section("commitments")?;
    let council = root.section("council")?;
    let ks = root.optional_section("ks")?;
    let state = root.optional_section("state")?;
    let repayment = root.optional_section("repayment")?;
    let forecast = root.optional_section("forecast")?;
    let scheme = Scheme {
        name: root.line("name")?,
        title: root.name("title")?,
        municipality_rate: contributions.decimal("municipality_rate", 0, 10_000)?,
        county_rate: contributions.decimal("county_rate", 0, 10_000)?,
        answer_due: contributions.optional_date("answer_due")?,
        payment_due: contributions.optional_date("payment_due")?,
        ks_cap: ks.as_ref().map_or(Ok(Ore::ZERO), |ks| ks.money("cap"))?,
        ks_due: ks.as_ref().map_or(Ok(None), |ks| ks.optional_date("due"))?,
        tranches: state.as_ref().map_or(Ok(Vec::new()), tranches)?,
        limit: limit(&commitments)?,
        reserve: commitments.money("reserve")?,
        profile: profile(&commitments)?,
        seats: council.whole("seats", 1, 99)?,
        criteria: criteria(root)?,
        // Schemes from before solutions went live say nothing of these.
        payment_days: repayment.as_ref().map_or(Ok(PAYMENT_DAYS), |repayment| {
            repayment.whole("payment_days", 0, 365)
        })?,
        uptake: forecast
            .as_ref()
            .map_or(Ok(UPTAKE), |forecast| forecast.spread("uptake", 1))?,
        delay: forecast
            .as_ref()
            .map_or(Ok(DELAY), |forecast| forecast.spread("delay", 40))?,
    };
    let required = [contributions, commitments, council].map(Some);
    for section in required
        .into_iter()
        .chain([ks, state, repayment, forecast])
        .flatten()
    {
        section.nothing_else()?;
    }
    Ok(scheme)
}

fn limit(commitments: &Section) -> Result<Limit, Refusal> {
    match commitments.line("limit")?.as_str() {
        "on_hand" => Ok(Limit::OnHand),
        "cash_flow" => Ok(Limit::CashFlow),
        other => Err(commitments
            .fault("scheme-choice", "limit")
            .with("value", other)
            .with("known", "\"on_hand\", \"cash_flow\"")),
    }
}

fn profile(commitments: &Section) -> Result<Vec<Decimal>, Refusal> {
    let shares: Vec<Decimal> = commitments
        .array("profile")?
        .into_iter()
        .map(|value| commitments.decimal_of("profile", value, 0, 1))
        .collect::<Result<_, _>>()?;
    let sum: Decimal = shares.iter().sum();
    if sum != Decimal::ONE {
        return Err(commitments.fault("scheme-profile", "profile").with("sum", sum));
    }
    Ok(shares)
}

fn tranches(state: &Section) -> Result<Vec<Tranche>, Refusal> {
    let mut tranches: Vec<Tranche> = Vec::new();
    for part in state.sections("tranches")? {
        let year = part.whole("year", 2000, 2099)?;
        let tranche = Tranche {
            year,
            amount: part.money("amount")?,
        };
        if tranches.last().is_some_and(|before| before.year >= tranche.year) {
            return Err(part.fault("scheme-tranches", "year"));
        }
        part.nothing_else()?;
        tranches.push(tranche);
    }
    Ok(tranches)
}

fn criteria(root: &Section) -> Result<Vec<Criterion>, Refusal> {
    let mut criteria: Vec<Criterion> = Vec::new();
    for part in root.sections("criteria")? {
        let key = part.line("key")?;
        let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if !plain {
            return Err(part.fault("scheme-criterion-key", "key").with("value", key));
        }
        if criteria.iter().any(|other| other.key == key) {
            return Err(part.fault("scheme-criterion-twice", "key").with("value", key));
        }
        criteria.push(Criterion {
            key,
            weight: part.decimal("weight", 1, 100)?,
            name: part.name("name")?,
        });
        part.nothing_else()?;
    }
    let sum: Decimal = criteria.iter().map(|criterion| criterion.weight).sum();
    if sum != Decimal::ONE_HUNDRED {
        return Err(root
            .fault("scheme-weights", "criteria")
            .rule("S1")
            .with("sum", sum));
    }
    Ok(criteria)
}

/// One table of the file, with where it stands and which of its keys have been read.
struct Section<'a> {
    source: &'a str,
    path: String,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    read: RefCell<BTreeSet<&'static str>>,
}

type Found<'a> = (&'a DeValue<'a>, Range<usize>);

impl<'a> Section<'a> {
    fn get(&self, key: &'static str) -> Option<Found<'a>> {
        self.read.borrow_mut().insert(key);
        self.table.get(key).map(|value| (value.get_ref(), value.span()))
    }

    fn need(&self, key: &'static str) -> Result<Found<'a>, Refusal> {
        self.get(key).ok_or_else(|| self.fault("scheme-missing", key))
    }

    fn key(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// A refusal at the key, or at the head of the section when the key isn't there.
    fn fault(&self, code: &'static str, key: &str) -> Refusal {
        let start = self
            .table
            .get(key)
            .map_or(self.span.start, |value| value.span().start);
        refuse(code)
            .with("line", line_of(self.source, start))
            .with("key", self.key(key))
    }

    fn wrong_kind(&self, key: &str, expected: &'static str) -> Refusal {
        self.fault("scheme-kind", key).word("expected", expected)
    }

    fn nothing_else(&self) -> Result<(), Refusal> {
        let read = self.read.borrow();
        match self
            .table
            .iter()
            .find(|(key, _)| !read.contains(key.get_ref().as_ref()))
        {
            Some((key, _)) => {
                let line = line_of(self.source, key.span().start);
                Err(refuse("scheme-unknown")
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
            read: RefCell::default(),
        })
    }

    fn section(&self, key: &'static str) -> Result<Section<'a>, Refusal> {
        self.need(key).and_then(|found| self.below(key, found))
    }

    fn optional_section(&self, key: &'static str) -> Result<Option<Section<'a>>, Refusal> {
        self.get(key).map(|found| self.below(key, found)).transpose()
    }

    fn array(&self, key: &'static str) -> Result<Vec<Found<'a>>, Refusal> {
        let (value, _) = self.need(key)?;
        let array = value
            .as_array()
            .ok_or_else(|| self.wrong_kind(key, "kind-of-array"))?;
        Ok(array
            .iter()
            .map(|value| (value.get_ref(), value.span()))
            .collect())
    }

    fn sections(&self, key: &'static str) -> Result<Vec<Section<'a>>, Refusal> {
        self.array(key)?
            .into_iter()
            .map(|found| self.below(key, found))
            .collect()
    }

    fn line(&self, key: &'static str) -> Result<String, Refusal> {
        let (value, _) = self.need(key)?;
        let words = value
            .as_str()
            .ok_or_else(|| self.wrong_kind(key, "kind-of-text"))?;
        text::required_line(words).map_err(|_| self.wrong_kind(key, "kind-of-text"))
    }

    fn name(&self, key: &'static str) -> Result<Name, Refusal> {
        let names = self.section(key)?;
        let name = Name {
            nb: names.line("nb")?,
            en: names.line("en")?,
        };
        names.nothing_else()?;
        Ok(name)
    }

    fn decimal(&self, key: &'static str, least: i64, most: i64) -> Result<Decimal, Refusal> {
        let found = self.need(key)?;
        self.decimal_of(key, found, least, most)
    }

    fn whole<T: TryFrom<i64>>(&self, key: &'static str, least: i64, most: i64) -> Result<T, Refusal> {
        let number = self.decimal(key, least, most)?;
        let whole = number.to_i64().filter(|whole| Decimal::from(*whole) == number);
        whole
            .and_then(|whole| T::try_from(whole).ok())
            .ok_or_else(|| self.wrong_kind(key, "kind-of-whole"))
    }

    /// A number, written plainly or between quotes. Numbers are read as text: no binary fraction comes near money.
    fn decimal_of(&self, key: &str, (value, _): Found, least: i64, most: i64) -> Result<Decimal, Refusal> {
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
                .fault("scheme-range", key)
                .with("least", least)
                .with("most", most));
        }
        Ok(number.normalize())
    }

    /// F4: low, most likely and high, from zero to `most`, rising.
    fn spread(&self, key: &'static str, most: i64) -> Result<Spread, Refusal> {
        let figures: Vec<Decimal> = self
            .array(key)?
            .into_iter()
            .map(|value| self.decimal_of(key, value, 0, most))
            .collect::<Result<_, _>>()?;
        match figures[..] {
            [low, likely, high] if low <= likely && likely <= high => Ok(Spread { low, likely, high }),
            _ => Err(self.fault("scheme-spread", key).rule("F4")),
        }
    }

    /// Whole kroner or kroner and øre.
    fn money(&self, key: &'static str) -> Result<Ore, Refusal> {
        let most = Ore::LARGEST_INPUT.ore() / 100;
        let kroner = self.decimal(key, 0, most)?;
        Ore::from_kroner(kroner)
            .filter(|amount| amount.to_kroner() == kroner)
            .ok_or_else(|| self.wrong_kind(key, "kind-of-money"))
    }

    fn optional_date(&self, key: &'static str) -> Result<Option<Date>, Refusal> {
        let Some((value, _)) = self.get(key) else {
            return Ok(None);
        };
        let written = match value {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(date) => date.to_string(),
            _ => return Err(self.wrong_kind(key, "kind-of-date")),
        };
        parse_date(&written)
            .map(Some)
            .map_err(|_| self.wrong_kind(key, "kind-of-date"))
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
