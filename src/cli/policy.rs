//! `kommit policy`: who may do what, as the program itself asks. Needs no fund.

use super::answer::Answer;
use super::call::Call;
use crate::domain::policy::Action;
use crate::present::policy::COLUMNS;
use crate::present::{Document, Record, column};

pub(super) fn run(call: &Call) -> Answer {
    call.items(
        &Action::ALL,
        |action| Record::of(COLUMNS, action),
        |words| Document {
            title: words.t("cli-who-may-do-what"),
            foot: words.t("policy-note"),
            ..column::list(COLUMNS, &Action::ALL, "", words)
        },
    )
}
