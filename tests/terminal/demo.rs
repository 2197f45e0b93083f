//! A demo fund of one's own, and the program at work on it, on a terminal or without one.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use portable_pty::CommandBuilder;

use crate::pty::Pty;

pub const KOMMIT: &str = env!("CARGO_BIN_EXE_kommit");
pub const ENTER: &str = "\r";
pub const ESC: &str = "\u{1b}";
pub const CTRL_C: &str = "\u{3}";
pub const CTRL_L: &str = "\u{c}";
pub const TAB: &str = "\t";
pub const SAVE: &str = "\u{13}";

/// Every screen by its key, and something that it says when it is filled.
pub const SCREENS: [(&str, &str); 8] = [
    ("1", "Venter på deg"),
    ("2", "42 søknader"),
    ("3", "rådet har levert"),
    ("4", "Runde 2018-"),
    ("6", "Kapital per"),
    ("7", "har takket ja"),
    ("8", "satt i drift"),
    ("L", "linjer i loggen"),
];

/// A demo of one's own.
pub struct Demo(tempfile::TempDir);

impl Demo {
    pub fn new() -> Demo {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let demo = Demo(tempfile::tempdir().expect("a folder"));
        let bytes = MADE.get_or_init(|| {
            let made = demo.run(&["demo"]);
            assert!(made.status.success(), "{made:?}");
            fs::read(demo.path()).expect("a demo")
        });
        fs::write(demo.path(), bytes).expect("a copy");
        demo
    }

    pub fn path(&self) -> PathBuf {
        self.0.path().join("demo.db")
    }

    pub fn arguments(&self, more: &[&str]) -> Vec<String> {
        let path = self.path().display().to_string();
        let given = ["--db", &path, "--as", "leder"];
        given.iter().chain(more).map(|&word| word.to_owned()).collect()
    }

    /// A command with no terminal at all.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(KOMMIT);
        command.args(self.arguments(arguments)).stdin(Stdio::null());
        command.output().expect("the program runs")
    }

    /// The same as somebody else, on the demo's date.
    pub fn run_as(&self, who: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(KOMMIT);
        command
            .arg("--db")
            .arg(self.path())
            .args(["--as", who])
            .args(arguments);
        command.stdin(Stdio::null()).output().expect("the program runs")
    }

    pub fn command(&self, options: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(KOMMIT);
        command.args(self.arguments(options));
        command.arg("demo");
        command.env_remove("NO_COLOR");
        command
    }

    /// The same, begun by a shell script that ends with `"$@"`.
    pub fn under_shell(&self, script: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, "sh", KOMMIT]);
        command.args(self.arguments(&["demo"]));
        command
    }

    /// The program on its first screen, at 80x24.
    pub fn open(&self, options: &[&str]) -> Pty {
        let mut screen = Pty::spawn(self.command(options), 80, 24);
        screen.wait_for("Venter på deg").wait_for("hjelp");
        screen
    }
}

/// Answers a question with yes, which stands ready for Enter only where it can be undone.
pub fn yes(screen: &mut Pty, question: &str) {
    screen.wait_for(question);
    if !screen.screen().contains("[▌") {
        screen.send(TAB);
    }
    screen.send(ENTER);
}

/// Waits for the end, and holds that the terminal is as the program found it.
#[track_caller]
pub fn gives_back(mut screen: Pty, code: u32) {
    let status = screen.wait();
    assert_eq!(status.exit_code(), code, "{status:?}\n{}", screen.screen());
    assert!(!screen.on_alternate_screen(), "the person's own screen is back");
    assert!(!screen.cursor_is_hidden(), "the cursor is back");
    assert!(!screen.marks_pastes(), "pastes are ordinary again");
    assert_eq!(screen.settings(), screen.found, "raw mode is off");
}
