//! What is told of an item: who was there, conflicts, motions, votes, elections, statements, and what came of it.

use super::vote::{self, Numbering};
use super::{ended, motion_now, motion_then, presence};
use crate::domain::meeting::minutes::{ConflictMinutes, ItemMinutes, Minutes, VoteMinutes};
use crate::domain::meeting::{ItemKind, ItemState, Motion};
use crate::domain::money::Ore;
use crate::i18n::{Words, phrase};
use crate::present::document::{Fact, Tone};

/// The facts of an item, without its title and what came of it. While it isn't decided on, motions of more than what is `free`
/// now are marked (M14).
pub(super) fn facts(
    minutes: &Minutes,
    item: &ItemMinutes,
    by: Numbering,
    free: Option<Ore>,
    words: &Words,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    if item.added_later {
        facts.push(Fact::of("minutes-remark", words.t("minutes-added-later"), words));
    }
    if let Some(reason) = &item.withdrawn {
        let withdrawn = words.tr("minutes-withdrawn", &[("reason", ended(reason).into())]);
        facts.push(Fact::of("minutes-treatment", withdrawn, words));
    }
    facts.push(Fact::of(
        "minutes-present",
        presence::in_item(&item.present, minutes.seats, words),
        words,
    ));
    if let Some(chair) = item
        .chair
        .as_ref()
        .filter(|chair| Some(*chair) != minutes.chair.as_ref())
    {
        facts.push(Fact::of("minutes-chair-of-item", chair, words));
    }
    let told = |held: &VoteMinutes| vote::fact(item, held, minutes.quorum(), by, words);
    facts.extend(conflicts(minutes, item, by, words));
    facts.extend(item.elections.iter().map(|held| vote::election(held, words)));
    facts.extend(item.motions.iter().map(|put| {
        let label = phrase("minutes-motion-put")
            .with("mover", put.mover.as_str())
            .with("motion", vote::motion(item, put.id, by, words));
        let mut said = motion_now(&put.content, free, words);
        if put.withdrawn {
            said = words.tr("minutes-motion-withdrawn", &[("motion", said.into())]);
        }
        Fact::new(label.words(words), said)
    }));
    facts.extend(
        item.votes
            .iter()
            .filter(|held| held.conflict_of.is_none())
            .map(told),
    );
    if !item.scorecards_changed.is_empty() {
        let changed =
            phrase("minutes-scorecards-changed").with("names", words.list(&item.scorecards_changed));
        facts.push(Fact::of("word-scorecards", changed.words(words), words));
    }
    facts.extend(item.statements.iter().map(|(name, text)| {
        let label = words.tr("minutes-statement-of", &[("name", name.as_str().into())]);
        Fact::new(label, text)
    }));
    facts
}

/// M4, M5: the conflicts in an item, each with the votes on it.
pub(super) fn conflicts(minutes: &Minutes, item: &ItemMinutes, by: Numbering, words: &Words) -> Vec<Fact> {
    let mut facts = Vec::new();
    for one in &item.conflicts {
        facts.push(conflict(one, words));
        let of_it = item
            .votes
            .iter()
            .filter(|held| held.conflict_of.as_ref() == Some(&one.name));
        facts.extend(of_it.map(|held| vote::fact(item, held, minutes.quorum(), by, words)));
    }
    facts
}

/// The vote on the matter that was closed or called off last or, where there is none, the election, as a fact; and the item
/// without it.
pub(super) fn last_decided(
    minutes: &Minutes,
    item: &ItemMinutes,
    by: Numbering,
    words: &Words,
) -> (Option<Fact>, ItemMinutes) {
    let mut before = item.clone();
    let on_the_matter = before.votes.iter().rposition(|held| held.conflict_of.is_none());
    let last = match on_the_matter.map(|at| before.votes.remove(at)) {
        Some(held) => Some(vote::fact(item, &held, minutes.quorum(), by, words)),
        None => before.elections.pop().map(|held| vote::election(&held, words)),
    };
    (last, before)
}

/// M4, M5: a conflict with who raised it, ground and paragraph, and what the body decided.
fn conflict(one: &ConflictMinutes, words: &Words) -> Fact {
    let raised = if one.raised_by == one.name {
        phrase("minutes-conflict-of-oneself")
    } else {
        phrase("minutes-conflict-of-another").with("by", one.raised_by.as_str())
    };
    let raised = raised
        .with("name", one.name.as_str())
        .with("paragraph", one.paragraph.as_str())
        .with("ground", ended(&one.ground))
        .words(words);
    let judged = match one.upheld {
        None => "minutes-conflict-undecided",
        Some(true) => "minutes-conflict-upheld",
        Some(false) => "minutes-conflict-rejected",
    };
    let judged = words.tr(judged, &[("name", one.name.as_str().into())]);
    Fact::of("minutes-conflict", format!("{raised} {judged}"), words)
}

/// What came of an item whose treatment has ended, in a sentence.
pub(super) fn result(item: &ItemMinutes, words: &Words) -> Option<Fact> {
    let (label, said, tone) = match &item.result {
        Some(carried) => (
            label(carried),
            motion_then(carried, item.free, words),
            Tone::Strong,
        ),
        None if item.state == ItemState::Withdrawn => return None,
        None if item.state == ItemState::Listed => {
            ("minutes-treatment", words.t("minutes-not-treated"), Tone::Plain)
        }
        None if item.kind == ItemKind::Information => {
            ("minutes-treatment", words.t("minutes-informed"), Tone::Plain)
        }
        // Who was elected is told with the election.
        None if item.state == ItemState::Concluded => return None,
        None => ("minutes-result", words.t("minutes-no-result"), Tone::Plain),
    };
    Some(Fact::of(label, said, words).tone(tone))
}

fn label(carried: &Motion) -> &'static str {
    if carried.recommendation().is_some() {
        "minutes-recommendation"
    } else {
        "word-decision"
    }
}
