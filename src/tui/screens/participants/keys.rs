//! The rows of keys that the list and the page of one participant share.

use crate::domain::policy::Action as Rule;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;

/// Registers an answer (C4).
pub(super) const fn answers<A: Copy>(action: A) -> Binding<A> {
    Binding::new(
        &[Key::Char('a')],
        action,
        "word-answer",
        "participants-answer-help",
    )
    .needs(Rule::RegisterAnswer)
}

/// Registers a payment (C4).
pub(super) const fn pays<A: Copy>(action: A) -> Binding<A> {
    Binding::new(
        &[Key::Char('p')],
        action,
        "word-payment",
        "participants-payment-help",
    )
    .titled("participants-payment-title")
    .needs(Rule::RegisterPayment)
}
