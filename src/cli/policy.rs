//! `kommit policy`: who may do what, as the program itself asks. Needs no fund.

use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::policy::{Action, Administrator, Role};

#[derive(Serialize)]
struct Record {
    action: &'static str,
    roles: &'static [Role],
    /// `always`, `set-up` (until the first round opens) or `never`.
    administrator: Administrator,
}

impl Record {
    fn of(action: Action) -> Record {
        Record {
            action: action.word(),
            roles: action.who().roles(),
            administrator: action.administrator(),
        }
    }
}

pub fn run(call: &Call) -> Answer {
    call.list(&Action::ALL, |action| Record::of(*action), draw)
}

fn draw(page: &mut Page) {
    let words = page.words;
    let mut columns = vec![(words.t("cli-col-action"), Side::Left)];
    columns.extend(Role::ALL.map(|role| (words.t(&format!("cli-policy-{}", role.word())), Side::Left)));
    columns.push((words.t("cli-policy-administrator"), Side::Left));
    let mut table = Table::new(&columns);
    for action in Action::ALL {
        let mut cells = vec![words.t(action.key())];
        cells.extend(Role::ALL.map(|role| {
            let may = action.who().roles().contains(&role);
            words.t(if may { "word-yes" } else { "cli-dash" })
        }));
        cells.push(words.t(match action.administrator() {
            Administrator::Always => "word-yes",
            Administrator::DuringSetUp => "cli-policy-set-up",
            Administrator::Never => "cli-dash",
        }));
        table.row(&cells);
    }
    page.title(&words.t("cli-policy-title"));
    page.table(&table);
    page.gap();
    page.line(&words.t("cli-policy-note"));
}
