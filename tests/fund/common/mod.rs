//! What the stories share.

pub mod claims;
pub mod fund;
pub mod keys;
pub mod meetings;
