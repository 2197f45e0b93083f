//! How somebody came in, and as whom: one value, made by the program's entry of what it saw, and handed down. What the log
//! keeps of it stands in every row that the session writes.

use std::fmt;

use super::text::is_unsafe;

/// Who comes in, and which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Over SSH there always is one.
    member: Option<String>,
    way_in: WayIn,
}

/// At the machine itself, or over SSH.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayIn {
    /// The operating system's user; empty where it isn't known.
    Local { user: String },
    /// The fingerprint of the key, and the address that it came from; empty where that isn't known.
    Ssh { key: String, address: String },
}

impl Access {
    /// At the machine, as a member; as the owner of the file where none is named.
    #[must_use]
    pub fn local(member: Option<&str>) -> Access {
        Access {
            member: member.map(str::to_owned),
            way_in: WayIn::Local { user: String::new() },
        }
    }

    /// The operating system's user, of a local way in.
    #[must_use]
    pub fn by_user(mut self, name: &str) -> Access {
        if let WayIn::Local { user } = &mut self.way_in {
            *user = one_word(name);
        }
        self
    }

    /// Over SSH, as the member whose key it is.
    #[must_use]
    pub fn ssh(member: &str, key: &str, address: &str) -> Access {
        Access {
            member: Some(member.to_owned()),
            way_in: WayIn::Ssh {
                key: one_word(key),
                address: one_word(address),
            },
        }
    }

    /// The same way in, as another member.
    #[must_use]
    pub fn as_member(self, member: &str) -> Access {
        Access {
            member: Some(member.to_owned()),
            ..self
        }
    }

    #[must_use]
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }

    #[must_use]
    pub fn way_in(&self) -> &WayIn {
        &self.way_in
    }

    /// The fingerprint of the key by which one came in over SSH.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match &self.way_in {
            WayIn::Ssh { key, .. } => Some(key),
            WayIn::Local { .. } => None,
        }
    }
}

impl WayIn {
    /// Reads what the log keeps. What a later version wrote is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<WayIn> {
        let mut words = text.split(' ').map(str::to_owned);
        let way = words.next()?;
        let mut word = || words.next().unwrap_or_default();
        match way.as_str() {
            "local" => Some(WayIn::Local { user: word() }),
            "ssh" => Some(WayIn::Ssh {
                key: word(),
                address: word(),
            }),
            _ => None,
        }
    }
}

/// As the log keeps it: `local`, `local ola`, `ssh SHA256:… 192.0.2.7`.
impl fmt::Display for WayIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            WayIn::Local { user } => ["local", user, ""],
            WayIn::Ssh { key, address } => ["ssh", key, address],
        };
        let said = words.into_iter().filter(|word| !word.is_empty());
        f.write_str(&said.collect::<Vec<_>>().join(" "))
    }
}

/// The system's names may hold blanks and worse; in the log each is one word.
fn one_word(text: &str) -> String {
    let odd = |c: char| c.is_whitespace() || is_unsafe(c);
    text.chars().map(|c| if odd(c) { '_' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_reads_back_every_way_in_as_it_was_written() {
        for (access, text) in [
            (Access::local(None), "local"),
            (
                Access::local(Some("lise")).by_user("DOM\\Ola Nor\n"),
                "local DOM\\Ola_Nor_",
            ),
            (
                Access::ssh("lise", "SHA256:abc", "192.0.2.7"),
                "ssh SHA256:abc 192.0.2.7",
            ),
            (Access::ssh("lise", "SHA256:abc", ""), "ssh SHA256:abc"),
        ] {
            assert_eq!(access.way_in().to_string(), text);
            assert_eq!(WayIn::parse(text).as_ref(), Some(access.way_in()));
        }
        assert_eq!(WayIn::parse("by-pigeon x"), None);
    }

    #[test]
    fn a_name_of_the_machine_is_none_over_ssh() {
        let access = Access::ssh("lise", "SHA256:abc", "").by_user("kommit");
        assert_eq!(access.way_in().to_string(), "ssh SHA256:abc");
    }
}
