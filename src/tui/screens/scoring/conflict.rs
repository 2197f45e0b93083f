//! A member steps aside from a proposal (M5). The route's parameter is its reference. What it means is said before and
//! asked about after the ground is written.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw::heading;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode};
use crate::tui::screen::Screen;
use crate::tui::widgets::area::below;
use crate::tui::widgets::form::{Field, Form, Reply};
use crate::tui::widgets::prose;
use crate::usecases::views::ScoringView;
use crate::usecases::views::scoring::{ProposalToScore, ScoringData};
use crate::usecases::{DeclareConflict, OpError, Outcome};

/// The ground is being written.
pub struct Conflict {
    reference: Ref,
    form: Form,
    proposal: Option<ProposalToScore>,
}

impl Conflict {
    #[must_use]
    pub fn new(reference: Ref) -> Self {
        let ground = Field::prose("ground", phrase("word-reason"), "").hint(phrase("conflict-ground-hint"));
        Conflict {
            reference,
            form: Form::new(vec![ground], "conflict-declare"),
            proposal: None,
        }
    }

    fn submit(&mut self) -> Vec<Effect> {
        self.form.clear();
        let Some(ground) = self.form.read("ground", text::required_prose) else {
            return Vec::new();
        };
        let mut lines = vec![phrase("conflict-effect")];
        if self
            .proposal
            .as_ref()
            .is_some_and(|proposal| proposal.own.is_some())
        {
            lines.push(phrase("conflict-effect-card"));
        }
        lines.push(phrase("conflict-effect-final"));
        let step = DeclareConflict {
            reference: self.reference,
            ground,
        };
        vec![Effect::Confirm(Question {
            title: phrase("conflict-title").with("ref", self.reference),
            lines,
            yes: "conflict-declare",
            no: "not-declared",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "conflict")],
        })]
    }

    fn leave(&self) -> Vec<Effect> {
        if !self.form.changed() {
            return vec![Effect::Back];
        }
        vec![Effect::Confirm(Question {
            title: phrase("conflict-leave-title"),
            lines: vec![phrase("conflict-leave-effect").with("ref", self.reference)],
            yes: "conflict-leave-yes",
            no: "not-left",
            undo: Undo::Never,
            then: vec![Effect::Back],
        })]
    }
}

impl Screen for Conflict {
    type View = ScoringView;
    type Action = ();
    const KEYS: &'static [Binding<()>] = &[];

    fn title(&self) -> Phrase {
        phrase("conflict-title").with("ref", self.reference)
    }

    fn view(&self) -> ScoringView {
        ScoringView
    }

    fn receive(&mut self, data: ScoringData) {
        let proposal = data
            .proposals
            .into_iter()
            .find(|proposal| proposal.reference == self.reference);
        self.proposal = proposal.or(self.proposal.take());
    }

    fn act(&mut self, (): ()) -> Vec<Effect> {
        Vec::new()
    }

    fn mode(&self) -> Option<Mode> {
        self.proposal.as_ref().map(|_| self.form.mode())
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.form.key(key) {
            Reply::Stay => Vec::new(),
            Reply::Submit => self.submit(),
            Reply::Leave { .. } => self.leave(),
        }
    }

    fn pasted(&mut self, text: &str) {
        self.form.paste(text);
    }

    fn unsaved(&self) -> bool {
        self.form.changed()
    }

    fn performed(&mut self, _tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => vec![
                Effect::done(Phrase::Text(outcome.done, outcome.args)),
                Effect::Back,
            ],
            Err(error) => vec![Effect::refused(error.refusal())],
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let indent = area.width.min(2);
        let place = Rect {
            x: area.x + indent,
            width: (area.width - indent).min(90),
            ..area
        };
        let Some(proposal) = &self.proposal else {
            let gone = refuse("case-not-in-open-round").with("ref", self.reference);
            prose::centred(&ctx.refusal(&gone), area, buf, ctx);
            return;
        };
        // The field is worth more than the explanation where rows are few.
        let spare = place.height.saturating_sub(8);
        let top = Rect {
            height: spare,
            ..place
        };
        let mut used = if spare < 3 {
            0
        } else {
            heading(proposal, top, buf, ctx) + 1
        };
        if used > 0 {
            let effect = ctx.words.t("conflict-effect");
            used += prose::draw(&effect, below(top, used), buf, ctx.theme.plain()) + 1;
        }
        self.form.render(below(place, used.min(spare)), buf, ctx);
    }
}
