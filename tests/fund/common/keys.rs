//! A member's key.

use std::sync::LazyLock;

use kommit::domain::public_key::PublicKey;
use kommit::usecases::{AddKey, RemoveKey};

static KEY: LazyLock<PublicKey> =
    LazyLock::new(|| PublicKey::parse(include_str!("../../ssh/keys/ed25519.pub")).unwrap());

pub fn adds_key(handle: &str) -> AddKey {
    AddKey {
        handle: handle.into(),
        key: KEY.clone(),
    }
}

pub fn removes_key() -> RemoveKey {
    RemoveKey {
        fingerprint: KEY.fingerprint.clone(),
        handle: None,
    }
}
