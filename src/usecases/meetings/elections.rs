//! Elections (M3, M15), open and secret ones.

use std::fmt;

use super::super::queries::meetings::council_rules;
use super::super::{Context, OpError, Outcome, UseCase, ballots};
use super::{Sitting, casting};
use crate::domain::log_action::LogAction;
use crate::domain::meeting::election::{Count, Election, Office};
use crate::domain::meeting::{Act, Event, MeetingKey, OpenedBallot, Void, VoteId};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// M15: an election is opened. The second time most votes wins.
#[derive(Debug)]
pub struct OpenElection {
    pub office: OfficeSought,
    pub candidates: Vec<String>,
    /// Nobody learns who votes what, and the session that opens it is the only one that can close it.
    pub secret: bool,
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

    fn name(&self) -> LogAction {
        LogAction::ElectionOpen
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
        sitting.allows(Act::Conduct(&office))?;
        for candidate in &self.candidates {
            context.active_member(candidate, context.today)?;
        }
        let second = sitting.meeting().is_held_again(&office);
        let election = sitting.meeting().next_vote();
        let secret = if self.secret {
            Some(context.conductor.prepare(context.write)?)
        } else {
            None
        };
        sitting.step(Event::ElectionOpened {
            election,
            office,
            candidates: self.candidates.clone(),
            second,
            secret,
        })?;
        let done = if self.secret {
            "done-secret-election-opened"
        } else {
            "done-election-opened"
        };
        Ok(Outcome::new(done, sitting.key())
            .with("count", self.candidates.len())
            .made("election", i64::from(election))
            .made("secret", self.secret))
    }
}

/// M15: a vote in an election. `None` is blank. In an open one it may be registered for the room; in a secret one it is cast by
/// oneself and final.
pub struct Elect {
    pub choice: Option<String>,
    pub handle: Option<String>,
    /// The election that the voter has before them; the one that is open unless named.
    pub election: Option<VoteId>,
}

impl fmt::Debug for Elect {
    /// Without the choice: nothing that tells what is done may tell of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Elect")
            .field("handle", &self.handle)
            .finish_non_exhaustive()
    }
}

impl UseCase for Elect {
    fn action(&self) -> Action {
        casting(self.handle.as_ref())
    }

    fn name(&self) -> LogAction {
        LogAction::ElectionCast
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = sitting.who(self.handle.as_ref());
        let open = open_election(&sitting, self.election)?.clone();
        let election = open.id;
        sitting.allows(self.handle.as_ref().map_or(Act::Elect, |_| Act::ElectForTheRoom))?;
        if open.secret.is_some() {
            return self.cast_secretly(&mut sitting, &open);
        }
        sitting.step(Event::Elected {
            election,
            handle: handle.clone(),
            choice: self.choice.clone(),
        })?;
        Ok(sitting.done_by("done-election-cast", &handle))
    }
}

impl Elect {
    fn cast_secretly(&self, sitting: &mut Sitting, open: &Election) -> Result<Outcome, OpError> {
        if self.handle.is_some() {
            return Err(refuse("ballot-by-oneself").rule("M15").into());
        }
        let (sealed, receipt) = ballots::seal(open, self.choice.as_deref())?;
        sitting.step(Event::BallotCast {
            election: open.id,
            handle: sitting.who(None),
            sealed,
        })?;
        Ok(Outcome::new("done-ballot-cast", sitting.key())
            .made("election", i64::from(open.id))
            .with_receipt(receipt))
    }
}

/// The election that is open, which is the one that a person means: one that was opened in the meantime is another.
fn open_election<'s>(sitting: &'s Sitting, meant: Option<VoteId>) -> Result<&'s Election, OpError> {
    let open = sitting.meeting().open_election();
    let election = open.ok_or_else(|| refuse("election-not-open").rule("M15"))?;
    match meant.filter(|meant| *meant != election.id) {
        Some(_) => Err(refuse("vote-is-another").rule("M15").into()),
        None => Ok(election),
    }
}

/// M15: the election is closed: more than half, then most, then the lot. Of a secret one the ballots are opened here and nowhere
/// else, and written without their voters.
#[derive(Debug)]
pub struct CloseElection {
    /// The election that is meant; the one that is open unless named.
    pub election: Option<VoteId>,
}

impl UseCase for CloseElection {
    fn action(&self) -> Action {
        Action::ConductElection
    }

    fn name(&self) -> LogAction {
        LogAction::ElectionClose
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let open = open_election(&sitting, self.election)?.clone();
        sitting.allows(Act::Conduct(&open.office))?;
        let (count, ballots) = counted(&sitting, &open)?;
        let elected = count.elected.clone();
        let (cast, lot, valid) = (count.voted.len(), count.lot, count.is_valid());
        sitting.step(Event::ElectionClosed {
            election: open.id,
            count,
            ballots,
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

fn counted(sitting: &Sitting, open: &Election) -> Result<(Count, Vec<OpenedBallot>), OpError> {
    let context = sitting.context;
    let blank_counts = council_rules(context.write, context.today)?.blank_counts;
    let seats = sitting.meeting().roster.size();
    let seed = context.write.random()?;
    if open.secret.is_none() {
        return Ok((open.counted(seats, blank_counts, seed), Vec::new()));
    }
    let opened = context.conductor.open(open)?;
    let count = open.counted_secretly(opened.choices, seats, blank_counts, seed);
    Ok((count, opened.ballots))
}

/// M15: an election is called off before it is counted, to be held anew. What was voted is never known.
#[derive(Debug)]
pub struct CallOffElection {
    /// The election that is meant; the one that is open unless named.
    pub election: Option<VoteId>,
}

impl UseCase for CallOffElection {
    fn action(&self) -> Action {
        Action::ConductElection
    }

    fn name(&self) -> LogAction {
        LogAction::ElectionVoid
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let open = open_election(&sitting, self.election)?;
        let (election, office) = (open.id, open.office.clone());
        sitting.allows(Act::Conduct(&office))?;
        let why = Void::CalledOff;
        sitting.step(Event::ElectionVoided { election, why })?;
        Ok(Outcome::new("done-election-void", sitting.key()).made("election", i64::from(election)))
    }
}

/// M15: the process that could open the ballots has ended, which the first who sees it writes down.
#[derive(Debug)]
pub struct NoteLostElection {
    pub meeting: MeetingKey,
}

impl UseCase for NoteLostElection {
    fn action(&self) -> Action {
        Action::NoteLostElection
    }

    fn name(&self) -> LogAction {
        LogAction::ElectionVoid
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let sitting = Sitting::of(context, Some(self.meeting))?;
        match sitting.row.lost {
            // It is written with the first step of any kind.
            Some(election) => {
                Ok(Outcome::new("done-election-void", sitting.key()).made("election", i64::from(election)))
            }
            None => Err(refuse("election-not-lost").rule("M15").into()),
        }
    }
}

/// M15: whoever may vote asks that the elections of an item, or of the meeting's chair, are secret.
#[derive(Debug)]
pub struct AskForSecrecy;

impl UseCase for AskForSecrecy {
    fn action(&self) -> Action {
        Action::AskForSecrecy
    }

    fn name(&self) -> LogAction {
        LogAction::ElectionAskSecret
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let office = sitting.meeting().asks_for();
        let voided = sitting.meeting().open_election().is_some();
        sitting.allows(Act::AskForSecrecy(&office))?;
        sitting.step(Event::SecrecyAsked {
            item: office.item(),
            handle: sitting.who(None),
        })?;
        let done = if voided {
            "done-secrecy-asked-anew"
        } else {
            "done-secrecy-asked"
        };
        Ok(sitting.done(done))
    }
}
