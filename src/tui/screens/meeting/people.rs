//! Lists of people of the meeting: who is there, and who in the room votes against.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{STAYS, questions};
use crate::domain::meeting::{
    Choice, ItemKind, Meeting as Held, MeetingKey, Question as Asked, State, VoteId,
};
use crate::i18n::{Phrase, clean, phrase};
use crate::present::meetings::in_progress;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, MOVES, Mode, find};
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::{AddItem, Attend, VoteForTheRoom};

/// A list of people that is open.
pub(super) struct People {
    about: About,
    list: Listing<Person>,
    /// How somebody votes who doesn't vote for.
    marks: BTreeMap<String, Mark>,
    /// What is voted on, and the name of whom it concerns.
    asked: Option<(Asked, String)>,
}

#[derive(Clone, PartialEq)]
pub(super) enum About {
    /// M10: who is there.
    Presence,
    /// M12: how those vote who haven't.
    Against(VoteId),
    /// M6: who objects to an item that was not on the list.
    Objections(NewItem),
}

/// An item that is to be taken up in an open meeting.
#[derive(Clone, PartialEq)]
pub(super) struct NewItem {
    pub meeting: MeetingKey,
    pub kind: ItemKind,
    pub title: String,
    pub internal: bool,
}

impl NewItem {
    /// Puts it on the agenda, over the objections of some.
    pub(super) fn step(&self, objections: Vec<String>) -> AddItem {
        AddItem {
            key: Some(self.meeting),
            kind: self.kind.clone(),
            title: self.title.clone(),
            internal: self.internal,
            proposed: None,
            objections: Some(objections),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Against,
    Silent,
}

/// One of them.
struct Person {
    handle: String,
    name: String,
    present: bool,
    /// The seat that is held, or the first that the person is a substitute for.
    seat: u32,
    substitute: bool,
}

impl Row for Person {
    type Key = String;

    fn key(&self) -> String {
        self.handle.clone()
    }
}

/// What a key led to.
pub(super) enum Reply {
    Stay,
    Close,
    Do(Vec<Effect>),
}

#[derive(Clone, Copy)]
enum Act {
    Toggle,
    Done,
    Close,
}

const PRESENCE: &[Binding<Act>] = &[
    Binding::new(
        &[Key::Char(' ')],
        Act::Toggle,
        "agenda-people-toggle",
        "agenda-people-toggle-help",
    ),
    Binding::new(
        &[Key::Esc, Key::Enter],
        Act::Close,
        "agenda-people-done",
        "agenda-people-done-help",
    ),
];

const OBJECTIONS: &[Binding<Act>] = &[
    Binding::new(
        &[Key::Char(' ')],
        Act::Toggle,
        "agenda-people-object",
        "agenda-people-object-help",
    ),
    Binding::new(
        &[Key::Enter],
        Act::Done,
        "agenda-add-yes",
        "agenda-objections-help",
    ),
    Binding::new(&[Key::Esc], Act::Close, "tui-cancel", "tui-cancel-help"),
];

const AGAINST: &[Binding<Act>] = &[
    Binding::new(
        &[Key::Char(' ')],
        Act::Toggle,
        "agenda-people-turn",
        "agenda-people-turn-help",
    ),
    Binding::new(
        &[Key::Enter],
        Act::Done,
        "agenda-register",
        "agenda-register-help",
    ),
    Binding::new(&[Key::Esc], Act::Close, "tui-cancel", "tui-cancel-help"),
];

impl People {
    pub(super) fn new(about: About, meeting: &Held) -> Option<People> {
        let mut people = People {
            about,
            list: Listing::default(),
            marks: BTreeMap::new(),
            asked: None,
        };
        people.receive(meeting).then_some(people)
    }

    /// Takes the meeting as it stands. False when there is nothing left to ask.
    pub(super) fn receive(&mut self, meeting: &Held) -> bool {
        let people = match &self.about {
            About::Presence => council(meeting),
            About::Objections(item) => {
                if meeting.key != item.meeting || meeting.state != State::Open {
                    return false;
                }
                let seated = meeting.seating(None);
                let sits = |person: &Person| seated.iter().any(|seated| seated.handle == person.handle);
                council(meeting).into_iter().filter(sits).collect()
            }
            About::Against(id) => {
                let Some(vote) = meeting.open_vote().filter(|vote| vote.id == *id) else {
                    return false;
                };
                let whose = vote.question.conflict_of().unwrap_or_default();
                self.asked = Some((vote.question.clone(), meeting.roster.name(whose).to_owned()));
                let waiting = meeting.not_voted(vote);
                let all = council(meeting).into_iter();
                all.filter(|person| waiting.contains(&person.handle)).collect()
            }
        };
        self.list.receive(people);
        !self.list.rows().is_empty()
    }

    fn table(&self) -> &'static [Binding<Act>] {
        match self.about {
            About::Presence => PRESENCE,
            About::Against(_) => AGAINST,
            About::Objections(_) => OBJECTIONS,
        }
    }

    pub(super) fn mode(&self) -> Mode {
        Mode::keys(self.table()).and_moves()
    }

    pub(super) fn title(&self) -> Phrase {
        match &self.about {
            About::Objections(item) => phrase("agenda-objections-title").with("title", item.title.as_str()),
            About::Presence => {
                let present = self.list.rows().iter().filter(|person| person.present).count();
                phrase("agenda-people-presence").with("present", present)
            }
            About::Against(_) => phrase("agenda-people-against"),
        }
    }

    /// A key, in a meeting that somebody looks at.
    pub(super) fn typed(&mut self, key: Key, meeting: &Held, viewer: &str) -> Reply {
        if let Some(binding) = find(self.table(), key) {
            return match binding.action {
                Act::Toggle => self.toggle(meeting, viewer),
                Act::Close => Reply::Close,
                Act::Done => Reply::Do(match &self.about {
                    About::Objections(item) => vec![self.take_up(item)],
                    _ => self.register(meeting).into_iter().collect(),
                }),
            };
        }
        if let Some(step) = find(MOVES, key) {
            self.list.moved(step.action);
        }
        Reply::Stay
    }

    /// The cursor stays on the person that it is about, so that the same key takes it back.
    fn toggle(&mut self, meeting: &Held, viewer: &str) -> Reply {
        let Some(person) = self.list.selected() else {
            return Reply::Stay;
        };
        let handle = person.handle.clone();
        match self.about {
            About::Presence if person.present => {
                Reply::Do(vec![questions::go_out(meeting, &handle, viewer, STAYS)])
            }
            About::Presence => {
                let step = Attend {
                    handle: (handle != viewer).then_some(handle),
                    out: false,
                    at: None,
                };
                Reply::Do(vec![Effect::Perform(Box::new(step), STAYS)])
            }
            About::Objections(_) => {
                if self.marks.remove(&handle).is_none() {
                    self.marks.insert(handle, Mark::Against);
                }
                Reply::Stay
            }
            About::Against(_) => {
                let next = match self.marks.get(&handle) {
                    None => Some(Mark::Against),
                    Some(Mark::Against) => Some(Mark::Silent),
                    Some(Mark::Silent) => None,
                };
                match next {
                    Some(mark) => self.marks.insert(handle, mark),
                    None => self.marks.remove(&handle),
                };
                Reply::Stay
            }
        }
    }

    fn marked(&self, mark: Mark) -> Vec<&Person> {
        let people = self.list.rows().iter();
        people
            .filter(|person| self.marks.get(&person.handle) == Some(&mark))
            .collect()
    }

    /// M6: the item with those who object to it, whom the rules count.
    fn take_up(&self, item: &NewItem) -> Effect {
        let against = self.marked(Mark::Against).into_iter();
        let step = item.step(against.map(|person| person.handle.clone()).collect());
        Effect::Perform(Box::new(step), "objections")
    }

    /// What is said of those who vote for, and of those who vote against.
    fn sides(&self) -> (Phrase, Phrase) {
        match &self.asked {
            Some((Asked::Between { first, second }, _)) => (
                phrase("agenda-room-for-motion").with("motion", i64::from(*first)),
                phrase("agenda-room-for-other").with("motion", i64::from(*second)),
            ),
            Some((Asked::Conflict { .. }, member)) => {
                let of_member = |key| phrase(key).with("member", member.as_str());
                (
                    of_member("agenda-room-for-conflict"),
                    of_member("agenda-room-against-conflict"),
                )
            }
            _ => (phrase("agenda-room-for"), phrase("agenda-room-against")),
        }
    }

    /// Asks with the names before the votes are registered.
    fn register(&self, meeting: &Held) -> Option<Effect> {
        let About::Against(vote) = self.about else {
            return None;
        };
        let handles = |people: &[&Person]| people.iter().map(|person| person.handle.clone()).collect();
        let names = |people: &[&Person]| {
            let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
            names.join(", ")
        };
        let (against, silent) = (self.marked(Mark::Against), self.marked(Mark::Silent));
        let votes_for = self.list.rows().len() - against.len() - silent.len();
        let (some, others) = self.sides();
        let asked = self.asked.iter().map(|(asked, _)| asked);
        let mut lines: Vec<Phrase> = asked.map(|asked| in_progress::question(meeting, asked)).collect();
        lines.push(some.with("count", votes_for));
        if !against.is_empty() {
            let text = others.with("count", against.len());
            lines.push(text.with("names", names(&against)));
        }
        if !silent.is_empty() {
            lines.push(phrase("agenda-room-silent").with("names", names(&silent)));
        }
        lines.push(phrase("agenda-room-can-be-changed"));
        let step = VoteForTheRoom {
            against: handles(&against),
            silent: handles(&silent),
            vote: Some(vote),
        };
        Some(Effect::Confirm(Question {
            title: phrase("agenda-room-title"),
            lines,
            yes: "agenda-register",
            no: "not-registered",
            undo: Undo::Possible,
            then: vec![Effect::Perform(Box::new(step), "room")],
        }))
    }

    pub(super) fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let columns = [
            Column::new(String::new(), Width::Fixed(1)),
            Column::new(String::new(), Width::Flex(16)),
            Column::new(String::new(), Width::Fixed(14)),
            Column::new(String::new(), Width::Fixed(24)).spare(1),
        ];
        let cells = |person: &Person| {
            let theme = ctx.theme;
            let votes = |choice: Choice| {
                let asked = self.asked.as_ref();
                asked.map_or_else(
                    || phrase(choice.key()),
                    |(asked, _)| in_progress::choice(asked, choice),
                )
            };
            let (mark, said, style) = match (&self.about, self.marks.get(&person.handle)) {
                (About::Presence, _) if person.present => {
                    (theme.marks.yes, phrase("word-present"), theme.strong())
                }
                (About::Presence, _) => (" ", phrase("word-not-present"), theme.dim()),
                (About::Objections(_), None) => (" ", Phrase::Name(String::new()), theme.plain()),
                (About::Objections(_), Some(_)) => {
                    (theme.marks.no, phrase("agenda-people-object"), theme.strong())
                }
                (About::Against(_), None) => (theme.marks.yes, votes(Choice::For), theme.plain()),
                (About::Against(_), Some(Mark::Against)) => {
                    (theme.marks.no, votes(Choice::Against), theme.strong())
                }
                (About::Against(_), Some(Mark::Silent)) => (" ", phrase("agenda-silent"), theme.dim()),
            };
            let seat = if person.substitute {
                "agenda-substitute"
            } else {
                "agenda-seat"
            };
            let seat = phrase(seat).with("seat", i64::from(person.seat)).words(ctx.words);
            vec![
                (mark.to_owned(), style),
                (clean(&person.name).into_owned(), style),
                (said.words(ctx.words), style),
                (seat, theme.dim()),
            ]
        };
        self.list
            .look("agenda-nobody", &columns, &cells)
            .render(area, buf, ctx);
    }
}

/// Everybody who holds a seat, and then their substitutes.
fn council(meeting: &Held) -> Vec<Person> {
    let people = meeting.roster.people().into_iter();
    let person = |(handle, seat, substitute): (&str, u32, bool)| Person {
        handle: handle.to_owned(),
        name: meeting.roster.name(handle).to_owned(),
        present: meeting.is_present(handle),
        seat,
        substitute,
    };
    people.map(person).collect()
}
