//! `kommit check`: the health of the file, the books and the log.

use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::audit::{ExpectedRecord, met};
use super::call::Call;
use super::failure::Failure;
use crate::domain::anchor::Anchor;
use crate::domain::refusal::Value;
use crate::i18n::Words;
use crate::usecases::views::audit::{Expected, ExpectedRow};
use crate::usecases::views::health::unopened;
use crate::usecases::views::{Alteration, Altered, Finding, Health, Upgrade};

/// Something is wrong with the file.
pub(super) const UNHEALTHY: u8 = 1;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "cli-value-anchor", value_parser = Anchor::parse, help = "cli-arg-expect")]
    expect: Option<Anchor>,
}

#[derive(Serialize)]
struct Report {
    ok: bool,
    findings: Vec<Record>,
    /// The system tells sessions at once when another writes.
    notices: bool,
    /// The type of the network file system that the file lies on, where SQLite's locks don't reach everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<String>,
    /// The row of the log that was asked for, and the hash that it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<ExpectedRecord>,
}

/// What was looked at.
#[derive(Default)]
struct Looked {
    findings: Vec<Finding>,
    notices: bool,
    network: Option<String>,
    expected: Option<Expected>,
}

impl Looked {
    fn is_well(&self) -> bool {
        self.findings.iter().all(Finding::is_settled) && self.expected.as_ref().is_none_or(Expected::is_met)
    }
}

#[derive(Serialize)]
pub(super) struct Record {
    kind: &'static str,
    message: String,
    /// What has been altered past the program, and where.
    #[serde(flatten)]
    altered: Option<AlteredRecord>,
    /// The row of the log in which it was acknowledged.
    #[serde(skip_serializing_if = "Option::is_none")]
    acknowledged_in: Option<i64>,
}

#[derive(Serialize)]
struct AlteredRecord {
    change: &'static str,
    table: String,
    key: Json,
    log_row: Option<i64>,
}

impl AlteredRecord {
    fn of(finding: &Finding) -> Option<AlteredRecord> {
        let (Finding::Row(altered) | Finding::Schema(altered)) = finding else {
            return None;
        };
        Some(AlteredRecord {
            change: altered.change.word(),
            table: altered.table.clone(),
            key: serde_json::from_str(&altered.key).unwrap_or_else(|_| altered.key.as_str().into()),
            log_row: altered.log,
        })
    }
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let looked = match call.session() {
        Ok(session) => Looked {
            findings: session.view(&Health)?,
            notices: session.watch().is_ok(),
            network: session.network(),
            expected: args
                .expect
                .map(|anchor| session.view(&ExpectedRow(anchor)))
                .transpose()?,
        },
        Err(Failure::Op(why)) if call.is_for_the_owner() => Looked {
            findings: unopened(&call.path()?, why)?,
            notices: true,
            ..Looked::default()
        },
        Err(other) => return Err(other),
    };
    let json = || Report {
        ok: looked.is_well(),
        findings: records(&looked.findings, &call.words),
        notices: looked.notices,
        network: looked.network.clone(),
        expected: looked.expected.as_ref().map(ExpectedRecord::of),
    };
    let answer = call.document(json, |words| describe(&looked, words).into());
    let code = if looked.is_well() { 0 } else { UNHEALTHY };
    Ok(answer.with_code(code))
}

pub(super) fn records(findings: &[Finding], words: &Words) -> Vec<Record> {
    let records = findings.iter().map(|finding| Record {
        kind: kind(finding),
        message: message(finding, words),
        altered: AlteredRecord::of(finding),
        acknowledged_in: match finding {
            Finding::Upgraded(upgrade) => upgrade.acknowledged,
            _ => None,
        },
    });
    records.collect()
}

fn describe(looked: &Looked, words: &Words) -> String {
    let mut lines = vec![found(&looked.findings, words)];
    lines.extend(
        looked
            .expected
            .as_ref()
            .map(|expected| met(expected).words(words)),
    );
    if let Some(kind) = &looked.network {
        lines.push(words.tr("cli-check-network", &[("kind", kind.as_str().into())]));
    }
    if !looked.notices {
        lines.push(words.t("cli-check-no-notices"));
    }
    lines.join("\n")
}

/// What is wrong, each on a line of its own, or that nothing is; then what has been acknowledged.
pub(super) fn found(findings: &[Finding], words: &Words) -> String {
    let (settled, wrong): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding.is_settled());
    let mut text = if wrong.is_empty() {
        words.t("cli-check-ok")
    } else {
        words.tr("cli-check-findings", &[("count", wrong.len().into())])
    };
    for finding in wrong.into_iter().chain(settled) {
        text += "\n- ";
        text += &message(finding, words);
    }
    text
}

fn kind(finding: &Finding) -> &'static str {
    match finding {
        Finding::Integrity(_) => "integrity",
        Finding::Dangling { .. } => "dangling",
        Finding::Unbalanced { .. } => "unbalanced",
        Finding::Gap { .. } => "gap",
        Finding::Capital { .. } => "capital",
        Finding::Disbursement { .. } => "disbursement",
        Finding::Repayments { .. } => "repayments",
        Finding::Refunds { .. } => "refunds",
        Finding::Movements { .. } => "movements",
        Finding::Charge { .. } => "charge",
        Finding::Overcharged { .. } => "overcharged",
        Finding::BelowZero { .. } => "below_zero",
        Finding::Sum { .. } => "sum",
        Finding::Row(_) => "row",
        Finding::Schema(_) => "schema",
        Finding::Seals { .. } => "seals",
        Finding::Upgraded(_) => "upgraded",
        Finding::Ballots { .. } => "ballots",
        Finding::Audit { .. } => "audit",
    }
}

fn message(finding: &Finding, words: &Words) -> String {
    match finding {
        Finding::Integrity(detail) => {
            words.tr("cli-finding-integrity", &[("detail", detail.as_str().into())])
        }
        Finding::Dangling { table, count } => words.tr(
            "cli-finding-dangling",
            &[("table", table.as_str().into()), ("count", (*count).into())],
        ),
        Finding::Unbalanced { voucher, sum } => {
            let args = [("voucher", voucher.to_string().into()), ("sum", (*sum).into())];
            words.tr("cli-finding-unbalanced", &args)
        }
        Finding::Gap { after } => words.tr("cli-finding-gap", &[("after", after.to_string().into())]),
        Finding::Capital { difference } => {
            words.tr("cli-finding-capital", &[("difference", (*difference).into())])
        }
        Finding::Disbursement { id } => {
            words.tr("cli-finding-disbursement", &[("id", id.to_string().into())])
        }
        Finding::Repayments {
            reference,
            difference,
        } => words.tr(
            "cli-finding-repayments",
            &[("ref", (*reference).into()), ("difference", (*difference).into())],
        ),
        Finding::Refunds { difference } => {
            words.tr("cli-finding-refunds", &[("difference", (*difference).into())])
        }
        Finding::Movements { voucher } => words.tr(
            "cli-finding-movements",
            &[("voucher", voucher.to_string().into())],
        ),
        Finding::Charge { invoice } => {
            words.tr("cli-finding-charge", &[("invoice", invoice.to_string().into())])
        }
        Finding::Overcharged { reference, charged } => words.tr(
            "cli-finding-overcharged",
            &[("ref", (*reference).into()), ("charged", (*charged).into())],
        ),
        Finding::BelowZero { balance, on, amount } => {
            let args = [
                ("kind", balance.kind().into()),
                ("subject", balance.subject().into()),
                ("ref", balance.solution().into()),
                ("date", (*on).into()),
                ("amount", (*amount).into()),
            ];
            words.tr("cli-finding-below-zero", &args)
        }
        Finding::Sum {
            account,
            day,
            difference,
        } => words.tr(
            "cli-finding-sum",
            &[
                ("account", account.as_str().into()),
                ("day", day.as_str().into()),
                ("difference", (*difference).into()),
            ],
        ),
        Finding::Row(row) if finding.is_removed_from_the_log() => {
            words.tr("cli-finding-log-removed", &named(row))
        }
        Finding::Row(row) => words.tr(altered_row(row.change), &named(row)),
        Finding::Schema(part) => words.tr(altered_schema(part), &named(part)),
        Finding::Seals { log } => words.tr("cli-finding-seals", &[("log", log.to_string().into())]),
        Finding::Upgraded(upgrade) => upgraded(upgrade, words),
        Finding::Ballots { meeting, election } => words.tr(
            "cli-finding-ballots",
            &[
                ("meeting", meeting.to_string().into()),
                ("election", election.to_string().into()),
            ],
        ),
        Finding::Audit { seq } => words.tr("cli-finding-audit", &[("seq", seq.to_string().into())]),
    }
}

fn upgraded(upgrade: &Upgrade, words: &Words) -> String {
    let log = upgrade.log.to_string();
    let said = words.tr(
        "cli-finding-upgraded",
        &[("log", log.as_str().into()), ("count", upgrade.count.into())],
    );
    let then = match upgrade.acknowledged {
        Some(row) => words.tr("cli-finding-acknowledged", &[("log", row.to_string().into())]),
        None => words.tr("cli-finding-to-acknowledge", &[("log", log.into())]),
    };
    format!("{said} {then}")
}

fn altered_row(change: Alteration) -> &'static str {
    match change {
        Alteration::Changed => "cli-finding-row-changed",
        Alteration::Added => "cli-finding-row-added",
        Alteration::Removed => "cli-finding-row-removed",
    }
}

fn altered_schema(part: &Altered) -> &'static str {
    match part.change {
        Alteration::Changed if part.table == "pragma" => "cli-finding-version-changed",
        Alteration::Changed => "cli-finding-schema-changed",
        Alteration::Added => "cli-finding-schema-added",
        // Without the log nothing says what wrote it.
        Alteration::Removed if part.log.is_none() => "cli-finding-schema-gone",
        Alteration::Removed => "cli-finding-schema-removed",
    }
}

fn named(altered: &Altered) -> [(&'static str, Value); 3] {
    let log = altered.log.map(|log| log.to_string()).unwrap_or_default();
    [
        ("table", altered.table.as_str().into()),
        ("key", key(&altered.key).into()),
        ("log", log.into()),
    ]
}

/// A key as people read it: its parts with commas between.
fn key(key: &str) -> String {
    let Ok(Json::Array(parts)) = serde_json::from_str(key) else {
        return key.to_owned();
    };
    let parts = parts.iter().map(|part| match part {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn where_locks_or_notices_do_not_reach_everybody_it_is_said() {
        let words = Words::new(Lang::Nb);
        let said = |findings: &[Finding], notices, network: Option<&str>| {
            let looked = Looked {
                findings: findings.to_vec(),
                notices,
                network: network.map(str::to_owned),
                expected: None,
            };
            assert_eq!(looked.is_well(), findings.is_empty());
            describe(&looked, &words)
        };
        let (with, without) = (said(&[], true, None), said(&[], false, None));
        assert!(
            without.starts_with(&with) && without.contains("hvert annet sekund"),
            "{without}"
        );
        let found = said(&[Finding::Gap { after: 7 }], true, None);
        assert!(
            found.contains("\n- ") && !found.contains("hvert annet sekund"),
            "{found}"
        );
        let far = said(&[], true, Some("nfs4"));
        assert!(far.starts_with(&with) && far.contains("(nfs4)"), "{far}");
    }
}
