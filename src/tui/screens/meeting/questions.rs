//! What is asked before the meeting leaves an item that isn't decided, before people vote while it isn't decided who of them is
//! in conflict, and before a written procedure is closed.

use jiff::civil::DateTime;

use super::TURNED;
use crate::domain::meeting::minutes::What;
use crate::domain::meeting::{Item, Meeting as Held, MotionId, Put, Question as Asked, Vote, WrittenResult};
use crate::i18n::{Phrase, phrase};
use crate::present::meetings::{in_progress, told};
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::usecases::views::on_the_table::Shown;
use crate::usecases::{Attend, CallOffVote, CloseMeeting, GoToItem, OpenVote};

/// Goes to an item, or to the next one. Where motions are left that nobody has voted on, a question of conflict, or nothing that
/// the minutes could tell, it is asked first: the meeting can't be closed so (M4) or, after a vote without quorum, the item goes
/// on the next list (M1).
pub(super) fn go_to(meeting: &Held, item: Option<u32>) -> Vec<Effect> {
    let go = vec![Effect::Perform(Box::new(GoToItem { item }), TURNED)];
    let Some(left) = meeting.on_the_table().filter(|left| left.is_open()) else {
        return go;
    };
    let (void, unvoted): (Vec<&Put>, Vec<&Put>) = meeting
        .votable_in(left.id)
        .partition(|put| meeting.lacked_quorum(put));
    let mut lines = Vec::new();
    for (put, text) in [(unvoted, "agenda-leave-motions"), (void, "agenda-leave-void")] {
        if !put.is_empty() {
            lines.push(phrase(text).with("count", put.len()));
        }
    }
    let missing = meeting.missing();
    let hinders = |what| {
        missing
            .iter()
            .any(|one| one.item == Some(left.id) && one.what == what)
    };
    if lines.is_empty() && hinders(What::Result) {
        lines.push(phrase("agenda-leave-nothing"));
    }
    lines.extend(in_question(meeting, &[left]));
    if lines.is_empty() {
        return go;
    }
    lines.push(phrase("agenda-leave-effect"));
    let closing = [
        (What::Judgement, "agenda-leave-judge-first"),
        (What::Result, "agenda-leave-decide-first"),
    ];
    let mut closing: Vec<Phrase> = closing
        .into_iter()
        .filter(|(what, _)| hinders(*what))
        .map(|(_, text)| phrase(text))
        .collect();
    if closing.is_empty() {
        closing.push(phrase("agenda-leave-next-list"));
    }
    lines.extend(closing);
    vec![Effect::Confirm(Question {
        title: phrase("agenda-leave-title").with("item", left.called(meeting.key.year)),
        lines,
        yes: "agenda-leave-yes",
        no: "agenda-leave-no",
        undo: Undo::Possible,
        then: go,
    })]
}

/// M5: who is in question in some items, undecided, and so doesn't vote.
fn in_question(meeting: &Held, items: &[&Item]) -> Option<Phrase> {
    let mut names: Vec<&str> = Vec::new();
    for conflict in items.iter().flat_map(|item| item.undecided()) {
        let name = meeting.roster.name(&conflict.handle);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| phrase("agenda-in-question").with("names", names.join(", ")))
}

/// M10: somebody goes out, the viewer or another. The minutes tell it, whoever comes back; and while people vote, a place in the
/// vote is lost.
pub(super) fn go_out(meeting: &Held, handle: &str, viewer: &str, tag: Tag) -> Effect {
    let own = handle == viewer;
    let loses_a_place = meeting.has_a_place_in_the_vote(handle);
    let lost = match (own, loses_a_place) {
        (true, true) if meeting.has_voted(handle) => "agenda-go-effect",
        (true, true) => "agenda-go-unvoted",
        (false, true) => "agenda-gone-place",
        (true, false) => "agenda-go-told",
        (false, false) => "agenda-gone-told",
    };
    let mut lines = vec![phrase(lost)];
    if meeting.chair(meeting.current) == Some(handle) {
        lines.push(match meeting.chair_without(meeting.current, handle) {
            Some(next) => phrase("agenda-go-next-chair").with("name", meeting.roster.name(next).to_owned()),
            None => phrase("agenda-go-no-chair"),
        });
    }
    let (title, yes, no) = if own {
        ("agenda-go-title", "agenda-go-yes", "agenda-not-gone")
    } else {
        ("agenda-gone-title", "agenda-register", "not-registered")
    };
    let step = Attend {
        handle: (!own).then(|| handle.to_owned()),
        out: true,
        at: None,
    };
    Effect::Confirm(Question {
        title: phrase(title).with("name", meeting.roster.name(handle).to_owned()),
        lines,
        yes,
        no,
        undo: if loses_a_place {
            Undo::Never
        } else {
            Undo::Possible
        },
        then: vec![Effect::Perform(Box::new(step), tag)],
    })
}

/// Opens a vote in the item on the table. Where somebody is in question there, it is asked first (M5).
pub(super) fn open_vote(meeting: &Held, question: Asked) -> Vec<Effect> {
    before_a_vote(
        meeting,
        vec![Effect::Perform(Box::new(OpenVote { question }), "vote")],
    )
}

/// M12: calls off the vote that is open, in which nobody has voted.
pub(super) fn call_off_vote(meeting: &Held, vote: &Vote) -> Effect {
    Effect::Confirm(Question {
        title: phrase("agenda-call-off-vote-title"),
        lines: vec![
            in_progress::question(meeting, &vote.question),
            phrase("agenda-call-off-vote-effect"),
        ],
        yes: "agenda-call-off-vote-yes",
        no: "not-called-off-vote",
        undo: Undo::CallsOff("agenda-call-off-vote-no"),
        then: vec![Effect::Perform(
            Box::new(CallOffVote { vote: Some(vote.id) }),
            "call-off",
        )],
    })
}

/// As [`open_vote`], of a vote that was filled in.
pub(super) fn before_a_vote(meeting: &Held, open: Vec<Effect>) -> Vec<Effect> {
    let on_table: Vec<&Item> = meeting.on_the_table().into_iter().collect();
    let Some(in_question) = in_question(meeting, &on_table).filter(|_| !open.is_empty()) else {
        return open;
    };
    vec![Effect::Confirm(Question {
        title: phrase("agenda-vote-early-title"),
        lines: vec![in_question, phrase("agenda-vote-early-effect")],
        yes: "agenda-vote-yes",
        no: "not-opened-vote",
        undo: Undo::Possible,
        then: open,
    })]
}

/// M16: closes a written procedure, with what comes of it as it has been answered. On the last day the step is
/// rehearsed before it is asked, and refuses while answers are awaited.
pub(super) fn close_in_writing(meeting: &Held) -> Vec<Effect> {
    let answers = meeting
        .written
        .as_ref()
        .map_or(0, |written| written.answers.len());
    let answered = phrase("agenda-have-answered")
        .with("answers", answers)
        .with("of", meeting.written_seating().len());
    // Whoever hasn't answered is silent now.
    let result = match meeting.written_result(DateTime::MAX) {
        WrittenResult::Decided => "minutes-written-decided",
        WrittenResult::Waiting | WrittenResult::NotDecided => meeting
            .undecidable(&meeting.roster)
            .map_or("minutes-written-not-decided", |why| why.key()),
    };
    let key = Some(meeting.key);
    vec![Effect::Confirm(Question {
        title: phrase("agenda-close-written-title"),
        lines: vec![answered, phrase(result)],
        yes: "agenda-close-vote-yes",
        no: "agenda-written-goes-on",
        undo: Undo::Never,
        then: vec![Effect::Perform(Box::new(CloseMeeting { key }), "close-written")],
    })]
}

/// M13: one vote on all items that have one motion each.
pub(super) fn en_bloc(meeting: &Held) -> Option<Effect> {
    let motions: Vec<MotionId> = meeting.en_bloc();
    let mut lines = vec![phrase("agenda-en-bloc-effect")];
    for id in &motions {
        let put = meeting.motion(*id).ok()?;
        let item = meeting.item(put.item).ok()?;
        lines.push(told(
            &Shown::of(meeting, item),
            "minutes-item-titled",
            "agenda-item-line-minutes",
        ));
    }
    let items = motions.iter().filter_map(|id| meeting.motion(*id).ok());
    let items: Vec<_> = items.filter_map(|put| meeting.item(put.item).ok()).collect();
    lines.extend(in_question(meeting, &items));
    let step = OpenVote {
        question: Asked::EnBloc { motions },
    };
    Some(Effect::Confirm(Question {
        title: phrase("agenda-en-bloc-title"),
        lines,
        yes: "agenda-en-bloc-yes",
        no: "not-opened-vote",
        undo: Undo::Possible,
        then: vec![Effect::Perform(Box::new(step), "vote")],
    }))
}

/// That the meeting is closed, with how many items come on the next list.
pub(super) fn close_meeting(meeting: &Held) -> Effect {
    let open = meeting.items.iter().filter(|item| item.is_open());
    let (informed, left): (Vec<&Item>, Vec<&Item>) = open.partition(|item| item.ends_when_left());
    let informed = informed
        .iter()
        .map(|item| phrase("agenda-close-informed").with("item", item.called(meeting.key.year)));
    let mut lines: Vec<Phrase> = informed.collect();
    lines.push(phrase("agenda-close-left").with("left", left.len()));
    lines.push(phrase("agenda-close-effect"));
    Effect::Confirm(Question {
        title: phrase("agenda-close-title").with("meeting", meeting.key.to_string()),
        lines,
        yes: "agenda-close-yes",
        no: "not-closed",
        undo: Undo::Never,
        then: vec![Effect::Perform(
            Box::new(CloseMeeting {
                key: Some(meeting.key),
            }),
            TURNED,
        )],
    })
}
