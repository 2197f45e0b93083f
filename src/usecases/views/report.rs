//! The yearly evaluation that KS, the members and the council make of the scheme: the capital at the end of the year, what
//! the year did to it, what was decided, what came of what was forecast, and what lies ahead. Every figure is that of the
//! view it belongs to, as of the report's day. It names decided proposals only and tells no scores (S4).

use jiff::civil::{Date, date};

use super::super::OpError;
use super::capital::CapitalData;
use super::forecast::ForecastData;
use super::participants::Line;
use super::past::Past;
use super::solutions::SolutionLine;
use super::{CapitalView, ForecastView, Participants, PastForecast, Solutions, View, Viewer};
use crate::domain::calendar::Quarter;
use crate::domain::commitment::Standing;
use crate::domain::council::Ruling;
use crate::domain::forecast::{Deviation, Flows};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::Name;
use crate::store::Read;

/// The report of a year, beside the saved forecast of that name or, without one, the latest saved by the report's day.
#[derive(Clone, Debug)]
pub struct YearReport {
    pub year: i16,
    pub forecast: Option<String>,
}

/// What the report says.
#[derive(Clone, Debug)]
pub struct YearData {
    pub year: i16,
    /// The last day of the year, or today while it lasts.
    pub as_of: Date,
    pub scheme: Name,
    pub demo: bool,
    pub capital: CapitalData,
    /// F1 over what is posted: the quarters that have begun.
    pub quarters: Vec<Course>,
    pub commitments: Vec<CommitmentLine>,
    /// By day, then by reference.
    pub decisions: Vec<DecisionLine>,
    pub solutions: Vec<SolutionLine>,
    pub participants: Vec<Line>,
    pub compared: Option<Compared>,
    /// Without what-ifs, as of the report's day.
    pub ahead: ForecastData,
}

/// What happened to the bank in a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// The quarter; of a whole year, its last.
    pub quarter: Quarter,
    pub opening: Ore,
    pub flows: Flows,
    pub closing: Ore,
}

/// A commitment, and what the year did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    pub reference: Ref,
    pub title: String,
    /// Of the year alone.
    pub in_year: Standing,
    /// Still to be paid out on the report's day.
    pub outstanding: Ore,
}

/// A decision of KS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLine {
    pub reference: Ref,
    pub title: String,
    pub on: Date,
    pub applied: Ore,
    pub ruling: Ruling,
    /// Given when it deviates from what the council recommended (M7).
    pub reason: String,
}

/// A saved forecast beside what came of it (F5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub name: String,
    pub as_of: Date,
    /// The quarters of the year that it covers and that are over.
    pub quarters: Vec<Deviation>,
}

impl YearData {
    /// The year as a whole: what it opened and closed with, and all that moved.
    #[must_use]
    pub fn whole(&self) -> Option<Course> {
        let (first, last) = (self.quarters.first()?, self.quarters.last()?);
        let mut flows = Flows::default();
        for course in &self.quarters {
            flows += course.flows;
        }
        Some(Course {
            quarter: last.quarter,
            opening: first.opening,
            flows,
            closing: last.closing,
        })
    }

    /// Whether the year is over on the report's day.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.as_of == last_day(self.year)
    }
}

impl View for YearReport {
    type Data = YearData;

    fn read(&self, viewer: &Viewer) -> Result<YearData, OpError> {
        let read = viewer.read;
        check_year(self.year, read.first_fact_on()?, viewer.today)?;
        let as_of = last_day(self.year).min(viewer.today);
        let then = Viewer {
            today: as_of,
            ..*viewer
        };
        Ok(YearData {
            year: self.year,
            as_of,
            scheme: read.fund.scheme.title.clone(),
            demo: read.fund.demo,
            capital: CapitalView.read(&then)?,
            quarters: quarters(read, self.year, as_of)?,
            commitments: commitments(read, self.year, as_of)?,
            decisions: decisions(read, self.year, as_of)?,
            solutions: Solutions.read(&then)?,
            participants: Participants.read(&then)?.lines,
            compared: self.compared(&then)?,
            ahead: ForecastView::default().read(&then)?,
        })
    }
}

impl YearReport {
    /// `then` sees the fund as of the report's day.
    fn compared(&self, then: &Viewer) -> Result<Option<Compared>, OpError> {
        let (read, as_of) = (then.read, then.today);
        // The latest of those that foresaw most of the year: one made on its last day has nothing to be compared with.
        let latest = || -> Result<Option<String>, OpError> {
            let saved = read.forecasts()?.into_iter();
            let saved = saved.filter(|(_, saved_as_of)| *saved_as_of <= as_of);
            let foreseen = |made: Date| {
                let quarters = Quarter::all_of(self.year).into_iter();
                quarters
                    .filter(|quarter| quarter.last_day() > made && quarter.last_day() <= as_of)
                    .count()
            };
            let latest = saved.max_by_key(|(_, made)| (foreseen(*made), *made));
            Ok(latest.map(|(name, _)| name))
        };
        let Some(name) = self.forecast.clone().map_or_else(latest, |name| Ok(Some(name)))? else {
            return Ok(None);
        };
        let Past { name, saved, passed } = PastForecast { name }.read(then)?;
        let of_year = passed.into_iter();
        let of_year = of_year.filter(|deviation| deviation.forecast.row.quarter.year() == self.year);
        Ok(Some(Compared {
            name,
            as_of: saved.as_of,
            quarters: of_year.collect(),
        }))
    }
}

fn last_day(year: i16) -> Date {
    date(year, 12, 31)
}

fn check_year(year: i16, first: Option<Date>, today: Date) -> Result<(), Refusal> {
    let Some(first) = first.filter(|first| *first <= today) else {
        return Err(refuse("report-nothing-yet"));
    };
    if (first.year()..=today.year()).contains(&year) {
        return Ok(());
    }
    Err(refuse("report-year-outside")
        .with("year", i64::from(year))
        .with("first", i64::from(first.year()))
        .with("last", i64::from(today.year())))
}

fn bank(read: &Read, on: Date) -> Result<Ore, OpError> {
    Ok(read.balances(on)?.0.bank)
}

/// The last day before the year.
fn day_before(year: i16) -> Date {
    last_day(year - 1)
}

fn quarters(read: &Read, year: i16, as_of: Date) -> Result<Vec<Course>, OpError> {
    let mut courses = Vec::new();
    let mut opening = bank(read, day_before(year))?;
    let mut quarter = Quarter::of(date(year, 1, 1));
    while quarter.first_day() <= as_of {
        let last = quarter.last_day().min(as_of);
        let closing = bank(read, last)?;
        courses.push(Course {
            quarter,
            opening,
            flows: read.flows(quarter.first_day(), last)?,
            closing,
        });
        opening = closing;
        quarter = quarter.next();
    }
    courses.retain(|course| course.quarter.year() == year);
    Ok(courses)
}

fn commitments(read: &Read, year: i16, as_of: Date) -> Result<Vec<CommitmentLine>, OpError> {
    let before = read.commitments(day_before(year))?;
    let mut lines = Vec::new();
    for (reference, now) in read.commitments(as_of)? {
        let then = before.iter().find(|(of, _)| *of == reference);
        let then = then.map(|(_, standing)| *standing).unwrap_or_default();
        lines.push(CommitmentLine {
            reference,
            title: read.title(reference)?,
            in_year: Standing {
                committed: now.committed - then.committed,
                released: now.released - then.released,
                disbursed: now.disbursed - then.disbursed,
            },
            outstanding: now.outstanding(),
        });
    }
    lines.retain(|line| line.in_year != Standing::default() || !line.outstanding.is_zero());
    lines.sort_by_key(|line| line.reference);
    Ok(lines)
}

fn decisions(read: &Read, year: i16, as_of: Date) -> Result<Vec<DecisionLine>, OpError> {
    let mut lines = Vec::new();
    for row in read.proposals()? {
        let (reference, details) = (row.proposal.reference, row.proposal.details);
        let decided = read.decision(reference)?;
        if let Some(decided) = decided.filter(|one| one.on.year() == year && one.on <= as_of) {
            lines.push(DecisionLine {
                reference,
                title: details.title,
                on: decided.on,
                applied: details.applied,
                ruling: decided.ruling,
                reason: decided.reason,
            });
        }
    }
    lines.sort_by_key(|line| (line.on, line.reference));
    Ok(lines)
}
