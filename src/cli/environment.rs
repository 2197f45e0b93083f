//! What the program finds around it, and the terminal program that it is given: only its entry looks, and brings the two
//! together.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use jiff::civil::Date;

use crate::i18n::Words;
use crate::usecases::{Clock, OpError, Session};

/// What the program finds around it. Only its entry looks.
pub struct Environment {
    /// `KOMMIT_DB`.
    pub db: Option<PathBuf>,
    /// `KOMMIT_MEMBER`.
    pub member: Option<String>,
    /// `KOMMIT_LANG`.
    pub lang: Option<String>,
    /// `NO_COLOR` is set.
    pub no_color: bool,
    /// Where the program keeps its files.
    pub data_dir: Option<PathBuf>,
    /// Whom the process acts for, as the system numbers people.
    pub user: u32,
    /// What the system calls that user.
    pub user_name: String,
    /// The program itself.
    pub program: Option<PathBuf>,
    /// `SSH_ORIGINAL_COMMAND`: what the client asked sshd for.
    pub ssh_command: Option<OsString>,
    /// `SSH_CONNECTION`: the two ends of the line, the client's address first.
    pub ssh_connection: Option<String>,
    pub terminals: Terminals,
    /// The clock; with a date, that is the business date.
    pub clock: fn(Option<Date>) -> Box<dyn Clock>,
    /// The terminal program. Without one its first screen is printed as text.
    pub full_screen: Option<FullScreen>,
    /// The tables of its keys, for the manual.
    pub keyboard: fn(&Words) -> Vec<Keys>,
}

impl Environment {
    /// Without all that is set by whoever starts the program, but for what says how the terminal looks.
    #[must_use]
    pub fn without_settings(&self) -> Environment {
        Environment {
            db: None,
            member: None,
            lang: None,
            data_dir: None,
            user_name: String::new(),
            program: None,
            ssh_command: None,
            ssh_connection: None,
            ..*self
        }
    }
}

#[cfg(test)]
impl Environment {
    /// Nothing is set, and no stream is a terminal.
    pub fn bare(clock: fn(Option<Date>) -> Box<dyn Clock>) -> Environment {
        Environment {
            db: None,
            member: None,
            lang: None,
            no_color: true,
            data_dir: None,
            user: 0,
            user_name: String::new(),
            program: None,
            ssh_command: None,
            ssh_connection: None,
            terminals: Terminals::default(),
            clock,
            full_screen: None,
            keyboard: |_| Vec::new(),
        }
    }
}

/// The keys of one part of the terminal program: a heading, and what each key does.
pub type Keys = (String, Vec<(String, String)>);

/// Which streams are a terminal.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the entry finds"
)]
pub struct Terminals {
    pub input: bool,
    pub output: bool,
    pub error: bool,
    /// How many columns the terminal has, where it is known.
    pub columns: Option<usize>,
    /// It can do no more than print one line under another (`TERM=dumb`, or nobody says what it is).
    pub prints_only: bool,
    /// It has no more than the sixteen colours, as far as it says.
    pub few_colors: bool,
    pub signs: Signs,
}

/// Which signs a terminal draws, as far as its locale says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// All of UTF-8.
    #[default]
    All,
    /// Those of ASCII.
    Ascii,
    /// No locale is named, which makes it that of C, with the signs of ASCII. A terminal of today draws all, though, and many a
    /// line to another machine doesn't bring the locale along: what can ask the terminal does so.
    Unnamed,
}

/// How the terminal program is to look.
pub struct Look {
    pub words: Words,
    pub color: bool,
    /// Only the sixteen colours that every terminal has.
    pub few_colors: bool,
    pub signs: Signs,
    /// How long the terminal program waits for a key.
    pub idle: Option<Duration>,
}

/// Why the terminal program couldn't run.
#[derive(Debug)]
pub enum ScreenFailure {
    Fund(OpError),
    Terminal(io::Error),
}

/// Runs the terminal program on a session until it ends, and returns the exit code. The commands don't know the screens;
/// the program's entry brings the two together.
pub type FullScreen = fn(Session, Look) -> Result<u8, ScreenFailure>;
