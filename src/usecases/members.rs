//! Who is registered. Only the owner of the file adds and revokes.

use jiff::civil::Date;

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::member::{Member, check_handle, write_roles};
use crate::domain::policy::{Action, Role};
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

    fn name(&self) -> LogAction {
        LogAction::MemberAdd
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
        for role in &member.roles {
            has_one_holder(context, &member.handle, *role, context.today, None)?;
        }
        context.write.add_member(&member)?;
        Ok(Outcome::new("done-member-added", &member.handle)
            .with("handle", member.handle.as_str())
            .made("handle", member.handle.as_str())
            .logged("roles", write_roles(&member.roles)))
    }
}

/// The days in a term on which something of a kind begins, its own first day among them.
pub(super) fn beginnings(
    from: Date,
    to: Option<Date>,
    others: impl Iterator<Item = Date>,
) -> impl Iterator<Item = Date> {
    let within = move |day: &Date| *day > from && to.is_none_or(|to| *day <= to);
    std::iter::once(from).chain(others.filter(within))
}

/// M3: one leader and one deputy on each day.
pub(super) fn has_one_holder(
    context: &Context,
    handle: &str,
    role: Role,
    from: Date,
    to: Option<Date>,
) -> Result<(), OpError> {
    if !matches!(role, Role::Chair | Role::Deputy) {
        return Ok(());
    }
    let terms = context.write.role_terms(None)?;
    for day in beginnings(from, to, terms.iter().map(|term| term.from)) {
        let members = context.write.members(day)?.into_iter();
        let mut others = members.filter(|member| member.active && member.handle != handle);
        let Some(other) = others.find(|member| member.roles.contains(&role)) else {
            continue;
        };
        let own = terms
            .iter()
            .rev()
            .find(|term| (&term.handle, term.role) == (&other.handle, role) && term.from <= day);
        let refusal = match own.and_then(|term| term.to) {
            Some(to) => refuse("role-held-until").with("date", to),
            None => refuse("role-held"),
        };
        return Err(refusal
            .rule("M3")
            .word("role", role.key())
            .with("name", other.name)
            .with("handle", other.handle)
            .into());
    }
    Ok(())
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

    fn name(&self) -> LogAction {
        LogAction::MemberRevoke
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let handle = self.handle.as_str();
        context.active_member(handle, context.today)?;
        context.write.revoke_member(handle)?;
        Ok(Outcome::new("done-member-revoked", handle)
            .with("handle", handle)
            .logged("on", context.today.to_string()))
    }
}

/// A former member's name is shown nowhere any more, but for the handle. What was sealed with it stays as it was.
#[derive(Debug)]
pub struct MaskName {
    pub handle: String,
    pub reason: String,
}

impl UseCase for MaskName {
    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn name(&self) -> LogAction {
        LogAction::MemberMask
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (write, handle) = (context.write, self.handle.as_str());
        let reason = text::required_prose(&self.reason)?;
        let member = write.member(handle, context.today)?;
        let member = member.ok_or_else(|| refuse("member-unknown").with("handle", handle))?;
        if member.active {
            return Err(refuse("mask-of-a-member").with("handle", handle).into());
        }
        if write.masked_names()?.contains_key(handle) {
            return Err(refuse("mask-already").with("handle", handle).into());
        }
        write.mask_name(handle, context.today, &reason)?;
        Ok(Outcome::new("done-name-masked", handle)
            .with("handle", handle)
            .made("handle", handle)
            .logged("reason", reason))
    }
}
