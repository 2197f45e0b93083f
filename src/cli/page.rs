//! A page of text for people, built line by line. Everything that is put on it is made safe for a terminal here, so
//! that no command has to think of it, and fits the terminal where one is known.

use unicode_width::UnicodeWidthStr;

use super::answer::Answer;
use super::table::Table;
use crate::i18n::{Words, clean};
use crate::present::text::{Style, ascii};

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
        self.push(&clean(title), true);
    }

    /// A line, gone on with below where the terminal is too narrow.
    pub fn line(&mut self, line: &str) {
        for part in folded(&clean(line), self.style.columns) {
            self.push(&part, false);
        }
    }

    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Labels with what they say, in two columns. What is empty is left out.
    pub fn facts(&mut self, facts: &[(String, String)]) {
        let given = facts.iter().filter(|(_, fact)| !fact.is_empty());
        let width = given.clone().map(|(label, _)| label.width()).max().unwrap_or(0);
        for (label, fact) in given {
            let pad = " ".repeat(width - label.width());
            self.push(&clean(&format!("{label}{pad}  {fact}")), false);
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

    pub fn table(&mut self, table: &Table) {
        for (is_head, line) in table.lines(self.style.columns) {
            self.push(&line, is_head);
        }
    }

    fn push(&mut self, line: &str, bold: bool) {
        let line = line.trim_end();
        let line = if self.style.ascii {
            ascii(line)
        } else {
            line.to_owned()
        };
        if bold && self.style.color {
            self.text.extend([BOLD, &line, PLAIN]);
        } else {
            self.text.push_str(&line);
        }
        self.text.push('\n');
    }

    pub fn answer(self) -> Answer {
        Answer::text(self.text)
    }
}

/// The text between blanks, put on as many lines as it takes. A word that is too long stands alone.
fn folded(line: &str, columns: Option<usize>) -> Vec<String> {
    let Some(columns) = columns.filter(|columns| line.width() > *columns) else {
        return vec![line.to_owned()];
    };
    let mut lines: Vec<String> = Vec::new();
    for word in line.split(' ') {
        match lines.last_mut() {
            Some(last) if last.width() + 1 + word.width() <= columns => last.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_goes_on_below_between_words_and_a_short_one_stays_as_it_is() {
        assert_eq!(folded("én to  tre", Some(10)), ["én to  tre"]);
        assert_eq!(folded("én to tre fire", Some(6)), ["én to", "tre", "fire"]);
        assert_eq!(folded("kommunesektoren vil", Some(6)), ["kommunesektoren", "vil"]);
        assert_eq!(folded("én to tre fire", None), ["én to tre fire"]);
    }
}
