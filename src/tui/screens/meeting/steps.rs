//! What each key of the meeting does: a step at once where it can be taken back, a question where it can't, a form where
//! something has to be said.

use super::election;
use super::keys::Action;
use super::people::{About as Of, People};
use super::sheet::{self, Sheet};
use super::{Meeting, Prompt, TURNED, questions, rules};
use crate::domain::meeting::{
    Choice, Item, ItemKind, Meeting as Held, MotionId, Question as Asked, State, Vote,
};
use crate::i18n::{Phrase, phrase};
use crate::present::meetings::{going_on, minutes, told};
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::tui::key::Key;
use crate::tui::route::Route;
use crate::tui::widgets::form::Reply;
use crate::usecases::views::meetings::MeetingData;
use crate::usecases::views::on_the_table::Shown;
use crate::usecases::{
    AddRanked, AnswerTrial, Attend, AttendAll, CastVote, CloseMeeting, CloseTrialVote, CloseVote,
    FinaliseMinutes, OpenMeeting, OpenVote, Resume, TakeOut, UseCase, VoteForTheRoom,
};

fn perform(step: impl UseCase + 'static, tag: Tag) -> Vec<Effect> {
    vec![Effect::Perform(Box::new(step), tag)]
}

pub fn act(screen: &mut Meeting, action: Action) -> Vec<Effect> {
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
        Action::About => {
            let route = screen.selected().and_then(|item| about(&item.kind));
            return route.map(Effect::Open).into_iter().collect();
        }
        _ => {}
    }
    let Some(own) = screen.own() else {
        return Vec::new();
    };
    let meeting = &own.meeting;
    let selected = screen.selected().map(Item::number_or_place);
    match action {
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
        Action::CallOff => vec![election::call_off(meeting)],
        Action::Open => open(meeting),
        Action::Resume => perform(Resume, TURNED),
        Action::Everybody => perform(AttendAll { absent: Vec::new() }, "all"),
        Action::DecideConflict => match meeting.undecided_conflict() {
            Some(question) => perform(OpenVote { question }, "vote"),
            None => Vec::new(),
        },
        Action::OpenVote | Action::Between => vote(screen, action),
        Action::EnBloc => en_bloc(meeting).into_iter().collect(),
        Action::TakeAgain => {
            let item = screen.selected().map(|item| item.id);
            item.map_or_else(Vec::new, |item| {
                perform(
                    OpenVote {
                        question: Asked::TakeUp { item },
                    },
                    "vote",
                )
            })
        }
        Action::Next => questions::go_to(meeting, None),
        Action::TakeItem => questions::go_to(meeting, selected),
        Action::TakeOut => selected.map_or_else(Vec::new, |item| perform(TakeOut { item }, "out")),
        Action::AddRanked => {
            let key = Some(meeting.key);
            perform(AddRanked { key }, "ranked")
        }
        Action::Come => attend(false),
        Action::Go => go(own),
        Action::Finalise => vec![finalise(meeting)],
        Action::CloseMeeting => vec![close_meeting(meeting)],
        Action::Plan | Action::About | Action::Scores | Action::Read | Action::Earlier | Action::Later => {
            Vec::new()
        }
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
    if let Some(Prompt::Sheet(sheet)) = &mut screen.prompt {
        sheet.touched();
    }
    Vec::new()
}

/// A key in the form that is open.
pub fn typed(screen: &mut Meeting, key: Key) -> Vec<Effect> {
    let Some(Prompt::Sheet(sheet)) = &mut screen.prompt else {
        return Vec::new();
    };
    let reply = sheet.form.key(key);
    sheet.touched();
    match reply {
        Reply::Stay => Vec::new(),
        Reply::Submit => submit(screen),
        Reply::Leave { .. } => {
            screen.close_prompt();
            Vec::new()
        }
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

fn cast(meeting: &Held, choice: Choice) -> Vec<Effect> {
    if meeting.trial.is_some() {
        return perform(AnswerTrial { choice }, "trial");
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

fn attend(out: bool) -> Vec<Effect> {
    let step = Attend {
        handle: None,
        out,
        at: None,
    };
    perform(step, "attend")
}

/// M10: one who has voted in what is open is asked, for the vote is lost by going.
fn go(own: &MeetingData) -> Vec<Effect> {
    if !own.meeting.has_voted(&own.viewer) {
        return attend(true);
    }
    vec![Effect::Confirm(Question {
        title: phrase("agenda-go-title"),
        lines: vec![phrase("agenda-go-effect")],
        yes: "agenda-go-yes",
        no: "agenda-not-gone",
        undo: Undo::Never,
        then: attend(true),
    })]
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
            going_on::question(meeting, &vote.question),
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
    let mut lines = vec![going_on::question(meeting, &vote.question)];
    lines.extend(so_far(meeting, vote));
    Some(Effect::Confirm(Question {
        title: phrase("agenda-close-vote-title"),
        lines,
        yes: "agenda-close-vote-yes",
        no: "not-closed",
        undo: Undo::Never,
        then: perform(CloseVote, "close-vote"),
    }))
}

/// M13: the answers are gone once they are counted.
fn close_trial(meeting: &Held) -> Option<Effect> {
    let trial = meeting.trial.as_ref()?;
    Some(Effect::Confirm(Question {
        title: phrase("agenda-close-trial-title"),
        lines: vec![
            going_on::answered(meeting, trial),
            phrase("agenda-close-trial-effect"),
        ],
        yes: "agenda-close-trial-yes",
        no: "agenda-not-counted",
        undo: Undo::Never,
        then: perform(CloseTrialVote, "trial"),
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
        lines.push(going_on::counts(&vote.question, tally));
        lines.push(going_on::outcome(&vote.question, tally.result()));
    }
    let waiting = meeting.not_voted(vote);
    if !waiting.is_empty() {
        let names: Vec<&str> = waiting.iter().map(|handle| meeting.roster.name(handle)).collect();
        lines.push(phrase("agenda-did-not-vote").with("names", names.join(", ")));
    }
    lines
}

/// M13: one vote on all items that have one motion each.
fn en_bloc(meeting: &Held) -> Option<Effect> {
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
    lines.extend(questions::in_question(meeting, &items));
    let step = OpenVote {
        question: Asked::EnBloc { motions },
    };
    Some(Effect::Confirm(Question {
        title: phrase("agenda-en-bloc-title"),
        lines,
        yes: "agenda-en-bloc-yes",
        no: "not-opened-vote",
        undo: Undo::Possible,
        then: perform(step, "vote"),
    }))
}

fn close_meeting(meeting: &Held) -> Effect {
    let left = meeting.items.iter().filter(|item| item.is_open()).count();
    let lines = vec![
        phrase("agenda-close-left").with("left", left),
        phrase("agenda-close-effect"),
    ];
    Effect::Confirm(Question {
        title: phrase("agenda-close-title").with("meeting", meeting.key.to_string()),
        lines,
        yes: "agenda-close-yes",
        no: "not-closed",
        undo: Undo::Never,
        then: perform(
            CloseMeeting {
                key: Some(meeting.key),
            },
            TURNED,
        ),
    })
}
