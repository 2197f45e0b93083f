//! What an upgrade fills in from what the file says, and tells in its row of the log.

use jiff::civil::date;

use super::*;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::{Choice, Entry, Event, Form, ItemId, ItemKind, Question, Tally};

/// A sealed file of an earlier version: six members, two proposals, and a meeting with the entries that are given.
fn with_a_meeting(path: &Path, version: usize, events: &[Event]) -> Connection {
    let old = Connection::open(path).unwrap();
    migrations::run_to(&old, version);
    old.execute("INSERT INTO fund VALUES (1, ?1, 0)", [scheme()])
        .unwrap();
    old.execute_batch(
        "INSERT INTO members (handle, name, roles) VALUES ('a', 'A', 'member'), ('b', 'B', 'member'), ('c', 'C', 'member'),
           ('d', 'D', 'member'), ('e', 'E', 'member'), ('f', 'F', 'member');
         INSERT INTO proposals (ref, title, summary, applicant, benefit, cost_ore, applied_ore, price_model, stage)
           VALUES ('2018-01', 'Innsyn', '', 'ks', 'both', 100, 100, 'shared', 'ranked'),
                  ('2018-02', 'Kart', '', 'ks', 'both', 100, 100, 'shared', 'ranked');
         INSERT INTO meetings VALUES (1, 2018, 1)",
    )
    .unwrap();
    let planned = Event::Planned {
        key: "1/2018".parse().unwrap(),
        held_on: date(2018, 2, 1),
        starts: None,
        place: String::new(),
        form: Form::Room,
    };
    for (number, event) in (1..).zip(std::iter::once(&planned).chain(events)) {
        let entry = Entry {
            at: date(2018, 2, 1).at(10, number, 0, 0),
            by: "a".into(),
            event: event.clone(),
        };
        let kind: &'static str = event.into();
        let body = serde_json::to_string(&entry).unwrap();
        let sql = "INSERT INTO meeting_entries VALUES (1, ?1, ?2, ?3)";
        old.execute(sql, (i64::from(number), kind, body)).unwrap();
    }
    let everything = seal::everything(&old).unwrap();
    audit::append(&old, &new(LogAction::FundCreate), everything).unwrap();
    old
}

fn tally(item: ItemId, seats: usize, sides: [usize; 2], chair: Option<Choice>) -> Tally {
    let [votes_for, votes_against] = sides.map(|count| (0..count).map(|voter| voter.to_string()).collect());
    Tally {
        item,
        seats,
        entitled: Vec::new(),
        votes_for,
        votes_against,
        not_voted: Vec::new(),
        chair,
        decided_by: None,
    }
}

#[test]
fn m5_what_votes_decided_on_conflicts_before_judgements_were_kept_is_filled_in_by_the_rule_of_a_vote() {
    let about = |reference: &str| ItemKind::Proposal {
        reference: reference.parse().unwrap(),
    };
    let kinds = [about("2018-01"), about("2018-02"), ItemKind::Free];
    let mut events: Vec<Event> = (1..)
        .zip(kinds)
        .map(|(item, kind)| Event::ItemAdded {
            item,
            kind,
            title: "Sak".into(),
            internal: false,
            proposed: None,
            number: None,
            objections: Vec::new(),
        })
        .collect();
    let votes = [
        ("a", tally(1, 11, [4, 3], None)),
        ("b", tally(1, 11, [2, 5], None)),
        ("c", tally(1, 11, [3, 2], None)),
        ("d", tally(1, 11, [3, 3], Some(Choice::For))),
        ("e", tally(1, 11, [3, 3], Some(Choice::Against))),
        ("f", tally(1, 10, [2, 3], None)),
        ("a", tally(2, 11, [7, 0], None)),
        ("a", tally(2, 11, [0, 7], None)),
        ("b", tally(3, 11, [7, 0], None)),
    ];
    for (vote, (handle, tally)) in (1..).zip(&votes) {
        let (item, handle) = (tally.item, (*handle).to_owned());
        let question = Question::Conflict { item, handle };
        let tallies = vec![tally.clone()];
        events.extend([
            Event::VoteOpened { vote, question },
            Event::VoteClosed { vote, tallies },
        ]);
    }
    let decided: Vec<_> = votes
        .iter()
        .filter(|(_, tally)| tally.item < 3)
        .filter_map(|(handle, tally)| {
            let upheld = Judgement::of(tally.result())? == Judgement::Upheld;
            Some((
                format!("2018-0{}", tally.item),
                (*handle).to_owned(),
                upheld,
                tally.item,
            ))
        })
        .collect();
    assert_eq!(decided.len(), 7);
    let kept = |store: &Store| {
        let sql = "SELECT ref, handle, upheld, item FROM conflict_judgements ORDER BY id";
        let mut statement = store.connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
        let rows: rusqlite::Result<Vec<(String, String, bool, ItemId)>> = rows.unwrap().collect();
        rows.unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    let at: Timestamp = AT.parse().unwrap();
    for version in [9, 11] {
        let path = folder.path().join(format!("{version}.db"));
        drop(with_a_meeting(&path, version, &events));
        let store = Store::open(&path, at).unwrap();
        assert_eq!(kept(&store), decided, "from {version}");
        assert_eq!(found(&store), []);
    }
    // What was declared after it had been rejected, or on that day, stands; who is in conflict all the same stays so.
    for (day, left) in [("2018-01-31", 7), ("2018-02-01", 5), ("2018-03-01", 5)] {
        let path = folder.path().join(format!("{day}.db"));
        let old = with_a_meeting(&path, 9, &events);
        for (reference, handle) in [("2018-01", "b"), ("2018-02", "a"), ("2018-01", "c")] {
            let sql = "INSERT INTO conflicts VALUES (?1, ?2, 'partner', ?3, 1)";
            old.execute(sql, (reference, handle, day)).unwrap();
        }
        let everything = seal::everything(&old).unwrap();
        audit::append(&old, &new(LogAction::ConflictDeclare), everything).unwrap();
        drop(old);
        assert_eq!(
            kept(&Store::open(&path, at).unwrap()).len(),
            left,
            "declared on {day}"
        );
    }
    // A later vote has been judged already, and counts.
    let path = folder.path().join("later.db");
    let old = with_a_meeting(&path, 11, &events);
    let later = "INSERT INTO conflict_judgements (ref, handle, upheld, meeting, item) VALUES ('2018-01', 'b', 1, 1, 1)";
    old.execute_batch(later).unwrap();
    let everything = seal::everything(&old).unwrap();
    audit::append(&old, &new(LogAction::ProposalSave), everything).unwrap();
    drop(old);
    let judged = kept(&Store::open(&path, at).unwrap());
    let of_b: Vec<bool> = judged
        .iter()
        .filter(|row| row.1 == "b")
        .map(|row| row.2)
        .collect();
    assert_eq!((judged.len(), of_b), (7, vec![true]));
}

#[test]
fn m11_who_has_no_seat_because_the_scheme_has_fewer_is_named_by_the_row_of_the_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    let upgraded = |more: usize| {
        let path = folder.path().join(format!("{more}.db"));
        let old = unsealed(&path);
        for member in 1..=more {
            let sql = "INSERT INTO members (handle, name, roles) VALUES (?1, ?1, ?2)";
            let roles = if member == more { "chair" } else { "member" };
            old.execute(sql, (format!("m{member}"), roles)).unwrap();
        }
        drop(old);
        let store = Store::open(&path, AT.parse().unwrap()).unwrap();
        let row = store.read(|read| read.audit(1)).unwrap().remove(0);
        serde_json::from_str::<serde_json::Value>(&row.payload).unwrap()["seatless"].clone()
    };
    // The scheme has eleven seats, kari has one, and the leader is the first.
    assert_eq!(upgraded(10), json!(null));
    assert_eq!(upgraded(13), json!(["m10", "m11", "m12"]));
}
