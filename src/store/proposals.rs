//! Proposals through their whole life, and how they fared at the gates.

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Figure, Text};
use super::{Read, StoreError, Write};
use crate::domain::order::Basis;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Bass, Details, Estimate, Gates, Proposal, Ref, Stage};

/// A proposal with the name of its applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalRow {
    pub proposal: Proposal,
    /// The participant that applies or owns the applicant; empty for KS.
    pub participant_name: String,
}

impl ProposalRow {
    /// Who applies, by name.
    #[must_use]
    pub fn applicant_name(&self) -> &str {
        match &self.proposal.details.applicant {
            Applicant::Ks => "KS",
            Applicant::Participant(_) => &self.participant_name,
            Applicant::Company { name, .. } => name,
        }
    }
}

const SELECT: &str = "
    SELECT r.ref, r.title, r.summary, r.applicant, r.company, r.owner, r.benefit, r.cost_ore, r.applied_ore,
           r.submitted_on, r.go_live, r.uptake_low, r.uptake, r.uptake_high, r.delay_low, r.delay, r.delay_high,
           r.price_model, r.stage, r.version, coalesce(p.name, ''), r.bass_p, r.bass_q
    FROM proposals r LEFT JOIN participants p ON p.number = r.owner";

fn row(row: &rusqlite::Row) -> rusqlite::Result<ProposalRow> {
    let kind: String = row.get(3)?;
    let owner: Option<Number> = row.get(5)?;
    let applicant = match (kind.as_str(), owner) {
        ("participant", Some(number)) => Applicant::Participant(number),
        ("company", Some(owner)) => Applicant::Company {
            name: row.get(4)?,
            owner,
        },
        _ => Applicant::Ks,
    };
    let share = |column| {
        row.get::<_, Option<Figure>>(column)
            .map(|figure| figure.map(|f| f.0))
    };
    let day = |column| row.get::<_, Option<Day>>(column).map(|day| day.map(|d| d.0));
    let details = Details {
        title: row.get(1)?,
        summary: row.get(2)?,
        applicant,
        benefit: row.get(6)?,
        cost: row.get(7)?,
        applied: row.get(8)?,
        go_live: day(10)?,
        uptake: Estimate {
            low: share(11)?,
            likely: share(12)?,
            high: share(13)?,
        },
        delay: Estimate {
            low: row.get(14)?,
            likely: row.get(15)?,
            high: row.get(16)?,
        },
        price_model: row.get(17)?,
        bass: share(21)?.zip(share(22)?).map(|(innovation, imitation)| Bass {
            innovation,
            imitation,
        }),
    };
    let proposal = Proposal {
        reference: row.get(0)?,
        details,
        submitted_on: day(9)?,
        stage: row.get(18)?,
        version: row.get(19)?,
    };
    Ok(ProposalRow {
        proposal,
        participant_name: row.get(20)?,
    })
}

impl Read<'_> {
    /// All proposals by reference.
    pub fn proposals(&self) -> Result<Vec<ProposalRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(SELECT)?;
        let rows = statement.query_map([], row)?;
        let mut all: Vec<ProposalRow> = rows.collect::<Result<_, _>>()?;
        all.sort_by_key(|row| row.proposal.reference);
        Ok(all)
    }

    pub fn proposal(&self, reference: Ref) -> Result<Option<ProposalRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE r.ref = ?1"))?;
        Ok(statement.query_row([reference], row).optional()?)
    }

    /// The references before and after one, in their order.
    pub fn neighbours(&self, reference: Ref) -> Result<(Option<Ref>, Option<Ref>), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT ref FROM proposals")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        let (mut before, mut after) = (None, None);
        for other in rows {
            let other: Ref = other?;
            if other < reference {
                before = before.max(Some(other));
            } else if other > reference {
                after = Some(after.map_or(other, |nearest: Ref| nearest.min(other)));
            }
        }
        Ok((before, after))
    }

    /// What a proposal is called beside its reference.
    pub fn title(&self, reference: Ref) -> Result<String, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT title FROM proposals WHERE ref = ?1")?;
        Ok(statement.query_row([reference], |row| row.get(0))?)
    }

    /// How many proposals stand at each stage.
    pub fn stage_counts(&self) -> Result<Vec<(Stage, i64)>, StoreError> {
        let sql = "SELECT stage, count(*) FROM proposals GROUP BY stage";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// References and titles of the proposals at a stage, by reference, but those in which `handle` is in conflict.
    pub fn titles_at(&self, stage: Stage, handle: &str) -> Result<Vec<(Ref, String)>, StoreError> {
        let sql = "SELECT p.ref, p.title FROM proposals p WHERE p.stage = ?1
                   AND NOT EXISTS (SELECT 1 FROM standing_conflicts k WHERE k.ref = p.ref AND k.handle = ?2)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((stage, handle), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut titles: Vec<(Ref, String)> = rows.collect::<Result<_, _>>()?;
        titles.sort_by_key(|(reference, _)| *reference);
        Ok(titles)
    }

    /// The first reference of a year that nobody has used.
    pub fn next_reference(&self, year: u16) -> Result<Ref, StoreError> {
        let sql = "SELECT coalesce(max(CAST(substr(ref, 6) AS INTEGER)), 0) FROM proposals WHERE ref LIKE ?1";
        let last: u32 = self
            .connection
            .query_row(sql, [format!("{year}-%")], |row| row.get(0))?;
        Ok(Ref::new(year, last + 1))
    }

    /// The days of the steps that a proposal has taken, each with which it is.
    pub fn steps_of(&self, reference: Ref) -> Result<Vec<(Basis, Date)>, StoreError> {
        let steps = [
            (
                Basis::Submitted,
                "SELECT submitted_on FROM proposals WHERE ref = ?1",
            ),
            (
                Basis::Qualified,
                "SELECT max(on_date) FROM qualifications WHERE ref = ?1",
            ),
            (
                Basis::RoundOpened,
                "SELECT max(r.opened_on) FROM round_cases c JOIN rounds r ON r.id = c.round WHERE c.ref = ?1",
            ),
            (
                Basis::RoundRevealed,
                "SELECT max(r.revealed_on) FROM round_cases c JOIN rounds r ON r.id = c.round WHERE c.ref = ?1",
            ),
            (
                Basis::Recommended,
                "SELECT max(on_date) FROM recommendations WHERE ref = ?1",
            ),
            (
                Basis::Decided,
                "SELECT max(on_date) FROM decisions WHERE ref = ?1",
            ),
        ];
        let mut dated = Vec::new();
        for (step, sql) in steps {
            let mut statement = self.connection.prepare_cached(sql)?;
            let day: Option<Option<Day>> = statement.query_row([reference], |row| row.get(0)).optional()?;
            dated.extend(day.flatten().map(|day| (step, day.0)));
        }
        Ok(dated)
    }

    /// The latest verdict at the gates, with the reason.
    pub fn qualification(&self, reference: Ref) -> Result<Option<(Gates, String)>, StoreError> {
        let sql = "SELECT gates, reason FROM qualifications WHERE ref = ?1 ORDER BY id DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([reference], |row| {
            let gates: String = row.get(0)?;
            let open = |place| gates.as_bytes().get(place) == Some(&b'y');
            let gates = Gates {
                shared_development: open(0),
                of_use_to_all: open(1),
                eligible_applicant: open(2),
                credible_repayment: open(3),
            };
            Ok((gates, row.get(1)?))
        });
        Ok(found.optional()?)
    }
}

impl Write<'_> {
    /// Adds a proposal, or replaces what its applicant says; the version grows.
    pub fn put_proposal(&self, proposal: &Proposal) -> Result<(), StoreError> {
        let details = &proposal.details;
        let (kind, company) = match &details.applicant {
            Applicant::Participant(_) => ("participant", ""),
            Applicant::Ks => ("ks", ""),
            Applicant::Company { name, .. } => ("company", name.as_str()),
        };
        let sql = "
            INSERT INTO proposals (ref, title, summary, applicant, company, owner, benefit, cost_ore, applied_ore,
              submitted_on, go_live, uptake_low, uptake, uptake_high, delay_low, delay, delay_high, price_model, stage,
              bass_p, bass_q)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
            ON CONFLICT (ref) DO UPDATE SET title = excluded.title, summary = excluded.summary,
              applicant = excluded.applicant, company = excluded.company, owner = excluded.owner,
              benefit = excluded.benefit, cost_ore = excluded.cost_ore, applied_ore = excluded.applied_ore,
              submitted_on = excluded.submitted_on, go_live = excluded.go_live, uptake_low = excluded.uptake_low,
              uptake = excluded.uptake, uptake_high = excluded.uptake_high, delay_low = excluded.delay_low,
              delay = excluded.delay, delay_high = excluded.delay_high, price_model = excluded.price_model,
              stage = excluded.stage, bass_p = excluded.bass_p, bass_q = excluded.bass_q, version = version + 1";
        self.prepared(sql)?.execute(rusqlite::params![
            proposal.reference,
            details.title,
            details.summary,
            kind,
            company,
            details.applicant.accountable(),
            details.benefit,
            details.cost,
            details.applied,
            proposal.submitted_on.map(Text),
            details.go_live.map(Text),
            details.uptake.low.map(Text),
            details.uptake.likely.map(Text),
            details.uptake.high.map(Text),
            details.delay.low,
            details.delay.likely,
            details.delay.high,
            details.price_model,
            proposal.stage,
            details.bass.map(|bass| Text(bass.innovation)),
            details.bass.map(|bass| Text(bass.imitation)),
        ])?;
        Ok(())
    }

    pub fn set_stage(&self, reference: Ref, stage: Stage) -> Result<(), StoreError> {
        let sql = "UPDATE proposals SET stage = ?2, version = version + 1 WHERE ref = ?1";
        self.prepared(sql)?.execute((reference, stage))?;
        Ok(())
    }

    pub fn add_qualification(
        &self,
        reference: Ref,
        gates: Gates,
        reason: &str,
        actor: &str,
        on: Date,
    ) -> Result<(), StoreError> {
        let answers = [
            gates.shared_development,
            gates.of_use_to_all,
            gates.eligible_applicant,
            gates.credible_repayment,
        ];
        let answers: String = answers.iter().map(|yes| if *yes { 'y' } else { 'n' }).collect();
        let sql =
            "INSERT INTO qualifications (ref, gates, reason, actor, on_date) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.prepared(sql)?
            .execute((reference, answers, reason, actor, Text(on)))?;
        Ok(())
    }
}
