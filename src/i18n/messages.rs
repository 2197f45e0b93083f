//! The messages of one language, each read when it is first asked for: a command says a few dozen of some three thousand, and
//! reading them all would take longer than its answer.

use std::collections::HashSet;
use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// The messages and terms of a language as they are written, on end.
pub(super) struct Written {
    pub text: &'static str,
    /// Of each where it begins, and how long its name and the whole of it are; by name.
    pub places: &'static [(usize, usize, usize)],
}

impl Written {
    /// A name and its entry.
    fn entry(&self, (at, name, whole): (usize, usize, usize)) -> (&'static str, &'static str) {
        (&self.text[at..at + name], &self.text[at..at + whole])
    }

    fn find(&self, name: &str) -> Option<(&'static str, &'static str)> {
        let found = self
            .places
            .binary_search_by(|place| self.entry(*place).0.cmp(name));
        found.ok().map(|at| self.entry(self.places[at]))
    }
}

/// Messages and terms by their names, and what of them has been read.
pub(super) struct Messages {
    written: &'static Written,
    loaded: RwLock<Loaded>,
}

struct Loaded {
    bundle: FluentBundle<FluentResource>,
    names: HashSet<&'static str>,
}

/// A message that can't be read, or whose arguments are not those that it was given: what is wrong, and the text as far
/// as it goes.
pub(super) struct Faulty {
    pub text: String,
    pub faults: String,
}

impl Messages {
    /// `bundle` has the functions that the messages call, and no message yet.
    pub(super) fn new(written: &'static Written, bundle: FluentBundle<FluentResource>) -> Messages {
        Messages {
            written,
            loaded: RwLock::new(Loaded {
                bundle,
                names: HashSet::new(),
            }),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.written.find(name).is_some()
    }

    /// The text of a message, or `None` when there is none of that name.
    pub(super) fn format(&self, name: &str, args: Option<&FluentArgs>) -> Option<Result<String, Faulty>> {
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
            let Some((name, text)) = self.written.find(name) else {
                continue;
            };
            if loaded.names.insert(name) {
                let resource =
                    FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| format!("{faults:?}"))?;
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

/// Every name inside braces. Some are arguments and functions; those name no message.
fn named_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).flat_map(|placeable| {
        let inside = placeable.split('}').next().unwrap_or_default();
        inside.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::super::entries::entries;
    use super::*;

    impl Messages {
        pub(crate) fn names(&self) -> Vec<&'static str> {
            let entries = self.written.places.iter().map(|place| self.written.entry(*place));
            entries.map(|(name, _)| name).collect()
        }

        /// Messages that can't be read, with what is wrong.
        pub(crate) fn unreadable(&self) -> Vec<(&'static str, String)> {
            let faults = |name| self.load(name).err().map(|fault| (name, fault));
            self.names().into_iter().filter_map(faults).collect()
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
