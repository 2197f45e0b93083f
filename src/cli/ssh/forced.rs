//! The line by which sshd lets a key in: what it may do, what is run, and the key itself.

use std::path::Path;

use crate::domain::public_key::MemberKey;
use crate::domain::refusal::{Refusal, refuse};

/// No forwarding, no X11, no agent, no startup file; a terminal, and nothing run but this program.
///
/// # Errors
/// `ssh-odd-path`.
pub(super) fn line(program: &Path, file: &Path, key: &MemberKey) -> Result<String, Refusal> {
    let (program, file) = (word(program)?, word(file)?);
    let (handle, fingerprint) = (&key.handle, &key.key.fingerprint);
    let command = format!("{program} --db {file} ssh session {handle} --key {fingerprint}");
    let text = &key.key.text;
    Ok(format!(
        "restrict,pty,command=\"{}\" {text} {handle}",
        command.replace('"', "\\\"")
    ))
}

/// A path as one word for the account's shell.
///
/// # Errors
/// `ssh-odd-path` where no file of sshd's can hold it.
pub(super) fn word(path: &Path) -> Result<String, Refusal> {
    Ok(shell_words::quote(checked(path)?).into_owned())
}

/// A path as `sshd_config` has it: parted nowhere, with nothing that sshd would put something else for. It stands without
/// quotes, for sshd takes a command only where a path begins it.
///
/// # Errors
/// `ssh-odd-path`.
pub(super) fn configured(path: &Path) -> Result<String, Refusal> {
    let mut text = String::new();
    for c in checked(path)?.chars() {
        match c {
            '%' => text.push('%'),
            ' ' | '"' | '\'' | '\\' => text.push('\\'),
            _ => {}
        }
        text.push(c);
    }
    Ok(text)
}

fn checked(path: &Path) -> Result<&str, Refusal> {
    let odd = || refuse("ssh-odd-path").with("path", path);
    let text = path.to_str().ok_or_else(odd)?;
    if text.chars().any(char::is_control) || !path.is_absolute() {
        return Err(odd());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::public_key::PublicKey;
    use jiff::civil::date;

    #[test]
    fn odd_paths_are_one_word_for_the_shell_and_one_option_for_sshd() {
        let key = MemberKey {
            id: 1,
            handle: "kari".into(),
            key: PublicKey {
                text: "ssh-ed25519 AAAA".into(),
                fingerprint: "SHA256:abc".into(),
                comment: String::new(),
            },
            added_on: date(2018, 1, 1),
            removed_on: None,
        };
        let line = |file: &str| line(Path::new("/usr/local/bin/kommit"), Path::new(file), &key);
        assert_eq!(
            line("/var/lib/kommit/kommit.db").unwrap(),
            "restrict,pty,command=\"/usr/local/bin/kommit --db /var/lib/kommit/kommit.db ssh session kari --key \
             SHA256:abc\" ssh-ed25519 AAAA kari"
        );
        assert!(
            line("/a b/$(id)/`x`;\"y'.db")
                .unwrap()
                .contains("'/a b/$(id)/`x`;\\\"y'\\''.db'")
        );
        for odd in ["kommit.db", "/a\nb.db", "/a\u{1b}.db"] {
            assert_eq!(line(odd).unwrap_err().code, "ssh-odd-path", "{odd:?}");
        }
        assert_eq!(
            configured(Path::new("/a b/100%\"\\.db")).unwrap(),
            "/a\\ b/100%%\\\"\\\\.db"
        );
    }
}
