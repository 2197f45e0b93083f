//! Every word a person reads, in bokmål or English, from `assets/i18n` and `assets/rules`. Messages, refusals, amounts and
//! dates are put into words here and nowhere else; machine output doesn't come this way.

#[cfg(test)]
mod entries;
mod format;
pub mod log;
mod messages;
mod phrase;
mod price;
pub mod rules;
mod text;
mod voucher;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentValue};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::domain::intake::RowProblem;
use crate::domain::money::Ore;
use crate::domain::named::all;
use crate::domain::policy::Role;
use crate::domain::refusal::{Refusal, Value};
use crate::domain::scheme::Name;

use messages::{Faulty, Messages, Written};
pub use phrase::{Phrase, phrase};
pub use price::price_model;
pub use text::{by_name, clean, clean_prose, inside_a_sentence, sentence};
pub use voucher::voucher;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumCount, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Lang {
    #[default]
    Nb,
    En,
}

all!(Lang);

/// What the build script has prepared of the files of a language.
macro_rules! written {
    ($lang:literal) => {
        Written {
            text: include_str!(concat!(env!("OUT_DIR"), "/", $lang, ".ftl")),
            places: include!(concat!(env!("OUT_DIR"), "/", $lang, ".rs")),
        }
    };
}

impl Lang {
    /// What `--lang` calls it, which is also its language tag.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    #[expect(clippy::unreadable_literal, reason = "the build script writes the places")]
    fn written(self) -> &'static Written {
        static NB: Written = written!("nb");
        static EN: Written = written!("en");
        match self {
            Lang::Nb => &NB,
            Lang::En => &EN,
        }
    }
}

/// The words of one language.
pub struct Words {
    lang: Lang,
    messages: Messages,
}

impl Words {
    /// The words of one language.
    #[must_use]
    pub fn new(lang: Lang) -> Words {
        let mut bundle = FluentBundle::new_concurrent(lang.code().parse().into_iter().collect());
        // Isolation marks are invisible characters around every argument; a terminal shows some of them as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Nb => |value, _| grouped(Lang::Nb, value),
            Lang::En => |value, _| grouped(Lang::En, value),
        }));
        // `NUMBER($voucher, useGrouping: "false")`: a number that names something isn't grouped.
        if let Err(fault) = bundle.add_builtins() {
            debug_assert!(false, "{fault:?}");
        }
        // Words of the vocabulary, `terms.ftl`, as they are written where a capital comes first, and in usage lines.
        let added = bundle
            .add_function("SENTENCE", |args, _| rewritten(args, sentence))
            .and_then(|()| bundle.add_function("UPPER", |args, _| rewritten(args, str::to_uppercase)));
        if let Err(fault) = added {
            debug_assert!(false, "{fault:?}");
        }
        Words {
            lang,
            messages: Messages::new(lang.written(), bundle),
        }
    }

    /// The words of every language, for what is found in any of them.
    #[must_use]
    pub fn of_every_language() -> &'static [Words] {
        static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| Lang::ALL.map(Words::new));
        &*WORDS
    }

    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message, which takes no arguments.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.message(key, None)
    }

    /// The message with its arguments, each put into words in this language. Texts are cleaned: what came from a
    /// person or a file never commands a terminal.
    #[must_use]
    pub fn tr(&self, key: &str, args: &[(&str, Value)]) -> String {
        let mut fluent_args = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent_args.set(*name, self.fluent(value));
        }
        self.message(key, Some(&fluent_args))
    }

    /// The message that is made of a name by rule, which takes no arguments; `None` where there is none.
    fn found(&self, key: &str) -> Option<String> {
        self.messages.has(key).then(|| self.t(key))
    }

    /// Why something was refused, and what would be right.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let short = |value: &Value| match value {
            Value::Text(text) => Value::Text(shortened(text)),
            other => other.clone(),
        };
        let args: Vec<(&str, Value)> = refusal.args.iter().map(|(name, v)| (*name, short(v))).collect();
        self.tr(&format!("error-{}", refusal.code), &args)
    }

    /// What is wrong in a file, and where.
    #[must_use]
    pub fn problem(&self, problem: &RowProblem) -> String {
        let line = Value::Number(i64::try_from(problem.line).unwrap_or(i64::MAX));
        let what = Value::Text(self.refusal(&problem.refusal));
        if problem.column.is_empty() {
            self.tr("problem-row", &[("line", line), ("what", what)])
        } else {
            let column = Value::Text(problem.column.clone());
            self.tr(
                "problem-cell",
                &[("line", line), ("column", column), ("what", what)],
            )
        }
    }

    /// A name that is given in both languages.
    #[must_use]
    pub fn name<'n>(&self, name: &'n Name) -> &'n str {
        match self.lang {
            Lang::Nb => &name.nb,
            Lang::En => &name.en,
        }
    }

    /// What the council calls a role.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        self.t(role.key())
    }

    fn fluent<'a>(&self, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Text(text) => FluentValue::String(clean(text)),
            // A number, so that a message can choose its form by it.
            Value::Number(number) => FluentValue::from(*number),
            Value::Money(ore) => self.kr(Ore::new(*ore)).into(),
            Value::Date(date) => self.date(*date).into(),
            Value::Time(time) => self.time(*time).into(),
            Value::Decimal(number) => self.decimal(*number, number.scale()).into(),
            Value::Word(key) => self.t(key).into(),
            Value::List(texts) => {
                let clean = texts.iter().map(|text| clean(text).into_owned());
                self.list(&clean.collect::<Vec<_>>()).into()
            }
            Value::AnyOf(keys) => {
                let quoted = keys
                    .iter()
                    .map(|key| self.tr("list-quoted", &[("text", self.t(key).into())]));
                self.any_of(&quoted.collect::<Vec<_>>()).into()
            }
        }
    }

    /// A message that isn't there shows its key: a poor word is better than a lost session. In tests it is a fault.
    fn message(&self, key: &str, args: Option<&FluentArgs>) -> String {
        match self.messages.format(key, args) {
            Some(Ok(text)) => text,
            Some(Err(Faulty { text, faults })) => {
                debug_assert!(false, "`{key}` in {}: {faults}", self.lang.code());
                text
            }
            None => {
                debug_assert!(false, "no message `{key}` in {}", self.lang.code());
                key.to_owned()
            }
        }
    }
}

/// A message quotes what was wrong, however long the cell of a broken file is.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 300;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What a function of the language files makes of its one argument.
fn rewritten<'a>(args: &[FluentValue<'a>], write: fn(&str) -> String) -> FluentValue<'a> {
    match args {
        [FluentValue::String(word)] => write(word).into(),
        _ => FluentValue::Error,
    }
}

/// Fluent's own numbers are neither grouped nor signed as the fund writes them.
fn grouped(lang: Lang, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    // Numbers come from `Value::Number`; what a float can't hold exactly is far above any count of the fund.
    #[expect(clippy::cast_possible_truncation, reason = "messages count whole things")]
    let whole = number.value as i64;
    Some(if number.options.use_grouping {
        format::count(lang, whole)
    } else {
        whole.to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::proposal::{Ref, Stage, Step};
    use crate::domain::refusal::refuse;

    fn threads_may_share<T: Send + Sync>(_: &T) {}

    #[test]
    fn the_words_of_both_languages_are_well_formed_and_shared_between_threads() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            threads_may_share(&words);
            let unreadable = words.messages.unreadable();
            assert!(unreadable.is_empty(), "{}: {unreadable:?}", lang.code());
            let names = words.messages.names();
            assert!(names.len() > 3_000 && names.is_sorted(), "{}", names.len());
            let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{}: {twice:?}", lang.code());
        }
    }

    #[test]
    fn a_refusal_names_the_value_and_what_would_be_right() {
        let refusal = refuse("amount-invalid").with("value", "tolv");
        assert_eq!(
            Words::new(Lang::Nb).refusal(&refusal),
            "«tolv» er ikke et beløp. Skriv kroner som 1250000, 1\u{a0}250\u{a0}000, 1250000,50 eller 1,25\u{a0}mill., med høyst to desimaler i kroner."
        );
        assert!(
            Words::new(Lang::En)
                .refusal(&refusal)
                .starts_with("“tolv” is not an amount")
        );
    }

    #[test]
    fn a_refusal_about_several_items_lists_them_in_a_sentence() {
        let said = |items: &[&str]| {
            let called: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
            let refusal = refuse("items-without-result").with("count", items.len());
            Words::new(Lang::Nb).refusal(&refusal.with("items", called))
        };
        assert_eq!(
            said(&["19/18"]),
            "Sak 19/18 er ikke avgjort. Stem over den, trekk den eller gi en protokolltilførsel før møtet avsluttes."
        );
        assert_eq!(
            said(&["18/18", "19/18", "20/18"]),
            "Sakene 18/18, 19/18 og 20/18 er ikke avgjort. Stem over dem, trekk dem eller gi en protokolltilførsel før møtet avsluttes."
        );
    }

    #[test]
    fn no_control_character_of_an_argument_reaches_a_message() {
        let refusal = refuse("amount-invalid").with("value", "1\u{1b}[31m\n\u{202e}2\u{9b}");
        for lang in Lang::ALL {
            let text = Words::new(lang).refusal(&refusal);
            assert!(
                text.contains("1\u{fffd}[31m\u{fffd}\u{fffd}2\u{fffd}"),
                "{text:?}"
            );
            assert!(!text.chars().any(crate::domain::text::is_unsafe), "{text:?}");
        }
    }

    #[test]
    fn a_message_quotes_only_the_beginning_of_a_long_text() {
        let refusal = refuse("amount-invalid").with("value", "å".repeat(100_000));
        let text = Words::new(Lang::Nb).refusal(&refusal);
        assert!(text.chars().count() < 500 && text.contains("å…»"), "{text}");
    }

    #[test]
    fn a_fault_in_a_file_is_named_by_line_and_heading() {
        let nb = Words::new(Lang::Nb);
        let cell = RowProblem {
            line: 1234,
            column: "Innbyggere".to_owned(),
            refusal: refuse("text-empty"),
        };
        assert_eq!(nb.problem(&cell), "Linje 1234, kolonne Innbyggere: Må fylles ut.");
        let row = RowProblem {
            column: String::new(),
            ..cell
        };
        assert_eq!(nb.problem(&row), "Linje 1234: Må fylles ut.");
    }

    #[test]
    fn words_of_which_any_will_do_are_quoted_one_by_one() {
        let refusal = Step::Stop.from(Ref::new(2018, 7), Stage::Repaid).unwrap_err();
        let said = Words::new(Lang::Nb).refusal(&refusal);
        assert!(
            said.contains("på trinnet «tilsagn gitt», «under utvikling», «i drift» eller «avskrevet»."),
            "{said}"
        );
        // What is repaid may have something of its commitment left.
        assert!(said.ends_with("kan det utbetales eller frigis."), "{said}");
        let said = Words::new(Lang::En).refusal(&refusal);
        assert!(said.contains("“live” or “written off” can."), "{said}");
    }

    #[test]
    fn a_word_is_translated_inside_another_message_and_numbers_are_grouped() {
        let nb = Words::new(Lang::Nb);
        let refusal = refuse("what-if-settled")
            .with("ref", "2018-07")
            .word("stage", "stage-declined");
        assert!(
            nb.refusal(&refusal).contains("«avslått»"),
            "{}",
            nb.refusal(&refusal)
        );
        assert!(
            nb.refusal(
                &refuse("text-long")
                    .with("length", 4805_i64)
                    .with("longest", 4000_i64)
            )
            .contains("4\u{a0}000")
        );
    }
}
