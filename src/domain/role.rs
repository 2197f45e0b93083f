//! Who acts: the roles of registered people, the sets of roles that may do the same things, and the owner of the file.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use strum::EnumString;

use super::named::named;
use super::refusal::{Refusal, refuse};

named! {
    /// A role that a registered person holds. One person may hold several.
    #[derive(PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "role-")]
    pub enum Role {
        Member,
        Chair,
        Deputy,
        Secretariat,
        Ks,
        Observer,
    }
}

impl Role {
    /// # Errors
    /// `role-unknown` names what would be right.
    pub fn parse(word: &str) -> Result<Role, Refusal> {
        word.trim().parse().map_err(|_| {
            let known = Role::ALL.map(Role::word).join(", ");
            refuse("role-unknown").with("value", word).with("known", known)
        })
    }

    /// Whether the role has a seat in the council: it scores and votes.
    #[must_use]
    pub fn sits_in_council(self) -> bool {
        matches!(self, Role::Member | Role::Chair | Role::Deputy)
    }

    /// M11: whether who has the role can be a substitute for a seat: a member of the council, or an observer, who has a vote
    /// in the seat alone.
    #[must_use]
    pub fn stands_in(self) -> bool {
        self.sits_in_council() || self == Role::Observer
    }
}

named! {
    /// A set of roles that may do the same things, by the name that a refusal calls them.
    #[strum(serialize_all = "kebab-case", prefix = "who-")]
    pub enum RoleSet {
        Everyone,
        AllButObservers,
        Council,
        Chairs,
        ChairsAndSecretariat,
        /// Members, and substitutes in a seat (M11).
        CouncilAndSubstitutes,
        /// These and the secretariat.
        CouncilAndSecretariat,
        Secretariat,
        Ks,
        /// No role: only the owner of the file.
        Administrator,
    }
}

impl RoleSet {
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        use Role::{Chair, Deputy, Ks, Member, Secretariat};
        match self {
            RoleSet::Everyone => &Role::ALL,
            RoleSet::AllButObservers => &[Member, Chair, Deputy, Secretariat, Ks],
            RoleSet::Council | RoleSet::CouncilAndSubstitutes => &[Member, Chair, Deputy],
            RoleSet::Chairs => &[Chair, Deputy],
            RoleSet::ChairsAndSecretariat => &[Chair, Deputy, Secretariat],
            RoleSet::CouncilAndSecretariat => &[Member, Chair, Deputy, Secretariat],
            RoleSet::Secretariat => &[Secretariat],
            RoleSet::Ks => &[Ks],
            RoleSet::Administrator => &[],
        }
    }

    /// M11: the roles that may do the same as a substitute in a seat, and not otherwise.
    #[must_use]
    pub fn in_a_seat(self) -> &'static [Role] {
        match self {
            RoleSet::CouncilAndSubstitutes | RoleSet::CouncilAndSecretariat => &[Role::Observer],
            _ => &[],
        }
    }
}

/// Who acts: a registered person with roles, or the owner of the database file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The handle that the log names. The owner of the file is `administrator`.
    pub handle: String,
    pub name: String,
    pub roles: BTreeSet<Role>,
    pub administrator: bool,
}

impl Actor {
    /// The handle that no member may take.
    pub const ADMINISTRATOR: &'static str = "administrator";

    /// The owner of the database file, in a local session: no vote, no score.
    #[must_use]
    pub fn owner_of_the_file() -> Self {
        Actor {
            handle: Self::ADMINISTRATOR.to_owned(),
            name: String::new(),
            roles: BTreeSet::new(),
            administrator: true,
        }
    }

    /// Somebody of whom nothing but the handle is known.
    #[must_use]
    pub fn without_roles(handle: &str) -> Self {
        Actor {
            handle: handle.to_owned(),
            name: String::new(),
            roles: BTreeSet::new(),
            administrator: false,
        }
    }

    #[must_use]
    pub fn sits_in_council(&self) -> bool {
        self.roles.iter().any(|role| role.sits_in_council())
    }

    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
