//! A document as Markdown, and as one HTML file that needs nothing beside itself: no scripts, no fonts, no pictures from
//! elsewhere. What a person wrote is escaped on its way out.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, escape_formatter};

use super::document::Document;

const MARKDOWN: &str = "markdown";

/// The document as Markdown, with tables.
///
/// # Errors
/// What the template engine says; none for the template that is built in.
pub fn markdown(document: &Document) -> Result<String, Error> {
    rendered(
        "document.md",
        include_str!("../../assets/document/document.md"),
        document,
    )
}

/// The document as one HTML file.
///
/// # Errors
/// As [`markdown`].
pub fn html(document: &Document) -> Result<String, Error> {
    rendered(
        "document.html",
        include_str!("../../assets/document/document.html"),
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
        if name == "document.md" {
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
    use crate::present::document::{Block, Fact, Head, Section, Table, Tone};

    fn document() -> Document {
        let hostile = "<b>&\"|*a*_b_\n# c";
        let mut table = Table::headed(vec![Head::words("Navn"), Head::figure("Sum")]);
        table.sum(vec![hostile.into(), "1".into()]);
        table.across(hostile);
        let facts = vec![Fact::new("Ledig", hostile).formula("på konto − bundet")];
        let blocks = vec![
            Block::text(hostile, Tone::Plain),
            Block::facts(facts.clone()),
            Block::figures(facts),
            Block::Table(table),
            Block::Chart {
                svg: "<svg></svg>".to_owned(),
                caption: hostile.to_owned(),
            },
        ];
        Document {
            lang: "nb",
            title: hostile.to_owned(),
            subtitle: "Under".to_owned(),
            notes: vec![hostile.to_owned()],
            contents: "Innhold".to_owned(),
            sections: vec![Section {
                id: "one",
                title: hostile.to_owned(),
                blocks,
                ..Section::default()
            }],
            foot: hostile.to_owned(),
        }
    }

    #[test]
    fn what_a_person_wrote_is_escaped_in_both_forms() {
        let html = html(&document()).unwrap();
        assert!(!html.contains("<b>") && !html.contains("&\""), "{html}");
        assert_eq!(html.matches("&lt;b&gt;&amp;&quot;").count(), 12, "{html}");
        assert!(html.contains("<svg></svg>"), "{html}");
        let markdown = markdown(&document()).unwrap();
        assert!(
            !markdown.contains("<svg>") && !markdown.contains("\n# c"),
            "{markdown}"
        );
        assert_eq!(
            markdown.matches("\\<b\\>\\&\"\\|\\*a\\*\\_b\\_ \\# c").count(),
            9,
            "{markdown}"
        );
        assert!(
            markdown.contains("| Navn | Sum |\n| --- | ---: |\n"),
            "{markdown}"
        );
    }
}
