//! One row of the log with all that it holds: who came in which way, what was written, and its place in the chain.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::Value as Json;

use super::{log, when};
use crate::i18n::clean;
use crate::tui::screen::Ctx;
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{put, wrap};
use crate::usecases::views::AuditEntry;

/// Columns of the labels.
const LABELS: u16 = 14;
/// The widest that the page is read at.
const READABLE: u16 = 100;

pub fn draw(entry: &AuditEntry, scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let margin = area.width.min(2);
    let place = Rect {
        x: area.x + margin,
        width: (area.width - margin).min(READABLE),
        y: area.y + area.height.min(1),
        height: area.height.saturating_sub(1),
    };
    let indent = LABELS.min(place.width / 2);
    let lines = lines(entry, place.width - indent, ctx);
    let window = scroll.window(lines.len(), place.height);
    for (row, (label, value)) in (0..place.height).zip(&lines[window]) {
        let y = place.y + row;
        put(
            buf,
            place,
            (place.x, y),
            indent.saturating_sub(1),
            label,
            ctx.theme.dim(),
        );
        let room = place.width - indent;
        put(buf, place, (place.x + indent, y), room, value, ctx.theme.plain());
    }
}

/// Labels and what they label, line by line.
fn lines(entry: &AuditEntry, room: u16, ctx: &Ctx<'_>) -> Vec<(String, String)> {
    let words = ctx.words;
    let deed = format!("{} ({})", log::said(&entry.action, words), entry.action);
    let prev = if entry.prev.is_empty() { "–" } else { &entry.prev };
    let via = match entry.via.as_str() {
        "local" => words.t("log-via-local"),
        other => other.to_owned(),
    };
    let mut lines = Vec::new();
    for (key, value) in [
        ("log-col-when", when(&entry.at, words, true).as_str()),
        ("log-col-who", &entry.actor),
        ("log-via", &via),
        ("log-col-what", &deed),
        (
            "log-col-subject",
            &log::about(&entry.subject, &entry.payload, words),
        ),
    ] {
        hang(words.t(key), value, room, &mut lines);
    }
    lines.push((String::new(), String::new()));
    let mut label = words.t("log-payload");
    for line in pretty(&entry.payload).lines() {
        hang(std::mem::take(&mut label), line, room, &mut lines);
    }
    lines.push((String::new(), String::new()));
    hang(words.t("log-hash"), &entry.hash, room, &mut lines);
    hang(words.t("log-prev"), prev, room, &mut lines);
    lines
}

/// Breaks a value into lines beside its label; the blanks that it begins with are kept on each.
fn hang(label: String, value: &str, room: u16, lines: &mut Vec<(String, String)>) {
    let text = value.trim_start();
    let blanks = value.len() - text.len();
    let left = room.saturating_sub(u16::try_from(blanks).unwrap_or(room));
    let mut label = label;
    for part in wrap(&clean(text), left) {
        lines.push((std::mem::take(&mut label), format!("{:blanks$}{part}", "")));
    }
}

/// The payload by lines; what isn't JSON stands as it is.
fn pretty(payload: &str) -> String {
    serde_json::from_str::<Json>(payload)
        .and_then(|json| serde_json::to_string_pretty(&json))
        .unwrap_or_else(|_| payload.to_owned())
}
