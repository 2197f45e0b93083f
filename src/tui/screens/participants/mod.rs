//! 7 Deltakere: who has joined, who has paid and who is late, one by one or by county, with what the state matches.
//! Everyone may see it; the secretariat registers answers and payments.

mod detail;
mod keys;
mod list;
mod rows;
mod step;
#[cfg(test)]
mod stories;
mod sum;

pub(super) use detail::Detail;
pub(super) use step::{answer, payment};
pub(super) use sum::{Deed, sum};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::capital::Capital;
use crate::domain::contribution::Standing;
use crate::domain::participant::Number;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views::Participants as View;
use crate::usecases::views::participants::{Line, ParticipantsData};
use crate::usecases::views::participation::{CountyLine, Tally, by_county};
use keys::{answers, pays};
use rows::{ORDERS, Status};

/// The screen.
pub(super) struct Participants {
    status: Status,
    /// The number of the county that the list is kept to.
    county: Option<String>,
    list: Listing<Line>,
    /// The counties are shown, not the participants.
    by_county: bool,
    counties: Listing<CountyLine>,
    derived: Option<Derived>,
}

/// What is made of the view's answer besides the rows.
struct Derived {
    tally: Tally,
    capital: Capital,
}

impl Default for Participants {
    fn default() -> Self {
        Participants {
            status: Status::default(),
            county: None,
            list: Listing::ordered(ORDERS),
            by_county: false,
            counties: Listing::default(),
            derived: None,
        }
    }
}

impl Participants {
    /// Those that stand in one way.
    #[must_use]
    pub(super) fn at(standing: Standing) -> Self {
        let mut some = Participants {
            status: Status::Is(standing),
            ..Participants::default()
        };
        some.keep();
        some
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    Filter,
    Status,
    Order,
    Counties,
    Answer,
    Payment,
}

impl Participants {
    /// Keeps the list to the status and the county that are chosen.
    fn keep(&mut self) {
        let (status, county) = (self.status, self.county.clone());
        self.list
            .keep_to(move |line| status.holds(line.standing) && is_in(line, county.as_deref()));
    }

    /// The next status that somebody has of those that the list may show: an empty list tells nothing.
    fn next_status(&self) -> Status {
        let county = self.county.as_deref();
        let of_county = || self.list.rows().iter().filter(|line| is_in(line, county));
        let mut following = self.status.following();
        following
            .find(|status| of_county().any(|line| status.holds(line.standing)))
            .unwrap_or_default()
    }

    /// The selected participant; none while the counties are shown.
    fn selected(&self) -> Option<&Line> {
        self.list.selected().filter(|_| !self.by_county)
    }

    /// Enter opens a participant, or shows the participants of a county.
    fn open(&mut self) -> Vec<Effect> {
        if self.by_county {
            self.county = self.counties.selected().map(Row::key);
            self.by_county = false;
            self.keep();
            return Vec::new();
        }
        self.go(Route::Participant)
    }

    fn go(&self, to: fn(Number) -> Route) -> Vec<Effect> {
        let route = self.selected().map(|line| to(line.key()));
        route.map(Effect::Open).into_iter().collect()
    }

    /// The name of the county that the list is kept to.
    fn county_name(&self) -> Option<&str> {
        let county = self.county.as_ref()?;
        let line = self.counties.rows().iter().find(|line| line.number == *county);
        line.map(|line| line.name.as_str())
    }
}

/// Whether a participant is in a county, where the list is kept to one.
fn is_in(line: &Line, county: Option<&str>) -> bool {
    county.is_none_or(|county| county == line.row.participant.county_number)
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
            "word-status",
            "participants-status-help",
        ),
        Binding::sort(Action::Order, "participants-order-help"),
        Binding::new(
            &[Key::Tab, Key::BackTab],
            Action::Counties,
            "participants-counties",
            "participants-counties-help",
        ),
        answers(Action::Answer),
        pays(Action::Payment),
    ];

    fn title(&self) -> Phrase {
        if self.by_county {
            return phrase("participants-title-counties");
        }
        let title = match self.county_name() {
            Some(county) => phrase("participants-title-county").with("county", county),
            None => phrase("participants-title"),
        };
        self.list.titled(title).word("status", self.status.key())
    }

    fn view(&self) -> View {
        View
    }

    fn receive(&mut self, data: ParticipantsData) {
        self.derived = Some(Derived {
            tally: Tally::of(data.lines.iter()),
            capital: data.capital,
        });
        self.counties.receive(by_county(&data.lines));
        self.list.receive(data.lines);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(if self.by_county {
            &self.counties
        } else {
            &self.list
        })
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(if self.by_county {
            &mut self.counties
        } else {
            &mut self.list
        })
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
            Action::Payment => self.selected().and_then(Line::why_no_payment),
            _ => None,
        }
    }

    fn label_of(&self, action: Action) -> Option<&'static str> {
        (action == Action::Counties && self.by_county).then_some("word-participants")
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => return self.open(),
            Action::Filter => self.list.open_filter(),
            Action::Status => {
                self.status = self.next_status();
                self.keep();
            }
            Action::Order => self.list.next_order(),
            Action::Counties => self.by_county = !self.by_county,
            Action::Answer => return self.go(Route::Answer),
            Action::Payment => return self.go(Route::Payment),
        }
        Vec::new()
    }

    /// Esc takes away the search, then the county, then the status.
    fn back(&mut self) -> Option<Vec<Effect>> {
        if self.by_county {
            self.by_county = false;
            return Some(Vec::new());
        }
        let taken = self.list.back()
            || self.county.take().is_some()
            || std::mem::take(&mut self.status) != Status::default();
        if taken {
            self.keep();
        }
        taken.then(Vec::new)
    }

    fn back_label(&self) -> Option<&'static str> {
        if self.by_county {
            return None;
        }
        let kept = self.county.is_some() || self.status != Status::default();
        if self.list.is_searched() {
            Some("tui-filter-forget")
        } else {
            kept.then_some("tui-drop-selection")
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(derived) = &self.derived {
            self.draw(derived, area, buf, ctx);
        }
    }
}
