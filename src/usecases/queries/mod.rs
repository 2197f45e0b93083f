//! What both the use cases and the views read: figures and rules that take more than one table, worked out once. Use cases
//! and views stand above and don't name each other.

pub mod ahead;
pub mod blind;
pub mod capital;
pub mod forecast_facts;
pub mod meetings;
pub mod participants;
pub mod ranking;
pub mod secrecy;
pub mod settling;
pub mod solutions;
