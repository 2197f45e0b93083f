//! What can be moved in an item, and the motion that is filled in.

use crate::domain::council::check_amount;
use crate::domain::meeting::{Motion, MotionKind};
use crate::domain::text;
use crate::tui::widgets::form::Form;
use crate::usecases::views::meeting_board::MeetingBoardData;

/// The motion, if all that it needs is there and right.
pub fn content(kind: MotionKind, data: &MeetingBoardData, form: &mut Form) -> Option<Motion> {
    Some(match kind {
        MotionKind::Approve => {
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
        MotionKind::Postpone => Motion::Postpone,
        MotionKind::Decline => Motion::Decline,
        MotionKind::WithdrawRecommendation => Motion::WithdrawRecommendation,
        MotionKind::ApproveMinutes => Motion::ApproveMinutes,
        MotionKind::Text => Motion::Text {
            text: form.read("text", text::required_prose)?,
        },
    })
}
