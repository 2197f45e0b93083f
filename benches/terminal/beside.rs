//! Other programs at the same work on the same machine: `sqlite3` prints the rows, `hledger` the balances, `csvlens` a list.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::pty::{Terminal, command};
use crate::{Extent, milliseconds, spread};

/// Whether a program is installed.
fn installed(program: &str) -> bool {
    let mut version = Command::new(program);
    let version = version
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    version.status().is_ok_and(|status| status.success())
}

/// From the start to the last byte on a terminal, of a command that ends by itself.
fn timed(label: &str, program: &str, arguments: &[&str], extent: &Extent) {
    if !installed(program) {
        println!("  {label}: {program} is not installed");
        return;
    }
    let times = (0..extent.starts).map(|_| {
        let begun = Instant::now();
        milliseconds(Terminal::spawn(command(program, arguments)).last_byte(begun))
    });
    println!("  {label}, ms   {}", spread(times.collect()));
}

/// What a fund exports, in a file beside it.
fn exported(program: &str, database: &str, what: &[&str], end: &str) -> String {
    let file = format!("{database}.{end}");
    let output = Command::new(program)
        .args(["--db", database, "export"])
        .args(what)
        .output()
        .expect("the program runs");
    std::fs::write(&file, output.stdout).expect("a file");
    file
}

pub fn print(when: &str, program: &str, database: &Path, extent: &Extent) {
    let database = database.display().to_string();
    timed(
        &format!("{when}kommit --version"),
        program,
        &["--version"],
        extent,
    );
    timed(
        &format!("{when}kommit capital"),
        program,
        &["--db", &database, "capital"],
        extent,
    );
    if program != crate::KOMMIT {
        return;
    }
    let journal = exported(program, &database, &["ledger", "--format", "hledger"], "journal");
    let rows = "SELECT ref, title, stage, applied_ore FROM proposals ORDER BY ref";
    timed("sqlite3, the proposals", "sqlite3", &[&database, rows], extent);
    timed(
        "hledger, the balances",
        "hledger",
        &["-f", &journal, "bal"],
        extent,
    );
    let list = exported(program, &database, &["proposals", "--format", "csv"], "csv");
    if installed("csvlens") {
        let times = (0..extent.starts).map(|_| {
            let begun = Instant::now();
            let mut terminal = Terminal::spawn(command("csvlens", &[&list]));
            let first = terminal
                .answer(begun, std::time::Duration::from_secs(20))
                .expect("a frame");
            terminal.end();
            milliseconds(first.last)
        });
        println!(
            "  csvlens, the proposals, first frame, ms   {}",
            spread(times.collect())
        );
    } else {
        println!("  csvlens is not installed");
    }
}
