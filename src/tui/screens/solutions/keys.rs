//! What the keys do on a solution's page. What the selected row is for stands first, then what concerns all of it.

use crate::domain::policy::Action as Rule;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::parts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Next,
    Previous,
    Pay,
    Remind,
    Refund,
    GoLive,
    Adopt,
    Settle,
    WriteOff,
    Stop,
    Open,
    Proposal,
}

pub(super) const KEYS: &[Binding<Action>] = &[
    parts::next(Action::Next, "solutions-next-section-help"),
    parts::previous(Action::Previous),
    Binding::new(
        &[Key::Char('b')],
        Action::Pay,
        "word-payment",
        "solutions-pay-help",
    )
    .needs(Rule::RegisterRepayment),
    Binding::new(
        &[Key::Char('p')],
        Action::Remind,
        "solutions-remind",
        "solutions-remind-help",
    )
    .needs(Rule::Remind),
    Binding::new(
        &[Key::Char('r')],
        Action::Refund,
        "word-refund",
        "solutions-refund-help",
    )
    .needs(Rule::PayRefund),
    Binding::new(
        &[Key::Char('l')],
        Action::GoLive,
        "word-go-live",
        "word-go-live-about",
    )
    .needs(Rule::RecordGoLive),
    Binding::new(
        &[Key::Char('n')],
        Action::Adopt,
        "solutions-adopt",
        "solutions-adopt-help",
    )
    .needs(Rule::RegisterAdoption),
    Binding::new(
        &[Key::Char('o')],
        Action::Settle,
        "word-settle",
        "solutions-settle-help",
    )
    .needs(Rule::Settle),
    Binding::new(
        &[Key::Char('x')],
        Action::WriteOff,
        "word-write-off",
        "solutions-write-off-help",
    )
    .needs(Rule::WriteOff),
    Binding::new(
        &[Key::Char('S')],
        Action::Stop,
        "solutions-stop",
        "solutions-stop-help",
    )
    .needs(Rule::Stop),
    Binding::open(Action::Open),
    Binding::new(
        &[Key::Char('s')],
        Action::Proposal,
        "word-proposal",
        "solutions-proposal-help",
    ),
];
