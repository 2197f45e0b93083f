//! The language files hold together: bokmål and English have the same messages with the same variables, the program
//! uses every message and misses none, and figures are written as the fund's rules say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use kommit::domain::calendar::Quarter;
use kommit::domain::contribution::Standing;
use kommit::domain::ledger::{Event, Source};
use kommit::domain::meeting::conflict::{ConflictKind, Judgement};
use kommit::domain::meeting::minutes::What;
use kommit::domain::meeting::{Choice, Form, ItemState, MotionKind, State, Void, VoteResult, WrittenResult};
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::domain::policy::{Action, Role, RoleSet};
use kommit::domain::proposal::{Benefit, Stage, Step};
use kommit::domain::refusal::Value;
use kommit::domain::repayment::ChargeStanding;
use kommit::i18n::{Lang, Words};
use rust_decimal::Decimal;

/// Every message of a language: its variables, and the other messages that it names.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every message with its variables, those of the messages that it names too.
fn messages(lang: Lang) -> Messages {
    let mut messages = Messages::new();
    let mut named: Vec<(String, String)> = Vec::new();
    for path in files_below(&root().join("assets/i18n").join(lang.code()), "ftl") {
        let mut current = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                let (key, _) = line
                    .split_once(" =")
                    .unwrap_or_else(|| panic!("{}: {line}", path.display()));
                current = key.to_owned();
                let before = messages.insert(current.clone(), BTreeSet::new());
                assert!(before.is_none(), "{key} is there twice in {}", lang.code());
            }
            for variable in line.split('$').skip(1) {
                let name: String = variable
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                    .collect();
                if let Some(variables) = messages.get_mut(&current) {
                    variables.insert(name);
                }
            }
            for inside in line
                .split("{ ")
                .skip(1)
                .filter_map(|rest| rest.split(" }").next())
            {
                let name = referred(inside);
                if name.starts_with(|c: char| c.is_ascii_lowercase()) {
                    named.push((current.clone(), name.to_owned()));
                }
            }
        }
    }
    // As often as one names another that names a third.
    let count = |messages: &Messages| messages.values().map(BTreeSet::len).sum::<usize>();
    let mut before = None;
    while before != Some(count(&messages)) {
        before = Some(count(&messages));
        for (by, name) in &named {
            let more = messages.get(name).cloned().unwrap_or_default();
            messages.entry(by.clone()).or_default().extend(more);
        }
    }
    messages
}

/// The program without its unit tests, which stand last in a file or in a file of their own.
fn sources() -> Vec<(PathBuf, String)> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let code = text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default()
            .to_owned();
        (path, code)
    };
    let of_tests = |path: &PathBuf| path.ends_with("tests.rs") || path.ends_with("stories.rs");
    files_below(&root().join("src"), "rs")
        .into_iter()
        .filter(|path| !of_tests(path))
        .map(read)
        .collect()
}

/// String literals of a source, each with the code right before it. Keys hold no quotes, so this is enough.
fn literals(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices('"') {
        let rest = &code[at + 1..];
        let length = rest
            .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
            .unwrap_or(rest.len());
        // What ends in a hyphen is the family of keys that are made by rule.
        if length > 0 && rest[length..].starts_with('"') && !rest[..length].ends_with('-') {
            found.push((code[..at].trim_end(), &rest[..length]));
        }
    }
    found
}

/// The values of every enum whose keys are made of their names in kebab case, as its `strum` says.
fn keys_of_enums(code: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for after in code
        .split("#[strum(serialize_all = \"kebab-case\", prefix = \"")
        .skip(1)
    {
        let Some((prefix, rest)) = after.split_once('"') else {
            continue;
        };
        let body = rest.split_once('{').and_then(|(_, body)| body.split_once('}'));
        let lines = body.into_iter().flat_map(|(body, _)| body.lines()).map(str::trim);
        for name in lines.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase())) {
            let name = name.trim_end_matches(',');
            let mut key = prefix.to_owned();
            for (at, letter) in name.char_indices() {
                if at > 0 && letter.is_uppercase() {
                    key.push('-');
                }
                key.extend(letter.to_lowercase());
            }
            keys.push(key);
        }
    }
    keys
}

/// Keys that the program makes of names by rule, so that they don't stand in its sources.
fn made_by_rule() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = Role::ALL
        .iter()
        .map(|role| format!("policy-{}", role.word()))
        .collect();
    for (_, code) in sources() {
        keys.extend(keys_of_enums(&code));
    }
    macro_rules! named {
        ($($name:ident)*) => { $(keys.extend($name::ALL.map(|value| value.key().to_owned()));)* };
    }
    named!(Form State ItemState MotionKind ConflictKind Judgement Void Choice VoteResult WrittenResult What);
    named!(Role RoleSet Action Kind Standing Source Event Stage Step Benefit ChargeStanding);
    keys
}

/// Where only the key of a message, or the code of a refusal, can stand.
const SAYS: [&str; 4] = [".t(", ".tr(", "Value::Word(", "Outcome::new("];
const REFUSES: [&str; 2] = ["refuse(", ".fault("];

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (nb, en) = (messages(Lang::Nb), messages(Lang::En));
    assert!(
        nb.len() > 100,
        "the reader of this test finds only {} messages",
        nb.len()
    );
    let keys = |m: &Messages| m.keys().cloned().collect::<BTreeSet<_>>();
    let missing = |a: &Messages, b: &Messages| keys(a).difference(&keys(b)).cloned().collect::<Vec<_>>();
    assert_eq!(missing(&nb, &en), Vec::<String>::new(), "missing in English");
    assert_eq!(missing(&en, &nb), Vec::<String>::new(), "missing in bokmål");
    for (key, variables) in &nb {
        // English dates have the month's name where bokmål has its number.
        if key != "date-short" {
            assert_eq!(variables, &en[key], "the variables of {key}");
        }
    }
}

#[test]
fn every_message_in_the_files_is_known_to_the_program() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (key, variables) in messages(lang) {
            assert!(key.contains('-'), "a key has a family before a hyphen: {key}");
            let args: Vec<(&str, Value)> = variables.iter().map(|v| (v.as_str(), Value::Number(2))).collect();
            let text = words.tr(&key, &args);
            assert!(!text.is_empty() && text != key, "{key}");
        }
    }
}

#[test]
fn every_key_that_the_program_uses_is_there() {
    let known = messages(Lang::Nb);
    let families: BTreeSet<&str> = known
        .keys()
        .filter_map(|k| k.split_once('-'))
        .map(|(f, _)| f)
        .collect();
    let unsaid = |key: &String| !known.contains_key(key);
    let mut missing: BTreeSet<String> = made_by_rule().into_iter().filter(unsaid).collect();
    for (path, code) in sources() {
        for (before, literal) in literals(&code) {
            let error = format!("error-{literal}");
            let is_family = literal.split_once('-').is_some_and(|(f, _)| families.contains(f));
            // A form refuses a field, and names that; everyone else names why.
            let refuses = !before.ends_with(".refuse(") && REFUSES.iter().any(|head| before.ends_with(head));
            let (wanted, found) = if refuses {
                (error.as_str(), known.contains_key(&error))
            } else if SAYS.iter().any(|head| before.ends_with(head)) {
                (literal, known.contains_key(literal))
            } else if is_family {
                (literal, known.contains_key(literal) || known.contains_key(&error))
            } else {
                continue;
            };
            if !found {
                missing.insert(format!("{wanted} ({})", path.display()));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "no words for:\n{}",
        missing.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn every_message_is_used_by_the_program() {
    let sources = sources();
    let made = made_by_rule();
    let used: BTreeSet<&str> = sources
        .iter()
        .flat_map(|(_, code)| literals(code))
        .map(|(_, l)| l)
        .collect();
    // What another message refers to is used as that one is.
    let texts = texts(Lang::Nb);
    let referred: BTreeSet<&str> = texts
        .iter()
        .flat_map(|(_, text)| text.split('{').skip(1))
        .map(|after| referred(after.split('}').next().unwrap_or_default()))
        .collect();
    let idle: Vec<String> = messages(Lang::Nb)
        .into_keys()
        .filter(|key| !referred.contains(key.as_str()))
        .filter(|key| !used.contains(key.as_str()) && !made.contains(key))
        .filter(|key| {
            let made = ["error-", "log-about-"].map(|family| key.strip_prefix(family));
            !made.into_iter().flatten().any(|name| used.contains(name))
        })
        .collect();
    assert!(idle.is_empty(), "nothing in src says:\n{}", idle.join("\n"));
}

/// The texts of a language, each with its key, without comments and without the names of variables.
fn texts(lang: Lang) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for path in files_below(&root().join("assets/i18n").join(lang.code()), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with('#') {
                continue;
            }
            let (key, text) = match line.split_once(" = ") {
                Some((key, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => (Some(key), text),
                _ => (None, line),
            };
            // What stands right after `$` is the program's word, not the reader's.
            let mut pieces = text.split('$');
            let mut said = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                said.push_str(
                    piece.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')),
                );
            }
            match (key, texts.last_mut()) {
                (None, Some((_, whole))) => {
                    whole.push('\n');
                    whole.push_str(&said);
                }
                (Some(key), _) => texts.push((key.to_owned(), said)),
                (None, None) => {}
            }
        }
    }
    texts
}

#[test]
fn a_proposal_is_never_called_a_case_for_that_is_an_item_of_a_meeting() {
    // The item of a meeting itself, and that it must be open before a scorecard is changed.
    const OF_A_MEETING: [&str; 2] = ["word-item", "error-scorecard-after-reveal"];
    let forbidden = [
        (Lang::Nb, &["sak", "saken", "saker", "sakene"][..]),
        (Lang::En, &["case", "cases"]),
    ];
    // There the word means what it says.
    let meetings = ["meetings", "meeting_commands", "minutes", "agenda"]
        .map(|file| fs::read_to_string(root().join(format!("assets/i18n/nb/{file}.ftl"))).unwrap())
        .concat();
    let meetings: BTreeSet<String> = meetings
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
        .collect();
    for (lang, words) in forbidden {
        let texts = texts(lang);
        assert!(
            texts.len() > 100,
            "the reader of this test finds only {}",
            texts.len()
        );
        for (key, text) in texts {
            let said = text.to_lowercase();
            let found = said
                .split(|c: char| !c.is_alphanumeric())
                .find(|w| words.contains(w));
            let allowed =
                lang == Lang::Nb && (OF_A_MEETING.contains(&key.as_str()) || meetings.contains(&key));
            assert!(
                found.is_none() || allowed,
                "{}: {key} says {found:?}: {text}",
                lang.code()
            );
        }
    }
}

/// What a key is called stands in one message, which a test of the program holds to its table of keys.
#[test]
fn a_text_takes_the_name_of_a_key_and_spells_none() {
    const KEYS: [&str; 6] = ["Esc", "Enter", "Tab", "Tabs", "Shift", "Ctrl"];
    for lang in Lang::ALL {
        for (key, text) in texts(lang).iter().filter(|(key, _)| !key.starts_with("tui-key-")) {
            let mut said = text.split(|c: char| !c.is_alphanumeric());
            let spelled = said.find(|word| KEYS.contains(word));
            assert_eq!(spelled, None, "{}: {key} says {text}", lang.code());
        }
    }
}

#[test]
fn an_apostrophe_is_a_curved_one() {
    for lang in Lang::ALL {
        let rules = format!("assets/rules/{}.md", lang.code());
        let rules = fs::read_to_string(root().join(&rules)).unwrap();
        let texts = texts(lang)
            .into_iter()
            .chain([("the rulebook".to_owned(), rules)]);
        for (key, text) in texts {
            let straight = text.lines().find(|line| line.contains('\''));
            assert_eq!(straight, None, "{}: {key}", lang.code());
        }
    }
}

#[test]
fn no_line_breaks_between_a_number_and_its_unit() {
    for lang in Lang::ALL {
        for (key, text) in texts(lang) {
            for unit in [" kr", " %", " mill. ", " million", " kv. "] {
                for (at, _) in text.match_indices(unit) {
                    let is_word = text[at + unit.len()..].starts_with(char::is_alphabetic);
                    let after_number =
                        text[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '}' | '.'));
                    assert!(
                        !after_number || is_word,
                        "{}: {key} may break in {text}",
                        lang.code()
                    );
                }
            }
        }
    }
}

const NBSP_MARK: char = '_';

/// Expected texts with `_` for the space that doesn't break.
fn nbsp(text: &str) -> String {
    text.replace(NBSP_MARK, "\u{a0}")
}

#[test]
fn amounts_are_grouped_and_signed_as_in_the_reader_s_language() {
    let (nb, en) = (Words::new(Lang::Nb), Words::new(Lang::En));
    for (ore, bokmaal, english) in [
        (0, "0_kr", "NOK_0"),
        (99_900, "999_kr", "NOK_999"),
        (100_000, "1_000_kr", "NOK_1,000"),
        (2_500_000, "25_000_kr", "NOK_25,000"),
        (2_500_050, "25_000,50_kr", "NOK_25,000.50"),
        (5, "0,05_kr", "NOK_0.05"),
        (-300, "−3_kr", "NOK_−3"),
        (-123_456_789, "−1_234_567,89_kr", "NOK_−1,234,567.89"),
        (25_312_413_000, "253_124_130_kr", "NOK_253,124,130"),
        (10_000_000_000_000, "100_000_000_000_kr", "NOK_100,000,000,000"),
    ] {
        assert_eq!(nb.kr(Ore::new(ore)), nbsp(bokmaal));
        assert_eq!(en.kr(Ore::new(ore)), nbsp(english));
        assert_eq!(format!("{}\u{a0}kr", nb.amount(Ore::new(ore))), nbsp(bokmaal));
    }
}

#[test]
fn millions_have_one_decimal_rounded_half_away_from_zero() {
    let (nb, en) = (Words::new(Lang::Nb), Words::new(Lang::En));
    for (ore, figure) in [
        (1_250_000_000, "12,5"),
        (1_255_000_000, "12,6"),
        (1_254_999_999, "12,5"),
        (-1_255_000_000, "−12,6"),
        (4_999_999, "0,0"),
        (-4_999_999, "0,0"),
        (5_000_000, "0,1"),
        (25_312_413_000, "253,1"),
        (123_456_000_000, "1_234,6"),
    ] {
        assert_eq!(nb.mill(Ore::new(ore)), nbsp(figure));
    }
    assert_eq!(nb.mill_kr(Ore::kroner(12_500_000)), nbsp("12,5_mill._kr"));
    assert_eq!(en.mill_kr(Ore::kroner(12_500_000)), nbsp("NOK_12.5_million"));
}

#[test]
fn days_and_quarters_are_written_as_in_the_reader_s_language() {
    let (nb, en) = (Words::new(Lang::Nb), Words::new(Lang::En));
    let day = date(2026, 5, 7);
    assert_eq!(
        (nb.date(day), nb.long_date(day)),
        ("7.5.2026".into(), "7. mai 2026".into())
    );
    assert_eq!(
        (en.date(day), en.long_date(day)),
        ("7 May 2026".into(), "7 May 2026".into())
    );
    assert_eq!(
        (nb.column_date(day), en.column_date(day)),
        ("7.5.2026".into(), "2026-05-07".into())
    );
    assert_eq!(
        (nb.planned_date(day), en.planned_date(day)),
        ("torsdag 7. mai 2026".into(), "Thursday 7 May 2026".into())
    );
    let week = (0..7).map(|on| nb.planned_date(date(2026, 12, 7 + on)));
    let week: Vec<String> = week
        .map(|day| day.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        week.join(" "),
        "mandag tirsdag onsdag torsdag fredag lørdag søndag"
    );
    assert_eq!(nb.quarter(Quarter::of(day)), nbsp("2._kv._2026"));
    assert_eq!(en.quarter(Quarter::of(day)), nbsp("2026_Q2"));
    assert_eq!(nb.long_date(date(2017, 12, 20)), "20. desember 2017");
    assert_eq!(nb.long_date(date(2018, 1, 1)), "1. januar 2018");
}

#[test]
fn numbers_and_shares_are_rounded_half_away_from_zero() {
    let (nb, en) = (Words::new(Lang::Nb), Words::new(Lang::En));
    let share = Decimal::from(85_000_000) / Decimal::from(128_124_130);
    assert_eq!(nb.percent(share, 1), nbsp("66,3_%"));
    assert_eq!(en.percent(share, 1), "66.3%");
    assert_eq!(nb.percent(Decimal::new(-3, 2), 0), nbsp("−3_%"));
    assert_eq!(nb.percent(Decimal::new(-4, 3), 0), nbsp("0_%"));
    assert_eq!(nb.percent(Decimal::ONE, 0), nbsp("100_%"));
    assert_eq!(nb.decimal(Decimal::new(4425, 3), 2), "4,43");
    assert_eq!(nb.decimal(Decimal::new(4, 0), 2), "4,00");
    assert_eq!(en.decimal(Decimal::new(-4425, 3), 2), "−4.43");
    assert_eq!(nb.count(5_258_317), nbsp("5_258_317"));
    assert_eq!(en.count(-1_000), "−1,000");
}

/// Texts that stand under two keys, or differ only in case, punctuation and spaces, each with its reason. It may only
/// shrink: what is to be told twice refers to the other text.
const TOLD_TWICE: [(&str, &str); 9] = [
    ("◆ fra ◆", "a motion is from a person, a count from a day"),
    (
        "◆ av ◆ vurderinger er levert",
        "a line of a question ends in a full stop, a fact does not",
    ),
    (
        "bruk",
        "a heading of the help, one of the manual in capitals, and a button",
    ),
    (
        "ja",
        "an answer, and in brackets what the owner of the file may during the set-up",
    ),
    (
        "lavest",
        "a heading, and with a dash the lowest of three estimates",
    ),
    ("ledig", "capital that is free, and a seat that is vacant"),
    (
        "ref",
        "a heading, and the place of one and of several in usage lines",
    ),
    (
        "sett på sakslisten",
        "the name of a key, and with the key in brackets what a task asks for",
    ),
    (
        "valg",
        "a heading, the place of options in usage lines, and an election",
    ),
];

/// A text with what it refers to written out, and a sign in the place of each variable.
fn written_out(text: &str, all: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = after;
        // The braces around forms that are chosen by number stay, with the forms in them.
        let leaf = after.split_once('}');
        let Some((inside, left)) = leaf.filter(|(inside, _)| !inside.contains('{') && !inside.contains("->"))
        else {
            out.push('{');
            continue;
        };
        match all.get(referred(inside)) {
            Some(text) => out.push_str(&written_out(text, all)),
            None => out.push('◆'),
        }
        rest = left;
    }
    out + rest
}

/// The name in a placeable, without the function that writes it with capitals.
fn referred(inside: &str) -> &str {
    let name = inside.trim();
    let of = |function: &str| name.strip_prefix(function)?.strip_suffix(')');
    of("SENTENCE(").or_else(|| of("UPPER(")).unwrap_or(name)
}

/// Whether a text is nothing but another one.
fn only_refers(text: &str, all: &BTreeMap<String, String>) -> bool {
    let inside = text
        .trim()
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    inside.is_some_and(|inside| all.contains_key(referred(inside)))
}

/// The words and the variables of a text; of one without words, all that it is.
fn in_plain(text: &str) -> String {
    if !text.contains(char::is_alphabetic) {
        return text.trim().to_owned();
    }
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '◆');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

#[test]
fn a_text_is_told_once_and_what_says_the_same_refers_to_it() {
    let all: BTreeMap<String, String> = texts(Lang::Nb).into_iter().collect();
    let mut told: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (key, text) in &all {
        if !only_refers(text, &all) {
            let plain = in_plain(&written_out(text, &all));
            told.entry(plain).or_default().push(key);
        }
    }
    assert!(
        told.len() > 1000,
        "the reader of this test finds only {}",
        told.len()
    );
    let twice: BTreeMap<_, _> = told.into_iter().filter(|(_, keys)| keys.len() > 1).collect();
    let explained: BTreeSet<&str> = TOLD_TWICE.iter().map(|(text, _)| *text).collect();
    let unexplained: Vec<_> = twice
        .iter()
        .filter(|(text, _)| !explained.contains(text.as_str()))
        .collect();
    assert!(unexplained.is_empty(), "told twice: {unexplained:#?}");
    let idle: Vec<_> = explained
        .iter()
        .filter(|text| !twice.contains_key(**text))
        .collect();
    assert!(idle.is_empty(), "no longer told twice: {idle:?}");
}

#[test]
fn twins_are_found_whole_with_what_they_refer_to_whatever_their_variables_are_called() {
    let entries = [
        ("a-text", "{ } søknader til { }."),
        (
            "same-text",
            "{ } Søknader til { NUMBER(, useGrouping: \"false\") }",
        ),
        ("by-reference", "{ SENTENCE(a-text) }!"),
        ("alone", "{ a-text }"),
        ("forms", "{ ->\n [one] Én søknad\n *[other] { } søknader\n }"),
        ("other-forms", "{ ->\n [one] Én runde\n *[other] { } søknader\n }"),
        ("signs", "{ }, { }"),
        ("other-signs", "{ }: { }"),
    ];
    let all: BTreeMap<String, String> = entries
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .into();
    let plain = |key: &str| in_plain(&written_out(&all[key], &all));
    assert_eq!(plain("a-text"), "◆ søknader til ◆");
    assert_eq!(plain("a-text"), plain("same-text"));
    assert_eq!(plain("a-text"), plain("by-reference"));
    assert!(only_refers(&all["alone"], &all) && !only_refers(&all["by-reference"], &all));
    assert_ne!(plain("forms"), plain("other-forms"));
    assert_ne!(plain("signs"), plain("other-signs"));
}

/// The entries of the vocabulary as they stand: the heading of each group with its keys and texts.
fn vocabulary(lang: Lang) -> Vec<(String, Vec<(String, String)>)> {
    let path = root().join("assets/i18n").join(lang.code()).join("terms.ftl");
    let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            groups.push((heading.to_owned(), Vec::new()));
        } else if let Some((key, text)) = line.split_once(" = ") {
            let (_, entries) = groups.last_mut().expect("an entry stands under a heading");
            entries.push((key.to_owned(), text.to_owned()));
        }
    }
    groups
}

#[test]
fn the_vocabulary_is_grouped_and_sorted_and_its_words_begin_small() {
    const NAMES: [&str; 2] = ["KS", "NOK mill."];
    let keys = |lang| {
        let keys =
            |(_, entries): (_, Vec<(String, String)>)| entries.into_iter().map(|(key, _)| key).collect();
        vocabulary(lang)
            .into_iter()
            .map(keys)
            .collect::<Vec<Vec<String>>>()
    };
    assert_eq!(keys(Lang::Nb), keys(Lang::En));
    for lang in Lang::ALL {
        let groups = vocabulary(lang);
        assert!(groups.len() > 5, "{} groups", groups.len());
        for (heading, entries) in groups {
            assert!(
                entries.is_sorted_by(|(a, _), (b, _)| a < b),
                "{heading}: {entries:#?}"
            );
            for (key, text) in entries {
                let is_word = !text.ends_with('.') && !text.contains('{') && !NAMES.contains(&text.as_str());
                assert!(
                    !is_word || !text.starts_with(char::is_uppercase),
                    "{key} = {text}"
                );
            }
        }
    }
}

#[test]
fn the_vocabulary_holds_what_several_share_and_nothing_else() {
    let sources = sources();
    let texts = texts(Lang::Nb);
    let mut alone = Vec::new();
    for (key, _) in vocabulary(Lang::Nb).into_iter().flat_map(|(_, entries)| entries) {
        let quoted = format!("\"{key}\"");
        let in_code = sources.iter().filter(|(_, code)| code.contains(&quoted)).count();
        let names = |text: &str| {
            let mut inside = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            inside.any(|inside| referred(inside) == key)
        };
        let in_texts = texts.iter().filter(|(_, text)| names(text)).count();
        if in_code + in_texts < 2 {
            alone.push(key);
        }
    }
    assert_eq!(
        alone,
        Vec::<String>::new(),
        "has one user, in whose file it belongs"
    );
}

#[test]
fn english_texts_write_their_nots_in_full() {
    let short = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        let short = words.filter(|word| word.ends_with("n't") || word.ends_with("n’t"));
        short.map(str::to_owned).collect::<Vec<_>>()
    };
    for (key, text) in texts(Lang::En) {
        assert_eq!(short(&text), [""; 0], "{key} = {text}");
    }
    let pages = [
        "README.md",
        "CHANGELOG.md",
        "assets/rules/en.md",
        "assets/ssh/README.md",
        "assets/data/README.md",
    ];
    for page in pages {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.len() > 100, "{page}");
        assert_eq!(short(&text), [""; 0], "{page}");
    }
}

/// What is spelled alike in both languages, since the word is. All else in English is a translation, but for the names of keys.
const SPELLED_ALIKE: [&str; 23] = [
    "account-bank",
    "agenda-blank",
    "agenda-room-for",
    "choice-for",
    "cli-value-id",
    "cli-value-ref",
    "cli-value-refs",
    "cli-value-tried",
    "decide-instalments",
    "log-via-ssh",
    "policy-administrator",
    "policy-observer",
    "scheme-col-key",
    "tui-administrator",
    "tui-brand",
    "tui-demo",
    "word-kroner",
    "word-ks",
    "word-median",
    "word-ref",
    "word-reserve",
    "word-scenario",
    "word-status",
];

#[test]
fn english_is_told_once_as_bokmaal_is_and_is_english() {
    let both = Lang::ALL.map(|lang| texts(lang).into_iter().collect::<BTreeMap<String, String>>());
    let [nb, en] = &both;
    let plain = |all: &BTreeMap<String, String>, key: &str| in_plain(&written_out(&all[key], all));
    let mut told: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
    for (key, _) in en.iter().filter(|(_, text)| !only_refers(text, en)) {
        told.entry((plain(en, key), plain(nb, key)))
            .or_default()
            .push(key);
    }
    let explained: BTreeSet<&str> = TOLD_TWICE.iter().map(|(text, _)| *text).collect();
    let twice: Vec<_> = told
        .iter()
        .filter(|((_, nb), keys)| keys.len() > 1 && !explained.contains(nb.as_str()))
        .collect();
    assert!(twice.is_empty(), "told twice in English: {twice:#?}");

    let has_words = |text: &str| {
        text.split(|c: char| !c.is_alphabetic())
            .any(|word| word.len() > 1)
    };
    let alike: Vec<&str> = en
        .iter()
        .filter(|(key, text)| nb[*key] == **text && !only_refers(text, en) && !key.starts_with("tui-key-"))
        .filter(|(key, _)| has_words(&written_out(&en[*key], &BTreeMap::new())))
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(alike, SPELLED_ALIKE);
    for (key, text) in en {
        let norwegian = text.replace("bokmål", "").to_lowercase().find(['æ', 'ø', 'å']);
        assert_eq!(norwegian, None, "{key} = {text}");
    }
}
