//! Stories of the way to a rule: from what was refused, from a figure, by name, and back again.

use super::*;
use crate::tui::effects::ScreenId;

fn seen(story: &mut Story, keys: &str) -> String {
    story.press(keys).screen(80, 24)
}

fn refusing(rule: &'static str) -> Story {
    let mut story = story(Role::Secretariat);
    story.fund = fund(Role::Secretariat)
        .outcome(move |_| Err(OpError::Refused(refuse("denied-four-eyes").rule(rule))));
    story
}

#[test]
fn a_refusal_on_the_last_line_names_the_key_to_its_rule_and_is_there_when_one_comes_back() {
    let mut story = refusing("L6");
    let shown = seen(&mut story, "jx<Right><Enter>");
    assert!(shown.contains("F2\u{a0}viser\u{a0}regel\u{a0}L6"), "{shown}");
    let rule = seen(&mut story, "<F2>");
    assert!(rule.contains("─ L6 Fire øyne ─") && !rule.contains('✗'), "{rule}");
    assert!(seen(&mut story, "<Right>").contains("─ L7 "));
    let back = seen(&mut story, "<Esc>");
    assert!(
        back.contains("regel\u{a0}L6") && !back.contains("─ L7 "),
        "{back}"
    );
    assert!(!seen(&mut story, "j").contains('✗'));
}

#[test]
fn what_stands_in_place_of_a_screen_leads_to_its_rule() {
    let mut story = story(Role::Member);
    let denied = |_: &Members| Err(OpError::Denied(refuse("denied-blind").rule("S4")));
    story.fund = Ready::new(person(&[Role::Member])).with(denied);
    story.event(Event::Outdated);
    let screen = story.screen(80, 24);
    assert!(screen.contains("F2\u{a0}viser\u{a0}regel\u{a0}S4"), "{screen}");
    assert!(seen(&mut story, "<F2>").contains("─ S4 "));
    // What was just refused comes before it, and there is one key to one rule at a time.
    story.press("<Esc>");
    story.event(Event::Performed {
        screen: ScreenId(999),
        tag: "approve",
        outcome: Err(OpError::Denied(refuse("denied-four-eyes").rule("L6"))),
    });
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("regel\u{a0}L6") && !screen.contains("regel\u{a0}S4"),
        "{screen}"
    );
}

#[test]
fn with_nothing_refused_the_key_lists_the_rules() {
    let mut story = story(Role::Member);
    assert!(seen(&mut story, "<F2>").contains("─ Regelboken ─"));
    assert!(seen(&mut story, "j<Enter>").contains("─ C2 "));
    assert!(seen(&mut story, "<Esc>").contains("─ Regelboken ─"));
    assert!(seen(&mut story, "<Esc>").contains("▌ p0"));
}

#[test]
fn every_rule_is_found_by_name_in_the_palette() {
    let mut story = story(Role::Member);
    let found = seen(&mut story, ":regel delt kost");
    assert!(found.contains("▌ Regel R1 Delt kostnad"), "{found}");
    let found = seen(&mut story, "<C-u>avsl");
    assert!(
        found.contains("▌ Avslutt"),
        "what can be done comes first: {found}"
    );
    assert!(seen(&mut story, "<C-u>regel delt kost").contains("▌ Regel R1"));
    assert!(seen(&mut story, "<Enter>").contains("─ R1 Delt kostnad ─"));
    assert!(seen(&mut story, "<Esc>").contains("▌ p0"));
}

#[test]
fn the_rule_of_a_figure_is_one_key_from_the_formulas() {
    let mut story = story(Role::Member);
    assert!(seen(&mut story, "=j<Enter>").contains("─ L1 "));
    let formulas = seen(&mut story, "<Esc>");
    assert!(formulas.contains("▌På konto"), "{formulas}");
    assert!(seen(&mut story, "k<F2>").contains("─ C1 "));
}
