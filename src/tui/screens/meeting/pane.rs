//! The item that is looked at: what goes on, what came of it, and the proposal with what approving it does to the capital, which
//! stands beside where there is room. What is longer than its place is scrolled.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{Action, KEYS};
use super::{Meeting, Prompt};
use crate::domain::meeting::{Item, ItemId, ItemKind, Meeting as Held, Vote, VoteId};
use crate::i18n::phrase;
use crate::present::meetings::{election, in_progress, marked, page, title};
use crate::present::{Block, Fact, Section, Tone, proposals};
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{Move, key_names};
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{put, right, width};
use crate::tui::widgets::{document, free_capital, sheet};
use crate::usecases::views::deliberation::DeliberationData;
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::views::meetings::MeetingData;

/// What the key that leaves the scores is called.
pub(super) const SCORES_BACK: &str = "tui-back";

/// Where the moves go when they leave what is read: while the scores stand in place of the agenda they choose the item.
pub(super) fn read_back(scores: bool) -> &'static str {
    if scores {
        "agenda-key-choose-item"
    } else {
        "agenda-key-read-back"
    }
}

/// So many columns the title keeps beside the keys.
const LEAST_TITLE: u16 = 20;

/// Where the page is narrower, what goes on is told across it.
const NARROW: u16 = 50;

/// How far down one has read in the item, and in what stands beside it.
#[derive(Default)]
pub(super) struct Reading {
    item: Scroll,
    side: Scroll,
    /// The moves go to the item and not to the agenda.
    on: bool,
    of: Option<Seen>,
}

/// What is read: when it changes, what has come is at the top.
#[derive(PartialEq)]
struct Seen {
    item: ItemId,
    open: Option<VoteId>,
    /// How many votes, elections and trial votes have been counted.
    counted: usize,
    scores: bool,
}

impl Reading {
    /// Whether there is more than is in sight.
    pub(super) fn is_cut(&self) -> bool {
        self.item.is_cut() || self.side.is_cut()
    }

    /// Whether the moves go to the item: one has asked for it, and there is something to be read.
    pub(super) fn is_on(&self) -> bool {
        self.on && self.is_cut()
    }

    /// Before it is drawn: what isn't drawn now isn't cut, whatever was drawn before.
    pub(super) fn hide(&self) {
        self.item.hide();
        self.side.hide();
    }

    pub(super) fn turn(&mut self, on: bool) {
        self.on = on;
    }

    pub(super) fn step(&mut self, step: Move) {
        self.item.step(step);
        self.side.step(step);
    }

    /// Begins at the top where another item is looked at, or something was decided in it.
    pub(super) fn looks_at(&mut self, item: Option<&Item>, meeting: &Held, scores: bool) {
        let counted = |item: &Item| {
            let of_item = |vote: &&Vote| vote.tallies.iter().any(|tally| tally.item == item.id);
            let elected = meeting.elections.iter();
            let elected = elected.filter(|election| !election.is_open());
            meeting.votes.iter().filter(of_item).count() + elected.count() + item.trials.len()
        };
        let seen = item.map(|item| Seen {
            item: item.id,
            open: meeting.open_vote().map(|vote| vote.id),
            counted: counted(item),
            scores,
        });
        let item_of = |seen: &Option<Seen>| seen.as_ref().map(|seen| seen.item);
        if item_of(&seen) != item_of(&self.of) {
            // The moves go to the agenda again.
            self.on = false;
        }
        if seen != self.of {
            (self.item, self.side) = (Scroll::default(), Scroll::default());
            self.of = seen;
        }
    }
}

/// The key of an action.
fn key_of(action: Action, ctx: &Ctx<'_>) -> String {
    let binding = KEYS.iter().find(|binding| binding.action == action);
    binding.map_or_else(String::new, |binding| {
        key_names(binding.keys, ctx.words, ctx.theme.ascii)
    })
}

/// The line above what is read, with its title and the keys that read on in it. What is cut is known of its drawing, which
/// comes first.
fn rule(screen: &Meeting, title: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let row = Rect { height: 1, ..area };
    let named = |action: Action, text: &'static str| format!("{} {}", key_of(action, ctx), ctx.words.t(text));
    let mut keys = Vec::new();
    if screen.scores {
        keys.push(named(Action::Scores, SCORES_BACK));
    }
    if screen.reads() {
        let moves = key_names(&[Key::Down, Key::Up], ctx.words, ctx.theme.ascii);
        keys.push(phrase("agenda-reads").with("keys", moves).words(ctx.words));
        keys.push(named(Action::Read, read_back(screen.scores)));
    } else if screen.reading.is_cut() && screen.prompt.is_none() {
        keys.push(named(Action::Read, "agenda-key-read"));
    }
    let keys = keys.join(&format!(" {} ", ctx.theme.marks.dot));
    let keys = if keys.is_empty() {
        keys
    } else {
        format!(" {keys} ")
    };
    let left = row.width.saturating_sub(width(&keys));
    // The title has the room before the keys.
    if keys.is_empty() || left < LEAST_TITLE {
        return sheet::rule(title, row, buf, ctx);
    }
    sheet::rule("", row, buf, ctx);
    sheet::rule(title, Rect { width: left, ..row }, buf, ctx);
    let place = Rect {
        width: row.width - 2,
        ..row
    };
    right(buf, place, 0, &keys, ctx.theme.accent());
}

/// What is below the rule, with the last column for the sign of how far down one has read.
fn below_the_rule(area: Rect) -> Rect {
    inset(below(area, 1))
}

/// The members by the criteria, for the proposal of the item that is looked at; why they can't be shown.
pub(super) fn scores(screen: &Meeting, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(item) = screen.selected().filter(|_| area.height > 0) else {
        return;
    };
    let title = marked(
        title(&item.kind, &item.title, ctx.words),
        item.internal,
        ctx.words,
    );
    let read = screen.data.as_ref().and_then(|data| data.proposal.as_ref());
    let said = |text: String| Section::new("", vec![Block::text(text, Tone::Dim)]);
    let mut section = match read {
        Some(Ok(read)) if item.kind.reference() == Some(read.proposal.row.proposal.reference) => {
            proposals::matrix(&read.proposal, ctx.words)
        }
        Some(Err(refusal)) => said(ctx.refusal(refusal)),
        _ => Section::default(),
    };
    if section.blocks.is_empty() {
        section = said(ctx.words.t("agenda-no-scores"));
    }
    // What the short names mean stands first, so that it is in sight where the members are many.
    section.blocks.reverse();
    section.title.clear();
    document::scrolled(&[section], &screen.reading.item, below_the_rule(area), buf, ctx);
    rule(screen, &title, area, buf, ctx);
}

/// A fact in one text, for a place that is too narrow for labels beside what they are about.
fn across(fact: Fact) -> Block {
    let value = fact.value.text;
    let said = if fact.label.is_empty() {
        value
    } else {
        format!("{}: {value}", fact.label)
    };
    let aside = Some(fact.aside).filter(|aside| !aside.is_empty());
    let text = aside.map_or(said.clone(), |aside| format!("{said} ({aside})"));
    Block::text(text, fact.value.tone)
}

/// What goes on, and the item that the cursor is on.
pub(super) fn item(
    screen: &Meeting,
    own: &MeetingData,
    wide: bool,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) {
    let Some(item) = screen.selected() else { return };
    if area.height < 2 {
        return;
    }
    let (meeting, words) = (&own.meeting, ctx.words);
    let told = page::of_item(own, item, words);
    let heading = told.title.clone();
    let place = below_the_rule(area);
    let missing = screen
        .data
        .as_ref()
        .map_or_else(Vec::new, MeetingBoardData::missing);
    let mut now = in_progress::in_item(own, item.id, words);
    if meeting
        .on_the_table()
        .is_none_or(|on_table| on_table.id == item.id)
    {
        now.extend(election::last_ballots(meeting, words));
    }
    let now = if place.width < NARROW {
        now.into_iter().map(across).collect()
    } else {
        vec![Block::facts(now)]
    };
    let mut all = vec![
        Section::new("", now),
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
    if item.is_open() && matches!(item.kind, ItemKind::Minutes { .. }) {
        let hint = phrase("agenda-hint-minutes").with("key", key_of(Action::About, ctx));
        all.push(Section::new("", vec![Block::text(hint.words(words), Tone::Dim)]));
    }
    if all.is_empty() {
        let kind = Block::text(words.t(item.kind.key()), Tone::Dim);
        all.push(Section::new("", vec![kind]));
    }
    document::scrolled_tightly(all, &screen.reading.item, place, buf, ctx);
    rule(screen, &heading, area, buf, ctx);
}

/// The proposal, and what approving it does to the capital, at the right. Returns what is left of the area.
pub(super) fn beside(
    screen: &Meeting,
    shown: &[Section],
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) -> Rect {
    let wide = area.width * 2 / 5;
    let left = Rect {
        width: area.width - wide - 5,
        ..area
    };
    for y in area.top()..area.bottom() {
        let at = (left.right() + 1, y);
        put(buf, area, at, 1, ctx.theme.marks.pipe, ctx.theme.dim());
    }
    let side = Rect {
        x: left.right() + 3,
        width: wide + 2,
        ..area
    };
    document::scrolled(shown, &screen.reading.side, side, buf, ctx);
    left
}

/// What approving does, and the page of the proposal or, in few rows, what it is about; why it can't be shown.
pub(super) fn proposal(
    screen: &Meeting,
    own: &MeetingData,
    item: &Item,
    brief: bool,
    ctx: &Ctx<'_>,
) -> Vec<Section> {
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
        // How far it has come is seen of the agenda, and how the members differ comes first.
        let matrix = proposals::matrix(&read.proposal, words);
        let page = proposals::page(&read.proposal, None, words);
        let rest = page.sections.into_iter().skip(1);
        let rest: Vec<Section> = rest.filter(|section| section.title != matrix.title).collect();
        // Beside the members' scores it isn't told twice.
        all.extend(
            [matrix]
                .into_iter()
                .filter(|section| !section.blocks.is_empty() && !screen.scores)
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
    let amount = typed.or_else(|| in_progress::amount(&own.meeting, item));
    let amount = amount.unwrap_or(read.proposal.row.proposal.details.applied);
    let mut facts = vec![Fact::of("agenda-if-approved", ctx.words.kr(amount), ctx.words)];
    facts.extend(free_capital::in_millions(read, amount, ctx));
    // M14: more than is free can be recommended, and is marked.
    let beyond = (!read.covers(amount)).then(|| phrase("recommend-beyond").with("free", read.limit()));
    facts.extend(beyond.map(|text| Fact::new("", text.words(ctx.words)).tone(Tone::Bad)));
    Section::new("", vec![Block::facts(facts)])
}
