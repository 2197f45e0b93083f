//! What somebody does in a meeting, each with what the policy calls it and what it is about. The steps ask here whether it may
//! be done, and so does everything that offers it.

use super::election::Office;
use super::{Matter, Meeting, Question};
use crate::domain::policy::{Action, Actor, Reason, Subject, may};

/// Something that somebody may do in a meeting, as far as it decides who may.
#[derive(Clone, Copy, Debug)]
pub enum Act<'m> {
    /// M3, M9: the meeting begins, or goes on after a pause.
    Begin,
    /// It goes to another item, or pauses.
    Turn,
    Close,
    /// M6: an item is added or withdrawn.
    ChangeTheList,
    /// M10: others come or go.
    CountTheRoom,
    /// M10: one comes or goes oneself.
    Attend,
    /// M5: a conflict of one's own, or of another.
    RaiseConflict {
        own: bool,
    },
    /// M2: a motion of one's own.
    Move,
    /// M18: a statement of one's own.
    State,
    /// What others have put or shown in the item on the table.
    RegisterInTheItem,
    /// M13: an item is taken out of what is voted on together.
    TakeOut,
    /// M12: a vote is opened; without a question, one on the item on the table.
    OpenVote(Option<&'m Question>),
    /// M12: one's own vote in what is open.
    Vote,
    /// M13: one's own answer in a trial vote.
    AnswerTrial,
    /// M12: the votes of others in what is open.
    VoteForTheRoom,
    CloseVote,
    /// M15: one's own vote in the election that is open.
    Elect,
    /// M15: the vote of another in the election that is open.
    ElectForTheRoom,
    /// M3, M15: an election is opened or closed.
    Conduct(&'m Office),
    /// M15: one asks that an election is secret.
    AskForSecrecy(&'m Office),
    /// M16: a written procedure is sent out.
    StartWritten,
    AnswerInWriting,
}

impl Act<'_> {
    /// What the policy calls it.
    #[must_use]
    pub fn action(self, meeting: &Meeting) -> Action {
        match self {
            Act::Begin | Act::Conduct(_) => Action::ConductElection,
            Act::Turn | Act::Close | Act::OpenVote(_) | Act::CloseVote | Act::StartWritten => {
                Action::ChairMeeting
            }
            // Section 10: the secretariat prepares the list; while people meet whoever registers for the room changes it.
            Act::ChangeTheList if meeting.state.is_under_way() => Action::RegisterForTheRoom,
            Act::ChangeTheList => Action::PrepareMeeting,
            Act::CountTheRoom | Act::RegisterInTheItem | Act::VoteForTheRoom | Act::ElectForTheRoom => {
                Action::RegisterForTheRoom
            }
            Act::Attend => Action::Attend,
            Act::RaiseConflict { .. } => Action::RaiseConflict,
            Act::Move => Action::PutMotion,
            Act::State => Action::MakeStatement,
            Act::TakeOut => Action::TakeOutOfEnBloc,
            Act::Vote | Act::Elect | Act::AnswerTrial => Action::Vote,
            Act::AskForSecrecy(_) => Action::AskForSecrecy,
            Act::AnswerInWriting => Action::AnswerInWriting,
        }
    }
}

impl Meeting {
    /// What an act is about.
    fn matter<'m>(&'m self, act: Act<'m>) -> Matter<'m> {
        match act {
            Act::Begin => Matter::Beginning,
            // M16: nobody is there whose absence could hinder it.
            Act::Turn | Act::Close if !self.form.meets() => Matter::Written,
            Act::Turn | Act::Close => Matter::Course,
            Act::ChangeTheList | Act::CountTheRoom => Matter::Presence,
            // One's own is declared before one comes in too, by whoever has a place.
            Act::Attend | Act::RaiseConflict { own: true } => Matter::Oneself,
            Act::RaiseConflict { own: false }
            | Act::Move
            | Act::State
            | Act::AnswerTrial
            | Act::RegisterInTheItem => Matter::Table,
            Act::TakeOut => Matter::Meeting,
            Act::OpenVote(question) => question.map_or(Matter::Table, Matter::Question),
            Act::Vote | Act::VoteForTheRoom | Act::CloseVote => {
                self.open_vote().map_or(Matter::Table, Matter::Vote)
            }
            Act::Elect | Act::ElectForTheRoom => {
                let open = self.open_election();
                open.map_or(Matter::Table, |election| Matter::Election(&election.office))
            }
            Act::Conduct(office) | Act::AskForSecrecy(office) => Matter::Election(office),
            Act::StartWritten | Act::AnswerInWriting => Matter::Written,
        }
    }

    /// What somebody is in what an act is about, as the policy asks for it.
    #[must_use]
    pub fn subject(&self, handle: &str, act: Act) -> Subject {
        self.standing(handle, self.matter(act))
    }

    /// Whether somebody may do it, as the meeting stands.
    ///
    /// # Errors
    /// Why not.
    pub fn may(&self, actor: &Actor, act: Act) -> Result<(), Reason> {
        let subject = self.subject(&actor.handle, act);
        // Nobody has a conflict without a place, whatever the office.
        if let (Act::RaiseConflict { own: true }, Subject::Meeting { seat: Err(why), .. }) = (act, subject) {
            return Err(Reason::NotSeated(why));
        }
        may(actor, act.action(self), subject)
    }
}
