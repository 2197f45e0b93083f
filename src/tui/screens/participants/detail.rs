//! One participant: what it is to pay and when, every answer that it gave, and every payment. The route's parameter is
//! its number. The secretariat registers answers and payments from here too.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::rows::short;
use super::{list, step};
use crate::domain::participant::{Answer, Number};
use crate::domain::policy::Action as Rule;
use crate::domain::refusal::Refusal;
use crate::i18n::clean_prose;
use crate::i18n::{Phrase, phrase};
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, spans, wrap};
use crate::usecases::views::ParticipantView;
use crate::usecases::views::participants::{Adopted, ParticipantData};
use jiff::civil::Date;

/// The widest that the page is read at.
const READABLE: u16 = 76;
/// Columns of the labels.
const LABELS: u16 = 22;

/// The screen.
pub struct Detail {
    number: Number,
    scroll: Scroll,
    data: Option<ParticipantData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Answer,
    Payment,
}

impl Detail {
    #[must_use]
    pub fn new(number: Number) -> Self {
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
        Binding::new(
            &[Key::Char('a')],
            Action::Answer,
            "participants-answer",
            "participants-answer-help",
        )
        .needs(Rule::RegisterAnswer),
        Binding::new(
            &[Key::Char('p')],
            Action::Payment,
            "participants-payment",
            "participants-payment-help",
        )
        .needs(Rule::RegisterPayment),
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
        (action == Action::Payment)
            .then(|| step::why_no_payment(line))
            .flatten()
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let number = self.number.clone();
        vec![Effect::Open(match action {
            Action::Answer => Route::Answer(number),
            Action::Payment => Route::Payment(number),
        })]
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some(data) = &self.data else { return };
        let margin = area.width.min(2);
        let place = Rect {
            x: area.x + margin,
            y: area.y + area.height.min(1),
            width: (area.width - margin).min(READABLE),
            height: area.height.saturating_sub(1),
        };
        let page = Page::of(data, place.width, ctx);
        let window = self.scroll.window(page.lines.len(), place.height);
        for (row, (label, value, style)) in (0..place.height).zip(&page.lines[window]) {
            let indent = LABELS.min(place.width / 2);
            let label = format!("{:<1$}", fit(label, indent, ctx.theme), usize::from(indent));
            if value.is_empty() {
                spans(buf, place, row, &[(label.trim_end(), ctx.theme.strong())]);
            } else {
                spans(buf, place, row, &[(&label, ctx.theme.dim()), (value, *style)]);
            }
        }
    }
}

/// The page, line by line: a label and what it labels; a label alone is a heading.
struct Page<'p> {
    ctx: &'p Ctx<'p>,
    room: u16,
    lines: Vec<(String, String, Style)>,
}

impl<'p> Page<'p> {
    fn of(data: &ParticipantData, wide: u16, ctx: &'p Ctx<'p>) -> Self {
        let mut page = Page {
            ctx,
            room: wide.saturating_sub(LABELS.min(wide / 2)),
            lines: Vec::new(),
        };
        page.who(data);
        page.money(data);
        page.answers(&data.answers);
        page.payments(data);
        page.solutions(&data.adopted);
        page
    }

    fn fact(&mut self, label: &str, value: &str, style: Style) {
        let mut label = label.to_owned();
        for line in wrap(&clean_prose(value), self.room) {
            self.lines.push((std::mem::take(&mut label), line, style));
        }
    }

    fn head(&mut self, key: &str) {
        self.lines.push((String::new(), String::new(), Style::new()));
        self.lines
            .push((self.ctx.words.t(key), String::new(), Style::new()));
    }

    fn who(&mut self, data: &ParticipantData) {
        let words = self.ctx.words;
        let who = &data.line.row.participant;
        let standing = data.line.standing;
        let style = list::style(standing, self.ctx);
        let plain = self.ctx.theme.plain();
        self.fact(&words.t("participants-kind"), &words.t(who.kind.key()), plain);
        self.fact(&words.t("participants-col-county"), &who.county_name, plain);
        let inhabitants = words.count(i64::from(who.population));
        self.fact(&words.t("participants-inhabitants"), &inhabitants, plain);
        self.fact(
            &words.t("participants-contribution"),
            &words.t(short(standing)),
            style,
        );
    }

    fn money(&mut self, data: &ParticipantData) {
        let words = self.ctx.words;
        let (line, plain) = (&data.line, self.ctx.theme.plain());
        self.head("participants-money");
        if line.standing.has_joined() {
            for (label, amount) in [
                ("participants-frozen", line.promised()),
                ("participants-paid-so-far", line.row.paid),
                ("participants-owed", line.owed()),
            ] {
                self.fact(&words.t(label), &words.kr(amount), plain);
            }
        } else {
            self.fact(
                &words.t("participants-would-pay"),
                &words.kr(line.potential),
                plain,
            );
        }
        for (label, due) in [
            ("participants-answer-due", data.due.answer),
            ("participants-payment-due", data.due.payment),
        ] {
            // A scheme without a date never makes anyone late.
            if due != Date::MAX {
                self.fact(&words.t(label), &words.long_date(due), plain);
            }
        }
    }

    fn answers(&mut self, answers: &[Answer]) {
        let words = self.ctx.words;
        self.head("participants-answers");
        if answers.is_empty() {
            let none = words.t("participants-no-answers");
            self.lines.push((String::new(), none, self.ctx.theme.dim()));
        }
        for answer in answers {
            let said = if answer.joins {
                phrase("participants-said-yes").with("amount", answer.amount)
            } else {
                phrase("participants-said-no")
            };
            self.fact(
                &words.date(answer.decided_on),
                &said.words(words),
                self.ctx.theme.plain(),
            );
            for (key, text) in [
                ("participants-with-reference", &answer.reference),
                ("participants-with-reason", &answer.reason),
            ] {
                if !text.is_empty() {
                    let text = phrase(key).with("text", text.replace('\n', " ")).words(words);
                    self.fact("", &text, self.ctx.theme.dim());
                }
            }
        }
    }

    fn payments(&mut self, data: &ParticipantData) {
        let words = self.ctx.words;
        self.head("participants-payments");
        if data.payments.is_empty() {
            let none = words.t("participants-no-payments");
            self.lines.push((String::new(), none, self.ctx.theme.dim()));
        }
        for payment in &data.payments {
            let text = phrase("participants-payment-line")
                .with("amount", payment.amount)
                .with("voucher", payment.voucher);
            self.fact(
                &words.date(payment.on),
                &text.words(words),
                self.ctx.theme.plain(),
            );
        }
    }

    /// R4: what it has taken into use, and what it owes for it besides the contribution.
    fn solutions(&mut self, adopted: &[Adopted]) {
        let (words, theme) = (self.ctx.words, self.ctx.theme);
        if adopted.is_empty() {
            return;
        }
        self.head("participants-solutions");
        for Adopted {
            reference,
            title,
            line,
        } in adopted
        {
            self.fact(&reference.to_string(), title, theme.plain());
            let money = phrase("participants-solution-money")
                .with("date", line.adoption.adopted_on)
                .with("charged", line.charged)
                .with("paid", line.paid);
            self.fact("", &money.words(words), theme.dim());
            for (key, amount, style) in [
                ("participants-solution-overdue", line.overdue.amount, theme.warn()),
                ("participants-solution-owed", line.owed, theme.plain()),
            ] {
                if amount.is_positive() {
                    self.fact("", &phrase(key).with("amount", amount).words(words), style);
                }
            }
        }
    }
}
