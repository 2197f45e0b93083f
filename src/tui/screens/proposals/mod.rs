//! Screen 2, the proposals: the list, one proposal with everything about it, and the forms of what is done to it. What can be
//! done is the same in the list and on the page of one, from one table.

mod action;
mod detail;
mod forms;
mod list;
mod reading;
#[cfg(test)]
mod tests;

pub(super) use detail::ProposalScreen;
pub(super) use forms::{decide, edit, new, qualify, recommend, withdraw};
pub(super) use list::Proposals;
