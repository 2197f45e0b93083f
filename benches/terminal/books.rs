//! What long books cost: the capital, the overview and the exports beside those of the demo, and what each step costs for a few
//! and for many proposals.

use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::{Extent, milliseconds, spread};

/// The most memory that an export may take beyond that of the demo.
const MOST_KIB: u64 = 8 * 1024;

/// Runs a command to its end; what it printed.
fn run(program: &str, database: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(program);
    let output = command.arg("--db").arg(database).args(arguments).output();
    let output = output.expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {told}");
    output.stdout
}

/// Milliseconds from the start to the end of a command.
fn timed(program: &str, database: &Path, arguments: &[&str], extent: &Extent) -> String {
    let times = (0..extent.starts).map(|_| {
        let begun = Instant::now();
        run(program, database, arguments);
        milliseconds(begun.elapsed())
    });
    spread(times.collect())
}

/// The most memory (KiB) that a command was seen to hold while it wrote, and how many bytes it wrote.
fn memory(program: &str, database: &Path, arguments: &[&str]) -> (u64, usize) {
    let mut command = Command::new(program);
    let command = command.arg("--db").arg(database).args(arguments);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut stdout = child.stdout.take().expect("a pipe");
    let (mut buffer, mut bytes, mut most) = (vec![0; 1 << 16], 0, 0);
    // The pipe holds as much as is read at a time, so that the program can't get far ahead and be gone.
    while let Ok(count @ 1..) = stdout.read(&mut buffer) {
        bytes += count;
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let highest = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let highest = highest.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(highest.unwrap_or(0));
    }
    assert!(child.wait().is_ok_and(|status| status.success()), "{arguments:?}");
    (most, bytes)
}

/// Other income and costs by turns, spread over ten years.
fn vouchers(count: usize) -> String {
    let mut rows = "date,from,to,amount,text\n".to_owned();
    for at in 0..count {
        let (year, month, day) = (2009 + at % 10, 1 + at / 10 % 9, 1 + at / 90 % 28);
        let accounts = match at % 2 {
            0 => "income:other,assets:bank,600",
            _ => "assets:bank,expenses:costs,500",
        };
        writeln!(rows, "{year}-{month:02}-{day:02},{accounts},Post {at}").expect("a string");
    }
    rows
}

pub fn measure(program: &str, demo: &Path, extent: &Extent) {
    let long = demo.with_extension("long.db");
    fs::copy(demo, &long).expect("a copy");
    let rows = demo.with_extension("rows.csv");
    fs::write(&rows, vouchers(extent.vouchers)).expect("a file");
    let rows = rows.display().to_string();
    let begun = Instant::now();
    run(
        program,
        &long,
        &["--as", "sekretariat", "import", "ledger", &rows],
    );
    let count = extent.vouchers;
    println!(
        "{count} vouchers, imported in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    for (label, arguments) in [
        ("capital", &["capital"][..]),
        ("overview", &["--plain", "1"]),
        ("report", &["report", "2018"]),
    ] {
        println!(
            "  {label}, the demo, ms   {}",
            timed(program, demo, arguments, extent)
        );
        println!(
            "  {label}, long books, ms {}",
            timed(program, &long, arguments, extent)
        );
    }
    for format in ["json", "csv", "hledger"] {
        let export = ["export", "ledger", "--format", format];
        let (short, _) = memory(program, demo, &export);
        let begun = Instant::now();
        let (most, bytes) = memory(program, &long, &export);
        println!(
            "  export {format}: {:.1} s, {:.1} MB, {:.1} MiB at most ({:.1} on the demo)",
            begun.elapsed().as_secs_f64(),
            bytes as f64 / 1e6,
            most as f64 / 1024.0,
            short as f64 / 1024.0
        );
        // A run that was over before it could be asked tells nothing.
        let is_told = extent.judged && short > 0;
        assert!(
            !is_told || most < short + MOST_KIB,
            "{format}: {most} KiB, {short} on the demo"
        );
    }
    for count in extent.proposals {
        steps(program, demo, *count);
    }
}

/// Recommended, decided, paid out and approved, one command each.
fn steps(program: &str, demo: &Path, count: usize) {
    let fund = demo.with_extension(format!("steps{count}.db"));
    fs::copy(demo, &fund).expect("a copy");
    let says = |who: &str, arguments: &[&str]| {
        let arguments: Vec<&str> = ["--json", "--as", who]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        run(program, &fund, &arguments)
    };
    // The steps are measured, not the meeting that the scheme asks for before a recommendation (M14).
    let parameter = "council.recommend_outside_meeting=true";
    let from = ["--from", "2018-11-15", "--reason", "Måling"];
    run(
        program,
        &fund,
        &[&["scheme", "set", parameter], &from[..]].concat(),
    );
    let references: Vec<String> = (0..count).map(|at| format!("2018-{}", 200 + at)).collect();
    let file = |name: &str, text: String| {
        let file = demo.with_extension(name);
        fs::write(&file, text).expect("a file");
        file.display().to_string()
    };
    let head = "ref,title,applicant,benefit,cost,applied,submitted_on,go_live\n".to_owned();
    let proposals = references.iter().fold(head, |text, reference| {
        text + &format!("{reference},{reference},KS,both,100000,100000,2018-11-01,2019-06-01\n")
    });
    says(
        "sekretariat",
        &["import", "proposals", &file("proposals.csv", proposals)],
    );
    for reference in &references {
        says(
            "sekretariat",
            &["proposal", "qualify", reference, "--gates", "y,y,y,y"],
        );
    }
    let mut open = vec!["round", "open", "many"];
    open.extend(references.iter().map(String::as_str));
    says("leder", &open);
    let mut scores = "round,ref,member,criterion,score\n".to_owned();
    for reference in &references {
        for member in ["oslo", "bergen", "trondheim"] {
            writeln!(scores, "many,{reference},{member},benefit,4").expect("a string");
        }
    }
    says("sekretariat", &["import", "scores", &file("scores.csv", scores)]);
    says("leder", &["round", "reveal", "many"]);
    let mut waiting = Vec::new();
    let begun = Instant::now();
    for reference in &references {
        says("leder", &["recommend", reference, "--amount", "100000"]);
    }
    for reference in &references {
        says("ks", &["decide", reference, "--amount", "100000"]);
    }
    for reference in &references {
        let made = says("sekretariat", &["disburse", reference, "--amount", "25000"]);
        let made: serde_json::Value = serde_json::from_slice(&made).expect("JSON");
        waiting.push(made["id"].to_string());
    }
    for id in &waiting {
        says("ks", &["approve", id]);
    }
    println!(
        "  recommend, decide, disburse and approve {count} proposals: {:.1} ms each",
        milliseconds(begun.elapsed()) / count as f64
    );
}
