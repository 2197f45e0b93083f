//! How the program feels in a terminal: start to first full frame, key to last byte, bytes per cursor move, and what it
//! costs while nobody touches it. Drives the real binary in a pseudo-terminal at 80x24, on the demo and on a fund with
//! 100 times its proposals and scores. Prints figures and judges none: `cargo bench --bench terminal`.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// No byte for this long after an answer means that the answer is over.
const QUIET: Duration = Duration::from_millis(40);
/// How long an answer may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(20);
const IDLE: Duration = Duration::from_secs(10);
const STARTS: usize = 15;
const KEYS: usize = 300;

/// One run of the program.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    _master: Box<dyn MasterPty + Send>,
}

/// What the program wrote as an answer, and when the last of it came.
#[derive(Default)]
struct Answer {
    bytes: usize,
    last: Duration,
}

impl Terminal {
    fn start(database: &Path) -> (Terminal, Answer) {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_kommit"));
        command.args(["--db", &database.display().to_string(), "--as", "leder"]);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program");
        let mut terminal = Terminal {
            child,
            writer,
            output,
            _master: pair.master,
        };
        let first = terminal.answer(begun);
        (terminal, first)
    }

    /// Waits for an answer that began at `begun` until the program falls silent.
    fn answer(&mut self, begun: Instant) -> Answer {
        let mut answer = Answer::default();
        loop {
            let wait = if answer.bytes == 0 { PATIENCE } else { QUIET };
            match self.output.recv_timeout(wait) {
                Ok((at, bytes)) => {
                    answer.bytes += bytes.len();
                    answer.last = at - begun;
                }
                Err(RecvTimeoutError::Timeout) if answer.bytes > 0 => return answer,
                Err(error) => panic!("no answer: {error}"),
            }
        }
    }

    fn key(&mut self, keys: &str) -> Answer {
        let begun = Instant::now();
        self.writer.write_all(keys.as_bytes()).expect("a key");
        self.writer.flush().expect("a key");
        self.answer(begun)
    }

    fn proc_file(&self, name: &str) -> String {
        let pid = self.child.process_id().expect("a running program");
        std::fs::read_to_string(format!("/proc/{pid}/{name}")).expect("Linux tells of its processes")
    }

    /// CPU time so far, over all threads.
    fn cpu(&self) -> Duration {
        let pid = self.child.process_id().expect("a running program");
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).expect("Linux tells of its threads");
        let nanoseconds = tasks.filter_map(|task| {
            let line = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            line.split_whitespace().next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(nanoseconds.sum())
    }

    /// Resident memory now and at its highest, in KiB.
    fn memory(&self) -> (u64, u64) {
        let status = self.proc_file("status");
        let field = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
                .unwrap_or(0)
        };
        (field("VmRSS:"), field("VmHWM:"))
    }

    fn end(mut self) {
        let _ = self.writer.write_all(b"q");
        let _ = self.writer.flush();
        let _ = self.child.wait();
    }
}

fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len());
    sorted[place - 1]
}

fn spread(mut values: Vec<f64>) -> String {
    values.sort_by(f64::total_cmp);
    let at = |share| percentile(&values, share);
    format!(
        "p50 {:.2}  p99 {:.2}  min {:.2}  max {:.2}",
        at(0.5),
        at(0.99),
        values[0],
        values[values.len() - 1]
    )
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Moves up and down a list and measures each move.
fn moves(terminal: &mut Terminal, label: &str, open: &str) {
    terminal.key(open);
    let mut times = Vec::new();
    let mut bytes = Vec::new();
    for step in 0..KEYS {
        // Down for eight rows and up again: the cursor stays on the first page, as it does when one reads.
        let answer = terminal.key(if step / 8 % 2 == 0 { "j" } else { "k" });
        times.push(milliseconds(answer.last));
        bytes.push(answer.bytes as f64);
    }
    println!("  {label}: key to last byte, ms   {}", spread(times));
    println!("  {label}: bytes per cursor move  {}", spread(bytes));
}

fn measure(name: &str, database: &Path) {
    println!("{name}");
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let (terminal, first) = Terminal::start(database);
        starts.push(milliseconds(first.last));
        terminal.end();
    }
    println!("  start to first full frame, ms   {}", spread(starts));
    let (mut terminal, _) = Terminal::start(database);
    moves(&mut terminal, "2 proposals", "2");
    moves(&mut terminal, "4 ranking  ", "4");
    moves(&mut terminal, "7 members  ", "7");
    let (cpu, begun) = (terminal.cpu(), Instant::now());
    let mut idle_bytes = 0;
    while let Some(left) = IDLE.checked_sub(begun.elapsed()) {
        if let Ok((_, bytes)) = terminal.output.recv_timeout(left) {
            idle_bytes += bytes.len();
        }
    }
    let idle = milliseconds(terminal.cpu() - cpu);
    println!("  idle for 10 s: {idle_bytes} bytes, {idle:.1} ms of CPU");
    let (now, highest) = terminal.memory();
    println!(
        "  memory: {:.1} MiB resident, {:.1} MiB at most",
        now as f64 / 1024.0,
        highest as f64 / 1024.0
    );
    terminal.end();
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| -> PathBuf { folder.path().join(name) };
    for (name, times) in [("the demo", 1), ("100 times its proposals and scores", 100)] {
        let database = file(&format!("{times}.db"));
        kommit::demo::create(&database, times, &mut |_, _| {}).expect("a demo fund");
        measure(name, &database);
    }
}
