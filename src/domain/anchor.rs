//! Where the log stands: the number of its newest row and that row's hash, which depends on every row before it. Kept
//! outside the file, an anchor shows later whether the log still goes through that row.

use std::fmt;

use serde::Serialize;

use super::refusal::{Refusal, refuse};

/// A row of the log and its hash: 64 hexadecimal digits. Before the first row: zero and an empty hash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Anchor {
    pub row: i64,
    pub hash: String,
}

impl Anchor {
    /// Reads `ROW:HASH`.
    ///
    /// # Errors
    /// `anchor-unreadable`.
    pub fn parse(text: &str) -> Result<Anchor, Refusal> {
        let unreadable = || refuse("anchor-unreadable").with("value", text);
        let (row, hash) = text.trim().split_once(':').ok_or_else(unreadable)?;
        let row: i64 = row.parse().map_err(|_| unreadable())?;
        let is_hash = hash.len() == 64 && hash.chars().all(|c| c.is_ascii_hexdigit());
        if row < 1 || !is_hash {
            return Err(unreadable());
        }
        Ok(Anchor {
            row,
            hash: hash.to_ascii_lowercase(),
        })
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}", self.row, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_read_as_it_is_written_and_nothing_else_is() {
        let anchor = Anchor {
            row: 12,
            hash: "0a".repeat(32),
        };
        assert_eq!(Anchor::parse(&anchor.to_string()), Ok(anchor.clone()));
        assert_eq!(
            Anchor::parse(&format!(" {} ", anchor.to_string().to_uppercase())),
            Ok(anchor)
        );
        let hash = "0a".repeat(32);
        for wrong in [
            String::new(),
            "12".to_owned(),
            format!("0:{hash}"),
            format!("-1:{hash}"),
            format!("x:{hash}"),
            format!("12:{hash}0"),
            format!("12:{}", "g".repeat(64)),
        ] {
            assert_eq!(
                Anchor::parse(&wrong).unwrap_err().code,
                "anchor-unreadable",
                "{wrong}"
            );
        }
    }
}
