//! The log: the columns of its list, and the page of one row.

use jiff::Timestamp;
use serde_json::Value as Json;

use super::column::{Column, Width};
use super::document::{Block, Document, Fact, Place, Section, Styled, Tone};
use crate::domain::access::WayIn;
use crate::domain::calendar::in_oslo;
use crate::i18n::{Words, log, phrase};
use crate::usecases::views::AuditEntry;

type C = Column<AuditEntry>;

/// The list of what was done. The payload has parts of its own.
pub const COLUMNS: &[C] = &[
    C::data("seq", |entry| entry.seq.into())
        .rendered("log-col-seq", |entry, _| {
            Styled::new(entry.seq.to_string(), Tone::Dim)
        })
        .width(Width::Fixed(6))
        .figure()
        .spare(2),
    C::data("at", |entry| entry.at.as_str().into())
        .rendered("log-col-when", |entry, words| {
            when(&entry.at, words, false).into()
        })
        .width(Width::Fixed(16))
        .figure(),
    C::data("actor", |entry| entry.actor.as_str().into())
        .shown("log-col-who")
        .width(Width::Fixed(12)),
    C::data("via", |entry| way(entry).into())
        .rendered("log-via", |entry, words| way_in(entry, words).into())
        .width(Width::Fixed(8))
        .spare(3),
    C::data("user", |entry| {
        part(entry, |way_in| match way_in {
            WayIn::Local { user } => user,
            WayIn::Ssh { .. } => String::new(),
        })
        .into()
    }),
    C::data("key", |entry| key(entry).into()),
    C::data("address", |entry| {
        part(entry, |way_in| match way_in {
            WayIn::Ssh { address, .. } => address,
            WayIn::Local { .. } => String::new(),
        })
        .into()
    }),
    C::data("action", |entry| entry.action.as_str().into())
        .rendered("log-col-what", |entry, words| {
            log::action_name(&entry.action, words).into()
        })
        .width(Width::Flex(27)),
    C::data("subject", |entry| entry.subject.as_str().into())
        .rendered("log-col-subject", |entry, words| about(entry, words).into())
        .width(Width::Fixed(14))
        .spare(1),
    C::data("payload", |entry| entry.payload.as_str().into()),
    C::data("prev", |entry| entry.prev.as_str().into()),
    C::data("hash", |entry| entry.hash.as_str().into()),
];

fn about(entry: &AuditEntry, words: &Words) -> String {
    log::about(&entry.subject, &entry.payload, words)
}

/// The way in as machines read it; none where it isn't told (S4).
fn way(entry: &AuditEntry) -> Option<String> {
    let way = entry.via.split(' ').next().unwrap_or_default();
    (!way.is_empty()).then(|| way.to_owned())
}

/// A part of the way in; none where it has none.
fn part(entry: &AuditEntry, of: impl FnOnce(WayIn) -> String) -> Option<String> {
    WayIn::parse(&entry.via).map(of).filter(|part| !part.is_empty())
}

/// The fingerprint of the key.
fn key(entry: &AuditEntry) -> Option<String> {
    part(entry, |way_in| match way_in {
        WayIn::Ssh { key, .. } => key,
        WayIn::Local { .. } => String::new(),
    })
}

/// The way in for a column.
fn way_in(entry: &AuditEntry, words: &Words) -> String {
    match WayIn::parse(&entry.via) {
        Some(WayIn::Local { .. }) => words.t("log-via-local"),
        Some(WayIn::Ssh { .. }) => words.t("log-via-ssh"),
        None => entry.via.clone(),
    }
}

/// The way in with all that is known of it.
fn whole_way_in(entry: &AuditEntry, words: &Words) -> String {
    match WayIn::parse(&entry.via) {
        Some(WayIn::Local { user }) if !user.is_empty() => {
            words.tr("log-via-local-by", &[("user", user.into())])
        }
        Some(WayIn::Ssh { key, address }) if address.is_empty() => {
            words.tr("log-via-ssh-by", &[("key", key.into())])
        }
        Some(WayIn::Ssh { key, address }) => words.tr(
            "log-via-ssh-from",
            &[("key", key.into()), ("address", address.into())],
        ),
        _ => way_in(entry, words),
    }
}

/// The log is in UTC; people read the clock in Oslo. With seconds where there is room for them.
fn when(at: &str, words: &Words, seconds: bool) -> String {
    let Ok(at) = at.parse::<Timestamp>() else {
        return at.to_owned();
    };
    let local = in_oslo(at);
    let (day, time) = (words.column_date(local.date()), local.time());
    if seconds {
        format!("{day} {}", words.time_with_seconds(time))
    } else {
        format!("{day} {}", words.time(time))
    }
}

/// One row with all that it holds: who came in which way, what was written, and its place in the chain.
#[must_use]
pub fn page(entry: &AuditEntry, words: &Words) -> Document {
    let deed = format!("{} ({})", log::action_name(&entry.action, words), entry.action);
    let prev = if entry.prev.is_empty() { "–" } else { &entry.prev };
    let facts = vec![
        Fact::of("log-col-when", when(&entry.at, words, true), words),
        Fact::of("log-col-who", &entry.actor, words),
        Fact::of("log-via", whole_way_in(entry, words), words),
        Fact::of("log-col-what", deed, words),
        Fact::of("log-col-subject", about(entry, words), words),
    ];
    let chain = vec![
        Fact::of("log-hash", &entry.hash, words),
        Fact::of("log-prev", prev, words),
    ];
    let payload = vec![Fact::of("log-payload", pretty(&entry.payload), words)];
    let section = |facts| Section::new("", vec![Block::facts(facts)]);
    let title = phrase("log-title-entry").with("seq", entry.seq).words(words);
    Document::titled(
        &title,
        vec![section(facts), section(payload).at(Place::Right), section(chain)],
    )
}

/// What a row is found by: what its list says of it, in the words of every language.
#[must_use]
pub fn found_by(entry: &AuditEntry) -> String {
    let words = Words::of_every_language().iter().flat_map(|words| {
        [
            when(&entry.at, words, false),
            whole_way_in(entry, words),
            log::action_name(&entry.action, words),
            about(entry, words),
        ]
    });
    let alike = [entry.seq.to_string(), entry.actor.clone()].into_iter();
    alike.chain(words).collect::<Vec<_>>().join(" ")
}

/// The payload by lines; what isn't JSON stands as it is.
fn pretty(payload: &str) -> String {
    serde_json::from_str::<Json>(payload)
        .and_then(|json| serde_json::to_string_pretty(&json))
        .unwrap_or_else(|_| payload.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn people_read_the_clock_in_oslo_in_summer_and_in_winter() {
        let words = Words::new(Lang::Nb);
        assert_eq!(when("2018-07-01T22:30:05Z", &words, false), "2.7.2018 00.30");
        assert_eq!(
            when("2018-01-01T11:00:05Z", &words, true),
            "1.1.2018 kl. 12.00.05"
        );
        assert_eq!(when("i går", &words, true), "i går");
    }

    #[test]
    fn the_page_tells_by_which_key_and_from_where_and_a_later_version_stands_as_it_is() {
        let words = Words::new(Lang::Nb);
        let told = |via: &str| {
            let entry = AuditEntry {
                via: via.into(),
                ..AuditEntry::default()
            };
            (whole_way_in(&entry, &words), way(&entry), key(&entry))
        };
        assert_eq!(told("local"), ("lokalt".into(), Some("local".into()), None));
        assert_eq!(told("local ola").0, "lokalt, av ola");
        assert_eq!(
            told("ssh SHA256:abc 192.0.2.7"),
            (
                "SSH, nøkkel SHA256:abc fra 192.0.2.7".into(),
                Some("ssh".into()),
                Some("SHA256:abc".into())
            )
        );
        assert_eq!(told("ssh SHA256:abc").0, "SSH, nøkkel SHA256:abc");
        assert_eq!(told("by-pigeon").0, "by-pigeon");
        // S4: a name that isn't told has no key either.
        assert_eq!(told(""), (String::new(), None, None));
    }
}
