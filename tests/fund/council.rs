//! Who has a vote in the council (section 10, M11), what is asked of it, and in which order it is told.

use jiff::ToSpan;
use jiff::civil::date;
use kommit::domain::meeting::{Choice, ItemKind, Motion, Question};
use kommit::domain::policy::Role;
use kommit::usecases::views::overview::Task;
use kommit::usecases::views::{Overview, Seats};
use kommit::usecases::{
    Asked, Attend, CallOffElection, CastVote, CloseMeeting, CloseVote, CorrectMinutes, FinaliseMinutes,
    OfficeSought, OpError, OpenElection, OpenTrialVote, OpenVote, OpenVoteOn, PutMotion, SetRole, SetSeat,
    VoteForTheRoom, WithdrawItem, WithdrawMotion,
};

use crate::common::fund::*;

const KEY: &str = "1/2018";

fn seat(number: u32, holder: &str, substitutes: &[&str]) -> SetSeat {
    SetSeat {
        number,
        holder: Some(holder.into()),
        substitutes: substitutes.iter().map(|&who| who.to_owned()).collect(),
        from: DAY,
        to: None,
    }
}

fn role(handle: &str, role: Role, to: Option<jiff::civil::Date>) -> SetRole {
    SetRole {
        handle: handle.into(),
        role,
        from: DAY,
        to,
    }
}

fn the_room() -> VoteForTheRoom {
    VoteForTheRoom {
        against: Vec::new(),
        silent: Vec::new(),
        vote: None,
    }
}

/// A meeting with a motion on a proposal of its table.
fn with_a_motion() -> Fund {
    let fund = Fund::new();
    fund.seated();
    let reference = fund.ranked("2018-1", project("Felles innsyn", kr(12)));
    fund.meets(vec![ItemKind::Proposal { reference }]);
    let put = PutMotion {
        item: None,
        content: Motion::Decline,
        mover: None,
    };
    fund.next_item().does("kari", &put);
    fund
}

fn vote_on(motion: u32) -> OpenVote {
    OpenVote {
        question: Question::Motion { motion },
    }
}

#[test]
fn m11_ks_and_the_secretariat_hold_no_seat_and_stand_in_for_none() {
    let fund = Fund::new();
    fund.seated();
    for who in ["karl", "sofie", "odd"] {
        assert_eq!(
            fund.refused(ADMINISTRATOR, &seat(3, who, &[])),
            "seat-not-in-council"
        );
    }
    for who in ["karl", "sofie"] {
        assert_eq!(
            fund.refused(ADMINISTRATOR, &seat(3, "kari", &[who])),
            "substitute-not-in-council"
        );
    }
    // An observer may be a substitute, and who is a member beside another role holds a seat by it.
    fund.does(ADMINISTRATOR, &seat(3, "kari", &["odd"]));
    fund.does(ADMINISTRATOR, &role("sofie", Role::Member, None));
    fund.does(ADMINISTRATOR, &seat(11, "sofie", &[]));
}

#[test]
fn m12_who_is_no_member_any_more_has_no_seat_no_presence_and_no_vote_and_nobody_registers_one() {
    let fund = with_a_motion();
    fund.does("lise", &vote_on(1));
    let for_it = CastVote {
        choice: Choice::For,
        handle: None,
        vote: None,
    };
    fund.does("m11", &for_it);
    // While the vote is open the member becomes one of KS.
    let before = Some(DAY.saturating_sub(1.day()));
    fund.does(
        ADMINISTRATOR,
        &SetRole {
            from: DAY.saturating_sub(2.days()),
            ..role("m11", Role::Member, before)
        },
    );
    fund.does(ADMINISTRATOR, &role("m11", Role::Ks, None));
    let own = fund.tries("m11", &for_it);
    assert!(matches!(own, Err(OpError::Denied(_))), "{own:?}");
    let named = CastVote {
        handle: Some("m11".into()),
        ..for_it
    };
    assert_eq!(fund.refused("sofie", &named), "not-entitled");
    fund.does("sofie", &the_room());
    let closed = fund.does("lise", &CloseVote { vote: None });
    assert_eq!(closed.made["items"][0]["for"], 10);
    let holder = |number: usize| fund.sees("odd", &Seats)[number - 1].seat.holder.clone();
    assert_eq!((holder(10), holder(11)), (Some("m10".into()), None));
}

#[test]
fn m4_no_step_of_a_meeting_is_taken_on_a_business_day_before_that_of_the_step_before_it() {
    let fund = with_a_motion();
    let (before, after) = (DAY.saturating_sub(1.day()), DAY.saturating_add(1.day()));
    let out = Attend {
        handle: Some("m11".into()),
        out: true,
        at: None,
    };
    fund.on(before);
    assert_eq!(fund.refused("lise", &vote_on(1)), "meeting-day-passed");
    assert_eq!(fund.refused("lise", &out), "meeting-day-passed");
    assert_eq!(
        fund.refused("lise", &CloseMeeting { key: None }),
        "meeting-day-passed"
    );
    // Past midnight it goes on, and not back.
    fund.on(after).does("lise", &vote_on(1));
    fund.does("lise", &the_room());
    fund.on(DAY);
    assert_eq!(
        fund.refused("lise", &CloseVote { vote: None }),
        "meeting-day-passed"
    );
    fund.on(after).does("lise", &CloseVote { vote: None });
    fund.does("lise", &CloseMeeting { key: None });
    let finalise = FinaliseMinutes {
        key: KEY.parse().unwrap(),
        render: Box::new(|_, _, _| Ok(Vec::new())),
    };
    let correct = CorrectMinutes {
        key: KEY.parse().unwrap(),
        concerns: "1/18".into(),
        text: "Rettelse".into(),
    };
    fund.on(DAY);
    assert_eq!(fund.refused("sofie", &finalise), "meeting-day-passed");
    fund.on(date(2018, 3, 1)).does("sofie", &finalise);
    fund.on(DAY);
    assert_eq!(fund.refused("sofie", &correct), "meeting-day-passed");
    // It follows the meeting, not the day on which the minutes were made final.
    fund.on(after).does("sofie", &correct);
}

#[test]
fn m11_one_whose_seat_was_taken_while_a_vote_is_open_is_not_asked_for_a_vote() {
    let fund = with_a_motion();
    fund.does("lise", &vote_on(1));
    let asked = || {
        let tasks = fund.sees("m11", &Overview).tasks;
        tasks.iter().any(|task| matches!(task, Task::Vote { .. }))
    };
    assert!(asked());
    let nobody = SetSeat {
        holder: None,
        ..seat(11, "m11", &[])
    };
    fund.does(ADMINISTRATOR, &nobody);
    assert!(!asked());
}

#[test]
fn what_is_not_there_is_refused_by_its_number_and_not_because_nobody_chairs_it() {
    let fund = with_a_motion();
    let code = |who: &str, step: &dyn kommit::usecases::UseCase| match fund.tries(who, step) {
        Err(OpError::Refused(refusal)) => refusal.code,
        other => panic!("{who} {step:?}: {other:?}"),
    };
    for question in [
        Question::Motion { motion: 99 },
        Question::Between { first: 99, second: 1 },
        Question::Between { first: 1, second: 99 },
        Question::EnBloc { motions: vec![1, 99] },
    ] {
        assert_eq!(code("lise", &OpenVote { question }), "motion-unknown");
    }
    let conflict = Question::Conflict {
        item: 99,
        handle: "kari".into(),
    };
    for question in [conflict, Question::TakeUp { item: 99 }] {
        assert_eq!(code("lise", &OpenVote { question }), "item-unknown");
    }
    let take_up = OpenVoteOn {
        asked: Asked::TakeUp { item: 99 },
    };
    assert_eq!(code("lise", &take_up), "item-unknown");
    assert_eq!(code("lise", &WithdrawMotion { motion: 99 }), "motion-unknown");
    assert_eq!(code("lise", &OpenTrialVote { motion: 99 }), "motion-unknown");
    assert_eq!(code("lise", &CloseVote { vote: None }), "vote-not-open");
    assert_eq!(
        code("lise", &CallOffElection { election: None }),
        "election-not-open"
    );
    let withdraw = WithdrawItem {
        key: None,
        item: 99,
        reason: "Feil".into(),
    };
    assert_eq!(code("lise", &withdraw), "item-unknown");
}

#[test]
fn m15_only_who_is_registered_is_a_candidate() {
    let fund = with_a_motion();
    let election = |candidates: &[&str]| OpenElection {
        office: OfficeSought::Other { title: "AU".into() },
        candidates: candidates.iter().map(|&who| who.to_owned()).collect(),
        secret: false,
    };
    assert_eq!(
        fund.refused("lise", &election(&["nope", "ola"])),
        "member-unknown"
    );
    fund.does(
        ADMINISTRATOR,
        &kommit::usecases::RevokeMember { handle: "m9".into() },
    );
    assert_eq!(fund.refused("lise", &election(&["m9", "ola"])), "member-revoked");
    fund.does("lise", &election(&["ola"]));
}
