//! The council meets, by chance: what is likely next in the meeting that is there, or one is planned.

use jiff::ToSpan;
use kommit::domain::meeting::conflict::{ConflictKind, Judgement};
use kommit::domain::meeting::{Choice, Form, ItemKind, Meeting, Motion, Question, State};
use kommit::domain::money::Ore;
use kommit::domain::proposal::Stage;
use kommit::usecases::views::MeetingBoard;
use kommit::usecases::{
    AddItem, Adjourn, AnswerInWriting, ApproveMinutes, AskForSecrecy, Attend, AttendAll, CallMeeting,
    CallOffElection, CallOffVote, CancelMeeting, CastVote, Clock, CloseElection, CloseMeeting, CloseVote,
    CorrectMinutes, Elect, FinaliseMinutes, GoToItem, MakeStatement, OfficeSought, OpenElection, OpenMeeting,
    OpenVote, PlanMeeting, PutMotion, RaiseConflict, Resume, StartWritten, TakeOut, TrialVote,
    VoteForTheRoom, WithdrawItem, WithdrawMotion,
};
use rand::RngExt;

use crate::steps;
use crate::world::{COUNCIL, Deed, World};

pub fn step(world: &mut World) -> Deed {
    let board = world.sees(
        "sek",
        &MeetingBoard {
            key: None,
            item: None,
        },
    );
    let meeting = board
        .expect("meetings are shown")
        .meeting
        .map(|data| data.meeting);
    let ranked = steps::proposals(world, &[Stage::Ranked]).len();
    let Some(meeting) = meeting else {
        world.meets = false;
        return planned(world);
    };
    world.meets = matches!(meeting.state, State::Open | State::Adjourned);
    let missed = meeting.held_on < world.clock.today();
    if missed && matches!(meeting.state, State::Planned | State::Called) && meeting.written.is_none() {
        let (key, reason) = (Some(meeting.key), "Forfall".into());
        return Deed::of("leder", CancelMeeting { key, reason });
    }
    // Nothing to treat: the day may come another time.
    if meeting.state == State::Planned && meeting.items.is_empty() && ranked == 0 && world.one_in(2) {
        return planned(world);
    }
    match meeting.state {
        State::Planned => before(world, &meeting),
        State::Called if meeting.form == Form::Written => in_writing(world, &meeting),
        State::Called => called(world, &meeting),
        State::Open if meeting.form == Form::Written => in_writing(world, &meeting),
        State::Open => open(world, &meeting),
        State::Adjourned => {
            let chair = chair(world, &meeting);
            Deed::of(&chair, Resume)
        }
        State::Closed => Deed::of(
            "sek",
            FinaliseMinutes {
                key: meeting.key,
                render: Box::new(|_, hash, head| Ok(vec![("nb.md".into(), format!("{hash} {head}"))])),
            },
        ),
        _ => after(world, &meeting),
    }
}

fn planned(world: &mut World) -> Deed {
    let days = world.dice.random_range(5..25_i64);
    let forms = [Form::Room, Form::Remote, Form::Both, Form::Both, Form::Written];
    Deed::of(
        "sek",
        PlanMeeting {
            held_on: world.clock.today().saturating_add(days.days()),
            starts: None,
            place: "Oslo".into(),
            form: forms[world.below(forms.len())],
        },
    )
}

fn item(world: &mut World, meeting: &Meeting) -> AddItem {
    let ranked = steps::proposals(world, &[Stage::Ranked, Stage::Recommended]);
    let kind = match world.below(8) {
        0 => ItemKind::Information,
        1 => ItemKind::Election,
        2 => ItemKind::Free,
        3 => ItemKind::Minutes { meeting: meeting.key },
        _ => world
            .pick(&ranked)
            .map_or(ItemKind::Free, |reference| ItemKind::Proposal { reference }),
    };
    AddItem {
        key: Some(meeting.key),
        kind,
        title: "Orientering".into(),
        internal: world.one_in(10),
        proposed: None,
        objections: Some(Vec::new()),
    }
}

fn before(world: &mut World, meeting: &Meeting) -> Deed {
    let key = Some(meeting.key);
    let count = meeting.items.len();
    match world.below(12) {
        0 if world.one_in(6) => Deed::of(
            "leder",
            CancelMeeting {
                key,
                reason: "Forfall".into(),
            },
        ),
        1 if world.one_in(4) => Deed::of("leder", OpenMeeting { key }),
        2..4 if count > 0 && meeting.form == Form::Written => in_writing(world, meeting),
        4..8 if count > 1 => Deed::of(
            "sek",
            CallMeeting {
                key,
                reason: "Det haster".into(),
            },
        ),
        8 if count > 0 && world.one_in(4) => Deed::of(
            "sek",
            WithdrawItem {
                key,
                item: 1,
                reason: "Utgår".into(),
            },
        ),
        _ => Deed::of("sek", item(world, meeting)),
    }
}

fn called(world: &mut World, meeting: &Meeting) -> Deed {
    let key = Some(meeting.key);
    // Time passes until the day of the meeting.
    let today = world.clock.today();
    if today < meeting.held_on && !world.one_in(5) {
        let days = i64::from(today.until(meeting.held_on).map_or(0, |span| span.get_days()));
        world.clock.turn(days * 86_400);
        world.meets = true;
    }
    match world.below(10) {
        0 if world.one_in(6) => Deed::of(
            "leder",
            CancelMeeting {
                key,
                reason: "Forfall".into(),
            },
        ),
        1 => Deed::of("sek", item(world, meeting)),
        _ => Deed::of(
            if world.one_in(5) { "nest" } else { "leder" },
            OpenMeeting { key },
        ),
    }
}

fn motion(world: &mut World) -> Motion {
    match world.below(8) {
        0 => Motion::Postpone,
        1 => Motion::Decline,
        2 => Motion::WithdrawRecommendation,
        3 => Motion::Text {
            text: "Rådet tar saken til orientering".into(),
        },
        4 => Motion::ApproveMinutes,
        _ => Motion::Approve {
            amount: Ore::kroner(world.dice.random_range(1..2_000) * 1_000),
            conditions: String::new(),
        },
    }
}

fn member(world: &mut World) -> &'static str {
    world.pick(&COUNCIL).unwrap_or("m3")
}

/// The chair of the item, or one of those who would.
fn chair(world: &mut World, meeting: &Meeting) -> String {
    let chair = meeting.chair(meeting.current).map(str::to_owned);
    chair
        .filter(|_| !world.one_in(12))
        .unwrap_or_else(|| "leder".into())
}

fn open(world: &mut World, meeting: &Meeting) -> Deed {
    let chair = chair(world, meeting);
    let there = COUNCIL.iter().filter(|handle| meeting.is_present(handle)).count();
    if meeting.presence.is_empty() || (there < 6 && world.one_in(2)) {
        let absent = if world.one_in(3) {
            COUNCIL[6..].to_vec()
        } else {
            vec!["m7"]
        };
        let absent = if world.one_in(6) {
            COUNCIL[..2].to_vec()
        } else {
            absent
        };
        let absent = absent.into_iter().map(str::to_owned).collect();
        return Deed::of("sek", AttendAll { absent });
    }
    if meeting.open_vote().is_some() {
        return voting(world, &chair);
    }
    if meeting.open_election().is_some() {
        return electing(world, meeting, &chair);
    }
    let Some(current) = meeting.on_the_table() else {
        let over = world.one_in(4);
        return if over {
            Deed::of(&chair, CloseMeeting { key: None })
        } else {
            Deed::of(&chair, GoToItem { item: None })
        };
    };
    let motions: Vec<u32> = meeting.motions_of(current.id).map(|put| put.id).collect();
    let raised = current
        .conflicts
        .iter()
        .find(|conflict| conflict.judgement == Judgement::Raised);
    if let Some(conflict) = raised.filter(|_| world.dice.random_range(0..3) > 0) {
        let question = Question::Conflict {
            item: current.id,
            handle: conflict.handle.clone(),
        };
        return Deed::of(&chair, OpenVote { question });
    }
    match world.below(24) {
        0..6 => {
            let content = motion(world);
            let who = member(world);
            Deed::of(
                who,
                PutMotion {
                    item: None,
                    content,
                    mover: None,
                },
            )
        }
        6..12 => {
            let Some(motion) = world.pick(&motions) else {
                return Deed::of(&chair, GoToItem { item: None });
            };
            let question = match (world.below(6), motions.as_slice()) {
                (0, [first, second, ..]) => Question::Between {
                    first: *first,
                    second: *second,
                },
                (1, _) => Question::EnBloc {
                    motions: meeting.en_bloc(),
                },
                _ => Question::Motion { motion },
            };
            Deed::of(&chair, OpenVote { question })
        }
        12 => {
            let who = member(world);
            Deed::of(
                "nest",
                RaiseConflict {
                    item: None,
                    handle: Some(who.to_owned()),
                    ground: "Egen kommune".into(),
                    paragraph: "fvl. § 6 annet ledd".into(),
                    kind: ConflictKind::Judged,
                },
            )
        }
        13 => {
            let (who, out) = (member(world), world.one_in(2));
            Deed::of(
                who,
                Attend {
                    handle: None,
                    out,
                    at: None,
                },
            )
        }
        14 => {
            let who = member(world);
            Deed::of(
                who,
                MakeStatement {
                    item: None,
                    text: "Til protokollen".into(),
                    handle: None,
                },
            )
        }
        15 => {
            let item = meeting.items.len();
            let item = u32::try_from(1 + world.below(item)).unwrap_or(1);
            match world.below(3) {
                0 => Deed::of(
                    &chair,
                    OpenVote {
                        question: Question::TakeUp { item },
                    },
                ),
                1 => Deed::of(member(world), TakeOut { item }),
                _ => Deed::of(&chair, GoToItem { item: Some(item) }),
            }
        }
        16 => match world.pick(&motions) {
            Some(motion) if world.one_in(2) => Deed::of(member(world), WithdrawMotion { motion }),
            Some(motion) => Deed::of(
                &chair,
                TrialVote {
                    motion,
                    votes_for: 4,
                    votes_against: 3,
                },
            ),
            None => Deed::of(
                &chair,
                Adjourn {
                    reason: "Pause".into(),
                },
            ),
        },
        17 => {
            let office = match world.below(3) {
                0 => OfficeSought::Chair { of_item: false },
                1 => OfficeSought::Chair { of_item: true },
                _ => OfficeSought::Other {
                    title: "Arbeidsgruppe".into(),
                },
            };
            let who = if world.one_in(2) { "sek" } else { &chair };
            let candidates = vec!["m3".into(), "m4".into()];
            // M15: it is lost when the session of whoever opens it ends.
            let secret = world.one_in(4);
            let open = OpenElection {
                office,
                candidates,
                secret,
            };
            Deed::of(who, open)
        }
        18 => Deed::of("sek", item(world, meeting)),
        19 => Deed::of(&chair, CloseMeeting { key: None }),
        _ => Deed::of(&chair, GoToItem { item: None }),
    }
}

fn voting(world: &mut World, chair: &str) -> Deed {
    let choice = if world.one_in(3) {
        Choice::Against
    } else {
        Choice::For
    };
    match world.below(10) {
        0..3 => {
            let who = member(world);
            Deed::of(
                who,
                CastVote {
                    choice,
                    handle: None,
                    vote: None,
                },
            )
        }
        3..5 => {
            let against = if world.one_in(3) {
                &COUNCIL[..6]
            } else {
                &COUNCIL[..2]
            };
            let against = against.iter().map(|&handle| handle.to_owned()).collect();
            Deed::of(
                "sek",
                VoteForTheRoom {
                    against,
                    silent: Vec::new(),
                    vote: None,
                },
            )
        }
        5 => Deed::of(
            member(world),
            Attend {
                handle: None,
                out: true,
                at: None,
            },
        ),
        6 => Deed::of(
            chair,
            CastVote {
                choice,
                handle: None,
                vote: None,
            },
        ),
        _ if world.one_in(8) => Deed::of(chair, CallOffVote { vote: None }),
        _ => Deed::of(chair, CloseVote { vote: None }),
    }
}

fn electing(world: &mut World, meeting: &Meeting, chair: &str) -> Deed {
    let conducts = if meeting.chair(meeting.current).is_some() {
        chair
    } else {
        "sek"
    };
    match world.below(4) {
        0 => Deed::of(conducts, CloseElection { election: None }),
        2 if world.one_in(4) => Deed::of(conducts, CallOffElection { election: None }),
        3 if world.one_in(4) => Deed::of(member(world), AskForSecrecy),
        1 => {
            let who = member(world);
            Deed::of(
                conducts,
                Elect {
                    choice: Some("m3".into()),
                    handle: Some(who.into()),
                    election: None,
                },
            )
        }
        _ => {
            let who = member(world);
            let choice = match world.below(3) {
                0 => None,
                1 => Some("m4".to_owned()),
                _ => Some("m3".to_owned()),
            };
            let elect = Elect {
                choice,
                handle: None,
                election: None,
            };
            Deed::of(who, elect)
        }
    }
}

fn in_writing(world: &mut World, meeting: &Meeting) -> Deed {
    let key = Some(meeting.key);
    if meeting.written.is_none() {
        let motion = motion(world);
        let deadline = world.clock.today().saturating_add(3.days()).at(12, 0, 0, 0);
        return Deed::of(
            "leder",
            StartWritten {
                key,
                motion,
                deadline,
            },
        );
    }
    if world.one_in(8) {
        world.clock.turn(4 * 86_400);
        return Deed::of("leder", CloseMeeting { key });
    }
    let who = member(world);
    let agrees = !world.one_in(20);
    Deed::of(
        who,
        AnswerInWriting {
            key,
            agrees_to_motion: agrees,
            agrees_to_procedure: true,
        },
    )
}

fn after(world: &mut World, meeting: &Meeting) -> Deed {
    match world.below(6) {
        0 => Deed::of(
            "sek",
            CorrectMinutes {
                key: meeting.key,
                concerns: "sak 1".into(),
                text: "Skrivefeil".into(),
            },
        ),
        1 => Deed::of(
            "leder",
            ApproveMinutes {
                key: meeting.key,
                against: Vec::new(),
            },
        ),
        _ => planned(world),
    }
}
