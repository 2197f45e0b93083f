//! Files that a person names, read whole and within bounds.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::domain::refusal::{Refusal, refuse};

/// What a path is called that stands for the line: what is sent on standard input.
pub(crate) const THE_LINE: &str = "-";

/// The bytes of a file of at most `longest` bytes.
///
/// # Errors
/// `file-missing`, `file-denied`, `file-too-large` or `file-unreadable`.
pub(crate) fn read(path: &Path, longest: u64) -> Result<Vec<u8>, Refusal> {
    let file: Box<dyn Read> = if path.as_os_str() == THE_LINE {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(|fault| refused(path, &fault))?)
    };
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a file that is too long, whatever it says of its own length.
    file.take(longest + 1)
        .read_to_end(&mut bytes)
        .map_err(|fault| refused(path, &fault))?;
    if bytes.len() as u64 > longest {
        let most = i64::try_from(longest / 1024 / 1024).unwrap_or(i64::MAX);
        return Err(refuse("file-too-large").with("path", path).with("most", most));
    }
    Ok(bytes)
}

/// Why the system doesn't let us at a file.
pub(crate) fn refused(path: &Path, fault: &io::Error) -> Refusal {
    let refusal = match fault.kind() {
        ErrorKind::NotFound => refuse("file-missing"),
        ErrorKind::PermissionDenied => refuse("file-denied"),
        _ => refuse("file-unreadable").with("detail", fault.to_string()),
    };
    refusal.with("path", path)
}
