//! The item that is looked at: conflicts, the vote that is going on, motions, and what came of what was voted on.

use super::{choice, counts, motion, outcome, question};
use crate::domain::meeting::conflict::{Conflict, Judgement};
use crate::domain::meeting::election::{Election, Office};
use crate::domain::meeting::{Item, ItemState, Meeting, Put, Question, Vote};
use crate::i18n::{Phrase, Words, inside_a_sentence, phrase, sentence};
use crate::present::document::{Block, Section, Tone};
use crate::usecases::views::meetings::MeetingData;

/// What is open in an item, and what came of what was: conflicts, the vote that is going on, motions, results, statements.
#[must_use]
pub fn sections(data: &MeetingData, item: &Item, words: &Words) -> Vec<Section> {
    let meeting = &data.meeting;
    vec![
        conflicts(meeting, item, words),
        open_vote(data, item, words),
        open_election(data, item, words),
        motions(meeting, item, words),
        results(meeting, item, words),
    ]
}

fn conflicts(meeting: &Meeting, item: &Item, words: &Words) -> Section {
    let one = |conflict: &Conflict| {
        let (key, tone) = match conflict.judgement {
            Judgement::Raised => ("agenda-conflict-raised", Tone::Warn),
            Judgement::Upheld => ("agenda-conflict-upheld", Tone::Strong),
            Judgement::Rejected => ("agenda-conflict-rejected", Tone::Dim),
        };
        let text = phrase(key)
            .with("name", meeting.roster.name(&conflict.handle).to_owned())
            .with("ground", conflict.ground.text.as_str());
        Block::text(text.words(words), tone)
    };
    Section::new("", item.conflicts.iter().map(one).collect())
}

fn open_vote(data: &MeetingData, item: &Item, words: &Words) -> Section {
    let meeting = &data.meeting;
    let Some(vote) = meeting.open_vote().filter(|vote| concerns(vote, item)) else {
        return Section::default();
    };
    let tallies = meeting.tallies(vote);
    let of_item = tallies
        .iter()
        .find(|tally| tally.item == item.id)
        .or(tallies.first());
    let Some(tally) = of_item else {
        return Section::default();
    };
    let cast = phrase("minutes-have-voted")
        .with("cast", tally.cast())
        .with("entitled", tally.entitled.len())
        .with("quorum", meeting.roster.quorum());
    let mut blocks = vec![
        Block::text(question(meeting, &vote.question).words(words), Tone::Plain),
        Block::text(cast.words(words), Tone::Strong),
    ];
    let waiting = names(meeting, &tally.not_voted, words);
    if !waiting.is_empty() {
        let text = phrase("agenda-not-voted").with("names", waiting);
        blocks.push(Block::text(text.words(words), Tone::Warn));
    }
    // How the others have voted is told to the one who decides, and to nobody else before the vote closes.
    let chair = meeting.chair_of_vote(vote, tally.item).unwrap_or_default();
    if tally.waits_for_the_chair() && tally.not_voted.len() == 1 && chair == data.viewer {
        let text = phrase("agenda-tie").with("name", meeting.roster.name(chair).to_owned());
        blocks.push(Block::text(text.words(words), Tone::Warn));
    }
    blocks.extend(own(data, vote, words));
    Section::new(words.t("agenda-vote-now"), blocks)
}

/// What the viewer has voted, and who registered it if it was another (M12).
fn own(data: &MeetingData, vote: &Vote, words: &Words) -> Option<Block> {
    let meeting = &data.meeting;
    let Some(ballot) = vote.cast.get(&data.viewer) else {
        let may = meeting.may_cast(vote, &data.viewer);
        return may.then(|| Block::text(words.t("agenda-you-have-not-voted"), Tone::Accent));
    };
    let key = if ballot.by == data.viewer {
        "agenda-you-voted"
    } else {
        "agenda-registered-for-you"
    };
    let text = phrase(key)
        .with("choice", choice(&vote.question, ballot.choice, words))
        .with("name", meeting.roster.name(&ballot.by).to_owned());
    Some(Block::text(text.words(words), Tone::Accent))
}

fn open_election(data: &MeetingData, item: &Item, words: &Words) -> Section {
    let meeting = &data.meeting;
    let open = meeting.open_election();
    let Some(election) = open.filter(|election| election.office.item().is_none_or(|of| of == item.id)) else {
        return Section::default();
    };
    let candidates = names(meeting, &election.candidates, words);
    let waiting: Vec<String> = election
        .seating
        .iter()
        .map(|seated| seated.handle.clone())
        .filter(|handle| !election.left.contains(handle) && !election.cast.contains_key(handle))
        .collect();
    let mut blocks = vec![Block::text(
        phrase("agenda-candidates").with("names", candidates).words(words),
        Tone::Plain,
    )];
    let cast = phrase("agenda-elected-so-far")
        .with("cast", election.cast.len())
        .with("quorum", meeting.roster.quorum());
    blocks.push(Block::text(cast.words(words), Tone::Strong));
    if election.secret.is_none() && !waiting.is_empty() {
        let text = phrase("agenda-not-voted").with("names", names(meeting, &waiting, words));
        blocks.push(Block::text(text.words(words), Tone::Warn));
    }
    if let Some(own) = election.cast.get(&data.viewer) {
        let choice = own.as_deref().map_or_else(
            || words.t("agenda-blank"),
            |handle| meeting.roster.name(handle).to_owned(),
        );
        let text = phrase("agenda-you-elect").with("name", choice);
        blocks.push(Block::text(text.words(words), Tone::Accent));
    }
    Section::new(office(election, words), blocks)
}

/// What is to be elected.
#[must_use]
pub fn office(election: &Election, words: &Words) -> String {
    match &election.office {
        Office::Chair { item: None } => words.t("agenda-office-chair"),
        Office::Chair { item: Some(_) } => words.t("agenda-office-chair-of-item"),
        Office::Other { title, .. } => phrase("agenda-office").with("title", title.as_str()).words(words),
    }
}

fn motions(meeting: &Meeting, item: &Item, words: &Words) -> Section {
    let motions = meeting.motions.iter().filter(|put| put.item == item.id);
    let one = |put: &Put| {
        let lost = meeting.is_lost(put.id);
        let (key, tone) = match (put.withdrawn, lost) {
            (true, _) => ("agenda-motion-withdrawn", Tone::Dim),
            (false, true) => ("agenda-motion-lost", Tone::Dim),
            (false, false) if item.result() == Some(put.id) => ("agenda-motion-carried", Tone::Good),
            (false, false) => ("agenda-motion-by", Tone::Plain),
        };
        let text = phrase(key)
            .with("motion", i64::from(put.id))
            .with("what", motion(&put.content).words(words))
            .with("name", meeting.roster.name(&put.mover).to_owned());
        Block::text(text.words(words), tone)
    };
    let mut blocks: Vec<Block> = motions.map(one).collect();
    if let Some(proposed) = item.proposed.as_ref().filter(|_| item.is_open()) {
        let text = phrase("agenda-proposed").with("what", motion(proposed).words(words));
        blocks.push(Block::text(text.words(words), Tone::Dim));
    }
    let trials = item.trials.iter().map(|trial| {
        let text = phrase("agenda-trial")
            .with("motion", i64::from(trial.motion))
            .with("for", i64::from(trial.votes_for))
            .with("against", i64::from(trial.votes_against));
        Block::text(text.words(words), Tone::Dim)
    });
    blocks.extend(trials);
    Section::new(words.t("agenda-motions"), blocks)
}

fn results(meeting: &Meeting, item: &Item, words: &Words) -> Section {
    let mut blocks = Vec::new();
    for vote in meeting.votes.iter().filter(|vote| !vote.is_open()) {
        let Some(tally) = vote.tallies.iter().find(|tally| tally.item == item.id) else {
            continue;
        };
        let (result, tone) = outcome(&vote.question, tally.result());
        let mut text = phrase("agenda-result")
            .with("question", short(meeting, &vote.question).words(words))
            .with("counts", counts(&vote.question, tally).words(words))
            .with("result", inside_a_sentence(&result.words(words)))
            .words(words);
        text = sentence(&text);
        if !tally.not_voted.is_empty() {
            let silent = phrase("agenda-did-not-vote").with("names", names(meeting, &tally.not_voted, words));
            text = format!("{text} {}", silent.words(words));
        }
        blocks.push(Block::text(text, tone));
    }
    for election in meeting
        .elections
        .iter()
        .filter(|held| held.office.item() == Some(item.id))
    {
        blocks.extend(elected(meeting, election, words));
    }
    for statement in &item.statements {
        let text = phrase("agenda-statement")
            .with("name", meeting.roster.name(&statement.handle).to_owned())
            .with("text", statement.text.as_str());
        blocks.push(Block::text(text.words(words), Tone::Plain));
    }
    if item.state == ItemState::Withdrawn {
        let text = phrase("agenda-withdrawn-because").with("reason", item.withdrawn.as_str());
        blocks.push(Block::text(text.words(words), Tone::Dim));
    }
    Section::new("", blocks)
}

fn elected(meeting: &Meeting, election: &Election, words: &Words) -> Option<Block> {
    let count = election.count.as_ref()?;
    let text = match &count.elected {
        Some(who) => phrase("agenda-elected").with("name", meeting.roster.name(who).to_owned()),
        None => phrase("agenda-nobody-elected"),
    };
    let text = text
        .with("office", office(election, words))
        .with("cast", count.voted.len());
    Some(Block::text(text.words(words), Tone::Strong))
}

/// What was voted on, by numbers alone: the motions stand above with what they ask for.
fn short(meeting: &Meeting, asked: &Question) -> Phrase {
    match asked {
        Question::Motion { motion } => phrase("minutes-motion-number").with("number", i64::from(*motion)),
        other => question(meeting, other),
    }
}

fn concerns(vote: &Vote, item: &Item) -> bool {
    vote.seating.contains_key(&item.id)
}

fn names(meeting: &Meeting, handles: &[String], words: &Words) -> String {
    let names: Vec<String> = handles
        .iter()
        .map(|handle| meeting.roster.name(handle).to_owned())
        .collect();
    words.list(&names)
}
