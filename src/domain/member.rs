//! The registered people of a fund: members of the council, secretariat, KS and observers.

use std::collections::BTreeSet;

use super::participant::Number;
use super::policy::{Actor, Role};
use super::refusal::{Refusal, refuse};

/// A registered person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What commands and the log call the person: `[a-z][a-z0-9-]*`, at most 32 characters.
    pub handle: String,
    pub name: String,
    /// At least one.
    pub roles: BTreeSet<Role>,
    /// The municipality or county that the person comes from.
    pub participant: Option<Number>,
    /// A revoked member stays in the log and can't act.
    pub active: bool,
}

impl Member {
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            handle: self.handle.clone(),
            name: self.name.clone(),
            roles: self.roles.clone(),
            administrator: false,
        }
    }
}

/// # Errors
/// `handle-invalid` says what a handle looks like.
pub fn check_handle(handle: &str) -> Result<(), Refusal> {
    let plain = handle
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let starts_well = handle.starts_with(|c: char| c.is_ascii_lowercase());
    if plain && starts_well && handle.len() <= 32 && handle != Actor::ADMINISTRATOR {
        Ok(())
    } else {
        Err(refuse("handle-invalid").with("value", handle))
    }
}

/// Roles as commands and the database write them: `member,chair`.
///
/// # Errors
/// `role-unknown`, or `role-missing` when there is none.
pub fn parse_roles(text: &str) -> Result<BTreeSet<Role>, Refusal> {
    let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
    let roles: BTreeSet<Role> = words.map(Role::parse).collect::<Result<_, _>>()?;
    if roles.is_empty() {
        Err(refuse("role-missing"))
    } else {
        Ok(roles)
    }
}

/// The opposite of [`parse_roles`].
#[must_use]
pub fn write_roles(roles: &BTreeSet<Role>) -> String {
    roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_plain_and_never_the_administrators() {
        for good in ["leder", "medlem-2", "ks"] {
            assert_eq!(check_handle(good), Ok(()));
        }
        for bad in [
            "",
            "Leder",
            "2leder",
            "a b",
            "administrator",
            "\u{1b}[m",
            &"a".repeat(33),
        ] {
            assert!(check_handle(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn roles_are_read_and_written_alike() {
        let roles = parse_roles("chair, member").unwrap();
        assert_eq!(write_roles(&roles), "member,chair");
        assert_eq!(parse_roles("").unwrap_err().code, "role-missing");
        assert_eq!(parse_roles("king").unwrap_err().code, "role-unknown");
    }
}
