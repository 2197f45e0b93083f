//! The chair chooses the proposals of a new round among those that are ready, and names it. Nothing is opened without a
//! question first; what is chosen stays chosen while the list is read again.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::policy::{Action as Rule, Actor};
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Tag, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode, Move};
use crate::tui::screen::Screen;
use crate::tui::widgets::form::{Field, Form, Reply};
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::tui::widgets::sheet;
use crate::usecases::views::Candidates;
use crate::usecases::views::rounds::{Candidate, NewRound};
use crate::usecases::{OpError, Outcome};

/// The field of the name.
const NAME: &str = "name";

/// The choice of proposals, and the name while it is being written.
#[derive(Default)]
pub(crate) struct OpenRound {
    list: Listing<Candidate>,
    chosen: BTreeSet<Ref>,
    name: Option<Form>,
    /// The name that is suggested.
    suggested: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Choose,
    All,
    Name,
}

impl OpenRound {
    /// What is chosen and still ready, in the order of the list.
    fn taken(&self) -> Vec<Ref> {
        let references = self.list.rows().iter().map(|proposal| proposal.reference);
        references
            .filter(|reference| self.chosen.contains(reference))
            .collect()
    }

    fn submit(&mut self) -> Vec<Effect> {
        let proposals = self.taken();
        let Some(form) = &mut self.name else {
            return Vec::new();
        };
        form.clear();
        let Some(name) = form.read(NAME, text::required_line) else {
            return Vec::new();
        };
        vec![Effect::Confirm(Question {
            title: phrase("round-open-title").with("round", name.as_str()),
            lines: vec![
                phrase("round-open-proposals").with("count", proposals.len()),
                phrase("round-open-effect"),
            ],
            yes: "round-open-yes",
            no: "not-opened",
            undo: Undo::Never,
            then: vec![Effect::Perform(
                Box::new(crate::usecases::OpenRound { name, proposals }),
                "open",
            )],
        })]
    }
}

impl Row for Candidate {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.reference
    }
}

impl Screen for OpenRound {
    type View = Candidates;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::new(
            &[Key::Char(' ')],
            Action::Choose,
            "word-choose",
            "round-choose-help",
        )
        .needs(Rule::OpenRound),
        Binding::new(&[Key::Char('a')], Action::All, "round-all", "round-all-help").needs(Rule::OpenRound),
        Binding::new(&[Key::Enter], Action::Name, "round-open-yes", "round-name-help").needs(Rule::OpenRound),
    ];

    fn title(&self) -> Phrase {
        phrase("round-title")
            .with("chosen", self.taken().len())
            .with("count", self.list.rows().len())
    }

    fn view(&self) -> Candidates {
        Candidates
    }

    fn receive(&mut self, data: NewRound) {
        self.list.receive(data.proposals);
        self.suggested = data.name;
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let none = match action {
            Action::Choose | Action::All => self.list.rows().is_empty(),
            Action::Name => self.taken().is_empty(),
        };
        none.then(|| refuse("round-empty"))
    }

    fn next_step(&self, _actor: &Actor) -> Option<Action> {
        (!self.taken().is_empty()).then_some(Action::Name)
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Choose => {
                if let Some(reference) = self.list.selected().map(Row::key) {
                    if !self.chosen.remove(&reference) {
                        self.chosen.insert(reference);
                    }
                    self.list.moved(Move::Down);
                }
            }
            Action::All => {
                let all: BTreeSet<Ref> = self
                    .list
                    .rows()
                    .iter()
                    .map(|proposal| proposal.reference)
                    .collect();
                self.chosen = if self.chosen.is_superset(&all) {
                    BTreeSet::new()
                } else {
                    all
                };
            }
            Action::Name => {
                let name = Field::line(NAME, phrase("word-name"), &self.suggested);
                self.name = Some(Form::new(vec![name], "round-open-yes"));
            }
        }
        Vec::new()
    }

    fn mode(&self) -> Option<Mode> {
        self.name.as_ref().map(Form::mode)
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.name.as_mut().map(|form| form.key(key, |_| ())) {
            Some(Reply::Submit) => return self.submit(),
            Some(Reply::Leave { changed }) => return vec![Effect::close_form(changed)],
            Some(Reply::Stay) | None => {}
        }
        Vec::new()
    }

    fn close_form(&mut self) {
        self.name = None;
    }

    fn unsaved(&self) -> bool {
        self.name.as_ref().is_some_and(Form::changed)
    }

    fn pasted(&mut self, text: &str) {
        if let Some(form) = &mut self.name {
            form.paste(text);
        }
    }

    fn performed(&mut self, _tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => vec![
                Effect::done(Phrase::Text(outcome.done, outcome.args)),
                Effect::Back,
            ],
            Err(error) => {
                let refusal = error.refusal();
                if let Some(form) = &mut self.name {
                    form.refuse(NAME, refusal);
                    return Vec::new();
                }
                vec![Effect::refused(refusal)]
            }
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = match &self.name {
            Some(form) => sheet::draw(&phrase("round-name-title"), form, 4, area, buf, ctx),
            None => area,
        };
        let head = |key: &str| ctx.words.t(key);
        let columns = [
            Column::new(String::new(), Width::Fixed(1)),
            Column::new(head("word-ref"), Width::Fixed(7)),
            Column::new(head("word-proposal"), Width::Flex(12)),
            Column::new(head("word-stage"), Width::Fixed(12)).spare(2),
            Column::new(head("word-nok-mill"), Width::Fixed(8))
                .right()
                .spare(1),
        ];
        let cells = |proposal: &Candidate| {
            let (mark, style) = if self.chosen.contains(&proposal.reference) {
                (ctx.theme.marks.yes, ctx.theme.strong())
            } else {
                (" ", ctx.theme.plain())
            };
            vec![
                (mark.to_owned(), style),
                (proposal.reference.to_string(), style),
                (clean(&proposal.title).into_owned(), style),
                (ctx.words.t(proposal.stage.key()), ctx.theme.dim()),
                (ctx.words.mill(proposal.applied), style),
            ]
        };
        self.list
            .look("round-no-candidates", &columns, &cells)
            .focused(self.name.is_none())
            .render(area, buf, ctx);
    }
}
