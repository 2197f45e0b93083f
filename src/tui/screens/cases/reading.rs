//! Reads the form of a proposal: what was typed becomes what the applicant says, or a refusal under its field.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Benefit, Details, Estimate, PriceModel};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::exchange;
use crate::tui::widgets::form::Form;

/// The kinds of applicant and of price model, by their place among the choices.
pub const PARTICIPANT: Option<usize> = Some(0);
pub const COMPANY: Option<usize> = Some(2);
pub const PRICE: Option<usize> = Some(1);
pub const BANDS: Option<usize> = Some(2);

/// A date as it stands in a field.
pub fn date_typed(date: Date) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}

/// A share as it stands in a field: `65 %`.
pub fn share_typed(share: Decimal) -> String {
    let hundredths = (share * Decimal::ONE_HUNDRED).normalize();
    format!("{hundredths} %").replace('.', ",")
}

/// What the form says. `None` when something in it was refused.
pub fn details(form: &mut Form) -> Option<Details> {
    // Everything is read before anything is given up, so that all faults show at once.
    let title = form.read("title", text::required_line);
    let summary = form.read("summary", text::prose);
    let applicant = applicant(form);
    let cost = form.read("cost", kroner);
    let applied = form.read("applied", kroner);
    let go_live = form.read("go_live", optional(parse_date));
    let uptake = estimate(form, ["uptake_low", "uptake", "uptake_high"], exchange::share);
    let delay = estimate(form, ["delay_low", "delay", "delay_high"], exchange::quarters);
    let price_model = price_model(form);
    let benefit = Benefit::ALL.get(form.choice("benefit").unwrap_or(0));
    let details = Details {
        title: title?,
        summary: summary?,
        applicant: applicant?,
        benefit: *benefit?,
        cost: cost?,
        applied: applied?,
        go_live: go_live?,
        uptake: uptake?,
        delay: delay?,
        price_model: price_model?,
        bass: None,
    };
    match details.check() {
        Ok(()) => Some(details),
        Err(refusal) => {
            form.refuse(about(&refusal, &details), refusal);
            None
        }
    }
}

/// The field that the figures' own check is about.
fn about(refusal: &Refusal, details: &Details) -> &'static str {
    match refusal.code {
        "cost-not-positive" => "cost",
        "applied-not-positive" | "applied-above-cost" => "applied",
        "estimate-unordered" if details.uptake.is_ordered() => "delay",
        _ => "uptake",
    }
}

fn kroner(typed: &str) -> Result<Ore, Refusal> {
    text::required_line(typed).and_then(|typed| Ore::parse_kroner(&typed))
}

fn optional<T>(read: impl Fn(&str) -> Result<T, Refusal>) -> impl Fn(&str) -> Result<Option<T>, Refusal> {
    move |typed| {
        if typed.is_empty() {
            return Ok(None);
        }
        read(typed).map(Some)
    }
}

/// C5: a participant, KS, or a company with the participant that owns it.
fn applicant(form: &mut Form) -> Option<Applicant> {
    let number = |typed: &str| text::required_line(typed).and_then(|typed| Number::parse(&typed));
    let kind = form.choice("applicant");
    if kind == PARTICIPANT {
        form.read("number", number).map(Applicant::Participant)
    } else if kind == COMPANY {
        let name = form.read("company", text::required_line);
        let owner = form.read("owner", number);
        let (name, owner) = name.zip(owner)?;
        Some(Applicant::Company { name, owner })
    } else {
        Some(Applicant::Ks)
    }
}

/// F4: what is left empty isn't stated.
fn estimate<T>(
    form: &mut Form,
    [low, likely, high]: [&str; 3],
    read: impl Fn(&str) -> Result<T, Refusal>,
) -> Option<Estimate<T>> {
    let read = optional(read);
    let low = form.read(low, &read);
    let likely = form.read(likely, &read);
    let high = form.read(high, &read);
    Some(Estimate {
        low: low?,
        likely: likely?,
        high: high?,
    })
}

/// R1, R2. A price of nothing at all is no price.
fn price_model(form: &mut Form) -> Option<PriceModel> {
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
    crate::domain::ledger::positive(amount).map(|()| amount)
}
