//! Who comes in, and which way: told by the log in every row.

use std::process::Command;

use crate::place::{Place, Printed};

#[test]
fn the_log_names_the_systems_user_in_every_row_that_was_written_at_the_machine() {
    let place = Place::new();
    place.does("sofie", &["participant", "decide", "0101", "yes"]);
    let who = Command::new("id").arg("-un").output().unwrap();
    let who = String::from_utf8(who.stdout).unwrap();
    let log = place.does("", &["audit"]);
    let rows = log["items"].as_array().unwrap();
    assert!(rows.len() > 3, "{log}");
    for row in rows {
        assert_eq!(row["via"], "local", "{row}");
        assert_eq!(row["user"], who.trim(), "{row}");
        assert!(row["key"].is_null() && row["address"].is_null(), "{row}");
    }
}

const KEYS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ssh/keys");
const FINGERPRINT: &str = "SHA256:7TGyixopw4EEAJSQBRkHtTvRu308In/zgg05IIuMdt4";

fn key(name: &str) -> String {
    format!("{KEYS}/{name}.pub")
}

#[test]
fn a_member_has_several_keys_and_nobody_elses() {
    let place = Place::new();
    let made = place.does("", &["member", "key", "kari", &key("ed25519")]);
    assert_eq!(made["key"], FINGERPRINT);
    place.does("", &["member", "key", "kari", &key("sk-ed25519")]);
    place.does("", &["member", "key", "ola", &key("rsa-3072")]);
    let refused = |handle: &str, name: &str| place.refuses("", &["member", "key", handle, &key(name)]).1;
    assert_eq!(refused("ola", "ed25519"), "key-of-another");
    assert_eq!(refused("kari", "ed25519"), "key-registered");
    assert_eq!(refused("ola", "rsa-2048"), "key-rsa-short");
    assert_eq!(refused("ola", "dsa"), "key-dsa");
    assert_eq!(refused("ola", "certificate"), "key-certificate");
    assert_eq!(refused("nobody", "ecdsa"), "member-unknown");
    // Only the owner of the file, and members don't see whose keys there are.
    for who in ["sofie", "lise"] {
        assert_eq!(place.refuses(who, &["member", "key", "ola", &key("ecdsa")]).0, 3);
        assert_eq!(place.refuses(who, &["member", "key", "--list"]).0, 3);
    }
    let listed = place.does("", &["member", "key", "kari", "--list"]);
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
    assert_eq!(listed["items"][0]["comment"], "kari@kontor");

    place.does("", &["member", "key", "--remove", FINGERPRINT]);
    let again = place.refuses("", &["member", "key", "--remove", FINGERPRINT]);
    assert_eq!(again.1, "key-unknown");
    // The log goes on naming it as kari's.
    assert_eq!(refused("ola", "ed25519"), "key-of-another");
    let listed = place.does("", &["member", "key", "--list"]);
    assert_eq!(listed["items"][0]["opens"], false);
    assert!(!listed["items"][0]["removed_on"].is_null());
    assert_eq!(
        place.does("", &["check"])["findings"].as_array().unwrap().len(),
        0
    );
}

/// What sshd is told of one key.
fn authorized(place: &Place, name: &str) -> String {
    let file = std::fs::read_to_string(key(name)).unwrap();
    let words: Vec<&str> = file.split_whitespace().take(2).collect();
    let said = place.says("", &["ssh", "authorized-keys", "--key", &words.join(" ")]);
    assert_eq!(said.code, 0, "{said:?}");
    said.out
}

#[test]
fn sshd_is_told_of_a_registered_key_and_of_no_other() {
    let place = Place::new();
    place.does("", &["member", "key", "kari", &key("ed25519")]);
    place.does("", &["member", "key", "ola", &key("ecdsa")]);
    let line = authorized(&place, "ed25519");
    assert!(line.starts_with("restrict,pty,command=\"/"), "{line}");
    let command = format!("ssh session kari --key {FINGERPRINT}\" ssh-ed25519 AAAA");
    assert!(line.contains(&command) && line.lines().count() == 1, "{line}");
    assert_eq!(authorized(&place, "rsa-3072"), "");
    assert_eq!(authorized(&place, "rsa-2048"), "");
    let all = place.says("", &["ssh", "authorized-keys"]);
    assert_eq!(all.out.lines().count(), 2, "{all:?}");
    place.does("", &["member", "key", "--remove", FINGERPRINT]);
    assert_eq!(authorized(&place, "ed25519"), "");
    place.does("", &["member", "revoke", "ola"]);
    assert_eq!(authorized(&place, "ecdsa"), "");
}

#[test]
fn an_unsafe_machine_is_told_of_and_the_lines_are_printed_all_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.does("", &["member", "key", "kari", &key("ed25519")]);
    std::fs::set_permissions(place.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    let said = place.says("", &["ssh", "authorized-keys", "--lang", "en"]);
    let warning = format!(
        "Everybody on the machine can write to {}.",
        place.path().display()
    );
    assert!(said.err.contains(&warning), "{said:?}");
    assert_eq!((said.code, said.out.lines().count()), (0, 1));
    let config = place.says("", &["ssh", "config", "--account", "kommit", "--lang", "en"]);
    assert!(config.err.contains(&warning) && config.code == 1, "{config:?}");
    assert!(config.out.contains("Match User kommit\n"), "{config:?}");
    assert!(!config.out.contains('@'), "{config:?}");
}

/// The command of a line of sshd's, run as sshd runs it: by the account's shell.
fn comes_in(place: &Place, asked: &str, set: &[(&str, &str)]) -> Printed {
    let line = authorized(place, "ed25519");
    let command = line.split('"').nth(1).unwrap();
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", command]).env_clear();
    shell.env("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22");
    if !asked.is_empty() {
        shell.env("SSH_ORIGINAL_COMMAND", asked);
    }
    shell.envs(set.iter().copied());
    shell.output().unwrap().into()
}

#[test]
fn over_ssh_the_key_says_who_and_nothing_that_is_sent_does() {
    let place = Place::new();
    place.does("", &["member", "key", "kari", &key("ed25519")]);
    let other = Place::empty();
    let elsewhere = other.db().display().to_string();
    let set = [
        ("KOMMIT_DB", elsewhere.as_str()),
        ("KOMMIT_MEMBER", "lise"),
        ("KOMMIT_LANG", "en"),
        ("HOME", "/nonexistent"),
        ("XDG_DATA_HOME", "/nonexistent"),
    ];
    let said = comes_in(&place, "kapital --json", &set);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(said.json()["bank_ore"], 0);
    // What kari may not do she can't, whoever she says she is; and the language that is set isn't taken either.
    let said = comes_in(&place, "round open 2018-1 2018-01", &set);
    assert!(said.code == 3 && said.err.contains("Bare "), "{said:?}");
    for (asked, code, name) in [
        ("capital --as lise --json", 3, "ssh-no-option"),
        ("capital --db x.db --json", 3, "ssh-no-option"),
        ("capital --today 2019-01-01 --json", 3, "ssh-no-option"),
        ("check --json", 3, "ssh-no-command"),
        ("demo --json", 3, "ssh-no-command"),
        ("import participants /etc/passwd --json", 3, "ssh-no-path"),
        ("capital@file --json", 2, "usage"),
        ("@file --json", 2, "usage"),
        ("capital; id --json", 2, "usage"),
        ("$(id) --json", 2, "usage"),
        ("`id` --json", 2, "usage"),
        ("capital | id --json", 2, "usage"),
        ("capital > /tmp/x --json", 2, "usage"),
        ("capital\nid --json", 2, "usage"),
        ("scp -t /tmp --json", 2, "usage"),
        ("/usr/lib/openssh/sftp-server --json", 2, "usage"),
    ] {
        assert_eq!(
            comes_in(&place, asked, &set).refusal(),
            (code, name.to_owned()),
            "{asked}"
        );
    }
    for asked in ["capital 'x", "capital \"x"] {
        let said = comes_in(&place, asked, &set);
        assert!(said.code == 4 && said.err.contains("anførselstegn"), "{said:?}");
    }
    let said = comes_in(&place, "", &set);
    assert!(
        said.code == 4 && said.err.contains("ssh -t") && said.err.lines().count() == 1,
        "{said:?}"
    );
    assert!(comes_in(&place, "--plain", &set).out.contains("Venter på deg"));
    assert!(
        comes_in(&place, "--plain 6 --lang en", &set)
            .out
            .contains("Sources")
    );
}

#[test]
fn what_is_written_over_ssh_is_logged_with_key_and_address_and_a_removed_key_writes_nothing() {
    let place = Place::new();
    place.does("", &["member", "key", "sofie", &key("ed25519")]);
    let said = comes_in(&place, "participant decide 0101 yes --json", &[]);
    assert_eq!(said.code, 0, "{said:?}");
    let row = place.does("", &["audit", "--limit", "1"])["items"][0].clone();
    assert_eq!(row["actor"], "sofie");
    assert_eq!(row["via"], "ssh");
    assert_eq!(row["key"], FINGERPRINT);
    assert_eq!(row["address"], "192.0.2.7");
    assert!(row["user"].is_null(), "{row}");
    // A line that sshd has been given before.
    let line = authorized(&place, "ed25519");
    place.does("", &["member", "key", "--remove", FINGERPRINT]);
    let rerun = |asked: &str| -> Printed {
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", line.split('"').nth(1).unwrap()]).env_clear();
        shell.env("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22");
        shell.env("SSH_ORIGINAL_COMMAND", asked);
        shell.output().unwrap().into()
    };
    for asked in ["participant decide 0104 yes --json", "capital --json"] {
        assert_eq!(rerun(asked).refusal(), (3, "key-removed".to_owned()), "{asked}");
    }
}

#[test]
fn nobody_starts_a_session_of_sshds_by_hand_nor_with_a_file_of_their_own() {
    let place = Place::new();
    place.does("", &["member", "key", "kari", &key("ed25519")]);
    let session = ["ssh", "session", "kari", "--key", FINGERPRINT];
    let said = place.says("", &session);
    assert!(said.code == 3 && said.err.contains("sshd"), "{said:?}");
    let mut command = place.command("", &session);
    command.env("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22");
    let said: Printed = command.output().unwrap().into();
    assert!(said.code == 3 && said.err.contains("full sti"), "{said:?}");
}
