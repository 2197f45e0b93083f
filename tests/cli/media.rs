//! What the file lies on fails: a disk or a quota that is full, a medium that can only be read, rights that are missing. Each is
//! said in one sentence, and nothing is half written. Disks are mounted where only the test sees them.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use rusqlite::Connection;

use crate::place::{Place, Printed, skipped};

/// Runs a shell script that may mount what it likes, seen by nobody else; `None` where the system doesn't let anybody. The
/// program is `$KOMMIT`, and the fund of the place lies on `$HOME`.
fn mounting(place: &Place, script: &str) -> Option<Printed> {
    let apart = if rustix::process::geteuid().is_root() {
        &["-m"][..]
    } else {
        &["-rm"]
    };
    let alone = || {
        let mut command = Command::new("unshare");
        command.args(apart).args(["sh", "-euc"]);
        command
    };
    let tried = match alone().arg("mount -t tmpfs none /mnt").output() {
        Err(fault) if fault.kind() == ErrorKind::NotFound => {
            skipped("unshare is missing", "apt-get install -y util-linux");
            return None;
        }
        tried => tried.unwrap(),
    };
    if !tried.status.success() {
        eprintln!("skipped, for nothing may be mounted here: {tried:?}");
        return None;
    }
    fs::create_dir(place.path().join("disk")).unwrap();
    let mut command = alone();
    command
        .arg(script)
        .env_clear()
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    command.env("KOMMIT", assert_cmd::cargo::cargo_bin!("kommit"));
    command.env("HOME", place.path());
    let said: Printed = command.output().unwrap().into();
    assert_eq!(said.code, 0, "{said:?}");
    Some(said)
}

/// The code of the refusal in the answer that a script left in a file.
fn refusal(place: &Place, name: &str) -> String {
    let text = fs::read_to_string(place.path().join(name)).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    answer["error"]["code"]
        .as_str()
        .unwrap_or_else(|| panic!("{text}"))
        .to_owned()
}

#[test]
fn a_disk_that_is_full_is_said_and_every_write_that_was_done_is_there_when_there_is_room_again() {
    let place = Place::new();
    let script = r#"
        disk=$HOME/disk; db=$disk/fund.db
        mount -t tmpfs -o size=1500k none "$disk"
        cp "$HOME/fund.db" "$db"
        size=$(stat -c %s "$db")
        dd if=/dev/zero of="$disk/filler" bs=4096 count=$(( (1500 * 1024 - size - 160 * 1024) / 4096 )) 2>/dev/null
        done=0
        while "$KOMMIT" --db "$db" --as sofie --today 2018-02-01 ks pay --amount 1 --json >"$HOME/said"; do
            done=$((done + 1))
            dd if=/dev/zero of="$disk/filler-$done" bs=4096 count=4 2>/dev/null || :
        done
        "$KOMMIT" --db "$db" backup "$disk/copy.db" --json >"$HOME/backup" && exit 9
        ls "$disk" | grep -v filler >"$HOME/left"
        rm "$disk"/filler*
        "$KOMMIT" --db "$db" check
        "$KOMMIT" --db "$db" --today 2018-02-01 capital --json >"$HOME/capital"
        echo "$done"
    "#;
    let Some(said) = mounting(&place, script) else {
        return;
    };
    let done: i64 = said.out.lines().last().unwrap().parse().unwrap();
    assert!(done > 0, "{said:?}");
    let said = refusal(&place, "said");
    assert!(["disk-full", "disk-failed"].contains(&said.as_str()), "{said}");
    assert_eq!(refusal(&place, "backup"), "disk-full");
    let left = fs::read_to_string(place.path().join("left")).unwrap();
    assert!(!left.contains(".new") && !left.contains("copy"), "{left}");
    let capital = fs::read_to_string(place.path().join("capital")).unwrap();
    let capital: serde_json::Value = serde_json::from_str(&capital).unwrap();
    assert_eq!(capital["bank_ore"], done * 100);
}

#[test]
fn a_file_that_may_grow_no_further_is_said_and_nothing_is_written() {
    let place = Place::new();
    // The system counts in blocks of 512 bytes: room for what SQLite keeps in memory beside the file, and not for a step.
    let pay = place.command("sofie", &["ks", "pay", "--amount", "1", "--json"]);
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -f 64; exec \"$@\"", "sh"]);
    shell.arg(pay.get_program()).args(pay.get_args()).env_clear();
    shell.envs(pay.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let said: Printed = shell.output().unwrap().into();
    assert_eq!(said.refusal(), (1, "disk-failed".to_owned()));
    assert_eq!(place.does("", &["capital"])["bank_ore"], 0);
    assert_eq!(place.does("", &["check"])["ok"], true);
}

#[test]
fn an_archived_copy_on_a_medium_that_can_only_be_read_is_read_and_checked_and_put_back_elsewhere() {
    let place = Place::with_halden_paid();
    let open = Connection::open(place.db()).unwrap();
    open.query_row("SELECT count(*) FROM fund", [], |_| Ok(()))
        .unwrap();
    place.does("sofie", &["ks", "pay", "--amount", "7"]);
    for end in ["", "-wal"] {
        fs::copy(
            format!("{}{end}", place.db().display()),
            place.path().join(format!("killed.db{end}")),
        )
        .unwrap();
    }
    drop(open);
    let script = r#"
        disk=$HOME/disk; db="$disk/50% ?#æ.db"
        mount -t tmpfs none "$disk"
        cp "$HOME/fund.db" "$db"
        cp "$HOME"/killed.db* "$disk"
        mount -o remount,ro "$disk"
        kommit() { "$KOMMIT" --today 2018-02-01 "$@"; }
        kommit --db "$db" check >"$HOME/check"
        kommit --db "$db" --as lise --plain 6 >"$HOME/page"
        kommit --db "$db" capital --json
        kommit --db "$db" --as sofie ks pay --amount 1 --json >"$HOME/paid" && exit 9
        kommit --db "$db" backup "$disk/copy.db" --json >"$HOME/backup" && exit 9
        kommit --db "$disk/none.db" init --json >"$HOME/init" && exit 9
        # What lies in a log of writes can't be taken in where nothing can be written.
        kommit --db "$disk/killed.db" capital --json >"$HOME/killed" && exit 9
        kommit --db "$HOME/whole.db" restore "$disk/killed.db" --json >"$HOME/restored"
        kommit --db "$HOME/again.db" restore "$db" --json >"$HOME/restored"
    "#;
    let Some(said) = mounting(&place, script) else {
        return;
    };
    assert_eq!(said.json()["bank_ore"], 61_580_700, "{said:?}");
    assert_eq!(refusal(&place, "paid"), "database-read-only");
    assert_eq!(refusal(&place, "backup"), "database-read-only");
    assert_eq!(refusal(&place, "init"), "database-read-only");
    assert_eq!(refusal(&place, "killed"), "fund-log-left");
    for whole in ["whole.db", "again.db"] {
        let db = place.path().join(whole).display().to_string();
        assert_eq!(
            place.does("", &["capital", "--db", &db])["bank_ore"],
            61_580_700,
            "{whole}"
        );
    }
}

#[test]
fn a_file_that_one_has_no_right_to_read_is_said_to_be_so_and_not_to_be_missing() {
    let place = Place::new();
    let folder = place.path().join("closed");
    fs::create_dir(&folder).unwrap();
    fs::rename(place.db(), folder.join("fund.db")).unwrap();
    let db = folder.join("fund.db").display().to_string();
    let mode =
        |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let refused = |what: &str| {
        let said = crate::files::held_back(&place, "sofie", &["capital", "--json", "--db", &db]);
        assert_eq!(said.refusal(), (4, "fund-forbidden".to_owned()), "{what}");
    };
    mode(place.path(), 0o777);
    mode(folder.join("fund.db").as_path(), 0o000);
    refused("the file");
    mode(folder.join("fund.db").as_path(), 0o644);
    mode(&folder, 0o000);
    refused("the folder");
    mode(&folder, 0o755);
}
