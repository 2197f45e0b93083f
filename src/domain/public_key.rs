//! The public keys by which members come in over SSH, as far as they are taken: ed25519, ECDSA, both with a security key too
//! (`sk-`), and RSA of at least 3072 bits. A key comes alone: no options before it, which would be the server's to give, and
//! no certificate, whose authority the fund doesn't know.

use jiff::civil::Date;
use ssh_key::public::KeyData;
use ssh_key::{Algorithm, HashAlg};

use super::refusal::{Refusal, refuse};
use super::text;

/// The fewest bits of an RSA key.
const RSA_BITS: usize = 3072;

/// A public key that may be registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// Algorithm and base64, as in a `.pub` file without its comment.
    pub text: String,
    /// `SHA256:…`, as `ssh-keygen -l` prints it.
    pub fingerprint: String,
    pub comment: String,
}

/// A key as it is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberKey {
    pub id: i64,
    pub handle: String,
    pub key: PublicKey,
    pub added_on: Date,
    /// Then nobody comes in by it any more.
    pub removed_on: Option<Date>,
}

impl PublicKey {
    /// Reads the one line of a `.pub` file.
    ///
    /// # Errors
    /// `key-private`, `key-format`, `key-several`, `key-options`, `key-certificate`, `key-dsa`, `key-rsa-short`,
    /// `key-unreadable`, or what is wrong with its comment.
    pub fn parse(file: &str) -> Result<PublicKey, Refusal> {
        if file.contains("PRIVATE KEY") {
            return Err(refuse("key-private"));
        }
        if file.trim_start().starts_with("---- BEGIN") {
            return Err(refuse("key-format"));
        }
        let lines = file.lines().map(str::trim);
        let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let line = lines.next().ok_or_else(|| refuse("key-unreadable"))?;
        if lines.next().is_some() {
            return Err(refuse("key-several"));
        }
        let mut words = line.split_ascii_whitespace();
        let first = words.next().unwrap_or_default();
        if first.contains("-cert-v01@") {
            return Err(refuse("key-certificate"));
        }
        if !is_algorithm(first) && words.any(is_algorithm) {
            return Err(refuse("key-options"));
        }
        let key = ssh_key::PublicKey::from_openssh(line).map_err(|_| refuse("key-unreadable"))?;
        check(key.key_data())?;
        let comment = text::line(key.comment())?;
        let bare = ssh_key::PublicKey::new(key.key_data().clone(), "");
        let bare = bare.to_openssh().map_err(|_| refuse("key-unreadable"))?;
        Ok(PublicKey {
            text: bare.trim().to_owned(),
            fingerprint: key.fingerprint(HashAlg::Sha256).to_string(),
            comment,
        })
    }

    /// What kind of key it is, such as `ssh-ed25519`.
    #[must_use]
    pub fn algorithm(&self) -> &str {
        self.text.split(' ').next().unwrap_or_default()
    }
}

/// Whether a word begins a key; ssh-key tells `ssh-dss` and certificates too.
fn is_algorithm(word: &str) -> bool {
    !matches!(Algorithm::new(word), Err(_) | Ok(Algorithm::Other(_))) || word.contains("-cert-v01@")
}

fn check(key: &KeyData) -> Result<(), Refusal> {
    match key {
        KeyData::Ed25519(_) | KeyData::SkEd25519(_) | KeyData::Ecdsa(_) | KeyData::SkEcdsaSha2NistP256(_) => {
            Ok(())
        }
        KeyData::Rsa(rsa) => {
            let modulus = rsa.n.as_positive_bytes().unwrap_or_default();
            let unused = modulus.first().map_or(0, |byte| byte.leading_zeros() as usize);
            let bits = modulus.len() * 8 - unused;
            if bits < RSA_BITS {
                let refusal = refuse("key-rsa-short");
                return Err(refusal
                    .with("bits", bits.to_string())
                    .with("least", RSA_BITS.to_string()));
            }
            Ok(())
        }
        KeyData::Dsa(_) => Err(refuse("key-dsa")),
        _ => Err(refuse("key-unreadable")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED25519: &str = include_str!("../../tests/ssh/keys/ed25519.pub");
    const ECDSA: &str = include_str!("../../tests/ssh/keys/ecdsa.pub");
    const SK: &str = include_str!("../../tests/ssh/keys/sk-ed25519.pub");
    const RSA_3072: &str = include_str!("../../tests/ssh/keys/rsa-3072.pub");
    const RSA_2048: &str = include_str!("../../tests/ssh/keys/rsa-2048.pub");
    const DSA: &str = include_str!("../../tests/ssh/keys/dsa.pub");
    const CERTIFICATE: &str = include_str!("../../tests/ssh/keys/certificate.pub");

    #[test]
    fn a_key_is_read_with_the_fingerprint_that_ssh_keygen_prints() {
        for (file, algorithm, fingerprint) in [
            (
                ED25519,
                "ssh-ed25519",
                "SHA256:7TGyixopw4EEAJSQBRkHtTvRu308In/zgg05IIuMdt4",
            ),
            (
                ECDSA,
                "ecdsa-sha2-nistp521",
                "SHA256:feCvGKDcTOxz41pVwbs+cMcZSz9HcztzCO25IWkunjY",
            ),
            (
                SK,
                "sk-ssh-ed25519@openssh.com",
                "SHA256:/KKbGhsVSs31Micij9iuKdzYJdqmXYcjnApMtTDd2/Q",
            ),
            (
                RSA_3072,
                "ssh-rsa",
                "SHA256:6JsY0D+I7ZkzcydEPPMg4AsPWcVh2Y/a/N81Uggj79g",
            ),
        ] {
            let key = PublicKey::parse(file).unwrap();
            assert_eq!(
                (key.algorithm(), key.fingerprint.as_str()),
                (algorithm, fingerprint)
            );
            let words: Vec<&str> = file.split_whitespace().take(2).collect();
            assert_eq!(key.text, words.join(" "));
        }
        let read = PublicKey::parse(&format!("# min nøkkel\r\n\r\n{}\r\n", ED25519.trim())).unwrap();
        assert_eq!(read.comment, "kari@kontor");
    }

    #[test]
    fn what_is_no_key_for_a_council_is_refused_with_the_reason() {
        let after = |options: &str| format!("{options} {ED25519}");
        let commented = |comment: &str| ED25519.replace("kari@kontor", comment);
        for (file, code) in [
            (RSA_2048.to_owned(), "key-rsa-short"),
            (DSA.to_owned(), "key-dsa"),
            (CERTIFICATE.to_owned(), "key-certificate"),
            (after("command=\"/bin/sh\""), "key-options"),
            (after("restrict"), "key-options"),
            (after("cert-authority"), "key-options"),
            (after("environment=\"KOMMIT_DB=x y\","), "key-options"),
            (format!("{ED25519}{ECDSA}"), "key-several"),
            (
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl".to_owned(),
                "key-private",
            ),
            ("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA".to_owned(), "key-format"),
            (String::new(), "key-unreadable"),
            ("ssh-ed25519".to_owned(), "key-unreadable"),
            (ED25519.replace("AAAAC3", "AAAAC4"), "key-unreadable"),
            (ED25519.replacen("ssh-ed25519", "ssh-rsa", 1), "key-unreadable"),
            (commented("\u{1b}[2J"), "text-control"),
        ] {
            assert_eq!(PublicKey::parse(&file).unwrap_err().code, code, "{file}");
        }
    }
}
