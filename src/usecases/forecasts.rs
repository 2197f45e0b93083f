//! A forecast is kept by name, for the yearly comparison (F5). What-ifs are never kept.

use std::sync::Arc;

use super::queries::forecast_facts::facts;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::forecast::{Engine, Outlook, Saved, Settings, WhatIf};
use crate::domain::log_action::LogAction;
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// Keeps the forecast of today under a name. It is never changed afterwards.
#[derive(Debug)]
pub struct SaveForecast {
    pub name: String,
    pub settings: Settings,
}

impl UseCase for SaveForecast {
    fn action(&self) -> Action {
        Action::SaveForecast
    }

    fn name(&self) -> LogAction {
        LogAction::ForecastSave
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let name = text::required_line(&self.name)?;
        if context.write.forecast(&name)?.is_some() {
            return Err(refuse("forecast-exists").rule("F5").with("name", name).into());
        }
        let facts = facts(context.write, context.today)?;
        // Nobody else can write while it is worked out.
        let engine = Engine::with_progress(&facts, &WhatIf::default(), self.settings, context.progress);
        let saved = Saved::of(&Outlook::new(Arc::new(engine)), context.today, self.settings);
        context.write.add_forecast(&name, &saved, &context.actor.handle)?;
        Ok(Outcome::new("done-forecast-saved", &name)
            .with("name", name.as_str())
            .with("date", context.today)
            .made("name", name.as_str())
            .made("as_of", context.today.to_string())
            .logged("seed", self.settings.seed)
            .logged("paths", self.settings.paths))
    }
}
