//! `kommit init`: a new fund by a built-in scheme or the user's own.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::import::file;
use crate::domain::refusal::refuse;
use crate::usecases::{create_fund, scheme_source};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(
        long,
        default_value = "digifin-2017",
        value_name = "cli-value-scheme",
        help = "cli-arg-scheme"
    )]
    scheme: String,
}

/// A user's scheme is a few lines of text.
const LONGEST_SCHEME: u64 = 1024 * 1024;

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let path = call.path()?;
    let scheme = scheme(&args.scheme)?;
    if call.path_is_ours() {
        make_folder_of(&path)?;
    }
    if !path.exists() {
        folder_is_there(&path)?;
    }
    let (store, log) = create_fund(&path, &scheme, false, &call.entry.access, &*call.clock())?;
    let path = path.display().to_string();
    let name = store.fund().scheme.name.clone();
    let made = json!({ "db": path, "scheme": name, "log": log });
    let args = [("path", path.into()), ("scheme", name.into())];
    let done = call.words.tr("done-fund-created", &args);
    let written = Some(call.unprinted(done.clone(), made.to_string()));
    let answer = if call.globals.json {
        Answer::json(&made)
    } else {
        call.sentence(&done)
    };
    Ok(Answer { written, ..answer })
}

/// A folder that a person names is expected to be there.
pub(super) fn folder_is_there(path: &Path) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.is_dir()) {
        Some(folder) => Err(refuse("folder-missing").with("path", folder).into()),
        None => Ok(()),
    }
}

fn scheme(asked: &str) -> Result<String, Failure> {
    let is_file = Path::new(asked)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    if !is_file {
        return Ok(scheme_source(asked)?.to_owned());
    }
    let bytes = file::read(&PathBuf::from(asked), LONGEST_SCHEME)?;
    let text = String::from_utf8(bytes).map_err(|_| refuse("file-encoding").with("path", asked))?;
    Ok(text)
}

/// Makes the program's own folder, for the person alone.
pub(super) fn make_folder_of(path: &Path) -> Result<(), Failure> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    Ok(made.map_err(|fault| file::refused(folder, &fault))?)
}
