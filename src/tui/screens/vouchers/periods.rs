//! A period of the books is closed by the secretariat (`Route::ClosePeriod`), and opened again by KS (`Route::ReopenPeriod`,
//! L2).

use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::Periods;
use crate::usecases::views::periods::PeriodsData;
use crate::usecases::{ClosePeriod, ReopenPeriod};

/// The screen on which a period is closed.
pub(crate) fn close() -> StepScreen<Close> {
    StepScreen::new(Close)
}

/// The screen on which one is opened again.
pub(crate) fn reopen() -> StepScreen<Reopen> {
    StepScreen::new(Reopen)
}

pub(crate) struct Close;

pub(crate) struct Reopen;

/// How far the books are closed now.
fn closed(data: &PeriodsData, ctx: &Ctx<'_>) -> Vec<Fact> {
    let words = ctx.words;
    let through = match data.closed_through {
        Some(through) => words.long_date(through),
        None => words.t("vouchers-nothing-closed"),
    };
    vec![Fact::of("vouchers-closed-through", through, words)]
}

impl StepForm for Close {
    type View = Periods;

    fn title(&self) -> Phrase {
        phrase("vouchers-close-title")
    }

    fn view(&self) -> Periods {
        Periods
    }

    fn form(&self, _data: &PeriodsData) -> Form {
        let through = Field::date("day", phrase("vouchers-close-day"), "");
        Form::new(
            vec![through.hint(phrase("vouchers-close-hint"))],
            "vouchers-close-yes",
        )
    }

    fn facts(&self, data: &PeriodsData, ctx: &Ctx<'_>) -> Vec<Fact> {
        closed(data, ctx)
    }

    fn question(&self, _data: &PeriodsData, form: &mut Form) -> Option<Question> {
        let through = form.date("day")?;
        Some(Question {
            title: self.title(),
            lines: vec![
                phrase("vouchers-close-effect").with("date", through),
                phrase("vouchers-close-final"),
            ],
            yes: "vouchers-close-yes",
            no: "not-closed",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(ClosePeriod { through }), "period")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        match code {
            "period-not-over" | "period-already-closed" => Some("day"),
            _ => None,
        }
    }
}

impl StepForm for Reopen {
    type View = Periods;

    fn title(&self) -> Phrase {
        phrase("vouchers-reopen-title")
    }

    fn view(&self) -> Periods {
        Periods
    }

    fn form(&self, data: &PeriodsData) -> Form {
        let last = data.closed_through.map(|day| day.to_string()).unwrap_or_default();
        let fields = vec![
            Field::date("day", phrase("vouchers-reopen-day"), &last).hint(phrase("vouchers-reopen-hint")),
            Field::prose("reason", phrase("word-reason"), "").hint(phrase("vouchers-reason-hint")),
        ];
        Form::new(fields, "vouchers-reopen-yes")
    }

    fn refused(&self, data: &PeriodsData) -> Option<Refusal> {
        let none = data.closed_through.is_none();
        none.then(|| refuse("vouchers-none-closed").rule("L2"))
    }

    fn facts(&self, data: &PeriodsData, ctx: &Ctx<'_>) -> Vec<Fact> {
        closed(data, ctx)
    }

    fn question(&self, _data: &PeriodsData, form: &mut Form) -> Option<Question> {
        let day = form.date("day");
        let reason = form.read("reason", text::required_prose);
        let (day, reason) = (day?, reason?);
        Some(Question {
            title: self.title(),
            lines: vec![phrase("vouchers-reopen-effect").with("date", day)],
            yes: "vouchers-reopen-yes",
            no: "not-reopened",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(ReopenPeriod { day, reason }), "period")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "period-not-closed").then_some("day")
    }
}
