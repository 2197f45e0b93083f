//! How far the invited have come, counted and summed: all of them, and by county (C4, C6).

use std::collections::BTreeMap;

use super::participants::Line;
use crate::domain::capital::Given;
use crate::domain::contribution::Standing;

/// Participants counted by how far they have come, and what they could give, have promised and have paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub invited: usize,
    /// Have said yes, paid or not.
    pub joined: usize,
    pub declined: usize,
    /// Have neither said yes nor no.
    pub unanswered: usize,
    /// Have said yes and paid in full.
    pub paid: usize,
    /// Have said yes, and the date for the payment has passed.
    pub overdue: usize,
    pub given: Given,
}

impl Tally {
    #[must_use]
    pub fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Tally {
        lines.fold(Tally::default(), |mut tally, line| {
            tally.add(line);
            tally
        })
    }

    fn add(&mut self, line: &Line) {
        let is = |held: bool| usize::from(held);
        self.invited += 1;
        self.joined += is(line.standing.has_joined());
        self.declined += is(line.standing == Standing::Declined);
        self.unanswered += is(matches!(line.standing, Standing::Invited | Standing::AnswerLate));
        self.paid += is(line.standing == Standing::Paid);
        self.overdue += is(line.standing == Standing::PaymentLate);
        self.given.potential += line.potential;
        self.given.promised += line.promised();
        self.given.paid += line.row.paid;
    }
}

/// The participants of one county: the municipalities in it, and the county itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyLine {
    pub number: String,
    pub name: String,
    pub tally: Tally,
}

/// One line for each county, by its number.
#[must_use]
pub fn by_county(lines: &[Line]) -> Vec<CountyLine> {
    let mut counties: BTreeMap<&str, (&str, Tally)> = BTreeMap::new();
    for line in lines {
        let who = &line.row.participant;
        let (_, tally) = counties
            .entry(who.county_number.as_str())
            .or_insert((who.county_name.as_str(), Tally::default()));
        tally.add(line);
    }
    let line = |(number, (name, tally)): (&str, (&str, Tally))| CountyLine {
        number: number.to_owned(),
        name: name.to_owned(),
        tally,
    };
    counties.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contribution::DueDates;
    use crate::domain::money::Ore;
    use crate::domain::participant::{Answer, Kind, Number, Participant};
    use crate::store::ParticipantRow;
    use jiff::civil::date;

    fn line(number: &str, county: &str, standing: Standing, paid: i64) -> Line {
        let joins = standing.has_joined();
        let answered = joins || standing == Standing::Declined;
        let participant = Participant {
            kind: Kind::Municipality,
            number: Number::parse(number).unwrap(),
            name: number.into(),
            county_number: county.into(),
            county_name: format!("Fylke {county}"),
            population: 5,
        };
        Line {
            row: ParticipantRow {
                answer: answered.then(|| Answer {
                    joins,
                    decided_on: date(2017, 12, 1),
                    reference: String::new(),
                    reason: String::new(),
                    amount: if joins { Ore::kroner(100) } else { Ore::ZERO },
                    counts_from: date(2017, 12, 1),
                    resolution: String::new(),
                    resolved: None,
                }),
                asked: if joins { Ore::kroner(100) } else { Ore::ZERO },
                paid: Ore::kroner(paid),
                ..ParticipantRow::new(participant)
            },
            potential: Ore::kroner(120),
            standing,
            due: DueDates {
                answer: date(2017, 12, 20),
                payment: date(2018, 3, 31),
            },
        }
    }

    fn lines() -> Vec<Line> {
        vec![
            line("0101", "01", Standing::Paid, 100),
            line("0104", "01", Standing::PaymentLate, 40),
            line("0201", "02", Standing::Declined, 0),
            line("0202", "02", Standing::AnswerLate, 0),
            line("0203", "02", Standing::Joined, 0),
            line("0204", "02", Standing::Invited, 0),
        ]
    }

    #[test]
    fn everybody_is_counted_once_and_a_promise_is_what_was_frozen() {
        let lines = lines();
        let tally = Tally::of(lines.iter());
        assert_eq!(tally.invited, 6);
        assert_eq!(tally.joined + tally.declined + tally.unanswered, tally.invited);
        assert_eq!((tally.joined, tally.paid, tally.overdue), (3, 1, 1));
        assert_eq!(tally.given.potential, Ore::kroner(720));
        assert_eq!(tally.given.promised, Ore::kroner(300));
        assert_eq!(tally.given.paid, Ore::kroner(140));
    }

    #[test]
    fn the_counties_together_are_everybody() {
        let counties = by_county(&lines());
        let names: Vec<&str> = counties.iter().map(|county| county.name.as_str()).collect();
        assert_eq!(names, ["Fylke 01", "Fylke 02"]);
        let promised: Ore = counties.iter().map(|county| county.tally.given.promised).sum();
        assert_eq!(promised, Tally::of(lines().iter()).given.promised);
        assert_eq!(counties[1].tally.invited, 4);
    }
}
