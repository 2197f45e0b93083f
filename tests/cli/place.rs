//! A folder with a fund, and the real program run in it as different people.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value as Json;
use tempfile::TempDir;

/// Handle and roles of everyone in the fund.
const PEOPLE: [(&str, &str); 6] = [
    ("kari", "member"),
    ("ola", "member"),
    ("lise", "chair"),
    ("sofie", "secretariat"),
    ("siri", "secretariat,ks"),
    ("karl", "ks"),
];

const INVITED: &str = "kind,number,name,county_number,county_name,population
kommune,0101,Halden,01,Østfold,30790
kommune,0104,Moss,01,Østfold,32407
fylkeskommune,01,Østfold,01,Østfold,292893
";

/// The business date of most stories.
pub const DAY: &str = "2018-02-01";

pub struct Place {
    folder: TempDir,
}

/// What the program said.
#[derive(Debug)]
pub struct Printed {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A proof that needs another program fails in CI where that is missing, and says elsewhere that it was skipped.
pub fn skipped(why: &str, install: &str) {
    let said = format!("{why}; install it with: {install}");
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{said}");
    eprintln!("skipped: {said}");
}

/// What a command under `strace` came to; none where nobody may be traced, or where there is no strace.
pub fn traced(strace: &mut Command) -> Option<Output> {
    let done = match strace.output() {
        Err(fault) if fault.kind() == ErrorKind::NotFound => {
            skipped("strace is missing", "apt-get install -y strace");
            return None;
        }
        done => done.unwrap(),
    };
    let errors = String::from_utf8_lossy(&done.stderr);
    if errors.contains("ptrace") {
        eprintln!("skipped, for nobody may be traced here: {errors}");
        return None;
    }
    Some(done)
}

impl From<Output> for Printed {
    fn from(output: Output) -> Printed {
        Printed {
            code: output.status.code().expect("the program wasn't killed"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Printed {
    #[track_caller]
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }

    /// Exit code and code of an error in JSON.
    #[track_caller]
    pub fn refusal(&self) -> (i32, String) {
        let code = self.json()["error"]["code"].as_str().map(str::to_owned);
        (self.code, code.unwrap_or_else(|| panic!("{self:?}")))
    }
}

/// The answer of a command without where the log stood, which is never the same twice.
#[track_caller]
fn without_log(mut answer: Json) -> Json {
    if let Some(log) = answer.as_object_mut().and_then(|answer| answer.remove("log")) {
        let hash = log["hash"].as_str().unwrap();
        assert!(log["row"].as_i64().unwrap() > 0 && hash.len() == 64, "{log}");
    }
    answer
}

impl Place {
    /// No fund yet.
    pub fn empty() -> Place {
        Place {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A fund of 2017 with everybody of [`PEOPLE`] and three of the invited.
    pub fn new() -> Place {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let place = Place::empty();
            // What most stories are about is said without a meeting (M14).
            let scheme = include_str!("../../assets/schemes/digifin-2017.toml").replace(
                "recommend_outside_meeting = false",
                "recommend_outside_meeting = true",
            );
            let scheme = place.file("scheme.toml", &scheme);
            place.does("", &["init", "--scheme", &scheme]);
            for (handle, roles) in PEOPLE {
                place.does("", &["member", "add", handle, "--name", handle, "--role", roles]);
            }
            let file = place.file("invited.csv", INVITED);
            place.does("", &["import", "participants", &file]);
            std::fs::read(place.db()).unwrap()
        });
        let place = Place::empty();
        std::fs::write(place.db(), bytes).unwrap();
        place
    }

    /// The demo fund, on its own date unless another is asked for with [`Place::told`].
    pub fn demo() -> Place {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let place = Place::empty();
            let db = place.db();
            let args = ["demo", "--json", "--db", db.to_str().unwrap()];
            let said: Printed = place.told(&args).output().unwrap().into();
            assert_eq!(said.code, 0, "{said:?}");
            std::fs::read(place.db()).unwrap()
        });
        let place = Place::empty();
        std::fs::write(place.db(), bytes).unwrap();
        place
    }

    /// As [`Place::new`], with Halden's contribution of 615 800 kr paid, and nothing else in the bank.
    pub fn with_halden_paid() -> Place {
        let place = Place::new();
        place.does("sofie", &["participant", "decide", "0101", "yes"]);
        place.does("sofie", &["participant", "pay", "0101"]);
        place
    }

    /// Another place with a copy of the fund.
    pub fn copy(&self) -> Place {
        let place = Place::empty();
        std::fs::copy(self.db(), place.db()).unwrap();
        place
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn db(&self) -> PathBuf {
        self.path().join("fund.db")
    }

    /// A file in the place; returns its path.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The program as a member, or as the owner of the file when nobody is named. Nothing of the machine around it is
    /// seen.
    pub fn command(&self, who: &str, args: &[&str]) -> Command {
        let mut command = self.told(&["--today", DAY]);
        command.args(args);
        if !who.is_empty() {
            command.env("KOMMIT_MEMBER", who);
        }
        command
    }

    /// The program as the owner of the file, on the date of the fund or of the clock.
    pub fn told(&self, args: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("kommit"));
        command
            .env_clear()
            .env("HOME", self.path())
            .env("KOMMIT_DB", self.db())
            .args(args);
        command
    }

    /// Runs a command on the date of the fund, which must succeed, and returns its JSON but for where
    /// the log stood.
    #[track_caller]
    pub fn tells(&self, args: &[&str]) -> Json {
        let said: Printed = self.told(&[args, &["--json"]].concat()).output().unwrap().into();
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        without_log(said.json())
    }

    pub fn says(&self, who: &str, args: &[&str]) -> Printed {
        self.command(who, args).output().unwrap().into()
    }

    /// Runs a command that must succeed, and returns its JSON but for where the log stood.
    #[track_caller]
    pub fn does(&self, who: &str, args: &[&str]) -> Json {
        let said = self.says(who, &[args, &["--json"]].concat());
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        without_log(said.json())
    }

    /// Runs a command that must be refused, and returns exit code and code.
    #[track_caller]
    pub fn refuses(&self, who: &str, args: &[&str]) -> (i32, String) {
        self.says(who, &[args, &["--json"]].concat()).refusal()
    }

    /// A proposal of Halden's, submitted and qualified.
    pub fn qualified(&self, title: &str, kroner: &str) -> String {
        let made = self.does(
            "sofie",
            &[
                "proposal",
                "register",
                "--title",
                title,
                "--applicant",
                "0101",
                "--benefit",
                "both",
                "--cost",
                kroner,
                "--applied",
                kroner,
            ],
        );
        let reference = made["ref"].as_str().unwrap().to_owned();
        self.does("sofie", &["proposal", "submit", &reference]);
        self.does(
            "sofie",
            &["proposal", "qualify", &reference, "--gates", "y,y,y,y"],
        );
        reference
    }

    /// Proposals that are scored, revealed and recommended for all that they apply for.
    pub fn recommended(&self, round: &str, proposals: &[(&str, &str)]) -> Vec<String> {
        let refs: Vec<String> = proposals
            .iter()
            .map(|(title, kroner)| self.qualified(title, kroner))
            .collect();
        let mut open = vec!["round", "open", round];
        open.extend(refs.iter().map(String::as_str));
        self.does("lise", &open);
        for reference in &refs {
            self.does("kari", &["score", reference, "--set", "benefit=4"]);
        }
        self.does("lise", &["round", "reveal", round]);
        for (reference, (_, kroner)) in refs.iter().zip(proposals) {
            self.does("lise", &["recommend", reference, "--amount", kroner]);
        }
        refs
    }
}
