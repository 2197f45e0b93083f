//! `kommit scheme`: the parameters of the council and the days from which they hold.

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text::required_prose;
use crate::present::Record;
use crate::present::scheme::{COLUMNS, page};
use crate::usecases::SetParameter;
use crate::usecases::views::Parameters;

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-scheme-show", author = OVER_SSH)]
    Show {
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
    #[command(about = "cli-scheme-set")]
    Set {
        #[arg(value_name = "cli-value-assignment", value_parser = assignment, help = "cli-arg-assignment")]
        assignment: (String, String),
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-holds-from")]
        from: Date,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
    },
}

/// `council.notice_days=10`.
fn assignment(text: &str) -> Result<(String, String), Refusal> {
    let (key, value) = text
        .split_once('=')
        .ok_or_else(|| refuse("assignment-invalid").with("value", text))?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Show { on } => {
            let data = call.view(&Parameters { on })?;
            let record = |parameter| Record::of(COLUMNS, parameter);
            Ok(call.items(&data.parameters, record, |words| page(&data, words)))
        }
        Change::Set {
            assignment: (key, value),
            from,
            reason,
        } => call.perform(&SetParameter {
            key,
            value,
            from,
            reason,
        }),
    }
}
