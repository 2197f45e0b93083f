//! F5: what if. Laid over the facts, never saved with them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::facts::Facts;
use super::flow::Flow;
use super::horizon::Horizon;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};

/// The most that uptake may be multiplied by, and the most quarters that everything may be moved.
const LARGEST_FACTOR: Decimal = Decimal::TEN;
const LONGEST_DELAY: Decimal = Decimal::from_parts(40, 0, 0, false, 0);

/// F5: what is different from the facts. Empty, it changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIf {
    pub extra: Vec<ExtraFlow>,
    /// Candidates that are taken in as if committed today.
    pub include: BTreeSet<Ref>,
    /// Committed projects that are taken out: what they are still to be paid, and what they are expected to bring, vanish.
    pub exclude: BTreeSet<Ref>,
    /// Multiplies every project's final uptake, at most to 1.
    pub uptake_factor: Option<Decimal>,
    /// Quarters that every go-live that isn't recorded comes later, or, below zero, earlier.
    pub delay_quarters: Option<Decimal>,
    /// The share (0–1) of the undecided that join.
    pub undecided_joining: Option<Decimal>,
    /// Instead of the facts' own.
    pub reserve: Option<Ore>,
}

/// What an extra flow is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExtraKind {
    /// Comes in as other income.
    Receipt,
    /// Goes out as a cost.
    Cost,
    /// Moves no cash of its own; outstanding until it is drawn down.
    Commitment,
    /// Goes out, and draws down the what-if commitment of the same label.
    Disbursement,
}

impl ExtraKind {
    /// Reads the English word or a bokmål one.
    ///
    /// # Errors
    /// `flow-kind-unknown`.
    pub fn parse(text: &str) -> Result<ExtraKind, Refusal> {
        match text.to_lowercase().as_str() {
            "receipt" | "innbetaling" | "inntekt" => Ok(ExtraKind::Receipt),
            "cost" | "kostnad" | "utgift" => Ok(ExtraKind::Cost),
            "commitment" | "tilsagn" => Ok(ExtraKind::Commitment),
            "disbursement" | "utbetaling" => Ok(ExtraKind::Disbursement),
            _ => Err(refuse("flow-kind-unknown").with("value", text)),
        }
    }
}

/// A flow that isn't in the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraFlow {
    pub on: Date,
    pub kind: ExtraKind,
    /// Above zero.
    pub amount: Ore,
    pub label: String,
}

impl ExtraFlow {
    /// # Errors
    /// `amount-not-positive`, or `what-if-past` for a day before today.
    pub fn check(&self, today: Date) -> Result<(), Refusal> {
        if !self.amount.is_positive() {
            return Err(refuse("amount-not-positive").with("amount", self.amount));
        }
        if self.on < today {
            return Err(refuse("what-if-past")
                .rule("F5")
                .with("date", self.on)
                .with("today", today));
        }
        Ok(())
    }

    /// The column of F1 that it moves; a commitment moves none.
    pub(super) fn flow(&self) -> Option<Flow> {
        match self.kind {
            ExtraKind::Receipt => Some(Flow::Other),
            ExtraKind::Cost => Some(Flow::Costs),
            ExtraKind::Disbursement => Some(Flow::Disbursements),
            ExtraKind::Commitment => None,
        }
    }
}

impl WhatIf {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == WhatIf::default()
    }

    /// Whether every part of it makes sense over these facts.
    ///
    /// # Errors
    /// Those of [`ExtraFlow::check`]; `what-if-outside` with the field and what it may be; `what-if-not-undecided` and
    /// `what-if-not-committed` for a project that can't be taken in or out.
    pub fn check(&self, facts: &Facts) -> Result<(), Refusal> {
        for flow in &self.extra {
            flow.check(facts.today)?;
        }
        within("uptake_factor", self.uptake_factor, Decimal::ZERO, LARGEST_FACTOR)?;
        within(
            "delay_quarters",
            self.delay_quarters,
            -LONGEST_DELAY,
            LONGEST_DELAY,
        )?;
        within(
            "undecided_joining",
            self.undecided_joining,
            Decimal::ZERO,
            Decimal::ONE,
        )?;
        let largest = Ore::LARGEST_INPUT.to_kroner();
        within(
            "reserve",
            self.reserve.map(Ore::to_kroner),
            Decimal::ZERO,
            largest,
        )?;
        let unknown = |refs: &BTreeSet<Ref>, projects: &[super::Project]| {
            let known = |wanted: &Ref| projects.iter().any(|project| project.reference == *wanted);
            refs.iter().copied().find(|wanted| !known(wanted))
        };
        if let Some(reference) = unknown(&self.include, &facts.candidates) {
            return Err(refuse("what-if-not-undecided").rule("F5").with("ref", reference));
        }
        if let Some(reference) = unknown(&self.exclude, &facts.projects) {
            return Err(refuse("what-if-not-committed").rule("F5").with("ref", reference));
        }
        Ok(())
    }

    /// The extra flows that fall after the last quarter, and so change nothing.
    #[must_use]
    pub fn beyond(&self, today: Date, quarters: usize) -> Vec<&ExtraFlow> {
        let horizon = Horizon::new(today, quarters);
        self.extra
            .iter()
            .filter(|flow| horizon.place(flow.on).is_none())
            .collect()
    }
}

fn within(field: &str, figure: Option<Decimal>, least: Decimal, most: Decimal) -> Result<(), Refusal> {
    match figure {
        Some(figure) if !(least..=most).contains(&figure) => Err(refuse("what-if-outside")
            .rule("F5")
            .with("field", field)
            .with("value", figure)
            .with("least", least)
            .with("most", most)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn refused(what_if: &WhatIf) -> Option<&'static str> {
        let facts = Facts::empty(date(2018, 5, 7));
        what_if.check(&facts).err().map(|refusal| refusal.code)
    }

    #[test]
    fn f5_an_overlay_that_cannot_be_is_refused() {
        assert!(WhatIf::default().is_empty());
        assert_eq!(refused(&WhatIf::default()), None);
        let flow = |on, kroner| ExtraFlow {
            on,
            kind: ExtraKind::Receipt,
            amount: Ore::kroner(kroner),
            label: String::new(),
        };
        let extra = |flow| WhatIf {
            extra: vec![flow],
            ..WhatIf::default()
        };
        assert_eq!(refused(&extra(flow(date(2018, 5, 7), 1))), None);
        assert_eq!(refused(&extra(flow(date(2018, 5, 6), 1))), Some("what-if-past"));
        assert_eq!(
            refused(&extra(flow(date(2018, 5, 7), 0))),
            Some("amount-not-positive")
        );
        let reference = BTreeSet::from([Ref::new(2018, 7)]);
        let what_if = WhatIf {
            include: reference.clone(),
            ..WhatIf::default()
        };
        assert_eq!(refused(&what_if), Some("what-if-not-undecided"));
        let what_if = WhatIf {
            exclude: reference,
            ..WhatIf::default()
        };
        assert_eq!(refused(&what_if), Some("what-if-not-committed"));
        let joining = |share| WhatIf {
            undecided_joining: Some(share),
            ..WhatIf::default()
        };
        assert_eq!(refused(&joining(Decimal::ONE)), None);
        assert_eq!(refused(&joining(Decimal::new(101, 2))), Some("what-if-outside"));
        let reserve = WhatIf {
            reserve: Some(Ore::new(-1)),
            ..WhatIf::default()
        };
        assert_eq!(refused(&reserve), Some("what-if-outside"));
    }

    #[test]
    fn f5_what_falls_beyond_the_horizon_is_told() {
        let flow = |year| ExtraFlow {
            on: date(year, 1, 1),
            kind: ExtraKind::Cost,
            amount: Ore::kroner(1),
            label: String::new(),
        };
        let what_if = WhatIf {
            extra: vec![flow(2018), flow(2019), flow(2020)],
            ..WhatIf::default()
        };
        assert_eq!(what_if.beyond(date(2018, 1, 1), 5), [&what_if.extra[2]]);
    }
}
