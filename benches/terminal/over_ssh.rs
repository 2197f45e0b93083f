//! The council over a real sshd on loopback, with a meeting open: what each session costs, what all of them cost while nobody does
//! anything, how soon a key is answered, and how soon a change is on all screens. Takes root and openssh-server.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use crate::pty::{PATIENCE, SILENCE, Terminal};
use crate::server::Server;
use crate::{Extent, KOMMIT, milliseconds, sessions, spread};

/// A demo in place of the machine's fund, with its meeting open; everybody comes in by the chair's key.
fn seat(server: &Server) {
    let fund = server.db();
    let owner = fs::metadata(&fund).expect("the fund");
    for end in ["", "-wal", "-shm"] {
        let _none = fs::remove_file(format!("{}{end}", fund.display()));
    }
    crate::fund(KOMMIT, 1, &fund);
    for end in ["", "-wal", "-shm"] {
        let _none = chown(
            format!("{}{end}", fund.display()),
            Some(owner.uid()),
            Some(owner.gid()),
        );
    }
    let public = server.key("leder").with_extension("key.pub");
    let file = server.file("leder.pub", &fs::read_to_string(public).expect("its key"));
    server.administers(&["member", "key", "leder", file.to_str().expect("a path")]);
    for (key, value) in [("sessions_per_member", 100), ("sessions", 100)] {
        let set = format!("access.{key}={value}");
        server.administers(&[
            "scheme",
            "set",
            &set,
            "--from",
            "2018-11-15",
            "--reason",
            "Måling",
        ]);
    }
    server.administers(&["--as", "leder", "meeting", "open"]);
}

fn comes_in(server: &Server) -> Terminal {
    let client = server.client("leder", &["-t"]);
    let mut command = CommandBuilder::new(client.get_program());
    command.args(client.get_args());
    command.env_remove("SSH_AUTH_SOCK");
    command.env("TERM", "xterm-256color");
    let begun = Instant::now();
    let mut terminal = Terminal::spawn(command);
    terminal.answer(begun, PATIENCE).expect("a first frame");
    terminal
}

/// The sessions that sshd has started, by their folders under `/proc`.
fn running() -> Vec<PathBuf> {
    let all = fs::read_dir("/proc").expect("Linux tells of processes").flatten();
    let own = all.map(|process| process.path()).filter(|process| {
        let line = fs::read(process.join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line);
        line.starts_with("/usr/local/bin/kommit\0") && line.contains("\0leder\0")
    });
    own.collect()
}

/// A session's share of what is shared, in MiB.
fn share(process: &Path) -> f64 {
    let rollup = fs::read_to_string(process.join("smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kib: f64 = line
        .and_then(|line| line.split_whitespace().next()?.parse().ok())
        .expect("its memory");
    kib / 1024.0
}

/// CPU time so far of all threads of all sessions.
fn cpu(processes: &[PathBuf]) -> Duration {
    let threads = processes
        .iter()
        .flat_map(|process| fs::read_dir(process.join("task")).into_iter().flatten());
    let nanoseconds = threads.filter_map(|thread| {
        let text = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanoseconds.sum())
}

pub fn measure(extent: &Extent) {
    println!("{} sessions over sshd, a meeting open", extent.sessions);
    let Some(server) = Server::start() else { return };
    seat(&server);
    let mut terminals: Vec<Terminal> = (0..extent.sessions).map(|_| comes_in(&server)).collect();
    // Where one may be already.
    let pressed: Vec<Instant> = terminals.iter_mut().map(|terminal| terminal.press("5")).collect();
    for (terminal, at) in terminals.iter_mut().zip(pressed) {
        terminal.bytes_until(at + SILENCE);
    }
    let processes = running();
    assert_eq!(processes.len(), extent.sessions, "sessions of sshd's");
    let shares: Vec<f64> = processes.iter().map(|process| share(process)).collect();
    println!(
        "  memory of each, its share of what is shared, MiB   {}",
        spread(shares)
    );
    let (before, end) = (cpu(&processes), Instant::now() + extent.idle);
    let bytes: usize = terminals
        .iter_mut()
        .map(|terminal| terminal.bytes_until(end))
        .sum();
    let (used, seconds) = (cpu(&processes) - before, extent.idle.as_secs_f64());
    println!(
        "  idle for {seconds:.1} s, all together: {bytes} bytes, {:.2} % of a core",
        used.as_secs_f64() / seconds * 100.0
    );
    assert!(
        !extent.judged || bytes == 0,
        "{bytes} bytes while nobody does anything"
    );
    let mut times = Vec::new();
    for at in 0..extent.keys {
        let terminal = &mut terminals[at % extent.sessions];
        let down = (at / extent.sessions).is_multiple_of(2);
        let answer = terminal.key(if down { "j" } else { "k" });
        times.extend(answer.map(|answer| milliseconds(answer.last)));
    }
    println!("  key to last byte, ms   {}", spread(times));
    for terminal in &mut terminals {
        terminal.open("L");
    }
    // Each change alone on all of them.
    sessions::paid(
        &mut terminals,
        &server.db(),
        &Extent {
            writers: 1,
            ..*extent
        },
    );
    terminals.into_iter().for_each(Terminal::end);
}
