//! What the stories share.

#[allow(dead_code, reason = "each story uses its own part of the fixtures")]
pub mod claims;
pub mod fund;
