//! The messages of one language, each read from its file when it is first asked for: a command says a few dozen of some
//! two thousand, and reading them all would take longer than its answer.

use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// Messages and terms by their names, and what of them has been read.
pub(super) struct Messages {
    /// Each entry as it is written.
    written: HashMap<&'static str, &'static str>,
    loaded: RwLock<Loaded>,
}

struct Loaded {
    bundle: FluentBundle<FluentResource>,
    names: HashSet<&'static str>,
}

/// Room for those of a language, so that the table is made once and not doubled a dozen times at each start.
const ENTRIES: usize = 3_500;

/// A message that can't be read, or whose arguments are not those that it was given: what is wrong, and the text as far
/// as it goes.
pub(super) struct Faulty {
    pub text: String,
    pub faults: String,
}

impl Messages {
    /// `bundle` has the functions that the messages call, and no message yet.
    pub fn new(sources: &[&'static str], bundle: FluentBundle<FluentResource>) -> Messages {
        let mut written = HashMap::with_capacity(ENTRIES);
        written.extend(sources.iter().flat_map(|source| entries(source)));
        Messages {
            written,
            loaded: RwLock::new(Loaded {
                bundle,
                names: HashSet::new(),
            }),
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.written.contains_key(name)
    }

    /// The text of a message, or `None` when there is none of that name.
    pub fn format(&self, name: &str, args: Option<&FluentArgs>) -> Option<Result<String, Faulty>> {
        if let Err(faults) = self.load(name) {
            let text = name.to_owned();
            return Some(Err(Faulty { text, faults }));
        }
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        let pattern = loaded.bundle.get_message(name)?.value()?;
        let mut faults = Vec::new();
        let text = loaded
            .bundle
            .format_pattern(pattern, args, &mut faults)
            .into_owned();
        Some(if faults.is_empty() {
            Ok(text)
        } else {
            let faults = format!("{faults:?}");
            Err(Faulty { text, faults })
        })
    }

    /// Reads an entry and those that it names, unless that has been done.
    fn load(&self, name: &str) -> Result<(), String> {
        // A panic elsewhere leaves the messages as they were: each is read whole or not at all.
        let loaded = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        if loaded.names.contains(name) {
            return Ok(());
        }
        drop(loaded);
        let mut loaded = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        let mut wanted = vec![name];
        while let Some(name) = wanted.pop() {
            let Some((name, text)) = self.written.get_key_value(name) else {
                continue;
            };
            if loaded.names.insert(name) {
                let resource = FluentResource::try_new((*text).to_owned())
                    .map_err(|(_, faults)| format!("{faults:?}"))?;
                loaded
                    .bundle
                    .add_resource(resource)
                    .map_err(|faults| format!("{faults:?}"))?;
                wanted.extend(named_in(text));
            }
        }
        Ok(())
    }
}

/// The entries of a file: an entry begins with its name at the start of a line and goes on to the next one.
fn entries(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let begins = |line: &str| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
    let mut rest = source;
    std::iter::from_fn(move || {
        loop {
            let (mut end, mut lines) = (0, rest.split_inclusive('\n'));
            let first = lines.next()?;
            end += first.len();
            if !begins(first) {
                rest = &rest[end..];
                continue;
            }
            end += lines
                .take_while(|line| !begins(line) && !line.starts_with('#'))
                .map(str::len)
                .sum::<usize>();
            let (entry, after) = rest.split_at(end);
            rest = after;
            let (name, _) = first.split_once(' ').unwrap_or((first, ""));
            return Some((name, entry));
        }
    })
}

/// Every name inside braces. Some are arguments and functions; those name no message.
fn named_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).flat_map(|placeable| {
        let inside = placeable.split('}').next().unwrap_or_default();
        inside.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Messages {
        /// Messages that can't be read, with what is wrong.
        pub fn unreadable(&self) -> Vec<(&'static str, String)> {
            let faults = |name: &&'static str| self.load(name).err().map(|fault| (*name, fault));
            self.written.keys().filter_map(faults).collect()
        }
    }

    #[test]
    fn an_entry_ends_where_the_next_one_or_a_comment_begins() {
        let source = "# Head\n\none = Én\n\n# About two\ntwo =\n    { $n ->\n        [one] { -term }\n       *[other] { one } { SENTENCE(three) }\n    }\n-term = ord\n";
        let found: Vec<(&str, &str)> = entries(source).collect();
        assert_eq!(
            found.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["one", "two", "-term"]
        );
        assert_eq!(found[0].1, "one = Én\n\n");
        assert!(found[1].1.ends_with("    }\n"));
        let named: HashSet<&str> = named_in(found[1].1).collect();
        assert!(["-term", "one", "three"].iter().all(|name| named.contains(name)));
    }
}
