//! A member's own scores (S1). What others have scored is never said here (S4).

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::usecases::SubmitScorecard;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(
        long = "set",
        required = true,
        num_args = 1..,
        value_name = "cli-value-scores",
        value_parser = score,
        help = "cli-arg-set"
    )]
    scores: Vec<(String, Option<u8>)>,

    #[arg(
        long,
        default_value = "",
        value_name = "cli-value-text",
        help = "cli-arg-comment"
    )]
    comment: String,

    #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-for")]
    on_behalf_of: Option<String>,
}

/// `benefit=4`, or `benefit=-` for "not assessed". Which criteria there are, the scheme says.
fn score(text: &str) -> Result<(String, Option<u8>), Refusal> {
    let invalid = || refuse("score-invalid").rule("S1").with("value", text);
    let (criterion, score) = text.split_once('=').ok_or_else(invalid)?;
    let score = match score.trim() {
        "-" => None,
        number => Some(number.parse().map_err(|_| invalid())?),
    };
    Ok((criterion.trim().to_owned(), score))
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    call.perform(&SubmitScorecard {
        reference: args.reference,
        scores: args.scores,
        comment: args.comment,
        on_behalf_of: args.on_behalf_of,
    })
}
