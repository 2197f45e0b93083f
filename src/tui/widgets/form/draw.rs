//! How a form looks: labels at the left where there is room, else above; the field in use always in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::Form;
use super::amount;
use super::field::{Days, Field, Kind, Shown};
use crate::domain::calendar::parse_date;
use crate::i18n::{phrase, sentence};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::lay;
use crate::tui::widgets::button;
use crate::tui::widgets::text::{fit, line, put, width, wrap};

/// Rows of a field of running text.
const PROSE_ROWS: u16 = 4;
/// From this width on labels stand at the left.
const WIDE: u16 = 48;

impl Form {
    /// The rows that the whole form takes with its button, whichever of its fields is in use.
    #[must_use]
    pub fn tall(&self, room: u16, ctx: &Ctx<'_>) -> u16 {
        let labels = self.label_width(room, ctx);
        let rows = |field: &Field, used| rows_of(field, used, labels, room, ctx);
        let resting: usize = self.fields.iter().map(|field| rows(field, false)).sum();
        let more = self
            .fields
            .iter()
            .map(|field| rows(field, true) - rows(field, false));
        let last = resting + more.max().unwrap_or(0) + 2 + self.trouble_lines(room, ctx).len();
        u16::try_from(last).unwrap_or(u16::MAX)
    }

    /// Draws the form from the top, or as far down as the field in use needs.
    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if area.is_empty() {
            return;
        }
        let labels = self.label_width(area.width, ctx);
        let mut tops = Vec::with_capacity(self.fields.len() + 1);
        let mut row = 0;
        for (i, field) in self.fields.iter().enumerate() {
            tops.push(row);
            row += rows_of(field, self.at == i, labels, area.width, ctx);
        }
        tops.push(row);
        let last = row + 2 + self.trouble_lines(area.width, ctx).len();
        let end = tops.get(self.at + 1).copied().unwrap_or(last);
        let skip = end.saturating_sub(usize::from(area.height)).min(tops[self.at]);
        // Fields are drawn whole on a sheet as tall as they need; the window then shows a part of it.
        let sheet_area = Rect {
            x: 0,
            y: 0,
            width: area.width,
            height: u16::try_from(last).unwrap_or(u16::MAX),
        };
        let mut sheet = Buffer::empty(sheet_area);
        let before = ctx.cursor.take();
        for (i, field) in self.fields.iter().enumerate().filter(|(_, field)| !field.hidden) {
            let y = u16::try_from(tops[i]).unwrap_or(u16::MAX);
            let place = Rect {
                y,
                height: sheet_area.height.saturating_sub(y),
                ..sheet_area
            };
            draw_field(field, self.at == i, labels, place, &mut sheet, ctx);
        }
        let y = u16::try_from(row).unwrap_or(u16::MAX);
        self.button(
            Rect {
                y,
                height: sheet_area.height.saturating_sub(y),
                ..sheet_area
            },
            &mut sheet,
            ctx,
        );
        let skip = u16::try_from(skip).unwrap_or(u16::MAX);
        lay(&sheet, skip, area, buf);
        // The field in use is always in sight.
        let at = ctx.cursor.take();
        let at = at.map(|at| Position::new(area.x + at.x, area.y + at.y.saturating_sub(skip)));
        ctx.cursor.set(at.or(before));
    }

    /// 0 when labels stand above.
    fn label_width(&self, room: u16, ctx: &Ctx<'_>) -> u16 {
        if room < WIDE {
            return 0;
        }
        let widest = self
            .fields
            .iter()
            .map(|field| width(&field.label.words(ctx.words)))
            .max()
            .unwrap_or(0);
        (widest + 2).min(room / 3)
    }

    fn trouble_lines(&self, room: u16, ctx: &Ctx<'_>) -> Vec<String> {
        let refusal = self.trouble.as_ref();
        refusal
            .map(|refusal| wrap(&ctx.refusal(refusal), room))
            .unwrap_or_default()
    }

    fn button(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut row = 0;
        for text in self.trouble_lines(area.width, ctx) {
            line(buf, area, row, &text, ctx.theme.bad(), ctx.theme);
            row += 1;
        }
        let text = sentence(&ctx.words.t(self.button));
        let used = self.at == self.fields.len();
        if used {
            ctx.point(area.x, area.y + row + 1);
        }
        let (text, style) = button::look(&text, used, ctx.theme);
        line(buf, area, row + 1, &text, style, ctx.theme);
    }
}

/// What stands under a field: the refusal, or, while the field is in use, what is understood of it and the hint.
fn under(field: &Field, used: bool, room: u16, ctx: &Ctx<'_>) -> Vec<(String, Style)> {
    let lines = |text: &str, style: Style| -> Vec<(String, Style)> {
        wrap(text, room).into_iter().map(|line| (line, style)).collect()
    };
    if let Some(refusal) = &field.trouble {
        let text = format!("{} {}", ctx.theme.marks.no, ctx.refusal(refusal));
        return lines(&text, ctx.theme.bad());
    }
    if !used {
        return Vec::new();
    }
    let mut under = match &field.kind {
        Kind::Amount(input) => amount::understood(input.value(), ctx)
            .map(|(text, style)| lines(&text, style))
            .unwrap_or_default(),
        Kind::Date(_) => {
            let said = if field.days == Days::Planned {
                field
                    .day(&field.text())
                    .ok()
                    .map(|day| ctx.words.planned_date(day))
            } else {
                field.understood_day().map(|day| ctx.words.date(day))
            };
            let text = said.map(|day| phrase("form-date-understood").with("date", day).words(ctx.words));
            text.map_or_else(Vec::new, |text| lines(&text, ctx.theme.plain()))
        }
        _ => Vec::new(),
    };
    if let Some(hint) = field.asks_for() {
        under.extend(lines(&hint.words(ctx.words), ctx.theme.dim()));
    }
    under
}

fn rows_of(field: &Field, used: bool, labels: u16, room: u16, ctx: &Ctx<'_>) -> usize {
    if field.hidden {
        return 0;
    }
    let above = usize::from(labels == 0);
    let own = if matches!(field.kind, Kind::Prose(_)) {
        usize::from(PROSE_ROWS)
    } else {
        1
    };
    above + own + under(field, used, room.saturating_sub(labels), ctx).len()
}

fn draw_field(field: &Field, used: bool, labels: u16, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let label = sentence(&field.label.words(ctx.words));
    let style = if used { ctx.theme.strong() } else { ctx.theme.dim() };
    let mut place = area;
    if labels == 0 {
        line(buf, area, 0, &label, style, ctx.theme);
        place.y += 1;
        place.height = place.height.saturating_sub(1);
    } else {
        put(
            buf,
            area,
            (area.x, area.y),
            labels,
            &fit(&label, labels - 1, ctx.theme),
            style,
        );
        place.x += labels;
        place.width -= labels;
    }
    let tall = match &field.kind {
        Kind::Line(input) | Kind::Date(input) => {
            let shown = in_full(field, used, ctx).unwrap_or_else(|| Shown::of(input));
            typed(&shown, used, field.marked, place, buf, ctx)
        }
        Kind::Amount(input) => {
            let unit = ctx.words.t("tui-kroner");
            let room = place.width.saturating_sub(width(&unit) + 1).min(24);
            let shown = amount::grouped(input, ctx.words.lang());
            let rows = typed(
                &shown,
                used,
                field.marked,
                Rect { width: room, ..place },
                buf,
                ctx,
            );
            put(
                buf,
                place,
                (place.x + room + 1, place.y),
                width(&unit),
                &unit,
                ctx.theme.dim(),
            );
            rows
        }
        Kind::Prose(text) => {
            let box_area = Rect {
                height: PROSE_ROWS.min(place.height),
                ..place
            };
            let mut text = text.clone();
            text.set_style(Style::new().add_modifier(Modifier::UNDERLINED));
            if !used {
                text.set_cursor_style(Style::new().add_modifier(Modifier::UNDERLINED));
            }
            if !box_area.is_empty() {
                text.render(box_area, buf);
            }
            if used && !box_area.is_empty() {
                let at = text.screen_cursor();
                let (top, left) = text.scroll_offset();
                let (row, column) = (clamped(at.row), clamped(at.col));
                ctx.point(
                    (box_area.x + column.saturating_sub(left)).min(box_area.right() - 1),
                    (box_area.y + row.saturating_sub(top)).min(box_area.bottom() - 1),
                );
            }
            PROSE_ROWS
        }
        Kind::Choice { options, at } => choice(options, *at, used, place, buf, ctx),
    };
    for (row, (text, style)) in (tall..).zip(under(field, used, place.width, ctx)) {
        line(buf, place, row, &text, style, ctx.theme);
    }
}

/// A day as days are written in the language of the screen: one that was filled in and not yet touched, or the one that is meant
/// by what was typed without a year, once that is done.
fn in_full(field: &Field, used: bool, ctx: &Ctx<'_>) -> Option<Shown> {
    let Kind::Date(input) = &field.kind else {
        return None;
    };
    let filled_in = parse_date(input.value()).ok().filter(|_| field.marked);
    let day = filled_in.or_else(|| field.understood_day().filter(|_| !used))?;
    let text = ctx.words.column_date(day);
    let cursor = usize::from(width(&text));
    Some(Shown { text, cursor })
}

/// A line of text with its cursor. The underline shows where one can type, in any palette.
/// What the first key takes the place of is marked.
fn typed(typed: &Shown, used: bool, marked: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let room = usize::from(area.width);
    if room < 2 || area.height == 0 {
        return 1;
    }
    let style = Style::new().add_modifier(Modifier::UNDERLINED);
    buf.set_style(Rect { height: 1, ..area }, style);
    let skipped = if used {
        typed.cursor.saturating_sub(room - 1)
    } else {
        0
    };
    let mut at = 0;
    let shown: String = typed
        .text
        .chars()
        .skip_while(|c| {
            let hidden = at < skipped;
            at += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            hidden
        })
        .collect();
    if used {
        let text = if marked { ctx.theme.selected() } else { style };
        put(buf, area, (area.x, area.y), area.width, &shown, text);
        let x = area.x + u16::try_from(typed.cursor.saturating_sub(skipped)).unwrap_or(0);
        ctx.point(x.min(area.right() - 1), area.y);
        if let Some(cell) = buf.cell_mut((x, area.y)).filter(|_| x < area.right()) {
            cell.set_style(Style::new().add_modifier(Modifier::REVERSED));
        }
    } else {
        put(
            buf,
            area,
            (area.x, area.y),
            area.width,
            &fit(&shown, area.width, ctx.theme),
            style,
        );
    }
    1
}

fn clamped(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// All options on one line if they fit, the chosen one in brackets; else the chosen one between arrows.
fn choice(
    options: &[crate::i18n::Phrase],
    at: Option<usize>,
    used: bool,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) -> u16 {
    let names: Vec<String> = options.iter().map(|option| option.words(ctx.words)).collect();
    let chosen = if used {
        ctx.theme.selected()
    } else {
        ctx.theme.strong()
    };
    let all: u16 = names.iter().map(|name| width(name) + 3).sum();
    if all <= area.width {
        let mut x = area.x;
        if used && at.is_none() {
            ctx.point(x, area.y);
        }
        for (i, name) in names.iter().enumerate() {
            let is_chosen = at == Some(i);
            if used && is_chosen {
                ctx.point(x, area.y);
            }
            let (text, style) = if is_chosen {
                (format!("[{name}]"), chosen)
            } else {
                (format!(" {name} "), ctx.theme.plain())
            };
            x += put(buf, area, (x, area.y), area.width, &text, style) + 1;
        }
    } else {
        let none = || ctx.words.t("word-choose");
        let name = at.and_then(|at| names.get(at)).cloned().unwrap_or_else(none);
        let room = area.width.saturating_sub(4);
        if used {
            ctx.point(area.x, area.y);
        }
        line(
            buf,
            area,
            0,
            &format!("< {} >", fit(&name, room, ctx.theme)),
            chosen,
            ctx.theme,
        );
    }
    1
}
