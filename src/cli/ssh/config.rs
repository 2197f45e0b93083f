//! `kommit ssh config`: what `sshd_config` must say for the service account, and what on the machine is unsafe.

use serde_json::json;

use super::super::answer::Answer;
use super::super::call::Call;
use super::super::failure::Failure;
use super::forced::configured;
use super::machine::Machine;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "cli-value-account", help = "cli-arg-ssh-account")]
    account: Option<String>,
}

/// The machine isn't safe.
const UNSAFE: u8 = 1;

/// What sshd is told: comments are its administrator's to read, in English as all of sshd is.
const BLOCK: &str = include_str!("../../../assets/ssh/sshd_config");

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let machine = Machine::of(call)?;
    let account = args.account.clone().unwrap_or_else(|| machine.account_name());
    let block = BLOCK
        .replace("@ACCOUNT@", &account)
        .replace("@PROGRAM@", &configured(&machine.program)?)
        .replace("@FILE@", &configured(&machine.file)?);
    let findings = machine.findings();
    let code = if findings.is_empty() { 0 } else { UNSAFE };
    if call.globals.json {
        let findings: Vec<_> = findings.iter().map(|finding| call.reason(finding)).collect();
        let answer = Answer::json(&json!({ "sshd_config": block, "findings": findings }));
        return Ok(answer.with_code(code));
    }
    Ok(Answer {
        aside: findings.iter().map(|finding| call.warning(finding)).collect(),
        code,
        ..Answer::text(block)
    })
}
