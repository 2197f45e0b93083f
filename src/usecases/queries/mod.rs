//! What both the use cases and the views read: figures and rules that take more than one table, worked out once. Use cases
//! and views stand above and don't name each other.

pub(super) mod ahead;
pub(super) mod blind;
pub(super) mod capital;
pub(super) mod forecast_facts;
pub(super) mod meetings;
pub(super) mod participants;
pub(super) mod ranking;
pub(super) mod secrecy;
pub(super) mod settling;
pub(super) mod solutions;
