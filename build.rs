//! Prepares the texts of each language: its entries on end, by name, and where each stands, so that a start looks through none of
//! them; and has the program linked to stand at a fixed place.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

#[path = "src/i18n/entries.rs"]
mod entries;

fn main() -> io::Result<()> {
    link_at_fixed_place();
    println!("cargo::rerun-if-changed=assets/i18n");
    println!("cargo::rerun-if-changed=src/i18n/entries.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for lang in fs::read_dir("assets/i18n")? {
        let lang = lang?;
        let mut files: Vec<String> = Vec::new();
        for file in fs::read_dir(lang.path())? {
            files.push(fs::read_to_string(file?.path())?);
        }
        let mut found: Vec<(&str, &str)> = files.iter().flat_map(|file| entries::entries(file)).collect();
        found.sort_unstable();
        let (mut text, mut places) = (String::new(), "&[".to_owned());
        for (name, entry) in found {
            let _ = write!(places, "({}, {}, {}), ", text.len(), name.len(), entry.len());
            text.push_str(entry);
        }
        places.push(']');
        let prepared = |end: &str| Path::new(&out).join(lang.file_name()).with_extension(end);
        fs::write(prepared("ftl"), text)?;
        fs::write(prepared("rs"), places)?;
    }
    Ok(())
}

/// A program that may be loaded anywhere has some fifty thousand addresses put right at each start, on pages that are then its own
/// and no other session's. At a fixed place they are right in the file. The price is a hardening: where its own code lies is known
/// beforehand, and only its memory, stack and libraries lie elsewhere each time. Of that code none but SQLite's is unsafe.
fn link_at_fixed_place() {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
