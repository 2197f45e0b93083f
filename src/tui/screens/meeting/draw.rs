//! How the meeting looks: who is there and what to do next above, the agenda, and below it the item that is looked at. Where
//! there is room the proposal and what approving it does to the capital stand beside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Meeting, Prompt, hint, lines};
use crate::domain::meeting::{Item, State};
use crate::i18n::phrase;
use crate::present::meetings::{election, going_on, marked, page, title};
use crate::present::{Block, Fact, Section, Tone, proposals};
use crate::tui::ctx::Ctx;
use crate::tui::keymap::key_names;
use crate::tui::widgets::area::below;
use crate::tui::widgets::text::{first_that_fits, line, put};
use crate::tui::widgets::{document, freedom, prose, sheet};
use crate::usecases::views::deliberation::DeliberationData;
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::views::meetings::MeetingData;

/// From this width on the proposal stands beside the agenda.
const WIDE: u16 = 120;

/// The most of the rows that a form takes: the meeting stays in sight above it.
const FORM: (u16, u16) = (2, 3);

pub fn draw(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
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
        .map(|item| proposal(screen, own, item, false, ctx));
    let shown = shown.filter(|sections| area.width >= WIDE && !sections.is_empty());
    let wide = shown.is_some();
    let place = match shown {
        Some(sections) => beside(&sections, area, buf, ctx),
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
        return the_scores(screen, place, buf, ctx);
    }
    let rest = the_agenda(screen, own, place, buf, ctx);
    the_item(screen, own, wide, rest, buf, ctx);
}

/// What one can do where there is no meeting yet.
fn without_a_meeting(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if screen.data.is_none() {
        return;
    }
    let mut text = ctx.words.t("minutes-no-meetings");
    if let Some(next) = hint::next(screen, ctx) {
        text = format!("{text} {}", ctx.text(&next));
    }
    prose::centred(&text, area, buf, ctx);
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
    let chair = going_on::chair(meeting, words);
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
            inset(area).width,
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
    let columns = lines::columns(screen.list.rows(), ctx);
    let cells = |line: &lines::AgendaLine| lines::cells(line, ctx);
    screen
        .list
        .look("minutes-agenda-empty", &columns, &cells)
        .focused(screen.prompt.is_none())
        .render(area, buf, ctx);
}

/// Draws as much of the agenda as leaves room for the item. Returns the rest.
fn the_agenda(screen: &Meeting, own: &MeetingData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let count = u16::try_from(own.meeting.items.len()).unwrap_or(u16::MAX).max(1);
    let opened = own.meeting.state.is_under_way();
    let most = match area.height {
        0..=5 => area.height,
        tall if opened => (tall / 3).max(3),
        tall => tall / 2,
    };
    let tall = count.min(most);
    rows(screen, Rect { height: tall, ..area }, buf, ctx);
    below(area, tall)
}

/// The key that shows the scores, or leaves them.
fn key_of_the_scores(text: &'static str, ctx: &Ctx<'_>) -> Block {
    let key = super::keys::KEYS
        .iter()
        .find(|binding| binding.action == super::keys::Action::Scores);
    let key = key.map_or_else(String::new, |binding| {
        key_names(binding.keys, ctx.words, ctx.theme.ascii)
    });
    Block::text(phrase(text).with("key", key).words(ctx.words), Tone::Dim)
}

/// The members by the criteria, for the proposal of the item that is looked at; why they can't be shown.
fn the_scores(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(item) = screen.selected().filter(|_| area.height > 0) else {
        return;
    };
    let title = marked(
        title(&item.kind, &item.title, ctx.words),
        item.internal,
        ctx.words,
    );
    sheet::rule(&title, Rect { height: 1, ..area }, buf, ctx);
    let read = screen.data.as_ref().and_then(|data| data.proposal.as_ref());
    let said = |text: String| Section::new("", vec![Block::text(text, Tone::Dim)]);
    let section = match read {
        Some(Ok(read)) if item.kind.reference() == Some(read.proposal.row.proposal.reference) => {
            proposals::matrix(&read.proposal, ctx.words)
        }
        Some(Err(refusal)) => said(ctx.refusal(refusal)),
        _ => Section::default(),
    };
    let section = if section.blocks.is_empty() {
        said(ctx.words.t("agenda-no-scores"))
    } else {
        section
    };
    let back = Section::new("", vec![key_of_the_scores("agenda-scores-back", ctx)]);
    document::fitted(vec![back, section], inset(below(area, 1)), buf, ctx);
}

/// What goes on, and the item that the cursor is on.
fn the_item(screen: &Meeting, own: &MeetingData, wide: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(item) = screen.selected() else { return };
    if area.height < 2 {
        return;
    }
    let (meeting, words) = (&own.meeting, ctx.words);
    let told = page::of_item(own, item, words);
    let rule = Rect { height: 1, ..area };
    sheet::rule(&told.title, rule, buf, ctx);
    let place = inset(below(area, 1));
    let missing = screen
        .data
        .as_ref()
        .map_or_else(Vec::new, MeetingBoardData::missing);
    let mut now = going_on::facts(own, words);
    now.extend(election::last_ballots(meeting, words));
    let mut all = vec![
        Section::new("", vec![Block::facts(now)]),
        page::missing(meeting, &missing, words),
        Section {
            title: String::new(),
            ..told
        },
    ];
    if !wide {
        all.extend(proposal(screen, own, item, true, ctx));
    }
    all.retain(|section| !section.blocks.is_empty());
    if all.is_empty() {
        let kind = Block::text(words.t(item.kind.key()), Tone::Dim);
        all.push(Section::new("", vec![kind]));
    }
    document::fitted(all, place, buf, ctx);
}

/// The proposal, and what approving it does to the capital, at the right. Returns what is left of the area.
fn beside(shown: &[Section], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let wide = area.width * 2 / 5;
    let left = Rect {
        width: area.width - wide - 4,
        ..area
    };
    for y in area.top()..area.bottom() {
        let at = (left.right() + 1, y);
        put(buf, area, at, 1, ctx.theme.marks.pipe, ctx.theme.dim());
    }
    let side = Rect {
        x: left.right() + 3,
        width: wide,
        ..area
    };
    document::fitted(shown.to_vec(), side, buf, ctx);
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
        let mut told = proposals::brief(&read.proposal, words);
        if !proposals::matrix(&read.proposal, words).blocks.is_empty() {
            told.blocks.insert(1, key_of_the_scores("agenda-scores-key", ctx));
        }
        all.push(told);
    } else {
        // How far it has come is seen of the agenda, and how the members differ comes first.
        let matrix = proposals::matrix(&read.proposal, words);
        let page = proposals::page(&read.proposal, None, words);
        let rest = page.sections.into_iter().skip(1);
        let rest: Vec<Section> = rest.filter(|section| section.title != matrix.title).collect();
        all.extend(
            [matrix]
                .into_iter()
                .filter(|section| !section.blocks.is_empty())
                .chain(rest),
        );
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
    let typed = match &screen.prompt {
        Some(Prompt::Sheet(sheet)) => sheet.amount(),
        _ => None,
    };
    let amount = typed.or_else(|| going_on::amount(&own.meeting, item));
    let amount = amount.unwrap_or(read.proposal.row.proposal.details.applied);
    let mut facts = vec![Fact::new(ctx.words.t("agenda-if-approved"), ctx.words.kr(amount))];
    facts.extend(freedom::in_millions(read, amount, ctx));
    // M14: more than is free can be recommended, and is marked.
    let beyond = (!read.covers(amount)).then(|| phrase("recommend-beyond").with("free", read.limit()));
    facts.extend(beyond.map(|text| Fact::new("", text.words(ctx.words)).tone(Tone::Bad)));
    Section::new("", vec![Block::facts(facts)])
}
