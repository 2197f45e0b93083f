//! The minutes as a document (M4): whole, as they may be read by anybody (M17), and one item alone for the applicant. The
//! prints that are kept when they become final are made here and nowhere else.

use super::vote::Numbering;
use super::{in_progress, item, marked, numbered, page, presence, title};
use crate::domain::meeting::minutes::{ItemMinutes, Minutes, WrittenMinutes};
use crate::domain::meeting::{Correction, Form, MeetingKey, Undecidable};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Lang, Phrase, Words, phrase, sentence};
use crate::present::document::{Block, Document, Fact, Section, Tone};
use crate::present::print;
use crate::usecases::views::minutes::MinutesData;
use crate::usecases::{Prints, RenderMinutes};

/// What seals final minutes: the hash of their facts, and where the log stood.
#[derive(Clone, Copy, Debug)]
pub struct Seal<'s> {
    pub sha256: &'s str,
    pub head: &'s str,
    /// Somebody's name, which the sealed facts have, isn't shown.
    pub masked: bool,
}

/// The renderer that [`crate::usecases::FinaliseMinutes`] takes: Markdown and HTML in both languages, and, where items are
/// internal, the same without them.
#[must_use]
pub fn renderer() -> Box<RenderMinutes> {
    Box::new(|minutes, sha256, head| {
        let seal = Seal {
            sha256,
            head,
            masked: false,
        };
        prints(minutes, seal)
    })
}

fn prints(minutes: &Minutes, seal: Seal) -> Result<Prints, Refusal> {
    let mut prints = Prints::new();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut print = |minutes: &Minutes, public: bool| -> Result<(), Refusal> {
            let document = document(minutes, Some(seal), &words);
            for (suffix, written) in [
                ("md", print::markdown(&document)),
                ("html", print::html(&document)),
            ] {
                let written = written.map_err(|fault| unwritten(&fault))?;
                prints.push((form(lang, public, suffix), written));
            }
            Ok(())
        };
        print(minutes, false)?;
        if minutes.has_internal_items() {
            print(&minutes.clone().public(), true)?;
        }
    }
    Ok(prints)
}

/// What a print is kept as: its language, whether it is the public one, and its format.
#[must_use]
pub fn form(lang: Lang, public: bool, suffix: &str) -> String {
    let public = if public { ".public" } else { "" };
    format!("{}{public}.{suffix}", lang.code())
}

/// The minutes as they are read before they are kept as prints: with what is missing in them, where they were approved, and
/// what corrects them (M18).
#[must_use]
pub fn with_notes(data: &MinutesData, words: &Words) -> Document {
    let mut document = document(&data.minutes, seal(data), words);
    if let Some((key, Some(number))) = data.approved {
        let args = [
            ("item", numbered(number, key, words).into()),
            ("meeting", key.to_string().into()),
        ];
        document.notes.push(words.tr("minutes-approved-in", &args));
    }
    let missing = page::missing(&data.meeting, &data.missing, words);
    if !missing.blocks.is_empty() {
        document.sections.insert(0, missing);
    }
    let notes = corrections(&data.meeting.corrections, words);
    if !notes.blocks.is_empty() {
        document.sections.push(notes);
    }
    document
}

/// The minutes on a screen: what has to be known before they are read stands first, and what seals them last.
#[must_use]
pub fn to_read(data: &MinutesData, words: &Words) -> Document {
    let mut document = with_notes(data, words);
    let notes = document.notes.iter().map(|note| Block::text(note, Tone::Accent));
    let notes = Section::new("", notes.collect());
    let foot = Section::new("", vec![Block::text(&document.foot, Tone::Dim)]);
    document.sections.insert(0, notes);
    document.sections.push(foot);
    document.sections.retain(|section| !section.blocks.is_empty());
    document
}

/// What seals the minutes of a meeting, once they are final.
#[must_use]
pub fn seal(data: &MinutesData) -> Option<Seal<'_>> {
    let (sha256, head) = (data.meeting.sha256.as_deref()?, data.meeting.head.as_deref()?);
    Some(Seal {
        sha256,
        head,
        masked: data.masked,
    })
}

/// What a template that can't be filled in says.
#[must_use]
pub fn unwritten(fault: &impl std::fmt::Display) -> Refusal {
    refuse("minutes-unreadable").with("detail", fault.to_string())
}

/// The minutes; without a seal as a draft.
#[must_use]
pub fn document(minutes: &Minutes, seal: Option<Seal>, words: &Words) -> Document {
    let mut sections = vec![meeting(minutes, words), there(minutes, words)];
    sections.extend(minutes.written.as_ref().map(|written| answers(written, words)));
    sections.extend(minutes.items.iter().map(|one| of_item(minutes, one, words)));
    framed(minutes, &heading(minutes, words), sections, seal, words)
}

/// One item alone, for the applicant.
#[must_use]
pub fn extract(minutes: &Minutes, one: &ItemMinutes, seal: Option<Seal>, words: &Words) -> Document {
    let heading = words.tr(
        "minutes-extract-title",
        &[("minutes", heading(minutes, words).into())],
    );
    let sections = vec![meeting(minutes, words), of_item(minutes, one, words)];
    framed(minutes, &heading, sections, seal, words)
}

fn heading(minutes: &Minutes, words: &Words) -> String {
    title_of(minutes.form, minutes.key).words(words)
}

/// What minutes are called.
#[must_use]
pub fn title_of(form: Form, meeting: MeetingKey) -> Phrase {
    let key = if form == Form::Written {
        "minutes-title-written"
    } else {
        "minutes-title"
    };
    phrase(key).with("meeting", meeting.to_string())
}

fn framed(
    minutes: &Minutes,
    title: &str,
    sections: Vec<Section>,
    seal: Option<Seal>,
    words: &Words,
) -> Document {
    let scheme = minutes.scheme.as_ref().map(|name| words.name(name).to_owned());
    let mut document = Document::titled(title, sections);
    document.lang = words.lang().code();
    document.subtitle = scheme.unwrap_or_default();
    match seal {
        Some(seal) => {
            document.foot = phrase("minutes-sealed")
                .with("sha256", seal.sha256)
                .with("head", seal.head)
                .words(words);
            if seal.masked {
                document.notes.push(words.t("minutes-masked"));
            }
        }
        None => document.notes.push(words.t("minutes-draft")),
    }
    document
}

fn meeting(minutes: &Minutes, words: &Words) -> Section {
    let from_to = page::from_to(
        minutes.held_on,
        minutes.opened,
        minutes.closed,
        minutes.starts,
        words,
    );
    let mut facts = vec![
        Fact::of("minutes-when", from_to, words),
        Fact::of("minutes-place", &minutes.place, words),
        Fact::of("minutes-form", words.t(minutes.form.key()), words),
    ];
    if let Some(on) = minutes.notice {
        let sent = phrase("minutes-notice-sent")
            .with("date", words.long_date(on))
            .words(words);
        let notice = match &minutes.short_notice {
            Some(reason) => phrase("minutes-notice-short")
                .with("sent", sent)
                .with("reason", super::ended(reason))
                .words(words),
            None => sent,
        };
        facts.push(Fact::of("minutes-notice", notice, words));
    }
    facts.push(Fact::of(
        "minutes-chair",
        minutes.chair.clone().unwrap_or_default(),
        words,
    ));
    facts.extend(minutes.pauses.iter().map(|pause| {
        let from = pause.from.time();
        let said = match pause.to {
            Some(to) => phrase("minutes-paused").with("from", from).with("to", to.time()),
            None => phrase("minutes-paused-until-closed").with("from", from),
        };
        Fact::of("minutes-pause", said.words(words), words).aside(&pause.reason)
    }));
    if minutes.form != Form::Written {
        let quorum = phrase("minutes-quorum-of")
            .with("seats", minutes.seats)
            .with("quorum", minutes.quorum());
        facts.push(Fact::of("minutes-quorum", quorum.words(words), words));
    }
    facts.extend(
        minutes
            .elections
            .iter()
            .map(|held| super::vote::election(held, words)),
    );
    Section::new(words.t("minutes-the-meeting"), vec![Block::facts(facts)])
}

fn there(minutes: &Minutes, words: &Words) -> Section {
    let absent = if minutes.absent.is_empty() && !minutes.met.is_empty() {
        words.t("word-none")
    } else {
        words.list(&minutes.absent)
    };
    let absent = Fact::of("minutes-absent", absent, words);
    Section::new(
        words.t("minutes-present"),
        vec![presence::table(minutes, words), Block::facts(vec![absent])],
    )
}

/// M16: what each seat answered.
fn answers(written: &WrittenMinutes, words: &Words) -> Section {
    let deadline = in_progress::deadline(written.deadline, words);
    let mut facts = vec![
        Fact::of("word-deadline", deadline, words),
        Fact::of("minutes-agreed", words.list(&written.agreed), words),
        Fact::of("minutes-disagreed", words.list(&written.disagreed), words),
        Fact::of("word-has-not-answered", words.list(&written.silent), words),
    ];
    if let Some(Undecidable::Unanswerable(holders)) = &written.undecidable {
        facts.push(Fact::of("minutes-unanswerable", words.list(holders), words));
    }
    facts.push(Fact::of("minutes-result", words.t(written.ending()), words).tone(Tone::Strong));
    Section::new(words.t("word-answer"), vec![Block::facts(facts)])
}

fn of_item(minutes: &Minutes, one: &ItemMinutes, words: &Words) -> Section {
    let number = one.number.map_or_else(
        || words.t("minutes-item-without-number"),
        |number| numbered(number, minutes.key, words),
    );
    // Of an internal item the public form has the number alone.
    if one.internal && one.title.is_empty() {
        let text = Block::text(words.t("minutes-internal"), Tone::Plain);
        return Section::new(sentence(&number), vec![text]);
    }
    let heading = phrase("minutes-item-titled")
        .with("item", number)
        .with(
            "title",
            marked(title(&one.kind, &one.title, words), one.internal, words),
        )
        .words(words);
    let mut facts = item::facts(minutes, one, Numbering::WhereSeveral, None, words);
    facts.extend(item::result(one, words));
    Section::new(sentence(&heading), vec![Block::facts(facts)])
}

/// M18: the notes on final minutes.
#[must_use]
pub fn corrections(notes: &[Correction], words: &Words) -> Section {
    let facts = notes.iter().map(|note| {
        let label = phrase("word-pair")
            .with("first", words.long_date(note.on))
            .with("second", note.concerns.as_str());
        Fact::new(label.words(words), &note.text)
    });
    Section::new(
        words.t("minutes-corrections"),
        vec![Block::facts(facts.collect())],
    )
}
