//! The registered people of a fund: members of the council, secretariat, KS and observers.

use std::collections::BTreeSet;

use jiff::civil::Date;

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

    /// Section 10, M11: whether the person can hold a seat: an active member of the council. KS and the secretariat have no
    /// vote, but who is a member beside it has one.
    #[must_use]
    pub fn may_hold_a_seat(&self) -> bool {
        self.active && self.roles.iter().any(|role| role.sits_in_council())
    }

    /// M11: whether the person can be a substitute for a seat.
    #[must_use]
    pub fn may_stand_in(&self) -> bool {
        self.active && self.roles.iter().any(|role| role.stands_in())
    }

    /// S3: whether the person may score: an active member of the council.
    #[must_use]
    pub fn may_score(&self) -> bool {
        self.active && self.actor().sits_in_council()
    }
}

/// M11: when somebody has a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleTerm {
    pub handle: String,
    pub role: Role,
    pub from: Date,
    /// The last day; until further notice without one.
    pub to: Option<Date>,
}

/// M11: the roles that a person has on a day. `terms` are in the order in which they were set: from its first day on the
/// newest rules over older ones, and over what the registration says.
#[must_use]
pub fn roles_on(member: &Member, terms: &[RoleTerm], day: Date) -> BTreeSet<Role> {
    let own = |role: Role| {
        let of_role = terms.iter().rev();
        let newest = of_role
            .filter(|term| term.handle == member.handle && term.role == role)
            .find(|term| term.from <= day);
        newest.map_or(member.roles.contains(&role), |term| {
            term.to.is_none_or(|to| day <= to)
        })
    };
    Role::ALL.into_iter().filter(|role| own(*role)).collect()
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
    fn m11_the_newest_term_rules_from_its_first_day_on() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let member = Member {
            handle: "a".into(),
            name: "A".into(),
            roles: BTreeSet::from([Role::Chair]),
            participant: None,
            active: true,
        };
        let term = |handle: &str, role, from: &str, to: Option<&str>| RoleTerm {
            handle: handle.into(),
            role,
            from: day(from),
            to: to.map(day),
        };
        let terms = [
            term("a", Role::Chair, "2018-01-01", Some("2018-06-30")),
            term("a", Role::Member, "2018-07-01", None),
            term("b", Role::Ks, "2018-01-01", None),
            term("a", Role::Chair, "2019-01-01", None),
        ];
        let on = |at: &str| roles_on(&member, &terms, day(at)).into_iter().collect::<Vec<_>>();
        assert_eq!(on("2017-12-31"), [Role::Chair]);
        assert_eq!(on("2018-06-30"), [Role::Chair]);
        assert_eq!(on("2018-07-01"), [Role::Member]);
        assert_eq!(on("2019-01-01"), [Role::Member, Role::Chair]);
    }

    #[test]
    fn roles_are_read_and_written_alike() {
        let roles = parse_roles("chair, member").unwrap();
        assert_eq!(write_roles(&roles), "member,chair");
        assert_eq!(parse_roles("").unwrap_err().code, "role-missing");
        assert_eq!(parse_roles("king").unwrap_err().code, "role-unknown");
    }
}
