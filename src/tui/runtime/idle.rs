//! A session that nobody uses ends, and says so before it does. Times are told from when the session began.

use std::time::Duration;

/// So long before the end it is said that it comes.
const WARNING: Duration = Duration::from_mins(1);

/// How long a session has waited for a key.
#[derive(Debug)]
pub(super) struct Idle {
    limit: Option<Duration>,
    since: Duration,
    warned: bool,
}

/// What is to be done about a session that nobody uses.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Passed {
    Warn,
    End,
}

impl Idle {
    /// Without a limit it waits as long as one likes.
    pub(super) fn new(limit: Option<Duration>) -> Idle {
        Idle {
            limit,
            since: Duration::ZERO,
            warned: false,
        }
    }

    /// Somebody is there.
    pub(super) fn used(&mut self, now: Duration) {
        (self.since, self.warned) = (now, false);
    }

    /// When something is to be done, if nobody comes.
    pub(super) fn due(&self) -> Option<Duration> {
        let limit = self.limit?;
        let warning = if limit > WARNING { WARNING } else { limit / 2 };
        let wait = if self.warned {
            limit
        } else {
            limit.saturating_sub(warning)
        };
        Some(self.since + wait)
    }

    /// What is to be done by now.
    pub(super) fn passed(&mut self, now: Duration) -> Option<Passed> {
        let due = self.due().filter(|due| now >= *due);
        due.map(|_| {
            if std::mem::replace(&mut self.warned, true) {
                Passed::End
            } else {
                Passed::Warn
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_before_the_end_and_a_key_puts_it_off() {
        let minutes = Duration::from_mins;
        let mut idle = Idle::new(Some(minutes(10)));
        assert_eq!(idle.passed(minutes(8)), None);
        assert_eq!(idle.due(), Some(minutes(9)));
        assert_eq!(idle.passed(minutes(9)), Some(Passed::Warn));
        assert_eq!(idle.passed(minutes(9)), None);
        idle.used(minutes(9));
        assert_eq!(idle.due(), Some(minutes(18)));
        assert_eq!(idle.passed(minutes(18)), Some(Passed::Warn));
        assert_eq!(idle.passed(minutes(19)), Some(Passed::End));
        assert_eq!(Idle::new(None).due(), None);
    }
}
