//! The entry of the program: looks around once (arguments, environment, home, terminal, clock), runs, and hands the
//! exit code back. Everything else is in the library.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use etcetera::BaseStrategy;
use jiff::Timestamp;
use jiff::civil::Date;
use kommit::cli::{self, Environment, Look, ScreenFailure, Signs, Terminals};
use kommit::domain::calendar::in_oslo;
use kommit::tui::screens::SCREENS;
use kommit::tui::theme::Theme;
use kommit::tui::{self, Failure, Route, SessionAccess, Start};
use kommit::usecases::{Clock, Session};
use signal_hook::consts::SIGXFSZ;

fn main() -> ExitCode {
    // A file that may grow no further is told of as a full disk is; by default the system ends the program there.
    let too_long = Arc::new(AtomicBool::new(false));
    let _ = signal_hook::flag::register(SIGXFSZ, too_long);
    let arguments: Vec<OsString> = env::args_os().collect();
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let code = cli::run(&arguments, &environment(), &mut out, &mut err);
    ExitCode::from(code)
}

fn set(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

fn text(name: &str) -> Option<String> {
    set(name).map(|value| value.to_string_lossy().into_owned())
}

fn environment() -> Environment {
    Environment {
        db: set("KOMMIT_DB").map(Into::into),
        member: text("KOMMIT_MEMBER"),
        lang: text("KOMMIT_LANG"),
        no_color: set("NO_COLOR").is_some(),
        data_dir: etcetera::choose_base_strategy()
            .ok()
            .map(|folders| folders.data_dir().join("kommit")),
        user: rustix::process::geteuid().as_raw(),
        user_name: user_name(),
        program: env::current_exe().ok(),
        ssh_command: set("SSH_ORIGINAL_COMMAND"),
        ssh_connection: text("SSH_CONNECTION"),
        terminals: terminals(),
        clock: |today| Box::new(WallClock { today }),
        full_screen: Some(full_screen),
        keyboard: tui::keyboard,
    }
}

/// What the system calls the user that the process acts for; the number where it has no name.
fn user_name() -> String {
    let user = nix::unistd::Uid::effective();
    match nix::unistd::User::from_uid(user) {
        Ok(Some(entry)) => entry.name,
        _ => user.to_string(),
    }
}

fn terminals() -> Terminals {
    let term = text("TERM").unwrap_or_default();
    // Those that say so, and those that are known to have them although they don't.
    let many = [
        "256",
        "direct",
        "kitty",
        "alacritty",
        "foot",
        "ghostty",
        "wezterm",
    ];
    let true_color = text("COLORTERM").is_some_and(|value| ["truecolor", "24bit"].contains(&value.as_str()));
    Terminals {
        input: io::stdin().is_terminal(),
        output: io::stdout().is_terminal(),
        error: io::stderr().is_terminal(),
        columns: rustix::termios::tcgetwinsize(io::stdout())
            .ok()
            .map(|size| usize::from(size.ws_col))
            .filter(|columns| *columns > 0),
        prints_only: ["", "dumb", "unknown"].contains(&term.as_str()),
        few_colors: !true_color && !many.iter().any(|name| term.contains(name)),
        signs: signs(),
    }
}

/// Which signs the locale says that there are.
fn signs() -> Signs {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| text(name));
    match named.map(|locale| locale.to_lowercase().replace('-', "")) {
        None => Signs::Unnamed,
        Some(locale) if locale.contains("utf8") => Signs::All,
        Some(_) => Signs::Ascii,
    }
}

/// Brings the commands and the screens together: neither knows the other.
fn full_screen(session: Session, look: Look) -> Result<u8, ScreenFailure> {
    let start = Start {
        words: look.words,
        theme: match Theme::new(look.color, look.signs != Signs::All) {
            theme if look.few_colors => theme.of_few_colours(),
            theme => theme,
        },
        asks_for_signs: look.signs == Signs::Unnamed,
        route: Route::Overview,
        idle: look.idle,
        over_ssh: ["SSH_CONNECTION", "SSH_TTY"]
            .iter()
            .any(|name| env::var_os(name).is_some()),
    };
    tui::run(Box::new(SessionAccess::new(session)), SCREENS, start)
        .map(|ending| ending.exit_code())
        .map_err(|failure| match failure {
            Failure::Fund(error) => ScreenFailure::Fund(error),
            Failure::Terminal(fault) => ScreenFailure::Terminal(fault),
        })
}

/// The true time; and the business date that a person asked for, or today's in Oslo.
struct WallClock {
    today: Option<Date>,
}

impl Clock for WallClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn today(&self) -> Date {
        self.today.unwrap_or_else(|| in_oslo(self.now()).date())
    }
}
