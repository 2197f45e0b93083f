//! What can be moved in an item, and the motion that is filled in.

use crate::domain::council::check_amount;
use crate::domain::meeting::{Item, ItemKind, Motion, MotionKind};
use crate::domain::money::Ore;
use crate::domain::text;
use crate::i18n::phrase;
use crate::tui::screens::step_form::typed;
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::meeting_board::MeetingBoardData;

/// The motion, if all that it needs is there and right.
pub(super) fn content(kind: MotionKind, data: &MeetingBoardData, form: &mut Form) -> Option<Motion> {
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

/// What can be moved in an item. At first it is what is applied for or what fits, unless the secretariat has proposed something
/// else.
pub(super) fn motion_fields(data: &MeetingBoardData, item: &Item) -> (Vec<MotionKind>, Vec<Field>) {
    let contents: Vec<MotionKind> = match &item.kind {
        ItemKind::Proposal { .. } => {
            let mut all = vec![
                MotionKind::Approve,
                MotionKind::Postpone,
                MotionKind::Decline,
                MotionKind::Text,
            ];
            let proposal = data.proposal.as_ref().and_then(|read| read.as_ref().ok());
            if proposal.is_some_and(|read| read.proposal.recommended.is_some()) {
                all.push(MotionKind::WithdrawRecommendation);
            }
            all
        }
        ItemKind::Minutes { .. } => vec![MotionKind::ApproveMinutes, MotionKind::Text],
        ItemKind::Information | ItemKind::Election | ItemKind::Free => vec![MotionKind::Text],
    };
    let proposed = item.proposed.as_ref();
    let at = proposed.and_then(|motion| contents.iter().position(|kind| *kind == motion.kind()));
    let (amount, conditions, words) = match proposed {
        Some(Motion::Approve { amount, conditions }) => (Some(*amount), conditions.as_str(), ""),
        Some(Motion::Text { text }) => (None, "", text.as_str()),
        _ => (None, "", ""),
    };
    let amount = amount.or_else(|| fits(data, item)).map(typed).unwrap_or_default();
    let options = contents.iter().map(|kind| phrase(kind.key())).collect();
    let fields = vec![
        Field::choice("what", phrase("agenda-field-what"), options, at.unwrap_or(0)),
        Field::amount("amount", phrase("word-amount"), &amount),
        Field::prose("conditions", phrase("word-conditions"), conditions)
            .hint(phrase("recommend-conditions-hint")),
        Field::prose("text", phrase("minutes-the-motion"), words),
    ];
    (contents, fields)
}

/// What is applied for or, where less is free (K1, K2), what is.
fn fits(data: &MeetingBoardData, item: &Item) -> Option<Ore> {
    let read = data.proposal.as_ref()?.as_ref().ok()?;
    let details = &read.proposal.row.proposal;
    if item.kind.reference() != Some(details.reference) {
        return item.paper.as_ref().map(|paper| paper.applied);
    }
    let (applied, limit) = (details.details.applied, read.limit());
    Some(if limit.is_positive() {
        applied.min(limit)
    } else {
        applied
    })
}
