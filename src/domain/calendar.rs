//! Calendar quarters, and dates as people and files write them.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, date, time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::refusal::{Refusal, refuse};

/// A calendar quarter. Machine form `2018-Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i16,
    /// 1–4.
    number: i8,
}

impl Quarter {
    #[must_use]
    pub fn of(day: Date) -> Self {
        Quarter {
            year: day.year(),
            number: (day.month() - 1) / 3 + 1,
        }
    }

    /// The quarters of a year, in order.
    #[must_use]
    pub fn all_of(year: i16) -> [Quarter; 4] {
        [1, 2, 3, 4].map(|number| Quarter { year, number })
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1–4.
    #[must_use]
    pub fn number(self) -> i8 {
        self.number
    }

    #[must_use]
    pub fn first_day(self) -> Date {
        date(self.year, (self.number - 1) * 3 + 1, 1)
    }

    #[must_use]
    pub fn last_day(self) -> Date {
        date(self.year, self.number * 3, 1).last_of_month()
    }

    #[must_use]
    pub fn next(self) -> Self {
        if self.number == 4 {
            Quarter {
                year: self.year + 1,
                number: 1,
            }
        } else {
            Quarter {
                year: self.year,
                number: self.number + 1,
            }
        }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Reads the machine form, `2018-Q1`.
impl FromStr for Quarter {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts = text.split_once("-Q").filter(|(year, _)| year.len() == 4);
        parts
            .and_then(|(year, number)| {
                Some(Quarter {
                    year: year.parse().ok()?,
                    number: number.parse().ok()?,
                })
            })
            .filter(|quarter| (1..=4).contains(&quarter.number) && quarter.to_string() == text)
            .ok_or_else(|| refuse("quarter-invalid").with("value", text))
    }
}

impl<'de> Deserialize<'de> for Quarter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// Norway's clocks, in one rule that needs no time zone files on the machine.
const OSLO: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// What the clock on the wall in Oslo shows.
#[must_use]
pub fn in_oslo(at: Timestamp) -> DateTime {
    // The rule is a constant that a test reads; UTC would be one or two hours off.
    TimeZone::posix(OSLO).unwrap_or(TimeZone::UTC).to_datetime(at)
}

/// The dates that the fund's facts may carry: wide enough for any fund, narrow enough to catch a slip of the finger.
const EARLIEST: Date = date(2000, 1, 1);
const LATEST: Date = date(2099, 12, 31);

/// Reads a date as ISO (`2018-03-31`) or as Norwegians write it (`31.3.2018`, `31.03.2018`).
///
/// # Errors
/// `date-invalid` when it is no date between 2000 and 2099, `date-without-year` when only its year is missing,
/// `date-short-year` when its year has two digits.
pub fn parse_date(text: &str) -> Result<Date, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(refuse("date-empty"));
    }
    norwegian(text)
        .or_else(|| Date::from_str(text).ok().filter(|_| text.len() == 10))
        .filter(|day| (EARLIEST..=LATEST).contains(day))
        .ok_or_else(|| {
            let code = match day_and_month(text) {
                // Every day of a year is one of a leap year.
                Some((day, month)) if Date::new(2000, month, day).is_ok() => "date-without-year",
                _ if has_short_year(text) => "date-short-year",
                _ => "date-invalid",
            };
            refuse(code).with("value", text)
        })
}

/// How far from today a day without a year may lie: the same day of another year then lies three times as far away.
const NEAR: i32 = 91;

/// As [`parse_date`], and a day without a year (`12.3`, `12.03.`) as the one that lies within a quarter of a year of today. For
/// where what is understood is shown before it counts.
///
/// # Errors
/// As [`parse_date`]: `date-without-year` when no such day is near.
pub fn parse_date_near(text: &str, today: Date) -> Result<Date, Refusal> {
    let read = parse_date(text);
    let near = day_and_month(text.trim()).and_then(|(day, month)| {
        let mut years = today.year() - 1..=today.year() + 1;
        years.find_map(|year| {
            let day = Date::new(year, month, day).ok()?;
            let is_near = today.until(day).ok()?.get_days().abs() <= NEAR;
            (is_near && (EARLIEST..=LATEST).contains(&day)).then_some(day)
        })
    });
    near.map_or(read, Ok)
}

/// A day and a month, with or without a full stop after the month.
fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let (day, month) = text.strip_suffix('.').unwrap_or(text).split_once('.')?;
    let short = [day, month]
        .iter()
        .all(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
    short.then(|| Some((day.parse().ok()?, month.parse().ok()?)))?
}

/// Whether a year of four digits is all that a date lacks: `1.9.19`.
fn has_short_year(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(day, year)| {
        let short = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
        short && norwegian(&format!("{day}.20{year}")).is_some()
    })
}

fn norwegian(text: &str) -> Option<Date> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = [day, month, year]
        .iter()
        .all(|p| p.bytes().all(|b| b.is_ascii_digit()));
    if parts.next().is_some() || year.len() != 4 || !plain {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A time of the day, to the minute, as people write it: `10:00` or `9.30`.
///
/// # Errors
/// `time-invalid`.
pub fn parse_time(text: &str) -> Result<Time, Refusal> {
    let parts = text.trim().split_once([':', '.']).filter(|(hour, minute)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        (1..=2).contains(&hour.len()) && minute.len() == 2 && digits(hour) && digits(minute)
    });
    let time =
        parts.and_then(|(hour, minute)| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok());
    time.ok_or_else(|| refuse("time-invalid").with("value", text))
}

/// The last second of a day, until which something may be done on it.
#[must_use]
pub fn end_of(day: Date) -> DateTime {
    day.to_datetime(time(23, 59, 59, 0))
}

/// A day with a time after a `T` or a space; without one until the end of the day.
///
/// # Errors
/// As [`parse_date`] and [`parse_time`].
pub fn parse_deadline(text: &str) -> Result<DateTime, Refusal> {
    let text = text.trim();
    match text.split_once(['T', ' ']) {
        Some((day, at)) => Ok(parse_date(day)?.to_datetime(parse_time(at)?)),
        None => Ok(end_of(parse_date(text)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_the_day_is_read_as_people_write_it_and_nonsense_is_refused() {
        assert_eq!(parse_time("10:00"), Ok(time(10, 0, 0, 0)));
        assert_eq!(parse_time(" 9.30"), Ok(time(9, 30, 0, 0)));
        for text in ["", "10", "24:00", "10:60", "10:0", "10:00:00", "-1:00", "+1:00"] {
            assert_eq!(parse_time(text).unwrap_err().code, "time-invalid", "{text}");
        }
        let day = date(2018, 5, 7);
        assert_eq!(parse_deadline("2018-05-07T12:00"), Ok(day.at(12, 0, 0, 0)));
        assert_eq!(parse_deadline("7.5.2018 12:00"), Ok(day.at(12, 0, 0, 0)));
        assert_eq!(parse_deadline("2018-05-07"), Ok(day.at(23, 59, 59, 0)));
        assert_eq!(parse_deadline("2018-05-07T").unwrap_err().code, "time-invalid");
        assert_eq!(parse_deadline("12:00").unwrap_err().code, "date-invalid");
    }

    #[test]
    fn quarters_follow_the_calendar_and_touch_without_gap() {
        let quarter = Quarter::of(date(2018, 11, 5));
        assert_eq!(quarter.to_string(), "2018-Q4");
        assert_eq!(
            (quarter.first_day(), quarter.last_day()),
            (date(2018, 10, 1), date(2018, 12, 31))
        );
        assert_eq!(quarter.next(), Quarter::of(date(2019, 1, 1)));
        let leap = Quarter::of(date(2020, 2, 29));
        assert_eq!(leap.last_day().tomorrow().ok(), Some(leap.next().first_day()));
    }

    #[test]
    fn a_quarter_survives_being_written_and_read_and_nonsense_is_refused() {
        let quarter = Quarter::of(date(2018, 11, 5));
        assert_eq!("2018-Q4".parse(), Ok(quarter));
        for text in [
            "", "2018-Q0", "2018-Q5", "2018-Q04", "18-Q4", "2018Q4", "2018-Q4 ",
        ] {
            let refused = text.parse::<Quarter>().map_err(|refusal| refusal.code);
            assert_eq!(refused, Err("quarter-invalid"), "{text}");
        }
    }

    #[test]
    fn oslo_is_an_hour_ahead_in_winter_and_two_in_summer() {
        let shown = |text: &str| in_oslo(text.parse().unwrap()).to_string();
        assert_eq!(shown("2017-12-31T23:30:00Z"), "2018-01-01T00:30:00");
        assert_eq!(shown("2018-03-25T00:59:59Z"), "2018-03-25T01:59:59");
        assert_eq!(shown("2018-03-25T01:00:00Z"), "2018-03-25T03:00:00");
        assert_eq!(shown("2018-10-28T01:00:00Z"), "2018-10-28T02:00:00");
    }

    #[test]
    fn a_day_without_a_year_is_the_near_one_or_asks_for_its_year() {
        let read = |text, today| parse_date_near(text, today).map_err(|refusal| refusal.code);
        let may = date(2018, 5, 7);
        assert_eq!(read("12.3", may), Ok(date(2018, 3, 12)));
        assert_eq!(read("12.03.", may), Ok(date(2018, 3, 12)));
        assert_eq!(read(" 6.8 ", may), Ok(date(2018, 8, 6)));
        assert_eq!(read("7.8", may), Err("date-without-year"));
        assert_eq!(read("4.2", may), Err("date-without-year"));
        assert_eq!(read("28.12", date(2018, 1, 3)), Ok(date(2017, 12, 28)));
        assert_eq!(read("3.1", date(2017, 12, 28)), Ok(date(2018, 1, 3)));
        assert_eq!(read("3.1", date(2099, 12, 28)), Err("date-without-year"));
        assert_eq!(read("28.12", date(2000, 1, 3)), Err("date-without-year"));
        assert_eq!(read("29.2", date(2018, 2, 1)), Err("date-without-year"));
        assert_eq!(read("29.2", date(2020, 2, 1)), Ok(date(2020, 2, 29)));
        assert_eq!(read("1.9.19", may), Err("date-short-year"));
        assert_eq!(read("29.2.19", may), Err("date-invalid"));
        assert_eq!(read("12.3.2020", may), Ok(date(2020, 3, 12)));
        for text in [
            "30.2", "12.13", "0.1", "12", "12.", "1.2.3", "1.9.-1", "1.25.", "+1.+2", "012.3", "",
        ] {
            assert!(
                matches!(read(text, may), Err("date-invalid" | "date-empty")),
                "{text}"
            );
        }
        // Where nobody sees what was understood, the year must be there.
        assert_eq!(
            parse_date("12.3").map_err(|refusal| refusal.code),
            Err("date-without-year")
        );
    }

    #[test]
    fn dates_are_read_in_both_forms_and_nonsense_is_refused() {
        assert_eq!(parse_date("2018-03-31"), Ok(date(2018, 3, 31)));
        assert_eq!(parse_date(" 7.5.2026 "), Ok(date(2026, 5, 7)));
        for text in [
            "",
            "31.2.2018",
            "2018-13-01",
            "7.5.26",
            "1.1.1899",
            "2018-03-31T10:00",
            "+1.+1.2018",
        ] {
            assert!(parse_date(text).is_err(), "{text}");
        }
    }
}
