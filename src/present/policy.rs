//! Who may do what: the columns of the actions.

use super::column::Column;
use super::document::Styled;
use crate::domain::policy::{Action, Administrator, Role};
use crate::exchange::Cell;
use crate::i18n::Words;

type C = Column<Action>;

/// The actions, with a column for each role.
pub const COLUMNS: &[C] = &[
    C::data("action", |action| action.word().into())
        .rendered("col-action", |action, words| words.t(action.key()).into()),
    C::data("roles", |action| {
        Cell::List(
            action
                .who()
                .roles()
                .iter()
                .map(|role| role.word().to_owned())
                .collect(),
        )
    }),
    C::people("policy-member", |action, words| may(*action, Role::Member, words)),
    C::people("word-chair", |action, words| may(*action, Role::Chair, words)),
    C::people("policy-deputy", |action, words| may(*action, Role::Deputy, words)),
    C::people("policy-secretariat", |action, words| {
        may(*action, Role::Secretariat, words)
    }),
    C::people("word-ks", |action, words| may(*action, Role::Ks, words)),
    C::people("policy-observer", |action, words| {
        may(*action, Role::Observer, words)
    }),
    C::data("administrator", |action| {
        match action.administrator() {
            Administrator::Always => "always",
            Administrator::DuringSetUp => "set-up",
            Administrator::Never => "never",
        }
        .into()
    })
    .rendered("policy-administrator", |action, words| {
        words
            .t(match action.administrator() {
                Administrator::Always => "word-yes",
                Administrator::DuringSetUp => "policy-set-up",
                Administrator::Never => "word-dash",
            })
            .into()
    }),
];

fn may(action: Action, role: Role, words: &Words) -> Styled {
    let may = action.who().roles().contains(&role);
    words.t(if may { "word-yes" } else { "word-dash" }).into()
}
