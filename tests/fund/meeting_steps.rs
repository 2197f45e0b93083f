//! Who may do what in a meeting (section 10, M3, M10–M12), tested where the write happens: each step in a meeting in which it
//! is otherwise legal, tried by everyone.

use std::sync::OnceLock;

use jiff::civil::date;
use kommit::domain::meeting::conflict::ConflictKind;
use kommit::domain::meeting::{Choice, Form, ItemKind, Motion, Question};
use kommit::domain::policy::Role;
use kommit::domain::proposal::Ref;
use kommit::usecases::{
    AddItem, AddRanked, Adjourn, AnswerInWriting, AnswerTrial, ApproveMinutes, AskForSecrecy, Asked, Attend,
    AttendAll, CallMeeting, CallOffElection, CallOffVote, CancelMeeting, CastVote, CloseElection,
    CloseMeeting, CloseTrialVote, CloseVote, CorrectMinutes, Elect, FinaliseMinutes, GoToItem, InMeeting,
    MakeStatement, NoteLostElection, OfficeSought, OpError, OpenElection, OpenMeeting, OpenTrialVote,
    OpenVote, OpenVoteOn, PlanMeeting, PutMotion, RaiseConflict, Resume, SetParameter, SetRole, SetSeat,
    StartWritten, TakeOut, TrialVote, UseCase, VoteForTheRoom, WithdrawItem, WithdrawMotion,
};

use crate::common::fund::*;
use crate::common::meetings;

const EACH: [&str; 7] = ["kari", "lise", "nils", "sofie", "karl", "odd", ADMINISTRATOR];

/// Brings a council with one ranked proposal to where the step is next, and names the step.
type Ready = fn(&Fund) -> Box<dyn UseCase>;

fn reference() -> Ref {
    Ref::new(2018, 1)
}

fn council() -> Fund {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = MADE.get_or_init(|| {
        let fund = Fund::new();
        assert_eq!(fund.ranked("2018-1", project("Innsyn", kr(100))), reference());
        fund.seated().bytes()
    });
    Fund::of(bytes, DAY)
}

fn proposal() -> ItemKind {
    ItemKind::Proposal {
        reference: reference(),
    }
}

fn plan(form: Form) -> PlanMeeting {
    meetings::plan(DAY, form)
}

fn item() -> AddItem {
    meetings::item(proposal())
}

fn call() -> CallMeeting {
    CallMeeting {
        key: None,
        reason: "Det haster".into(),
    }
}

fn motion() -> PutMotion {
    PutMotion {
        item: None,
        content: Motion::Approve {
            amount: kr(80),
            conditions: String::new(),
        },
        mover: None,
    }
}

fn planned(fund: &Fund) {
    fund.does("sofie", &plan(Form::Room));
    fund.does("sofie", &item());
}

fn called(fund: &Fund) {
    planned(fund);
    fund.does("sofie", &call());
}

/// Open with the item on the table and a motion of Kari's.
fn moved(fund: &Fund) {
    fund.meets(vec![proposal()]).next_item().does("kari", &motion());
}

fn voting(fund: &Fund) {
    moved(fund);
    fund.does("lise", &on_motion());
}

fn electing(fund: &Fund) {
    moved(fund);
    fund.does("lise", &elect());
}

fn closed(fund: &Fund) {
    moved(fund);
    fund.decides(Question::Motion { motion: 1 });
    fund.does("lise", &CloseMeeting { key: None });
}

fn on_motion() -> OpenVote {
    OpenVote {
        question: Question::Motion { motion: 1 },
    }
}

fn elect() -> OpenElection {
    OpenElection {
        office: OfficeSought::Other {
            title: "Redaktør".into(),
        },
        candidates: vec!["kari".into()],
        secret: false,
    }
}

fn finalise() -> FinaliseMinutes {
    FinaliseMinutes {
        key: "1/2018".parse().unwrap(),
        render: Box::new(|_, _, _| Ok(Vec::new())),
    }
}

fn in_writing(fund: &Fund) -> StartWritten {
    fund.does("sofie", &plan(Form::Written));
    fund.does("sofie", &item());
    StartWritten {
        key: None,
        motion: motion().content,
        deadline: date(2018, 12, 31).at(12, 0, 0, 0),
    }
}

fn conflict(handle: Option<&str>) -> Box<dyn UseCase> {
    Box::new(RaiseConflict {
        item: None,
        handle: handle.map(str::to_owned),
        ground: "Styremedlem".into(),
        paragraph: String::new(),
        kind: ConflictKind::Automatic,
    })
}

fn attend(handle: Option<&str>, out: bool) -> Box<dyn UseCase> {
    let handle = handle.map(str::to_owned);
    Box::new(Attend {
        handle,
        out,
        at: None,
    })
}

/// Every step of a meeting and who may take it.
const TABLE: &[(&str, Ready)] = &[
    ("sofie", |_| Box::new(plan(Form::Room))),
    ("sofie", |fund| {
        fund.does("sofie", &plan(Form::Room));
        Box::new(item())
    }),
    ("sofie", |fund| {
        fund.does("sofie", &plan(Form::Room));
        Box::new(AddRanked { key: None })
    }),
    ("lise sofie", |fund| {
        fund.meets(vec![ItemKind::Information]);
        Box::new(item())
    }),
    ("sofie", |fund| {
        planned(fund);
        Box::new(WithdrawItem {
            key: None,
            item: 1,
            reason: "Ikke klar".into(),
        })
    }),
    ("lise sofie", |fund| {
        moved(fund);
        Box::new(WithdrawItem {
            key: None,
            item: 1,
            reason: "Ikke klar".into(),
        })
    }),
    ("sofie", |fund| {
        planned(fund);
        Box::new(call())
    }),
    ("lise nils", |fund| {
        called(fund);
        Box::new(CancelMeeting {
            key: None,
            reason: "For få".into(),
        })
    }),
    // The secretariat too, where neither leader nor deputy is there.
    ("lise nils sofie", |fund| {
        called(fund);
        Box::new(OpenMeeting { key: None })
    }),
    // The leader's to do once the leader is there.
    ("lise", |fund| {
        called(fund);
        fund.does("lise", attend(None, false).as_ref());
        Box::new(OpenMeeting { key: None })
    }),
    ("kari lise nils sofie karl odd", |fund| {
        called(fund);
        attend(None, false)
    }),
    ("lise sofie", |fund| {
        moved(fund);
        attend(Some("m5"), true)
    }),
    // Before there is a chair the leader and the deputy count the room too.
    ("lise nils sofie", |fund| {
        called(fund);
        Box::new(AttendAll { absent: Vec::new() })
    }),
    ("lise", |fund| {
        moved(fund);
        Box::new(Adjourn {
            reason: String::new(),
        })
    }),
    ("lise", |fund| {
        moved(fund);
        let reason = String::new();
        fund.does("lise", &Adjourn { reason });
        Box::new(Resume)
    }),
    // The leader has gone.
    ("lise nils", |fund| {
        moved(fund);
        let reason = String::new();
        fund.does("lise", &Adjourn { reason });
        fund.does("lise", attend(None, true).as_ref());
        Box::new(Resume)
    }),
    ("lise nils sofie", |fund| {
        moved(fund);
        let reason = String::new();
        fund.does("lise", &Adjourn { reason });
        for handle in ["lise", "nils"] {
            fund.does(handle, attend(None, true).as_ref());
        }
        Box::new(Resume)
    }),
    ("lise", |fund| {
        moved(fund);
        fund.decides(Question::Motion { motion: 1 });
        Box::new(CloseMeeting { key: None })
    }),
    ("lise", |fund| {
        fund.meets(vec![proposal()]);
        Box::new(GoToItem { item: Some(1) })
    }),
    ("kari lise nils", |fund| {
        fund.meets(vec![proposal()]).next_item();
        Box::new(motion())
    }),
    ("lise sofie", |fund| {
        fund.meets(vec![proposal()]).next_item();
        Box::new(PutMotion {
            mover: Some("ola".into()),
            ..motion()
        })
    }),
    ("kari lise sofie", |fund| {
        moved(fund);
        Box::new(WithdrawMotion { motion: 1 })
    }),
    ("kari lise nils", |fund| {
        moved(fund);
        Box::new(MakeStatement {
            item: None,
            text: "Ført".into(),
            handle: None,
        })
    }),
    ("lise sofie", |fund| {
        moved(fund);
        Box::new(MakeStatement {
            item: None,
            text: "Ført".into(),
            handle: Some("ola".into()),
        })
    }),
    ("kari lise nils", |fund| {
        moved(fund);
        Box::new(TakeOut { item: 1 })
    }),
    ("kari lise nils sofie", |fund| {
        moved(fund);
        conflict(Some("m9"))
    }),
    ("kari lise nils", |fund| {
        moved(fund);
        conflict(None)
    }),
    ("lise sofie", |fund| {
        moved(fund);
        Box::new(TrialVote {
            motion: 1,
            votes_for: 5,
            votes_against: 4,
        })
    }),
    ("lise sofie", |fund| {
        moved(fund);
        Box::new(OpenTrialVote { motion: 1 })
    }),
    ("kari lise nils", |fund| {
        moved(fund);
        fund.does("lise", &OpenTrialVote { motion: 1 });
        let choice = Choice::For;
        Box::new(AnswerTrial { choice, motion: None })
    }),
    ("lise sofie", |fund| {
        moved(fund);
        fund.does("lise", &OpenTrialVote { motion: 1 });
        Box::new(CloseTrialVote { motion: None })
    }),
    ("lise", |fund| {
        moved(fund);
        Box::new(on_motion())
    }),
    ("lise", |fund| {
        moved(fund);
        fund.decides(Question::Motion { motion: 1 });
        let asked = Asked::TakeUp { item: 1 };
        Box::new(OpenVoteOn { asked })
    }),
    ("kari lise nils", |fund| {
        voting(fund);
        Box::new(CastVote {
            vote: None,
            choice: Choice::For,
            handle: None,
        })
    }),
    ("lise sofie", |fund| {
        voting(fund);
        Box::new(CastVote {
            vote: None,
            choice: Choice::For,
            handle: Some("m5".into()),
        })
    }),
    ("lise sofie", |fund| {
        voting(fund);
        Box::new(VoteForTheRoom {
            vote: None,
            against: Vec::new(),
            silent: Vec::new(),
        })
    }),
    ("lise", |fund| {
        voting(fund);
        Box::new(CloseVote { vote: None })
    }),
    ("lise", |fund| {
        voting(fund);
        Box::new(CallOffVote { vote: None })
    }),
    ("lise", |fund| {
        moved(fund);
        Box::new(elect())
    }),
    ("kari lise nils", |fund| {
        electing(fund);
        let choice = Some("kari".into());
        Box::new(Elect {
            choice,
            handle: None,
            election: None,
        })
    }),
    ("lise sofie", |fund| {
        electing(fund);
        let handle = Some("m5".into());
        Box::new(Elect {
            choice: None,
            handle,
            election: None,
        })
    }),
    ("lise", |fund| {
        electing(fund);
        Box::new(CloseElection { election: None })
    }),
    ("lise", |fund| {
        electing(fund);
        Box::new(CallOffElection { election: None })
    }),
    ("kari lise nils", |fund| {
        electing(fund);
        Box::new(AskForSecrecy)
    }),
    ("kari lise nils sofie karl odd administrator", |fund| {
        moved(fund);
        let secret = true;
        fund.does("lise", &OpenElection { secret, ..elect() });
        Box::new(NoteLostElection {
            meeting: "1/2018".parse().unwrap(),
        })
    }),
    ("sofie", |fund| {
        closed(fund);
        Box::new(finalise())
    }),
    ("sofie", |fund| {
        closed(fund);
        fund.does("sofie", &finalise());
        Box::new(CorrectMinutes {
            key: "1/2018".parse().unwrap(),
            concerns: "sak 1/18".into(),
            text: "Beløpet er i kroner.".into(),
        })
    }),
    ("lise", |fund| {
        closed(fund);
        fund.does("sofie", &finalise());
        fund.meets(Vec::new()).next_item();
        Box::new(ApproveMinutes {
            key: "1/2018".parse().unwrap(),
            against: Vec::new(),
        })
    }),
    ("lise nils", |fund| Box::new(in_writing(fund))),
    ("kari lise nils", |fund| {
        let start = in_writing(fund);
        fund.does("lise", &start);
        Box::new(AnswerInWriting {
            key: None,
            agrees_to_motion: true,
            agrees_to_procedure: true,
        })
    }),
    ("kari lise nils", |fund| {
        let start = in_writing(fund);
        fund.does("lise", &start);
        Box::new(InMeeting {
            key: Some("1/2018".parse().unwrap()),
            step: Box::new(RaiseConflict {
                item: None,
                handle: None,
                ground: "Egen kommune".into(),
                paragraph: String::new(),
                kind: ConflictKind::Judged,
            }),
        })
    }),
    (ADMINISTRATOR, |_| {
        Box::new(SetSeat {
            number: 11,
            holder: None,
            substitutes: Vec::new(),
            from: DAY,
            to: None,
        })
    }),
    (ADMINISTRATOR, |_| {
        Box::new(SetRole {
            handle: "kari".into(),
            role: Role::Observer,
            from: DAY,
            to: None,
        })
    }),
    (ADMINISTRATOR, |_| {
        Box::new(SetParameter {
            key: "council.blank_counts".into(),
            value: "false".into(),
            from: date(2018, 12, 1),
            reason: "Ny forretningsorden".into(),
        })
    }),
];

/// One of each, as it is when it is next.
pub fn steps() -> Vec<Box<dyn UseCase>> {
    TABLE.iter().map(|(_, ready)| ready(&council())).collect()
}

#[test]
fn section_10_each_step_of_a_meeting_is_for_those_whom_the_table_names_and_others_write_nothing() {
    for (at, (who, ready)) in TABLE.iter().enumerate() {
        let fund = council();
        let step = ready(&fund);
        let before = fund.dump();
        for handle in EACH {
            let tried = fund.copy();
            let result = tried.tries(handle, step.as_ref());
            if who.split(' ').any(|may| may == handle) {
                assert!(result.is_ok(), "{at} {handle} {step:?}: {result:?}");
            } else {
                assert!(
                    matches!(result, Err(OpError::Denied(_))),
                    "{at} {handle} {step:?}: {result:?}"
                );
                assert_eq!(tried.dump(), before, "{at} {handle} {step:?} wrote");
            }
        }
    }
}
