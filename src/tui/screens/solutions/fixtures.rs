//! Made-up solutions for the stories: one that is shared, one with a price list, a new one and a stopped one.

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use crate::domain::commitment::{Disbursement, Payee};
use crate::domain::money::Ore;
use crate::domain::participant::{Kind, Number, Participant};
use crate::domain::policy::Role;
use crate::domain::proposal::{Applicant, Benefit, Details, Estimate, PriceModel, Proposal, Ref, Stage};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Adjustment, Adoption, Charge, CreditLine, Invoice, Solution};
use crate::tui::testing::{Ready, person};
use crate::usecases::views::adopting::{AdoptingData, Candidate};
use crate::usecases::views::solutions::{AdopterLine, ChargeLine, Overdue, SolutionData, SolutionLine};
use crate::usecases::views::{Adopting, SettlementRow, SolutionView, Solutions};
use crate::usecases::{Settling, SettlingPart, Stopping};

const TODAY: Date = date(2018, 5, 7);
pub(super) const SHARED: Ref = Ref::new(2017, 2);
pub(super) const PRICED: Ref = Ref::new(2017, 1);
pub(super) const NEW: Ref = Ref::new(2018, 1);

const fn kr(kroner: i64) -> Ore {
    Ore::kroner(kroner)
}

fn proposal(reference: Ref, title: &str, stage: Stage, price_model: PriceModel) -> Proposal {
    Proposal {
        reference,
        details: Details {
            title: title.into(),
            summary: String::new(),
            applicant: Applicant::Ks,
            benefit: Benefit::Municipalities,
            cost: kr(12_000_000),
            applied: kr(12_000_000),
            go_live: Some(date(2018, 9, 3)),
            uptake: Estimate::default(),
            delay: Estimate::default(),
            price_model,
            bass: None,
        },
        stage,
        submitted_on: Some(date(2017, 10, 2)),
        version: 1,
    }
}

const LATE: Overdue = Overdue {
    charges: 1,
    amount: Ore::new(40_508_700),
};

fn line(reference: Ref) -> SolutionLine {
    let bands: PriceModel = "bands:4999=25000,10000=40000,=60000".parse().unwrap();
    let live = |price_model: &PriceModel| Solution {
        reference,
        live_on: date(2018, 1, 15),
        price_model: price_model.clone(),
        base: Decimal::from(480_000),
    };
    let untouched = |proposal, outstanding| SolutionLine {
        proposal,
        solution: None,
        cost: outstanding,
        outstanding,
        lost: Ore::ZERO,
        adopters: 0,
        inhabitants: 0,
        with_access: 310,
        charged: Ore::ZERO,
        repaid: Ore::ZERO,
        overdue: Overdue::default(),
        to_remind: Overdue::default(),
        refunds_owed: Ore::ZERO,
        break_even: None,
    };
    match reference {
        SHARED => SolutionLine {
            solution: Some(live(&PriceModel::Shared)),
            cost: kr(12_000_000),
            outstanding: Ore::new(1_090_027_050),
            lost: kr(250_000),
            adopters: 3,
            charged: Ore::new(245_003_000),
            repaid: Ore::new(84_972_950),
            overdue: LATE,
            to_remind: LATE,
            refunds_owed: kr(12_500),
            break_even: Some(Decimal::new(623, 3)),
            ..untouched(
                proposal(
                    SHARED,
                    "Felles innsyn i postlister",
                    Stage::Live,
                    PriceModel::Shared,
                ),
                kr(0),
            )
        },
        PRICED => SolutionLine {
            solution: Some(live(&bands)),
            cost: kr(2_400_000),
            outstanding: Ore::ZERO,
            adopters: 61,
            charged: kr(2_400_000),
            repaid: kr(2_400_000),
            ..untouched(
                proposal(PRICED, "Felles varslingstjeneste på SMS", Stage::Repaid, bands),
                kr(0),
            )
        },
        NEW => untouched(
            proposal(
                NEW,
                "Meldingsflyt i barnevernet mellom kommuner og stat",
                Stage::Developing,
                PriceModel::Shared,
            ),
            kr(9_250_000),
        ),
        other => SolutionLine {
            cost: kr(1_500_000),
            lost: kr(1_500_000),
            ..untouched(
                proposal(other, "Felles kartløsning", Stage::Stopped, PriceModel::Shared),
                kr(0),
            )
        },
    }
}

fn participant(number: &str, name: &str, population: u32) -> Participant {
    Participant {
        kind: Kind::Municipality,
        number: Number::parse(number).unwrap(),
        name: name.into(),
        county_number: "01".into(),
        county_name: "Østfold".into(),
        population,
    }
}

fn people() -> [Participant; 4] {
    [
        participant("0101", "Halden", 30_790),
        participant("0104", "Moss", 32_407),
        participant("0105", "Sarpsborg", 55_127),
        participant("1874", "Moskenes", 1_070),
    ]
}

fn charge(invoice: i64, number: &str, [amount, credited, paid]: [i64; 3], due_on: Date) -> Charge {
    Charge {
        invoice: Invoice::new(invoice),
        reference: SHARED,
        number: Number::parse(number).unwrap(),
        settlement: Some(1),
        inhabitants: 30_790,
        amount: kr(amount),
        issued_on: date(2018, 2, 1),
        due_on,
        credited: kr(credited),
        paid: kr(paid),
        reminders: i64::from(invoice == 2),
        reminded_on: (invoice == 2).then_some(date(2018, 4, 3)),
    }
}

fn adopter(who: &Participant, charges: &[Charge], owed: Ore) -> AdopterLine {
    let own = || charges.iter().filter(|charge| charge.number == who.number);
    let overdue = || own().filter(|charge| charge.open().is_positive() && charge.due_on < TODAY);
    AdopterLine {
        adoption: Adoption {
            participant: who.clone(),
            adopted_on: date(2018, 1, 20),
        },
        charged: own().map(Charge::net).sum(),
        paid: own().map(|charge| charge.paid).sum(),
        overdue: Overdue {
            charges: overdue().count(),
            amount: overdue().map(Charge::open).sum(),
        },
        owed,
    }
}

fn settling() -> Settling {
    let part = |who: &Participant, share, adjustment| SettlingPart {
        number: who.number.clone(),
        inhabitants: who.population,
        share: kr(share),
        before: kr(760_000),
        adjustment,
    };
    let credit = CreditLine {
        invoice: Invoice::new(2),
        unpaid: kr(9_000),
        refund: kr(1_000),
    };
    let people = people();
    Settling {
        on: TODAY,
        cost: kr(12_000_000),
        parts: vec![
            part(&people[0], 769_750, Adjustment::Charge(kr(9_750))),
            part(&people[1], 750_000, Adjustment::Credit(vec![credit])),
            part(&people[2], 760_000, Adjustment::Nothing),
        ],
    }
}

fn one(reference: Ref) -> SolutionData {
    let line = line(reference);
    let mut data = SolutionData {
        as_of: TODAY,
        adopters: Vec::new(),
        charges: Vec::new(),
        settlements: Vec::new(),
        may_adopt: people()[3..].to_vec(),
        base: Decimal::from(480_000),
        settling: Err(refuse("settle-price-list").with("ref", reference)),
        stopping: Stopping {
            withdrawn: vec![Disbursement {
                id: 9,
                payee: Payee::Project(reference),
                amount: kr(750_000),
                pay_on: TODAY,
                registered_by: "sofie".into(),
                registered_on: TODAY,
                approved: None,
                withdrawn: None,
            }],
            released: kr(2_750_000),
            credited: kr(0),
            lost: line.outstanding,
        },
        line,
    };
    if reference == SHARED {
        let soon = date(2018, 6, 1);
        let charges = vec![
            charge(1, "0101", [769_750, 0, 769_750], soon),
            charge(2, "0104", [810_175, 0, 405_088], date(2018, 3, 3)),
            charge(3, "0105", [1_378_175, 508_070, 0], soon),
        ];
        let owed = [kr(12_500), Ore::ZERO, Ore::ZERO];
        let people = people();
        data.adopters = people
            .iter()
            .zip(owed)
            .map(|(who, owed)| adopter(who, &charges, owed))
            .collect();
        data.line.inhabitants = people[..3].iter().map(|who| i64::from(who.population)).sum();
        let named = |charge: Charge| ChargeLine {
            name: people
                .iter()
                .find(|who| who.number == charge.number)
                .unwrap()
                .name
                .clone(),
            title: data.line.proposal.details.title.clone(),
            standing: charge.standing(TODAY),
            reminders: charge.reminded_on.into_iter().collect(),
            charge,
        };
        data.charges = charges.into_iter().map(named).collect();
        let shares = [769_750, 810_175, 1_378_175].map(kr);
        data.settlements = vec![SettlementRow {
            id: 1,
            on: date(2018, 2, 1),
            cost: kr(12_000_000),
            inhabitants: 118_324,
            shares: people
                .iter()
                .zip(shares)
                .map(|(who, share)| (who.number.clone(), who.population, share))
                .collect(),
        }];
        data.settling = Ok(settling());
        data.stopping.withdrawn.clear();
    }
    data
}

fn adopting() -> AdoptingData {
    let line = line(SHARED);
    let may = |who: &Participant| match who.number.as_str() {
        "0101" => Err(refuse("adoption-without-access")
            .with("name", "Halden")
            .with("date", TODAY)),
        _ => Ok(()),
    };
    let candidate = |participant: Participant| {
        let may = may(&participant);
        (participant.number.clone(), Candidate { participant, may })
    };
    AdoptingData {
        proposal: line.proposal,
        solution: line.solution.unwrap(),
        candidates: people().into_iter().map(candidate).collect(),
    }
}

/// A fund with all of them.
pub(super) fn fund(roles: &[Role]) -> Ready {
    let all = [PRICED, SHARED, NEW, Ref::new(2018, 3)];
    Ready::new(person(roles))
        .with(move |_: &Solutions| Ok(all.map(line).to_vec()))
        .with(|view: &SolutionView| Ok(one(view.reference)))
        .with(|_: &Adopting| Ok(adopting()))
}
