//! Solutions: what they cost, who has taken them into use, what is charged, repaid and owed back.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::queries::ahead::Ahead;
use super::super::queries::participants::standing;
use super::super::queries::settling::Settling;
use super::super::queries::solutions::{Stopping, base};
use super::super::{Change, OpError, Part};
use super::{View, Viewer};
use crate::domain::ledger::Account;
use crate::domain::money::Ore;
use crate::domain::participant::{Number, Participant};
use crate::domain::proposal::{Books as ProjectBooks, Proposal, Ref, Stage, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::{Adoption, Charge, ChargeStanding, Solution, recovery};
use crate::store::{Read, SettlementRow, StoreError};

/// Every project that has been paid to: live, repaid, on its way, or stopped.
#[derive(Clone, Copy, Debug)]
pub struct Solutions;

/// A project and its money, as it stands on the business date.
#[derive(Clone, Debug, PartialEq)]
pub struct SolutionLine {
    /// At the stage where it stood on the business date.
    pub proposal: Proposal,
    /// `None` until it is live.
    pub solution: Option<Solution>,
    /// What the fund has paid out on it.
    pub cost: Ore,
    /// What has not come back, and isn't lost.
    pub outstanding: Ore,
    pub lost: Ore,
    pub adopters: usize,
    /// In all that have adopted it.
    pub inhabitants: i64,
    /// C5: those it is for that have paid in full.
    pub with_access: usize,
    /// Net of credits.
    pub charged: Ore,
    pub repaid: Ore,
    pub overdue: Overdue,
    /// The part of what is overdue that nobody has been reminded of on the business date.
    pub to_remind: Overdue,
    pub refunds_owed: Ore,
    /// F6: the smallest final uptake (share 0–1) that recovers the cost within the forecast's horizon, if any does.
    pub break_even: Option<Decimal>,
}

/// R4: unpaid past the due date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overdue {
    pub charges: usize,
    pub amount: Ore,
}

impl Overdue {
    fn of<'c>(charges: impl Iterator<Item = &'c Charge>) -> Overdue {
        charges.fold(Overdue::default(), |sum, charge| Overdue {
            charges: sum.charges + 1,
            amount: sum.amount + charge.open(),
        })
    }
}

impl SolutionLine {
    /// F6: how much of the cost has come back, a share (0–1).
    #[must_use]
    pub fn recovered(&self) -> Decimal {
        recovery(self.repaid, self.cost).unwrap_or_default()
    }

    /// What is charged and not paid.
    #[must_use]
    pub fn open(&self) -> Ore {
        self.charged - self.repaid
    }
}

impl View for Solutions {
    type Data = Vec<SolutionLine>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Solutions, Part::Proposals, Part::Participants, Part::Books])
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<SolutionLine>, OpError> {
        let books = Books::read(viewer.read, viewer.today)?;
        let mut lines = Vec::new();
        for row in viewer.read.proposals()? {
            lines.extend(books.line(viewer.read, row.proposal)?);
        }
        Ok(lines)
    }
}

/// What is read once for all projects.
struct Books {
    today: Date,
    solutions: Vec<Solution>,
    charges: Vec<Charge>,
    refunds: Vec<(Ref, Number, Ore)>,
    balances: Vec<(Account, Ore)>,
    with_access: Vec<Participant>,
    ahead: Ahead,
}

impl Books {
    fn read(read: &Read, today: Date) -> Result<Books, StoreError> {
        let scheme = &read.fund.scheme;
        let rows = read.participants(today)?.into_iter();
        let with_access = rows.filter(|row| standing(scheme, row, today).has_access());
        Ok(Books {
            ahead: Ahead::read(read, today)?,
            today,
            solutions: read.solutions(today)?,
            charges: read.charges(today)?,
            refunds: read.refunds_owed(today)?,
            balances: read.account_balances(today)?,
            with_access: with_access.map(|row| row.participant).collect(),
        })
    }

    fn balance(&self, account: Account) -> Ore {
        let found = self.balances.iter().find(|(other, _)| *other == account);
        found.map_or(Ore::ZERO, |(_, amount)| *amount)
    }

    /// `None` for a project that no money has gone to; one that is live stays, also when what it was paid was taken back.
    fn line(&self, read: &Read, proposal: Proposal) -> Result<Option<SolutionLine>, StoreError> {
        let reference = proposal.reference;
        let decided = proposal.stage.is_decided() && proposal.stage != Stage::Declined;
        let outstanding = self.balance(Account::Outstanding(reference));
        let lost = self.balance(Account::Losses(reference));
        let own = || self.charges.iter().filter(|charge| charge.reference == reference);
        let repaid: Ore = own().map(|charge| charge.paid).sum();
        let cost = outstanding + lost + repaid;
        let solution = self.solutions.iter().find(|one| one.reference == reference);
        if !decided || (cost.is_zero() && solution.is_none()) {
            return Ok(None);
        }
        let stopped = read.stopped_on(reference)?.is_some_and(|on| on <= self.today);
        let proposal = Proposal {
            stage: match solution {
                _ if stopped => Stage::Stopped,
                _ => Stage::Developing.by_the_books(ProjectBooks {
                    disbursed: cost,
                    outstanding,
                    lost,
                    live: solution.is_some(),
                }),
            },
            ..proposal
        };
        let overdue = || own().filter(|charge| charge.standing(self.today) == ChargeStanding::Overdue);
        let owed = self.refunds.iter().filter(|(of, ..)| *of == reference);
        let adoptions = read.adoptions(reference, self.today)?;
        let inhabitants = adoptions.iter().map(|one| i64::from(one.participant.population));
        let benefit = proposal.details.benefit;
        let with_access = self.with_access.iter().filter(|one| benefit.includes(one.kind));
        Ok(Some(SolutionLine {
            solution: solution.cloned(),
            cost,
            outstanding,
            lost,
            adopters: adoptions.len(),
            inhabitants: inhabitants.sum(),
            with_access: with_access.count(),
            charged: own().map(Charge::net).sum(),
            repaid,
            overdue: Overdue::of(overdue()),
            to_remind: Overdue::of(overdue().filter(|charge| charge.reminded_on != Some(self.today))),
            refunds_owed: owed.map(|(.., amount)| *amount).sum(),
            break_even: self.ahead.break_even(reference),
            proposal,
        }))
    }
}

/// One solution with its adopters and its charges.
#[derive(Clone, Copy, Debug)]
pub struct SolutionView {
    pub reference: Ref,
}

/// An adopter and what it has to do with the money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdopterLine {
    pub adoption: Adoption,
    /// Net of credits.
    pub charged: Ore,
    pub paid: Ore,
    pub overdue: Overdue,
    /// Owed back to it.
    pub owed: Ore,
}

/// What the screen of a solution and `kommit solutions show` print.
#[derive(Clone, Debug, PartialEq)]
pub struct SolutionData {
    /// The business date.
    pub as_of: Date,
    pub line: SolutionLine,
    /// By participant number.
    pub adopters: Vec<AdopterLine>,
    /// Oldest first.
    pub charges: Vec<ChargeLine>,
    /// Oldest first.
    pub settlements: Vec<SettlementRow>,
    /// C5: who may take it into use and has not, by participant number.
    pub may_adopt: Vec<Participant>,
    /// R1: the planned base; what it would be if the solution went live today, until it does.
    pub base: Decimal,
    /// What a settlement today would come to, or why there can be none.
    pub settling: Result<Settling, Refusal>,
    /// What stopping it today would come to.
    pub stopping: Stopping,
}

impl SolutionData {
    /// The name of an adopter; its number when it isn't one by the business date.
    #[must_use]
    pub fn name<'d>(&'d self, number: &'d Number) -> &'d str {
        let known = self
            .adopters
            .iter()
            .map(|line| &line.adoption.participant)
            .find(|one| one.number == *number);
        known.map_or(number.as_str(), |one| one.name.as_str())
    }
}

impl View for SolutionView {
    type Data = SolutionData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Solutions, Part::Proposals, Part::Participants, Part::Books])
    }

    fn read(&self, viewer: &Viewer) -> Result<SolutionData, OpError> {
        let (read, today, reference) = (viewer.read, viewer.today, self.reference);
        let row = read.proposal(reference)?;
        let row = row.ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?;
        let benefit = row.proposal.details.benefit;
        let books = Books::read(read, today)?;
        let line = books.line(read, row.proposal)?;
        let line = line.ok_or_else(|| refuse("solution-unpaid").with("ref", reference))?;
        let charges: Vec<Charge> = read.charges_on(reference, today)?;
        let adoptions = read.adoptions(reference, today)?;
        let has_adopted = |number: &Number| adoptions.iter().any(|one| one.participant.number == *number);
        let mut may_adopt: Vec<Participant> = books
            .with_access
            .iter()
            .filter(|one| benefit.includes(one.kind) && !has_adopted(&one.number))
            .cloned()
            .collect();
        may_adopt.sort_by(|a, b| a.number.cmp(&b.number));
        let adopters = adoptions
            .iter()
            .map(|adoption| adopter(adoption, &charges, &books.refunds, reference, today))
            .collect();
        let base = match &line.solution {
            Some(solution) => solution.base,
            None => base(read, &line.proposal, today)?,
        };
        Ok(SolutionData {
            as_of: today,
            base,
            settling: settling(read, &line, today)?,
            stopping: Stopping::of(read, reference, today)?,
            adopters,
            charges: charges
                .into_iter()
                .map(|charge| {
                    let names = adoptions.iter().map(|one| &one.participant);
                    let name = names.clone().find(|one| one.number == charge.number);
                    let name = name.map(|one| one.name.clone()).unwrap_or_default();
                    let title = line.proposal.details.title.clone();
                    ChargeLine::read(read, charge, name, title, today)
                })
                .collect::<Result<_, _>>()?,
            line,
            settlements: read.settlements(reference, today)?,
            may_adopt,
        })
    }
}

fn settling(read: &Read, line: &SolutionLine, today: Date) -> Result<Result<Settling, Refusal>, OpError> {
    let Proposal { reference, stage, .. } = line.proposal;
    let solution = Step::Settle.from(reference, stage).and_then(|_| {
        line.solution
            .as_ref()
            .ok_or_else(|| refuse("solution-missing").with("ref", reference))
    });
    let settling = solution
        .map_err(OpError::from)
        .and_then(|solution| Settling::of(read, solution, today));
    match settling {
        Ok(settling) => Ok(Ok(settling)),
        Err(OpError::Refused(refusal)) => Ok(Err(refusal)),
        Err(error) => Err(error),
    }
}

/// What one adopter of a solution has to do with its money, out of the solution's charges and everybody's refunds.
pub(super) fn adopter(
    adoption: &Adoption,
    charges: &[Charge],
    refunds: &[(Ref, Number, Ore)],
    reference: Ref,
    today: Date,
) -> AdopterLine {
    let number = &adoption.participant.number;
    let own = || charges.iter().filter(|charge| charge.number == *number);
    let owed = refunds
        .iter()
        .filter(|(of, who, _)| *of == reference && who == number);
    AdopterLine {
        charged: own().map(Charge::net).sum(),
        paid: own().map(|charge| charge.paid).sum(),
        overdue: Overdue::of(own().filter(|charge| charge.standing(today) == ChargeStanding::Overdue)),
        owed: owed.map(|(.., amount)| *amount).sum(),
        adoption: adoption.clone(),
    }
}

/// Every charge of the fund.
#[derive(Clone, Copy, Debug)]
pub struct Charges;

/// A charge with what its number and its reference stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargeLine {
    pub charge: Charge,
    pub name: String,
    pub title: String,
    pub standing: ChargeStanding,
    /// The days of the reminders, oldest first.
    pub reminders: Vec<Date>,
}

impl ChargeLine {
    fn read(
        read: &Read,
        charge: Charge,
        name: String,
        title: String,
        today: Date,
    ) -> Result<ChargeLine, StoreError> {
        let reminders = match charge.reminders {
            0 => Vec::new(),
            _ => read.reminders(charge.invoice, today)?,
        };
        Ok(ChargeLine {
            standing: charge.standing(today),
            charge,
            name,
            title,
            reminders,
        })
    }
}

impl View for Charges {
    type Data = Vec<ChargeLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<ChargeLine>, OpError> {
        let (read, today) = (viewer.read, viewer.today);
        let names: std::collections::BTreeMap<Number, String> = read
            .participants(today)?
            .into_iter()
            .map(|row| (row.participant.number, row.participant.name))
            .collect();
        let mut lines = Vec::new();
        for charge in read.charges(today)? {
            let name = names.get(&charge.number).cloned().unwrap_or_default();
            let title = read.title(charge.reference)?;
            lines.push(ChargeLine::read(read, charge, name, title, today)?);
        }
        Ok(lines)
    }
}
