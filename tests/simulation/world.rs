//! One fund that is played: its file, its people with their sessions, its clock and its dice.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ops::AddAssign;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use kommit::domain::calendar::in_oslo;
use kommit::domain::intake::ParticipantIntake;
use kommit::domain::log_action::LogAction;
use kommit::domain::member::{Member, parse_roles};
use kommit::domain::participant::{Kind, Number};
use kommit::store::StoreError;
use kommit::usecases::views::View;
use kommit::usecases::{
    Access, AddMember, Clock, ImportParticipants, OpError, Outcome, Payer, RegisterAnswer, RegisterPayment,
    Session, SetSeat, UseCase, create_fund, scheme_source,
};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use rusqlite::{Connection, OpenFlags};

use crate::model::Model;
use crate::{faults, identities, steps};

pub const ADMINISTRATOR: &str = "";
/// The council by seat, the leader and the deputy first.
pub const COUNCIL: [&str; 11] = [
    "leder", "nest", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11",
];
pub const STAFF: [(&str, &str); 6] = [
    ("sek", "secretariat"),
    ("sek2", "secretariat"),
    ("ks", "ks"),
    ("ks2", "ks,secretariat"),
    ("obs", "observer"),
    ("vara", "observer"),
];
/// Number, name, inhabitants: municipalities of four digits, counties of two.
pub const INVITED: [(&str, &str, u32); 14] = [
    ("0101", "Halden", 30_790),
    ("0104", "Moss", 32_407),
    ("0105", "Sarpsborg", 55_127),
    ("0106", "Fredrikstad", 80_121),
    ("0111", "Hvaler", 4_517),
    ("0118", "Aremark", 1_404),
    ("0119", "Marker", 3_597),
    ("0121", "Rømskog", 681),
    ("0122", "Trøgstad", 5_358),
    ("0301", "Oslo", 666_759),
    ("1201", "Bergen", 278_556),
    ("1601", "Trondheim", 190_464),
    ("01", "Østfold", 292_893),
    ("12", "Hordaland", 519_963),
];
/// After so many steps the whole file is looked at, and after each fault.
const BETWEEN_LOOKS: u64 = 10;
const FOUNDED: Date = date(2017, 12, 1);

/// A clock that the run sets, in seconds; every look at it is some seconds later.
#[derive(Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    fn at(day: Date) -> Hands {
        let morning = TimeZone::UTC.to_timestamp(day.at(9, 0, 0, 0)).unwrap();
        Hands(Arc::new(AtomicI64::new(morning.as_second())))
    }

    pub fn turn(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.fetch_add(3, Ordering::Relaxed)).unwrap()
    }

    fn today(&self) -> Date {
        in_oslo(Timestamp::from_second(self.0.load(Ordering::Relaxed)).unwrap()).date()
    }
}

/// What was played.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub years: u64,
    pub steps: u64,
    /// Steps that were done; the others were refused.
    pub done: u64,
    pub faults: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.years += other.years;
        self.steps += other.steps;
        self.done += other.done;
        self.faults += other.faults;
    }
}

pub struct World {
    pub seed: u64,
    pub dice: Pcg64,
    pub clock: Hands,
    pub model: Model,
    pub count: Count,
    /// One folder for each machine that the fund has lived on.
    pub folders: Vec<tempfile::TempDir>,
    /// Where backups are kept, and the last one with the fund as it was.
    pub vault: tempfile::TempDir,
    pub backup: Option<(PathBuf, Model)>,
    sessions: HashMap<String, Session>,
    raw: Option<Connection>,
    /// A meeting is under way: it takes a day, and most of its steps.
    pub meets: bool,
    /// The last steps, for whoever reads of a fault.
    told: VecDeque<String>,
    /// What was refused, by code, and what was done, by name.
    pub tally: BTreeMap<String, u64>,
}

/// A step: who takes it, and what it is.
pub struct Deed {
    pub who: String,
    pub what: Box<dyn UseCase>,
}

impl Deed {
    pub fn of(who: &str, what: impl UseCase + 'static) -> Deed {
        Deed {
            who: who.to_owned(),
            what: Box::new(what),
        }
    }
}

impl World {
    pub fn new(seed: u64) -> World {
        let folder = tempfile::tempdir().unwrap();
        let (bytes, clock) = furnished(!seed.is_multiple_of(3));
        std::fs::write(folder.path().join("fund.db"), bytes).unwrap();
        let mut world = World {
            seed,
            dice: Pcg64::seed_from_u64(seed),
            clock: Hands::at(clock),
            model: Model::default(),
            count: Count::default(),
            folders: vec![folder],
            vault: tempfile::tempdir().unwrap(),
            backup: None,
            sessions: HashMap::new(),
            raw: None,
            meets: false,
            told: VecDeque::new(),
            tally: BTreeMap::new(),
        };
        let raw = world.opened();
        world.model.begin(&raw);
        world.raw = Some(raw);
        world
    }

    pub fn path(&self) -> PathBuf {
        self.folders.last().unwrap().path().join("fund.db")
    }

    pub fn opened(&self) -> Connection {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(self.path(), flags).unwrap()
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.dice.random_range(0..end.max(1))
    }

    pub fn one_in(&mut self, times: u32) -> bool {
        self.dice.random_range(0..times) == 0
    }

    pub fn pick<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        let at = self.below(of.len());
        of.get(at).cloned()
    }

    pub fn session(&self, who: &str) -> Result<Session, OpError> {
        let who = (who != ADMINISTRATOR).then_some(who);
        Session::at(&self.path(), Access::local(who), Box::new(self.clock.clone()))
    }

    pub fn taken(&mut self, who: &str) -> Result<Session, OpError> {
        self.sessions.remove(who).map_or_else(|| self.session(who), Ok)
    }

    pub fn kept(&mut self, who: &str, session: Session) {
        self.sessions.insert(who.to_owned(), session);
    }

    /// Every program ends in order.
    pub fn close(&mut self) {
        self.sessions.clear();
        self.raw = None;
    }

    /// Every program is gone without another word to the disk, as when the machine loses its power: the fund lives on in a
    /// copy of what the disk holds.
    pub fn moved(&mut self, files: &[(&str, Vec<u8>)]) {
        let folder = tempfile::tempdir().unwrap();
        for (end, bytes) in files {
            std::fs::write(folder.path().join(format!("fund.db{end}")), bytes).unwrap();
        }
        self.close();
        self.folders = vec![folder];
    }

    /// What somebody sees.
    pub fn sees<V: View>(&mut self, who: &str, view: &V) -> Result<V::Data, OpError> {
        let session = self.taken(who)?;
        let seen = session.view(view);
        self.kept(who, session);
        seen
    }

    pub fn note(&mut self, what: String) {
        if self.told.len() == 40 {
            self.told.pop_front();
        }
        self.told.push_back(format!("{} {what}", self.clock.today()));
    }

    pub fn told(&self) -> String {
        let lines: Vec<&str> = self.told.iter().map(String::as_str).collect();
        format!("the last steps of seed {}:\n{}", self.seed, lines.join("\n"))
    }

    /// Takes a step; what must always hold is looked at after it.
    pub fn does(&mut self, deed: &Deed) -> Result<Outcome, OpError> {
        let done = self.tries(deed);
        self.holds();
        if let Ok(outcome) = &done {
            match deed.what.name() {
                LogAction::KsDecide if outcome.done == "done-committed" => {
                    identities::after_a_commitment(self)
                }
                LogAction::SolutionSettle => {
                    identities::after_a_settlement(self, outcome.subject.parse().unwrap())
                }
                _ => {}
            }
        }
        done
    }

    /// Takes a step, and looks only at what it says.
    pub fn tries(&mut self, deed: &Deed) -> Result<Outcome, OpError> {
        self.count.steps += 1;
        let done = self.taken(&deed.who).and_then(|mut session| {
            let done = session.perform(&*deed.what);
            self.kept(&deed.who, session);
            done
        });
        self.heard(deed, &done);
        done
    }

    /// What came of a step.
    pub fn heard(&mut self, deed: &Deed, done: &Result<Outcome, OpError>) {
        let said = match done {
            Ok(outcome) => {
                self.count.done += 1;
                self.model.acknowledged(outcome);
                outcome.done.to_owned()
            }
            Err(error) => error.refusal().code.to_owned(),
        };
        *self
            .tally
            .entry(format!("{} {said}", deed.what.name()))
            .or_default() += 1;
        self.note(format!("{} {:?}: {said}", deed.who, deed.what));
        if let Err(OpError::Store(StoreError::Corrupt(fault))) = done {
            panic!("{fault}");
        }
        if let Err(OpError::Store(StoreError::Sqlite(fault))) = done {
            panic!("{fault}");
        }
        assert!(
            !matches!(done, Err(OpError::Store(StoreError::Unreadable))),
            "what lies on a disk that works is read"
        );
    }

    /// What must hold after every step.
    pub fn holds(&mut self) {
        let raw = self.raw.take().unwrap_or_else(|| self.opened());
        self.model.holds(&raw, &self.clock.today().to_string());
        self.raw = Some(raw);
        identities::cheap(self);
    }

    pub fn year(&mut self, steps: u32, faults: u32) {
        let begun = self.count;
        let mut looked = begun.steps / BETWEEN_LOOKS;
        let until = self.clock.today().saturating_add(jiff::Span::new().days(365));
        while self.count.steps < begun.steps + u64::from(steps) {
            let left = u64::from(steps) - (self.count.steps - begun.steps);
            let due = u64::from(faults).saturating_sub(self.count.faults - begun.faults);
            if due > 0 && self.dice.random_range(0..left.max(1)) < due {
                faults::strikes(self);
            } else {
                let deed = steps::chosen(self);
                let _ = self.does(&deed);
            }
            if !self.meets && self.one_in(2) {
                // Working days: what is done is dated by day.
                let days = self.dice.random_range(0..5);
                self.clock.turn(days * 86_400);
            }
            if self.count.steps / BETWEEN_LOOKS > looked {
                looked = self.count.steps / BETWEEN_LOOKS;
                identities::whole(self);
            }
        }
        while self.count.faults < begun.faults + u64::from(faults) {
            faults::strikes(self);
        }
        let today = self.clock.today();
        if today < until {
            let days = i64::from(today.until(until).unwrap().get_days());
            self.clock.turn(days * 86_400);
        }
        self.count.years += 1;
        identities::whole(self);
    }

    /// At the end everything is closed, and the file alone holds it all.
    pub fn ends(&mut self) {
        self.close();
        assert!(
            !PathBuf::from(format!("{}-wal", self.path().display())).exists(),
            "nothing is left beside the file"
        );
        self.holds();
        identities::whole(self);
        if std::env::var_os("KOMMIT_TALLY").is_some() {
            eprintln!("{:#?}", self.tally);
        }
    }
}

/// A fund with everybody in it, made once, and the day after. Where `outside` is set recommendations need no meeting.
fn furnished(outside: bool) -> (&'static [u8], Date) {
    static MADE: [OnceLock<Vec<u8>>; 2] = [OnceLock::new(), OnceLock::new()];
    let bytes = MADE[usize::from(outside)].get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("fund.db");
        let scheme = scheme_source("digifin-2017").unwrap();
        let scheme = scheme.replace(
            "recommend_outside_meeting = false",
            &format!("recommend_outside_meeting = {outside}"),
        );
        let clock = Hands::at(FOUNDED);
        drop(create_fund(&path, &scheme, false, &Access::local(None), &clock).unwrap());
        let mut session = Session::at(&path, Access::local(None), Box::new(clock)).unwrap();
        furnish(&mut session);
        drop(session);
        let clock = Hands::at(FOUNDED);
        let mut session = Session::at(&path, Access::local(Some("sek")), Box::new(clock)).unwrap();
        funded(&mut session);
        drop(session);
        std::fs::read(&path).unwrap()
    });
    (bytes, FOUNDED.tomorrow().unwrap())
}

fn furnish(session: &mut Session) {
    let council = COUNCIL.iter().enumerate().map(|(at, handle)| match at {
        0 => (*handle, "chair"),
        1 => (*handle, "deputy"),
        _ => (*handle, "member"),
    });
    for (handle, roles) in council.chain(STAFF) {
        let member = Member {
            handle: handle.into(),
            name: handle.into(),
            roles: parse_roles(roles).unwrap(),
            participant: None,
            active: true,
        };
        session.perform(&AddMember { member }).unwrap();
    }
    for (number, handle) in (1..).zip(COUNCIL) {
        let seat = SetSeat {
            number,
            holder: Some(handle.into()),
            substitutes: vec!["vara".into()],
            from: FOUNDED,
            to: None,
        };
        session.perform(&seat).unwrap();
    }
    let rows = INVITED.map(|(number, name, population)| invited(number, name, population));
    let rows = rows.to_vec();
    session.perform(&ImportParticipants { rows, on: None }).unwrap();
}

/// Half of the invited have joined and paid, so that there is something to decide about.
fn funded(session: &mut Session) {
    for (number, ..) in INVITED.iter().step_by(2) {
        let number = Number::parse(number).unwrap();
        let answer = RegisterAnswer {
            number: number.clone(),
            joins: true,
            on: None,
            reference: String::new(),
            reason: String::new(),
            resolution: String::new(),
            resolved: None,
        };
        session.perform(&answer).unwrap();
        let payment = RegisterPayment {
            payer: Payer::Participant(number),
            amount: None,
            on: None,
        };
        session.perform(&payment).unwrap();
    }
}

fn invited(number: &str, name: &str, population: u32) -> ParticipantIntake {
    let kind = if number.len() == 2 {
        Kind::County
    } else {
        Kind::Municipality
    };
    ParticipantIntake {
        line: 2,
        kind: Some(kind),
        number: Number::parse(number).unwrap(),
        name: Some(name.into()),
        county_number: Some(number[..2].into()),
        county_name: Some("Fylket".into()),
        population: Some(population),
        joins: None,
        decided_on: None,
        reference: None,
        reason: None,
        paid_on: None,
        paid: None,
    }
}
