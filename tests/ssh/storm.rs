//! Eleven sessions over sshd that write as fast as they can, while one after another is killed in the middle of it.

use std::collections::BTreeSet;
use std::fs;
use std::sync::mpsc::channel;
use std::thread;

use rustix::process::{Pid, Signal, kill_process};

use crate::server::Server;

const SESSIONS: usize = 11;
/// How many payments each of them registers.
const EACH: usize = 6;
/// After so many answers one is killed.
const BETWEEN_KILLS: usize = 3;

/// The processes of sessions by a key on this machine, by what the system calls them.
fn sessions(fingerprint: &str) -> Vec<Pid> {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let running = processes.filter_map(|process| {
        let pid = process.file_name().to_str()?.parse().ok()?;
        let line = fs::read(process.path().join("cmdline")).ok()?;
        let line = String::from_utf8_lossy(&line).into_owned();
        let own = line.starts_with("/usr/local/bin/kommit\0") && line.contains(fingerprint);
        own.then(|| Pid::from_raw(pid)).flatten()
    });
    running.collect()
}

#[test]
fn of_eleven_who_write_while_one_after_another_is_killed_no_reported_write_is_lost() {
    let Some(server) = Server::start() else { return };
    let keys = server.administers(&["member", "key", "sofie", "--list"]);
    let fingerprint = keys["items"][0]["key"].as_str().unwrap().to_owned();
    let (answers, answered) = channel();
    let mut reported = BTreeSet::new();
    let mut killed = 0;
    thread::scope(|scope| {
        for _ in 0..SESSIONS {
            let (answers, server) = (answers.clone(), &server);
            scope.spawn(move || {
                for _ in 0..EACH {
                    let said = server.asks("sofie", "ks pay --amount 1 --json");
                    let voucher = (said.code == 0).then(|| said.json()["voucher"].as_i64().unwrap());
                    answers.send(voucher).unwrap();
                }
            });
        }
        drop(answers);
        for (at, voucher) in answered.iter().enumerate() {
            reported.extend(voucher);
            if at % BETWEEN_KILLS == 0
                && let Some(process) = sessions(&fingerprint).first()
            {
                killed += usize::from(kill_process(*process, Signal::KILL).is_ok());
            }
        }
    });
    println!("{} payments reported, {killed} sessions killed", reported.len());
    assert!(
        killed > 0 && reported.len() > SESSIONS,
        "{killed} killed, {reported:?}"
    );
    let check = server.administers(&["check"]);
    assert_eq!(check["findings"], serde_json::json!([]), "{check}");
    let ledger = server.administers(&["export", "ledger", "--format", "json"]);
    let lines = ledger["items"].as_array().unwrap();
    let kept: BTreeSet<i64> = lines.iter().filter_map(|line| line["voucher"].as_i64()).collect();
    assert!(reported.is_subset(&kept), "{reported:?} of {kept:?}");
    let last = i64::try_from(kept.len()).unwrap();
    assert_eq!(kept, (1..=last).collect(), "vouchers without a gap (L6)");
}
