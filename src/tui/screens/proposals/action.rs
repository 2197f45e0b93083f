//! What can be done to a proposal from the list and from the proposal: who may, when, and where it is done.

use crate::domain::policy::Action as Rule;
use crate::domain::proposal::{Proposal, Stage, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::clean;
use crate::i18n::phrase;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::usecases::SubmitProposal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProposalAction {
    Edit,
    Submit,
    Withdraw,
    Qualify,
    Recommend,
    Decide,
    /// A disbursement of its commitment is registered.
    Disburse,
    GoLive,
    /// What has become of it is looked at.
    Solution,
}

/// A table of keys with the rows of all steps, in the order of the footer, between those of the screen itself.
macro_rules! keys_with_steps {
    ($wrap:path, [$($before:expr),* $(,)?], [$($after:expr),* $(,)?]) => {
        &[
            $($before,)*
            ProposalAction::Qualify.binding($wrap(ProposalAction::Qualify)),
            ProposalAction::Recommend.binding($wrap(ProposalAction::Recommend)),
            ProposalAction::Decide.binding($wrap(ProposalAction::Decide)),
            ProposalAction::Disburse.binding($wrap(ProposalAction::Disburse)),
            ProposalAction::Solution.binding($wrap(ProposalAction::Solution)),
            ProposalAction::GoLive.binding($wrap(ProposalAction::GoLive)),
            ProposalAction::Submit.binding($wrap(ProposalAction::Submit)),
            ProposalAction::Edit.binding($wrap(ProposalAction::Edit)),
            ProposalAction::Withdraw.binding($wrap(ProposalAction::Withdraw)),
            $($after,)*
        ]
    };
}
pub(super) use keys_with_steps;

impl ProposalAction {
    /// Its row in a table of keys. Small letters are taken by moves and by what every screen has.
    pub(crate) const fn binding<A: Copy>(self, action: A) -> Binding<A> {
        match self {
            ProposalAction::Recommend => Binding::new(
                &[Key::Char('i')],
                action,
                "word-recommend",
                "proposals-recommend-help",
            )
            .needs(Rule::Recommend),
            ProposalAction::Decide => Binding::new(
                &[Key::Char('v')],
                action,
                "word-decision",
                "proposals-decide-help",
            )
            .needs(Rule::Decide),
            ProposalAction::Qualify => Binding::new(
                &[Key::Char('K')],
                action,
                "word-qualify",
                "proposals-qualify-help",
            )
            .needs(Rule::Qualify),
            ProposalAction::Submit => {
                Binding::new(&[Key::Char('S')], action, "word-submit", "proposals-submit-help")
                    .needs(Rule::RegisterProposal)
            }
            ProposalAction::Edit => {
                Binding::new(&[Key::Char('e')], action, "proposals-edit", "proposals-edit-help")
                    .needs(Rule::RegisterProposal)
            }
            ProposalAction::Withdraw => Binding::new(
                &[Key::Char('x')],
                action,
                "proposals-withdraw",
                "proposals-withdraw-help",
            )
            .needs(Rule::RegisterProposal),
            ProposalAction::Disburse => Binding::new(
                &[Key::Char('b')],
                action,
                "capital-disburse",
                "proposals-disburse-help",
            )
            .needs(Rule::RegisterDisbursement)
            .quiet(),
            ProposalAction::GoLive => {
                Binding::new(&[Key::Char('l')], action, "word-go-live", "word-go-live-about")
                    .needs(Rule::RecordGoLive)
            }
            ProposalAction::Solution => Binding::new(
                &[Key::Char('s')],
                action,
                "word-solution",
                "proposals-solution-help",
            ),
        }
    }

    /// Why the proposal isn't at the stage for it.
    pub(crate) fn blocked(self, proposal: &Proposal) -> Option<Refusal> {
        let step = match self {
            ProposalAction::Edit => return proposal.check_editable().err(),
            ProposalAction::Solution => {
                let paid = matches!(
                    proposal.stage,
                    Stage::Developing | Stage::Live | Stage::Repaid | Stage::WrittenOff | Stage::Stopped
                );
                let refusal = refuse("solution-unpaid").with("ref", proposal.reference);
                return (!paid).then_some(refusal);
            }
            ProposalAction::Disburse => Step::Disburse,
            ProposalAction::GoLive => Step::GoLive,
            ProposalAction::Submit => Step::Submit,
            ProposalAction::Withdraw => Step::Withdraw,
            ProposalAction::Qualify => Step::Qualify,
            ProposalAction::Recommend => Step::Recommend,
            ProposalAction::Decide => Step::Commit,
        };
        step.from(proposal.reference, proposal.stage).err()
    }

    pub(crate) fn effects(self, proposal: &Proposal) -> Vec<Effect> {
        let reference = proposal.reference;
        vec![match self {
            ProposalAction::Edit => Effect::Open(Route::EditProposal(reference)),
            ProposalAction::Withdraw => Effect::Open(Route::Withdraw(reference)),
            ProposalAction::Qualify => Effect::Open(Route::Qualify(reference)),
            ProposalAction::Disburse => Effect::Open(Route::Disburse(reference)),
            ProposalAction::GoLive => Effect::Open(Route::GoLive(reference)),
            ProposalAction::Solution => Effect::Open(Route::Solution(reference)),
            ProposalAction::Recommend => Effect::Open(Route::Recommend(reference.to_string())),
            ProposalAction::Decide => Effect::Open(Route::Decide(reference.to_string())),
            ProposalAction::Submit => Effect::Confirm(Question {
                title: phrase("proposals-submit-title").with("ref", reference),
                lines: vec![
                    phrase("proposals-submit-effect")
                        .with("title", clean(&proposal.details.title).into_owned())
                        .with("amount", proposal.details.applied),
                    phrase("proposals-submit-after"),
                ],
                yes: "proposals-submit-yes",
                no: "not-sent-in",
                undo: Undo::Possible,
                then: vec![Effect::Perform(
                    Box::new(SubmitProposal { reference, on: None }),
                    "submit",
                )],
            }),
        }]
    }
}
