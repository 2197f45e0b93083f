//! When to look for new rows of the log. A notice that something is being written comes before it can be seen, so a look that
//! finds nothing is followed by others, further and further apart.

use std::time::Duration;

use crate::usecases::Notice;

/// How long after a notice of writing the looks come that follow a first one in vain.
const AGAIN: [Duration; 3] = [
    Duration::from_millis(5),
    Duration::from_millis(20),
    Duration::from_millis(80),
];

/// The looks that are due. Times are counted from any moment, the same for all calls.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// A look is on its way; what it finds isn't known.
    pending: bool,
    /// Something was written while that look was on its way, or was being written.
    written_since: bool,
    writing_since: bool,
    /// The latest notice of writing, and how many looks after it have been in vain.
    series: Option<(Duration, usize)>,
}

impl Looks {
    /// Takes a notice. True when a look is due at once.
    pub(super) fn noticed(&mut self, notice: Notice, now: Duration) -> bool {
        let under_way = self.series.is_some();
        if notice == Notice::Writing {
            // The parts of one write come in bursts; the looks that are due already wait for the last of them.
            self.series = Some((now, 0));
        }
        if self.pending {
            self.writing_since |= notice == Notice::Writing;
            self.written_since |= notice == Notice::Written;
            return false;
        }
        self.pending = notice == Notice::Written || !under_way;
        self.pending
    }

    /// A step of this session's own is done, and the notices that it gave have been taken unheeded. One look finds what others have
    /// written meanwhile; a write of theirs that can't be seen yet is told of once more when it can. It is due at once.
    pub(super) fn stepped(&mut self) {
        *self = Looks {
            pending: true,
            ..Looks::default()
        };
    }

    /// Takes what a look came to: new rows of the log, or none. True when another is due at once.
    pub(super) fn looked(&mut self, found: bool) -> bool {
        let writing = std::mem::take(&mut self.writing_since);
        let over = |vain: usize| (found && !writing) || vain >= AGAIN.len();
        self.series = self.series.filter(|(_, vain)| !over(*vain));
        self.pending = std::mem::take(&mut self.written_since);
        self.pending
    }

    /// When the next look is due, unless a notice comes before.
    pub(super) fn due(&self) -> Option<Duration> {
        let (noticed, vain) = self.series.filter(|_| !self.pending)?;
        AGAIN.get(vain).map(|after| noticed + *after)
    }

    /// The look that was due is asked for.
    pub(super) fn asked(&mut self) {
        self.pending = true;
        self.series = self.series.map(|(noticed, vain)| (noticed, vain + 1));
    }
}

/// How long the files must have stood still before nothing more can come of the last write: longer than a disk takes between what
/// a commit writes and the moment when others can see it.
const SETTLED: Duration = Duration::from_secs(10);

/// How long files have stood as they do, by what the system tells of them.
#[derive(Debug)]
pub(super) struct Stillness<T> {
    since: Option<(T, Duration)>,
}

impl<T> Default for Stillness<T> {
    fn default() -> Self {
        Stillness { since: None }
    }
}

impl<T: PartialEq> Stillness<T> {
    /// Whether they have stood so for so long that nothing is to be found in them.
    pub(super) fn still(&mut self, traces: T, now: Duration) -> bool {
        match &self.since {
            Some((same, since)) if *same == traces => now > *since + SETTLED,
            _ => {
                self.since = Some((traces, now));
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_look_in_vain_is_followed_by_three_more() {
        let mut looks = Looks::default();
        assert!(looks.due().is_none());
        assert!(looks.noticed(Notice::Writing, at(0)));
        assert!(looks.due().is_none(), "one is on its way");
        for due in [5, 20, 80] {
            assert!(!looks.looked(false));
            assert_eq!(looks.due(), Some(at(due)));
            looks.asked();
        }
        assert!(!looks.looked(false) && looks.due().is_none());
        assert!(
            looks.noticed(Notice::Writing, at(500)),
            "and the next begins anew"
        );
    }

    #[test]
    fn files_are_still_when_nothing_has_been_written_for_a_while() {
        let mut stillness = Stillness::default();
        assert!(!stillness.still("as it was", at(0)));
        assert!(
            !stillness.still("as it was", at(10_000)),
            "a write may be on its way"
        );
        assert!(stillness.still("as it was", at(12_000)));
        assert!(!stillness.still("written", at(14_000)));
        assert!(!stillness.still("written", at(24_000)));
        assert!(stillness.still("written", at(26_000)));
    }

    #[test]
    fn what_is_found_ends_the_looks_unless_more_is_being_written() {
        let mut looks = Looks::default();
        assert!(looks.noticed(Notice::Writing, at(0)));
        assert!(!looks.looked(true) && looks.due().is_none());
        assert!(looks.noticed(Notice::Writing, at(10)));
        assert!(!looks.noticed(Notice::Writing, at(11)));
        assert!(!looks.looked(true));
        assert_eq!(looks.due(), Some(at(16)));
    }

    #[test]
    fn a_step_of_ones_own_is_followed_by_one_look() {
        let mut looks = Looks::default();
        assert!(looks.noticed(Notice::Writing, at(0)));
        assert!(!looks.noticed(Notice::Written, at(1)));
        looks.stepped();
        assert!(looks.due().is_none(), "one is on its way");
        assert!(!looks.looked(false) && looks.due().is_none());
        looks.stepped();
        assert!(!looks.noticed(Notice::Written, at(2)), "somebody else's");
        assert!(looks.looked(true), "is looked for");
    }

    #[test]
    fn what_is_written_is_looked_for_at_once_and_once() {
        let mut looks = Looks::default();
        assert!(looks.noticed(Notice::Written, at(0)));
        assert!(!looks.noticed(Notice::Written, at(1)), "one is on its way");
        assert!(looks.looked(false), "and another follows it");
        assert!(!looks.looked(false) && looks.due().is_none());
        // A burst of frames, and the touch after it.
        assert!(looks.noticed(Notice::Writing, at(10)));
        assert!(!looks.looked(false));
        assert!(!looks.noticed(Notice::Writing, at(11)));
        assert_eq!(looks.due(), Some(at(16)));
        assert!(looks.noticed(Notice::Written, at(12)));
        assert!(!looks.looked(true) && looks.due().is_none());
    }
}
