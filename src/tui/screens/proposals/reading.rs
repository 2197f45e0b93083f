//! Reads the form of a proposal: what was typed becomes what the applicant says, or a refusal under its field.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Benefit, Details, Estimate};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::exchange;
use crate::tui::screens::pricing;
use crate::tui::screens::step_form::optional;
use crate::tui::widgets::form::Form;

/// The kinds of applicant, by their place among the choices.
pub(super) const PARTICIPANT: Option<usize> = Some(0);
pub(super) const COMPANY: Option<usize> = Some(2);

/// A date as it stands in a field.
pub(super) fn date_typed(date: Date) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}

/// A share as it stands in a field: `65 %`.
pub(super) fn share_typed(share: Decimal) -> String {
    let hundredths = (share * Decimal::ONE_HUNDRED).normalize();
    format!("{hundredths} %").replace('.', ",")
}

/// What the form says. `None` when something in it was refused, such as a number that none of the participants has.
pub(super) fn details(form: &mut Form, known: impl Fn(&Number) -> bool) -> Option<Details> {
    // Everything is read before anything is given up, so that all faults show at once.
    let title = form.read("title", text::required_line);
    let summary = form.read("summary", text::prose);
    let applicant = applicant(form, known);
    let cost = form.read("cost", kroner);
    let applied = form.read("applied", kroner);
    let go_live = if form.text("go_live").is_empty() {
        Some(None)
    } else {
        form.date("go_live").map(Some)
    };
    let uptake = estimate(form, ["uptake_low", "uptake", "uptake_high"], exchange::percent);
    let delay = estimate(form, ["delay_low", "delay", "delay_high"], exchange::quarters);
    let price_model = pricing::read(form);
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
    Ok(Ore::parse_kroner(&text::required_line(typed)?)?)
}

/// C5: a participant, KS, or a company with the participant that owns it.
fn applicant(form: &mut Form, known: impl Fn(&Number) -> bool) -> Option<Applicant> {
    let number = |typed: &str| {
        let number = Number::parse(&text::required_line(typed)?)?;
        let unknown = || refuse("participant-unknown").with("number", number.as_str());
        known(&number).then(|| number.clone()).ok_or_else(unknown)
    };
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
