//! How many have voted in what is open, and where it is told, who has not.

use crate::domain::meeting::Meeting;
use crate::domain::meeting::election::Election;
use crate::i18n::{Phrase, Words, phrase};
use crate::present::document::{Fact, Tone};

/// How many have voted, of how many, and who has not.
pub(super) fn so_far(
    meeting: &Meeting,
    cast: usize,
    entitled: usize,
    waiting: &[String],
    words: &Words,
) -> Vec<Fact> {
    let said = phrase("minutes-have-voted")
        .with("cast", cast)
        .with("entitled", entitled)
        .with("quorum", meeting.roster.quorum());
    vec![
        Fact::of("agenda-cast", said.words(words), words).tone(Tone::Accent),
        Fact::of("minutes-awaited", words.list(&names(meeting, waiting)), words).tone(Tone::Warn),
    ]
}

/// How many have voted: of a secret election all that anybody is told before it is closed.
#[must_use]
pub fn turnout(meeting: &Meeting, open: &Election) -> Phrase {
    let (cast, entitled) = open.turnout();
    phrase("minutes-have-voted")
        .with("cast", cast)
        .with("entitled", entitled)
        .with("quorum", meeting.roster.quorum())
}

/// What these people are called.
pub(super) fn names(meeting: &Meeting, handles: &[String]) -> Vec<String> {
    let name = |handle: &String| meeting.roster.name(handle).to_owned();
    handles.iter().map(name).collect()
}
