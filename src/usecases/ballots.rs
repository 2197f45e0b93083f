//! The ballots of a secret election (M15): sealed by each voter's process to a key that is in the memory of one process alone,
//! that of whoever conducts the election, and opened there when it is closed. All ballots are of one length.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::hint::black_box;

use crypto_box::aead::OsRng;
use crypto_box::aead::rand_core::RngCore;
use crypto_box::{PublicKey, SecretKey};
use zeroize::Zeroizing;

use super::OpError;
use crate::domain::meeting::OpenedBallot;
use crate::domain::meeting::election::Election;
use crate::domain::refusal::{Refusal, refuse};
use crate::store::{Conducting, Read, keep_to_oneself};

/// The bytes of a receipt: a person compares it by eye, and a council is too small for two to be alike.
const RECEIPT: usize = 8;
/// A ballot as it is sealed: the number of the candidate, from 1, zero for blank; then the receipt.
const BALLOT: usize = 2 + RECEIPT;

fn unreadable() -> Refusal {
    refuse("ballots-unreadable").rule("M15")
}

/// A receipt as people read it: `3f9a-1c07-5be2-d488`.
fn written(receipt: &[u8]) -> String {
    let parts = receipt.chunks(2).map(base16ct::lower::encode_string);
    parts.collect::<Vec<_>>().join("-")
}

/// A ballot sealed to an election's key, and the receipt that its voter finds it by.
///
/// # Errors
/// `not-a-candidate`.
pub(super) fn seal(election: &Election, choice: Option<&str>) -> Result<(String, String), OpError> {
    keep_to_oneself();
    let chosen = match choice {
        None => 0,
        Some(handle) => {
            let at = election.candidates.iter().position(|who| who == handle);
            let at = at.and_then(|at| u16::try_from(at + 1).ok());
            at.ok_or_else(|| refuse("not-a-candidate").rule("M15").with("handle", handle))?
        }
    };
    let mut ballot = Zeroizing::new([0; BALLOT]);
    ballot[..2].copy_from_slice(&chosen.to_be_bytes());
    OsRng.fill_bytes(&mut ballot[2..]);
    let secret = election.secret.as_ref().ok_or_else(unreadable)?;
    let key = base16ct::lower::decode_vec(&secret.key).map_err(|_| unreadable())?;
    let key = PublicKey::from_slice(&key).map_err(|_| unreadable())?;
    let sealed = key.seal(&mut OsRng, &ballot[..]).map_err(|_| unreadable())?;
    Ok((base16ct::lower::encode_string(&sealed), written(&ballot[2..])))
}

/// The key that opens the ballots of one election. It is written nowhere.
struct Key {
    public: String,
    secret: Box<SecretKey>,
    _conducting: Conducting,
}

impl Key {
    fn new(read: &Read) -> Result<Key, OpError> {
        keep_to_oneself();
        let secret = Box::new(SecretKey::generate(&mut OsRng));
        let public = base16ct::lower::encode_string(secret.public_key().as_bytes());
        let conducting = read.conduct(&public);
        let conducting = conducting.map_err(|fault| {
            let why = fault.to_string();
            refuse("election-no-lock").rule("M15").with("detail", why)
        })?;
        Ok(Key {
            public,
            secret,
            _conducting: conducting,
        })
    }

    /// One ballot: its choice, and its receipt.
    fn open(&self, election: &Election, sealed: &str) -> Option<OpenedBallot> {
        let sealed = base16ct::lower::decode_vec(sealed).ok()?;
        let ballot = Zeroizing::new(self.secret.unseal(&sealed).ok()?);
        let (chosen, receipt) = ballot.split_at_checked(2).filter(|_| ballot.len() == BALLOT)?;
        let choice = match u16::from_be_bytes(chosen.try_into().ok()?) {
            0 => None,
            number => Some(election.candidates.get(usize::from(number) - 1)?.clone()),
        };
        Some(OpenedBallot {
            receipt: written(receipt),
            choice,
        })
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        // The library wipes only a part of its key.
        *self.secret = SecretKey::from_bytes([0; 32]);
        black_box(&self.secret);
    }
}

/// The choices on the ballots of an election by handle, and the ballots without their voters.
pub(super) struct Opened {
    pub choices: BTreeMap<String, Option<String>>,
    pub ballots: Vec<OpenedBallot>,
}

/// The elections that a session conducts.
#[derive(Default)]
pub struct Conductor {
    keys: RefCell<Vec<Key>>,
    /// Of an election that is being opened, until that is written.
    prepared: RefCell<Option<Key>>,
}

impl fmt::Debug for Conductor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conductor").finish_non_exhaustive()
    }
}

impl Conductor {
    /// A new key, kept if the election that is being opened is written. Gives its public half.
    ///
    /// # Errors
    /// `election-no-lock`.
    pub(super) fn prepare(&self, read: &Read) -> Result<String, OpError> {
        let key = Key::new(read)?;
        let public = key.public.clone();
        self.prepared.replace(Some(key));
        Ok(public)
    }

    /// What was tried has been written, or has not.
    pub(super) fn settle(&self, is_written: bool) {
        let prepared = self.prepared.take().filter(|_| is_written);
        self.keys.borrow_mut().extend(prepared);
    }

    /// Whether any election is conducted here.
    pub(super) fn conducts(&self) -> bool {
        !self.keys.borrow().is_empty()
    }

    /// Forgets the keys of all elections but those that are open.
    pub(super) fn keep_only(&self, is_open: impl Fn(&str) -> bool) {
        self.keys.borrow_mut().retain(|key| is_open(&key.public));
    }

    /// Opens the ballots that count.
    ///
    /// # Errors
    /// `election-elsewhere` when the key isn't here, `ballots-unreadable` when one isn't as a voter's process makes it.
    pub(super) fn open(&self, election: &Election) -> Result<Opened, OpError> {
        let public = election.secret.as_ref().map(|secret| secret.key.as_str());
        let keys = self.keys.borrow();
        let key = keys.iter().find(|key| Some(key.public.as_str()) == public);
        let key = key.ok_or_else(|| refuse("election-elsewhere").rule("M15"))?;
        let mut opened = Opened {
            choices: BTreeMap::new(),
            ballots: Vec::new(),
        };
        for (handle, sealed) in election.sealed() {
            let ballot = key.open(election, sealed).ok_or_else(unreadable)?;
            opened.choices.insert(handle.to_owned(), ballot.choice.clone());
            opened.ballots.push(ballot);
        }
        // By receipts, which are drawn: nothing is left of the order in which they came.
        opened.ballots.sort();
        Ok(opened)
    }
}
