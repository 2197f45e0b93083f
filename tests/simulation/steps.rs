//! Which step is taken next, by chance: mostly one that somebody may take on something that is there, now and then one by anybody
//! or on nothing.

use jiff::{Span, ToSpan};
use kommit::domain::council::{Recommendation, Ruling};
use kommit::domain::intake::LedgerIntake;
use kommit::domain::ledger::Account;
use kommit::domain::member::{Member, parse_roles};
use kommit::domain::money::Ore;
use kommit::domain::participant::Number;
use kommit::domain::policy::Role;
use kommit::domain::proposal::{Applicant, Benefit, Details, Estimate, Gates, PriceModel, Ref, Stage};
use kommit::usecases::views::{
    Charges, Disbursements, ProposalView, Proposals, Rounds, SolutionView, Solutions,
};
use kommit::usecases::{
    AddMember, Adopt, ApproveDisbursement, Clock, ClosePeriod, Decide, DeclareConflict, ImportLedger,
    KeepOverpayment, MoveProposals, OpenRound, PayCharge, PayRefund, Payer, Qualify, Recommend, RecordGoLive,
    RefundContribution, RegisterAnswer, RegisterDisbursement, RegisterPayment, Release, RemindAll,
    ReopenPeriod, RevealRound, ReverseVoucher, RevokeMember, SaveProposal, SetParameter, SetRole, SetSeat,
    Settle, StopProject, SubmitProposal, SubmitScorecard, WaiveRest, WithdrawDisbursement, WithdrawProposal,
    WriteOff,
};
use rand::RngExt;

use crate::meetings;
use crate::world::{ADMINISTRATOR, COUNCIL, Deed, INVITED, STAFF, World};

const CRITERIA: [&str; 5] = ["benefit", "uptake", "feasibility", "gain", "fit"];

pub fn chosen(world: &mut World) -> Deed {
    let mut deed = likely(world);
    // Somebody else tries it.
    if world.one_in(14) {
        let everybody: Vec<&str> = COUNCIL
            .into_iter()
            .chain(STAFF.map(|(handle, _)| handle))
            .chain([ADMINISTRATOR, "nobody"])
            .collect();
        deed.who = world.pick(&everybody).unwrap_or_default().to_owned();
    }
    deed
}

fn likely(world: &mut World) -> Deed {
    // A meeting that is open goes on.
    if world.meets && !world.one_in(8) {
        return meetings::step(world);
    }
    match world.below(100) {
        0..9 => contribution(world),
        9..19 => registered(world),
        19..41 => scored(world),
        41..56 => meetings::step(world),
        56..78 => decided(world),
        78..94 => paid_back(world),
        _ => kept_house(world),
    }
}

pub fn proposals(world: &mut World, stages: &[Stage]) -> Vec<Ref> {
    let rows = world.sees("obs", &Proposals).expect("proposals are shown");
    let fitting = rows.iter().filter(|row| stages.contains(&row.proposal.stage));
    fitting.map(|row| row.proposal.reference).collect()
}

/// One of those at these stages; now and then any there may be, or none that is.
fn one(world: &mut World, stages: &[Stage]) -> Option<Ref> {
    if world.one_in(30) {
        let number = world.dice.random_range(1..30);
        return Some(Ref::new(2018, number));
    }
    let found = proposals(world, stages);
    world.pick(&found)
}

fn number(world: &mut World) -> Number {
    let (number, ..) = INVITED[world.below(INVITED.len())];
    Number::parse(number).expect("a number")
}

/// Kroner up to `most`, sometimes with øre, sometimes nothing or less.
fn amount(world: &mut World, most: i64) -> Ore {
    match world.below(20) {
        0 => Ore::new(0),
        1 => Ore::new(-100),
        2..5 => Ore::new(world.dice.random_range(1..most.max(2) * 100)),
        _ => Ore::kroner(world.dice.random_range(1..most.max(2))),
    }
}

fn reason(world: &mut World) -> String {
    if world.one_in(20) {
        String::new()
    } else {
        "Det ble slik".to_owned()
    }
}

fn contribution(world: &mut World) -> Deed {
    let number = number(world);
    match world.below(10) {
        0..4 => {
            let joins = !world.one_in(5);
            let reason = reason(world);
            Deed::of(
                "sek",
                RegisterAnswer {
                    number,
                    joins,
                    on: None,
                    reference: "PS 1/18".into(),
                    reason,
                    resolution: String::new(),
                    resolved: None,
                },
            )
        }
        4..8 => {
            let payer = match world.below(8) {
                0 => Payer::Ks,
                1 => Payer::State,
                _ => Payer::Participant(number),
            };
            let some = amount(world, 2_000_000);
            let asked_for = matches!(payer, Payer::Participant(_)) && !world.one_in(4);
            let amount = (!asked_for).then_some(some);
            Deed::of(
                "sek2",
                RegisterPayment {
                    payer,
                    amount,
                    on: None,
                },
            )
        }
        8 => {
            let (amount, reason) = (amount(world, 50_000), reason(world));
            if world.one_in(2) {
                Deed::of(
                    "ks",
                    WaiveRest {
                        number,
                        amount,
                        reason,
                    },
                )
            } else {
                Deed::of(
                    "ks",
                    KeepOverpayment {
                        number,
                        amount,
                        reason,
                    },
                )
            }
        }
        _ => {
            let some = amount(world, 50_000);
            let amount = world.one_in(2).then_some(some);
            Deed::of("sek", RefundContribution { number, amount })
        }
    }
}

fn details(world: &mut World) -> Details {
    let cost = Ore::kroner(world.dice.random_range(1..4_000) * 1_000);
    let applicant = if !world.one_in(4) {
        Applicant::Ks
    } else {
        Applicant::Participant(number(world))
    };
    let price_model = match world.below(4) {
        0 => "fixed:25000",
        1 => "bands:4999=25000,10000=40000,=60000",
        _ => "shared",
    };
    let benefits = [Benefit::Municipalities, Benefit::Counties, Benefit::Both];
    Details {
        title: format!("Søknad {}", world.count.steps),
        summary: "Felles".into(),
        applicant,
        benefit: benefits[world.below(3)],
        cost,
        applied: cost,
        go_live: None,
        uptake: Estimate::default(),
        delay: Estimate::default(),
        price_model: price_model.parse::<PriceModel>().expect("a price model"),
        bass: None,
    }
}

fn saved(world: &mut World) -> Deed {
    let details = details(world);
    Deed::of(
        "sek",
        SaveProposal {
            reference: None,
            details,
            version: None,
        },
    )
}

fn registered(world: &mut World) -> Deed {
    let waiting = proposals(world, &[Stage::Draft, Stage::Submitted, Stage::Qualified]).len();
    match world.below(12) {
        0..4 if waiting < 6 => saved(world),
        0..7 => {
            let Some(reference) = one(world, &[Stage::Draft]) else {
                return saved(world);
            };
            Deed::of("sek", SubmitProposal { reference, on: None })
        }
        7 if world.one_in(4) => {
            let stages = [Stage::Draft, Stage::Submitted, Stage::Qualified, Stage::Ranked];
            let Some(reference) = one(world, &stages) else {
                return saved(world);
            };
            let reason = reason(world);
            Deed::of("sek2", WithdrawProposal { reference, reason })
        }
        _ => {
            let Some(reference) = one(world, &[Stage::Submitted]) else {
                return saved(world);
            };
            let gates = Gates {
                shared_development: true,
                of_use_to_all: !world.one_in(20),
                eligible_applicant: !world.one_in(3),
                credible_repayment: true,
            };
            let reason = reason(world);
            Deed::of(
                "leder",
                Qualify {
                    reference,
                    gates,
                    reason,
                },
            )
        }
    }
}

fn scored(world: &mut World) -> Deed {
    let open = world.sees("leder", &Rounds).expect("rounds are shown");
    let open = open.into_iter().find(|line| line.round.revealed_on.is_none());
    let Some(line) = open else {
        if world.one_in(4) {
            let Some(reference) = one(world, &[Stage::Ranked]) else {
                return registered(world);
            };
            let (to, reason) = (1 + world.below(4), reason(world));
            let moves = vec![(reference, to)];
            return Deed::of(
                "nest",
                MoveProposals {
                    moves,
                    reason,
                    seen: None,
                },
            );
        }
        let mut proposals = proposals(world, &[Stage::Qualified, Stage::Postponed]);
        proposals.truncate(4);
        if proposals.is_empty() && !world.one_in(10) {
            return registered(world);
        }
        let name = format!("2018-{}", world.count.steps);
        return Deed::of("leder", OpenRound { name, proposals });
    };
    let refs: Vec<Ref> = line.proposals.iter().map(|proposal| proposal.reference).collect();
    let reference = world.pick(&refs).unwrap_or_else(|| Ref::new(2018, 1));
    let enough = line.submitted * 5 > line.expected;
    match world.below(30) {
        0..2 => Deed::of(
            "leder",
            RevealRound {
                name: line.round.name,
            },
        ),
        2..7 if enough => Deed::of(
            "leder",
            RevealRound {
                name: line.round.name,
            },
        ),
        9 => {
            let who = world.pick(&COUNCIL).unwrap_or("m3");
            let ground = reason(world);
            Deed::of(who, DeclareConflict { reference, ground })
        }
        10 => Deed::of("sek", score(world, reference, Some("m11"))),
        _ => {
            let who = world.pick(&COUNCIL).unwrap_or("m3");
            Deed::of(who, score(world, reference, None))
        }
    }
}

fn score(world: &mut World, reference: Ref, on_behalf_of: Option<&str>) -> SubmitScorecard {
    let mut scores = Vec::new();
    for criterion in CRITERIA {
        let score = world.dice.random_range(0..=5_u8);
        scores.push((criterion.to_owned(), (score > 0).then_some(score)));
    }
    SubmitScorecard {
        reference,
        scores,
        comment: String::new(),
        on_behalf_of: on_behalf_of.map(str::to_owned),
    }
}

fn decided(world: &mut World) -> Deed {
    // What is furthest on comes first, as a rule.
    let likely = [
        (Stage::Developing, 0..8),
        (Stage::Committed, 0..6),
        (Stage::Recommended, 8..14),
        (Stage::Ranked, 14..17),
    ];
    let mut kinds: Vec<usize> = vec![world.below(20)];
    for (stage, range) in likely {
        if !proposals(world, &[stage]).is_empty() {
            kinds.extend([
                range.start + world.below(range.len()),
                range.start + world.below(range.len()),
            ]);
        }
    }
    let kind = world.pick(&kinds).unwrap_or_default();
    let under_way = [Stage::Committed, Stage::Developing];
    match kind {
        0..4 => {
            let Some(reference) = one(world, &under_way) else {
                return registered(world);
            };
            let rest = standing(world, reference);
            let amount = if world.one_in(2) {
                rest
            } else {
                amount(world, 700_000)
            };
            let ahead = world.dice.random_range(0..40_i64);
            let today = world.clock.today();
            let on = world.one_in(4).then(|| today.saturating_add(ahead.days()));
            Deed::of(
                "sek",
                RegisterDisbursement {
                    reference,
                    amount,
                    on,
                },
            )
        }
        4..8 => {
            let waiting = world
                .sees("ks", &Disbursements)
                .expect("disbursements are shown")
                .all;
            let ids: Vec<i64> = waiting
                .iter()
                .filter(|one| one.waits())
                .map(|one| one.id)
                .collect();
            let Some(id) = world.pick(&ids) else {
                return registered(world);
            };
            if world.one_in(10) {
                Deed::of("sek", WithdrawDisbursement { id })
            } else {
                Deed::of(
                    if world.one_in(4) { "ks2" } else { "ks" },
                    ApproveDisbursement { id },
                )
            }
        }
        8..14 => {
            let Some(reference) = one(world, &[Stage::Recommended]) else {
                return registered(world);
            };
            let asked = recommended(world, reference);
            let amount = asked
                .filter(|_| !world.one_in(4))
                .unwrap_or_else(|| amount(world, 2_000_000));
            let ruling = if world.one_in(9) {
                Ruling::Decline
            } else {
                Ruling::Commit(amount)
            };
            let reason = reason(world);
            Deed::of(
                "ks",
                Decide {
                    reference,
                    ruling,
                    plan: None,
                    reason,
                },
            )
        }
        14..17 => {
            let Some(reference) = one(world, &[Stage::Ranked, Stage::Recommended]) else {
                return registered(world);
            };
            let amount = amount(world, 1_500_000);
            let recommendation = match world.below(6) {
                0 => Recommendation::Postpone,
                1 => Recommendation::Decline,
                _ => Recommendation::Approve {
                    amount,
                    conditions: String::new(),
                },
            };
            Deed::of(
                "leder",
                Recommend {
                    reference,
                    recommendation,
                },
            )
        }
        17 => {
            let Some(reference) = one(world, &under_way) else {
                return registered(world);
            };
            let (amount, reason) = (amount(world, 300_000), reason(world));
            Deed::of(
                "ks",
                Release {
                    reference,
                    amount,
                    reason,
                },
            )
        }
        _ => {
            let Some(reference) = one(world, &[Stage::Committed, Stage::Developing, Stage::Live]) else {
                return registered(world);
            };
            let reason = reason(world);
            if world.one_in(4) {
                Deed::of("ks", StopProject { reference, reason })
            } else {
                let amount = amount(world, 300_000);
                Deed::of(
                    "ks",
                    WriteOff {
                        reference,
                        amount,
                        reason,
                    },
                )
            }
        }
    }
}

/// What the council has recommended that KS approves.
fn recommended(world: &mut World, reference: Ref) -> Option<Ore> {
    let seen = world.sees("obs", &ProposalView { reference }).ok()?;
    match seen.recommended?.recommendation {
        Recommendation::Approve { amount, .. } => Some(amount),
        _ => None,
    }
}

/// What is committed to a project and not yet paid out.
fn standing(world: &mut World, reference: Ref) -> Ore {
    let seen = world.sees("obs", &ProposalView { reference }).ok();
    let standing = seen.and_then(|seen| seen.commitment);
    standing.map_or(Ore::kroner(1), |standing| standing.outstanding())
}

fn paid_back(world: &mut World) -> Deed {
    let live = [Stage::Live, Stage::Repaid, Stage::WrittenOff];
    match world.below(20) {
        0..3 => {
            let Some(reference) = one(world, &[Stage::Developing, Stage::Committed]) else {
                return registered(world);
            };
            Deed::of(
                "sek",
                RecordGoLive {
                    reference,
                    on: None,
                    price_model: None,
                },
            )
        }
        3..8 => {
            let Some(reference) = one(world, &live) else {
                return registered(world);
            };
            let number = number(world);
            Deed::of(
                "sek",
                Adopt {
                    reference,
                    number,
                    on: None,
                },
            )
        }
        8..11 => {
            let Some(reference) = one(world, &live) else {
                return registered(world);
            };
            Deed::of("sek2", Settle { reference, on: None })
        }
        11..16 => {
            let charges = world.sees("sek", &Charges).expect("charges are shown");
            let invoices: Vec<_> = charges.iter().map(|line| line.charge.invoice).collect();
            let some = amount(world, 100_000);
            let amount = world.one_in(2).then_some(some);
            match world.pick(&invoices) {
                Some(invoice) => Deed::of(
                    "sek",
                    PayCharge {
                        invoice,
                        amount,
                        on: None,
                    },
                ),
                None => Deed::of("sek", RemindAll { on: None }),
            }
        }
        16 => Deed::of("sek", RemindAll { on: None }),
        17..19 => owed(world),
        _ => {
            let vouchers = world.model.vouchers();
            let voucher = world.dice.random_range(1..=vouchers.max(1));
            let reason = reason(world);
            Deed::of(
                "sek",
                ReverseVoucher {
                    voucher,
                    reason,
                    on: None,
                },
            )
        }
    }
}

/// What is owed to an adopter is paid, or something that isn't.
fn owed(world: &mut World) -> Deed {
    let lines = world.sees("sek", &Solutions).expect("solutions are shown");
    let owing = lines.iter().find(|line| line.refunds_owed.is_positive());
    let mut number = number(world);
    let mut reference = Ref::new(2018, 1);
    if let Some(line) = owing {
        reference = line.proposal.reference;
        let data = world
            .sees("sek", &SolutionView { reference })
            .expect("a solution is shown");
        let owed = data.adopters.iter().find(|line| line.owed.is_positive());
        number = owed.map_or(number, |line| line.adoption.participant.number.clone());
    }
    let some = amount(world, 50_000);
    let amount = world.one_in(2).then_some(some);
    Deed::of(
        "sek",
        PayRefund {
            reference,
            number,
            amount,
            on: None,
        },
    )
}

fn kept_house(world: &mut World) -> Deed {
    let today = world.clock.today();
    let back = world.dice.random_range(1..200_i64);
    let earlier = today.saturating_sub(back.days());
    match world.below(20) {
        0..9 => {
            let amount = amount(world, 40_000);
            let (from, to) = match world.below(5) {
                0 => (Account::OtherIncome, Account::Bank),
                1 => (Account::Bank, Account::Outstanding(Ref::new(2018, 1))),
                _ => (Account::Bank, Account::Costs),
            };
            let row = LedgerIntake {
                line: 2,
                date: if world.one_in(3) { earlier } else { today },
                from,
                to,
                amount,
                text: "Drift".into(),
                voucher: None,
                value_date: None,
            };
            Deed::of("sek", ImportLedger { rows: vec![row] })
        }
        9..12 => Deed::of("sek", ClosePeriod { through: earlier }),
        12 => {
            let reason = reason(world);
            Deed::of("ks", ReopenPeriod { day: earlier, reason })
        }
        13 => {
            let member = Member {
                handle: format!("ny{}", world.count.steps),
                name: "Ny".into(),
                roles: parse_roles("observer").expect("a role"),
                participant: None,
                active: true,
            };
            Deed::of(ADMINISTRATOR, AddMember { member })
        }
        14 => {
            let handle = format!("ny{}", world.below(400));
            Deed::of(ADMINISTRATOR, RevokeMember { handle })
        }
        15..17 => {
            let number = 1 + u32::try_from(world.below(11)).unwrap_or_default();
            let holder = COUNCIL[number as usize - 1];
            let vacant = world.one_in(6);
            Deed::of(
                ADMINISTRATOR,
                SetSeat {
                    number,
                    holder: (!vacant).then(|| holder.to_owned()),
                    substitutes: vec!["vara".into()],
                    from: today,
                    to: vacant.then(|| today.saturating_add(Span::new().days(20))),
                },
            )
        }
        17 => {
            let handle = world.pick(&COUNCIL).unwrap_or("m3").to_owned();
            // Some are deputies for a while; one whose only role ends may do nothing more.
            let (role, to) = if world.one_in(12) {
                (Role::Member, Some(today.saturating_add(300.days())))
            } else {
                (Role::Member, None)
            };
            Deed::of(
                ADMINISTRATOR,
                SetRole {
                    handle,
                    role,
                    from: today,
                    to,
                },
            )
        }
        _ => {
            let value = world.below(20).to_string();
            let reason = reason(world);
            Deed::of(
                ADMINISTRATOR,
                SetParameter {
                    key: "council.notice_days".into(),
                    value,
                    from: today,
                    reason,
                },
            )
        }
    }
}
