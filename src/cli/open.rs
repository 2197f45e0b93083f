//! `kommit` without a command, and `kommit demo`: the terminal program, or its first screen as text where there is no
//! terminal.

use super::answer::Answer;
use super::call::Call;
use super::environment::ScreenFailure;
use super::failure::Failure;
use super::init::make_folder_of;
use super::overview;
use super::progress::Progress;
use crate::demo;
use crate::present;
use crate::usecases::Session;
use crate::usecases::views::Overview;

#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
    #[arg(long, help = "cli-arg-fresh")]
    fresh: bool,
}

/// Opens the fund for the user at the terminal.
pub(super) fn fund(call: &Call) -> Result<Answer, Failure> {
    open(call.session()?, call)
}

/// Opens the demo, on its own date, for the chair unless somebody else is named; made first if it isn't there. What is
/// there is opened or replaced only if it is a demo, wherever the file was named.
///
/// `KOMMIT_MEMBER` says who a person is in their own fund; nobody is called so in the demo.
pub(super) fn demo(args: &DemoArgs, call: &Call) -> Result<Answer, Failure> {
    let path = if call.path_is_ours() {
        call.in_data_dir("demo.db")?
    } else {
        call.path()?
    };
    let there = path.exists();
    if there {
        demo::check(&path)?;
    }
    if args.fresh || !there {
        if call.path_is_ours() {
            make_folder_of(&path)?;
        }
        let progress = Progress::new("cli-progress-demo", call);
        demo::create(&path, 1, &mut |done, of| progress.at(done, of))?;
    }
    let access = call.entry.access.clone();
    let access = match call.globals.member {
        Some(_) => access,
        None => access.as_member(demo::CHAIR),
    };
    let today = call.globals.today.unwrap_or(demo::TODAY);
    open(call.session_at(&path, access, Some(today))?, call)
}

fn open(session: Session, call: &Call) -> Result<Answer, Failure> {
    if let Some(full_screen) = call.full_screen() {
        return match full_screen(session, call.look()) {
            Ok(code) => Ok(Answer::default().with_code(code)),
            Err(ScreenFailure::Fund(error)) => Err(error.into()),
            Err(ScreenFailure::Terminal(fault)) => Err(Failure::Terminal(fault)),
        };
    }
    let data = session.view(&Overview)?;
    Ok(call.document(
        || overview::report(&data, &call.words),
        |words| present::overview::page(&data, words),
    ))
}
