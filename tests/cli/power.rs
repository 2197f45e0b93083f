//! The power fails: what several writers at once give the system to write and to sync is recorded, and a disk that holds any part of
//! it that could have come there is opened. It is sound, and holds every step that had been reported as done.
//!
//! `KOMMIT_POWER=20000` opens that many of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::Timestamp;
use kommit::domain::log_action::LogAction;
use kommit::store::{Store, StoreError};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;

use crate::meeting::{Council, HELD, SEATED};
use crate::place::{Place, traced};

/// How many disks are opened, unless it is asked for more.
const DISKS: usize = 400;
/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// The fund, or its log of writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum File {
    Fund,
    Log,
}

/// What the system was asked to do, in the order in which it was done.
#[derive(Clone, Debug)]
enum Call {
    Write(File, usize, Vec<u8>),
    Truncate(File, usize),
    /// All that was done to a file before the call with this number was begun is on the disk.
    Sync(File, usize),
    Unlink(File),
    /// A program has told of a row of the log, and its hash, that it has written.
    Told(i64, String),
}

/// The disk: what it holds of each file.
type Disk = BTreeMap<File, Vec<u8>>;

#[test]
fn after_a_power_failure_every_step_that_was_told_of_is_there_and_the_fund_is_sound() {
    let place = Place::with_halden_paid();
    let begun = fs::read(place.db()).unwrap();
    let pay = place.command("sofie", &["ks", "pay", "--amount", "1", "--json"]);
    let script = format!(
        "work() {{ for i in $(seq {STEPS}); do \"$@\" || exit 9; done; }}\n{}wait",
        "work \"$@\" &\n".repeat(WRITERS)
    );
    let Some(calls) = recorded(&place, &script, &pay) else {
        return;
    };
    let told = calls.iter().filter(|call| matches!(call, Call::Told(..))).count();
    let synced = calls.iter().filter(|call| matches!(call, Call::Sync(..))).count();
    assert!(
        told == WRITERS * STEPS && synced > told,
        "{told} told, {synced} synced"
    );
    let disks = std::env::var("KOMMIT_POWER")
        .ok()
        .and_then(|asked| asked.parse().ok());
    let disks: usize = disks.unwrap_or(DISKS);
    let mut dice = Pcg64::seed_from_u64(2018);
    for number in 0..disks {
        // The first half in the order of the calls, the rest in any that the system may choose.
        let (at, in_order) = match number.checked_sub(disks / 2) {
            None => (calls.len() * number / (disks / 2), true),
            Some(_) => (dice.random_range(0..=calls.len()), false),
        };
        let disk = failed(&begun, &calls[..at], in_order, &mut dice);
        opens(&disk, &calls[..at], number);
    }
}

const WRITERS: usize = 3;
const STEPS: usize = 5;

/// Ten vote at the same moment and the chair closes the vote; whenever all of it is killed, each vote is cast or not, and what
/// it decides is written or not.
#[test]
fn m12_m14_a_vote_is_cast_or_not_and_decided_or_not_whenever_everything_is_killed() {
    let council = Council::voting();
    let begun = fs::read(council.place.db()).unwrap();
    let voters = &SEATED[..10];
    let script = format!(
        "for who in {}; do KOMMIT_MEMBER=$who \"$@\" vote cast for & done\nwait\nKOMMIT_MEMBER=leder \"$@\" vote close",
        voters.join(" ")
    );
    let program = council.place.told(&["--today", HELD, "--json"]);
    let Some(calls) = recorded(&council.place, &script, &program) else {
        return;
    };
    let told = calls.iter().filter(|call| matches!(call, Call::Told(..))).count();
    assert_eq!(told, voters.len() + 1);
    let mut seen = BTreeSet::new();
    for at in 0..=calls.len() {
        // A program that is killed has given the system what it has given it, and the system writes it.
        let disk = failed(&begun, &calls[..at], true, &mut Pcg64::seed_from_u64(2018));
        let folder = tempfile::tempdir().unwrap();
        let store = opened(&disk, folder.path(), at);
        is_sound(&store, &calls[..at], at);
        let (cast, logged, open, recommended) = store
            .read(|read| {
                let meeting = read.meetings()?.remove(0).meeting;
                let vote = &meeting.votes[0];
                let rows = read.changes_since(0)?;
                let logged = rows
                    .iter()
                    .filter(|row| row.action == Some(LogAction::VoteCast))
                    .count();
                let recommended = read.recommendation("2018-04".parse().unwrap())?.is_some();
                Ok::<_, StoreError>((vote.cast.len(), logged, vote.is_open(), recommended))
            })
            .unwrap();
        assert_eq!(cast, logged, "after {at} calls");
        assert_eq!(recommended, !open, "after {at} calls");
        assert!(open || cast == voters.len(), "after {at} calls");
        seen.insert((cast, open));
    }
    // Each of them was the last at some moment.
    let each = (0..=voters.len())
        .map(|cast| (cast, true))
        .chain([(voters.len(), false)]);
    assert_eq!(seen, each.collect());
}

/// What a script has the system do, in which `"$@"` is the program; `None` where nobody may look.
fn recorded(place: &Place, script: &str, program: &Command) -> Option<Vec<Call>> {
    let trace = place.path().join("trace");
    let mut command = Command::new("strace");
    command
        .args(["-f", "-y", "-xx", "-s", "100000", "-o"])
        .arg(&trace);
    command.args(["-e", "trace=pwrite64,ftruncate,fsync,fdatasync,unlink,write"]);
    command.args(["sh", "-c", script, "sh"]);
    command
        .arg(program.get_program())
        .args(program.get_args())
        .env_clear();
    command.env("PATH", "/usr/bin:/bin");
    command.envs(
        program
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    let done = traced(&mut command)?;
    assert!(done.status.success(), "{done:?}");
    let text = fs::read_to_string(&trace).unwrap();
    Some(read(&text, &place.db()))
}

/// Reads `PID call(3</path>, "\x41", 4096, 0) = 4096`, where a call that others came between is on two lines.
fn read(text: &str, fund: &Path) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut begun: BTreeMap<&str, (String, usize)> = BTreeMap::new();
    for line in text.lines() {
        let (pid, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim_start();
        if let Some(first) = rest.strip_suffix(" <unfinished ...>") {
            begun.insert(pid, (first.to_owned(), calls.len()));
        } else if rest.starts_with("<... ") {
            let (first, at) = begun.remove(pid).unwrap_or_default();
            let last = rest.split_once(" resumed>").map_or("", |(_, last)| last);
            calls.extend(call(&(first + last), fund, at));
        } else {
            calls.extend(call(rest, fund, calls.len()));
        }
    }
    calls
}

fn call(line: &str, fund: &Path, begun: usize) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    if result.starts_with('-') {
        return None;
    }
    let arguments = arguments.trim_end().strip_suffix(')')?;
    if name == "unlink" {
        let path = bytes(arguments);
        let path = String::from_utf8(path).ok()?;
        return file(&path, fund).map(Call::Unlink);
    }
    let (descriptor, rest) = arguments.split_once('>').unwrap_or((arguments, ""));
    let (number, path) = descriptor.split_once('<')?;
    if name == "write" {
        return (number == "1").then(|| told(&bytes(rest))).flatten();
    }
    let path = unescaped(path);
    let file = file(&path, fund)?;
    match name {
        "pwrite64" => {
            let offset = rest.rsplit_once(", ")?.1.parse().ok()?;
            Some(Call::Write(file, offset, bytes(rest)))
        }
        "ftruncate" => Some(Call::Truncate(file, rest.rsplit_once(", ")?.1.parse().ok()?)),
        "fsync" | "fdatasync" => Some(Call::Sync(file, begun)),
        _ => None,
    }
}

fn unescaped(path: &str) -> String {
    if path.contains("\\x") {
        String::from_utf8(bytes(&format!("\"{path}\""))).unwrap_or_default()
    } else {
        path.to_owned()
    }
}

fn file(path: &str, fund: &Path) -> Option<File> {
    let fund = fund.to_str()?;
    match path.strip_prefix(fund)? {
        "" => Some(File::Fund),
        "-wal" => Some(File::Log),
        _ => None,
    }
}

/// The bytes that are written as `"\x41\x42"` somewhere in a text.
fn bytes(text: &str) -> Vec<u8> {
    let inside = text.split('"').nth(1).unwrap_or_default();
    let digits = inside.split("\\x").skip(1);
    digits
        .map(|digits| u8::from_str_radix(digits, 16).unwrap())
        .collect()
}

/// What a program has told on standard output.
fn told(answer: &[u8]) -> Option<Call> {
    let answer: serde_json::Value = serde_json::from_slice(answer).ok()?;
    let log = answer.get("log")?;
    Some(Call::Told(log["row"].as_i64()?, log["hash"].as_str()?.to_owned()))
}

/// A disk as it may be when the power fails after these calls: all that was synced, and of the rest everything, or any part.
fn failed(begun: &[u8], calls: &[Call], in_order: bool, dice: &mut Pcg64) -> Disk {
    let mut disk = Disk::from([(File::Fund, begun.to_owned())]);
    let mut durable: BTreeMap<File, usize> = BTreeMap::new();
    for call in calls {
        if let Call::Sync(file, upto) = call {
            durable.insert(*file, *upto);
        }
    }
    // Files that have no name on the disk yet.
    let mut nameless = BTreeSet::new();
    for (at, call) in calls.iter().enumerate() {
        if let Call::Write(file, ..) | Call::Truncate(file, _) | Call::Unlink(file) = call
            && nameless.contains(file)
        {
            continue;
        }
        let is_durable = |file: &File| durable.get(file).is_some_and(|upto| at < *upto);
        match call {
            Call::Write(file, offset, bytes) => {
                let content = disk.entry(*file).or_default();
                if in_order || is_durable(file) {
                    put(content, *offset, bytes);
                    continue;
                }
                for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                    if dice.random_range(0..3) > 0 {
                        put(content, offset + number * SECTOR, sector);
                    }
                }
            }
            Call::Truncate(file, length) => {
                if in_order || is_durable(file) || dice.random_range(0..2) == 0 {
                    disk.entry(*file).or_default().resize(*length, 0);
                }
            }
            // The name of a file is on the disk when a later one of that name has been synced.
            Call::Unlink(file) => {
                if in_order || is_durable(file) || dice.random_range(0..2) == 0 {
                    disk.remove(file);
                } else {
                    nameless.insert(*file);
                }
            }
            Call::Sync(..) | Call::Told(..) => {}
        }
    }
    disk
}

fn put(content: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[offset..end].copy_from_slice(bytes);
}

/// The fund on such a disk is sound, and goes through the last row that anybody was told of.
fn opens(disk: &Disk, calls: &[Call], number: usize) {
    let folder = tempfile::tempdir().unwrap();
    is_sound(&opened(disk, folder.path(), number), calls, number);
}

fn opened(disk: &Disk, folder: &Path, number: usize) -> Store {
    let path: PathBuf = folder.join("fund.db");
    for (file, bytes) in disk {
        let end = if *file == File::Log { "-wal" } else { "" };
        fs::write(format!("{}{end}", path.display()), bytes).unwrap();
    }
    Store::open(&path, Timestamp::UNIX_EPOCH).unwrap_or_else(|fault| panic!("disk {number}: {fault}"))
}

fn is_sound(store: &Store, calls: &[Call], number: usize) {
    let told = calls.iter().filter_map(|call| match call {
        Call::Told(row, hash) => Some((*row, hash)),
        _ => None,
    });
    let (findings, found) = store
        .read(|read| {
            let last = told.max();
            let found =
                last.map(|(row, hash)| read.audit_hash(row).map(|found| found.as_ref() == Some(hash)));
            Ok::<_, StoreError>((read.findings()?, found.transpose()?))
        })
        .unwrap_or_else(|fault| panic!("disk {number}: {fault}"));
    assert_eq!(findings, [], "disk {number} after {} calls", calls.len());
    assert_ne!(
        found,
        Some(false),
        "disk {number} after {} calls lacks what was told",
        calls.len()
    );
}
