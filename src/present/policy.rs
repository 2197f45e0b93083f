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
    C::data("roles", |action| listed(action.who().roles())),
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
    C::data("in_a_seat", |action| listed(action.who().in_a_seat())),
];

fn listed(roles: &[Role]) -> Cell {
    Cell::List(roles.iter().map(|role| role.word().to_owned()).collect())
}

fn may(action: Action, role: Role, words: &Words) -> Styled {
    let who = action.who();
    let key = if who.roles().contains(&role) {
        "word-yes"
    } else if who.in_a_seat().contains(&role) {
        "policy-in-a-seat"
    } else {
        "word-dash"
    };
    words.t(key).into()
}
