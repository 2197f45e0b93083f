//! A forecast as it is kept (F5): what the expected path and the bands were on a day, by whichever seed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::engine::Settings;
use super::expected::Row;
use super::outlook::Outlook;
use super::quantiles::Band;
use crate::domain::money::Ore;

/// A quarter of a forecast: the expected path, and the band around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedQuarter {
    #[serde(flatten)]
    pub row: Row,
    #[serde(flatten)]
    pub band: Band,
}

/// What a quarter came to, beside what was forecast of it (F5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub forecast: SavedQuarter,
    /// What was in the bank at the end of the quarter.
    pub actual: Ore,
}

impl Deviation {
    /// Above zero when there was more than expected.
    #[must_use]
    pub fn difference(&self) -> Ore {
        self.actual - self.forecast.row.closing
    }

    /// F4: whether it fell within P10 and P90, both included.
    #[must_use]
    pub fn is_within(&self) -> bool {
        let band = self.forecast.band;
        (band.p10..=band.p90).contains(&self.actual)
    }
}

/// A forecast without what-ifs, as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    pub as_of: Date,
    pub seed: u64,
    pub paths: usize,
    pub quarters: Vec<SavedQuarter>,
}

impl Saved {
    #[must_use]
    pub fn of(outlook: &Outlook, as_of: Date, settings: Settings) -> Saved {
        let quarters = outlook.rows().iter().zip(outlook.bands());
        Saved {
            as_of,
            seed: settings.seed,
            paths: settings.paths,
            quarters: quarters
                .map(|(row, band)| SavedQuarter {
                    row: *row,
                    band: *band,
                })
                .collect(),
        }
    }
}
