//! The interface between the screens and the fund: what a screen may ask for, and how an answer travels back.
//! Questions and steps are data, boxed so that one thread can carry them all; the answers are typed again
//! where they arrive. What they mean is the business of the use cases.

use std::any::Any;
use std::fmt;
use std::io;

use jiff::civil::Date;

use crate::domain::member::Member;
use crate::domain::policy::Actor;
use crate::usecases::views::on_the_table::Table;
use crate::usecases::views::{Members, OnTheTable, View};
use crate::usecases::{Change, OpError, Outcome, Session, UseCase, Watch};

/// A question about the fund, of any type.
pub struct Query(Box<dyn Asked>);

/// An answer, of the type that the question names.
pub type Data = Box<dyn Any + Send>;

/// A step that a person takes.
pub type Step = Box<dyn UseCase>;

/// Who sits at the terminal and in which fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionInfo {
    pub actor: Actor,
    /// The business date: what "today" means for every figure.
    pub today: Date,
    pub demo: bool,
    /// The fingerprint of the key by which one came in over SSH.
    pub key: Option<String>,
    /// In the demo one may change seats: the handle, the name and the roles of everybody in it. Empty elsewhere.
    pub seats: Vec<Actor>,
    /// Where the meeting that is open stands.
    pub table: Option<Table>,
}

/// Answers queries and performs steps, one at a time. `usecases::Session` in the program.
pub trait FundAccess: Send {
    fn answer(&mut self, query: &Query) -> Result<Data, OpError>;
    /// # Errors
    /// What the use case says; then nothing is written.
    fn take(&mut self, step: &dyn UseCase) -> Result<Outcome, OpError>;
    /// What would come of a step. Nothing is written.
    fn rehearse(&mut self, step: &dyn UseCase) -> Result<Outcome, OpError>;
    /// What others have done since this was asked last; `None` when nobody has done anything.
    ///
    /// # Errors
    /// When the file can't be read.
    fn news(&mut self) -> Result<Option<Vec<Change>>, OpError>;
    /// Notices of what happens to the fund.
    ///
    /// # Errors
    /// When the system gives none.
    fn watch(&self) -> io::Result<Watch>;
    /// The business date, by the clock of now.
    fn today(&self) -> Date;
    /// Who sits here, looked up anew.
    ///
    /// # Errors
    /// When the file can't be read.
    fn session_info(&mut self) -> Result<SessionInfo, OpError>;
    /// Where the meeting that is open stands, for who sits here.
    ///
    /// # Errors
    /// When the file can't be read.
    fn table(&mut self) -> Result<Option<Table>, OpError>;
    /// What the person had typed at a place when a session was cut off, if anything is known of it.
    fn draft(&mut self, _place: &str) -> Option<String> {
        None
    }
    /// Keeps what the person has typed at a place, or nothing any more. That it can't be kept is no reason to stop typing.
    fn keep_draft(&mut self, _place: &str, _content: Option<&str>) {}
    /// Changes seats, in the demo only.
    ///
    /// # Errors
    /// When this isn't a demo or the handle is unknown.
    fn sit_as(&mut self, handle: &str) -> Result<(), OpError>;
}

trait Asked: Send + fmt::Debug {
    fn as_any(&self) -> &dyn Any;
    fn ask(&self, session: &Session) -> Result<Data, OpError>;
    fn shows(&self, change: &Change) -> bool;
}

impl<V> Asked for V
where
    V: View + fmt::Debug + Send + 'static,
    V::Data: Send + 'static,
{
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn ask(&self, session: &Session) -> Result<Data, OpError> {
        Ok(Box::new(session.view(self)?))
    }

    fn shows(&self, change: &Change) -> bool {
        View::shows(self, change)
    }
}

/// The implementation of the program itself: a session on a fund.
pub struct SessionAccess {
    session: Session,
}

impl SessionAccess {
    #[must_use]
    pub fn new(session: Session) -> Self {
        SessionAccess { session }
    }
}

impl FundAccess for SessionAccess {
    fn answer(&mut self, query: &Query) -> Result<Data, OpError> {
        query.0.ask(&self.session)
    }

    fn take(&mut self, step: &dyn UseCase) -> Result<Outcome, OpError> {
        self.session.perform(step)
    }

    fn rehearse(&mut self, step: &dyn UseCase) -> Result<Outcome, OpError> {
        self.session.rehearse(step)
    }

    fn news(&mut self) -> Result<Option<Vec<Change>>, OpError> {
        self.session.news()
    }

    fn watch(&self) -> io::Result<Watch> {
        self.session.watch()
    }

    fn today(&self) -> Date {
        self.session.today()
    }

    fn session_info(&mut self) -> Result<SessionInfo, OpError> {
        self.session.refresh()?;
        let seats = if self.session.may_change_seats() {
            self.session.view(&Members)?
        } else {
            Vec::new()
        };
        Ok(SessionInfo {
            actor: self.session.actor().clone(),
            today: self.session.today(),
            demo: self.session.fund().demo,
            key: self.session.access().key().map(str::to_owned),
            seats: seats
                .iter()
                .filter(|member| member.active)
                .map(Member::actor)
                .collect(),
            table: self.table()?,
        })
    }

    fn table(&mut self) -> Result<Option<Table>, OpError> {
        let mut table = self.session.view(&OnTheTable)?;
        // The same person may conduct it in another session.
        if let Some(table) = &mut table {
            table.conducts &= self.session.conducts_an_election();
        }
        Ok(table)
    }

    fn draft(&mut self, place: &str) -> Option<String> {
        self.session.draft(place).ok().flatten()
    }

    fn keep_draft(&mut self, place: &str, content: Option<&str>) {
        let _best_effort = self.session.keep_draft(place, content);
    }

    fn sit_as(&mut self, handle: &str) -> Result<(), OpError> {
        self.session.act_as(handle)
    }
}

impl Query {
    #[must_use]
    pub fn of<V>(view: V) -> Self
    where
        V: View + fmt::Debug + Send + 'static,
        V::Data: Send + 'static,
    {
        Query(Box::new(view))
    }

    /// Whether the answer may be another after a change.
    #[must_use]
    pub fn shows(&self, change: &Change) -> bool {
        self.0.shows(change)
    }

    /// The question, if it is of this type.
    #[must_use]
    pub fn as_view<V: View + 'static>(&self) -> Option<&V> {
        self.0.as_any().downcast_ref()
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
