//! A terminal's screen as a picture: SVG with one run of text for each run of one style.

use std::fmt::Write;

/// A cell's size in the picture.
const WIDTH: u32 = 9;
const HEIGHT: u32 = 19;
const MARGIN: u32 = 12;
const INK: &str = "#d8dade";
const PAPER: &str = "#16181d";

/// The sixteen colours of a terminal, calm enough to read.
const PALETTE: [&str; 16] = [
    "#1d1f24", "#e06c75", "#7fb77e", "#d9b36c", "#6ea8e0", "#c28bd6", "#62b8b8", "#d8dade", "#7d828c",
    "#f0868f", "#99cf98", "#efcb86", "#8bbcf0", "#d6a4e8", "#7fd0d0", "#ffffff",
];

#[derive(Clone, PartialEq)]
struct Style {
    ink: String,
    paper: Option<String>,
    bold: bool,
    underlined: bool,
}

fn colour(color: vt100::Color) -> Option<String> {
    match color {
        vt100::Color::Default => None,
        // The last of the fixed colours are greys, from dark to light.
        vt100::Color::Idx(index @ 232..) => {
            let grey = 8 + 10 * (index - 232);
            Some(format!("#{grey:02x}{grey:02x}{grey:02x}"))
        }
        vt100::Color::Idx(index) => PALETTE.get(usize::from(index)).map(|hex| (*hex).to_owned()),
        vt100::Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
    }
}

fn style(cell: &vt100::Cell) -> Style {
    let (ink, paper) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
    let (ink, paper) = if cell.inverse() {
        (
            Some(paper.unwrap_or(PAPER.to_owned())),
            Some(ink.unwrap_or(INK.to_owned())),
        )
    } else {
        (ink, paper)
    };
    let ink = ink.unwrap_or_else(|| INK.to_owned());
    let ink = if cell.dim() { PALETTE[8].to_owned() } else { ink };
    Style {
        ink,
        paper,
        bold: cell.bold(),
        underlined: cell.underline(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The whole screen.
pub fn svg(screen: &vt100::Screen, title: &str) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) = (
        u32::from(columns) * WIDTH + 2 * MARGIN,
        u32::from(rows) * HEIGHT + 2 * MARGIN,
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n",
        escaped(title)
    );
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let start = column;
            let mut text = String::new();
            let Some(first) = screen.cell(row, column) else {
                break;
            };
            let look = style(first);
            while let Some(cell) = screen.cell(row, column).filter(|cell| style(cell) == look) {
                text.push_str(if cell.has_contents() { cell.contents() } else { " " });
                column += 1;
            }
            run(&mut out, (start, column, row), &look, &text);
        }
    }
    out.push_str("</svg>\n");
    out
}

fn run(out: &mut String, (start, end, row): (u16, u16, u16), look: &Style, text: &str) {
    let (x, y) = (
        MARGIN + u32::from(start) * WIDTH,
        MARGIN + u32::from(row) * HEIGHT,
    );
    let width = u32::from(end - start) * WIDTH;
    if let Some(paper) = &look.paper {
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>"
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let bold = if look.bold { " font-weight=\"bold\"" } else { "" };
    let line = if look.underlined {
        " text-decoration=\"underline\""
    } else {
        ""
    };
    let base = y + 14;
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{base}\" fill=\"{}\"{bold}{line} textLength=\"{width}\" xml:space=\"preserve\">{}</text>",
        look.ink,
        escaped(text)
    );
}
