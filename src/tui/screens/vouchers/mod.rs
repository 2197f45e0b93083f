//! The vouchers behind every figure (L1, L2), over 6 Kapital: the newest first, found by number, text or project, each with
//! its postings. Everyone may see them; the secretariat reverses one that is wrong (`Route::Reverse`) and
//! closes a period of the books, which KS opens again.

mod periods;
mod reverse;
#[cfg(test)]
mod stories;

pub(super) use periods::{close, reopen};
pub(super) use reverse::reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::ledger::check_reversible;
use crate::domain::policy::Action as Rule;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::present::vouchers::{COLUMNS, page};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::document;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views;
use crate::usecases::views::ledger::VoucherLine;

/// A text and its amount further apart are no longer seen as one row.
const WIDEST: u16 = 112;

/// The screen.
#[derive(Default)]
pub(super) struct Vouchers {
    list: Listing<VoucherLine>,
    /// The voucher that is read, by its number.
    reading: Option<i64>,
    scroll: Scroll,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    Reverse,
    Filter,
    Close,
    Reopen,
}

impl Vouchers {
    /// The voucher that is read, or else the one that the cursor is on.
    fn selected(&self) -> Option<&VoucherLine> {
        self.read().or_else(|| self.list.selected())
    }

    fn read(&self) -> Option<&VoucherLine> {
        let number = self.reading?;
        self.list.rows().iter().find(|line| line.voucher == number)
    }
}

impl Row for VoucherLine {
    type Key = i64;

    fn key(&self) -> i64 {
        self.voucher
    }

    /// The number, the text, and the accounts, which name the project.
    fn text(&self) -> String {
        let accounts = self
            .postings
            .iter()
            .map(|posting| format!(" {}", posting.account));
        format!("{} {}{}", self.voucher, self.text, accounts.collect::<String>())
    }
}

impl Screen for Vouchers {
    type View = views::Vouchers;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open).helped("vouchers-open-help"),
        Binding::new(
            &[Key::Char('r')],
            Action::Reverse,
            "word-reverse",
            "vouchers-reverse-help",
        )
        .needs(Rule::ReverseEntry),
        Binding::filter(Action::Filter),
        Binding::new(
            &[Key::Char('a')],
            Action::Close,
            "vouchers-close",
            "vouchers-close-help",
        )
        .needs(Rule::ClosePeriod),
        Binding::new(
            &[Key::Char('o')],
            Action::Reopen,
            "vouchers-reopen",
            "vouchers-reopen-help",
        )
        .needs(Rule::ReopenPeriod),
    ];

    fn title(&self) -> Phrase {
        match self.read() {
            Some(line) => phrase("word-voucher-number").with("voucher", line.voucher),
            None => self.list.titled(phrase("vouchers-title")),
        }
    }

    fn view(&self) -> views::Vouchers {
        views::Vouchers
    }

    fn receive(&mut self, lines: Vec<VoucherLine>) {
        self.list.receive(lines);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if self.read().is_some() {
            self.scroll.step(step);
        } else {
            self.list.moved(step);
        }
        Vec::new()
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let Some(line) = self.selected() else {
            let of_one = matches!(action, Action::Open | Action::Reverse);
            return of_one.then(|| refuse("vouchers-none-selected"));
        };
        match action {
            Action::Open => self.read().map(|_| refuse("vouchers-reading")),
            Action::Filter | Action::Close | Action::Reopen => None,
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
            Action::Close => return vec![Effect::Open(Route::ClosePeriod)],
            Action::Reopen => return vec![Effect::Open(Route::ReopenPeriod)],
            Action::Filter => {
                self.reading = None;
                self.list.open_filter();
            }
        }
        Vec::new()
    }

    fn back(&mut self) -> Option<Vec<Effect>> {
        (self.reading.take().is_some() || self.list.back()).then(Vec::new)
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(line) = self.read() {
            document::draw(&page(line, ctx.words), &self.scroll, area, buf, ctx);
            return;
        }
        let place = Rect {
            width: area.width.min(WIDEST),
            ..area
        };
        self.list.render(COLUMNS, "vouchers-none", place, buf, ctx);
    }
}
