//! Copies for safekeeping: taken while eleven write, complete where a plain copy of the file isn't, and put back only where
//! nothing that somebody has done can undo them or be lost.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::thread;

use rusqlite::Connection;
use serde_json::Value as Json;

use crate::place::{Place, Printed};

fn refused(code: i32, name: &str) -> (i32, String) {
    (code, name.to_owned())
}

/// `ROW:HASH` of where a log stood.
fn anchor(log: &Json) -> String {
    format!("{}:{}", log["row"], log["hash"].as_str().unwrap())
}

/// A command that must succeed, with where the log stood.
#[track_caller]
pub fn done(place: &Place, who: &str, args: &[&str]) -> Json {
    let said = place.says(who, &[args, &["--json"]].concat());
    assert_eq!(said.code, 0, "{args:?}: {said:?}");
    said.json()
}

#[track_caller]
pub fn backed_up(place: &Place, name: &str) -> (String, Json) {
    let file = place.path().join(name).display().to_string();
    let made = done(place, "", &["backup", &file]);
    (file, made)
}

/// Where the log of the fund in a file stands, if the file is sound.
#[track_caller]
fn head(place: &Place, file: &str) -> String {
    let checked = done(place, "", &["check", "--db", file]);
    assert_eq!(checked["ok"], true, "{checked}");
    let chain = done(place, "", &["audit", "verify", "--db", file]);
    format!("{}:{}", chain["rows"], chain["head"].as_str().unwrap())
}

fn beside(place: &Place, end: &str) -> PathBuf {
    format!("{}{end}", place.db().display()).into()
}

fn names(place: &Place) -> Vec<String> {
    let entries = fs::read_dir(place.path()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("fund.db")).collect();
    names.sort();
    names
}

#[test]
fn a_backup_taken_while_eleven_write_is_sound_and_holds_every_write_that_was_done_before_it() {
    let place = Place::new();
    let writers = |place: &Place| {
        for _ in 0..3 {
            done(place, "sofie", &["ks", "pay", "--amount", "1"]);
        }
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..11).map(|_| scope.spawn(|| writers(&place))).collect();
        for number in 0..4 {
            let before = done(&place, "sofie", &["ks", "pay", "--amount", "2"])["log"]["row"].as_i64();
            let (file, made) = backed_up(&place, &format!("copy-{number}.db"));
            assert_eq!(made["ok"], true, "{made}");
            assert!(made["log"]["row"].as_i64() >= before, "{made}");
            assert_eq!(head(&place, &file), anchor(&made["log"]));
            // The fund goes on from where the copy is.
            done(
                &place,
                "",
                &["audit", "verify", "--expect", &anchor(&made["log"])],
            );
            let mode = fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        for writer in running {
            writer.join().unwrap();
        }
    });
    // 33 of one krone, 4 of two.
    assert_eq!(place.does("", &["capital"])["bank_ore"], 4_100);
    assert!(
        names(&place).iter().all(|name| !name.ends_with(".new")),
        "{:?}",
        names(&place)
    );
}

#[test]
fn a_plain_copy_of_an_open_fund_is_short_and_a_backup_or_a_restore_with_its_log_of_writes_is_not() {
    let place = Place::new();
    let open = Connection::open(place.db()).unwrap();
    open.query_row("SELECT count(*) FROM fund", [], |_| Ok(()))
        .unwrap();
    let written = anchor(&done(&place, "sofie", &["ks", "pay", "--amount", "7"])["log"]);
    let short = place.copy();
    assert_ne!(head(&short, short.db().to_str().unwrap()), written);
    let (file, made) = backed_up(&place, "copy.db");
    assert_eq!(
        (anchor(&made["log"]), head(&place, &file)),
        (written.clone(), written.clone())
    );
    // What `cp fund.db*` gives, with and without the file that SQLite can do without.
    for ends in [&["", "-wal"][..], &["", "-wal", "-shm"]] {
        let other = Place::empty();
        let from = other.path().join("from.db").display().to_string();
        for end in ends {
            fs::copy(beside(&place, end), format!("{from}{end}")).unwrap();
        }
        let before: Vec<_> = ends
            .iter()
            .map(|end| fs::read(format!("{from}{end}")).unwrap())
            .collect();
        let restored = done(&other, "", &["restore", &from]);
        assert_eq!(anchor(&restored["log"]), written, "{ends:?}");
        assert_eq!(head(&other, other.db().to_str().unwrap()), written);
        // The backup is as it was.
        let after = ends.iter().map(|end| fs::read(format!("{from}{end}")).unwrap());
        assert!(
            before
                .into_iter()
                .zip(after)
                .take(2)
                .all(|(before, after)| before == after)
        );
    }
    // Also of a fund that somebody has open and writes to.
    let other = Place::empty();
    let from = place.db().display().to_string();
    assert_eq!(anchor(&done(&other, "", &["restore", &from])["log"]), written);
}

#[test]
fn a_backup_is_put_back_and_what_stood_there_is_kept_beside_it() {
    let place = Place::new();
    let (file, made) = backed_up(&place, "copy.db");
    let later = anchor(&done(&place, "sofie", &["ks", "pay", "--amount", "7"])["log"]);
    let restored = done(&place, "", &["restore", &file]);
    assert_eq!(
        (&restored["restored"], &restored["ok"]),
        (&true.into(), &true.into())
    );
    assert_eq!(restored["log"], made["log"]);
    let now = head(&place, place.db().to_str().unwrap());
    assert_eq!(now, anchor(&made["log"]));
    let kept = restored["kept"].as_str().unwrap();
    assert_eq!(head(&place, kept), later);
    // A later anchor shows that the fund was set back, by either command.
    let set_back = |args: &[&str]| {
        let said = place.says("", args);
        (said.code, said.out.contains("eldre utgave"))
    };
    assert_eq!(set_back(&["check", "--expect", &later]), (1, true));
    assert_eq!(set_back(&["audit", "verify", "--expect", &later]), (1, true));
    let told = done(&place, "", &["check", "--expect", &now]);
    assert_eq!(
        (&told["ok"], &told["expected"]["row"]),
        (&true.into(), &made["log"]["row"])
    );
    let set_back = place.says("", &["check", "--expect", &later, "--json"]);
    assert_eq!((set_back.code, &set_back.json()["ok"]), (1, &false.into()));
    // And on from there, twice within a second.
    done(&place, "sofie", &["ks", "pay", "--amount", "8"]);
    let again = done(&place, "", &["restore", kept]);
    assert_ne!(again["kept"], restored["kept"]);
    assert_eq!(place.does("", &["capital"])["bank_ore"], 700);
    // In words.
    let said = place.says("", &["restore", &file]);
    for told in [
        "er nå sikkerhetskopien fra",
        "Det som lå der før",
        "Alt stemmer",
        "Siste linje i loggen: ",
    ] {
        assert!(said.out.contains(told), "{said:?}");
    }
    let said = place.says("", &["backup", place.path().join("b.db").to_str().unwrap()]);
    assert!(
        said.out.contains("åpnet og kontrollert") && said.out.contains("Siste linje i loggen: "),
        "{said:?}"
    );
}

#[test]
fn nothing_is_put_back_under_somebody_who_has_the_fund_open() {
    let place = Place::new();
    let (file, _) = backed_up(&place, "copy.db");
    done(&place, "sofie", &["ks", "pay", "--amount", "7"]);
    let open = Connection::open(place.db()).unwrap();
    open.query_row("SELECT count(*) FROM fund", [], |_| Ok(()))
        .unwrap();
    let before = names(&place);
    assert_eq!(place.refuses("", &["restore", &file]), refused(5, "fund-in-use"));
    assert_eq!(names(&place), before);
    drop(open);
    done(&place, "", &["restore", &file]);
    assert_eq!(place.does("", &["capital"])["bank_ore"], 0);
}

#[test]
fn nothing_is_put_back_beside_a_log_of_writes_that_would_undo_it() {
    let place = Place::new();
    let (file, made) = backed_up(&place, "copy.db");
    let open = Connection::open(place.db()).unwrap();
    open.query_row("SELECT count(*) FROM fund", [], |_| Ok(()))
        .unwrap();
    let written = anchor(&done(&place, "sofie", &["ks", "pay", "--amount", "7"])["log"]);
    // As it lies when everybody who had it open was killed.
    let killed = Place::empty();
    for end in ["", "-wal", "-shm"] {
        fs::copy(beside(&place, end), beside(&killed, end)).unwrap();
    }
    assert_eq!(
        killed.refuses("", &["restore", &file]),
        refused(4, "fund-log-left")
    );
    assert_eq!(head(&killed, killed.db().to_str().unwrap()), written);
    let restored = done(&killed, "", &["restore", &file]);
    assert_eq!(restored["log"], made["log"]);
    assert_eq!(head(&killed, restored["kept"].as_str().unwrap()), written);
    // Nor where the file itself is gone; and what holds nothing is in nobody's way.
    let gone = Place::empty();
    fs::copy(beside(&place, "-wal"), beside(&gone, "-wal")).unwrap();
    assert_eq!(gone.refuses("", &["restore", &file]), refused(4, "fund-log-left"));
    assert!(!gone.db().exists());
    fs::write(beside(&gone, "-wal"), "").unwrap();
    fs::copy(beside(&place, "-shm"), beside(&gone, "-shm")).unwrap();
    let restored = done(&gone, "", &["restore", &file]);
    assert_eq!(restored.get("kept"), None);
    assert_eq!(names(&gone), ["fund.db"]);
    assert_eq!(head(&gone, gone.db().to_str().unwrap()), anchor(&made["log"]));
}

#[test]
fn a_file_that_cannot_be_opened_any_more_is_replaced_and_says_how() {
    let place = Place::new();
    let (file, made) = backed_up(&place, "copy.db");
    for destroyed in [&b"This was a fund."[..], b""] {
        fs::write(place.db(), destroyed).unwrap();
        let restored = done(&place, "", &["restore", &file]);
        assert_eq!(restored["log"], made["log"]);
        assert_eq!(fs::read(restored["kept"].as_str().unwrap()).unwrap(), destroyed);
    }
    // In the middle: every page but the first.
    let mut bytes = fs::read(place.db()).unwrap();
    bytes[4096..].fill(7);
    fs::write(place.db(), bytes).unwrap();
    let said = place.says("", &["capital"]);
    assert!(
        said.code == 1 && said.err.contains("kommit restore FIL"),
        "{said:?}"
    );
    done(&place, "", &["restore", &file]);
    place.does("", &["check"]);
}

#[test]
fn a_backup_that_something_is_wrong_with_is_named_and_put_back_only_by_who_insists() {
    let place = Place::with_halden_paid();
    let (file, _) = backed_up(&place, "copy.db");
    let alter = "DROP TRIGGER postings_stand; UPDATE postings SET amount_ore = 1 WHERE amount_ore > 0";
    Connection::open(&file).unwrap().execute_batch(alter).unwrap();
    let before = fs::read(place.db()).unwrap();
    let said: Printed = place.says("", &["restore", &file, "--json"]);
    let told = said.json();
    assert_eq!(
        (said.code, &told["restored"], &told["ok"]),
        (1, &false.into(), &false.into())
    );
    assert!(!told["findings"].as_array().unwrap().is_empty());
    let said = place.says("", &["restore", &file]);
    assert!(
        said.code == 1 && said.out.contains("ikke lagt tilbake") && said.out.contains("postings"),
        "{said:?}"
    );
    assert!(fs::read(place.db()).unwrap() == before && names(&place) == ["fund.db"]);
    let told = done(&place, "", &["restore", &file, "--anyway"]);
    assert_eq!((&told["restored"], &told["ok"]), (&true.into(), &false.into()));
    // A fund that is no better is copied all the same, and said.
    let copy = place.path().join("second.db");
    let said = place.says("", &["backup", copy.to_str().unwrap(), "--json"]);
    assert_eq!((said.code, &said.json()["ok"]), (1, &false.into()));
    assert!(copy.is_file());
}

#[test]
fn only_the_owner_of_the_file_takes_and_puts_back_a_backup_and_neither_overwrites_what_it_should_not() {
    let place = Place::new();
    let (file, _) = backed_up(&place, "copy.db");
    let other = place.path().join("other.db").display().to_string();
    for who in ["kari", "lise", "sofie", "karl"] {
        assert_eq!(
            place.refuses(who, &["backup", &other]),
            refused(3, "denied-role"),
            "{who}"
        );
        assert_eq!(
            place.refuses(who, &["restore", &file]),
            refused(3, "denied-role"),
            "{who}"
        );
    }
    assert!(!Path::new(&other).exists());
    assert_eq!(place.refuses("", &["backup", &file]), refused(4, "fund-exists"));
    let nowhere = place.path().join("no/where.db");
    let nowhere = nowhere.to_str().unwrap();
    assert_eq!(
        place.refuses("", &["backup", nowhere]),
        refused(4, "folder-missing")
    );
    assert_eq!(
        place.refuses("", &["restore", &file, "--db", nowhere]),
        refused(4, "folder-missing")
    );
    assert_eq!(
        place.refuses("", &["restore", nowhere]),
        refused(4, "fund-missing")
    );
    let letter = place.file("letter.txt", "Kjære KS");
    assert_eq!(
        place.refuses("", &["restore", &letter]),
        refused(4, "fund-foreign")
    );
    let own = place.db().display().to_string();
    assert_eq!(
        place.refuses("", &["restore", &own]),
        refused(4, "backup-of-itself")
    );
    // A real fund isn't replaced by a demo, nor by one of a newer program.
    let demo = Place::demo();
    let demo_file = demo.db().display().to_string();
    assert_eq!(
        place.refuses("", &["restore", &demo_file]),
        refused(4, "backup-of-a-demo")
    );
    Connection::open(&file)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    assert_eq!(place.refuses("", &["restore", &file]), refused(4, "fund-newer"));
    assert_eq!(names(&place), ["fund.db"]);
    assert_eq!(place.does("", &["check"])["ok"], true);
}
