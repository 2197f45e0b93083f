//! A vote and an election in words, each with its base (M12, M15).

use crate::domain::meeting::MotionId;
use crate::domain::meeting::Void;
use crate::domain::meeting::election::Office;
use crate::domain::meeting::minutes::{ElectionMinutes, ItemMinutes, VoteMinutes};
use crate::i18n::{Phrase, Words, phrase, sentence};
use crate::present::document::Fact;

/// Where motions are numbered: each has one number, by which the chair and the commands name it. The minutes leave it out where
/// an item has only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbering {
    WhereSeveral,
    Always,
}

/// What a motion is called: `forslag 2`, or `forslag`.
pub(super) fn motion(item: &ItemMinutes, id: MotionId, by: Numbering, words: &Words) -> String {
    numbered(item, id, by, words).unwrap_or_else(|| words.t("word-motion"))
}

/// As it is called in a sentence: `forslag 2`, or `forslaget`.
fn the_motion(item: &ItemMinutes, id: MotionId, by: Numbering, words: &Words) -> String {
    numbered(item, id, by, words).unwrap_or_else(|| words.t("minutes-the-motion"))
}

fn numbered(item: &ItemMinutes, id: MotionId, by: Numbering, words: &Words) -> Option<String> {
    let is_numbered = by == Numbering::Always || item.motions.len() > 1;
    is_numbered.then(|| words.tr("word-motion-number", &[("number", i64::from(id).into())]))
}

/// What was voted on, and what came of it.
pub(super) fn fact(
    item: &ItemMinutes,
    vote: &VoteMinutes,
    quorum: usize,
    by: Numbering,
    words: &Words,
) -> Fact {
    if vote.called_off {
        return Fact::new(asked(item, vote, by, words), words.t("minutes-vote-called-off"));
    }
    let mut said = vec![sentence(&outcome(item, vote, quorum, by, words))];
    if let Some(chair) = &vote.by_the_chair {
        said.push(words.tr("minutes-tie", &[("chair", chair.as_str().into())]));
    }
    said.push(base(vote.entitled, vote.seats, vote.cast(), words));
    if !vote.votes_against.is_empty() && !is_unanimous(vote) {
        said.push(against(item, vote, by, words));
    }
    if !vote.not_voted.is_empty() {
        said.push(words.tr(
            "minutes-not-voted",
            &[("names", words.list(&vote.not_voted).into())],
        ));
    }
    Fact::new(asked(item, vote, by, words), said.join(" "))
}

fn is_unanimous(vote: &VoteMinutes) -> bool {
    vote.votes_for.is_empty() || vote.votes_against.is_empty()
}

fn asked(item: &ItemMinutes, vote: &VoteMinutes, by: Numbering, words: &Words) -> String {
    let named = |id: &MotionId| the_motion(item, *id, by, words);
    let asked = match (&vote.conflict_of, vote.motions.as_slice()) {
        (Some(name), _) => phrase("minutes-vote-on-conflict").with("name", name.as_str()),
        (None, [first, second]) => phrase("minutes-vote-between")
            .with("first", named(first))
            .with("second", named(second)),
        (None, [one, ..]) if vote.en_bloc => phrase("minutes-vote-en-bloc").with("motion", named(one)),
        (None, [one, ..]) => phrase("minutes-vote-on").with("motion", named(one)),
        (None, []) => phrase("minutes-vote-on-taking-up"),
    };
    asked.words(words)
}

fn outcome(item: &ItemMinutes, vote: &VoteMinutes, quorum: usize, by: Numbering, words: &Words) -> String {
    let (votes_for, votes_against) = (vote.votes_for.len(), vote.votes_against.len());
    let counted = |key: &'static str| phrase(key).with("for", votes_for).with("against", votes_against);
    let said = if !vote.valid {
        counted("minutes-voted-without-quorum").with("quorum", quorum)
    } else if let Some(name) = &vote.conflict_of {
        counted("minutes-voted-on-conflict").with("name", name.as_str())
    } else if let [first, second] = vote.motions.as_slice() {
        let (won, most, least) = if vote.carried {
            (first, votes_for, votes_against)
        } else {
            (second, votes_against, votes_for)
        };
        phrase("minutes-voted-between")
            .with("won", the_motion(item, *won, by, words))
            .with("most", most)
            .with("least", least)
    } else {
        match (vote.carried, is_unanimous(vote)) {
            (true, true) => counted("minutes-voted-all-for"),
            (true, false) => counted("minutes-voted-carried"),
            (false, true) => counted("minutes-voted-all-against"),
            (false, false) => counted("minutes-voted-lost").with("cast", vote.cast()),
        }
    };
    said.words(words)
}

/// Who was in the minority, or against.
fn against(item: &ItemMinutes, vote: &VoteMinutes, by: Numbering, words: &Words) -> String {
    let said: Phrase = if let [first, second] = vote.motions.as_slice() {
        let (lost, names) = if vote.carried {
            (second, &vote.votes_against)
        } else {
            (first, &vote.votes_for)
        };
        phrase("minutes-voted-for-the-other")
            .with("motion", the_motion(item, *lost, by, words))
            .with("names", words.list(names))
    } else {
        phrase("minutes-voted-against").with("names", words.list(&vote.votes_against))
    };
    said.words(words)
}

/// M12: the base of a vote.
pub(super) fn base(entitled: usize, seats: usize, cast: usize, words: &Words) -> String {
    phrase("minutes-vote-base")
        .with("entitled", entitled)
        .with("seats", seats)
        .with("cast", cast)
        .words(words)
}

/// What is to be elected.
pub(super) fn office(office: &Office, words: &Words) -> String {
    match office {
        Office::Chair { item: None } => words.t("minutes-election-of-chair"),
        Office::Chair { item: Some(_) } => words.t("minutes-election-of-chair-of-item"),
        Office::Other { title, .. } => election_of(title, words),
    }
}

/// An office may be called by the title of its item, which often says already that it is an election.
fn election_of(title: &str, words: &Words) -> String {
    let said = |office: &str| words.tr("minutes-election-of", &[("office", office.into())]);
    if title.to_lowercase().starts_with(&said("").to_lowercase()) {
        title.to_owned()
    } else {
        said(title)
    }
}

/// M15: why an election came to nothing, as the minutes tell it.
fn came_to_nothing(why: Void) -> &'static str {
    match why {
        Void::CalledOff => "minutes-void-called-off",
        Void::Lost => "minutes-void-lost",
        Void::SecrecyAsked => "minutes-void-secrecy-asked",
    }
}

/// An election: who got how many votes, and who was elected; or why it came to nothing.
pub(super) fn election(held: &ElectionMinutes, words: &Words) -> Fact {
    let office = office(&held.office, words);
    let count_of = |name: &str, votes: usize| {
        let args = [("name", name.into()), ("votes", votes.into())];
        words.tr("minutes-election-votes-of", &args)
    };
    let mut said = Vec::new();
    if held.secret {
        said.push(words.t("minutes-election-secret"));
    }
    if held.second {
        said.push(words.t("minutes-election-second"));
    }
    said.extend(held.void.map(|why| words.t(came_to_nothing(why))));
    let Some(result) = &held.count else {
        return Fact::new(office, said.join(" "));
    };
    let mut votes: Vec<(&String, &usize)> = result.votes.iter().collect();
    votes.sort_by(|one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
    let mut votes: Vec<String> = votes
        .into_iter()
        .map(|(name, votes)| count_of(name, *votes))
        .collect();
    if result.blank > 0 {
        votes.push(words.tr("minutes-election-blank", &[("votes", result.blank.into())]));
    }
    said.push(words.tr("minutes-election-votes", &[("votes", words.list(&votes).into())]));
    said.push(base(result.entitled, result.seats, result.voted.len(), words));
    if let Some(seed) = result.lot {
        said.push(words.tr("minutes-election-by-lot", &[("seed", seed.to_string().into())]));
    }
    said.push(match &held.elected {
        Some(name) => words.tr("minutes-elected", &[("name", name.as_str().into())]),
        None if result.is_valid() => words.t("minutes-nobody-elected"),
        None => words.t("minutes-election-without-quorum"),
    });
    Fact::new(office, said.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn m17_an_election_that_came_to_nothing_is_told_with_the_reason_and_no_count() {
        let held = |secret, why| ElectionMinutes {
            office: Office::Chair { item: None },
            second: false,
            secret,
            count: None,
            elected: None,
            void: Some(why),
        };
        let words = Words::new(Lang::Nb);
        let said = |secret, why| election(&held(secret, why), &words).value.text;
        assert_eq!(
            said(true, Void::Lost),
            "Valget var hemmelig. Stemmesedlene gikk tapt før de var talt opp."
        );
        assert_eq!(
            said(false, Void::SecrecyAsked),
            "Valget ble avbrutt fordi noen ba om hemmelig valg."
        );
    }

    #[test]
    fn an_election_whose_item_says_that_it_is_one_does_not_say_it_twice() {
        let said = |title: &str, lang| election_of(title, &Words::new(lang));
        assert_eq!(said("redaktør", Lang::Nb), "Valg av redaktør");
        assert_eq!(said("valg av redaktør", Lang::Nb), "valg av redaktør");
        assert_eq!(said("Valgkomité", Lang::Nb), "Valg av Valgkomité");
        assert_eq!(said("Election of an editor", Lang::En), "Election of an editor");
    }
}
