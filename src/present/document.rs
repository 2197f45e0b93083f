//! The model of a page: sections of facts, figures, tables and prose, whose words are ready. What came from a person or a
//! file is made safe for a terminal where it is put in.

use serde::Serialize;

use crate::i18n::{Words, clean, clean_prose, sentence};

/// A page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Document {
    /// Language tag.
    pub lang: &'static str,
    pub title: String,
    pub subtitle: String,
    /// What has to be known before anything is read.
    pub notes: Vec<String>,
    /// The heading of the list of sections; empty where there is none.
    pub contents: String,
    pub sections: Vec<Section>,
    pub foot: String,
}

/// A part of a page under a heading of its own. The heading may be empty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Section {
    /// Of lower-case letters: where a link leads.
    pub id: &'static str,
    pub title: String,
    /// Where it stands when there is room for two columns.
    #[serde(skip)]
    pub place: Place,
    pub blocks: Vec<Block>,
}

/// Where a section stands on a wide screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Over both columns, above them.
    Whole,
    #[default]
    Left,
    Right,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// Running text, with its line breaks.
    Text {
        text: String,
        #[serde(skip)]
        tone: Tone,
    },
    /// Labels with what they say.
    Facts {
        facts: Vec<Fact>,
    },
    /// Labels with amounts or counts that stand under each other to the right.
    Figures {
        facts: Vec<Fact>,
    },
    /// Words that go together, such as the stages of a proposal, after a label.
    Strip {
        label: String,
        words: Vec<Styled>,
    },
    Table(Table),
    /// An SVG that has escaped its own texts. Only HTML shows it, for a table beside it says the same.
    Chart {
        svg: String,
        caption: String,
    },
}

/// A label and what it labels. Where the label is empty the value goes on from the fact above.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: Styled,
    /// What is said beside the value, such as that it sets the limit.
    pub aside: String,
    /// How much it is of a whole, which is drawn as a bar where there is room for one.
    #[serde(skip)]
    pub part: Option<(i64, i64)>,
    /// How a figure comes about; empty where it needs no telling.
    pub formula: String,
}

/// A short text and how it is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Styled {
    pub text: String,
    #[serde(skip)]
    pub tone: Tone,
}

/// How a text is meant. Colour never carries a meaning alone: the words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// Headings, and figures that matter.
    Strong,
    /// What is there to be looked up.
    Dim,
    /// Where something stands now.
    Accent,
    Good,
    Warn,
    /// Refusals and what is overdue.
    Bad,
    /// What belongs to a what-if and not to the facts (F5).
    WhatIf,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<Head>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Head {
    pub name: String,
    /// Figures stand to the right and are never cut.
    pub is_figure: bool,
    /// Left out where the table is too wide, the highest first; 0 stays.
    #[serde(skip)]
    pub spare: u8,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Row {
    /// As many as there are headings; the first is what the row is about. A single cell stands across the whole table.
    pub cells: Vec<Styled>,
    pub is_sum: bool,
}

impl Document {
    #[must_use]
    pub fn titled(title: &str, sections: Vec<Section>) -> Document {
        Document {
            title: clean(title).into_owned(),
            sections: sections
                .into_iter()
                .filter(|section| !section.blocks.is_empty())
                .collect(),
            ..Document::default()
        }
    }
}

impl From<String> for Document {
    /// Sentences alone.
    fn from(text: String) -> Document {
        Document::titled("", vec![Section::new("", vec![Block::text(text, Tone::Plain)])])
    }
}

impl Section {
    #[must_use]
    pub fn new(title: impl Into<String>, blocks: Vec<Block>) -> Section {
        Section {
            title: sentence(&clean(&title.into())),
            blocks: blocks.into_iter().filter(|block| !block.is_empty()).collect(),
            ..Section::default()
        }
    }

    #[must_use]
    pub fn at(self, place: Place) -> Section {
        Section { place, ..self }
    }

    /// Without how its figures come about.
    pub fn drop_formulas(&mut self) {
        for block in &mut self.blocks {
            if let Block::Facts { facts } | Block::Figures { facts } = block {
                for fact in facts {
                    fact.formula.clear();
                }
            }
        }
    }

    /// Sections as one, without headings and what parts them.
    #[must_use]
    pub fn joined(sections: Vec<Section>) -> Section {
        Section::new(
            "",
            sections.into_iter().flat_map(|section| section.blocks).collect(),
        )
    }
}

impl Block {
    #[must_use]
    pub fn text(text: impl AsRef<str>, tone: Tone) -> Block {
        Block::Text {
            text: clean_prose(text.as_ref()).into_owned(),
            tone,
        }
    }

    /// Facts, without those that say nothing.
    #[must_use]
    pub fn facts(facts: Vec<Fact>) -> Block {
        let facts = facts.into_iter().filter(|fact| !fact.value.text.is_empty());
        Block::Facts {
            facts: facts.collect(),
        }
    }

    #[must_use]
    pub fn figures(facts: Vec<Fact>) -> Block {
        Block::Figures { facts }
    }

    fn is_empty(&self) -> bool {
        match self {
            Block::Text { text, .. } => text.is_empty(),
            Block::Facts { facts } | Block::Figures { facts } => facts.is_empty(),
            Block::Strip { words, .. } => words.is_empty(),
            Block::Table(table) => table.rows.is_empty(),
            Block::Chart { svg, .. } => svg.is_empty(),
        }
    }
}

impl Fact {
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<Styled>) -> Fact {
        Fact {
            label: sentence(&label.into()),
            value: value.into(),
            aside: String::new(),
            part: None,
            formula: String::new(),
        }
    }

    /// A fact whose label is the text of `key`.
    #[must_use]
    pub fn of(key: &str, value: impl Into<Styled>, words: &Words) -> Fact {
        Fact::new(words.t(key), value)
    }

    #[must_use]
    pub fn aside(self, aside: impl Into<String>) -> Fact {
        Fact {
            aside: aside.into(),
            ..self
        }
    }

    #[must_use]
    pub fn part_of(self, part: i64, whole: i64) -> Fact {
        Fact {
            part: Some((part, whole)),
            ..self
        }
    }

    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Fact {
        self.value.tone = tone;
        self
    }

    /// With the amounts that go into its formula.
    #[must_use]
    pub fn worked(mut self, amounts: &str) -> Fact {
        self.formula.extend([" = ", amounts]);
        self
    }

    #[must_use]
    pub fn formula(self, formula: impl Into<String>) -> Fact {
        Fact {
            formula: formula.into(),
            ..self
        }
    }
}

impl Styled {
    #[must_use]
    pub fn new(text: impl AsRef<str>, tone: Tone) -> Styled {
        Styled {
            text: clean_prose(text.as_ref()).into_owned(),
            tone,
        }
    }
}

impl<T: AsRef<str>> From<T> for Styled {
    fn from(text: T) -> Styled {
        Styled::new(text, Tone::Plain)
    }
}

impl Table {
    /// A table under these headings; figures stand to the right.
    #[must_use]
    pub fn headed(head: Vec<Head>) -> Table {
        Table {
            head,
            ..Table::default()
        }
    }

    pub fn row(&mut self, cells: Vec<Styled>) {
        self.rows.push(Row { cells, is_sum: false });
    }

    pub fn sum(&mut self, cells: Vec<Styled>) {
        self.rows.push(Row { cells, is_sum: true });
    }

    /// A line across the table with words in it.
    pub fn across(&mut self, words: impl Into<Styled>) {
        self.row(vec![words.into()]);
    }
}

impl Row {
    /// Whether it is a line across a table of several columns.
    #[must_use]
    pub fn is_across(&self, columns: usize) -> bool {
        self.cells.len() == 1 && columns > 1
    }
}

impl Head {
    #[must_use]
    pub fn words(name: impl Into<String>) -> Head {
        Head {
            name: sentence(&name.into()),
            ..Head::default()
        }
    }

    #[must_use]
    pub fn figure(name: impl Into<String>) -> Head {
        Head {
            is_figure: true,
            ..Head::words(name)
        }
    }
}
