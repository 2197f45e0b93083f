//! Whether a thing may happen in a meeting as it stands. Who may do it is asked of the policy, with what
//! [`Meeting::standing`] says.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::conflict::Judgement;
use super::minutes::What;
use super::{
    Entry, Event, Form, ItemId, ItemKind, ItemState, Meeting, Motion, Question, Refusal, State, Tally,
    WrittenResult, refuse,
};

/// M9: whether a notice on a day is later than the days that the scheme asks for.
#[must_use]
pub fn notice_is_short(on: Date, held_on: Date, days: u32) -> bool {
    on.until(held_on)
        .map_or(true, |span| i64::from(span.get_days()) < i64::from(days))
}

/// M7: a motion is about what its item is about.
pub(super) fn fits(kind: &ItemKind, motion: &Motion) -> Result<(), Refusal> {
    if kind.takes(motion) {
        return Ok(());
    }
    Err(refuse("motion-does-not-fit")
        .rule("M7")
        .word("motion", motion.key())
        .word("kind", kind.key()))
}

impl Meeting {
    /// Whether one more entry may follow.
    ///
    /// # Errors
    /// What the rules of procedure have against it, with their label.
    #[expect(clippy::too_many_lines, reason = "one arm for each thing that can happen")]
    pub fn check(&self, entry: &Entry) -> Result<(), Refusal> {
        if entry.event.is_of_a_room() && !self.form.meets() {
            return Err(refuse("written-nobody-meets").rule("M16"));
        }
        self.on_a_day_to_come(entry)?;
        self.not_after_its_day(entry)?;
        match &entry.event {
            Event::Planned { .. } => Err(refuse("meeting-exists").with("meeting", self.key.to_string())),
            Event::ItemAdded { kind, objections, .. } => self.check_added(kind, objections),
            Event::ItemWithdrawn { item, .. } => {
                // What was sent out in writing is answered.
                self.in_state(match self.form {
                    Form::Written => &[State::Planned, State::Called],
                    _ => &[State::Planned, State::Called, State::Open],
                })?;
                self.nothing_open()?;
                self.open_item(*item)
            }
            Event::Called { on, .. } => self.check_called(*on),
            Event::Opened { .. } => {
                self.in_state(&[State::Called])?;
                self.on_its_day(entry)
            }
            Event::RosterChanged { .. } => self.in_state(&[State::Open, State::Adjourned]),
            Event::CameIn { handle } => {
                self.presence_at(entry)?;
                if self.is_present(handle) {
                    return Err(refuse("already-present")
                        .rule("M10")
                        .with("handle", handle.as_str()));
                }
                self.after_the_last_time(entry, handle)
            }
            Event::WentOut { handle } => {
                self.presence_at(entry)?;
                self.present(handle)?;
                self.after_the_last_time(entry, handle)
            }
            Event::ItemOpened { item } => {
                self.in_state(&[State::Open])?;
                self.nothing_open()?;
                self.open_item(*item)?;
                // An item that is taken up again while it is on the table is opened anew.
                if self.current == Some(*item) && self.item(*item)?.state == ItemState::Treated {
                    return Err(refuse("item-on-the-table").rule("M6"));
                }
                Ok(())
            }
            Event::ConflictRaised { item, handle, .. } => self.check_conflict(*item, handle),
            Event::MotionPut {
                item, mover, content, ..
            } => self.check_motion(*item, mover, content),
            Event::MotionWithdrawn { motion } => {
                let put = self.votable(*motion)?;
                if self.trial.as_ref().is_some_and(|open| open.motion == *motion) {
                    return Err(refuse("trial-open").rule("M13"));
                }
                match self.open_vote() {
                    Some(vote) if self.items_of(&vote.question).contains(&put.item) => {
                        Err(refuse("vote-open").rule("M12"))
                    }
                    _ => Ok(()),
                }
            }
            Event::TakenOut { item } => {
                self.in_state(&[State::Called, State::Open, State::Adjourned])?;
                self.nothing_open()?;
                self.open_item(*item)?;
                if self.item(*item)?.taken_out {
                    return Err(refuse("item-is-out").rule("M13"));
                }
                Ok(())
            }
            Event::VoteOpened { question, .. } => self.check_question(question),
            Event::Cast { vote, handle, .. } => {
                let open = self.the_open_vote(*vote)?;
                if self.may_cast(open, handle) {
                    Ok(())
                } else {
                    Err(refuse("not-entitled").rule("M12").with("handle", handle.as_str()))
                }
            }
            Event::VoteCalledOff { vote } => self.check_called_off(*vote),
            Event::VoteClosed { vote, tallies } => {
                self.the_open_vote(*vote)?;
                if tallies.iter().any(Tally::waits_for_the_chair) {
                    Err(refuse("tie-waits-for-chair").rule("M2"))
                } else {
                    Ok(())
                }
            }
            Event::AboveFree { item, free } => {
                let carried = self.item(*item)?.result();
                let carried = carried.map(|id| self.motion(id)).transpose()?;
                match carried.and_then(|put| put.content.above(*free)) {
                    Some(_) => Ok(()),
                    None => Err(refuse("amount-not-above-free").rule("M14")),
                }
            }
            Event::TrialOpened { motion } => {
                self.ready_for_a_vote()?;
                self.on_table(self.votable(*motion)?.item)
            }
            Event::TrialAnswered { handle } => {
                let open = self.the_open_trial()?;
                self.in_seat(open.item, handle)
            }
            Event::TrialVote {
                item,
                motion,
                votes_for,
                votes_against,
            } => self.check_trial(*item, *motion, u64::from(*votes_for) + u64::from(*votes_against)),
            Event::ElectionOpened {
                office,
                candidates,
                secret,
                ..
            } => {
                self.check_office(office, candidates)?;
                if secret.is_none() && self.must_be_secret(office) {
                    return Err(refuse("election-must-be-secret").rule("M15"));
                }
                Ok(())
            }
            Event::Elected {
                election,
                handle,
                choice,
            } => self.check_elected(*election, handle, choice.as_deref()),
            Event::BallotCast { election, handle, .. } => self.check_ballot(*election, handle),
            Event::ElectionClosed {
                election,
                count,
                ballots,
            } => self.check_count(*election, count, ballots),
            Event::ElectionVoided { election, .. } => self.the_open_election(*election).map(|_| ()),
            Event::SecrecyAsked { item, handle } => self.check_secrecy(*item, handle),
            Event::Statement { item, handle, .. } => {
                self.on_table(*item)?;
                self.in_seat(*item, handle)
            }
            Event::ScorecardChanged { item, handle, .. } => {
                self.on_table(*item)?;
                self.open_item(*item)?;
                self.in_seat(*item, handle)
            }
            Event::Adjourned { .. } => {
                self.in_state(&[State::Open])?;
                self.nothing_open()
            }
            Event::Resumed => self.in_state(&[State::Adjourned]),
            Event::Closed => self.check_closed(entry),
            Event::Cancelled { .. } => self.in_state(&[State::Planned, State::Called]),
            Event::WrittenStarted {
                deadline,
                motion,
                roster,
            } => self.check_written(entry, *deadline, motion, roster),
            Event::WrittenAnswered { handle, .. } => self.check_answer(entry, handle),
            Event::Finalised { .. } => {
                self.in_state(&[State::Closed])?;
                match self.missing().len() {
                    0 => Ok(()),
                    count => Err(refuse("minutes-incomplete").rule("M4").with("count", count)),
                }
            }
            Event::Approved { .. } => self.in_state(&[State::Final]),
            Event::Corrected { .. } => self.in_state(&[State::Final, State::Approved]),
        }
    }

    fn check_added(&self, kind: &ItemKind, objections: &[String]) -> Result<(), Refusal> {
        self.in_state(&[State::Planned, State::Called, State::Open])?;
        if !self.form.meets() && self.written_item().is_some() {
            return Err(refuse("written-one-item").rule("M16"));
        }
        self.not_on_the_list(kind)?;
        let there = self.seating(None);
        let against: BTreeSet<&String> = objections.iter().collect();
        let sits = |handle: &str| there.iter().any(|seated| seated.handle == handle);
        if let Some(other) = against.iter().find(|handle| !sits(handle)) {
            return Err(refuse("not-in-seat").rule("M6").with("handle", other.as_str()));
        }
        let by_chair = against
            .iter()
            .any(|handle| Some(handle.as_str()) == self.chair(None));
        if by_chair || (!against.is_empty() && 3 * against.len() >= there.len()) {
            return Err(refuse("item-objected").rule("M6").with("count", against.len()));
        }
        Ok(())
    }

    /// A proposal, and minutes that are to be approved, are treated once in a meeting.
    fn not_on_the_list(&self, kind: &ItemKind) -> Result<(), Refusal> {
        let named = match kind {
            ItemKind::Proposal { reference } => reference.to_string(),
            ItemKind::Minutes { meeting } => meeting.to_string(),
            ItemKind::Information | ItemKind::Election | ItemKind::Free => return Ok(()),
        };
        if self.standing_items().any(|item| item.kind == *kind) {
            return Err(refuse("item-listed").rule("M6").with("ref", named));
        }
        Ok(())
    }

    fn check_called(&self, on: Date) -> Result<(), Refusal> {
        self.in_state(&[State::Planned])?;
        if self.standing_items().next().is_none() {
            return Err(refuse("agenda-empty").rule("M9"));
        }
        if on > self.held_on {
            return Err(refuse("notice-after-meeting")
                .rule("M9")
                .with("date", self.held_on));
        }
        Ok(())
    }

    fn check_conflict(&self, id: ItemId, handle: &str) -> Result<(), Refusal> {
        self.in_state(&[State::Called, State::Open, State::Adjourned])?;
        self.open_item(id)?;
        // Who decides on a conflict is settled when the vote on it opens.
        let question = self.open_vote().map(|vote| &vote.question);
        if matches!(question, Some(Question::Conflict { item, .. }) if *item == id) {
            return Err(refuse("vote-open").rule("M5"));
        }
        let item = self.item(id)?;
        let known = item.conflicts.iter().find(|conflict| conflict.handle == handle);
        match known.map(|conflict| conflict.judgement) {
            None => Ok(()),
            Some(Judgement::Raised | Judgement::Upheld) => {
                Err(refuse("conflict-raised").rule("M5").with("handle", handle))
            }
            Some(Judgement::Rejected) => Err(refuse("conflict-rejected").rule("M5").with("handle", handle)),
        }
    }

    fn check_motion(&self, id: ItemId, mover: &str, content: &Motion) -> Result<(), Refusal> {
        self.on_table(id)?;
        self.open_item(id)?;
        self.in_seat(id, mover)?;
        fits(&self.item(id)?.kind, content)?;
        if self.votable_in(id).any(|put| put.content == *content) {
            return Err(refuse("motion-put").rule("M2"));
        }
        Ok(())
    }

    /// M4: what must be told of an item can be told while people meet, and not after.
    fn check_closed(&self, entry: &Entry) -> Result<(), Refusal> {
        if !self.form.meets() {
            self.in_state(&[State::Open])?;
            return match self.written_result(entry.at) {
                WrittenResult::Waiting => Err(refuse("written-waits").rule("M16")),
                _ => Ok(()),
            };
        }
        self.in_state(&[State::Open, State::Adjourned])?;
        self.nothing_open()?;
        let Some((what, items)) = self.hinders_closing() else {
            return Ok(());
        };
        let code = match what {
            What::Judgement => "conflicts-undecided",
            _ => "items-without-result",
        };
        let called = items
            .iter()
            .filter_map(|id| Some(self.item(*id).ok()?.called(self.key.year)));
        let refusal = refuse(code).rule("M4").with("count", items.len());
        Err(refusal.with("items", called.collect::<Vec<_>>()))
    }

    /// The meeting is in one of these states.
    pub(super) fn in_state(&self, states: &[State]) -> Result<(), Refusal> {
        if states.contains(&self.state) {
            return Ok(());
        }
        Err(refuse("meeting-state")
            .rule("M9")
            .with("meeting", self.key.to_string())
            .word("state", self.state.key())
            .word("needs", states[0].key()))
    }

    fn present(&self, handle: &str) -> Result<(), Refusal> {
        if self.is_present(handle) {
            Ok(())
        } else {
            Err(refuse("not-present").rule("M10").with("handle", handle))
        }
    }

    /// M12: a person has a seat in an item now.
    fn in_seat(&self, item: ItemId, handle: &str) -> Result<(), Refusal> {
        if self.sits(Some(item), handle) {
            Ok(())
        } else {
            Err(refuse("not-in-seat").rule("M11").with("handle", handle))
        }
    }

    pub(super) fn open_item(&self, id: ItemId) -> Result<(), Refusal> {
        let item = self.item(id)?;
        if item.is_open() {
            return Ok(());
        }
        Err(refuse("item-not-open")
            .rule("M6")
            .with("item", item.called(self.key.year))
            .word("state", item.state.key()))
    }

    /// The item is the one on the table of an open meeting.
    pub(super) fn on_table(&self, id: ItemId) -> Result<(), Refusal> {
        self.in_state(&[State::Open])?;
        if self.current == Some(id) {
            return Ok(());
        }
        Err(refuse("item-not-on-table")
            .rule("M6")
            .with("item", self.item(id)?.called(self.key.year)))
    }
}
