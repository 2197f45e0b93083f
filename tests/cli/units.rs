//! The units that are shipped are ones that systemd takes whole: it passes over what it doesn't know with a warning alone.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

use crate::place::skipped;

const UNITS: [&str; 3] = [
    "ssh/kommit-backup.service",
    "ssh/kommit-backup.timer",
    "litestream/kommit-litestream.service",
];

/// What systemd says of units in a folder; none where it isn't installed.
fn verified(folder: &Path) -> Option<Output> {
    let units = fs::read_dir(folder).unwrap().map(|unit| unit.unwrap().path());
    match Command::new("systemd-analyze").arg("verify").args(units).output() {
        Err(fault) if fault.kind() == ErrorKind::NotFound => {
            skipped("systemd-analyze is missing", "apt-get install -y systemd");
            None
        }
        done => Some(done.unwrap()),
    }
}

/// Its words of our units: it reads others besides.
fn faults(done: &Output) -> Vec<String> {
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    let own = said.lines().filter(|line| line.contains("kommit"));
    own.map(str::to_owned).collect()
}

#[test]
fn systemd_knows_every_word_of_the_units_that_are_shipped() {
    let folder = tempfile::tempdir().unwrap();
    for unit in UNITS {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets")).join(unit);
        // What is to be run isn't installed here.
        let text = fs::read_to_string(&path).unwrap();
        let text = text.replace("/usr/local/bin/kommit", "/bin/true");
        let text = text.replace("/usr/local/bin/litestream", "/bin/true");
        fs::write(folder.path().join(path.file_name().unwrap()), text).unwrap();
    }
    let Some(done) = verified(folder.path()) else {
        return;
    };
    assert!(done.status.success() && faults(&done).is_empty(), "{done:?}");
    // A word that it doesn't know is told of.
    let misspelt = "[Service]\nType=oneshot\nExecStart=/bin/true\nProtectSytem=strict\n";
    fs::write(folder.path().join("kommit-misspelt.service"), misspelt).unwrap();
    let done = verified(folder.path()).unwrap();
    assert!(
        faults(&done).iter().any(|fault| fault.contains("ProtectSytem")),
        "{done:?}"
    );
}
