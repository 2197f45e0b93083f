//! The rulebook: what each label of the fund's rules means, with an example and its source, in both languages. The texts
//! are `assets/rules/{nb,en}.md`, one entry for each label:
//!
//! ```text
//! ## R1 Delt kostnad
//!
//! The rule, in one paragraph.
//!
//! Eksempel: …            Example: …
//!
//! Kilde: …               Source: …
//!
//! Ikke bygget ennå: …    Not built yet: …   (only where something is missing)
//! ```

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Lang, Words};

/// One rule, as a person reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `R1`: what refusals, figures and tests call it.
    pub label: &'static str,
    pub title: &'static str,
    pub text: &'static str,
    pub example: Part,
    pub source: Part,
    /// What the program doesn't do yet.
    pub not_built: Option<Part>,
}

/// A paragraph after the rule itself, with the word that it begins with: `Kilde`, `Source`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub head: &'static str,
    pub text: &'static str,
}

impl Rule {
    /// Whether the program does all that it says.
    #[must_use]
    pub fn built(&self) -> bool {
        self.not_built.is_none()
    }

    /// What follows the rule itself: the example, the source, and what is not built yet.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        [self.example, self.source].into_iter().chain(self.not_built)
    }
}

static NB: LazyLock<Vec<Rule>> = LazyLock::new(|| read(include_str!("../../assets/rules/nb.md")));
static EN: LazyLock<Vec<Rule>> = LazyLock::new(|| read(include_str!("../../assets/rules/en.md")));

/// Every rule, in the order of the book.
#[must_use]
pub fn all(lang: Lang) -> &'static [Rule] {
    match lang {
        Lang::Nb => &NB,
        Lang::En => &EN,
    }
}

/// The rule of a label, in upper or lower case.
#[must_use]
pub fn find(lang: Lang, label: &str) -> Option<&'static Rule> {
    let label = label.trim();
    all(lang)
        .iter()
        .find(|rule| rule.label.eq_ignore_ascii_case(label))
}

/// The labels that there are, by letter: `C1–C8, L1–L8, …`, in the order of the book.
#[must_use]
pub fn labels() -> String {
    let mut letters: BTreeMap<&str, (usize, &str, &str)> = BTreeMap::new();
    for (at, rule) in NB.iter().enumerate() {
        let span = letters
            .entry(&rule.label[..1])
            .or_insert((at, rule.label, rule.label));
        span.2 = rule.label;
    }
    let mut spans: Vec<_> = letters.into_values().collect();
    spans.sort_unstable();
    let spans: Vec<String> = spans
        .iter()
        .map(|(_, first, last)| format!("{first}–{last}"))
        .collect();
    spans.join(", ")
}

impl Words {
    /// The rulebook in this language.
    #[must_use]
    pub fn rules(&self) -> &'static [Rule] {
        all(self.lang())
    }
}

fn read(book: &'static str) -> Vec<Rule> {
    book.split("\n## ").skip(1).filter_map(rule).collect()
}

/// An entry in the form that stands above; `None` of one in another form, which a test finds.
fn rule(entry: &'static str) -> Option<Rule> {
    let (heading, body) = entry.split_once('\n')?;
    let (label, title) = heading.split_once(' ')?;
    let mut paragraphs = body.split("\n\n").map(str::trim);
    let text = paragraphs.next()?;
    let mut parts = paragraphs.map(|paragraph| {
        let (head, text) = paragraph.split_once(": ")?;
        Some(Part { head, text })
    });
    let (example, source) = (parts.next()??, parts.next()??);
    Some(Rule {
        label,
        title,
        text,
        example,
        source,
        not_built: parts.next().flatten(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_whatever_its_case_and_an_unknown_one_is_not() {
        assert_eq!(
            find(Lang::Nb, " r1 ").map(|rule| rule.title),
            Some("Delt kostnad")
        );
        assert_eq!(find(Lang::En, "R1").map(|rule| rule.title), Some("Shared cost"));
        for unknown in ["", "R", "R100", "X1", "R1 Shared"] {
            assert_eq!(find(Lang::En, unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_labels_are_told_by_letter_in_the_order_of_the_book() {
        assert_eq!(labels(), "C1–C8, L1–L8, K1–K5, R1–R8, F1–F6, S1–S8, M1–M18");
    }
}
