//! A terminal that takes no more output, as over a line that hangs: nothing of the fund is held, and the program can be ended.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{PtySize, native_pty_system};
use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};

use crate::demo::*;

const SIZE: PtySize = PtySize {
    rows: 50,
    cols: 200,
    pixel_width: 0,
    pixel_height: 0,
};

/// Whether the first thread of a process stands in one of these calls to the system.
fn stands_in(pid: u32, calls: &[&str]) -> bool {
    let call = fs::read_to_string(format!("/proc/{pid}/syscall")).unwrap_or_default();
    calls.iter().any(|begins| call.starts_with(begins))
}

/// Whether it stands in a write to its terminal, on 64-bit x86 or ARM.
fn writes(pid: u32) -> bool {
    stands_in(pid, &["1 0x1 ", "64 0x1 "])
}

/// Whether it waits until its terminal can be written to: its own loop waits by other calls.
fn polls(pid: u32) -> bool {
    stands_in(pid, &["7 ", "271 ", "73 "])
}

/// Looks until something holds, and gives up in the end.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(60);
    while !holds() {
        assert!(Instant::now() < end, "waited until {what}");
        thread::yield_now();
    }
}

#[test]
fn a_terminal_that_takes_nothing_holds_up_nobody_and_a_second_signal_ends_the_program() {
    let demo = Demo::new();
    let pair = native_pty_system().openpty(SIZE).expect("a terminal");
    let mut command = demo.command(&[]);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).expect("the program");
    let pid = child.process_id().expect("a process");
    let mut keys = pair.master.take_writer().expect("its input");
    // Nobody reads: each drawing fills the line further, until one never ends.
    let mut looks = 0;
    until("it is stuck", || {
        looks = if writes(pid) { looks + 1 } else { 0 };
        let typed = keys.write_all(b"\x0c").and_then(|()| keys.flush());
        typed.is_ok() && looks > 2_000
    });
    let paid = demo.run_as("sekretariat", &["participant", "pay", "0101", "--amount", "1000"]);
    assert!(paid.status.success(), "{paid:?}");
    let id = Pid::from_raw(pid.try_into().expect("a number")).expect("a process");
    kill_process(id, Signal::TERM).expect("a signal");
    until("it is stuck as before", || writes(pid));
    assert!(child.try_wait().expect("a state").is_none());
    // One of another kind, as who waits in vain tries.
    kill_process(id, Signal::INT).expect("a signal");
    let mut status = None;
    until("it has ended", || {
        status = child.try_wait().expect("a state");
        status.is_some()
    });
    assert_eq!(status.map(|status| status.exit_code()), Some(130));
}

#[test]
fn a_terminal_that_an_earlier_program_has_set_not_to_block_is_waited_for() {
    let demo = Demo::new();
    let pair = native_pty_system().openpty(SIZE).expect("a terminal");
    let name = pair.master.tty_name().expect("its name");
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
    let mut options = fs::File::options();
    options
        .read(true)
        .write(true)
        .custom_flags(flags.try_into().expect("flags"));
    let line = options.open(name).expect("the terminal");
    let mut child = Command::new(KOMMIT)
        .args(demo.arguments(&["demo"]))
        .env("TERM", "xterm-256color")
        .stdin(line.try_clone().expect("its input"))
        .stdout(line)
        .spawn()
        .expect("the program");
    let mut keys = pair.master.take_writer().expect("its input");
    let mut looks = 0;
    until("it waits for the terminal", || {
        assert_eq!(child.try_wait().expect("a state"), None, "it has given up");
        looks = if polls(child.id()) { looks + 1 } else { 0 };
        let typed = keys.write_all(b"\x0c").and_then(|()| keys.flush());
        typed.is_ok() && looks > 2_000
    });
    // Somebody reads again.
    let mut output = pair.master.try_clone_reader().expect("its output");
    thread::spawn(move || io::copy(&mut output, &mut io::sink()));
    keys.write_all(b"q").and_then(|()| keys.flush()).expect("a key");
    let mut status = None;
    until("it has ended", || {
        status = child.try_wait().expect("a state");
        status.is_some()
    });
    assert_eq!(status.and_then(|status| status.code()), Some(0));
}
