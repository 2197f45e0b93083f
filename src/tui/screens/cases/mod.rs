//! Screen 2, the proposals: the list, one case with everything about it, and the forms of what is done to it. What
//! can be done is the same in the list and in the case, from one table of deeds.

mod about;
mod case;
mod deed;
mod list;
mod process;
mod spoken;

pub use case::Case;
pub use list::Proposals;
