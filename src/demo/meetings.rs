//! How the demo's council meets: called by the secretariat, chaired by whoever may, each proposal decided by a vote.

use jiff::civil::{Date, time};
use serde::Deserialize;

use super::CHAIR;
use crate::domain::council::Recommendation;
use crate::domain::meeting::{Form, ItemKind, Meeting, MeetingKey, Motion, Question, State};
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Marks};
use crate::domain::refusal::refuse;
use crate::present::meetings::minutes::renderer;
use crate::usecases::views::{MeetingView, Meetings, MeetingsAhead, RankingView};
use crate::usecases::{
    AddItem, ApproveMinutes, AttendAll, CallMeeting, CloseMeeting, CloseVote, FinaliseMinutes, GoToItem,
    OpError, OpenMeeting, OpenVote, Outcome, PlanMeeting, PutMotion, Session, UseCase, VoteForTheRoom,
};

const SECRETARIAT: &str = "sekretariat";

/// An item by which the council is told something.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Information {
    pub title: String,
    /// M17: left out of the public minutes.
    #[serde(default)]
    pub internal: bool,
}

/// A member does it, in a session that changes hands.
pub(super) fn act(session: &mut Session, handle: &str, use_case: &dyn UseCase) -> Result<Outcome, OpError> {
    if session.actor().handle != handle {
        session.act_as(handle)?;
    }
    session.perform(use_case)
}

/// Plans a meeting and sends out its notice.
pub(super) fn call(
    session: &mut Session,
    on: Date,
    references: Vec<Ref>,
    reason: String,
) -> Result<(), OpError> {
    let key = plan(session, on)?;
    for reference in references {
        add(session, key, ItemKind::Proposal { reference }, None)?;
    }
    act(session, SECRETARIAT, &CallMeeting { key, reason }).map(|_| ())
}

/// Plans a meeting and sends out its notice, with the proposals of a round in the order of the list. The secretariat proposes that
/// those above the line get what they apply for, and that the others wait.
pub(super) fn call_round(
    session: &mut Session,
    on: Date,
    round: String,
    information: Vec<Information>,
) -> Result<(), OpError> {
    let key = plan(session, on)?;
    let ranked = session.view(&RankingView {
        round: Some(round),
        rule: CutRule::Stop,
        frame: None,
        marks: Marks::default(),
    })?;
    for (placed, facts) in ranked.ranking.items.iter().zip(&ranked.facts) {
        let proposed = if placed.above_line {
            Motion::Approve {
                amount: facts.applied,
                conditions: String::new(),
            }
        } else {
            Motion::Postpone
        };
        let reference = facts.reference;
        add(session, key, ItemKind::Proposal { reference }, Some(proposed))?;
    }
    for Information { title, internal } in information {
        act(
            session,
            SECRETARIAT,
            &AddItem {
                key,
                kind: ItemKind::Information,
                title,
                internal,
                proposed: None,
                objections: Some(Vec::new()),
            },
        )?;
    }
    let reason = String::new();
    act(session, SECRETARIAT, &CallMeeting { key, reason }).map(|_| ())
}

/// Plans a meeting. What waits from earlier ones comes onto its agenda by itself.
fn plan(session: &mut Session, on: Date) -> Result<Option<MeetingKey>, OpError> {
    act(
        session,
        SECRETARIAT,
        &PlanMeeting {
            held_on: on,
            starts: Some(time(10, 0, 0, 0)),
            place: "Haakon VIIs gate 9, Oslo".to_owned(),
            form: Form::Both,
        },
    )?;
    let planned = session
        .view(&MeetingsAhead)?
        .into_iter()
        .filter(|meeting| meeting.state == State::Planned);
    Ok(planned.map(|meeting| meeting.key).max())
}

/// An item whose title is known by what it is about.
fn add(
    session: &mut Session,
    key: Option<MeetingKey>,
    kind: ItemKind,
    proposed: Option<Motion>,
) -> Result<(), OpError> {
    let item = AddItem {
        key,
        kind,
        title: String::new(),
        internal: false,
        proposed,
        objections: Some(Vec::new()),
    };
    act(session, SECRETARIAT, &item).map(|_| ())
}

/// Opens the first meeting that is called for a day, with everybody there.
pub(super) fn open(session: &mut Session, on: Date) -> Result<(), OpError> {
    let called = session
        .view(&MeetingsAhead)?
        .into_iter()
        .filter(|meeting| meeting.state == State::Called && meeting.held_on == on);
    let key = called.map(|meeting| meeting.key).min();
    act(session, CHAIR, &OpenMeeting { key })?;
    act(session, CHAIR, &AttendAll { absent: Vec::new() }).map(|_| ())
}

fn now(session: &Session) -> Result<Meeting, OpError> {
    Ok(session.view(&MeetingView { key: None })?.meeting)
}

/// Who chairs the item on the table.
fn chair(meeting: &Meeting) -> String {
    meeting.chair(meeting.current).unwrap_or(CHAIR).to_owned()
}

/// Goes to the minutes on the agenda, and has each approved.
pub(super) fn approve_minutes(session: &mut Session) -> Result<(), OpError> {
    for item in now(session)?.items {
        if let ItemKind::Minutes { meeting: key } = item.kind {
            act(session, CHAIR, &GoToItem { item: item.number })?;
            let against = Vec::new();
            act(session, CHAIR, &ApproveMinutes { key, against })?;
        }
    }
    Ok(())
}

/// Goes to the item of a proposal, decides on the conflicts in it, and recommends.
pub(super) fn treat(
    session: &mut Session,
    reference: Ref,
    recommendation: &Recommendation,
) -> Result<(), OpError> {
    let meeting = now(session)?;
    let mut items = meeting.items.iter();
    let item = items
        .find(|item| item.kind.reference() == Some(reference))
        .ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?;
    let (id, number) = (item.id, item.number);
    act(session, CHAIR, &GoToItem { item: number })?;
    let meeting = now(session)?;
    let undecided = meeting.item(id)?.undecided();
    let raised: Vec<String> = undecided.map(|conflict| conflict.handle.clone()).collect();
    for handle in raised {
        decide(session, Question::Conflict { item: id, handle }, 0)?;
    }
    let content = Motion::from(recommendation.clone());
    let meeting = now(session)?;
    let motion = meeting.next_motion();
    let put = PutMotion {
        item: None,
        content,
        mover: None,
    };
    act(session, &chair(&meeting), &put)?;
    // The council seldom agrees wholly.
    let against = usize::try_from(reference.number() % 3).unwrap_or(0);
    decide(session, Question::Motion { motion }, against)
}

/// A vote by show of hands, with so many against.
fn decide(session: &mut Session, question: Question, against: usize) -> Result<(), OpError> {
    let meeting = now(session)?;
    let chair = chair(&meeting);
    act(session, &chair, &OpenVote { question })?;
    let meeting = now(session)?;
    let voters = meeting
        .open_vote()
        .map(|vote| meeting.not_voted(vote))
        .unwrap_or_default();
    let others = voters.into_iter().filter(|handle| *handle != chair);
    let room = VoteForTheRoom {
        against: others.take(against).collect(),
        silent: Vec::new(),
        vote: None,
    };
    act(session, &chair, &room)?;
    act(session, &chair, &CloseVote { vote: None }).map(|_| ())
}

/// Closes the meeting.
pub(super) fn close(session: &mut Session) -> Result<(), OpError> {
    act(session, CHAIR, &CloseMeeting { key: None }).map(|_| ())
}

/// The minutes of the meetings that were held on a day become final.
pub(super) fn finalise(session: &mut Session, held_on: Date) -> Result<(), OpError> {
    let held = session.view(&Meetings)?.into_iter();
    let held = held.filter(|meeting| meeting.held_on == held_on && meeting.state == State::Closed);
    for meeting in held {
        let finalise = FinaliseMinutes {
            key: meeting.key,
            render: renderer(),
        };
        act(session, SECRETARIAT, &finalise)?;
    }
    Ok(())
}
