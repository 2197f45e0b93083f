//! One solution: what it has cost and what has come back, and its adopters, charges and settlements, a part at a time. The
//! route's parameter is its reference. All that is done with a solution is done from here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{Action, KEYS};
use super::section::Section;
use super::steps;
use crate::domain::participant::Number;
use crate::domain::policy::Actor;
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::Invoice;
use crate::i18n::Phrase;
use crate::present::solutions::{Share, shares};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views::solutions::{AdopterLine, ChargeLine, SolutionData};
use crate::usecases::views::{SettlementRow, SolutionView};

impl Row for AdopterLine {
    type Key = Number;

    fn key(&self) -> Number {
        self.adoption.participant.number.clone()
    }
}

impl Row for ChargeLine {
    type Key = Invoice;

    fn key(&self) -> Invoice {
        self.charge.invoice
    }
}

impl Row for SettlementRow {
    type Key = SettlementRow;

    fn key(&self) -> SettlementRow {
        self.clone()
    }
}

impl Row for Share {
    type Key = Number;

    fn key(&self) -> Number {
        self.number.clone()
    }
}

/// The screen.
pub(crate) struct Detail {
    reference: Ref,
    pub(super) section: Section,
    pub(super) adopters: Listing<AdopterLine>,
    /// What is to be followed up stands first.
    pub(super) charges: Listing<ChargeLine>,
    /// The latest stands first.
    pub(super) settlements: Listing<SettlementRow>,
    /// The shares of the selected settlement are shown.
    pub(super) opened: bool,
    pub(super) shares: Listing<Share>,
    pub(super) data: Option<SolutionData>,
}

impl Detail {
    #[must_use]
    pub(crate) fn new(reference: Ref) -> Self {
        Detail {
            reference,
            section: Section::default(),
            adopters: Listing::default(),
            charges: Listing::default(),
            settlements: Listing::default(),
            opened: false,
            shares: Listing::default(),
            data: None,
        }
    }

    /// The selected adopter, while the adopters are shown.
    fn adopter(&self) -> Option<&AdopterLine> {
        let selected = self.adopters.selected();
        selected.filter(|_| self.section == Section::Adopters)
    }

    /// The selected charge, while the charges are shown.
    pub(super) fn charge(&self) -> Option<&ChargeLine> {
        let selected = self.charges.selected();
        selected.filter(|_| self.section == Section::Charges)
    }

    /// The selected settlement, while they are shown.
    pub(super) fn settlement(&self) -> Option<&SettlementRow> {
        let selected = self.settlements.selected();
        selected.filter(|_| self.section == Section::Settlements)
    }

    fn share(&self) -> Option<&Number> {
        let selected = self.shares.selected().filter(|_| self.opened);
        selected.map(|share| &share.number)
    }

    /// The participant of the selected row.
    fn participant(&self) -> Option<Number> {
        let adopter = self.adopter().map(|line| &line.adoption.participant.number);
        let charge = self.charge().map(|line| &line.charge.number);
        adopter.or(charge).or_else(|| self.share()).cloned()
    }

    /// Enter opens the participant of a row, and the shares of a settlement.
    fn open(&mut self) -> Vec<Effect> {
        if let Some(number) = self.participant() {
            return vec![Effect::Open(Route::Participant(number))];
        }
        let settlement = self.settlement().zip(self.data.as_ref());
        let shares = settlement.map(|(one, data)| shares(one, data));
        self.opened = shares.is_some();
        self.shares = Listing::default();
        self.shares.receive(shares.unwrap_or_default());
        Vec::new()
    }

    fn turn(&mut self, to: Section) -> Vec<Effect> {
        self.section = to;
        self.opened = false;
        Vec::new()
    }
}

impl Screen for Detail {
    type View = SolutionView;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = KEYS;

    fn title(&self) -> Phrase {
        match &self.data {
            Some(data) => Phrase::Name(format!(
                "{}  {}",
                self.reference, data.line.proposal.details.title
            )),
            None => Phrase::Name(self.reference.to_string()),
        }
    }

    fn view(&self) -> SolutionView {
        SolutionView {
            reference: self.reference,
        }
    }

    fn receive(&mut self, mut data: SolutionData) {
        let settlement = self.settlement().map(Row::key);
        let mut charges = std::mem::take(&mut data.charges);
        charges.sort_by_key(|line| (line.standing, line.charge.invoice));
        self.charges.receive(charges);
        self.adopters.receive(data.adopters.clone());
        let settlements = std::mem::take(&mut data.settlements);
        self.settlements.receive(settlements.into_iter().rev().collect());
        self.opened &= self.settlement().map(Row::key) == settlement;
        self.data = Some(data);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(match self.section {
            Section::Adopters => &self.adopters,
            Section::Charges => &self.charges,
            Section::Settlements if self.opened => &self.shares,
            Section::Settlements => &self.settlements,
        })
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(match self.section {
            Section::Adopters => &mut self.adopters,
            Section::Charges => &mut self.charges,
            Section::Settlements if self.opened => &mut self.shares,
            Section::Settlements => &mut self.settlements,
        })
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let data = self.data.as_ref()?;
        let stage = data.line.proposal.stage;
        let out_of_turn = |step: Step| step.from(self.reference, stage).err();
        match action {
            Action::Open => {
                let none = self.participant().is_none() && self.settlement().is_none();
                none.then(|| refuse("solutions-nothing-to-open"))
            }
            Action::Adopt => out_of_turn(Step::Adopt).or_else(|| {
                let none = data.may_adopt.is_empty();
                none.then(|| refuse("solutions-nobody-may-adopt").rule("C5"))
            }),
            Action::Settle => data.settling.as_ref().err().cloned(),
            Action::GoLive => out_of_turn(Step::GoLive),
            Action::Stop => out_of_turn(Step::Stop),
            Action::WriteOff => {
                let none = !data.line.outstanding.is_positive();
                none.then(|| refuse("solutions-nothing-outstanding").rule("L4"))
            }
            Action::Pay | Action::Remind if self.charge().is_none() => Some(refuse("solutions-no-charge")),
            Action::Next | Action::Previous | Action::Proposal | Action::Pay => None,
            Action::Remind => self
                .charge()
                .and_then(|line| line.charge.check_overdue(data.as_of).err()),
            Action::Refund => match self.adopter() {
                None => Some(refuse("solutions-no-adopter")),
                Some(line) => steps::why_no_refund(line),
            },
        }
    }

    fn label_of(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Next => self.section.parts().next_label(),
            Action::Previous => self.section.parts().previous_label(),
            _ => None,
        }
    }

    /// A reminder of what is overdue.
    fn next_step(&self, _actor: &Actor) -> Option<Action> {
        self.blocked(Action::Remind).is_none().then_some(Action::Remind)
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let reference = self.reference;
        let route = match action {
            Action::Next => return self.turn(self.section.parts().next()),
            Action::Previous => return self.turn(self.section.parts().previous()),
            Action::Open => return self.open(),
            Action::Remind => {
                return self.charge().map(steps::remind).into_iter().collect();
            }
            Action::Settle => {
                return self.data.as_ref().and_then(steps::settle).into_iter().collect();
            }
            Action::Pay => {
                let invoice = self.charge().map(Row::key);
                invoice.map(|invoice| Route::PayCharge(reference, invoice))
            }
            Action::Refund => self.participant().map(|number| Route::Refund(reference, number)),
            Action::Adopt => Some(Route::Adopt(reference)),
            Action::GoLive => Some(Route::GoLive(reference)),
            Action::WriteOff => Some(Route::WriteOff(reference)),
            Action::Stop => Some(Route::Stop(reference)),
            Action::Proposal => Some(Route::Proposal(reference.to_string())),
        };
        route.map(Effect::Open).into_iter().collect()
    }

    /// Esc closes the shares of a settlement.
    fn back(&mut self) -> Option<Vec<Effect>> {
        std::mem::take(&mut self.opened).then(Vec::new)
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            self.draw(data, area, buf, ctx);
        }
    }
}
