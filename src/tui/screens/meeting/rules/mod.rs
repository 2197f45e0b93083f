//! Who may press a key of the meeting now, and what stands in the way. The meeting's own rules are asked as the steps ask
//! them.

mod votes;
mod written;

pub(super) use votes::{candidates, office_sought};

use jiff::civil::DateTime;

use super::Meeting;
use super::keys::Action;
use crate::domain::calendar::end_of;
use crate::domain::meeting::conflict::{ConflictKind, Ground};
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{
    Act, Entry, Event, Item, ItemKind, Meeting as Held, Motion, MotionId, Put, Question, State,
};
use crate::domain::policy::Subject;
use crate::domain::refusal::{Refusal, refuse};
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::views::meetings::MeetingData;

/// What the policy must know of the meeting for one of the keys.
pub(super) fn subject(screen: &Meeting, action: Action) -> Subject {
    let Some(own) = screen.own() else {
        return Subject::FUND;
    };
    let meeting = &own.meeting;
    let question = match action {
        Action::EnBloc => Some(Question::EnBloc { motions: Vec::new() }),
        Action::TakeAgain => screen.selected().map(|item| Question::TakeUp { item: item.id }),
        Action::DecideConflict => meeting.undecided_conflict(),
        _ => None,
    };
    let office = office_sought(meeting);
    let asked = meeting.asks_for();
    let office = if action == Action::AskSecret {
        asked
    } else {
        office
    };
    act(action, question.as_ref(), &office).map_or(Subject::FUND, |act| own.subject(act))
}

/// Whether a key is about the item on the table, whichever is looked at.
pub(super) fn is_about_the_table(action: Action) -> bool {
    matches!(
        action,
        Action::OpenVote
            | Action::Trial
            | Action::Motion
            | Action::Between
            | Action::Statement
            | Action::WithdrawMotion
            | Action::DecideConflict
            | Action::OpenElection
            | Action::AskSecret
    )
}

/// What a key does in the meeting, if who may is decided there.
fn act<'m>(action: Action, question: Option<&'m Question>, office: &'m Office) -> Option<Act<'m>> {
    Some(match action {
        Action::Next | Action::TakeItem | Action::Adjourn => Act::Turn,
        Action::CloseMeeting => Act::Close,
        Action::Resume => Act::Begin,
        Action::Everybody | Action::Presence => Act::CountTheRoom,
        Action::Come | Action::Go => Act::Attend,
        Action::TakeOut => Act::TakeOut,
        Action::OpenElection => Act::Conduct(office),
        Action::AskSecret => Act::AskForSecrecy(office),
        Action::Elect => Act::Elect,
        Action::OpenVote | Action::Between => Act::OpenVote(None),
        Action::EnBloc | Action::TakeAgain | Action::DecideConflict => Act::OpenVote(question),
        Action::Unanimous | Action::NameAgainst => Act::VoteForTheRoom,
        Action::CloseVote => Act::CloseVote,
        Action::AddItem | Action::AddRanked | Action::WithdrawItem => Act::ChangeTheList,
        Action::Trial => Act::RegisterInTheItem,
        _ => return None,
    })
}

/// The motions of the item on the table that can be voted on.
pub(super) fn votable(meeting: &Held) -> Vec<MotionId> {
    let on_table = meeting.current.into_iter();
    let motions = on_table.flat_map(|item| meeting.votable_in(item));
    motions.map(|put| put.id).collect()
}

/// Whether the viewer registers for the room (M10, M12).
pub(super) fn registers(data: &MeetingBoardData, own: &MeetingData) -> bool {
    own.meeting.may(&data.actor, Act::RegisterInTheItem).is_ok()
}

/// Why a key that the policy allows can't act.
pub(super) fn in_the_way(screen: &Meeting, action: Action) -> Option<Refusal> {
    let data = screen.data.as_ref()?;
    match action {
        Action::Plan => return None,
        Action::Scores if screen.scores => return None,
        Action::Read => return (!screen.reading.is_cut()).then(|| refuse("nothing-cut")),
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
    let ask = Ask {
        data,
        own,
        meeting: &own.meeting,
        selected: screen.selected(),
    };
    ask.why_not(action).err()
}

/// What a key is called where that depends on what is voted on, or on the item on the table.
pub(super) fn label(meeting: &Held, action: Action) -> Option<&'static str> {
    if !meeting.form.meets() {
        return match action {
            Action::For => Some("agenda-key-agree"),
            Action::Against => Some("agenda-key-disagree"),
            Action::CloseVote => Some("agenda-key-close-written"),
            Action::Open => Some("agenda-key-send"),
            _ => None,
        };
    }
    let vote = meeting.open_vote();
    let between = vote.is_some_and(|vote| matches!(vote.question, Question::Between { .. }));
    let conflict = vote.is_some_and(|vote| matches!(vote.question, Question::Conflict { .. }));
    match action {
        Action::For if between => Some("agenda-key-first"),
        Action::Against if between => Some("agenda-key-second"),
        Action::For if conflict => Some("conflict-upheld"),
        Action::Against if conflict => Some("agenda-key-no-conflict"),
        Action::Unanimous if conflict => Some("agenda-key-rest-conflict"),
        Action::NameAgainst if conflict => Some("agenda-key-name-no-conflict"),
        Action::CloseVote if meeting.trial.is_some() => Some("agenda-key-close-trial"),
        Action::Unanimous if between => Some("agenda-key-rest-first"),
        Action::NameAgainst if between => Some("agenda-key-name-second"),
        Action::CloseVote if vote.is_none() && meeting.open_election().is_some() => {
            Some("agenda-key-close-election")
        }
        Action::CallOff if meeting.open_election().is_some() => Some("agenda-key-call-off-election"),
        Action::CallOff if vote.is_some() => Some("agenda-key-call-off-vote"),
        Action::OpenElection => match office_sought(meeting) {
            Office::Chair { .. } => None,
            Office::Other { .. } => Some("agenda-key-open-election"),
        },
        _ => None,
    }
}

/// The motions of the item on the table that the viewer may withdraw: the own ones or, for the room, all.
pub(super) fn withdrawable(data: &MeetingBoardData, own: &MeetingData) -> Vec<MotionId> {
    let Some(item) = own.meeting.on_the_table() else {
        return Vec::new();
    };
    let all = registers(data, own);
    let may = |put: &&Put| (all || put.mover == own.viewer) && !own.meeting.is_lost(put.id);
    let motions = own.meeting.motions_of(item.id).filter(may);
    motions.map(|put| put.id).collect()
}

struct Ask<'s> {
    data: &'s MeetingBoardData,
    own: &'s MeetingData,
    meeting: &'s Held,
    selected: Option<&'s Item>,
}

impl Ask<'_> {
    /// Asks the rules of the meeting whether it can be done at some time of the day; the step itself goes by the hour.
    fn check(&self, event: Event) -> Result<(), Refusal> {
        self.check_at(end_of(self.data.today), event)
    }

    fn check_at(&self, at: DateTime, event: Event) -> Result<(), Refusal> {
        let entry = Entry {
            at,
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

    /// The policy.
    fn may(&self, act: Act) -> Result<(), Refusal> {
        Ok(self.meeting.may(&self.data.actor, act)?)
    }

    fn why_not(&self, action: Action) -> Result<(), Refusal> {
        let me = self.own.viewer.clone();
        if let Some(answer) = self.in_writing(action) {
            return answer;
        }
        match action {
            Action::For
            | Action::Against
            | Action::Unanimous
            | Action::NameAgainst
            | Action::CloseVote
            | Action::Elect
            | Action::OpenElection
            | Action::AskSecret
            | Action::CallOff => self.vote(action),
            Action::DecideConflict
            | Action::OpenVote
            | Action::Between
            | Action::EnBloc
            | Action::TakeAgain => self.question(action),
            Action::Open => {
                self.may(Act::Begin)?;
                self.check(Event::Opened {
                    roster: self.meeting.roster.clone(),
                })
            }
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
            Action::Everybody => match self.meeting.holders_away().next().cloned() {
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

    fn go(&self, action: Action) -> Result<(), Refusal> {
        let item = if action == Action::Next {
            self.meeting.next_listed()?
        } else {
            self.selected()?
        };
        self.check(Event::ItemOpened { item: item.id })
    }

    /// Whether there are scores to show, and the viewer may see them (S4).
    fn scores(&self) -> Result<(), Refusal> {
        if self.selected()?.kind.reference().is_none() {
            return Err(refuse("item-without-proposal"));
        }
        match &self.data.proposal {
            Some(Err(hidden)) => Err(hidden.clone()),
            _ => Ok(()),
        }
    }

    /// What is about the item that is selected, or on the table.
    fn of_an_item(&self, action: Action) -> Result<(), Refusal> {
        let me = self.own.viewer.clone();
        let text = || Motion::Text { text: String::new() };
        match action {
            Action::Motion => {
                let item = self.current()?.id;
                self.may(Act::RegisterInTheItem)
                    .or_else(|_| self.may(Act::Move))?;
                let seated = self.meeting.seating(Some(item));
                let own = seated.iter().find(|seated| seated.handle == me);
                let mover = own.or(seated.first()).map(|seated| seated.handle.clone());
                self.check(Event::MotionPut {
                    item,
                    motion: self.meeting.next_motion(),
                    mover: mover.unwrap_or(me),
                    content: text(),
                })
            }
            Action::Statement => {
                let item = self.current()?.id;
                self.may(Act::RegisterInTheItem)
                    .or_else(|_| self.may(Act::State))?;
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
                self.may(Act::RaiseConflict { own: true })
                    .or_else(|_| self.may(Act::RaiseConflict { own: false }))?;
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
                let item = self.selected()?.id;
                self.check(Event::TakenOut { item })
            }
            Action::WithdrawItem => {
                self.may(Act::ChangeTheList)?;
                self.check(Event::ItemWithdrawn {
                    item: self.selected()?.id,
                    reason: String::new(),
                })
            }
            Action::AddItem | Action::AddRanked => {
                self.may(Act::ChangeTheList)?;
                self.check(Event::ItemAdded {
                    item: self.meeting.next_item(),
                    kind: ItemKind::Free,
                    title: String::new(),
                    internal: false,
                    proposed: None,
                    number: None,
                    objections: Vec::new(),
                })
            }
            Action::Scores => self.scores(),
            Action::Minutes => {
                let opened = self.meeting.opened.map(|_| ());
                opened.ok_or_else(|| refuse("minutes-not-begun").rule("M4"))
            }
            Action::About => match self.selected()?.kind {
                ItemKind::Proposal { .. } | ItemKind::Minutes { .. } => Ok(()),
                _ => Err(refuse("item-without-papers")),
            },
            _ => Ok(()),
        }
    }
}
