//! The machine that sshd runs on: who else than root and the service account could put something else in the place of the
//! program, of the file, or of a folder above them.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use nix::unistd::{Gid, Group, Uid, User};

use super::super::call::Call;
use super::super::failure::Failure;
use super::super::import::file;
use crate::domain::refusal::{Refusal, refuse};

const ROOT: u32 = 0;
/// What the group, and everybody else, could write.
const GROUP_WRITES: u32 = 0o020;
const OTHERS_WRITE: u32 = 0o002;
/// In such a folder nobody can remove what is another's.
const STICKY: u32 = 0o1000;
/// What others than the owner could read or write.
const OTHERS: u32 = 0o077;

/// The program and the file as sshd is to be told of them: absolute, without links.
pub(super) struct Machine {
    pub program: PathBuf,
    pub file: PathBuf,
    /// Who owns the file, and so whom members come in as.
    pub account: u32,
}

impl Machine {
    /// # Errors
    /// When the program or the file can't be found.
    pub(super) fn of(call: &Call) -> Result<Machine, Failure> {
        let whole = |path: &Path| fs::canonicalize(path).map_err(|fault| file::refused(path, &fault));
        let program = call
            .around
            .program
            .as_deref()
            .ok_or_else(|| refuse("ssh-no-program"))?;
        let path = call.path()?;
        let (program, file) = (whole(program)?, whole(&path)?);
        let account = fs::metadata(&file)
            .map_err(|fault| file::refused(&path, &fault))?
            .uid();
        Ok(Machine {
            program,
            file,
            account,
        })
    }

    /// What the service account is called.
    pub(super) fn account_name(&self) -> String {
        user(self.account)
    }

    /// Everything that is unsafe. sshd takes the program only from root; the file is the account's own.
    pub(super) fn findings(&self) -> Vec<Refusal> {
        let mut findings = Vec::new();
        if self.account == ROOT {
            findings.push(refuse("ssh-unsafe-root").with("path", &self.file));
        }
        for (at, path) in self.program.ancestors().enumerate() {
            findings.extend(unsafe_for(path, at == 0, &[ROOT]));
        }
        for (at, path) in self.file.ancestors().enumerate() {
            findings.extend(unsafe_for(path, at == 0, &[ROOT, self.account]));
        }
        findings.extend(private(&self.file));
        let mut seen = Vec::new();
        findings.retain(|finding| {
            let new = !seen.contains(finding);
            seen.push(finding.clone());
            new
        });
        findings
    }
}

/// Who else could write a file or a folder, if anybody.
fn unsafe_for(path: &Path, is_file: bool, trusted: &[u32]) -> Vec<Refusal> {
    let Ok(found) = fs::metadata(path) else {
        return vec![refuse("ssh-unsafe-unseen").with("path", path)];
    };
    let mut findings = Vec::new();
    if !trusted.contains(&found.uid()) {
        let finding = refuse("ssh-unsafe-owner").with("path", path);
        findings.push(finding.with("user", user(found.uid())));
    }
    findings.extend(writers(path, &found, is_file));
    findings
}

fn writers(path: &Path, found: &Metadata, is_file: bool) -> Vec<Refusal> {
    let mode = found.mode();
    let sticky = !is_file && mode & STICKY != 0;
    let (mut findings, unsafe_mode) = (Vec::new(), |code| refuse(code).with("path", path));
    if mode & GROUP_WRITES != 0 && !sticky {
        findings.push(unsafe_mode("ssh-unsafe-group").with("group", group(found.gid())));
    }
    if mode & OTHERS_WRITE != 0 && !sticky {
        findings.push(unsafe_mode("ssh-unsafe-others"));
    }
    findings
}

/// S4: what is hidden in the program isn't to be read past it.
fn private(path: &Path) -> Option<Refusal> {
    let found = fs::metadata(path).ok()?;
    (found.mode() & OTHERS != 0).then(|| refuse("ssh-unsafe-read").with("path", path))
}

fn user(id: u32) -> String {
    let found = User::from_uid(Uid::from_raw(id)).ok().flatten();
    found.map_or_else(|| id.to_string(), |user| user.name)
}

fn group(id: u32) -> String {
    let found = Group::from_gid(Gid::from_raw(id)).ok().flatten();
    found.map_or_else(|| id.to_string(), |group| group.name)
}
