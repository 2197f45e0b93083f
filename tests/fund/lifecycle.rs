//! A proposal's whole life through what people do (section 10): each step in turn, every other step refused with what
//! would have to come first, and the ways out.

use jiff::civil::date;
use kommit::domain::council::{Recommendation, Ruling};
use kommit::domain::participant::Kind;
use kommit::domain::proposal::{Applicant, Details, Gates, Ref, Stage};
use kommit::domain::ranking::{CutRule, Marks};
use kommit::domain::repayment::Invoice;
use kommit::usecases::views::overview::Task;
use kommit::usecases::views::{Overview, ProposalView, RankingView, Rounds};
use kommit::usecases::{
    Decide, DeclareConflict, MoveProposals, OpError, Payer, Qualify, Recommend, Release, SaveProposal,
    SubmitProposal, UseCase, WithdrawProposal,
};

use crate::common::claims::{ALL, pay, settle, stop, write_off};
use crate::common::fund::*;

fn innsyn() -> Details {
    project("Innsyn", kr(100_000))
}

fn recommend(reference: Ref, recommendation: Recommendation) -> Recommend {
    Recommend {
        reference,
        recommendation,
    }
}

fn decide(reference: Ref, ruling: Ruling, reason: &str) -> Decide {
    Decide {
        reference,
        ruling,
        plan: None,
        reason: reason.into(),
    }
}

fn withdraw(reference: Ref) -> WithdrawProposal {
    WithdrawProposal {
        reference,
        reason: "Ny plan".into(),
    }
}

fn stage(fund: &Fund, reference: Ref) -> Stage {
    fund.sees("odd", &ProposalView { reference }).row.proposal.stage
}

const CLOSED_GATE: Gates = Gates {
    credible_repayment: false,
    ..OPEN_GATES
};

#[test]
fn a_proposal_goes_from_draft_to_paid_out_one_step_at_a_time() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = fund.draft(innsyn());
    let mut stages = vec![stage(&fund, reference)];
    let mut step = |handle: &str, use_case: &dyn UseCase| {
        fund.does(handle, use_case);
        stages.push(stage(&fund, reference));
    };
    step("sofie", &SubmitProposal { reference, on: None });
    step("nils", &qualify(reference));
    step("lise", &open_round("2018-1", &[reference]));
    for handle in COUNCIL {
        step(handle, &score(reference, [4; 5]));
    }
    stages.dedup();
    fund.reveals("2018-1");
    let mut step = |handle: &str, use_case: &dyn UseCase| {
        fund.does(handle, use_case);
        stages.push(stage(&fund, reference));
    };
    step("lise", &approve(reference, kr(80_000)));
    step("karl", &commit(reference, kr(80_000)));
    fund.paid_out(reference, kr(20_000));
    stages.push(stage(&fund, reference));
    let words: Vec<&str> = stages.iter().map(|stage| stage.word()).collect();
    assert_eq!(
        words,
        [
            "draft",
            "submitted",
            "qualified",
            "scoring",
            "recommended",
            "committed",
            "developing"
        ]
    );
    let data = fund.sees("odd", &ProposalView { reference });
    assert_eq!(data.commitment.unwrap().outstanding(), kr(60_000));
    assert_eq!(data.row.participant_name, "");
    assert_eq!(fund.sees(ADMINISTRATOR, &kommit::usecases::views::Health), []);
}

/// A fund in which a proposal has come to a stage.
fn at(stage: Stage) -> (Fund, Ref) {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = match stage {
        Stage::Draft => fund.draft(innsyn()),
        Stage::Submitted => fund.submitted(innsyn()),
        Stage::Qualified => fund.qualified(innsyn()),
        Stage::Scoring => {
            let reference = fund.qualified(innsyn());
            fund.opens("2018-1", &[reference]);
            reference
        }
        Stage::Ranked => fund.ranked("2018-1", innsyn()),
        Stage::Recommended => fund.recommended("2018-1", innsyn()),
        Stage::Committed => fund.committed("2018-1", innsyn()),
        Stage::Developing => {
            let reference = fund.committed("2018-1", innsyn());
            fund.paid_out(reference, kr(10));
            reference
        }
        Stage::NotQualified => {
            let reference = fund.submitted(innsyn());
            let verdict = Qualify {
                gates: CLOSED_GATE,
                reason: "Ingen plan".into(),
                ..qualify(reference)
            };
            fund.does("sofie", &verdict);
            reference
        }
        Stage::Declined => {
            let reference = fund.recommended("2018-1", innsyn());
            fund.does("karl", &decide(reference, Ruling::Decline, "For dyrt"));
            reference
        }
        Stage::Withdrawn => {
            let reference = fund.submitted(innsyn());
            fund.does("sofie", &withdraw(reference));
            reference
        }
        Stage::Postponed => {
            let reference = fund.ranked("2018-1", innsyn());
            fund.does("lise", &recommend(reference, Recommendation::Postpone));
            reference
        }
        Stage::Live => fund.live("2018-1", kr(100_000), "shared"),
        Stage::Repaid => {
            fund.does("sofie", &answers(MOSS, true));
            fund.does("sofie", &pays(Payer::Participant(number(MOSS)), None));
            let reference = fund.live("2018-1", kr(100_000), "fixed:100000");
            let invoice = fund.adopts(reference, MOSS).unwrap();
            fund.does("sofie", &pay(invoice, None));
            reference
        }
        Stage::WrittenOff => {
            let reference = fund.live("2018-1", kr(100_000), "shared");
            fund.does("karl", &write_off(reference, kr(100_000)));
            reference
        }
        Stage::Stopped => {
            let reference = fund.committed("2018-1", innsyn());
            fund.paid_out(reference, kr(10));
            fund.does("karl", &stop(reference));
            reference
        }
    };
    (fund, reference)
}

/// A step, who takes it, and how it is refused out of turn.
struct Step {
    name: &'static str,
    who: &'static str,
    use_case: Box<dyn UseCase>,
    codes: &'static [&'static str],
}

fn steps(reference: Ref) -> Vec<Step> {
    const TURN: &[&str] = &["step-out-of-turn"];
    let undecidable: &[&str] = &["step-out-of-turn", "decision-too-early"];
    fn step(
        name: &'static str,
        who: &'static str,
        use_case: impl UseCase + 'static,
        codes: &'static [&'static str],
    ) -> Step {
        let use_case = Box::new(use_case);
        Step {
            name,
            who,
            use_case,
            codes,
        }
    }
    let submit = SubmitProposal { reference, on: None };
    let edit = SaveProposal {
        reference: Some(reference),
        ..draft(project("Innsyn 2", kr(90_000)))
    };
    let disqualify = Qualify {
        gates: CLOSED_GATE,
        reason: "Ingen plan".into(),
        ..qualify(reference)
    };
    let shift = MoveProposals {
        moves: vec![(reference, 1)],
        reason: "Haster".into(),
        seen: None,
    };
    let unmovable = &["not-in-a-round", "denied-blind", "case-not-movable"];
    let release = Release {
        reference,
        amount: kr(10),
        reason: "Billigere".into(),
    };
    let conflict = DeclareConflict {
        reference,
        ground: "Egen kommune".into(),
    };
    let unscorable = &["scorecard-no-round", "scorecard-after-reveal"];
    vec![
        step("submit", "sofie", submit, TURN),
        step("edit", "sofie", edit, &["proposal-not-editable"]),
        step("qualify", "sofie", qualify(reference), TURN),
        step("disqualify", "lise", disqualify, TURN),
        step("open", "lise", open_round("2018-2", &[reference]), TURN),
        step("score", "kari", score(reference, [3; 5]), unscorable),
        step("move", "lise", shift, unmovable),
        step("approve", "lise", approve(reference, kr(100_000)), TURN),
        step(
            "postpone",
            "lise",
            recommend(reference, Recommendation::Postpone),
            TURN,
        ),
        step("commit", "karl", commit(reference, kr(100_000)), undecidable),
        step(
            "decline",
            "karl",
            decide(reference, Ruling::Decline, "For dyrt"),
            undecidable,
        ),
        step(
            "disburse",
            "sofie",
            disburse(reference, kr(10)),
            &["step-out-of-turn", "disbursement-too-much"],
        ),
        step(
            "release",
            "karl",
            release,
            &["commitment-missing", "release-too-much"],
        ),
        step("withdraw", "sofie", withdraw(reference), &["withdraw-too-late"]),
        step("conflict", "kari", conflict, &["conflict-after-decision"]),
        step(
            "live",
            "sofie",
            goes_live(reference),
            &["step-out-of-turn", "live-already"],
        ),
        step("adopt", "sofie", adopt(reference, HALDEN), TURN),
        step(
            "settle",
            "sofie",
            settle(reference, None),
            &["step-out-of-turn", "settle-nobody", "settle-price-list"],
        ),
        step("stop", "karl", stop(reference), TURN),
        step(
            "write-off",
            "karl",
            write_off(reference, kr(1)),
            &["write-off-too-much"],
        ),
    ]
}

#[test]
fn every_step_out_of_turn_is_refused_with_what_would_have_to_come_first() {
    for (stage, allowed) in [
        (Stage::Draft, "submit edit withdraw conflict"),
        (Stage::Submitted, "edit qualify disqualify withdraw conflict"),
        (Stage::Qualified, "edit open withdraw conflict"),
        (Stage::Scoring, "score withdraw conflict"),
        (Stage::Ranked, "move approve postpone withdraw conflict"),
        // M14: until KS decides a later recommendation takes the place of the first.
        (
            Stage::Recommended,
            "approve postpone commit decline withdraw conflict",
        ),
        (Stage::Committed, "disburse release stop"),
        (Stage::Developing, "disburse release live stop write-off"),
        // All is paid out, so there is nothing left to disburse or release.
        (Stage::Live, "adopt stop write-off"),
        (Stage::Repaid, "adopt"),
        (Stage::WrittenOff, "adopt stop"),
        (Stage::Stopped, ""),
        (Stage::NotQualified, "conflict"),
        (Stage::Declined, ""),
        (Stage::Withdrawn, "conflict"),
        (Stage::Postponed, "edit open withdraw conflict"),
    ] {
        let (fund, reference) = at(stage);
        let before = fund.dump();
        for Step {
            name,
            who,
            use_case,
            codes,
        } in steps(reference)
        {
            let fund = fund.copy();
            let result = fund.tries(who, use_case.as_ref());
            if allowed.split(' ').any(|step| step == name) {
                assert!(result.is_ok(), "{name} at {stage:?}: {result:?}");
                continue;
            }
            let refusal = result.expect_err(name).refusal();
            assert!(codes.contains(&refusal.code), "{name} at {stage:?}: {refusal}");
            if refusal.code == "step-out-of-turn" {
                let says = |what: &str| refusal.args.iter().any(|(name, _)| *name == what);
                assert!(says("needs") && says("next"), "{refusal}");
            }
            assert_eq!(fund.dump(), before, "{name} at {stage:?} wrote");
        }
    }
}

#[test]
fn a_solution_goes_from_its_first_disbursement_to_repaid_and_its_last_instalment_makes_it_live_again() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = fund.committed("2018-1", innsyn());
    fund.paid_out(reference, kr(60_000));
    let mut stages = vec![stage(&fund, reference)];
    let mut step = |handle: &str, use_case: &dyn UseCase| {
        fund.does(handle, use_case);
        stages.push(stage(&fund, reference));
    };
    step("sofie", &goes_live(reference));
    step("sofie", &adopt(reference, HALDEN));
    step("sofie", &settle(reference, None));
    step("sofie", &pay(Invoice::new(1), None));
    // The only one with access is all of the base: it bears the whole cost.
    assert_eq!(fund.net(reference, ALL), kr(60_000));
    fund.paid_out(reference, kr(40_000));
    stages.push(stage(&fund, reference));
    let mut step = |handle: &str, use_case: &dyn UseCase| {
        fund.does(handle, use_case);
        stages.push(stage(&fund, reference));
    };
    step("sofie", &settle(reference, None));
    step("sofie", &pay(Invoice::new(2), None));
    let words: Vec<&str> = stages.iter().map(|stage| stage.word()).collect();
    assert_eq!(
        words,
        [
            "developing",
            "live",
            "live",
            "live",
            "repaid",
            "live",
            "live",
            "repaid"
        ]
    );
    assert_eq!(fund.sees(ADMINISTRATOR, &kommit::usecases::views::Health), []);
}

#[test]
fn m7_a_decision_that_deviates_needs_a_reason_also_when_it_commits_what_was_declined() {
    let declined = || {
        let (fund, reference) = at(Stage::Ranked);
        fund.does("lise", &recommend(reference, Recommendation::Decline));
        (fund, reference)
    };
    let approved = || at(Stage::Recommended);
    let of = |ruling| move |reference| decide(reference, ruling, "");
    for (fund_and_proposal, ruling, deviates) in [
        (
            &approved as &dyn Fn() -> (Fund, Ref),
            Ruling::Commit(kr(100_000)),
            false,
        ),
        (&approved, Ruling::Commit(kr(99_999)), true),
        (&approved, Ruling::Decline, true),
        (&declined, Ruling::Commit(kr(100_000)), true),
        (&declined, Ruling::Decline, false),
    ] {
        let (fund, reference) = fund_and_proposal();
        let result = fund.tries("karl", &of(ruling)(reference));
        if !deviates {
            result.unwrap();
            continue;
        }
        assert_eq!(result.unwrap_err().refusal().code, "deviation-reason-missing");
        let blank = decide(reference, ruling, " \n ");
        assert_eq!(fund.refused("karl", &blank), "deviation-reason-missing");
        fund.does("karl", &decide(reference, ruling, "Annen prioritering"));
        let decided = fund.sees("odd", &ProposalView { reference }).decided.unwrap();
        assert_eq!(
            (decided.ruling, decided.reason.as_str()),
            (ruling, "Annen prioritering")
        );
    }
}

#[test]
fn m8_what_a_decision_rested_on_is_frozen_with_it() {
    let (fund, reference) = at(Stage::Recommended);
    fund.does("karl", &commit(reference, kr(100_000)));
    let before = fund.sees("odd", &ProposalView { reference });
    let basis: serde_json::Value = serde_json::from_str(&before.decided.as_ref().unwrap().basis).unwrap();
    assert_eq!(
        (&basis["score"], &basis["place"], &basis["scorecards"]),
        (&"4.00".into(), &1.into(), &4.into())
    );
    assert_eq!(basis["free_on_hand_ore"], kr(1_615_800).ore());
    fund.paid_out(reference, kr(40_000));
    fund.ranked("2018-2", project("Kart", kr(10)));
    let after = fund.sees("odd", &ProposalView { reference });
    assert_eq!(
        (after.recommended, after.decided),
        (before.recommended, before.decided)
    );
}

#[test]
fn a_postponed_case_comes_back_in_a_later_round_and_asks_nothing_of_the_first() {
    let (fund, reference) = at(Stage::Postponed);
    fund.opens("2018-2", &[reference])
        .scores("kari", reference, [2; 5]);
    fund.reveals("2018-2");
    let ranking = |round: &str| {
        let view = RankingView {
            round: Some(round.into()),
            rule: CutRule::Stop,
            frame: Some(kr(100_000)),
            marks: Marks::new(),
        };
        fund.sees("odd", &view).ranking
    };
    assert_eq!(
        (ranking("2018-1").used, ranking("2018-2").used),
        (kr(0), kr(100_000))
    );
    let mean = |round: &str| ranking(round).items[0].proposal.aggregate.clone().unwrap().mean;
    assert_eq!((mean("2018-1"), mean("2018-2")), (4.into(), 2.into()));
    let back = MoveProposals {
        moves: vec![(reference, 1)],
        reason: "Haster".into(),
        seen: Some(0),
    };
    fund.does("lise", &back);
    fund.does("lise", &approve(reference, kr(100_000)));
    fund.does("karl", &commit(reference, kr(100_000)));
    assert_eq!(stage(&fund, reference), Stage::Committed);
    assert_eq!(fund.sees("odd", &Rounds).len(), 2);
}

#[test]
fn a_withdrawn_case_is_neither_awaited_nor_ranked_above_the_line() {
    let fund = Fund::new();
    let (stays, goes) = (fund.qualified(innsyn()), fund.qualified(innsyn()));
    fund.opens("2018-1", &[stays, goes]).scores("kari", goes, [5; 5]);
    fund.does("sofie", &withdraw(goes));
    let progress = fund.sees("lise", &Overview).round.unwrap();
    assert_eq!((progress.submitted, progress.expected), (0, COUNCIL.len()));
    assert_eq!(fund.refused("kari", &score(goes, [5; 5])), "scorecard-no-round");
    fund.scores("kari", stays, [1; 5]).reveals("2018-1");
    assert_eq!(stage(&fund, goes), Stage::Withdrawn);
    let view = RankingView {
        round: None,
        rule: CutRule::Stop,
        frame: Some(kr(100_000)),
        marks: Marks::new(),
    };
    let above: Vec<Ref> = fund
        .sees("odd", &view)
        .ranking
        .items
        .iter()
        .filter(|item| item.above_line)
        .map(|item| item.proposal.reference)
        .collect();
    assert_eq!(above, [stays]);
}

#[test]
fn c5_gate_three_is_computed_at_qualification_not_at_registration() {
    let fund = Fund::new();
    let owned = |applicant| Details {
        applicant,
        ..innsyn()
    };
    let halden = fund.submitted(owned(Applicant::Participant(number(HALDEN))));
    let company = fund.submitted(owned(Applicant::Company {
        name: "Halden IKT".into(),
        owner: number(HALDEN),
    }));
    let eligible = |reference| fund.sees("odd", &ProposalView { reference }).eligible;
    for reference in [halden, company] {
        assert!(!eligible(reference));
        assert_eq!(fund.refused("sofie", &qualify(reference)), "gate-not-eligible");
    }
    fund.does("sofie", &answers(HALDEN, true));
    let part = pays(Payer::Participant(number(HALDEN)), Some(kr(615_799)));
    fund.does("sofie", &part);
    assert_eq!(fund.refused("sofie", &qualify(halden)), "gate-not-eligible");
    fund.does("sofie", &pays(Payer::Participant(number(HALDEN)), None));
    for reference in [halden, company] {
        assert!(eligible(reference));
        fund.does("sofie", &qualify(reference));
    }
    // A no to gate three stands when it is given with a reason.
    let no = fund.submitted(owned(Applicant::Ks));
    let verdict = |reason: &str| Qualify {
        gates: Gates {
            eligible_applicant: false,
            ..OPEN_GATES
        },
        reason: reason.into(),
        ..qualify(no)
    };
    assert_eq!(fund.refused("nils", &verdict("")), "gate-reason-missing");
    fund.does("nils", &verdict("Ikke behov"));
    assert_eq!(stage(&fund, no), Stage::NotQualified);
}

#[test]
fn c5_an_applicant_that_paid_after_today_is_not_eligible_yet() {
    let fund = Fund::new();
    fund.on(date(2018, 3, 1));
    fund.funded(kr(1));
    let details = Details {
        applicant: Applicant::Participant(number(HALDEN)),
        ..innsyn()
    };
    fund.on(date(2018, 2, 28));
    let reference = fund.submitted(details);
    assert_eq!(fund.refused("sofie", &qualify(reference)), "gate-not-eligible");
    fund.on(date(2018, 3, 1)).does("sofie", &qualify(reference));
}

#[test]
fn what_somebody_else_has_changed_is_never_overwritten_unseen() {
    let fund = Fund::new();
    let reference = fund.draft(innsyn());
    let save = |title: &str, version| SaveProposal {
        reference: Some(reference),
        details: project(title, kr(1)),
        version: Some(version),
    };
    fund.does("sofie", &save("Min", 1));
    let stale = fund.tries("siri", &save("Din", 1)).unwrap_err();
    assert_eq!((stale.exit_code(), stale.refusal().code), (5, "record-changed"));
    fund.does("siri", &save("Din", 2));
    let (fund, reference) = at(Stage::Ranked);
    let shift = |seen| MoveProposals {
        moves: vec![(reference, 1)],
        reason: "Haster".into(),
        seen: Some(seen),
    };
    fund.does("lise", &shift(0));
    let stale = fund.tries("nils", &shift(0)).unwrap_err();
    assert_eq!((stale.exit_code(), stale.refusal().code), (5, "ranking-changed"));
    fund.does("nils", &shift(1));
}

#[test]
fn a_round_is_opened_whole_or_not_at_all() {
    let fund = Fund::new();
    let (ready, early) = (fund.qualified(innsyn()), fund.submitted(innsyn()));
    let before = fund.dump();
    for (round, code) in [
        (open_round("2018-1", &[ready, early]), "step-out-of-turn"),
        (open_round("2018-1", &[ready, ready]), "case-twice"),
        (open_round("2018-1", &[]), "round-empty"),
        (open_round(" ", &[ready]), "text-empty"),
        (
            open_round("2018-1", &[ready, Ref::new(2018, 99)]),
            "proposal-unknown",
        ),
    ] {
        assert_eq!(fund.refused("lise", &round), code);
        assert_eq!(fund.dump(), before);
    }
    fund.opens("2018-1", &[ready]);
    let again = fund.qualified(innsyn());
    assert_eq!(
        fund.refused("lise", &open_round("2018-1", &[again])),
        "round-exists"
    );
}

#[test]
fn text_that_commands_a_terminal_never_gets_into_the_fund() {
    let fund = Fund::new();
    let evil = "a\u{1b}]0;b\u{7}";
    let before = fund.dump();
    let titled = |title: &str, summary: &str, applicant| Details {
        title: title.into(),
        summary: summary.into(),
        applicant,
        ..innsyn()
    };
    let owner = number(HALDEN);
    let company = |name: &str| Applicant::Company {
        name: name.into(),
        owner: owner.clone(),
    };
    let rows = |name: &str, county: &str| kommit::usecases::ImportParticipants {
        rows: vec![kommit::domain::intake::ParticipantIntake {
            county_name: Some(county.into()),
            ..invited(Kind::Municipality, "0105", name, 1)
        }],
        on: None,
    };
    let use_cases: Vec<Box<dyn UseCase>> = vec![
        Box::new(draft(titled(evil, "", Applicant::Ks))),
        Box::new(draft(titled("a", evil, Applicant::Ks))),
        Box::new(draft(titled("a", "", company(evil)))),
        Box::new(rows(evil, "Østfold")),
        Box::new(rows("Sarpsborg", evil)),
        Box::new(kommit::usecases::RegisterAnswer {
            reference: evil.into(),
            ..answers(HALDEN, true)
        }),
        Box::new(kommit::usecases::RegisterAnswer {
            reason: evil.into(),
            ..answers(HALDEN, true)
        }),
    ];
    for use_case in use_cases {
        match fund.tries("sofie", use_case.as_ref()) {
            Err(OpError::Refused(refusal)) => assert_eq!(refusal.code, "text-control"),
            Err(OpError::Rows(problems)) => assert_eq!(problems[0].refusal.code, "text-control"),
            other => panic!("{use_case:?}: {other:?}"),
        }
        assert_eq!(fund.dump(), before);
    }
}

#[test]
fn m5_nobody_is_asked_to_treat_a_case_in_which_they_are_in_conflict() {
    let (fund, reference) = at(Stage::Ranked);
    let conflict = DeclareConflict {
        reference,
        ground: "Egen kommune".into(),
    };
    fund.does("nils", &conflict);
    let asked = |handle| {
        let tasks = fund.sees(handle, &Overview).tasks;
        tasks.iter().any(|task| matches!(task, Task::Recommend { .. }))
    };
    assert!(asked("lise") && !asked("nils"));
}

#[test]
fn s5_one_who_steps_aside_after_the_reveal_takes_no_score_along() {
    let fund = Fund::new();
    let aggregate = |fund: &Fund, reference| {
        let seen = fund.sees("sofie", &ProposalView { reference });
        seen.aggregate.unwrap().unwrap()
    };
    let scored = |fund: &Fund| {
        let reference = fund.qualified(project("Innsyn", kr(100)));
        fund.opens("2018-1", &[reference]);
        fund.scores("kari", reference, [1; 5]);
        fund.scores("lise", reference, [5; 5]);
        reference
    };
    let aside = |reference| DeclareConflict {
        reference,
        ground: "Styremedlem hos søkeren".into(),
    };
    let reference = scored(&fund);
    let late = fund.copy();
    fund.does("kari", &aside(reference));
    fund.reveals("2018-1");
    assert_eq!(aggregate(&fund, reference).scorecards, 1);
    late.reveals("2018-1");
    let before = aggregate(&late, reference);
    late.does("kari", &aside(reference));
    assert_eq!(aggregate(&late, reference), before);
    assert_eq!(before.scorecards, 2);
    let seen = late.sees("sofie", &ProposalView { reference });
    assert!(
        seen.submitted <= seen.expected,
        "{} of {}",
        seen.submitted,
        seen.expected
    );
}
