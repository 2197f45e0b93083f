//! A secret election whose conductor is a process of its own (M15): it is closed there, called off there, or lost with it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};

use kommit::usecases::Watch;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value as Json, json};

use crate::meeting::{Council, SEATED, refused};
use crate::place::{Place, Printed};
use crate::roles_over_ssh::Line;

const OPEN: &str = "election open --office Redaktør --candidate m3,m4 --secret";

/// All eleven are there, and an election is on the table.
fn council() -> Council {
    let council = Council::new();
    council.does("sekretariat", "meeting plan --on 2018-02-01 --place Oslo");
    council.does("sekretariat", "item add --election Redaktør");
    council.does("sekretariat", "meeting call --reason Haster");
    council.does("leder", "meeting open");
    council.does("sekretariat", "attend in --all");
    council.does("leder", "meeting next");
    council
}

/// A process that conducts the election.
struct Conductor {
    child: Child,
    err: BufReader<ChildStderr>,
    /// What it has said on standard error.
    said: Vec<String>,
}

impl Conductor {
    fn begin(council: &Council) -> Conductor {
        Conductor::of(council.command("leder", OPEN, &[]))
    }

    fn of(mut command: Command) -> Conductor {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let err = BufReader::new(child.stderr.take().unwrap());
        let mut conductor = Conductor {
            child,
            err,
            said: Vec::new(),
        };
        conductor.waits_for("0 av 11 har stemt");
        conductor
    }

    /// Reads until it has said something.
    #[track_caller]
    fn waits_for(&mut self, text: &str) {
        loop {
            let mut line = String::new();
            self.err.read_line(&mut line).unwrap();
            assert!(!line.is_empty(), "{:?}", self.said);
            let found = line.contains(text);
            self.said.push(line);
            if found {
                return;
            }
        }
    }

    /// What came of it.
    fn ends(mut self) -> (Printed, Vec<String>) {
        drop(self.child.stdin.take());
        let mut rest = String::new();
        self.err.read_to_string(&mut rest).unwrap();
        self.said.extend(rest.lines().map(str::to_owned));
        (self.child.wait_with_output().unwrap().into(), self.said)
    }

    fn types_enter(&mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    }

    fn hears(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }
}

fn open_election(council: &Council, viewer: &str) -> Json {
    council.does(viewer, "meeting show")["election"].clone()
}

/// Why the last election came to nothing.
fn void(council: &Council) -> Json {
    council.does("gjest", "meeting show")["void_election"]["why"].clone()
}

fn votes(council: &Council, who: &str, choice: &str) -> String {
    let made = council.does(who, &format!("election cast {choice}"));
    made["receipt"].as_str().unwrap().to_owned()
}

/// What a command says that is sent this on standard input.
fn told(mut command: Command, line: &str) -> Printed {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

/// Whether a text stands in a file of the place, the fund's and what is beside it and copies of it.
fn stands_in(council: &Council, text: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![council.place.path().to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if memchr::memmem::find(&fs::read(&path).unwrap(), text.as_bytes()).is_some() {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn m15_the_process_that_opened_it_tells_how_many_have_voted_and_closes_it_at_a_line() {
    let council = council();
    let mut conductor = Conductor::begin(&council);
    let mut receipts = Vec::new();
    let choices = ["m3", "m4", "--blank", "m3", "m3", "m3"];
    for (number, (who, choice)) in SEATED.iter().zip(choices).enumerate() {
        receipts.push((votes(&council, who, choice), choice));
        conductor.waits_for(&format!("{} av 11 har stemt", number + 1));
        let open = open_election(&council, "sekretariat");
        assert_eq!(
            (&open["cast"], &open["not_voted"]),
            (&json!(number + 1), &Json::Null)
        );
        let copy = council.place.path().join(format!("copy-{number}.db"));
        council.does("", &format!("backup {}", copy.display()));
        for (receipt, _) in &receipts {
            assert_eq!(stands_in(&council, receipt), Vec::<PathBuf>::new());
        }
    }
    assert_eq!(
        council.refuses("leder", "election cast m4"),
        refused(4, "ballot-is-final")
    );
    assert_eq!(
        council.refuses("sekretariat", "election cast m4 --for m9"),
        refused(4, "ballot-by-oneself")
    );
    assert_eq!(
        council.refuses("leder", "election close"),
        refused(4, "election-elsewhere")
    );
    let rows = council.does("sekretariat", "audit");
    let rows = rows["items"].as_array().unwrap();
    let cast = rows.iter().filter(|row| row["action"] == "election.cast");
    assert!(cast.clone().count() == 6 && cast.clone().all(|row| row["actor"] == "–"));
    conductor.types_enter();
    let (printed, said) = conductor.ends();
    assert_eq!((printed.code, &printed.json()["elected"]), (0, &json!("m3")));
    let names = ["m3", "m4", "leder"];
    let told = said
        .iter()
        .filter(|line| names.iter().any(|name| line.contains(name)));
    assert_eq!(told.count(), 0, "{said:?}");
    let ballots = council.does("gjest", "meeting show")["ballots"].clone();
    for (receipt, choice) in &receipts {
        let own = ballots.as_array().unwrap().iter();
        let own = own.clone().find(|ballot| ballot["receipt"] == receipt.as_str());
        let chosen = (*choice != "--blank").then_some(*choice);
        assert_eq!(own.unwrap()["choice"], json!(chosen));
    }
    assert_eq!(council.does("", "check")["ok"], true);
}

#[test]
fn m15_who_is_interrupted_calls_it_off_and_so_does_an_input_that_ends() {
    for signal in [Some(Signal::INT), Some(Signal::TERM), Some(Signal::HUP), None] {
        let council = council();
        let conductor = Conductor::begin(&council);
        votes(&council, "m3", "m4");
        if let Some(signal) = signal {
            conductor.hears(signal);
        }
        let (printed, _) = conductor.ends();
        assert_eq!(printed.code, 5, "{signal:?}: {printed:?}");
        assert_eq!(void(&council), "called_off");
        assert_eq!(
            council.refuses("m5", "election cast m3"),
            refused(4, "election-not-open")
        );
    }
}

#[test]
fn m15_a_conductor_that_is_killed_takes_the_election_with_it_and_everybody_is_told() {
    for voters in [0, 1, 6, 11] {
        let council = council();
        let mut conductor = Conductor::begin(&council);
        let watch = Watch::on(&council.place.db()).unwrap();
        for who in &SEATED[..voters] {
            votes(&council, who, "m3");
        }
        while watch.take().is_some() {}
        conductor.child.kill().unwrap();
        conductor.child.wait().unwrap();
        // Whoever waits for news is woken by its end alone.
        assert!(watch.take().is_some(), "{voters}");
        assert_eq!(void(&council), "lost");
        let after = council.refuses("leder", "election close");
        assert_eq!(after, refused(4, "election-not-open"));
        let mut conductor = Conductor::begin(&council);
        for who in &SEATED[..6] {
            votes(&council, who, "m4");
        }
        conductor.types_enter();
        let (printed, _) = conductor.ends();
        assert_eq!(printed.json()["elected"], "m4");
        assert_eq!(council.does("", "check")["ok"], true);
    }
}

#[test]
fn m15_a_choice_may_come_on_the_line_where_no_history_keeps_it() {
    let council = council();
    let mut conductor = Conductor::begin(&council);
    let cast = |who: &str, line: &str| told(council.command(who, "election cast -", &[]), line);
    assert_eq!(cast("m5", "m3\n").code, 0);
    assert_eq!(cast("m6", "--blank\n").code, 0);
    assert_eq!(cast("m7", "").refusal(), refused(4, "not-a-candidate"));
    conductor.waits_for("2 av 11");
    conductor.types_enter();
    assert_eq!(conductor.ends().0.code, 0);
    let ballots = council.does("gjest", "meeting show")["ballots"].clone();
    let choices = ballots.as_array().unwrap().iter();
    let mut choices: Vec<&Json> = choices.map(|ballot| &ballot["choice"]).collect();
    choices.sort_by_key(|choice| choice.is_null());
    assert_eq!(choices, [&json!("m3"), &Json::Null]);
}

#[test]
fn m15_who_asks_gets_a_secret_election_and_another_who_chairs_may_call_it_off() {
    let council = council();
    let open = OPEN.replace(" --secret", "");
    council.does("leder", &open);
    assert_eq!(
        council.refuses("ks", "election secret"),
        refused(3, "denied-role")
    );
    council.does("m9", "election secret");
    assert_eq!(void(&council), "secrecy_asked");
    assert_eq!(
        council.refuses("leder", &open),
        refused(4, "election-must-be-secret")
    );
    let conductor = Conductor::begin(&council);
    assert_eq!(
        council.refuses("m3", "election cancel"),
        refused(3, "denied-not-the-chair")
    );
    council.does("leder", "election cancel");
    let mut conductor = conductor;
    let ended = conductor.child.wait().unwrap();
    assert_eq!(ended.code(), Some(5));
    assert_eq!(void(&council), "called_off");
}

#[test]
fn m15_it_is_conducted_and_voted_in_over_ssh_and_lost_with_the_line() {
    let place = Place::demo();
    let handles = [
        "leder",
        "nestleder",
        "oslo",
        "bergen",
        "trondheim",
        "tromso",
        "sekretariat",
    ];
    let lines: Vec<Line> = (1..)
        .zip(handles)
        .map(|(seed, who)| Line::of(&place, who, seed))
        .collect();
    let done = |line: &Line, asked: &str| {
        let said = line.asks(&format!("{asked} --json"));
        assert_eq!(said.code, 0, "{asked}: {said:?}");
        said.json()
    };
    let (leader, secretariat) = (&lines[0], &lines[6]);
    done(secretariat, "item add --election Redaktør");
    done(leader, "meeting open");
    done(leader, "attend in --all");
    let shown = done(leader, "meeting show");
    let item = shown["items"].as_array().unwrap().last().unwrap()["number"].clone();
    done(leader, &format!("meeting next {item}"));
    let open = leader.command("election open --office Redaktør --candidate oslo,bergen --secret --json");
    // The line is cut.
    let (cut, _) = Conductor::of(open).ends();
    assert_eq!(cut.code, 5);
    let open = leader.command("election open --office Redaktør --candidate oslo,bergen --secret --json");
    let mut conductor = Conductor::of(open);
    for line in &lines[..6] {
        let said = told(line.command("election cast - --json"), "bergen\n");
        assert!(said.json()["receipt"].is_string(), "{said:?}");
    }
    conductor.waits_for("6 av 11");
    conductor.types_enter();
    let (printed, _) = conductor.ends();
    assert_eq!(printed.json()["elected"], "bergen");
}
