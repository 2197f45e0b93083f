//! The real program on a terminal of its own. Waiting is for a condition with a bound, never for time: the
//! reader blocks on the terminal's output and looks at the screen whenever something has come.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test gives up; only a broken program ever waits for it.
const BOUND: Duration = Duration::from_secs(60);

/// The beginning and the end of a synchronized update.
const DRAWING: &[u8] = b"\x1b[?2026h";
const DRAWN: &[u8] = b"\x1b[?2026l";

/// A program at work on a terminal.
pub struct Pty {
    program: Program,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    reader: JoinHandle<()>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// How much of `raw` the terminal shows: like one that knows of synchronized updates, no half of a drawing.
    shown: usize,
    /// All that the program has sent, byte by byte.
    pub raw: Vec<u8>,
    /// The terminal's settings before the program had it.
    pub found: String,
}

/// The process, which never outlives its test.
struct Program(Option<Box<dyn Child + Send + Sync>>);

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            let _gone = child.kill();
            let _reaped = child.wait();
        }
    }
}

/// Does what may never come to an end, and gives up in the end.
fn within_bound<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, outcome) = channel();
    thread::spawn(move || done.send(work()));
    outcome
        .recv_timeout(BOUND)
        .unwrap_or_else(|_| panic!("waited for {what}"))
}

fn size((columns, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

impl Pty {
    /// Starts a program on a terminal of today. The environment is the test's own.
    pub fn spawn(mut command: CommandBuilder, columns: u16, rows: u16) -> Pty {
        command.env("TERM", "xterm-256color");
        command.env_remove("LC_ALL");
        command.env_remove("LC_CTYPE");
        command.env("LANG", "C.UTF-8");
        Pty::spawn_as_it_is(command, columns, rows)
    }

    /// Starts a program on a terminal of which the command's own environment tells.
    pub fn spawn_as_it_is(command: CommandBuilder, columns: u16, rows: u16) -> Pty {
        let pair = native_pty_system()
            .openpty(size((columns, rows)))
            .expect("a terminal");
        let found = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let writer = pair.master.take_writer().expect("its input");
        let (out, output) = channel();
        let reader = thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if out.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Pty {
            program: Program(Some(child)),
            master: pair.master,
            writer,
            reader,
            output,
            parser,
            shown: 0,
            raw: Vec::new(),
            found,
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
        self.wait_until(text, |pty| pty.screen().contains(text))
    }

    /// Reads until the screen no longer says this.
    pub fn wait_until_gone(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |pty| !pty.screen().contains(text))
    }

    /// Reads until something more has been sent than `before`, a length of `raw`.
    pub fn wait_for_more(&mut self, before: usize) -> &mut Self {
        self.wait_until("anything at all", |pty| pty.raw.len() > before)
    }

    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&Pty) -> bool) -> &mut Self {
        let end = Instant::now() + BOUND;
        while !holds(self) {
            match self
                .output
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("waited for `{what}`:\n{}", self.screen()),
                Err(RecvTimeoutError::Disconnected) => {
                    assert!(holds(self), "ended before `{what}`:\n{}", self.screen());
                }
            }
        }
        self
    }

    /// Takes what has come by now, without waiting for any.
    pub fn take_what_came(&mut self) -> &mut Self {
        while let Ok(bytes) = self.output.try_recv() {
            self.take(&bytes);
        }
        self
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        let last = |mark: &[u8]| self.raw.windows(mark.len()).rposition(|bytes| bytes == mark);
        let drawing = last(DRAWING).filter(|&begun| last(DRAWN).is_none_or(|ended| ended < begun));
        let whole = drawing.unwrap_or(self.raw.len()).max(self.shown);
        self.parser.process(&self.raw[self.shown..whole]);
        self.shown = whole;
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

    /// Whether the terminal marks what is pasted for the program.
    pub fn marks_pastes(&self) -> bool {
        self.parser.screen().bracketed_paste()
    }

    /// How the terminal is set now: raw mode is seen here.
    pub fn settings(&self) -> String {
        settings(self.master.as_ref())
    }

    /// Sets the terminal as a shell does that has it while the program is stopped.
    pub fn cook(&self) {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let name = self.master.tty_name().expect("a terminal has a name");
        let terminal = std::fs::File::open(name).expect("the terminal");
        let mut settings = tcgetattr(&terminal).expect("a terminal has settings");
        settings.local_modes |= LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
        tcsetattr(&terminal, OptionalActions::Now, &settings).expect("other settings");
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.master.resize(size((columns, rows))).expect("a new size");
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
        self
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        let child = self.program.0.as_ref().expect("a program at work");
        let pid = child.process_id().and_then(|pid| i32::try_from(pid).ok());
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
        assert!(Instant::now() < end, "never ended:\n{}", self.screen());
        ended(&mut self.program)
    }

    /// Takes the terminal away from the program, and waits for the program to end by itself.
    pub fn hang_up(self) -> ExitStatus {
        let Pty {
            mut program,
            master,
            mut writer,
            reader,
            output,
            ..
        } = self;
        // The reader holds the terminal open too. It stops at the next output that nobody wants.
        drop(output);
        writer.write_all(b"?").expect("the terminal takes keys");
        within_bound("the reader", move || reader.join()).expect("it stops");
        drop(writer);
        drop(master);
        ended(&mut program)
    }
}

fn ended(program: &mut Program) -> ExitStatus {
    let mut child = program.0.take().expect("a program at work");
    let mut killer = child.clone_killer();
    let (done, status) = channel();
    thread::spawn(move || done.send(child.wait()));
    let Ok(status) = status.recv_timeout(BOUND) else {
        let _gone = killer.kill();
        panic!("the program never ended");
    };
    status.expect("an exit status")
}
