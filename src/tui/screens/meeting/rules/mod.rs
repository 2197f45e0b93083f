//! Who may press a key of the meeting now, and what stands in the way. The meeting's own rules are asked as the steps ask
//! them.

mod votes;

pub use votes::{candidates, office_sought};

use jiff::civil::Time;

use super::Meeting;
use super::keys::Action;
use crate::domain::meeting::conflict::{ConflictKind, Ground};
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{
    Entry, Event, Item, ItemKind, ItemState, Meeting as Held, Motion, MotionId, Put, Question, State,
};
use crate::domain::policy::{Action as Rule, Role, Subject, may};
use crate::domain::refusal::{Refusal, refuse};
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::views::meetings::MeetingData;

/// What the use cases call an item.
pub fn number(item: &Item) -> u32 {
    item.number.unwrap_or(item.id)
}

/// What the policy must know of the meeting for one of the keys.
pub fn subject(screen: &Meeting, action: Action) -> Subject {
    let Some(own) = screen.own() else {
        return Subject::FUND;
    };
    let (meeting, me) = (&own.meeting, own.viewer.as_str());
    let (mut chairs, mut seated) = match own.subject {
        Subject::Meeting { chairs, seated } => (chairs, seated),
        _ => (false, false),
    };
    let of_meeting = meeting.chair(None) == Some(me);
    match action {
        // Whoever chairs the item that is left, or the meeting, goes on.
        Action::Next | Action::TakeItem | Action::CloseMeeting => chairs |= of_meeting,
        Action::EnBloc | Action::TakeAgain => chairs = of_meeting,
        // Before there is a chair the leader or the deputy counts the room too.
        Action::Everybody | Action::Open => chairs |= leads(meeting, me),
        // Where nobody can chair, the one in question conducts the vote (M5).
        Action::DecideConflict => {
            let nobody = meeting.chair(meeting.current).is_none();
            chairs |= nobody && raised(meeting).is_some_and(|(_, handle)| handle == me);
        }
        Action::For | Action::Against => {
            seated = meeting.open_vote().is_some_and(|vote| meeting.may_cast(vote, me));
        }
        Action::TakeOut => {
            seated = meeting.seating(None).iter().any(|seated| seated.handle == me);
        }
        _ => {}
    }
    Subject::Meeting { chairs, seated }
}

fn leads(meeting: &Held, handle: &str) -> bool {
    let leader = meeting.roster.leader.as_deref();
    [leader, meeting.roster.deputy.as_deref()].contains(&Some(handle))
}

/// The first conflict in the item on the table that is raised and not decided.
pub fn raised(meeting: &Held) -> Option<(&Item, &str)> {
    let item = meeting.on_the_table()?;
    let raised = item
        .conflicts
        .iter()
        .find(|conflict| conflict.judgement == crate::domain::meeting::conflict::Judgement::Raised)?;
    Some((item, &raised.handle))
}

/// The motions of the item on the table that can be voted on.
pub fn votable(meeting: &Held) -> Vec<u32> {
    let Some(item) = meeting.on_the_table().filter(|item| item.is_open()) else {
        return Vec::new();
    };
    let standing = meeting.standing(item.id).map(|put| put.id);
    standing.filter(|id| !meeting.is_lost(*id)).collect()
}

/// Whether the viewer registers for the room (M10, M12).
pub fn registers(data: &MeetingBoardData, own: &MeetingData) -> bool {
    may(&data.actor, Rule::RegisterForTheRoom, own.subject).is_ok()
}

/// Why a key that the policy allows can't act.
pub fn in_the_way(screen: &Meeting, action: Action) -> Option<Refusal> {
    let data = screen.data.as_ref()?;
    match action {
        Action::Plan => return None,
        Action::Earlier | Action::Later => {
            return screen
                .beside(action)
                .is_none()
                .then(|| refuse("no-other-meeting"));
        }
        _ => {}
    }
    let Some(own) = &data.meeting else {
        return Some(refuse("no-meeting"));
    };
    if own.meeting.written.is_some() && action != Action::Proposal {
        return Some(refuse("meeting-in-writing").rule("M16"));
    }
    let ask = Ask {
        data,
        own,
        meeting: &own.meeting,
        selected: screen.selected(),
    };
    let another = !names_its_meeting(action) && !screen.is_meant();
    let another = another.then(|| refuse("meeting-is-another").rule("M9"));
    ask.why_not(action).err().or(another)
}

/// Whether a step says which meeting it is about. The others are about the one that is open or ahead.
fn names_its_meeting(action: Action) -> bool {
    matches!(
        action,
        Action::Call
            | Action::Open
            | Action::CloseMeeting
            | Action::Cancel
            | Action::AddItem
            | Action::AddRanked
            | Action::WithdrawItem
            | Action::Proposal
            | Action::Finalise
    )
}

/// What a key is called where that depends on what is voted on, or on the item on the table.
pub fn label(meeting: &Held, action: Action) -> Option<&'static str> {
    let vote = meeting.open_vote();
    let between = vote.is_some_and(|vote| matches!(vote.question, Question::Between { .. }));
    match action {
        Action::For if between => Some("agenda-key-first"),
        Action::Against if between => Some("agenda-key-second"),
        Action::Unanimous if between => Some("agenda-key-rest-first"),
        Action::NameAgainst if between => Some("agenda-key-name-second"),
        Action::OpenElection => match office_sought(meeting) {
            Office::Chair { .. } => None,
            Office::Other { .. } => Some("agenda-key-open-election"),
        },
        _ => None,
    }
}

/// The motions of the item on the table that the viewer may withdraw: the own ones or, for the room, all.
pub fn withdrawable(data: &MeetingBoardData, own: &MeetingData) -> Vec<MotionId> {
    let Some(item) = own.meeting.on_the_table() else {
        return Vec::new();
    };
    let all = registers(data, own);
    let may = |put: &&Put| (all || put.mover == own.viewer) && !own.meeting.is_lost(put.id);
    let standing = own.meeting.standing(item.id).filter(may);
    standing.map(|put| put.id).collect()
}

struct Ask<'s> {
    data: &'s MeetingBoardData,
    own: &'s MeetingData,
    meeting: &'s Held,
    selected: Option<&'s Item>,
}

impl Ask<'_> {
    /// Asks the rules of the meeting.
    fn check(&self, event: Event) -> Result<(), Refusal> {
        let entry = Entry {
            at: self.data.today.to_datetime(Time::MAX),
            by: self.own.viewer.clone(),
            event,
        };
        self.meeting.check(&entry)
    }

    fn selected(&self) -> Result<&Item, Refusal> {
        self.selected.ok_or_else(|| refuse("agenda-without-items"))
    }

    fn current(&self) -> Result<&Item, Refusal> {
        let item = self.meeting.on_the_table();
        item.ok_or_else(|| refuse("nothing-on-the-table").rule("M6"))
    }

    /// The policy, where either of two rules is enough.
    fn either(&self, first: Rule, second: Rule, subject: Subject) -> Result<(), Refusal> {
        let actor = &self.data.actor;
        may(actor, second, self.own.subject)
            .or_else(|_| may(actor, first, subject))
            .map_err(Refusal::from)
    }

    fn why_not(&self, action: Action) -> Result<(), Refusal> {
        let me = self.own.viewer.clone();
        match action {
            Action::For
            | Action::Against
            | Action::Unanimous
            | Action::NameAgainst
            | Action::CloseVote
            | Action::Elect
            | Action::OpenElection => self.vote(action),
            Action::DecideConflict
            | Action::OpenVote
            | Action::Between
            | Action::EnBloc
            | Action::TakeAgain => self.question(action),
            Action::Open => self.open(),
            Action::Resume => self.check(Event::Resumed),
            Action::Adjourn => self.check(Event::Adjourned {
                reason: String::new(),
            }),
            Action::CloseMeeting => self.check(Event::Closed),
            Action::Cancel => self.check(Event::Cancelled {
                reason: String::new(),
            }),
            Action::Call => self.check(Event::Called {
                on: self.data.today,
                reason: String::new(),
                numbers: std::collections::BTreeMap::new(),
                papers: std::collections::BTreeMap::new(),
            }),
            Action::Everybody => match self.missing() {
                Some(handle) => self.check(Event::CameIn { handle }),
                None => Err(refuse("everybody-is-there").rule("M10")),
            },
            Action::Finalise => match self.meeting.state {
                // What is missing in the minutes stands on the screen.
                State::Closed => Ok(()),
                _ => self.check(Event::Finalised {
                    sha256: String::new(),
                    head: String::new(),
                }),
            },
            Action::Presence => self.check(Event::CameIn {
                handle: String::new(),
            }),
            Action::Come => self.check(Event::CameIn { handle: me }),
            Action::Go => self.check(Event::WentOut { handle: me }),
            Action::Next | Action::TakeItem => self.go(action),
            _ => self.of_an_item(action),
        }
    }

    /// A holder of a seat who isn't there.
    fn missing(&self) -> Option<String> {
        let seats = self.meeting.roster.seats.iter();
        let mut holders = seats.filter_map(|seat| seat.holder.clone());
        holders.find(|holder| !self.meeting.is_present(holder))
    }

    fn open(&self) -> Result<(), Refusal> {
        let meeting = self.meeting;
        let chair = meeting.chair(None);
        let opens = match chair {
            Some(chair) => chair == self.own.viewer,
            // The secretariat opens where neither is there, to have a chair elected (M3).
            None => leads(meeting, &self.own.viewer) || self.data.actor.has(Role::Secretariat),
        };
        if !opens {
            let subject = Subject::Meeting {
                chairs: false,
                seated: false,
            };
            may(&self.data.actor, Rule::ChairMeeting, subject)?;
        }
        self.check(Event::Opened {
            roster: meeting.roster.clone(),
        })
    }

    fn go(&self, action: Action) -> Result<(), Refusal> {
        let item = if action == Action::Next {
            let mut items = self.meeting.items.iter();
            let next = items.find(|item| item.state == ItemState::Listed);
            next.ok_or_else(|| refuse("agenda-done").rule("M6"))?
        } else {
            self.selected()?
        };
        self.check(Event::ItemOpened { item: item.id })?;
        if self.meeting.current == Some(item.id) {
            return Err(refuse("item-on-the-table"));
        }
        Ok(())
    }

    /// What is about the item that is selected, or on the table.
    fn of_an_item(&self, action: Action) -> Result<(), Refusal> {
        let me = self.own.viewer.clone();
        let belongs = Subject::Meeting {
            chairs: false,
            seated: self.meeting.roster.belongs(&me),
        };
        let text = || Motion::Text { text: String::new() };
        match action {
            Action::Motion => {
                let item = self.current()?.id;
                self.either(Rule::PutMotion, Rule::RegisterForTheRoom, self.own.subject)?;
                let seated = self.meeting.seating(Some(item));
                let own = seated.iter().find(|seated| seated.handle == me);
                let mover = own.or(seated.first()).map(|seated| seated.handle.clone());
                self.meeting
                    .on_the_table()
                    .filter(|item| item.is_open())
                    .map_or_else(|| Err(refuse("item-is-concluded").rule("M13")), |_| Ok(()))?;
                self.check(Event::MotionPut {
                    item,
                    motion: self.meeting.next_motion(),
                    mover: mover.unwrap_or(me),
                    content: text(),
                })
            }
            Action::Statement => {
                let item = self.current()?.id;
                self.either(Rule::MakeStatement, Rule::RegisterForTheRoom, belongs)?;
                let seated = self.meeting.seating(Some(item));
                let own = seated.iter().find(|seated| seated.handle == me);
                let handle = own.or(seated.first()).map_or(me, |seated| seated.handle.clone());
                self.check(Event::Statement {
                    item,
                    handle,
                    text: String::new(),
                })
            }
            Action::Conflict => {
                let item = self.selected()?.id;
                self.either(Rule::RaiseConflict, Rule::RegisterForTheRoom, belongs)?;
                self.check(Event::ConflictRaised {
                    item,
                    handle: String::new(),
                    raised_by: me,
                    ground: Ground {
                        text: String::new(),
                        paragraph: String::new(),
                        kind: ConflictKind::Judged,
                    },
                })
            }
            Action::WithdrawMotion => {
                self.current()?;
                // One that may be withdrawn is enough; of several that may not, the last says why.
                let own = withdrawable(self.data, self.own).into_iter();
                own.map(|motion| self.check(Event::MotionWithdrawn { motion }))
                    .reduce(Result::or)
                    .unwrap_or_else(|| Err(refuse("no-motion-to-withdraw")))
            }
            Action::Trial => {
                let item = self.current()?;
                let motions = votable(self.meeting);
                let motion = *motions
                    .first()
                    .ok_or_else(|| refuse("no-motion-to-vote-on").rule("M2"))?;
                self.check(Event::TrialVote {
                    item: item.id,
                    motion,
                    votes_for: 0,
                    votes_against: 0,
                })
            }
            Action::TakeOut => {
                let item = self.selected()?;
                if item.taken_out {
                    return Err(refuse("item-is-out").rule("M13"));
                }
                self.check(Event::TakenOut { item: item.id })
            }
            Action::WithdrawItem => self.check(Event::ItemWithdrawn {
                item: self.selected()?.id,
                reason: String::new(),
            }),
            Action::AddItem | Action::AddRanked => self.check(Event::ItemAdded {
                item: self.meeting.next_item(),
                kind: ItemKind::Free,
                title: String::new(),
                internal: false,
                proposed: None,
                number: None,
                objections: Vec::new(),
            }),
            Action::Proposal => match self.selected()?.kind.reference() {
                Some(_) => Ok(()),
                None => Err(refuse("item-without-proposal")),
            },
            _ => Ok(()),
        }
    }
}
