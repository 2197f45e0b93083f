//! What the secretariat registers about a participant: its answer (`Route::Answer`) and a payment (`Route::Payment`).

use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, day, optional, typed, when};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::ParticipantView;
use crate::usecases::views::participants::ParticipantData;
use crate::usecases::{Payer, RegisterAnswer, RegisterPayment};

/// The screen on which an answer is registered.
pub(crate) fn answer(number: Number) -> StepScreen<AnswerForm> {
    StepScreen::new(AnswerForm { number })
}

/// The screen on which a payment is registered.
pub(crate) fn payment(number: Number) -> StepScreen<PaymentForm> {
    StepScreen::new(PaymentForm { number })
}

pub(crate) struct AnswerForm {
    number: Number,
}

pub(crate) struct PaymentForm {
    number: Number,
}

/// Why nothing is paid by a participant: it hasn't said yes. Who has paid all may pay more (C8).
pub(super) fn who(data: &ParticipantData, ctx: &Ctx<'_>) -> Fact {
    let who = &data.line.row.participant;
    Fact::of(who.kind.key(), format!("{} {}", who.number, who.name), ctx.words)
}

impl StepForm for AnswerForm {
    type View = ParticipantView;

    fn title(&self) -> Phrase {
        phrase("participants-answer-title")
    }

    fn view(&self) -> ParticipantView {
        ParticipantView {
            number: self.number.clone(),
        }
    }

    fn form(&self, data: &ParticipantData) -> Form {
        // A correction begins with what stands.
        let stands = data.line.row.answer.as_ref();
        let joins = stands.map(|answer| answer.joins);
        let on = stands.map_or_else(String::new, |answer| answer.decided_on.to_string());
        let resolved = stands
            .and_then(|answer| answer.resolved)
            .map_or_else(String::new, typed);
        let reference = stands.map_or("", |answer| &answer.reference);
        let resolution = stands.map_or("", |answer| &answer.resolution);
        let mut fields = vec![
            Field::yes_or_no("joins", phrase("participants-joins"), joins),
            Field::date("on", phrase("participants-decided-on"), &on).hint(phrase("word-date-hint")),
            Field::line("reference", phrase("participants-reference"), reference)
                .hint(phrase("participants-reference-hint")),
            Field::line("resolution", phrase("participants-resolution"), resolution)
                .hint(phrase("participants-resolution-hint")),
            Field::amount("resolved", phrase("participants-resolved"), &resolved)
                .hint(phrase("participants-resolved-hint")),
        ];
        if stands.is_some() {
            let reason = Field::line("reason", phrase("word-reason"), "");
            fields.push(reason.hint(phrase("participants-reason-hint")));
        }
        Form::new(fields, "participants-answer-yes")
    }

    fn facts(&self, data: &ParticipantData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let words = ctx.words;
        let mut facts = vec![who(data, ctx)];
        if let Some(before) = &data.line.row.answer {
            let text = if before.joins {
                phrase("participants-said-yes").with("amount", before.amount)
            } else {
                phrase("word-no")
            };
            let text = format!("{}: {}", words.date(before.decided_on), text.words(words));
            facts.push(Fact::of("participants-answered-before", text, words));
        }
        let amount = words.kr(data.promise(data.as_of));
        facts.push(Fact::of("participants-would-pay", amount, words));
        facts
    }

    fn question(&self, data: &ParticipantData, form: &mut Form) -> Option<Question> {
        let joins = form.yes("joins");
        let on = day(form, "on");
        let reference = form.read("reference", text::line);
        let corrects = data.line.row.answer.is_some();
        let reason = if corrects {
            form.read("reason", text::required_prose)
        } else {
            Some(String::new())
        };
        let resolution = form.read("resolution", text::prose);
        let resolved = form.read("resolved", optional(|typed| Ok(Ore::parse_kroner(typed)?)));
        let (joins, reference, reason) = (joins?, reference?, reason?);
        let (resolution, resolved) = (resolution?, resolved?);
        let name = data.line.row.participant.name.as_str();
        let effect = if joins {
            phrase("participants-answer-effect-yes").with("amount", data.promise(on.unwrap_or(data.as_of)))
        } else {
            phrase("participants-answer-effect-no")
        };
        let mut lines = vec![effect.with("name", name)];
        if corrects {
            lines.push(phrase("participants-answer-corrects"));
        }
        let step = RegisterAnswer {
            number: self.number.clone(),
            joins,
            on,
            reference,
            reason,
            resolution,
            resolved,
        };
        Some(Question {
            title: self.title(),
            lines,
            yes: "participants-answer-yes",
            no: "not-registered",
            undo: Undo::Possible,
            then: vec![Effect::Perform(Box::new(step), "answer")],
        })
    }
}

impl StepForm for PaymentForm {
    type View = ParticipantView;

    fn title(&self) -> Phrase {
        phrase("participants-payment-title")
    }

    fn view(&self) -> ParticipantView {
        ParticipantView {
            number: self.number.clone(),
        }
    }

    fn form(&self, data: &ParticipantData) -> Form {
        let owed = data.line.owed();
        let (amount, hint) = if owed.is_positive() {
            (typed(owed), "participants-amount-hint")
        } else {
            (String::new(), "participants-amount-hint-paid")
        };
        let fields = vec![
            Field::amount("amount", phrase("word-amount"), &amount).hint(phrase(hint)),
            Field::date("on", phrase("participants-paid-on"), "").hint(phrase("word-date-hint")),
        ];
        Form::new(fields, "tui-post")
    }

    fn facts(&self, data: &ParticipantData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let words = ctx.words;
        let mut facts = vec![who(data, ctx)];
        for (label, amount) in [
            ("word-promised", data.line.row.contribution().due()),
            ("participants-paid-so-far", data.line.row.paid),
            ("participants-owed", data.line.owed()),
        ] {
            facts.push(Fact::of(label, words.kr(amount), words));
        }
        facts
    }

    fn question(&self, data: &ParticipantData, form: &mut Form) -> Option<Question> {
        let amount = form.amount("amount");
        let on = day(form, "on");
        let amount = amount?;
        let name = data.line.row.participant.name.as_str();
        let effect = when(phrase("participants-payment-effect"), on);
        let over = amount - data.line.owed();
        let mut lines = vec![effect.with("amount", amount).with("name", name)];
        if over.is_positive() {
            lines.push(phrase("participants-payment-over").with("over", over));
        }
        let step = RegisterPayment {
            payer: Payer::Participant(self.number.clone()),
            amount: Some(amount),
            on,
        };
        Some(Question::posting(self.title(), lines, step, "payment"))
    }
}
