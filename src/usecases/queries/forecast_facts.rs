//! What a forecast starts from (F1–F3), gathered from the file: what is posted, what is known to come and go, and what every
//! project is expected to bring back.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::capital::facts_of;
use super::participants::{due_dates, standing};
use crate::domain::calendar::Quarter;
use crate::domain::capital::Capital;
use crate::domain::commitment::{Instalment, Standing, remaining_plan, standard_plan};
use crate::domain::contribution::DueDates;
use crate::domain::council::Recommendation;
use crate::domain::forecast::{Due, Facts, Flow, Participation, Prices, Project};
use crate::domain::ledger::lowest_from;
use crate::domain::money::Ore;
use crate::domain::participant::{Participant, contribution};
use crate::domain::proposal::{Details, PriceModel, Proposal, Ref, Stage};
use crate::domain::repayment::{Charge, Solution, price};
use crate::domain::scheme::Scheme;
use crate::store::{ParticipantRow, Read, StoreError};

/// Everything that a forecast on `today` is a function of, apart from what-ifs and the seed.
pub(crate) fn facts(read: &Read, today: Date) -> Result<Facts, StoreError> {
    Ok(capital_and_facts(read, today)?.1)
}

/// The same beside the capital, from one reading of the participants.
pub(crate) fn capital_and_facts(read: &Read, today: Date) -> Result<(Capital, Facts), StoreError> {
    let rows = read.participants(today)?;
    let capital = Capital::of(&read.fund.scheme, &facts_of(read, &rows, today)?, today);
    let facts = facts_from(read, &rows, &capital, today)?;
    Ok((capital, facts))
}

/// The same, when the participants and the capital have been read already.
pub(crate) fn facts_from(
    read: &Read,
    rows: &[ParticipantRow],
    capital: &Capital,
    today: Date,
) -> Result<Facts, StoreError> {
    let scheme = &read.fund.scheme;
    let quarter = Quarter::of(today);
    // The calendar of the fund begins in the year 2000, so that a day always has one before it.
    let before = quarter.first_day().yesterday().unwrap_or(Date::MIN);
    let (opening, _) = read.balances(before)?;
    let charges = read.charges(today)?;
    let audience = Audience::of(scheme, rows, today);
    let (projects, candidates) = projects(read, &charges, &audience, today)?;
    Ok(Facts {
        today,
        opening: opening.bank,
        posted: read.flows(quarter.first_day(), today)?,
        past: read.flows(Date::MIN, before)?,
        due: dues(scheme, rows, capital, &charges, today),
        projects,
        candidates,
        reserve: scheme.reserve,
        profile: scheme.profile.clone(),
        participation: participation(scheme, rows, capital, today),
    })
}

/// Who may take a solution into use (C5), and who might when they have answered (F5).
struct Audience {
    with_access: Vec<Participant>,
    undecided: Vec<Participant>,
}

impl Audience {
    fn of(scheme: &Scheme, rows: &[ParticipantRow], today: Date) -> Audience {
        let those = |of: &dyn Fn(&ParticipantRow) -> bool| {
            let rows = rows.iter().filter(|row| of(row));
            rows.map(|row| row.participant.clone()).collect()
        };
        Audience {
            with_access: those(&|row| standing(scheme, row, today).has_access()),
            undecided: those(&|row| row.answer.is_none()),
        }
    }

    fn prices<'a>(&'a self, details: &'a Details, solution: Option<&Solution>) -> Prices {
        let model = solution.map_or(&details.price_model, |solution| &solution.price_model);
        let inhabitants = |all: &'a [Participant]| {
            let all = all.iter().filter(|one| details.benefit.includes(one.kind));
            all.map(|one| one.population)
        };
        let people = |all| inhabitants(all).map(u64::from).sum();
        let sum = |all| {
            inhabitants(all)
                .filter_map(|inhabitants| price(model, inhabitants))
                .sum()
        };
        match model {
            PriceModel::Shared => Prices::Shared {
                inhabitants: people(&self.with_access),
                undecided: people(&self.undecided),
                base: solution.map(|solution| solution.base),
            },
            PriceModel::Price { .. } | PriceModel::Bands { .. } => Prices::List {
                sum: sum(&self.with_access),
                undecided: sum(&self.undecided),
            },
        }
    }
}

/// F5: what the undecided could bring, and what KS and the state would add to it.
fn participation(
    scheme: &Scheme,
    rows: &[ParticipantRow],
    capital: &Capital,
    today: Date,
) -> Option<Participation> {
    let undecided = rows.iter().filter(|row| row.answer.is_none());
    let undecided: Ore = undecided
        .map(|row| contribution(scheme.rate(row.participant.kind), row.participant.population))
        .sum();
    undecided.is_positive().then(|| Participation {
        undecided,
        // A participant that joins now pays by the deadline of that day (C4).
        due_on: Some(DueDates::of(scheme, Some(today)).payment).filter(|on| *on != Date::MAX),
        members_promised: capital.municipalities.promised + capital.counties.promised,
        ks_paid: capital.ks.paid,
        state_paid: capital.state.paid,
        scheme: scheme.clone(),
    })
}

/// F2: promises at their due date, the state's tranches at the end of their budget year, unpaid charges, owed refunds.
fn dues(
    scheme: &Scheme,
    rows: &[ParticipantRow],
    capital: &Capital,
    charges: &[Charge],
    today: Date,
) -> Vec<Due> {
    let due = |on: Option<Date>, flow, amount| Due {
        on: on.unwrap_or(today),
        flow,
        amount,
    };
    let ks = (capital.ks.promised - capital.ks.paid).max(Ore::ZERO);
    // C8: what is over of contributions goes as they came.
    let over: Ore = rows.iter().map(|row| row.over).sum();
    let mut dues = vec![
        due(scheme.ks_due, Flow::Contributions, ks),
        due(None, Flow::Contributions, -over),
        due(None, Flow::Repayments, over - capital.balances.refunds_owed),
    ];
    dues.extend(rows.iter().map(|row| {
        let on = Some(due_dates(scheme, row).payment).filter(|on| *on != Date::MAX);
        due(on, Flow::Contributions, row.contribution().rest())
    }));
    let tranches = capital.tranches.iter();
    dues.extend(tranches.map(|tranche| {
        let to_come = tranche.to_come().max(Ore::ZERO);
        due(Some(date(tranche.year, 12, 31)), Flow::State, to_come)
    }));
    dues.extend(
        charges
            .iter()
            .map(|charge| due(Some(charge.due_on), Flow::Repayments, charge.open())),
    );
    dues.retain(|due| !due.amount.is_zero());
    dues
}

/// F3: what money is committed to, and what it might be.
fn projects(
    read: &Read,
    charges: &[Charge],
    audience: &Audience,
    today: Date,
) -> Result<(Vec<Project>, Vec<Project>), StoreError> {
    let commitments = read.commitments(today)?;
    let solutions = read.solutions(today)?;
    let (mut projects, mut candidates) = (Vec::new(), Vec::new());
    for row in read.proposals()? {
        let proposal = row.proposal;
        let reference = proposal.reference;
        let standing = commitments.iter().find(|(of, _)| *of == reference);
        if let Some((_, standing)) = standing {
            // What is stopped pays nothing out and is taken into use by nobody more; its unpaid charges are due.
            if read.stopped_on(reference)?.is_some_and(|on| on <= today) {
                continue;
            }
            let solution = solutions.iter().find(|solution| solution.reference == reference);
            let own = charges.iter().filter(|charge| charge.reference == reference);
            projects.push(Project {
                charged: own.map(Charge::net).sum(),
                live_on: solution.map(|solution| solution.live_on),
                prices: audience.prices(&proposal.details, solution),
                ..committed(read, &proposal, *standing, today)?
            });
        } else if is_open(proposal.stage) {
            let amount = asked(read, &proposal)?;
            let instalments = standard_plan(amount, &read.fund.scheme.profile, today);
            candidates.push(Project {
                prices: audience.prices(&proposal.details, None),
                ..project(read, &proposal, instalments, amount)
            });
        }
    }
    Ok((projects, candidates))
}

/// Submitted, and not decided one way or the other.
fn is_open(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Submitted
            | Stage::Qualified
            | Stage::Scoring
            | Stage::Ranked
            | Stage::Recommended
            | Stage::Postponed
    )
}

/// What an undecided proposal asks for: what the council recommends, else what is applied for.
fn asked(read: &Read, proposal: &Proposal) -> Result<Ore, StoreError> {
    if proposal.stage == Stage::Recommended
        && let Some(recommended) = read.recommendation(proposal.reference)?
        && let Recommendation::Approve { amount, .. } = recommended.recommendation
    {
        return Ok(amount);
    }
    Ok(proposal.details.applied)
}

fn committed(
    read: &Read,
    proposal: &Proposal,
    standing: Standing,
    today: Date,
) -> Result<Project, StoreError> {
    let reference = proposal.reference;
    let ahead = posted_ahead(read, reference, today)?;
    let registered = Standing {
        disbursed: standing.disbursed + ahead.iter().map(|payment| payment.amount).sum::<Ore>(),
        ..standing
    };
    let mut instalments = remaining_plan(&read.plan(reference)?, registered);
    instalments.extend(ahead);
    instalments.sort_by_key(|instalment| instalment.due_on);
    let cost = paid_out(read, reference, today)? + standing.outstanding();
    Ok(project(read, proposal, instalments, cost))
}

/// L7, F2: what is approved and posted after today takes the place of the instalments that it pays.
fn posted_ahead(read: &Read, reference: Ref, today: Date) -> Result<Vec<Instalment>, StoreError> {
    let mut days: BTreeMap<Date, Ore> = BTreeMap::new();
    for (on, change) in read.posted_ahead(reference, today)? {
        *days.entry(on).or_default() += change;
    }
    let paid = days.into_iter().filter(|(_, amount)| amount.is_positive());
    Ok(paid
        .map(|(due_on, amount)| Instalment { due_on, amount })
        .collect())
}

fn paid_out(read: &Read, reference: Ref, today: Date) -> Result<Ore, StoreError> {
    let mut changes = read.changes_of_cost(reference)?;
    changes.retain(|(on, _)| *on <= today);
    Ok(lowest_from(changes, today))
}

fn project(read: &Read, proposal: &Proposal, instalments: Vec<Instalment>, cost: Ore) -> Project {
    let (scheme, details) = (&read.fund.scheme, &proposal.details);
    Project {
        reference: proposal.reference,
        instalments,
        cost,
        charged: Ore::ZERO,
        live_on: None,
        go_live: details.go_live,
        uptake: details.uptake.or(scheme.uptake),
        delay: details.delay.or(scheme.delay),
        prices: Prices::List {
            sum: Ore::ZERO,
            undecided: Ore::ZERO,
        },
        bass: details.bass.unwrap_or_default(),
    }
}
