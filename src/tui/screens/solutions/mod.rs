//! 8 Løsninger: the projects that the fund has paid to, what has come back of the money, and what is overdue. Everyone
//! may see it; the secretariat registers adoptions, settlements and payments, KS writes off and stops.

mod adopt;
mod detail;
#[cfg(test)]
mod fixtures;
mod keys;
mod list;
mod live;
mod loss;
mod pay;
mod picture;
mod rows;
mod section;
mod steps;
#[cfg(test)]
mod stories;
mod tables;

pub use adopt::adopt;
pub use detail::Detail;
pub use live::go_live;
pub use loss::{stop, write_off};
pub use pay::{pay, refund};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::policy::Action as Rule;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::filter::{Filter, Typed};
use crate::tui::widgets::list::Cursor;
use crate::usecases::views;
use crate::usecases::views::solutions::SolutionLine;
use rows::{Order, Totals};

/// The list as it is filtered and ordered.
#[derive(Default)]
pub struct Solutions {
    order: Order,
    filter: Filter,
    cursor: Cursor,
    derived: Option<Derived>,
}

/// What is made of the view's answer.
struct Derived {
    lines: Vec<SolutionLine>,
    /// What the filter matches, by line.
    texts: Vec<String>,
    /// The lines that are shown, in the order in which they are shown.
    shown: Vec<usize>,
    totals: Totals,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Filter,
    Order,
    RemindAll,
}

impl Solutions {
    fn selected(&self) -> Option<Ref> {
        let derived = self.derived.as_ref()?;
        let at = self.cursor.at(derived.shown.len())?;
        Some(derived.lines[derived.shown[at]].proposal.reference)
    }

    /// Finds the lines anew, and the cursor's project among them.
    fn arrange(&mut self, keep: Option<Ref>) {
        let Some(derived) = &mut self.derived else {
            return;
        };
        let ordered = self.order.sorted(&derived.lines);
        let texts = ordered.iter().map(|at| (*at, derived.texts[*at].as_str()));
        derived.shown = self.filter.find(texts);
        let reference = |at: &usize| derived.lines[*at].proposal.reference;
        let mut shown = derived.shown.iter();
        let at = keep.and_then(|keep| shown.position(|at| reference(at) == keep));
        self.cursor.select(at.unwrap_or(0));
    }
}

impl Screen for Solutions {
    type View = views::Solutions;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open),
        Binding::filter(Action::Filter),
        Binding::new(
            &[Key::Char('o')],
            Action::Order,
            "solutions-order",
            "solutions-order-help",
        ),
        Binding::new(
            &[Key::Char('p')],
            Action::RemindAll,
            "solutions-remind-all",
            "solutions-remind-all-help",
        )
        .needs(Rule::Remind),
    ];

    fn title(&self) -> Phrase {
        phrase("solutions-title").word("order", self.order.key())
    }

    fn view(&self) -> views::Solutions {
        views::Solutions
    }

    fn receive(&mut self, lines: Vec<SolutionLine>) {
        let keep = self.selected();
        let text = |line: &SolutionLine| {
            let proposal = &line.proposal;
            format!("{} {}", proposal.reference, proposal.details.title)
        };
        self.derived = Some(Derived {
            texts: lines.iter().map(text).collect(),
            shown: Vec::new(),
            totals: Totals::of(&lines),
            lines,
        });
        self.arrange(keep);
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if let Some(derived) = &self.derived {
            self.cursor.step(step, derived.shown.len());
        }
        Vec::new()
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let to_remind = self.derived.as_ref().map(|derived| derived.totals.to_remind);
        match action {
            Action::Open if self.selected().is_none() => Some(refuse("solutions-none-selected")),
            Action::RemindAll if to_remind.unwrap_or_default().charges == 0 => {
                Some(refuse("solutions-none-overdue"))
            }
            _ => None,
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let selected = self.selected();
        match action {
            Action::Open => {
                let route = selected.map(Route::Solution);
                return route.map(Effect::Open).into_iter().collect();
            }
            Action::Filter => self.filter.open(),
            Action::Order => {
                self.order = self.order.next();
                self.arrange(selected);
            }
            Action::RemindAll => {
                let totals = self.derived.as_ref().map(|derived| derived.totals);
                return totals.map(steps::remind_all).into_iter().collect();
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
        phrase("solutions-filter-keys")
    }

    fn pasted(&mut self, text: &str) {
        self.filter.paste(text);
        self.arrange(None);
    }

    fn back(&mut self) -> bool {
        let selected = self.selected();
        let taken = self.filter.clear();
        if taken {
            self.arrange(selected);
        }
        taken
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(derived) = &self.derived {
            self.draw(derived, area, buf, ctx);
        }
    }
}

/// What is left of an area below its first rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// An area with a margin at its left.
fn inset(area: Rect) -> Rect {
    let margin = area.width.min(2);
    Rect {
        x: area.x + margin,
        width: area.width - margin,
        ..area
    }
}
