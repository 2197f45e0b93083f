//! What ends an open session: a key that is removed, a member who is revoked.

use std::thread;
use std::time::{Duration, Instant};

use crate::line::on_a_terminal;
use crate::server::Server;

/// As soon as the rule has it, with some to spare for a busy machine.
const SOON: Duration = Duration::from_secs(2);

#[test]
fn a_removed_key_or_member_ends_the_open_sessions_and_one_line_says_why() {
    let Some(server) = Server::start() else { return };
    let second = server.registers("kari", "second");
    let open = |key: &str| {
        let mut screen = on_a_terminal(&server.client(key, &["-t"]), "xterm-256color");
        screen.wait_for("Oversikt");
        screen
    };
    let (mut own, mut other, mut ola) = (open("second"), open("kari"), open("ola"));
    assert!(own.screen().contains(&second[..15]), "{}", own.screen());
    let begun = Instant::now();
    server.administers(&["member", "key", "--remove", &second]);
    own.wait_for("er ikke registrert for");
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    assert!(!own.on_alternate_screen());
    assert_eq!(own.wait().exit_code(), 3);
    // The other key of the same member, and everybody else, stay.
    other.send("2").wait_for("Søknader");
    server.administers(&["member", "revoke", "ola"]);
    ola.wait_for("er ikke lenger medlem");
    assert_eq!(ola.wait().exit_code(), 3);
    other.send("7").wait_for("Halden").send("q");
    assert!(other.wait().success());
}

#[test]
fn so_many_sessions_of_one_member_leave_room_for_the_others() {
    let Some(server) = Server::start() else { return };
    let open = || {
        let mut screen = on_a_terminal(&server.client("kari", &["-t"]), "xterm-256color");
        screen.wait_for("Oversikt");
        screen
    };
    let set = |assignment: &str| {
        server.administers(&[
            "scheme",
            "set",
            assignment,
            "--from",
            "2018-01-01",
            "--reason",
            "Trangt",
        ]);
    };
    set("access.sessions_per_member=2");
    set("access.sessions=3");
    let mut screens: Vec<_> = (0..2).map(|_| open()).collect();
    let said = server.asks("kari", "kapital --json");
    assert_eq!((said.code, said.refusal().as_str()), (5, "ssh-full-member"));
    assert_eq!(server.asks("ola", "kapital --json").code, 0);
    let others = on_a_terminal(&server.client("lise", &["-t"]), "xterm-256color");
    screens.push(others);
    screens[2].wait_for("Oversikt");
    let said = server.asks("ola", "kapital --json");
    assert_eq!((said.code, said.refusal().as_str()), (5, "ssh-full"));
    let mut last = screens.remove(0);
    last.send("q");
    assert!(last.wait().success());
    assert_eq!(server.asks("kari", "kapital --json").code, 0);
}

#[test]
fn a_megabyte_of_keys_from_one_member_holds_up_nobody_else() {
    let Some(server) = Server::start() else { return };
    let open = |key: &str| {
        let mut screen = on_a_terminal(&server.client(key, &["-t"]), "xterm-256color");
        screen.wait_for("Oversikt");
        screen
    };
    let (mut storming, mut other) = (open("kari"), open("ola"));
    storming.send("7").wait_for("Halden");
    thread::scope(|scope| {
        // The terminal takes no more than the program has read.
        scope.spawn(|| storming.send(&"jk".repeat(1 << 19)));
        other.send("7").wait_for("Halden").send("2").wait_for("Søknader");
        assert_eq!(server.asks("sofie", "participant decide 0101 yes --json").code, 0);
        other.send("L").wait_for("sofie").send("q");
    });
    assert!(other.wait().success());
    storming.send("q");
    assert!(storming.wait().success());
}
