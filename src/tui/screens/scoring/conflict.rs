//! A member steps aside from a proposal (M5). The route's parameter is its reference. What it means is said before and
//! asked about after the ground is written.

use crate::domain::council::Round;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, proposal_facts};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::DeclareConflict;
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;

#[must_use]
pub(crate) fn conflict(reference: Ref) -> StepScreen<Conflict> {
    StepScreen::new(Conflict { reference })
}

/// The ground is being written.
pub(crate) struct Conflict {
    reference: Ref,
}

impl StepForm for Conflict {
    type View = ProposalView;

    fn title(&self) -> Phrase {
        phrase("conflict-title").with("ref", self.reference)
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn form(&self, _data: &ProposalData) -> Form {
        let ground = Field::prose("ground", phrase("word-reason"), "").hint(phrase("conflict-ground-hint"));
        Form::new(vec![ground], "conflict-declare")
    }

    fn refused(&self, data: &ProposalData) -> Option<Refusal> {
        let declared = || refuse("conflict-declared").rule("M5").with("ref", self.reference);
        data.conflicted.then(declared)
    }

    fn facts(&self, data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let mut facts = proposal_facts(data, ctx);
        let effect = ctx.words.t("conflict-effect");
        facts.push(Fact::of("conflict-means", effect, ctx.words));
        facts
    }

    fn question(&self, data: &ProposalData, form: &mut Form) -> Option<Question> {
        let ground = form.read("ground", text::required_prose)?;
        let of_card = of_card(data).map(phrase);
        let step = DeclareConflict {
            reference: self.reference,
            ground,
        };
        Some(Question {
            title: self.title(),
            lines: [phrase("conflict-effect")]
                .into_iter()
                .chain(of_card)
                .chain([phrase("conflict-effect-final")])
                .collect(),
            yes: "conflict-declare",
            no: "not-declared",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "conflict")],
        })
    }
}

/// What becomes of the own card. S5: in a round that is revealed, what everyone has seen stands.
fn of_card(data: &ProposalData) -> Option<&'static str> {
    let card = data.own.as_ref()?;
    let counts = data.round.as_ref().is_some_and(Round::is_revealed);
    match (counts, card.handed_in) {
        (true, _) => None,
        (false, true) => Some("conflict-effect-card"),
        (false, false) => Some("conflict-effect-card-registered"),
    }
}

#[cfg(test)]
mod tests {
    use super::of_card;
    use crate::tui::fund_access::{FundAccess, Query};
    use crate::tui::testing::demo;
    use crate::usecases::views::ProposalView;
    use crate::usecases::views::proposals::ProposalData;

    #[test]
    fn s5_a_card_stands_once_the_round_is_revealed_and_the_secretariat_s_is_not_called_the_member_s() {
        let (_folder, mut fund) = demo("leder");
        let mut said = |reference: &str, handed_in: bool| {
            let reference = reference.parse().expect("a reference");
            let data = fund
                .answer(&Query::of(ProposalView { reference }))
                .expect("an answer");
            let mut data = *data.downcast::<ProposalData>().expect("its type");
            let card = data.own.as_mut().expect("a card");
            card.handed_in = handed_in;
            of_card(&data)
        };
        assert_eq!(said("2018-17", true), Some("conflict-effect-card"));
        assert_eq!(said("2018-17", false), Some("conflict-effect-card-registered"));
        assert_eq!(said("2018-31", true), None);
    }
}
