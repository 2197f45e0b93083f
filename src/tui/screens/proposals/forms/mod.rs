//! The forms of what is done to a proposal, one file each, and what they share.

mod decide;
mod qualify;
mod recommend;
mod withdraw;
mod write;

pub(crate) use decide::decide;
pub(crate) use qualify::qualify;
pub(crate) use recommend::recommend;
pub(crate) use withdraw::withdraw;
pub(crate) use write::{edit, new};

use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::tui::screens::step_form::proposal_facts;
use crate::tui::widgets::form::Form;
use crate::usecases::views::proposals::ProposalData;

/// A reference as a route carries it. A text that is none leads to "there is no such proposal".
fn read(reference: &str) -> Ref {
    reference.parse().unwrap_or(Ref::new(0, 0))
}

/// The amount as far as it has been typed; `None` while it isn't one.
fn typed_amount(form: &Form) -> Option<Ore> {
    let amount = Ore::parse_kroner(&form.text("amount")).ok()?;
    amount.is_positive().then_some(amount)
}

/// A text in one paragraph, as much of it as leaves room for the rest; the page of the proposal has all of it.
fn beginning(text: &str) -> String {
    const MOST: usize = 180;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// `2018-07 Felles innsyn i byggesaker`, for a question.
fn named(key: &'static str, data: &ProposalData) -> Phrase {
    let proposal = &data.row.proposal;
    phrase(key)
        .with("ref", proposal.reference)
        .with("title", clean(&proposal.details.title).into_owned())
}
