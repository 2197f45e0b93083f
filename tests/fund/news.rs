//! How a session hears of what others do: by the newest row of the log, which says what it is about, and by notices of the
//! system; and which views have to be read again.

use std::fmt::Debug;

use kommit::domain::forecast::{Settings, WhatIf};
use kommit::domain::proposal::Ref;
use kommit::usecases::views::{
    CapitalBoard, Overview, ParticipantView, Participants, PastForecasts, ProposalView, Proposals,
    RankingBoard, ScoringView, SolutionView, Solutions, View, Vouchers,
};
use kommit::usecases::{
    ApproveDisbursement, Change, DeclareConflict, MoveProposals, Notice, Part, Payer, RevealRound,
    SaveForecast, Session, SubmitProposal, UseCase, WithdrawDisbursement, WithdrawProposal,
};

use crate::common::fund::*;

fn news(session: &mut Session) -> Option<Vec<(String, String)>> {
    let changes = session.news().unwrap()?;
    Some(
        changes
            .into_iter()
            .map(|change| (change.action.unwrap().to_string(), change.subject))
            .collect(),
    )
}

#[test]
fn every_other_session_is_told_what_was_done_and_to_what() {
    let fund = Fund::new();
    let mut writer = fund.session("sofie").unwrap();
    let mut reader = fund.session("odd").unwrap();
    // From here on.
    assert_eq!((news(&mut writer), news(&mut reader)), (None, None));
    // What is refused, and what is only tried, is nothing new.
    assert!(writer.perform(&pays(Payer::Ks, None)).is_err());
    writer.rehearse(&pays(Payer::Ks, Some(kr(1)))).unwrap();
    assert_eq!((news(&mut writer), news(&mut reader)), (None, None));
    writer.perform(&pays(Payer::Ks, Some(kr(1)))).unwrap();
    assert_eq!(news(&mut reader).unwrap().len(), 1);
    assert_eq!(news(&mut reader), None);
    // One's own is no news, and what others did meanwhile is, whatever came first.
    assert_eq!(news(&mut writer), Some(Vec::new()));
    fund.does("sofie", &answers(HALDEN, true));
    writer.perform(&pays(Payer::Ks, Some(kr(1)))).unwrap();
    fund.does("sofie", &pays(Payer::Participant(number(HALDEN)), Some(kr(1))));
    let others = news(&mut writer).unwrap();
    assert_eq!(others[0].0, "participant.decide");
    assert_eq!(others[1..], [("participant.pay".to_owned(), HALDEN.to_owned())]);
    assert_eq!(news(&mut reader).unwrap().len(), 3);
}

#[test]
fn a_write_is_noticed_when_it_can_be_seen() {
    let fund = Fund::new();
    let mut writer = fund.session("sofie").unwrap();
    let mut reader = fund.session("odd").unwrap();
    assert_eq!(news(&mut reader), None);
    let watch = reader.watch().unwrap();
    assert_eq!(watch.take(), None);
    for _ in 0..20 {
        writer.perform(&pays(Payer::Ks, Some(kr(1)))).unwrap();
        // The touch after the commit, and not only what was written before it.
        assert_eq!(watch.take(), Some(Notice::Written));
        assert_eq!(news(&mut reader).unwrap().len(), 1);
    }
    // Reading is no news, nor is what is refused.
    reader.view(&Proposals).unwrap();
    assert!(writer.perform(&pays(Payer::Ks, None)).is_err());
    assert_eq!((watch.take(), news(&mut reader)), (None, None));
    // Another file in its place.
    let copy = fund.path().with_extension("copy");
    std::fs::copy(fund.path(), &copy).unwrap();
    std::fs::rename(&copy, fund.path()).unwrap();
    assert_eq!(watch.take(), Some(Notice::Written));
    assert!(reader.news().is_err());
}

/// What a view says, and whether it must be read again after a change.
type Look<'f> = Box<dyn Fn() -> (String, Box<dyn Fn(&Change) -> bool>) + 'f>;

fn look<'f, V>(fund: &'f Fund, handle: &'static str, view: V) -> Look<'f>
where
    V: View + Debug + Clone + 'static,
    V::Data: Debug,
{
    Box::new(move || {
        let said = fund.session(handle).unwrap().view(&view);
        let view = view.clone();
        (
            format!("{handle} {view:?}: {said:?}"),
            Box::new(move |change: &Change| view.shows(change)),
        )
    })
}

fn looks(fund: &Fund, one: Ref, other: Ref) -> Vec<Look<'_>> {
    ["kari", "odd", "sofie"]
        .into_iter()
        .flat_map(|who| {
            [
                look(fund, who, Overview),
                look(fund, who, Proposals),
                look(fund, who, ProposalView { reference: one }),
                look(fund, who, ProposalView { reference: other }),
                look(fund, who, ScoringView),
                look(fund, who, RankingBoard::default()),
                look(
                    fund,
                    who,
                    CapitalBoard {
                        what_if: WhatIf::default(),
                        settings: Settings::default(),
                    },
                ),
                look(fund, who, Participants),
                look(
                    fund,
                    who,
                    ParticipantView {
                        number: number(HALDEN),
                    },
                ),
                look(fund, who, Solutions),
                look(fund, who, SolutionView { reference: one }),
                look(fund, who, Vouchers),
                look(fund, who, PastForecasts),
            ]
        })
        .collect()
}

#[test]
fn a_view_that_need_not_be_read_again_says_the_same_as_before() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let one = fund.qualified(project("Innsyn", kr(100_000)));
    let other = fund.qualified(project("Kart", kr(100_000)));
    let third = fund.draft(project("Arkiv", kr(100_000)));
    let looks = looks(&fund, one, other);
    let mut session = fund.session("odd").unwrap();
    session.news().unwrap();
    let mut spared = 0;
    let mut step = |handle: &str, use_case: &dyn UseCase| {
        let before: Vec<String> = looks.iter().map(|look| look().0).collect();
        let outcome = fund.does(handle, use_case);
        let changes = session.news().unwrap().unwrap();
        for (look, before) in looks.iter().zip(before) {
            let (after, shows) = look();
            if !changes.iter().any(&shows) {
                assert_eq!(before, after, "after {changes:?}");
                spared += 1;
            }
        }
        outcome
    };
    step("sofie", &draft(project("Ny", kr(1_000))));
    step(
        "sofie",
        &SubmitProposal {
            reference: third,
            on: None,
        },
    );
    step("nils", &qualify(third));
    step(
        "sofie",
        &WithdrawProposal {
            reference: third,
            reason: "Ny plan".into(),
        },
    );
    step("lise", &open_round("2018-1", &[one, other]));
    let conflict = DeclareConflict {
        reference: other,
        ground: "Søsken".into(),
    };
    step("ola", &conflict);
    for (who, reference) in [
        ("kari", one),
        ("kari", other),
        ("ola", one),
        ("nils", other),
        ("nils", one),
    ] {
        step(who, &score(reference, [4; 5]));
    }
    step("lise", &score(one, [3; 5]));
    step("lise", &score(other, [5; 5]));
    step(
        "lise",
        &RevealRound {
            name: "2018-1".into(),
        },
    );
    let moved = MoveProposals {
        moves: vec![(one, 1)],
        reason: "Haster".into(),
        seen: None,
    };
    step("lise", &moved);
    step("lise", &approve(one, kr(100_000)));
    step("lise", &approve(other, kr(50_000)));
    step("karl", &commit(one, kr(100_000)));
    let registered = step("sofie", &disburse(one, kr(40_000)));
    let id = registered.made["id"].as_i64().unwrap();
    step("sofie", &WithdrawDisbursement { id });
    let id = step("sofie", &disburse(one, kr(40_000))).made["id"]
        .as_i64()
        .unwrap();
    step("karl", &ApproveDisbursement { id });
    step("sofie", &answers(MOSS, true));
    step("sofie", &pays(Payer::Participant(number(MOSS)), None));
    step("sofie", &pays(Payer::Ks, Some(kr(5))));
    let saved = SaveForecast {
        name: "Mai".into(),
        settings: Settings::default(),
    };
    step("sofie", &saved);
    assert!(spared > 200, "{spared}");
}

#[test]
fn a_use_case_that_nobody_thought_of_may_have_changed_anything() {
    let change = |action: &str, subject: &str| Change {
        seq: 1,
        action: action.parse().ok(),
        subject: subject.into(),
    };
    assert!(change("something.new", "x").touches(&[Part::Forecasts]));
    assert!(!change("scorecard.submit", "2018-01").touches(&[Part::Books, Part::Participants]));
    let first = "2018-01".parse().unwrap();
    assert!(change("scorecard.submit", "2018-01").concerns(first));
    assert!(!change("scorecard.submit", "2018-02").concerns(first));
    assert!(
        change("ks.decide", "2018-02").concerns(first),
        "what is free falls for all"
    );
    assert!(change("member.revoke", "kari").is_of_members());
}
