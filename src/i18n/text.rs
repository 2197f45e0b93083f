//! Text on its way to a terminal, and names on their way into a sorted list.

use std::borrow::Cow;
use std::cmp::Ordering;

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

/// A word as it begins a line: a label, a heading, a button. So one message serves there and in running text.
#[must_use]
pub fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A text that begins a sentence, as it stands inside one. An abbreviation such as `KS` keeps its letters.
#[must_use]
pub fn inside_a_sentence(text: &str) -> String {
    let mut letters = text.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else {
        return String::new();
    };
    if rest.chars().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}

/// How names are sorted, in both languages, for the names are Norwegian: æ, ø and å last, `aa` as å, other accents as
/// their plain letter, upper and lower case alike.
#[must_use]
pub fn by_name(one: &str, other: &str) -> Ordering {
    sorted_as(one).cmp(sorted_as(other))
}

/// The letters of a name as they are sorted; the characters after `z` in ASCII stand for the three last ones.
fn sorted_as(name: &str) -> impl Iterator<Item = char> {
    const AE: char = '{';
    const OE: char = '|';
    const AA: char = '}';
    let mut letters = name.nfc().flat_map(char::to_lowercase).peekable();
    std::iter::from_fn(move || {
        Some(match letters.next()? {
            'æ' | 'ä' => AE,
            'ø' | 'ö' => OE,
            'å' => AA,
            'a' if letters.next_if_eq(&'a').is_some() => AA,
            'đ' | 'ð' => 'd',
            'ŋ' => 'n',
            'ŧ' => 't',
            '-' => ' ',
            other => std::iter::once(other).nfd().next().unwrap_or(other),
        })
    })
    .filter(|letter| !is_combining_mark(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_inside_a_sentence_begins_small_but_an_abbreviation_stays() {
        let inside = ["Gi tilsagn", "Åpne runden", "KS decides", "K1", ""].map(inside_a_sentence);
        assert_eq!(inside, ["gi tilsagn", "åpne runden", "KS decides", "k1", ""]);
    }

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
        names.sort_by(|one, other| by_name(one, other));
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
        assert_eq!(by_name("A\u{30a}s", "Ås"), Ordering::Equal);
    }

    #[test]
    fn clean_text_is_left_as_it_is_and_lines_are_kept_only_in_prose() {
        assert!(matches!(clean("Blåbærsyltetøy – 100 %"), Cow::Borrowed(_)));
        assert_eq!(clean("a\nb\tc"), "a\u{fffd}b\u{fffd}c");
        assert_eq!(clean_prose("a\nb\u{7}"), "a\nb\u{fffd}");
    }
}
