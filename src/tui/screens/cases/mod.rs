//! Screen 2, the proposals: the list, one case with everything about it, and the forms of what is done to it. What
//! can be done is the same in the list and in the case, from one table of deeds.

mod about;
mod case;
mod deed;
mod forms;
mod list;
mod process;
mod reading;
mod spoken;
#[cfg(test)]
mod tests;

pub use case::Case;
pub use forms::{decide, edit, new, qualify, recommend, withdraw};
pub use list::Proposals;
