//! 4 Prioritering: the ranked list of a revealed round with the line where the money ends, and what it would mean for
//! the capital. Everyone may read it and try what-ifs (F5); the chair moves proposals (S7) and recommends, KS decides.
//! Before the reveal it says that the round is blind and how many scorecards are in, and knows nothing else (S4).

mod agenda;
mod blocked;
mod draft;
mod keys;
mod list;
mod notes;
mod panel;
mod picture;
mod prompt;
mod scores;
#[cfg(test)]
mod stories;

pub(super) use keys::Action;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::council::Round;
use crate::domain::forecast::Outlook;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Placed, lower_sums};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Tag};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::form::Reply;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views::RankingBoard;
use crate::usecases::views::ranking::{RankedFacts, RankingData};
use crate::usecases::views::ranking_board::{Ranked, RankingBoardData, Shown};
use crate::usecases::{MoveProposals, OpError, Outcome};
use draft::Draft;
use picture::Picture;
use prompt::{Answer, Prompt, REASON};

/// The ranked list and what is tried on it.
#[derive(Default)]
pub(super) struct Ranking {
    /// `None`: the latest that is revealed.
    round: Option<String>,
    /// `None`: stop at the line.
    rule: Option<CutRule>,
    /// `None`: what is free.
    frame: Option<Ore>,
    draft: Draft,
    /// The scores of the selected proposal stand in the place of the capital.
    scores: bool,
    /// The lower sums that the forecast was asked for with.
    sums: BTreeMap<Ref, Ore>,
    prompt: Option<Prompt>,
    list: Listing<Placed>,
    data: Option<RankingBoardData>,
    /// The list as it would be; made anew from the rest whenever some of it changes.
    picture: Option<Picture>,
}

impl Ranking {
    fn ranked(&self) -> Option<&RankingData> {
        match &self.data.as_ref()?.shown {
            Shown::Ranked(ranked) => Some(&ranked.list),
            Shown::Nothing | Shown::Blind(_) => None,
        }
    }

    /// What the capital is before anything above the line is committed.
    fn before(&self) -> Option<panel::Before<'_>> {
        Some(panel::Before {
            capital: &self.ranked()?.capital,
            free_cash_flow: self.picture.as_ref()?.free_before,
            limit: self.data.as_ref()?.limit,
        })
    }

    fn rule(&self) -> CutRule {
        self.rule.unwrap_or(CutRule::Stop)
    }

    fn round(&self) -> Option<&Round> {
        let data = self.data.as_ref()?;
        match &data.shown {
            Shown::Ranked(ranked) => Some(&ranked.list.round),
            Shown::Blind(at) => Some(&data.rounds.get(*at)?.round),
            Shown::Nothing => None,
        }
    }

    fn facts(&self, reference: Ref) -> Option<&RankedFacts> {
        let facts = &self.ranked()?.facts;
        facts.iter().find(|facts| facts.reference == reference)
    }

    /// Makes the picture anew of the same data.
    fn regenerate(&mut self) {
        let outlook = self.picture.as_mut().and_then(|picture| picture.outlook.take());
        self.depict(outlook);
    }

    /// Makes the picture anew. An outlook of the same data may be worked on with.
    fn depict(&mut self, outlook: Option<Outlook>) {
        self.picture = None;
        let rule = self.rule();
        let shown = self.data.as_ref().map(|data| &data.shown);
        if let Some(Shown::Ranked(ranked)) = shown {
            let ranked: &Ranked = ranked;
            self.draft.keep(&ranked.list);
            self.picture = Some(Picture::of(ranked, rule, self.frame, &mut self.draft, outlook));
        }
        let now = self.picture.as_ref().map(|picture| &picture.now);
        self.list
            .receive(now.map(|now| now.items.clone()).unwrap_or_default());
    }

    /// Where the selected proposal stands in the decided order, with the moves that are tried.
    fn position(&self) -> Option<(Ref, usize)> {
        let reference = self.list.selected()?.proposal.reference;
        Some((reference, self.picture.as_ref()?.now.position(reference)?))
    }

    fn shift(&mut self, to: fn(usize) -> usize) {
        if let Some((reference, place)) = self.position() {
            self.draft.shift(reference, to(place));
            self.regenerate();
        }
    }

    /// After a change of what is tried. Another sum changes the forecast too, which is asked for anew.
    fn tried(&mut self) -> Vec<Effect> {
        let sums = lower_sums(self.draft.marks());
        self.regenerate();
        if sums == self.sums {
            return Vec::new();
        }
        self.sums = sums;
        vec![Effect::Reload]
    }

    fn next_rule(&mut self) {
        match self.rule() {
            CutRule::Stop => self.rule = Some(CutRule::Skip),
            CutRule::Skip => self.prompt = Some(Prompt::threshold()),
            CutRule::Threshold(_) => self.rule = None,
        }
        self.regenerate();
    }

    fn compare(&self) -> Vec<Effect> {
        let route = self.round().map(|round| Route::Portfolio {
            round: round.name.clone(),
            frame: self.frame,
            rule: self.rule(),
            marks: self.draft.marks().clone(),
        });
        route.map(Effect::Open).into_iter().collect()
    }

    fn ask(&mut self, action: Action) {
        let frame = self.picture.as_ref().map(|picture| picture.now.frame);
        self.prompt = match action {
            Action::Frame => Some(Prompt::frame(frame.unwrap_or_default())),
            Action::Round => self
                .data
                .as_ref()
                .map(|data| Prompt::round(&data.rounds, self.round())),
            Action::Amount => {
                let selected = self.list.selected().zip(self.picture.as_ref());
                selected.map(|(placed, picture)| Prompt::amount(placed, picture.room_for(placed)))
            }
            Action::Save => Some(Prompt::reason(self.draft.moves().len(), self.draft.reason())),
            _ => None,
        };
    }

    fn answered(&mut self) -> Vec<Effect> {
        let Some(answer) = self.prompt.as_mut().and_then(Prompt::read) else {
            return Vec::new();
        };
        match answer {
            Answer::Reason(reason) => {
                let step = MoveProposals {
                    moves: self.draft.moves().to_vec(),
                    reason,
                    seen: self.ranked().map(|ranked| ranked.moves.len()),
                };
                return vec![Effect::Perform(Box::new(step), "move")];
            }
            Answer::Round(at) => {
                let line = self.data.as_ref().and_then(|data| data.rounds.get(at));
                self.round = line.map(|line| line.round.name.clone());
                self.draft = Draft::default();
                self.list = Listing::default();
                self.prompt = None;
                return vec![Effect::Reload];
            }
            Answer::Amount(reference, sum) => {
                self.draft.take_in(reference, sum);
                self.prompt = None;
                return self.tried();
            }
            Answer::Frame(frame) => self.frame = frame,
            Answer::Threshold(least) => self.rule = Some(CutRule::Threshold(least)),
        }
        self.prompt = None;
        self.regenerate();
        Vec::new()
    }

    fn close(&mut self) {
        match self.prompt.take() {
            // What was written comes back when the order is saved after all.
            Some(Prompt::Reason { form, .. }) => self.draft.keep_reason(form.text(REASON)),
            Some(Prompt::Threshold(_)) => {
                self.rule = None;
                self.regenerate();
            }
            _ => {}
        }
    }
}

impl Row for Placed {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.proposal.reference
    }
}

impl Screen for Ranking {
    type View = RankingBoard;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = keys::KEYS;

    fn title(&self) -> Phrase {
        match (self.round(), &self.picture) {
            (None, _) => phrase("ranking-title-none"),
            (Some(round), None) => phrase("ranking-title-blind").with("round", round.name.as_str()),
            (Some(round), Some(picture)) => keys::title(round, picture),
        }
    }

    fn view(&self) -> RankingBoard {
        RankingBoard {
            round: self.round.clone(),
            sums: self.sums.clone(),
            ..RankingBoard::default()
        }
    }

    fn receive(&mut self, data: RankingBoardData) {
        self.data = Some(data);
        self.depict(None);
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        if action == Action::Round {
            let rounds = self.data.as_ref().map_or(0, |data| data.rounds.len());
            return match (self.unsaved(), rounds) {
                (true, _) => Some(refuse("draft-unsaved").rule("S7")),
                (false, 0) => Some(refuse("no-round")),
                (false, 1) => Some(refuse("no-other-round")),
                (false, _) => None,
            };
        }
        if self.round().is_none() {
            return Some(refuse("no-round"));
        }
        if self.picture.is_none() {
            return Some(refuse("denied-blind").rule("S4"));
        }
        match action {
            Action::Rule | Action::Frame => None,
            Action::Compare => self.unsaved().then(|| refuse("draft-unsaved").rule("S7")),
            _ => self.in_the_way(action),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let reference = self
            .list
            .selected()
            .map(|placed| placed.proposal.reference.to_string());
        let open = |route: fn(String) -> Route| reference.map(route).map(Effect::Open).into_iter().collect();
        match action {
            Action::Open => return open(Route::Proposal),
            Action::Recommend => return open(Route::Recommend),
            Action::Agenda => return self.to_agenda(),
            Action::Decide => return open(Route::Decide),
            Action::WhatIf => {
                if let Some(placed) = self.list.selected().cloned() {
                    self.draft.toggle(&placed);
                    return self.tried();
                }
            }
            Action::Down => self.shift(keys::down),
            Action::Up => self.shift(keys::up),
            Action::Undo => {
                self.draft.undo();
                return self.tried();
            }
            Action::Scores => self.scores = !self.scores,
            Action::Rule => self.next_rule(),
            Action::Compare => return self.compare(),
            Action::Save | Action::Amount | Action::Frame | Action::Round => self.ask(action),
        }
        Vec::new()
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn back(&mut self) -> Option<Vec<Effect>> {
        self.draft.clear_marks().then(|| self.tried())
    }

    fn back_label(&self) -> Option<&'static str> {
        (!self.draft.marks().is_empty()).then_some("ranking-drop-tried")
    }

    fn mode(&self) -> Option<Mode> {
        self.prompt.as_ref().map(|prompt| prompt.form().mode())
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.prompt.as_mut().map(|prompt| prompt.key(key)) {
            Some(Reply::Submit) => return self.answered(),
            Some(Reply::Leave { changed }) => {
                // A reason that was begun is kept with the order that it is for.
                let kept = matches!(self.prompt, Some(Prompt::Reason { .. }));
                return vec![Effect::close_form(changed && !kept)];
            }
            Some(Reply::Stay) | None => {}
        }
        Vec::new()
    }

    fn close_form(&mut self) {
        self.close();
    }

    fn pasted(&mut self, text: &str) {
        if let Some(prompt) = &mut self.prompt {
            prompt.form_mut().paste(text);
        }
    }

    fn unsaved(&self) -> bool {
        !self.draft.moves().is_empty()
    }

    fn performed(&mut self, tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match (outcome, &mut self.prompt) {
            (Ok(outcome), _) => {
                if tag != agenda::TAG {
                    self.draft.saved();
                    self.prompt = None;
                }
                // The saved order is on its way; until it is here the draft must not be drawn without its moves.
                vec![Effect::done(Phrase::Text(outcome.done, outcome.args))]
            }
            (Err(error), Some(prompt)) => {
                prompt.form_mut().refuse(REASON, error.refusal());
                Vec::new()
            }
            (Err(error), None) => vec![Effect::refused(error.refusal())],
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        list::board(self, area, buf, ctx);
    }
}
