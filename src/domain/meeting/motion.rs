//! What the council can be asked to agree to (M7, M14).

use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumDiscriminants, IntoStaticStr, VariantArray};

use super::id::{ItemId, MotionId};
use crate::domain::council::Recommendation;
use crate::domain::money::Ore;
use crate::domain::named::named;

/// The content of a motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, EnumDiscriminants)]
#[serde(tag = "motion", rename_all = "snake_case")]
#[strum_discriminants(
    name(MotionKind),
    doc = "What a motion is of, without what it says.",
    derive(EnumCount, IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case", prefix = "motion-")
)]
pub enum Motion {
    /// M7: recommend that KS approves an amount, with conditions (may be empty).
    Approve { amount: Ore, conditions: String },
    /// M7: recommend that the proposal waits for a later round.
    Postpone,
    /// M7: recommend that KS declines.
    Decline,
    /// M14: take back the recommendation that stands; the proposal is ranked again.
    #[strum_discriminants(strum(serialize = "withdraw"))]
    WithdrawRecommendation,
    /// M17: approve the minutes that the item is about.
    #[strum_discriminants(strum(serialize = "minutes"))]
    ApproveMinutes,
    /// What is not one of the others, in words.
    Text { text: String },
}

named!(MotionKind);

impl Motion {
    #[must_use]
    pub fn kind(&self) -> MotionKind {
        self.into()
    }

    /// The key of its name in the language files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.kind().key()
    }

    /// The word in machine output.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// M7: the amount that it recommends, if it does.
    #[must_use]
    pub fn amount(&self) -> Option<Ore> {
        match self {
            Motion::Approve { amount, .. } => Some(*amount),
            _ => None,
        }
    }

    /// M14: the amount, if it is more than what is free.
    #[must_use]
    pub fn above(&self, free: Ore) -> Option<Ore> {
        self.amount().filter(|amount| *amount > free)
    }

    /// M14: what the council recommends when it agrees.
    #[must_use]
    pub fn recommendation(&self) -> Option<Recommendation> {
        match self {
            Motion::Approve { amount, conditions } => Some(Recommendation::Approve {
                amount: *amount,
                conditions: conditions.clone(),
            }),
            Motion::Postpone => Some(Recommendation::Postpone),
            Motion::Decline => Some(Recommendation::Decline),
            Motion::WithdrawRecommendation | Motion::ApproveMinutes | Motion::Text { .. } => None,
        }
    }

    /// Whether it only makes sense for a proposal.
    #[must_use]
    pub fn concerns_a_proposal(&self) -> bool {
        self.recommendation().is_some() || matches!(self, Motion::WithdrawRecommendation)
    }
}

impl From<Recommendation> for Motion {
    fn from(recommendation: Recommendation) -> Motion {
        match recommendation {
            Recommendation::Approve { amount, conditions } => Motion::Approve { amount, conditions },
            Recommendation::Postpone => Motion::Postpone,
            Recommendation::Decline => Motion::Decline,
        }
    }
}

/// A motion that was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub id: MotionId,
    pub item: ItemId,
    /// In whose name.
    pub mover: String,
    pub content: Motion,
    pub withdrawn: bool,
}
