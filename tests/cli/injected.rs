//! Each call by which a step comes to the disk fails in turn, or is the last of its program: `strace` has the system answer with an
//! error, or kill. What is said to be done is there, what is refused isn't, and the fund is sound.

use std::process::Command;

use crate::place::{Place, Printed, traced};

/// Which of the calls of a step are struck, counted from 1: enough to meet the log of writes, its sync, and the file itself
/// when the last program that has it open takes the log into it.
const CALLS: [u32; 9] = [1, 2, 3, 5, 8, 13, 21, 34, 55];

/// A step of which the call with a number is struck; `None` where nobody may look.
fn struck(place: &Place, call: &str, fault: &str, number: u32) -> Option<(Option<i32>, String)> {
    let pay = ["ks", "pay", "--amount", "1", "--json"];
    struck_at(place, &pay, call, fault, number)
}

/// The same of any command of the secretariat's.
fn struck_at(
    place: &Place,
    args: &[&str],
    call: &str,
    fault: &str,
    number: u32,
) -> Option<(Option<i32>, String)> {
    let pay = place.command("sofie", args);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")]);
    command.args(["-e", &format!("inject={call}:{fault}:when={number}")]);
    // What the system itself reads to start a program is another's.
    for end in ["", "-wal", "-shm"] {
        command.args(["-P", &format!("{}{end}", place.db().display())]);
    }
    command.arg(pay.get_program()).args(pay.get_args()).env_clear();
    command.env("PATH", "/usr/bin:/bin");
    command.envs(pay.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let done = traced(&mut command)?;
    Some((done.status.code(), String::from_utf8(done.stdout).unwrap()))
}

fn printed(code: Option<i32>, out: String) -> Printed {
    Printed {
        code: code.unwrap_or(-1),
        out,
        err: String::new(),
    }
}

/// What is in the bank, of a fund that is sound.
#[track_caller]
fn bank(place: &Place) -> i64 {
    assert_eq!(place.does("", &["check"])["ok"], true);
    place.does("", &["capital"])["bank_ore"].as_i64().unwrap()
}

#[test]
fn a_call_that_the_system_refuses_is_one_sentence_and_nothing_is_half_written() {
    let fund = Place::with_halden_paid();
    let before = bank(&fund);
    let mut refusals = 0;
    for (call, fault, codes) in [
        ("pwrite64", "error=ENOSPC", &["disk-full", "disk-failed"][..]),
        ("pwrite64", "error=EDQUOT", &["disk-failed"]),
        ("pwrite64", "error=EIO", &["disk-failed"]),
        ("fdatasync", "error=EIO", &["disk-failed"]),
        ("ftruncate", "error=ENOSPC", &["disk-full", "disk-failed"]),
    ] {
        for number in CALLS {
            let place = fund.copy();
            let Some((code, said)) = struck(&place, call, fault, number) else {
                return;
            };
            let what = format!("{call} {number} {fault}: {code:?} {said}");
            let paid = bank(&place) - before;
            if code == Some(0) {
                assert_eq!(paid, 100, "{what}");
                continue;
            }
            refusals += 1;
            let error = printed(code, said);
            let (_, refusal) = error.refusal();
            assert!(codes.contains(&refusal.as_str()), "{what}");
            assert_eq!(paid, 0, "{what}");
            // And it can be done when the system takes it.
            place.does("sofie", &["ks", "pay", "--amount", "1"]);
            assert_eq!(bank(&place) - before, 100, "{what}");
        }
    }
    assert!(refusals > 10, "only {refusals} steps met what was to strike them");
}

#[test]
fn a_program_that_is_killed_at_any_call_leaves_all_of_its_step_or_nothing() {
    let fund = Place::with_halden_paid();
    let before = bank(&fund);
    let mut killed = 0;
    for call in ["pwrite64", "fdatasync"] {
        for number in CALLS {
            let place = fund.copy();
            let Some((code, said)) = struck(&place, call, "signal=SIGKILL", number) else {
                return;
            };
            let what = format!("{call} {number}: {code:?} {said}");
            killed += usize::from(code.is_none());
            let paid = bank(&place) - before;
            assert!(paid == 100 || (paid == 0 && said.is_empty()), "{what}: {paid}");
            // What had been told is there.
            assert!(paid == 100 || !said.contains("\"log\""), "{what}");
        }
    }
    assert!(killed > 5, "only {killed} were killed");
}

#[test]
fn what_the_system_does_not_read_is_one_sentence_of_where_it_failed_and_what_to_do() {
    let fund = Place::with_halden_paid();
    let before = bank(&fund);
    let pay: &[&str] = &["ks", "pay", "--amount", "1", "--json"];
    let mut refusals = 0;
    for args in [&["capital", "--json"], pay] {
        for (call, fault) in [
            ("pread64", "error=EIO"),
            ("fcntl", "error=EIO"),
            ("fcntl", "error=ENOLCK"),
        ] {
            for number in CALLS {
                let place = fund.copy();
                let Some((code, said)) = struck_at(&place, args, call, fault, number) else {
                    return;
                };
                let what = format!("{args:?} {call} {number} {fault}: {code:?} {said}");
                if code == Some(0) {
                    continue;
                }
                refusals += 1;
                let error = printed(code, said);
                assert!(!error.out.contains("I/O error"), "{what}");
                let (exit, refusal) = error.refusal();
                // What a disk doesn't give inside a table SQLite tells like what is damaged.
                let known = ["disk-unreadable", "database-corrupt"].contains(&refusal.as_str());
                assert!(exit == 1 && known && error.out.contains("svikter"), "{what}");
                assert!(error.out.contains("sikkerhetskopi"), "{what}");
                assert_eq!(bank(&place), before, "{what}");
            }
        }
    }
    assert!(refusals > 5, "only {refusals} looks met what was to strike them");
}
