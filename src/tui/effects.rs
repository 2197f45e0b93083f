//! What a key press leads to, as data: screens say what they want, the app and the runtime do it. So a screen
//! does no I/O, knows no clock and no other screen, and its tests need no runtime.

use crate::i18n::{Phrase, phrase};
use crate::tui::fund_access::{Data, Query, SessionInfo, Step};
use crate::tui::key::Key;
use crate::tui::route::Route;
use crate::usecases::views::on_the_table::Table;
use crate::usecases::{Change, OpError, Outcome, UseCase};

/// What a screen wants.
#[derive(Debug)]
pub enum Effect {
    /// Goes to another screen; Esc comes back.
    Open(Route),
    /// Leaves this screen.
    Back,
    /// Closes the form that stands on this screen; what was typed in it is given up.
    CloseForm,
    /// The screen's parameters have changed: its question is asked again.
    Reload,
    /// Takes a step. The tag comes back with the outcome.
    Perform(Step, Tag),
    /// Says something on the last line, until the next key.
    Message(Tone, Phrase),
    /// Goes to what is on the table of the meeting that is open, and follows it.
    ToTheMeeting,
    /// From now on the session follows what is on the table of the meeting, or no longer does.
    Follow(bool),
    /// The screen's own step may have turned the meeting to another item.
    Turned,
    /// Asks before a step. What would be refused anyway is refused in place of being asked about.
    Confirm(Question),
}

/// Tells a screen which of its steps an outcome belongs to.
pub type Tag = &'static str;

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Note,
    Done,
    Refused,
}

/// A question before a step: names what will happen and the amount.
#[derive(Debug)]
pub struct Question {
    pub title: Phrase,
    pub lines: Vec<Phrase>,
    /// The key of the text on the button: the verb of the step, never a bare "yes".
    pub yes: &'static str,
    /// The key of what is said when it was not done.
    pub no: &'static str,
    pub undo: Undo,
    pub then: Vec<Effect>,
}

/// Whether whoever says yes can take back what it does, so that nothing is left of it. Then Enter alone answers, else an answer has
/// to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    Possible,
    /// It stands, or another has to undo it, or a counter-entry stays beside it (L2).
    Never,
    /// What is under way is called off and can only be held anew; without a yes it goes on, as this text says.
    CallsOff(&'static str),
    /// Nothing is done: something is told, to be read before one goes on.
    Told,
}

impl Question {
    /// L2: something is booked, which can only be reversed.
    #[must_use]
    pub fn posting(
        title: Phrase,
        mut lines: Vec<Phrase>,
        step: impl UseCase + 'static,
        tag: Tag,
    ) -> Question {
        lines.push(phrase("word-vouchers-are-reversed"));
        Question {
            title,
            lines,
            yes: "tui-post",
            no: "not-posted",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), tag)],
        }
    }

    /// What a no does, in a word: of one about leaving or about calling something off, cancelling would be read both ways.
    #[must_use]
    pub fn stay(&self) -> &'static str {
        let leaves = |effect: &Effect| matches!(effect, Effect::Back | Effect::CloseForm);
        match self.undo {
            Undo::Told => "tui-close",
            Undo::CallsOff(goes_on) => goes_on,
            Undo::Possible | Undo::Never if self.then.iter().all(leaves) => "tui-stay",
            Undo::Possible | Undo::Never => "tui-cancel",
        }
    }

    /// The step that a yes would take.
    #[must_use]
    pub fn step(&self) -> Option<(&Step, Tag)> {
        self.then.iter().find_map(|effect| match effect {
            Effect::Perform(step, tag) => Some((step, *tag)),
            _ => None,
        })
    }
}

impl Effect {
    /// Leaves the screen of a form; asks first when something that was typed would be lost.
    #[must_use]
    pub fn leave(changed: bool) -> Effect {
        Effect::given_up(changed, Effect::Back)
    }

    /// Closes a form that stands on a screen, and asks in the same way.
    #[must_use]
    pub fn close_form(changed: bool) -> Effect {
        Effect::given_up(changed, Effect::CloseForm)
    }

    fn given_up(changed: bool, leave: Effect) -> Effect {
        if !changed {
            return leave;
        }
        Effect::Confirm(Question {
            title: phrase("tui-leave-title"),
            lines: vec![phrase("tui-unsaved")],
            yes: "tui-leave-anyway",
            no: "not-left",
            undo: Undo::Never,
            then: vec![leave],
        })
    }

    #[must_use]
    pub fn note(text: Phrase) -> Effect {
        Effect::Message(Tone::Note, text)
    }

    #[must_use]
    pub fn done(text: Phrase) -> Effect {
        Effect::Message(Tone::Done, text)
    }

    #[must_use]
    pub fn refused(text: impl Into<Phrase>) -> Effect {
        Effect::Message(Tone::Refused, text.into())
    }
}

/// Which of the open screens an answer belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenId(pub u64);

/// What the app wants of the runtime.
#[derive(Debug)]
pub enum Request {
    /// Reads for a screen. Of several answers only the one with the latest generation counts.
    Load {
        screen: ScreenId,
        generation: u64,
        query: Query,
    },
    Perform {
        screen: ScreenId,
        step: Step,
        tag: Tag,
    },
    /// Finds out whether the step of a question would be refused, before it is asked.
    Rehearse {
        screen: ScreenId,
        /// Which of the rehearsals it is.
        number: u64,
        question: Box<Question>,
    },
    /// Looks for what others have done.
    Look,
    /// Looks where the meeting that is open stands.
    Table,
    /// Looks for what was typed at a place before.
    FindDraft {
        screen: ScreenId,
        place: String,
    },
    /// Keeps what is typed at a place, or nothing any more.
    KeepDraft {
        place: String,
        content: Option<String>,
    },
    /// Changes seats in the demo.
    Sit(String),
    /// Draws everything anew, for a screen that something else has written on.
    Redraw,
    Quit,
}

/// A draft, and the screen that is to take it up.
#[derive(Debug)]
pub struct DraftFound {
    pub screen: ScreenId,
    pub place: String,
    pub content: String,
}

/// What happens to the app.
#[derive(Debug)]
pub enum Event {
    Key(Key),
    Pasted(String),
    /// Others have done something; who sits here now, if it may be about them.
    Changed {
        changes: Vec<Change>,
        session_info: Option<Result<SessionInfo, OpError>>,
    },
    /// Where the meeting that is open stands.
    Turned(Result<Option<Table>, OpError>),
    /// Nothing that was read may stand any more: the file is gone, or is back.
    Outdated,
    /// The business date is another, and with it what every screen shows.
    DayBegan(SessionInfo),
    /// Nothing has been typed for a while.
    Paused,
    /// What was typed at a place before a session was cut off.
    DraftFound(Box<DraftFound>),
    /// A step is on its way for so long that the person must be told.
    StepIsSlow,
    /// Nobody has used the session for so long that it soon ends.
    Idle,
    Loaded {
        screen: ScreenId,
        generation: u64,
        answer: Result<Data, OpError>,
    },
    Performed {
        screen: ScreenId,
        tag: Tag,
        outcome: Result<Outcome, OpError>,
    },
    Rehearsed {
        screen: ScreenId,
        number: u64,
        question: Box<Question>,
        outcome: Result<Outcome, OpError>,
    },
    Seated(Result<SessionInfo, OpError>),
}
