//! A forecast is kept under a name for the yearly comparison (F5; `Route::SaveForecast`). What was saved before is in
//! sight, so that the names go together; what-ifs are never saved.

use crate::domain::forecast::Settings;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::SaveForecast;
use crate::usecases::views::SavedForecasts;

/// As many of the saved forecasts as are named.
const NAMED: usize = 6;

/// The screen on which the forecast of today is saved.
#[must_use]
pub(crate) fn save() -> StepScreen<Save> {
    StepScreen::new(Save)
}

pub(crate) struct Save;

impl StepForm for Save {
    type View = SavedForecasts;

    fn title(&self) -> Phrase {
        phrase("outlook-save-title")
    }

    fn view(&self) -> SavedForecasts {
        SavedForecasts
    }

    fn form(&self, _data: &Vec<(String, jiff::civil::Date)>) -> Form {
        let name = Field::line("name", phrase("word-name"), "").hint(phrase("outlook-save-hint"));
        Form::new(vec![name], "outlook-save-yes")
    }

    fn facts(&self, data: &Vec<(String, jiff::civil::Date)>, ctx: &Ctx<'_>) -> Vec<Fact> {
        if data.is_empty() {
            return vec![Fact::of(
                "outlook-saved",
                ctx.words.t("word-no-forecasts-are-saved-yet"),
                ctx.words,
            )];
        }
        let mut label = ctx.words.t("outlook-saved");
        let latest = data.iter().rev().take(NAMED);
        let fact = |(name, on): &(String, jiff::civil::Date)| {
            let text = format!("{name} ({})", ctx.words.date(*on));
            Fact::new(std::mem::take(&mut label), text)
        };
        latest.map(fact).collect()
    }

    fn question(&self, _data: &Vec<(String, jiff::civil::Date)>, form: &mut Form) -> Option<Question> {
        let name = form.read("name", text::required_line)?;
        let effect = phrase("outlook-save-effect").with("name", name.as_str());
        let step = SaveForecast {
            name,
            settings: Settings::default(),
        };
        Some(Question {
            title: self.title(),
            lines: vec![effect, phrase("outlook-save-final")],
            yes: "outlook-save-yes",
            no: "not-saved",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "save")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "forecast-exists").then_some("name")
    }
}
