//! The real program on a terminal of its own. Waiting is for a condition with a bound, never for time: the
//! reader blocks on the terminal's output and looks at the screen whenever something has come.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test gives up; only a broken program ever waits for it.
const BOUND: Duration = Duration::from_secs(20);

/// A program at work on a terminal.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// All that the program has sent.
    pub sent: usize,
}

fn size((columns, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

impl Pty {
    /// Starts a program. The environment is the test's own, and colours are off unless it says otherwise.
    pub fn spawn(mut command: CommandBuilder, columns: u16, rows: u16) -> Pty {
        command.env("TERM", "xterm-256color");
        let pair = native_pty_system()
            .openpty(size((columns, rows)))
            .expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let writer = pair.master.take_writer().expect("its input");
        let (out, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if out.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Pty {
            master: pair.master,
            child,
            writer,
            output,
            parser,
            sent: 0,
        }
    }

    pub fn send(&mut self, keys: &str) -> &mut Self {
        let writer = &mut self.writer;
        writer
            .write_all(keys.as_bytes())
            .and_then(|()| writer.flush())
            .expect("the terminal takes keys");
        self
    }

    /// Reads until the screen says this; blanks of either kind are alike. Shows the screen when it never does.
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Reads until the screen no longer says this.
    pub fn wait_until_gone(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| !screen.contains(text))
    }

    fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + BOUND;
        while !holds(&self.screen()) {
            match self
                .output
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("waited for `{what}`:\n{}", self.screen()),
                Err(RecvTimeoutError::Disconnected) => {
                    assert!(holds(&self.screen()), "ended before `{what}`:\n{}", self.screen());
                }
            }
        }
        self
    }

    fn take(&mut self, bytes: &[u8]) {
        self.sent += bytes.len();
        self.parser.process(bytes);
    }

    /// What stands on the screen, blanks of either kind as plain blanks.
    pub fn screen(&self) -> String {
        self.parser.screen().contents().replace('\u{a0}', " ")
    }

    /// The terminal as it stands, with its colours.
    pub fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Whether the program has the alternate screen.
    pub fn on_alternate_screen(&self) -> bool {
        self.parser.screen().alternate_screen()
    }

    pub fn cursor_is_hidden(&self) -> bool {
        self.parser.screen().hide_cursor()
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.master.resize(size((columns, rows))).expect("a new size");
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
        self
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        let pid = self.child.process_id().and_then(|pid| i32::try_from(pid).ok());
        let pid = pid.and_then(rustix::process::Pid::from_raw).expect("a process");
        rustix::process::kill_process(pid, signal).expect("the program takes signals");
    }

    /// Waits for the end of the program and takes what it still had to say.
    pub fn wait(&mut self) -> ExitStatus {
        let end = Instant::now() + BOUND;
        while let Ok(bytes) = self
            .output
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.take(&bytes);
        }
        if Instant::now() >= end {
            let _gone = self.child.kill();
            panic!("never ended:\n{}", self.screen());
        }
        self.child.wait().expect("an exit status")
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}
