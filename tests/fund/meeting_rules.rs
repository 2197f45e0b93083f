//! The council's rules where they meet the rest of the fund: agendas from meeting to meeting, written procedures, conflicts that
//! were declared before, and what may happen to a proposal while it is voted on.

use jiff::ToSpan;
use jiff::civil::date;
use kommit::domain::meeting::conflict::{ConflictKind, Judgement};
use kommit::domain::meeting::{Form, ItemKind, Meeting, MeetingKey, Motion, Question, State};
use kommit::domain::policy::Role;
use kommit::domain::proposal::Ref;
use kommit::domain::refusal::Value;
use kommit::usecases::views::{DecisionRegister, MeetingView, ProposalView};
use kommit::usecases::{
    AddItem, AnswerInWriting, Attend, CallMeeting, CancelMeeting, CloseMeeting, CloseVote, DeclareConflict,
    GoToItem, InMeeting, OpenVote, PutMotion, RaiseConflict, SetRole, SetSeat, StartWritten, VoteForTheRoom,
    WithdrawProposal,
};

use crate::common::fund::*;
use crate::common::meetings::{self, SEATED};

fn council() -> (Fund, Ref) {
    let fund = Fund::new();
    let reference = fund.ranked("2018-1", project("Innsyn", kr(100)));
    fund.seated();
    (fund, reference)
}

fn approved(kroner: i64) -> Motion {
    Motion::Approve {
        amount: kr(kroner),
        conditions: String::new(),
    }
}

fn plan(fund: &Fund, in_days: i32, form: Form) -> MeetingKey {
    let day = fund.today().saturating_add(in_days.days());
    let made = fund.does("sofie", &meetings::plan(day, form)).made;
    made["meeting"].as_str().unwrap().parse().unwrap()
}

fn item(key: Option<MeetingKey>, reference: Ref) -> AddItem {
    AddItem {
        key,
        proposed: Some(approved(70)),
        ..meetings::item(ItemKind::Proposal { reference })
    }
}

fn meeting(fund: &Fund, key: MeetingKey) -> Meeting {
    fund.sees("sofie", &MeetingView { key: Some(key) }).meeting
}

fn start(fund: &Fund, reference: Ref) -> (MeetingKey, StartWritten) {
    let key = plan(fund, 0, Form::Written);
    fund.does("sofie", &item(Some(key), reference));
    let start = StartWritten {
        key: None,
        motion: approved(70),
        deadline: date(2018, 12, 31).at(12, 0, 0, 0),
    };
    (key, start)
}

const YES: AnswerInWriting = AnswerInWriting {
    key: None,
    agrees_to_motion: true,
    agrees_to_procedure: true,
};

#[test]
fn m16_a_written_procedure_is_meant_only_where_nobody_is_to_meet_or_one_answers_in_writing() {
    let (fund, reference) = council();
    let (written, first) = start(&fund, reference);
    fund.does("lise", &first);
    let held = plan(&fund, 7, Form::Room);
    let other = fund.ranked("2018-2", project("Utsyn", kr(100)));
    fund.does("sofie", &item(None, other));
    assert_eq!(meeting(&fund, held).items.len(), 1);
    fund.does("kari", &YES);
    assert_eq!(meeting(&fund, written).written.unwrap().answers.len(), 1);
    // With no other, it is the one that is meant.
    let cancel = CancelMeeting {
        key: None,
        reason: "For få saker".into(),
    };
    fund.does("lise", &cancel);
    assert_eq!(meeting(&fund, held).state, State::Cancelled);
    assert_eq!(fund.sees("kari", &MeetingView { key: None }).meeting.key, written);
}

#[test]
fn m5_m16_a_step_is_taken_in_the_meeting_that_is_named_while_another_is_open() {
    let (fund, reference) = council();
    let (written, first) = start(&fund, reference);
    fund.does("lise", &first);
    fund.meets(vec![ItemKind::Free]).next_item();
    let held = fund.sees("kari", &MeetingView { key: None }).meeting.key;
    let raise = || {
        Box::new(RaiseConflict {
            item: None,
            handle: None,
            ground: "Nabo".into(),
            paragraph: String::new(),
            kind: ConflictKind::Judged,
        })
    };
    let named = InMeeting {
        key: Some(written),
        step: raise(),
    };
    let conflicts = |key| meeting(&fund, key).items[0].conflicts.len();
    fund.does("kari", &named);
    assert_eq!((conflicts(written), conflicts(held)), (1, 0));
    let answer = InMeeting {
        key: Some(written),
        step: Box::new(YES),
    };
    assert_eq!(fund.refused("kari", &answer), "denied-not-seated");
    // Nobody is there to vote, or to come.
    let comes = InMeeting {
        key: Some(written),
        step: Box::new(Attend {
            handle: None,
            out: false,
            at: None,
        }),
    };
    assert_eq!(fund.refused("kari", &comes), "written-nobody-meets");
    // Where none is named, it is the one that is open.
    fund.does("kari", raise().as_ref());
    assert_eq!((conflicts(written), conflicts(held)), (1, 1));
}

#[test]
fn m11_m16_a_seat_that_changes_hands_is_answered_for_by_its_new_holder() {
    let (fund, reference) = council();
    let (key, first) = start(&fund, reference);
    fund.does("lise", &first);
    fund.does("m11", &YES);
    let member = SetRole {
        handle: "odd".into(),
        role: Role::Member,
        from: fund.today(),
        to: None,
    };
    fund.does(ADMINISTRATOR, &member);
    let seat = SetSeat {
        number: 11,
        holder: Some("odd".into()),
        substitutes: Vec::new(),
        from: fund.today(),
        to: None,
    };
    fund.does(ADMINISTRATOR, &seat);
    for handle in &SEATED[..10] {
        fund.does(handle, &YES);
    }
    assert_eq!(fund.refused("m11", &YES), "denied-not-seated");
    let close = CloseMeeting { key: None };
    assert_eq!(fund.refused("lise", &close), "written-waits");
    fund.does("odd", &YES);
    fund.does("lise", &close);
    let told = meeting(&fund, key);
    assert_eq!(told.roster.seats[10].holder.as_deref(), Some("odd"));
    assert_eq!(told.minutes().written.unwrap().agreed.len(), 11);
}

#[test]
fn m5_m16_what_was_declared_before_counts_in_writing_and_the_leader_in_conflict_does_not_run_it() {
    let (fund, reference) = council();
    let conflict = DeclareConflict {
        reference,
        ground: "Egen kommune".into(),
    };
    fund.does("lise", &conflict);
    let (key, first) = start(&fund, reference);
    assert_eq!(fund.refused("lise", &first), "denied-not-the-chair");
    // Nobody can answer for the leader's seat before it has a substitute.
    assert_eq!(fund.refused("nils", &first), "written-unanswerable");
    let seat = SetSeat {
        number: 1,
        holder: Some("lise".into()),
        substitutes: vec!["odd".into()],
        from: fund.today(),
        to: None,
    };
    fund.does(ADMINISTRATOR, &seat);
    fund.does("nils", &first);
    let own = &meeting(&fund, key).items[0].conflicts;
    assert_eq!(
        (own[0].handle.as_str(), own[0].judgement),
        ("lise", Judgement::Raised)
    );
    assert_eq!(fund.refused("lise", &YES), "denied-not-seated");
    let close = CloseMeeting { key: None };
    assert_eq!(fund.refused("lise", &close), "denied-not-the-chair");
    assert_eq!(fund.refused("nils", &close), "written-waits");
    // Nobody stands in for the seat any more: it goes to the next meeting, which is told, and nothing is missing in the minutes.
    let nobody = SetSeat {
        substitutes: Vec::new(),
        ..seat
    };
    fund.does(ADMINISTRATOR, &nobody);
    let closed = fund.does("nils", &close);
    let ending = Value::Word("written-ends-unanswerable".into());
    assert!(closed.args.contains(&("result", ending)), "{closed:?}");
    assert_eq!(meeting(&fund, key).missing(), []);
}

#[test]
fn m2_m6_m9_what_a_meeting_leaves_is_on_the_next_list_and_on_one_only() {
    let (fund, reference) = council();
    let next = plan(&fund, 30, Form::Room);
    let first = plan(&fund, 0, Form::Room);
    fund.does("sofie", &item(Some(first), reference));
    let twice = item(Some(next), reference);
    assert_eq!(fund.refused("sofie", &twice), "item-listed-elsewhere");
    let call = |key| CallMeeting {
        key: Some(key),
        reason: "Det haster".into(),
    };
    fund.does("sofie", &call(first));
    fund.does("lise", &kommit::usecases::OpenMeeting { key: Some(first) });
    fund.does("lise", &CloseMeeting { key: Some(first) });
    // It was planned first, but is held later, and what has come since is put on its list by the notice.
    assert_eq!(meeting(&fund, next).items, []);
    fund.does("sofie", &call(next));
    let carried = meeting(&fund, next).items;
    assert_eq!(carried[0].kind, ItemKind::Proposal { reference });
    assert_eq!(
        (&carried[0].proposed, carried[0].number),
        (&Some(approved(70)), Some(2))
    );
    assert_eq!(meeting(&fund, plan(&fund, 40, Form::Room)).items, []);
    // A meeting that is cancelled frees its items.
    let cancel = CancelMeeting {
        key: Some(next),
        reason: "For få saker".into(),
    };
    fund.does("lise", &cancel);
    let last = plan(&fund, 50, Form::Room);
    assert_eq!(meeting(&fund, last).items.len(), 1);
}

#[test]
fn m14_nothing_else_is_decided_on_a_proposal_while_it_is_voted_on() {
    let (fund, reference) = council();
    fund.does("lise", &approve(reference, kr(100)));
    fund.meets(vec![ItemKind::Proposal { reference }]).next_item();
    let put = PutMotion {
        item: None,
        content: approved(60),
        mover: None,
    };
    fund.does("lise", &put);
    let vote = || OpenVote {
        question: Question::Motion { motion: 1 },
    };
    let withdraw = WithdrawProposal {
        reference,
        reason: "Ny plan".into(),
    };
    let voted = fund.copy();
    voted.does("lise", &vote());
    assert_eq!(voted.refused("sofie", &withdraw), "proposal-voted-on");
    assert_eq!(
        voted.refused("karl", &commit(reference, kr(1))),
        "proposal-voted-on"
    );
    assert_eq!(
        voted.refused("lise", &approve(reference, kr(1))),
        "proposal-voted-on"
    );
    // Before the vote opens it may go, and then there is nothing to vote on, nor to move.
    fund.does("sofie", &withdraw);
    assert_eq!(fund.refused("lise", &vote()), "step-out-of-turn");
    assert_eq!(fund.refused("lise", &put), "step-out-of-turn");
    let (other, _) = council();
    let (_, first) = start(&other, reference);
    other.does("lise", &first);
    assert_eq!(other.refused("sofie", &withdraw), "proposal-voted-on");
}

#[test]
fn m5_a_conflict_that_the_council_rejects_is_one_no_more() {
    let (fund, reference) = council();
    let declare = DeclareConflict {
        reference,
        ground: "Egen kommune".into(),
    };
    fund.does("ola", &declare);
    let sees = || fund.sees("ola", &ProposalView { reference }).aggregate.is_ok();
    assert!(!sees());
    fund.meets(vec![ItemKind::Proposal { reference }]).next_item();
    let question = || Question::Conflict {
        item: 1,
        handle: "ola".into(),
    };
    fund.does("lise", &OpenVote { question: question() });
    let room = VoteForTheRoom {
        vote: None,
        against: SEATED
            .iter()
            .filter(|who| **who != "ola")
            .map(|who| (*who).to_owned())
            .collect(),
        silent: Vec::new(),
    };
    fund.does("lise", &room);
    assert_eq!(
        fund.does("lise", &CloseVote { vote: None }).made["result"],
        "lost"
    );
    assert!(sees());
    assert_eq!(fund.refused("ola", &declare), "conflict-rejected");
    // Nor does it count in the next meeting.
    let withdraw = kommit::usecases::WithdrawItem {
        key: None,
        item: 1,
        reason: "Må ses på igjen".into(),
    };
    fund.does("sofie", &withdraw);
    fund.does("lise", &CloseMeeting { key: None });
    fund.meets(vec![ItemKind::Proposal { reference }])
        .does("lise", &GoToItem { item: None });
    let now = fund.sees("lise", &MeetingView { key: None }).meeting;
    assert_eq!(now.items[0].conflicts, []);
}

#[test]
fn m7_m14_the_register_tells_each_agreement_and_which_recommendation_stands() {
    let (fund, reference) = council();
    let told = |fund: &Fund| -> Vec<(Motion, bool)> {
        let lines = fund.sees("odd", &DecisionRegister);
        lines
            .into_iter()
            .map(|line| (line.carried, line.stands))
            .collect()
    };
    fund.meets(vec![ItemKind::Proposal { reference }]);
    fund.next_item().carries(approved(80));
    fund.decides(Question::TakeUp { item: 1 })
        .next_item()
        .carries(approved(60));
    assert_eq!(told(&fund), [(approved(80), false), (approved(60), true)]);
    fund.decides(Question::TakeUp { item: 1 })
        .next_item()
        .carries(Motion::WithdrawRecommendation);
    let all = [approved(80), approved(60), Motion::WithdrawRecommendation];
    assert_eq!(told(&fund), all.map(|motion| (motion, false)));
    // What is recommended outside a meeting comes of no line.
    fund.does("lise", &approve(reference, kr(50)));
    assert!(told(&fund).iter().all(|(_, stands)| !stands));
}
