//! One solution: its money, its adopters, its charges, and how each settlement shared the cost.

use serde::Serialize;

use super::{Adopters, Record, facts, figures};
use crate::cli::charges;
use crate::cli::page::Page;
use crate::cli::table::{Side, Table};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::i18n::Words;
use crate::usecases::views::SettlementRow;
use crate::usecases::views::solutions::{AdopterLine, ChargeLine, SolutionData};

#[derive(Serialize)]
pub struct Report {
    #[serde(flatten)]
    record: Record,
    /// R1: in inhabitants, fixed at go-live.
    planned_base: Option<String>,
    /// Oldest first.
    charges: Vec<charges::Record>,
    /// Oldest first.
    settlements: Vec<Settlement>,
}

#[derive(Serialize)]
pub struct Adopter {
    number: String,
    name: String,
    adopted_on: String,
    inhabitants: u32,
    charged_ore: Ore,
    paid_ore: Ore,
    overdue_ore: Ore,
    refund_owed_ore: Ore,
}

#[derive(Serialize)]
struct Settlement {
    id: i64,
    on: String,
    cost_ore: Ore,
    inhabitants: i64,
    /// By participant number.
    shares: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    number: String,
    name: String,
    inhabitants: u32,
    share_ore: Ore,
}

pub fn report(data: &SolutionData, charges: &[ChargeLine]) -> Report {
    let mut record = Record::of(&data.line);
    record.adopters = Adopters::Each(data.adopters.iter().map(adopter).collect());
    let base = data.line.solution.as_ref().map(|solution| solution.base);
    Report {
        record,
        planned_base: base.map(|base| base.normalize().to_string()),
        charges: charges.iter().map(charges::Record::of).collect(),
        settlements: data.settlements.iter().map(|row| settlement(row, data)).collect(),
    }
}

fn adopter(line: &AdopterLine) -> Adopter {
    let participant = &line.adoption.participant;
    Adopter {
        number: participant.number.to_string(),
        name: participant.name.clone(),
        adopted_on: line.adoption.adopted_on.to_string(),
        inhabitants: participant.population,
        charged_ore: line.charged,
        paid_ore: line.paid,
        overdue_ore: line.overdue.amount,
        refund_owed_ore: line.owed,
    }
}

fn settlement(row: &SettlementRow, data: &SolutionData) -> Settlement {
    let share = |(number, inhabitants, share): &(Number, u32, Ore)| Part {
        number: number.to_string(),
        name: name(number, data),
        inhabitants: *inhabitants,
        share_ore: *share,
    };
    Settlement {
        id: row.id,
        on: row.on.to_string(),
        cost_ore: row.cost,
        inhabitants: row.inhabitants,
        shares: row.shares.iter().map(share).collect(),
    }
}

/// Whoever a settlement is with has adopted.
fn name(number: &Number, data: &SolutionData) -> String {
    let mut all = data.adopters.iter().map(|line| &line.adoption.participant);
    let found = all.find(|one| one.number == *number);
    found.map(|one| one.name.clone()).unwrap_or_default()
}

pub fn draw(data: &SolutionData, charges: &[ChargeLine], page: &mut Page) {
    let words = page.words;
    let proposal = &data.line.proposal;
    page.title(&format!("{} {}", proposal.reference, proposal.details.title));
    page.facts(&facts(&data.line, words));
    page.title(&words.t("cli-solution-money"));
    page.figures(&figures(&data.line, words));
    if !data.adopters.is_empty() {
        page.title(&words.t("cli-solution-adopters"));
        page.table(&adopters(&data.adopters, words));
    }
    if !charges.is_empty() {
        page.title(&words.t("cli-solution-charges"));
        page.table(&charges::table(charges, words));
    }
    if !data.settlements.is_empty() {
        page.title(&words.t("cli-solution-settlements"));
        page.table(&settlements(data, words));
    }
}

fn adopters(lines: &[AdopterLine], words: &Words) -> Table {
    let named = lines.iter().map(|line| {
        let who = &line.adoption.participant;
        ([who.number.to_string(), who.name.clone()], line)
    });
    adoptions(["cli-col-number", "cli-col-name"], named, words)
}

/// What has to do with the money of adoptions, each after a key and a name of its own.
pub fn adoptions<'l>(
    heads: [&str; 2],
    lines: impl Iterator<Item = ([String; 2], &'l AdopterLine)>,
    words: &Words,
) -> Table {
    let mut table = Table::new(&[
        (words.t(heads[0]), Side::Left),
        (words.t(heads[1]), Side::Gives),
        (words.t("cli-col-since"), Side::Left),
        (words.t("cli-col-charged"), Side::Right),
        (words.t("cli-col-paid"), Side::Right),
        (words.t("cli-col-overdue"), Side::Right),
        (words.t("cli-col-owed-back"), Side::Right),
    ]);
    for ([key, name], line) in lines {
        table.row(&[
            key,
            name,
            words.date(line.adoption.adopted_on),
            words.amount(line.charged),
            words.amount(line.paid),
            words.amount(line.overdue.amount),
            words.amount(line.owed),
        ]);
    }
    table
}

/// The shares of every settlement, each below a line that says what was shared.
fn settlements(data: &SolutionData, words: &Words) -> Table {
    let mut table = Table::new(&[
        (words.t("cli-col-number"), Side::Left),
        (words.t("cli-col-name"), Side::Gives),
        (words.t("cli-col-population"), Side::Right),
        (words.t("cli-col-share"), Side::Right),
    ]);
    for row in &data.settlements {
        let args = [("date", row.on.into()), ("cost", row.cost.into())];
        table.across(&words.tr("cli-solution-settlement", &args));
        for (number, inhabitants, share) in &row.shares {
            table.row(&[
                number.to_string(),
                name(number, data),
                words.count((*inhabitants).into()),
                words.amount(*share),
            ]);
        }
    }
    table
}
