//! The secretariat takes back a voucher that is wrong (L2). The route's parameter is its number. The claims that rest on it
//! follow, which the outcome says.

use crate::domain::ledger::Event;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::present::vouchers;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, day};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::ReverseVoucher;
use crate::usecases::views::Vouchers;
use crate::usecases::views::ledger::VoucherLine;

/// The screen on which a voucher is reversed.
#[must_use]
pub(crate) fn reverse(voucher: i64) -> StepScreen<Reverse> {
    StepScreen::new(Reverse { voucher })
}

pub(crate) struct Reverse {
    voucher: i64,
}

impl Reverse {
    fn line<'d>(&self, data: &'d [VoucherLine]) -> Option<&'d VoucherLine> {
        data.iter().find(|line| line.voucher == self.voucher)
    }
}

/// R1, R2, R4: whether charges may rest on vouchers of this kind.
fn followed(event: Event) -> bool {
    matches!(event, Event::Disbursement | Event::Opening | Event::Repayment)
}

impl StepForm for Reverse {
    type View = Vouchers;

    fn title(&self) -> Phrase {
        phrase("vouchers-reverse-title").with("voucher", self.voucher)
    }

    fn view(&self) -> Vouchers {
        Vouchers
    }

    fn form(&self, _data: &Vec<VoucherLine>) -> Form {
        let fields = vec![
            Field::prose("reason", phrase("word-reason"), "").hint(phrase("vouchers-reason-hint")),
            Field::date("on", phrase("word-date"), "").hint(phrase("word-date-hint")),
        ];
        Form::new(fields, "vouchers-reverse-yes")
    }

    fn facts(&self, data: &Vec<VoucherLine>, ctx: &Ctx<'_>) -> Vec<Fact> {
        let Some(line) = self.line(data) else {
            return Vec::new();
        };
        let amount = Fact::of("word-amount", ctx.words.kr(line.amount()), ctx.words);
        let mut facts = vouchers::facts(line, ctx.words);
        facts.push(amount);
        facts
    }

    fn question(&self, data: &Vec<VoucherLine>, form: &mut Form) -> Option<Question> {
        let on = day(form, "on");
        let reason = form.read("reason", text::required_prose)?;
        let line = self.line(data)?;
        let effect = phrase("vouchers-reverse-effect")
            .with("voucher", self.voucher)
            .with("text", line.text.as_str())
            .with("amount", line.amount());
        let follow = followed(line.event).then(|| phrase("vouchers-reverse-follows"));
        let lines = [Some(effect), follow, Some(phrase("vouchers-reverse-final"))];
        let lines = lines.into_iter().flatten().collect();
        let step = ReverseVoucher {
            voucher: self.voucher,
            reason,
            on,
        };
        Some(Question {
            title: self.title(),
            lines,
            yes: "vouchers-reverse-yes",
            no: "not-reversed",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "reverse")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "reversal-before").then_some("on")
    }
}
