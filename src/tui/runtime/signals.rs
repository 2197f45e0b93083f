//! Signals. Those that end a program end this one with the terminal given back; a second one, of whichever
//! kind, ends it on the spot, through a handler that needs no loop, for a terminal that takes no more output.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The signals that the program listens to.
pub(super) struct Signals {
    terminate: Signal,
    hang_up: Signal,
    interrupt: Signal,
    quit: Signal,
    stop: Signal,
    go_on: Signal,
    resize: Signal,
}

/// What was signalled.
pub(super) enum Heard {
    /// The program is to end: the number of the signal.
    End(i32),
    /// The terminal has another size.
    Resized,
    /// The program goes on after a stop, and somebody else may have had the terminal meanwhile.
    Resumed,
}

impl Signals {
    /// Starts listening, within a runtime.
    ///
    /// # Errors
    /// When the system refuses the handlers.
    pub(super) fn listen() -> io::Result<Signals> {
        let once = Arc::new(AtomicBool::new(false));
        for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            // The order matters: the first signal finds the flag down and raises it.
            signal_hook::flag::register_conditional_shutdown(number, 128 + number, Arc::clone(&once))?;
            signal_hook::flag::register(number, Arc::clone(&once))?;
        }
        let listen = |number| signal(SignalKind::from_raw(number));
        Ok(Signals {
            terminate: listen(SIGTERM)?,
            hang_up: listen(SIGHUP)?,
            interrupt: listen(SIGINT)?,
            quit: listen(SIGQUIT)?,
            stop: listen(SIGTSTP)?,
            go_on: listen(SIGCONT)?,
            resize: listen(SIGWINCH)?,
        })
    }

    /// Waits for the next. Nothing is lost when the wait is given up.
    pub(super) async fn next(&mut self) -> Heard {
        loop {
            return tokio::select! {
                _ = self.terminate.recv() => Heard::End(SIGTERM),
                _ = self.hang_up.recv() => Heard::End(SIGHUP),
                _ = self.interrupt.recv() => Heard::End(SIGINT),
                _ = self.quit.recv() => Heard::End(SIGQUIT),
                _ = self.go_on.recv() => Heard::Resumed,
                _ = self.resize.recv() => Heard::Resized,
                // Stopping would leave the shell with a terminal in raw mode, so the signal is taken and nothing done.
                _ = self.stop.recv() => continue,
            };
        }
    }
}
