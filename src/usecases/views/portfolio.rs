//! The council's line beside the best set of whole proposals (S8), for a revealed round. What the viewer is in conflict in
//! is left out before anything is chosen (S4).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::queries::ahead::free;
use super::super::queries::capital::capital;
use super::super::queries::forecast_facts::facts;
use super::super::queries::ranking::Seen;
use super::super::{Change, OpError, Part};
use super::{View, Viewer};
use crate::domain::calendar::Quarter;
use crate::domain::council::Round;
use crate::domain::forecast::{DEFAULT_QUARTERS, WhatIf, candidate_effects, expected};
use crate::domain::money::Ore;
use crate::domain::portfolio::{Comparison, Path, compare};
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Marks, lower_sums};

/// The ways to choose in a round, side by side.
#[derive(Clone, Debug)]
pub struct PortfolioView {
    /// By name, or the one that [`round_to_rank`](crate::domain::council::round_to_rank) takes.
    pub round: Option<String>,
    /// What is free when not given.
    pub frame: Option<Ore>,
    /// The least score of the threshold rule, which is left out without one.
    pub threshold: Option<Decimal>,
    /// F5: what is taken in or left out by hand, whatever way is chosen.
    pub marks: Marks,
}

/// What the page of the comparison and `kommit portfolio` show.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioData {
    pub round: Round,
    /// In øre.
    pub frame: Ore,
    /// What no quarter may close below, in øre.
    pub reserve: Ore,
    /// The quarters of the expected path (F1); an alternative names its lowest by its place here.
    pub quarters: Vec<Quarter>,
    pub comparison: Comparison,
    /// What the round's proposals are called.
    pub titles: BTreeMap<Ref, String>,
    /// Proposals that are left out because the viewer is in conflict in them.
    pub left_out: usize,
}

impl PortfolioData {
    /// What a proposal is called.
    #[must_use]
    pub fn title(&self, reference: Ref) -> &str {
        self.titles.get(&reference).map_or("", String::as_str)
    }
}

impl View for PortfolioView {
    type Data = PortfolioData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[
            Part::Books,
            Part::Participants,
            Part::Proposals,
            Part::Solutions,
            Part::Rounds,
        ])
    }

    fn read(&self, viewer: &Viewer) -> Result<PortfolioData, OpError> {
        let (read, today) = (viewer.read, viewer.today);
        let seen = Seen::of(viewer.read, viewer.actor, self.round.as_deref())?;
        let frame = match self.frame {
            Some(frame) => frame,
            None => free(read, &capital(read, today)?)?,
        };
        let whole = seen.material.rank(CutRule::Stop, frame, &self.marks);
        seen.material.check_marks(&whole, &self.marks, &seen.round.name)?;
        let (mut facts, plain) = (facts(read, today)?, WhatIf::default());
        facts.try_sums(&lower_sums(&self.marks));
        let rows = expected(&facts, &plain, DEFAULT_QUARTERS);
        let path = Path {
            closings: rows.iter().map(|row| row.closing).collect(),
            reserve: facts.reserve,
        };
        let mut rules = vec![CutRule::Stop, CutRule::Skip];
        rules.extend(self.threshold.map(CutRule::Threshold));
        let comparison = compare(
            &seen.material.proposals(),
            &seen.material.moves,
            &rules,
            (frame, &self.marks),
            &candidate_effects(&facts, &plain, DEFAULT_QUARTERS),
            &path,
        );
        Ok(PortfolioData {
            frame,
            reserve: path.reserve,
            quarters: rows.iter().map(|row| row.quarter).collect(),
            comparison,
            titles: seen.material.titles(),
            left_out: seen.left_out,
            round: seen.round,
        })
    }
}
