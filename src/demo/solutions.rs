//! What becomes of the demo's solutions: they go live, are taken into use wave by wave, settled, paid for, and some are
//! reminded of what they owe.

use jiff::civil::Date;
use serde::Deserialize;

use super::player::{Scene, Steps};
use super::script::day;
use crate::domain::proposal::Ref;
use crate::domain::refusal::Refusal;
use crate::usecases::{RecordGoLive, Settle};

/// A solution and its fate.
pub struct Solution {
    reference: Ref,
    live_on: Date,
    waves: Vec<Part>,
    settled_on: Vec<Date>,
    paid: Vec<Part>,
    reminded_on: Option<Date>,
}

/// A share, per cent, of what there is on a day.
struct Part {
    on: Date,
    per_cent: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSolution {
    #[serde(rename = "ref")]
    reference: String,
    live_on: toml::value::Datetime,
    waves: Vec<RawPart>,
    #[serde(default)]
    settled_on: Vec<toml::value::Datetime>,
    paid: Vec<RawPart>,
    reminded_on: Option<toml::value::Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    on: toml::value::Datetime,
    per_cent: u32,
}

impl RawSolution {
    pub fn read(self) -> Result<Solution, Refusal> {
        let parts = |parts: Vec<RawPart>| {
            let part = |part: RawPart| {
                Ok(Part {
                    on: day(part.on)?,
                    per_cent: part.per_cent,
                })
            };
            parts
                .into_iter()
                .map(part)
                .collect::<Result<Vec<Part>, Refusal>>()
        };
        Ok(Solution {
            reference: self.reference.parse()?,
            live_on: day(self.live_on)?,
            waves: parts(self.waves)?,
            settled_on: self.settled_on.into_iter().map(day).collect::<Result<_, _>>()?,
            paid: parts(self.paid)?,
            reminded_on: self.reminded_on.map(day).transpose()?,
        })
    }
}

/// A forecast that is saved.
pub struct Kept {
    pub name: String,
    pub on: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawKept {
    name: String,
    on: toml::value::Datetime,
}

impl RawKept {
    pub fn read(self) -> Result<Kept, Refusal> {
        Ok(Kept {
            on: day(self.on)?,
            name: self.name,
        })
    }
}

/// Writes the life of each solution as steps.
pub fn write(steps: &mut Steps, solutions: &[Solution]) {
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
