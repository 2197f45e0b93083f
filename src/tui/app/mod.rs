//! The program between the keys and the screens: which screen a key goes to, what lies over it, what is said
//! on the last line. It does no I/O and knows no clock: events come in, requests go out, and drawing is a pure
//! function of what it holds.

mod apply_effects;
mod commands;
mod drafts;
mod draw;
mod follow;
mod rehearsal;
mod seat;

use std::cell::Cell;
use std::collections::VecDeque;

use ratatui::layout::Position;

use drafts::Drafts;

use crate::domain::refusal::refuse;
use crate::i18n::Words;
use crate::i18n::{Phrase, phrase};
use crate::tui::effects::{Effect, Event, Request, Tone};
use crate::tui::fund_access::SessionInfo;
use crate::tui::key::Key;
use crate::tui::keymap::{GLOBALS, Global, Mode, find};
use crate::tui::overlay::formulas::Formulas;
use crate::tui::overlay::help::Help;
use crate::tui::overlay::palette::Palette;
use crate::tui::overlay::rulebook::{Contents, Page, place};
use crate::tui::overlay::seats::Seats;
use crate::tui::overlay::{Command, Overlay, Reply, Source};
use crate::tui::route::Route;
use crate::tui::screen::Screens;
use crate::tui::stack::Stack;
use crate::tui::theme::Theme;
use crate::usecases::Change;

/// One session at the terminal.
pub struct App {
    screens: Screens,
    words: Words,
    theme: Theme,
    session_info: SessionInfo,
    stack: Stack,
    /// What lies over the screen, one over the other; the keys go to the last.
    overlays: Vec<Overlay>,
    message: Option<(Tone, Phrase)>,
    /// The rule of the refusal that was drawn last with the key to it.
    rule: Cell<Option<&'static str>>,
    /// Where the keys go, as it was drawn last.
    cursor: Cell<Option<Position>>,
    /// Keys typed ahead of a screen that has nothing to show yet: they are meant for what it will show.
    ahead: VecDeque<Key>,
    /// The rehearsal whose question is about to be asked.
    rehearsing: Option<u64>,
    /// The person has been shown that it takes its time.
    kept_waiting: Cell<bool>,
    rehearsals: u64,
    /// How many steps are on their way.
    steps: usize,
    /// They take so long that something says so.
    slow: bool,
    /// The session goes with the meeting from item to item.
    following: bool,
    drafts: Drafts,
}

/// More keys than this are no longer meant for anything.
const MOST_AHEAD: usize = 256;

impl App {
    #[must_use]
    pub fn new(
        screens: Screens,
        start: &Route,
        words: Words,
        theme: Theme,
        session_info: SessionInfo,
    ) -> Self {
        let stack = Stack::new(screens, start);
        let mut app = App {
            screens,
            words,
            theme,
            session_info,
            stack,
            overlays: Vec::new(),
            message: None,
            rule: Cell::new(None),
            cursor: Cell::new(None),
            ahead: VecDeque::new(),
            rehearsing: None,
            kept_waiting: Cell::new(false),
            rehearsals: 0,
            steps: 0,
            slow: false,
            following: false,
            drafts: Drafts::default(),
        };
        app.begin_to_follow(start);
        app
    }

    /// The first question, before any key.
    pub fn start(&mut self) -> Vec<Request> {
        self.stack.due().into_iter().collect()
    }

    /// Whether the screen on top or a question has nothing to show yet: then drawing waits a moment for the answer.
    #[must_use]
    pub fn waiting(&self) -> bool {
        self.rehearsing.is_some() || !self.stack.top().screen.ready()
    }

    pub fn update(&mut self, event: Event) -> Vec<Request> {
        let mut requests = match event {
            Event::Key(key) => self.typed(key),
            Event::Pasted(_) if self.rehearsing.is_some() => Vec::new(),
            Event::Pasted(text) => {
                let taken = self.mode().is_some();
                match self.overlays.last_mut() {
                    Some(overlay) => overlay.paste(&text),
                    None if taken => self.stack.top_mut().screen.pasted(&text),
                    None => {}
                }
                Vec::new()
            }
            Event::Changed {
                changes,
                session_info,
            } => {
                self.stack.outdate_by(&changes);
                let turned = changes.iter().any(Change::turns_the_page);
                if changes.iter().any(Change::is_of_a_void_election) {
                    self.message = Some((Tone::Note, phrase("agenda-election-is-void")));
                }
                let mut requests =
                    session_info.map_or_else(Vec::new, |session_info| self.looked_up(session_info));
                requests.extend(turned.then_some(Request::Table));
                requests
            }
            Event::Turned(table) => table.map_or_else(|_| Vec::new(), |table| self.turned(table)),
            Event::Outdated => {
                self.stack.outdate();
                Vec::new()
            }
            Event::DayBegan(session_info) => {
                self.stack.dated(session_info.today);
                self.looked_up(Ok(session_info))
            }
            Event::Paused => self.keep_drafts(),
            Event::DraftFound(found) => self.draft_found(*found),
            Event::Idle => {
                self.message = Some((Tone::Note, phrase("tui-idle")));
                Vec::new()
            }
            Event::StepIsSlow => {
                self.slow = self.at_work();
                Vec::new()
            }
            Event::Loaded {
                screen,
                generation,
                answer,
            } => {
                let open = self.stack.expecting(screen, generation);
                let today = self.session_info.today;
                let received = open.map(|open| {
                    open.screen.dated(today);
                    open.screen.receive(answer)
                });
                let effects = received.unwrap_or_default();
                self.apply(screen, effects)
            }
            Event::Performed { screen, tag, outcome } => {
                self.steps = self.steps.saturating_sub(1);
                self.slow &= self.at_work();
                if outcome.is_ok() {
                    self.stack.outdate();
                }
                let effects = match self.stack.find(screen) {
                    Some(open) => open.screen.performed(tag, outcome),
                    // Its screen is closed; what was refused must be said all the same.
                    None => outcome
                        .err()
                        .map(|error| Effect::refused(error.refusal()))
                        .into_iter()
                        .collect(),
                };
                self.apply(screen, effects)
            }
            Event::Rehearsed { number, .. } if self.rehearsing != Some(number) => Vec::new(),
            Event::Rehearsed {
                screen,
                question,
                outcome,
                ..
            } => self.rehearsed(screen, *question, outcome.err()),
            Event::Seated(session_info) => self.seated(session_info.map_err(|error| error.refusal())),
        };
        requests.extend(self.stack.due());
        while !self.waiting() {
            let Some(key) = self.ahead.pop_front() else { break };
            requests.extend(self.key(key));
            requests.extend(self.stack.due());
        }
        requests.extend(self.followed_drafts());
        requests
    }

    /// A key waits while the screen on top has nothing to show. Leaving never waits.
    fn typed(&mut self, key: Key) -> Vec<Request> {
        if self.rehearsing.is_some() {
            self.hold(key);
            return Vec::new();
        }
        let everywhere = find(GLOBALS, key).map(|binding| binding.action);
        let leaves = matches!(everywhere, Some(Global::Back | Global::Quit | Global::Redraw))
            && !matches!(key, Key::Char(_));
        if self.waiting() && self.overlays.is_empty() && !leaves {
            if self.ahead.len() < MOST_AHEAD {
                self.ahead.push_back(key);
            }
            return Vec::new();
        }
        self.ahead.clear();
        self.key(key)
    }

    fn key(&mut self, key: Key) -> Vec<Request> {
        let from = (self.stack.tab(), self.at_the_meeting());
        let requests = self.pressed(key);
        self.has_gone(from);
        requests
    }

    fn pressed(&mut self, key: Key) -> Vec<Request> {
        let mode = self.mode();
        let everywhere = GLOBALS.iter().find(|binding| match &mode {
            Some(mode) => mode.leaves(binding).contains(&key),
            None => binding.keys.contains(&key),
        });
        // What was refused leads to its rule, and is still there when one comes back.
        let to_rule = everywhere.is_some_and(|binding| binding.action == Global::Rulebook);
        if !to_rule && !self.overlays.iter().any(Overlay::shows_rules) {
            let refused = matches!(self.message.take(), Some((Tone::Refused, _)));
            let back = everywhere.is_some_and(|binding| binding.action == Global::Back);
            if refused && back && mode.is_none() {
                // The first takes away what was refused, the next goes back.
                return Vec::new();
            }
        }
        if let (Some(_), Some(binding)) = (&mode, everywhere) {
            return self.global(binding.action, key);
        }
        if let Some(overlay) = self.overlays.last_mut() {
            let reply = overlay.key(key);
            return self.reply(reply);
        }
        let top = self.stack.top_mut();
        let id = top.id;
        if mode.is_some() {
            let effects = top.screen.typed(key);
            return self.apply(id, effects);
        }
        if let Some(effects) = top.screen.press(key, &self.session_info.actor) {
            return self.apply(id, effects);
        }
        everywhere.map_or_else(Vec::new, |binding| self.global(binding.action, key))
    }

    /// What has the keys for itself now, over the screen or on it.
    pub(in crate::tui) fn mode(&self) -> Option<Mode> {
        match self.overlays.last() {
            Some(overlay) => Some(overlay.mode()),
            None => self.stack.top().screen.mode(),
        }
    }

    fn reply(&mut self, reply: Reply) -> Vec<Request> {
        if !matches!(reply, Reply::Stay | Reply::Rule(_)) {
            self.overlays.pop();
        }
        match reply {
            Reply::Stay | Reply::Close => Vec::new(),
            Reply::Rule(at) => self.show_rule(at),
            Reply::Do(effects) => self.apply(self.stack.top().id, effects),
            Reply::Run(command) => self.run(&command),
            Reply::Sit(handle) => vec![Request::Sit(handle)],
            Reply::No(key) => {
                self.message = Some((Tone::Note, phrase(key)));
                Vec::new()
            }
            Reply::Quit => self.left(),
        }
    }

    fn run(&mut self, command: &Command) -> Vec<Request> {
        let key = command.row.keys.first().copied().unwrap_or(Key::Esc);
        let top = self.stack.top_mut();
        let id = top.id;
        match command.from {
            Source::Screen(row) => {
                let effects = top.screen.run(row, &self.session_info.actor);
                self.apply(id, effects)
            }
            Source::Global(row) => self.global(GLOBALS[row].action, key),
            Source::Rule(at) => self.show_rule(at),
            Source::Tab(tab) => {
                self.stack.go_to(tab);
                Vec::new()
            }
        }
    }

    fn global(&mut self, action: Global, key: Key) -> Vec<Request> {
        if let Some(reason) = self.why_not(action) {
            // Nothing is wrong in going back where one began.
            let tone = match action {
                Global::Back => Tone::Note,
                _ => Tone::Refused,
            };
            self.message = Some((tone, reason));
            return Vec::new();
        }
        match action {
            Global::Screen => match self
                .screens
                .tabs
                .iter()
                .position(|tab| Key::Char(tab.digit) == key)
            {
                Some(tab) => self.stack.go_to(tab),
                None => self.message = Some((Tone::Note, phrase("tui-no-such-screen"))),
            },
            Global::Help => {
                let help = Help::new(self.help_title(), self.own_keys(), self.everywhere());
                self.overlays.push(Overlay::Help(help));
            }
            Global::Formulas => {
                let tab = self.screens.tabs.get(self.stack.tab()).map(|tab| &tab.route);
                let formulas = tab.map_or_else(Formulas::default, Formulas::on);
                self.overlays.push(Overlay::Formulas(formulas));
            }
            Global::Rulebook => return self.open_rule(),
            Global::Palette => {
                let palette = Palette::new(self.commands(), &self.words);
                self.overlays.push(Overlay::Palette(palette));
            }
            Global::Back => {
                let top = self.stack.top_mut();
                let id = top.id;
                if let Some(effects) = top.screen.back() {
                    return self.apply(id, effects);
                }
                // From the first screen of a tab one comes back to the overview.
                if !self.stack.pop() {
                    self.stack.go_to(0);
                }
            }
            Global::Log => self.open(&Route::Log),
            Global::Follow => return self.follow(),
            Global::Seat => {
                let seats = Seats::new(self.session_info.seats.clone(), &self.session_info.actor);
                self.overlays.push(Overlay::Seats(seats));
            }
            Global::Redraw => return vec![Request::Redraw],
            Global::Quit => return self.quit(),
        }
        Vec::new()
    }

    /// The rule of what was refused last, or all of them.
    fn open_rule(&mut self) -> Vec<Request> {
        let shown = self.message.as_ref().and_then(|(_, text)| text.rule());
        let Some(at) = shown.or(self.rule.get()).and_then(place) else {
            self.overlays.push(Overlay::Rulebook(Contents::new(&self.words)));
            return Vec::new();
        };
        self.show_rule(at)
    }

    fn show_rule(&mut self, at: usize) -> Vec<Request> {
        self.overlays.push(Overlay::Rule(Page::of(at)));
        Vec::new()
    }

    fn why_not(&self, action: Global) -> Option<Phrase> {
        let refusal = match action {
            Global::Seat if self.session_info.seats.is_empty() => "seat-only-in-demo",
            Global::Follow if self.session_info.table.is_none() => "no-open-meeting",
            Global::Back if self.stack.is_at_the_start() => "nothing-behind",
            _ => return None,
        };
        Some(refuse(refusal).into())
    }
}
