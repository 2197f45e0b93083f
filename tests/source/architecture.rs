//! The direction of the dependencies, read from the sources: which room may name which, where a foreign crate may be
//! used, and where the world outside may be looked at. The checks are tried on made-up lines first, so that they can fail.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, and the rooms that each may name.
const ROOMS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("store", &["domain"]),
    ("usecases", &["domain", "store", "i18n"]),
    ("exchange", &["domain"]),
    ("i18n", &["domain"]),
    ("present", &["domain", "usecases", "exchange", "i18n"]),
    // Makes a whole fund: the file as well as what happens in it.
    ("demo", &["domain", "usecases", "exchange", "present", "store"]),
    (
        "cli",
        &["domain", "usecases", "exchange", "i18n", "present", "demo"],
    ),
    ("tui", &["domain", "usecases", "exchange", "i18n", "present"]),
];

/// Foreign crates that stay in one room.
const FOREIGN: [(&str, &str); 5] = [
    ("rusqlite", "store"),
    ("ratatui", "tui"),
    ("crossterm", "tui"),
    ("ratatui_textarea", "tui"),
    ("tui_input", "tui"),
];

/// The world outside: the clock on the wall, the environment, the home. Only the program's entry looks.
const WORLD: [&str; 8] = [
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "ZonedDateTime::now",
    "env::",
    "etcetera",
    "home_dir",
];

/// Looks at the world outside that stand, each with its reason.
const WORLD_ALLOWED: [(&str, &str, &str); 4] = [
    (
        "tui/runtime/mod.rs",
        "Instant::now",
        "bounds a wait for keys; no fact and no figure comes of it",
    ),
    (
        "tui/runtime/input.rs",
        "Instant::now",
        "tells a key from the rest of one that a line has cut",
    ),
    (
        "tui/runtime/fund_thread.rs",
        "Instant::now",
        "spaces the looks for what others have written",
    ),
    (
        "tui/runtime/watched.rs",
        "Instant::now",
        "a test that waits for notices and no longer",
    ),
];

/// Modules among the screens that are no screens, each with its reason.
const NO_SCREENS: [(&str, &str); 2] = [
    ("step_form", "the frame that every screen with a form is put in"),
    ("pricing", "the fields of a price model, which two forms ask for"),
];

/// Where one room names another all the same, each with its reason.
const ROOMS_EXCUSED: [(&str, &str, &str); 3] = [
    (
        "cli/same_facts.rs",
        "tui",
        "a test that commands and screens tell the same",
    ),
    (
        "tui/testing/demo_fund.rs",
        "demo",
        "stories of screens are told on the demo fund",
    ),
    (
        "tui/testing/demo_fund.rs",
        "store",
        "stories of screens open the demo fund's file",
    ),
];

/// The longest file, in lines.
const LONGEST: usize = 400;

/// Longer files that stand, each with its reason.
const LONG_ALLOWED: [(&str, &str); 0] = [];

/// A source: where it is below `src`, the modules that lead to it, and its code without comments.
pub struct Source {
    pub file: String,
    pub module: Vec<String>,
    pub code: String,
}

impl Source {
    pub fn new(file: &str, text: &str) -> Source {
        let bare = file.trim_end_matches(".rs").trim_end_matches("/mod");
        let module = match bare {
            "lib" | "main" => Vec::new(),
            path => path.split('/').map(str::to_owned).collect(),
        };
        let code: Vec<&str> = text
            .lines()
            .map(|line| match line.find("//") {
                // An address in a string is no comment.
                Some(at) if !line[..at].ends_with(':') => &line[..at],
                _ => line,
            })
            .collect();
        Source {
            file: file.to_owned(),
            module,
            code: code.join("\n"),
        }
    }

    fn room(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }

    /// Every path that starts at the crate or climbs from this module, from the crate's root.
    fn paths(&self) -> BTreeSet<String> {
        let tests = self
            .code
            .find("#[cfg(test)]\nmod tests {")
            .unwrap_or(self.code.len());
        let mut paths = BTreeSet::new();
        for (at, word) in words(&self.code) {
            let starts = !self.code[..at].ends_with("::");
            let mut base = self.module.clone();
            if at > tests {
                base.push("tests".to_owned());
            }
            let mut rest = &self.code[at + word.len()..];
            match word {
                "crate" | "kommit" if starts && rest.starts_with("::") => base.clear(),
                "super" if starts => {
                    base.pop();
                    while let Some(further) = rest.strip_prefix("::super") {
                        base.pop();
                        rest = further;
                    }
                }
                _ => continue,
            }
            while let Some(further) = rest.strip_prefix("::") {
                let name: String = further.chars().take_while(|c| is_word(*c)).collect();
                if name.is_empty() {
                    // A group or everything of a module: what is in it isn't told apart.
                    base.push("{}".to_owned());
                    break;
                }
                rest = &further[name.len()..];
                base.push(name);
            }
            paths.insert(base.join("::"));
        }
        paths
    }
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every word with where it stands.
pub fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - code.as_ptr() as usize, word))
}

/// Everything in a source that goes against the direction of the light.
fn faults(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let file = &source.file;
    if let Some(room) = source.room() {
        let allowed = ROOMS
            .iter()
            .find(|(name, _)| *name == room)
            .map(|(_, allowed)| *allowed);
        for path in source.paths() {
            let first = path.split("::").next().unwrap_or_default();
            let known = ROOMS.iter().any(|(name, _)| *name == first);
            let excused = ROOMS_EXCUSED
                .iter()
                .any(|(where_, what, _)| where_ == file && *what == first);
            let fine = excused || first == room || allowed.is_some_and(|allowed| allowed.contains(&first));
            if first == "{}" || (known && !fine) {
                faults.push(format!("{file}: {room} may not name {path}"));
            }
            let own_screen = source
                .module
                .iter()
                .take(3)
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("::");
            let in_screens = source.module.len() > 2 && own_screen.starts_with("tui::screens::");
            let same = path == own_screen || path.starts_with(&format!("{own_screen}::"));
            // What stands in the room of the screens itself is for all of them; what is in a module is another's.
            let others = path.strip_prefix("tui::screens::").is_some_and(|rest| {
                let module = rest.split("::").next().unwrap_or_default();
                let shared = NO_SCREENS.iter().any(|(name, _)| *name == module);
                !shared && !rest.starts_with(char::is_uppercase)
            });
            if in_screens && others && !same {
                faults.push(format!("{file}: a screen may not name another, {path}"));
            }
        }
        for (name, home) in FOREIGN {
            if room != home && words(&source.code).any(|(_, word)| word == name) {
                faults.push(format!("{file}: {name} is used in {home} only"));
            }
        }
    }
    if file != "main.rs" {
        for look in WORLD {
            let excused = WORLD_ALLOWED
                .iter()
                .any(|(where_, what, _)| where_ == file && *what == look);
            if source.code.contains(look) && !excused {
                faults.push(format!("{file}: {look} is for the program's entry only"));
            }
        }
    }
    faults
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source with its text.
pub fn sources() -> Vec<(Source, String)> {
    let mut found = Vec::new();
    let mut folders = vec![src()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let file = path
                    .strip_prefix(src())
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push((Source::new(&file, &text), text));
            }
        }
    }
    found.sort_by(|a, b| a.0.file.cmp(&b.0.file));
    found
}

#[test]
fn every_room_names_only_the_rooms_below_it() {
    let faults: Vec<String> = sources().iter().flat_map(|(source, _)| faults(source)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_room_is_known_and_there() {
    let rooms: BTreeSet<String> = sources()
        .iter()
        .filter_map(|(source, _)| source.room().map(str::to_owned))
        .collect();
    let known: BTreeSet<String> = ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(rooms, known);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for (source, text) in sources() {
        assert!(text.starts_with("//! "), "{} opens without //!", source.file);
    }
}

#[test]
fn no_file_is_longer_than_one_can_take_in() {
    let mut long = BTreeSet::new();
    for (source, text) in sources() {
        if text.lines().count() > LONGEST {
            long.insert(source.file);
        }
    }
    let allowed: BTreeSet<String> = LONG_ALLOWED.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(
        long, allowed,
        "longer than {LONGEST} lines; on the right, those that may be"
    );
}

#[test]
fn no_excuse_outlives_its_cause() {
    for (file, what, reason) in WORLD_ALLOWED {
        let text = fs::read_to_string(src().join(file)).unwrap();
        assert!(text.contains(what), "{file} no longer needs: {reason}");
    }
    for (name, reason) in NO_SCREENS {
        let file = src().join("tui/screens").join(name).with_extension("rs");
        assert!(file.is_file(), "there is no longer {reason}");
    }
}

#[test]
fn the_check_finds_what_it_is_there_to_find() {
    for (file, code) in [
        ("domain/money.rs", "use crate::store::Read;"),
        ("domain/money.rs", "let x = crate::usecases::OpError;"),
        ("domain/money.rs", "use super::super::store::Read;"),
        ("domain/scheme/reader.rs", "use super::super::super::i18n::Words;"),
        ("domain/scheme/mod.rs", "use super::super::i18n::Words;"),
        ("domain/money.rs", "use crate::{store::Read, domain::text};"),
        ("domain/money.rs", "use super::super::{store::Read};"),
        (
            "domain/money.rs",
            "#[cfg(test)]\nmod tests {\n    use super::super::super::store::Read;\n}",
        ),
        ("domain/money.rs", "use rusqlite::Connection;"),
        ("store/mod.rs", "use crate::usecases::Session;"),
        ("usecases/rounds.rs", "use crate::tui::App;"),
        ("usecases/rounds.rs", "fn f(c: &rusqlite::Connection) {}"),
        ("exchange/csv.rs", "use crate::store::Read;"),
        ("exchange/csv.rs", "use crate::usecases::OpError;"),
        ("cli/check.rs", "use crate::store::Finding;"),
        ("cli/check.rs", "use crate::tui::App;"),
        ("cli/check.rs", "use ratatui::Frame;"),
        ("tui/app.rs", "use crate::cli::run;"),
        ("tui/app.rs", "use kommit::store::Store;"),
        ("i18n/mod.rs", "use crossterm::event;"),
        ("tui/screens/ranking.rs", "use super::overview::Overview;"),
        ("tui/screens/ranking.rs", "use super::{overview};"),
        (
            "tui/screens/ranking.rs",
            "use crate::tui::screens::overview::Overview;",
        ),
        (
            "tui/screens/ranking/draw.rs",
            "use super::super::overview::Overview;",
        ),
        ("cli/mod.rs", "let now = std::time::SystemTime::now();"),
        ("usecases/mod.rs", "let now = jiff::Timestamp::now();"),
        ("cli/open.rs", "let db = std::env::var(\"KOMMIT_DB\");"),
        ("tui/app.rs", "let t = Instant::now();"),
        ("lib.rs", "let home = etcetera::home_dir();"),
    ] {
        assert_ne!(
            faults(&Source::new(file, code)),
            Vec::<String>::new(),
            "{file}: {code}"
        );
    }
}

#[test]
fn the_check_lets_through_what_is_as_it_should_be() {
    for (file, code) in [
        ("domain/money.rs", "use super::refusal::Refusal; // crate::store"),
        (
            "domain/money.rs",
            "#[cfg(test)]\nmod tests {\n    use super::super::refusal::Refusal;\n    use super::*;\n}",
        ),
        (
            "domain/scheme/reader.rs",
            "use crate::domain::text; use super::Scheme; use super::super::money::Ore;",
        ),
        (
            "store/mod.rs",
            "use rusqlite::Connection; use crate::domain::money::Ore;",
        ),
        (
            "usecases/views/audit.rs",
            "use super::super::OpError; use super::{View, Viewer}; use crate::store::Read;",
        ),
        (
            "cli/export.rs",
            "use crate::exchange::csv_table; use super::page::Page;",
        ),
        (
            "tui/screens/ranking.rs",
            "use crate::tui::widgets::list::List; use super::super::effects::Effect;",
        ),
        (
            "tui/screens/ranking.rs",
            "#[cfg(test)]\nmod tests {\n    use super::*;\n    use super::State;\n}",
        ),
        (
            "tui/screens/ranking/draw.rs",
            "use super::State; use crate::tui::screens::ranking::Action;",
        ),
        (
            "tui/screens/ranking/stories.rs",
            "use crate::tui::screens::HOUSE;",
        ),
        (
            "tui/screens/mod.rs",
            "use self::overview::Overview; use crate::tui::screens::ranking;",
        ),
        ("main.rs", "let db = std::env::var(\"KOMMIT_DB\");"),
        (
            "cli/help.rs",
            "let version = env!(\"CARGO_PKG_VERSION\"); // never std::env::var",
        ),
        ("tui/runtime/mod.rs", "let t = Instant::now();"),
    ] {
        assert_eq!(
            faults(&Source::new(file, code)),
            Vec::<String>::new(),
            "{file}: {code}"
        );
    }
}
