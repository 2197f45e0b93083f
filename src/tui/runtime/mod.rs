//! The threads of a session: one reads the keyboard, one waits for signals, one holds the fund, and this one
//! owns the app and the terminal. They meet in one channel, where this one sleeps; without an event no byte
//! is sent and no time is spent. Events that have piled up are taken together and drawn once.

pub(super) mod fund_thread;
mod input;
mod signals;

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::tui::app::App;
use crate::tui::effects::{Event, Request};
use crate::tui::fund_access::FundAccess;
use crate::tui::key::{ESCAPE_HERE, ESCAPE_OVER_SSH};
use crate::tui::terminal::Terminal;

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The person left.
    Quit,
    /// A signal asked the program to end: its number.
    Signal(i32),
    /// The terminal is gone.
    TerminalLost,
    /// A fault in one of the threads; it has been reported.
    Fault,
}

impl Ending {
    /// The exit code: 0, 128 and the signal's number as shells have it, 129 (as for a hang-up) without a
    /// terminal, 1 for a fault.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Ending::Quit => 0,
            Ending::Signal(number) => u8::try_from(128 + number).unwrap_or(128),
            Ending::TerminalLost => 129,
            Ending::Fault => 1,
        }
    }
}

/// What the threads tell this one.
enum Message {
    Event(Event),
    /// The terminal has another size.
    Resized,
    End(Ending),
}

/// How long an empty screen is held back for the answer that fills it: too short to be felt as a wait, long
/// enough that a screen is almost always drawn once and whole.
const PATIENCE: Duration = Duration::from_millis(200);

/// Runs the app until it ends, and gives the terminal back.
///
/// # Errors
/// When the terminal can't be borrowed, or a thread can't be started.
pub fn run(mut app: App, fund: Box<dyn FundAccess>, over_ssh: bool) -> io::Result<Ending> {
    let (messages, inbox) = mpsc::channel();
    let (requests, wishes) = mpsc::channel();
    // The first answer is on its way before the terminal is touched.
    app.start()
        .into_iter()
        .for_each(|request| drop(requests.send(request)));
    let fund = spawn("fund", &messages, move |out| {
        fund_thread::serve(fund, &wishes, &out);
    })?;
    signals::listen(&messages)?;
    let mut terminal = Terminal::borrow(app.ctx().theme.colour)?;
    let escape = if over_ssh { ESCAPE_OVER_SSH } else { ESCAPE_HERE };
    spawn("keyboard", &messages, move |out| input::read(escape, &out))?;
    // A panic is reported by the hook, with the terminal given back; here it only ends the session.
    let attended = AssertUnwindSafe(|| attend(&mut app, &mut terminal, &inbox, &requests));
    let ending = panic::catch_unwind(attended).unwrap_or(Ending::Fault);
    drop(terminal);
    // A step that has been taken is finished before the program goes. A fault there is already reported.
    drop(requests);
    let _reported = fund.join();
    Ok(ending)
}

/// Starts a thread whose panic ends the session.
fn spawn(
    name: &str,
    messages: &Sender<Message>,
    work: impl FnOnce(Sender<Message>) + Send + 'static,
) -> io::Result<thread::JoinHandle<()>> {
    struct Alarm(Sender<Message>);
    impl Drop for Alarm {
        fn drop(&mut self) {
            if thread::panicking() {
                let _ended = self.0.send(Message::End(Ending::Fault));
            }
        }
    }
    let messages = messages.clone();
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        let _alarm = Alarm(messages.clone());
        work(messages);
    })
}

fn attend(
    app: &mut App,
    terminal: &mut Terminal,
    inbox: &Receiver<Message>,
    requests: &Sender<Request>,
) -> Ending {
    let mut patience = Instant::now() + PATIENCE;
    loop {
        let message = if app.waiting() {
            inbox.recv_timeout(patience.saturating_duration_since(Instant::now()))
        } else {
            if terminal.draw(|area, buf| app.render(area, buf)).is_err() {
                return Ending::TerminalLost;
            }
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        let first = match message {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => {
                if terminal.draw(|area, buf| app.render(area, buf)).is_err() {
                    return Ending::TerminalLost;
                }
                match inbox.recv() {
                    Ok(first) => first,
                    Err(_) => return Ending::Fault,
                }
            }
            Err(RecvTimeoutError::Disconnected) => return Ending::Fault,
        };
        let waited = app.waiting();
        for message in std::iter::once(first).chain(std::iter::from_fn(|| inbox.try_recv().ok())) {
            if let Some(ending) = take(app, terminal, message, requests) {
                return ending;
            }
        }
        if app.waiting() && !waited {
            patience = Instant::now() + PATIENCE;
        }
    }
}

fn take(
    app: &mut App,
    terminal: &mut Terminal,
    message: Message,
    requests: &Sender<Request>,
) -> Option<Ending> {
    let event = match message {
        Message::End(ending) => return Some(ending),
        // Drawing asks for the size itself.
        Message::Resized => return None,
        Message::Event(event) => event,
    };
    for request in app.update(event) {
        match request {
            Request::Quit => return Some(Ending::Quit),
            Request::Redraw => terminal.redraw(),
            request => {
                if requests.send(request).is_err() {
                    return Some(Ending::Fault);
                }
            }
        }
    }
    None
}
