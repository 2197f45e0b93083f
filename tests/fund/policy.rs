//! Who may do what (the table of section 10), tested where the write happens: for every use case a fund in which the
//! step is otherwise legal, tried by everyone. Who may, does it; who may not is denied and nothing is written.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kommit::domain::council::Recommendation;
use kommit::domain::forecast::Settings;
use kommit::domain::intake::{AdoptionIntake, Assessment, LedgerIntake, ProposalIntake, ScoreIntake};
use kommit::domain::ledger::Account;
use kommit::domain::member::{parse_roles, write_roles};
use kommit::domain::participant::Kind;
use kommit::domain::policy::{Action, Actor, Administrator, Role, Subject, Unseated, may};
use kommit::domain::proposal::{Applicant, Benefit, Ref};
use kommit::domain::repayment::Invoice;
use kommit::usecases::views::AuditLog;
use kommit::usecases::{
    AcknowledgeUpgrade, ApproveDisbursement, ClosePeriod, DeclareConflict, ImportAdoptions, ImportLedger,
    ImportParticipants, ImportProposals, ImportScores, KeepOverpayment, MaskName, MoveProposals, OpError,
    Payer, Recommend, RefundContribution, Release, RemindAll, ReopenPeriod, RevealRound, ReverseVoucher,
    RevokeMember, SaveForecast, SubmitProposal, SubmitScorecard, UseCase, WaiveRest, WithdrawDisbursement,
    WithdrawProposal,
};

use crate::common::claims::{pay, refund, remind, settle, stop, write_off};
use crate::common::fund::*;
use crate::common::keys::{adds_key, removes_key};

/// One of each role, and the owner of the file.
const EACH: [(&str, &str); 7] = [
    ("kari", "member"),
    ("lise", "chair"),
    ("nils", "deputy"),
    ("sofie", "secretariat"),
    ("karl", "ks"),
    ("odd", "observer"),
    (ADMINISTRATOR, "administrator"),
];

/// Brings a fund to where the step is next, and names the step.
type Ready = fn(&Fund) -> Box<dyn UseCase>;

const COST: i64 = 100_000;

fn proposal(fund: &Fund) -> Ref {
    fund.qualified(project("Innsyn", kr(COST)))
}

fn in_round(fund: &Fund) -> Ref {
    let reference = proposal(fund);
    fund.opens("2018-1", &[reference]);
    reference
}

fn committed(fund: &Fund) -> Ref {
    fund.funded(kr(1_000_000))
        .committed("2018-1", project("Innsyn", kr(COST)))
}

/// Live at 100 kr for each adopter.
fn live(fund: &Fund) -> Ref {
    fund.funded(kr(1_000_000));
    fund.live("2018-1", kr(COST), "fixed:100")
}

/// Halden has taken it into use.
fn charged(fund: &Fund) -> (Ref, Invoice) {
    let reference = live(fund);
    let made = fund.does("sofie", &adopt(reference, HALDEN)).made;
    (reference, made["invoice"].as_str().unwrap().parse().unwrap())
}

/// Every use case and who may, as the rules of procedure have it.
const TABLE: &[(&str, Ready)] = &[
    ("member chair deputy", |fund| {
        Box::new(score(in_round(fund), [3; 5]))
    }),
    ("member chair deputy", |fund| {
        Box::new(DeclareConflict {
            reference: in_round(fund),
            ground: "Egen kommune".into(),
        })
    }),
    ("chair deputy", |fund| {
        Box::new(open_round("2018-1", &[proposal(fund)]))
    }),
    ("chair deputy", |fund| {
        in_round(fund);
        Box::new(RevealRound {
            name: "2018-1".into(),
        })
    }),
    ("chair deputy", |fund| {
        Box::new(MoveProposals {
            moves: vec![(fund.ranked("2018-1", project("Innsyn", kr(COST))), 1)],
            reason: "Haster".into(),
            seen: None,
        })
    }),
    ("chair deputy", |fund| {
        Box::new(Recommend {
            reference: fund.ranked("2018-1", project("Innsyn", kr(COST))),
            recommendation: Recommendation::Decline,
        })
    }),
    ("secretariat", |_| Box::new(draft(project("Innsyn", kr(COST))))),
    ("secretariat", |fund| {
        Box::new(SubmitProposal {
            reference: fund.draft(project("Innsyn", kr(COST))),
            on: None,
        })
    }),
    ("secretariat", |fund| {
        Box::new(WithdrawProposal {
            reference: proposal(fund),
            reason: "Ny plan".into(),
        })
    }),
    ("secretariat administrator", |_| Box::new(proposals())),
    ("secretariat administrator", |_| Box::new(participants())),
    ("secretariat", |fund| {
        Box::new(ImportScores {
            rows: vec![scores(in_round(fund))],
        })
    }),
    ("secretariat", |_| Box::new(answers(HALDEN, true))),
    ("secretariat", |fund| {
        fund.does("sofie", &answers(HALDEN, true));
        Box::new(pays(Payer::Participant(number(HALDEN)), None))
    }),
    ("secretariat", |_| Box::new(pays(Payer::Ks, Some(kr(1))))),
    ("secretariat", |fund| {
        Box::new(SubmitScorecard {
            on_behalf_of: Some("ola".into()),
            ..score(in_round(fund), [3; 5])
        })
    }),
    ("secretariat", |fund| {
        fund.funded(kr(1_000));
        Box::new(ReverseVoucher {
            voucher: 1,
            reason: "Feil konto".into(),
            on: None,
        })
    }),
    ("secretariat", |_| Box::new(ClosePeriod { through: CLOSED })),
    ("ks", |fund| {
        fund.does("sofie", &ClosePeriod { through: CLOSED });
        Box::new(ReopenPeriod {
            day: CLOSED,
            reason: "Et bilag mangler".into(),
        })
    }),
    ("ks", |fund| {
        fund.does("sofie", &answers(HALDEN, true));
        Box::new(WaiveRest {
            number: number(HALDEN),
            amount: kr(1),
            reason: "Rund sum".into(),
        })
    }),
    ("secretariat", |fund| {
        overpaid(fund);
        Box::new(RefundContribution {
            number: number(HALDEN),
            amount: None,
        })
    }),
    ("ks", |fund| {
        overpaid(fund);
        Box::new(KeepOverpayment {
            number: number(HALDEN),
            amount: kr(1),
            reason: "En gave".into(),
        })
    }),
    ("chair deputy secretariat", |fund| {
        Box::new(qualify(fund.submitted(project("Innsyn", kr(COST)))))
    }),
    ("ks", |fund| {
        fund.funded(kr(1_000_000));
        Box::new(commit(
            fund.recommended("2018-1", project("Innsyn", kr(COST))),
            kr(COST),
        ))
    }),
    ("ks", |fund| {
        Box::new(Release {
            reference: committed(fund),
            amount: kr(1),
            reason: "Billigere".into(),
        })
    }),
    ("secretariat", |fund| Box::new(disburse(committed(fund), kr(1)))),
    ("secretariat", |fund| {
        let reference = committed(fund);
        Box::new(WithdrawDisbursement {
            id: fund.registered(reference, kr(1)),
        })
    }),
    ("ks", |fund| {
        let reference = committed(fund);
        Box::new(ApproveDisbursement {
            id: fund.registered(reference, kr(1)),
        })
    }),
    ("secretariat", |fund| {
        let reference = committed(fund);
        fund.paid_out(reference, kr(1));
        Box::new(goes_live(reference))
    }),
    ("secretariat", |fund| Box::new(adopt(live(fund), HALDEN))),
    ("secretariat", |fund| {
        Box::new(ImportAdoptions {
            rows: vec![adoption(live(fund))],
        })
    }),
    ("secretariat", |fund| {
        fund.funded(kr(1_000_000));
        let reference = fund.live("2018-1", kr(COST), "shared");
        fund.does("sofie", &adopt(reference, HALDEN));
        Box::new(settle(reference, None))
    }),
    ("secretariat", |fund| Box::new(pay(charged(fund).1, None))),
    ("secretariat", |fund| {
        let (_, invoice) = charged(fund);
        fund.on(date(2018, 12, 31));
        Box::new(remind(invoice))
    }),
    ("secretariat", |fund| {
        charged(fund);
        fund.on(date(2018, 12, 31));
        Box::new(RemindAll { on: None })
    }),
    ("secretariat", |fund| {
        let (reference, invoice) = charged(fund);
        fund.does("sofie", &pay(invoice, Some(kr(101))));
        Box::new(refund(reference, HALDEN, None))
    }),
    ("secretariat administrator", |_| Box::new(ledger())),
    ("ks", |fund| Box::new(stop(committed(fund)))),
    ("ks", |fund| Box::new(write_off(live(fund), kr(1)))),
    ("member chair deputy secretariat ks administrator", |_| {
        Box::new(SaveForecast {
            name: "Budsjett 2019".into(),
            settings: Settings::default(),
        })
    }),
    ("administrator", |_| Box::new(add("ny", "member"))),
    ("administrator", |_| {
        Box::new(RevokeMember {
            handle: "siri".into(),
        })
    }),
    ("administrator", |fund| {
        let handle: String = "siri".into();
        fund.does(
            ADMINISTRATOR,
            &RevokeMember {
                handle: handle.clone(),
            },
        );
        let reason = "Ute av rådet".into();
        Box::new(MaskName { handle, reason })
    }),
    ("administrator", |fund| {
        let row = altered_before_an_upgrade(fund);
        let reason = "Undersøkt".into();
        Box::new(AcknowledgeUpgrade { row, reason })
    }),
    ("administrator", |_| Box::new(adds_key("kari"))),
    ("administrator", |fund| {
        fund.does(ADMINISTRATOR, &adds_key("kari"));
        Box::new(removes_key())
    }),
];

/// The row of the log that tells that the file had been altered when it was brought up to date.
pub fn altered_before_an_upgrade(fund: &Fund) -> i64 {
    let raw = fund.raw();
    raw.execute_batch("DROP INDEX audit_of_upgrades; DROP INDEX audit_of_members; PRAGMA user_version = 11")
        .unwrap();
    fund.sees(ADMINISTRATOR, &AuditLog { limit: 1 }).entries[0].seq
}

/// Halden has paid a hundred kroner more than it was asked for.
fn overpaid(fund: &Fund) {
    fund.does("sofie", &answers(HALDEN, true));
    fund.does(
        "sofie",
        &pays(Payer::Participant(number(HALDEN)), Some(kr(615_900))),
    );
}

/// The last day of a period that is over.
const CLOSED: Date = date(2018, 1, 31);

fn proposals() -> ImportProposals {
    ImportProposals {
        rows: vec![ProposalIntake {
            line: 2,
            reference: Ref::new(2018, 9),
            title: Some("Innsyn".into()),
            summary: None,
            applicant: Some(Applicant::Ks),
            benefit: Some(Benefit::Both),
            cost: Some(kr(2)),
            applied: Some(kr(1)),
            submitted_on: None,
            go_live: None,
            uptake_low: None,
            uptake: None,
            uptake_high: None,
            delay_low: None,
            delay: None,
            delay_high: None,
            price_model: None,
            bass_p: None,
            bass_q: None,
        }],
    }
}

fn participants() -> ImportParticipants {
    ImportParticipants {
        rows: vec![invited(Kind::Municipality, "0105", "Sarpsborg", 55_127)],
        on: None,
    }
}

fn adoption(reference: Ref) -> AdoptionIntake {
    AdoptionIntake {
        line: 2,
        reference,
        number: number(HALDEN),
        adopted_on: Some(DAY),
        paid_on: None,
        paid: None,
    }
}

fn ledger() -> ImportLedger {
    ImportLedger {
        rows: vec![LedgerIntake {
            line: 2,
            date: DAY,
            from: Account::OtherIncome,
            to: Account::Bank,
            amount: kr(1),
            text: "Renter".into(),
            voucher: None,
            value_date: None,
        }],
    }
}

fn scores(reference: Ref) -> ScoreIntake {
    ScoreIntake {
        line: 2,
        round: "2018-1".into(),
        reference,
        member: "ola".into(),
        criterion: "benefit".into(),
        score: Some(Assessment::Score(4)),
        comment: None,
    }
}

#[test]
fn every_role_does_what_the_rules_of_procedure_say_and_nothing_else() {
    for (may, ready) in TABLE {
        let fund = Fund::new();
        let step = ready(&fund);
        let before = fund.dump();
        for (handle, role) in EACH {
            let fund = fund.copy();
            let result = fund.tries(handle, step.as_ref());
            if may.split(' ').any(|allowed| allowed == role) {
                let done = result.unwrap_or_else(|error| panic!("{role} may {step:?}: {error}"));
                assert_ne!(fund.dump(), before, "{role} {step:?} {done:?}");
            } else {
                assert!(
                    matches!(result, Err(OpError::Denied(_))),
                    "{role} {step:?}: {result:?}"
                );
                assert_eq!(fund.dump(), before, "{role} wrote by {step:?}");
            }
        }
    }
}

#[test]
fn a_revoked_member_and_a_stranger_are_denied_everything() {
    for (_, ready) in TABLE {
        let fund = Fund::new();
        let step = ready(&fund);
        let mut sessions: Vec<_> = EACH[..6]
            .iter()
            .map(|(handle, _)| fund.session(handle).unwrap())
            .collect();
        for (handle, _) in &EACH[..6] {
            let handle = (*handle).to_owned();
            fund.does(ADMINISTRATOR, &RevokeMember { handle });
        }
        let before = fund.dump();
        for session in &mut sessions {
            let denied = session.perform(step.as_ref()).unwrap_err();
            assert_eq!((denied.exit_code(), denied.refusal().code), (3, "member-revoked"));
        }
        for stranger in ["nobody", "", "Kari", "' OR 1 = 1 --"] {
            let denied = fund.session(stranger).err().unwrap();
            assert_eq!((denied.exit_code(), denied.refusal().code), (3, "member-unknown"));
        }
        assert_eq!(
            fund.session("kari").err().unwrap().refusal().code,
            "member-revoked"
        );
        assert_eq!(fund.dump(), before);
    }
}

#[test]
fn a_revoked_member_sees_nothing_from_a_session_that_was_open() {
    let fund = Fund::new();
    let session = fund.session("odd").unwrap();
    session.view(&kommit::usecases::views::Overview).unwrap();
    fund.does(ADMINISTRATOR, &RevokeMember { handle: "odd".into() });
    let denied = session.view(&kommit::usecases::views::Overview).unwrap_err();
    assert_eq!(denied.refusal().code, "member-revoked");
}

#[test]
fn one_with_several_roles_may_what_any_of_them_may_and_no_more() {
    for (may, ready) in TABLE {
        let fund = Fund::new();
        fund.does(ADMINISTRATOR, &add("begge", "member,secretariat"));
        let step = ready(&fund);
        let allowed = may
            .split(' ')
            .any(|role| ["member", "secretariat"].contains(&role));
        let result = fund.tries("begge", step.as_ref());
        assert_eq!(result.is_ok(), allowed, "{step:?}: {result:?}");
    }
}

#[test]
fn what_counts_is_the_role_at_the_moment_of_the_step() {
    let fund = Fund::new();
    let mut odd = fund.session("odd").unwrap();
    let step = answers(HALDEN, true);
    assert!(matches!(odd.perform(&step), Err(OpError::Denied(_))));
    let roles = |roles: &str| {
        let sql = "UPDATE members SET roles = ?1 WHERE handle = 'odd'";
        fund.raw().execute(sql, [roles]).unwrap();
    };
    roles("observer,secretariat");
    odd.perform(&step).unwrap();
    roles("observer");
    let again = answers(MOSS, true);
    assert!(matches!(odd.perform(&again), Err(OpError::Denied(_))));
}

#[test]
fn the_owner_of_the_file_imports_until_the_first_round_opens() {
    let fund = Fund::new();
    in_round(&fund);
    let before = fund.dump();
    for step in [&proposals() as &dyn UseCase, &participants(), &ledger()] {
        assert_eq!(fund.refused(ADMINISTRATOR, step), "denied-set-up-is-over");
        assert_eq!(fund.dump(), before);
        fund.copy().does("sofie", step);
    }
}

#[test]
fn l6_who_registered_a_disbursement_is_denied_to_approve_it_whatever_the_roles() {
    let fund = Fund::new();
    fund.does(ADMINISTRATOR, &add("alt", "secretariat,ks"));
    let reference = committed(&fund);
    let outcome = fund.does("alt", &disburse(reference, kr(10)));
    let id = outcome.made["id"].as_i64().unwrap();
    let before = fund.dump();
    assert_eq!(
        fund.refused("alt", &ApproveDisbursement { id }),
        "denied-four-eyes"
    );
    assert_eq!(fund.dump(), before);
    fund.does("karl", &ApproveDisbursement { id });
}

#[test]
fn adoptions_are_never_for_the_owner_of_the_file_as_a_solution_is_live_after_the_first_round() {
    let fund = Fund::new();
    let rows = vec![adoption(live(&fund))];
    let import = ImportAdoptions { rows };
    assert_eq!(fund.refused(ADMINISTRATOR, &import), "denied-set-up-is-over");
    let early = Fund::new();
    let rows = vec![adoption(Ref::new(2018, 1))];
    let error = early.tries(ADMINISTRATOR, &ImportAdoptions { rows }).unwrap_err();
    assert!(matches!(error, OpError::Rows(_)), "{error}");
}

#[test]
fn m5_the_conflicted_neither_score_nor_move_nor_recommend() {
    let fund = Fund::new();
    let (own, other) = (proposal(&fund), proposal(&fund));
    fund.opens("2018-1", &[own, other]);
    let conflict = DeclareConflict {
        reference: own,
        ground: "Egen kommune".into(),
    };
    fund.does("nils", &conflict);
    assert_eq!(fund.refused("nils", &score(own, [5; 5])), "denied-conflicted");
    fund.scores("nils", other, [3; 5]).scores("lise", own, [3; 5]);
    fund.reveals("2018-1");
    let shift = |reference| MoveProposals {
        moves: vec![(reference, 1)],
        reason: "Haster".into(),
        seen: None,
    };
    let before = fund.dump();
    assert_eq!(fund.refused("nils", &shift(own)), "denied-conflicted");
    assert_eq!(fund.refused("nils", &shift(other)), "denied-conflicted");
    assert_eq!(fund.refused("nils", &approve(own, kr(COST))), "denied-conflicted");
    assert_eq!(fund.dump(), before);
    fund.does("nils", &approve(other, kr(COST)));
    fund.does("lise", &approve(own, kr(COST)));
}

/// The table of section 10 by action. A new action doesn't compile until it has its line here.
fn section_10(action: Action) -> (&'static str, Administrator) {
    use Administrator::{Always, DuringSetUp, Never};
    const EVERYONE: &str = "member,chair,deputy,secretariat,ks,observer";
    match action {
        Action::Read | Action::ReadScores => (EVERYONE, Always),
        Action::Score | Action::DeclareConflict => ("member,chair,deputy", Never),
        Action::OpenRound | Action::Reveal | Action::Move | Action::Recommend => ("chair,deputy", Never),
        Action::ImportProposals
        | Action::ImportParticipants
        | Action::ImportAdoptions
        | Action::ImportLedger => ("secretariat", DuringSetUp),
        Action::RegisterProposal
        | Action::ImportScores
        | Action::RegisterAnswer
        | Action::RegisterPayment
        | Action::ScoreOnBehalf
        | Action::ReverseEntry
        | Action::ClosePeriod
        | Action::RegisterDisbursement
        | Action::RecordGoLive
        | Action::RegisterAdoption
        | Action::Settle
        | Action::RegisterRepayment
        | Action::Remind
        | Action::PayRefund => ("secretariat", Never),
        Action::Qualify | Action::RemindScorers => ("chair,deputy,secretariat", Never),
        Action::Decide
        | Action::Release
        | Action::ApproveDisbursement
        | Action::Stop
        | Action::WriteOff
        | Action::ReopenPeriod
        | Action::Waive
        | Action::KeepOverpayment => ("ks", Never),
        // The table doesn't name it: all who may try a what-if may keep it, but for the observer, who only reads.
        Action::SaveForecast => ("member,chair,deputy,secretariat,ks", Always),
        Action::CancelMeeting => ("chair,deputy", Never),
        Action::Attend => (EVERYONE, Never),
        // What the system has seen, and nobody decides.
        Action::NoteLostElection => (EVERYONE, Always),
        // Whether one has a seat, or chairs, is asked of the meeting. An observer does it as a substitute in a seat alone (M11).
        Action::ChairMeeting
        | Action::PutMotion
        | Action::Vote
        | Action::TakeOutOfEnBloc
        | Action::MakeStatement
        | Action::AskForSecrecy
        | Action::AnswerInWriting => ("member,chair,deputy", Never),
        Action::RegisterForTheRoom
        | Action::ConductElection
        | Action::RaiseConflict
        | Action::WithdrawMotion => ("member,chair,deputy,secretariat", Never),
        Action::PrepareMeeting | Action::WriteMinutes => ("secretariat", Never),
        Action::ManageMembers
        | Action::Check
        | Action::Acknowledge
        | Action::BackUp
        | Action::SetSeats
        | Action::SetParameters => ("", Always),
    }
}

#[test]
fn every_action_is_for_those_whom_section_10_names() {
    for action in Action::ALL {
        let roles: BTreeSet<Role> = action.who().roles().iter().copied().collect();
        assert_eq!(
            (write_roles(&roles).as_str(), action.administrator()),
            section_10(action),
            "{action:?}"
        );
    }
    assert_eq!(
        parse_roles(section_10(Action::Read).0).unwrap().len(),
        Role::ALL.len()
    );
}

#[test]
fn m11_an_observer_without_a_seat_may_do_what_the_table_says_of_observers_and_no_more() {
    let observer = Actor {
        roles: BTreeSet::from([Role::Observer]),
        ..Actor::without_roles("odd")
    };
    let in_a_meeting = |seat| Subject::Meeting {
        chairs: false,
        leaderless: true,
        seat,
    };
    // One's own motion is withdrawn by whoever put it, from a seat that another has by now.
    let of_the_seat = Action::ALL
        .into_iter()
        .filter(|action| *action != Action::WithdrawMotion);
    for action in of_the_seat.filter(|action| *action != Action::ReadScores) {
        let without = may(&observer, action, in_a_meeting(Err(Unseated::Nowhere))).is_ok();
        assert_eq!(
            without,
            action.who().roles().contains(&Role::Observer),
            "{action:?}"
        );
    }
    assert_eq!(may(&observer, Action::Vote, in_a_meeting(Ok(()))), Ok(()));
}

#[test]
fn no_use_case_and_no_action_is_left_out_of_the_stories_above() {
    let mut steps: Vec<_> = TABLE.iter().map(|(_, ready)| ready(&Fund::new())).collect();
    steps.extend(crate::meeting_steps::steps());
    let tried: BTreeSet<String> = steps.iter().map(|step| type_name(&format!("{step:?}"))).collect();
    let mut there = BTreeSet::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/usecases");
    for folder in [root.clone(), root.join("meetings")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let code = std::fs::read_to_string(path).unwrap();
                there.extend(code.split("impl UseCase for ").skip(1).map(type_name));
            }
        }
    }
    assert_eq!(tried, there);
    let mut actions: BTreeSet<Action> = steps.iter().map(|step| step.action()).collect();
    // What is only looked at: tested with the views.
    actions.extend([
        Action::Read,
        Action::ReadScores,
        Action::RemindScorers,
        Action::Check,
    ]);
    // The file as a whole: tested with the commands.
    actions.insert(Action::BackUp);
    assert_eq!(actions, Action::ALL.into_iter().collect());
}

fn type_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).collect()
}
