//! `kommit minutes`: reads the minutes of a meeting, makes them final, has them approved, corrects them, draws the extract of an
//! item, and compares a file with what was kept. `kommit notice` and `kommit decisions` stand beside them.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::call::Call;
use super::failed;
use super::failure::Failure;
use super::globals::{Which, whole};
use super::import::file;
use super::minutes_record::{self, missing};
use super::ssh::allowed::OVER_SSH;
use crate::domain::meeting::Item;
use crate::domain::meeting::MeetingKey;
use crate::domain::meeting::minutes::ItemMinutes;
use crate::domain::refusal::refuse;
use crate::present::meetings::{self, decisions, minutes, notice};
use crate::present::{Document, Record, print, text};
use crate::usecases::views::minutes::MinutesData;
use crate::usecases::views::{DecisionRegister, FinalMinutes, MeetingView, MinutesView};
use crate::usecases::{ApproveMinutes, CorrectMinutes, FinaliseMinutes};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = "cli-minutes-show", author = OVER_SSH)]
    Show(ShowArgs),
    #[command(about = "cli-minutes-finalise", author = OVER_SSH)]
    Finalise {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        meeting: MeetingKey,
    },
    #[command(about = "cli-minutes-approve", author = OVER_SSH)]
    Approve {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        meeting: MeetingKey,
        #[arg(
            long,
            value_delimiter = ',',
            value_name = "cli-value-handle",
            help = "cli-arg-approve-against"
        )]
        against: Vec<String>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-minutes-correct", author = OVER_SSH)]
    Correct {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        meeting: MeetingKey,
        #[arg(long, value_name = "cli-value-text", help = "cli-arg-correct-concerns")]
        concerns: String,
        #[arg(long, value_name = "cli-value-text", help = "cli-arg-correct-text")]
        text: String,
    },
    #[command(about = "cli-minutes-extract", author = OVER_SSH)]
    Extract {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        meeting: MeetingKey,
        #[arg(value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-item")]
        item: u32,
        #[command(flatten)]
        format: FormatArg,
    },
    #[command(about = "cli-minutes-verify", author = OVER_SSH)]
    Verify {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        meeting: MeetingKey,
        #[arg(value_name = "cli-value-file", help = "cli-arg-minutes-file")]
        file: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
    meeting: MeetingKey,
    #[command(flatten)]
    format: FormatArg,
    #[arg(long, help = "cli-arg-minutes-public")]
    public: bool,
    #[arg(long, value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-minutes-item")]
    item: Option<u32>,
}

#[derive(Debug, clap::Args)]
pub(super) struct NoticeArgs {
    #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
    meeting: MeetingKey,
    #[arg(long, help = "cli-arg-minutes-public")]
    public: bool,
    #[command(flatten)]
    format: FormatArg,
}

#[derive(Debug, Subcommand)]
pub(super) enum Decisions {
    #[command(about = "cli-decisions-list", author = OVER_SSH)]
    List,
}

// How a page is asked for.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct FormatArg {
    #[arg(
        long,
        value_enum,
        value_name = "md|html|text",
        help = "cli-arg-minutes-format"
    )]
    format: Option<Format>,
}

impl FormatArg {
    fn chosen(self) -> Format {
        self.format.unwrap_or(Format::Text)
    }
}

/// How a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Md,
    Html,
    Text,
}

impl Format {
    /// The end of the name of a kept form.
    fn suffix(self) -> &'static str {
        match self {
            Format::Md => "md",
            Format::Html => "html",
            Format::Text => "",
        }
    }
}

/// The largest file that is compared with minutes.
const LONGEST: u64 = 64 * 1024 * 1024;

pub(super) fn run(command: Command, call: &Call) -> Result<Answer, Failure> {
    match command {
        Command::Show(args) => show(&args, call),
        Command::Finalise { meeting } => finalise(meeting, call),
        Command::Approve {
            meeting,
            against,
            which,
        } => {
            let step = ApproveMinutes {
                key: meeting,
                against,
            };
            call.perform_in(&which, step)
        }
        Command::Correct {
            meeting,
            concerns,
            text,
        } => call.perform(&CorrectMinutes {
            key: meeting,
            concerns,
            text,
        }),
        Command::Extract {
            meeting,
            item,
            format,
        } => {
            let data = call.view(&MinutesView { key: meeting })?;
            one_item(&data, data.minutes.extract(item)?, format, call)
        }
        Command::Verify { meeting, file } => verify(meeting, &file, call),
    }
}

fn show(args: &ShowArgs, call: &Call) -> Result<Answer, Failure> {
    let mut data = call.view(&MinutesView { key: args.meeting })?;
    let has_internal = data.minutes.has_internal_items();
    if args.public {
        data.minutes = data.minutes.public();
    }
    if let Some(item) = args.item {
        return one_item(&data, data.minutes.item(item)?, args.format, call);
    }
    if call.globals.json {
        return Ok(Answer::json(&minutes_record::of(
            &data,
            &data.minutes.items,
            call,
        )));
    }
    let format = args.format.chosen();
    let form = minutes::form(call.words.lang(), args.public && has_internal, format.suffix());
    // A print that was kept names everybody.
    let kept = data.kept.iter().find(|kept| kept.form == form && !data.masked);
    if let Some(kept) = kept {
        return Ok(as_kept(kept, &data, call));
    }
    written(&minutes::with_notes(&data, &call.words), format, call)
}

/// M17: final minutes are printed as they were kept. That they were corrected later is told beside them (M18).
fn as_kept(kept: &FinalMinutes, data: &MinutesData, call: &Call) -> Answer {
    let notes = data.meeting.corrections.len();
    let aside = if notes == 0 {
        String::new()
    } else {
        let args = [
            ("count", notes.into()),
            ("meeting", data.meeting.key.to_string().into()),
        ];
        call.plain(call.words.tr("minutes-has-corrections", &args)) + "\n"
    };
    Answer {
        bytes: kept.content.clone().into_bytes(),
        aside,
        ..Answer::default()
    }
}

fn one_item(
    data: &MinutesData,
    item: &ItemMinutes,
    format: FormatArg,
    call: &Call,
) -> Result<Answer, Failure> {
    if call.globals.json {
        return Ok(Answer::json(&minutes_record::of(
            data,
            std::slice::from_ref(item),
            call,
        )));
    }
    let document = minutes::extract(&data.minutes, item, minutes::seal(data), &call.words);
    written(&document, format.chosen(), call)
}

fn written(document: &Document, format: Format, call: &Call) -> Result<Answer, Failure> {
    let written = match format {
        Format::Text => return Ok(Answer::text(text::text(document, call.style()))),
        Format::Md => print::markdown(document),
        Format::Html => print::html(document),
    };
    Ok(Answer::text(written.map_err(|fault| minutes::unwritten(&fault))?))
}

/// M4: what is missing is told one by one, each with its item.
fn finalise(key: MeetingKey, call: &Call) -> Result<Answer, Failure> {
    let finalise = FinaliseMinutes {
        key,
        render: minutes::renderer(),
    };
    let failure = match call.perform(&finalise) {
        Err(failure) if failure.code_and_rule().0 == "minutes-incomplete" => failure,
        other => return other,
    };
    let data = call.view(&MinutesView { key })?;
    if call.globals.json {
        let (code, rule) = failure.code_and_rule();
        let message = failure.message(&call.words);
        let missing: Vec<Json> = data.missing.iter().map(|one| missing(&data, one, call)).collect();
        let error = json!({ "code": code, "message": message, "rule": rule, "missing": missing });
        return Ok(Answer::json(&json!({ "error": error })).with_code(failure.exit_code()));
    }
    let mut answer = failed::answer(&failure, call);
    for one in &data.missing {
        answer.aside += &call.plain(meetings::missing(&data.meeting, one, &call.words));
        answer.aside.push('\n');
    }
    Ok(answer)
}

/// M17: whether a file is one of the prints, byte for byte.
fn verify(key: MeetingKey, path: &std::path::Path, call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&MinutesView { key })?;
    if data.kept.is_empty() {
        return Err(refuse("minutes-not-final")
            .rule("M17")
            .with("meeting", key.to_string())
            .into());
    }
    let bytes = file::read(path, LONGEST)?;
    let name = path.display().to_string();
    if let Some(kept) = data.kept.iter().find(|kept| kept.content.as_bytes() == bytes) {
        let form = || json!({ "meeting": key.to_string(), "form": kept.form, "sha256": kept.sha256 });
        let args = [
            ("file", name.into()),
            ("form", kept.form.as_str().into()),
            ("sha256", kept.sha256.as_str().into()),
        ];
        return Ok(call.document(form, |words| words.tr("minutes-equal", &args).into()));
    }
    let (nearest, line) = nearest(&data.kept, &bytes);
    let forms: Vec<String> = data.kept.iter().map(|kept| kept.form.clone()).collect();
    Err(refuse("minutes-file-differs")
        .rule("M17")
        .with("file", name)
        .with("meeting", key.to_string())
        .with("nearest", nearest)
        .with("line", line)
        .with("forms", call.words.list(&forms))
        .into())
}

/// The print that has most lines in common with a file, and the first line in which they differ.
fn nearest(kept: &[FinalMinutes], bytes: &[u8]) -> (String, usize) {
    let text = String::from_utf8_lossy(bytes);
    let lines: std::collections::BTreeSet<&str> = text.lines().collect();
    let shared = |one: &&FinalMinutes| {
        let all = one.content.lines().count().max(1);
        let same = one.content.lines().filter(|line| lines.contains(line)).count();
        same * 10_000 / all
    };
    let Some(best) = kept.iter().max_by_key(shared) else {
        return (String::new(), 1);
    };
    let pairs = best.content.split('\n').zip(text.split('\n'));
    let same = pairs.take_while(|(one, other)| one == other).count();
    (best.form.clone(), same + 1)
}

pub(super) fn notice(args: &NoticeArgs, call: &Call) -> Result<Answer, Failure> {
    let mut data = call.view(&MeetingView {
        key: Some(args.meeting),
    })?;
    if args.public {
        data.meeting.items = data.meeting.items.into_iter().map(Item::public).collect();
    }
    if call.globals.json {
        return Ok(Answer::json(&minutes_record::notice(&data.meeting)));
    }
    let document = notice::document(&data.meeting, &data.scheme, &call.words);
    written(&document, args.format.chosen(), call)
}

pub(super) fn decisions(command: &Decisions, call: &Call) -> Result<Answer, Failure> {
    let Decisions::List = command;
    let lines = call.view(&DecisionRegister)?;
    Ok(call.items(
        &lines,
        |line| Record::of(decisions::COLUMNS, line),
        |words| decisions::list(&lines, words),
    ))
}
