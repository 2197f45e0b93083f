//! `kommit` without a command, and `kommit demo`: the terminal program, or its first screen as text where there is no
//! terminal.

use std::path::Path;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::init::make_folder_of;
use super::overview;
use super::progress::Progress;
use super::surroundings::ScreenFailure;
use crate::demo;
use crate::domain::refusal::refuse;
use crate::present;
use crate::usecases::views::Overview;
use crate::usecases::{OpError, Session};

#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    #[arg(long, help = "cli-arg-fresh")]
    fresh: bool,
}

/// Opens the fund for whoever sits at the terminal.
pub fn fund(call: &Call) -> Result<Answer, Failure> {
    open(call.session()?, call)
}

/// Opens the demo, on its own date, for the chair unless somebody else is named; made first if it isn't there.
pub fn demo(args: &DemoArgs, call: &Call) -> Result<Answer, Failure> {
    let named = call.globals.db.as_deref();
    let path = match named {
        Some(path) => path.to_owned(),
        None => call.in_data_dir("demo.db")?,
    };
    let there = path.exists();
    // A file that a person names may be anything; only a demo is opened as one, or replaced by a new one.
    if there && named.is_some() {
        let today = call.globals.today;
        check_is_demo(call.session_at(&path, Some(demo::CHAIR), today), &path)?;
    }
    if args.fresh || !there {
        if named.is_none() {
            make_folder_of(&path)?;
        }
        let progress = Progress::new("cli-progress-demo", call);
        demo::create(&path, 1, &mut |done, of| progress.at(done, of))?;
    }
    let member = call.globals.member.as_deref().unwrap_or(demo::CHAIR);
    let today = call.globals.today.unwrap_or(demo::TODAY);
    open(call.session_at(&path, Some(member), Some(today))?, call)
}

fn check_is_demo(session: Result<Session, Failure>, path: &Path) -> Result<(), Failure> {
    match session {
        Ok(session) if session.fund().demo => Ok(()),
        // Whoever sits in the chair of a real fund is called what its members chose.
        Ok(_) | Err(Failure::Op(OpError::Denied(_))) => Err(refuse("not-a-demo")
            .with("path", path.display().to_string())
            .into()),
        Err(other) => Err(other),
    }
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
