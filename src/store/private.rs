//! S4: what is hidden in the program isn't to be read past it, so that a fund's file is its owner's alone, with what SQLite
//! keeps beside it.

use std::fs::{self, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::companion_files::{LOG, SHARED, beside_of, real};

/// What others may do with a file.
const OTHERS: u32 = 0o077;

/// Makes the file where there is none, so that it never is anybody else's to read. What is in the way, SQLite says better.
pub(super) fn make(path: &Path) {
    let _ = create(path);
}

/// Makes a file of the person's alone.
///
/// # Errors
/// When something stands there, or the folder takes no file.
pub(super) fn create(path: &Path) -> io::Result<()> {
    let mut new = OpenOptions::new();
    new.write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map(|_| ())
}

/// Takes others' access to the file away. Only the owner can; for other users nothing changes.
pub(super) fn restrict(path: &Path) {
    let path = real(path);
    for end in ["", LOG, SHARED] {
        let name = beside_of(&path, end);
        let mode = fs::metadata(&name).map(|file| file.permissions().mode());
        if let Ok(mode) = mode
            && mode & OTHERS != 0
        {
            let _ = fs::set_permissions(&name, Permissions::from_mode(mode & 0o777 & !OTHERS));
        }
    }
}
