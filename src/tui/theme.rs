//! How things look: a restrained palette that is safe on 16 colours, and the marks that draw lines and bars.
//! Colour never carries a meaning alone: every style differs from plain text by weight too, or goes with a mark.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::present::text::ascii_sign;

/// Styles and marks of one session.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    pub colour: bool,
    pub ascii: bool,
    /// There are more colours than the sixteen.
    pub many_colours: bool,
    pub marks: &'static Marks,
}

/// The signs that the screens draw with.
#[derive(Debug)]
pub struct Marks {
    /// Before the selected row.
    pub cursor: &'static str,
    pub ellipsis: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    /// Filled and open: above and below the line, done and not done.
    pub full: &'static str,
    pub open: &'static str,
    pub dash: &'static str,
    pub pipe: &'static str,
    /// From empty to full, for bars of eight heights.
    pub bars: [&'static str; 9],
    pub meter: (&'static str, &'static str),
    /// Corners of a box: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    pub thumb: &'static str,
    /// Between facts on one line.
    pub dot: &'static str,
    pub arrow: &'static str,
}

const DRAWN: Marks = Marks {
    cursor: "▌",
    ellipsis: "…",
    yes: "✓",
    no: "✗",
    full: "●",
    open: "○",
    dash: "─",
    pipe: "│",
    bars: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    meter: ("█", "░"),
    corners: ["┌", "┐", "└", "┘"],
    thumb: "▐",
    dot: "·",
    arrow: "→",
};

const ASCII: Marks = Marks {
    cursor: ">",
    ellipsis: "~",
    yes: "x",
    no: "-",
    full: "*",
    open: "o",
    dash: "-",
    pipe: "|",
    bars: [" ", "1", "2", "3", "4", "5", "6", "7", "8"],
    meter: ("#", "."),
    corners: ["+", "+", "+", "+"],
    thumb: "#",
    dot: "-",
    arrow: ">",
};

const SHADE: Color = Color::Indexed(239);

impl Theme {
    #[must_use]
    pub fn new(colour: bool, ascii: bool) -> Self {
        Theme {
            colour,
            ascii,
            many_colours: colour,
            marks: if ascii { &ASCII } else { &DRAWN },
        }
    }

    /// The same in the sixteen colours that every terminal has.
    #[must_use]
    pub fn of_few_colours(self) -> Self {
        Theme {
            many_colours: false,
            ..self
        }
    }

    /// The same in all the signs that there are.
    #[must_use]
    pub fn of_all_signs(self) -> Self {
        Theme {
            ascii: false,
            marks: &DRAWN,
            ..self
        }
    }

    fn coloured(self, colour: Color, otherwise: Modifier) -> Style {
        if self.colour {
            Style::new().fg(colour)
        } else {
            Style::new().add_modifier(otherwise)
        }
    }

    #[must_use]
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Headings, and figures that matter.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What is there to be looked up, not read: labels, units, keys that can't act.
    #[must_use]
    pub fn dim(self) -> Style {
        // Not bright black: several common palettes make it the colour of the background.
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Keys in the footer, the open tab.
    #[must_use]
    pub fn accent(self) -> Style {
        self.coloured(Color::Cyan, Modifier::BOLD)
            .add_modifier(Modifier::BOLD)
    }

    /// The selected row, all of it in one style, so that a move costs few bytes.
    #[must_use]
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The selected row of a list that doesn't have the focus.
    #[must_use]
    pub fn marked(self) -> Style {
        self.strong()
    }

    #[must_use]
    pub fn good(self) -> Style {
        self.coloured(Color::Green, Modifier::empty())
    }

    #[must_use]
    pub fn warn(self) -> Style {
        self.coloured(Color::Yellow, Modifier::BOLD)
    }

    /// Refusals and overdue things.
    #[must_use]
    pub fn bad(self) -> Style {
        self.coloured(Color::Red, Modifier::BOLD)
            .add_modifier(Modifier::BOLD)
    }

    /// What belongs to a what-if and not to the facts (F5).
    #[must_use]
    pub fn what_if(self) -> Style {
        self.coloured(Color::Magenta, Modifier::UNDERLINED)
    }

    /// The same for dots and lines, which nothing should be drawn under.
    #[must_use]
    pub fn what_if_line(self) -> Style {
        self.coloured(Color::Magenta, Modifier::BOLD)
    }

    /// The ground that lines are drawn on, as a block. A grey of the fixed colours: the sixteen have none that every palette
    /// sets off from its background, and where it isn't known nothing but the shade is lost.
    #[must_use]
    pub fn shade(self) -> Style {
        if self.many_colours {
            Style::new().fg(SHADE)
        } else {
            self.dim()
        }
    }

    /// What is drawn on that ground.
    #[must_use]
    pub fn on_shade(self, style: Style) -> Style {
        if self.many_colours {
            style.bg(SHADE)
        } else {
            self.dim().add_modifier(Modifier::REVERSED)
        }
    }

    /// Rewrites the signs of ordinary text that have a plain twin, for terminals that draw ASCII only.
    /// Letters such as `ø` stay: they are words, not drawing.
    pub fn settle(self, buf: &mut Buffer) {
        if !self.ascii {
            return;
        }
        for cell in &mut buf.content {
            let mut signs = cell.symbol().chars();
            let (Some(sign), None) = (signs.next(), signs.next()) else {
                continue;
            };
            let plain = ascii_sign(sign);
            if plain != sign {
                cell.set_char(plain);
            }
        }
    }
}
