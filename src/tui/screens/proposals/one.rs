//! One proposal with everything that the viewer may know of it, by its reference: where it stands and what comes
//! next, what the applicant says, and what the council and KS have made of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::action::ProposalAction;
use super::{application, process};
use crate::domain::policy::Subject;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::phrase::Phrase;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;

/// A case, and how far down one has read.
pub struct ProposalScreen {
    reference: Ref,
    scroll: Scroll,
    data: Option<ProposalData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Next,
    Previous,
    Do(ProposalAction),
}

/// From this width on what is done stands beside what is applied for.
const WIDE: u16 = 110;
const LABELS: u16 = 16;
/// Between two columns of text.
const GUTTER: u16 = 4;

impl ProposalScreen {
    /// A text that is no reference leads to "there is no such proposal", as an unknown one does.
    #[must_use]
    pub fn new(reference: &str) -> Self {
        ProposalScreen {
            reference: reference.parse().unwrap_or(Ref::new(0, 0)),
            scroll: Scroll::default(),
            data: None,
        }
    }

    fn neighbour(&self, action: Action) -> Option<Ref> {
        let (before, after) = self.data.as_ref()?.neighbours;
        match action {
            Action::Next => after,
            Action::Previous => before,
            Action::Do(_) => None,
        }
    }
}

impl Screen for ProposalScreen {
    type View = ProposalView;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        ProposalAction::Qualify.binding(Action::Do(ProposalAction::Qualify)),
        ProposalAction::Recommend.binding(Action::Do(ProposalAction::Recommend)),
        ProposalAction::Decide.binding(Action::Do(ProposalAction::Decide)),
        ProposalAction::Solution.binding(Action::Do(ProposalAction::Solution)),
        ProposalAction::GoLive.binding(Action::Do(ProposalAction::GoLive)),
        ProposalAction::Submit.binding(Action::Do(ProposalAction::Submit)),
        ProposalAction::Edit.binding(Action::Do(ProposalAction::Edit)),
        ProposalAction::Withdraw.binding(Action::Do(ProposalAction::Withdraw)),
        Binding::new(
            &[Key::Char('n')],
            Action::Next,
            "proposals-next",
            "proposals-next-help",
        ),
        Binding::new(
            &[Key::Char('p')],
            Action::Previous,
            "proposals-previous",
            "proposals-previous-help",
        ),
    ];

    fn title(&self) -> Phrase {
        match &self.data {
            Some(data) => {
                let proposal = &data.row.proposal;
                Phrase::Name(format!("{}  {}", proposal.reference, proposal.details.title))
            }
            None => Phrase::Name(self.reference.to_string()),
        }
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn receive(&mut self, data: ProposalData) {
        let another = |before: &ProposalData| before.row.proposal.reference != data.row.proposal.reference;
        if self.data.as_ref().is_some_and(another) {
            self.scroll = Scroll::default();
        }
        self.data = Some(data);
    }

    fn subject(&self) -> Subject {
        Subject::Proposal {
            conflicted: self.data.as_ref().is_some_and(|data| data.conflicted),
        }
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        match action {
            Action::Do(step) => self
                .data
                .as_ref()
                .and_then(|data| step.blocked(&data.row.proposal)),
            Action::Next | Action::Previous => {
                let none = self.neighbour(action).is_none();
                none.then(|| {
                    refuse(if action == Action::Next {
                        "last-case"
                    } else {
                        "first-case"
                    })
                })
            }
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if let Action::Do(step) = action {
            let proposal = self.data.as_ref().map(|data| &data.row.proposal);
            return proposal
                .map(|proposal| step.effects(proposal))
                .unwrap_or_default();
        }
        match self.neighbour(action) {
            Some(reference) => {
                self.reference = reference;
                vec![Effect::Reload]
            }
            None => Vec::new(),
        }
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        self.scroll.step(step);
        Vec::new()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some(data) = &self.data else { return };
        let indent = area.width.min(2);
        // The last two columns are for the sign of how far down one has read.
        let place = Rect {
            x: area.x + indent,
            width: area.width.saturating_sub(indent),
            ..area
        };
        let room = place.width.saturating_sub(2);
        let mut whole = Page::new(room, LABELS, ctx);
        process::way(data, &mut whole, ctx);
        if area.width < WIDE {
            application::draw(data, &mut whole, ctx);
            application::summary(data, &mut whole, ctx);
            process::draw(data, &mut whole, ctx);
            Page::side_by_side(&[(whole, 0)], &self.scroll, place, buf, ctx);
            return;
        }
        whole.gap();
        whole.render(0..whole.len(), place, buf);
        let top = u16::try_from(whole.len()).unwrap_or(u16::MAX).min(place.height);
        let below = Rect {
            y: place.y + top,
            height: place.height - top,
            ..place
        };
        let half = (room - GUTTER) / 2;
        let mut left = Page::new(half, LABELS, ctx);
        application::draw(data, &mut left, ctx);
        application::summary(data, &mut left, ctx);
        let mut right = Page::new(room - GUTTER - half, LABELS, ctx);
        process::draw(data, &mut right, ctx);
        let pages = [(left, 0), (right, half + GUTTER)];
        Page::side_by_side(&pages, &self.scroll, below, buf, ctx);
    }
}
