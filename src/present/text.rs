//! A document as plain text, for a command or a pipe, as wide as the terminal where one is known.

use super::document::{Document, Tone};
use super::lines::{Line, folded, lines};

/// How text is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Headings are bold.
    pub color: bool,
    /// Only signs that every terminal has.
    pub ascii: bool,
    /// Columns of the terminal; `None` when nobody looks.
    pub columns: Option<usize>,
}

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// The whole page, with a line feed after every line.
#[must_use]
pub fn text(document: &Document, style: Style) -> String {
    let width = style.columns.unwrap_or(usize::MAX);
    let mut all: Vec<Line> = Vec::new();
    for (part, tone) in [(&document.title, Tone::Strong), (&document.subtitle, Tone::Plain)] {
        if !part.is_empty() {
            all.extend(folded(part, width).into_iter().map(|line| vec![(line, tone)]));
        }
    }
    for note in &document.notes {
        all.extend(
            folded(note, width)
                .into_iter()
                .map(|line| vec![(line, Tone::Plain)]),
        );
    }
    let sections = lines(&document.sections, width);
    if document
        .sections
        .first()
        .is_some_and(|first| !first.title.is_empty())
        && !all.is_empty()
    {
        all.push(Line::new());
    }
    all.extend(sections);
    if !document.foot.is_empty() {
        all.push(Line::new());
        all.extend(
            folded(&document.foot, width)
                .into_iter()
                .map(|line| vec![(line, Tone::Dim)]),
        );
    }
    all.iter().map(|line| written(line, style) + "\n").collect()
}

fn written(line: &Line, style: Style) -> String {
    let joined: String = line.iter().map(|(text, _)| text.as_str()).collect();
    let joined = if style.ascii {
        ascii(joined.trim_end())
    } else {
        joined.trim_end().to_owned()
    };
    let is_heading = matches!(line.as_slice(), [(_, Tone::Strong)]);
    if is_heading && style.color && !joined.is_empty() {
        format!("{BOLD}{joined}{PLAIN}")
    } else {
        joined
    }
}

/// For a terminal that draws ASCII only: every sign beside letters gets one as wide, so that columns stay where they are.
/// Letters such as `ø` stay: they are words, not drawing.
#[must_use]
pub fn ascii(text: &str) -> String {
    text.chars().map(ascii_sign).collect()
}

/// The twin of one sign.
#[must_use]
pub fn ascii_sign(sign: char) -> char {
    match sign {
        '\u{a0}' | '\u{202f}' => ' ',
        '\u{2212}' | '–' | '—' | '─' | '✗' => '-',
        '·' | '│' => '|',
        '…' | '±' => '~',
        '«' | '»' | '“' | '”' => '"',
        '’' => '\'',
        '×' | '✓' => 'x',
        '→' => '>',
        '←' => '<',
        '↑' => '^',
        '↓' => 'v',
        '█' => '#',
        '░' => '.',
        '●' => '*',
        '○' => 'o',
        other => other,
    }
}
