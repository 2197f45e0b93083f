//! A forecast as it is kept (F5): what the expected path and the bands were on a day, by whichever seed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::engine::Settings;
use super::expected::Row;
use super::outlook::Outlook;
use super::quantiles::Band;

/// A quarter of a forecast: the expected path, and the band around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedQuarter {
    #[serde(flatten)]
    pub row: Row,
    #[serde(flatten)]
    pub band: Band,
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
