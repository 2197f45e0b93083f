//! S4: until the reveal nobody learns anything of what others have scored, and one in conflict not until KS has
//! decided. Proved by difference: two funds that differ only in the scores must look the same, to the byte, in every
//! view, log entry, outcome and error. That the scores do differ is proved by what is seen once they may be.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::ops::ControlFlow;

use kommit::domain::council::{Recommendation, Ruling};
use kommit::domain::forecast::{Settings, WhatIf};
use kommit::domain::intake::{Assessment, ScoreIntake};
use kommit::domain::proposal::Ref;
use kommit::domain::ranking::{CutRule, Mark, Marks};
use kommit::usecases::views::audit::{AuditChain, ExpectedRow};
use kommit::usecases::views::ranking_board::Shown;
use kommit::usecases::views::{
    Adopting, AuditLog, Candidates, CapitalBoard, CapitalView, Charges, Commitments, DecisionRegister,
    Deliberation, Disbursements, Drafting, ForecastView, Health, JournalOrder, JournalTo, MeetingAhead,
    MeetingBoard, MeetingView, Meetings, MeetingsAhead, MemberKeys, Members, MinutesView, OnTheTable,
    Overview, Parameters, ParticipantView, Participants, PastForecast, PastForecasts, Periods, PortfolioView,
    ProposalBoard, ProposalView, ProposalWithSolution, Proposals, RankingBoard, RankingView, Rounds,
    SavedForecasts, ScoringView, Seats, SessionRules, SolutionView, Solutions, View, Vouchers, YearReport,
};
use kommit::usecases::{
    Decide, DeclareConflict, ImportScores, MoveProposals, OpError, Recommend, RevealRound, RevokeMember,
    SaveForecast, Session, SubmitScorecard, UseCase, WithdrawProposal,
};
use rust_decimal::Decimal;

use crate::common::fund::*;

/// Everyone who could look, the owner of the file included.
const EVERYONE: [&str; 8] = [
    "kari",
    "ola",
    "lise",
    "nils",
    "sofie",
    "karl",
    "odd",
    ADMINISTRATOR,
];

const PROPOSALS: usize = 4;

/// What a member gives a proposal (0 is the first).
type Scores<'a> = dyn Fn(&str, usize) -> [u8; 5] + 'a;

fn rising(handle: &str, proposal: usize) -> [u8; 5] {
    let seat = COUNCIL.iter().position(|other| *other == handle).unwrap();
    let score = |step: usize| u8::try_from((proposal + seat + step) % 5 + 1).unwrap();
    [score(0), score(1), score(2), score(0), score(3)]
}

fn falling(handle: &str, proposal: usize) -> [u8; 5] {
    rising(handle, proposal).map(|score| 6 - score)
}

/// A fund with money and four proposals in an open round that everyone has scored.
fn fund(scores: &Scores<'_>) -> (Fund, Vec<Ref>) {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let proposals: Vec<Ref> = (1..=PROPOSALS)
        .map(|n| fund.qualified(project(&format!("Sak {n}"), kr(100_000))))
        .collect();
    fund.opens("2018-1", &proposals);
    score_all(&fund, &proposals, scores);
    let save = SaveForecast {
        name: "Vår 2018".into(),
        settings: Settings {
            paths: 10,
            ..Settings::default()
        },
    };
    fund.does("sofie", &save);
    (fund, proposals)
}

fn score_all(fund: &Fund, proposals: &[Ref], scores: &Scores<'_>) {
    for handle in COUNCIL {
        let mut session = fund.session(handle).unwrap();
        for (place, proposal) in proposals.iter().enumerate() {
            session.perform(&score(*proposal, scores(handle, place))).unwrap();
        }
    }
}

/// Two funds that differ in nothing but what others than `viewer` have scored, and where the viewer's own cards,
/// which the viewer may see, are the same.
fn pair(viewer: &str) -> [(Fund, Vec<Ref>); 2] {
    let other = |handle: &str, proposal: usize| {
        if handle == viewer {
            rising(handle, proposal)
        } else {
            falling(handle, proposal)
        }
    };
    [fund(&rising), fund(&other)]
}

/// Everything that can be looked at.
struct Eye<'s> {
    session: &'s Session,
    seen: Vec<(String, String)>,
}

impl Eye<'_> {
    fn look<V: View>(&mut self, name: &str, view: &V)
    where
        V::Data: Debug,
    {
        let shown = masked(&format!("{:?}", self.session.view(view)));
        self.seen.push((name.to_owned(), shown));
    }
}

/// With every hash masked: it hangs on the random numbers that are sealed with hidden scores, so that it differs between any
/// two funds. What isn't as long as a hash stands.
fn masked(text: &str) -> String {
    const LENGTH: usize = 64;
    // Most of what is seen is long, and has none.
    if !text.contains("hash") {
        return text.to_owned();
    }
    let is_of_a_hash = |c: char| c.is_ascii_hexdigit() && !c.is_ascii_uppercase();
    let mut shown = String::with_capacity(text.len());
    for part in text.split_inclusive(|c| !is_of_a_hash(c)) {
        let hash = part.trim_end_matches(|c| !is_of_a_hash(c));
        if hash.len() == LENGTH {
            shown += "a hash";
            shown += &part[LENGTH..];
        } else {
            shown += part;
        }
    }
    shown
}

fn everything(fund: &Fund, handle: &str, proposals: &[Ref]) -> Vec<(String, String)> {
    let session = fund.session(handle).unwrap();
    let mut eye = Eye {
        session: &session,
        seen: Vec::new(),
    };
    eye.look("AuditLog", &AuditLog { limit: 10_000 });
    eye.look("AuditChain", &AuditChain::default());
    let anchor = session.view(&AuditChain::default()).unwrap().head;
    eye.look("ExpectedRow", &ExpectedRow(anchor));
    eye.look("Candidates", &Candidates);
    eye.look("Charges", &Charges);
    // Few paths: what the forecast hangs on is the same, and it is compared cell by cell.
    let settings = Settings {
        paths: 10,
        ..Settings::default()
    };
    let what_if = WhatIf {
        uptake_factor: Some(Decimal::new(8, 1)),
        include: proposals
            .iter()
            .copied()
            .filter(|proposal| undecided(fund, *proposal))
            .collect(),
        ..WhatIf::default()
    };
    for what_if in [WhatIf::default(), what_if] {
        let (board, view) = (what_if.clone(), what_if);
        eye.look(
            "CapitalBoard",
            &CapitalBoard {
                what_if: board,
                settings,
            },
        );
        eye.look(
            "ForecastView",
            &ForecastView {
                what_if: view,
                settings,
            },
        );
    }
    eye.look("SavedForecasts", &SavedForecasts);
    let name = "Vår 2018".to_owned();
    eye.look("PastForecast", &PastForecast { name });
    eye.look("PastForecasts", &PastForecasts);
    eye.look("CapitalView", &CapitalView);
    eye.look("Commitments", &Commitments);
    eye.look("Disbursements", &Disbursements);
    eye.look("Health", &Health);
    let mut lines = Vec::new();
    let mut take = |part| {
        lines.push(format!("{part:?}"));
        ControlFlow::Continue(())
    };
    let streamed = JournalTo {
        order: JournalOrder::Voucher,
        take: RefCell::new(&mut take),
    };
    eye.look("JournalTo", &streamed);
    eye.seen.push(("JournalTo".into(), masked(&lines.concat())));
    eye.look("Vouchers", &Vouchers);
    eye.look("Meetings", &Meetings);
    eye.look("MeetingsAhead", &MeetingsAhead);
    eye.look("MeetingAhead", &MeetingAhead);
    eye.look("MeetingView", &MeetingView { key: None });
    eye.look("MeetingBoard", &MeetingBoard::default());
    eye.look("OnTheTable", &OnTheTable);
    let key = "1/2018".parse().unwrap();
    eye.look("MinutesView", &MinutesView { key });
    eye.look("DecisionRegister", &DecisionRegister);
    eye.look("Members", &Members);
    eye.look("MemberKeys", &MemberKeys::default());
    eye.look("Overview", &Overview);
    let halden = number(HALDEN);
    eye.look("ParticipantView", &ParticipantView { number: halden });
    eye.look("Participants", &Participants);
    eye.look("Parameters", &Parameters { on: None });
    eye.look("SessionRules", &SessionRules);
    eye.look("Periods", &Periods);
    eye.look("Seats", &Seats);
    for reference in proposals.iter().copied() {
        eye.look("Adopting", &Adopting { reference });
        eye.look("Deliberation", &Deliberation { reference });
        let draft = Drafting {
            reference: Some(reference),
        };
        eye.look("Drafting", &draft);
        eye.look("ProposalView", &ProposalView { reference });
        eye.look("SolutionView", &SolutionView { reference });
        eye.look("ProposalWithSolution", &ProposalWithSolution { reference });
    }
    eye.look("Proposals", &Proposals);
    eye.look("ProposalBoard", &ProposalBoard);
    // What is tried with the first of them: refused where it isn't in the round, or is decided.
    let tried: Marks = proposals
        .iter()
        .take(1)
        .map(|proposal| (*proposal, Mark::In(None)))
        .collect();
    for round in [None, Some("2018-1".to_owned()), Some("2018-2".to_owned())] {
        let board = RankingBoard {
            round: round.clone(),
            settings,
            sums: BTreeMap::from([(proposals[0], kr(1))]),
        };
        eye.look("RankingBoard", &board);
        for (frame, threshold, marks) in [
            (None, None, Marks::new()),
            (Some(kr(250_000)), Some(Decimal::new(35, 1)), tried.clone()),
        ] {
            let portfolio = PortfolioView {
                round: round.clone(),
                frame,
                threshold,
                marks,
            };
            eye.look("PortfolioView", &portfolio);
        }
        for rule in [
            CutRule::Stop,
            CutRule::Skip,
            CutRule::Threshold(Decimal::new(35, 1)),
        ] {
            for (frame, marks) in [(None, Marks::new()), (Some(kr(150_000)), tried.clone())] {
                let round = round.clone();
                let view = RankingView {
                    round,
                    rule,
                    frame,
                    marks,
                };
                eye.look("RankingView", &view);
            }
        }
    }
    eye.look("Rounds", &Rounds);
    eye.look("ScoringView", &ScoringView);
    eye.look("Solutions", &Solutions);
    let report = YearReport {
        year: 2018,
        forecast: None,
    };
    eye.look("YearReport", &report);
    eye.seen
}

/// Whether a proposal could still be committed, so that a what-if may take it in.
fn undecided(fund: &Fund, reference: Ref) -> bool {
    let stage = fund
        .sees(ADMINISTRATOR, &ProposalView { reference })
        .row
        .proposal
        .stage;
    !stage.is_decided()
}

#[track_caller]
fn assert_alike(viewer: &str, [a, b]: [Vec<(String, String)>; 2]) {
    assert_eq!(a.len(), b.len());
    for ((name, a), (_, b)) in a.into_iter().zip(b) {
        assert_eq!(a, b, "{viewer} can tell two funds apart by {name}");
    }
}

#[test]
fn s4_before_the_reveal_no_view_depends_on_what_others_have_scored() {
    for viewer in EVERYONE {
        let seen = pair(viewer).map(|(fund, proposals)| everything(&fund, viewer, &proposals));
        assert_alike(viewer, seen);
    }
}

#[test]
fn s4_after_the_reveal_the_same_funds_look_different_to_everyone() {
    for viewer in EVERYONE {
        let [a, b] = pair(viewer).map(|(fund, proposals)| {
            fund.reveals("2018-1");
            everything(&fund, viewer, &proposals)
        });
        let differ = |name: &str| a.iter().zip(&b).any(|(a, b)| a.0 == name && a.1 != b.1);
        assert!(differ("RankingView"), "{viewer}");
        assert!(differ("PortfolioView"), "{viewer}");
        assert!(differ("ProposalView"), "{viewer}");
        assert!(!differ("AuditLog"), "{viewer}");
    }
}

/// Everything that one might try while a round is open, most of it out of turn.
fn attempts(proposals: &[Ref]) -> Vec<Box<dyn UseCase>> {
    let first = proposals[0];
    let mut attempts: Vec<Box<dyn UseCase>> = vec![
        Box::new(score(first, [1, 2, 3, 4, 5])),
        Box::new(score(Ref::new(2018, 99), [3; 5])),
        Box::new(SubmitScorecard {
            on_behalf_of: Some("ola".into()),
            ..score(first, [3; 5])
        }),
        Box::new(ImportScores {
            rows: vec![imported(first, "ola", Some(2)), imported(first, "odd", Some(9))],
        }),
        Box::new(ImportScores {
            rows: vec![imported(first, "ola", Some(2))],
        }),
        Box::new(DeclareConflict {
            reference: first,
            ground: "Egen kommune".into(),
        }),
        Box::new(Decide {
            reference: first,
            ruling: Ruling::Commit(kr(1)),
            plan: None,
            reason: "Fordi".into(),
        }),
        Box::new(WithdrawProposal {
            reference: first,
            reason: "Ny plan".into(),
        }),
        Box::new(open_round("2018-2", proposals)),
        Box::new(RevealRound {
            name: "2018-1".into(),
        }),
    ];
    for recommendation in [Recommendation::Postpone, Recommendation::Decline] {
        attempts.push(Box::new(Recommend {
            reference: first,
            recommendation,
        }));
    }
    for place in [0, 1, PROPOSALS, PROPOSALS + 1] {
        for seen in [None, Some(0), Some(7)] {
            attempts.push(Box::new(MoveProposals {
                moves: vec![(first, place)],
                reason: "Haster".into(),
                seen,
            }));
        }
    }
    attempts
}

fn imported(reference: Ref, member: &str, score: Option<u8>) -> ScoreIntake {
    ScoreIntake {
        line: 2,
        round: "2018-1".into(),
        reference,
        member: member.into(),
        criterion: "gain".into(),
        score: score.map(Assessment::Score),
        comment: Some("Til protokollen".into()),
    }
}

#[test]
fn s4_no_outcome_error_or_log_entry_depends_on_what_others_have_scored() {
    for viewer in EVERYONE {
        let pair = pair(viewer);
        let attempts = attempts(&pair[0].1);
        for attempt in &attempts {
            let [a, b] = pair.each_ref().map(|(fund, _)| {
                let fund = fund.copy();
                let result = fund.tries(viewer, attempt.as_ref());
                let shown = result.as_ref().err().map(ToString::to_string);
                let log = fund.sees(ADMINISTRATOR, &AuditLog { limit: 3 });
                masked(&format!("{result:?}\n{shown:?}\n{log:?}"))
            });
            assert_eq!(a, b, "{viewer} can tell two funds apart by {attempt:?}");
        }
    }
}

#[test]
fn s4_a_case_taken_up_again_is_blind_in_its_new_round() {
    for viewer in EVERYONE {
        let seen = [true, false].map(|up| {
            let (fund, proposals) = fund(&rising);
            fund.reveals("2018-1");
            fund.does(
                "lise",
                &Recommend {
                    reference: proposals[1],
                    recommendation: Recommendation::Postpone,
                },
            );
            fund.opens("2018-2", &proposals[1..2]);
            score_all(&fund, &proposals[1..2], &|handle, proposal| {
                if up || handle == viewer {
                    rising(handle, proposal)
                } else {
                    falling(handle, proposal)
                }
            });
            everything(&fund, viewer, &proposals)
        });
        assert_alike(viewer, seen);
    }
}

/// A revealed round in which `viewer` is in conflict in the third proposal; what others gave that proposal, and where and why
/// the council moved it, is up to the story. Every proposal has been recommended on.
fn conflicted(viewer: &str, high: bool) -> (Fund, Vec<Ref>) {
    let (fund, proposals) = fund(&|handle, proposal| match (proposal, high) {
        (2, true) => [5; 5],
        (2, false) => [1, 2, 1, 1, 2],
        _ => rising(handle, proposal),
    });
    fund.does(
        viewer,
        &DeclareConflict {
            reference: proposals[2],
            ground: "Egen kommune".into(),
        },
    );
    fund.reveals("2018-1");
    let chair = if viewer == "lise" { "nils" } else { "lise" };
    let (place, reason) = if high { (1, "Best") } else { (4, "Svakest") };
    for (proposal, place, reason) in [(2, place, reason), (0, 2, "Haster")] {
        fund.does(
            chair,
            &MoveProposals {
                moves: vec![(proposals[proposal], place)],
                reason: reason.into(),
                seen: None,
            },
        );
    }
    for proposal in &proposals {
        fund.does(chair, &approve(*proposal, kr(100_000)));
    }
    fund.does("karl", &commit(proposals[0], kr(100_000)));
    (fund, proposals)
}

#[test]
fn s4_one_in_conflict_learns_nothing_of_the_case_until_ks_has_decided() {
    for viewer in COUNCIL {
        let seen = [true, false].map(|high| {
            let (fund, proposals) = conflicted(viewer, high);
            everything(&fund, viewer, &proposals)
        });
        assert_alike(viewer, seen);
    }
}

#[test]
fn s4_the_forecast_beside_the_list_cannot_take_in_a_case_that_is_not_in_it() {
    let (fund, proposals) = conflicted("kari", true);
    let projects = |handle: &str| {
        let Shown::Ranked(ranked) = fund.sees(handle, &RankingBoard::default()).shown else {
            panic!("the round is revealed");
        };
        let mut outlook = ranked.outlook;
        let before = outlook.rows().to_vec();
        outlook.toggle(proposals[2], true);
        let changed = outlook.rows() != before;
        (outlook.engine().projects().collect::<Vec<Ref>>(), changed)
    };
    let (seen, changed) = projects("kari");
    assert_eq!(
        (seen, changed),
        (vec![proposals[0], proposals[1], proposals[3]], false)
    );
    let (seen, changed) = projects("ola");
    assert_eq!((seen, changed), (proposals.clone(), true));
}

#[test]
fn s4_the_list_of_one_in_conflict_has_no_trace_of_the_case() {
    let (fund, proposals) = conflicted("kari", true);
    let ranking = RankingView {
        round: None,
        rule: CutRule::Stop,
        frame: None,
        marks: Marks::new(),
    };
    let data = fund.sees("kari", &ranking);
    assert_eq!((data.left_out, data.ranking.items.len()), (1, PROPOSALS - 1));
    let places: Vec<_> = data.ranking.items.iter().map(|item| item.place).collect();
    assert_eq!(places, [1, 2, 3].map(Some));
    let moved: Vec<Ref> = data.moves.iter().map(|step| step.reference).collect();
    assert_eq!(moved, [proposals[0]]);
    // The place of another proposal in the council's list would tell where the hidden one stands.
    let other = fund.sees(
        "kari",
        &ProposalView {
            reference: proposals[0],
        },
    );
    for basis in [&other.recommended.unwrap().basis, &other.decided.unwrap().basis] {
        assert!(
            basis.contains("\"score\":") && !basis.contains("place\":"),
            "{basis}"
        );
    }
    let own = fund.sees(
        "kari",
        &ProposalView {
            reference: proposals[2],
        },
    );
    assert_eq!(own.aggregate.unwrap_err().code, "denied-conflicted");
    assert_eq!(own.recommended.unwrap().basis, "");
}

#[test]
fn s4_nothing_is_chosen_of_what_one_is_in_conflict_in() {
    let (fund, proposals) = conflicted("kari", true);
    let portfolio = PortfolioView {
        round: None,
        frame: Some(kr(200_000)),
        threshold: None,
        marks: Marks::new(),
    };
    let best = |handle| {
        let data = fund.sees(handle, &portfolio);
        (data.comparison.under_frame.chosen, data.left_out, data.titles)
    };
    let (chosen, left_out, titles) = best("kari");
    assert!(chosen.len() == 2 && !chosen.contains(&proposals[2]) && !titles.contains_key(&proposals[2]));
    assert_eq!(left_out, 1);
    let (chosen, left_out, _) = best("ola");
    assert!(chosen.contains(&proposals[2]));
    assert_eq!(left_out, 0);
}

#[test]
fn s4_one_in_conflict_sees_the_case_once_ks_has_decided() {
    for (viewer, ruling) in [("kari", Ruling::Commit(kr(100_000))), ("lise", Ruling::Decline)] {
        let ([a, b], views) = {
            let pair = [true, false].map(|high| {
                let (fund, proposals) = conflicted(viewer, high);
                let decide = Decide {
                    reference: proposals[2],
                    ruling,
                    plan: None,
                    reason: "Fordi".into(),
                };
                fund.does("karl", &decide);
                (fund, proposals)
            });
            let views = pair.each_ref().map(|(fund, proposals)| {
                let ranking = RankingView {
                    round: None,
                    rule: CutRule::Stop,
                    frame: None,
                    marks: Marks::new(),
                };
                (
                    fund.sees(viewer, &ranking),
                    fund.sees(
                        viewer,
                        &ProposalView {
                            reference: proposals[2],
                        },
                    ),
                    fund.sees(
                        viewer,
                        &ProposalView {
                            reference: proposals[0],
                        },
                    ),
                )
            });
            (pair, views)
        };
        drop((a, b));
        for (ranking, proposal, other) in &views {
            assert_eq!((ranking.left_out, ranking.ranking.items.len()), (0, PROPOSALS));
            assert_eq!(ranking.moves.len(), 2);
            assert!(proposal.aggregate.as_ref().unwrap().is_some());
            for basis in [
                &proposal.decided.as_ref().unwrap().basis,
                &other.recommended.as_ref().unwrap().basis,
            ] {
                assert!(basis.contains("\"computed_place\":"), "{basis}");
            }
        }
        assert_ne!(views[0].1.aggregate, views[1].1.aggregate);
        assert_ne!(views[0].0.ranking, views[1].0.ranking);
    }
}

#[test]
fn s4_who_is_not_in_conflict_sees_the_case_at_once() {
    let (fund, proposals) = conflicted("kari", true);
    for viewer in EVERYONE.into_iter().filter(|viewer| *viewer != "kari") {
        let data = fund.sees(
            viewer,
            &ProposalView {
                reference: proposals[2],
            },
        );
        // Kari's own card no longer counts.
        assert_eq!(data.aggregate.unwrap().unwrap().scorecards, COUNCIL.len() - 1);
        assert!(data.recommended.unwrap().basis.contains("\"place\":"));
    }
}

#[test]
fn s4_the_secretariat_completes_the_card_that_it_registered() {
    let fund = Fund::new();
    let reference = fund.qualified(project("Innsyn", kr(100)));
    fund.opens("2018-1", &[reference]);
    let registers = |scores: &[(&str, Option<u8>)], comment: &str| {
        let scores = scores.iter().map(|(key, score)| ((*key).to_owned(), *score));
        let step = SubmitScorecard {
            reference,
            scores: scores.collect(),
            comment: comment.into(),
            on_behalf_of: Some("ola".into()),
        };
        fund.does("sofie", &step);
    };
    registers(&[("benefit", Some(2)), ("fit", Some(5))], "Per telefon");
    registers(&[("uptake", Some(3)), ("fit", None)], "");
    let data = fund.sees("ola", &ScoringView);
    let card = data
        .proposals
        .into_iter()
        .find_map(|proposal| proposal.own)
        .unwrap();
    assert_eq!(card.comment, "Per telefon");
    let given: Vec<_> = card.card.iter().filter(|(_, score)| score.is_some()).collect();
    assert_eq!(given, [("benefit", Some(2)), ("uptake", Some(3))]);
}

#[test]
fn s4_before_the_reveal_the_log_names_nobody_who_has_handed_in_to_the_others() {
    let fund = Fund::new();
    let reference = fund.qualified(project("Innsyn", kr(100)));
    fund.opens("2018-1", &[reference]);
    fund.does("kari", &score(reference, [4; 5]));
    fund.does(
        "sofie",
        &SubmitScorecard {
            on_behalf_of: Some("ola".into()),
            ..score(reference, [3; 5])
        },
    );
    fund.does(
        "siri",
        &ImportScores {
            rows: vec![imported(reference, "nils", Some(4))],
        },
    );
    let told = |viewer: &str, limit| {
        let entries = fund.sees(viewer, &AuditLog { limit }).entries;
        ["kari", "ola", "nils"].map(|handle| {
            entries
                .iter()
                .any(|entry| entry.actor == handle || entry.payload.contains(handle))
        })
    };
    assert_eq!(told("lise", 3), [true; 3]);
    assert_eq!(told("siri", 3), [true; 3]);
    assert_eq!(told("odd", 3), [false; 3]);
    assert_eq!(told("karl", 3), [false; 3]);
    assert_eq!(told(ADMINISTRATOR, 3), [false; 3]);
    assert_eq!(told("kari", 3), [true, false, false]);
    assert_eq!(told("ola", 3), [false, true, false]);
    fund.does(
        "lise",
        &RevealRound {
            name: "2018-1".into(),
        },
    );
    assert_eq!(told("odd", 4), [true; 3]);
}

#[test]
fn s4_scores_registered_on_a_members_behalf_say_so_in_the_log() {
    let fund = Fund::new();
    let proposal = fund.qualified(project("Innsyn", kr(100)));
    fund.opens("2018-1", &[proposal]);
    fund.does(
        "sofie",
        &SubmitScorecard {
            on_behalf_of: Some("ola".into()),
            ..score(proposal, [3; 5])
        },
    );
    fund.does(
        "siri",
        &ImportScores {
            rows: vec![imported(proposal, "kari", Some(4))],
        },
    );
    let log = fund.sees("lise", &AuditLog { limit: 2 });
    let said: Vec<(&str, &str)> = log
        .entries
        .iter()
        .map(|entry| (entry.actor.as_str(), entry.action.as_str()))
        .collect();
    assert_eq!(
        said,
        [("siri", "scores.import"), ("sofie", "scorecard.submit-on-behalf")]
    );
    assert!(
        log.entries[0].payload.contains(&format!("{proposal}:kari")),
        "{}",
        log.entries[0].payload
    );
    assert!(
        log.entries[1].payload.contains("\"member\":\"ola\""),
        "{}",
        log.entries[1].payload
    );
    let by: i64 = fund.number("SELECT count(*) FROM scorecards WHERE registered_by IN ('sofie', 'siri')");
    assert_eq!(by, 2);
    // The secretariat gets no look at what it wrote, and no one else's.
    assert!(
        fund.sees("sofie", &ScoringView)
            .proposals
            .iter()
            .all(|proposal| proposal.own.is_none())
    );
    let own = fund.sees("ola", &ScoringView).proposals[0].own.clone().unwrap();
    assert_eq!(own.score, Some(Decimal::from(3)));
}

/// Ola's card on the only proposal of a round, registered by the secretariat with 3 on everything.
fn registered() -> (Fund, Ref) {
    let fund = Fund::new();
    let proposal = fund.qualified(project("Innsyn", kr(100)));
    fund.opens("2018-1", &[proposal]);
    fund.does("sofie", &on_behalf(proposal, [3; 5]));
    (fund, proposal)
}

fn on_behalf(proposal: Ref, scores: [u8; 5]) -> SubmitScorecard {
    SubmitScorecard {
        on_behalf_of: Some("ola".into()),
        ..score(proposal, scores)
    }
}

fn own_card(fund: &Fund) -> (Option<Decimal>, bool) {
    let own = fund.sees("ola", &ScoringView).proposals[0].own.clone().unwrap();
    (own.score, own.handed_in)
}

#[test]
fn s4_a_card_that_the_secretariat_registered_counts_and_is_not_handed_in_until_the_member_does_so() {
    let (fund, proposal) = registered();
    assert_eq!(own_card(&fund), (Some(Decimal::from(3)), false));
    let data = fund.sees("ola", &ScoringView);
    assert_eq!((data.progress(), data.submitted().0), ((0, 1), 1));
    // Anybody of the secretariat may complete it, as often as need be.
    fund.does("siri", &on_behalf(proposal, [4; 5]));
    assert_eq!(own_card(&fund), (Some(Decimal::from(4)), false));
    // The member takes it over, unchanged or not.
    fund.does("ola", &score(proposal, [4; 5]));
    assert_eq!(own_card(&fund), (Some(Decimal::from(4)), true));
    assert_eq!(fund.sees("ola", &ScoringView).progress(), (1, 1));
    fund.reveals("2018-1");
    let data = fund.sees("odd", &ProposalView { reference: proposal });
    assert_eq!(data.aggregate.unwrap().unwrap().scorecards, 1);
}

#[test]
fn s4_the_secretariat_replaces_no_card_that_the_member_has_handed_in_whatever_it_says() {
    let (fund, proposal) = registered();
    fund.does("ola", &score(proposal, [5; 5]));
    for same in [[5; 5], [1; 5]] {
        assert_eq!(
            fund.refused("siri", &on_behalf(proposal, same)),
            "scorecard-handed-in"
        );
    }
    for row in [Some(5), Some(1), None] {
        let import = ImportScores {
            rows: vec![imported(proposal, "ola", row)],
        };
        let Err(OpError::Rows(problems)) = fund.tries("sofie", &import) else {
            panic!("by row");
        };
        assert_eq!(
            (problems[0].refusal.code, problems[0].column.as_str()),
            ("scorecard-handed-in", "member")
        );
    }
    assert_eq!(own_card(&fund), (Some(Decimal::from(5)), true));
    assert_eq!(fund.number("SELECT count(*) FROM scorecards"), 2);
    // The member may change it still, and another member's may be registered.
    fund.does("ola", &score(proposal, [2; 5]));
    fund.does(
        "sofie",
        &ImportScores {
            rows: vec![imported(proposal, "kari", Some(4))],
        },
    );
}

#[test]
fn s1_a_criterion_is_named_once_on_a_card() {
    let (fund, proposal) = registered();
    let mut twice = score(proposal, [3; 5]);
    twice.scores.push(("benefit".into(), Some(2)));
    assert_eq!(fund.refused("kari", &twice), "criterion-twice");
    let mut same = score(proposal, [3; 5]);
    same.scores.push(("benefit".into(), None));
    assert_eq!(fund.refused("kari", &same), "criterion-twice");
}

#[test]
fn s4_as_many_cards_are_expected_as_there_are_members_who_may_score_or_have_scored() {
    let (fund, proposals) = fund(&rising);
    let counts = || {
        let rounds = fund.sees("odd", &Rounds);
        let overview = fund.sees("odd", &Overview).round.unwrap();
        let scoring = fund.sees("odd", &ScoringView);
        let count = (rounds[0].submitted, rounds[0].expected);
        assert_eq!((overview.submitted, overview.expected), count);
        assert_eq!(scoring.submitted(), count);
        count
    };
    assert_eq!(counts(), (16, 16));
    for (handle, proposal) in [("ola", 0), ("lise", 1)] {
        let conflict = DeclareConflict {
            reference: proposals[proposal],
            ground: "Egen kommune".into(),
        };
        fund.does(handle, &conflict);
    }
    assert_eq!(counts(), (14, 14));
    // Ola's three cards still count. Somebody new has none.
    let handle = "ola".to_owned();
    fund.does(ADMINISTRATOR, &RevokeMember { handle });
    fund.does(ADMINISTRATOR, &add("ny", "member"));
    assert_eq!(counts(), (14, 18));
}

#[test]
fn s4_no_hash_gives_a_hidden_score_away() {
    let (one, proposal) = fund(&rising);
    let two = one.copy();
    for fund in [&one, &two] {
        fund.does("kari", &score(proposal[0], [1, 2, 3, 4, 5]));
    }
    // The same file, the same time, the same scores: what anybody sees of it is another hash all the same.
    let heads = [&one, &two].map(|fund| fund.sees("ola", &AuditLog { limit: 1 }).head);
    assert_eq!(heads[0].row, heads[1].row);
    assert_ne!(heads[0].hash, heads[1].hash);
    let shown = heads.each_ref().map(|head| masked(&format!("{head:?}")));
    assert_eq!(shown[0], shown[1]);
    let nonces = "SELECT count(DISTINCT nonce) = count(*) AND min(length(nonce)) = 16 FROM scores";
    assert_eq!(one.number(nonces), 1);
    // What isn't hidden has nothing random about it.
    let seals = |fund: &Fund| fund.number("SELECT count(*) FROM seals");
    assert_eq!(seals(&one), seals(&two));
    let (three, four) = (Fund::new(), Fund::new());
    for fund in [&three, &four] {
        fund.funded(kr(1));
    }
    let heads = [&three, &four].map(|fund| fund.sees("ola", &AuditLog { limit: 1 }).head);
    assert_eq!(heads[0], heads[1]);
}

#[test]
fn s4_every_view_is_among_those_that_are_compared() {
    let (fund, proposals) = fund(&rising);
    let looked: BTreeSet<String> = everything(&fund, ADMINISTRATOR, &proposals)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/usecases/views");
    let mut there = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let code = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let names = code.split("impl View for ").skip(1);
        there.extend(names.map(|rest| {
            let name = rest.chars().take_while(|c| c.is_alphanumeric());
            name.collect::<String>()
        }));
    }
    assert_eq!(looked, there);
}

#[test]
fn s4_a_blind_view_is_an_error_of_the_denied() {
    let (fund, _) = fund(&rising);
    for viewer in EVERYONE {
        let ranking = RankingView {
            round: Some("2018-1".into()),
            rule: CutRule::Stop,
            frame: None,
            marks: Marks::new(),
        };
        let denied = fund.session(viewer).unwrap().view(&ranking).unwrap_err();
        assert!(matches!(denied, OpError::Denied(_)));
        assert_eq!((denied.exit_code(), denied.refusal().code), (3, "denied-blind"));
    }
}
