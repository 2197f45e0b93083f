//! How minutes are drawn from what happened in a meeting (M4).

use super::conflict::Judgement;
use super::election::{Count, Office};
use super::minutes::{
    Attendance, ConflictMinutes, ElectionMinutes, ItemMinutes, Minutes, MotionMinutes, Stay, VoteMinutes,
    WrittenMinutes, named_twice,
};
use super::{Item, ItemId, ItemState, Meeting, Question, Tally, Undecidable, Vote, VoteResult};

impl Meeting {
    /// M4: the minutes as they stand.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        let name = |handle: &String| self.roster.name(handle).to_owned();
        let met = self.attendance();
        let absent = self
            .roster
            .seats
            .iter()
            .filter_map(|seat| seat.holder.as_ref())
            .filter(|holder| !self.presence.iter().any(|interval| interval.handle == **holder));
        let written = self.written.as_ref().map(|written| {
            let seats = self.written_seating();
            let who = |agrees: Option<bool>| {
                let answered = seats.iter().filter(|seated| {
                    written.answers.get(&seated.handle).map(|answer| answer.agrees()) == agrees
                });
                answered.map(|seated| name(&seated.handle)).collect()
            };
            let decided = self.items.iter().any(|item| item.state == ItemState::Concluded);
            let undecidable = self.undecidable(&self.roster).filter(|_| !decided);
            WrittenMinutes {
                deadline: written.deadline,
                agreed: who(Some(true)),
                disagreed: who(Some(false)),
                silent: who(None),
                decided,
                undecidable: undecidable.map(|why| match why {
                    Undecidable::Unanswerable(holders) => {
                        Undecidable::Unanswerable(holders.iter().map(name).collect())
                    }
                    Undecidable::TooFew => why,
                }),
            }
        });
        Minutes {
            key: self.key,
            scheme: None,
            held_on: self.held_on,
            starts: self.starts,
            place: self.place.clone(),
            form: self.form,
            notice: self.notice.as_ref().map(|notice| notice.on),
            short_notice: self
                .notice
                .as_ref()
                .map(|notice| notice.reason.clone())
                .filter(|reason| !reason.is_empty()),
            opened: self.opened,
            closed: self.closed,
            pauses: self.pauses.clone(),
            chair: self.chair(None).map(|handle| self.roster.name(handle).to_owned()),
            seats: self.roster.size(),
            absent: absent.filter(|_| self.form.meets()).map(name).collect(),
            met,
            elections: self.election_minutes(|office| office.item().is_none()),
            items: self.items.iter().map(|item| self.item_minutes(item)).collect(),
            written,
        }
    }

    fn attendance(&self) -> Vec<Attendance> {
        let number = |item: Option<ItemId>| self.item(item?).ok()?.number;
        let mut met: Vec<(u32, Attendance)> = Vec::new();
        let mut handles: Vec<&String> = Vec::new();
        for interval in &self.presence {
            if !handles.contains(&&interval.handle) {
                handles.push(&interval.handle);
            }
        }
        for handle in handles {
            let held = self
                .roster
                .seats
                .iter()
                .find(|seat| seat.holder.as_ref() == Some(handle));
            let substitute = self
                .roster
                .seats
                .iter()
                .find(|seat| seat.substitutes.contains(handle));
            let stays = self.presence.iter().filter(|interval| interval.handle == *handle);
            let stays = stays.map(|interval| Stay {
                from: interval.came,
                from_item: number(interval.came_in),
                to: interval.went,
                to_item: number(interval.went_in),
            });
            let seat = held.or(substitute).map(|seat| seat.number);
            let order = match (held, substitute) {
                (Some(seat), _) => seat.number,
                (None, Some(seat)) => 1000 + seat.number,
                (None, None) => u32::MAX,
            };
            met.push((
                order,
                Attendance {
                    name: self.roster.name(handle).to_owned(),
                    seat,
                    substitute: held.is_none() && substitute.is_some(),
                    stays: stays.collect(),
                },
            ));
        }
        met.sort_by_key(|(order, _)| *order);
        met.into_iter().map(|(_, attendance)| attendance).collect()
    }

    /// M15: the elections that were counted, and those that came to nothing.
    fn election_minutes(&self, of: impl Fn(&Office) -> bool) -> Vec<ElectionMinutes> {
        let held = self.elections.iter().filter(|election| of(&election.office));
        let ended = held.filter(|election| !election.is_open());
        let named = |list: &[String]| list.iter().map(|who| self.roster.name(who).to_owned()).collect();
        ended
            .map(|election| {
                let called = |who: &str| {
                    let name = self.roster.name(who);
                    let mut others = election.candidates.iter().filter(|other| **other != who);
                    if others.any(|other| self.roster.name(other) == name) {
                        named_twice(name, who)
                    } else {
                        name.to_owned()
                    }
                };
                ElectionMinutes {
                    office: election.office.clone(),
                    second: election.second,
                    secret: election.secret.is_some(),
                    elected: election.elected().map(called),
                    count: election.count.clone().map(|count| Count {
                        voted: named(&count.voted),
                        not_voted: named(&count.not_voted),
                        votes: count
                            .votes
                            .iter()
                            .map(|(who, votes)| (called(who), *votes))
                            .collect(),
                        ..count
                    }),
                    void: election.void,
                }
            })
            .collect()
    }

    fn item_minutes(&self, item: &Item) -> ItemMinutes {
        let name = |handle: &String| self.roster.name(handle).to_owned();
        let names = |handles: &[String]| handles.iter().map(name).collect::<Vec<_>>();
        let content = |id| self.motion(id).ok().map(|put| put.content.clone());
        ItemMinutes {
            number: item.number,
            kind: item.kind.clone(),
            title: item.title.clone(),
            state: item.state,
            internal: item.internal,
            added_later: item.added_later,
            withdrawn: (item.state == ItemState::Withdrawn).then(|| item.withdrawn.clone()),
            present: names(&item.present),
            chair: item.chaired_by.as_ref().map(name),
            conflicts: item
                .conflicts
                .iter()
                .map(|conflict| ConflictMinutes {
                    name: name(&conflict.handle),
                    raised_by: name(&conflict.raised_by),
                    ground: conflict.ground.text.clone(),
                    paragraph: conflict.ground.paragraph.clone(),
                    kind: conflict.ground.kind,
                    upheld: match conflict.judgement {
                        Judgement::Raised => None,
                        Judgement::Upheld => Some(true),
                        Judgement::Rejected => Some(false),
                    },
                })
                .collect(),
            motions: self
                .motions
                .iter()
                .filter(|put| put.item == item.id)
                .map(|put| MotionMinutes {
                    id: put.id,
                    mover: name(&put.mover),
                    content: put.content.clone(),
                    withdrawn: put.withdrawn,
                })
                .collect(),
            votes: self
                .votes
                .iter()
                .filter_map(|vote| {
                    let tallies = vote.called_off.as_ref().unwrap_or(&vote.tallies);
                    let tally = tallies.iter().find(|tally| tally.item == item.id)?;
                    Some(self.vote_minutes(vote, tally))
                })
                .collect(),
            elections: self.election_minutes(|office| office.item() == Some(item.id)),
            statements: item
                .statements
                .iter()
                .map(|statement| (name(&statement.handle), statement.text.clone()))
                .collect(),
            scorecards_changed: item.changes.iter().map(|change| name(&change.handle)).collect(),
            result: item.result().and_then(content),
            free: item.carried.last().and_then(|carried| carried.free),
        }
    }

    fn vote_minutes(&self, vote: &Vote, tally: &Tally) -> VoteMinutes {
        let question = &vote.question;
        let called_off = vote.called_off.is_some();
        let name = |handle: &String| self.roster.name(handle).to_owned();
        let names = |handles: &[String]| handles.iter().map(name).collect::<Vec<_>>();
        let in_item = |motion: &super::MotionId| self.motion(*motion).is_ok_and(|put| put.item == tally.item);
        let motions = question.motions().into_iter().filter(in_item).collect();
        let result = tally.result();
        VoteMinutes {
            motions,
            conflict_of: question
                .conflict_of()
                .map(|handle| self.roster.name(handle).to_owned()),
            take_up: matches!(question, Question::TakeUp { .. }),
            en_bloc: matches!(question, Question::EnBloc { .. }),
            seats: tally.seats,
            entitled: tally.entitled.len(),
            votes_for: names(&tally.votes_for),
            votes_against: names(&tally.votes_against),
            // M12: names of who did not vote belong to a result, and a vote that was called off has none.
            not_voted: if called_off {
                Vec::new()
            } else {
                names(&tally.not_voted)
            },
            valid: tally.is_valid(),
            carried: result == VoteResult::Carried,
            by_the_chair: tally.decided_by.as_ref().map(name),
            called_off,
        }
    }
}
