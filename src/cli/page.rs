//! A page of text for people, built line by line. Everything that is put on it is made safe for a terminal here, so
//! that no command has to think of it.

use super::answer::Answer;
use super::table::Table;
use crate::i18n::{Words, clean, clean_prose};
use unicode_width::UnicodeWidthStr;

/// How a page is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    pub color: bool,
    /// How wide the terminal is; unknown when nobody looks.
    pub columns: Option<usize>,
}

/// A page under way.
pub struct Page<'a> {
    pub words: &'a Words,
    style: Style,
    text: String,
}

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

impl<'a> Page<'a> {
    pub fn new(words: &'a Words, style: Style) -> Page<'a> {
        Page {
            words,
            style,
            text: String::new(),
        }
    }

    /// What the page, or a part of it, is about.
    pub fn title(&mut self, title: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let title = clean(title);
        self.push(&title, true);
    }

    pub fn line(&mut self, line: &str) {
        let line = clean(line);
        self.push(&line, false);
    }

    /// Labels with what they say, in two columns. What is empty is left out.
    pub fn facts(&mut self, facts: &[(String, String)]) {
        let given = facts.iter().filter(|(_, fact)| !fact.is_empty());
        let width = given.clone().map(|(label, _)| label.width()).max().unwrap_or(0);
        for (label, fact) in given {
            let pad = " ".repeat(width - label.width());
            self.line(&format!("{label}{pad}  {fact}"));
        }
    }

    /// Labels with amounts or counts, which stand under each other to the right.
    pub fn figures(&mut self, figures: &[(String, String)]) {
        let width = figures
            .iter()
            .map(|(_, figure)| figure.width())
            .max()
            .unwrap_or(0);
        let aligned: Vec<(String, String)> = figures
            .iter()
            .map(|(label, figure)| {
                let pad = " ".repeat(width - figure.width());
                (label.clone(), format!("{pad}{figure}"))
            })
            .collect();
        self.facts(&aligned);
    }

    /// Running text, with its line breaks.
    pub fn prose(&mut self, text: &str) {
        for line in clean_prose(text).lines() {
            self.push(line, false);
        }
    }

    pub fn table(&mut self, table: &Table) {
        for (is_head, line) in table.lines(self.style.columns) {
            self.push(&line, is_head);
        }
    }

    fn push(&mut self, line: &str, bold: bool) {
        let line = line.trim_end();
        if bold && self.style.color {
            self.text.extend([BOLD, line, PLAIN]);
        } else {
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    pub fn answer(self) -> Answer {
        Answer::text(self.text)
    }
}
