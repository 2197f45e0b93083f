//! The rulebook holds together: both languages have the same rules with all their parts, every label that a source cites
//! has an entry, and every rule is held by a test that its name says, but for those that are not built yet.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kommit::i18n::Lang;
use kommit::i18n::rules::{self, Part, Rule};

/// The rules that no test holds yet; what is missing stands in the book itself, under "Not built yet". The list may only
/// shrink: a test that names one of them in its name takes it out.
const UNTESTED: [&str; 4] = ["K5", "R6", "R7", "R8"];

/// What looks like a label and is none.
const NO_LABELS: [(&str, &str); 1] = [("K17", "an invoice, as a person may write it")];

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut found) = (
        vec![root.join("src"), root.join("tests"), root.join("benches")],
        Vec::new(),
    );
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("source/rulebook.rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

/// `L5`: a letter of the book and a number.
fn is_label(word: &str) -> bool {
    let mut letters = word.chars();
    let family = letters.next().is_some_and(|letter| "CLKRFSM".contains(letter));
    let number = letters.as_str();
    family && (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

/// The labels that a text cites.
fn cited(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| is_label(word)).collect()
}

/// The labels in the names of a source's tests: `r1_…`, `c2_c3_…`.
fn tested(code: &str) -> BTreeSet<String> {
    let after = code.split("#[test]").skip(1);
    let names = after.filter_map(|rest| rest.split_once("fn ")?.1.split_once('('));
    let parts = names.flat_map(|(name, _)| name.split('_').map(str::to_uppercase));
    parts.filter(|part| is_label(part)).collect()
}

fn book(lang: Lang) -> BTreeSet<&'static str> {
    rules::all(lang).iter().map(|rule| rule.label).collect()
}

/// Sentences as a reader counts them: a full stop, a colon aside, before a capital letter or the end.
fn sentences(text: &str) -> usize {
    let text = text.replace(['»', '”'], "");
    let ends = text.match_indices(['.', '!', '?']).filter(|(at, _)| {
        let rest = &text[at + 1..];
        let next = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
        rest.is_empty() || next.is_some_and(char::is_uppercase)
    });
    ends.count()
}

#[test]
fn the_readers_of_this_test_find_labels_names_and_sentences() {
    assert_eq!(
        cited("(C3, L5) F10 K-0017 R M12x S"),
        BTreeSet::from(["C3", "L5", "F10"])
    );
    let code = "#[test]\nfn c2_c3_ks_pays() {}\nfn r9_helper() {}\n#[test]\n#[ignore]\nfn s4_blind() {}";
    let names = ["C2", "C3", "S4"].map(str::to_owned);
    assert_eq!(tested(code), BTreeSet::from(names));
    assert_eq!(sentences("Det er 5 mill. kr. Mer trengs: Ja. Innen 8. mai."), 3);
}

#[test]
fn both_languages_have_the_same_rules_with_all_their_parts() {
    let (nb, en) = (rules::all(Lang::Nb), rules::all(Lang::En));
    let known: Vec<_> = nb.iter().map(|rule| (rule.label, rule.built())).collect();
    let english: Vec<_> = en.iter().map(|rule| (rule.label, rule.built())).collect();
    assert_eq!(known, english);
    assert_eq!(book(Lang::Nb).len(), nb.len(), "a rule stands twice");
    for (lang, heads) in [
        (Lang::Nb, ["Eksempel", "Kilde", "Ikke bygget ennå"]),
        (Lang::En, ["Example", "Source", "Not built yet"]),
    ] {
        let path = format!("{}/assets/rules/{}.md", env!("CARGO_MANIFEST_DIR"), lang.code());
        let file = fs::read_to_string(path).unwrap();
        assert_eq!(file.matches("\n## ").count(), nb.len(), "an entry isn't read");
        for rule in rules::all(lang) {
            is_whole(rule, heads, &file);
        }
    }
}

fn is_whole(rule: &Rule, heads: [&str; 3], file: &str) {
    let label = rule.label;
    assert!(is_label(label) && !rule.title.is_empty(), "{label}");
    assert!(
        (2..=5).contains(&sentences(rule.text)),
        "{label}: {}",
        sentences(rule.text)
    );
    assert!(
        rule.example.text.chars().any(|c| c.is_ascii_digit()),
        "{label} has no figures"
    );
    let parts: Vec<Part> = rule.parts().collect();
    for (part, head) in parts.iter().zip(heads) {
        assert_eq!(part.head, head, "{label}");
        assert!(
            part.text.ends_with('.') || part.text.ends_with(')'),
            "{label} {head}"
        );
    }
    // What is read is all that the entry says.
    let of_parts = parts.iter().map(|part| format!("{}: {}", part.head, part.text));
    let said = [format!("## {label} {}", rule.title), rule.text.to_owned()];
    let entry = said.into_iter().chain(of_parts).collect::<Vec<_>>().join("\n\n");
    let next = file.find(&entry).map(|at| &file[at + entry.len()..]);
    let next = next.unwrap_or_else(|| panic!("{label} says more, or less:\n{entry}"));
    assert!(next == "\n" || next.starts_with("\n\n## "), "{label} says more");
}

#[test]
fn every_label_that_a_source_cites_is_in_the_book() {
    let known = book(Lang::Nb);
    for (path, text) in sources() {
        let unknown: Vec<_> = cited(&text)
            .into_iter()
            .filter(|label| !known.contains(label) && NO_LABELS.iter().all(|(no, _)| no != label))
            .collect();
        assert_eq!(unknown, Vec::<&str>::new(), "{}", path.display());
    }
}

#[test]
fn every_rule_is_held_by_a_test_that_names_it_but_for_those_in_the_list_which_only_shrinks() {
    let named: BTreeSet<String> = sources().iter().flat_map(|(_, code)| tested(code)).collect();
    for rule in rules::all(Lang::En) {
        let (label, listed) = (rule.label, UNTESTED.contains(&rule.label));
        assert_ne!(
            listed,
            named.contains(label),
            "{label}: in the list, or in the name of a test"
        );
        assert!(!listed || !rule.built(), "{label} is built, and no test holds it");
    }
    assert!(UNTESTED.iter().all(|label| book(Lang::En).contains(label)));
}
