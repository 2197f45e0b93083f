//! The fields of a form that ask how adopters pay (R1, R2), and what was typed in them.

use crate::domain::ledger::positive;
use crate::domain::money::Ore;
use crate::domain::proposal::PriceModel;
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::phrase::phrase;
use crate::tui::screens::asking::{optional, typed};
use crate::tui::widgets::form::{Field, Form};

/// The kinds of price model, by their place among the choices; the first is a shared cost.
const PRICE: Option<usize> = Some(1);
const BANDS: Option<usize> = Some(2);

/// The fields, filled in as a model says.
pub fn fields(model: Option<&PriceModel>) -> [Field; 4] {
    let kinds = ["write-price-shared", "write-price-price", "write-price-bands"]
        .map(phrase)
        .to_vec();
    let (kind, fixed, inhabitant, bands) = match model {
        None | Some(PriceModel::Shared) => (0, String::new(), String::new(), String::new()),
        Some(PriceModel::Price {
            fixed,
            per_inhabitant,
        }) => (1, typed(*fixed), typed(*per_inhabitant), String::new()),
        Some(bands @ PriceModel::Bands { .. }) => {
            let text = bands.to_string().trim_start_matches("bands:").replace(".00", "");
            (2, String::new(), String::new(), text)
        }
    };
    [
        Field::choice("price", phrase("cases-price"), kinds, kind),
        Field::amount("fixed", phrase("write-fixed"), &fixed).hint(phrase("write-price-hint")),
        Field::amount("inhabitant", phrase("write-inhabitant"), &inhabitant).hint(phrase("write-price-hint")),
        Field::line("bands", phrase("write-bands"), &bands).hint(phrase("write-bands-hint")),
    ]
}

/// Asks for the prices of the kind that is chosen, and no others.
pub fn touched(form: &mut Form) {
    let kind = form.choice("price");
    form.ask("fixed", kind == PRICE);
    form.ask("inhabitant", kind == PRICE);
    form.ask("bands", kind == BANDS);
}

/// What the fields say. A price of nothing at all is no price. `None` when something in them was refused.
pub fn read(form: &mut Form) -> Option<PriceModel> {
    let kind = form.choice("price");
    if kind == BANDS {
        return form.read("bands", |typed| format!("bands:{typed}").parse());
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
