//! One solution: what it has cost and what has come back, and its adopters, charges and settlements, a part at a time. The
//! route's parameter is its reference. All that is done with a solution is done from here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{Action, KEYS};
use super::section::Section;
use super::steps;
use crate::domain::participant::Number;
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::{Charge, Invoice};
use crate::i18n::Phrase;
use crate::tui::effects::Effect;
use crate::tui::keymap::{Binding, Move};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::list::Cursor;
use crate::usecases::views::solutions::{AdopterLine, SolutionData};
use crate::usecases::views::{SettlementRow, SolutionView};

/// The screen.
pub struct Detail {
    reference: Ref,
    pub(super) section: Section,
    pub(super) adopters: Cursor,
    pub(super) charges: Cursor,
    pub(super) settlements: Cursor,
    /// The shares of the selected settlement are shown.
    pub(super) opened: bool,
    pub(super) shares: Cursor,
    pub(super) data: Option<SolutionData>,
}

impl Detail {
    #[must_use]
    pub fn new(reference: Ref) -> Self {
        Detail {
            reference,
            section: Section::default(),
            adopters: Cursor::default(),
            charges: Cursor::default(),
            settlements: Cursor::default(),
            opened: false,
            shares: Cursor::default(),
            data: None,
        }
    }

    /// The selected adopter, while the adopters are shown.
    fn adopter(&self) -> Option<&AdopterLine> {
        let lines = &self.data.as_ref()?.adopters;
        let at = self.adopters.at(lines.len())?;
        (self.section == Section::Adopters).then(|| &lines[at])
    }

    /// The selected charge, while the charges are shown.
    pub(super) fn charge(&self) -> Option<&Charge> {
        let lines = &self.data.as_ref()?.charges;
        let at = self.charges.at(lines.len())?;
        (self.section == Section::Charges).then(|| &lines[at])
    }

    /// The selected settlement, while they are shown; the latest stands first.
    pub(super) fn settlement(&self) -> Option<&SettlementRow> {
        let lines = &self.data.as_ref()?.settlements;
        let at = self.settlements.at(lines.len())?;
        (self.section == Section::Settlements).then(|| &lines[lines.len() - 1 - at])
    }

    fn share(&self) -> Option<&Number> {
        let settlement = self.settlement().filter(|_| self.opened)?;
        let at = self.shares.at(settlement.shares.len())?;
        Some(&settlement.shares[at].0)
    }

    /// The participant of the selected row.
    fn participant(&self) -> Option<Number> {
        let adopter = self.adopter().map(|line| &line.adoption.participant.number);
        let charge = self.charge().map(|charge| &charge.number);
        adopter.or(charge).or_else(|| self.share()).cloned()
    }

    /// Enter opens the participant of a row, and the shares of a settlement.
    fn open(&mut self) -> Vec<Effect> {
        if let Some(number) = self.participant() {
            return vec![Effect::Open(Route::Participant(number))];
        }
        self.opened = self.settlement().is_some();
        self.shares = Cursor::default();
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
        // What is to be followed up stands first.
        let today = data.as_of;
        data.charges
            .sort_by_key(|charge| (charge.standing(today), charge.invoice));
        let adopter = self
            .adopter()
            .map(|line| line.adoption.participant.number.clone());
        let charge = self.charge().map(|charge| charge.invoice);
        // The cursor stays with what it was on, wherever that has gone.
        if let Some(number) = adopter {
            let at = |line: &AdopterLine| line.adoption.participant.number == number;
            self.adopters
                .select(data.adopters.iter().position(at).unwrap_or(0));
        }
        if let Some(invoice) = charge {
            let at = |charge: &Charge| charge.invoice == invoice;
            self.charges.select(data.charges.iter().position(at).unwrap_or(0));
        }
        if self
            .data
            .as_ref()
            .is_some_and(|before| before.settlements != data.settlements)
        {
            self.opened = false;
            self.settlements.select(0);
        }
        self.data = Some(data);
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        let shares = self.settlement().map_or(0, |one| one.shares.len());
        if let Some(data) = &self.data {
            match self.section {
                Section::Adopters => self.adopters.step(step, data.adopters.len()),
                Section::Charges => self.charges.step(step, data.charges.len()),
                Section::Settlements if self.opened => self.shares.step(step, shares),
                Section::Settlements => self.settlements.step(step, data.settlements.len()),
            }
        }
        Vec::new()
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
                .and_then(|charge| charge.check_overdue(data.as_of).err()),
            Action::Refund => match self.adopter() {
                None => Some(refuse("solutions-no-adopter")),
                Some(line) => steps::why_no_refund(line),
            },
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let reference = self.reference;
        let route = match action {
            Action::Next => return self.turn(self.section.next()),
            Action::Previous => return self.turn(self.section.previous()),
            Action::Open => return self.open(),
            Action::Remind => {
                let asked = self.data.as_ref().zip(self.charge());
                return asked
                    .map(|(data, charge)| steps::remind(data, charge))
                    .into_iter()
                    .collect();
            }
            Action::Settle => {
                return self.data.as_ref().and_then(steps::settle).into_iter().collect();
            }
            Action::Pay => {
                let invoice: Option<Invoice> = self.charge().map(|charge| charge.invoice);
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
    fn back(&mut self) -> bool {
        std::mem::take(&mut self.opened)
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            self.draw(data, area, buf, ctx);
        }
    }
}
