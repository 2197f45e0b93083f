//! What several commands read of the command line: the options that may stand anywhere, which meeting is meant, and whole
//! numbers.
//!
//! The structs have no doc comments, for those would become help texts.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ValueEnum};
use jiff::civil::Date;

use crate::domain::calendar::parse_date;
use crate::domain::meeting::MeetingKey;
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text::required_prose;
use crate::i18n::Lang;

/// A whole number, said in our words when it isn't one.
///
/// # Errors
/// `whole-number-invalid`.
pub(super) fn whole<T: FromStr>(text: &str) -> Result<T, Refusal> {
    text.parse()
        .map_err(|_| refuse("whole-number-invalid").with("value", text))
}

/// One of the words of an enum of the domain; another is a wrong command line.
pub(super) fn one_of<T, const N: usize>(words: [&'static str; N]) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: std::error::Error + Send + Sync> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse())
}

// The meeting that is meant where the one that is next or open isn't.
#[derive(Debug, clap::Args)]
pub(super) struct Which {
    #[arg(
        long = "meeting",
        value_name = "cli-value-meeting",
        help = "cli-arg-which-meeting"
    )]
    pub key: Option<MeetingKey>,
}

/// Says what the amount of a command is, with the key of its help.
pub(super) fn amount_is(help: &'static str) -> impl Fn(Arg) -> Arg {
    move |arg| {
        if arg.get_id() == "amount" {
            arg.help(help)
        } else {
            arg
        }
    }
}

// An amount with its reason. The command says in its own words what the amount is.
#[derive(Debug, clap::Args)]
pub(super) struct Reasoned {
    #[arg(long, value_name = "cli-value-kroner", allow_negative_numbers = true)]
    pub amount: Ore,

    #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
    pub reason: String,
}

// What has been paid, all that is left when not given, and on which day. The command says in its own words what it is of.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Paid {
    #[arg(long, value_name = "cli-value-kroner", allow_negative_numbers = true)]
    pub amount: Option<Ore>,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    pub on: Option<Date>,
}

#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Globals {
    #[arg(long, global = true, value_name = "cli-value-file", help = "cli-arg-db")]
    pub db: Option<PathBuf>,

    #[arg(
        long = "as",
        global = true,
        value_name = "cli-value-handle",
        help = "cli-arg-as"
    )]
    pub member: Option<String>,

    #[arg(long, global = true, value_enum, value_name = "nb|en", help = "cli-arg-lang")]
    pub lang: Option<Language>,

    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "auto|always|never|16",
        help = "cli-arg-color"
    )]
    pub color: Color,

    #[arg(long, global = true, help = "cli-arg-ascii")]
    pub ascii: bool,

    #[arg(long, global = true, help = "cli-arg-plain")]
    pub plain: bool,

    #[arg(
        long,
        global = true,
        value_name = "cli-value-date",
        value_parser = parse_date,
        help = "cli-arg-today"
    )]
    pub today: Option<Date>,

    #[arg(long, global = true, help = "cli-arg-json")]
    pub json: bool,

    #[arg(short, long, global = true, action = ArgAction::Help, help = "cli-arg-help")]
    pub help: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Nb,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Nb => Lang::Nb,
            Language::En => Lang::En,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
    /// Always, and of the sixteen that every terminal has.
    #[value(name = "16")]
    Sixteen,
}
