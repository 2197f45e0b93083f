//! What both steps and views of a meeting need: the council as it is on a day, and which meeting is meant.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::OpError;
use crate::domain::council::by_vote;
use crate::domain::meeting::{Meeting, MeetingKey, Roster, Seat, State};
use crate::domain::member::Member;
use crate::domain::policy::Role;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::{CouncilRules, Dated};
use crate::store::{MeetingRow, Read, SeatTerm};

/// M11: the terms that hold on a day, one for each seat that has one: from its first day on the newest rules over older ones.
pub(crate) fn terms_on(read: &Read, on: Date) -> Result<Vec<SeatTerm>, OpError> {
    let begun = read.seat_terms_begun(on)?.into_iter();
    Ok(begun.filter(|term| term.to.is_none_or(|to| on <= to)).collect())
}

/// M11: the seats on a day, with what people are called. Only those who can vote on that day have a place in them (section 10).
pub(crate) fn roster(read: &Read, on: Date) -> Result<Roster, OpError> {
    let terms = terms_on(read, on)?;
    let mut members = read.members(on)?;
    if members.iter().any(|member| !member.active) {
        // Who was revoked on a later day had the seat until then.
        let revoked = read.revoked()?;
        for member in &mut members {
            member.active |= revoked.get(&member.handle).is_some_and(|day| on < *day);
        }
    }
    let is = |handle: &String, able: fn(&Member) -> bool| {
        let mut people = members.iter();
        people.any(|member| member.handle == *handle && able(member))
    };
    let seats = (1..=read.fund.scheme.seats).map(|number| {
        let holds = terms.iter().find(|term| term.seat.number == number);
        holds.map_or(
            Seat {
                number,
                holder: None,
                substitutes: Vec::new(),
            },
            |term| Seat {
                number,
                holder: term
                    .seat
                    .holder
                    .clone()
                    .filter(|who| is(who, Member::may_hold_a_seat)),
                substitutes: term
                    .seat
                    .substitutes
                    .iter()
                    .filter(|who| is(who, Member::may_stand_in))
                    .cloned()
                    .collect(),
            },
        )
    });
    let has = |role: Role| {
        let of_role = members
            .iter()
            .find(|member| member.active && member.roles.contains(&role));
        of_role.map(|member| member.handle.clone())
    };
    Ok(Roster {
        seats: seats.collect(),
        leader: has(Role::Chair),
        deputy: has(Role::Deputy),
        names: members
            .iter()
            .map(|member| (member.handle.clone(), member.name.clone()))
            .collect(),
    })
}

/// The parameters of the scheme that hold on a day.
pub(crate) fn parameters(read: &Read, on: Date) -> Result<Dated, OpError> {
    let mut parameters = read.fund.scheme.dated;
    for change in read.scheme_changes()? {
        if change.from <= on {
            parameters = parameters.with(&change.key, &change.value)?;
        }
    }
    Ok(parameters)
}

/// The council's parameters on a day.
pub(crate) fn council_rules(read: &Read, on: Date) -> Result<CouncilRules, OpError> {
    Ok(parameters(read, on)?.council)
}

/// M14: why a proposal can't be recommended on without a vote, if the scheme doesn't allow it.
pub(crate) fn needs_a_vote(read: &Read, reference: Ref, on: Date) -> Result<Option<Refusal>, OpError> {
    let allowed = council_rules(read, on)?.recommend_outside_meeting;
    Ok((!allowed).then(|| by_vote(reference)))
}

/// Which meeting is meant.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meant {
    Named(MeetingKey),
    /// The one that is open, else the next that is called or planned. A written procedure only when nobody is to meet.
    Next,
    /// The written procedure that is under way, else the next that is planned.
    InWriting,
}

impl From<Option<MeetingKey>> for Meant {
    fn from(key: Option<MeetingKey>) -> Meant {
        key.map_or(Meant::Next, Meant::Named)
    }
}

/// The meeting that is meant. While it is ahead or under way its seats are those of today.
pub(crate) fn meeting(read: &Read, meant: Meant, today: Date) -> Result<MeetingRow, OpError> {
    let found = match meant {
        Meant::Named(key) => {
            let row = read.meeting(key)?;
            Some(row.ok_or_else(|| refuse("meeting-unknown").with("meeting", key.to_string()))?)
        }
        Meant::Next => next(read.meetings_ahead()?, false),
        Meant::InWriting => next(read.meetings_ahead()?, true),
    };
    let row = found.ok_or_else(|| refuse("no-meeting"))?;
    as_of(read, row, today)
}

/// A meeting that is ahead or under way with the seats of today.
pub(crate) fn as_of(read: &Read, mut row: MeetingRow, today: Date) -> Result<MeetingRow, OpError> {
    if row.meeting.state.is_ahead() {
        row.meeting.change_the_roster(roster(read, today)?);
    }
    Ok(row)
}

/// The meeting that is meant when none is named.
pub(crate) fn next(rows: Vec<MeetingRow>, in_writing: bool) -> Option<MeetingRow> {
    let rank = |meeting: &Meeting| {
        let another = meeting.form.meets() == in_writing;
        let state = match meeting.state {
            state if state.is_under_way() => 0,
            State::Called => 1,
            _ => 2,
        };
        (another, state, meeting.held_on, meeting.key)
    };
    rows.into_iter().min_by_key(|row| rank(&row.meeting))
}

/// The proposals on the agendas of the meetings that are ahead, each with its meeting.
pub(crate) fn listed(read: &Read) -> Result<BTreeMap<Ref, MeetingKey>, OpError> {
    let mut listed = BTreeMap::new();
    for row in read.meetings_ahead()? {
        let items = row.meeting.standing_items();
        listed.extend(items.filter_map(|item| Some((item.kind.reference()?, row.meeting.key))));
    }
    Ok(listed)
}

/// M6: the number that the next item of a year gets.
pub(crate) fn next_item_number(read: &Read, year: i16) -> Result<u32, OpError> {
    Ok(read.last_item_number(year)? + 1)
}
