//! The forecast of the capital as a chart and in a few words, the same wherever it is shown: the expected closings, the
//! lowest of them, how likely it is to go below the reserve, and which of the two figures of what is free counts.

use rust_decimal::Decimal;

use crate::domain::calendar::Quarter;
use crate::domain::forecast::{Outlook, Summary};
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::i18n::Words;
use crate::i18n::{Phrase, phrase};
use crate::tui::screen::Ctx;
use crate::tui::theme::Theme;
use crate::tui::widgets::chart::{Chart, Fan, Line, Years, sparkline, sparkline_scale};
use crate::tui::widgets::page::Piece;
use crate::tui::widgets::text::{first_that_fits, width};

/// `lavest 38,2 mill. kr i 3. kv. 2020`.
#[must_use]
pub fn lowest(summary: &Summary, words: &Words) -> Phrase {
    let (quarter, amount) = summary.lowest;
    phrase("outlook-lowest")
        .with("amount", words.mill_kr(amount))
        .with("quarter", words.quarter(quarter))
}

/// The same without the unit, where it stands in a heading: `lavest 38,2 i 3. kv. 2020`.
#[must_use]
pub fn lowest_in_millions(summary: &Summary, words: &Words) -> Phrase {
    let (quarter, amount) = summary.lowest;
    phrase("outlook-lowest")
        .with("amount", words.mill(amount))
        .with("quarter", words.quarter(quarter))
}

/// The same where there is room for no more than the amount: `lavest 38,2`.
#[must_use]
pub fn lowest_alone(summary: &Summary, words: &Words) -> Phrase {
    phrase("outlook-lowest-alone").with("amount", words.mill(summary.lowest.1))
}

/// How likely the fund is to go below its reserve, where that is likeliest.
#[must_use]
pub fn risk(summary: &Summary, words: &Words) -> Phrase {
    let (quarter, share) = summary.riskiest;
    if share.is_zero() {
        return phrase("outlook-risk-none").with("share", likely(share, words));
    }
    phrase("outlook-risk")
        .with("share", likely(share, words))
        .with("quarter", words.quarter(quarter))
}

/// How likely something is: `0 %`, or with one decimal.
#[must_use]
pub fn likely(share: Decimal, words: &Words) -> String {
    words.percent(share, u32::from(!share.is_zero()))
}

/// Whether a risk is worth a warning: one in twenty.
#[must_use]
pub fn is_risky(summary: &Summary) -> bool {
    summary.riskiest.1 >= Decimal::new(5, 2)
}

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
) -> Vec<Piece> {
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
    let mut told = vec![((path, style), ctx.words.t(names.expected))];
    told.extend(
        names
            .as_it_is
            .map(|name| ((as_it_is, theme.dim()), ctx.words.t(name))),
    );
    told.push((fan, ctx.words.t("outlook-legend-fan")));
    if outlook.reserve().is_positive() {
        told.push(((level, theme.dim()), ctx.words.t("outlook-legend-reserve")));
    }
    let broken = if theme.ascii { "~" } else { "≈" };
    told.extend(begins.map(|amount| {
        let begins = phrase("outlook-legend-begins").with("amount", amount);
        ((broken, theme.dim()), begins.words(ctx.words))
    }));
    let mut pieces = Vec::new();
    let mut used = 0;
    for ((sign, style), name) in told {
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
