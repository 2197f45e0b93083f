//! Who is registered. Only the owner of the file adds and revokes.

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::member::{Member, check_handle, write_roles};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// Registers a person with roles.
#[derive(Debug)]
pub struct AddMember {
    pub member: Member,
}

impl UseCase for AddMember {
    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn name(&self) -> &'static str {
        "member.add"
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        check_handle(&self.member.handle)?;
        if self.member.roles.is_empty() {
            return Err(refuse("role-missing").into());
        }
        let member = Member {
            name: text::required_line(&self.member.name)?,
            active: true,
            ..self.member.clone()
        };
        if context.write.member(&member.handle, context.today)?.is_some() {
            return Err(refuse("member-exists").with("handle", member.handle).into());
        }
        if let Some(number) = &member.participant {
            context.participant(number)?;
        }
        context.write.add_member(&member)?;
        Ok(Outcome::new("done-member-added", &member.handle)
            .with("handle", member.handle.as_str())
            .made("handle", member.handle.as_str())
            .logged("roles", write_roles(&member.roles)))
    }
}

/// Takes every right from a person. What they did stays.
#[derive(Debug)]
pub struct RevokeMember {
    pub handle: String,
}

impl UseCase for RevokeMember {
    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn name(&self) -> &'static str {
        "member.revoke"
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let handle = self.handle.as_str();
        let member = context.write.member(handle, context.today)?;
        if !member
            .ok_or_else(|| refuse("member-unknown").with("handle", handle))?
            .active
        {
            return Err(refuse("member-revoked").with("handle", handle).into());
        }
        context.write.revoke_member(handle)?;
        Ok(Outcome::new("done-member-revoked", handle).with("handle", handle))
    }
}
