//! One proposal with everything that the viewer may know of it, by its reference: where it stands and what comes
//! next, what the applicant says, and what the council and KS have made of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::action::{ProposalAction, keys_with_steps};
use crate::domain::policy::Subject;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::Phrase;
use crate::present::proposals;
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::screen::Screen;
use crate::tui::widgets::document;
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;

/// A proposal, and how far down one has read.
pub(crate) struct ProposalScreen {
    reference: Ref,
    scroll: Scroll,
    data: Option<ProposalData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Next,
    Previous,
    Do(ProposalAction),
}

impl ProposalScreen {
    /// A text that is no reference leads to "there is no such proposal", as an unknown one does.
    #[must_use]
    pub(crate) fn new(reference: &str) -> Self {
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
    const KEYS: &'static [Binding<Action>] = keys_with_steps!(
        Action::Do,
        [],
        [
            Binding::new(
                &[Key::Char('n')],
                Action::Next,
                "word-next",
                "proposals-next-help",
            ),
            Binding::new(
                &[Key::Char('p')],
                Action::Previous,
                "word-previous",
                "proposals-previous-help",
            ),
        ]
    );

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
            Action::Do(step) => {
                let data = self.data.as_ref()?;
                let by_vote = (step == ProposalAction::Recommend).then(|| data.needs_a_vote.clone());
                step.blocked(&data.row.proposal).or(by_vote.flatten())
            }
            Action::Next | Action::Previous => {
                let none = self.neighbour(action).is_none();
                none.then(|| {
                    refuse(if action == Action::Next {
                        "last-proposal"
                    } else {
                        "first-proposal"
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
        if let Some(data) = &self.data {
            let page = proposals::page(data, None, ctx.words);
            document::draw(&page, &self.scroll, area, buf, ctx);
        }
    }
}
