//! The thread that waits for signals. Those that end a program end this one with the terminal given back; a
//! second one ends it on the spot, for a terminal that takes no more output.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::{Ending, Message, spawn};

/// Starts listening.
///
/// # Errors
/// When the system refuses the handlers or the thread.
pub fn listen(messages: &Sender<Message>) -> io::Result<()> {
    for signal in [SIGTERM, SIGHUP, SIGINT] {
        let once = Arc::new(AtomicBool::new(false));
        // The order matters: the first signal finds the flag down and raises it.
        signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&once))?;
        signal_hook::flag::register(signal, once)?;
    }
    // Stopping would leave the shell with a terminal in raw mode, so SIGTSTP is taken and nothing done.
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGWINCH])?;
    spawn("signals", messages, move |out| {
        for signal in signals.forever() {
            let message = match signal {
                SIGWINCH => Message::Resized,
                SIGTSTP => continue,
                number => Message::End(Ending::Signal(number)),
            };
            if out.send(message).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}
