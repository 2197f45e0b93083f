//! Elections (M3, M15). There are no secret ones yet.

use super::super::queries::meetings::council_rules;
use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use crate::domain::meeting::election::{Election, Office};
use crate::domain::meeting::{Event, Matter};
use crate::domain::policy::Action;
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
            OfficeSought::Chair { of_item: true } => match sitting.meeting().office_without_holder() {
                of_item @ Office::Chair { item: Some(_) } => of_item,
                _ => Office::Chair {
                    item: Some(sitting.item_or_current(None)?),
                },
            },
            OfficeSought::Other { title } => Office::Other {
                item: sitting.item_or_current(None)?,
                title: text::required_line(title)?,
            },
        };
        sitting.may(Action::ConductElection, Matter::Election(&office))?;
        let second = sitting.meeting().is_held_again(&office);
        let election = sitting.meeting().next_vote();
        sitting.step(Event::ElectionOpened {
            election,
            office,
            candidates: self.candidates.clone(),
            second,
        })?;
        Ok(Outcome::new("done-election-opened", sitting.key())
            .with("count", self.candidates.len())
            .made("election", i64::from(election)))
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
        let handle = sitting.who(self.handle.as_ref());
        let open = open_election(&sitting)?;
        let election = open.id;
        sitting.may(self.action(), Matter::Election(&open.office))?;
        sitting.step(Event::Elected {
            election,
            handle: handle.clone(),
            choice: self.choice.clone(),
        })?;
        Ok(sitting.done_by("done-election-cast", &handle))
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
        sitting.may(Action::ConductElection, Matter::Election(&open.office))?;
        let blank_counts = council_rules(context.write, context.today)?.blank_counts;
        let seed = context.write.random()?;
        let count = open.counted(sitting.meeting().roster.size(), blank_counts, seed);
        let elected = count.elected.clone();
        let (cast, lot, valid) = (count.voted.len(), count.lot, count.is_valid());
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
