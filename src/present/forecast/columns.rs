//! The columns of a forecast: its quarters (F1, F4), and those of a saved one with what came of them (F5).

use crate::domain::forecast::{Deviation, Flows, SavedQuarter};
use crate::domain::money::Ore;
use crate::i18n::{clean, phrase};
use crate::present::column::{Column, Width};
use crate::present::document::{Styled, Tone};
use crate::usecases::views::past::Past;

use super::likely;

type C = Column<SavedQuarter>;

const QUARTER: C = C::people("word-nok-mill", |one, words| {
    words.quarter(one.row.quarter).into()
})
.width(Width::Widest)
.figure();
const OPENING: C = C::data("", |one| one.row.opening.into()).millions("quarters-opening");
const CONTRIBUTIONS: C =
    C::data("", |one| one.row.flows.contributions.into()).millions("quarters-contributions");
const STATE: C = C::data("", |one| one.row.flows.state.into()).millions("quarters-state");
const REPAYMENTS: C = C::data("", |one| one.row.flows.repayments.into()).millions("quarters-repayments");
const OTHER: C = C::data("", |one| one.row.flows.other.into()).millions("quarters-other");
const IN: C = C::data("", |one| incoming(&one.row.flows).into()).millions("word-in");
const DISBURSEMENTS: C = C::data("", |one| one.row.flows.disbursements.into()).millions("word-disbursed");
const COSTS: C = C::data("", |one| one.row.flows.costs.into()).millions("word-costs");
const OUT: C = C::data("", |one| outgoing(&one.row.flows).into()).millions("word-out");
const CLOSES: C = C::data("", |one| one.row.closing.into()).millions("quarters-closing");
const P10: C = C::data("", |one| one.band.p10.into()).millions("quarters-p10");
const P50: C = C::data("", |one| one.band.p50.into()).millions("quarters-p50");
const P90: C = C::data("", |one| one.band.p90.into()).millions("quarters-p90");
const BOUND: C = C::data("", |one| one.row.outstanding_commitments.into()).millions("quarters-outstanding");
const BELOW: C = C::people("quarters-risk", |one, words| {
    let share = one.band.p_below_reserve;
    Styled::new(
        likely(share, words),
        if share.is_zero() { Tone::Dim } else { Tone::Warn },
    )
})
.width(Width::Widest)
.figure();

/// F1 in millions, with what comes in and what goes out in one column each.
pub const SUMS: &[C] = &[
    QUARTER,
    OPENING.spare(2),
    IN,
    OUT,
    CLOSES,
    P10.spare(3),
    P50.spare(5),
    P90.spare(4),
    BOUND.spare(6),
    BELOW.spare(1),
];

/// The same in eighty columns of a terminal.
pub(super) const SHORT: &[C] = &[QUARTER, OPENING, IN, OUT, CLOSES, P10, P90, BELOW];

/// F1 in millions, with a column for each kind of flow.
pub const FLOWS: &[C] = &[
    QUARTER,
    OPENING,
    CONTRIBUTIONS,
    STATE,
    REPAYMENTS,
    OTHER.spare(1),
    DISBURSEMENTS,
    COSTS.spare(1),
    CLOSES,
    P10,
    P50.spare(2),
    P90,
    BOUND,
    BELOW,
];

/// The expected path and its band in whole kroner.
pub const PATH: &[C] = &[
    QUARTER.shown_as("word-quarter"),
    C::data("", |one| one.row.closing.into())
        .shown("word-expected")
        .width(Width::Amounts),
    C::data("", |one| one.band.p10.into())
        .shown("quarters-p10")
        .width(Width::Amounts),
    C::data("", |one| one.band.p50.into())
        .shown("quarters-p50")
        .width(Width::Amounts),
    C::data("", |one| one.band.p90.into())
        .shown("quarters-p90")
        .width(Width::Amounts),
    BELOW,
];

fn incoming(flows: &Flows) -> Ore {
    flows.contributions + flows.state + flows.repayments + flows.other
}

fn outgoing(flows: &Flows) -> Ore {
    flows.disbursements + flows.costs
}

/// F5: a quarter of a saved forecast, and what came of it once it is over.
#[derive(Clone, Copy, Debug)]
pub struct Followed {
    pub forecast: SavedQuarter,
    pub passed: Option<Deviation>,
}

impl From<&Deviation> for Followed {
    fn from(passed: &Deviation) -> Self {
        Followed {
            forecast: passed.forecast,
            passed: Some(*passed),
        }
    }
}

type D = Column<Followed>;

/// What was forecast beside what came of it, in whole kroner.
pub const FOLLOWED: &[D] = &[
    D::people("word-quarter", |one, words| {
        words.quarter(one.forecast.row.quarter).into()
    })
    .width(Width::Widest)
    .figure(),
    D::data("", |one| one.forecast.row.closing.into())
        .shown("word-expected")
        .width(Width::Amounts),
    D::data("", |one| one.forecast.band.p10.into())
        .shown("quarters-p10")
        .width(Width::Amounts)
        .spare(3),
    D::data("", |one| one.forecast.band.p90.into())
        .shown("quarters-p90")
        .width(Width::Amounts)
        .spare(2),
    D::data("", |one| one.passed.map(|passed| passed.actual).into())
        .shown("past-col-actual")
        .width(Width::Amounts),
    D::people("past-col-difference", |one, words| {
        let amount = one.passed.as_ref().map(Deviation::difference);
        signed(amount, |amount| words.amount(amount))
    })
    .width(Width::Widest)
    .figure(),
    D::people("past-col-within", |one, words| match one.passed {
        None => Styled::default(),
        Some(passed) if passed.is_within() => Styled::new(words.t("word-yes"), Tone::Good),
        Some(_) => Styled::new(words.t("word-no"), Tone::Warn),
    })
    .width(Width::Flex(10))
    .spare(1),
];

/// With its sign, so that more than expected is told from less.
fn signed(amount: Option<Ore>, format: impl FnOnce(Ore) -> String) -> Styled {
    let text = amount.map_or_else(String::new, |amount| {
        let sign = if amount > Ore::ZERO { "+" } else { "" };
        format!("{sign}{}", format(amount))
    });
    Styled::new(text, Tone::Strong)
}

/// The saved forecasts.
pub const SAVED: &[Column<Past>] = &[
    Column::data("name", |past: &Past| past.name.as_str().into())
        .rendered("word-name", |past, _| clean(&past.name).as_ref().into())
        .width(Width::Flex(16)),
    Column::data("as_of", |past: &Past| past.saved.as_of.into())
        .rendered("past-col-saved", |past, words| {
            words.column_date(past.saved.as_of).into()
        })
        .width(Width::Widest)
        .figure(),
    Column::people("past-col-passed", |past: &Past, words| {
        let passed = phrase("word-of")
            .with("part", past.passed.len())
            .with("all", past.saved.quarters.len());
        passed.words(words).into()
    })
    .width(Width::Widest)
    .figure(),
    Column::people("past-col-last", |past: &Past, words| {
        signed(past.passed.last().map(Deviation::difference), |amount| {
            words.mill(amount)
        })
    })
    .width(Width::Widest)
    .figure()
    .spare(1),
];
