//! What can be done to a proposal from the list and from the case: who may, when, and where it is done.

use crate::domain::policy::Action as Rule;
use crate::domain::proposal::{Proposal, Stage, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::clean;
use crate::tui::effects::{Effect, Question};
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::phrase::phrase;
use crate::tui::route::Route;
use crate::usecases::SubmitProposal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Edit,
    Submit,
    Withdraw,
    Qualify,
    Recommend,
    Decide,
    GoLive,
    /// What has become of it is looked at.
    Solution,
}

impl Deed {
    /// Its row in a table of keys. Small letters are taken by moves and by what every screen has.
    pub const fn binding<A: Copy>(self, action: A) -> Binding<A> {
        match self {
            Deed::Recommend => Binding::new(
                &[Key::Char('i')],
                action,
                "cases-recommend",
                "cases-recommend-help",
            )
            .needs(Rule::Recommend),
            Deed::Decide => Binding::new(&[Key::Char('v')], action, "cases-decide", "cases-decide-help")
                .needs(Rule::Decide),
            Deed::Qualify => Binding::new(&[Key::Char('K')], action, "cases-qualify", "cases-qualify-help")
                .needs(Rule::Qualify),
            Deed::Submit => Binding::new(&[Key::Char('S')], action, "cases-submit", "cases-submit-help")
                .needs(Rule::RegisterProposal),
            Deed::Edit => Binding::new(&[Key::Char('e')], action, "cases-edit", "cases-edit-help")
                .needs(Rule::RegisterProposal),
            Deed::Withdraw => {
                Binding::new(&[Key::Char('x')], action, "cases-withdraw", "cases-withdraw-help")
                    .needs(Rule::RegisterProposal)
            }
            Deed::GoLive => Binding::new(&[Key::Char('l')], action, "cases-live", "cases-live-help")
                .needs(Rule::RecordGoLive),
            Deed::Solution => {
                Binding::new(&[Key::Char('s')], action, "cases-solution", "cases-solution-help")
            }
        }
    }

    /// Why the proposal isn't at the stage for it.
    pub fn blocked(self, proposal: &Proposal) -> Option<Refusal> {
        let step = match self {
            Deed::Edit => return proposal.check_editable().err(),
            Deed::Solution => {
                let paid = matches!(
                    proposal.stage,
                    Stage::Developing | Stage::Live | Stage::Repaid | Stage::Stopped
                );
                let refusal = refuse("solution-unpaid").with("ref", proposal.reference);
                return (!paid).then_some(refusal);
            }
            Deed::GoLive => Step::GoLive,
            Deed::Submit => Step::Submit,
            Deed::Withdraw => Step::Withdraw,
            Deed::Qualify => Step::Qualify,
            Deed::Recommend => Step::Recommend,
            Deed::Decide => Step::Commit,
        };
        step.from(proposal.reference, proposal.stage).err()
    }

    pub fn effects(self, proposal: &Proposal) -> Vec<Effect> {
        let reference = proposal.reference;
        vec![match self {
            Deed::Edit => Effect::Open(Route::EditProposal(reference)),
            Deed::Withdraw => Effect::Open(Route::Withdraw(reference)),
            Deed::Qualify => Effect::Open(Route::Qualify(reference)),
            Deed::GoLive => Effect::Open(Route::GoLive(reference)),
            Deed::Solution => Effect::Open(Route::Solution(reference)),
            Deed::Recommend => Effect::Open(Route::Recommend(reference.to_string())),
            Deed::Decide => Effect::Open(Route::Decide(reference.to_string())),
            Deed::Submit => Effect::Confirm(Question {
                title: phrase("cases-submit-title").with("ref", reference),
                lines: vec![
                    phrase("cases-submit-effect")
                        .with("title", clean(&proposal.details.title).into_owned())
                        .with("amount", proposal.details.applied),
                    phrase("cases-submit-after"),
                ],
                yes: "cases-submit-yes",
                then: vec![Effect::Perform(
                    Box::new(SubmitProposal { reference, on: None }),
                    "submit",
                )],
            }),
        }]
    }
}
