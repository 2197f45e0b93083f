//! Eleven sessions over sshd that write as fast as they can, while one after another is killed in the middle of it.
//! `KOMMIT_STORM=60` lasts a minute, with a kill every 200 ms.

use std::collections::BTreeSet;
use std::fs;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::server::{BOUND, Server};

const SESSIONS: usize = 11;
/// How many payments each of them registers.
const EACH: usize = 6;
/// After so many answers one is killed.
const BETWEEN_KILLS: usize = 3;
/// So often one is killed in a storm that lasts.
const APART: Duration = Duration::from_millis(200);

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

/// How long a storm lasts that is asked for by `KOMMIT_STORM=60`, in seconds; the short form goes by answers.
fn asked() -> Option<Duration> {
    let seconds = std::env::var("KOMMIT_STORM").ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// When one is to be killed next.
struct Killer {
    fingerprint: String,
    next: Instant,
    answers: usize,
    killed: usize,
}

impl Killer {
    fn strike(&mut self) {
        let running = sessions(&self.fingerprint);
        let one = running.get(self.killed % running.len().max(1));
        self.killed += usize::from(one.is_some_and(|one| kill_process(*one, Signal::KILL).is_ok()));
    }

    /// One has answered.
    fn answered(&mut self) {
        if self.answers.is_multiple_of(BETWEEN_KILLS) {
            self.strike();
        }
        self.answers += 1;
    }

    /// The time has come.
    fn timed(&mut self) {
        if Instant::now() >= self.next {
            self.strike();
            self.next += APART;
        }
    }
}

#[test]
fn of_eleven_who_write_while_one_after_another_is_killed_no_reported_write_is_lost() {
    let Some(server) = Server::start() else { return };
    let keys = server.administers(&["member", "key", "sofie", "--list"]);
    let begun = Instant::now();
    let end = asked().map(|lasts| begun + lasts);
    let goes_on = |round| end.map_or(round < EACH, |end| Instant::now() < end);
    let (answers, answered) = channel();
    let mut reported = BTreeSet::new();
    let mut killer = Killer {
        fingerprint: keys["items"][0]["key"].as_str().unwrap().to_owned(),
        next: begun + APART,
        answers: 0,
        killed: 0,
    };
    // More come in at once than one member may have open by himself where nothing is said.
    let wide = "access.sessions_per_member=100";
    server.administers(&["scheme", "set", wide, "--from", "2018-01-01", "--reason", "Storm"]);
    thread::scope(|scope| {
        for _ in 0..SESSIONS {
            let (answers, server, goes_on) = (answers.clone(), &server, &goes_on);
            scope.spawn(move || {
                for _ in (0..).take_while(|round| goes_on(*round)) {
                    let said = server.asks("sofie", "ks pay --amount 1 --json");
                    let voucher = (said.code == 0).then(|| said.json()["voucher"].as_i64().unwrap());
                    answers.send(voucher).unwrap();
                }
            });
        }
        drop(answers);
        loop {
            let wait = end.map_or(BOUND, |_| killer.next.saturating_duration_since(Instant::now()));
            match (answered.recv_timeout(wait), end) {
                (Ok(voucher), _) => {
                    reported.extend(voucher);
                    if end.is_none() {
                        killer.answered();
                    }
                }
                (Err(RecvTimeoutError::Timeout), Some(_)) => {}
                (Err(RecvTimeoutError::Timeout), None) => panic!("nobody answers"),
                (Err(RecvTimeoutError::Disconnected), _) => break,
            }
            if end.is_some() {
                killer.timed();
            }
        }
    });
    let killed = killer.killed;
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
