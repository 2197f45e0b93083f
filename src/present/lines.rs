//! A document as lines of a width, each of pieces with a tone. Screens give the tones their styles; plain text joins the
//! pieces. Figures are never cut: words give way to them, and then columns that can be spared.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::document::{Block, Fact, Head, Row, Section, Styled, Table, Tone};

/// A piece of a line.
pub type Piece = (String, Tone);
pub type Line = Vec<Piece>;

/// Between two columns.
const GAP: usize = 2;
/// The longest label that the values beside it are moved aside for.
const WIDEST_LABEL: usize = 28;
/// Words in a table keep so many columns while there is a column that can be spared, and then at least so many.
const COMFORTABLE: usize = 24;
const LEAST: usize = 8;
/// A longer bar is harder to read.
const LONGEST_BAR: usize = 26;

/// Sections under one another. `width` is how many columns there are; `usize::MAX` where nobody looks.
#[must_use]
pub fn lines<'s>(sections: impl IntoIterator<Item = &'s Section>, width: usize) -> Vec<Line> {
    let sections: Vec<&Section> = sections.into_iter().collect();
    // At most half of a narrow page, and as much of a wider one as leaves room for an amount.
    let labels = labels(&sections).min((width / 2).max(width.saturating_sub(20)));
    let mut lines = Vec::new();
    for section in sections {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        if !section.title.is_empty() {
            lines.extend(
                folded(&section.title, width)
                    .into_iter()
                    .map(|line| vec![(line, Tone::Strong)]),
            );
        }
        for (at, block) in section.blocks.iter().enumerate() {
            let parted = matches!(block, Block::Table(_))
                || matches!(section.blocks.get(at.wrapping_sub(1)), Some(Block::Table(_)));
            if at > 0 && parted {
                lines.push(Line::new());
            }
            block_lines(block, labels, width, &mut lines);
        }
    }
    lines
}

/// The label column of all facts, so that they stand under one another over the sections.
fn labels(sections: &[&Section]) -> usize {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let label = |block: &Block| match block {
        Block::Facts { facts } | Block::Figures { facts } => {
            facts.iter().map(|fact| fact.label.width()).collect()
        }
        Block::Strip { label, .. } => vec![label.width()],
        _ => Vec::new(),
    };
    let fitting = blocks.flat_map(label).filter(|wide| *wide <= WIDEST_LABEL);
    fitting.max().map_or(0, |widest| widest + GAP)
}

fn block_lines(block: &Block, labels: usize, width: usize, lines: &mut Vec<Line>) {
    match block {
        Block::Text { text, tone } => {
            lines.extend(folded(text, width).into_iter().map(|line| vec![(line, *tone)]));
        }
        Block::Facts { facts } => {
            for fact in facts {
                fact_lines(fact, &fact.value.text, labels, width, lines);
            }
        }
        Block::Figures { facts } => {
            let widest = facts
                .iter()
                .map(|fact| fact.value.text.width())
                .max()
                .unwrap_or(0);
            for fact in facts {
                let value = padded(&fact.value.text, widest, true);
                fact_lines(fact, &value, labels, width, lines);
            }
        }
        Block::Strip { label, words } => strip(label, words, labels, width, lines),
        Block::Table(table) => table_lines(table, width, lines),
        Block::Chart { .. } => {}
    }
}

fn fact_lines(fact: &Fact, value: &str, labels: usize, width: usize, lines: &mut Vec<Line>) {
    let mut label = beside(&fact.label, labels, width, lines);
    let room = width.saturating_sub(labels).max(1);
    let parts = folded(value, room);
    let used = parts.last().map_or(0, |part| part.width());
    for part in parts {
        lines.push(vec![
            std::mem::replace(&mut label, (" ".repeat(labels), Tone::Plain)),
            (part, fact.value.tone),
        ]);
    }
    beside_value(fact, (labels, used), width, lines);
    // A formula is longer than most values, so that it begins further to the left.
    let indent = GAP.min(width / 2);
    for part in folded(&fact.formula, width - indent)
        .into_iter()
        .filter(|part| !part.is_empty())
    {
        lines.push(vec![(" ".repeat(indent), Tone::Plain), (part, Tone::Dim)]);
    }
}

/// What is said beside the value that ends the last line, or below it; and the bar, where there is room for one.
fn beside_value(fact: &Fact, (labels, used): (usize, usize), width: usize, lines: &mut Vec<Line>) {
    let room = width.saturating_sub(labels);
    if let (Some(last), Some((part, whole))) = (lines.last_mut(), fact.part) {
        let left = room.saturating_sub(used + GAP).min(LONGEST_BAR);
        if left >= LEAST && width < usize::MAX {
            last.push((" ".repeat(GAP), Tone::Plain));
            last.push((bar(part, whole, left, ("█", "░")), Tone::Accent));
        }
    }
    if fact.aside.is_empty() {
        return;
    }
    let aside = format!(" · {}", fact.aside);
    match lines.last_mut() {
        Some(last) if used + aside.width() <= room => last.push((aside, Tone::Dim)),
        _ => lines.extend(
            folded(&fact.aside, room)
                .into_iter()
                .map(|part| vec![(" ".repeat(labels), Tone::Plain), (part, Tone::Dim)]),
        ),
    }
}

/// A bar of `room` columns for `part` of `whole`. Something shows as at least one column, and only all of it as a full bar; in
/// a single column nothing but all of it shows.
#[must_use]
pub fn bar(part: i64, whole: i64, room: usize, (full, open): (&str, &str)) -> String {
    let columns = i128::try_from(room).unwrap_or(0);
    let filled = if whole <= 0 || part <= 0 {
        0
    } else if part >= whole {
        columns
    } else {
        let exact = i128::from(part) * columns / i128::from(whole);
        exact.max(1).min((columns - 1).max(0))
    };
    let filled = usize::try_from(filled).unwrap_or(0);
    full.repeat(filled) + &open.repeat(room - filled)
}

/// The label as it stands beside a value; one that is too long gets a line of its own.
fn beside(label: &str, labels: usize, width: usize, lines: &mut Vec<Line>) -> Piece {
    if label.width() + GAP <= labels {
        return (padded(label, labels, false), Tone::Dim);
    }
    lines.extend(
        folded(label, width)
            .into_iter()
            .map(|line| vec![(line, Tone::Dim)]),
    );
    (" ".repeat(labels), Tone::Plain)
}

fn strip(label: &str, words: &[Styled], labels: usize, width: usize, lines: &mut Vec<Line>) {
    let mut line = vec![beside(label, labels, width, lines)];
    let mut used = labels;
    for word in words {
        let wide = word.text.width();
        if used > labels && used + GAP + wide > width {
            lines.push(std::mem::replace(
                &mut line,
                vec![(" ".repeat(labels), Tone::Plain)],
            ));
            used = labels;
        }
        if used > labels {
            line.push((" ".repeat(GAP), Tone::Plain));
            used += GAP;
        }
        used += wide;
        line.push((word.text.clone(), word.tone));
    }
    lines.push(line);
}

fn table_lines(table: &Table, width: usize, lines: &mut Vec<Line>) {
    if !table.caption.is_empty() {
        lines.extend(
            folded(&table.caption, width)
                .into_iter()
                .map(|line| vec![(line, Tone::Dim)]),
        );
    }
    let columns = fitted(table, width);
    let whole = columns.iter().map(|(_, wide)| wide).sum::<usize>() + GAP * columns.len().saturating_sub(1);
    if table.head.iter().any(|head| !head.name.is_empty()) {
        let heads: Vec<Styled> = table
            .head
            .iter()
            .map(|head| Styled::new(&head.name, Tone::Dim))
            .collect();
        lines.push(row_line(&heads, &columns, &table.head));
    }
    for row in &table.rows {
        if row.is_across(table.head.len()) {
            let text = format!("── {} ", row.cells[0].text);
            let rest = whole.saturating_sub(text.width());
            lines.push(vec![(text + &"─".repeat(rest), row.cells[0].tone)]);
            continue;
        }
        if row.is_sum {
            lines.push(vec![("─".repeat(whole), Tone::Dim)]);
        }
        lines.push(row_line(&row.cells, &columns, &table.head));
    }
}

/// The columns that there is room for and their widths: words are shortened, spare columns go, then words are shortened
/// further, and then columns go from the right.
fn fitted(table: &Table, width: usize) -> Vec<(usize, usize)> {
    let cells = |at: usize| {
        let rows = table.rows.iter().filter(|row| !row.is_across(table.head.len()));
        rows.filter_map(move |row: &Row| row.cells.get(at))
            .map(|cell| cell.text.width())
    };
    let natural = |(at, head): (usize, &Head)| (at, cells(at).max().unwrap_or(0).max(head.name.width()));
    let mut columns: Vec<(usize, usize)> = table.head.iter().enumerate().map(natural).collect();
    let whole = |columns: &[(usize, usize)]| {
        columns.iter().map(|(_, wide)| wide).sum::<usize>() + GAP * columns.len().saturating_sub(1)
    };
    while whole(&columns) > width {
        let spare = columns
            .iter()
            .enumerate()
            .filter(|(_, (at, _))| table.head[*at].spare > 0);
        let spare = spare
            .max_by_key(|(_, (at, _))| table.head[*at].spare)
            .map(|(place, _)| place);
        let words = columns
            .iter()
            .enumerate()
            .filter(|(_, (at, _))| !table.head[*at].is_figure);
        let words = words
            .max_by_key(|(_, (_, wide))| *wide)
            .map(|(place, (_, wide))| (place, *wide));
        match (words, spare) {
            (Some((place, wide)), _) if wide > COMFORTABLE => columns[place].1 -= 1,
            (_, Some(place)) => drop(columns.remove(place)),
            (Some((place, wide)), None) if wide > LEAST => columns[place].1 -= 1,
            _ if columns.len() > 1 => drop(columns.pop()),
            _ => break,
        }
    }
    columns
}

fn row_line(cells: &[Styled], columns: &[(usize, usize)], heads: &[Head]) -> Line {
    let mut line = Line::new();
    for (place, (at, wide)) in columns.iter().enumerate() {
        let empty = Styled::default();
        let cell = cells.get(*at).unwrap_or(&empty);
        let text = padded(&cut(&cell.text, *wide), *wide, heads[*at].is_figure);
        if place > 0 {
            line.push((" ".repeat(GAP), Tone::Plain));
        }
        line.push((text, cell.tone));
    }
    line
}

fn padded(text: &str, width: usize, to_the_right: bool) -> String {
    let blanks = " ".repeat(width.saturating_sub(text.width()));
    if to_the_right {
        blanks + text
    } else {
        text.to_owned() + &blanks
    }
}

/// The text, cut to a width with an ellipsis where something is left out.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    let line = text.split('\n').next().unwrap_or_default();
    if line.width() <= width && line.len() == text.len() {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut left = width.saturating_sub(1);
    for c in line.chars() {
        let wide = c.width().unwrap_or(0);
        if wide > left {
            break;
        }
        left -= wide;
        kept.push(c);
    }
    kept + "…"
}

/// Running text broken between words into lines of at most `width` columns. Its own line breaks are kept, and the blanks
/// that a line begins with; a word that is too long is broken.
#[must_use]
pub fn folded(text: &str, width: usize) -> Vec<String> {
    text.split('\n')
        .flat_map(|paragraph| folded_paragraph(paragraph, width.max(1)))
        .collect()
}

fn folded_paragraph(paragraph: &str, width: usize) -> Vec<String> {
    if paragraph.width() <= width {
        return vec![paragraph.to_owned()];
    }
    let text = paragraph.trim_start_matches(' ');
    let blanks = (paragraph.len() - text.len()).min(width / 2);
    if blanks > 0 {
        let lines = folded_paragraph(text, width - blanks).into_iter();
        return lines.map(|line| " ".repeat(blanks) + &line).collect();
    }
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let gap = usize::from(used > 0);
        if used + gap + word.width() > width && used > 0 {
            lines.push(String::new());
            used = 0;
        }
        if used > 0 {
            lines.last_mut().into_iter().for_each(|line| line.push(' '));
            used += 1;
        }
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > width && used > 0 {
                lines.push(String::new());
                used = 0;
            }
            lines.last_mut().into_iter().for_each(|line| line.push(c));
            used += wide;
        }
    }
    lines
}
