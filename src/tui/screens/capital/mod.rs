//! 6 Kapital: what is expected of the capital and what if (F5), where the money comes from, what is free, the commitments and
//! the disbursements that wait for approval. Everyone may see it and try what-ifs; the secretariat registers
//! disbursements, KS approves and releases. In a narrow terminal one section at a time; in a wide one two pages, with
//! the keys on one of the parts that take them.

mod ahead;
mod books;
mod keys;
mod lists;
mod past;
mod picture;
mod quarters;
mod questions;
mod save;
mod scenario;
mod step;
#[cfg(test)]
mod stories;

pub(super) use keys::Action;
pub(super) use past::Saved;
pub(super) use save::save;
pub(super) use step::{disburse, release};

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use strum::{IntoStaticStr, VariantArray};

use crate::domain::calendar::Quarter;
use crate::domain::commitment::Payee;
use crate::domain::forecast::{SamplingError, SavedQuarter, Settings};
use crate::domain::policy::Subject;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::present::forecast::quarters;
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::keymap::{Binding, Move};
use crate::tui::parts::Parts;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views::CapitalBoard;
use crate::usecases::views::capital_board::{CapitalBoardData, DisbursementLine};
use crate::usecases::views::commitments::CommitmentLine;
use crate::usecases::views::forecast::{Ahead, ForecastData};
use scenario::Scenario;

/// From this width on sections share a page.
const WIDE: u16 = 120;

/// The parts of the screen, in the order in which Tab goes through them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case", prefix = "capital-")]
enum Section {
    #[default]
    Ahead,
    Quarters,
    Sources,
    Free,
    Commitments,
    Waiting,
}

impl Section {
    /// Whether keys do something in it. In a wide terminal Tab stops at these only.
    fn takes_keys(self) -> bool {
        !matches!(self, Section::Sources | Section::Free)
    }

    /// What lies ahead.
    fn looks_ahead(self) -> bool {
        matches!(self, Section::Ahead | Section::Quarters)
    }

    /// Whether its figures are those of what is tried (F5); the books are what they are, whatever is tried.
    fn follows(self) -> bool {
        self.looks_ahead() || self == Section::Free
    }
}

/// The screen.
#[derive(Default)]
pub(super) struct Capital {
    section: Section,
    /// How the figures come about stands beside them.
    workings: bool,
    scenario: Scenario,
    quarters: Listing<SavedQuarter>,
    commitments: Listing<CommitmentLine>,
    /// Those that wait, and after them those that are approved and dated ahead.
    disbursements: Listing<DisbursementLine>,
    forecast: Option<ForecastData>,
    derived: Option<Derived>,
    /// Whether the last drawing had room for pages of sections.
    wide: Cell<bool>,
    /// Whether it had the settings on it.
    settings_seen: Cell<bool>,
}

/// What is worked out once of what was read.
struct Derived {
    /// The expected path without what-ifs.
    as_it_is: Ahead,
    error: SamplingError,
}

impl Capital {
    /// Opened at what waits for approval.
    #[must_use]
    pub(super) fn approvals() -> Self {
        Capital {
            section: Section::Waiting,
            ..Capital::default()
        }
    }

    /// The section that the keys go to.
    fn focus(&self) -> Section {
        match self.section {
            section if section.takes_keys() || !self.wide.get() => section,
            _ => Section::Commitments,
        }
    }

    /// The sections that Tab stops at.
    fn parts(&self) -> Parts<Section> {
        let wide = self.wide.get();
        let all = Section::VARIANTS.iter().copied();
        Parts::new(all.filter(|section| !wide || section.takes_keys()), self.focus())
    }

    /// Nothing is turned that isn't seen.
    fn settings_at_hand(&self) -> bool {
        match self.focus() {
            Section::Ahead => true,
            focus => focus.looks_ahead() && self.settings_seen.get(),
        }
    }

    /// Where the settings are, and by which key one comes there soonest.
    fn way_to_the_settings(&self) -> Refusal {
        let (key, times) = self.parts().way_to_the_first();
        refuse("capital-settings-elsewhere")
            .word("key", key)
            .with("times", times)
    }

    /// How many disbursements wait for approval.
    fn waiting_count(&self) -> usize {
        let lines = self.disbursements.rows().iter();
        lines.filter(|line| line.disbursement.waits()).count()
    }

    fn commitment(&self) -> Option<&CommitmentLine> {
        let selected = self.commitments.selected();
        selected.filter(|_| self.focus() == Section::Commitments)
    }

    fn selected_disbursement(&self) -> Option<&DisbursementLine> {
        let selected = self.disbursements.selected();
        selected.filter(|_| self.focus() == Section::Waiting)
    }

    /// The proposal or the participant of the selected row.
    fn selected(&self) -> Option<Route> {
        if let Some(line) = self.commitment() {
            return Some(Route::Proposal(line.reference.to_string()));
        }
        Some(match &self.selected_disbursement()?.disbursement.payee {
            Payee::Project(reference) => Route::Proposal(reference.to_string()),
            Payee::Participant(number) => Route::Participant(number.clone()),
        })
    }
}

impl Row for SavedQuarter {
    type Key = Quarter;

    fn key(&self) -> Quarter {
        self.row.quarter
    }
}

impl Row for CommitmentLine {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.reference
    }
}

impl Row for DisbursementLine {
    type Key = i64;

    fn key(&self) -> i64 {
        self.disbursement.id
    }
}

/// Why nothing is to be done about a disbursement any more: it is only to be paid.
fn approved(line: &DisbursementLine) -> Option<Refusal> {
    let approval = line.disbursement.approved.as_ref()?;
    let refusal = refuse("disbursement-approved")
        .rule("L6")
        .with("id", line.disbursement.id);
    Some(
        refusal
            .with("by", line.approved_by.as_str())
            .with("voucher", approval.voucher),
    )
}

impl Screen for Capital {
    type View = CapitalBoard;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = keys::KEYS;

    fn title(&self) -> Phrase {
        match &self.forecast {
            Some(forecast) => {
                let key = if self.scenario.is_on() && self.focus().follows() {
                    "capital-title-what-if"
                } else {
                    "capital-title"
                };
                phrase(key).with("date", forecast.capital.as_of)
            }
            None => phrase("capital-tab"),
        }
    }

    fn view(&self) -> CapitalBoard {
        CapitalBoard {
            what_if: self.scenario.what_if().clone(),
            settings: Settings::default(),
        }
    }

    fn receive(&mut self, data: CapitalBoardData) {
        self.derived = Some(Derived {
            as_it_is: Ahead::of(data.forecast.facts.clone()),
            error: data.forecast.outlook.sampling_error(),
        });
        self.quarters.receive(quarters(&data.forecast));
        self.commitments.receive(data.commitments);
        self.disbursements.receive([data.waiting, data.ahead].concat());
        self.forecast = Some(data.forecast);
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        match self.focus() {
            Section::Ahead => self.scenario.step(step),
            Section::Quarters => self.quarters.moved(step),
            Section::Commitments => self.commitments.moved(step),
            Section::Waiting => self.disbursements.moved(step),
            Section::Sources | Section::Free => {}
        }
        Vec::new()
    }

    fn subject(&self) -> Subject {
        let waiting = self.selected_disbursement();
        Subject::Disbursement {
            registered_by_actor: waiting.is_some_and(|line| line.own && line.disbursement.waits()),
        }
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let (commitment, waiting) = (self.commitment(), self.selected_disbursement());
        match action {
            Action::More | Action::Less if !self.settings_at_hand() => Some(self.way_to_the_settings()),
            Action::More | Action::Less => {
                let facts = &self.forecast.as_ref()?.facts;
                self.scenario.check(action == Action::More, facts).err()
            }
            Action::Undo if !self.scenario.can_undo() => Some(refuse("nothing-to-undo")),
            Action::Reset if !self.scenario.is_on() => Some(refuse("what-if-off")),
            Action::Save if !self.focus().looks_ahead() => Some(refuse("capital-save-elsewhere")),
            Action::Save if self.scenario.is_on() => Some(refuse("forecast-what-if-on").rule("F5")),
            Action::Open if self.selected().is_none() => Some(refuse("capital-nothing-selected")),
            Action::Approve | Action::Withdraw => match waiting {
                Some(line) => approved(line),
                None => Some(refuse("capital-no-waiting-selected")),
            },
            Action::Disburse | Action::Release if commitment.is_none() => {
                Some(refuse("capital-no-commitment-selected"))
            }
            Action::Disburse if commitment.is_some_and(|line| line.next.is_none()) => {
                Some(refuse("capital-nothing-to-disburse").rule("K4"))
            }
            Action::Release if commitment.is_some_and(|line| !line.standing.outstanding().is_positive()) => {
                Some(refuse("capital-nothing-to-release").rule("K4"))
            }
            _ => None,
        }
    }

    fn label_of(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Next => self.parts().next_label(),
            Action::Previous => self.parts().previous_label(),
            _ => None,
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let turned = match action {
            Action::More | Action::Less => match &self.forecast {
                Some(forecast) => self.scenario.turn(action == Action::More, &forecast.facts),
                None => false,
            },
            Action::Undo => self.scenario.undo(),
            Action::Reset => self.scenario.reset(),
            _ => false,
        };
        if turned {
            return vec![Effect::Reload];
        }
        let commitment =
            |to: fn(Ref) -> Route| self.commitment().map(|line| Effect::Open(to(line.reference)));
        let effect = match action {
            Action::Next => {
                self.section = self.parts().next();
                None
            }
            Action::Previous => {
                self.section = self.parts().previous();
                None
            }
            Action::Workings => {
                self.workings = !self.workings;
                None
            }
            Action::Open => self.selected().map(Effect::Open),
            Action::Approve => self.approve(),
            Action::Withdraw => self.withdraw(),
            Action::Disburse => commitment(Route::Disburse),
            Action::Release => commitment(Route::Release),
            Action::Save => Some(Effect::Open(Route::SaveForecast)),
            Action::Past => Some(Effect::Open(Route::PastForecasts)),
            Action::Vouchers => Some(Effect::Open(Route::Vouchers)),
            Action::Undo | Action::Reset | Action::More | Action::Less => None,
        };
        effect.into_iter().collect()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        self.wide.set(area.width >= WIDE);
        self.settings_seen.set(false);
        if let Some(forecast) = &self.forecast {
            self.draw(forecast, area, buf, ctx);
        }
    }
}
