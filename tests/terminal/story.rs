//! The main job by keys alone, at 80x24, in the real program on a real terminal: from a proposal to a granted
//! project, with a second person at work on the same fund.

use std::path::Path;
use std::process::Command;

use portable_pty::CommandBuilder;
use serde_json::Value;

use crate::demo;
use crate::pty::Pty;

const KOMMIT: &str = env!("CARGO_BIN_EXE_kommit");
const ENTER: &str = "\r";
const SAVE: &str = "\u{13}";

fn open(database: &Path, handle: &str) -> Pty {
    let mut command = CommandBuilder::new(KOMMIT);
    command.args(["--db", &database.display().to_string(), "--as", handle, "demo"]);
    command.env_remove("NO_COLOR");
    Pty::spawn(command, 80, 24)
}

/// What a script gets from the same fund on the demo's date.
fn json(database: &Path, arguments: &[&str]) -> Value {
    let output = Command::new(KOMMIT)
        .args([
            "--db",
            &database.display().to_string(),
            "--today",
            "2018-11-15",
            "--json",
        ])
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stdout)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn ore(capital: &Value, field: &str) -> i64 {
    capital[field].as_i64().expect("whole øre")
}

/// Answers a question with yes: it has to be chosen first.
fn yes(screen: &mut Pty, question: &str) {
    demo::yes(screen, question);
    screen.wait_until_gone(question);
}

#[test]
fn from_a_proposal_to_a_granted_project_by_keys_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("demo.db");

    // The overview names what waits; the list is filtered as one types.
    let mut chair = open(&database, "leder");
    chair.wait_for("Venter på deg").wait_for("demo");
    chair.send("2").wait_for("42 søknader");
    chair
        .send("/")
        .send("vaktbytte")
        .wait_for("1 av 42 søknader")
        .wait_for("2018-14");
    chair
        .send(ENTER)
        .send(ENTER)
        .wait_for("Vaktbytte og bemanning på mobil")
        .wait_for("Neste steg");

    // Scored, and one's own score is seen; nobody else's is.
    chair
        .send("3")
        .wait_for("du har vurdert 6 av 11")
        .wait_for("60 av 112");
    chair.send("n").send(ENTER).wait_for("Din vurdering av 2018-14");
    chair.send("45344").wait_for("Din poengsum: 4,00").send(SAVE);
    yes(&mut chair, "Levere vurderingen av 2018-14?");
    chair
        .wait_for("du har vurdert 7 av 11")
        .wait_for("61 av 112")
        .wait_for("4,00");

    // A second process submits another member's card: the progress moves without a key.
    json(
        &database,
        &[
            "--as",
            "bergen",
            "score",
            "2018-14",
            "--set",
            "benefit=5",
            "uptake=4",
        ],
    );
    chair.wait_for("62 av 112");

    // The reveal, once and for all, and the ranking.
    chair.send("v");
    yes(&mut chair, "Avslutte runde 2018-2 og vise poengene?");
    chair.send("4").wait_for("Runde 2018-2").wait_for("streken");
    let ranking = json(&database, &["--as", "leder", "ranking", "--round", "2018-2"]);
    let first = ranking["items"][0]["ref"]
        .as_str()
        .expect("a reference")
        .to_owned();

    // A proposal is moved in a draft and saved with one reason.
    chair
        .send("J")
        .wait_for("utkast, ikke lagret")
        .send(SAVE)
        .wait_for("Begrunnelse");
    chair
        .send("Bygger på den andre")
        .send(SAVE)
        .wait_until_gone("utkast, ikke lagret");
    let moved = json(&database, &["--as", "leder", "ranking", "--round", "2018-2"]);
    assert_eq!(moved["items"][1]["ref"], first.as_str());
    assert_eq!(moved["items"][1]["computed_place"], 1);
    assert_eq!(moved["items"][1]["moved_reason"], "Bygger på den andre");

    // A what-if mark moves the capital panel, and is never saved.
    let before = panel(&chair);
    chair.send(" ").wait_for("· prøves ·");
    assert_ne!(panel(&chair), before);
    chair.send("u").wait_until_gone("· prøves ·");

    // The owner lets the chair recommend without a vote, and the chair recommends what is applied for.
    let allow = "council.recommend_outside_meeting=true";
    let reason = ["--from", "2018-11-15", "--reason", "Prøve"];
    json(&database, &[&["scheme", "set", allow], &reason[..]].concat());
    let capital = json(&database, &["capital"]);
    // The open session has heard of it when the key is offered.
    chair
        .wait_for("i innstill")
        .send("i")
        .wait_for("Rådets innstilling")
        .send(SAVE);
    yes(&mut chair, "Gi innstilling om");
    chair.wait_for("Rådet innstiller");
    drop(chair);

    // KS decides in a session of its own: free falls by the amount, the bank doesn't.
    let recommended = json(&database, &["proposals", "show", &first]);
    assert_eq!(recommended["stage"], "recommended");
    let mut ks = open(&database, "ks");
    ks.wait_for("Venter på deg")
        .send("2")
        .send("/")
        .send(&first)
        .wait_for("1 av 42")
        .send(ENTER)
        .send(ENTER);
    ks.wait_for("Neste steg")
        .send("v")
        .wait_for("KS’ vedtak om")
        .send(SAVE);
    yes(&mut ks, "Fatte vedtak om");
    ks.wait_for("● tilsagn gitt");
    let after = json(&database, &["capital"]);
    let amount = moved["items"][1]["applied_ore"].as_i64().expect("an amount");
    assert_eq!(ore(&after, "bank_ore"), ore(&capital, "bank_ore"));
    assert_eq!(
        ore(&after, "free_on_hand_ore"),
        ore(&capital, "free_on_hand_ore") - amount
    );
    ks.send("q").wait();
}

/// The lines of the capital panel.
fn panel(screen: &Pty) -> String {
    let screen = screen.screen();
    screen.lines().filter(|line| line.contains("igjen")).collect()
}
