//! Saved forecasts beside what came of them (F5). What was saved stays as it was; what is new each quarter is what the
//! ledger says of it.

use super::super::{Change, OpError, Part};
use super::{SavedForecasts, View, Viewer};
use crate::domain::forecast::{Deviation, Saved, SavedQuarter};
use crate::domain::refusal::refuse;

/// One saved forecast by its name.
#[derive(Clone, Debug)]
pub struct PastForecast {
    pub name: String,
}

/// All that are saved by the viewer's day, the latest first.
#[derive(Clone, Copy, Debug)]
pub struct PastForecasts;

/// A saved forecast, and the quarters of it that are over on the viewer's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub name: String,
    pub saved: Saved,
    pub passed: Vec<Deviation>,
}

impl View for PastForecast {
    type Data = Past;

    fn read(&self, viewer: &Viewer) -> Result<Past, OpError> {
        let read = viewer.read;
        let saved = read.forecast(&self.name)?;
        let saved = saved.ok_or_else(|| {
            refuse("forecast-unknown")
                .rule("F5")
                .with("name", self.name.as_str())
        })?;
        let deviation = |forecast: &SavedQuarter| -> Result<Deviation, OpError> {
            let (balances, _) = read.balances(forecast.row.quarter.last_day())?;
            Ok(Deviation {
                forecast: *forecast,
                actual: balances.bank,
            })
        };
        let over = |forecast: &&SavedQuarter| forecast.row.quarter.last_day() <= viewer.today;
        let passed = saved.quarters.iter().filter(over);
        Ok(Past {
            passed: passed.map(deviation).collect::<Result<_, _>>()?,
            name: self.name.clone(),
            saved,
        })
    }
}

impl View for PastForecasts {
    type Data = Vec<Past>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[
            Part::Forecasts,
            Part::Books,
            Part::Proposals,
            Part::Solutions,
            Part::Participants,
        ])
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<Past>, OpError> {
        let saved = SavedForecasts.read(viewer)?.into_iter().rev();
        saved
            .map(|(name, _)| PastForecast { name }.read(viewer))
            .collect()
    }
}
