//! A fund on a real file, with people in every role and a clock that stands where the story puts it, and the steps
//! of a proposal's life one by one. What the steps prove is in the stories.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use kommit::domain::council::{Recommendation, Ruling};
use kommit::domain::intake::ParticipantIntake;
use kommit::domain::member::{Member, parse_roles};
use kommit::domain::money::Ore;
use kommit::domain::participant::{Kind, Number};
use kommit::domain::proposal::{Applicant, Benefit, Details, Estimate, Gates, PriceModel, Ref};
use kommit::usecases::views::View;
use kommit::usecases::{
    Access, AddMember, Adopt, ApproveDisbursement, Clock, Decide, ImportParticipants, OpError, OpenRound,
    Outcome, Payer, Qualify, Recommend, RecordGoLive, RegisterAnswer, RegisterDisbursement, RegisterPayment,
    RevealRound, SaveProposal, Session, SubmitProposal, SubmitScorecard, UseCase, create_fund, scheme_source,
};

/// Handle and roles of everyone in the fund.
pub const PEOPLE: [(&str, &str); 8] = [
    ("kari", "member"),
    ("ola", "member"),
    ("lise", "chair"),
    ("nils", "deputy"),
    ("sofie", "secretariat"),
    ("siri", "secretariat"),
    ("karl", "ks"),
    ("odd", "observer"),
];
/// The members of the council among them.
pub const COUNCIL: [&str; 4] = ["kari", "ola", "lise", "nils"];
pub const ADMINISTRATOR: &str = "administrator";
pub const HALDEN: &str = "0101";
pub const MOSS: &str = "0104";
pub const OSTFOLD: &str = "01";

/// The first day of the story, unless it says otherwise.
pub const DAY: Date = date(2018, 2, 1);

/// A clock that stands still. The true time is noon of the business date.
pub struct At(pub Date);

impl Clock for At {
    fn now(&self) -> Timestamp {
        let noon = TimeZone::UTC.to_timestamp(self.0.at(12, 0, 0, 0));
        noon.unwrap()
    }
    fn today(&self) -> Date {
        self.0
    }
}

/// The day that the story has come to, as everybody's clock shows it.
#[derive(Clone)]
struct Calendar(Arc<Mutex<Date>>);

impl Calendar {
    fn starting(day: Date) -> Calendar {
        Calendar(Arc::new(Mutex::new(day)))
    }
}

impl Clock for Calendar {
    fn now(&self) -> Timestamp {
        At(self.today()).now()
    }
    fn today(&self) -> Date {
        *self.0.lock().unwrap()
    }
}

pub struct Fund {
    folder: tempfile::TempDir,
    calendar: Calendar,
    /// Each person's session stays open from step to step: opening the file costs more than most steps.
    sessions: RefCell<HashMap<String, Session>>,
}

impl Fund {
    /// The scheme of 2017 with everyone of [`PEOPLE`] and three of the invited.
    pub fn new() -> Fund {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| Fund::furnished(scheme_source("digifin-2017").unwrap()).bytes());
        Fund::of(bytes, DAY)
    }

    /// The same with a reserve.
    pub fn with_reserve(kroner: i64) -> Fund {
        let scheme = scheme_source("digifin-2017").unwrap();
        Fund::furnished(&scheme.replace("reserve = 0", &format!("reserve = {kroner}")))
    }

    /// The same where what the expected cash flow can bear limits a commitment (K2).
    pub fn by_cash_flow() -> Fund {
        let scheme = scheme_source("digifin-2017").unwrap();
        Fund::furnished(&scheme.replace("limit = \"on_hand\"", "limit = \"cash_flow\""))
    }

    /// Another scheme with the same people and participants.
    pub fn furnished(scheme: &str) -> Fund {
        let fund = Fund::empty(scheme);
        for (handle, roles) in PEOPLE {
            fund.does(ADMINISTRATOR, &add(handle, roles));
        }
        let rows = vec![
            invited(Kind::Municipality, HALDEN, "Halden", 30_790),
            invited(Kind::Municipality, MOSS, "Moss", 32_407),
            invited(Kind::County, OSTFOLD, "Østfold", 292_893),
        ];
        fund.does(ADMINISTRATOR, &ImportParticipants { rows, on: None });
        fund
    }

    /// A scheme and nobody in it.
    pub fn empty(scheme: &str) -> Fund {
        let fund = Fund::nowhere(DAY);
        // What these stories are about is said without a meeting (M14).
        let scheme = scheme.replace(
            "recommend_outside_meeting = false",
            "recommend_outside_meeting = true",
        );
        create_fund(&fund.path(), &scheme, false, &Access::local(None), &At(DAY)).unwrap();
        fund
    }

    /// A fund from the bytes of another.
    pub fn of(bytes: &[u8], today: Date) -> Fund {
        let fund = Fund::nowhere(today);
        std::fs::write(fund.path(), bytes).unwrap();
        fund
    }

    /// A folder for a fund that is not there yet.
    fn nowhere(today: Date) -> Fund {
        Fund {
            folder: tempfile::tempdir().unwrap(),
            calendar: Calendar::starting(today),
            sessions: RefCell::default(),
        }
    }

    /// The file as it is when nobody has it open: all of it, the log of unwritten pages is empty then.
    pub fn bytes(&self) -> Vec<u8> {
        self.sessions.borrow_mut().clear();
        std::fs::read(self.path()).unwrap()
    }

    /// Another file with the same facts.
    pub fn copy(&self) -> Fund {
        Fund::of(&self.bytes(), self.today())
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("fund.db")
    }

    /// Puts the calendar on a day.
    pub fn on(&self, day: Date) -> &Fund {
        *self.calendar.0.lock().unwrap() = day;
        self
    }

    pub fn today(&self) -> Date {
        self.calendar.today()
    }

    /// A session of the story's own, beside those that the fund keeps.
    pub fn session(&self, handle: &str) -> Result<Session, OpError> {
        let who = (handle != ADMINISTRATOR).then_some(handle);
        Session::at(&self.path(), Access::local(who), Box::new(self.calendar.clone()))
    }

    pub fn tries(&self, handle: &str, use_case: &dyn UseCase) -> Result<Outcome, OpError> {
        self.with(handle, |session| session.perform(use_case))
    }

    /// In the session that is kept for the person.
    fn with<T>(
        &self,
        handle: &str,
        work: impl FnOnce(&mut Session) -> Result<T, OpError>,
    ) -> Result<T, OpError> {
        let kept = self.sessions.borrow_mut().remove(handle);
        let mut session = kept.map_or_else(|| self.session(handle), Ok)?;
        let done = work(&mut session);
        self.sessions.borrow_mut().insert(handle.to_owned(), session);
        done
    }

    #[track_caller]
    pub fn does(&self, handle: &str, use_case: &dyn UseCase) -> Outcome {
        match self.tries(handle, use_case) {
            Ok(outcome) => outcome,
            Err(error) => panic!("{handle} {use_case:?}: {error}"),
        }
    }

    /// The code of the refusal.
    #[track_caller]
    pub fn refused(&self, handle: &str, use_case: &dyn UseCase) -> &'static str {
        match self.tries(handle, use_case) {
            Ok(outcome) => panic!("{handle} {use_case:?}: {outcome:?}"),
            Err(error) => error.refusal().code,
        }
    }

    #[track_caller]
    pub fn sees<V: View>(&self, handle: &str, view: &V) -> V::Data {
        match self.with(handle, |session| session.view(view)) {
            Ok(data) => data,
            Err(error) => panic!("{handle} sees: {error}"),
        }
    }

    /// The file without the program's own checks.
    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).unwrap()
    }

    /// Every row of every table, as text.
    pub fn dump(&self) -> String {
        let raw = self.raw();
        let mut tables = raw
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .unwrap();
        let names: Vec<String> = tables
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut text = String::new();
        for name in names {
            let mut rows = raw.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let columns = rows.column_count();
            let mut found = rows.query([]).unwrap();
            while let Some(row) = found.next().unwrap() {
                let cells: Vec<_> = (0..columns)
                    .map(|column| row.get::<_, rusqlite::types::Value>(column).unwrap())
                    .collect();
                writeln!(text, "{name} {cells:?}").unwrap();
            }
        }
        text
    }

    /// The only number that a query gives.
    pub fn number(&self, sql: &str) -> i64 {
        self.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    }
}

/// The steps of a proposal's life, each by whoever may take it.
impl Fund {
    /// Money to promise: Halden joins and pays, and KS pays.
    pub fn funded(&self, by_ks: Ore) -> &Fund {
        self.does("sofie", &answers(HALDEN, true));
        self.does("sofie", &pays(Payer::Participant(number(HALDEN)), None));
        self.does("sofie", &pays(Payer::Ks, Some(by_ks)));
        self
    }

    pub fn draft(&self, details: Details) -> Ref {
        let outcome = self.does("sofie", &draft(details));
        outcome.made["ref"].as_str().unwrap().parse().unwrap()
    }

    pub fn submitted(&self, details: Details) -> Ref {
        let reference = self.draft(details);
        self.does("sofie", &SubmitProposal { reference, on: None });
        reference
    }

    pub fn qualified(&self, details: Details) -> Ref {
        let reference = self.submitted(details);
        self.does("sofie", &qualify(reference));
        reference
    }

    pub fn opens(&self, name: &str, proposals: &[Ref]) -> &Fund {
        self.does("lise", &open_round(name, proposals));
        self
    }

    pub fn scores(&self, handle: &str, reference: Ref, scores: [u8; 5]) -> &Fund {
        self.does(handle, &score(reference, scores));
        self
    }

    pub fn reveals(&self, name: &str) -> &Fund {
        self.does("lise", &RevealRound { name: name.into() });
        self
    }

    /// A proposal that everyone has scored, in a round of its own that is revealed.
    pub fn ranked(&self, round: &str, details: Details) -> Ref {
        let reference = self.qualified(details);
        self.opens(round, &[reference]);
        for handle in COUNCIL {
            self.scores(handle, reference, [4; 5]);
        }
        self.reveals(round);
        reference
    }

    pub fn recommended(&self, round: &str, details: Details) -> Ref {
        let amount = details.applied;
        let reference = self.ranked(round, details);
        self.does("lise", &approve(reference, amount));
        reference
    }

    pub fn committed(&self, round: &str, details: Details) -> Ref {
        let amount = details.applied;
        let reference = self.recommended(round, details);
        self.does("karl", &commit(reference, amount));
        reference
    }

    /// Registered by Sofie; the number by which it is approved.
    pub fn registered(&self, reference: Ref, amount: Ore) -> i64 {
        let outcome = self.does("sofie", &disburse(reference, amount));
        outcome.made["id"].as_i64().unwrap()
    }

    /// The voucher of an approved disbursement.
    pub fn paid_out(&self, reference: Ref, amount: Ore) -> i64 {
        let id = self.registered(reference, amount);
        let outcome = self.does("karl", &ApproveDisbursement { id });
        outcome.made["voucher"].as_i64().unwrap()
    }
}

pub const fn kr(kroner: i64) -> Ore {
    Ore::kroner(kroner)
}

pub fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

pub fn add(handle: &str, roles: &str) -> AddMember {
    AddMember {
        member: Member {
            handle: handle.into(),
            name: format!("{handle} nordmann"),
            roles: parse_roles(roles).unwrap(),
            participant: None,
            active: true,
        },
    }
}

/// A row of an import that says only who is invited.
pub fn invited(kind: Kind, text: &str, name: &str, population: u32) -> ParticipantIntake {
    ParticipantIntake {
        name: Some(name.into()),
        county_number: Some("01".into()),
        county_name: Some("Østfold".into()),
        population: Some(population),
        ..row(kind, text)
    }
}

/// A row of an import with empty cells only.
pub fn row(kind: Kind, text: &str) -> ParticipantIntake {
    ParticipantIntake {
        line: 2,
        kind: Some(kind),
        number: Number::parse_for(kind, text).unwrap(),
        name: None,
        county_number: None,
        county_name: None,
        population: None,
        joins: None,
        decided_on: None,
        reference: None,
        reason: None,
        paid_on: None,
        paid: None,
    }
}

/// KS applies for the whole cost of something for everyone.
pub fn project(title: &str, cost: Ore) -> Details {
    Details {
        title: title.into(),
        summary: format!("{title} for alle"),
        applicant: Applicant::Ks,
        benefit: Benefit::Both,
        cost,
        applied: cost,
        go_live: None,
        uptake: Estimate::default(),
        delay: Estimate::default(),
        price_model: PriceModel::Shared,
        bass: None,
    }
}

pub fn draft(details: Details) -> SaveProposal {
    SaveProposal {
        reference: None,
        details,
        version: None,
    }
}

pub const OPEN_GATES: Gates = Gates {
    shared_development: true,
    of_use_to_all: true,
    eligible_applicant: true,
    credible_repayment: true,
};

pub fn qualify(reference: Ref) -> Qualify {
    Qualify {
        reference,
        gates: OPEN_GATES,
        reason: String::new(),
    }
}

pub fn open_round(name: &str, proposals: &[Ref]) -> OpenRound {
    OpenRound {
        name: name.into(),
        proposals: proposals.to_vec(),
    }
}

pub const CRITERIA: [&str; 5] = ["benefit", "uptake", "feasibility", "gain", "fit"];

pub fn score(reference: Ref, scores: [u8; 5]) -> SubmitScorecard {
    let scores = CRITERIA.iter().zip(scores);
    SubmitScorecard {
        reference,
        scores: scores
            .map(|(key, score)| ((*key).to_owned(), Some(score)))
            .collect(),
        comment: String::new(),
        on_behalf_of: None,
    }
}

pub fn approve(reference: Ref, amount: Ore) -> Recommend {
    Recommend {
        reference,
        recommendation: Recommendation::Approve {
            amount,
            conditions: "Åpen kildekode".into(),
        },
    }
}

pub fn commit(reference: Ref, amount: Ore) -> Decide {
    Decide {
        reference,
        ruling: Ruling::Commit(amount),
        plan: None,
        reason: String::new(),
    }
}

pub fn disburse(reference: Ref, amount: Ore) -> RegisterDisbursement {
    RegisterDisbursement {
        reference,
        amount,
        on: None,
    }
}

pub fn answers(text: &str, joins: bool) -> RegisterAnswer {
    RegisterAnswer {
        number: number(text),
        joins,
        on: None,
        reference: String::new(),
        reason: String::new(),
        resolution: String::new(),
        resolved: None,
    }
}

pub fn pays(payer: Payer, amount: Option<Ore>) -> RegisterPayment {
    RegisterPayment {
        payer,
        amount,
        on: None,
    }
}

/// The steps of a solution's life.
impl Fund {
    /// A project of `cost` that was paid out whole and is live today, shared or by a price list.
    pub fn live(&self, round: &str, cost: Ore, model: &str) -> Ref {
        let details = Details {
            price_model: model.parse().unwrap(),
            ..project(round, cost)
        };
        let reference = self.committed(round, details);
        self.paid_out(reference, cost);
        self.does("sofie", &goes_live(reference));
        reference
    }
}

pub fn goes_live(reference: Ref) -> RecordGoLive {
    RecordGoLive {
        reference,
        on: None,
        price_model: None,
    }
}

pub fn adopt(reference: Ref, text: &str) -> Adopt {
    Adopt {
        reference,
        number: number(text),
        on: None,
    }
}
