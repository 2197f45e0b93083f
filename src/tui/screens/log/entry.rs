//! One row of the log with all that it holds: who came in which way, what was written, and its place in the chain.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::Value as Json;

use super::{deeds, when};
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

fn lines(entry: &AuditEntry, room: u16, ctx: &Ctx<'_>) -> Vec<(String, String)> {
    let words = ctx.words;
    let mut lines = Vec::new();
    let mut fact = |label: &str, value: &str| {
        let mut label = label.to_owned();
        for line in wrap(&clean(value), room) {
            lines.push((std::mem::take(&mut label), line));
        }
    };
    fact(&words.t("log-col-when"), &when(&entry.at, words, true));
    fact(&words.t("log-col-who"), &entry.actor);
    fact(&words.t("log-via"), &entry.via);
    let deed = format!("{} ({})", deeds::said(&entry.action, words), entry.action);
    fact(&words.t("log-col-what"), &deed);
    fact(&words.t("log-col-subject"), &entry.subject);
    fact("", "");
    let mut label = words.t("log-payload");
    for line in pretty(&entry.payload).lines() {
        // The indentation of the text is kept, and what is broken hangs under it.
        let depth = line.len() - line.trim_start().len();
        let blanks = " ".repeat(depth);
        let left = room.saturating_sub(u16::try_from(depth).unwrap_or(room));
        for part in wrap(&clean(line.trim_start()), left) {
            lines.push((std::mem::take(&mut label), format!("{blanks}{part}")));
        }
    }
    let mut fact = |label: &str, value: &str| {
        let mut label = label.to_owned();
        for line in wrap(&clean(value), room) {
            lines.push((std::mem::take(&mut label), line));
        }
    };
    fact("", "");
    fact(&words.t("log-hash"), &entry.hash);
    fact(
        &words.t("log-prev"),
        if entry.prev.is_empty() { "–" } else { &entry.prev },
    );
    lines
}

/// The payload by lines; what isn't JSON stands as it is.
fn pretty(payload: &str) -> String {
    serde_json::from_str::<Json>(payload)
        .and_then(|json| serde_json::to_string_pretty(&json))
        .unwrap_or_else(|_| payload.to_owned())
}
