//! The keys of the ranking in the order of the footer, and the words of its title.

use rust_decimal::{Decimal, RoundingStrategy};

use super::picture::Picture;
use crate::domain::council::Round;
use crate::domain::money::Ore;
use crate::domain::policy::Action as Rule;
use crate::domain::ranking::CutRule;
use crate::i18n::{Phrase, phrase};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, SAVE};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Save,
    Undo,
    WhatIf,
    Amount,
    Down,
    Up,
    Recommend,
    Decide,
    /// On the agenda of the next meeting.
    Agenda,
    Open,
    Scores,
    Rule,
    Compare,
    Frame,
    Round,
}

pub(super) const KEYS: &[Binding<Action>] = &[
    // What is begun comes first while it is unsaved; the footer leaves out what can't act.
    Binding::new(&[SAVE], Action::Save, "word-save", "ranking-save-help").needs(Rule::Move),
    Binding::undo(Action::Undo),
    Binding::new(
        &[Key::Char(' ')],
        Action::WhatIf,
        "ranking-what-if",
        "ranking-what-if-help",
    ),
    Binding::new(
        &[Key::Char('a')],
        Action::Amount,
        "word-amount",
        "ranking-amount-help",
    ),
    // The secretariat, or while people meet whoever registers for the room: the view says.
    Binding::new(
        &[Key::Char('+')],
        Action::Agenda,
        "word-put-on-agenda",
        "ranking-to-agenda-help",
    ),
    Binding::new(
        &[Key::Char('i')],
        Action::Recommend,
        "word-recommend",
        "ranking-recommend-help",
    )
    .needs(Rule::Recommend),
    Binding::new(
        &[Key::Char('v')],
        Action::Decide,
        "word-decision",
        "ranking-decide-help",
    )
    .needs(Rule::Decide),
    Binding::new(
        &[Key::Char('m')],
        Action::Compare,
        "ranking-compare",
        "ranking-compare-help",
    ),
    Binding::new(
        &[Key::Char('J')],
        Action::Down,
        "ranking-down",
        "ranking-down-help",
    )
    .needs(Rule::Move),
    Binding::new(&[Key::Char('K')], Action::Up, "ranking-up", "ranking-up-help").needs(Rule::Move),
    Binding::new(
        &[Key::Char('s')],
        Action::Scores,
        "ranking-scores",
        "ranking-scores-help",
    ),
    Binding::new(&[Key::Char('b')], Action::Rule, "word-rule", "ranking-rule-help"),
    Binding::open(Action::Open),
    Binding::new(
        &[Key::Char('f')],
        Action::Frame,
        "word-frame",
        "ranking-frame-help",
    ),
    Binding::new(
        &[Key::Char('r')],
        Action::Round,
        "word-round",
        "ranking-round-help",
    ),
];

/// The place below.
#[must_use]
pub(super) fn down(place: usize) -> usize {
    place + 1
}

/// The place above; 0 above the first, which is no place.
#[must_use]
pub(super) fn up(place: usize) -> usize {
    place.saturating_sub(1)
}

/// Millions of kroner with one decimal, as the title and the line write them.
#[must_use]
pub(super) fn millions(amount: Ore) -> Decimal {
    let exact = Decimal::new(amount.ore(), 8);
    let mut shown = exact.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(1);
    shown
}

/// The round, how far it has come or what is tried on it, the rule and the frame.
#[must_use]
pub(super) fn title(round: &Round, picture: &Picture) -> Phrase {
    let now = &picture.now;
    let key = match (picture.overlay, now.rule) {
        (None, CutRule::Threshold(_)) => "ranking-title-threshold",
        (Some(_), CutRule::Threshold(_)) => "ranking-title-overlay-threshold",
        (None, _) => "ranking-title",
        (Some(_), _) => "ranking-title-overlay",
    };
    let title = phrase(key)
        .with("round", round.name.as_str())
        .with("frame", millions(now.frame));
    let title = match now.rule {
        CutRule::Threshold(least) => title.with("least", least),
        CutRule::Skip => title.word("rule", "ranking-skip"),
        CutRule::Stop => title.word("rule", "rule-stop"),
    };
    match picture.overlay {
        Some(overlay) => title.word("state", overlay.key()),
        None => title.with("scored", now.scored()).with("count", now.items.len()),
    }
}
