//! The threads of a session. This one owns the app and the terminal and waits in one place for keys, signals, answers of the
//! fund, notices of changes, and its timers; without an event no byte is sent and no time is spent. Events that have piled up
//! are taken together and drawn once. One thread reads the keyboard and one holds the fund: both may block for as long as
//! they like, which a task may not.
//!
//! crossterm's `EventStream` would save the keyboard's thread, but it takes an escape at the end of a read for the Esc key, so
//! that an arrow that the line has cut is lost, and at the end of its input it goes on reading for ever.

pub(super) mod fund_thread;
mod idle;
mod input;
mod line;
mod looks;
#[cfg(test)]
mod new_day;
mod notices;
mod signals;
#[cfg(test)]
mod watched;

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use tokio::io::unix::AsyncFd;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, sleep_until};

use fund_thread::FundServer;
use idle::{Idle, Passed};
pub(super) use line::Line;
use looks::Looks;
use notices::{noticed, waited_on};
use signals::{Heard, Signals};

use crate::domain::refusal::{Refusal, refuse};
use crate::tui::app::App;
use crate::tui::effects::{Event, Request};
use crate::tui::fund_access::FundAccess;
use crate::tui::terminal::Terminal;
use crate::usecases::{Notice, Watch};

/// How a session ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// The person left.
    Quit,
    /// A signal asked the program to end: its number.
    Signal(i32),
    /// The terminal is gone.
    TerminalLost,
    /// A fault in one of the threads; it has been reported.
    Fault,
    /// The session was ended for the person: the membership or the key was taken away, or nobody used it. Why, for the last
    /// line.
    Dismissed(Refusal),
}

impl Ending {
    /// The exit code: 0, 128 and the signal's number as shells have it, 129 (as for a hang-up) without a
    /// terminal, 1 for a fault, 3 for somebody who may not.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Ending::Quit => 0,
            Ending::Signal(number) => u8::try_from(128 + *number).unwrap_or(128),
            Ending::TerminalLost => 129,
            Ending::Fault => 1,
            Ending::Dismissed(_) => 3,
        }
    }
}

/// What the threads tell this one.
enum Message {
    Event(Event),
    /// Where the cursor stands.
    CursorAt(u16, u16),
    /// There are notices of changes from now on.
    Watching(Arc<Watch>),
    /// A look for changes is done; whether it found any.
    Looked(bool),
    End(Ending),
}

/// How long an empty screen is held back for the answer that fills it: too short to be felt as a wait, long
/// enough that a screen is almost always drawn once and whole.
const PATIENCE: Duration = Duration::from_millis(200);
/// How long a step may take before something says that it isn't done.
const SLOW: Duration = Duration::from_millis(250);

/// How long nothing is typed before what has been typed is kept as a draft.
const PAUSE: Duration = Duration::from_secs(2);

/// Runs the app until it ends, and gives the terminal back.
///
/// # Errors
/// When the terminal can't be borrowed, or a thread can't be started.
pub(super) fn run(mut app: App, fund: Box<dyn FundAccess>, line: Line) -> io::Result<Ending> {
    let (messages, mut inbox) = unbounded_channel();
    let (requests, wishes) = mpsc::channel();
    // What the first screen shows is read by the thread that has just opened the file. On another core nothing of that would be
    // in the caches, and the first screen would take a tenth more.
    let mut server = FundServer::new(fund, messages.clone());
    let first = AssertUnwindSafe(|| {
        app.start()
            .into_iter()
            .for_each(|request| server.carry_out(request));
    });
    if panic::catch_unwind(first).is_err() {
        return Ok(Ending::Fault);
    }
    let fund = spawn("fund", &messages, move |_| server.serve(&wishes))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut signals = {
        let _inside = runtime.enter();
        Signals::listen()?
    };
    let mut terminal = Terminal::borrow(line.asks_for_signs)?;
    spawn("keyboard", &messages, move |out| input::read(line.escape(), &out))?;
    let now = Instant::now();
    let mut event_loop = EventLoop {
        app: &mut app,
        terminal: &mut terminal,
        requests: &requests,
        begun: now,
        looks: Looks::default(),
        idle: Idle::new(line.idle),
        watch: None,
        stale: true,
        empty_since: Some(now),
        step: None,
        typed: None,
    };
    // A panic is reported by the hook, with the terminal given back; here it only ends the session.
    let running = AssertUnwindSafe(|| runtime.block_on(event_loop.run_out(&mut inbox, &mut signals)));
    let ending = panic::catch_unwind(running).unwrap_or(Ending::Fault);
    drop(terminal);
    // A step that has been taken is finished before the program goes. A fault there is already reported.
    drop(requests);
    let _reported = fund.join();
    Ok(ending)
}

/// Starts a thread whose panic ends the session.
fn spawn(
    name: &str,
    messages: &UnboundedSender<Message>,
    work: impl FnOnce(UnboundedSender<Message>) + Send + 'static,
) -> io::Result<thread::JoinHandle<()>> {
    struct Alarm(UnboundedSender<Message>);
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

/// What the loop waited for.
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Woken {
    Signal(Heard),
    Received(Message),
    Noticed(Notice),
    Timer,
}

/// The event loop of a session, with the state that it keeps between events.
struct EventLoop<'s> {
    app: &'s mut App,
    terminal: &'s mut Terminal,
    requests: &'s Sender<Request>,
    /// What the looks count their time from.
    begun: Instant,
    looks: Looks,
    idle: Idle,
    watch: Option<AsyncFd<Arc<Watch>>>,
    /// Something has happened since the last drawing.
    stale: bool,
    /// Since when there has been nothing to show.
    empty_since: Option<Instant>,
    /// Since when a step has been on its way, and whether that has been said.
    step: Option<(Instant, bool)>,
    /// When something was typed last that no draft may have yet.
    typed: Option<Instant>,
}

impl EventLoop<'_> {
    async fn run(&mut self, inbox: &mut UnboundedReceiver<Message>, signals: &mut Signals) -> Ending {
        loop {
            if self.draw().is_err() {
                return Ending::TerminalLost;
            }
            let timer = self.timer();
            let woken = tokio::select! {
                biased;
                heard = signals.next() => Woken::Signal(heard),
                message = inbox.recv() => Woken::Received(message.unwrap_or(Message::End(Ending::Fault))),
                notice = noticed(self.watch.as_ref()) => Woken::Noticed(notice),
                () = sleep_until(timer.unwrap_or(self.begun)), if timer.is_some() => Woken::Timer,
            };
            let mut ending = self.woken(woken);
            while ending.is_none()
                && let Ok(message) = inbox.try_recv()
            {
                ending = self.received(message);
            }
            if let Some(ending) = ending {
                return ending;
            }
            let now = Instant::now();
            self.empty_since = self.app.waiting().then(|| self.empty_since.unwrap_or(now));
            self.step = self.app.at_work().then(|| self.step.unwrap_or((now, false)));
        }
    }

    /// Draws what has happened, but no empty screen that will soon be filled.
    fn draw(&mut self) -> io::Result<()> {
        if self.stale && self.held_until().is_none() {
            self.terminal.draw(|area, buf| self.app.render(area, buf))?;
            self.stale = false;
        }
        Ok(())
    }

    /// Until when an empty screen is held back.
    fn held_until(&self) -> Option<Instant> {
        let until = self.empty_since? + PATIENCE;
        (Instant::now() < until).then_some(until)
    }

    /// When something is to be done without an event.
    fn timer(&self) -> Option<Instant> {
        let drawing = self.held_until().filter(|_| self.stale);
        let step = self
            .step
            .filter(|(_, shown)| !shown)
            .map(|(since, _)| since + SLOW);
        let look = self.looks.due().map(|due| self.begun + due);
        let pause = self.typed.map(|at| at + PAUSE);
        let idle = self.idle.due().map(|due| self.begun + due);
        [drawing, step, look, pause, idle].into_iter().flatten().min()
    }

    fn woken(&mut self, woken: Woken) -> Option<Ending> {
        match woken {
            Woken::Signal(Heard::End(number)) => Some(Ending::Signal(number)),
            Woken::Signal(Heard::Resized) => {
                // Drawing asks for the size itself.
                self.stale = true;
                None
            }
            Woken::Signal(Heard::Resumed) => {
                self.stale = true;
                self.terminal.resume().is_err().then_some(Ending::TerminalLost)
            }
            Woken::Received(message) => self.received(message),
            // The session's own step, or somebody else's that is looked for after it.
            Woken::Noticed(_) if self.app.at_work() => None,
            Woken::Noticed(notice) => {
                let due = self.looks.noticed(notice, self.begun.elapsed());
                self.look(due)
            }
            Woken::Timer => self.timed(),
        }
    }

    fn timed(&mut self) -> Option<Ending> {
        let now = Instant::now();
        if let Some((since, shown @ false)) = &mut self.step
            && now >= *since + SLOW
        {
            *shown = true;
            return self.happened(Event::StepIsSlow);
        }
        if self.typed.is_some_and(|at| now >= at + PAUSE) {
            self.typed = None;
            return self.happened(Event::Paused);
        }
        // M15: an election waits for those who vote, and not for keys.
        if self.app.conducts() {
            self.idle.used(now - self.begun);
        }
        match self.idle.passed(now - self.begun) {
            Some(Passed::Warn) => return self.happened(Event::Idle),
            Some(Passed::End) => return Some(Ending::Dismissed(refuse("session-idle"))),
            None => {}
        }
        let due = self.looks.due().is_some_and(|due| now >= self.begun + due);
        if due {
            self.looks.asked();
        }
        self.look(due)
    }

    fn received(&mut self, message: Message) -> Option<Ending> {
        match message {
            Message::End(ending) => Some(ending),
            Message::Event(event @ Event::Performed { .. }) => {
                self.happened(event).or_else(|| self.look_after_step())
            }
            Message::Event(event) => self.happened(event),
            Message::CursorAt(row, column) => {
                self.cursor_at(row, column);
                None
            }
            Message::Looked(found) => {
                let due = self.looks.looked(found);
                self.look(due)
            }
            Message::Watching(watch) => {
                self.watch = waited_on(watch).ok();
                // What was written before the watch began.
                self.woken(Woken::Noticed(Notice::Written))
            }
        }
    }

    /// Has the fund looked at for what others have written.
    fn look(&self, due: bool) -> Option<Ending> {
        (due && self.requests.send(Request::Look).is_err()).then_some(Ending::Fault)
    }

    /// What the step has written is known here, and isn't to be looked for like what others write.
    fn look_after_step(&mut self) -> Option<Ending> {
        let Some(watch) = &self.watch else {
            return None;
        };
        let _own = watch.get_ref().take();
        self.looks.stepped();
        self.look(true)
    }

    fn happened(&mut self, event: Event) -> Option<Ending> {
        if matches!(event, Event::Key(_) | Event::Pasted(_)) {
            self.idle.used(self.begun.elapsed());
        }
        // What others have done shows when it has been read.
        self.stale |= !matches!(
            event,
            Event::Paused
                | Event::Changed {
                    session_info: None,
                    ..
                }
        );
        if matches!(event, Event::Key(_) | Event::Pasted(_)) {
            self.typed = Some(Instant::now());
        }
        for request in self.app.update(event) {
            match request {
                Request::Quit => return Some(Ending::Quit),
                Request::Redraw => self.terminal.redraw(),
                request => {
                    if self.requests.send(request).is_err() {
                        return Some(Ending::Fault);
                    }
                }
            }
        }
        None
    }
}
