//! The content of the demo fund is what the rules allow: applicants that exist, figures that hold together, a council
//! with its seats, and a first round with every kind of outcome.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kommit::domain::council::{Recommendation, Ruling, check_amount, check_deviation};
use kommit::domain::member::check_handle;
use kommit::domain::money::Ore;
use kommit::domain::participant::Number;
use kommit::domain::policy::Role;
use kommit::domain::proposal::{Applicant, Benefit, Details, Estimate, PriceModel, Ref, Stage};
use kommit::domain::scheme::Scheme;
use kommit::domain::text;
use kommit::exchange;
use rust_decimal::Decimal;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    member: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    handle: String,
    name: String,
    roles: Vec<String>,
    participant: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    comments: Vec<String>,
    round: Vec<RoundPart>,
    proposal: Vec<ProposalPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundPart {
    name: String,
    opened_on: Date,
    revealed_on: Option<Date>,
    called_for: Option<Date>,
    #[serde(default)]
    information: Vec<InformationPart>,
    recommended_on: Option<Date>,
    decided_on: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InformationPart {
    title: String,
    #[serde(default)]
    internal: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProposalPart {
    r#ref: String,
    title: String,
    summary: String,
    applicant: String,
    owner_number: Option<String>,
    benefit: String,
    cost: i64,
    applied: i64,
    submitted_on: Option<Date>,
    go_live: Date,
    uptake_low: Decimal,
    uptake: Decimal,
    uptake_high: Decimal,
    delay_low: u32,
    delay: u32,
    delay_high: u32,
    price_model: String,
    quality: f64,
    spread: f64,
    round: Option<String>,
    stage: Option<String>,
    gates: Option<[bool; 4]>,
    reason: Option<String>,
    moved_to: Option<usize>,
    move_reason: Option<String>,
    #[serde(default)]
    conflicts: Vec<ConflictPart>,
    outcome: Option<OutcomePart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConflictPart {
    member: String,
    ground: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomePart {
    recommended: String,
    amount: Option<i64>,
    conditions: Option<String>,
    decided: Option<String>,
    committed: Option<i64>,
    reason: Option<String>,
}

fn people() -> Vec<Person> {
    toml::from_str::<People>(include_str!("../../assets/demo/members.toml"))
        .unwrap()
        .member
}

/// The rounds of 2018 and their proposals.
fn content() -> Content {
    let mut content: Content = toml::from_str(include_str!("../../assets/demo/proposals.toml")).unwrap();
    let large: Content = toml::from_str(include_str!("../../assets/demo/large.toml")).unwrap();
    content.round.extend(large.round);
    content.proposal.extend(large.proposal);
    content
}

fn invited() -> BTreeSet<Number> {
    let rows = exchange::participants(include_bytes!("../../assets/data/participants-2017.csv"))
        .whole()
        .unwrap();
    rows.into_iter().map(|row| row.number).collect()
}

fn details(part: &ProposalPart) -> Details {
    let number = |text: &str| Number::parse(text).unwrap();
    let applicant = match (&part.owner_number, part.applicant.as_str()) {
        (Some(owner), name) => Applicant::Company {
            name: name.to_owned(),
            owner: number(owner),
        },
        (None, "KS") => Applicant::Ks,
        (None, text) => Applicant::Participant(number(text)),
    };
    Details {
        title: text::required_line(&part.title).unwrap(),
        summary: text::required_prose(&part.summary).unwrap(),
        applicant,
        benefit: Benefit::parse(&part.benefit).unwrap(),
        cost: Ore::kroner(part.cost),
        applied: Ore::kroner(part.applied),
        go_live: Some(part.go_live),
        uptake: Estimate {
            low: Some(part.uptake_low),
            likely: Some(part.uptake),
            high: Some(part.uptake_high),
        },
        delay: Estimate {
            low: Some(part.delay_low),
            likely: Some(part.delay),
            high: Some(part.delay_high),
        },
        price_model: part.price_model.parse::<PriceModel>().unwrap(),
        bass: None,
    }
}

#[test]
fn the_council_has_its_seats_and_everyone_comes_from_somewhere() {
    let scheme = Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap();
    let (people, invited) = (people(), invited());
    let roles = |person: &Person| {
        person
            .roles
            .iter()
            .map(|r| Role::parse(r).unwrap())
            .collect::<Vec<_>>()
    };
    let seated = people
        .iter()
        .filter(|p| roles(p).iter().any(|r| r.sits_in_council()));
    assert_eq!(seated.count(), usize::try_from(scheme.seats).unwrap());
    for role in Role::ALL {
        assert!(
            people.iter().any(|p| roles(p).contains(&role)),
            "nobody is {role:?}"
        );
    }
    let handles: BTreeSet<&str> = people.iter().map(|p| p.handle.as_str()).collect();
    assert_eq!(handles.len(), people.len());
    for person in &people {
        assert_eq!(check_handle(&person.handle), Ok(()));
        assert!(text::required_line(&person.name).is_ok());
        let from = person.participant.as_deref().map(|n| Number::parse(n).unwrap());
        assert!(
            from.is_none_or(|number| invited.contains(&number)),
            "{}",
            person.handle
        );
    }
}

#[test]
fn every_proposal_holds_together_and_its_applicant_is_invited() {
    let (content, invited) = (content(), invited());
    assert!(content.proposal.len() >= 26);
    assert!(
        content
            .comments
            .iter()
            .all(|comment| text::required_prose(comment).is_ok())
    );
    for (place, part) in content.proposal.iter().enumerate() {
        let details = details(part);
        assert_eq!(details.check(), Ok(()), "{}", part.r#ref);
        let number = u32::try_from(place + 1).unwrap();
        assert_eq!(part.r#ref.parse(), Ok(Ref::new(2018, number)));
        assert!(
            details
                .applicant
                .accountable()
                .is_none_or(|n| invited.contains(n)),
            "{}",
            part.r#ref
        );
        assert!(
            (1.0..=5.0).contains(&part.quality) && (0.0..2.0).contains(&part.spread),
            "{}",
            part.r#ref
        );
        assert!(
            part.summary.matches('.').count() >= 2 && !part.summary.contains("  "),
            "{}",
            part.r#ref
        );
        assert_ne!(part.round.is_some(), part.stage.is_some(), "{}", part.r#ref);
        if let Some(stage) = &part.stage {
            let stage = Stage::parse(stage).unwrap();
            assert_eq!(
                stage == Stage::Draft,
                part.submitted_on.is_none(),
                "{}",
                part.r#ref
            );
            assert_eq!(
                stage == Stage::NotQualified,
                part.gates.is_some() && part.reason.is_some()
            );
        }
    }
    let titles: BTreeSet<&str> = content.proposal.iter().map(|p| p.title.as_str()).collect();
    assert_eq!(titles.len(), content.proposal.len());
    let short = titles.iter().filter(|title| title.chars().count() <= 34).count();
    assert!(short >= 24 && short < titles.len(), "{short} titles fit");
}

#[test]
fn the_rounds_have_eleven_cases_and_eight_large_ones_submitted_before_they_opened() {
    let content = content();
    for round in &content.round {
        let proposals: Vec<_> = content
            .proposal
            .iter()
            .filter(|p| p.round.as_ref() == Some(&round.name))
            .collect();
        let large = round.name == "2018-3";
        assert_eq!(proposals.len(), if large { 8 } else { 11 }, "{}", round.name);
        let opened = round.opened_on;
        assert!(
            proposals
                .iter()
                .all(|proposal| proposal.submitted_on.as_ref().is_some_and(|on| *on < opened))
        );
        let steps = [
            &round.revealed_on,
            &round.called_for,
            &round.recommended_on,
            &round.decided_on,
        ];
        let days: Vec<Date> = steps.into_iter().flatten().copied().collect();
        // One is decided, one is open, and the large one is revealed and called to a meeting of the council.
        assert!(days.iter().all(|&day| day > opened) && days.is_sorted());
        assert!(
            days.len() == if large { 2 } else { days.len() / 3 * 3 },
            "{}",
            round.name
        );
        let told = |internal| {
            let mut told = round.information.iter();
            told.any(|part| part.internal == internal && text::required_line(&part.title).is_ok())
        };
        assert_eq!((told(false), told(true)), (large, large));
        assert_eq!(
            proposals.iter().all(|proposal| proposal.outcome.is_some()),
            days.len() == 3,
            "{}",
            round.name
        );
    }
}

#[test]
fn m5_a_member_whose_municipality_or_county_applies_is_in_conflict() {
    let people = people();
    for part in content().proposal.iter().filter(|part| part.round.is_some()) {
        let declared: BTreeSet<&str> = part.conflicts.iter().map(|c| c.member.as_str()).collect();
        assert!(
            part.conflicts
                .iter()
                .all(|c| text::required_prose(&c.ground).is_ok())
        );
        assert!(
            declared
                .iter()
                .all(|handle| people.iter().any(|p| p.handle == *handle))
        );
        let accountable = details(part).applicant.accountable().cloned();
        for person in &people {
            let from = person.participant.as_deref().map(|n| Number::parse(n).unwrap());
            if from.is_some() && from == accountable {
                assert!(
                    declared.contains(person.handle.as_str()),
                    "{} in {}",
                    person.handle,
                    part.r#ref
                );
            }
        }
    }
}

#[test]
fn m7_the_first_round_has_every_kind_of_outcome_one_deviation_and_one_move() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut deviations, mut moves) = (0, 0);
    for part in &content().proposal {
        assert_eq!(part.moved_to.is_some(), part.move_reason.is_some());
        moves += usize::from(part.moved_to.is_some());
        let Some(outcome) = &part.outcome else { continue };
        let recommended = match outcome.recommended.as_str() {
            "approve" => {
                let amount = Ore::kroner(outcome.amount.unwrap());
                assert_eq!(check_amount(amount, Ore::kroner(part.applied)), Ok(()));
                Recommendation::Approve {
                    amount,
                    conditions: outcome.conditions.clone().unwrap(),
                }
            }
            "postpone" => Recommendation::Postpone,
            "decline" => Recommendation::Decline,
            other => panic!("{other}"),
        };
        *kinds.entry(recommended.word()).or_default() += 1;
        let ruling = match outcome.decided.as_deref() {
            Some("commit") => Ruling::Commit(Ore::kroner(outcome.committed.unwrap())),
            Some("decline") => Ruling::Decline,
            None => {
                assert_eq!(
                    recommended,
                    Recommendation::Postpone,
                    "a postponement takes effect at once"
                );
                continue;
            }
            Some(other) => panic!("{other}"),
        };
        let reason = outcome.reason.as_deref().unwrap_or_default();
        assert_eq!(
            check_deviation(ruling, &recommended, reason),
            Ok(()),
            "{}",
            part.r#ref
        );
        deviations += usize::from(ruling.deviation_from(&recommended).is_some());
    }
    assert_eq!(kinds.len(), 3, "{kinds:?}");
    assert_eq!((deviations, moves), (1, 1));
}
