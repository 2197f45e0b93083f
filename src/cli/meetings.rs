//! The council's meetings (M9): `kommit meetings` shows them, and `kommit meeting` plans, calls, opens and closes one, and goes
//! from item to item.

use clap::Subcommand;
use jiff::civil::{Date, Time};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Which, one_of, whole};
use super::meeting_record;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::{parse_date, parse_time};
use crate::domain::meeting::{Form, MeetingKey};
use crate::domain::text::required_prose;
use crate::present::Record;
use crate::present::meetings::{COLUMNS, list, page};
use crate::usecases::views::meetings::MeetingData;
use crate::usecases::views::{MeetingView, Meetings};
use crate::usecases::{
    Adjourn, CallMeeting, CancelMeeting, CloseMeeting, GoToItem, OpenMeeting, PlanMeeting, Resume,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-meetings-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-meetings-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        key: MeetingKey,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-meetings-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-which-meeting")]
        key: Option<MeetingKey>,
    },
    #[command(about = "cli-meeting-plan", author = OVER_SSH)]
    Plan {
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-meeting-on")]
        on: Date,
        #[arg(long, value_name = "cli-value-time", value_parser = parse_time, help = "cli-arg-meeting-at")]
        at: Option<Time>,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-meeting-place"
        )]
        place: String,
        #[arg(
            long,
            default_value = "room",
            value_name = "room|remote|both|written",
            value_parser = one_of::<Form, 4>(Form::ALL.map(Form::word)),
            help = "cli-arg-meeting-form"
        )]
        form: Form,
    },
    #[command(about = "cli-meeting-call", author = OVER_SSH)]
    Call {
        #[command(flatten)]
        which: Which,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-notice-reason"
        )]
        reason: String,
    },
    #[command(about = "cli-meeting-open", author = OVER_SSH)]
    Open {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-meeting-next", author = OVER_SSH)]
    Next {
        #[arg(value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-next-item")]
        item: Option<u32>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-meeting-adjourn", author = OVER_SSH)]
    Adjourn {
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-reason"
        )]
        reason: String,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-meeting-resume", author = OVER_SSH)]
    Resume {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-meeting-close", author = OVER_SSH)]
    Close {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-meeting-cancel", author = OVER_SSH)]
    Cancel {
        #[command(flatten)]
        which: Which,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
    },
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    if let Some(What::Show { key }) = args.what {
        return show(Some(key), call);
    }
    let meetings = call.view(&Meetings)?;
    let record = |meeting| Record::of(COLUMNS, meeting);
    Ok(call.items(&meetings, record, |words| list::list(&meetings, words)))
}

/// One meeting: that of a key, or the one that is meant when none is named.
fn show(key: Option<MeetingKey>, call: &Call) -> Result<Answer, Failure> {
    Ok(one(&call.view(&MeetingView { key })?, call))
}

/// A meeting that has been read.
pub(super) fn one(data: &MeetingData, call: &Call) -> Answer {
    call.document(|| meeting_record::of(&data.meeting), |words| page(data, words))
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Show { key } => show(key, call),
        Change::Plan { on, at, place, form } => call.perform(&PlanMeeting {
            held_on: on,
            starts: at,
            place,
            form,
        }),
        Change::Call { which, reason } => call.perform(&CallMeeting {
            key: which.key,
            reason,
        }),
        Change::Open { which } => call.perform(&OpenMeeting { key: which.key }),
        Change::Next { item, which } => call.perform_in(&which, GoToItem { item }),
        Change::Adjourn { reason, which } => call.perform_in(&which, Adjourn { reason }),
        Change::Resume { which } => call.perform_in(&which, Resume),
        Change::Close { which } => call.perform(&CloseMeeting { key: which.key }),
        Change::Cancel { which, reason } => call.perform(&CancelMeeting {
            key: which.key,
            reason,
        }),
    }
}
