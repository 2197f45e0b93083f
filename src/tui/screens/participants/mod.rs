//! 7 Deltakere: who has joined, who has paid and who is late, one by one or by county, with what the state matches.
//! Everyone may see it; the secretariat registers answers and payments.

mod counties;
mod detail;
mod list;
mod rows;
mod step;
#[cfg(test)]
mod stories;

pub use detail::Detail;
pub use step::{answer, payment};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::participant::{Number, Standing};
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
use crate::usecases::views::Participants as View;
use crate::usecases::views::participants::{Line, ParticipantsData};
use crate::usecases::views::participation::{CountyLine, Tally, by_county};
use rows::{Order, Rows, Status};

/// The screen.
#[derive(Default)]
pub struct Participants {
    status: Status,
    order: Order,
    /// The number of the county that the list is kept to.
    county: Option<String>,
    filter: Filter,
    /// The counties are shown, not the participants.
    by_county: bool,
    cursor: Cursor,
    county_cursor: Cursor,
    derived: Option<Derived>,
}

/// What is made of the view's answer.
struct Derived {
    data: ParticipantsData,
    rows: Rows,
    /// How many there are to search in: those of the chosen status and county.
    kept: usize,
    /// The lines that are shown, in the order in which they are shown.
    shown: Vec<usize>,
    tally: Tally,
    counties: Vec<CountyLine>,
}

impl Participants {
    /// Those that stand in one way.
    #[must_use]
    pub fn at(standing: Standing) -> Self {
        Participants {
            status: Status::Is(standing),
            ..Participants::default()
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Filter,
    Status,
    Order,
    Counties,
    Answer,
    Payment,
}

impl Participants {
    /// Finds anew what is shown, after any of the parameters has changed.
    fn find(&mut self) {
        if let Some(derived) = &mut self.derived {
            let lines = &derived.data.lines;
            let kept = |line: &Line| {
                self.status.holds(line.standing)
                    && self
                        .county
                        .as_ref()
                        .is_none_or(|county| line.row.participant.county_number == *county)
            };
            let ordered = derived.rows.ordered(self.order, lines);
            let kept: Vec<usize> = ordered.into_iter().filter(|at| kept(&lines[*at])).collect();
            derived.kept = kept.len();
            let texts = kept.into_iter().map(|at| (at, derived.rows.text(at)));
            derived.shown = self.filter.find(texts);
        }
        self.cursor.select(0);
    }

    /// The selected participant; none while the counties are shown.
    fn selected(&self) -> Option<&Line> {
        let derived = self.derived.as_ref().filter(|_| !self.by_county)?;
        let at = self.cursor.at(derived.shown.len())?;
        Some(&derived.data.lines[derived.shown[at]])
    }

    fn number(&self) -> Option<Number> {
        self.selected().map(|line| line.row.participant.number.clone())
    }

    fn selected_county(&self) -> Option<&CountyLine> {
        let counties = &self.derived.as_ref()?.counties;
        self.county_cursor.at(counties.len()).map(|at| &counties[at])
    }

    /// Enter opens a participant, or shows the participants of a county.
    fn open(&mut self) -> Vec<Effect> {
        if self.by_county {
            self.county = self.selected_county().map(|county| county.number.clone());
            self.by_county = false;
            self.find();
            return Vec::new();
        }
        let number = self.number().map(Route::Participant);
        number.map(Effect::Open).into_iter().collect()
    }

    /// The name of the county that the list is kept to.
    fn county_name(&self) -> Option<&str> {
        let (county, derived) = (self.county.as_ref()?, self.derived.as_ref()?);
        let line = derived.counties.iter().find(|line| line.number == *county);
        line.map(|line| line.name.as_str())
    }
}

impl Screen for Participants {
    type View = View;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open),
        Binding::filter(Action::Filter),
        Binding::new(
            &[Key::Char('s')],
            Action::Status,
            "participants-status",
            "participants-status-help",
        ),
        Binding::new(
            &[Key::Char('o')],
            Action::Order,
            "participants-order",
            "participants-order-help",
        ),
        Binding::new(
            &[Key::Tab, Key::BackTab],
            Action::Counties,
            "participants-counties",
            "participants-counties-help",
        ),
        Binding::new(
            &[Key::Char('a')],
            Action::Answer,
            "participants-answer",
            "participants-answer-help",
        )
        .needs(Rule::RegisterAnswer),
        Binding::new(
            &[Key::Char('p')],
            Action::Payment,
            "participants-payment",
            "participants-payment-help",
        )
        .needs(Rule::RegisterPayment),
    ];

    fn title(&self) -> Phrase {
        if self.by_county {
            return phrase("participants-title-counties");
        }
        let title = match self.county_name() {
            Some(county) => phrase("participants-title-county").with("county", county),
            None => phrase("participants-title"),
        };
        title
            .word("status", self.status.key())
            .word("order", self.order.key())
    }

    fn view(&self) -> View {
        View
    }

    fn receive(&mut self, data: ParticipantsData) {
        let at = self.number();
        self.derived = Some(Derived {
            rows: Rows::of(&data.lines),
            kept: 0,
            shown: Vec::new(),
            tally: Tally::of(data.lines.iter()),
            counties: by_county(&data.lines),
            data,
        });
        self.find();
        // The cursor stays with the participant, wherever it has gone.
        let derived = self.derived.as_ref();
        let place = at.zip(derived).and_then(|(number, derived)| {
            let mut shown = derived.shown.iter();
            shown.position(|line| derived.data.lines[*line].row.participant.number == number)
        });
        self.cursor.select(place.unwrap_or(0));
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if let Some(derived) = &self.derived {
            if self.by_county {
                self.county_cursor.step(step, derived.counties.len());
            } else {
                self.cursor.step(step, derived.shown.len());
            }
        }
        Vec::new()
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let list_only = matches!(action, Action::Filter | Action::Status | Action::Order);
        if self.by_county && list_only {
            return Some(refuse("participants-list-only"));
        }
        let none = self.selected().is_none();
        match action {
            Action::Answer | Action::Payment if none => Some(refuse("participants-none-selected")),
            Action::Open if none && !self.by_county => Some(refuse("participants-none-selected")),
            Action::Payment => self.selected().and_then(step::why_no_payment),
            _ => None,
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => return self.open(),
            Action::Filter => self.filter.open(),
            Action::Status => {
                self.status = self.status.next();
                self.find();
            }
            Action::Order => {
                self.order = self.order.next();
                self.find();
            }
            Action::Counties => self.by_county = !self.by_county,
            Action::Answer => {
                let route = self.number().map(Route::Answer);
                return route.map(Effect::Open).into_iter().collect();
            }
            Action::Payment => {
                let route = self.number().map(Route::Payment);
                return route.map(Effect::Open).into_iter().collect();
            }
        }
        Vec::new()
    }

    fn typing(&self) -> bool {
        self.filter.is_open()
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match (self.filter.key(key), key) {
            (Typed::Changed, _) => self.find(),
            (Typed::Pass, Key::Down) => return self.moved(Move::Down),
            (Typed::Pass, Key::Up) => return self.moved(Move::Up),
            (Typed::Kept | Typed::Pass, _) => {}
        }
        Vec::new()
    }

    fn typing_hint(&self) -> Phrase {
        phrase("participants-filter-keys")
    }

    fn pasted(&mut self, text: &str) {
        self.filter.paste(text);
        self.find();
    }

    /// Esc takes away the search, then the county, then the status.
    fn back(&mut self) -> bool {
        let taken = if self.by_county {
            std::mem::take(&mut self.by_county)
        } else {
            self.filter.clear()
                || self.county.take().is_some()
                || std::mem::take(&mut self.status) != Status::default()
        };
        if taken {
            self.find();
        }
        taken
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(derived) = &self.derived {
            self.draw(derived, area, buf, ctx);
        }
    }
}
