//! How the meeting looks: who is there and what to do next above, the agenda, and below it the item that is looked at. Where
//! there is room the proposal and what approving it does to the capital stand beside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Meeting, Prompt, hint, lines, rules};
use crate::domain::meeting::{Item, Motion, Question, State};
use crate::domain::money::Ore;
use crate::i18n::phrase;
use crate::present::{Block, Section, Tone, agenda, proposals};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::below;
use crate::tui::widgets::text::{first_that_fits, line, put};
use crate::tui::widgets::{document, freedom, prose, sheet};
use crate::usecases::views::deliberation::DeliberationData;
use crate::usecases::views::meetings::MeetingData;

/// From this width on the proposal stands beside the agenda.
const WIDE: u16 = 120;

pub fn draw(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let area = match &screen.prompt {
        Some(Prompt::Sheet(prompt)) => {
            sheet::draw(&prompt.title(), &prompt.form, prompt.rows(), area, buf, ctx)
        }
        _ => area,
    };
    let Some(own) = screen.own() else {
        return without_a_meeting(screen, area, buf, ctx);
    };
    let wide = area.width >= WIDE;
    let place = if wide {
        beside(screen, own, area, buf, ctx)
    } else {
        area
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
    let rest = the_agenda(screen, own, place, buf, ctx);
    the_item(screen, own, wide, rest, buf, ctx);
}

/// What one can do where no meeting is ahead, and how the last one went.
fn without_a_meeting(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if screen.data.is_none() {
        return;
    }
    let mut text = ctx.words.t("agenda-none");
    if let Some(next) = hint::next(screen, ctx) {
        text = format!("{text} {}", ctx.text(&next));
    }
    if screen.held().is_none() {
        prose::centred(&text, area, buf, ctx);
        return;
    }
    let place = inset(area);
    let used = prose::draw(&text, place, buf, ctx.theme.plain());
    let room = below(area, (used + 1).min(area.height));
    rows(screen, room, buf, ctx);
}

fn inset(area: Rect) -> Rect {
    let indent = area.width.min(2);
    Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(indent + 1),
        ..area
    }
}

/// The lines above the agenda. Returns the rows used.
fn head(screen: &Meeting, own: &MeetingData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let (meeting, words) = (&own.meeting, ctx.words);
    let mut said: Vec<(String, Tone)> = Vec::new();
    if matches!(meeting.state, State::Open | State::Adjourned) {
        let (quorum, tone) = agenda::quorum(meeting);
        let (chair, chairs) = agenda::chair(meeting);
        let tone = if chairs == Tone::Warn { chairs } else { tone };
        said.push((format!("{}. {}", quorum.words(words), chair.words(words)), tone));
    } else {
        let room = inset(area).width;
        let when = first_that_fits(
            [
                agenda::when(meeting, words),
                agenda::place(meeting, words),
                agenda::day(meeting.held_on, meeting.starts, words),
            ],
            room,
        );
        said.push((when, Tone::Plain));
        said.push((agenda::will_chair(meeting).words(words), Tone::Dim));
    }
    let next = hint::next(screen, ctx);
    let table = screen.data.as_ref().and_then(|data| data.table.as_ref());
    let concern = table.and_then(|table| table.next);
    said.extend(concern.map(|concern| (words.t(concern.key()), Tone::Warn)));
    said.extend(next.map(|next| (ctx.text(&next), Tone::Accent)));
    let most = match area.height {
        0..=4 => 0,
        5..=7 => 1,
        8..=11 => 2,
        _ => said.len(),
    };
    // What to do next is the last to go.
    let place = inset(area);
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
    let columns = lines::columns();
    let cells = |line: &lines::AgendaLine| lines::cells(line, ctx);
    screen
        .list
        .look("agenda-empty", &columns, &cells)
        .focused(screen.prompt.is_none())
        .render(area, buf, ctx);
}

/// Draws as much of the agenda as leaves room for the item. Returns the rest.
fn the_agenda(screen: &Meeting, own: &MeetingData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let count = u16::try_from(own.meeting.items.len()).unwrap_or(u16::MAX).max(1);
    let opened = matches!(own.meeting.state, State::Open | State::Adjourned);
    let most = match area.height {
        0..=5 => area.height,
        tall if opened => (tall / 3).max(3),
        tall => tall / 2,
    };
    let tall = count.min(most);
    rows(screen, Rect { height: tall, ..area }, buf, ctx);
    below(area, tall)
}

/// The item that the cursor is on.
fn the_item(screen: &Meeting, own: &MeetingData, wide: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(item) = screen.selected() else { return };
    if area.height < 2 {
        return;
    }
    let rule = Rect { height: 1, ..area };
    sheet::rule(&agenda::named(&own.meeting, item, ctx.words), rule, buf, ctx);
    let place = inset(below(area, 1));
    let mut all = agenda::sections(own, item, ctx.words);
    if !wide {
        all.extend(proposal(screen, own, item, true, ctx));
    }
    all.retain(|section| !section.blocks.is_empty());
    if all.is_empty() {
        let kind = Block::text(ctx.words.t(item.kind.key()), Tone::Dim);
        all.push(Section::new("", vec![kind]));
    }
    document::sections(&all, place, buf, ctx);
}

/// The proposal, and what approving it does to the capital, at the right.
fn beside(screen: &Meeting, own: &MeetingData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let wide = area.width * 2 / 5;
    let left = Rect {
        width: area.width - wide - 2,
        ..area
    };
    for y in area.top()..area.bottom() {
        let at = (left.right(), y);
        put(buf, area, at, 1, ctx.theme.marks.pipe, ctx.theme.dim());
    }
    let side = Rect {
        x: left.right() + 2,
        width: wide,
        ..area
    };
    if let Some(item) = screen.selected() {
        let shown = proposal(screen, own, item, false, ctx);
        document::sections(&shown, side, buf, ctx);
    }
    left
}

/// What approving does, and the page of the proposal or, in few rows, what it is about; why it can't be shown.
fn proposal(screen: &Meeting, own: &MeetingData, item: &Item, brief: bool, ctx: &Ctx<'_>) -> Vec<Section> {
    let words = ctx.words;
    let Some(reference) = item.kind.reference() else {
        return Vec::new();
    };
    let read = match screen.data.as_ref().and_then(|data| data.proposal.as_ref()) {
        Some(Ok(read)) => read,
        Some(Err(refusal)) => {
            return vec![Section::new(
                "",
                vec![Block::text(ctx.refusal(refusal), Tone::Dim)],
            )];
        }
        None => return Vec::new(),
    };
    // The one that was looked at before is on its way out.
    if read.proposal.row.proposal.reference != reference {
        return Vec::new();
    }
    let mut all = Vec::new();
    if item.is_open() {
        all.push(money(screen, own, item, read, ctx));
    }
    if brief {
        all.push(proposals::brief(&read.proposal, words));
    } else {
        // How far it has come is seen of the agenda.
        let page = proposals::page(&read.proposal, None, words);
        all.extend(page.sections.into_iter().skip(1));
    }
    all
}

fn money(
    screen: &Meeting,
    own: &MeetingData,
    item: &Item,
    read: &DeliberationData,
    ctx: &Ctx<'_>,
) -> Section {
    let amount = on_the_table(screen, own, item, read);
    let title = phrase("agenda-if-approved").with("amount", amount);
    let facts = freedom::in_millions(read, amount, ctx);
    Section::new(title.words(ctx.words), vec![Block::facts(facts)])
}

/// The amount that approving would take: what is being typed, what is voted on, what is moved or proposed, what is applied for.
fn on_the_table(screen: &Meeting, own: &MeetingData, item: &Item, read: &DeliberationData) -> Ore {
    let typed = match &screen.prompt {
        Some(Prompt::Sheet(sheet)) => sheet.amount(),
        _ => None,
    };
    let meeting = &own.meeting;
    let of_motion = |id: u32| match &meeting.motion(id).ok()?.content {
        Motion::Approve { amount, .. } => Some(*amount),
        _ => None,
    };
    let voted = meeting.open_vote().and_then(|vote| match &vote.question {
        Question::Motion { motion } => of_motion(*motion),
        _ => None,
    });
    let moved = || {
        let motions = rules::votable(meeting).into_iter();
        motions
            .filter(|_| meeting.current == Some(item.id))
            .find_map(of_motion)
    };
    let proposed = match &item.proposed {
        Some(Motion::Approve { amount, .. }) => Some(*amount),
        _ => None,
    };
    let applied = read.proposal.row.proposal.details.applied;
    typed
        .or(voted.filter(|_| meeting.current == Some(item.id)))
        .or_else(moved)
        .or(proposed)
        .unwrap_or(applied)
}
