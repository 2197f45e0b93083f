//! When things in a meeting may be dated (M4, M9, M10).

use jiff::civil::DateTime;

use super::{Entry, Event, Meeting, Refusal, State, refuse};

impl Meeting {
    /// M4: the time at which something is told that happens by the clock, no earlier than what was told of the same day. A
    /// clock that is set right by a second, or back an hour in autumn, must neither stop a meeting nor turn its order round.
    #[must_use]
    pub fn no_earlier(&self, at: DateTime) -> DateTime {
        if at.date() == self.latest.date() {
            at.max(self.latest)
        } else {
            at
        }
    }

    /// M4: the latest time that is told of the day on which the last entry was made.
    #[must_use]
    pub fn latest(&self) -> DateTime {
        self.latest
    }

    /// M4: nothing is dated on a day before that of the entry before it. Within the day the steps give it the order: they take
    /// their time from [`Meeting::no_earlier`], and who came or went earlier in the day may be told later (M10).
    ///
    /// Minutes of a meeting of long ago are made final today. Their approval has the day of the meeting that approves them, so
    /// it and corrections follow the meeting, not each other.
    pub(super) fn on_a_day_to_come(&self, entry: &Entry) -> Result<(), Refusal> {
        let follows = match entry.event {
            Event::Approved { .. } | Event::Corrected { .. } => self.closed,
            _ => None,
        };
        let reached = follows.unwrap_or(self.latest).date();
        if entry.at.date() >= reached {
            return Ok(());
        }
        Err(refuse("meeting-day-passed")
            .rule("M4")
            .with("meeting", self.key.to_string())
            .with("date", entry.at.date())
            .with("reached", reached))
    }

    /// M9: a meeting that wasn't opened on its day can only be cancelled: an entry of a later day would keep it from being
    /// opened on its own.
    pub(super) fn not_after_its_day(&self, entry: &Entry) -> Result<(), Refusal> {
        let to_come = matches!(self.state, State::Planned | State::Called) && self.form.meets();
        let cancelled = matches!(entry.event, Event::Cancelled { .. });
        if !to_come || cancelled || entry.at.date() <= self.held_on {
            return Ok(());
        }
        Err(refuse("meeting-day-over")
            .rule("M9")
            .with("meeting", self.key.to_string())
            .with("date", self.held_on))
    }

    /// M9: it is the day that the meeting was called for.
    pub(super) fn on_its_day(&self, entry: &Entry) -> Result<(), Refusal> {
        if entry.at.date() == self.held_on {
            Ok(())
        } else {
            Err(refuse("meeting-other-day").rule("M9").with("date", self.held_on))
        }
    }

    /// M10: presence may be set while people meet, and is not dated before the last vote that was closed.
    pub(super) fn presence_at(&self, entry: &Entry) -> Result<(), Refusal> {
        self.in_state(&[State::Called, State::Open, State::Adjourned])?;
        if self.state == State::Called {
            self.on_its_day(entry)?;
        }
        match self.last_vote.filter(|closed| entry.at < *closed) {
            Some(closed) => Err(refuse("presence-before-vote")
                .rule("M10")
                .with("time", closed.time())),
            None => Ok(()),
        }
    }

    /// M10: nobody goes before having come, or comes before having gone.
    pub(super) fn after_the_last_time(&self, entry: &Entry, handle: &str) -> Result<(), Refusal> {
        let own = self.presence.iter().filter(|interval| interval.handle == handle);
        let last = own.map(|interval| interval.went.unwrap_or(interval.came)).max();
        match last.filter(|last| entry.at < *last) {
            Some(last) => Err(refuse("presence-out-of-order")
                .rule("M10")
                .with("handle", handle)
                .with("time", last.time())),
            None => Ok(()),
        }
    }
}
