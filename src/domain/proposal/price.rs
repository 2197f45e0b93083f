//! How adopters will pay for a solution (R1, R2), as the proposal states it.

use std::fmt;
use std::str::FromStr;

use crate::domain::amount::AmountFault;
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, refuse};

/// How adopters will pay for a solution (R1, R2). Kept as the proposal states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceModel {
    /// R1: adopters share the cost.
    Shared,
    /// R2: a fixed sum, a sum per inhabitant, or both together.
    Price { fixed: Ore, per_inhabitant: Ore },
    /// R2: by size; each band's upper bound is included, the last band has none.
    Bands { upto: Vec<(u32, Ore)>, above: Ore },
}

impl FromStr for PriceModel {
    type Err = Refusal;

    /// Reads `shared`, `fixed:KR`, `inhabitant:KR`, `fixed:KR+inhabitant:KR`, `bands:4999=KR,10000=KR,=KR`.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let invalid = || refuse("price-model-invalid").with("value", text);
        match text.split_once(':') {
            None if text == "shared" => Ok(PriceModel::Shared),
            Some(("bands", bands)) => parse_bands(bands, invalid),
            Some(_) => parse_price(text, invalid),
            None => Err(invalid()),
        }
    }
}

/// A price in kroner, of which zero is one: the smallest may have it for nothing.
///
/// # Errors
/// `amount-ambiguous` with both amounts that it could mean; of what is no price, what `invalid` says of the whole model.
pub fn free_or_priced(text: &str, invalid: impl Fn() -> Refusal) -> Result<Ore, Refusal> {
    match Ore::parse_kroner(text) {
        Ok(amount) if !amount.is_negative() => Ok(amount),
        Err(fault @ AmountFault::Ambiguous { .. }) => Err(fault.into()),
        _ => Err(invalid()),
    }
}

fn parse_price(text: &str, invalid: impl Fn() -> Refusal) -> Result<PriceModel, Refusal> {
    let (mut fixed, mut per_inhabitant) = (None, None);
    for part in text.split('+') {
        let (kind, amount) = part.split_once(':').ok_or_else(&invalid)?;
        let slot = match kind {
            "fixed" => &mut fixed,
            "inhabitant" => &mut per_inhabitant,
            _ => return Err(invalid()),
        };
        if slot.replace(free_or_priced(amount, &invalid)?).is_some() {
            return Err(invalid());
        }
    }
    Ok(PriceModel::Price {
        fixed: fixed.unwrap_or_default(),
        per_inhabitant: per_inhabitant.unwrap_or_default(),
    })
}

fn parse_bands(text: &str, invalid: impl Fn() -> Refusal) -> Result<PriceModel, Refusal> {
    let mut bands: Vec<(&str, Ore)> = Vec::new();
    // A comma parts the bands, so kroner inside one are written without decimals or with a full stop.
    for band in text.split(',') {
        let (bound, amount) = band.split_once('=').ok_or_else(&invalid)?;
        bands.push((bound.trim(), free_or_priced(amount, &invalid)?));
    }
    let (last, above) = bands.pop().ok_or_else(&invalid)?;
    let upto: Vec<(u32, Ore)> = bands
        .into_iter()
        .map(|(bound, amount)| Some((bound.parse().ok()?, amount)))
        .collect::<Option<_>>()
        .ok_or_else(&invalid)?;
    let rising = upto.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if !last.is_empty() || !rising || upto.is_empty() {
        return Err(invalid());
    }
    Ok(PriceModel::Bands { upto, above })
}

impl fmt::Display for PriceModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PriceModel::Shared => f.write_str("shared"),
            PriceModel::Price {
                fixed,
                per_inhabitant,
            } if per_inhabitant.is_zero() => {
                write!(f, "fixed:{fixed}")
            }
            PriceModel::Price {
                fixed,
                per_inhabitant,
            } if fixed.is_zero() => {
                write!(f, "inhabitant:{per_inhabitant}")
            }
            PriceModel::Price {
                fixed,
                per_inhabitant,
            } => {
                write!(f, "fixed:{fixed}+inhabitant:{per_inhabitant}")
            }
            PriceModel::Bands { upto, above } => {
                f.write_str("bands:")?;
                for (bound, amount) in upto {
                    write!(f, "{bound}={amount},")?;
                }
                write!(f, "={above}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn price_models_are_read_and_written_alike() {
        for (text, canonical) in [
            ("shared", "shared"),
            ("fixed:25000", "fixed:25000.00"),
            ("inhabitant:1,50", "inhabitant:1.50"),
            ("fixed:1000+inhabitant:2", "fixed:1000.00+inhabitant:2.00"),
            (
                "bands:4999=25000,10000=40000,=60000",
                "bands:4999=25000.00,10000=40000.00,=60000.00",
            ),
        ] {
            let model: PriceModel = text.parse().unwrap();
            assert_eq!(model.to_string(), canonical);
            assert_eq!(canonical.parse::<PriceModel>().unwrap(), model);
        }
        for bad in [
            "",
            "free",
            "fixed:",
            "fixed:-1",
            "fixed:1+fixed:2",
            "bands:=1",
            "bands:5=1,4=2,=3",
            "bands:5=1",
        ] {
            let refusal = bad.parse::<PriceModel>().unwrap_err();
            assert_eq!(refusal.code, "price-model-invalid", "{bad}");
        }
        for unclear in ["fixed:25.000", "bands:5=1.000,=2", "fixed:1+inhabitant:1.234"] {
            let refusal = unclear.parse::<PriceModel>().unwrap_err();
            assert_eq!(refusal.code, "amount-ambiguous", "{unclear}");
        }
    }
}
