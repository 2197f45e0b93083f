//! Amounts, numbers, dates and quarters as people write them. Digits, groups and signs are made here; the words
//! around them are messages.

use jiff::civil::{Date, Time, Weekday};
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Lang, Words};
use crate::domain::calendar::Quarter;
use crate::domain::money::Ore;
use crate::domain::refusal::Value;

const MINUS: char = '\u{2212}';

/// A part of a time, with its zero before it.
fn two(number: i8) -> Value {
    format!("{number:02}").into()
}

impl Lang {
    /// The mark between thousands.
    #[must_use]
    pub fn group(self) -> char {
        match self {
            Lang::Nb => '\u{a0}',
            Lang::En => ',',
        }
    }

    fn decimal_mark(self) -> char {
        match self {
            Lang::Nb => ',',
            Lang::En => '.',
        }
    }
}

/// A whole number, grouped by thousands.
pub(super) fn count(lang: Lang, number: i64) -> String {
    written(lang, Decimal::from(number), 0)
}

/// Rounds half away from zero and writes exactly `places` decimals.
fn written(lang: Lang, number: Decimal, places: u32) -> String {
    let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let plain = format!("{:.*}", places as usize, rounded.abs());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() * 2);
    // Rounded to nothing, a negative number has no sign: `−0,0` would say that something is there.
    if rounded.is_sign_negative() && !rounded.is_zero() {
        text.push(MINUS);
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(lang.group());
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(lang.decimal_mark());
        text.push_str(decimals);
    }
    text
}

impl Words {
    /// Kroner without the unit: `25 000`, or `25 000,50` when there are øre.
    #[must_use]
    pub fn amount(&self, amount: Ore) -> String {
        let places = if amount.ore() % 100 == 0 { 0 } else { 2 };
        written(self.lang(), amount.to_kroner(), places)
    }

    /// `25 000 kr`, `NOK 25,000`.
    #[must_use]
    pub fn kr(&self, amount: Ore) -> String {
        self.tr("money-kr", &[("amount", self.amount(amount).into())])
    }

    /// Millions of kroner with one decimal and no unit: `12,5`.
    #[must_use]
    pub fn mill(&self, amount: Ore) -> String {
        written(self.lang(), Decimal::new(amount.ore(), 8), 1)
    }

    /// `12,5 mill. kr`, `NOK 12.5 million`.
    #[must_use]
    pub fn mill_kr(&self, amount: Ore) -> String {
        self.tr("money-mill-kr", &[("amount", self.mill(amount).into())])
    }

    /// `a`, `a og b`, `a, b og c`.
    #[must_use]
    pub fn list(&self, parts: &[String]) -> String {
        self.joined("list-and", parts)
    }

    /// `a`, `a eller b`, `a, b eller c`.
    #[must_use]
    pub fn any_of(&self, parts: &[String]) -> String {
        self.joined("list-or", parts)
    }

    fn joined(&self, key: &str, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let args = [("first", first.join(", ").into()), ("last", last.as_str().into())];
                self.tr(key, &args)
            }
        }
    }

    /// `7.5.2026`, `7 May 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.day("date-short", date)
    }

    /// `7.5.2026`, `2026-05-07`: as a column of a list has room for, in either language.
    #[must_use]
    pub fn column_date(&self, date: Date) -> String {
        match self.lang {
            Lang::Nb => self.date(date),
            Lang::En => date.to_string(),
        }
    }

    /// `7. mai 2026`, `7 May 2026`.
    #[must_use]
    pub fn long_date(&self, date: Date) -> String {
        self.day("date-long", date)
    }

    /// `onsdag 2. desember 2026`, `Wednesday 2 December 2026`: a day that one plans for, such as that of a meeting or a deadline.
    #[must_use]
    pub fn planned_date(&self, date: Date) -> String {
        self.day("date-planned", date)
    }

    /// A time of the day to the minute: `10.05`, `10:05`.
    #[must_use]
    pub fn time(&self, at: Time) -> String {
        let args = [("hour", two(at.hour())), ("minute", two(at.minute()))];
        self.tr("time-of-day", &args)
    }

    /// A time of the day to the second.
    #[must_use]
    pub fn time_with_seconds(&self, at: Time) -> String {
        let args = [
            ("hour", two(at.hour())),
            ("minute", two(at.minute())),
            ("second", two(at.second())),
        ];
        self.tr("time-with-seconds", &args)
    }

    fn day(&self, key: &str, date: Date) -> String {
        let digits = |number: i16| Value::Text(number.to_string());
        self.tr(
            key,
            &[
                ("day", digits(date.day().into())),
                ("month", digits(date.month().into())),
                ("weekday", Value::Word(weekday_key(date.weekday()).to_owned())),
                ("monthname", Value::Word(month_key(date.month()).to_owned())),
                ("year", digits(date.year())),
            ],
        )
    }

    /// `2. kv. 2026`, `2026 Q2`.
    #[must_use]
    pub fn quarter(&self, quarter: Quarter) -> String {
        let number = quarter.number().to_string();
        let year = quarter.year().to_string();
        self.tr(
            "quarter-name",
            &[("number", number.into()), ("year", year.into())],
        )
    }

    /// Rounded half away from zero, with exactly `places` decimals.
    #[must_use]
    pub fn decimal(&self, number: Decimal, places: u32) -> String {
        written(self.lang(), number, places)
    }

    /// A share (0–1) as per cent: `66,3 %`, `66.3%`.
    #[must_use]
    pub fn percent(&self, share: Decimal, places: u32) -> String {
        let hundredths = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
        let amount = written(self.lang(), hundredths, places);
        self.tr("per-cent", &[("amount", amount.into())])
    }

    /// A share (0–1) that is the least that does: rounded up, since less than the exact share doesn't do.
    #[must_use]
    pub fn percent_at_least(&self, share: Decimal, places: u32) -> String {
        let up = share.round_dp_with_strategy(places + 2, RoundingStrategy::ToPositiveInfinity);
        self.percent(up, places)
    }

    /// An error (0–1) in percentage points, without the unit: rounded up, since it is at most so large.
    #[must_use]
    pub fn points_at_most(&self, error: Decimal, places: u32) -> String {
        let points = error * Decimal::ONE_HUNDRED;
        let up = points.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity);
        self.decimal(up, places)
    }

    /// A whole number, grouped: `5 258 317`.
    #[must_use]
    pub fn count(&self, number: i64) -> String {
        count(self.lang(), number)
    }
}

fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

fn month_key(month: i8) -> &'static str {
    match month {
        1 => "month-january",
        2 => "month-february",
        3 => "month-march",
        4 => "month-april",
        5 => "month-may",
        6 => "month-june",
        7 => "month-july",
        8 => "month-august",
        9 => "month-september",
        10 => "month-october",
        11 => "month-november",
        _ => "month-december",
    }
}
