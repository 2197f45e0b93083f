//! The overview: what waits for the viewer, the capital in a few figures and what is expected of it, and how the round, the
//! invitation and the proposals are going.

use super::capital::Free;
use super::document::{Block, Document, Fact, Section, Styled, Tone};
use super::figures::{BANK, BOUND, LOWEST, OWED, RISK};
use super::forecast::{at, is_risky, risk};
use super::meetings::page::day;
use super::meetings::told;
use crate::domain::contribution::Standing;
use crate::domain::meeting::MeetingKey;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scheme::Name;
use crate::i18n::{Phrase, Words, phrase, sentence};
use crate::usecases::views::overview::{OverviewData, Task};

/// The whole page.
#[must_use]
pub fn page(data: &OverviewData, words: &Words) -> Document {
    let who = if data.actor.administrator {
        words.t("overview-administrator")
    } else {
        data.actor.name.clone()
    };
    let (name, day) = (title(&data.title, words), words.long_date(data.capital.as_of));
    let demo = data.demo.then(|| words.t("overview-demo"));
    let sections = vec![
        tasks(data, words),
        capital(data, words),
        forecast(data, words),
        meeting(data, words),
        round(data, words),
        invitation(data, words),
        proposals(data, words),
    ];
    Document {
        subtitle: phrase("overview-actor").with("who", who).words(words),
        notes: demo.into_iter().collect(),
        ..Document::titled(&format!("{name} · {day}"), sections)
    }
}

/// What the scheme is called.
#[must_use]
pub fn title<'a>(name: &'a Name, words: &Words) -> &'a str {
    words.name(name)
}

fn tasks(data: &OverviewData, words: &Words) -> Section {
    let mut blocks = Vec::new();
    for one in &data.tasks {
        let (what, next) = task(one);
        let text = format!("{} → {}", what.words(words), next.words(words));
        blocks.push(Block::text(text, Tone::Plain));
        let proposals = named(one).iter();
        blocks.extend(
            proposals.map(|(reference, title)| Block::text(format!("  {reference} {title}"), Tone::Dim)),
        );
    }
    if blocks.is_empty() {
        blocks.push(Block::text(words.t("overview-no-tasks"), Tone::Plain));
    }
    Section::new(words.t("overview-tasks"), blocks)
}

/// What is in the bank, bound and free by both methods.
#[must_use]
pub fn capital(data: &OverviewData, words: &Words) -> Section {
    let capital = &data.capital;
    let (bank, bound) = (capital.balances.bank, capital.outstanding_commitments);
    let strong = |fact: Fact| fact.tone(Tone::Strong);
    let free = Free::both(capital.free_on_hand, data.summary.free_cash_flow, data.limit);
    let owed = capital.balances.refunds_owed;
    let mut facts = vec![strong(BANK.mill_kr(bank, words))];
    if owed.is_positive() {
        facts.push(strong(OWED.mill_kr(owed, words)));
    }
    facts.push(strong(BOUND.mill_kr(bound, words)).part_of(bound.ore(), bank.ore()));
    facts.extend(free.map(|free| free.mill_kr(words)));
    let mut section = Section::new(words.t("word-the-capital"), vec![Block::figures(facts)]);
    section.drop_formulas();
    section
}

/// The lowest of the expected closings, and the risk of going below the reserve.
#[must_use]
pub fn forecast(data: &OverviewData, words: &Words) -> Section {
    let seen = &data.summary;
    let tone = if is_risky(seen) { Tone::Warn } else { Tone::Plain };
    let facts = vec![
        LOWEST.fact(at(seen.lowest.0, seen.lowest.1, words), words),
        RISK.fact(risk(seen, words).words(words), words).tone(tone),
    ];
    let mut section = Section::new(words.t("word-forecast"), vec![Block::facts(facts)]);
    section.drop_formulas();
    section
}

/// The council's meeting: when and where the next one is, or what is on the table of the one that is open.
#[must_use]
pub fn meeting(data: &OverviewData, words: &Words) -> Section {
    let Some(next) = &data.meeting else {
        return Section::default();
    };
    let label = phrase("minutes-meeting-named").with("meeting", next.key.to_string());
    let open = next.state.is_under_way();
    let items = phrase("overview-meeting-items")
        .with("count", next.items)
        .word("state", next.state.key());
    let text = match &next.on_the_table {
        Some(shown) => told(
            shown,
            "overview-meeting-on-the-table",
            "overview-meeting-on-the-table-minutes",
        )
        .words(words),
        None if open => sentence(&items.words(words)),
        None => {
            let mut when = day(next.held_on, next.starts, words);
            if next.held_on == data.capital.as_of {
                when = phrase("overview-meeting-today").with("when", when).words(words);
            }
            let place = (!next.place.is_empty()).then_some(next.place.as_str());
            [Some(when.as_str()), place]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        }
    };
    let tone = if open { Tone::Accent } else { Tone::Plain };
    let mut facts = vec![Fact::new(label.words(words), text).tone(tone)];
    // Before the first item is on the table the state is all there is to tell of an open meeting, and it has been told.
    if !open || next.on_the_table.is_some() {
        facts.push(Fact::new("", items.words(words)).tone(Tone::Dim));
    }
    Section::new("", vec![Block::facts(facts)])
}

/// The open or latest round.
#[must_use]
pub fn round(data: &OverviewData, words: &Words) -> Section {
    let Some(progress) = &data.round else {
        let title = words.t("overview-round");
        let none = Styled::new(words.t("overview-no-round"), Tone::Dim);
        return Section::new("", vec![Block::facts(vec![Fact::new(title, none)])]);
    };
    let label = phrase("overview-round-name").with("round", progress.round.name.as_str());
    let text = phrase("overview-round-progress")
        .with("submitted", progress.submitted)
        .with("expected", progress.expected);
    let state = match progress.round.revealed_on {
        None => phrase("overview-round-blind"),
        Some(on) => phrase("overview-round-revealed").with("date", on),
    };
    let state = state.with("count", progress.proposals).words(words);
    let facts = vec![
        Fact::new(label.words(words), text.words(words))
            .part_of(number(progress.submitted), number(progress.expected)),
        Fact::new("", state).tone(Tone::Dim),
    ];
    Section::new("", vec![Block::facts(facts)])
}

/// C4: how many have joined, and where the participants stand: the most wanted first.
#[must_use]
pub fn invitation(data: &OverviewData, words: &Words) -> Section {
    let (joined, invited) = (data.joined(), data.invited());
    let text = phrase("overview-joined")
        .with("joined", joined)
        .with("invited", invited);
    let title = words.t("overview-invitation");
    let fact = Fact::new(title, text.words(words)).part_of(number(joined), number(invited));
    let standings = data.standings.iter().rev().map(|(standing, count)| {
        let tone = match standing {
            Standing::PaymentLate | Standing::AnswerLate => Tone::Warn,
            Standing::Invited | Standing::Declined | Standing::Joined | Standing::Paid => Tone::Plain,
        };
        so_many(standing.key(), *count, tone, words)
    });
    let strip = Block::Strip {
        label: String::new(),
        words: standings.collect(),
    };
    Section::new("", vec![Block::facts(vec![fact]), strip])
}

/// How many proposals stand at each stage.
#[must_use]
pub fn proposals(data: &OverviewData, words: &Words) -> Section {
    let title = words.t("overview-proposals");
    let stages = data.stages.iter();
    let mut stages: Vec<Styled> = stages
        .map(|(stage, count)| so_many(stage.key(), *count, Tone::Plain, words))
        .collect();
    if stages.is_empty() {
        stages.push(Styled::new(
            words.t("word-no-proposals-have-been-registered"),
            Tone::Dim,
        ));
    }
    let strip = Block::Strip {
        label: title,
        words: stages,
    };
    Section::new("", vec![strip])
}

fn so_many(key: &str, count: usize, tone: Tone, words: &Words) -> Styled {
    Styled::new(format!("{} {}", words.count(number(count)), words.t(key)), tone)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The proposals that a task names.
#[must_use]
pub fn named(task: &Task) -> &[(Ref, String)] {
    match task {
        Task::Recommend { proposals, .. }
        | Task::ToAgenda { proposals, .. }
        | Task::Decide { proposals, .. }
        | Task::Qualify { proposals, .. } => proposals,
        Task::Vote { .. }
        | Task::InSession { .. }
        | Task::Meets { .. }
        | Task::Score { .. }
        | Task::Reveal { .. }
        | Task::Minutes { .. }
        | Task::MinutesAwaited { .. }
        | Task::Answer { .. }
        | Task::CloseWritten { .. }
        | Task::Approve { .. }
        | Task::Awaits { .. }
        | Task::OpenRound { .. }
        | Task::Remind { .. }
        | Task::Overdue { .. }
        | Task::Refund { .. } => &[],
    }
}

/// A task in plain words, and the next step.
#[must_use]
pub fn task(task: &Task) -> (Phrase, Phrase) {
    match task {
        Task::Vote { meetings } => of_meetings("overview-vote", meetings, "overview-vote-next"),
        Task::InSession { meetings } => {
            of_meetings("overview-in-session", meetings, "overview-in-session-next")
        }
        Task::Meets { meetings, opens } => {
            let next = if *opens {
                "agenda-key-open"
            } else {
                "overview-meets-next"
            };
            of_meetings("overview-meets", meetings, next)
        }
        Task::Score {
            round,
            left,
            of,
            next,
        } => (
            phrase("overview-score")
                .with("round", round.as_str())
                .with("left", *left)
                .with("of", *of),
            phrase("overview-score-next").with("ref", *next),
        ),
        Task::Reveal {
            round,
            submitted,
            expected,
        } => {
            let whole = submitted >= expected;
            let key = if whole {
                "overview-reveal-ready"
            } else {
                "overview-reveal"
            };
            (
                phrase(key)
                    .with("round", round.as_str())
                    .with("left", expected.saturating_sub(*submitted)),
                phrase(if whole {
                    "word-reveal"
                } else {
                    "overview-reveal-next"
                }),
            )
        }
        Task::Recommend { count, .. } => counted("overview-recommend", *count, "word-recommend"),
        Task::ToAgenda { count, .. } => counted("overview-to-agenda", *count, "overview-to-agenda-next"),
        Task::Minutes { meetings } => of_meetings("overview-minutes", meetings, "overview-minutes-next"),
        Task::MinutesAwaited { meetings } => of_meetings(
            "overview-minutes-awaited",
            meetings,
            "overview-minutes-awaited-next",
        ),
        Task::Answer { meetings } => of_meetings("overview-answer", meetings, "word-answer"),
        Task::CloseWritten { meetings } => {
            of_meetings("overview-close-written", meetings, "overview-close-written-next")
        }
        Task::Decide { count, .. } => counted("overview-decide", *count, "word-decide"),
        Task::Approve { count } => counted("overview-approve", *count, "word-approve"),
        Task::Awaits { count } => counted("overview-awaits", *count, "overview-awaits-next"),
        Task::Qualify { count, .. } => counted("overview-qualify", *count, "word-qualify"),
        Task::OpenRound { count } => counted("overview-open-round", *count, "word-open-a-round"),
        Task::Remind { count } => counted("overview-remind", *count, "overview-remind-next"),
        Task::Overdue { count, amount, .. } => {
            summed("overview-overdue", *count, *amount, "overview-overdue-next")
        }
        Task::Refund { count, amount, .. } => {
            summed("overview-refund", *count, *amount, "overview-refund-next")
        }
    }
}

fn of_meetings(key: &'static str, meetings: &[MeetingKey], next: &'static str) -> (Phrase, Phrase) {
    let keys: Vec<String> = meetings.iter().map(ToString::to_string).collect();
    let (what, next) = counted(key, meetings.len(), next);
    (what.with("meetings", keys.join(", ")), next)
}

fn counted(key: &'static str, count: usize, next: &'static str) -> (Phrase, Phrase) {
    (phrase(key).with("count", count), phrase(next))
}

fn summed(key: &'static str, count: usize, amount: Ore, next: &'static str) -> (Phrase, Phrase) {
    let (what, next) = counted(key, count, next);
    (what.with("amount", amount), next)
}
