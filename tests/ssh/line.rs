//! What may be asked for over the line, and what is refused or does no harm, whatever the client sends.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use portable_pty::CommandBuilder;

use crate::pty::Pty;
use crate::server::{BOUND, Said, Server};

const CTRL_C: &str = "\u{3}";

/// A client on a terminal of its own.
pub fn on_a_terminal(client: &Command, term: &str) -> Pty {
    on_a_terminal_with(client, term, None)
}

/// The same with an agent, by its socket.
fn on_a_terminal_with(client: &Command, term: &str, agent: Option<&Path>) -> Pty {
    let mut command = CommandBuilder::new(client.get_program());
    command.args(client.get_args());
    match agent {
        Some(socket) => command.env("SSH_AUTH_SOCK", socket),
        None => command.env_remove("SSH_AUTH_SOCK"),
    }
    command.env("TERM", term);
    command.env("LANG", "C.UTF-8");
    Pty::spawn_as_it_is(command, 80, 24)
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _reaped = self.0.wait();
    }
}

#[test]
fn a_member_gets_the_program_and_is_told_by_which_key() {
    let Some(server) = Server::start() else { return };
    let mut screen = on_a_terminal(&server.client("kari", &["-t"]), "xterm-256color");
    screen
        .wait_for("kari")
        .wait_for("Oversikt")
        .send("L")
        .wait_for("importerte deltakere");
    screen.send("q");
    assert!(screen.wait().success());
    let said = server.asks("kari", "kapital --json");
    assert_eq!((said.code, said.json()["bank_ore"].clone()), (0, 0.into()));
    // In a language and a look of one's own.
    assert!(
        server
            .asks("kari", "--lang en --ascii --color never capital")
            .out
            .contains("Sources")
    );
}

#[test]
fn what_a_shell_would_take_for_more_than_words_is_words() {
    let Some(server) = Server::start() else { return };
    let proof = server.db().with_file_name("proof");
    for asked in [
        "kapital; touch PROOF",
        "kapital && touch PROOF",
        "kapital | touch PROOF",
        "kapital & touch PROOF",
        "kapital > PROOF",
        "kapital $(touch PROOF)",
        "kapital `touch PROOF`",
        "kapital '$(touch PROOF)'",
        "kapital \"$(touch PROOF)\"",
        "kapital\ntouch PROOF",
        "kapital\r\ntouch PROOF",
        "'kapital",
        "\"; touch PROOF; \"",
        "' ; touch PROOF ; '",
        "sh -c 'touch PROOF'",
        "/bin/sh",
        "@PROOF",
        "kapital @PROOF",
        "../../bin/touch PROOF",
        "-- touch PROOF",
    ] {
        let said = server.asks("kari", &asked.replace("PROOF", "/var/lib/kommit/proof"));
        assert!(said.code > 0 && said.code < 255, "{asked}: {said:?}");
        assert!(!proof.exists(), "{asked}");
    }
}

#[test]
fn neither_options_nor_what_is_set_say_who_one_is_or_which_file_or_day_is_meant() {
    let Some(server) = Server::start() else { return };
    for (asked, code) in [
        ("kapital --db /tmp/other.db --json", "ssh-no-option"),
        ("kapital --as lise --json", "ssh-no-option"),
        ("kapital --today 2019-01-01 --json", "ssh-no-option"),
        ("check --json", "ssh-no-command"),
        ("backup /var/lib/kommit/b.db --json", "ssh-no-command"),
        ("member key --list --json", "ssh-no-command"),
        ("ssh session lise --key x --json", "ssh-no-command"),
        ("import participants /etc/passwd --json", "ssh-no-path"),
        ("minutes verify 1/2018 /etc/passwd --json", "ssh-no-path"),
    ] {
        assert_eq!(server.asks("kari", asked).refusal(), code, "{asked}");
    }
    // This sshd takes all of it from the client.
    let mut command = server.client("kari", &["-o", "SendEnv=KOMMIT_* XDG_* HOME"]);
    command.arg("participant decide 0101 yes --json");
    command.envs([
        ("KOMMIT_MEMBER", "sofie"),
        ("KOMMIT_DB", "/tmp/other.db"),
        ("KOMMIT_LANG", "en"),
        ("XDG_DATA_HOME", "/tmp"),
        ("HOME", "/tmp"),
    ]);
    let said: Said = command.output().unwrap().into();
    assert_eq!(said.refusal(), "denied-role");
    assert!(said.out.contains("Bare "), "{said:?}");
}

#[test]
fn files_go_through_the_line() {
    let Some(server) = Server::start() else { return };
    let more =
        "kind,number,name,county_number,county_name,population\nkommune,0105,Sarpsborg,01,Østfold,55127\n";
    let said = server.sends("sofie", "import participants - --json", more.as_bytes());
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        server
            .asks("kari", "participants show 0105")
            .out
            .contains("Sarpsborg")
    );
    let mut command = server.client("kari", &[]);
    let book = command.arg("export participants --format xlsx").output().unwrap();
    assert!(book.stdout.starts_with(b"PK\x03\x04"), "{:?}", book.status);
    // A pasted megabyte is no file of ours.
    let said = server.sends("sofie", "import participants - --json", &vec![b'x'; 1 << 20]);
    assert_ne!(said.code, 0);
}

#[test]
fn nothing_is_forwarded() {
    let Some(server) = Server::start() else { return };
    let own = server.port();
    assert!(Server::speaks(own));
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    // What the client opens on its own side leads nowhere.
    for (flag, to) in [
        ("-L", format!("127.0.0.1:{port}:127.0.0.1:{own}")),
        ("-D", format!("127.0.0.1:{port}")),
    ] {
        let mut command = server.client("kari", &["-N", flag, &to]);
        let client = Running(command.stderr(Stdio::null()).spawn().unwrap());
        assert!(!reaches(port, own, flag == "-D"), "{flag}");
        drop(client);
    }
    for options in [
        vec![
            "-N".to_owned(),
            "-R".to_owned(),
            format!("127.0.0.1:{port}:127.0.0.1:{own}"),
        ],
        vec![
            "-N".to_owned(),
            "-R".to_owned(),
            format!("/tmp/kommit-{port}.sock:127.0.0.1:{own}"),
        ],
        vec!["-W".to_owned(), format!("127.0.0.1:{own}")],
        vec!["-N".to_owned(), "-w".to_owned(), "any".to_owned()],
    ] {
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        let said: Said = server.client("kari", &options).output().unwrap().into();
        assert_eq!(said.code, 255, "{options:?}: {said:?}");
    }
    // Neither the agent nor X11, whatever the client asks for.
    let mut command = server.client("kari", &["-v", "-A", "-X", "-o", "LogLevel=DEBUG1"]);
    let said: Said = command
        .arg("kapital")
        .env("DISPLAY", ":99")
        .output()
        .unwrap()
        .into();
    let mut options = said
        .err
        .lines()
        .filter_map(|line| line.split_once("key options: "));
    let (_, options) = options.next().unwrap_or_else(|| panic!("{said:?}"));
    assert_eq!(options.trim(), "command pty");
}

/// Whether one comes through a port of the client's to sshd itself.
fn reaches(port: u16, to: u16, socks: bool) -> bool {
    let end = std::time::Instant::now() + BOUND;
    let mut stream = loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => break stream,
            Err(_) => assert!(std::time::Instant::now() < end, "the client listens"),
        }
        std::thread::yield_now();
    };
    stream.set_read_timeout(Some(BOUND)).unwrap();
    if socks {
        let [high, low] = to.to_be_bytes();
        stream
            .write_all(&[5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, high, low])
            .unwrap();
    }
    let mut bytes = Vec::new();
    let mut part = [0; 256];
    while let Ok(count @ 1..) = stream.read(&mut part) {
        bytes.extend_from_slice(&part[..count]);
        if bytes.windows(4).any(|window| window == b"SSH-") {
            return true;
        }
    }
    false
}

#[test]
fn nothing_else_of_sshs_brings_a_file_in_or_out() {
    let Some(server) = Server::start() else { return };
    let here = server.file("here.txt", "hei");
    let here = here.display().to_string();
    let port = server.port().to_string();
    let there = "kommit@127.0.0.1:/var/lib/kommit/proof";
    let own = server.db().with_file_name("proof");
    let run = |program: &str, args: &[&str]| -> Option<Said> {
        let mut command = Command::new(program);
        command
            .args(server.settings("kari"))
            .args(args)
            .stdin(Stdio::null());
        Some(command.output().ok()?.into())
    };
    let batch = server.file("batch", &format!("put {here} proof\n"));
    let batch = batch.display().to_string();
    for (program, args) in [
        ("scp", vec!["-P", &port, &here, there]),
        ("scp", vec!["-O", "-P", &port, &here, there]),
        ("scp", vec!["-P", &port, "kommit@127.0.0.1:/etc/passwd", &here]),
        ("sftp", vec!["-P", &port, "-b", &batch, "kommit@127.0.0.1"]),
        ("ssh", vec!["-p", &port, "-s", "kommit@127.0.0.1", "sftp"]),
        (
            "ssh",
            vec![
                "-p",
                &port,
                "kommit@127.0.0.1",
                "rsync --server -logDtpre.iLsfxC . /var/lib/kommit/proof",
            ],
        ),
    ] {
        let said = run(program, &args).expect(program);
        assert_ne!(said.code, 0, "{program} {args:?}: {said:?}");
        assert!(
            !own.exists() && fs::read_to_string(&here).unwrap() == "hei",
            "{program} {args:?}"
        );
    }
}

#[test]
fn without_a_terminal_there_is_one_line_and_a_dumb_one_prints_text() {
    let Some(server) = Server::start() else { return };
    let said: Said = server.client("kari", &[]).output().unwrap().into();
    assert!(said.code == 4 && said.out.is_empty(), "{said:?}");
    assert!(
        said.err.contains("ssh -t") && said.err.lines().count() == 1,
        "{said:?}"
    );
    let mut screen = on_a_terminal(&server.client("kari", &["-t"]), "dumb");
    assert!(screen.wait().success());
    assert!(screen.screen().contains("kommit --plain"), "{}", screen.screen());
    assert!(!screen.raw.contains(&0x1b));
    // Ctrl-C ends nothing but one's own session.
    let mut screen = on_a_terminal(&server.client("kari", &["-t"]), "xterm-256color");
    screen.wait_for("Oversikt").send(CTRL_C);
    assert_eq!(server.asks("ola", "kapital --json").code, 0);
}

#[test]
fn only_a_registered_key_comes_in_and_only_to_the_account() {
    let Some(server) = Server::start() else { return };
    let refused = |said: Said| {
        assert_eq!(said.code, 255, "{said:?}");
        assert!(said.err.contains("Permission denied (publickey)"), "{said:?}");
    };
    refused(server.asks("stranger", "kapital"));
    // No password is asked for, and nobody's own name is an account.
    let mut command = server.client(
        "stranger",
        &["-o", "PreferredAuthentications=password,keyboard-interactive"],
    );
    refused(command.arg("kapital").output().unwrap().into());
    let mut named = Command::new("ssh");
    named
        .args(server.settings("kari"))
        .args(["-p", &server.port().to_string(), "lise@127.0.0.1", "kapital"]);
    let said: Said = named.stdin(Stdio::null()).output().unwrap().into();
    assert_eq!(said.code, 255, "{said:?}");
    // A key in the account's own folder opens nothing.
    let ssh = server.db().with_file_name(".ssh");
    fs::create_dir_all(&ssh).unwrap();
    let public = fs::read(server.key("stranger").with_extension("key.pub")).unwrap();
    fs::write(ssh.join("authorized_keys"), public).unwrap();
    refused(server.asks("stranger", "kapital"));
    let fingerprint = server.registers("kari", "second");
    assert_eq!(server.asks("second", "kapital").code, 0);
    server.administers(&["member", "key", "--remove", &fingerprint]);
    refused(server.asks("second", "kapital"));
    assert_eq!(server.asks("kari", "kapital").code, 0);
    server.administers(&["member", "revoke", "kari"]);
    refused(server.asks("kari", "kapital"));
}

#[test]
fn every_role_may_what_the_policy_says_and_no_more() {
    let Some(server) = Server::start() else { return };
    let policy = server.asks("kari", "policy --json").json();
    let may = |action: &str, role: &str| {
        let items = policy["items"].as_array().unwrap();
        let row = items.iter().find(|row| row["action"] == action);
        let roles = row.unwrap_or_else(|| panic!("{action}"))["roles"]
            .as_array()
            .unwrap()
            .clone();
        roles.iter().any(|own| own == role)
    };
    for (handle, role) in [
        ("kari", "member"),
        ("lise", "chair"),
        ("sofie", "secretariat"),
        ("karl", "ks"),
    ] {
        for (action, asked) in [
            ("register-answer", "participant decide 0101 yes"),
            ("register-payment", "ks pay --amount 1"),
            ("open-round", "round open 2018-1 2018-01"),
            ("score", "score 2018-01 --set benefit=3"),
            ("decide", "decide 2018-01 --amount 1"),
            ("qualify", "proposal qualify 2018-01 --gates y,y,y,y"),
            ("reopen-period", "ledger reopen 2018-01-01 --reason x"),
        ] {
            let said = server.asks(handle, &format!("{asked} --json"));
            let denied = said.code == 3;
            assert_eq!(denied, !may(action, role), "{handle} {asked}: {said:?}");
        }
    }
}

#[test]
fn of_an_agents_keys_the_log_names_the_one_that_was_used() {
    let Some(server) = Server::start() else { return };
    let socket = server.db().with_file_name("agent.sock");
    let mut agent = Command::new("ssh-agent");
    agent.arg("-D").arg("-a").arg(&socket).stdout(Stdio::null());
    let _agent = Running(agent.spawn().unwrap());
    let end = std::time::Instant::now() + BOUND;
    while !socket.exists() {
        assert!(std::time::Instant::now() < end, "the agent listens");
        std::thread::yield_now();
    }
    let add = |key: &str| {
        let mut command = Command::new("ssh-add");
        let said: Said = command
            .arg(server.key(key))
            .env("SSH_AUTH_SOCK", &socket)
            .output()
            .unwrap()
            .into();
        assert_eq!(said.code, 0, "{said:?}");
    };
    add("sofie");
    add("kari");
    let port = server.port().to_string();
    let mut settings = server.settings("kari");
    // Without the key that is named: only what the agent has, in its order.
    settings.drain(2..6);
    let asks = |asked: &str| -> Said {
        let mut command = Command::new("ssh");
        command
            .args(&settings)
            .args(["-p", &port, "kommit@127.0.0.1", asked]);
        command
            .env("SSH_AUTH_SOCK", &socket)
            .stdin(Stdio::null())
            .output()
            .unwrap()
            .into()
    };
    let said = asks("participant decide 0101 yes --json");
    assert_eq!(said.code, 0, "{said:?}");
    let keys = server.administers(&["member", "key", "sofie", "--list"]);
    let row = &server.newest(1)[0];
    assert_eq!(
        (&row["actor"], &row["key"]),
        (&"sofie".into(), &keys["items"][0]["key"])
    );
    assert_eq!(
        (&row["via"], &row["address"]),
        (&"ssh".into(), &"127.0.0.1".into())
    );
    // And the header of the program.
    let mut client = Command::new("ssh");
    client
        .args(settings)
        .args(["-t", "-p", &port, "kommit@127.0.0.1"]);
    let mut screen = on_a_terminal_with(&client, "xterm-256color", Some(&socket));
    let fingerprint = keys["items"][0]["key"].as_str().unwrap();
    screen.wait_for("Oversikt").wait_for(&fingerprint[..15]);
    assert!(screen.screen().contains("sofie"), "{}", screen.screen());
}
