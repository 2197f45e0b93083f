//! Files that aren't a fund, and funds that can't be written.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use rusqlite::Connection;

use crate::place::{Place, Printed};

fn refused(code: i32, name: &str) -> (i32, String) {
    (code, name.to_owned())
}

#[test]
fn a_fund_is_made_once_in_the_data_directory_or_where_it_is_asked_for() {
    let place = Place::empty();
    let run = |args: &[&str]| -> Printed {
        let mut command = place.command("", args);
        command.env_remove("KOMMIT_DB").output().unwrap().into()
    };
    assert_eq!(run(&["capital", "--json"]).refusal(), refused(4, "fund-missing"));
    let said = run(&["init", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let home = place.path().join(".local/share/kommit/kommit.db");
    assert_eq!(said.json()["db"], home.to_str().unwrap());
    assert_eq!(fs::metadata(&home).unwrap().permissions().mode() & 0o777, 0o600);
    let nowhere = place.path().join("no/where.db");
    let said = run(&["init", "--json", "--db", nowhere.to_str().unwrap()]);
    assert_eq!(said.refusal(), refused(4, "folder-missing"));
    assert_eq!(run(&["init", "--json"]).refusal(), refused(4, "fund-exists"));
    let other = place.path().join("other.db");
    let other = other.to_str().unwrap();
    assert_eq!(run(&["init", "--db", other, "--scheme", "blank"]).code, 0);
    assert_eq!(
        run(&["capital", "--json", "--db", other]).json()["state"]["cap_ore"],
        0
    );
}

#[test]
fn a_scheme_is_built_in_or_ones_own_and_its_faults_are_named_by_line() {
    let place = Place::empty();
    assert_eq!(
        place.refuses("", &["init", "--scheme", "nonsense"]),
        refused(4, "scheme-name-unknown")
    );
    assert_eq!(
        place.refuses("", &["init", "--scheme", "no.toml"]),
        refused(4, "file-missing")
    );
    let faulty = place.file("faulty.toml", "name = 5\n");
    assert_eq!(place.refuses("", &["init", "--scheme", &faulty]).0, 4);
    assert!(!place.db().exists());
    let own = include_str!("../../assets/schemes/blank.toml").replace("\"blank\"", "\"vestland\"");
    let own = place.file("own.toml", own);
    assert_eq!(place.does("", &["init", "--scheme", &own])["scheme"], "vestland");
}

#[test]
fn what_isnt_a_fund_is_refused_and_left_as_it_is() {
    let place = Place::empty();
    fs::write(place.db(), "This is a letter.").unwrap();
    assert_eq!(place.refuses("", &["capital"]), refused(4, "fund-foreign"));
    assert_eq!(place.refuses("", &["init"]), refused(4, "fund-foreign"));
    assert_eq!(fs::read_to_string(place.db()).unwrap(), "This is a letter.");

    let place = Place::empty();
    Connection::open(place.db())
        .unwrap()
        .execute_batch("CREATE TABLE a (b)")
        .unwrap();
    assert_eq!(place.refuses("", &["capital"]), refused(4, "fund-foreign"));

    let place = Place::empty();
    fs::write(place.db(), "").unwrap();
    assert_eq!(place.refuses("", &["capital"]), refused(4, "fund-missing"));
    assert_eq!(fs::metadata(place.db()).unwrap().len(), 0);
    place.does("", &["init"]);

    let place = Place::empty();
    fs::create_dir(place.db()).unwrap();
    assert_eq!(place.refuses("", &["capital"]).0, 4);
    assert_eq!(place.refuses("", &["init"]).0, 4);
}

#[test]
fn a_fund_of_a_newer_program_is_refused() {
    let place = Place::new();
    Connection::open(place.db())
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    assert_eq!(place.refuses("", &["capital"]), refused(4, "fund-newer"));
    assert_eq!(place.refuses("", &["init"]), refused(4, "fund-newer"));
}

#[test]
fn a_version_or_a_scheme_that_was_altered_is_named_by_the_check_with_the_row_of_the_log_that_wrote_it() {
    let altered = |sql: &str| {
        let place = Place::with_halden_paid();
        Connection::open(place.db()).unwrap().execute_batch(sql).unwrap();
        let before = fs::read(place.db()).unwrap();
        let said = place.says("", &["check", "--json"]);
        assert_eq!(said.code, 1, "{said:?}");
        let first = said.json()["findings"][0].clone();
        let named = ["kind", "table", "change", "log_row"].map(|field| first[field].to_string());
        // Other commands say where to look, and a member is told no more than they are.
        for (who, args) in [("", &["capital"][..]), ("lise", &["check"])] {
            let said = place.says(who, args);
            assert!(said.code != 0 && said.out.is_empty(), "{said:?}");
            assert!(!said.err.contains("CREATE"), "{said:?}");
        }
        assert!(
            before == fs::read(place.db()).unwrap(),
            "the file is left as it is"
        );
        (named.join(" "), place.says("", &["check"]).out)
    };
    for version in [3, 4, 5, 11, 99] {
        let (named, said) = altered(&format!("PRAGMA user_version = {version}"));
        assert_eq!(named, r#""schema" "pragma" "changed" 1"#);
        assert!(said.contains("(user_version)"), "{said}");
    }
    for scheme in ["replace(scheme, '30', '31')", "'ingen'", "1.5"] {
        let (named, said) = altered(&format!("UPDATE fund SET scheme = {scheme}"));
        assert_eq!(named, r#""row" "fund" "changed" 1"#);
        assert!(
            said.contains("Raden 1 i tabellen fund er endret utenom kommit. Linje 1"),
            "{said}"
        );
    }
    let (named, _) = altered("DELETE FROM fund");
    assert_eq!(named, r#""row" "fund" "removed" 1"#);
    // L: a row of the log that is gone is named first, and what hung on it is one line.
    let place = Place::with_halden_paid();
    Connection::open(place.db())
        .unwrap()
        .execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER audit_stays; DELETE FROM audit WHERE seq = 8")
        .unwrap();
    let said = place.says("", &["check"]).out;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[1], "- Linje 8 i loggen er fjernet utenom kommit.");
    let dangling = lines
        .iter()
        .filter(|line| line.contains("viser til noe som ikke finnes"));
    assert_eq!(dangling.count(), 1, "{said}");
}

#[test]
fn a_file_that_has_been_tampered_with_is_found_out() {
    let place = Place::with_halden_paid();
    let other = Connection::open(place.db()).unwrap();
    other
        .execute_batch(
            "DROP TRIGGER postings_stand; UPDATE postings SET amount_ore = 1 WHERE amount_ore > 0;
                        DROP TRIGGER audit_stands; UPDATE audit SET actor = 'ola' WHERE seq = 2;",
        )
        .unwrap();
    let said = place.says("", &["check", "--json"]);
    assert_eq!((said.code, &said.json()["ok"]), (1, &false.into()));
    let kinds: Vec<String> = said.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["kind"].as_str().unwrap().to_owned())
        .collect();
    assert!(
        kinds.contains(&"unbalanced".to_owned()) && kinds.contains(&"audit".to_owned()),
        "{kinds:?}"
    );
    let said = place.says("kari", &["audit", "verify", "--json"]);
    assert_eq!((said.code, &said.json()["broken_at"]), (1, &2.into()));
}

/// The account that nobody has.
const NOBODY: u32 = 65534;

/// Runs a command as somebody whom file permissions hold back: whoever runs the tests, or nobody for root. The program
/// is copied to where that person may run it.
pub fn held_back(place: &Place, who: &str, args: &[&str]) -> Printed {
    let given = place.command(who, args);
    let program = place.path().join("kommit");
    if !program.exists() {
        // Not by `fs::copy`: what this process has open for writing may be handed to a program that another test starts
        // just then, and what is open for writing can't be run.
        let copied = Command::new("cp").arg(given.get_program()).arg(&program).status();
        assert!(copied.unwrap().success());
    }
    let mut command = Command::new(&program);
    command.args(given.get_args()).env_clear();
    for (name, value) in given.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command.output().unwrap().into()
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Who may do what with a file, and with what SQLite keeps beside it while it is open.
fn modes(place: &Place) -> Vec<u32> {
    let db = place.db();
    let beside = ["", "-wal", "-shm"].map(|end| format!("{}{end}", db.display()));
    let there = beside.iter().filter_map(|path| fs::metadata(path).ok());
    there.map(|file| file.permissions().mode() & 0o777).collect()
}

#[test]
fn a_fund_is_its_owners_alone_at_every_opening_however_its_file_came_to_be() {
    // A file that was there, empty and open to all, as from `: > fund.db`.
    let place = Place::empty();
    place.file("fund.db", "");
    mode(&place.db(), 0o666);
    place.does("", &["init"]);
    assert_eq!(modes(&place), [0o600]);
    // One that was opened to all afterwards, or whose making was cut off, by any command.
    let place = Place::new();
    for args in [&["capital"][..], &["ks", "pay", "--amount", "1"], &["check"]] {
        mode(&place.db(), 0o664);
        let who = if args == ["check"] { "" } else { "sofie" };
        place.does(who, args);
        assert_eq!(modes(&place), [0o600], "{args:?}");
    }
    // With what is beside it, while another has it open.
    let raw = rusqlite::Connection::open(place.db()).unwrap();
    raw.execute_batch("BEGIN; SELECT * FROM fund").unwrap();
    for beside in ["-wal", "-shm"] {
        mode(Path::new(&format!("{}{beside}", place.db().display())), 0o644);
    }
    mode(&place.db(), 0o644);
    place.does("sofie", &["capital"]);
    assert_eq!(modes(&place), [0o600; 3]);
    drop(raw);
    // What the owner may do stays as it is, and a file that is no fund is left alone.
    mode(&place.db(), 0o444);
    let _ = place.says("sofie", &["capital"]);
    assert_eq!(modes(&place), [0o400]);
    let letter = place.file("letter.txt", "Kjære KS");
    mode(Path::new(&letter), 0o644);
    for args in [&["check", "--db", &letter][..], &["init", "--db", &letter]] {
        assert_eq!(place.refuses("", args).0, 4, "{args:?}");
    }
    let kept = fs::metadata(&letter).unwrap().permissions().mode();
    assert_eq!(kept & 0o777, 0o644);
    let empty = place.file("empty.db", "");
    mode(Path::new(&empty), 0o644);
    assert_eq!(place.refuses("", &["check", "--db", &empty]).0, 4);
    let kept = fs::metadata(&empty).unwrap().permissions().mode();
    assert_eq!(kept & 0o777, 0o644);
}

#[test]
fn a_fund_that_can_only_be_read_is_read_and_a_write_is_exit_4() {
    let place = Place::new();
    mode(&place.db(), 0o444);
    mode(place.path(), 0o777);
    let said = held_back(&place, "sofie", &["capital", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let said = held_back(&place, "sofie", &["ks", "pay", "--amount", "1", "--json"]);
    assert_eq!(said.refusal(), refused(4, "database-read-only"));
    mode(place.path(), 0o755);
}

#[test]
fn a_fund_that_could_only_be_read_for_a_while_can_be_written_again() {
    let place = Place::new();
    let _ = held_back(&place, "sofie", &["policy"]);
    mode(place.path(), 0o777);
    if rustix::process::geteuid().is_root() {
        chown(place.db(), Some(NOBODY), Some(NOBODY)).unwrap();
    }
    mode(&place.db(), 0o400);
    let said = held_back(&place, "sofie", &["capital", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    mode(&place.db(), 0o600);
    let said = held_back(&place, "sofie", &["ks", "pay", "--amount", "1", "--json"]);
    assert_eq!(said.code, 0, "{said:?} {:?}", modes(&place));
    mode(place.path(), 0o755);
}

#[test]
fn a_folder_that_can_only_be_read_is_no_internal_error() {
    let place = Place::new();
    let _ = held_back(&place, "sofie", &["policy"]);
    mode(&place.db(), 0o666);
    mode(place.path(), 0o555);
    let read = held_back(&place, "sofie", &["capital", "--json"]);
    let written = held_back(&place, "sofie", &["ks", "pay", "--amount", "1", "--json"]);
    mode(place.path(), 0o755);
    assert_eq!(read.refusal(), refused(4, "database-read-only"));
    assert_eq!(written.refusal(), refused(4, "database-read-only"));
}

#[test]
fn only_the_owner_of_the_file_is_its_administrator() {
    let place = Place::new();
    // Whoever runs the tests doesn't own this; for root, nobody looks at root's own fund.
    let fund = place.db();
    let db = if rustix::process::geteuid().is_root() {
        mode(place.path(), 0o777);
        mode(&fund, 0o666);
        fund.to_str().unwrap()
    } else {
        "/etc/passwd"
    };
    let said = held_back(&place, "", &["members", "--db", db, "--json"]);
    assert_eq!(said.refusal(), refused(3, "not-the-owner"));
    mode(place.path(), 0o755);
}

#[test]
fn the_demo_is_made_once_and_a_real_fund_is_never_replaced_by_it() {
    let place = Place::new();
    let before = fs::read(place.db()).unwrap();
    let real = place.db();
    let real = real.to_str().unwrap();
    for args in [&["demo", "--db", real][..], &["demo", "--fresh", "--db", real]] {
        assert_eq!(place.refuses("", args), refused(4, "not-a-demo"), "{args:?}");
    }
    assert!(fs::read(place.db()).unwrap() == before);
    let letter = place.file("letter.txt", "Kjære KS");
    assert_eq!(place.refuses("", &["demo", "--fresh", "--db", &letter]).0, 4);
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Kjære KS");

    // The environment names the real fund; without it the demo has a file of its own.
    assert_eq!(place.refuses("nobody", &["demo"]), refused(4, "not-a-demo"));
    let unnamed = |args: &[&str]| -> Printed {
        let mut command = place.command("nobody", args);
        command.env_remove("KOMMIT_DB").output().unwrap().into()
    };
    let said = unnamed(&["demo", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(
        (&said.json()["demo"], &said.json()["actor"]),
        (&true.into(), &"leder".into())
    );
    let own = place.path().join(".local/share/kommit/demo.db");
    assert!(own.is_file());
    // A real fund that has come to lie there isn't replaced either.
    fs::write(&own, &before).unwrap();
    let said = unnamed(&["demo", "--fresh", "--json"]);
    assert_eq!(said.refusal(), refused(4, "not-a-demo"));
    assert!(fs::read(&own).unwrap() == before && fs::read(place.db()).unwrap() == before);
}

#[test]
fn the_demo_is_made_where_the_environment_says_and_where_the_option_says_before_it() {
    let place = Place::empty();
    let said = place.says("", &["demo", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(place.db().is_file() && !place.path().join(".local").exists());
    assert_eq!(place.does("", &["demo"])["demo"], true);
    let other = place.path().join("other.db");
    let made = fs::read(place.db()).unwrap();
    place.does("", &["demo", "--db", other.to_str().unwrap()]);
    assert!(other.is_file() && fs::read(place.db()).unwrap() == made);
}

#[test]
fn a_real_fund_of_an_older_version_is_not_brought_up_to_date_by_the_demo() {
    let place = Place::new();
    let raw = Connection::open(place.db()).unwrap();
    raw.pragma_update(None, "user_version", 1).unwrap();
    assert_eq!(place.refuses("", &["demo"]), refused(4, "not-a-demo"));
    let version: i64 = raw
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 1);
}

/// What a command says on standard error when its answer can't be written.
fn unprinted(place: &Place, who: &str, args: &[&str]) -> Printed {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = place.command(who, args);
    command.stdout(full).output().unwrap().into()
}

#[test]
fn l1_a_payment_that_is_posted_says_so_with_its_voucher_although_its_answer_cannot_be_printed() {
    let place = Place::new();
    place.does("sofie", &["participant", "decide", "0101", "yes"]);
    for (args, voucher) in [
        (&["participant", "pay", "0101", "--amount", "1000"][..], 1),
        (&["participant", "pay", "0101", "--amount", "1000", "--json"], 2),
    ] {
        let said = unprinted(&place, "sofie", args);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.err.contains("ER utført"), "{said:?}");
        assert!(said.err.contains(&format!("\"voucher\":{voucher}")), "{said:?}");
    }
    assert_eq!(place.does("", &["capital"])["bank_ore"], 200_000);
    // What was refused, only read or only tried is not said to be done.
    let invited = place.file("again.csv", "kind,number,population\nkommune,0101,31000\n");
    for args in [
        &["capital"][..],
        &["participant", "pay", "0104", "--json"],
        &["import", "participants", &invited, "--dry-run"],
    ] {
        let said = unprinted(&place, "sofie", args);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(!said.err.contains("ER utført"), "{said:?}");
    }
    let made = unprinted(&Place::empty(), "", &["init"]);
    assert!(made.code == 1 && made.err.contains("ER utført"), "{made:?}");
}

#[test]
fn l1_an_answer_that_a_file_has_no_room_for_is_told_of_and_the_program_is_not_killed() {
    let place = Place::new();
    place.does("sofie", &["participant", "decide", "0101", "yes"]);
    let log = place.file("log.txt", "");
    let limit = 8 * 1024 * 1024;
    fs::OpenOptions::new()
        .write(true)
        .open(&log)
        .unwrap()
        .set_len(limit)
        .unwrap();
    // In blocks of 512 bytes.
    let script = format!("ulimit -f {}; exec \"$@\" >> \"$LOG\"", limit / 512);
    let pay = place.command("sofie", &["participant", "pay", "0101"]);
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &script, "sh"])
        .arg(pay.get_program())
        .args(pay.get_args());
    shell.env_clear().env("LOG", &log);
    shell.envs(pay.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let said: Printed = shell.output().unwrap().into();
    assert_eq!(said.code, 1, "{said:?}");
    assert!(
        said.err.contains("ER utført") && said.err.contains("\"voucher\":1"),
        "{said:?}"
    );
    assert_eq!(place.does("", &["capital"])["bank_ore"], 61_580_000);
}
