//! 6 Kapital: where the money comes from, what is free, the commitments and the disbursements that wait for approval.
//! Everyone may see it; the secretariat registers disbursements, KS approves and releases. In a narrow terminal one
//! section at a time, in a wide one all of them, with the keys on one of the two lists.

mod lists;
mod picture;
mod step;
#[cfg(test)]
mod stories;

pub use step::{disburse, release};

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::policy::{Action as Rule, Subject};
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::effects::{Effect, Question};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::list::Cursor;
use crate::usecases::ApproveDisbursement;
use crate::usecases::views::CapitalBoard;
use crate::usecases::views::capital_board::{CapitalBoardData, CommitmentLine, WaitingLine};

/// From this width on all sections are shown at once.
const WIDE: u16 = 120;

/// The parts of the screen, in the order in which Tab goes through them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Section {
    #[default]
    Sources,
    Free,
    Commitments,
    Waiting,
}

impl Section {
    const ALL: [Section; 4] = [
        Section::Sources,
        Section::Free,
        Section::Commitments,
        Section::Waiting,
    ];

    fn name(self) -> &'static str {
        match self {
            Section::Sources => "capital-sources",
            Section::Free => "capital-free",
            Section::Commitments => "capital-commitments",
            Section::Waiting => "capital-waiting",
        }
    }

    fn is_list(self) -> bool {
        matches!(self, Section::Commitments | Section::Waiting)
    }
}

/// The screen.
#[derive(Default)]
pub struct Capital {
    section: Section,
    /// The formulas are shown beside the figures.
    formulas: bool,
    commitments: Cursor,
    waiting: Cursor,
    data: Option<CapitalBoardData>,
    /// Whether the last drawing had room for all sections.
    wide: Cell<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Next,
    Previous,
    Approve,
    Disburse,
    Release,
    Formulas,
}

impl Capital {
    /// The section that the keys go to: in a wide terminal one of the lists.
    fn focus(&self) -> Section {
        match self.section {
            Section::Sources | Section::Free if self.wide.get() => Section::Commitments,
            section => section,
        }
    }

    /// The section `step` stops after the one in focus, round the end.
    fn section_after(&self, step: usize) -> Section {
        let wide = self.wide.get();
        let stops: Vec<Section> = Section::ALL
            .into_iter()
            .filter(|section| !wide || section.is_list())
            .collect();
        let at = stops.iter().position(|section| *section == self.focus());
        stops[(at.unwrap_or(0) + step) % stops.len()]
    }

    /// One less than the number of stops is one step back.
    fn section_before(&self) -> Section {
        self.section_after(if self.wide.get() {
            1
        } else {
            Section::ALL.len() - 1
        })
    }

    fn commitment_lines(&self) -> &[CommitmentLine] {
        self.data.as_ref().map_or(&[], |data| &data.commitments)
    }

    fn waiting_lines(&self) -> &[WaitingLine] {
        self.data.as_ref().map_or(&[], |data| &data.waiting)
    }

    fn commitment(&self) -> Option<&CommitmentLine> {
        let lines = self.commitment_lines();
        let at = self.commitments.at(lines.len())?;
        (self.focus() == Section::Commitments).then(|| &lines[at])
    }

    fn selected_waiting(&self) -> Option<&WaitingLine> {
        let lines = self.waiting_lines();
        let at = self.waiting.at(lines.len())?;
        (self.focus() == Section::Waiting).then(|| &lines[at])
    }

    /// The proposal of the selected row.
    fn selected(&self) -> Option<Ref> {
        let commitment = self.commitment().map(|line| line.reference);
        commitment.or_else(|| self.selected_waiting().map(|line| line.disbursement.reference))
    }

    fn approve(&self) -> Option<Effect> {
        let line = self.selected_waiting()?;
        let one = &line.disbursement;
        let effect = phrase("capital-approve-effect")
            .with("amount", one.amount)
            .with("ref", one.reference)
            .with("title", line.title.as_str())
            .with("date", one.pay_on);
        let eyes = phrase("capital-approve-eyes")
            .with("name", line.registered_by.as_str())
            .with("date", one.registered_on);
        Some(Effect::Confirm(Question {
            title: phrase("capital-approve-title").with("id", one.id),
            lines: vec![effect, eyes],
            yes: "capital-approve-yes",
            then: vec![Effect::Perform(
                Box::new(ApproveDisbursement { id: one.id }),
                "approve",
            )],
        }))
    }
}

impl Screen for Capital {
    type View = CapitalBoard;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::new(
            &[Key::Tab],
            Action::Next,
            "capital-next-section",
            "capital-next-section-help",
        ),
        Binding::new(
            &[Key::BackTab],
            Action::Previous,
            "capital-previous-section",
            "capital-previous-section-help",
        )
        .quiet(),
        Binding::open(Action::Open),
        Binding::new(
            &[Key::Char('a')],
            Action::Approve,
            "capital-approve",
            "capital-approve-help",
        )
        .needs(Rule::ApproveDisbursement),
        Binding::new(
            &[Key::Char('n')],
            Action::Disburse,
            "capital-disburse",
            "capital-disburse-help",
        )
        .needs(Rule::RegisterDisbursement),
        Binding::new(
            &[Key::Char('f')],
            Action::Release,
            "capital-release",
            "capital-release-help",
        )
        .needs(Rule::Release),
        Binding::new(
            &[Key::Char('='), Key::Char('d')],
            Action::Formulas,
            "capital-formulas",
            "capital-formulas-help",
        ),
    ];

    fn title(&self) -> Phrase {
        match &self.data {
            Some(data) => phrase("capital-title").with("date", data.capital.as_of),
            None => phrase("capital-tab"),
        }
    }

    fn view(&self) -> CapitalBoard {
        CapitalBoard
    }

    fn receive(&mut self, data: CapitalBoardData) {
        self.data = Some(data);
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        let (commitments, waiting) = (self.commitment_lines().len(), self.waiting_lines().len());
        match self.focus() {
            Section::Commitments => self.commitments.step(step, commitments),
            Section::Waiting => self.waiting.step(step, waiting),
            Section::Sources | Section::Free => {}
        }
        Vec::new()
    }

    fn subject(&self) -> Subject {
        Subject {
            registered_by_actor: self.selected_waiting().is_some_and(|line| line.own),
            ..Subject::default()
        }
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let (commitment, waiting) = (self.commitment(), self.selected_waiting());
        match action {
            Action::Open if self.selected().is_none() => Some(refuse("capital-nothing-selected")),
            Action::Approve if waiting.is_none() => Some(refuse("capital-no-waiting-selected")),
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

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let effect = match action {
            Action::Next => {
                self.section = self.section_after(1);
                None
            }
            Action::Previous => {
                self.section = self.section_before();
                None
            }
            Action::Formulas => {
                self.formulas = !self.formulas;
                None
            }
            Action::Open => self
                .selected()
                .map(|reference| Effect::Open(Route::Proposal(reference.to_string()))),
            Action::Approve => self.approve(),
            Action::Disburse => self
                .commitment()
                .map(|line| Effect::Open(Route::Disburse(line.reference))),
            Action::Release => self
                .commitment()
                .map(|line| Effect::Open(Route::Release(line.reference))),
        };
        effect.into_iter().collect()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        self.wide.set(area.width >= WIDE);
        if let Some(data) = &self.data {
            self.draw(data, area, buf, ctx);
        }
    }
}
