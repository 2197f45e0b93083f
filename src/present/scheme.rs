//! The council's parameters with their days.

use super::column::{self, Column};
use super::document::Document;
use crate::i18n::{Words, phrase};
use crate::usecases::views::terms::{Parameter, ParametersData};

type C = Column<Parameter>;

/// The parameters as they are on a day.
pub const COLUMNS: &[C] = &[
    C::data("key", |parameter| parameter.key.into()).shown("scheme-col-key"),
    C::data("value", |parameter| parameter.value.as_str().into()).shown("scheme-col-value"),
    C::data("from", |parameter| parameter.from.into()).shown("seats-col-from"),
    C::data("reason", |parameter| parameter.reason.as_str().into()).shown("word-reason"),
];

/// The page of the parameters.
#[must_use]
pub fn page(data: &ParametersData, words: &Words) -> Document {
    Document {
        title: phrase("scheme-title").with("date", data.on).words(words),
        ..column::list(COLUMNS, &data.parameters, "", words)
    }
}
