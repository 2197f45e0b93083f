//! Which fields a form asks for: another answer may make some of them needless.

use super::Form;
use crate::domain::refusal::refuse;

impl Form {
    /// Whether a question was answered with yes, the first of its choices; else it is refused.
    pub fn yes(&mut self, name: &str) -> Option<bool> {
        let chosen = self.choice(name);
        if chosen.is_none() {
            self.refuse(name, refuse("form-unanswered"));
        }
        chosen.map(|at| at == 0)
    }

    /// The next field that is asked for, or the button.
    pub(super) fn after(&self) -> usize {
        let asked = |at: &usize| !self.fields[*at].hidden;
        let rest = self.at.saturating_add(1)..self.fields.len();
        rest.into_iter().find(asked).unwrap_or(self.fields.len())
    }

    pub(super) fn before(&self) -> usize {
        let asked = |at: &usize| !self.fields[*at].hidden;
        (0..self.at).rev().find(asked).unwrap_or(self.at)
    }

    /// Asks for a field, or leaves it out because another answer makes it needless. What was typed in it stays.
    pub fn ask(&mut self, name: &str, asked: bool) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.hidden = !asked;
        }
    }

    /// Whether there is such a field, and it is asked for now.
    #[must_use]
    pub fn asks(&self, name: &str) -> bool {
        self.field(name).is_some_and(|field| !field.hidden)
    }
}
