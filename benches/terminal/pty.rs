//! A program on a terminal of its own, and what the system tells of it.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// No byte for this long after an answer means that the answer is over.
const QUIET: Duration = Duration::from_millis(40);
/// How long an answer may take before the run is given up.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How long a key may go without an answer that has one.
pub const SILENCE: Duration = Duration::from_secs(1);

/// A program at work.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    pub output: Receiver<(Instant, usize)>,
    _master: Box<dyn MasterPty + Send>,
}

/// How much the program wrote as an answer, and when the last of it came.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer {
    pub bytes: usize,
    pub last: Duration,
}

/// A command with the environment of an ordinary terminal.
pub fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    // Where no locale is named, a question and a second drawing come on top.
    command.env("LC_ALL", "C.UTF-8");
    command.env_remove("NO_COLOR");
    command
}

impl Terminal {
    /// Starts a program at 80x24.
    pub fn spawn(command: CommandBuilder) -> Terminal {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send((Instant::now(), count)).is_err() {
                    break;
                }
            }
        });
        let child = pair.slave.spawn_command(command).expect("the program");
        Terminal {
            child,
            writer,
            output,
            _master: pair.master,
        }
    }

    /// Starts kommit on a fund, and waits for its first frame.
    pub fn start(program: &str, database: &Path) -> (Terminal, Answer) {
        Terminal::start_as("leder", program, database)
    }

    /// The same as one of the members.
    pub fn start_as(who: &str, program: &str, database: &Path) -> (Terminal, Answer) {
        let database = database.display().to_string();
        let begun = Instant::now();
        let mut terminal = Terminal::spawn(command(program, &["--db", &database, "--as", who]));
        let first = terminal.answer(begun, PATIENCE).expect("a first frame");
        (terminal, first)
    }

    /// Waits for an answer that began at `begun` until the program falls silent; `None` when there is none.
    pub fn answer(&mut self, begun: Instant, patience: Duration) -> Option<Answer> {
        let mut answer = Answer::default();
        loop {
            let wait = if answer.bytes == 0 { patience } else { QUIET };
            match self.output.recv_timeout(wait) {
                Ok((at, bytes)) => {
                    answer.bytes += bytes;
                    answer.last = at - begun;
                }
                Err(RecvTimeoutError::Timeout) => return (answer.bytes > 0).then_some(answer),
                Err(RecvTimeoutError::Disconnected) => panic!("the program has ended"),
            }
        }
    }

    /// When the last byte came of a program that ends by itself.
    pub fn last_byte(mut self, begun: Instant) -> Duration {
        let mut last = Duration::ZERO;
        while let Ok((at, _)) = self.output.recv_timeout(PATIENCE) {
            last = at - begun;
        }
        let _ = self.child.wait();
        last
    }

    /// Presses keys; `None` when nothing comes of them.
    pub fn key(&mut self, keys: &str) -> Option<Answer> {
        let begun = self.press(keys);
        self.answer(begun, SILENCE)
    }

    /// Presses keys, at the moment that is returned.
    pub fn press(&mut self, keys: &str) -> Instant {
        let begun = Instant::now();
        self.writer.write_all(keys.as_bytes()).expect("a key");
        self.writer.flush().expect("a key");
        begun
    }

    /// Opens a screen by its key, however busy the machine is.
    pub fn open(&mut self, key: &str) {
        let begun = self.press(key);
        self.answer(begun, PATIENCE).expect("a screen");
    }

    /// What has come by now, and how much comes until a moment.
    pub fn bytes_until(&mut self, end: Instant) -> usize {
        let mut bytes = 0;
        while let Ok((_, more)) = self
            .output
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            bytes += more;
        }
        bytes
    }

    fn proc_file(&self, name: &str) -> String {
        let pid = self.child.process_id().expect("a running program");
        std::fs::read_to_string(format!("/proc/{pid}/{name}")).unwrap_or_default()
    }

    fn each_thread(&self, file: &str, figure: impl Fn(&str) -> Option<u64>) -> u64 {
        let pid = self.child.process_id().expect("a running program");
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).expect("Linux tells of its threads");
        let figures = tasks.filter_map(|task| {
            let text = std::fs::read_to_string(task.ok()?.path().join(file)).ok()?;
            figure(&text)
        });
        figures.sum()
    }

    /// CPU time so far, over all threads.
    pub fn cpu(&self) -> Duration {
        let first = |line: &str| line.split_whitespace().next()?.parse().ok();
        Duration::from_nanos(self.each_thread("schedstat", first))
    }

    /// How often its threads have gone to sleep, which is how often they have been woken.
    pub fn wakes(&self) -> u64 {
        self.each_thread("status", |text| field(text, "voluntary_ctxt_switches:"))
    }

    /// Resident memory now and at its highest, and its share of what is shared, in KiB.
    pub fn memory(&self) -> (u64, u64, u64) {
        let status = self.proc_file("status");
        let pss = field(&self.proc_file("smaps_rollup"), "Pss:").unwrap_or(0);
        let of = |name: &str| field(&status, name).unwrap_or(0);
        (of("VmRSS:"), of("VmHWM:"), pss)
    }

    pub fn end(mut self) {
        let _ = self.writer.write_all(b"q");
        let _ = self.writer.flush();
        // It writes no more once it has ended.
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The number behind a name in a file of the system's.
fn field(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
