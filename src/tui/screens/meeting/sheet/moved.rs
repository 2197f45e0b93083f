//! What can be moved in an item, and the motion that is filled in.

use crate::domain::council::check_amount;
use crate::domain::meeting::Motion;
use crate::domain::text;
use crate::tui::widgets::form::Form;
use crate::usecases::views::meeting_board::MeetingBoardData;

/// What can be moved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Approve,
    Postpone,
    Decline,
    WithdrawRecommendation,
    ApproveMinutes,
    Text,
}

impl Kind {
    pub fn label(self) -> &'static str {
        match self {
            Kind::Approve => "motion-approve",
            Kind::Postpone => "motion-postpone",
            Kind::Decline => "motion-decline",
            Kind::WithdrawRecommendation => "motion-withdraw",
            Kind::ApproveMinutes => "motion-minutes",
            Kind::Text => "motion-text",
        }
    }

    pub fn of(motion: &Motion) -> Kind {
        match motion {
            Motion::Approve { .. } => Kind::Approve,
            Motion::Postpone => Kind::Postpone,
            Motion::Decline => Kind::Decline,
            Motion::WithdrawRecommendation => Kind::WithdrawRecommendation,
            Motion::ApproveMinutes => Kind::ApproveMinutes,
            Motion::Text { .. } => Kind::Text,
        }
    }
}

/// The motion, if all that it needs is there and right.
pub fn content(kind: Kind, data: &MeetingBoardData, form: &mut Form) -> Option<Motion> {
    Some(match kind {
        Kind::Approve => {
            let read = data.proposal.as_ref().and_then(|read| read.as_ref().ok());
            let applied = read.map(|read| read.proposal.row.proposal.details.applied);
            let amount = form.checked_amount("amount", |amount| match applied {
                Some(applied) => check_amount(amount, applied),
                None => Ok(()),
            });
            let conditions = form.read("conditions", text::prose);
            Motion::Approve {
                amount: amount?,
                conditions: conditions?,
            }
        }
        Kind::Postpone => Motion::Postpone,
        Kind::Decline => Motion::Decline,
        Kind::WithdrawRecommendation => Motion::WithdrawRecommendation,
        Kind::ApproveMinutes => Motion::ApproveMinutes,
        Kind::Text => Motion::Text {
            text: form.read("text", text::required_prose)?,
        },
    })
}
