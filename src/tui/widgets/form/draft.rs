//! What has been typed in a form, by field, to be kept until it is delivered; and a form that is filled in with it again.

use std::collections::BTreeMap;

use tui_input::Input;

use super::field::prose;
use super::{Field, Form, Kind};

impl Form {
    /// What stands in every field now.
    #[must_use]
    pub fn draft(&self) -> BTreeMap<String, String> {
        let fields = self.fields.iter();
        fields
            .map(|field| (field.name.to_owned(), field.draft()))
            .collect()
    }

    /// Fills in what was typed before. What the form began with stays what a change is measured by.
    pub fn take_up(&mut self, draft: &BTreeMap<String, String>) {
        for field in &mut self.fields {
            if let Some(typed) = draft.get(field.name) {
                field.take_up(typed);
            }
        }
    }
}

impl Field {
    /// A choice is found again by what it is called: others may be in its place by then.
    fn draft(&self) -> String {
        match &self.kind {
            Kind::Choice { options, at } => at
                .and_then(|at| options.get(at))
                .map(|option| format!("{option:?}"))
                .unwrap_or_default(),
            _ => self.text(),
        }
    }

    fn take_up(&mut self, typed: &str) {
        if self.draft() == typed {
            return;
        }
        match &mut self.kind {
            Kind::Line(input) | Kind::Amount(input) | Kind::Date(input) => *input = Input::default(),
            Kind::Prose(area) => **area = prose(""),
            Kind::Choice { options, at } => {
                let known = options.iter().position(|option| format!("{option:?}") == typed);
                *at = known.or(*at);
            }
        }
        self.marked = false;
        // It was held by such a field, and fits.
        self.paste(typed).ok();
        self.forget();
    }
}
