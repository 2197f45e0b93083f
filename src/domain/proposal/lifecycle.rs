//! The way of a proposal through its stages, as it is drawn: what lies behind, where it stands, what is to come.

use super::Stage;

/// The stages of a proposal that goes all the way.
const WAY: [Stage; 10] = [
    Stage::Draft,
    Stage::Submitted,
    Stage::Qualified,
    Stage::Scoring,
    Stage::Ranked,
    Stage::Recommended,
    Stage::Committed,
    Stage::Developing,
    Stage::Live,
    Stage::Repaid,
];

/// Where a stage stands on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifecycle {
    pub behind: &'static [Stage],
    pub here: Stage,
    pub ahead: &'static [Stage],
}

impl Stage {
    /// The way to this stage and on from it. A stage that ended a proposal has nothing ahead. One can be withdrawn
    /// from most stages, so that what lies behind it isn't known from the stage alone; then it is left out.
    #[must_use]
    pub fn lifecycle(self) -> Lifecycle {
        let (behind, ahead) = match self {
            Stage::NotQualified => (&WAY[..2], &WAY[..0]),
            Stage::Postponed => (&WAY[..5], &WAY[3..]),
            Stage::Declined => (&WAY[..6], &WAY[..0]),
            Stage::Stopped | Stage::WrittenOff => (&WAY[..7], &WAY[..0]),
            Stage::Withdrawn => (&WAY[..0], &WAY[..0]),
            on_the_way => {
                let at = WAY.iter().position(|stage| *stage == on_the_way).unwrap_or(0);
                (&WAY[..at], &WAY[at + 1..])
            }
        };
        Lifecycle {
            behind,
            here: self,
            ahead,
        }
    }

    /// Whether nothing more is awaited.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Stage::Repaid
                | Stage::WrittenOff
                | Stage::NotQualified
                | Stage::Declined
                | Stage::Withdrawn
                | Stage::Stopped
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_on_the_way_parts_it_in_two() {
        for stage in WAY {
            let lifecycle = stage.lifecycle();
            let whole = [lifecycle.behind, &[lifecycle.here], lifecycle.ahead].concat();
            assert_eq!(whole, WAY, "{stage:?}");
        }
    }

    #[test]
    fn nothing_lies_ahead_of_what_is_over_and_something_of_all_else() {
        for stage in Stage::ALL {
            assert_eq!(stage.lifecycle().ahead.is_empty(), stage.is_over(), "{stage:?}");
        }
    }

    #[test]
    fn what_is_postponed_returns_to_a_later_round() {
        assert_eq!(Stage::Postponed.lifecycle().ahead.first(), Some(&Stage::Scoring));
    }
}
