//! Secret elections over a real file (M15): nothing in it, nor beside it, tells who voted what, or until closing who has voted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kommit::domain::log_action::LogAction;
use kommit::domain::meeting::{ItemKind, Meeting, OpenedBallot, Void};
use kommit::store::{Finding, Store};
use kommit::usecases::views::audit::AuditLog;
use kommit::usecases::views::meetings::MeetingView;
use kommit::usecases::{
    AskForSecrecy, Attend, CallOffElection, Clock, CloseElection, Elect, OfficeSought, OpError, OpenElection,
    Outcome, Session,
};
use rusqlite::Connection;

use crate::common::fund::*;
use crate::common::meetings::SEATED;

fn opening() -> OpenElection {
    OpenElection {
        office: OfficeSought::Other {
            title: "Redaktør".into(),
        },
        candidates: vec!["kari".into(), "ola".into()],
        secret: true,
    }
}

fn ballot(choice: Option<&str>) -> Elect {
    Elect {
        choice: choice.map(str::to_owned),
        handle: None,
        election: None,
    }
}

/// All eleven are there, and an election is on the table.
fn council() -> Fund {
    let fund = Fund::new();
    fund.seated().meets(vec![ItemKind::Election]).next_item();
    fund
}

/// The leader has opened it.
fn electing() -> Fund {
    let fund = council();
    fund.does("lise", &opening());
    fund
}

fn receipt(outcome: &Outcome) -> String {
    outcome.receipt().unwrap().to_owned()
}

fn votes(fund: &Fund, who: &str, choice: Option<&str>) -> String {
    receipt(&fund.does(who, &ballot(choice)))
}

fn meeting(fund: &Fund, viewer: &str) -> Meeting {
    fund.sees(viewer, &MeetingView { key: None }).meeting
}

fn turnout(fund: &Fund) -> (usize, usize) {
    meeting(fund, "sofie").open_election().unwrap().turnout()
}

fn void(fund: &Fund) -> Option<Void> {
    meeting(fund, "sofie").void_election().map(|(_, why)| why)
}

/// Each file beside the fund, the fund with its log among them, and a copy of it as `backup` makes it, as bytes.
fn files(fund: &Fund) -> Vec<(String, Vec<u8>)> {
    let folder = fund.path().parent().unwrap().to_owned();
    let copy = folder.join("copy.db");
    let mut to = Connection::open(&copy).unwrap();
    let from = fund.raw();
    let backup = rusqlite::backup::Backup::new(&from, &mut to).unwrap();
    backup.step(-1).unwrap();
    drop(backup);
    drop(to);
    let (mut found, mut folders) = (Vec::new(), vec![folder]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    fs::remove_file(copy).unwrap();
    found
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

/// A receipt as it is written, and the bytes that it is written from.
fn forms(receipt: &str) -> [Vec<u8>; 3] {
    let digits = receipt.replace('-', "");
    let bytes = (0..digits.len()).step_by(2);
    let bytes = bytes.map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap());
    [receipt.into(), digits.clone().into(), bytes.collect()]
}

/// What stands in the file of those who have voted: for each a handle, and a ballot of one length that differs each time.
fn cast(fund: &Fund) -> Vec<(String, String)> {
    let raw = fund.raw();
    let sql = "SELECT body FROM meeting_entries WHERE kind = 'ballot_cast' ORDER BY entry";
    let mut statement = raw.prepare(sql).unwrap();
    let bodies = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    bodies
        .map(|body| {
            let body: serde_json::Value = serde_json::from_str(&body.unwrap()).unwrap();
            let cast = body["event"]["ballot_cast"].as_object().unwrap();
            let keys: Vec<&str> = cast.keys().map(String::as_str).collect();
            assert_eq!(keys, ["election", "handle", "sealed"]);
            let text = |key: &str| cast[key].as_str().unwrap().to_owned();
            (text("handle"), text("sealed"))
        })
        .collect()
}

#[test]
fn m15_no_file_at_any_step_tells_who_votes_what_and_the_receipts_prove_the_count() {
    let fund = electing();
    let mut given: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for (who, choice) in SEATED
        .iter()
        .zip([Some("kari"), Some("ola"), None].into_iter().cycle())
    {
        let receipt = votes(&fund, who, choice);
        assert!(given.insert(receipt, choice).is_none());
        for (name, bytes) in files(&fund) {
            for form in given.keys().flat_map(|receipt| forms(receipt)) {
                assert!(!holds(&bytes, &form), "{name} after {who}");
            }
        }
    }
    assert_eq!(fund.refused("m5", &ballot(None)), "ballot-is-final");
    assert_eq!(turnout(&fund), (11, 11));
    let sealed: BTreeSet<String> = cast(&fund).into_iter().map(|(_, sealed)| sealed).collect();
    let lengths: BTreeSet<usize> = sealed.iter().map(String::len).collect();
    assert_eq!((sealed.len(), lengths.len()), (11, 1));
    let closed = fund.does("lise", &CloseElection { election: None });
    // Four for each of the two, and three blank: nobody has more than half.
    assert_eq!(closed.made["elected"], serde_json::Value::Null);
    let held = meeting(&fund, "odd").elections[0].clone();
    let ballots: BTreeMap<String, Option<&str>> = held
        .ballots
        .iter()
        .map(|ballot| (ballot.receipt.clone(), ballot.choice.as_deref()))
        .collect();
    assert_eq!(ballots, given);
    let count = held.count.unwrap();
    assert_eq!((count.votes["kari"], count.votes["ola"], count.blank), (4, 4, 3));
    assert_eq!(count.voted.len(), 11);
    // They stand by receipt, whatever the order in which they came.
    assert!(held.ballots.is_sorted_by_key(|ballot| &ballot.receipt));
    for (name, bytes) in files(&fund) {
        for receipt in given.keys() {
            let [written, digits, bare] = forms(receipt);
            let whole = name.starts_with("fund.db") || name == "copy.db";
            assert!(!holds(&bytes, &digits) && !holds(&bytes, &bare), "{name}");
            assert!(whole || !holds(&bytes, &written), "{name}");
        }
    }
}

#[test]
fn m15_two_funds_in_which_people_vote_otherwise_differ_in_nothing_but_what_is_sealed_until_closing() {
    let dump = |choices: [Option<&str>; 2]| {
        let fund = electing();
        for (who, choice) in SEATED.iter().zip(choices.into_iter().cycle()) {
            votes(&fund, who, choice);
        }
        let mut text = fund.dump();
        let key = meeting(&fund, "sofie").open_election().unwrap().secret.clone();
        text = text.replace(&key.unwrap().key, "key");
        for (handle, sealed) in cast(&fund) {
            text = text.replace(&sealed, &handle);
        }
        // The seals of what was written, which the ballots are a part of.
        let mut masked = String::new();
        for line in text.lines() {
            let words = line.split(|c: char| !c.is_ascii_hexdigit());
            let hash = words.filter(|word| word.len() == 64);
            let mut line = line.to_owned();
            for hash in hash.map(str::to_owned).collect::<Vec<_>>() {
                line = line.replace(&hash, "hash");
            }
            masked += &line;
            masked.push('\n');
        }
        let seals = masked.lines().filter(|line| !line.contains("seals"));
        seals.collect::<Vec<_>>().join("\n")
    };
    let (one, other) = (dump([Some("kari"), Some("ola")]), dump([None, Some("kari")]));
    let differing = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
    let differing: Vec<_> = differing.take(3).collect();
    assert!(differing.is_empty(), "{differing:#?}");
    assert_eq!(one.lines().count(), other.lines().count());
}

#[test]
fn m15_until_closing_nobody_is_told_who_has_voted_nor_by_the_log_and_of_one_that_came_to_nothing_never() {
    let fund = electing();
    votes(&fund, "kari", Some("ola"));
    votes(&fund, "m5", None);
    let voters = |viewer: &str| -> Vec<String> {
        let log = fund.sees(viewer, &AuditLog { limit: 100 }).entries;
        let cast = log.into_iter().filter(|entry| entry.action == "election.cast");
        cast.map(|entry| format!("{} {}", entry.actor, entry.via))
            .collect()
    };
    for viewer in ["lise", "nils", "sofie", "karl", "odd", ADMINISTRATOR] {
        assert_eq!(voters(viewer), ["– ", "– "], "{viewer}");
        let open = meeting(&fund, viewer);
        let open = open.open_election().unwrap();
        assert_eq!(open.turnout(), (2, 11));
        assert!(!SEATED.iter().any(|who| open.has_voted(who)), "{viewer}");
    }
    // Everybody knows the own.
    assert!(voters("kari")[1].starts_with("kari local"));
    assert!(meeting(&fund, "kari").open_election().unwrap().has_voted("kari"));
    // Who sends somebody out is not told whether that person had voted; who goes, is.
    let leaves = |who: &str| Attend {
        handle: Some(who.into()),
        out: true,
        at: None,
    };
    assert_eq!(fund.does("lise", &leaves("kari")).done, "done-went-out");
    let own = Attend {
        handle: None,
        ..leaves("")
    };
    assert_eq!(fund.does("m5", &own).done, "done-went-out-vote-lost");
    assert_eq!(turnout(&fund), (2, 11));
    for who in &SEATED[5..] {
        votes(&fund, who, Some("ola"));
    }
    fund.does("lise", &CloseElection { election: None });
    let told = voters("sofie");
    assert!(told.iter().any(|row| row.starts_with("m6 ")), "{told:?}");
    let count = meeting(&fund, "odd").elections[0].count.clone().unwrap();
    assert_eq!((count.voted.len(), count.elected.as_deref()), (6, Some("ola")));
    let another = council();
    another.does("lise", &opening());
    votes(&another, "kari", None);
    another.does("lise", &CallOffElection { election: None });
    let log = another.sees("sofie", &AuditLog { limit: 100 }).entries;
    let cast = log.iter().find(|entry| entry.action == "election.cast");
    assert_eq!(cast.unwrap().actor, "–");
}

/// Opens the election in a session that is not the fund's.
fn conducted(fund: &Fund) -> Session {
    let mut session = fund.session("lise").unwrap();
    session.perform(&opening()).unwrap();
    assert!(session.conducts_an_election());
    session
}

#[test]
fn m15_when_the_session_that_conducts_it_ends_the_election_is_lost_and_held_anew() {
    let fund = council();
    let session = conducted(&fund);
    votes(&fund, "kari", Some("ola"));
    let mut watching = fund.session("odd").unwrap();
    watching.news().unwrap();
    assert_eq!(
        fund.refused("lise", &CloseElection { election: None }),
        "election-elsewhere"
    );
    drop(session);
    // Everybody sees it at once, and the first who looks writes it down.
    assert_eq!(void(&fund), Some(Void::Lost));
    assert_eq!(fund.refused("m5", &ballot(None)), "election-not-open");
    let news = watching.news().unwrap().unwrap();
    assert!(
        news.iter()
            .any(|change| change.action == Some(LogAction::ElectionVoid)),
        "{news:?}"
    );
    assert_eq!(watching.news().unwrap(), None);
    let entries = fund.raw().query_row(
        "SELECT count(*) FROM meeting_entries WHERE kind = 'election_voided'",
        [],
        |row| row.get::<_, i64>(0),
    );
    assert_eq!(entries, Ok(1));
    // Nobody counts what was cast in it, and it makes no second election of the next.
    let mut session = conducted(&fund);
    for who in &SEATED[..6] {
        votes(&fund, who, Some("kari"));
    }
    assert_eq!(
        session.perform(&CloseElection { election: None }).unwrap().made["elected"],
        "kari"
    );
    assert!(!session.conducts_an_election());
    let held = meeting(&fund, "odd").elections;
    assert!(held[0].count.is_none() && held[0].ballots.is_empty() && !held[1].second);
    // A step of anybody writes it too.
    let fund = council();
    drop(conducted(&fund));
    let goes = Attend {
        handle: Some("m11".into()),
        out: true,
        at: None,
    };
    fund.does("lise", &goes);
    assert_eq!(void(&fund), Some(Void::Lost));
}

#[test]
fn m15_another_who_chairs_calls_it_off_and_the_key_is_forgotten() {
    let fund = council();
    let mut session = conducted(&fund);
    session.news().unwrap();
    votes(&fund, "kari", Some("ola"));
    assert_eq!(
        fund.refused("nils", &CallOffElection { election: None }),
        "denied-not-the-chair"
    );
    fund.does("lise", &CallOffElection { election: None });
    assert_eq!(void(&fund), Some(Void::CalledOff));
    session.news().unwrap();
    assert!(!session.conducts_an_election());
    assert_eq!(fund.refused("kari", &ballot(None)), "election-not-open");
}

#[test]
fn m15_what_is_only_tried_leaves_no_key_no_ballot_and_nothing_in_the_log() {
    let fund = council();
    let mut session = fund.session("lise").unwrap();
    session.rehearse(&opening()).unwrap();
    assert!(!session.conducts_an_election());
    let unknown = OpenElection {
        candidates: Vec::new(),
        ..opening()
    };
    assert!(matches!(session.perform(&unknown), Err(OpError::Refused(_))));
    assert!(!session.conducts_an_election());
    session.perform(&opening()).unwrap();
    let mut voter = fund.session("kari").unwrap();
    voter.rehearse(&ballot(Some("ola"))).unwrap();
    assert_eq!(turnout(&fund), (0, 11));
    voter.perform(&ballot(Some("ola"))).unwrap();
    // What is shown to the voter alone is in neither the log nor what is printed when a step is told of.
    let step = format!("{:?}", ballot(Some("ola")));
    assert!(!step.contains("ola"), "{step}");
    session.rehearse(&CloseElection { election: None }).unwrap();
    assert!(session.conducts_an_election() && turnout(&fund) == (1, 11));
}

#[test]
fn m15_it_is_refused_for_the_room_without_a_place_and_for_who_is_no_candidate() {
    let fund = electing();
    let for_another = Elect {
        handle: Some("m5".into()),
        ..ballot(None)
    };
    assert_eq!(fund.refused("lise", &for_another), "ballot-by-oneself");
    assert_eq!(fund.refused("sofie", &for_another), "ballot-by-oneself");
    assert_eq!(fund.refused("kari", &ballot(Some("m5"))), "not-a-candidate");
    assert_eq!(fund.refused("sofie", &ballot(None)), "denied-role");
    let another = Elect {
        election: Some(9),
        ..ballot(None)
    };
    assert_eq!(fund.refused("kari", &another), "vote-is-another");
}

#[test]
fn m15_who_asks_gets_a_secret_election_also_the_second_time_and_the_lot_is_drawn_in_it() {
    let fund = council();
    let open = OpenElection {
        secret: false,
        ..opening()
    };
    fund.does("lise", &open);
    assert_eq!(fund.does("m7", &AskForSecrecy).done, "done-secrecy-asked-anew");
    assert_eq!(void(&fund), Some(Void::SecrecyAsked));
    assert_eq!(fund.refused("lise", &open), "election-must-be-secret");
    let hold = || {
        fund.does("lise", &opening());
        for (who, choice) in SEATED[..6].iter().zip(["kari", "ola"].iter().cycle()) {
            votes(&fund, who, Some(choice));
        }
        fund.does("lise", &CloseElection { election: None })
    };
    assert_eq!(hold().made["elected"], serde_json::Value::Null);
    let second = hold();
    let lot: u64 = second.made["lot"].as_str().unwrap().parse().unwrap();
    assert_eq!(second.made["elected"], ["kari", "ola"][usize::from(lot % 2 == 1)]);
    let held = meeting(&fund, "odd").elections;
    assert!(held[2].second && held[2].ballots.len() == 6);
    // M1: too few have voted.
    let fund = electing();
    votes(&fund, "kari", None);
    assert_eq!(
        fund.does("lise", &CloseElection { election: None }).done,
        "done-election-no-quorum"
    );
}

#[test]
fn m15_check_names_a_count_that_is_not_that_of_its_ballots() {
    let fund = electing();
    for who in &SEATED[..6] {
        votes(&fund, who, Some("kari"));
    }
    fund.does("lise", &CloseElection { election: None });
    let found = |fund: &Fund| {
        let store = Store::open(&fund.path(), At(DAY).now()).unwrap();
        store.read(|read| read.findings()).unwrap()
    };
    assert_eq!(found(&fund), []);
    let ballots: Vec<OpenedBallot> = meeting(&fund, "odd").elections[0].ballots.clone();
    let one = serde_json::to_string(&ballots[0]).unwrap();
    let other = one.replace("kari", "ola");
    let raw = fund.raw();
    raw.execute_batch("DROP TRIGGER meeting_entries_stand").unwrap();
    raw.execute(
        "UPDATE meeting_entries SET body = replace(body, ?1, ?2) WHERE kind = 'election_closed'",
        [&one, &other],
    )
    .unwrap();
    let finding = Finding::Ballots {
        meeting: "1/2018".parse().unwrap(),
        election: 1,
    };
    assert!(found(&fund).contains(&finding), "{:?}", found(&fund));
}
