//! Screen 2, the proposals: the list, one case with everything about it, and the forms of what is done to it. What
//! can be done is the same in the list and in the case, from one table of log.

mod action;
mod application;
mod forms;
mod list;
mod one;
mod process;
mod reading;
#[cfg(test)]
mod tests;
mod wording;

pub use forms::{decide, edit, new, qualify, recommend, withdraw};
pub use list::Proposals;
pub use one::ProposalScreen;
