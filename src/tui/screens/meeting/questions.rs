//! What is asked before the meeting leaves an item that isn't decided, and before people vote while it isn't decided who of
//! them is in conflict.

use super::TURNED;
use crate::domain::meeting::{Item, Meeting as Held, Question as Asked};
use crate::i18n::{Phrase, phrase};
use crate::tui::effects::{Effect, Question, Undo};
use crate::usecases::{GoToItem, OpenVote};

/// Goes to an item, or to the next one. Where motions are left that nobody has voted on, or a question of conflict, it is asked
/// first: the item would go on the list of the next meeting (M2).
pub fn go_to(meeting: &Held, item: Option<u32>) -> Vec<Effect> {
    let go = vec![Effect::Perform(Box::new(GoToItem { item }), TURNED)];
    let Some(left) = meeting.on_the_table().filter(|left| left.is_open()) else {
        return go;
    };
    let motions = meeting.votable_in(left.id).count();
    let mut lines = Vec::new();
    if motions > 0 {
        lines.push(phrase("agenda-leave-motions").with("count", motions));
    }
    lines.extend(in_question(meeting, &[left]));
    if lines.is_empty() {
        return go;
    }
    lines.push(phrase("agenda-leave-effect"));
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
pub fn in_question(meeting: &Held, items: &[&Item]) -> Option<Phrase> {
    let mut names: Vec<&str> = Vec::new();
    for conflict in items.iter().flat_map(|item| item.undecided()) {
        let name = meeting.roster.name(&conflict.handle);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| phrase("agenda-in-question").with("names", names.join(", ")))
}

/// Opens a vote in the item on the table. Where somebody is in question there, it is asked first (M5).
pub fn open_vote(meeting: &Held, question: Asked) -> Vec<Effect> {
    before_a_vote(
        meeting,
        vec![Effect::Perform(Box::new(OpenVote { question }), "vote")],
    )
}

/// As [`open_vote`], of a vote that was filled in.
pub fn before_a_vote(meeting: &Held, open: Vec<Effect>) -> Vec<Effect> {
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
