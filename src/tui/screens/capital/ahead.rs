//! What lies ahead: the fan of the expected closings where there is room for it and a row of bars where there isn't, the
//! figures that a director asks for first, and the settings of what if.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::scenario::Setting;
use super::{Capital, Derived};
use crate::domain::forecast::Summary;
use crate::domain::money::Ore;
use crate::i18n::phrase;
use crate::present::{Section, forecast as pages};
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::widgets::area::below;
use crate::tui::widgets::document;
use crate::tui::widgets::forecast_summary::{self, Names};
use crate::tui::widgets::prose;
use crate::tui::widgets::text::{fit, line, put, spans, width, wrap};
use crate::usecases::views::forecast::ForecastData;

/// From this width on there is a chart beside the figures.
const CHART: u16 = 97;
/// Columns of the figures beside it.
const FIGURES: u16 = 55;
/// Between the two.
const GAP: u16 = 3;
/// Rows of the sentence on the sampling error.
const SAMPLING: u16 = 2;

impl Capital {
    pub(super) fn ahead(
        &self,
        focused: bool,
        forecast: &ForecastData,
        area: Rect,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) {
        let Some(derived) = &self.derived else { return };
        let seen = Summary::of(&forecast.outlook);
        let side = if area.width >= CHART {
            let left = Rect {
                width: area.width - FIGURES - GAP,
                ..area
            };
            self.chart(forecast, derived, left, buf, ctx);
            Rect {
                x: left.right() + GAP,
                width: FIGURES,
                ..area
            }
        } else {
            let used = self.bars(&seen, area, buf, ctx);
            below(area, used)
        };
        let figures = pages::figures(forecast, Some(derived.as_it_is.self_financing), ctx.words);
        // The settings are worth more than the last of the figures.
        let settings = u16::try_from(Setting::ALL.len()).unwrap_or(0) + 2;
        let room = Rect {
            height: side.height.saturating_sub(settings).max(side.height.min(3)),
            ..side
        };
        let mut used = document::sections([&figures], room, buf, ctx) + 1;
        if let Some(why) = pages::outside(&forecast.outlook, ctx.words) {
            let rows = u16::try_from(wrap(&why, side.width).len()).unwrap_or(u16::MAX);
            let workings = if self.workings { SAMPLING + 1 } else { 0 };
            if used + rows + settings - 1 + workings <= side.height {
                used += prose::draw(&why, below(side, used - 1), buf, ctx.theme.dim());
            }
        }
        let rest = below(side, used);
        let used = used + self.setting_rows(focused, forecast, rest, buf, ctx) + 1;
        if self.workings {
            // A blank line before it where there is room for one.
            let rest = below(side, used - u16::from(side.height < used + SAMPLING));
            let settings = forecast.settings;
            let drawn = (settings.paths, settings.seed);
            let sampling = Section::new("", vec![pages::sampling(drawn, derived.error, ctx.words)]);
            document::sections([&sampling], rest, buf, ctx);
        }
    }

    fn chart(&self, forecast: &ForecastData, derived: &Derived, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let what_if = self.scenario.is_on();
        let title = forecast_summary::chart_title(area.width, ctx.words);
        line(buf, area, 0, &title, ctx.theme.dim(), ctx.theme);
        let as_it_is: Vec<Ore> = derived.as_it_is.rows.iter().map(|row| row.closing).collect();
        let chart = forecast_summary::chart(&forecast.outlook, what_if.then_some(as_it_is.as_slice()), ctx);
        let legend = u16::from(area.height > 8);
        let plot = Rect {
            height: area.height.saturating_sub(1 + legend * 2),
            ..below(area, 1)
        };
        chart.render(plot, buf, ctx);
        if legend > 0 {
            let names = if what_if {
                Names {
                    expected: "word-scenario",
                    as_it_is: Some("outlook-legend-as-it-is"),
                }
            } else {
                Names {
                    expected: "word-expected",
                    as_it_is: None,
                }
            };
            let begins = chart.begins_at(plot.height, ctx.words);
            let pieces = forecast_summary::legend(&forecast.outlook, &names, begins, area.width, ctx);
            let pieces: Vec<(&str, Style)> = pieces
                .iter()
                .map(|(text, style)| (text.as_str(), *style))
                .collect();
            let last = below(area, area.height - 1);
            spans(buf, last, 0, &pieces);
        }
    }

    /// The expected closings in one row, with the quarters that they run from and to.
    fn bars(&self, seen: &Summary, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
        if area.height < 6 {
            return 0;
        }
        let room = area.width.saturating_sub(30).min(80);
        let bars = forecast_summary::bars(seen, room, ctx.theme);
        let style = if self.scenario.is_on() {
            ctx.theme.what_if_line()
        } else {
            ctx.theme.accent()
        };
        let span = format!("  {}", forecast_summary::span(seen, ctx.words));
        let title = forecast_summary::bars_title(seen, area.width, ctx.words);
        line(buf, area, 0, &title, ctx.theme.dim(), ctx.theme);
        spans(buf, area, 1, &[(&bars, style), (&span, ctx.theme.dim())]);
        if area.height > 14 { 3 } else { 2 }
    }

    /// The settings, each with where it stands. Returns the rows used.
    fn setting_rows(
        &self,
        focused: bool,
        forecast: &ForecastData,
        area: Rect,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) -> u16 {
        let (words, theme) = (ctx.words, ctx.theme);
        let what_if = self.scenario.what_if();
        let mut used = 0;
        if area.height > u16::try_from(Setting::ALL.len()).unwrap_or(0) {
            let style = if focused { theme.accent() } else { theme.strong() };
            let key = |key: Key| key.name(words, theme.ascii);
            let hint = phrase("capital-setting-hint")
                .with("less", key(Key::Left))
                .with("more", key(Key::Right));
            let head = words.t("capital-settings");
            let at = put(buf, area, (area.x, area.y), area.width, &head, style) + 2;
            let room = area.width.saturating_sub(at);
            let hint = fit(&hint.words(words), room, theme);
            put(buf, area, (area.x + at, area.y), room, &hint, theme.dim());
            used = 1;
        }
        let labels = Setting::ALL.map(|setting| width(&words.t(setting.name())));
        let labels = labels.into_iter().max().unwrap_or(0);
        for setting in Setting::ALL {
            if used >= area.height {
                break;
            }
            let row = Rect {
                height: 1,
                ..below(area, used)
            };
            let value = setting.value(what_if, &forecast.facts, ctx).words(words);
            let selected = self.scenario.selected() == setting;
            let style = match (selected && focused, setting.is_turned(what_if)) {
                (true, _) => theme.selected(),
                (false, true) => theme.what_if(),
                (false, false) => theme.plain(),
            };
            let mark = if selected { theme.marks.cursor } else { " " };
            let name = words.t(setting.name());
            let blanks = " ".repeat(usize::from(labels - width(&name)));
            let text = fit(&format!("{mark} {name}{blanks}  {value} "), row.width, theme);
            put(buf, row, (row.x, row.y), row.width, &text, style);
            if selected && focused {
                ctx.point(row.x, row.y);
            }
            used += 1;
            self.settings_seen.set(true);
        }
        used
    }
}
