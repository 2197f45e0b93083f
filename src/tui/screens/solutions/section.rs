//! The parts of a solution's page, in the order in which Tab goes through them.

use strum::VariantArray;

use crate::present::solutions::{ADOPTIONS, CHARGES, SETTLED};
use crate::tui::parts::Parts;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub(super) enum Section {
    #[default]
    Adopters,
    Charges,
    Settlements,
}

impl Section {
    #[must_use]
    pub(super) fn name(self) -> &'static str {
        match self {
            Section::Adopters => ADOPTIONS,
            Section::Charges => CHARGES,
            Section::Settlements => SETTLED,
        }
    }

    /// What is said when there is nothing in it; where adopters pay by a price list, there never is a settlement (R2).
    #[must_use]
    pub(super) fn none(self, priced: bool) -> &'static str {
        match self {
            Section::Adopters => "solutions-no-adoptions",
            Section::Charges => "solutions-no-charges",
            Section::Settlements if priced => "solutions-settled-by-list",
            Section::Settlements => "solutions-no-settlements",
        }
    }

    /// Where the keys go from here.
    #[must_use]
    pub(super) fn parts(self) -> Parts<Section> {
        Parts::new(Self::VARIANTS.iter().copied(), self)
    }
}
