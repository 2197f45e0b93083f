//! For tests of screens: keys as a string, drawing into text, and a story with a fund that has the answers
//! ready. Nothing here waits for time.

mod clash;
mod demo_fund;

use std::any::Any;
use std::collections::BTreeSet;
use std::io;

use jiff::civil::{Date, date};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use crate::domain::policy::{Actor, Role};
use crate::domain::refusal::Refusal;
use crate::i18n::{Lang, Words};
use crate::tui::app::App;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Event, Request};
use crate::tui::frame::layout;
use crate::tui::fund_access::{Data, FundAccess, Query, SessionInfo};
use crate::tui::key::Key;
use crate::tui::keymap::{MOVES, Row};
use crate::tui::route::Route;
use crate::tui::runtime::fund_thread::carry_out;
use crate::tui::screen::Screens;
pub(crate) use crate::tui::screens::SCREENS;
use crate::tui::terminal::paint;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::width;
use crate::usecases::views::View;
use crate::usecases::views::on_the_table::Table;
use crate::usecases::{Change, OpError, Outcome, UseCase, Watch};
pub(crate) use clash::clash;
pub(crate) use demo_fund::{DemoClock, demo, without_votes};

/// Reads keys as `jj<Enter>?`; `<C-p>` is Ctrl-P and `<lt>` a less-than sign.
pub(crate) fn keys(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        let Some((name, tail)) = named else {
            keys.push(Key::Char(c));
            rest = &rest[c.len_utf8()..];
            continue;
        };
        keys.push(match name {
            "Enter" => Key::Enter,
            "Esc" => Key::Esc,
            "Tab" => Key::Tab,
            "S-Tab" => Key::BackTab,
            "BS" => Key::Backspace,
            "Del" => Key::Delete,
            "Up" => Key::Up,
            "Down" => Key::Down,
            "Left" => Key::Left,
            "Right" => Key::Right,
            "PgUp" => Key::PageUp,
            "PgDn" => Key::PageDown,
            "Home" => Key::Home,
            "End" => Key::End,
            "F1" => Key::F(1),
            "F2" => Key::F(2),
            "lt" => Key::Char('<'),
            _ => Key::Ctrl(
                name.strip_prefix("C-")
                    .and_then(|c| c.chars().next())
                    .expect("a key that exists"),
            ),
        });
        rest = tail;
    }
    keys
}

/// What it costs to turn one picture into another on a terminal.
pub(crate) fn bytes_between(before: &Buffer, after: &Buffer) -> usize {
    let mut bytes = Vec::new();
    paint(&mut bytes, before.diff(after)).expect("a vector takes every byte");
    bytes.len()
}

/// A person with roles.
pub(crate) fn person(roles: &[Role]) -> Actor {
    let roles: BTreeSet<Role> = roles.iter().copied().collect();
    Actor {
        handle: "kari".into(),
        name: "Kari Nordmann".into(),
        roles,
        administrator: false,
    }
}

/// Draws a widget in bokmål and without colour.
pub(crate) fn draw(size: (u16, u16), render: impl FnOnce(Rect, &mut Buffer, &Ctx<'_>)) -> String {
    draw_with(Theme::new(false, false), size, render)
}

pub(crate) fn draw_ascii(size: (u16, u16), render: impl FnOnce(Rect, &mut Buffer, &Ctx<'_>)) -> String {
    draw_with(Theme::new(false, true), size, render)
}

/// The widget stands away from the edge of the buffer, so that one that draws outside its area is found out.
fn draw_with(
    theme: Theme,
    (wide, tall): (u16, u16),
    render: impl FnOnce(Rect, &mut Buffer, &Ctx<'_>),
) -> String {
    let words = Words::new(Lang::Nb);
    let actor = person(&[Role::Member]);
    let area = Rect::new(2, 1, wide, tall);
    let mut buf = Buffer::empty(Rect::new(0, 0, wide + 4, tall + 2));
    render(
        area,
        &mut buf,
        &Ctx {
            words: &words,
            theme,
            actor: &actor,
            key: None,
            rule: &std::cell::Cell::default(),
            cursor: &std::cell::Cell::default(),
        },
    );
    theme.settle(&mut buf);
    for y in 0..buf.area.height {
        for x in 0..buf.area.width {
            assert!(
                area.contains((x, y).into()) || buf[(x, y)] == Cell::default(),
                "drawn outside its area at {x},{y}: {:?}",
                buf[(x, y)]
            );
        }
    }
    lines(&part(&buf, area))
}

/// What stands in an area of a buffer.
fn part(buf: &Buffer, area: Rect) -> Buffer {
    let mut part = Buffer::empty(area);
    for place in area.positions() {
        part[place] = buf[place].clone();
    }
    part
}

/// Answers a question of one type from what was laid ready.
type Answer = Box<dyn Fn(&Query) -> Option<Result<Data, OpError>> + Send>;

/// What comes of a step.
type Taken = Box<dyn Fn(&dyn UseCase) -> Result<Outcome, OpError> + Send>;

/// A fund with answers laid ready, which writes down the steps.
pub(crate) struct Ready {
    session_info: SessionInfo,
    answers: Vec<Answer>,
    outcome: Taken,
    rehearsal: Taken,
    /// The steps that were taken, as their debug form.
    pub taken: Vec<String>,
}

impl Ready {
    pub(crate) fn new(actor: Actor) -> Self {
        let session_info = SessionInfo {
            actor,
            today: date(2018, 5, 7),
            demo: false,
            key: None,
            seats: Vec::new(),
            table: None,
        };
        Ready {
            session_info,
            answers: Vec::new(),
            outcome: Box::new(|_| Ok(Outcome::new("tui-save", "x"))),
            rehearsal: Box::new(|_| Ok(Outcome::new("tui-save", "x"))),
            taken: Vec::new(),
        }
    }

    /// Lays an answer ready for all questions of a type.
    #[must_use]
    pub(crate) fn with<V: View + 'static>(
        mut self,
        answer: impl Fn(&V) -> Result<V::Data, OpError> + Send + 'static,
    ) -> Self
    where
        V::Data: Send + 'static,
    {
        self.answers.push(Box::new(move |query| {
            let view = query.as_view::<V>()?;
            Some(answer(view).map(|data| Box::new(data) as Box<dyn Any + Send>))
        }));
        self
    }

    #[must_use]
    pub(crate) fn seats(mut self, seats: Vec<Actor>) -> Self {
        self.session_info.demo = !seats.is_empty();
        self.session_info.seats = seats;
        self
    }

    #[must_use]
    pub(crate) fn outcome(
        mut self,
        outcome: impl Fn(&dyn UseCase) -> Result<Outcome, OpError> + Send + 'static,
    ) -> Self {
        self.outcome = Box::new(outcome);
        self
    }
}

impl Ready {
    /// What a step is refused with before anything is asked about it.
    #[must_use]
    pub(crate) fn refusing(mut self, refusal: impl Fn() -> Refusal + Send + 'static) -> Self {
        self.rehearsal = Box::new(move |_| Err(refusal().into()));
        self
    }
}

impl FundAccess for Ready {
    fn answer(&mut self, query: &Query) -> Result<Data, OpError> {
        self.answers
            .iter()
            .find_map(|answer| answer(query))
            .unwrap_or_else(|| panic!("no answer to {query:?}"))
    }
    fn take(&mut self, step: &dyn UseCase) -> Result<Outcome, OpError> {
        self.taken.push(format!("{step:?}"));
        (self.outcome)(step)
    }
    fn rehearse(&mut self, step: &dyn UseCase) -> Result<Outcome, OpError> {
        (self.rehearsal)(step)
    }
    fn news(&mut self) -> Result<Option<Vec<Change>>, OpError> {
        Ok(None)
    }
    fn watch(&self) -> io::Result<Watch> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn today(&self) -> Date {
        self.session_info.today
    }
    fn session_info(&mut self) -> Result<SessionInfo, OpError> {
        Ok(self.session_info.clone())
    }
    fn table(&mut self) -> Result<Option<Table>, OpError> {
        Ok(self.session_info.table.clone())
    }
    fn sit_as(&mut self, handle: &str) -> Result<(), OpError> {
        let seat = self.session_info.seats.iter().find(|seat| seat.handle == handle);
        self.session_info.actor = seat.expect("a seat of the demo").clone();
        Ok(())
    }
}

/// Keys in, screens out: the app with a fund, without threads and without a terminal.
pub(crate) struct Story<C: FundAccess = Ready> {
    pub app: App,
    pub fund: C,
    pub quit: bool,
}

impl<C: FundAccess> Story<C> {
    pub(crate) fn new(screens: Screens, start: &Route, fund: C) -> Self {
        Self::with_theme(screens, start, fund, Theme::new(false, false))
    }

    pub(crate) fn with_theme(screens: Screens, start: &Route, mut fund: C, theme: Theme) -> Self {
        let session_info = fund.session_info().expect("a session_info");
        let app = App::new(screens, start, Words::new(Lang::Nb), theme, session_info);
        let mut story = Story {
            app,
            fund,
            quit: false,
        };
        let requests = story.app.start();
        story.serve(requests);
        // A list learns its height when it is drawn.
        story.screen(80, 24);
        story
    }

    pub(crate) fn press(&mut self, text: &str) -> &mut Self {
        for key in keys(text) {
            self.event(Event::Key(key));
        }
        self
    }

    pub(crate) fn event(&mut self, event: Event) -> &mut Self {
        let key = match event {
            Event::Key(key) => Some(key),
            _ => None,
        };
        let beneath = self.app.mode().is_none().then(|| self.app.own_keys());
        let requests = self.app.update(event);
        self.serve(requests);
        self.check_letter(key, &beneath.unwrap_or_default());
        self.screen(80, 24);
        self
    }

    /// The letter that answers a question does nothing else on the screen that it is asked on, unless it asked: a person who
    /// means the screen must not answer with it.
    fn check_letter(&self, asked_by: Option<Key>, beneath: &[Row]) {
        let mode = self.app.mode().unwrap_or_default();
        let Some(yes) = mode.rows.first().filter(|row| row.help == "tui-yes-help") else {
            return;
        };
        let leaves = [Some(Key::Char('q')), Some(Key::Ctrl('c'))].contains(&asked_by);
        // A move of the cursor does nothing, and the program is left from everywhere.
        let moves = |row: &Row| MOVES.iter().any(|binding| binding.keys == row.keys);
        let asked = |row: &Row| row.keys.iter().any(|key| Some(*key) == asked_by);
        let acts = |row: &&Row| !leaves && row.why_not.is_none() && !moves(row) && !asked(row);
        for row in beneath.iter().filter(acts) {
            let both = row.keys.iter().find(|key| yes.keys.contains(key));
            assert_eq!(both, None, "{} and {}", yes.label, row.label);
        }
    }

    fn serve(&mut self, mut requests: Vec<Request>) {
        while !requests.is_empty() {
            let request = requests.remove(0);
            self.quit |= matches!(request, Request::Quit);
            if let Some(event) = carry_out(&mut self.fund, request) {
                let more = self.app.update(event);
                requests.extend(more);
            }
        }
    }

    /// The terminal as text.
    pub(crate) fn screen(&self, wide: u16, tall: u16) -> String {
        lines(&self.buffer(wide, tall))
    }

    /// The title and what is under it. The tabs and the last line are left out: they are the same around every screen,
    /// and what each screen says on its last line is in one snapshot for all of them.
    pub(crate) fn body(&self, wide: u16, tall: u16) -> String {
        let rows = layout(Rect::new(0, 0, wide, tall));
        lines(&part(&self.buffer(wide, tall), rows.title.union(rows.body)))
    }

    /// The last line: the keys, or what is said in place of them.
    pub(crate) fn foot(&self, wide: u16, tall: u16) -> String {
        let rows = layout(Rect::new(0, 0, wide, tall));
        lines(&part(&self.buffer(wide, tall), rows.foot))
    }

    pub(crate) fn buffer(&self, wide: u16, tall: u16) -> Buffer {
        let area = Rect::new(0, 0, wide, tall);
        let mut buf = Buffer::empty(area);
        self.app.render(area, &mut buf);
        buf
    }

    /// Where the cursor stands: the row and what is drawn on it.
    pub(crate) fn cursor(&self, wide: u16, tall: u16) -> (Position, String) {
        let area = Rect::new(0, 0, wide, tall);
        let mut buf = Buffer::empty(area);
        let at = self.app.render(area, &mut buf);
        let row = Rect {
            y: at.y,
            height: 1,
            ..area
        };
        (at, lines(&part(&buf, row)).trim_end().to_owned())
    }
}

/// The text of a buffer, without blanks at the end of its rows and without empty rows at its end.
fn lines(buf: &Buffer) -> String {
    let mut text = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut row = String::new();
        let mut covered = 0;
        for x in buf.area.left()..buf.area.right() {
            // A wide character covers the cell after it.
            if covered > 0 {
                covered -= 1;
                continue;
            }
            let symbol = buf.cell((x, y)).map_or(" ", |cell| cell.symbol());
            covered = width(symbol).saturating_sub(1);
            row.push_str(symbol);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    let end = text.trim_end_matches('\n').len();
    text.truncate(end);
    text.push('\n');
    text
}
