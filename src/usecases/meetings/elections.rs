//! Elections that are not secret (M3, M15).

use std::collections::BTreeMap;

use super::super::queries::meetings::council_rules;
use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use crate::domain::meeting::Event;
use crate::domain::meeting::election::{Count, Election, Office, Winner, drawn, winner};
use crate::domain::policy::{Action, Role, Subject};
use crate::domain::refusal::refuse;
use crate::domain::text;

/// M15: an election is opened. The second time most votes wins.
#[derive(Debug)]
pub struct OpenElection {
    pub office: OfficeSought,
    pub candidates: Vec<String>,
}

/// What somebody is to be elected to.
#[derive(Debug, Clone)]
pub enum OfficeSought {
    /// M3: chair of the meeting, or of the item on the table.
    Chair { of_item: bool },
    /// Something else, in the item on the table.
    Other { title: String },
}

impl UseCase for OpenElection {
    fn action(&self) -> Action {
        Action::ConductElection
    }

    fn name(&self) -> &'static str {
        "election.open"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let office = match &self.office {
            OfficeSought::Chair { of_item: false } => Office::Chair { item: None },
            OfficeSought::Chair { of_item: true } => Office::Chair {
                item: Some(sitting.item_or_current(None)?),
            },
            OfficeSought::Other { title } => Office::Other {
                item: sitting.item_or_current(None)?,
                title: text::required_line(title)?,
            },
        };
        conducts(&sitting, &office)?;
        let held = sitting.meeting().elections.iter().rev();
        let earlier = held.clone().find(|election| election.office == office);
        let second = earlier
            .and_then(|election| election.count.as_ref())
            .is_some_and(|count| count.elected.is_none() && is_valid(count));
        let election = sitting.meeting().next_vote();
        sitting.step(Event::ElectionOpened {
            election,
            office,
            candidates: self.candidates.clone(),
            second,
            secret: None,
        })?;
        Ok(Outcome::new("done-election-opened", sitting.key())
            .with("count", self.candidates.len())
            .made("election", i64::from(election)))
    }
}

/// M3: the chair conducts it; the election of a chair where there is none the secretariat.
fn conducts(sitting: &Sitting, office: &Office) -> Result<(), OpError> {
    let context = sitting.context;
    let chair = sitting.meeting().chair(office.item());
    let for_want_of_chair =
        chair.is_none() && matches!(office, Office::Chair { .. }) && context.actor.has(Role::Secretariat);
    if for_want_of_chair {
        return Ok(());
    }
    let chairs = chair == Some(context.actor.handle.as_str());
    if chairs {
        Ok(())
    } else {
        // The secretariat conducts no other election: it is told that the chair does.
        Ok(context.may(
            Action::ChairMeeting,
            Subject::Meeting {
                chairs,
                seated: false,
            },
        )?)
    }
}

/// M15: a vote in an election, by oneself or registered for the room. `None` is blank.
#[derive(Debug)]
pub struct Elect {
    pub choice: Option<String>,
    pub handle: Option<String>,
}

impl UseCase for Elect {
    fn action(&self) -> Action {
        if self.handle.is_some() {
            Action::RegisterForTheRoom
        } else {
            Action::Vote
        }
    }

    fn name(&self) -> &'static str {
        "election.cast"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = self
            .handle
            .clone()
            .unwrap_or_else(|| context.actor.handle.clone());
        let open = open_election(&sitting)?;
        let (election, office) = (open.id, open.office.clone());
        let seated = open.seating.iter().any(|seated| seated.handle == handle);
        if self.handle.is_some() {
            conducts(&sitting, &office)?;
        } else {
            context.may(
                Action::Vote,
                Subject::Meeting {
                    chairs: false,
                    seated,
                },
            )?;
        }
        sitting.step(Event::Elected {
            election,
            handle: handle.clone(),
            choice: self.choice.clone(),
        })?;
        Ok(Outcome::new("done-election-cast", sitting.key())
            .with("name", sitting.meeting().roster.name(&handle).to_owned())
            .made("handle", handle))
    }
}

fn open_election<'s>(sitting: &'s Sitting) -> Result<&'s Election, OpError> {
    let open = sitting.meeting().open_election();
    Ok(open.ok_or_else(|| refuse("election-not-open").rule("M15"))?)
}

/// M15: the election is closed: more than half, then most, then the lot.
#[derive(Debug)]
pub struct CloseElection;

impl UseCase for CloseElection {
    fn action(&self) -> Action {
        Action::ConductElection
    }

    fn name(&self) -> &'static str {
        "election.close"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let open = open_election(&sitting)?.clone();
        conducts(&sitting, &open.office)?;
        let blank_counts = council_rules(context.write, context.today)?.blank_counts;
        let seed = context.write.random()?;
        let count = counted(&open, sitting.meeting().roster.size(), blank_counts, seed);
        let elected = count.elected.clone();
        let (cast, lot, valid) = (count.voted.len(), count.lot, is_valid(&count));
        sitting.step(Event::ElectionClosed {
            election: open.id,
            count,
        })?;
        let outcome = match &elected {
            Some(elected) => Outcome::new("done-elected", sitting.key())
                .with("name", sitting.meeting().roster.name(elected).to_owned()),
            None if valid => Outcome::new("done-nobody-elected", sitting.key()),
            None => Outcome::new("done-election-no-quorum", sitting.key())
                .with("quorum", sitting.meeting().roster.quorum()),
        };
        let lot = lot.map(|seed| seed.to_string());
        Ok(outcome
            .with("cast", cast)
            .made("election", i64::from(open.id))
            .made("elected", elected)
            .made("lot", lot))
    }
}

/// M1: an election needs as many votes as any other.
fn is_valid(count: &Count) -> bool {
    2 * count.voted.len() >= count.seats
}

/// The count of an open election. `seed` is that of the lot, which is kept if one is needed.
fn counted(election: &Election, seats: usize, blank_counts: bool, seed: u64) -> Count {
    let entitled = election
        .seating
        .iter()
        .filter(|seated| !election.left.contains(&seated.handle));
    let (mut voted, mut not_voted) = (Vec::new(), Vec::new());
    let mut by_candidate: BTreeMap<String, usize> =
        election.candidates.iter().map(|who| (who.clone(), 0)).collect();
    let mut blank = 0;
    for seated in entitled.clone() {
        match election.cast.get(&seated.handle) {
            None => not_voted.push(seated.handle.clone()),
            Some(choice) => {
                voted.push(seated.handle.clone());
                match choice {
                    None => blank += 1,
                    Some(who) => *by_candidate.entry(who.clone()).or_default() += 1,
                }
            }
        }
    }
    let mut count = Count {
        seats,
        entitled: entitled.count(),
        votes: by_candidate,
        blank,
        voted,
        not_voted,
        elected: None,
        lot: None,
        receipts: BTreeMap::new(),
    };
    if is_valid(&count) {
        match winner(&count.votes, count.cast(blank_counts), election.second) {
            Winner::One(who) => count.elected = Some(who),
            Winner::Nobody => {}
            Winner::Tie(tied) => {
                count.lot = Some(seed);
                count.elected = drawn(&tied, seed).cloned();
            }
        }
    }
    count
}
