//! `kommit election open --secret`: runs until the election is closed, for the key to its ballots is in this process alone (M15).
//! It tells on standard error how many have voted, and nothing more; a line on standard input closes the election. When the
//! input or the process ends before that, the election is held anew.

use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::low_level::pipe;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::meeting::MeetingKey;
use crate::domain::refusal::refuse;
use crate::present::meetings::turnout::turnout;
use crate::usecases::views::meetings::MeetingView;
use crate::usecases::{CallOffElection, CloseElection, InMeeting, OpError, OpenElection, UseCase, Watch};

/// How often the fund is looked at without a notice.
const LOOK: Duration = Duration::from_secs(2);

/// What the person who conducts has asked for.
enum Asked {
    Close,
    CallOff,
    Nothing,
}

/// Opens the election and stays with it until it is closed or called off.
pub(super) fn until_closed(
    opening: OpenElection,
    key: Option<MeetingKey>,
    call: &Call,
) -> Result<Answer, Failure> {
    let mut session = call.session()?;
    // Before the election is there: whoever interrupts is heard.
    let signals = signals().map_err(|fault| unheard(&fault))?;
    session.news()?;
    let opened = session.perform(&in_meeting(key, opening))?;
    // From now on it is that meeting, whatever else begins.
    let key = opened.subject.parse().ok();
    let watch = session.watch().ok();
    let mut line = Line::new(call);
    line.say(&call.words.tr(opened.done, &opened.args));
    line.say(&call.words.t("cli-election-conducted"));
    let mut asked = Asked::Nothing;
    loop {
        // What others have written while one waited: one of them may have called it off.
        let view = match session.news().and_then(|_| session.view(&MeetingView { key })) {
            Ok(view) => view,
            Err(error) => {
                line.bears(error, &asked)?;
                asked = wait(&signals, watch.as_ref());
                continue;
            }
        };
        let Some(open) = view.meeting.open_election().filter(|open| open.secret.is_some()) else {
            line.end();
            return Err(OpError::Changed(refuse("election-called-off").rule("M15")).into());
        };
        let election = Some(open.id);
        match asked {
            Asked::Nothing => {}
            Asked::CallOff => {
                line.end();
                let outcome = session.perform(&in_meeting(key, CallOffElection { election }))?;
                return Ok(call.done(&outcome).with_code(CALLED_OFF));
            }
            Asked::Close => match session.perform(&in_meeting(key, CloseElection { election })) {
                Ok(outcome) => {
                    line.end();
                    return Ok(call.done(&outcome));
                }
                Err(OpError::Refused(refusal) | OpError::Denied(refusal) | OpError::Changed(refusal)) => {
                    line.end();
                    line.say(&call.words.refusal(&refusal));
                }
                Err(error) => line.bears(error, &asked)?,
            },
        }
        line.tell(&turnout(&view.meeting, open).words(&call.words));
        asked = wait(&signals, watch.as_ref());
    }
}

fn unheard(fault: &io::Error) -> OpError {
    let why = fault.to_string();
    refuse("election-no-lock").rule("M15").with("detail", why).into()
}

fn in_meeting(key: Option<MeetingKey>, step: impl UseCase + 'static) -> InMeeting {
    InMeeting {
        key,
        step: Box::new(step),
    }
}

/// The exit code of an election that came to nothing: another that has been changed meanwhile may be tried again too.
const CALLED_OFF: u8 = 5;

/// Where signals that end a program are heard.
fn signals() -> io::Result<UnixStream> {
    let (heard, raised) = UnixStream::pair()?;
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        pipe::register(signal, raised.try_clone()?)?;
    }
    Ok(heard)
}

/// Waits until the person says something, somebody has written, or a while has passed.
fn wait(signals: &UnixStream, watch: Option<&Watch>) -> Asked {
    let stdin = io::stdin();
    let mut all: Vec<BorrowedFd> = vec![signals.as_fd(), stdin.as_fd()];
    all.extend(watch.map(AsFd::as_fd));
    let mut fds: Vec<PollFd> = all.iter().map(|fd| PollFd::new(fd, PollFlags::IN)).collect();
    let wait = Timespec::try_from(LOOK).ok();
    if poll(&mut fds, wait.as_ref()).is_err() {
        return Asked::Nothing;
    }
    let ready = |at: usize| !fds[at].revents().is_empty();
    if ready(0) {
        return Asked::CallOff;
    }
    if ready(1) {
        return said(&stdin);
    }
    if let Some(watch) = watch.filter(|_| ready(2)) {
        let _looked_at_anyway = watch.take();
    }
    Asked::Nothing
}

/// What was typed: a line closes the election, an input that ends calls it off.
fn said(stdin: &io::Stdin) -> Asked {
    let mut bytes = [0; 256];
    match rustix::io::read(stdin, &mut bytes) {
        Ok(0) => Asked::CallOff,
        Ok(count) if bytes[..count].contains(&b'\n') => Asked::Close,
        Ok(_) | Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => Asked::Nothing,
        Err(_) => Asked::CallOff,
    }
}

/// Standard error: on a terminal the number stands on one line, elsewhere on a new one each time it changes.
struct Line<'c> {
    call: &'c Call<'c>,
    rewrites: bool,
    told: String,
}

impl Line<'_> {
    fn new<'c>(call: &'c Call<'c>) -> Line<'c> {
        let terminals = call.around.terminals;
        Line {
            call,
            rewrites: io::stderr().is_terminal() && !terminals.prints_only,
            told: String::new(),
        }
    }

    /// That nobody reads it is no reason to lose an election.
    fn say(&self, text: &str) {
        let text = self.call.plain(text.to_owned());
        let _ = writeln!(io::stderr(), "{text}");
    }

    fn tell(&mut self, text: &str) {
        if self.told == text {
            return;
        }
        text.clone_into(&mut self.told);
        if self.rewrites {
            let text = self.call.plain(text.to_owned());
            let mut err = io::stderr();
            let _ = write!(err, "\r{text}   ").and_then(|()| err.flush());
        } else {
            self.say(text);
        }
    }

    /// A file that can't be read or written now is told of, once for as long as it lasts, and is no reason to lose the
    /// election. Whoever calls it off, or may not go on, is through.
    fn bears(&mut self, error: OpError, asked: &Asked) -> Result<(), Failure> {
        if !matches!(error, OpError::Store(_)) || matches!(asked, Asked::CallOff) {
            self.end();
            return Err(error.into());
        }
        let text = self.call.words.refusal(&error.refusal());
        if self.told != text {
            self.end();
            self.say(&text);
            self.told = text;
        }
        Ok(())
    }

    /// What comes next begins on a line of its own.
    fn end(&mut self) {
        if self.rewrites && !self.told.is_empty() {
            let _ = writeln!(io::stderr());
        }
        self.told.clear();
    }
}
