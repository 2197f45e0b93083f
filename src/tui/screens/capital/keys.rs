//! The keys of the capital in the order of the footer.

use crate::domain::policy::Action as Rule;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::parts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Undo,
    Reset,
    Next,
    Previous,
    More,
    Less,
    Open,
    Approve,
    Withdraw,
    Disburse,
    Release,
    Save,
    Past,
    Vouchers,
    Workings,
}

pub(super) const KEYS: &[Binding<Action>] = &[
    // What is tried comes first while it is on; the footer leaves out what can't act.
    Binding::undo(Action::Undo),
    Binding::new(
        &[Key::Char('0')],
        Action::Reset,
        "capital-as-it-is",
        "capital-reset-help",
    ),
    parts::next(Action::Next, "capital-next-section-help"),
    parts::previous(Action::Previous),
    // The hint of the settings names their keys.
    Binding::new(
        &[Key::Right, Key::Char('+'), Key::Char('l')],
        Action::More,
        "capital-more",
        "capital-more-help",
    )
    .quiet(),
    Binding::new(
        &[Key::Left, Key::Char('-'), Key::Char('h')],
        Action::Less,
        "capital-less",
        "capital-less-help",
    )
    .quiet(),
    Binding::open(Action::Open),
    Binding::new(
        &[Key::Char('a')],
        Action::Approve,
        "word-approve",
        "capital-approve-help",
    )
    .needs(Rule::ApproveDisbursement),
    Binding::new(
        &[Key::Char('t')],
        Action::Withdraw,
        "word-withdraw",
        "capital-withdraw-help",
    )
    .needs(Rule::RegisterDisbursement),
    Binding::new(
        &[Key::Char('n')],
        Action::Disburse,
        "capital-disburse",
        "capital-disburse-help",
    )
    .needs(Rule::RegisterDisbursement),
    Binding::new(
        &[Key::Char('f')],
        Action::Release,
        "word-release",
        "capital-release-help",
    )
    .needs(Rule::Release),
    Binding::new(
        &[Key::Char('s')],
        Action::Save,
        "word-save-the-forecast",
        "capital-save-help",
    )
    .needs(Rule::SaveForecast),
    Binding::new(
        &[Key::Char('d')],
        Action::Workings,
        "capital-workings",
        "capital-workings-help",
    ),
    Binding::new(
        &[Key::Char('p')],
        Action::Past,
        "word-saved-forecasts",
        "capital-past-help",
    ),
    Binding::new(
        &[Key::Char('b')],
        Action::Vouchers,
        "capital-vouchers",
        "capital-vouchers-help",
    ),
];
