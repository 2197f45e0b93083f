//! The forecast of the capital as a chart, the same wherever it is shown: the expected closings in their fan, and in one row.

use crate::domain::calendar::Quarter;
use crate::domain::forecast::{Outlook, Summary};
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::i18n::phrase;
use ratatui::style::Style;

use crate::tui::ctx::Ctx;
use crate::tui::theme::Theme;
use crate::tui::widgets::chart::{Chart, Fan, Line, Years, sparkline, sparkline_scale};
use crate::tui::widgets::text::{first_that_fits, width};

/// The expected closings in one row.
#[must_use]
pub fn bars(summary: &Summary, room: u16, theme: Theme) -> String {
    sparkline(&summary.closings, room, theme)
}

/// What the bars are of and on which scale, as far as there is room for it.
#[must_use]
pub fn bars_title(summary: &Summary, room: u16, words: &Words) -> String {
    let (low, high) = sparkline_scale(&summary.closings);
    let scaled = phrase("outlook-bars-title-scale")
        .with("low", words.mill(low))
        .with("high", words.mill(high));
    first_that_fits([scaled.words(words), words.t("outlook-bars-title")], room)
}

/// What the chart is of, with its unit.
#[must_use]
pub fn chart_title(room: u16, words: &Words) -> String {
    let titles = [
        "outlook-chart-title",
        "outlook-chart-title-short",
        "outlook-chart-title-shortest",
    ];
    first_that_fits(titles.map(|key| words.t(key)), room)
}

/// `2. kv. 2018 – 1. kv. 2028`.
#[must_use]
pub fn span(summary: &Summary, words: &Words) -> String {
    format!(
        "{} – {}",
        words.quarter(summary.first),
        words.quarter(summary.last)
    )
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
        }),
        level: outlook.reserve().is_positive().then(|| outlook.reserve()),
        years: years(outlook.engine().quarters()),
    }
}

/// The years of the quarters.
fn years(quarters: &[Quarter]) -> Option<Years> {
    let at = quarters.iter().position(|quarter| quarter.number() == 1)?;
    Some(Years {
        at,
        first: quarters[at].year(),
    })
}

/// What a line of a chart is called.
pub struct Names {
    pub expected: &'static str,
    /// What the path as it is is called, in a what-if.
    pub as_it_is: Option<&'static str>,
}

/// What the signs of [`chart`] mean, and where its amounts begin if that isn't at zero: what matters most first, and as much
/// of it as there is room for.
#[must_use]
pub fn legend(
    outlook: &Outlook,
    names: &Names,
    begins: Option<String>,
    room: u16,
    ctx: &Ctx<'_>,
) -> Vec<(String, Style)> {
    let theme = ctx.theme;
    let (path, level, as_it_is) = if theme.ascii {
        ("**", "- -", ". .")
    } else {
        ("⠒⠒", "⠄⠄", "⠂⠂")
    };
    let fan = if theme.ascii {
        ("::", theme.dim())
    } else {
        ("██", theme.shade())
    };
    let style = match names.as_it_is {
        Some(_) => theme.what_if_line(),
        None => theme.accent(),
    };
    let mut legend = vec![((path, style), ctx.words.t(names.expected))];
    legend.extend(
        names
            .as_it_is
            .map(|name| ((as_it_is, theme.dim()), ctx.words.t(name))),
    );
    legend.push((fan, ctx.words.t("outlook-legend-fan")));
    if outlook.reserve().is_positive() {
        legend.push(((level, theme.dim()), ctx.words.t("word-reserve")));
    }
    let broken = if theme.ascii { "~" } else { "≈" };
    legend.extend(begins.map(|amount| {
        let begins = phrase("outlook-legend-begins").with("amount", amount);
        ((broken, theme.dim()), begins.words(ctx.words))
    }));
    let mut pieces = Vec::new();
    let mut used = 0;
    for ((sign, style), name) in legend {
        let gap = if used == 0 { "" } else { "  " };
        used += width(gap) + width(sign) + 1 + width(&name);
        if used > room {
            break;
        }
        pieces.push((gap.to_owned(), theme.plain()));
        pieces.push((sign.to_owned(), style));
        pieces.push((format!(" {name}"), theme.dim()));
    }
    pieces
}
