//! How the meeting looks: who is there and what to do next above, the agenda, and below it the item that is looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Meeting, Prompt, hint, lines, pane};
use crate::domain::meeting::State;
use crate::present::Tone;
use crate::present::meetings::{in_progress, page};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, framed};
use crate::tui::widgets::text::{first_that_fits, line};
use crate::tui::widgets::{document, prose, sheet};
use crate::usecases::views::meetings::MeetingData;

/// From this width on the proposal stands beside the agenda.
const WIDE: u16 = 120;

/// Up to so many rows the agenda gives way to what is voted on.
const SHORT: u16 = 9;

/// The most of the rows that a form takes: the meeting stays in sight above it.
const FORM: (u16, u16) = (2, 3);

pub(super) fn draw(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    screen.reading.hide();
    let area = match &screen.prompt {
        Some(Prompt::Sheet(prompt)) => {
            let rows = prompt.form.tall(area.width.saturating_sub(2), ctx);
            let rows = rows.min(area.height * FORM.0 / FORM.1);
            sheet::draw(&prompt.title(), &prompt.form, rows, area, buf, ctx)
        }
        _ => area,
    };
    let Some(own) = screen.own() else {
        return without_a_meeting(screen, area, buf, ctx);
    };
    let shown = screen
        .selected()
        .map(|item| pane::proposal(screen, own, item, false, ctx));
    let shown = shown.filter(|sections| area.width >= WIDE && !sections.is_empty());
    let wide = shown.is_some();
    let place = match shown {
        Some(sections) => pane::beside(screen, &sections, area, buf, ctx),
        None => area,
    };
    let used = head(screen, own, place, buf, ctx);
    let place = below(place, used);
    if let Some(Prompt::People(people)) = &screen.prompt {
        let top = Rect {
            height: place.height.min(1),
            ..place
        };
        if place.height > 2 {
            sheet::rule(&people.title().words(ctx.words), top, buf, ctx);
            people.render(below(place, 1), buf, ctx);
        } else {
            people.render(place, buf, ctx);
        }
        return;
    }
    if screen.scores {
        return pane::scores(screen, place, buf, ctx);
    }
    let rest = the_agenda(screen, own, place, buf, ctx);
    pane::item(screen, own, wide, rest, buf, ctx);
}

/// What one can do where there is no meeting yet.
fn without_a_meeting(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if screen.data.is_none() {
        return;
    }
    let mut text = ctx.words.t("minutes-no-meetings");
    if let Some(next) = hint::next(screen, ctx) {
        text = format!("{text} {next}");
    }
    prose::centred(&text, area, buf, ctx);
}

/// The lines above the agenda. Returns the rows used.
fn head(screen: &Meeting, own: &MeetingData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let (meeting, words) = (&own.meeting, ctx.words);
    let mut said: Vec<(String, Tone)> = Vec::new();
    let chair = in_progress::chair(meeting, words);
    let chairs = format!("{}: {}", words.t("minutes-chair"), chair.text);
    if meeting.is_in_session() {
        let quorum = page::quorum(meeting, words).unwrap_or_default();
        let tone = if chair.tone == Tone::Warn {
            chair.tone
        } else {
            quorum.tone
        };
        said.push((format!("{} {} {chairs}", quorum.text, ctx.theme.marks.dot), tone));
    } else {
        let (when, place) = (page::when(meeting, words), meeting.place.as_str());
        let form = words.t(meeting.form.key());
        let parts = [when.as_str(), place, form.as_str()];
        let joined = |parts: &[&str]| {
            let parts = parts.iter().filter(|part| !part.is_empty());
            parts.copied().collect::<Vec<_>>().join(", ")
        };
        let line = first_that_fits(
            [joined(&parts), joined(&parts[..2]), joined(&parts[..1])],
            framed(area).width,
        );
        said.push((line, Tone::Plain));
        if !chair.text.is_empty() {
            let tone = if chair.tone == Tone::Warn {
                chair.tone
            } else {
                Tone::Dim
            };
            said.push((chairs, tone));
        }
        if meeting.state == State::Closed {
            said.push((words.t("agenda-minutes-unfinished"), Tone::Warn));
        }
    }
    let next = hint::next(screen, ctx);
    let table = screen.data.as_ref().and_then(|data| data.table.as_ref());
    let concern = table.and_then(|table| table.next);
    said.extend(concern.map(|concern| (words.t(concern.key()), Tone::Warn)));
    said.extend(next.map(|next| (next, Tone::Accent)));
    let most = match area.height {
        0..=4 => 0,
        5..=7 => 1,
        8..=11 => 2,
        _ => said.len(),
    };
    // What to do next is the last to go.
    let place = framed(area);
    let skip = said.len().saturating_sub(most);
    let shown = if most == 1 {
        &said[skip..]
    } else {
        &said[..most.min(said.len())]
    };
    let mut row = 0;
    for (text, tone) in shown {
        line(
            buf,
            place,
            row,
            text,
            document::style(*tone, ctx.theme),
            ctx.theme,
        );
        row += 1;
    }
    if area.height > 16 && row > 0 {
        row += 1;
    }
    row
}

fn rows(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let columns = lines::columns(screen.list.rows(), ctx);
    let cells = |line: &lines::AgendaLine| lines::cells(line, ctx);
    screen
        .list
        .look("minutes-agenda-empty", &columns, &cells)
        .focused(screen.prompt.is_none() && !screen.reads())
        .render(area, buf, ctx);
}

/// Draws as much of the agenda as leaves room for the item. Returns the rest.
fn the_agenda(screen: &Meeting, own: &MeetingData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let count = u16::try_from(own.meeting.items.len()).unwrap_or(u16::MAX).max(1);
    let opened = own.meeting.state.is_under_way();
    let most = match area.height {
        // What people vote on has the room.
        ..=SHORT if hint::is_counted(&own.meeting) => 1,
        0..=5 => area.height,
        tall if opened => (tall / 3).max(3),
        tall => tall / 2,
    };
    let tall = count.min(most);
    rows(screen, Rect { height: tall, ..area }, buf, ctx);
    below(area, tall)
}
