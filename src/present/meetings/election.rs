//! An election that goes on, that came to nothing, or that was secret and is closed. Who has voted in a secret one is told when
//! it is closed and not before, and who voted what never (M15).

use std::collections::BTreeMap;

use super::turnout::{names, so_far, turnout};
use super::vote;
use crate::domain::meeting::Meeting;
use crate::domain::meeting::election::{Count, Election};
use crate::i18n::{Words, phrase};
use crate::present::column::{self, Column, Width};
use crate::present::document::{Block, Fact, Section, Styled, Tone};
use crate::usecases::views::meetings::MeetingData;

/// The election that is open.
pub(super) fn open(data: &MeetingData, words: &Words) -> Vec<Fact> {
    let meeting = &data.meeting;
    let Some(open) = meeting.open_election() else {
        return Vec::new();
    };
    let label = match open.secret {
        Some(_) => "minutes-secret-election-open",
        None => "minutes-election-open",
    };
    let candidates = names(meeting, &open.candidates);
    let mut facts = vec![
        Fact::of(label, vote::office(&open.office, words), words),
        Fact::of("agenda-candidates", words.list(&candidates), words),
    ];
    if let Some(secret) = &open.secret {
        let turnout = Styled::new(turnout(meeting, open).words(words), Tone::Accent);
        facts.push(Fact::of("agenda-cast", turnout, words));
        let conductor = meeting.roster.name(&secret.conductor).to_owned();
        let said = phrase("agenda-conducted-by").with("name", conductor);
        facts.push(Fact::of("agenda-conductor", said.words(words), words));
    } else {
        let waiting: Vec<String> = open.awaited().map(|seated| seated.handle.clone()).collect();
        let (cast, entitled) = open.turnout();
        facts.extend(so_far(meeting, cast, entitled, &waiting, words));
    }
    facts.extend(own(meeting, open, &data.viewer, words));
    facts
}

/// The viewer's own vote: of a secret election that it is cast, and no more.
fn own(meeting: &Meeting, open: &Election, viewer: &str, words: &Words) -> Option<Fact> {
    let votes = open.entitled().any(|seated| seated.handle == viewer);
    let said = match (open.cast.get(viewer), &open.secret) {
        (Some(choice), _) => choice.as_deref().map_or_else(
            || phrase("agenda-you-elect-nobody"),
            |handle| phrase("agenda-you-elect").with("name", meeting.roster.name(handle).to_owned()),
        ),
        (None, Some(_)) if open.has_voted(viewer) => phrase("agenda-ballot-is-cast"),
        (None, Some(_)) if votes => phrase("agenda-you-have-not-voted"),
        (None, _) => return None,
    };
    let said = Styled::new(said.words(words), Tone::Accent);
    Some(Fact::of("agenda-own-vote", said, words))
}

/// The election that came to nothing and waits to be held anew.
pub(super) fn void(meeting: &Meeting, words: &Words) -> Option<Fact> {
    let (election, why) = meeting.void_election()?;
    let said = Styled::new(words.t(why.key()), Tone::Warn);
    Some(Fact::new(vote::office(&election.office, words), said))
}

/// A ballot of a secret election, as its voter looks for it.
struct BallotLine {
    receipt: String,
    /// What the candidate is called; `None` is blank.
    choice: Option<String>,
}

type C = Column<BallotLine>;

const BALLOTS: &[C] = &[
    C::data("receipt", |ballot| ballot.receipt.as_str().into())
        .shown("agenda-col-receipt")
        .width(Width::Widest),
    C::data("choice", |ballot| ballot.choice.clone().into()).rendered(
        "agenda-col-choice",
        |ballot, words| {
            let choice = ballot.choice.clone();
            choice.unwrap_or_else(|| words.t("agenda-blank")).into()
        },
    ),
];

fn lines(meeting: &Meeting, election: &Election) -> Vec<BallotLine> {
    let name = |handle: &String| meeting.roster.name(handle).to_owned();
    let ballots = election.ballots.iter();
    ballots
        .map(|ballot| BallotLine {
            receipt: ballot.receipt.clone(),
            choice: ballot.choice.as_ref().map(name),
        })
        .collect()
}

fn title(election: &Election, words: &Words) -> String {
    let office = vote::office(&election.office, words);
    words.tr("agenda-ballots-of", &[("office", office.into())])
}

/// The ballots of each secret election that is closed, by which every voter finds the own.
#[must_use]
pub fn ballots(meeting: &Meeting, words: &Words) -> Vec<Section> {
    let secret = meeting.elections.iter();
    let secret = secret.filter(|election| !election.ballots.is_empty());
    let of_one = |election| {
        let table = column::table(BALLOTS, &lines(meeting, election), words);
        Section::new(title(election, words), vec![Block::Table(table)])
    };
    secret.map(of_one).collect()
}

/// The last election, if it was secret and its item is still on the table: who is elected, and the ballots of each choice in few
/// lines, so that both are seen at once.
#[must_use]
pub fn last_ballots(meeting: &Meeting, words: &Words) -> Vec<Fact> {
    let last = meeting.elections.last().filter(|last| !last.ballots.is_empty());
    let Some(last) = last.filter(|last| last.office.item() == meeting.current) else {
        return Vec::new();
    };
    let mut by_choice: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for ballot in lines(meeting, last) {
        let choice = ballot.choice.unwrap_or_else(|| words.t("agenda-blank"));
        by_choice.entry(choice).or_default().push(ballot.receipt);
    }
    let each = by_choice.into_iter();
    let each = each.map(|(choice, receipts)| format!("{choice}: {}", receipts.join(" ")));
    let outcome = match last.elected() {
        Some(handle) => phrase("minutes-elected").with("name", meeting.roster.name(handle).to_owned()),
        None => phrase("minutes-nobody-elected"),
    };
    let valid = last.count.as_ref().is_some_and(Count::is_valid);
    let outcome = if valid {
        outcome
    } else {
        phrase("minutes-election-without-quorum")
    };
    vec![
        Fact::new(vote::office(&last.office, words), outcome.words(words)),
        Fact::of("agenda-ballots", each.collect::<Vec<_>>().join(" · "), words),
    ]
}
