//! Stories of the scoring screens: keys in, expected screens out.

use jiff::civil::date;

use crate::domain::council::Round;
use crate::domain::money::Ore;
use crate::domain::policy::Role;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::refusal::refuse;
use crate::domain::scheme::{Criterion, Scheme};
use crate::domain::scoring::Scorecard;
use crate::tui::effects::Event;
use crate::tui::fund_access::SessionAccess;
use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::screens;
use crate::tui::testing::{Ready, Story, bytes_between, demo, person};
use crate::tui::theme::Theme;
use crate::usecases::views::rounds::{Candidate, NewRound};
use crate::usecases::views::scoring::{OwnCard, ProposalToScore, ScoringData};
use crate::usecases::views::{Candidates, ScoringView};
use crate::usecases::{OpError, Outcome};

/// This tab alone, so that the pictures stand when another screen comes or goes.
const SCREENS: Screens = Screens {
    tabs: &[Tab {
        digit: '3',
        name: "scoring-tab",
        route: Route::Scoring,
    }],
    open: screens::SCREENS.open,
};

fn criteria() -> Vec<Criterion> {
    Scheme::parse(Scheme::embedded("digifin-2017").unwrap())
        .unwrap()
        .criteria
}

fn own(scores: [Option<u8>; 5]) -> OwnCard {
    let criteria = criteria();
    let named: Vec<_> = criteria.iter().map(|c| c.key.clone()).zip(scores).collect();
    let card = Scorecard::new(&criteria, &named).unwrap();
    OwnCard {
        score: card.member_score(&criteria),
        card,
        comment: "Godt forankret.".into(),
        handed_in: true,
    }
}

fn proposal(number: u32, title: &str, own: Option<OwnCard>, submitted: usize) -> ProposalToScore {
    ProposalToScore {
        reference: Ref::new(2018, number),
        title: title.into(),
        summary: "Innbyggere og utbyggere skal kunne følge en byggesak fra søknad til vedtak på ett sted, \
                  uansett kommune. Løsningen bygger på fagsystemene som kommunene alt har, og på felles \
                  standarder for innsyn."
            .into(),
        applied: Ore::kroner(12_000_000),
        own,
        conflicted: false,
        submitted,
        expected: 11,
    }
}

fn data(submitted: usize, scores: bool) -> ScoringData {
    let mut proposals = vec![
        proposal(
            2,
            "Meldingsflyt i barnevernet",
            Some(own([Some(5), Some(4), Some(3), Some(4), Some(4)])),
            7,
        ),
        proposal(3, "Felles kartløsning", None, submitted),
        proposal(7, "Felles innsyn i byggesaker", None, 4),
        proposal(11, "Digital søknad om barnehageplass", None, 6),
    ];
    proposals[2].conflicted = true;
    proposals[2].expected = 10;
    ScoringData {
        round: Some(Round {
            id: 1,
            name: "2018-1".into(),
            opened_on: date(2018, 4, 3),
            revealed_on: None,
        }),
        scores,
        criteria: criteria(),
        proposals,
    }
}

fn candidates() -> NewRound {
    let candidate = |number, title: &str, stage| Candidate {
        reference: Ref::new(2018, number),
        title: title.into(),
        applied: Ore::kroner(8_500_000),
        stage,
    };
    NewRound {
        name: "2018-2".into(),
        proposals: vec![
            candidate(4, "Felles journal for helsestasjonen", Stage::Qualified),
            candidate(9, "Min side for hele kommunen", Stage::Postponed),
        ],
    }
}

fn fund(role: Role) -> Ready {
    let scores = role.sits_in_council();
    Ready::new(person(&[role]))
        .with(move |_: &ScoringView| Ok(data(5, scores)))
        .with(|_: &Candidates| Ok(candidates()))
}

fn story(role: Role) -> Story {
    Story::new(SCREENS, &Route::Scoring, fund(role))
}

fn shows(story: &Story, text: &str) {
    let screen = story.screen(80, 24);
    assert!(screen.contains(text), "{text}\n{screen}");
}

#[test]
fn the_list_shows_ones_own_scores_and_how_many_are_in() {
    insta::assert_snapshot!("list_80x24", story(Role::Chair).body(80, 24));
    insta::assert_snapshot!("list_120x40", story(Role::Member).body(120, 40));
    insta::assert_snapshot!("list_secretariat_80x24", story(Role::Secretariat).body(80, 24));
}

#[test]
fn the_scorecard_follows_the_digits() {
    let mut story = story(Role::Member);
    story.press("n<Enter>54-3");
    insta::assert_snapshot!("card_80x24", story.body(80, 24));
    insta::assert_snapshot!("card_120x40", story.body(120, 40));
    shows(&story, "Din poengsum: 4,23");
    story.press("u");
    shows(&story, "Din poengsum: 4,60");
    story.press("<Down><Down><Down>Nyttig for alle");
    insta::assert_snapshot!("card_comment_80x24", story.body(80, 24));
}

#[test]
fn the_cursor_stands_at_the_score_that_is_given() {
    let mut story = story(Role::Member);
    for (keys, given) in [("n<Enter>5<Up>", "5]"), ("2<Up>", "2]")] {
        let (at, row) = story.press(keys).cursor(80, 24);
        let from: String = row.chars().skip(at.x.into()).collect();
        assert!(from.starts_with(given), "{at:?} {row}");
    }
}

#[test]
fn s3_the_score_of_a_full_card_is_the_weighted_mean_as_it_is_typed() {
    let mut story = story(Role::Member);
    story.press("n<Enter>54321");
    shows(&story, "Din poengsum: 3,35");
}

#[test]
fn s4_submitting_says_what_happens_and_waits_for_a_yes() {
    let mut story = story(Role::Member);
    story.press("n<Enter><C-s>");
    shows(&story, "Vurderingen er tom");
    story.press("54-3<C-s>");
    insta::assert_snapshot!("card_submit_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(story.fund.taken.is_empty());
    shows(&story, "Ikke levert.");
    story.press("<C-s><Enter>");
    let step = &story.fund.taken[0];
    assert!(
        step.contains("(\"benefit\", Some(5)), (\"uptake\", Some(4)), (\"feasibility\", None)"),
        "{step}"
    );
    shows(&story, "Levert");
}

#[test]
fn s4_a_card_that_the_secretariat_registered_is_marked_and_is_next_to_be_handed_in() {
    let registered = || {
        let mut data = data(5, true);
        data.proposals[1].own = Some(OwnCard {
            handed_in: false,
            ..own([Some(4); 5])
        });
        data
    };
    let fund = Ready::new(person(&[Role::Member])).with(move |_: &ScoringView| Ok(registered()));
    let mut story = Story::new(SCREENS, &Route::Scoring, fund);
    shows(&story, "4,00 (sekr.)");
    shows(&story, "du har vurdert 1 av 3");
    story.press("n<Enter>");
    insta::assert_snapshot!("card_registered_80x24", story.body(80, 24));
    shows(
        &story,
        "Ført inn av sekretariatet. Når du leverer den, er den din egen.",
    );
    // It may be handed in as it stands.
    story.press("<C-s><Enter>");
    assert!(story.fund.taken[0].contains("(\"benefit\", Some(4))"));
}

#[test]
fn a_comment_that_is_too_long_is_told_of_and_neither_cut_nor_handed_in() {
    let mut story = story(Role::Member);
    story.press("n<Enter>5<End>");
    story.event(Event::Pasted("å".repeat(4_005)));
    shows(
        &story,
        "Teksten er på 4\u{a0}005 tegn. Den kan ha høyst 4\u{a0}000.",
    );
    story.press("<C-s>");
    assert!(!story.screen(80, 24).contains("Levere vurderingen"));
    story.press("<Up><C-s>");
    assert!(!story.screen(80, 24).contains("Levere vurderingen"));
    // All of it is there still: what is taken away from its end makes it fit.
    for _ in 0..5 {
        story.press("<BS>");
    }
    assert!(!story.screen(80, 24).contains("Teksten er på"));
    story.press("<C-s><Enter>");
    assert!(story.fund.taken[0].contains(&"å".repeat(4_000)));
}

#[test]
fn what_is_not_submitted_is_not_lost_by_a_slip() {
    let mut story = story(Role::Member);
    story.press("n<Enter>5q1<Esc>");
    shows(&story, "Gå ut av 2018-03 uten å levere?");
    story.press("<Enter>");
    shows(&story, "Velg med G eller Esc");
    story.press("<Esc>");
    shows(&story, "Skjemaet er fortsatt åpent");
    story.press("<C-c>");
    shows(&story, "Avslutte?");
    story.press("<Esc>");
    shows(&story, "Programmet er ikke avsluttet");
    story.press("<Esc>g");
    shows(&story, "Levert");
    story.press("<Enter><Esc>");
    shows(&story, "Levert");
}

#[test]
fn what_others_do_meanwhile_changes_nothing_on_the_card() {
    let mut story = story(Role::Member);
    story.press("n<Enter>54");
    story.event(Event::Outdated);
    shows(&story, "[5]");
    story.fund = Ready::new(person(&[Role::Member])).with(|_: &ScoringView| {
        let mut gone = data(5, true);
        gone.proposals.remove(1);
        Ok(gone)
    });
    story.event(Event::Outdated);
    shows(&story, "[5]");
}

#[test]
fn when_another_session_submits_the_count_follows_without_a_key() {
    let mut story = story(Role::Member);
    shows(&story, "rådet har levert 22 av 43");
    story.fund = Ready::new(person(&[Role::Member])).with(|_: &ScoringView| Ok(data(6, true)));
    story.event(Event::Outdated);
    shows(&story, "rådet har levert 23 av 43");
    shows(&story, "6 av 11");
}

#[test]
fn m5_one_who_steps_aside_is_told_what_it_means_and_gives_a_ground() {
    let (_folder, fund) = demo("leder");
    let mut own = Story::new(SCREENS, &Route::Scoring, fund);
    own.press("h");
    insta::assert_snapshot!("conflict_80x24", own.body(80, 24));
    let says = |story: &Story<SessionAccess>, text: &str| {
        let screen = story.screen(80, 24);
        assert!(screen.contains(text), "{text}\n{screen}");
    };
    own.press("<C-s>");
    says(&own, "Må fylles ut");
    own.press("Styremedlem hos søkeren.<C-s>");
    says(&own, "teller ikke lenger");
    own.press("<Right><Enter>");
    says(&own, "inhabil");
    own.press("<Enter>");
    says(&own, "Du er inhabil og kan ikke behandle");
    // Once is enough, whichever way one comes there.
    own.press("h");
    says(&own, "allerede");
    let mut story = story(Role::Member);
    story.press("<Down><Down><Enter>");
    shows(&story, "Du er inhabil og kan ikke behandle");
}

#[test]
fn the_chair_chooses_cases_and_opens_a_round() {
    let mut story = story(Role::Chair);
    story.press("o<Enter>");
    shows(&story, "Velg minst én søknad");
    story.press("a <Enter>");
    insta::assert_snapshot!("open_round_80x24", story.body(80, 24));
    story.press("<C-s>");
    shows(&story, "Åpne runde 2018-2?");
    shows(&story, "[ R åpne runden ]");
    story.press("<Right><Enter>");
    let step = &story.fund.taken[0];
    assert!(
        step.contains("2018-2") && step.matches("number: ").count() == 1,
        "{step}"
    );
}

#[test]
fn s4_the_reveal_says_how_many_scorecards_are_in_and_that_it_stands() {
    let mut story = story(Role::Chair);
    story.press("v");
    insta::assert_snapshot!("reveal_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(story.fund.taken[0].contains("RevealRound"));
}

#[test]
fn those_who_may_not_are_told_who_may() {
    let mut member = story(Role::Member);
    member.press("v");
    shows(&member, "leder og nestleder kan avslutte");
    let mut observer = story(Role::Observer);
    observer.press("<Enter>");
    shows(&observer, "rådets medlemmer kan vurdere");
}

#[test]
fn a_refused_submission_keeps_the_card_open() {
    let mut story = Story::new(
        SCREENS,
        &Route::Scoring,
        fund(Role::Member).outcome(|_| -> Result<Outcome, OpError> {
            Err(OpError::Refused(
                refuse("scorecard-after-reveal").with("ref", "2018-03"),
            ))
        }),
    );
    story.press("n<Enter>54<C-s>l");
    shows(&story, "Runden med 2018-03 er avsluttet");
    shows(&story, "[5]");
}

#[test]
fn without_a_round_it_says_what_would_have_to_come_first() {
    let nothing = |_: &ScoringView| {
        Ok(ScoringData {
            round: None,
            scores: true,
            criteria: criteria(),
            proposals: Vec::new(),
        })
    };
    let mut story = Story::new(
        SCREENS,
        &Route::Scoring,
        Ready::new(person(&[Role::Chair]))
            .with(nothing)
            .with(|_: &Candidates| Ok(candidates())),
    );
    shows(&story, "Ingen vurderingsrunde er åpen.");
    story.press("v");
    shows(&story, "✗");
    story.press("o");
    shows(&story, "Ny vurderingsrunde");
}

#[test]
fn any_size_will_do() {
    for keys in ["", "n<Enter>54", "n<Enter><End>", "oa<Enter>", "v"] {
        let mut story = story(Role::Chair);
        story.press(keys);
        for wide in [0, 1, 2, 7, 20, 33, 50, 80, 100, 140] {
            for tall in [0, 1, 2, 3, 4, 5, 6, 9, 13, 17, 24, 40] {
                story.buffer(wide, tall);
            }
        }
    }
}

#[test]
fn a_move_and_a_score_cost_few_bytes() {
    let theme = Theme::new(true, false);
    let mut story = Story::with_theme(SCREENS, &Route::Scoring, fund(Role::Chair), theme);
    for keys in ["j", "k", "n<Enter>", "5", "4", "k"] {
        let before = story.buffer(80, 24);
        story.press(keys);
        let bytes = bytes_between(&before, &story.buffer(80, 24));
        assert!(bytes < 500 || keys.contains('<'), "{keys}: {bytes}");
    }
}
