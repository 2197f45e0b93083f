//! Stories of the proposals, on the demo fund.

mod steps;

use crate::domain::contribution::Standing;
use crate::domain::proposal::{Applicant, Details, Ref, Stage};
use crate::tui::effects::Event;
use crate::tui::fund_access::{FundAccess, Query, SessionAccess};
use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::testing::{self, Story, demo, without_votes};
use crate::usecases::views::drafting::DraftingData;
use crate::usecases::views::participants::{Line, ParticipantsData};
use crate::usecases::views::{self, Drafting};
use crate::usecases::{RevealRound, SaveProposal, SubmitProposal};

/// The screens with two tabs only, so that the pictures stand when another tab comes.
const SCREENS: Screens = Screens {
    tabs: &[
        Tab {
            digit: '1',
            name: "overview-tab",
            route: Route::Overview,
        },
        Tab {
            digit: '2',
            name: "proposals-tab",
            route: Route::Proposals,
        },
    ],
    open: testing::SCREENS.open,
};

type Started = (tempfile::TempDir, Story<SessionAccess>);

fn story(handle: &str, route: &Route) -> Started {
    let (folder, fund) = demo(handle);
    (folder, Story::new(SCREENS, route, fund))
}

/// Another sits down.
fn seat(story: &mut Story<SessionAccess>, handle: &str) {
    story.fund.sit_as(handle).unwrap();
    let session = story.fund.session_info();
    story.event(Event::Seated(session));
}

fn proposal(number: u32) -> Route {
    Route::Proposal(format!("2018-{number:02}"))
}

#[test]
fn the_list_shows_every_proposal_and_a_page_shows_all_of_it() {
    let (_folder, mut story) = story("leder", &Route::Proposals);
    insta::assert_snapshot!("list_80x24", story.body(80, 24));
    insta::assert_snapshot!("list_120x40", story.body(120, 40));
    insta::assert_snapshot!("filter_80x24", story.press("/barne").body(80, 24));
    story.press("<Esc>g<Enter>");
    insta::assert_snapshot!("proposal_80x24", story.body(80, 24));
    insta::assert_snapshot!("proposal_80x70", story.body(80, 70));
    insta::assert_snapshot!("proposal_120x40", story.body(120, 40));
    insta::assert_snapshot!("proposal_160x50", story.body(160, 50));
    insta::assert_snapshot!("proposal_30x10", story.body(30, 10));
}

#[test]
fn c5_a_number_that_no_participant_has_is_told_of_when_its_field_is_left() {
    let (_folder, mut story) = story("sekretariat", &Route::NewProposal);
    story.press("<Tab><Tab><Tab>9999");
    let unknown = "ingen deltaker med nummeret 9999";
    assert!(!story.screen(80, 40).contains(unknown));
    assert!(
        story.press("<Tab>").screen(80, 40).contains(unknown),
        "{}",
        story.screen(80, 40)
    );
    assert!(
        !story
            .press("<S-Tab><C-u>0301<Tab>")
            .screen(80, 40)
            .contains("ingen deltaker")
    );
}

#[test]
fn the_filter_the_stages_and_the_order_keep_the_selected_proposal() {
    let (_folder, mut story) = story("leder", &Route::Proposals);
    story.press("/tromsø<Enter><Esc>");
    let selected = |story: &Story<SessionAccess>| {
        let screen = story.screen(80, 24);
        let row = screen.lines().find(|line| line.starts_with('▌'));
        row.map(str::to_owned).unwrap_or_default()
    };
    assert!(selected(&story).contains("2018-16"), "{}", selected(&story));
    story.press("o");
    assert!(selected(&story).contains("2018-16"), "{}", selected(&story));
    story.press("tt");
    assert!(selected(&story).contains("til vurdering"), "{}", selected(&story));
    assert!(story.screen(80, 24).contains("hos rådet"));
    // Nothing is with KS in the demo, and an empty list tells nothing.
    story.press("t");
    assert!(story.screen(80, 24).contains("under utvikling"));
    story.press("/zzz");
    assert!(story.screen(80, 24).contains("Ingenting passer med søket"));
    story.press("<Esc>");
    assert!(!story.screen(80, 24).contains("Ingenting passer med søket"));
}

#[test]
fn m14_the_list_says_too_that_a_recommendation_comes_of_a_vote() {
    let (_folder, mut story) = story("leder", &Route::ProposalsAt(Stage::Ranked));
    assert!(!story.foot(160, 24).contains("i innstill"));
    let screen = story.press("i").screen(160, 24);
    assert!(screen.contains('✗') && screen.contains("M14"), "{screen}");
}

#[test]
fn a_list_of_one_stage_holds_no_other() {
    let (_folder, story) = story("ks", &Route::ProposalsAt(Stage::Submitted));
    let screen = story.screen(80, 24);
    assert!(screen.contains("3 av 42 søknader · innsendt"), "{screen}");
    assert!(!screen.contains("utkast"), "{screen}");
}

#[test]
fn s4_before_the_reveal_a_case_says_how_many_have_scored_and_of_scores_ones_own_alone() {
    let (_folder, story) = story("leder", &proposal(13));
    let screen = story.screen(80, 60);
    assert!(screen.contains("Skjult til runden avsluttes"), "{screen}");
    assert!(
        screen.contains("Din vurdering") && screen.contains("Poengsum"),
        "{screen}"
    );
    assert!(screen.contains("Har ikke levert"), "the chair reminds: {screen}");
    assert!(
        !screen.contains("Poeng ") && !screen.contains("median"),
        "{screen}"
    );
}

#[test]
fn one_goes_from_case_to_case_and_hears_where_the_last_one_is() {
    let (_folder, mut story) = story("leder", &proposal(37));
    assert!(story.press("n").screen(80, 24).contains(" 2018-38"));
    assert!(story.press("n").screen(80, 24).contains("siste søknaden"));
    assert!(story.press("pp").screen(80, 24).contains(" 2018-36"));
}

#[test]
fn a_key_that_the_stage_or_the_role_forbids_says_why() {
    let (_folder, mut story) = story("leder", &proposal(1));
    assert!(story.press("i").screen(80, 24).contains("kan ikke innstilles"));
    assert!(story.press("v").screen(80, 24).contains("KS kan fatte vedtak"));
    assert!(
        story
            .press("e")
            .screen(80, 24)
            .contains("sekretariatet kan registrere")
    );
}

#[test]
fn a_question_about_leaving_says_what_esc_does() {
    let (_folder, mut story) = story("sekretariat", &Route::NewProposal);
    story.press("Innsyn<Esc>");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("Esc bli her") && !screen.contains("avbryt"),
        "{screen}"
    );
}

#[test]
fn the_secretariat_writes_a_proposal_changes_it_and_submits_it() {
    let (_folder, mut story) = story("sekretariat", &Route::Proposals);
    story.press("a");
    insta::assert_snapshot!("new_80x24", story.body(80, 24));
    story.press("<C-s>");
    assert!(story.screen(80, 24).contains("Må fylles ut"));
    story.press("Felles kulturkort<Tab>Ett kort for alle.<Tab><Tab>0301");
    assert!(
        story.screen(80, 24).contains("Oslo, "),
        "{}",
        story.screen(80, 24)
    );
    story.press("<Tab><Right><Tab>3 000 000<Tab>2 000 000<Tab>1.9.2019<Tab>65 %<Tab><Tab><Tab>1<C-s>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("2018-39  Felles kulturkort"), "{screen}");
    assert!(screen.contains("mest sannsynlig 65\u{a0}%"), "{screen}");
    story.press("e<End> for ungdom<C-s>");
    assert!(story.screen(80, 24).contains("Felles kulturkort for ungdom"));
    story.press("S");
    insta::assert_snapshot!("submit_80x24", story.body(80, 24));
    assert!(story.press("<Enter>").screen(80, 24).contains("er sendt inn"));
    story.press("x");
    story.press("Søkeren har ombestemt seg<C-s>");
    insta::assert_snapshot!("withdraw_80x24", story.body(80, 24));
    assert!(story.press("<Right><Enter>").screen(80, 24).contains("✗ trukket"));
}

#[test]
fn what_somebody_else_saved_meanwhile_is_not_overwritten_and_nothing_typed_is_lost() {
    let (_folder, mut story) = story("sekretariat", &Route::EditProposal("2018-29".parse().unwrap()));
    story.press("<End> på nytt");
    let meanwhile = SubmitProposal {
        reference: "2018-29".parse().unwrap(),
        on: None,
    };
    story.fund.take(&meanwhile).unwrap();
    story.event(Event::Outdated).press("<C-s>");
    let screen = story.screen(80, 40);
    assert!(screen.contains("endret av en annen"), "{screen}");
    assert!(screen.contains("velferdsteknologi på nytt"), "{screen}");
}

#[test]
fn s2_the_gates_are_answered_and_a_no_asks_for_its_reason() {
    let (_folder, mut story) = story("leder", &proposal(25));
    story.press("K");
    insta::assert_snapshot!("qualify_80x24", story.body(80, 24));
    // None of them is answered before it has been.
    story.press("<C-s>");
    let screen = story.screen(80, 24);
    assert_eq!(screen.matches("Velg ja eller nei.").count(), 4, "{screen}");
    assert!(
        !screen.contains("Begrunnelse") && !screen.contains("[ja]"),
        "{screen}"
    );
    story.press("<Left>");
    assert!(story.screen(80, 24).contains("Begrunnelse"));
    story.press("<Down><Right><Down><Right><Down><Right><C-s>");
    insta::assert_snapshot!("qualify_no_80x24", story.body(80, 24));
    assert!(
        story
            .press("<F2>")
            .screen(80, 24)
            .contains("─ S2 Inngangskravene ─")
    );
    story.press("<Esc>");
    story.press("Ikke digitalt<C-s>");
    assert!(
        story.screen(80, 24).contains("ikke videre"),
        "{}",
        story.screen(80, 24)
    );
    assert!(
        story
            .press("<Right><Enter>")
            .screen(80, 24)
            .contains("✗ ikke kvalifisert")
    );
}

/// Gives a proposal an applicant that has joined and not paid.
fn make_unpaid(story: &mut Story<SessionAccess>, reference: Ref) {
    let answer = story.fund.answer(&Query::of(views::Participants)).unwrap();
    let participants = answer.downcast::<ParticipantsData>().unwrap();
    let late = |line: &&Line| line.standing == Standing::PaymentLate;
    let late = participants.lines.iter().find(late).unwrap();
    let answer = story
        .fund
        .answer(&Query::of(Drafting {
            reference: Some(reference),
        }))
        .unwrap();
    let before = answer.downcast::<DraftingData>().unwrap().proposal.unwrap();
    let details = Details {
        applicant: Applicant::Participant(late.row.participant.number.clone()),
        ..before.details
    };
    let step = SaveProposal {
        reference: Some(reference),
        details,
        version: None,
    };
    story.fund.take(&step).unwrap();
    story.event(Event::Outdated);
}

#[test]
fn c5_gate_three_is_locked_to_no_while_the_applicant_has_not_paid() {
    let (_folder, mut story) = story("sekretariat", &proposal(25));
    make_unpaid(&mut story, Ref::new(2018, 25));
    assert!(story.screen(80, 24).contains("har ikke betalt innskuddet"));
    story.press("K<Right><Down><Right><Down><Right><Right>");
    insta::assert_snapshot!("qualify_unpaid_80x24", story.body(80, 24));
}

#[test]
fn m7_the_council_recommends_and_ks_decides_with_what_is_free_before_and_after() {
    let (folder, mut story) = story("leder", &proposal(13));
    let reveal = RevealRound {
        name: "2018-2".into(),
    };
    story.fund.take(&reveal).unwrap();
    story.event(Event::Outdated).press("i");
    assert!(story.screen(80, 24).contains("ved avstemning i et møte"), "M14");
    without_votes(&folder);
    story.event(Event::Outdated).press("i");
    insta::assert_snapshot!("recommend_80x24", story.body(80, 24));
    story.press("<Tab><C-u>8 000 000<Tab>Åpne grensesnitt.<C-s>");
    insta::assert_snapshot!("recommend_question_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(
        story.screen(80, 24).contains("● til vedtak i KS"),
        "{}",
        story.screen(80, 24)
    );
    seat(&mut story, "ks");
    story.press("2/2018-13<Enter><Enter>v");
    insta::assert_snapshot!("decide_80x24", story.body(80, 24));
    insta::assert_snapshot!("decide_120x40", story.body(120, 40));
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("Tilsagn om 8") && screen.contains("Åpne grensesnitt."),
        "{screen}"
    );
    assert!(!screen.contains("Avvik"), "{screen}");
    story.press("<Tab><C-u>7 000 000");
    assert!(
        story.screen(80, 24).contains("Begrunnelse"),
        "{}",
        story.screen(80, 24)
    );
    insta::assert_snapshot!("decide_otherwise_80x24", story.body(80, 24));
    story.press("<C-s>");
    let screen = story.screen(80, 24);
    let words: String = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("✗ Rådet innstilte på 8 000 000 kr. KS gir 7 000 000 kr, 1 000 000 kr mindre. Avviket må begrunnes."),
        "{screen}"
    );
    story.press("Mindre omfang.<C-s>");
    insta::assert_snapshot!("decide_question_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(
        story.screen(80, 24).contains("● tilsagn gitt"),
        "{}",
        story.screen(80, 24)
    );
    steps::first_disbursement(&mut story);
}

#[test]
fn any_size_will_do() {
    let reference = "2018-25".parse().unwrap();
    for (handle, route) in [
        ("leder", Route::Proposals),
        ("leder", proposal(1)),
        ("sekretariat", Route::NewProposal),
        ("leder", Route::Qualify(reference)),
        ("sekretariat", Route::Withdraw(reference)),
        ("ks", Route::Decide("2018-25".into())),
    ] {
        let (_folder, story) = story(handle, &route);
        for wide in [0, 1, 2, 3, 8, 15, 33, 60, 79, 111] {
            for tall in [0, 1, 2, 3, 5, 9, 14, 24] {
                story.buffer(wide, tall);
            }
        }
    }
}

#[test]
fn a_project_that_is_paid_to_leads_to_its_solution_and_one_in_development_goes_live() {
    let (_folder, mut story) = story("sekretariat", &Route::Proposals);
    story.press("/postlister<Enter>s");
    let screen = story.screen(80, 24);
    assert!(screen.contains("[Ibruktakelser (53)]"), "{screen}");
    story.press("<Esc>l");
    assert!(story.screen(80, 24).contains("✗ 2017-02 er på trinnet «i drift»"));
    let (_folder, mut story) = self::story("sekretariat", &proposal(1));
    story.press("l");
    assert!(story.screen(80, 24).contains("Sette 2018-01 i drift"));
    let (_folder, mut story) = self::story("sekretariat", &proposal(25));
    story.press("s");
    assert!(
        story
            .screen(80, 24)
            .contains("Fondet har ikke betalt ut noe til 2018-25")
    );
}
