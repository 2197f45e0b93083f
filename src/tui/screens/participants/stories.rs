//! Stories of the participants: finding, sorting, the counties, and what the secretariat registers.

mod kept;

use jiff::civil::date;
use rust_decimal::Decimal;

use crate::domain::capital::{Capital, Facts, Given};
use crate::domain::contribution::DueDates;
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, Count, Kind, Number, Participant};
use crate::domain::policy::Role;
use crate::domain::proposal::Ref;
use crate::domain::repayment::Adoption;
use crate::domain::scheme::Scheme;
use crate::tui::route::Route;
use crate::tui::screens::SCREENS;
use crate::tui::testing::{Ready, Story, person};
use crate::usecases::views::participants::{Adopted, Line, ParticipantData, ParticipantsData};
use crate::usecases::views::solutions::{AdopterLine, Overdue};
use crate::usecases::views::{ParticipantRow, ParticipantView, Participants, Payment};

const DUE: DueDates = DueDates {
    answer: date(2017, 12, 20),
    payment: date(2018, 3, 31),
};

/// Number, name, number and name of the county, inhabitants, the answer, and what is paid in kroner.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    u32,
    Option<bool>,
    i64,
);

const ROWS: [Row; 9] = [
    ("0101", "Halden", "01", "Østfold", 30_790, Some(true), 615_800),
    ("0104", "Moss", "01", "Østfold", 32_407, Some(true), 300_000),
    ("0301", "Oslo", "03", "Oslo", 666_759, Some(true), 13_335_180),
    (
        "1504",
        "Ålesund",
        "15",
        "Møre og Romsdal",
        47_199,
        Some(true),
        943_980,
    ),
    ("1511", "Vanylven", "15", "Møre og Romsdal", 3_245, Some(false), 0),
    ("1520", "Ørsta", "15", "Møre og Romsdal", 10_744, None, 0),
    ("1525", "Stranda", "15", "Møre og Romsdal", 4_615, None, 0),
    ("01", "Østfold", "01", "Østfold", 292_893, Some(true), 1_464_465),
    (
        "15",
        "Møre og Romsdal",
        "15",
        "Møre og Romsdal",
        266_274,
        Some(true),
        0,
    ),
];

fn line((number, name, county, county_name, population, joins, paid): Row) -> Line {
    let kind = if number.len() == 2 {
        Kind::County
    } else {
        Kind::Municipality
    };
    let rate = if kind == Kind::County { 5 } else { 20 };
    let potential = Ore::kroner(i64::from(population) * rate);
    let answer = joins.map(|joins| Answer {
        joins,
        decided_on: date(2017, 11, 7),
        reference: "PS 134/17".into(),
        reason: String::new(),
        amount: if joins { potential } else { Ore::ZERO },
        counts_from: date(2017, 11, 7),
        resolution: String::new(),
        resolved: None,
    });
    let participant = Participant {
        kind,
        number: Number::parse(number).unwrap(),
        name: name.into(),
        county_number: county.into(),
        county_name: county_name.into(),
        population,
    };
    let row = ParticipantRow {
        asked: answer.as_ref().map_or(Ore::ZERO, |answer| answer.amount),
        answer,
        paid: Ore::kroner(paid),
        ..ParticipantRow::new(participant)
    };
    Line {
        standing: row.contribution().standing(DUE, date(2018, 5, 7)),
        row,
        potential,
        due: DUE,
    }
}

fn all() -> ParticipantsData {
    let lines: Vec<Line> = ROWS.into_iter().map(line).collect();
    let municipalities = Given {
        promised: lines.iter().map(Line::promised).sum(),
        ..Given::default()
    };
    let facts = Facts {
        municipalities,
        ..Facts::default()
    };
    let scheme = Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap();
    ParticipantsData {
        lines,
        capital: Capital::of(&scheme, &facts, date(2018, 5, 7)),
    }
}

fn one(view: &ParticipantView) -> ParticipantData {
    let row = ROWS
        .into_iter()
        .find(|row| row.0 == view.number.as_str())
        .unwrap();
    let line = line(row);
    let paid = line.row.paid;
    let payment = Payment {
        voucher: 334,
        on: date(2018, 3, 17),
        amount: paid,
    };
    let adopted = Adopted {
        reference: Ref::new(2017, 2),
        title: "Felles innsyn i postlister".into(),
        line: AdopterLine {
            adoption: Adoption {
                participant: line.row.participant.clone(),
                adopted_on: date(2018, 3, 20),
            },
            charged: Ore::new(2_061_126),
            paid: Ore::new(1_030_500),
            overdue: Overdue {
                charges: 1,
                amount: Ore::new(1_030_626),
            },
            owed: Ore::ZERO,
        },
    };
    ParticipantData {
        adopted: paid.is_positive().then_some(adopted).into_iter().collect(),
        answers: line.row.answer.iter().cloned().collect(),
        payments: paid.is_positive().then_some(payment).into_iter().collect(),
        counts: vec![Count {
            from: None,
            population: line.row.participant.population,
        }],
        waivers: Vec::new(),
        rate: Decimal::from(if view.number.as_str().len() == 2 { 5 } else { 20 }),
        as_of: date(2018, 5, 7),
        refunds: Vec::new(),
        line,
    }
}

fn story(role: Role) -> Story {
    let fund = Ready::new(person(&[role]))
        .with(|_: &Participants| Ok(all()))
        .with(|view: &ParticipantView| Ok(one(view)));
    Story::new(SCREENS, &Route::Participants, fund)
}

/// The names in the order in which they are shown.
fn names(story: &Story) -> Vec<String> {
    let screen = story.screen(120, 40);
    let known = |line: &str| {
        let number = line.get(..).unwrap_or_default().trim_start_matches('▌').trim();
        let number = number.split(' ').next()?.to_owned();
        ROWS.iter()
            .find(|row| row.0 == number)
            .map(|row| row.1.to_owned())
    };
    screen.lines().skip(5).filter_map(known).collect()
}

#[test]
fn the_list_shows_who_has_joined_and_paid() {
    insta::assert_snapshot!("list_80x24", story(Role::Chair).body(80, 24));
    insta::assert_snapshot!("list_120x40", story(Role::Secretariat).body(120, 40));
}

#[test]
fn the_list_is_found_sorted_and_kept_to_a_status() {
    let mut story = story(Role::Chair);
    assert_eq!(names(&story)[..2], ["Halden", "Moss"]);
    story.press("o");
    let sorted = names(&story);
    assert_eq!(
        sorted[sorted.len() - 3..],
        ["Ørsta", "Østfold", "Ålesund"],
        "ø before å"
    );
    story.press("o");
    assert_eq!(names(&story)[..2], ["Oslo", "Østfold"]);
    assert!(
        story.screen(80, 24).contains("666\u{a0}759"),
        "what it is sorted by is seen"
    );
    story.press("oo");
    // What nobody is, is passed over.
    let mut seen = Vec::new();
    while !seen.contains(&names(&story)) {
        seen.push(names(&story));
        story.press("s");
    }
    assert!(seen.iter().all(|names| !names.is_empty()), "{seen:?}");
    assert_eq!(names(&story).len(), ROWS.len(), "after the last come all");
    let paid = ["Halden", "Oslo", "Ålesund", "Østfold"];
    assert_eq!(seen.last().expect("some"), &paid);
    story.press("s");
    assert!(names(&story).len() < ROWS.len());
    story.press("<Esc>");
    assert_eq!(names(&story).len(), ROWS.len());
    story.press("/åles");
    assert_eq!(names(&story), ["Ålesund"]);
    insta::assert_snapshot!("search_80x24", story.body(80, 24));
    story.press("<Enter><Enter>");
    assert!(story.screen(80, 24).contains("1504 Ålesund"));
    story.press("<Esc><Esc>");
    assert_eq!(names(&story).len(), ROWS.len());
    story.press("/finnes ikke");
    assert!(story.screen(80, 24).contains("Ingenting passer med søket"));
}

#[test]
fn a_county_shows_its_own() {
    let mut story = story(Role::Chair);
    insta::assert_snapshot!("counties_80x24", story.press("<Tab>").body(80, 24));
    story.press("s");
    assert!(story.screen(80, 24).contains("Her vises fylkene"));
    assert!(
        story.foot(80, 24).contains("Tab deltakere"),
        "{}",
        story.foot(80, 24)
    );
    story.press("jj<Enter>");
    assert!(story.screen(80, 24).contains("Deltakere i Møre og Romsdal"));
    assert_eq!(names(&story).len(), 5);
    story.press("<Esc>");
    assert_eq!(names(&story).len(), ROWS.len());
}

#[test]
fn one_participant_with_its_answers_and_payments() {
    let mut story = story(Role::Chair);
    insta::assert_snapshot!("detail_80x24", story.press("j<Enter>").body(80, 24));
    // What it has taken into use stands below, also what is late of it.
    let below = story.press("G").screen(80, 24);
    assert!(below.contains("10\u{a0}306,26"), "{below}");
}

#[test]
fn the_secretariat_registers_a_payment_of_what_is_left() {
    let mut story = story(Role::Secretariat);
    insta::assert_snapshot!("payment_80x24", story.press("jp").body(80, 24));
    story.press("<C-s>");
    insta::assert_snapshot!("payment_confirm_80x24", story.body(80, 24));
    // L2: what is booked can't be unmade, so that Enter alone books nothing.
    story.press("<Enter>");
    assert!(story.fund.taken.is_empty(), "{:?}", story.fund.taken);
    story.press("B");
    assert!(
        story.fund.taken[0].contains("Some(Ore(34814000))"),
        "{:?}",
        story.fund.taken
    );
    assert!(
        story.screen(80, 24).contains("▌ 0104"),
        "one is back where one was"
    );
    // C8: more than was asked for may come in.
    story.press("kp");
    let paid = story.screen(80, 24);
    assert!(
        paid.contains("Registrer innbetaling") && paid.contains("er betalt i sin helhet."),
        "{paid}"
    );
}

#[test]
fn c4_a_corrected_answer_needs_a_reason() {
    let mut story = story(Role::Secretariat);
    insta::assert_snapshot!("answer_80x24", story.press("a").body(80, 24));
    // It begins with what stands: a yes of 7 November by PS 134/17.
    let stands = story.screen(80, 24);
    assert!(
        stands.contains("[ja]") && stands.contains(" 7.11.2017") && stands.contains("PS 134/17"),
        "{stands}"
    );
    story.press("<Right><Enter>6.5<Enter><C-u>PS 7/18<C-s>");
    assert!(story.screen(80, 24).contains("Må fylles ut"));
    story.press("Nytt vedtak<C-s>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Halden takker nei"), "{screen}");
    story.press("<Enter>");
    let taken = &story.fund.taken[0];
    assert!(
        taken.contains("joins: false, on: Some(2018-05-06)") && taken.contains("Nytt vedtak"),
        "{taken}"
    );
}

#[test]
fn a_member_is_told_who_registers() {
    let mut story = story(Role::Member);
    story.press("a");
    assert!(story.screen(80, 24).contains("sekretariatet kan registrere svar"));
    story.press("p");
    assert!(
        story
            .screen(80, 24)
            .contains("sekretariatet kan registrere innbetalinger")
    );
}

#[test]
fn any_size_will_do() {
    for keys in ["", "/o", "<Tab>", "<Enter>", "a", "jp"] {
        let mut story = story(Role::Secretariat);
        story.press(keys);
        for wide in [0, 1, 2, 9, 20, 49, 80, 120] {
            for tall in [0, 1, 2, 3, 4, 5, 8, 9, 12, 24] {
                story.buffer(wide, tall);
            }
        }
    }
}

/// As [`one`], with a rest of what was promised, or more paid than was asked for.
fn another_sum(view: &ParticipantView) -> ParticipantData {
    let mut data = one(view);
    if data.line.row.paid == data.line.row.asked {
        data.line.row.over = Ore::new(216_000);
    }
    data
}

fn sums(role: Role) -> Story {
    let fund = Ready::new(person(&[role]))
        .with(|_: &Participants| Ok(all()))
        .with(|view: &ParticipantView| Ok(another_sum(view)));
    Story::new(SCREENS, &Route::Participants, fund)
}

#[test]
fn c8_ks_waives_what_is_left_with_a_reason() {
    let mut story = sums(Role::Ks);
    story.press("j<Enter>e");
    insta::assert_snapshot!("waive_80x24", story.body(80, 24));
    story.press("<Tab>Vedtak om en rund sum<C-s>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Det kan ikke angres"), "{screen}");
    story.press("<Esc>");
    assert!(story.fund.taken.is_empty());
    let mut story = sums(Role::Ks);
    story.press("<Enter>e");
    let screen = story.screen(120, 40);
    assert!(screen.contains("kan ikke ettergis"), "{screen}");
}

#[test]
fn c8_what_is_over_is_registered_to_be_paid_back_or_kept_and_a_member_is_told_by_whom() {
    let mut story = sums(Role::Secretariat);
    story.press("<Enter>r");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("Betalt for mye") && screen.contains("2\u{a0}160"),
        "{screen}"
    );
    story.press("<C-s>");
    assert!(
        story
            .screen(80, 24)
            .contains("Refusjonen bokføres når KS har godkjent den")
    );
    let mut story = sums(Role::Ks);
    story.press("<Enter>n");
    assert!(story.screen(80, 24).contains("til inntekt"));
    let mut story = sums(Role::Member);
    story.press("<Enter>n");
    assert!(story.screen(80, 24).contains("Bare KS kan"));
}
