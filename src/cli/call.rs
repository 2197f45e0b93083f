//! One call of the program: its words, the options that stand anywhere, and what is around it. Knows which fund is
//! meant and who acts, and puts outcomes and failures into answers.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::entry::Entry;
use super::environment::{Environment, FullScreen, Look, Signs, Terminals};
use super::failure::Failure;
use super::globals::{Color, Globals, Language, Which};
use crate::demo;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Lang, Words};
use crate::present::text::{self, Style};
use crate::present::{Column, Document, Record, column};
use crate::usecases::views::View;
use crate::usecases::{Access, Clock, InMeeting, OpError, Outcome, Session, UseCase};

/// One call of the program.
pub(super) struct Call<'a> {
    pub words: Words,
    pub globals: Globals,
    pub entry: Entry,
    pub around: &'a Environment,
}

/// How every list looks to a script.
#[derive(Serialize)]
struct List<R> {
    items: Vec<R>,
}

impl<'a> Call<'a> {
    pub(super) fn new(globals: Globals, around: &'a Environment) -> Call<'a> {
        let entry = Entry::local(&globals, around);
        Call::entered(globals, entry, around)
    }

    /// A call of somebody who is known already.
    pub(super) fn entered(globals: Globals, entry: Entry, around: &'a Environment) -> Call<'a> {
        Call {
            words: language(around, globals.lang.map(Into::into)),
            globals,
            entry,
            around,
        }
    }

    /// A call whose arguments couldn't be read: what it wants of its answer is looked for as well as it goes.
    pub(super) fn unread(arguments: &[OsString], around: &'a Environment) -> Call<'a> {
        let given = |name: &str| arguments.iter().any(|argument| argument == name);
        let english = arguments
            .windows(2)
            .any(|pair| pair[0] == "--lang" && pair[1] == "en");
        let bokmål = arguments
            .windows(2)
            .any(|pair| pair[0] == "--lang" && pair[1] == "nb");
        let lang = if english || given("--lang=en") {
            Some(Language::En)
        } else if bokmål || given("--lang=nb") {
            Some(Language::Nb)
        } else {
            None
        };
        let globals = Globals {
            json: given("--json"),
            ascii: given("--ascii"),
            lang,
            ..Globals::default()
        };
        Call::new(globals, around)
    }

    /// The file of the fund: what is asked for, or what is set, or the one in the data directory.
    ///
    /// # Errors
    /// `no-data-directory` when nothing says where.
    pub(super) fn path(&self) -> Result<PathBuf, Failure> {
        let named = self.entry.file.clone();
        named.map_or_else(|| self.in_data_dir("kommit.db"), Ok)
    }

    /// Whether nobody said where the fund is.
    pub(super) fn path_is_ours(&self) -> bool {
        self.entry.file.is_none()
    }

    pub(super) fn in_data_dir(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.around.data_dir.as_ref();
        Ok(folder
            .map(|folder| folder.join(name))
            .ok_or_else(|| refuse("no-data-directory"))?)
    }

    pub(super) fn clock(&self) -> Box<dyn Clock> {
        (self.around.clock)(self.globals.today)
    }

    /// Opens the fund for the actor: the named member, or the owner of the file as its administrator.
    ///
    /// # Errors
    /// Who may not, or what is wrong with the file.
    pub(super) fn session(&self) -> Result<Session, Failure> {
        self.session_at(&self.path()?, self.entry.access.clone(), self.globals.today)
    }

    /// Whether nobody says to act as a member.
    pub(super) fn is_for_the_owner(&self) -> bool {
        self.entry.access.member().is_none()
    }

    /// # Errors
    /// `not-the-owner` of a file that is there.
    pub(super) fn must_own(&self, path: &Path) -> Result<(), Failure> {
        let owner = fs::metadata(path).map(|file| file.uid());
        if owner.is_ok_and(|owner| owner != self.around.user) {
            let refusal = refuse("not-the-owner").with("path", path);
            return Err(OpError::Denied(refusal).into());
        }
        Ok(())
    }

    pub(super) fn session_at(
        &self,
        path: &Path,
        access: Access,
        today: Option<Date>,
    ) -> Result<Session, Failure> {
        if access.member().is_none() {
            self.must_own(path)?;
        }
        let clock = self.around.clock;
        let session = Session::at(path, access, clock(today))?;
        // The demo is told on its own date however it is opened, or its figures would change from day to day.
        if today.is_none() && session.fund().demo {
            return Ok(session.by_clock(clock(Some(demo::TODAY))));
        }
        Ok(session)
    }

    pub(super) fn view<V: View>(&self, view: &V) -> Result<V::Data, Failure> {
        Ok(self.session()?.view(view)?)
    }

    /// Does it, and says what was done.
    ///
    /// # Errors
    /// Why not; then nothing is written.
    pub(super) fn perform(&self, use_case: &dyn UseCase) -> Result<Answer, Failure> {
        let outcome = self.session()?.perform(use_case)?;
        Ok(self.done(&outcome))
    }

    /// Does it in the meeting that is named, or else in the one that is open or next.
    ///
    /// # Errors
    /// Why not; then nothing is written.
    pub(super) fn perform_in(&self, which: &Which, step: impl UseCase + 'static) -> Result<Answer, Failure> {
        self.perform(&InMeeting {
            key: which.key,
            step: Box::new(step),
        })
    }

    pub(super) fn done(&self, outcome: &Outcome) -> Answer {
        let warning = outcome.warning.as_ref();
        let written = Some(self.written(outcome));
        if self.globals.json {
            let mut made = outcome.made.clone();
            if let Some(receipt) = outcome.receipt() {
                made.insert("receipt".to_owned(), receipt.into());
            }
            if let Some(warning) = warning {
                made.insert("warning".to_owned(), self.reason(warning));
            }
            if let Some(log) = &outcome.log {
                made.insert("log".to_owned(), json!(log));
            }
            if !outcome.notices.is_empty() {
                let notices = outcome.notices.iter().map(|notice| self.reason(notice));
                made.insert("notices".to_owned(), notices.collect());
            }
            return Answer {
                written,
                ..Answer::json(&made)
            };
        }
        let warnings = warning.into_iter().chain(&outcome.notices);
        Answer {
            aside: warnings.map(|warning| self.warning(warning)).collect(),
            written,
            ..self.sentence(&self.words.tr(outcome.done, &outcome.args))
        }
    }

    /// What a person should know although it was done, on a line of its own.
    pub(super) fn warning(&self, warning: &Refusal) -> String {
        let message = self.words.refusal(warning);
        let warning = self.words.tr("cli-warning", &[("message", message.into())]);
        self.plain(warning) + "\n"
    }

    /// What is said when the answer itself can't be printed: that it was done, and what it made, so that nobody does it
    /// again.
    pub(super) fn written(&self, outcome: &Outcome) -> String {
        let done = self.words.tr(outcome.done, &outcome.args);
        let made = Json::Object(outcome.made.clone()).to_string();
        self.unprinted(done, made)
    }

    pub(super) fn unprinted(&self, done: String, made: String) -> String {
        let args = [("done", done.into()), ("made", made.into())];
        self.plain(self.words.tr("cli-unprinted", &args))
    }

    /// A sentence alone.
    pub(super) fn sentence(&self, sentence: &str) -> Answer {
        Answer::text(text::text(&sentence.to_owned().into(), self.style()))
    }

    /// A list: `{"items": [...]}` for scripts, a table for people, or `none` where there are no records.
    pub(super) fn records<R>(&self, columns: &'static [Column<R>], rows: &[R], none: &str) -> Answer {
        self.items(
            rows,
            |row| Record::of(columns, row),
            |words| column::list(columns, rows, none, words),
        )
    }

    /// A list whose records have more than columns, or whose page more than a table.
    pub(super) fn items<'r, T, R: Serialize>(
        &self,
        rows: &'r [T],
        record: impl Fn(&'r T) -> R,
        document: impl FnOnce(&Words) -> Document,
    ) -> Answer {
        let items = || List {
            items: rows.iter().map(record).collect::<Vec<R>>(),
        };
        self.document(items, document)
    }

    /// What was asked for: as JSON for scripts, as a document for people.
    pub(super) fn document<T: Serialize>(
        &self,
        json: impl FnOnce() -> T,
        document: impl FnOnce(&Words) -> Document,
    ) -> Answer {
        if self.globals.json {
            return Answer::json(&json());
        }
        Answer::text(text::text(&document(&self.words), self.style()))
    }

    /// Whether signs that not every terminal has are left out. What goes to a file or a pipe is read elsewhere.
    pub(super) fn ascii(&self) -> bool {
        let terminals = self.around.terminals;
        self.globals.ascii || (terminals.output && terminals.signs != Signs::All)
    }

    /// Text in the signs that the terminal has.
    pub(super) fn plain(&self, text: String) -> String {
        if self.ascii() { text::ascii(&text) } else { text }
    }

    /// How text is written here.
    pub(super) fn style(&self) -> Style {
        let terminals = self.around.terminals;
        Style {
            color: self.colored(terminals.output),
            ascii: self.ascii(),
            columns: terminals.columns.filter(|_| terminals.output),
        }
    }

    /// The code, the words and the rule of a refusal, for scripts.
    pub(super) fn reason(&self, refusal: &Refusal) -> Json {
        json!({
            "code": refusal.code,
            "message": self.words.refusal(refusal),
            "rule": refusal.rule,
        })
    }

    pub(super) fn colored(&self, terminal: bool) -> bool {
        match self.globals.color {
            Color::Always | Color::Sixteen => true,
            Color::Never => false,
            Color::Auto => {
                let suits = !self.around.no_color && !self.around.terminals.prints_only;
                terminal && suits && !self.globals.plain
            }
        }
    }

    /// The terminal program, where there is a terminal and nothing else is asked for.
    pub(super) fn full_screen(&self) -> Option<FullScreen> {
        let Terminals {
            input,
            output,
            prints_only,
            ..
        } = self.around.terminals;
        let terminal = input && output && !prints_only;
        let wanted = !self.globals.plain && !self.globals.json;
        self.around.full_screen.filter(|_| terminal && wanted)
    }

    /// How the terminal program is to look.
    pub(super) fn look(&self) -> Look {
        Look {
            words: Words::new(self.words.lang()),
            color: self.colored(self.around.terminals.output),
            few_colors: self.globals.color == Color::Sixteen || self.around.terminals.few_colors,
            signs: if self.globals.ascii {
                Signs::Ascii
            } else {
                self.around.terminals.signs
            },
            idle: self.entry.idle,
        }
    }
}

fn language(around: &Environment, asked: Option<Lang>) -> Words {
    let set = around.lang.as_deref();
    let set = Lang::ALL.into_iter().find(|lang| Some(lang.code()) == set);
    Words::new(asked.or(set).unwrap_or_default())
}
