//! What becomes of the demo's solutions: they go live, are taken into use wave by wave, settled, paid for, and some are
//! reminded of what they owe.

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};

use super::player::{Scene, Steps};
use crate::domain::proposal::Ref;
use crate::usecases::{RecordGoLive, Settle};

/// A solution and its fate.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Solution {
    #[serde(rename = "ref", deserialize_with = "parsed")]
    reference: Ref,
    live_on: Date,
    waves: Vec<Part>,
    #[serde(default)]
    settled_on: Vec<Date>,
    paid: Vec<Part>,
    reminded_on: Option<Date>,
}

/// A share, per cent, of what there is on a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    on: Date,
    per_cent: u32,
}

/// A forecast that is saved.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kept {
    pub name: String,
    pub on: Date,
}

/// What is written as people write it.
pub(super) fn parsed<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    String::deserialize(from)?.parse().map_err(de::Error::custom)
}

/// Writes the life of each solution as steps.
pub(super) fn write(steps: &mut Steps, solutions: &[Solution]) {
    for solution in solutions {
        let reference = solution.reference;
        let live = RecordGoLive {
            reference,
            on: None,
            price_model: None,
        };
        steps.act(solution.live_on, "sekretariat", live);
        for Part { on, per_cent } in &solution.waves {
            let per_cent = *per_cent;
            steps.write(*on, Scene::Adopt { reference, per_cent });
        }
        for on in &solution.settled_on {
            steps.act(*on, "sekretariat", Settle { reference, on: None });
        }
        for Part { on, per_cent } in &solution.paid {
            let per_cent = *per_cent;
            steps.write(*on, Scene::Repay { reference, per_cent });
        }
        if let Some(on) = solution.reminded_on {
            steps.write(on, Scene::Remind { reference });
        }
    }
}
