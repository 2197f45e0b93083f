//! The forecast of the capital as a chart and in a few words, the same wherever it is shown: the expected closings, the
//! lowest of them, how likely it is to go below the reserve, and which of the two figures of what is free counts.

use rust_decimal::Decimal;

use crate::domain::calendar::Quarter;
use crate::domain::forecast::{Glance, Outlook};
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::i18n::Words;
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::screen::Ctx;
use crate::tui::theme::Theme;
use crate::tui::widgets::chart::{Chart, Fan, Line, sparkline};
use crate::tui::widgets::page::Piece;

/// `lavest 38,2 mill. kr i 3. kv. 2020`.
#[must_use]
pub fn lowest(glance: &Glance, words: &Words) -> Phrase {
    let (quarter, amount) = glance.lowest;
    phrase("outlook-lowest")
        .with("amount", words.mill_kr(amount))
        .with("quarter", words.quarter(quarter))
}

/// The same without the unit, where it stands in a heading: `lavest 38,2 i 3. kv. 2020`.
#[must_use]
pub fn lowest_in_millions(glance: &Glance, words: &Words) -> Phrase {
    let (quarter, amount) = glance.lowest;
    phrase("outlook-lowest")
        .with("amount", words.mill(amount))
        .with("quarter", words.quarter(quarter))
}

/// How likely the fund is to go below its reserve, where that is likeliest.
#[must_use]
pub fn risk(glance: &Glance, words: &Words) -> Phrase {
    let (quarter, likely) = glance.riskiest;
    if likely.is_zero() {
        return phrase("outlook-risk-none").with("share", words.percent(likely, 0));
    }
    phrase("outlook-risk")
        .with("share", words.percent(likely, 1))
        .with("quarter", words.quarter(quarter))
}

/// Whether a risk is worth a warning: one in twenty.
#[must_use]
pub fn is_risky(glance: &Glance) -> bool {
    glance.riskiest.1 >= Decimal::new(5, 2)
}

/// The expected closings in one row.
#[must_use]
pub fn bars(glance: &Glance, room: u16, theme: Theme) -> String {
    sparkline(&glance.closings, room, theme)
}

/// `2. kv. 2018 – 1. kv. 2028`.
#[must_use]
pub fn span(glance: &Glance, words: &Words) -> String {
    format!("{} – {}", words.quarter(glance.first), words.quarter(glance.last))
}

/// What is free by one method, and whether that is the one that limits a new commitment.
#[must_use]
pub fn free(amount: Ore, method: Limit, limit: Limit, ctx: &Ctx<'_>) -> String {
    let text = ctx.words.mill_kr(amount);
    if method == limit {
        return format!("{text} {} {}", ctx.theme.marks.dot, ctx.words.t("outlook-limits"));
    }
    text
}

/// The expected path in its fan, with the reserve across. In a what-if the path as it is stands beside it.
#[must_use]
pub fn chart(outlook: &Outlook, as_it_is: Option<&[Ore]>, ctx: &Ctx<'_>) -> Chart {
    let theme = ctx.theme;
    let edge = |of: fn(&crate::domain::forecast::Band) -> Ore| outlook.bands().iter().map(of).collect();
    let expected = outlook.rows().iter().map(|row| row.closing).collect();
    let line = |values: Vec<Ore>, style, sign, dotted| Line {
        values,
        style,
        sign,
        dotted,
    };
    let mut lines = Vec::new();
    if let Some(values) = as_it_is {
        lines.push(line(values.to_vec(), theme.dim(), ".", true));
    }
    let style = if as_it_is.is_some() {
        theme.what_if_line()
    } else {
        theme.accent()
    };
    lines.push(line(expected, style, "*", false));
    Chart {
        lines,
        fan: Some(Fan {
            low: edge(|band| band.p10),
            high: edge(|band| band.p90),
            style: theme.dim(),
        }),
        level: outlook.reserve().is_positive().then(|| outlook.reserve()),
        ticks: years(outlook.engine().quarters()),
    }
}

/// The years, each under its first quarter.
fn years(quarters: &[Quarter]) -> Vec<(usize, String)> {
    let firsts = quarters
        .iter()
        .enumerate()
        .filter(|(_, quarter)| quarter.number() == 1);
    firsts
        .map(|(at, quarter)| (at, quarter.year().to_string()))
        .collect()
}

/// What the signs of [`chart`] mean.
#[must_use]
pub fn legend(outlook: &Outlook, what_if: bool, ctx: &Ctx<'_>) -> Vec<Piece> {
    let theme = ctx.theme;
    let (path, fan, level, as_it_is) = if theme.ascii {
        ("***", ":::", "- -", ". .")
    } else {
        ("⠒⠒⠒", "⡂⢌⡂", "⠄⠄⠄", "⠒⠄⠒")
    };
    let gap = || ("   ".to_owned(), theme.plain());
    let style = if what_if {
        theme.what_if_line()
    } else {
        theme.accent()
    };
    let mut pieces = vec![(path.to_owned(), style)];
    let expected = if what_if {
        "outlook-legend-what-if"
    } else {
        "outlook-legend-expected"
    };
    let mut say = |sign: &str, key: &str| {
        if !sign.is_empty() {
            pieces.extend([gap(), (sign.to_owned(), theme.dim())]);
        }
        pieces.push((format!(" {}", ctx.words.t(key)), theme.dim()));
    };
    say("", expected);
    say(fan, "outlook-legend-fan");
    if what_if {
        say(as_it_is, "outlook-legend-as-it-is");
    }
    if outlook.reserve().is_positive() {
        say(level, "outlook-legend-reserve");
    }
    pieces
}
