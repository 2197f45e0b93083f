//! Meetings through the use cases: who may do what in them, and what they do to proposals, scorecards and roles.

use jiff::civil::date;
use kommit::domain::council::Recommendation;
use kommit::domain::meeting::conflict::ConflictKind;
use kommit::domain::meeting::{Choice, Form, ItemKind, Motion, Question, State};
use kommit::domain::policy::Role;
use kommit::domain::proposal::{Ref, Stage};
use kommit::i18n::{Lang, Words};
use kommit::present::meetings::{decisions, minutes, page};
use kommit::present::{print, text};
use kommit::usecases::views::overview::Task;
use kommit::usecases::views::{AuditLog, DecisionRegister, MeetingView, MinutesView, Overview, ProposalView};
use kommit::usecases::{
    AddItem, AddRanked, AnswerInWriting, AnswerTrial, Attend, AttendAll, CallMeeting, CallOffElection,
    CallOffVote, CloseElection, CloseMeeting, CloseTrialVote, CloseVote, DeclareConflict, FinaliseMinutes,
    GoToItem, MaskName, OfficeSought, OpenElection, OpenMeeting, OpenTrialVote, OpenVote, Outcome, PutMotion,
    RaiseConflict, RevokeMember, SetParameter, SetRole, StartWritten, SubmitScorecard, TrialVote,
};

use crate::common::fund::*;
use crate::common::meetings::{SEATED, item, plan};

fn ranked(fund: &Fund) -> Ref {
    fund.ranked("2018-1", project("Innsyn", kr(100)))
}

fn approved(kroner: i64) -> Motion {
    Motion::Approve {
        amount: kr(kroner),
        conditions: String::new(),
    }
}

/// A fund whose council recommends by vote only, with a meeting that is open with one proposal.
fn by_vote() -> (Fund, Ref) {
    let fund = Fund::new();
    let reference = ranked(&fund);
    fund.seated();
    let parameter = SetParameter {
        key: "council.recommend_outside_meeting".into(),
        value: "false".into(),
        from: fund.today(),
        reason: "M14".into(),
    };
    fund.does(ADMINISTRATOR, &parameter);
    fund.meets(vec![ItemKind::Proposal { reference }]);
    (fund, reference)
}

fn stage(fund: &Fund, reference: Ref) -> Stage {
    fund.sees("karl", &ProposalView { reference }).row.proposal.stage
}

#[test]
fn m14_what_is_recommended_comes_of_the_vote_and_takes_the_place_of_what_was_before() {
    let (fund, reference) = by_vote();
    assert_eq!(
        fund.refused("lise", &approve(reference, kr(100))),
        "recommend-by-vote"
    );
    fund.next_item().carries(approved(80));
    assert_eq!(stage(&fund, reference), Stage::Recommended);
    fund.decides(Question::TakeUp { item: 1 })
        .next_item()
        .carries(approved(60));
    let recommended = fund
        .sees("karl", &ProposalView { reference })
        .recommended
        .unwrap();
    let last = Recommendation::Approve {
        amount: kr(60),
        conditions: String::new(),
    };
    assert_eq!(recommended.recommendation, last);
    assert_eq!(
        fund.number("SELECT count(*) FROM recommendations"),
        2,
        "all are kept"
    );
    // Withdrawn: ranked again, and there is nothing for KS to decide on.
    fund.decides(Question::TakeUp { item: 1 })
        .next_item()
        .carries(Motion::WithdrawRecommendation);
    assert_eq!(stage(&fund, reference), Stage::Ranked);
    assert!(
        fund.sees("karl", &ProposalView { reference })
            .recommended
            .is_none()
    );
    assert_eq!(
        fund.refused("karl", &commit(reference, kr(60))),
        "decision-too-early"
    );
}

#[test]
fn m13_an_item_is_not_taken_up_again_after_ks_has_decided() {
    let (fund, reference) = by_vote();
    fund.funded(kr(1_000));
    fund.next_item().carries(approved(80));
    fund.does("karl", &commit(reference, kr(80)));
    let again = OpenVote {
        question: Question::TakeUp { item: 1 },
    };
    assert_eq!(fund.refused("lise", &again), "taken-up-after-decision");
}

#[test]
fn s5_the_own_scorecard_changes_only_while_the_item_is_open_and_moves_the_computed_order() {
    let (fund, reference) = by_vote();
    let lower = score(reference, [1; 5]);
    assert_eq!(fund.refused("kari", &lower), "scorecard-after-reveal");
    fund.next_item();
    let before = fund.sees("lise", &ProposalView { reference }).aggregate;
    fund.does("kari", &lower);
    let for_another = SubmitScorecard {
        on_behalf_of: Some("m5".into()),
        ..score(reference, [1; 5])
    };
    assert_eq!(fund.refused("sofie", &for_another), "scorecard-after-reveal");
    let after = fund.sees("lise", &ProposalView { reference }).aggregate;
    assert_ne!(
        format!("{before:?}"),
        format!("{after:?}"),
        "the order is computed anew"
    );
    let meeting = fund.sees("lise", &MeetingView { key: None }).meeting;
    let change = &meeting.items[0].changes[0];
    assert_eq!(change.handle, "kari");
    assert!(change.before.values().all(|score| *score == Some(4)));
    assert!(change.after.values().all(|score| *score == Some(1)));
    // S4: who is in conflict doesn't see it, and nothing of it is in the log.
    let own = RaiseConflict {
        item: None,
        handle: None,
        ground: "Egen kommune".into(),
        paragraph: String::new(),
        kind: ConflictKind::Judged,
    };
    fund.does("ola", &own).made.get("item").unwrap();
    let question = Question::Conflict {
        item: 1,
        handle: "ola".into(),
    };
    fund.decides(question);
    let seen = fund.sees("ola", &MeetingView { key: None }).meeting;
    assert!(seen.items[0].changes.is_empty());
    assert_eq!(
        fund.number("SELECT count(*) FROM audit WHERE payload LIKE '%benefit%'"),
        0
    );
}

#[test]
fn s4_who_is_in_conflict_sees_the_same_meeting_whatever_the_scores() {
    let met = |scores: [u8; 5]| {
        let fund = Fund::new();
        let own = fund.qualified(project("Innsyn", kr(100)));
        let other = fund.qualified(project("Utsyn", kr(100)));
        fund.opens("2018-1", &[own, other]);
        let conflict = DeclareConflict {
            reference: own,
            ground: "Egen kommune".into(),
        };
        fund.does("lise", &conflict);
        for handle in ["kari", "ola", "nils"] {
            fund.scores(handle, own, scores).scores(handle, other, [3; 5]);
        }
        fund.reveals("2018-1").seated();
        let items = [own, other].map(|reference| ItemKind::Proposal { reference });
        fund.meets(items.into()).next_item();
        fund.does("kari", &score(own, scores));
        fund
    };
    let (low, high) = (met([1; 5]), met([5; 5]));
    let seen = |fund: &Fund, handle: &str| format!("{:?}", fund.sees(handle, &MeetingView { key: None }));
    // The chair, who is in conflict, sees nothing of the difference; the others do.
    assert_eq!(seen(&low, "lise"), seen(&high, "lise"));
    assert_ne!(seen(&low, "kari"), seen(&high, "kari"));
}

#[test]
fn m17_the_minutes_that_are_final_wait_on_the_next_agenda_and_are_approved_by_its_vote() {
    let (fund, _) = by_vote();
    fund.next_item().carries(approved(80));
    fund.does("lise", &CloseMeeting { key: None });
    let key = "1/2018".parse().unwrap();
    let finalise = FinaliseMinutes {
        key,
        render: Box::new(|_, _, _| Ok(Vec::new())),
    };
    // Made final long after, and approved by a meeting that was held soon after.
    fund.on(date(2026, 11, 28)).does("sofie", &finalise);
    fund.on(date(2018, 3, 1)).meets(Vec::new());
    let meeting = fund.sees("lise", &MeetingView { key: None }).meeting;
    assert_eq!(meeting.items[0].kind, ItemKind::Minutes { meeting: key });
    fund.next_item().carries(Motion::ApproveMinutes);
    let first = fund.sees("lise", &MeetingView { key: Some(key) }).meeting;
    assert_eq!(first.state, State::Approved);
}

#[test]
fn m9_a_meeting_that_was_not_opened_on_its_day_takes_nothing_and_who_is_early_is_not_stopped() {
    let fund = Fund::new();
    fund.seated().does("sofie", &plan(DAY, Form::Room));
    let next_day = date(2018, 2, 2);
    let free = item(ItemKind::Free);
    let meets = || {
        let tasks = fund.sees("kari", &Overview).tasks;
        tasks.iter().any(|task| matches!(task, Task::Meets { .. }))
    };
    fund.on(next_day);
    assert_eq!(fund.refused("sofie", &free), "meeting-day-over");
    fund.on(DAY).does("sofie", &free);
    assert!(!meets(), "it isn't called");
    let reason = "Det haster".into();
    fund.does("sofie", &CallMeeting { key: None, reason });
    assert!(meets());
    fund.on(next_day);
    assert_eq!(fund.refused("sofie", &free), "meeting-day-over");
    fund.on(DAY).does("lise", &OpenMeeting { key: None });
}

#[test]
fn m11_the_chair_changes_hands_in_the_middle_of_a_meeting() {
    let (fund, _) = by_vote();
    let role = |handle: &str, role, to| SetRole {
        handle: handle.into(),
        role,
        from: DAY,
        to,
    };
    // From this day on Lise leads no more, and Kari does.
    let before = DAY.yesterday().unwrap();
    fund.does(
        ADMINISTRATOR,
        &SetRole {
            from: before,
            ..role("lise", Role::Chair, Some(before))
        },
    );
    fund.does(ADMINISTRATOR, &role("lise", Role::Member, None));
    fund.does(ADMINISTRATOR, &role("kari", Role::Chair, None));
    assert_eq!(
        fund.refused("lise", &GoToItem { item: None }),
        "denied-not-the-chair"
    );
    fund.does("kari", &GoToItem { item: None });
    let meeting = fund.sees("odd", &MeetingView { key: None }).meeting;
    assert_eq!(meeting.chair(meeting.current), Some("kari"));
}

#[test]
fn m3_where_nobody_can_chair_the_secretariat_has_one_elected_and_nothing_else() {
    let fund = Fund::new();
    let reference = ranked(&fund);
    fund.seated();
    fund.does("sofie", &plan(fund.today(), Form::Room));
    fund.does("sofie", &item(ItemKind::Proposal { reference }));
    let reason = "Det haster".into();
    fund.does("sofie", &CallMeeting { key: None, reason });
    for handle in &SEATED[2..] {
        fund.does(
            handle,
            &Attend {
                handle: None,
                out: false,
                at: None,
            },
        );
    }
    fund.does("sofie", &OpenMeeting { key: None });
    assert_eq!(fund.refused("sofie", &GoToItem { item: None }), "denied-role");
    // M6: while people meet they are asked first.
    let unasked = AddItem {
        title: "Eventuelt".into(),
        objections: None,
        ..item(ItemKind::Free)
    };
    assert_eq!(fund.refused("sofie", &unasked), "objections-unasked");
    let open = OpenElection {
        office: OfficeSought::Chair { of_item: false },
        candidates: vec!["kari".into(), "ola".into()],
        secret: false,
    };
    assert_eq!(fund.refused("ola", &open), "denied-not-the-chair");
    fund.does("sofie", &open);
    for handle in &SEATED[2..] {
        let choice = Some(if *handle == "ola" { "ola" } else { "kari" }.to_owned());
        let elect = kommit::usecases::Elect {
            choice,
            handle: None,
            election: None,
        };
        fund.does(handle, &elect);
    }
    let closed = fund.does("sofie", &CloseElection { election: None });
    assert_eq!(closed.made["elected"], "kari");
    fund.does("kari", &GoToItem { item: None });
}

#[test]
fn m16_a_written_procedure_that_all_agree_to_recommends() {
    let fund = Fund::new();
    let reference = ranked(&fund);
    fund.seated();
    fund.does("sofie", &plan(fund.today(), Form::Written));
    fund.does("sofie", &item(ItemKind::Proposal { reference }));
    let start = StartWritten {
        key: None,
        motion: approved(70),
        deadline: date(2018, 12, 31).at(12, 0, 0, 0),
    };
    assert_eq!(fund.refused("sofie", &start), "denied-role");
    assert_eq!(fund.refused("kari", &start), "denied-not-the-chair");
    fund.does("lise", &start);
    let yes = AnswerInWriting {
        key: None,
        agrees_to_motion: true,
        agrees_to_procedure: true,
    };
    assert_eq!(fund.refused("odd", &yes), "denied-not-seated");
    for handle in SEATED {
        assert_eq!(fund.refused("lise", &CloseMeeting { key: None }), "written-waits");
        fund.does(handle, &yes);
    }
    fund.does("lise", &CloseMeeting { key: None });
    assert_eq!(stage(&fund, reference), Stage::Recommended);
    let attend = AttendAll { absent: Vec::new() };
    assert_eq!(fund.refused("lise", &attend), "no-meeting");
}

#[test]
fn m9_the_ranked_list_comes_on_the_agenda_in_its_decided_order_and_nothing_twice() {
    let fund = Fund::new();
    let all: Vec<Ref> = ["Innsyn", "Utsyn", "Oversyn"]
        .map(|title| fund.qualified(project(title, kr(100))))
        .into();
    fund.opens("2018-1", &all);
    for (reference, scores) in all.iter().zip([[2; 5], [5; 5], [4; 5]]) {
        for handle in ["kari", "lise", "nils"] {
            fund.scores(handle, *reference, scores);
        }
    }
    fund.reveals("2018-1").seated();
    fund.does("sofie", &plan(fund.today(), Form::Room));
    fund.does("sofie", &item(ItemKind::Proposal { reference: all[2] }));
    let ranked = || AddRanked { key: None };
    assert_eq!(fund.refused("kari", &ranked()), "denied-role");
    fund.does("sofie", &ranked());
    let items = fund.sees("sofie", &MeetingView { key: None }).meeting.items;
    let listed: Vec<Ref> = items.iter().filter_map(|item| item.kind.reference()).collect();
    assert_eq!(listed, [all[2], all[1], all[0]]);
    assert_eq!(fund.refused("sofie", &ranked()), "no-ranked-to-list");
}

#[test]
fn m14_more_than_is_free_is_recommended_and_marked() {
    let (fund, reference) = by_vote();
    let beyond = |fund: &Fund| fund.sees("karl", &ProposalView { reference }).beyond;
    // Moved, and told while it is voted on.
    let told = |fund: &Fund| told_of_the_meeting(fund);
    fund.next_item().does("kari", &put(approved(80)));
    let mark = "mer enn KS kan gi tilsagn om nå (0 kr)";
    assert!(told(&fund).contains(mark), "{}", told(&fund));
    fund.decides(Question::Motion { motion: 1 });
    assert_eq!(beyond(&fund), Some(kr(0)), "nothing has been paid in");
    assert!(!told(&fund).contains(mark), "{}", told(&fund));
    // What was free then stays, whatever is paid in later: on the agenda, in the minutes and in the register.
    fund.funded(kr(1_000));
    let key = "1/2018".parse().unwrap();
    let free = |fund: &Fund| {
        let minutes = fund.sees("karl", &MinutesView { key }).minutes;
        let line = fund.sees("karl", &DecisionRegister).remove(0);
        (minutes.items[0].free, line.free)
    };
    assert_eq!(free(&fund), (Some(kr(0)), Some(kr(0))));
    for mark in [
        "innstilt over ledig beløp: 80 kr",
        "Mer enn KS kunne gi tilsagn om da (0 kr)",
    ] {
        assert!(told(&fund).contains(mark), "{}", told(&fund));
    }
    let words = Words::new(Lang::Nb);
    let lines = fund.sees("karl", &DecisionRegister);
    let register = text::text(&decisions::list(&lines, &words), text::Style::default());
    let register = register.replace('\u{a0}', " ");
    assert!(register.contains("80 kr over ledig beløp"), "{register}");
    let minutes = fund.sees("karl", &MinutesView { key }).minutes;
    let print = print::markdown(&minutes::document(&minutes, None, &words)).unwrap();
    let print = print.replace('\u{a0}', " ");
    assert!(
        print.contains("Mer enn KS kunne gi tilsagn om da (0 kr)"),
        "{print}"
    );
    // What is covered has no mark.
    let (fund, reference) = by_vote();
    fund.funded(kr(1_000));
    fund.next_item().carries(approved(80));
    assert_eq!(fund.sees("karl", &ProposalView { reference }).beyond, None);
    assert_eq!(free(&fund), (None, None));
    assert!(
        told(&fund).contains("innstilt: tilsagn om 80 kr"),
        "{}",
        told(&fund)
    );
}

fn put(content: Motion) -> PutMotion {
    PutMotion {
        item: None,
        content,
        mover: None,
    }
}

/// The page of the meeting in bokmål.
fn told_of_the_meeting(fund: &Fund) -> String {
    let data = fund.sees("karl", &MeetingView { key: None });
    let page = page(&data, &Words::new(Lang::Nb));
    text::text(&page, text::Style::default()).replace('\u{a0}', " ")
}

#[test]
fn m13_of_a_trial_vote_only_its_counts_are_kept() {
    let (fund, _) = by_vote();
    fund.next_item().does("kari", &put(approved(80)));
    fund.does("lise", &OpenTrialVote { motion: 1 });
    let vote = OpenVote {
        question: Question::Motion { motion: 1 },
    };
    assert_eq!(fund.refused("lise", &vote), "trial-open");
    let answers = |fund: &Fund, who: &str, choice: Choice| {
        fund.does(who, &AnswerTrial { choice, motion: None });
    };
    // Two funds in which it is not the same people who are for.
    let other = fund.copy();
    for (who, choice, there) in [
        ("kari", Choice::For, Choice::Against),
        ("nils", Choice::Against, Choice::For),
        ("ola", Choice::For, Choice::For),
        ("m5", Choice::Against, Choice::Against),
    ] {
        answers(&fund, who, choice);
        answers(&other, who, there);
    }
    // Who goes out loses the answer; who changes it has one.
    for fund in [&fund, &other] {
        let goes = Attend {
            handle: None,
            out: true,
            at: None,
        };
        fund.does("m5", &goes);
        answers(fund, "ola", Choice::Against);
        answers(fund, "ola", Choice::For);
    }
    let seen = |fund: &Fund| format!("{:?}", fund.sees("lise", &MeetingView { key: None }).meeting);
    assert_eq!(seen(&fund), seen(&other), "nobody sees what anybody answers");
    assert_eq!(fund.dump(), other.dump(), "nor does the file tell it");
    for fund in [&fund, &other] {
        let made = fund.does("lise", &CloseTrialVote { motion: None }).made;
        assert_eq!((&made["for"], &made["against"]), (&2.into(), &1.into()));
        assert_eq!(
            fund.refused("lise", &CloseTrialVote { motion: None }),
            "trial-not-open"
        );
        let meeting = fund.sees("lise", &MeetingView { key: None }).meeting;
        let trial = &meeting.items[0].trials[0];
        assert_eq!((trial.votes_for, trial.votes_against), (2, 1));
        // It is in no minutes, and beside the fund there is nothing left of it.
        assert!(meeting.minutes().items[0].votes.is_empty());
        let beside = std::fs::read(fund.path().with_extension("db.drafts")).unwrap();
        assert!(memchr::memmem::find(&beside, b"trial").is_none());
    }
    assert_eq!(fund.dump(), other.dump());
    // It binds nobody.
    fund.decides(Question::Motion { motion: 1 });
}

#[test]
fn m13_answers_that_are_gone_are_asked_for_again() {
    let (fund, _) = by_vote();
    fund.next_item().does("kari", &put(approved(80)));
    fund.does("lise", &OpenTrialVote { motion: 1 });
    let choice = Choice::For;
    fund.does("kari", &AnswerTrial { choice, motion: None });
    // Answers are in no copy.
    let copy = fund.copy();
    assert_eq!(
        copy.refused("lise", &CloseTrialVote { motion: None }),
        "trial-answers-missing"
    );
    // Or hands are counted instead, and nothing is left of the answers.
    let by_hands = copy.copy();
    by_hands.does("nils", &AnswerTrial { choice, motion: None });
    let hands = TrialVote {
        motion: 1,
        votes_for: 2,
        votes_against: 1,
    };
    assert_eq!(by_hands.does("lise", &hands).made["for"], 2);
    let logged = |fund: &Fund| {
        fund.sees("lise", &AuditLog { limit: 1 }).entries[0]
            .action
            .clone()
    };
    assert_eq!(logged(&by_hands), "vote.trial");
    assert_eq!(
        by_hands.refused("lise", &CloseTrialVote { motion: None }),
        "trial-not-open"
    );
    let beside = std::fs::read(by_hands.path().with_extension("db.drafts")).unwrap();
    assert!(memchr::memmem::find(&beside, b"trial").is_none());
    copy.does("kari", &AnswerTrial { choice, motion: None });
    assert_eq!(copy.does("lise", &CloseTrialVote { motion: None }).made["for"], 1);
    assert_eq!(logged(&copy), "vote.trial-close", "it says what was done");
}

#[test]
fn m11_a_masked_name_is_no_change_of_the_seats_that_every_step_tells_of() {
    let (fund, _) = by_vote();
    fund.next_item();
    let (handle, reason) = ("m5".to_owned(), "Ba om det".to_owned());
    fund.does(
        ADMINISTRATOR,
        &RevokeMember {
            handle: handle.clone(),
        },
    );
    fund.does("kari", &put(approved(80)));
    let changes = || fund.number("SELECT count(*) FROM meeting_entries WHERE kind = 'roster_changed'");
    assert_eq!(changes(), 1);
    fund.does(ADMINISTRATOR, &MaskName { handle, reason });
    for amount in [70, 60] {
        fund.does("kari", &put(approved(amount)));
    }
    assert_eq!(changes(), 1);
}

#[test]
fn s4_the_members_scores_are_seen_after_the_reveal_and_not_by_one_in_conflict() {
    let fund = Fund::new();
    let reference = fund.qualified(project("Innsyn", kr(100)));
    fund.opens("2018-1", &[reference]);
    let conflict = DeclareConflict {
        reference,
        ground: "Egen kommune".into(),
    };
    fund.does("lise", &conflict);
    for handle in ["kari", "nils"] {
        fund.scores(handle, reference, [4; 5]);
    }
    let cards = |handle: &str| fund.sees(handle, &ProposalView { reference }).cards.len();
    assert_eq!((cards("kari"), cards("lise")), (0, 0));
    fund.reveals("2018-1");
    assert_eq!((cards("kari"), cards("sofie"), cards("lise")), (2, 2, 0));
}

/// What the person had before them may be over, and another open in its place.
#[test]
fn m12_m13_m15_a_vote_that_is_over_is_not_taken_for_the_next_one() {
    let (fund, _) = by_vote();
    fund.next_item().does("kari", &put(approved(80)));
    fund.does("kari", &put(approved(70)));
    let vote = |motion| OpenVote {
        question: Question::Motion { motion },
    };
    let (first, second) = (Some(1), Some(2));
    fund.does("lise", &vote(1));
    fund.does("lise", &CallOffVote { vote: first });
    assert_eq!(fund.refused("lise", &CloseVote { vote: first }), "vote-not-open");
    fund.does("lise", &vote(2));
    assert_eq!(
        fund.refused("lise", &CallOffVote { vote: first }),
        "vote-is-another"
    );
    assert_eq!(
        fund.refused("lise", &CloseVote { vote: first }),
        "vote-is-another"
    );
    fund.does("lise", &CloseVote { vote: second });

    let (first, second) = (Some(1), Some(2));
    fund.does("lise", &OpenTrialVote { motion: 1 });
    fund.does("lise", &CloseTrialVote { motion: first });
    fund.does("lise", &OpenTrialVote { motion: 2 });
    let answer = |motion| AnswerTrial {
        choice: Choice::For,
        motion,
    };
    assert_eq!(fund.refused("kari", &answer(first)), "vote-is-another");
    let close = CloseTrialVote { motion: first };
    assert_eq!(fund.refused("lise", &close), "vote-is-another");
    fund.does("kari", &answer(second));
    fund.does("lise", &CloseTrialVote { motion: second });

    let elect = || OpenElection {
        office: OfficeSought::Other {
            title: "redaktør".into(),
        },
        candidates: vec!["kari".into(), "nils".into()],
        secret: false,
    };
    let opened = |made: &Outcome| {
        made.made["election"]
            .as_u64()
            .and_then(|id| u32::try_from(id).ok())
    };
    let first = opened(&fund.does("lise", &elect()));
    fund.does("lise", &CallOffElection { election: first });
    let second = opened(&fund.does("lise", &elect()));
    let (close, call_off) = (
        CloseElection { election: first },
        CallOffElection { election: first },
    );
    assert_eq!(fund.refused("lise", &close), "vote-is-another");
    assert_eq!(fund.refused("lise", &call_off), "vote-is-another");
    fund.does("lise", &CloseElection { election: second });
}
