//! Text on its way to a terminal, and names on their way into a sorted list.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::text::is_unsafe;

/// A single line that may reach a terminal: whatever could command it, line breaks included, becomes U+FFFD.
/// The fund refuses such text at the door; this is for what never passed it, such as a file that is being refused.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    replaced(text, is_unsafe)
}

/// Running text that may reach a terminal: as [`clean`], with its line breaks.
#[must_use]
pub fn clean_prose(text: &str) -> Cow<'_, str> {
    replaced(text, |c| is_unsafe(c) && c != '\n')
}

fn replaced(text: &str, bad: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().any(&bad) {
        let safe = |c| if bad(c) { char::REPLACEMENT_CHARACTER } else { c };
        Cow::Owned(text.chars().map(safe).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// What names are sorted by, in both languages, for the names are Norwegian: æ, ø and å last, `aa` as å, other accents
/// as their plain letter, upper and lower case alike.
#[must_use]
pub fn name_key(name: &str) -> String {
    // The characters after `z` in ASCII stand for the three last letters.
    const AE: char = '{';
    const OE: char = '|';
    const AA: char = '}';
    let mut key = String::with_capacity(name.len());
    for letter in name.nfc().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => key.push(AE),
            'ø' | 'ö' => key.push(OE),
            'å' => key.push(AA),
            'a' if key.ends_with('a') => {
                key.pop();
                key.push(AA);
            }
            'đ' | 'ð' => key.push('d'),
            'ŋ' => key.push('n'),
            'ŧ' => key.push('t'),
            '-' => key.push(' '),
            other => key.extend(std::iter::once(other).nfd().filter(|c| !is_combining_mark(*c))),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_ae_oe_aa_last_and_double_a_as_aa() {
        let mut names = vec![
            "Aasnes",
            "Ørsta",
            "Ålesund",
            "Ærfugl",
            "Zaras",
            "Alta",
            "Årdal",
            "ål",
            "Øksnes",
            "Avaldsnes",
            "Kárášjohka",
            "Karlsøy",
            "Nord-Fron",
            "Nord-Odal",
            "Nordkapp",
        ];
        names.sort_by_key(|name| name_key(name));
        assert_eq!(
            names,
            [
                "Alta",
                "Avaldsnes",
                "Kárášjohka",
                "Karlsøy",
                "Nord-Fron",
                "Nord-Odal",
                "Nordkapp",
                "Zaras",
                "Ærfugl",
                "Øksnes",
                "Ørsta",
                "ål",
                "Ålesund",
                "Årdal",
                "Aasnes",
            ]
        );
        assert_eq!(name_key("A\u{30a}s"), name_key("Ås"));
    }

    #[test]
    fn clean_text_is_left_as_it_is_and_lines_are_kept_only_in_prose() {
        assert!(matches!(clean("Blåbærsyltetøy – 100 %"), Cow::Borrowed(_)));
        assert_eq!(clean("a\nb\tc"), "a\u{fffd}b\u{fffd}c");
        assert_eq!(clean_prose("a\nb\u{7}"), "a\nb\u{fffd}");
    }
}
