//! Reads a scheme from TOML with the position of every value, so that a fault is named by line and key.

use rust_decimal::Decimal;

use super::{AccessRules, CouncilRules, Criterion, Dated, Limit, Name, Scheme, Tranche};
use crate::domain::money::Ore;
use crate::domain::proposal::Spread;
use crate::domain::refusal::Refusal;
use crate::domain::toml_section::Section;

pub(super) fn scheme(source: &str) -> Result<Scheme, Refusal> {
    Section::read(source, read_scheme)
}

// What a scheme that doesn't say otherwise goes by.
/// C4.
const LATE_PAYMENT_DAYS: u32 = 30;
/// R4.
const PAYMENT_DAYS: u32 = 30;
/// M9.
const NOTICE_DAYS: u32 = 7;
/// F2, F4.
const UPTAKE: Spread = Spread {
    low: Decimal::from_parts(4, 0, 0, false, 1),
    likely: Decimal::from_parts(6, 0, 0, false, 1),
    high: Decimal::from_parts(8, 0, 0, false, 1),
};
const DELAY: Spread = Spread {
    low: Decimal::ZERO,
    likely: Decimal::ZERO,
    high: Decimal::TWO,
};

fn read_scheme(root: &Section) -> Result<Scheme, Refusal> {
    let contributions = root.section("contributions")?;
    let commitments = root.section("commitments")?;
    let council = root.section("council")?;
    let ks = root.given("ks", Section::section)?;
    let state = root.given("state", Section::section)?;
    let repayment = root.given("repayment", Section::section)?;
    let forecast = root.given("forecast", Section::section)?;
    let access = root.given("access", Section::section)?;
    let scheme = Scheme {
        name: root.line("name")?,
        title: name(root, "title")?,
        municipality_rate: contributions.decimal("municipality_rate", 0, 10_000)?,
        county_rate: contributions.decimal("county_rate", 0, 10_000)?,
        answer_due: contributions.given("answer_due", Section::date)?,
        payment_due: contributions.given("payment_due", Section::date)?,
        late_payment_days: contributions
            .optional_whole("late_payment_days", 0, 365)?
            .unwrap_or(LATE_PAYMENT_DAYS),
        ks_cap: ks.as_ref().map_or(Ok(Ore::ZERO), |ks| ks.money("cap"))?,
        ks_due: ks
            .as_ref()
            .map_or(Ok(None), |ks| ks.given("due", Section::date))?,
        tranches: state.as_ref().map_or(Ok(Vec::new()), tranches)?,
        limit: limit(&commitments)?,
        reserve: commitments.money("reserve")?,
        profile: profile(&commitments)?,
        seats: council.whole("seats", 1, 99)?,
        dated: Dated {
            council: CouncilRules {
                recommend_outside_meeting: council
                    .given("recommend_outside_meeting", Section::boolean)?
                    .unwrap_or(false),
                notice_days: council
                    .optional_whole("notice_days", 0, 365)?
                    .unwrap_or(NOTICE_DAYS),
                blank_counts: council.given("blank_counts", Section::boolean)?.unwrap_or(true),
            },
            access: access.as_ref().map_or(Ok(AccessRules::ORDINARY), access_rules)?,
        },
        criteria: criteria(root)?,
        // Schemes from before solutions went live say nothing of these.
        payment_days: repayment.as_ref().map_or(Ok(PAYMENT_DAYS), |repayment| {
            repayment.whole("payment_days", 0, 365)
        })?,
        uptake: forecast
            .as_ref()
            .map_or(Ok(UPTAKE), |forecast| spread(forecast, "uptake", 1))?,
        delay: forecast
            .as_ref()
            .map_or(Ok(DELAY), |forecast| spread(forecast, "delay", 40))?,
    };
    let required = [contributions, commitments, council].map(Some);
    for section in required
        .into_iter()
        .chain([ks, state, repayment, forecast, access])
        .flatten()
    {
        section.nothing_else()?;
    }
    Ok(scheme)
}

fn limit(commitments: &Section) -> Result<Limit, Refusal> {
    match commitments.line("limit")?.as_str() {
        "on_hand" => Ok(Limit::OnHand),
        "cash_flow" => Ok(Limit::CashFlow),
        other => Err(commitments
            .fault("scheme-choice", "limit")
            .with("value", other)
            .with("known", "\"on_hand\", \"cash_flow\"")),
    }
}

fn access_rules(access: &Section) -> Result<AccessRules, Refusal> {
    let ordinary = AccessRules::ORDINARY;
    let sessions = |key, otherwise| {
        let said = access.optional_whole(key, 1, AccessRules::MOST_SESSIONS.into())?;
        Ok::<_, Refusal>(said.unwrap_or(otherwise))
    };
    Ok(AccessRules {
        sessions_per_member: sessions("sessions_per_member", ordinary.sessions_per_member)?,
        sessions: sessions("sessions", ordinary.sessions)?,
        idle_minutes: access
            .optional_whole("idle_minutes", 1, AccessRules::MOST_MINUTES.into())?
            .unwrap_or(ordinary.idle_minutes),
    })
}

fn profile(commitments: &Section) -> Result<Vec<Decimal>, Refusal> {
    let shares: Vec<Decimal> = commitments
        .array("profile")?
        .into_iter()
        .map(|value| commitments.decimal_of("profile", value, 0, 1))
        .collect::<Result<_, _>>()?;
    let sum: Decimal = shares.iter().sum();
    if sum != Decimal::ONE {
        return Err(commitments.fault("scheme-profile", "profile").with("sum", sum));
    }
    Ok(shares)
}

fn tranches(state: &Section) -> Result<Vec<Tranche>, Refusal> {
    let mut tranches: Vec<Tranche> = Vec::new();
    for part in state.sections("tranches")? {
        let year = part.whole("year", 2000, 2099)?;
        let tranche = Tranche {
            year,
            amount: part.money("amount")?,
        };
        if tranches.last().is_some_and(|before| before.year >= tranche.year) {
            return Err(part.fault("scheme-tranches", "year"));
        }
        part.nothing_else()?;
        tranches.push(tranche);
    }
    Ok(tranches)
}

fn criteria(root: &Section) -> Result<Vec<Criterion>, Refusal> {
    let mut criteria: Vec<Criterion> = Vec::new();
    for part in root.sections("criteria")? {
        let key = part.line("key")?;
        let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if !plain {
            return Err(part.fault("scheme-criterion-key", "key").with("value", key));
        }
        if criteria.iter().any(|other| other.key == key) {
            return Err(part.fault("scheme-criterion-twice", "key").with("value", key));
        }
        criteria.push(Criterion {
            key,
            weight: part.decimal("weight", 1, 100)?,
            name: name(&part, "name")?,
        });
        part.nothing_else()?;
    }
    let sum: Decimal = criteria.iter().map(|criterion| criterion.weight).sum();
    if sum != Decimal::ONE_HUNDRED {
        return Err(root
            .fault("scheme-weights", "criteria")
            .rule("S1")
            .with("sum", sum));
    }
    Ok(criteria)
}

fn name(section: &Section, key: &'static str) -> Result<Name, Refusal> {
    let names = section.section(key)?;
    let name = Name {
        nb: names.line("nb")?,
        en: names.line("en")?,
    };
    names.nothing_else()?;
    Ok(name)
}

/// F4: low, most likely and high, from zero to `most`, rising.
fn spread(section: &Section, key: &'static str, most: i64) -> Result<Spread, Refusal> {
    let figures: Vec<Decimal> = section
        .array(key)?
        .into_iter()
        .map(|value| section.decimal_of(key, value, 0, most))
        .collect::<Result<_, _>>()?;
    match figures[..] {
        [low, likely, high] if low <= likely && likely <= high => Ok(Spread { low, likely, high }),
        _ => Err(section.fault("scheme-spread", key).rule("F4")),
    }
}
