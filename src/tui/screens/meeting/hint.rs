//! What the viewer can do next, in one line that names the key: the meeting is led by people who have not seen the screen
//! before.

use super::keys::{Action, KEYS};
use super::{Meeting, rules};
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{Act, Item, ItemKind, Meeting as Held, Question, State, WrittenResult};
use crate::domain::policy::Actor;
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::keymap::{Binding, key_names};
use crate::tui::screen::why_not;
use crate::usecases::views::meetings::MeetingData;

/// The keys of a screen, as one person may use them.
struct Keys<'s> {
    screen: &'s Meeting,
    actor: &'s Actor,
    /// What a key is called.
    names: &'s dyn Fn(&Binding<Action>) -> String,
}

/// A step with the words that name its key; without one it is the meeting's turn.
type Step = (Option<Action>, Phrase);

impl Keys<'_> {
    fn binding(action: Action) -> Option<&'static Binding<Action>> {
        KEYS.iter().find(|binding| binding.action == action)
    }

    fn act(&self, action: Action) -> bool {
        let acts = |binding| why_not(self.screen, binding, self.actor).is_none();
        Self::binding(action).is_some_and(acts)
    }

    fn name(&self, action: Action) -> String {
        Self::binding(action).map_or_else(String::new, self.names)
    }

    /// A step with its key, if it can be taken.
    fn one(&self, action: Action, text: &'static str) -> Option<Step> {
        self.act(action)
            .then(|| (Some(action), phrase(text).with("key", self.name(action))))
    }
}

/// The next step in words, if the viewer has one.
pub(super) fn next(screen: &Meeting, ctx: &Ctx<'_>) -> Option<String> {
    let names = |binding: &Binding<Action>| key_names(&binding.keys[..1], ctx.words, ctx.theme.ascii);
    let (_, said) = step(screen, ctx.actor, &names)?;
    let said = ctx.text(&said);
    // What is voted on is that of another item than the one in sight.
    let elsewhere = screen
        .own()
        .filter(|own| is_counted(&own.meeting))
        .and(counted_elsewhere(screen));
    Some(match elsewhere {
        Some(item) => phrase("agenda-hint-in-item")
            .with("item", item)
            .with("hint", said)
            .words(ctx.words),
        None => said,
    })
}

/// The key of the next step.
pub(super) fn action(screen: &Meeting, actor: &Actor) -> Option<Action> {
    step(screen, actor, &|_| String::new())?.0
}

/// The number of the item on the table, where another is looked at.
pub(super) fn elsewhere(screen: &Meeting) -> Option<String> {
    let meeting = &screen.own()?.meeting;
    let on_table = meeting.on_the_table().filter(|item| item.is_open())?;
    let other = screen.selected().is_some_and(|item| item.id != on_table.id);
    (meeting.state == State::Open && other).then(|| on_table.called(meeting.key.year))
}

/// The number of an item in which people vote, where another is looked at: a conflict is voted on whatever is on the table.
fn counted_elsewhere(screen: &Meeting) -> Option<String> {
    let meeting = screen.held()?;
    let Some(vote) = meeting.open_vote() else {
        return elsewhere(screen);
    };
    let (items, here) = (meeting.items_of(&vote.question), screen.selected()?.id);
    let on_table = items.iter().find(|item| Some(**item) == meeting.current);
    let of_vote = on_table.or(items.first()).filter(|_| !items.contains(&here))?;
    Some(meeting.item(*of_vote).ok()?.called(meeting.key.year))
}

/// Whether something is open in which people vote.
pub(super) fn is_counted(meeting: &Held) -> bool {
    meeting.open_vote().is_some() || meeting.open_election().is_some() || meeting.trial.is_some()
}

fn step(screen: &Meeting, actor: &Actor, names: &dyn Fn(&Binding<Action>) -> String) -> Option<Step> {
    let keys = Keys { screen, actor, names };
    let plan = || keys.one(Action::Plan, "agenda-hint-plan");
    let Some(own) = screen.own() else { return plan() };
    let meeting = &own.meeting;
    match meeting.state {
        State::Planned if meeting.items.is_empty() && !meeting.form.meets() => {
            keys.one(Action::AddItem, "agenda-hint-add-one")
        }
        State::Planned | State::Called if !meeting.form.meets() => {
            let chair_sends = || (None, phrase("agenda-hint-chair-sends"));
            Some(
                keys.one(Action::Open, "agenda-hint-send")
                    .unwrap_or_else(chair_sends),
            )
        }
        State::Open if !meeting.form.meets() => in_writing(meeting, own, &keys),
        State::Planned if meeting.items.is_empty() => {
            let (action, hint) = keys.one(Action::AddItem, "agenda-hint-add")?;
            Some((action, hint.with("all", keys.name(Action::AddRanked))))
        }
        State::Planned => keys.one(Action::Call, "agenda-hint-call"),
        State::Called => keys.one(Action::Open, "agenda-hint-open"),
        State::Adjourned => keys.one(Action::Resume, "agenda-hint-resume"),
        // M10: whoever has a seat and has come is counted once it is registered.
        State::Open if is_away(meeting, own) && elsewhere(screen).is_none() => {
            keys.one(Action::Come, "agenda-hint-come")
        }
        State::Open if meeting.open_vote().is_some() => vote(meeting, own, &keys),
        State::Open if meeting.open_election().is_some() => election(meeting, own, &keys),
        State::Open if meeting.trial.is_some() => trial(meeting, own, &keys),
        State::Open => match elsewhere(screen) {
            Some(item) => Some(undecided_here(screen, &keys).unwrap_or_else(|| back_or_here(item, &keys))),
            None => between_votes(meeting, &keys),
        },
        State::Closed => {
            let finalise = keys.one(Action::Finalise, "agenda-hint-finalise");
            let read = || keys.one(Action::Minutes, "agenda-hint-draft");
            let both = |(action, said): Step| (action, said.with("read", keys.name(Action::Minutes)));
            finalise.map(both).or_else(read)
        }
        State::Final | State::Approved | State::Cancelled => plan().filter(|_| nothing_is_ahead(screen)),
    }
}

/// Whether the viewer holds a seat in which nobody is counted as present.
fn is_away(meeting: &Held, own: &MeetingData) -> bool {
    meeting.roster.holds(&own.viewer) && !meeting.is_present(&own.viewer)
}

/// While another item is looked at than the one on the table: the one that is looked at is taken up, or one goes back.
fn back_or_here(on_table: String, keys: &Keys) -> Step {
    let take = keys.one(Action::TakeItem, "agenda-hint-take");
    let (action, said) = take.unwrap_or_else(|| (None, phrase("agenda-hint-elsewhere")));
    (action, said.with("item", on_table))
}

/// M5: a conflict in an item that was treated is voted on whatever is on the table.
fn undecided_here(screen: &Meeting, keys: &Keys) -> Option<Step> {
    let Some(Question::Conflict { item, .. }) = screen.held()?.undecided_conflict() else {
        return None;
    };
    let here = screen.selected()?.id == item;
    here.then(|| keys.one(Action::DecideConflict, "agenda-hint-conflict"))?
}

fn nothing_is_ahead(screen: &Meeting) -> bool {
    screen.data.as_ref().is_some_and(|data| data.ahead.is_none())
}

/// While a vote is open.
fn vote(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Step> {
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
    let (now, change, room) = match open.question {
        Question::Conflict { .. } => (
            "agenda-hint-vote-conflict",
            "agenda-hint-change-conflict",
            "agenda-hint-room-conflict",
        ),
        _ => ("agenda-hint-vote", "agenda-hint-change", "agenda-hint-room"),
    };
    let votes = |said: Phrase| {
        said.with("for", keys.name(Action::For))
            .with("against", keys.name(Action::Against))
    };
    let has_voted = open.cast.contains_key(&own.viewer);
    if keys.act(Action::For) && !has_voted {
        return Some((Some(Action::For), votes(said(now, "agenda-hint-vote-between"))));
    }
    if keys.act(Action::Unanimous) {
        let room = said(room, "agenda-hint-room-between")
            .with("all", keys.name(Action::Unanimous))
            .with("some", keys.name(Action::NameAgainst));
        let room = room.with("close", keys.name(Action::CloseVote));
        return Some((Some(Action::Unanimous), room));
    }
    keys.one(Action::CloseVote, "agenda-hint-close-vote").or_else(|| {
        let change = || votes(said(change, "agenda-hint-change-between"));
        keys.act(Action::For).then(|| (None, change()))
    })
}

/// M16: while a written procedure is answered.
fn in_writing(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Step> {
    let answered = meeting
        .written
        .as_ref()
        .is_some_and(|written| written.answers.contains_key(&own.viewer));
    let answers = |text: &'static str| {
        phrase(text)
            .with("for", keys.name(Action::For))
            .with("against", keys.name(Action::Against))
    };
    let may = keys.act(Action::For);
    if may && !answered {
        return Some((Some(Action::For), answers("agenda-hint-answer")));
    }
    // On the last day the key acts before the deadline has passed.
    let now = keys.screen.data.as_ref().map(|data| data.now);
    let waits = now.is_some_and(|now| meeting.written_result(now) == WrittenResult::Waiting);
    let close = keys.one(Action::CloseVote, "agenda-hint-close-written");
    let close = close.filter(|_| !waits);
    close.or_else(|| may.then(|| (None, answers("agenda-hint-change-answer"))))
}

/// M13: while a trial vote is open.
fn trial(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Step> {
    let answered = meeting
        .trial
        .as_ref()
        .is_some_and(|trial| trial.answered.contains(&own.viewer));
    let answers = phrase("agenda-hint-trial")
        .with("for", keys.name(Action::For))
        .with("against", keys.name(Action::Against));
    let close = || keys.one(Action::CloseVote, "agenda-hint-close-trial");
    if keys.act(Action::For) && !answered {
        return Some((Some(Action::For), answers));
    }
    close()
}

/// While an election is open.
fn election(meeting: &Held, own: &MeetingData, keys: &Keys) -> Option<Step> {
    let open = meeting.open_election()?;
    if open.awaited().any(|seated| seated.handle == own.viewer) {
        return keys.one(Action::Elect, "agenda-hint-elect");
    }
    let close = keys.one(Action::CloseVote, "agenda-hint-close-election");
    close.or_else(|| keys.one(Action::Elect, "agenda-hint-elect-again"))
}

/// M5: whoever is in question in the item on the table waits for the one who chairs it.
fn others_decide(meeting: &Held, keys: &Keys) -> Option<Step> {
    let mut undecided = meeting.on_the_table()?.undecided();
    undecided.find(|conflict| conflict.handle == keys.actor.handle)?;
    let chair = meeting.chair_of(&meeting.undecided_conflict()?)?;
    let said = phrase("agenda-hint-chair-decides").with("name", meeting.roster.name(chair).to_owned());
    Some((None, said))
}

/// M4: whoever may close the meeting is told that something hinders it, and which key shows what.
fn hindered(meeting: &Held, keys: &Keys) -> Option<Step> {
    meeting.hinders_closing()?;
    meeting.may(keys.actor, Act::Close).ok()?;
    let said = phrase("agenda-hint-hindered").with("key", keys.name(Action::CloseMeeting));
    Some((None, said))
}

/// While nothing is voted on: what has to come before the item can be decided, then its vote, then the next one.
fn between_votes(meeting: &Held, keys: &Keys) -> Option<Step> {
    let few = meeting.seating(None).len() < meeting.roster.quorum();
    let on_table = meeting.on_the_table().filter(|item| item.is_open());
    let is = |kind: fn(&ItemKind) -> bool| on_table.is_some_and(|item: &Item| kind(&item.kind));
    let informs = is(|kind| *kind == ItemKind::Information);
    let elects = is(|kind| *kind == ItemKind::Election);
    let no_chair = matches!(rules::office_sought(meeting), Office::Chair { .. });
    let waits = meeting.next_listed().is_ok();
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
        // What hinders that it closes (M4).
        (goes_on, Action::DecideConflict, "agenda-hint-conflict-in"),
        (goes_on, Action::TakeItem, "agenda-hint-take-this"),
    ];
    let (action, hint) = steps
        .into_iter()
        .filter(|(holds, ..)| *holds)
        .find_map(|(_, action, text)| keys.one(action, text))
        .or_else(|| others_decide(meeting, keys))
        .or_else(|| hindered(meeting, keys).filter(|_| goes_on && !waits))?;
    let hint = match meeting.undecided_conflict() {
        Some(Question::Conflict { item, .. }) => {
            let item = meeting.item(item).map(|item| item.called(meeting.key.year));
            hint.with("item", item.unwrap_or_default())
        }
        _ => hint,
    };
    // M13: of several motions two can be put against each other.
    Some(match action {
        Some(Action::OpenVote) if keys.act(Action::Between) => {
            let both = phrase("agenda-hint-open-vote-of-several").with("key", keys.name(Action::OpenVote));
            (action, both.with("between", keys.name(Action::Between)))
        }
        _ => (action, hint),
    })
}
