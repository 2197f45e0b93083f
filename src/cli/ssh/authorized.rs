//! `kommit ssh authorized-keys`: a line for each key that opens the way in, or for the one that sshd has seen; nothing for one
//! that is unknown or has been removed.

use super::super::answer::Answer;
use super::super::call::Call;
use super::super::failure::Failure;
use super::forced;
use super::machine::Machine;
use crate::domain::public_key::PublicKey;
use crate::usecases::views::MemberKeys;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "cli-value-key", help = "cli-arg-ssh-key")]
    key: Option<String>,
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let asked = args.key.as_deref().map(PublicKey::parse);
    let fingerprint = match asked {
        None => None,
        Some(Ok(key)) => Some(key.fingerprint),
        // One that could never be registered is unknown.
        Some(Err(_)) => return Ok(Answer::default()),
    };
    let machine = Machine::of(call)?;
    let keys = call.view(&MemberKeys {
        handle: None,
        fingerprint,
    })?;
    let mut text = String::new();
    for line in keys.iter().filter(|line| line.opens) {
        text += &forced::line(&machine.program, &machine.file, &line.key)?;
        text.push('\n');
    }
    let findings = machine.findings();
    Ok(Answer {
        aside: findings.iter().map(|finding| call.warning(finding)).collect(),
        ..Answer::text(text)
    })
}
