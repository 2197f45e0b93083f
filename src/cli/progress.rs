//! How far long work has come, as a bar on the last line of a terminal. What ends at once draws nothing, a pipe or a
//! script never sees it, and the bar is gone before the answer is said.

use std::cell::Cell;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::call::Call;
use super::environment::Signs;

/// A bar for one piece of work, until it is dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Where it is drawn, once the work has taken long.
    target: Cell<Option<ProgressDrawTarget>>,
    patience: Duration,
}

/// What nobody notices that they wait for.
const PATIENCE: Duration = Duration::from_millis(400);

impl Progress {
    /// Work that is called by the message `key`.
    pub(super) fn new(key: &str, call: &Call) -> Progress {
        let terminals = call.around.terminals;
        let wanted = terminals.error && !terminals.prints_only && !call.globals.json && !call.globals.plain;
        let target = wanted.then(ProgressDrawTarget::stderr);
        Progress::on(
            target,
            PATIENCE,
            &call.words.t(key),
            call.globals.ascii || terminals.signs != Signs::All,
        )
    }

    fn on(target: Option<ProgressDrawTarget>, patience: Duration, what: &str, ascii: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        // No colours, so there are none to turn off.
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {percent:>3} %") {
            bar.set_style(style.progress_chars(if ascii { "=> " } else { "█▌░" }));
        }
        bar.set_message(what.to_owned());
        Progress {
            bar,
            target: Cell::new(target),
            patience,
        }
    }

    /// So much of so much is done.
    pub(super) fn at(&self, done: usize, of: usize) {
        self.bar.set_length(of as u64);
        self.bar.set_position(done as u64);
        if self.bar.elapsed() >= self.patience
            && let Some(target) = self.target.take()
        {
            self.bar.set_draw_target(target);
            self.bar.tick();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex, PoisonError};

    use indicatif::TermLike;

    use super::*;

    /// A terminal that keeps what stands on its last line, and all that ever stood there.
    #[derive(Clone, Debug, Default)]
    struct Line(Arc<Mutex<(String, String)>>);

    impl Line {
        fn now_and_ever(&self) -> (String, String) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
        }
    }

    impl TermLike for Line {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> io::Result<()> {
            self.write_str(text)
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            let mut line = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            line.0.push_str(text);
            line.1.push_str(text);
            Ok(())
        }
        fn clear_line(&self) -> io::Result<()> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).0.clear();
            Ok(())
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(patience: Duration, ascii: bool) -> (String, String) {
        let line = Line::default();
        let target = ProgressDrawTarget::term_like(Box::new(line.clone()));
        let progress = Progress::on(Some(target), patience, "Importerer rader", ascii);
        progress.at(1, 4);
        progress.at(2, 4);
        drop(progress);
        line.now_and_ever()
    }

    #[test]
    fn long_work_is_told_and_the_bar_is_gone_when_it_is_over() {
        let (now, ever) = shown(Duration::ZERO, true);
        assert_eq!(now.trim(), "");
        assert!(
            ever.contains("Importerer rader =====") && ever.contains(" 25 %"),
            "{ever}"
        );
        assert!(ever.is_ascii(), "{ever}");
        let (_, ever) = shown(Duration::ZERO, false);
        assert!(ever.contains("█") && !ever.contains('\u{1b}'), "{ever}");
    }

    #[test]
    fn what_ends_at_once_draws_nothing() {
        assert_eq!(shown(Duration::MAX, false), (String::new(), String::new()));
    }
}
