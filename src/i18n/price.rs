//! How adopters pay (R1, R2), in words.

use super::Words;
use crate::domain::money::Ore;
use crate::domain::proposal::PriceModel;

#[must_use]
pub fn price_model(model: &PriceModel, words: &Words) -> String {
    match model {
        PriceModel::Shared => words.t("proposals-price-shared"),
        PriceModel::Price {
            fixed,
            per_inhabitant,
        } => {
            let fixed_arg = ("fixed", (*fixed).into());
            let inhabitant_arg = ("inhabitant", (*per_inhabitant).into());
            match (fixed.is_zero(), per_inhabitant.is_zero()) {
                (_, true) => words.tr("proposals-price-fixed", &[fixed_arg]),
                (true, false) => words.tr("proposals-price-inhabitant", &[inhabitant_arg]),
                (false, false) => words.tr("proposals-price-both", &[fixed_arg, inhabitant_arg]),
            }
        }
        PriceModel::Bands { upto, above } => {
            let band = |(bound, amount): &(u32, Ore)| {
                let bound = ("inhabitants", i64::from(*bound).into());
                words.tr("proposals-price-upto", &[bound, ("amount", (*amount).into())])
            };
            let mut bands: Vec<String> = upto.iter().map(band).collect();
            let last = upto.last().map_or(0, |(bound, _)| i64::from(*bound));
            let above = [("inhabitants", last.into()), ("amount", (*above).into())];
            bands.push(words.tr("proposals-price-above", &above));
            bands.join(", ")
        }
    }
}
