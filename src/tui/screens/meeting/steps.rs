//! What each key of the meeting does: a step at once where it can be taken back, a question where it can't, a form where
//! something has to be said.

use super::election;
use super::keys::Action;
use super::people::{About as Of, People};
use super::sheet::{self, Sheet};
use super::{Meeting, Prompt, TURNED, keys, questions, rules};
use crate::domain::meeting::{
    Choice, Item, ItemKind, Meeting as Held, MeetingKey, Question as Asked, State, Vote,
};
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, phrase};
use crate::present::meetings::{in_progress, minutes};
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::tui::key::Key;
use crate::tui::route::Route;
use crate::tui::widgets::form::Reply;
use crate::usecases::{
    AddRanked, AnswerInWriting, AnswerTrial, Attend, AttendAll, CastVote, CloseTrialVote, CloseVote,
    FinaliseMinutes, InMeeting, OpenMeeting, OpenVote, Resume, TakeOut, UseCase, VoteForTheRoom,
};

fn perform(step: impl UseCase + 'static, tag: Tag) -> Vec<Effect> {
    vec![Effect::Perform(Box::new(step), tag)]
}

pub(super) fn act(screen: &mut Meeting, action: Action) -> Vec<Effect> {
    match action {
        Action::Plan => return ask(screen, |_| Some(sheet::plan())),
        Action::Earlier | Action::Later => {
            if let Some(key) = screen.beside(action) {
                screen.turn_to(key);
            }
            return vec![Effect::Reload, Effect::Follow(false)];
        }
        Action::Scores => {
            screen.scores = !screen.scores;
            screen.look();
            return Vec::new();
        }
        Action::Read => {
            let reads = screen.reads();
            screen.reading.turn(!reads);
            return Vec::new();
        }
        Action::About | Action::Minutes => return read(screen, action),
        _ => {}
    }
    let Some(own) = screen.own() else {
        return Vec::new();
    };
    let meeting = &own.meeting;
    let selected = screen.selected().map(Item::number_or_place);
    let written = !meeting.form.meets();
    match action {
        Action::For if written => agree(meeting),
        Action::CloseVote if written => questions::close_in_writing(meeting),
        Action::Against | Action::Open if written => ask(screen, |screen| sheet::of(screen, action)),
        Action::For => cast(meeting, Choice::For),
        Action::Against => cast(meeting, Choice::Against),
        Action::Unanimous => unanimous(meeting).into_iter().collect(),
        Action::NameAgainst => {
            let people = meeting
                .open_vote()
                .and_then(|vote| People::new(Of::Against(vote.id), meeting));
            screen.prompt = people.map(Prompt::People);
            Vec::new()
        }
        Action::Presence => {
            let people = People::new(Of::Presence, meeting);
            screen.prompt = people.map(Prompt::People);
            Vec::new()
        }
        Action::CloseVote => close_vote(meeting).into_iter().collect(),
        Action::AskSecret => vec![election::ask_for_secrecy(meeting)],
        Action::CallOff => vec![match (meeting.open_vote(), meeting.open_election()) {
            (Some(vote), None) => questions::call_off_vote(meeting, vote),
            _ => election::call_off(meeting),
        }],
        Action::Open => open(meeting),
        Action::Resume => perform(Resume, TURNED),
        Action::Everybody => perform(AttendAll { absent: Vec::new() }, "all"),
        Action::DecideConflict => match meeting.undecided_conflict() {
            Some(question) => perform(OpenVote { question }, "vote"),
            None => Vec::new(),
        },
        Action::OpenVote | Action::Between => vote(screen, action),
        Action::EnBloc => questions::en_bloc(meeting).into_iter().collect(),
        Action::TakeAgain => {
            let item = screen.selected().map(|item| item.id);
            let take_up = |item| OpenVote {
                question: Asked::TakeUp { item },
            };
            item.map_or_else(Vec::new, |item| perform(take_up(item), "vote"))
        }
        Action::Next => questions::go_to(meeting, None),
        Action::TakeItem => questions::go_to(meeting, selected),
        Action::TakeOut => selected.map_or_else(Vec::new, |item| perform(TakeOut { item }, "out")),
        Action::AddRanked => {
            let key = Some(meeting.key);
            perform(AddRanked { key }, "ranked")
        }
        Action::Come => come(),
        Action::Go => vec![questions::go_out(meeting, &own.viewer, &own.viewer, "attend")],
        Action::Finalise => vec![finalise(meeting)],
        Action::CloseMeeting => vec![questions::close_meeting(meeting)],
        Action::Plan
        | Action::About
        | Action::Minutes
        | Action::Scores
        | Action::Read
        | Action::Earlier
        | Action::Later => Vec::new(),
        Action::Motion
        | Action::Call
        | Action::AddItem
        | Action::Conflict
        | Action::Elect
        | Action::OpenElection
        | Action::Statement
        | Action::WithdrawMotion
        | Action::WithdrawItem
        | Action::Trial
        | Action::Adjourn
        | Action::Cancel => ask(screen, |screen| sheet::of(screen, action)),
    }
}

/// The step is taken in that meeting, asked about or not.
pub(super) fn in_meeting(key: Option<MeetingKey>, effect: Effect) -> Effect {
    match effect {
        Effect::Perform(step, tag) => Effect::Perform(Box::new(InMeeting { key, step }), tag),
        Effect::Confirm(question) => {
            let then = question.then.into_iter();
            let then = then.map(|effect| in_meeting(key, effect)).collect();
            Effect::Confirm(Question { then, ..question })
        }
        other => other,
    }
}

/// M4: where something must be told before the meeting closes, the cursor goes to the first item that lacks it: the next step
/// there is told with its key.
pub(super) fn refused(screen: &mut Meeting, action: Action, why: &Refusal) -> Vec<Effect> {
    let lacks = action == Action::CloseMeeting && why.rule == Some("M4");
    let meeting = screen.held().filter(|_| lacks);
    let hinders = meeting.and_then(Held::hinders_closing);
    let Some(item) = hinders.and_then(|(_, items)| items.first().copied()) else {
        return Vec::new();
    };
    screen.list.select(&item);
    screen.looked_at = Some(item);
    vec![Effect::Reload, Effect::Follow(false)]
}

/// The minutes of the meeting, or what the item under the cursor is about.
fn read(screen: &Meeting, action: Action) -> Vec<Effect> {
    let route = match action {
        Action::Minutes => screen.held().map(|held| Route::Minutes(held.key)),
        _ => screen.selected().and_then(|item| about(&item.kind)),
    };
    route.map(Effect::Open).into_iter().collect()
}

/// What an item is about, to be read.
fn about(kind: &ItemKind) -> Option<Route> {
    match kind {
        ItemKind::Proposal { reference } => Some(Route::Proposal(reference.to_string())),
        ItemKind::Minutes { meeting } => Some(Route::Minutes(*meeting)),
        ItemKind::Information | ItemKind::Election | ItemKind::Free => None,
    }
}

fn ask(screen: &mut Meeting, sheet: impl FnOnce(&Meeting) -> Option<Sheet>) -> Vec<Effect> {
    screen.prompt = sheet(screen).map(Prompt::Sheet);
    if let (Some(Prompt::Sheet(sheet)), Some(data)) = (&mut screen.prompt, &screen.data) {
        sheet.form.dated(data.today);
        sheet.touched();
    }
    Vec::new()
}

/// A key in the form that is open.
pub(super) fn typed(screen: &mut Meeting, key: Key) -> Vec<Effect> {
    let Some(Prompt::Sheet(sheet)) = &mut screen.prompt else {
        return Vec::new();
    };
    let reply = sheet.key(key, screen.data.as_ref());
    sheet.touched();
    match reply {
        Reply::Stay => Vec::new(),
        Reply::Submit => submit(screen),
        Reply::Leave { changed } => vec![Effect::close_form(changed)],
    }
}

/// What was filled in is taken as a step; an item for a meeting that is open first asks who objects to it (M6).
fn submit(screen: &mut Meeting) -> Vec<Effect> {
    let (Some(Prompt::Sheet(sheet)), Some(data)) = (&mut screen.prompt, &screen.data) else {
        return Vec::new();
    };
    let held = data.meeting.as_ref().map(|own| &own.meeting);
    if let Some(meeting) = held.filter(|meeting| meeting.state == State::Open)
        && let Some(item) = sheet.new_item(meeting.key)
    {
        let people = People::new(Of::Objections(item), meeting);
        screen.prompt = people.map(Prompt::People);
        return Vec::new();
    }
    let votes = sheet.opens_a_vote();
    let effects = sheet.submit(data);
    match held.filter(|_| votes) {
        Some(meeting) => questions::before_a_vote(meeting, effects),
        None => effects,
    }
}

/// M16: agrees to the motion and to the procedure.
fn agree(meeting: &Held) -> Vec<Effect> {
    let step = AnswerInWriting {
        key: Some(meeting.key),
        agrees_to_motion: true,
        agrees_to_procedure: true,
    };
    perform(step, "answer")
}

fn cast(meeting: &Held, choice: Choice) -> Vec<Effect> {
    if let Some(trial) = &meeting.trial {
        let motion = Some(trial.motion);
        return perform(AnswerTrial { choice, motion }, "trial");
    }
    let vote = meeting.open_vote().map(|vote| vote.id);
    perform(
        CastVote {
            choice,
            handle: None,
            vote,
        },
        "cast",
    )
}

fn come() -> Vec<Effect> {
    let step = Attend {
        handle: None,
        out: false,
        at: None,
    };
    perform(step, "attend")
}

/// M17: the minutes of a closed meeting become final, if nothing is missing in them.
fn finalise(meeting: &Held) -> Effect {
    let step = FinaliseMinutes {
        key: meeting.key,
        render: minutes::renderer(),
    };
    Effect::Confirm(Question {
        title: phrase("agenda-finalise-title").with("meeting", meeting.key.to_string()),
        lines: vec![phrase("agenda-finalise-effect")],
        yes: "agenda-finalise-yes",
        no: "agenda-not-final",
        undo: Undo::Never,
        then: perform(step, "minutes"),
    })
}

/// M3: where neither leader nor deputy is there, the secretariat opens to have a chair elected, and is told so.
fn open(meeting: &Held) -> Vec<Effect> {
    perform(
        OpenMeeting {
            key: Some(meeting.key),
        },
        TURNED,
    )
}

/// A vote on the motion, or on which of several.
fn vote(screen: &mut Meeting, action: Action) -> Vec<Effect> {
    let Some(own) = screen.own() else {
        return Vec::new();
    };
    let question = match (action, rules::votable(&own.meeting).as_slice()) {
        (Action::OpenVote, [motion]) => Asked::Motion { motion: *motion },
        (Action::Between, [first, second]) => Asked::Between {
            first: *first,
            second: *second,
        },
        _ => return ask(screen, |screen| sheet::of(screen, action)),
    };
    questions::open_vote(&own.meeting, question)
}

fn unanimous(meeting: &Held) -> Option<Effect> {
    let vote = meeting.open_vote()?;
    let waiting = meeting.not_voted(vote);
    let names: Vec<&str> = waiting.iter().map(|handle| meeting.roster.name(handle)).collect();
    let (first, title) = match &vote.question {
        Asked::Between { first, .. } => (
            phrase("agenda-unanimous-first").with("motion", i64::from(*first)),
            "agenda-key-rest-first",
        ),
        Asked::Conflict { handle, .. } => (
            phrase("agenda-unanimous-conflict").with("member", meeting.roster.name(handle).to_owned()),
            "agenda-key-rest-conflict",
        ),
        _ => (
            phrase("agenda-unanimous-for").with("count", names.len()),
            "agenda-key-unanimous",
        ),
    };
    let step = VoteForTheRoom {
        against: Vec::new(),
        silent: Vec::new(),
        vote: Some(vote.id),
    };
    Some(Effect::Confirm(Question {
        title: phrase(title),
        lines: vec![
            in_progress::question(meeting, &vote.question),
            first.with("names", names.join(", ")),
            phrase("agenda-room-can-be-changed"),
        ],
        yes: "agenda-register",
        no: "not-registered",
        undo: Undo::Possible,
        then: perform(step, "room"),
    }))
}

fn close_vote(meeting: &Held) -> Option<Effect> {
    let Some(vote) = meeting.open_vote() else {
        return close_trial(meeting).or_else(|| election::close(meeting));
    };
    let mut lines = vec![in_progress::question(meeting, &vote.question)];
    lines.extend(so_far(meeting, vote));
    if vote.cast.is_empty() {
        let key = keys::letter(Action::CallOff);
        lines.push(phrase("agenda-close-vote-empty").with("key", key));
    }
    Some(Effect::Confirm(Question {
        title: phrase("agenda-close-vote-title"),
        lines,
        yes: "agenda-close-vote-yes",
        no: "not-closed",
        undo: Undo::Never,
        then: perform(CloseVote { vote: Some(vote.id) }, "close-vote"),
    }))
}

/// M13: the answers are gone once they are counted.
fn close_trial(meeting: &Held) -> Option<Effect> {
    let trial = meeting.trial.as_ref()?;
    Some(Effect::Confirm(Question {
        title: phrase("agenda-close-trial-title"),
        lines: vec![
            in_progress::answered(meeting, trial),
            phrase("agenda-close-trial-effect"),
        ],
        yes: "agenda-close-trial-yes",
        no: "agenda-not-counted",
        undo: Undo::Never,
        then: perform(
            CloseTrialVote {
                motion: Some(trial.motion),
            },
            "trial",
        ),
    }))
}

/// The result as it stands, and who has not voted: one for each item that is voted on.
fn so_far(meeting: &Held, vote: &Vote) -> Vec<Phrase> {
    let tallies = meeting.tallies(vote);
    let several = tallies.len() > 1;
    let mut lines = Vec::new();
    for tally in &tallies {
        if let Some(item) = meeting.item(tally.item).ok().filter(|_| several) {
            let item = item.called(meeting.key.year);
            lines.push(phrase("agenda-of-item").with("item", item));
        }
        lines.extend(in_progress::as_it_stands(&vote.question, tally));
    }
    let waiting = meeting.not_voted(vote);
    if !waiting.is_empty() {
        let names: Vec<&str> = waiting.iter().map(|handle| meeting.roster.name(handle)).collect();
        lines.push(phrase("agenda-did-not-vote").with("names", names.join(", ")));
    }
    lines
}
