//! The notice of a meeting with its papers (M9), as they were sent out; what was changed later is marked.

use super::{called, ended, heading, marked, motion, page, title};
use crate::domain::meeting::{Item, ItemState, Meeting};
use crate::domain::scheme::Name;
use crate::i18n::{Words, sentence};
use crate::present::document::{Block, Document, Fact, Head, Section, Styled, Table, Tone};

/// The notice; before it is sent a draft.
#[must_use]
pub fn document(meeting: &Meeting, scheme: &Name, words: &Words) -> Document {
    let mut sections = vec![whereto(meeting, words), agenda(meeting, words)];
    let told = |item: &&Item| item.paper.is_some() || item.proposed.is_some();
    sections.extend(
        meeting
            .items
            .iter()
            .filter(told)
            .map(|item| paper(meeting, item, words)),
    );
    let title = words.tr("notice-title", &[("meeting", meeting.key.to_string().into())]);
    let mut document = Document::titled(&title, sections);
    document.lang = words.lang().code();
    words.name(scheme).clone_into(&mut document.subtitle);
    if meeting.notice.is_none() {
        document.notes.push(words.t("notice-draft"));
    }
    document
}

fn whereto(meeting: &Meeting, words: &Words) -> Section {
    let when = page::day(meeting.held_on, meeting.starts, words);
    let mut facts = vec![
        Fact::of("minutes-when", when, words),
        Fact::of("minutes-place", &meeting.place, words),
        Fact::of("minutes-form", words.t(meeting.form.key()), words),
    ];
    if let Some(notice) = &meeting.notice {
        facts.push(Fact::of("charges-issued", words.long_date(notice.on), words));
        let reason = if notice.reason.is_empty() {
            String::new()
        } else {
            ended(&notice.reason)
        };
        facts.push(Fact::of("notice-short-because", reason, words));
    }
    let invited = meeting
        .roster
        .seats
        .iter()
        .filter_map(|seat| seat.holder.as_ref());
    let invited: Vec<String> = invited
        .map(|handle| meeting.roster.name(handle).to_owned())
        .collect();
    facts.push(Fact::of("notice-invited", words.list(&invited), words));
    let asked = Block::text(words.t("notice-please-tell"), Tone::Plain);
    Section::new("", vec![Block::facts(facts), asked])
}

fn agenda(meeting: &Meeting, words: &Words) -> Section {
    let heads = ["word-item", "minutes-col-title", "word-kind", "notice-changed"];
    let mut table = Table::headed(heads.map(|head| Head::words(words.t(head))).to_vec());
    for item in &meeting.items {
        let changed = match (item.state, item.added_later) {
            (ItemState::Withdrawn, _) if item.is_number_only() => words.t(item.state.key()),
            (ItemState::Withdrawn, _) => {
                words.tr("minutes-withdrawn", &[("reason", ended(&item.withdrawn).into())])
            }
            (_, true) => words.t("notice-added-later"),
            _ => String::new(),
        };
        table.row(vec![
            sentence(&called(meeting.key, item.number, item.id, words)).into(),
            titled(item, words).into(),
            if item.is_number_only() {
                Styled::default()
            } else {
                words.t(item.kind.key()).into()
            },
            changed.into(),
        ]);
    }
    if meeting
        .items
        .iter()
        .all(|item| !item.added_later && item.state != ItemState::Withdrawn)
    {
        table.head.pop();
        for row in &mut table.rows {
            row.cells.pop();
        }
    }
    Section::new(words.t("minutes-agenda"), vec![Block::Table(table)])
}

/// M17: what an item is about, or that it is internal.
fn titled(item: &Item, words: &Words) -> String {
    if item.is_number_only() {
        return words.t("minutes-internal");
    }
    marked(title(&item.kind, &item.title, words), item.internal, words)
}

/// What was sent out about a proposal, as it was then.
fn paper(meeting: &Meeting, item: &Item, words: &Words) -> Section {
    let mut blocks = Vec::new();
    let mut facts = Vec::new();
    if let Some(paper) = &item.paper {
        let place = paper.place.map(|place| place.to_string());
        let score = paper.score.as_ref().and_then(|score| score.parse().ok());
        facts.extend([
            Fact::of("word-applicant", &paper.applicant, words),
            Fact::of("word-cost", words.kr(paper.cost), words),
            Fact::of("word-applied", words.kr(paper.applied), words),
            Fact::of("notice-place", place.unwrap_or_default(), words),
            Fact::of(
                "word-score",
                score.map_or_else(String::new, |score| words.decimal(score, 2)),
                words,
            ),
        ]);
        blocks.push(Block::text(&paper.summary, Tone::Plain));
    }
    if let Some(proposed) = &item.proposed {
        facts.push(Fact::of("minutes-proposed", motion(proposed, words), words));
    }
    blocks.insert(0, Block::facts(facts));
    Section::new(heading(meeting, item, words), blocks)
}
