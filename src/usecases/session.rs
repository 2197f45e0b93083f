//! One person at work on one fund. Every write goes through [`Session::perform`]: one transaction in which the actor is
//! looked up, the policy is asked, the use case runs and the log is written.

use std::fmt::Debug;
use std::io;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;

use super::ballots::Conductor;
use super::context::{Context, Progress};
use super::view::{View, Viewer};
use super::{Access, Clock, OpError, Outcome};
use crate::domain::calendar::in_oslo;
use crate::domain::log_action::LogAction;
use crate::domain::policy::{Action, Actor, Subject, may};
use crate::domain::refusal::refuse;
use crate::store::{Fund, NewAudit, Read, Store, Watch, Write, network};

/// Something that a person can do.
pub trait UseCase: Debug + Send {
    /// What it stands for in the policy.
    fn action(&self) -> Action;

    /// What the log calls it.
    fn name(&self) -> LogAction;

    /// Whether the facts that it writes are dated on the business date, which then isn't in a closed period (L7).
    fn dates_today(&self) -> bool {
        true
    }

    /// Applies the rules and writes the facts. The role has been asked by then; what is particular to the subject is
    /// asked here, through [`Context::may`].
    ///
    /// # Errors
    /// Why not; then nothing is written.
    fn run(&self, context: &Context) -> Result<Outcome, OpError>;
}

/// Who acts, on which fund, by which clock.
pub struct Session {
    pub(super) store: Store,
    access: Access,
    actor: Actor,
    clock: Box<dyn Clock>,
    progress: Box<Progress>,
    conductor: Conductor,
    /// The newest row of the log when it was last asked for news.
    pub(super) seen: Option<i64>,
    /// The session's own rows since then.
    pub(super) own: Vec<i64>,
}

impl Session {
    /// Opens a session for a registered member, or for the owner of the file when none is named.
    ///
    /// # Errors
    /// `member-unknown` or `member-revoked` (exit 3), or what the file says.
    pub fn open(store: Store, access: Access, clock: Box<dyn Clock>) -> Result<Session, OpError> {
        let actor = match access.member() {
            None => Actor::owner_of_the_file(),
            Some(handle) => store.read(|read| find(read, &access, handle, clock.today()))?,
        };
        Ok(Session {
            store,
            access,
            actor,
            clock,
            progress: Box::new(|_, _| {}),
            conductor: Conductor::default(),
            seen: None,
            own: Vec::new(),
        })
    }

    /// Goes on by another clock.
    #[must_use]
    pub fn by_clock(self, clock: Box<dyn Clock>) -> Session {
        Session { clock, ..self }
    }

    /// Tells `progress` how far long work has come.
    #[must_use]
    pub fn with_progress(self, progress: Box<Progress>) -> Session {
        Session { progress, ..self }
    }

    /// Opens a session on the fund in a file.
    ///
    /// # Errors
    /// As [`Session::open`], and what is wrong with the file.
    pub fn at(path: &Path, access: Access, clock: Box<dyn Clock>) -> Result<Session, OpError> {
        Session::open(Store::open(path, clock.now())?, access, clock)
    }

    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Who came in, and which way.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    #[must_use]
    pub fn fund(&self) -> &Fund {
        self.store.fund()
    }

    #[must_use]
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// Whether a secret election is conducted here (M15): when the session ends, it is lost.
    #[must_use]
    pub fn conducts_an_election(&self) -> bool {
        self.conductor.conducts()
    }

    /// M15: the keys to elections that are over are forgotten.
    pub(super) fn forget_keys(&self) -> Result<(), OpError> {
        if !self.conductor.conducts() {
            return Ok(());
        }
        let rows = self.store.read(|read| Ok::<_, OpError>(read.meetings_ahead()?))?;
        let secrets = rows
            .iter()
            .filter_map(|row| row.meeting.open_election()?.secret.as_ref());
        let open: Vec<&str> = secrets.map(|secret| secret.key.as_str()).collect();
        self.conductor.keep_only(|key| open.contains(&key));
        Ok(())
    }

    /// What the person had typed at a place when a session was cut off. Known to nobody else.
    ///
    /// # Errors
    /// What the file of drafts says.
    pub fn draft(&self, place: &str) -> Result<Option<String>, OpError> {
        Ok(self.store.draft(&self.actor.handle, place)?)
    }

    /// Keeps what the person has typed at a place; or nothing any more, when it is delivered. No step, and in no log.
    ///
    /// # Errors
    /// What the file of drafts says.
    pub fn keep_draft(&self, place: &str, content: Option<&str>) -> Result<(), OpError> {
        Ok(self.store.keep_draft(&self.actor.handle, place, content)?)
    }

    /// Notices of what happens to the file, from when it has been read once.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn watch(&self) -> io::Result<Watch> {
        Watch::on(self.store.path())
    }

    /// The type of the network file system that the fund lies on; none where it is on this machine.
    #[must_use]
    pub fn network(&self) -> Option<String> {
        network(self.store.path())
    }

    pub(super) fn for_safekeeping(&self) -> (&Store, Timestamp) {
        (&self.store, self.clock.now())
    }

    /// Looks up anew who acts: roles may have changed.
    ///
    /// # Errors
    /// `member-revoked` or `key-removed`, or what the file says.
    pub fn refresh(&mut self) -> Result<(), OpError> {
        if !self.actor.administrator {
            self.actor = self
                .store
                .read(|read| find(read, &self.access, &self.actor.handle, self.clock.today()))?;
        }
        Ok(())
    }

    /// Whether the person may go on as another: in a demo, at the machine. Over SSH the key says who one is.
    #[must_use]
    pub fn may_change_seats(&self) -> bool {
        self.fund().demo && self.access.key().is_none()
    }

    /// Goes on as another member, in a demo.
    ///
    /// # Errors
    /// `seat-only-in-demo`, `member-unknown` or `member-revoked`; then nothing changes.
    pub fn act_as(&mut self, handle: &str) -> Result<(), OpError> {
        if !self.may_change_seats() {
            return Err(OpError::Denied(refuse("seat-only-in-demo")));
        }
        self.actor = self
            .store
            .read(|read| find(read, &self.access, handle, self.clock.today()))?;
        Ok(())
    }

    /// Does it, or says why not; then nothing is written.
    ///
    /// # Errors
    /// Who may not (exit 3), what the rules say (4), or what the file says (1, 5).
    pub fn perform(&mut self, use_case: &dyn UseCase) -> Result<Outcome, OpError> {
        let (access, before, clock) = (&self.access, &self.actor, &self.clock);
        let via = access.way_in().to_string();
        let (progress, conductor) = (&*self.progress, &self.conductor);
        let outcome = self.store.write(|write| {
            let around = (&**clock, progress, conductor);
            let (actor, mut outcome) = attempt(write, (access, before), around, use_case)?;
            // Looked at while nobody else can write, so that the rows of the log come in the order of their times.
            let at = clock.now().to_string();
            let head = write.log(&NewAudit {
                at: &at,
                actor: &actor.handle,
                via: &via,
                action: use_case.name(),
                subject: &outcome.subject,
                payload: outcome.audit_payload(),
            })?;
            outcome.log = Some(head);
            Ok::<_, OpError>(outcome)
        });
        self.conductor.settle(outcome.is_ok());
        let outcome = outcome?;
        // It is written, and its outcome is told, even when the file can't be read just now: the next step or look forgets them.
        let _best_effort = self.forget_keys();
        if self.seen.is_some() {
            self.own.extend(outcome.log.as_ref().map(|log| log.row));
        }
        Ok(outcome)
    }

    /// What [`Session::perform`] would do or refuse, with every check of it, and nothing written: not even to the log.
    ///
    /// # Errors
    /// As [`Session::perform`].
    pub fn rehearse(&mut self, use_case: &dyn UseCase) -> Result<Outcome, OpError> {
        let (access, before, clock) = (&self.access, &self.actor, &*self.clock);
        let around = (clock, &*self.progress, &self.conductor);
        let outcome = self.store.rehearse(|write| {
            let attempted = attempt(write, (access, before), around, use_case);
            attempted.map(|(_, outcome)| outcome)
        });
        self.conductor.settle(false);
        outcome
    }

    /// What the person may see of something.
    ///
    /// # Errors
    /// The blind rule (exit 3), what isn't there (4), or what the file says (1, 5).
    pub fn view<V: View>(&self, view: &V) -> Result<V::Data, OpError> {
        let today = self.clock.today();
        self.store.read(|read| {
            let actor = if self.actor.administrator {
                self.actor.clone()
            } else {
                find(read, &self.access, &self.actor.handle, today)?
            };
            may(&actor, view.action(), Subject::FUND)?;
            view.read(&Viewer {
                read,
                actor: &actor,
                today,
                clock: &*self.clock,
                progress: &*self.progress,
            })
        })
    }
}

/// Looks the actor up, asks the policy, and runs the use case, all in the transaction of `write`.
fn attempt(
    write: &Write,
    (access, before): (&Access, &Actor),
    (clock, progress, conductor): (&dyn Clock, &Progress, &Conductor),
    use_case: &dyn UseCase,
) -> Result<(Actor, Outcome), OpError> {
    // Roles may have changed since the session began; what counts is what holds now.
    let actor = if before.administrator {
        before.clone()
    } else {
        find(write, access, &before.handle, clock.today())?
    };
    let fund = Subject::Fund {
        set_up_is_over: write.any_round()?,
    };
    let context = Context {
        write,
        actor: &actor,
        today: clock.today(),
        now: in_oslo(clock.now()),
        meeting: None,
        conductor,
        progress,
    };
    context.may(use_case.action(), fund)?;
    context.today_has_come()?;
    if use_case.dates_today() {
        context.check_open(context.today)?;
    }
    let before = write.last_voucher()?;
    let outcome = use_case.run(&context)?;
    context.check_balances(before)?;
    Ok((actor, outcome))
}

/// Who acts, as it is now. Over SSH the key must be registered for the member still.
fn find(read: &Read, access: &Access, handle: &str, on: Date) -> Result<Actor, OpError> {
    let member = read
        .member(handle, on)?
        .ok_or_else(|| OpError::Denied(refuse("member-unknown").with("handle", handle)))?;
    if !member.active {
        return Err(OpError::Denied(refuse("member-revoked").with("handle", handle)));
    }
    if let Some(key) = access.key() {
        let known = read.member_keys(Some(key))?;
        let opens = known
            .iter()
            .any(|known| known.handle == handle && known.removed_on.is_none());
        if !opens {
            return Err(OpError::Denied(
                refuse("key-removed").with("handle", handle).with("key", key),
            ));
        }
    }
    Ok(member.actor())
}
