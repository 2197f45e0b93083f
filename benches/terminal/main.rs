//! How the program feels in a terminal: start to first full frame, key to last byte, bytes per cursor move, what it costs while
//! nobody touches it, and fifty sessions on one fund, the council in a meeting, and long books. Drives the real binary in a pseudo-terminal at 80x24, on the demo and on
//! a fund with 100 times its proposals and scores; `sqlite3`, `hledger` and `csvlens` run beside it where they are installed.
//! `KOMMIT_BEFORE=FILE` measures another build of the program in the same run, on a demo of its own making.
//!
//! `cargo bench --bench terminal` prints figures; `-- screens`, `beside`, `sessions`, `meeting`, `ssh` or `books` only some of them. `cargo test` runs a short form that also holds what doesn't depend on the
//! machine: the bytes of a move, and that nothing is sent and nothing missed. Its parts mostly wait, and run side by side.

mod beside;
mod books;
mod over_ssh;
mod pty;
#[expect(dead_code, reason = "the stories over SSH use more of it")]
#[path = "../../tests/ssh/server.rs"]
mod server;
mod sessions;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pty::Terminal;

pub const KOMMIT: &str = env!("CARGO_BIN_EXE_kommit");
/// The most bytes that a move in a list may cost.
const MOST_BYTES: f64 = 290.0;

/// How much is measured.
pub struct Extent {
    pub starts: usize,
    pub keys: usize,
    pub idle: Duration,
    pub sessions: usize,
    pub watching: usize,
    pub writers: usize,
    pub seconds: u64,
    pub vouchers: usize,
    pub proposals: &'static [usize],
    /// Figures are held against what they must be.
    pub judged: bool,
}

/// What may be asked for by itself.
const PARTS: [&str; 6] = ["screens", "beside", "sessions", "meeting", "ssh", "books"];
/// Where the demo is that the parts copy.
const DEMO: &str = "KOMMIT_BENCH_DEMO";

const WHOLE: Extent = Extent {
    starts: 15,
    keys: 300,
    idle: Duration::from_secs(10),
    sessions: 50,
    watching: 10,
    writers: 10,
    seconds: 10,
    vouchers: 500_000,
    proposals: &[20, 200],
    judged: false,
};

const SHORT: Extent = Extent {
    starts: 2,
    // Down and up again.
    keys: 16,
    // A session looks for others' changes every other second.
    idle: Duration::from_millis(2_500),
    sessions: 4,
    watching: 3,
    writers: 2,
    seconds: 2,
    vouchers: 8_000,
    proposals: &[3],
    judged: true,
};

pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len());
    sorted[place - 1]
}

pub fn spread(mut values: Vec<f64>) -> String {
    if values.is_empty() {
        return "none".to_owned();
    }
    values.sort_by(f64::total_cmp);
    let at = |share| percentile(&values, share);
    format!(
        "p50 {:.2}  p95 {:.2}  p99 {:.2}  min {:.2}  max {:.2}",
        at(0.5),
        at(0.95),
        at(0.99),
        values[0],
        values[values.len() - 1]
    )
}

pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Moves up and down a list and measures each move. The list may be shorter than the screen: at an end one turns.
fn moves(terminal: &mut Terminal, label: &str, open: &str, extent: &Extent) {
    terminal.key(open);
    let mut times = Vec::new();
    let mut bytes = Vec::new();
    let (mut down, mut steps, mut ends) = (true, 0, 0);
    while times.len() < extent.keys && ends < 3 {
        match terminal.key(if down { "j" } else { "k" }) {
            Some(answer) => {
                times.push(milliseconds(answer.last));
                bytes.push(answer.bytes as f64);
                (steps, ends) = (steps + 1, 0);
            }
            None => (steps, ends) = (8, ends + 1),
        }
        // The cursor stays on the first page, as it does when one reads.
        if steps >= 8 {
            (down, steps) = (!down, 0);
        }
    }
    if times.is_empty() {
        println!("  {label}: no list to move in");
        return;
    }
    println!("  {label}: key to last byte, ms   {}", spread(times));
    bytes.sort_by(f64::total_cmp);
    let most = percentile(&bytes, 1.0);
    println!("  {label}: bytes per cursor move  {}", spread(bytes));
    assert!(!extent.judged || most <= MOST_BYTES, "{label}: {most} bytes");
}

fn measure(name: &str, program: &str, database: &Path, extent: &Extent) {
    println!("{name}");
    let mut starts = Vec::new();
    for _ in 0..extent.starts {
        let (terminal, first) = Terminal::start(program, database);
        starts.push(milliseconds(first.last));
        terminal.end();
    }
    println!("  start to first full frame, ms   {}", spread(starts));
    let (mut terminal, _) = Terminal::start(program, database);
    for (label, open) in [
        ("2 proposals", "2"),
        ("4 ranking  ", "4"),
        ("7 members  ", "7"),
        ("8 solutions", "8"),
    ] {
        moves(&mut terminal, label, open, extent);
    }
    let (cpu, wakes) = (terminal.cpu(), terminal.wakes());
    let idle_bytes = terminal.bytes_until(Instant::now() + extent.idle);
    let (cpu, wakes) = (terminal.cpu() - cpu, terminal.wakes() - wakes);
    let seconds = extent.idle.as_secs_f64();
    println!(
        "  idle for {seconds:.1} s: {idle_bytes} bytes, {:.1} ms of CPU, {:.1} wakes a second",
        milliseconds(cpu),
        wakes as f64 / seconds
    );
    assert!(
        !extent.judged || idle_bytes == 0,
        "{idle_bytes} bytes while nobody does anything"
    );
    let (now, highest, pss) = terminal.memory();
    let mib = |kib: u64| kib as f64 / 1024.0;
    println!(
        "  memory: {:.1} MiB resident, {:.1} MiB at most, {:.1} MiB its own share",
        mib(now),
        mib(highest),
        mib(pss)
    );
    terminal.end();
}

fn main() {
    // `cargo bench` says so; `cargo test` doesn't.
    let extent = if std::env::args().any(|argument| argument == "--bench") {
        WHOLE
    } else {
        SHORT
    };
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let some = chosen.iter().any(|word| PARTS.contains(&word.as_str()));
    if extent.judged && !some {
        side_by_side();
        return;
    }
    let wanted = |part: &str| !some || chosen.iter().any(|word| word == part);
    let folder = tempfile::tempdir().expect("a folder");
    let before = std::env::var("KOMMIT_BEFORE").ok();
    let builds = || {
        before
            .iter()
            .map(|program| ("before: ", program.as_str()))
            .chain([("", KOMMIT)])
    };
    let sizes: &[(&str, u32)] = match extent.judged {
        true => &[("the demo", 1)],
        false => &[("the demo", 1), ("100 times its proposals and scores", 100)],
    };
    let sizes = if wanted("screens") || wanted("beside") {
        sizes
    } else {
        &[]
    };
    for (name, times) in sizes {
        // Only the program itself makes a larger fund.
        let able = builds().filter(|(_, program)| *times == 1 || *program == KOMMIT);
        for (when, program) in able {
            let database = fund(program, *times, &folder.path().join(format!("{when}{times}.db")));
            if wanted("screens") {
                measure(&format!("{when}{name}"), program, &database, &extent);
            }
            if wanted("beside") {
                beside::print(when, program, &database, &extent);
            }
        }
    }
    for (when, program) in builds().filter(|_| wanted("sessions")) {
        let database = fund(program, 1, &folder.path().join(format!("{when}sessions.db")));
        sessions::measure(when, program, &database, &extent);
    }
    if wanted("meeting") {
        let demo = fund(KOMMIT, 1, &folder.path().join("meeting.db"));
        sessions::in_a_meeting(&demo, &extent);
    }
    if wanted("ssh") {
        over_ssh::measure(&extent);
    }
    if wanted("books") {
        let demo = fund(KOMMIT, 1, &folder.path().join("books.db"));
        books::measure(KOMMIT, &demo, &extent);
    }
}

/// Runs each part as a process of its own, all at a time, and prints what they said in turn. Each must succeed.
fn side_by_side() {
    let folder = tempfile::tempdir().expect("a folder");
    let demo = fund(KOMMIT, 1, &folder.path().join("demo.db"));
    let this = std::env::current_exe().expect("this program");
    let run = |part: &&str| {
        let mut command = Command::new(&this);
        command.arg(part).env(DEMO, &demo);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        (
            (*part).to_owned(),
            command.stderr(Stdio::piped()).spawn().expect("this program"),
        )
    };
    let running: Vec<_> = PARTS.iter().map(run).collect();
    let mut failed = Vec::new();
    for (part, child) in running {
        let output = child.wait_with_output().expect("a part");
        print!("{}", String::from_utf8_lossy(&output.stdout));
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            failed.push(part);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

/// A demo fund of the version that the program knows, with so many times its proposals and scores.
fn fund(program: &str, times: u32, file: &Path) -> PathBuf {
    let made = std::env::var_os(DEMO).filter(|_| times == 1 && program == KOMMIT);
    if let Some(made) = made {
        std::fs::copy(made, file).expect("a copy");
    } else if times == 1 {
        let mut demo = Command::new(program);
        demo.args(["demo", "--db"]).arg(file).stdin(Stdio::null());
        let made = demo.output().expect("the program runs");
        assert!(made.status.success(), "{made:?}");
    } else {
        kommit::demo::create(file, times, &mut |_, _| {}).expect("a demo fund");
    }
    file.to_owned()
}
