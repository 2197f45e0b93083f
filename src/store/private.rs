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

/// Lets its owner write what lies beside a file that its owner may write. SQLite makes it with the mode of the file: left by one
/// that read the file while it could only be read, it would keep the file from being written ever after.
pub(super) fn follow(path: &Path) {
    const OWNER: u32 = 0o600;
    let mode = |name: &Path| fs::metadata(name).map(|file| file.permissions().mode() & 0o777);
    let path = real(path);
    if mode(&path).is_ok_and(|mode| mode & OWNER == OWNER) {
        for name in [LOG, SHARED].map(|end| beside_of(&path, end)) {
            if let Ok(mode) = mode(&name)
                && mode & OWNER != OWNER
            {
                let _ = fs::set_permissions(&name, Permissions::from_mode(mode | OWNER));
            }
        }
    }
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
