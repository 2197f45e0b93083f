//! `kommit init`: a new fund by a scheme that is built in, or by one's own.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::import::file;
use crate::domain::refusal::refuse;
use crate::usecases::{create_fund, scheme_source};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(
        long,
        default_value = "digifin-2017",
        value_name = "cli-value-scheme",
        help = "cli-arg-scheme"
    )]
    scheme: String,
}

/// A scheme of one's own is a few lines of text.
const LONGEST_SCHEME: u64 = 1024 * 1024;

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let path = call.path()?;
    let scheme = scheme(&args.scheme)?;
    // Only our own folder is made; a folder that a person names is expected to be there.
    if call.globals.db.is_none() {
        make_folder_of(&path)?;
    }
    let store = create_fund(&path, &scheme, false, &*call.clock())?;
    let path = path.display().to_string();
    let name = store.fund().scheme.name.clone();
    if call.globals.json {
        return Ok(Answer::json(&json!({ "db": path, "scheme": name })));
    }
    let args = [("path", path.into()), ("scheme", name.into())];
    Ok(call.said(&call.words.tr("done-fund-created", &args)))
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

pub fn make_folder_of(path: &Path) -> Result<(), Failure> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    Ok(fs::create_dir_all(folder).map_err(|fault| file::refused(folder, &fault))?)
}
