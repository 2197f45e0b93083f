//! What a screen is, and the one place that ties a typed screen to the untyped stack of the app: dispatch by
//! its table of keys, the reasons why a key can't act, and answers of the right type.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::policy::{self, Actor, Subject};
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, phrase};
use crate::present::screens::ScreenName;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Tag};
use crate::tui::fund_access::{Data, Query};
use crate::tui::key::Key;
use crate::tui::keymap::{self, Binding, MOVES, Mode, Move, Row};
use crate::tui::route::Route;
use crate::tui::widgets;
use crate::tui::widgets::listing::Steps;
use crate::usecases::views::View;
use crate::usecases::{OpError, Outcome};

/// The exit code of what may go better in a moment: the file is busy, or a record has changed.
const TRY_AGAIN: u8 = 5;

/// What has been typed, by field.
pub type Draft = BTreeMap<String, String>;

/// One screen: parameters that the user set, data from its view, and a picture of the two.
pub trait Screen: 'static {
    type View: View<Data: Send + 'static> + std::fmt::Debug + Send + 'static;
    type Action: Copy + PartialEq + 'static;

    /// Its keys, apart from the moves of a list and the keys that work everywhere.
    const KEYS: &'static [Binding<Self::Action>];
    /// Whether the moves of a list go to [`Screen::moved`].
    const SCROLLS: bool = false;

    /// The line under the tabs: what is shown, with its parameters.
    fn title(&self) -> Phrase;
    /// The question whose answer it shows.
    fn view(&self) -> Self::View;
    /// Takes the answer; the only place where derived data is made.
    fn receive(&mut self, data: <Self::View as View>::Data);
    /// Takes today's date, which comes before each answer: a day that is typed without a year is read by it.
    fn dated(&mut self, _today: Date) {}
    fn act(&mut self, action: Self::Action) -> Vec<Effect>;
    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>);

    /// The list that the moves and the keys of a filter go to.
    fn list(&self) -> Option<&dyn Steps> {
        None
    }
    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        None
    }
    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if let Some(list) = self.list_mut() {
            list.moved(step);
        }
        Vec::new()
    }
    /// What the policy must know of the thing that is selected.
    fn subject(&self) -> Subject {
        Subject::FUND
    }
    /// What the policy must know of the thing that one of the actions is about.
    fn subject_of(&self, _action: Self::Action) -> Subject {
        self.subject()
    }
    /// What a key is called here and now, where that isn't what its table says.
    fn label_of(&self, _action: Self::Action) -> Option<&'static str> {
        None
    }
    /// Whether the footer leaves a key out here and now, though it acts.
    fn is_quiet(&self, _action: Self::Action) -> bool {
        false
    }
    /// What this person does next here, where the screen knows: the footer begins with it, and so has room for it.
    fn next_step(&self, _actor: &Actor) -> Option<Self::Action> {
        None
    }
    /// The session follows the meeting again: what is on its table is shown.
    fn follow(&mut self) -> Vec<Effect> {
        Vec::new()
    }
    /// Why an action that the policy allows can't be done here and now.
    fn blocked(&self, _action: Self::Action) -> Option<Refusal> {
        None
    }
    /// A key was pressed that can't act: what stands in its way may be shown, besides what is said of it.
    fn refused(&mut self, _action: Self::Action, _why: &Refusal) -> Vec<Effect> {
        Vec::new()
    }
    /// What is open and has every key: the filter of the list, unless a form or something else is.
    fn mode(&self) -> Option<Mode> {
        self.list()?.mode()
    }
    /// A key of the mode, or a character that is typed in it.
    fn typed(&mut self, key: Key) -> Vec<Effect> {
        if let Some(list) = self.list_mut() {
            list.typed(key);
        }
        Vec::new()
    }
    fn pasted(&mut self, text: &str) {
        if let Some(list) = self.list_mut() {
            list.pasted(text);
        }
    }
    /// The form that stands on the screen is given up.
    fn close_form(&mut self) {}
    /// Takes back one step within the screen (clears a filter); `None` when there was none.
    fn back(&mut self) -> Option<Vec<Effect>> {
        self.list_mut().is_some_and(Steps::back).then(Vec::new)
    }
    /// What the key back is called here, when it takes something back before it leaves.
    fn back_label(&self) -> Option<&'static str> {
        let searched = self.list().is_some_and(Steps::is_searched);
        searched.then_some("tui-filter-forget")
    }
    /// Something would be lost by leaving.
    fn unsaved(&self) -> bool {
        false
    }
    /// Where what is typed now belongs, while something is being filled in: what is kept of it is found again by this name.
    fn drafting(&self) -> Option<String> {
        None
    }
    /// What has been typed, by field.
    fn draft(&self) -> Draft {
        Draft::new()
    }
    /// Fills in what was typed in a session that was cut off.
    fn take_up(&mut self, _draft: &Draft) {}
    /// A step has been taken or refused. By default the outcome is said, and so is a refusal.
    fn performed(&mut self, _tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => vec![Effect::done(Phrase::Text(outcome.done, outcome.args))],
            Err(error) => vec![Effect::refused(error.refusal())],
        }
    }
}

/// A screen on the stack, whatever its type.
pub trait AnyScreen {
    fn title(&self) -> Phrase;
    fn query(&self) -> Query;
    fn receive(&mut self, answer: Result<Data, OpError>) -> Vec<Effect>;
    fn dated(&mut self, today: Date);
    /// Whether there is anything to show yet: data, or the reason for having none.
    fn ready(&self) -> bool;
    /// The keys of its own table, in order, and why each can't act.
    fn rows(&self, actor: &Actor) -> Vec<Row>;
    fn scrolls(&self) -> bool;
    /// Acts as the row of [`AnyScreen::rows`] says.
    fn run(&mut self, row: usize, actor: &Actor) -> Vec<Effect>;
    /// `None` when the key isn't the screen's.
    fn press(&mut self, key: Key, actor: &Actor) -> Option<Vec<Effect>>;
    fn mode(&self) -> Option<Mode>;
    fn typed(&mut self, key: Key) -> Vec<Effect>;
    fn pasted(&mut self, text: &str);
    fn close_form(&mut self);
    fn back(&mut self) -> Option<Vec<Effect>>;
    fn back_label(&self) -> Option<&'static str>;
    fn unsaved(&self) -> bool;
    fn drafting(&self) -> Option<String>;
    fn draft(&self) -> Draft;
    fn take_up(&mut self, draft: &Draft);
    fn follow(&mut self) -> Vec<Effect>;
    fn performed(&mut self, tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect>;
    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>);
}

/// A screen with a digit of its own.
#[derive(Debug)]
pub struct Tab {
    pub digit: char,
    /// The key of its name.
    pub name: &'static str,
    pub route: Route,
}

impl Tab {
    #[must_use]
    pub const fn of(screen: ScreenName, route: Route) -> Tab {
        Tab {
            digit: screen.key(),
            name: screen.name(),
            route,
        }
    }
}

/// The screens that there are: the tabs, in the order of their digits, and who draws a route.
#[derive(Clone, Copy)]
pub struct Screens {
    pub tabs: &'static [Tab],
    pub open: fn(&Route) -> Box<dyn AnyScreen>,
}

/// Puts a screen on the stack.
#[must_use]
pub fn mount<S: Screen>(screen: S) -> Box<dyn AnyScreen> {
    Box::new(Mounted {
        screen,
        state: Loading::Waiting,
    })
}

struct Mounted<S> {
    screen: S,
    state: Loading,
}

enum Loading {
    Waiting,
    Here,
    /// There is nothing that this person may see, or nothing could be read.
    Refused(Refusal),
}

/// Why a key of a screen can't act: the policy, or what the screen knows.
pub fn why_not<S: Screen>(screen: &S, binding: &Binding<S::Action>, actor: &Actor) -> Option<Refusal> {
    let denied = binding
        .policy
        .and_then(|action| policy::may(actor, action, screen.subject_of(binding.action)).err());
    denied
        .map(Refusal::from)
        .or_else(|| screen.blocked(binding.action))
}

impl<S: Screen> Mounted<S> {
    fn dispatch(&mut self, binding: &Binding<S::Action>, actor: &Actor) -> Vec<Effect> {
        if !matches!(self.state, Loading::Here) {
            return Vec::new();
        }
        match why_not(&self.screen, binding, actor) {
            Some(reason) => {
                let mut effects = self.screen.refused(binding.action, &reason);
                effects.push(Effect::refused(reason));
                effects
            }
            None => self.screen.act(binding.action),
        }
    }
}

impl<S: Screen> AnyScreen for Mounted<S> {
    fn title(&self) -> Phrase {
        match self.state {
            // What a heading counts is not known.
            Loading::Waiting => phrase("tui-title-waiting"),
            Loading::Refused(_) => phrase("tui-title-refused"),
            Loading::Here => self.screen.title(),
        }
    }

    fn query(&self) -> Query {
        Query::of(self.screen.view())
    }

    fn receive(&mut self, answer: Result<Data, OpError>) -> Vec<Effect> {
        match answer {
            Ok(data) => {
                // The fund answers a query with the type of data that it names.
                if let Ok(data) = data.downcast::<<S::View as View>::Data>() {
                    self.screen.receive(*data);
                    self.state = Loading::Here;
                }
                Vec::new()
            }
            // What was read before still stands when the file is busy; what may no longer be seen does not.
            Err(error) if error.exit_code() == TRY_AGAIN && matches!(self.state, Loading::Here) => {
                vec![Effect::refused(error.refusal())]
            }
            Err(error) => {
                self.state = Loading::Refused(error.refusal());
                Vec::new()
            }
        }
    }

    fn dated(&mut self, today: Date) {
        self.screen.dated(today);
    }

    fn ready(&self) -> bool {
        !matches!(self.state, Loading::Waiting)
    }

    fn rows(&self, actor: &Actor) -> Vec<Row> {
        let next = match self.state {
            Loading::Here => self.screen.next_step(actor),
            Loading::Waiting | Loading::Refused(_) => None,
        };
        let row = |binding: &Binding<S::Action>| {
            let why_not = match &self.state {
                Loading::Refused(refusal) => Some(refusal.clone()),
                Loading::Waiting | Loading::Here => why_not(&self.screen, binding, actor),
            };
            let why_not = why_not.map(Phrase::from);
            let mut row = Row::of(binding, why_not);
            if let Some(label) = self.screen.label_of(binding.action) {
                (row.label, row.title) = (label, label);
            }
            row.is_next = next == Some(binding.action);
            row.quiet |= !row.is_next && self.screen.is_quiet(binding.action);
            row
        };
        S::KEYS.iter().map(row).collect()
    }

    fn scrolls(&self) -> bool {
        S::SCROLLS
    }

    fn run(&mut self, row: usize, actor: &Actor) -> Vec<Effect> {
        S::KEYS
            .get(row)
            .map(|binding| self.dispatch(binding, actor))
            .unwrap_or_default()
    }

    fn press(&mut self, key: Key, actor: &Actor) -> Option<Vec<Effect>> {
        if let Some(binding) = keymap::find(S::KEYS, key) {
            return Some(self.dispatch(binding, actor));
        }
        let step = keymap::find(MOVES, key).filter(|_| S::SCROLLS)?;
        Some(if self.ready() {
            self.screen.moved(step.action)
        } else {
            Vec::new()
        })
    }

    fn mode(&self) -> Option<Mode> {
        self.screen.mode().filter(|_| matches!(self.state, Loading::Here))
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        self.screen.typed(key)
    }

    fn pasted(&mut self, text: &str) {
        self.screen.pasted(text);
    }

    fn close_form(&mut self) {
        self.screen.close_form();
    }

    fn back(&mut self) -> Option<Vec<Effect>> {
        self.screen.back()
    }

    fn back_label(&self) -> Option<&'static str> {
        self.screen.back_label()
    }

    fn unsaved(&self) -> bool {
        self.screen.unsaved()
    }

    fn drafting(&self) -> Option<String> {
        self.screen.drafting()
    }

    fn draft(&self) -> Draft {
        self.screen.draft()
    }

    fn take_up(&mut self, draft: &Draft) {
        self.screen.take_up(draft);
    }

    fn follow(&mut self) -> Vec<Effect> {
        self.screen.follow()
    }

    fn performed(&mut self, tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        self.screen.performed(tag, outcome)
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        match &self.state {
            Loading::Waiting => {}
            Loading::Here => self.screen.render(area, buf, ctx),
            Loading::Refused(refusal) => widgets::prose::centred(&ctx.refusal(refusal), area, buf, ctx),
        }
    }
}
