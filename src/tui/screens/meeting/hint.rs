//! What the viewer can do next, in one line that names the key: the meeting is led by people who have not seen the screen
//! before.

use super::keys::{Action, KEYS};
use super::{Meeting, rules};
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{Item, ItemKind, ItemState, Meeting as Held, Question, State};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::keymap::{Binding, key_names};
use crate::tui::screen::why_not;
use crate::usecases::views::meetings::MeetingData;

/// The keys of a screen, as one person may use them.
struct Keys<'s> {
    screen: &'s Meeting,
    ctx: &'s Ctx<'s>,
}

impl Keys<'_> {
    fn binding(action: Action) -> Option<&'static Binding<Action>> {
        KEYS.iter().find(|binding| binding.action == action)
    }

    fn act(&self, action: Action) -> bool {
        let acts = |binding| why_not(self.screen, binding, self.ctx.actor).is_none();
        Self::binding(action).is_some_and(acts)
    }

    fn name(&self, action: Action) -> String {
        let name =
            |binding: &Binding<Action>| key_names(&binding.keys[..1], self.ctx.words, self.ctx.theme.ascii);
        Self::binding(action).map_or_else(String::new, name)
    }

    /// A step with its key, if it can be taken.
    fn one(&self, action: Action, text: &'static str) -> Option<Phrase> {
        self.act(action)
            .then(|| phrase(text).with("key", self.name(action)))
    }
}

/// The next step, if the viewer has one.
pub fn next(screen: &Meeting, ctx: &Ctx<'_>) -> Option<Phrase> {
    let keys = Keys { screen, ctx };
    let plan = || keys.one(Action::Plan, "agenda-hint-plan");
    let Some(own) = screen.own() else { return plan() };
    let meeting = &own.meeting;
    match meeting.state {
        State::Planned if meeting.items.is_empty() => keys
            .one(Action::AddItem, "agenda-hint-add")
            .map(|hint| hint.with("all", keys.name(Action::AddRanked))),
        State::Planned => keys.one(Action::Call, "agenda-hint-call"),
        State::Called => keys.one(Action::Open, "agenda-hint-open"),
        State::Adjourned => keys.one(Action::Resume, "agenda-hint-resume"),
        State::Open if meeting.open_vote().is_some() => vote(meeting, own, &keys),
        State::Open if meeting.open_election().is_some() => election(meeting, own, &keys),
        State::Open if meeting.trial.is_some() => trial(meeting, own, &keys),
        State::Open => between_votes(meeting, &keys),
        State::Closed => keys.one(Action::Finalise, "agenda-hint-finalise"),
        State::Final | State::Approved | State::Cancelled => plan().filter(|_| nothing_is_ahead(screen)),
    }
}

fn nothing_is_ahead(screen: &Meeting) -> bool {
    screen.data.as_ref().is_some_and(|data| data.ahead.is_none())
}

/// While a vote is open.
fn vote(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Phrase> {
    let open = meeting.open_vote()?;
    let motions = match open.question {
        Question::Between { first, second } => Some((i64::from(first), i64::from(second))),
        _ => None,
    };
    // Of two motions each key names its own.
    let said = |text: &'static str, between: &'static str| match motions {
        Some((first, second)) => phrase(between).with("first", first).with("second", second),
        None => phrase(text),
    };
    let (now, change) = match open.question {
        Question::Conflict { .. } => ("agenda-hint-vote-conflict", "agenda-hint-change-conflict"),
        _ => ("agenda-hint-vote", "agenda-hint-change"),
    };
    let votes = |said: Phrase| {
        said.with("for", keys.name(Action::For))
            .with("against", keys.name(Action::Against))
    };
    let has_voted = open.cast.contains_key(&own.viewer);
    if keys.act(Action::For) && !has_voted {
        return Some(votes(said(now, "agenda-hint-vote-between")));
    }
    if keys.act(Action::Unanimous) {
        let room = said("agenda-hint-room", "agenda-hint-room-between")
            .with("all", keys.name(Action::Unanimous))
            .with("some", keys.name(Action::NameAgainst));
        return Some(room.with("close", keys.name(Action::CloseVote)));
    }
    keys.one(Action::CloseVote, "agenda-hint-close-vote").or_else(|| {
        keys.act(Action::For)
            .then(|| votes(said(change, "agenda-hint-change-between")))
    })
}

/// M13: while a trial vote is open.
fn trial(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Phrase> {
    let answered = meeting
        .trial
        .as_ref()
        .is_some_and(|trial| trial.answered.contains(&own.viewer));
    let answers = phrase("agenda-hint-trial")
        .with("for", keys.name(Action::For))
        .with("against", keys.name(Action::Against));
    let close = || keys.one(Action::CloseVote, "agenda-hint-close-trial");
    if keys.act(Action::For) && !answered {
        return Some(answers);
    }
    close()
}

/// While an election is open.
fn election(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Phrase> {
    let open = meeting.open_election()?;
    if open.awaited().any(|seated| seated.handle == own.viewer) {
        return keys.one(Action::Elect, "agenda-hint-elect");
    }
    let close = keys.one(Action::CloseVote, "agenda-hint-close-election");
    close.or_else(|| keys.one(Action::Elect, "agenda-hint-elect-again"))
}

/// While nothing is voted on: what has to come before the item can be decided, then its vote, then the next one.
fn between_votes(meeting: &Held, keys: &Keys) -> Option<Phrase> {
    let few = meeting.seating(None).len() < meeting.roster.quorum();
    let on_table = meeting.on_the_table().filter(|item| item.is_open());
    let is = |kind: fn(&ItemKind) -> bool| on_table.is_some_and(|item: &Item| kind(&item.kind));
    let informs = is(|kind| *kind == ItemKind::Information);
    let elects = is(|kind| *kind == ItemKind::Election);
    let no_chair = matches!(rules::office_sought(meeting), Office::Chair { .. });
    let waits = meeting.items.iter().any(|item| item.state == ItemState::Listed);
    let moves = on_table.is_some() && !informs && rules::votable(meeting).is_empty();
    let goes_on = on_table.is_none() || informs;
    let steps = [
        (
            few && meeting.current.is_none(),
            Action::Everybody,
            "agenda-hint-everybody",
        ),
        (no_chair, Action::OpenElection, "agenda-hint-elect-chair"),
        (
            on_table.is_some_and(|item| item.undecided().next().is_some()),
            Action::DecideConflict,
            "agenda-hint-conflict",
        ),
        (on_table.is_some(), Action::OpenVote, "agenda-hint-open-vote"),
        (elects, Action::OpenElection, "agenda-hint-open-election"),
        (moves, Action::Motion, "agenda-hint-motion"),
        (goes_on, Action::Next, "agenda-hint-next"),
        (goes_on && !waits, Action::CloseMeeting, "agenda-hint-close"),
    ];
    steps
        .into_iter()
        .filter(|(holds, ..)| *holds)
        .find_map(|(_, action, text)| keys.one(action, text))
}
