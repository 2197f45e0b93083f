//! What goes on in a meeting now: the vote or the election that is open, who has not voted, and what the viewer has chosen.
//! Nobody else's choice is told before it is closed (M12).

use jiff::civil::DateTime;

use super::turnout::{names, so_far};
use super::{about, called, election, numbered_motion, short_motion};
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::election::Election;
use crate::domain::meeting::{
    Choice, Item, ItemId, Meeting, MotionId, OpenTrial, Question, State, Tally, Trial, Vote, VoteResult,
};
use crate::domain::money::Ore;
use crate::i18n::{Phrase, Words, phrase, sentence};
use crate::present::document::{Fact, Styled, Tone};
use crate::usecases::views::meetings::MeetingData;

/// The vote, the election or the written procedure that is open, in whichever item; nothing where none is.
#[must_use]
pub fn facts(data: &MeetingData, words: &Words) -> Vec<Fact> {
    among(data, &|_| true, words)
}

/// As [`facts`], in one item. An election that is held in none, as that of the meeting's chair, stands with the item on the table
/// and, before there is one, with each.
#[must_use]
pub fn in_item(data: &MeetingData, item: ItemId, words: &Words) -> Vec<Fact> {
    among(data, &|of| of == item, words)
}

fn among(data: &MeetingData, is: &dyn Fn(ItemId) -> bool, words: &Words) -> Vec<Fact> {
    let meeting = &data.meeting;
    let mut facts = Vec::new();
    let vote = meeting.open_vote();
    if vote.is_some_and(|vote| meeting.items_of(&vote.question).into_iter().any(is)) {
        facts.extend(open_vote(data, words));
    }
    let held = |election: &Election| election.office.item().or(meeting.current).is_none_or(is);
    if meeting.open_election().is_some_and(held) {
        facts.extend(election::open(data, words));
    }
    if meeting
        .void_election()
        .is_some_and(|(election, _)| held(election))
    {
        facts.extend(election::void(meeting, words));
    }
    if meeting.written_item().is_some_and(|item| is(item.id)) {
        facts.extend(in_writing(data, words));
    }
    if meeting.trial.as_ref().is_some_and(|trial| is(trial.item)) {
        facts.extend(open_trial(data, words));
    }
    facts
}

/// M13: what is tried, how many have answered, and whether the viewer has. What anybody answers is told to nobody.
fn open_trial(data: &MeetingData, words: &Words) -> Vec<Fact> {
    let meeting = &data.meeting;
    let Some(trial) = &meeting.trial else {
        return Vec::new();
    };
    let seated = meeting.seating(Some(trial.item));
    let sits = seated.iter().any(|seated| seated.handle == data.viewer);
    let said = answered(meeting, trial);
    let own = if trial.answered.contains(&data.viewer) {
        "agenda-you-have-answered"
    } else {
        "agenda-you-have-not-answered"
    };
    let mut facts = vec![
        Fact::of(
            "agenda-trial-vote",
            numbered_motion(meeting, trial.motion).words(words),
            words,
        ),
        Fact::of("word-answer", said.words(words), words).tone(Tone::Accent),
    ];
    facts.extend(sits.then(|| Fact::new("", words.t(own)).tone(Tone::Accent)));
    facts
}

/// How many have answered in a trial vote, of those who can.
#[must_use]
pub fn answered(meeting: &Meeting, trial: &OpenTrial) -> Phrase {
    phrase("agenda-have-answered")
        .with("answers", trial.answered.len())
        .with("of", meeting.seating(Some(trial.item)).len())
}

/// M16: until when a written procedure is answered, who has not, and what the viewer has answered.
fn in_writing(data: &MeetingData, words: &Words) -> Vec<Fact> {
    let meeting = &data.meeting;
    let waits = meeting.state == State::Open;
    let Some(written) = meeting.written.as_ref().filter(|_| waits) else {
        return Vec::new();
    };
    let seats = meeting.written_seating().into_iter();
    let own = match written.answers.get(&data.viewer) {
        Some(answer) if answer.agrees() => Some("agenda-you-agree"),
        Some(answer) if answer.agrees_to_procedure => Some("agenda-you-disagree"),
        Some(_) => Some("agenda-you-want-a-meeting"),
        None => None,
    };
    let (answered, silent): (Vec<String>, Vec<String>) = seats
        .map(|seated| seated.handle)
        .partition(|handle| written.answers.contains_key(handle));
    let awaited = silent.contains(&data.viewer);
    let own = own.or(awaited.then_some("agenda-you-have-not-answered"));
    let said = phrase("agenda-have-answered")
        .with("answers", answered.len())
        .with("of", answered.len() + silent.len());
    let mut facts = vec![
        Fact::of("word-deadline", deadline(written.deadline, words), words),
        Fact::of("word-answer", said.words(words), words).tone(Tone::Accent),
        Fact::of(
            "word-has-not-answered",
            words.list(&names(meeting, &silent)),
            words,
        )
        .tone(Tone::Warn),
    ];
    facts.extend(own.map(|own| Fact::of("agenda-own-answer", words.t(own), words).tone(Tone::Accent)));
    facts
}

/// M16: the day and the time until which one answers.
#[must_use]
pub fn deadline(at: DateTime, words: &Words) -> String {
    phrase("minutes-day-at")
        .with("day", words.planned_date(at.date()))
        .with("time", at.time())
        .words(words)
}

fn open_vote(data: &MeetingData, words: &Words) -> Vec<Fact> {
    let meeting = &data.meeting;
    let Some(vote) = meeting.open_vote() else {
        return Vec::new();
    };
    let tallies = meeting.tallies(vote);
    let most = |count: fn(&Tally) -> usize| tallies.iter().map(count).max().unwrap_or(0);
    let (cast, entitled) = (most(Tally::cast), most(|tally| tally.entitled.len()));
    let asked = question(meeting, &vote.question).words(words);
    let mut facts = vec![Fact::of("minutes-vote-open", sentence(&asked), words)];
    // M13: which they are is seen before how many have voted.
    if let Question::Between { first, second } = &vote.question {
        let texts = [first, second].map(|id| short_motion(meeting, *id).words(words));
        facts.extend(texts.map(|text| Fact::new("", text)));
    }
    if let Question::EnBloc { motions } = &vote.question {
        facts.extend(
            motions
                .iter()
                .filter_map(|motion| one_of_several(data, *motion, words)),
        );
    }
    facts.extend(so_far(meeting, cast, entitled, &meeting.not_voted(vote), words));
    facts.extend(waits_for_the_chair(data, vote, &tallies, words));
    facts.extend(own_vote(data, vote, words));
    facts
}

/// M13: an item that is voted on with others, and whether the viewer is out for it.
fn one_of_several(data: &MeetingData, motion: MotionId, words: &Words) -> Option<Fact> {
    let meeting = &data.meeting;
    let put = meeting.motion(motion).ok()?;
    let item = meeting.item(put.item).ok()?;
    let about = about(&item.kind, &item.title).words(words);
    let said = format!("{about}: {}", super::motion(&put.content, words));
    let fact = Fact::new(called(meeting.key, item.number, item.id, words), said);
    let out = item.is_conflicted(&data.viewer);
    Some(if out {
        fact.aside(conflict_of_viewer(item, &data.viewer).map_or_else(String::new, |key| words.t(key)))
    } else {
        fact
    })
}

/// M5: what the viewer is told of the own conflict in an item: that it was raised or, when the body has decided, that it is so.
#[must_use]
pub fn conflict_of_viewer(item: &Item, viewer: &str) -> Option<&'static str> {
    let own = item.conflicts.iter().find(|conflict| conflict.handle == viewer)?;
    match own.judgement {
        Judgement::Raised => Some("agenda-you-may-be-out"),
        Judgement::Upheld => Some("agenda-you-are-out"),
        Judgement::Rejected => None,
    }
}

/// M2: how the others have voted is told to the one who decides a tie, and to nobody else before the vote closes.
fn waits_for_the_chair(data: &MeetingData, vote: &Vote, tallies: &[Tally], words: &Words) -> Option<Fact> {
    let meeting = &data.meeting;
    let decides = |tally: &&Tally| {
        let chair = meeting.chair_of_vote(vote, tally.item);
        tally.waits_for_the_chair() && tally.not_voted.len() == 1 && chair == Some(data.viewer.as_str())
    };
    tallies.iter().find(decides)?;
    let text = phrase("agenda-tie").with("name", meeting.roster.name(&data.viewer).to_owned());
    Some(Fact::new("", text.words(words)).tone(Tone::Warn))
}

/// What the viewer has voted, and who registered it if it was another (M12).
fn own_vote(data: &MeetingData, vote: &Vote, words: &Words) -> Option<Fact> {
    let meeting = &data.meeting;
    let label = words.t("agenda-own-vote");
    let Some(ballot) = vote.cast.get(&data.viewer) else {
        let may = meeting.may_cast(vote, &data.viewer);
        return may.then(|| Fact::new(label, words.t("agenda-you-have-not-voted")).tone(Tone::Accent));
    };
    let key = match &vote.question {
        _ if ballot.by != data.viewer => "agenda-registered-for-you",
        Question::Between { .. } | Question::Conflict { .. } => "agenda-you-voted-between",
        Question::Motion { .. } | Question::EnBloc { .. } | Question::TakeUp { .. } => "agenda-you-voted",
    };
    let text = phrase(key)
        .with("choice", choice(&vote.question, ballot.choice).words(words))
        .with("name", meeting.roster.name(&ballot.by).to_owned());
    Some(Fact::new(label, text.words(words)).tone(Tone::Accent))
}

/// What is voted on.
#[must_use]
pub fn question(meeting: &Meeting, question: &Question) -> Phrase {
    match question {
        Question::Motion { motion } => numbered_motion(meeting, *motion),
        Question::Between { first, second } => phrase("agenda-between")
            .with("first", i64::from(*first))
            .with("second", i64::from(*second)),
        Question::EnBloc { motions } => {
            let items = motions.iter().filter_map(|motion| {
                let item = meeting.item(meeting.motion(*motion).ok()?.item).ok()?;
                Some(item.called(meeting.key.year))
            });
            phrase("agenda-en-bloc").with("items", items.collect::<Vec<_>>().join(", "))
        }
        Question::Conflict { item, handle } => {
            let item = meeting.item(*item).map(|item| item.called(meeting.key.year));
            phrase("agenda-on-conflict")
                .with("name", meeting.roster.name(handle).to_owned())
                .with("item", item.unwrap_or_default())
        }
        Question::TakeUp { item } => {
            let item = meeting.item(*item).map(|item| item.called(meeting.key.year));
            phrase("agenda-in-item")
                .with("item", item.unwrap_or_default())
                .word("what", "minutes-vote-on-taking-up")
        }
    }
}

/// What one's choice in a vote is called: for or against, which of two motions, or whether somebody is in conflict.
#[must_use]
pub fn choice(question: &Question, choice: Choice) -> Phrase {
    if let Some(motion) = question.side(choice) {
        return phrase("word-motion-number").with("number", i64::from(motion));
    }
    match (question, choice) {
        (Question::Conflict { .. }, Choice::For) => phrase(Judgement::Upheld.key()),
        (Question::Conflict { .. }, Choice::Against) => phrase("agenda-key-no-conflict"),
        (_, choice) => phrase(choice.key()),
    }
}

/// The votes cast as they stand.
#[must_use]
pub fn counts(question: &Question, tally: &Tally) -> Phrase {
    let text = match question {
        Question::Between { first, second } => phrase("agenda-counts-between")
            .with("first", i64::from(*first))
            .with("second", i64::from(*second)),
        Question::Conflict { .. } => phrase("agenda-counts-conflict"),
        _ => phrase("agenda-counts"),
    };
    text.with("for", tally.votes_for.len())
        .with("against", tally.votes_against.len())
}

/// What the votes come to, if nobody votes any more, with the count: one sentence for a motion that is carried or lost.
#[must_use]
pub fn as_it_stands(question: &Question, tally: &Tally) -> Vec<Phrase> {
    let of_motion = matches!(question, Question::Motion { .. } | Question::EnBloc { .. });
    let key = match tally.result() {
        VoteResult::Carried if of_motion => "agenda-counts-carried",
        VoteResult::Lost if of_motion => "agenda-counts-lost",
        result => return vec![counts(question, tally), outcome(question, result)],
    };
    let said = phrase(key)
        .with("for", tally.votes_for.len())
        .with("against", tally.votes_against.len());
    vec![said]
}

/// What the votes come to, if nobody votes any more.
#[must_use]
pub fn outcome(question: &Question, result: VoteResult) -> Phrase {
    if let Some(motion) = question.preferred(result) {
        return phrase("agenda-carried-one").with("motion", i64::from(motion));
    }
    let judgement = question.conflict_of().and_then(|_| Judgement::of(result));
    phrase(judgement.map_or(result.key(), Judgement::key))
}

/// The amount that is at stake in an item: what is voted on, what is moved and can be voted on, or what the secretariat proposes.
#[must_use]
pub fn amount(meeting: &Meeting, item: &Item) -> Option<Ore> {
    let of_motion = |id: MotionId| meeting.motion(id).ok()?.content.amount();
    let voted = meeting.open_vote().and_then(|vote| match &vote.question {
        Question::Motion { motion } => Some(*motion),
        _ => None,
    });
    let own = |id: &MotionId| meeting.motion(*id).is_ok_and(|put| put.item == item.id);
    let standing = || {
        let mut standing = meeting.votable_in(item.id);
        standing.find_map(|put| put.content.amount())
    };
    voted
        .filter(own)
        .and_then(of_motion)
        .or_else(standing)
        .or_else(|| item.proposed.as_ref()?.amount())
}

/// M13: the trial votes of an item, which are in no minutes.
pub(super) fn trials(item: &Item, words: &Words) -> Vec<Fact> {
    let one = |trial: &Trial| {
        let text = phrase("agenda-trial")
            .with("motion", i64::from(trial.motion))
            .with("for", i64::from(trial.votes_for))
            .with("against", i64::from(trial.votes_against));
        Fact::of("agenda-trial-vote", text.words(words), words).tone(Tone::Dim)
    };
    item.trials.iter().map(one).collect()
}

/// M3: who is in the chair of an open meeting, or is going to chair one that is ahead; that nobody can.
#[must_use]
pub fn chair(meeting: &Meeting, words: &Words) -> Styled {
    let name = |handle: &str| meeting.roster.name(handle).to_owned();
    let now = meeting.chair(meeting.current).map(name);
    match (meeting.state, now) {
        // M16: nobody sits together to be led.
        (State::Open | State::Adjourned, _) if !meeting.form.meets() => String::new().into(),
        (State::Open | State::Adjourned, Some(name)) => name.into(),
        (State::Open | State::Adjourned, None) => Styled::new(words.t("agenda-no-chair"), Tone::Warn),
        (State::Planned | State::Called, _) => {
            let (leader, deputy) = (&meeting.roster.leader, &meeting.roster.deputy);
            let said = match (leader.as_deref().map(name), deputy.as_deref().map(name)) {
                (Some(leader), Some(deputy)) => phrase("agenda-will-chair")
                    .with("leader", leader)
                    .with("deputy", deputy)
                    .words(words),
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => return Styled::new(words.t("agenda-no-leader"), Tone::Warn),
            };
            said.into()
        }
        (_, now) => now.unwrap_or_default().into(),
    }
}
