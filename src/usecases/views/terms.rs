//! What has days: who sits in the council (M11), and which parameters hold.

use jiff::civil::Date;

use super::super::OpError;
use super::super::queries::meetings::{parameters, roster, terms_on};
use super::{View, Viewer};
use crate::domain::meeting::Seat;
use crate::domain::scheme::AccessRules;

/// The seats as they are today, by number.
#[derive(Clone, Copy, Debug)]
pub struct Seats;

/// A seat with what its people are called.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatLine {
    pub seat: Seat,
    /// What the holder is called.
    pub name: Option<String>,
    /// What the substitutes are called, in their order.
    pub substitutes: Vec<String>,
    /// The term; none for a seat that was never given to anybody.
    pub from: Option<Date>,
    /// The last day; until further notice without one.
    pub to: Option<Date>,
}

impl View for Seats {
    type Data = Vec<SeatLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<SeatLine>, OpError> {
        let roster = roster(viewer.read, viewer.today)?;
        let terms = terms_on(viewer.read, viewer.today)?;
        let line = |seat: &Seat| {
            let term = terms.iter().find(|term| term.seat.number == seat.number);
            let name = |handle: &String| roster.name(handle).to_owned();
            SeatLine {
                name: seat.holder.as_ref().map(name),
                substitutes: seat.substitutes.iter().map(name).collect(),
                from: term.map(|term| term.from),
                to: term.and_then(|term| term.to),
                seat: seat.clone(),
            }
        };
        Ok(roster.seats.iter().map(line).collect())
    }
}

/// The council's parameters on a day; today unless another is named.
#[derive(Clone, Copy, Debug)]
pub struct Parameters {
    pub on: Option<Date>,
}

/// How much the sessions over SSH may take today.
#[derive(Clone, Copy, Debug)]
pub struct SessionRules;

impl View for SessionRules {
    type Data = AccessRules;

    fn read(&self, viewer: &Viewer) -> Result<AccessRules, OpError> {
        Ok(parameters(viewer.read, viewer.today)?.access)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct ParametersData {
    pub on: Date,
    pub parameters: Vec<Parameter>,
}

/// A parameter as it is on the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Dotted as in the scheme's file.
    pub key: &'static str,
    pub value: String,
    /// Since when and why; neither where the scheme's file says it.
    pub from: Option<Date>,
    pub reason: String,
}

impl View for Parameters {
    type Data = ParametersData;

    fn read(&self, viewer: &Viewer) -> Result<ParametersData, OpError> {
        let on = self.on.unwrap_or(viewer.today);
        let rules = parameters(viewer.read, on)?;
        let changes = viewer.read.scheme_changes()?;
        let parameter = |(key, value): (&'static str, String)| {
            let of_key = changes.iter().filter(|change| change.key == key);
            let change = of_key.rev().find(|change| change.from <= on);
            Parameter {
                key,
                value,
                from: change.map(|change| change.from),
                reason: change.map(|change| change.reason.clone()).unwrap_or_default(),
            }
        };
        Ok(ParametersData {
            on,
            parameters: rules.values().map(parameter).collect(),
        })
    }
}
