//! The books (L1–L6, K1) on a real file: whatever people do, in whatever order and on whatever dates, the identity of
//! the fund's capital holds, the bank is never below zero on any day, and what is free is what the rule says. The
//! figures are added up again here from the bare rows.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kommit::domain::ledger::Account;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::domain::proposal::{Details, Ref};
use kommit::domain::repayment::Invoice;
use kommit::usecases::views::{
    CapitalView, Charges, Commitments, Disbursements, Health, JournalOrder, JournalPart, JournalTo,
    ParticipantView, Participants, ProposalView, Solutions,
};
use kommit::usecases::{
    ApproveDisbursement, ClosePeriod, ImportParticipants, OpError, PayCharge, PayRefund, Payer,
    RegisterDisbursement, RegisterPayment, Release, ReverseVoucher, UseCase,
};
use proptest::prelude::*;

use crate::common::claims::{adopt_on, expected, refund, remind, settle, stop, write_off};
use crate::common::fund::*;

const PROJECTS: usize = 2;
/// One is shared by its adopters, the other has a price list that covers its cost before all have paid.
const MODELS: [&str; PROJECTS] = ["shared", "fixed:20000+inhabitant:3"];
/// Those with access, and their inhabitants.
const ADOPTERS: [(&str, u32); 4] = [("0122", 1_003), ("0123", 7), ("0111", 4_999), ("0118", 5_000)];

/// The last day that anybody can set: the forecast beside the capital looks some years past it.
const LAST_DAY: Date = date(2099, 12, 31);

/// Something done with money. Numbers pick among what there is, shares are of what is left, in percent, and days are
/// counted from today.
#[derive(Clone, Debug)]
enum Step {
    Contribute { payer: usize, kroner: i64, day: i64 },
    Commit { project: usize, share: i64 },
    Release { project: usize, share: i64 },
    Register { project: usize, share: i64, day: i64 },
    Approve { nth: i64 },
    GoLive { project: usize },
    Adopt { project: usize, who: usize, ago: i64 },
    Settle { project: usize, ago: i64 },
    Pay { nth: i64, percent: i64, day: i64 },
    Refund { nth: i64, percent: i64, day: i64 },
    Remind { nth: i64 },
    WriteOff { project: usize, share: i64 },
    Stop { project: usize },
    Reverse { nth: i64, day: i64 },
    Close { day: i64 },
    Later { days: i64 },
}

fn deed() -> impl Strategy<Value = Step> {
    let share = 60..104_i64;
    let day = -30..40_i64;
    let project = 0..PROJECTS;
    let pick = 0..1_000_i64;
    let ago = 0..15_i64;
    prop_oneof![
        2 => (0..4_usize, 1..100_000_i64, day.clone())
            .prop_map(|(payer, kroner, day)| Step::Contribute { payer, kroner, day }),
        3 => (project.clone(), share.clone()).prop_map(|(project, share)| Step::Commit { project, share }),
        1 => (project.clone(), share.clone()).prop_map(|(project, share)| Step::Release { project, share }),
        4 => (project.clone(), share, 0..40_i64)
            .prop_map(|(project, share, day)| Step::Register { project, share, day }),
        4 => pick.clone().prop_map(|nth| Step::Approve { nth }),
        3 => project.clone().prop_map(|project| Step::GoLive { project }),
        5 => (project.clone(), 0..ADOPTERS.len(), ago.clone())
            .prop_map(|(project, who, ago)| Step::Adopt { project, who, ago }),
        3 => (project.clone(), ago).prop_map(|(project, ago)| Step::Settle { project, ago }),
        5 => (pick.clone(), 20..140_i64, day.clone())
            .prop_map(|(nth, percent, day)| Step::Pay { nth, percent, day }),
        2 => (pick.clone(), 40..104_i64, 0..30_i64)
            .prop_map(|(nth, percent, day)| Step::Refund { nth, percent, day }),
        1 => pick.clone().prop_map(|nth| Step::Remind { nth }),
        1 => (project.clone(), 5..104_i64).prop_map(|(project, share)| Step::WriteOff { project, share }),
        1 => project.prop_map(|project| Step::Stop { project }),
        4 => (pick, day.clone()).prop_map(|(nth, day)| Step::Reverse { nth, day }),
        1 => (-60..1_i64).prop_map(|day| Step::Close { day }),
        2 => (1..30_i64).prop_map(|days| Step::Later { days }),
    ]
}

/// Halden, Moss and Østfold have joined, a few small ones have paid as well, KS may pay, and two projects wait for KS's
/// decision.
fn world() -> Fund {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = MADE.get_or_init(|| {
        let fund = Fund::new();
        for number in [HALDEN, MOSS, OSTFOLD] {
            fund.does("sofie", &answers(number, true));
        }
        let rows = ADOPTERS.map(|(number, population)| {
            invited(Kind::Municipality, number, &format!("Nabo {number}"), population)
        });
        fund.does(
            "sofie",
            &ImportParticipants {
                rows: rows.to_vec(),
                on: None,
            },
        );
        for (adopter, _) in ADOPTERS {
            fund.does("sofie", &answers(adopter, true));
            fund.does("sofie", &pays(Payer::Participant(number(adopter)), None));
        }
        for (project_number, model) in (1..).zip(MODELS) {
            let title = format!("Prosjekt {project_number}");
            let details = Details {
                price_model: model.parse().unwrap(),
                ..expected(&title, kr(400_000), "0.5")
            };
            fund.recommended(&title, details);
        }
        fund.bytes()
    });
    Fund::of(bytes, DAY)
}

/// The same further on: KS has paid, both projects are live and paid out in part, and one has adopted each.
fn under_way() -> Fund {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = MADE.get_or_init(|| {
        let fund = world();
        fund.does("sofie", &pays(Payer::Ks, Some(kr(300_000))));
        for (reference, adopter) in [(Ref::new(2018, 1), "0122"), (Ref::new(2018, 2), "0123")] {
            let mut decide = commit(reference, kr(150_000));
            decide.reason = "Mindre enn søkt".into();
            fund.does("karl", &decide);
            fund.paid_out(reference, kr(60_000));
            fund.does("sofie", &goes_live(reference));
            fund.adopts(reference, adopter);
        }
        fund.settles(Ref::new(2018, 1));
        fund.bytes()
    });
    Fund::of(bytes, DAY)
}

fn use_case_of(deed: &Step, today: Date, rows: &Rows) -> Option<(&'static str, Box<dyn UseCase>)> {
    let on = |day: &i64| Some(today.checked_add(day.days()).unwrap());
    let reference = |project: &usize| Ref::new(2018, u32::try_from(project + 1).unwrap());
    let part = |whole: Ore, share: &i64| Ore::new(whole.ore() * share / 100);
    let left = |reference: Ref| {
        let name = reference.to_string();
        let of = |rows: &[(String, Date, Ore)]| -> Ore {
            let rows = rows.iter().filter(|(proposal, ..)| *proposal == name);
            rows.map(|(_, _, amount)| *amount).sum()
        };
        of(&rows.committed) - of(&rows.released) - rows.disbursed(reference, Date::MAX)
    };
    let invoice = |nth: &i64| {
        let charges = i64::try_from(rows.claims.charges.len()).unwrap();
        (charges > 0).then(|| Invoice::new(nth % charges + 1))
    };
    Some(match deed {
        Step::Contribute { payer, kroner, day } => {
            let payer = match payer {
                0 => Payer::Participant(number(HALDEN)),
                1 => Payer::Participant(number(OSTFOLD)),
                2 => Payer::Ks,
                _ => Payer::State,
            };
            let (amount, on) = (Some(kr(*kroner)), on(day));
            ("sofie", Box::new(RegisterPayment { payer, amount, on }))
        }
        Step::Commit { project, share } => {
            let unbound = rows.bank(Date::MAX) - rows.outstanding_commitments(Date::MAX);
            let mut decide = commit(reference(project), part(unbound, share));
            decide.reason = "Annet beløp".into();
            ("karl", Box::new(decide))
        }
        Step::Release { project, share } => {
            let reference = reference(project);
            let (amount, reason) = (part(left(reference), share), "Billigere".into());
            let release = Release {
                reference,
                amount,
                reason,
            };
            ("karl", Box::new(release))
        }
        Step::Register { project, share, day } => {
            let reference = reference(project);
            let (amount, on) = (part(left(reference), share), on(day));
            let register = RegisterDisbursement {
                reference,
                amount,
                on,
            };
            ("sofie", Box::new(register))
        }
        Step::Approve { nth } => {
            let id = nth % rows.disbursements.max(1) + 1;
            ("karl", Box::new(ApproveDisbursement { id }))
        }
        Step::GoLive { project } => ("sofie", Box::new(goes_live(reference(project)))),
        Step::Adopt { project, who, ago } => {
            let on = on(&-ago)?;
            (
                "sofie",
                Box::new(adopt_on(reference(project), ADOPTERS[*who].0, on)),
            )
        }
        Step::Settle { project, ago } => ("sofie", Box::new(settle(reference(project), on(&-ago)))),
        Step::Pay { nth, percent, day } => {
            let invoice = invoice(nth)?;
            let (amount, on) = (part(rows.claims.net(invoice), percent), on(day));
            let pay = PayCharge {
                invoice,
                amount: Some(amount),
                on,
            };
            ("sofie", Box::new(pay))
        }
        Step::Refund { nth, percent, day } => {
            let owed: Vec<_> = rows.claims.owed(Date::MAX).into_iter().collect();
            let ((reference, number), owed) = owed.get(usize::try_from(*nth).unwrap() % owed.len().max(1))?;
            let refund = PayRefund {
                on: on(day),
                ..refund(reference.parse().unwrap(), number, Some(part(*owed, percent)))
            };
            ("sofie", Box::new(refund))
        }
        Step::Remind { nth } => ("sofie", Box::new(remind(invoice(nth)?))),
        Step::WriteOff { project, share } => {
            let reference = reference(project);
            let outstanding = rows.sum(Date::MAX, |account| *account == Account::Outstanding(reference));
            ("karl", Box::new(write_off(reference, part(outstanding, share))))
        }
        Step::Stop { project } => ("karl", Box::new(stop(reference(project)))),
        Step::Reverse { nth, day } => {
            let vouchers = rows.postings.last().map_or(1, |(voucher, ..)| *voucher);
            ("sofie", Box::new(reverse_on(nth % vouchers + 1, on(day)?)))
        }
        Step::Close { day } => ("sofie", Box::new(ClosePeriod { through: on(day)? })),
        Step::Later { .. } => return None,
    })
}

/// The bare rows of the file.
struct Rows {
    /// Voucher, date, account, amount, event.
    postings: Vec<(i64, Date, Account, Ore, String)>,
    committed: Vec<(String, Date, Ore)>,
    released: Vec<(String, Date, Ore)>,
    disbursements: i64,
    claims: Claims,
    /// Solutions with a price list (R2).
    listed: BTreeSet<String>,
}

/// The bare rows of what is claimed of adopters.
struct Claims {
    /// By invoice: project, issued on, amount.
    charges: BTreeMap<i64, (String, Date, Ore)>,
    /// Invoice, date, amount.
    credits: Vec<(i64, Date, Ore)>,
    movements: Vec<Moved>,
}

/// A movement, by the date of its voucher.
struct Moved {
    on: Date,
    reference: String,
    number: String,
    charge: Option<i64>,
    paid: Ore,
    owed: Ore,
}

impl Claims {
    fn of(raw: &rusqlite::Connection) -> Claims {
        let sql = "SELECT id, ref, issued_on, amount_ore FROM charges";
        let charges = rows(raw, sql, |row| {
            let on: String = row.get(2)?;
            Ok((row.get(0)?, (row.get(1)?, day(&on), Ore::new(row.get(3)?))))
        });
        let credits = rows(raw, "SELECT charge, on_date, amount_ore FROM credits", |row| {
            let on: String = row.get(1)?;
            Ok((row.get(0)?, day(&on), Ore::new(row.get(2)?)))
        });
        let sql = "SELECT v.posted_on, m.ref, m.number, m.charge, m.paid_ore, m.owed_ore
                   FROM movements m JOIN vouchers v ON v.voucher = m.voucher";
        let movements = rows(raw, sql, |row| {
            let on: String = row.get(0)?;
            Ok(Moved {
                on: day(&on),
                reference: row.get(1)?,
                number: row.get(2)?,
                charge: row.get(3)?,
                paid: Ore::new(row.get(4)?),
                owed: Ore::new(row.get(5)?),
            })
        });
        Claims {
            charges: charges.into_iter().collect(),
            credits,
            movements,
        }
    }

    fn net(&self, invoice: Invoice) -> Ore {
        let of = |id: &i64| *id == invoice.number();
        let credits = self.credits.iter().filter(|(charge, ..)| of(charge));
        self.charges[&invoice.number()].2 - credits.map(|(_, _, amount)| *amount).sum()
    }

    /// What is paid on charges by a date.
    fn paid(&self, as_of: Date, of: impl Fn(&Moved) -> bool) -> Ore {
        let moved = self
            .movements
            .iter()
            .filter(|moved| moved.on <= as_of && of(moved));
        moved.map(|moved| moved.paid).sum()
    }

    /// What is owed back by a date, to each adopter of each project.
    fn owed(&self, as_of: Date) -> BTreeMap<(String, String), Ore> {
        let mut owed = BTreeMap::new();
        for moved in self.movements.iter().filter(|moved| moved.on <= as_of) {
            let key = (moved.reference.clone(), moved.number.clone());
            *owed.entry(key).or_default() += moved.owed;
        }
        owed
    }

    /// Every day on which something changes.
    fn days(&self) -> impl Iterator<Item = Date> + '_ {
        let charged = self.charges.values().map(|(_, on, _)| *on);
        charged.chain(self.credits.iter().map(|(_, on, _)| *on))
    }
}

fn rows<T>(
    raw: &rusqlite::Connection,
    sql: &str,
    read: impl FnMut(&rusqlite::Row) -> rusqlite::Result<T>,
) -> Vec<T> {
    let mut statement = raw.prepare(sql).unwrap();
    let rows = statement.query_map([], read).unwrap();
    rows.map(Result::unwrap).collect()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

impl Rows {
    fn of(fund: &Fund) -> Rows {
        let raw = fund.raw();
        let sql = "SELECT v.voucher, v.posted_on, q.account, q.amount_ore, v.event
                   FROM vouchers v JOIN postings q ON q.voucher = v.voucher ORDER BY v.voucher, q.line";
        let postings = rows(&raw, sql, |row| {
            let (on, account): (String, String) = (row.get(1)?, row.get(2)?);
            let account = account.parse().unwrap();
            Ok((row.get(0)?, day(&on), account, Ore::new(row.get(3)?), row.get(4)?))
        });
        let dated = |sql: &str| {
            rows(&raw, sql, |row| {
                let on: String = row.get(1)?;
                Ok((row.get(0)?, day(&on), Ore::new(row.get(2)?)))
            })
        };
        Rows {
            postings,
            committed: dated("SELECT ref, on_date, amount_ore FROM decisions WHERE kind = 'commit'"),
            released: dated("SELECT ref, on_date, amount_ore FROM releases"),
            disbursements: fund.number("SELECT count(*) FROM disbursements"),
            claims: Claims::of(&raw),
            listed: rows(
                &raw,
                "SELECT ref FROM solutions WHERE price_model <> 'shared'",
                |row| row.get(0),
            )
            .into_iter()
            .collect(),
        }
    }

    /// The first day that anything that wasn't there before is dated: what people decide is dated today.
    fn first_new(&self, before: &Rows, today: Date) -> Date {
        let posted = self.postings[before.postings.len()..]
            .iter()
            .map(|(_, on, ..)| *on);
        posted.fold(today, Date::min)
    }

    /// Every day on which something changes.
    fn days(&self) -> BTreeSet<Date> {
        let posted = self.postings.iter().map(|(_, on, ..)| *on);
        let decided = self.committed.iter().chain(&self.released).map(|(_, on, _)| *on);
        posted.chain(decided).chain(self.claims.days()).collect()
    }

    fn sum(&self, as_of: Date, of: impl Fn(&Account) -> bool) -> Ore {
        let rows = self.postings.iter();
        rows.filter(|(_, on, account, ..)| *on <= as_of && of(account))
            .map(|(_, _, _, amount, _)| *amount)
            .sum()
    }

    fn bank(&self, as_of: Date) -> Ore {
        self.sum(as_of, |account| *account == Account::Bank)
    }

    /// What is promised to projects and not paid.
    fn outstanding_commitments(&self, as_of: Date) -> Ore {
        let till = |rows: &[(String, Date, Ore)]| -> Ore {
            let rows = rows.iter().filter(|(_, on, _)| *on <= as_of);
            rows.map(|(_, _, amount)| *amount).sum()
        };
        let paid: Ore = self
            .projects()
            .map(|reference| self.disbursed(reference, as_of))
            .sum();
        till(&self.committed) - till(&self.released) - paid
    }

    /// What is promised to a project and not released by a date.
    fn promised(&self, reference: &str, as_of: Date) -> Ore {
        let of = |rows: &[(String, Date, Ore)]| -> Ore {
            let rows = rows
                .iter()
                .filter(|(proposal, on, _)| proposal == reference && *on <= as_of);
            rows.map(|(_, _, amount)| *amount).sum()
        };
        of(&self.committed) - of(&self.released)
    }

    fn projects(&self) -> impl Iterator<Item = Ref> + '_ {
        self.committed
            .iter()
            .map(|(reference, ..)| reference.parse().unwrap())
    }

    /// What was paid to a project, whatever has come back of it.
    fn disbursed(&self, reference: Ref, as_of: Date) -> Ore {
        let own = Account::Outstanding(reference);
        let rows = self
            .postings
            .iter()
            .filter(|(_, on, account, _, event)| *on <= as_of && *account == own && event == "disbursement");
        rows.map(|(_, _, _, amount, _)| *amount).sum()
    }
}

/// R1, R4, L4: claims and books say the same on a date.
fn claims_are_the_books(rows: &Rows, on: Date) -> Result<(), TestCaseError> {
    let owed = rows.claims.owed(on);
    prop_assert!(owed.values().all(|owed| !owed.is_negative()), "R1 {on}: {owed:?}");
    let refunds = rows.sum(on, |account| *account == Account::Refunds);
    prop_assert_eq!(-refunds, owed.into_values().sum(), "R1 {}", on);
    for reference in rows.projects() {
        let name = reference.to_string();
        let outstanding = rows.sum(on, |account| *account == Account::Outstanding(reference));
        let lost = rows.sum(on, |account| *account == Account::Losses(reference));
        // R2: adopters may pay in advance of what the commitment will still pay out.
        let ahead = if rows.listed.contains(&name) {
            rows.promised(&name, on) - rows.disbursed(reference, on)
        } else {
            Ore::ZERO
        };
        prop_assert!(
            !(outstanding + ahead).is_negative() && !lost.is_negative(),
            "L4 {on} {name}"
        );
        let paid = rows.claims.paid(on, |moved| moved.reference == name);
        prop_assert_eq!(
            outstanding + lost + paid,
            rows.disbursed(reference, on),
            "section 6 {} {}",
            on,
            name
        );
    }
    for invoice in rows.claims.charges.keys() {
        let paid = rows.claims.paid(on, |moved| moved.charge == Some(*invoice));
        prop_assert!(!paid.is_negative(), "R4 {on}: {invoice}");
    }
    Ok(())
}

/// R1, R2, R4: nobody has paid more than is asked for, and no more is asked for than the cost.
fn claims_keep_within(rows: &Rows) -> Result<(), TestCaseError> {
    let mut charged: BTreeMap<&str, Ore> = BTreeMap::new();
    for (invoice, (reference, ..)) in &rows.claims.charges {
        let net = rows.claims.net(Invoice::new(*invoice));
        let paid = rows
            .claims
            .paid(Date::MAX, |moved| moved.charge == Some(*invoice));
        prop_assert!(
            !net.is_negative() && paid <= net,
            "R4: {invoice} {paid:?} of {net:?}"
        );
        *charged.entry(reference).or_default() += net;
    }
    for (reference, charged) in charged {
        let cost = if rows.listed.contains(reference) {
            rows.promised(reference, Date::MAX)
        } else {
            rows.disbursed(reference.parse().unwrap(), Date::MAX)
        };
        prop_assert!(charged <= cost, "R1, R2: {reference} {charged:?} of {cost:?}");
    }
    Ok(())
}

/// What the books say on every day from `from` on.
fn check(fund: &Fund, rows: &Rows, from: Date) -> Result<(), TestCaseError> {
    let numbers: BTreeSet<i64> = rows.postings.iter().map(|(voucher, ..)| *voucher).collect();
    prop_assert_eq!(
        numbers.iter().copied().collect::<Vec<_>>(),
        (1..=numbers.len() as i64).collect::<Vec<_>>()
    );
    let mut sums: BTreeMap<i64, Ore> = BTreeMap::new();
    for (voucher, _, _, amount, _) in &rows.postings {
        *sums.entry(*voucher).or_default() += *amount;
    }
    prop_assert!(sums.values().all(|sum| sum.is_zero()), "L1 {sums:?}");
    for (reference, _, committed) in &rows.committed {
        let of = |rows: &[(String, Date, Ore)]| -> Ore {
            let rows = rows.iter().filter(|(proposal, ..)| proposal == reference);
            rows.map(|(_, _, amount)| *amount).sum()
        };
        let paid = rows.disbursed(reference.parse().unwrap(), Date::MAX);
        prop_assert!(
            paid >= Ore::ZERO && paid + of(&rows.released) <= *committed,
            "K4 {reference}"
        );
    }
    claims_keep_within(rows)?;
    let today = fund.today();
    for on in rows
        .days()
        .into_iter()
        .filter(|on| *on >= from)
        .chain([today, LAST_DAY])
    {
        claims_are_the_books(rows, on)?;
        prop_assert!(!rows.bank(on).is_negative(), "L5 {on}: {}", rows.bank(on));
        let capital = fund.on(on).sees("odd", &CapitalView).capital;
        let balances = capital.balances;
        prop_assert_eq!(balances.bank, rows.bank(on));
        prop_assert_eq!(balances.fund_capital(), balances.equity(), "L4 {}", on);
        let outstanding = rows.outstanding_commitments(on);
        prop_assert_eq!(capital.outstanding_commitments, outstanding, "L3 {}", on);
        prop_assert_eq!(
            capital.free_on_hand,
            balances.bank - balances.refunds_owed - outstanding - capital.reserve,
            "K1 {}",
            on
        );
        let refunds = rows.sum(on, |account| *account == Account::Refunds);
        let outstanding = rows.sum(on, |account| matches!(account, Account::Outstanding(_)));
        let losses = rows.sum(on, |account| matches!(account, Account::Losses(_)));
        prop_assert_eq!(
            (balances.outstanding, balances.refunds_owed, balances.losses),
            (outstanding, -refunds, losses)
        );
        let paid: Ore = capital.sources().map(|(_, given)| given.paid).sum();
        prop_assert_eq!(paid, balances.contributions);
    }
    fund.on(today);
    prop_assert_eq!(fund.sees(ADMINISTRATOR, &Health), vec![]);
    Ok(())
}

/// What a day looked like to one who asked on it.
struct Seen {
    day: Date,
    views: String,
}

impl Seen {
    fn of(fund: &Fund, day: Date) -> Seen {
        let today = fund.today();
        fund.on(day);
        let capital = fund.sees("odd", &CapitalView);
        let mut solutions = fund.sees("odd", &Solutions);
        for line in &mut solutions {
            // How often somebody wrote on it is no fact of that day.
            line.proposal.version = 0;
        }
        let views = format!(
            "{:?}{:?}{:?}{solutions:?}{:?}{:?}{:?}",
            capital.capital,
            fund.sees("odd", &Commitments),
            capital.ahead.rows,
            fund.sees("odd", &Charges),
            fund.sees("odd", &Disbursements).all,
            fund.sees("odd", &Participants).lines,
        );
        fund.on(today);
        Seen { day, views }
    }

    /// It looks the same to one who asks for it now.
    fn still(&self, fund: &Fund) -> Result<(), TestCaseError> {
        let again = Seen::of(fund, self.day);
        let mut lines = self.views.lines().zip(again.views.lines()).enumerate();
        if let Some((at, (was, is))) = lines.find(|(_, (was, is))| was != is) {
            let before: Vec<&str> = self.views.lines().take(at).collect();
            let near = before[before.len().saturating_sub(30)..].join("\n");
            prop_assert!(false, "{} has changed: {near}\n- {was}\n+ {is}", self.day);
        }
        prop_assert_eq!(&self.views, &again.views);
        Ok(())
    }
}

/// Lives the log one by one, and looks at the books after each.
fn lives(fund: &Fund, log: Vec<Step>) -> Result<(), TestCaseError> {
    let mut closed = Date::MIN;
    let mut seen: Option<Seen> = None;
    for deed in log {
        let today = fund.today();
        if let Step::Later { days } = deed {
            if let Some(seen) = &seen {
                seen.still(fund)?;
            }
            seen = Some(Seen::of(fund, today));
            fund.on(today.checked_add(days.days()).unwrap());
            continue;
        }
        let before = Rows::of(fund);
        let Some((handle, use_case)) = use_case_of(&deed, today, &before) else {
            continue;
        };
        let result = fund.tries(handle, use_case.as_ref());
        let rows = Rows::of(fund);
        let new = &rows.postings[before.postings.len()..];
        match &result {
            Err(OpError::Refused(_)) => {
                prop_assert!(new.is_empty() && rows.committed.len() == before.committed.len())
            }
            Err(error) => prop_assert!(false, "{deed:?}: {error}"),
            // What came before the first new fact is looked at once more in the end.
            Ok(_) => {
                let first = rows.first_new(&before, today);
                check(fund, &rows, first)?;
                // A deed of a day changes nothing that an earlier day looked like; one of an earlier day may.
                let ago = match deed {
                    Step::Adopt { ago, .. } | Step::Settle { ago, .. } => ago,
                    _ => 0,
                };
                let first = first.min(today.saturating_sub(ago.days()));
                seen = seen.filter(|seen| first > seen.day);
            }
        }
        prop_assert!(
            new.iter().all(|(_, on, ..)| *on > closed),
            "L2: {deed:?} posted before {closed}"
        );
        if result.is_ok() {
            match deed {
                // K1, K3: nothing is promised that any later day lacks.
                Step::Commit { .. } => {
                    for on in rows.days().into_iter().filter(|on| *on >= today).chain([today]) {
                        prop_assert!(rows.bank(on) >= rows.outstanding_commitments(on), "K1 {on}");
                    }
                }
                Step::Close { day } => closed = today.checked_add(day.days()).unwrap(),
                _ => {}
            }
        }
    }
    if let Some(seen) = &seen {
        seen.still(fund)?;
    }
    check(fund, &Rows::of(fund), Date::MIN)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn whatever_is_done_in_whatever_order_the_books_hold(log in proptest::collection::vec(deed(), 1..60)) {
        lives(&world(), log)?;
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn whatever_is_done_to_what_is_live_claims_and_books_say_the_same(log in proptest::collection::vec(deed(), 20..70)) {
        lives(&under_way(), log)?;
    }
}

/// Found by the property above.
#[test]
fn l4_nothing_outstanding_is_below_zero_on_a_day_on_which_a_loss_still_stands() {
    let log = vec![
        Step::Stop { project: 1 },
        Step::Later { days: 9 },
        // What was written off, from a week ago on.
        Step::Reverse { nth: 7, day: -7 },
        // What was paid out, from before that on.
        Step::Reverse { nth: 6, day: -9 },
    ];
    lives(&under_way(), log).unwrap();
}

fn contribute(kroner: i64, on: Date) -> RegisterPayment {
    RegisterPayment {
        on: Some(on),
        ..pays(Payer::Ks, Some(kr(kroner)))
    }
}

fn reverse_on(voucher: i64, on: Date) -> ReverseVoucher {
    ReverseVoucher {
        voucher,
        reason: "Feil konto".into(),
        on: Some(on),
    }
}

const MARCH: Date = date(2018, 3, 1);
const APRIL: Date = date(2018, 4, 1);

/// A commitment of everything there is: 100 kr paid by KS on the first day.
fn committed() -> (Fund, Ref) {
    let fund = Fund::new();
    fund.does("sofie", &contribute(100, DAY));
    let reference = fund.committed("2018-1", project("Innsyn", kr(100)));
    (fund, reference)
}

fn register(fund: &Fund, reference: Ref, kroner: i64, on: Date) -> i64 {
    let use_case = RegisterDisbursement {
        on: Some(on),
        ..disburse(reference, kr(kroner))
    };
    fund.does("sofie", &use_case).made["id"].as_i64().unwrap()
}

#[test]
fn l5_a_payment_is_refused_when_any_later_day_would_lack_it() {
    let (fund, reference) = committed();
    // Everything is spent on the first of March, so nothing before it can be spent as well.
    let id = register(&fund, reference, 100, MARCH);
    fund.does("karl", &ApproveDisbursement { id });
    let error = fund.tries("sofie", &reverse_on(1, DAY)).unwrap_err();
    assert_eq!(
        (error.refusal().code, error.refusal().rule),
        ("bank-below-zero", Some("L5"))
    );
    fund.on(APRIL);
    fund.does("sofie", &contribute(50, APRIL));
    assert_eq!(fund.refused("sofie", &reverse_on(1, APRIL)), "bank-below-zero");
    fund.does("sofie", &reverse_on(2, APRIL));
    assert_eq!(
        fund.on(MARCH).sees("odd", &CapitalView).capital.balances.bank,
        kr(0)
    );
}

#[test]
fn what_is_posted_later_than_today_is_in_no_figure_of_today() {
    let (fund, reference) = committed();
    let id = register(&fund, reference, 100, MARCH);
    fund.does("karl", &ApproveDisbursement { id });
    fund.on(APRIL).does("sofie", &contribute(50, APRIL));
    let at = |on| {
        let capital = fund.on(on).sees("odd", &CapitalView).capital;
        let balances = capital.balances;
        (
            balances.bank,
            balances.outstanding,
            capital.outstanding_commitments,
            capital.ks.paid,
        )
    };
    assert_eq!(at(DAY), (kr(100), kr(0), kr(100), kr(100)));
    assert_eq!(at(MARCH), (kr(0), kr(100), kr(0), kr(100)));
    assert_eq!(at(APRIL), (kr(50), kr(100), kr(0), kr(150)));
    assert_eq!(at(DAY.yesterday().unwrap()), (kr(0), kr(0), kr(0), kr(0)));
    let lines = |on| {
        let mut count = 0;
        let mut take = |part| {
            count += usize::from(matches!(part, JournalPart::Line(_)));
            ControlFlow::Continue(())
        };
        let (order, take) = (JournalOrder::Voucher, RefCell::new(&mut take as _));
        fund.on(on).sees("odd", &JournalTo { order, take });
        count
    };
    assert_eq!((lines(DAY), lines(MARCH), lines(APRIL)), (2, 4, 6));
}

#[test]
fn l2_a_mistake_is_corrected_by_one_reversal_that_names_it() {
    let (fund, reference) = committed();
    let id = register(&fund, reference, 40, MARCH);
    fund.does("karl", &ApproveDisbursement { id });
    assert_eq!(fund.refused("sofie", &reverse_on(9, MARCH)), "voucher-unknown");
    assert_eq!(fund.refused("sofie", &reverse_on(2, DAY)), "reversal-before");
    let silent = ReverseVoucher {
        reason: String::new(),
        ..reverse_on(2, MARCH)
    };
    assert_eq!(fund.refused("sofie", &silent), "text-empty");
    fund.on(APRIL);
    let made = fund.does("sofie", &reverse_on(2, APRIL)).made;
    assert_eq!(made["voucher"], 3);
    assert_eq!(fund.refused("sofie", &reverse_on(2, APRIL)), "voucher-reversed");
    assert_eq!(
        fund.refused("sofie", &reverse_on(3, APRIL)),
        "voucher-is-reversal"
    );
    assert_eq!(fund.number("SELECT reverses FROM vouchers WHERE voucher = 3"), 2);
    // What came back is promised again, and still not free.
    let standing = fund
        .on(APRIL)
        .sees("odd", &ProposalView { reference })
        .commitment
        .unwrap();
    assert_eq!((standing.disbursed, standing.outstanding()), (kr(0), kr(100)));
    let capital = fund.sees("odd", &CapitalView).capital;
    assert_eq!((capital.balances.bank, capital.free_on_hand), (kr(100), kr(0)));
}

#[test]
fn l2_a_reversed_contribution_is_owed_again() {
    let fund = Fund::new();
    fund.funded(kr(1));
    let halden = ParticipantView {
        number: number(HALDEN),
    };
    assert!(fund.sees("odd", &halden).line.standing.has_access());
    fund.does("sofie", &reverse_on(1, DAY));
    let line = fund.sees("odd", &halden).line;
    assert_eq!((line.row.paid, line.standing.has_access()), (kr(0), false));
    fund.does("sofie", &pays(Payer::Participant(number(HALDEN)), None));
    assert_eq!(fund.sees("odd", &halden).line.row.paid, kr(615_800));
}

#[test]
fn l2_a_closed_period_takes_no_postings_of_any_kind() {
    let (fund, reference) = committed();
    let id = register(&fund, reference, 40, MARCH);
    fund.on(APRIL);
    let close = |through| ClosePeriod { through };
    fund.does("sofie", &close(MARCH));
    for through in [DAY, MARCH] {
        assert_eq!(fund.refused("sofie", &close(through)), "period-already-closed");
    }
    let before = fund.dump();
    assert_eq!(fund.refused("sofie", &contribute(1, MARCH)), "period-closed");
    assert_eq!(fund.refused("karl", &ApproveDisbursement { id }), "period-closed");
    let late = RegisterDisbursement {
        reference,
        amount: kr(10),
        on: Some(MARCH),
    };
    assert_eq!(fund.refused("sofie", &late), "period-closed");
    assert_eq!(fund.refused("sofie", &reverse_on(1, MARCH)), "period-closed");
    assert_eq!(fund.dump(), before);
    fund.does("sofie", &contribute(1, date(2018, 3, 2)));
}

#[test]
fn l6_a_disbursement_gets_its_voucher_when_somebody_else_approves_it() {
    let (fund, reference) = committed();
    let first = fund.registered(reference, kr(10));
    let second = fund.registered(reference, kr(20));
    assert_eq!(fund.number("SELECT count(*) FROM vouchers"), 1);
    let voucher = |id| fund.does("karl", &ApproveDisbursement { id }).made["voucher"].clone();
    assert_eq!((voucher(second), voucher(first)), (2.into(), 3.into()));
}

#[test]
fn the_reserve_blocks_commitments_and_only_warns_at_disbursements() {
    let fund = Fund::with_reserve(60);
    fund.does("sofie", &contribute(60, DAY));
    fund.does("sofie", &contribute(40, DAY));
    let reference = fund.recommended("2018-1", project("Innsyn", kr(100)));
    let decide = |kroner| {
        let mut decide = commit(reference, kr(kroner));
        decide.reason = "Reserven".into();
        decide
    };
    assert_eq!(fund.refused("karl", &decide(41)), "not-enough-free");
    fund.does("karl", &decide(40));
    let approve = |kroner| {
        let id = fund.registered(reference, kr(kroner));
        let outcome = fund.does("karl", &ApproveDisbursement { id });
        outcome.warning.map(|warning| warning.code)
    };
    assert_eq!(approve(20), None);
    fund.does("sofie", &reverse_on(2, DAY));
    assert_eq!(approve(20), Some("warning-below-reserve"));
    assert_eq!(
        fund.sees("odd", &CapitalView).capital.free_on_hand,
        kr(20) - kr(60)
    );
}
