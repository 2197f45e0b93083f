//! The fields of a form that ask how adopters pay (R1, R2), and what was typed in them.

use crate::domain::ledger::positive;
use crate::domain::money::Ore;
use crate::domain::proposal::{PriceModel, free_or_priced};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::phrase;
use crate::tui::screens::step_form::{optional, typed};
use crate::tui::widgets::form::{Field, Form};

/// The kinds of price model, by their place among the choices; the first is a shared cost.
const PRICE: Option<usize> = Some(1);
const BANDS: Option<usize> = Some(2);

/// The fields, filled in as a model says.
pub(super) fn fields(model: Option<&PriceModel>) -> [Field; 4] {
    let kinds = ["write-price-shared", "word-fixed-price", "write-price-bands"]
        .map(phrase)
        .to_vec();
    let (kind, fixed, inhabitant, bands) = match model {
        None | Some(PriceModel::Shared) => (0, String::new(), String::new(), String::new()),
        Some(PriceModel::Price {
            fixed,
            per_inhabitant,
        }) => (1, typed(*fixed), typed(*per_inhabitant), String::new()),
        Some(PriceModel::Bands { upto, above }) => {
            (2, String::new(), String::new(), bands_typed(upto, *above))
        }
    };
    [
        Field::choice("price", phrase("proposals-price"), kinds, kind),
        Field::amount("fixed", phrase("write-fixed"), &fixed).hint(phrase("write-price-hint")),
        Field::amount("inhabitant", phrase("write-inhabitant"), &inhabitant).hint(phrase("write-price-hint")),
        Field::line("bands", phrase("write-bands"), &bands).hint(phrase("write-bands-hint")),
    ]
}

/// Asks for the prices of the kind that is chosen, and no others.
pub(super) fn touched(form: &mut Form) {
    let kind = form.choice("price");
    form.ask("fixed", kind == PRICE);
    form.ask("inhabitant", kind == PRICE);
    form.ask("bands", kind == BANDS);
}

/// What the fields say. A price of nothing at all is no price. `None` when something in them was refused.
pub(super) fn read(form: &mut Form) -> Option<PriceModel> {
    let kind = form.choice("price");
    if kind == BANDS {
        return form.read("bands", bands_read);
    }
    if kind != PRICE {
        return Some(PriceModel::Shared);
    }
    let fixed = form.read("fixed", optional(price));
    let per_inhabitant = form.read("inhabitant", optional(price));
    let (fixed, per_inhabitant) = fixed.zip(per_inhabitant)?;
    if fixed.is_none() && per_inhabitant.is_none() {
        form.refuse("fixed", refuse("amount-missing"));
        return None;
    }
    Some(PriceModel::Price {
        fixed: fixed.unwrap_or_default(),
        per_inhabitant: per_inhabitant.unwrap_or_default(),
    })
}

fn price(typed: &str) -> Result<Ore, Refusal> {
    let amount = Ore::parse_kroner(typed)?;
    positive(amount).map(|()| amount)
}

/// What stands before the price of those above the last bound, in either language.
const ABOVE: &str = "over";

/// Size bands as a person writes them: `4 999 = 25 000; 10 000 = 40 000; over = 60 000`.
fn bands_typed(upto: &[(u32, Ore)], above: Ore) -> String {
    let bands = upto.iter().map(|(bound, amount)| {
        let bound = typed(Ore::kroner((*bound).into()));
        format!("{bound} = {}", typed(*amount))
    });
    let above = format!("{ABOVE} = {}", typed(above));
    bands.chain([above]).collect::<Vec<_>>().join("; ")
}

/// Refused unless the bounds are whole numbers that rise, and what is above the last one stands last.
fn bands_read(text: &str) -> Result<PriceModel, Refusal> {
    let invalid = || refuse("bands-invalid").with("value", text);
    let mut upto: Vec<(u32, Ore)> = Vec::new();
    let (below, last) = text
        .trim_end_matches([';', ' '])
        .rsplit_once(';')
        .ok_or_else(invalid)?;
    for band in below.split(';') {
        let (bound, amount) = band.split_once('=').ok_or_else(invalid)?;
        let bound: String = bound.split_whitespace().collect();
        upto.push((
            bound.parse().map_err(|_| invalid())?,
            free_or_priced(amount, invalid)?,
        ));
    }
    let (name, above) = last.split_once('=').ok_or_else(invalid)?;
    let rising = upto.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if !rising || !name.trim().eq_ignore_ascii_case(ABOVE) {
        return Err(invalid());
    }
    let above = free_or_priced(above, invalid)?;
    Ok(PriceModel::Bands { upto, above })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r2_size_bands_read_back_as_they_are_written() {
        let model: PriceModel = "bands:4999=25000,10000=40000.50,=60000".parse().unwrap();
        let PriceModel::Bands { upto, above } = &model else {
            panic!("{model:?}")
        };
        let text = bands_typed(upto, *above);
        assert_eq!(text, "4 999 = 25 000; 10 000 = 40 000,50; over = 60 000");
        assert_eq!(bands_read(&text), Ok(model));
    }

    #[test]
    fn r2_what_are_no_size_bands_is_refused() {
        for text in [
            "",
            "tull",
            "over = 1",
            "4999=25000,10000=40000,=60000",
            "5000 = 100; 4000 = 200; over = 300",
            "5000 = 100; 10000 = 200",
            "5000 = 100; over = -1",
            "5000 = 100; over = 200; 6000 = 300",
            "5000,5 = 100; over = 200",
        ] {
            assert_eq!(bands_read(text).unwrap_err().code, "bands-invalid", "{text}");
        }
        let unclear = bands_read("5000 = 25.000; over = 60 000");
        assert_eq!(unclear.unwrap_err().code, "amount-ambiguous");
    }
}
