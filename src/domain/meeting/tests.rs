//! Stories of whole meetings: eleven seats, with what the rules say of each.

mod agenda;
mod called_off;
mod chair;
mod order;
mod seats;
mod secret;
mod votes;
mod written;

use jiff::civil::{date, datetime};

use super::conflict::{ConflictKind, Ground};
use super::*;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// A meeting that is played step by step, a minute apart.
struct Room {
    meeting: Meeting,
    entries: Vec<Entry>,
    minute: i64,
}

const SEATS: u32 = 11;

fn handle(seat: u32) -> String {
    match seat {
        1 => "leder".into(),
        2 => "nestleder".into(),
        seat => format!("m{seat}"),
    }
}

fn roster() -> Roster {
    let seats = (1..=SEATS).map(|number| Seat {
        number,
        holder: Some(handle(number)),
        substitutes: if number == 4 {
            vec!["vara".into()]
        } else {
            Vec::new()
        },
    });
    Roster {
        seats: seats.collect(),
        leader: Some(handle(1)),
        deputy: Some(handle(2)),
        names: std::collections::BTreeMap::new(),
    }
}

fn ground(kind: ConflictKind) -> Ground {
    Ground {
        text: "Egen kommune søker".into(),
        paragraph: kind.paragraph().into(),
        kind,
    }
}

fn approve(kroner: i64) -> Motion {
    Motion::Approve {
        amount: Ore::kroner(kroner),
        conditions: String::new(),
    }
}

impl Room {
    fn planned() -> Room {
        let planned = Entry {
            at: datetime(2018, 5, 1, 9, 0, 0, 0),
            by: "sekretariat".into(),
            event: Event::Planned {
                key: "2/2018".parse().unwrap(),
                held_on: date(2018, 5, 15),
                starts: None,
                place: "Oslo".into(),
                form: Form::Room,
            },
        };
        Room {
            meeting: Meeting::replay([&planned]).unwrap(),
            entries: vec![planned],
            minute: 0,
        }
    }

    /// Called with three proposals, and open with these seats there.
    fn open(present: impl IntoIterator<Item = u32>) -> Room {
        let mut room = Room::planned();
        for number in 1..=3 {
            room.add(number).unwrap();
        }
        room.called().opened(present)
    }

    fn called(mut self) -> Room {
        let items = self.meeting.items.iter();
        let numbers = items.map(|item| (item.id, item.id + 7)).collect();
        self.say(Event::Called {
            on: date(2018, 5, 2),
            reason: String::new(),
            numbers,
            papers: std::collections::BTreeMap::new(),
        });
        self
    }

    fn opened(mut self, present: impl IntoIterator<Item = u32>) -> Room {
        self.meeting.roster = roster();
        for seat in present {
            self.comes(&handle(seat));
        }
        self.say(Event::Opened { roster: roster() });
        self
    }

    fn add(&mut self, number: u32) -> Result<(), Refusal> {
        let called = self.meeting.state != State::Planned;
        self.step(Event::ItemAdded {
            item: self.meeting.next_item(),
            kind: ItemKind::Proposal {
                reference: Ref::new(2018, number),
            },
            title: format!("Søknad {number}"),
            internal: false,
            proposed: None,
            number: called.then_some(number + 7),
            objections: Vec::new(),
        })
    }

    fn step(&mut self, event: Event) -> Result<(), Refusal> {
        self.minute += 1;
        let start = datetime(2018, 5, 15, 10, 0, 0, 0);
        let at = start.checked_add(jiff::Span::new().minutes(self.minute)).unwrap();
        self.step_at(at, event)
    }

    fn step_at(&mut self, at: DateTime, event: Event) -> Result<(), Refusal> {
        let entry = Entry {
            at,
            by: "leder".into(),
            event,
        };
        self.meeting.step(&entry)?;
        self.entries.push(entry);
        Ok(())
    }

    fn say(&mut self, event: Event) {
        let told = format!("{event:?}");
        self.step(event)
            .unwrap_or_else(|refusal| panic!("{told}: {refusal}"));
    }

    fn refused(&mut self, event: Event) -> &'static str {
        self.step(event).unwrap_err().code
    }

    fn comes(&mut self, who: &str) {
        self.say(Event::CameIn { handle: who.into() });
    }

    fn goes(&mut self, who: &str) {
        self.say(Event::WentOut { handle: who.into() });
    }

    fn put(&mut self, item: ItemId, content: Motion) -> MotionId {
        let motion = self.meeting.next_motion();
        let mover = self.meeting.seating(Some(item))[0].handle.clone();
        self.say(Event::MotionPut {
            item,
            motion,
            mover,
            content,
        });
        motion
    }

    fn ask(&mut self, question: Question) -> VoteId {
        let vote = self.meeting.next_vote();
        self.say(Event::VoteOpened { vote, question });
        vote
    }

    fn vote(&mut self, vote: VoteId, votes_for: &[u32], votes_against: &[u32]) {
        let each = votes_for.iter().map(|seat| (seat, Choice::For));
        for (seat, choice) in each.chain(votes_against.iter().map(|seat| (seat, Choice::Against))) {
            let handle = handle(*seat);
            self.say(Event::Cast { vote, handle, choice });
        }
    }

    fn close(&mut self, vote: VoteId) -> Vec<Tally> {
        let open = self.meeting.open_vote().unwrap();
        let tallies = self.meeting.tallies(open);
        self.say(Event::VoteClosed {
            vote,
            tallies: tallies.clone(),
        });
        tallies
    }

    fn vote_on(&mut self, question: Question, votes_for: &[u32], votes_against: &[u32]) {
        self.decides(question, votes_for, votes_against);
    }

    /// These seats elect somebody.
    fn elects(&mut self, office: election::Office, who: &str, votes: &[u32]) -> election::Count {
        let ballots = votes.iter().map(|seat| (*seat, Some(who)));
        self.ballots(office, vec![who.to_owned()], &ballots.collect::<Vec<_>>(), true)
    }

    fn ballots(
        &mut self,
        office: election::Office,
        candidates: Vec<String>,
        ballots: &[(u32, Option<&str>)],
        blank_counts: bool,
    ) -> election::Count {
        let election = self.meeting.next_vote();
        let second = self.meeting.is_held_again(&office);
        self.say(Event::ElectionOpened {
            election,
            office,
            candidates,
            second,
            secret: None,
        });
        for (seat, choice) in ballots {
            self.say(Event::Elected {
                election,
                handle: handle(*seat),
                choice: choice.map(str::to_owned),
            });
        }
        let size = self.meeting.roster.size();
        let count = self
            .meeting
            .open_election()
            .unwrap()
            .counted(size, blank_counts, 7);
        self.say(Event::ElectionClosed {
            election,
            count: count.clone(),
            ballots: Vec::new(),
        });
        count
    }

    fn decides(&mut self, question: Question, votes_for: &[u32], votes_against: &[u32]) -> VoteResult {
        let vote = self.ask(question);
        self.vote(vote, votes_for, votes_against);
        self.close(vote)[0].result()
    }

    fn conflict(&mut self, item: ItemId, who: &str) {
        self.say(Event::ConflictRaised {
            item,
            handle: who.into(),
            raised_by: who.into(),
            ground: ground(ConflictKind::Judged),
        });
    }

    /// Reading the history back gives the same meeting.
    fn checked(self) -> Meeting {
        let read: Vec<Entry> = self
            .entries
            .iter()
            .map(|entry| serde_json::from_str(&serde_json::to_string(entry).unwrap()).unwrap())
            .collect();
        assert_eq!(Meeting::replay(&read).unwrap(), self.meeting);
        self.meeting
    }
}
