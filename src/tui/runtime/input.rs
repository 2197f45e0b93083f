//! The thread that reads the keyboard. It sleeps until the terminal has something to say, and it notices at
//! once when the terminal is gone, whatever has become of SIGHUP: a program that goes on reading a dead
//! terminal burns a processor for nobody.

use std::io;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use tokio::sync::mpsc::UnboundedSender;

use super::{Ending, Message};
use crate::tui::effects::Event;
use crate::tui::key::{Decoder, Typed};

/// Reads until the terminal is gone. An escape that stands last waits for `escape`.
pub(super) fn read(escape: Duration, out: &UnboundedSender<Message>) {
    let stdin = io::stdin();
    let mut decoder = Decoder::new(escape);
    let begun = Instant::now();
    let mut bytes = [0; 4096];
    loop {
        let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
        let wait = decoder.deadline().map(|at| at.saturating_sub(begun.elapsed()));
        let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
        let typed = match poll(&mut fds, wait.as_ref()) {
            Ok(0) => decoder.timed_out(begun.elapsed()),
            Ok(_) if fds[0].revents().contains(PollFlags::IN) => match rustix::io::read(&stdin, &mut bytes) {
                Ok(0) => break,
                Ok(count) => decoder.feed(&bytes[..count], begun.elapsed()),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => continue,
                Err(_) => break,
            },
            Err(rustix::io::Errno::INTR) => continue,
            // Hung up, or no terminal at all.
            Ok(_) | Err(_) => break,
        };
        for typed in typed {
            let message = match typed {
                Typed::Key(key) => Message::Event(Event::Key(key)),
                Typed::Pasted(text) => Message::Event(Event::Pasted(text)),
                Typed::CursorAt(row, column) => Message::CursorAt(row, column),
            };
            if out.send(message).is_err() {
                return;
            }
        }
    }
    let _ended = out.send(Message::End(Ending::TerminalLost));
}
