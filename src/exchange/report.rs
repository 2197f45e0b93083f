//! A report as a document: sections of text, tables and charts, whose words are ready. It comes out as Markdown, or as one
//! HTML file that needs nothing beside itself: no scripts, no fonts, no pictures from elsewhere. Whatever a person wrote is
//! escaped on its way out.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, escape_formatter};
use serde::Serialize;

/// A report.
#[derive(Debug, Serialize)]
pub struct Document {
    /// Language tag.
    pub lang: &'static str,
    pub title: String,
    pub subtitle: String,
    /// What has to be known before anything is read.
    pub notes: Vec<String>,
    /// What the list of sections is called.
    pub contents: String,
    pub sections: Vec<Section>,
    pub foot: String,
}

#[derive(Debug, Serialize)]
pub struct Section {
    /// Of lower-case letters: where a link leads.
    pub id: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    Text {
        text: String,
    },
    Table(Table),
    /// An SVG that has escaped its own texts. In Markdown it is left out, for a table says the same.
    Chart {
        svg: String,
        caption: String,
    },
}

#[derive(Debug, Serialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<Head>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub struct Head {
    pub name: String,
    /// Figures stand to the right.
    pub is_figure: bool,
}

#[derive(Debug, Serialize)]
pub struct Row {
    /// As many as there are headings; the first is what the row is about.
    pub cells: Vec<String>,
    pub is_sum: bool,
}

const MARKDOWN: &str = "markdown";

/// The document as Markdown, with tables.
///
/// # Errors
/// What the template engine says; none for the template that is built in.
pub fn markdown(document: &Document) -> Result<String, Error> {
    rendered(
        "report.md",
        include_str!("../../assets/report/report.md"),
        document,
    )
}

/// The document as one HTML file.
///
/// # Errors
/// As [`markdown`].
pub fn html(document: &Document) -> Result<String, Error> {
    rendered(
        "report.html",
        include_str!("../../assets/report/report.html"),
        document,
    )
}

fn rendered(name: &str, template: &str, document: &Document) -> Result<String, Error> {
    let mut engine = Environment::new();
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()?;
    engine.set_syntax(syntax);
    engine.set_auto_escape_callback(|name| {
        if name == "report.md" {
            AutoEscape::Custom(MARKDOWN.into())
        } else {
            AutoEscape::Html
        }
    });
    engine.set_formatter(|out, state, value| match state.auto_escape() {
        AutoEscape::Custom(kind) if kind == MARKDOWN => {
            // A write to the output can't fail; what it writes to is a string.
            let _ = out.write_str(&plain(&value.to_string()));
            Ok(())
        }
        _ => escape_formatter(out, state, value),
    });
    engine.render_named_str(name, template, Value::from(Serde(document)))
}

/// Text that Markdown shows as it is, in a paragraph and in a cell.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => plain.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '#' | '~' => plain.extend(['\\', c]),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let hostile = "<b>&\"|*a*_b_\n# c".to_owned();
        Document {
            lang: "nb",
            title: hostile.clone(),
            subtitle: "Under".to_owned(),
            notes: vec![hostile.clone()],
            contents: "Innhold".to_owned(),
            sections: vec![Section {
                id: "one",
                title: hostile.clone(),
                blocks: vec![
                    Block::Text {
                        text: hostile.clone(),
                    },
                    Block::Table(Table {
                        caption: String::new(),
                        head: vec![
                            Head {
                                name: "Navn".to_owned(),
                                is_figure: false,
                            },
                            Head {
                                name: "Sum".to_owned(),
                                is_figure: true,
                            },
                        ],
                        rows: vec![Row {
                            cells: vec![hostile.clone(), "1".to_owned()],
                            is_sum: true,
                        }],
                    }),
                    Block::Chart {
                        svg: "<svg></svg>".to_owned(),
                        caption: hostile.clone(),
                    },
                ],
            }],
            foot: hostile,
        }
    }

    #[test]
    fn what_a_person_wrote_is_escaped_in_both_forms() {
        let html = html(&document()).unwrap();
        assert!(!html.contains("<b>") && !html.contains("&\""), "{html}");
        assert_eq!(html.matches("&lt;b&gt;&amp;&quot;").count(), 9, "{html}");
        assert!(html.contains("<svg></svg>"), "{html}");
        let markdown = markdown(&document()).unwrap();
        assert!(
            !markdown.contains("<svg>") && !markdown.contains("\n# c"),
            "{markdown}"
        );
        assert_eq!(
            markdown.matches("\\<b\\>\\&\"\\|\\*a\\*\\_b\\_ \\# c").count(),
            6,
            "{markdown}"
        );
        assert!(
            markdown.contains("| Navn | Sum |\n| --- | ---: |\n"),
            "{markdown}"
        );
    }
}
