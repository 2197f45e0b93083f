//! What the stories share.

pub mod fund;
