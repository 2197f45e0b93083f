//! What the council and KS have made of a proposal: requirements, conflicts, scores as far as they may be seen (S4),
//! recommendation, decision, and the money.

use jiff::civil::Date;

use crate::domain::commitment::{Disbursement, remaining_plan};
use crate::domain::council::{Recommendation, Round, Ruling};
use crate::domain::money::Ore;
use crate::domain::scoring::Aggregate;
use crate::i18n::{Words, phrase};
use crate::present::document::{Block, Fact, Head, Place, Section, Styled, Table, Tone};
use crate::present::scoring;
use crate::usecases::views::proposals::ProposalData;
use crate::usecases::views::rounds::NotHandedIn;

/// S2.
pub(super) fn gates(data: &ProposalData, words: &Words) -> Section {
    let Some((gates, reason)) = &data.qualification else {
        return Section::default();
    };
    let gate = |(key, open): (&str, bool)| {
        let (mark, tone) = if open {
            ("✓", Tone::Plain)
        } else {
            ("✗", Tone::Warn)
        };
        Block::text(format!("{mark} {}", words.t(key)), tone)
    };
    let gates = [
        ("proposals-gate-shared", gates.shared_development),
        ("proposals-gate-use", gates.of_use_to_all),
        ("proposals-gate-eligible", gates.eligible_applicant),
        ("proposals-gate-repayment", gates.credible_repayment),
    ];
    let mut blocks: Vec<Block> = gates.into_iter().map(gate).collect();
    blocks.push(labelled("word-reason", reason, words));
    Section::new(words.t("proposals-gates"), blocks).at(Place::Right)
}

/// A text that somebody gave, if they did.
fn labelled(label: &str, text: &str, words: &Words) -> Block {
    Block::facts(vec![Fact::of(label, text, words)])
}

pub(super) fn conflicts(data: &ProposalData, words: &Words) -> Section {
    let facts = data.conflicts.iter();
    let facts = facts
        .map(|(handle, ground)| Fact::new(name(data, handle), ground))
        .collect();
    Section::new(words.t("proposals-conflicts"), vec![Block::facts(facts)]).at(Place::Right)
}

fn name<'d>(data: &'d ProposalData, handle: &'d str) -> &'d str {
    data.names.get(handle).map_or(handle, String::as_str)
}

/// S3, S4: the scores, or why they aren't seen and how many have scored.
pub(super) fn scores(data: &ProposalData, words: &Words) -> Section {
    let Some(round) = &data.round else {
        return Section::default();
    };
    let blocks = match &data.aggregate {
        Ok(Some(aggregate)) => aggregated(aggregate, words),
        Ok(None) => vec![Block::text(words.t("proposals-no-scores"), Tone::Dim)],
        Err(refusal) if round.is_revealed() => vec![Block::text(words.refusal(refusal), Tone::Dim)],
        Err(_) => {
            let blind = phrase("proposals-blind").with("submitted", data.submitted);
            vec![Block::text(
                blind.with("expected", data.expected).words(words),
                Tone::Plain,
            )]
        }
    };
    let mut blocks = blocks;
    if let Some(members) = &data.not_handed_in {
        blocks.push(not_handed_in(members, words));
    }
    let head = phrase("proposals-scores").with("round", round.name.as_str());
    Section::new(head.words(words), blocks).at(Place::Right)
}

/// S4: who is still to hand in a card on the proposal.
fn not_handed_in(members: &[NotHandedIn], words: &Words) -> Block {
    let names = members.iter().map(|member| {
        let registered = member.proposals.iter().any(|(_, registered)| *registered);
        if registered {
            let registered = phrase("rounds-registered").with("what", member.name.as_str());
            registered.words(words)
        } else {
            member.name.clone()
        }
    });
    let names = words.list(&names.collect::<Vec<_>>());
    let names = if names.is_empty() {
        words.t("rounds-all-handed-in")
    } else {
        names
    };
    Block::facts(vec![Fact::of("rounds-not-handed-in", names, words)])
}

/// S4: the viewer's own card.
pub(super) fn own_card(data: &ProposalData, words: &Words) -> Section {
    let Some(own) = &data.own else {
        return Section::default();
    };
    let two = |score| Styled::new(words.decimal(score, 2), Tone::Strong);
    let whole = own
        .score
        .map(|score| Fact::of("scorecard-whole", two(score), words));
    let criteria = data.criteria.iter().map(|criterion| {
        let score = own.card.score(&criterion.key);
        let score = score.map_or_else(|| words.t("scoring-unscored"), |score| score.to_string());
        Fact::new(words.name(&criterion.name), score)
    });
    let mut blocks = vec![
        Block::facts(whole.into_iter().chain(criteria).collect()),
        labelled("word-comment", &own.comment, words),
    ];
    if !own.handed_in {
        let revealed = data.round.as_ref().is_some_and(Round::is_revealed);
        let key = if revealed {
            "scorecard-registered-only"
        } else {
            "scorecard-registered"
        };
        blocks.push(Block::text(words.t(key), Tone::Warn));
    }
    Section::new(words.t("scoring-head-own"), blocks)
}

fn aggregated(aggregate: &Aggregate, words: &Words) -> Vec<Block> {
    let mut facts = scoring::aggregated(aggregate, words);
    let spread = scoring::in_a_line(&facts.split_off(1));
    facts.push(Fact::new("", spread));
    vec![Block::facts(facts)]
}

pub(super) fn recommendation(data: &ProposalData, words: &Words) -> Section {
    let Some(recommended) = &data.recommended else {
        return Section::default();
    };
    let (what, conditions) = match &recommended.recommendation {
        Recommendation::Approve { amount, conditions } => (
            phrase("proposals-recommended-approve").with("amount", *amount),
            conditions.as_str(),
        ),
        Recommendation::Postpone => (phrase("proposals-recommended-postpone"), ""),
        Recommendation::Decline => (phrase("proposals-recommended-decline"), ""),
    };
    let beyond = data.beyond.map_or_else(String::new, |free| {
        words.tr("proposals-beyond", &[("free", free.into())])
    });
    let blocks = vec![
        Block::text(what.words(words), Tone::Strong),
        Block::text(beyond, Tone::Warn),
        labelled("word-conditions", conditions, words),
        signed(data, recommended.on, &recommended.by, words),
    ];
    Section::new(words.t("proposals-recommendation"), blocks).at(Place::Right)
}

pub(super) fn decision(data: &ProposalData, words: &Words) -> Section {
    let Some(decided) = &data.decided else {
        return Section::default();
    };
    let what = match decided.ruling {
        Ruling::Commit(amount) => phrase("proposals-decided-commit").with("amount", amount),
        Ruling::Decline => phrase("proposals-decided-decline"),
    };
    let blocks = vec![
        Block::text(what.words(words), Tone::Strong),
        labelled("word-reason", &decided.reason, words),
        signed(data, decided.on, &decided.by, words),
    ];
    Section::new(words.t("proposals-decision"), blocks).at(Place::Right)
}

fn signed(data: &ProposalData, on: Date, by: &str, words: &Words) -> Block {
    let signed = phrase("word-pair")
        .with("first", on)
        .with("second", name(data, by));
    Block::text(signed.words(words), Tone::Dim)
}

/// K4: what was committed, and what has become of it.
pub(super) fn commitment(data: &ProposalData, words: &Words) -> Section {
    let Some(standing) = data.commitment else {
        return Section::default();
    };
    // Most commitments never have anything released.
    let released = Some(standing.released).filter(|amount| !amount.is_zero());
    let figures = [
        ("proposals-committed", Some(standing.committed), Tone::Plain),
        ("proposals-disbursed", Some(standing.disbursed), Tone::Plain),
        ("word-released", released, Tone::Plain),
        ("word-left", Some(standing.outstanding()), Tone::Strong),
    ];
    let facts = figures.into_iter().filter_map(|(key, amount, tone)| {
        let amount = words.kr(amount?);
        Some(Fact::of(key, amount, words).tone(tone))
    });
    Section::new(words.t("word-commitment"), vec![Block::figures(facts.collect())]).at(Place::Right)
}

/// K4: the instalments that are not paid.
pub(super) fn plan(data: &ProposalData, words: &Words) -> Section {
    let left = data
        .commitment
        .map(|standing| remaining_plan(&data.plan, standing))
        .unwrap_or_default();
    let parts = left
        .into_iter()
        .map(|part| (part.due_on, part.amount))
        .collect::<Vec<_>>();
    Section::new(words.t("proposals-plan-left"), vec![instalments(&parts, words)]).at(Place::Right)
}

/// Days and amounts under one another.
fn instalments(parts: &[(Date, Ore)], words: &Words) -> Block {
    Block::figures(
        parts
            .iter()
            .map(|(on, amount)| Fact::new(words.date(*on), words.kr(*amount)))
            .collect(),
    )
}

pub(super) fn disbursements(data: &ProposalData, words: &Words) -> Section {
    let mut table = Table::headed(vec![Head::words(""), Head::figure(""), Head::words("")]);
    for one in &data.disbursements {
        table.row(vec![
            words.date(one.pay_on).into(),
            words.kr(one.amount).into(),
            disbursement(one, words),
        ]);
    }
    Section::new(words.t("word-disbursements"), vec![Block::Table(table)]).at(Place::Right)
}

/// L6: what has become of a disbursement.
#[must_use]
pub fn disbursement(one: &Disbursement, words: &Words) -> Styled {
    let done = match (&one.approved, &one.withdrawn) {
        (Some(approval), _) => phrase("word-voucher-number").with("voucher", approval.voucher),
        (None, Some((by, on))) => phrase("proposals-withdrawn")
            .with("by", by.as_str())
            .with("date", *on),
        (None, None) => return Styled::new(words.t("proposals-unapproved"), Tone::Warn),
    };
    let mut text = done.words(words);
    if let Some(by) = one.reversed_by() {
        let reversed = phrase("vouchers-reversed-by").with("voucher", by);
        text = format!("{text}, {}", reversed.words(words));
    }
    Styled::new(text, Tone::Dim)
}
