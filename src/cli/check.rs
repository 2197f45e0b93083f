//! `kommit check`: the health of the file, the books and the log.

use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::refusal::Value;
use crate::i18n::Words;
use crate::usecases::views::health::unopened;
use crate::usecases::views::{Alteration, Altered, Finding, Health};

/// Something is wrong with the file.
const UNHEALTHY: u8 = 1;

#[derive(Serialize)]
struct Report {
    ok: bool,
    findings: Vec<Record>,
    /// The system tells sessions at once when another writes.
    notices: bool,
}

#[derive(Serialize)]
struct Record {
    kind: &'static str,
    message: String,
    /// What has been altered past the program, and where.
    #[serde(flatten)]
    altered: Option<AlteredRecord>,
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

pub fn run(call: &Call) -> Result<Answer, Failure> {
    let (findings, notices) = match call.session() {
        Ok(session) => (session.view(&Health)?, session.watch().is_ok()),
        Err(Failure::Op(why)) if call.is_for_the_owner() => (unopened(&call.path()?, why)?, true),
        Err(other) => return Err(other),
    };
    let records = || {
        findings.iter().map(|finding| Record {
            kind: kind(finding),
            message: message(finding, &call.words),
            altered: AlteredRecord::of(finding),
        })
    };
    let json = || Report {
        ok: findings.is_empty(),
        findings: records().collect(),
        notices,
    };
    let answer = call.document(json, |words| describe(&findings, notices, words).into());
    let code = if findings.is_empty() { 0 } else { UNHEALTHY };
    Ok(answer.with_code(code))
}

fn describe(findings: &[Finding], notices: bool, words: &Words) -> String {
    let mut text = if findings.is_empty() {
        words.t("cli-check-ok")
    } else {
        words.tr("cli-check-findings", &[("count", findings.len().into())])
    };
    for finding in findings {
        text += "\n- ";
        text += &message(finding, words);
    }
    if !notices {
        text += "\n";
        text += &words.t("cli-check-no-notices");
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
        Finding::Sum { .. } => "sum",
        Finding::Row(_) => "row",
        Finding::Schema(_) => "schema",
        Finding::Seals { .. } => "seals",
        Finding::Upgraded { .. } => "upgraded",
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
        Finding::Upgraded { log, count } => words.tr(
            "cli-finding-upgraded",
            &[("log", log.to_string().into()), ("count", (*count).into())],
        ),
        Finding::Audit { seq } => words.tr("cli-finding-audit", &[("seq", seq.to_string().into())]),
    }
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
    fn where_the_system_gives_no_notices_it_is_said() {
        let words = Words::new(Lang::Nb);
        let (with, without) = (describe(&[], true, &words), describe(&[], false, &words));
        assert!(
            without.starts_with(&with) && without.contains("hvert annet sekund"),
            "{without}"
        );
        let found = describe(&[Finding::Gap { after: 7 }], true, &words);
        assert!(
            found.contains("\n- ") && !found.contains("hvert annet sekund"),
            "{found}"
        );
    }
}
