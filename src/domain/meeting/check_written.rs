//! Whether a written procedure may be started and answered (M16).

use jiff::civil::DateTime;

use super::check::fits;
use super::{Entry, Meeting, Motion, Refusal, Roster, State, Undecidable, refuse};

impl Meeting {
    /// M16: one motion, about the one item, with time to answer, which can be decided.
    pub(super) fn check_written(
        &self,
        entry: &Entry,
        deadline: DateTime,
        motion: &Motion,
        roster: &Roster,
    ) -> Result<(), Refusal> {
        if self.form.meets() {
            return Err(refuse("meeting-not-written").rule("M16"));
        }
        self.in_state(&[State::Called])?;
        let item = self
            .written_item()
            .ok_or_else(|| refuse("agenda-empty").rule("M9"))?;
        fits(&item.kind, motion)?;
        if deadline <= entry.at {
            return Err(refuse("written-deadline-past").rule("M16"));
        }
        match self.undecidable(roster) {
            Some(Undecidable::Unanswerable(holders)) => {
                let names = holders.iter().map(|holder| roster.name(holder).to_owned());
                let refusal = refuse("written-unanswerable").rule("M16");
                Err(refusal.with("names", names.collect::<Vec<_>>()))
            }
            Some(Undecidable::TooFew) => Err(refuse("written-too-few").rule("M16")),
            None => Ok(()),
        }
    }

    /// M16: an answer before the deadline, of somebody who answers for a seat.
    pub(super) fn check_answer(&self, entry: &Entry, handle: &str) -> Result<(), Refusal> {
        self.in_state(&[State::Open])?;
        let Some(written) = &self.written else {
            return Err(refuse("meeting-not-written").rule("M16"));
        };
        if entry.at > written.deadline {
            return Err(refuse("written-deadline-past").rule("M16"));
        }
        let seats = self.written_seating();
        if seats.iter().any(|seated| seated.handle == handle) {
            Ok(())
        } else {
            Err(refuse("not-entitled").rule("M16").with("handle", handle))
        }
    }
}
