//! The thread that reads the keyboard. It sleeps until the terminal has something to say, and it notices at
//! once when the terminal is gone, whatever has become of SIGHUP: a program that goes on reading a dead
//! terminal burns a processor for nobody.

use std::io;
use std::sync::mpsc::Sender;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{Ending, Message};
use crate::tui::effects::Event;
use crate::tui::key::{Decoder, Typed};

/// How long an escape waits for the rest of an arrow key. A line that parts them further is a very poor one.
const ESCAPE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 30_000_000,
};

/// Reads until the terminal is gone.
pub fn read(out: &Sender<Message>) {
    let stdin = io::stdin();
    let mut decoder = Decoder::default();
    let mut bytes = [0; 4096];
    loop {
        let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
        let timeout = decoder.waits().then_some(&ESCAPE);
        let typed = match poll(&mut fds, timeout) {
            Ok(0) => decoder.timed_out().into_iter().collect(),
            Ok(_) if fds[0].revents().contains(PollFlags::IN) => match rustix::io::read(&stdin, &mut bytes) {
                Ok(0) => break,
                Ok(count) => decoder.feed(&bytes[..count]),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => continue,
                Err(_) => break,
            },
            Err(rustix::io::Errno::INTR) => continue,
            // Hung up, or no terminal at all.
            Ok(_) | Err(_) => break,
        };
        for typed in typed {
            let event = match typed {
                Typed::Key(key) => Event::Key(key),
                Typed::Pasted(text) => Event::Pasted(text),
            };
            if out.send(Message::Event(event)).is_err() {
                return;
            }
        }
    }
    let _ended = out.send(Message::End(Ending::TerminalLost));
}
