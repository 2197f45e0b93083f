//! The seats of the council as they are on a day, and who takes them (M11).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One seat with who holds it on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// From 1.
    pub number: u32,
    /// `None`: vacant. A vacant seat counts in the quorum's base (M1).
    pub holder: Option<String>,
    /// In the order in which they are called.
    pub substitutes: Vec<String>,
}

/// Who sits in the council and what people are called, on the day of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// All seats of the scheme, by number.
    pub seats: Vec<Seat>,
    pub leader: Option<String>,
    pub deputy: Option<String>,
    /// What each person that the meeting may name was called, by handle.
    pub names: BTreeMap<String, String>,
}

/// A seat and who sits in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seated {
    pub seat: u32,
    pub handle: String,
}

/// M1: how many votes of so many seats decide: at least half.
#[must_use]
pub(super) fn quorum(seats: usize) -> usize {
    seats.div_ceil(2)
}

impl Roster {
    /// M11: who takes which seat when only those whom `able` accepts can sit: the holder, or the first substitute who is
    /// able and sits nowhere else. One seat, one vote; one person, one seat.
    #[must_use]
    pub fn seating(&self, able: impl Fn(&str) -> bool) -> Vec<Seated> {
        let mut seated: Vec<Seated> = Vec::new();
        let mut sit = |seat: &Seat, candidates: &[String]| {
            if seated.iter().any(|other| other.seat == seat.number) {
                return;
            }
            let free = |handle: &&String| {
                able(handle.as_str()) && seated.iter().all(|other| other.handle != **handle)
            };
            if let Some(handle) = candidates.iter().find(free).cloned() {
                let seat = seat.number;
                seated.push(Seated { seat, handle });
            }
        };
        // Every holder before any substitute: nobody gives up the own seat for another's.
        for seat in &self.seats {
            sit(seat, seat.holder.as_slice());
        }
        for seat in self.seats.iter().filter(|seat| seat.holder.is_some()) {
            sit(seat, &seat.substitutes);
        }
        seated.sort_by_key(|seated| seated.seat);
        seated
    }

    /// How many seats the council has, vacant ones counted (M1).
    #[must_use]
    pub fn size(&self) -> usize {
        self.seats.len()
    }

    /// M1: how many votes an item needs to be decided: at least half of the seats.
    #[must_use]
    pub fn quorum(&self) -> usize {
        quorum(self.size())
    }

    /// Whether a person holds a seat or is a substitute for one.
    #[must_use]
    pub fn belongs(&self, handle: &str) -> bool {
        self.people().iter().any(|(other, ..)| *other == handle)
    }

    /// Whether a person holds a seat.
    #[must_use]
    pub fn holds(&self, handle: &str) -> bool {
        self.seats
            .iter()
            .any(|seat| seat.holder.as_deref() == Some(handle))
    }

    /// Whether a person is the leader or the deputy (M3).
    #[must_use]
    pub fn leads(&self, handle: &str) -> bool {
        [&self.leader, &self.deputy]
            .into_iter()
            .flatten()
            .any(|leads| leads == handle)
    }

    /// Everybody who holds a seat, by seat, and then their substitutes; each person once, with the seat and whether as a
    /// substitute.
    #[must_use]
    pub fn people(&self) -> Vec<(&str, u32, bool)> {
        let holders = self
            .seats
            .iter()
            .filter_map(|seat| Some((seat.holder.as_deref()?, seat.number, false)));
        let substitutes = self.seats.iter().flat_map(|seat| {
            let handles = seat.substitutes.iter();
            handles.map(move |handle| (handle.as_str(), seat.number, true))
        });
        let mut people: Vec<(&str, u32, bool)> = Vec::new();
        for person in holders.chain(substitutes) {
            if people.iter().all(|(handle, ..)| *handle != person.0) {
                people.push(person);
            }
        }
        people
    }

    /// What a person is called.
    #[must_use]
    pub fn name<'r>(&'r self, handle: &'r str) -> &'r str {
        self.names.get(handle).map_or(handle, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(number: u32, holder: Option<&str>, substitutes: &[&str]) -> Seat {
        Seat {
            number,
            holder: holder.map(str::to_owned),
            substitutes: substitutes.iter().map(|&handle| handle.to_owned()).collect(),
        }
    }

    fn sits(roster: &Roster, present: &[&str]) -> Vec<(u32, String)> {
        let seated = roster.seating(|handle| present.contains(&handle));
        seated.into_iter().map(|s| (s.seat, s.handle)).collect()
    }

    #[test]
    fn m11_the_first_substitute_who_is_there_takes_the_seat_and_nobody_has_two() {
        let roster = Roster {
            seats: vec![
                seat(1, Some("a"), &["x", "y"]),
                seat(2, Some("b"), &["x", "y"]),
                seat(3, Some("c"), &["a"]),
                seat(4, None, &["x"]),
            ],
            ..Roster::default()
        };
        let own = |list: &[(u32, &str)]| -> Vec<(u32, String)> {
            list.iter().map(|&(seat, who)| (seat, who.to_owned())).collect()
        };
        assert_eq!(
            sits(&roster, &["a", "b", "c", "x"]),
            own(&[(1, "a"), (2, "b"), (3, "c")])
        );
        assert_eq!(
            sits(&roster, &["b", "c", "x", "y"]),
            own(&[(1, "x"), (2, "b"), (3, "c")])
        );
        assert_eq!(sits(&roster, &["x", "y"]), own(&[(1, "x"), (2, "y")]));
        // A holder never gives up the own seat for another's.
        assert_eq!(sits(&roster, &["a", "x"]), own(&[(1, "a"), (2, "x")]));
        // Who holds two seats by mistake sits in the first, and the substitute takes the other.
        let twice = Roster {
            seats: vec![
                seat(1, Some("a"), &[]),
                seat(2, Some("a"), &["x"]),
                seat(3, Some("a"), &["a"]),
            ],
            ..Roster::default()
        };
        assert_eq!(sits(&twice, &["a"]), own(&[(1, "a")]));
        assert_eq!(sits(&twice, &["a", "x"]), own(&[(1, "a"), (2, "x")]));
        assert_eq!((roster.size(), roster.quorum()), (4, 2));
    }

    #[test]
    fn m1_half_of_the_seats_rounded_up() {
        for (seats, quorum) in [(1, 1), (2, 1), (9, 5), (10, 5), (11, 6), (25, 13)] {
            let seats = (1..=seats).map(|number| seat(number, None, &[])).collect();
            let roster = Roster {
                seats,
                ..Roster::default()
            };
            assert_eq!(roster.quorum(), quorum);
        }
    }
}
