//! The vouchers behind every figure (L1, L2), over 6 Kapital: the newest first, found by number, text or project, each with
//! its postings. Everyone may see them; the secretariat reverses one that is wrong (`Route::Reverse`).

mod list;
mod reverse;
#[cfg(test)]
mod stories;

pub use reverse::reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::ledger::check_reversible;
use crate::domain::policy::Action as Rule;
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::filter::{Filter, Typed};
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views;
use crate::usecases::views::ledger::VoucherLine;

/// The screen.
#[derive(Default)]
pub struct Vouchers {
    filter: Filter,
    cursor: Cursor,
    /// The voucher that is read, by its number.
    reading: Option<i64>,
    scroll: Scroll,
    lines: Option<Vec<VoucherLine>>,
    /// The lines that are shown.
    shown: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Reverse,
    Filter,
}

impl Vouchers {
    fn lines(&self) -> &[VoucherLine] {
        self.lines.as_deref().unwrap_or_default()
    }

    /// The voucher that is read, or else the one that the cursor is on.
    fn selected(&self) -> Option<&VoucherLine> {
        self.read().or_else(|| {
            let at = self.cursor.at(self.shown.len())?;
            Some(&self.lines()[self.shown[at]])
        })
    }

    fn read(&self) -> Option<&VoucherLine> {
        let number = self.reading?;
        self.lines().iter().find(|line| line.voucher == number)
    }

    /// Finds the lines anew, and the cursor's voucher among them.
    fn arrange(&mut self, keep: Option<i64>) {
        let texts: Vec<String> = self.lines().iter().map(found_by).collect();
        self.shown = self.filter.find(texts.iter().map(String::as_str).enumerate());
        // A number that is typed in full is meant before all that only looks like it.
        if let Ok(number) = self.filter.text().trim().parse::<i64>() {
            let lines = self.lines.as_deref().unwrap_or_default();
            self.shown.sort_by_key(|at| lines[*at].voucher != number);
        }
        let place = |number| {
            self.shown
                .iter()
                .position(|at| self.lines()[*at].voucher == number)
        };
        let at = keep.and_then(place);
        self.cursor.select(at.unwrap_or(0));
    }
}

/// What the filter matches: the number, the text, and the accounts, which name the project.
fn found_by(line: &VoucherLine) -> String {
    let accounts = line
        .postings
        .iter()
        .map(|posting| format!(" {}", posting.account));
    format!("{} {}{}", line.voucher, line.text, accounts.collect::<String>())
}

impl Screen for Vouchers {
    type View = views::Vouchers;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open),
        Binding::new(
            &[Key::Char('r')],
            Action::Reverse,
            "vouchers-reverse",
            "vouchers-reverse-help",
        )
        .needs(Rule::ReverseEntry),
        Binding::filter(Action::Filter),
    ];

    fn title(&self) -> Phrase {
        match self.read() {
            Some(line) => phrase("vouchers-title-one").with("voucher", line.voucher),
            None => phrase("vouchers-title").with("count", self.lines().len()),
        }
    }

    fn view(&self) -> views::Vouchers {
        views::Vouchers
    }

    fn receive(&mut self, lines: Vec<VoucherLine>) {
        let keep = self.selected().map(|line| line.voucher);
        self.lines = Some(lines);
        self.arrange(keep);
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if self.read().is_some() {
            self.scroll.step(step);
        } else {
            self.cursor.step(step, self.shown.len());
        }
        Vec::new()
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let Some(line) = self.selected() else {
            return (action != Action::Filter).then(|| refuse("vouchers-none-selected"));
        };
        match action {
            Action::Open => self.read().map(|_| refuse("vouchers-reading")),
            Action::Filter => None,
            Action::Reverse => {
                check_reversible(line.voucher, line.event, line.reverses, line.reversed_by).err()
            }
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let selected = self.selected().map(|line| line.voucher);
        match action {
            Action::Open => {
                self.reading = selected;
                self.scroll = Scroll::default();
            }
            Action::Reverse => {
                let route = selected.map(Route::Reverse);
                return route.map(Effect::Open).into_iter().collect();
            }
            Action::Filter => {
                self.reading = None;
                self.filter.open();
            }
        }
        Vec::new()
    }

    fn typing(&self) -> bool {
        self.filter.is_open()
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match (self.filter.key(key), key) {
            (Typed::Changed, _) => self.arrange(None),
            (Typed::Pass, Key::Down) => return self.moved(Move::Down),
            (Typed::Pass, Key::Up) => return self.moved(Move::Up),
            (Typed::Kept | Typed::Pass, _) => {}
        }
        Vec::new()
    }

    fn typing_hint(&self) -> Phrase {
        phrase("vouchers-filter-keys")
    }

    fn pasted(&mut self, text: &str) {
        self.filter.paste(text);
        self.arrange(None);
    }

    fn back(&mut self) -> bool {
        let keep = self.selected().map(|line| line.voucher);
        if self.reading.take().is_some() {
            return true;
        }
        let taken = self.filter.clear();
        if taken {
            self.arrange(keep);
        }
        taken
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if self.lines.is_none() {
            return;
        }
        match self.read() {
            Some(line) => list::page(line, &self.scroll, area, buf, ctx),
            None => self.list(area, buf, ctx),
        }
    }
}
