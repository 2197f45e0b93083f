//! One participant: what it is to pay and when, every answer that it gave, and every payment. The route's parameter is
//! its number. The secretariat registers answers, payments and refunds from here too; KS waives a rest, and
//! keeps what is over.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{answers, pays};
use super::sum::{self, Deed};
use crate::domain::participant::Number;
use crate::domain::policy::Action as Rule;
use crate::domain::refusal::Refusal;
use crate::i18n::Phrase;
use crate::present::participants;
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::document;
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views::ParticipantView;
use crate::usecases::views::participants::ParticipantData;

/// The screen.
pub(crate) struct Detail {
    number: Number,
    scroll: Scroll,
    data: Option<ParticipantData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Answer,
    Payment,
    Waive,
    Refund,
    Keep,
}

impl Detail {
    #[must_use]
    pub(crate) fn new(number: Number) -> Self {
        Detail {
            number,
            scroll: Scroll::default(),
            data: None,
        }
    }
}

impl Screen for Detail {
    type View = ParticipantView;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        answers(Action::Answer),
        pays(Action::Payment),
        Binding::new(
            &[Key::Char('e')],
            Action::Waive,
            "participants-waive",
            "participants-waive-help",
        )
        .needs(Rule::Waive),
        Binding::new(
            &[Key::Char('r')],
            Action::Refund,
            "participants-refund",
            "participants-refund-help",
        )
        .needs(Rule::PayRefund),
        Binding::new(
            &[Key::Char('n')],
            Action::Keep,
            "participants-keep",
            "participants-keep-help",
        )
        .needs(Rule::KeepOverpayment),
    ];

    fn title(&self) -> Phrase {
        let name = self
            .data
            .as_ref()
            .map_or("", |data| &data.line.row.participant.name);
        Phrase::Name(format!("{} {name}", self.number))
    }

    fn view(&self) -> ParticipantView {
        ParticipantView {
            number: self.number.clone(),
        }
    }

    fn receive(&mut self, data: ParticipantData) {
        self.data = Some(data);
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        self.scroll.step(step);
        Vec::new()
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let line = self.data.as_ref().map(|data| &data.line)?;
        match action {
            Action::Answer => None,
            Action::Payment => line.why_no_payment(),
            Action::Waive => sum::why_not(Deed::Waive, line),
            Action::Refund => sum::why_not(Deed::Refund, line),
            Action::Keep => sum::why_not(Deed::Keep, line),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let number = self.number.clone();
        vec![Effect::Open(match action {
            Action::Answer => Route::Answer(number),
            Action::Payment => Route::Payment(number),
            Action::Waive => Route::Waive(number),
            Action::Refund => Route::RefundContribution(number),
            Action::Keep => Route::Keep(number),
        })]
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            let page = participants::page(data, ctx.words);
            document::draw(&page, &self.scroll, area, buf, ctx);
        }
    }
}
