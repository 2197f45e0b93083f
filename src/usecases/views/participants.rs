//! Who is invited, who has joined, who has paid, and who is late (C4).

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::queries::capital::facts_of;
use super::super::queries::participants::{due_dates, standing};
use super::super::{Change, OpError, Part};
use super::solutions::{AdopterLine, adopter};
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::commitment::Disbursement;
use crate::domain::contribution::{Contribution, DueDates, Standing, Waiver, promise};
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, Count, Number, contribution};
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::Solution;
use crate::domain::scheme::Scheme;
use crate::store::{ParticipantRow, Payment, Read, StoreError};

/// Everybody invited.
#[derive(Clone, Copy, Debug)]
pub struct Participants;

/// One of the invited, as it stands on the business date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub row: ParticipantRow,
    /// C6: what it has promised, or would promise by today's rate and inhabitants (C1).
    pub potential: Ore,
    pub standing: Standing,
    /// C4: when it is to answer and to pay.
    pub due: DueDates,
}

impl Line {
    /// C6: what is promised, less what was waived; zero before a yes.
    #[must_use]
    pub fn promised(&self) -> Ore {
        self.row.contribution().promised()
    }

    /// What is promised before anything was waived, and what was waived of it. Who said no after a part promises what is paid (C6).
    #[must_use]
    pub fn promised_and_waived(&self) -> (Ore, Ore) {
        if self.standing.has_joined() {
            (self.row.asked, self.row.asked - self.row.contribution().due())
        } else {
            (self.promised(), Ore::ZERO)
        }
    }

    /// What it is to pay: what was frozen at a yes, else what it would be today.
    #[must_use]
    pub fn amount(&self) -> Ore {
        if self.standing.has_joined() {
            self.promised()
        } else {
            self.potential
        }
    }

    /// C4: why nothing can be received from it.
    #[must_use]
    pub fn why_no_payment(&self) -> Option<Refusal> {
        let joins = self.row.answer.as_ref().is_some_and(|answer| answer.joins);
        let name = self.row.participant.name.as_str();
        (!joins).then(|| refuse("payment-without-promise").rule("C4").with("name", name))
    }

    /// C8: why none of its rest can be waived.
    #[must_use]
    pub fn why_no_waiver(&self) -> Option<Refusal> {
        let name = self.row.participant.name.as_str();
        self.row.contribution().check_waiver(name, Ore::new(1)).err()
    }

    /// C8: why nothing can be paid back to it, or kept.
    #[must_use]
    pub fn why_nothing_over(&self) -> Option<Refusal> {
        let none = !self.row.over.is_positive();
        let name = self.row.participant.name.as_str();
        none.then(|| refuse("participants-nothing-over").rule("C8").with("name", name))
    }

    /// What is promised and not paid.
    #[must_use]
    pub fn owed(&self) -> Ore {
        self.row.contribution().rest()
    }
}

/// What the participants screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantsData {
    /// Municipalities first, each kind by number.
    pub lines: Vec<Line>,
    pub capital: Capital,
}

impl View for Participants {
    type Data = ParticipantsData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Participants, Part::Books])
    }

    fn read(&self, viewer: &Viewer) -> Result<ParticipantsData, OpError> {
        let scheme = &viewer.read.fund.scheme;
        let rows = viewer.read.participants(viewer.today)?;
        let capital = Capital::of(scheme, &facts_of(viewer.read, &rows, viewer.today)?, viewer.today);
        Ok(ParticipantsData {
            lines: rows
                .into_iter()
                .map(|row| line(scheme, row, viewer.today))
                .collect(),
            capital,
        })
    }
}

/// One participant with every answer that it gave.
#[derive(Clone, Debug)]
pub struct ParticipantView {
    pub number: Number,
}

/// What `kommit participants show` prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantData {
    pub line: Line,
    /// Those that are dated by the business date, oldest first; the last counts.
    pub answers: Vec<Answer>,
    /// Oldest first.
    pub payments: Vec<Payment>,
    /// What it has taken into use, by reference.
    pub adopted: Vec<Adopted>,
    /// C7: the counts of its inhabitants by the business date, the first first.
    pub counts: Vec<Count>,
    /// C1: kroner per inhabitant.
    pub rate: Decimal,
    /// The business date.
    pub as_of: Date,
    /// C8: oldest first.
    pub waivers: Vec<Waiver>,
    /// C8: what is paid back or waits to be, in the order of registration.
    pub refunds: Vec<Disbursement>,
}

impl ParticipantData {
    /// C1, C4, C8: what a yes of a day would promise, less what is waived.
    #[must_use]
    pub fn promise(&self, on: Date) -> Ore {
        let counts = self.counts.iter();
        let then = counts
            .take_while(|count| count.from.is_none_or(|from| from <= on))
            .last();
        let first = then.or(self.counts.first());
        let row = &self.line.row;
        let population = first.map_or(row.participant.population, |count| count.population);
        let of_the_day = contribution(self.rate, population);
        let contribution = row.contribution();
        let (asked, _) = promise(row.answer.as_ref(), &contribution, of_the_day, on);
        Contribution {
            asked,
            ..contribution
        }
        .due()
    }

    /// C8: what is over and not registered to be paid back.
    #[must_use]
    pub fn over_left(&self) -> Ore {
        let waiting = self.refunds.iter().filter(|one| one.waits());
        self.line.row.over - waiting.map(|one| one.amount).sum::<Ore>()
    }
}

/// A solution that a participant has taken into use, and what it has been charged for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    pub reference: Ref,
    pub title: String,
    pub line: AdopterLine,
}

impl View for ParticipantView {
    type Data = ParticipantData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Participants, Part::Books, Part::Solutions])
    }

    fn read(&self, viewer: &Viewer) -> Result<ParticipantData, OpError> {
        let row = viewer.read.participant(&self.number, viewer.today)?;
        let row = row.ok_or_else(|| refuse("participant-unknown").with("number", self.number.as_str()))?;
        let mut answers = viewer.read.answers(&self.number)?;
        answers.retain(|answer| answer.decided_on <= viewer.today);
        let mut counts = viewer.read.counts(&self.number)?;
        // The first holds from the beginning.
        counts.retain(|count| count.from.is_none_or(|from| from <= viewer.today));
        let rate = viewer.read.fund.scheme.rate(row.participant.kind);
        let mut refunds = viewer.read.disbursements(viewer.today)?;
        refunds.retain(|one| one.is_to_participant(&self.number));
        Ok(ParticipantData {
            line: line(&viewer.read.fund.scheme, row, viewer.today),
            answers,
            payments: viewer.read.payments(&self.number, viewer.today)?,
            adopted: adopted(viewer.read, &self.number, viewer.today)?,
            counts,
            rate,
            as_of: viewer.today,
            waivers: viewer.read.waivers(&self.number, viewer.today)?,
            refunds,
        })
    }
}

fn adopted(read: &Read, number: &Number, today: Date) -> Result<Vec<Adopted>, StoreError> {
    let refunds = read.refunds_owed(today)?;
    let mut adopted = Vec::new();
    for Solution { reference, .. } in read.solutions(today)? {
        let adoptions = read.adoptions(reference, today)?;
        if let Some(adoption) = adoptions.iter().find(|one| one.participant.number == *number) {
            let charges = read.charges_on(reference, today)?;
            adopted.push(Adopted {
                reference,
                title: read.title(reference)?,
                line: adopter(adoption, &charges, &refunds, reference, today),
            });
        }
    }
    adopted.sort_by_key(|one| one.reference);
    Ok(adopted)
}

fn line(scheme: &Scheme, row: ParticipantRow, today: Date) -> Line {
    let by_now = contribution(scheme.rate(row.participant.kind), row.participant.population);
    Line {
        standing: standing(scheme, &row, today),
        potential: row.contribution().potential(by_now),
        due: due_dates(scheme, &row),
        row,
    }
}
