//! The list of proposals, for everyone: found by typing a part of what they say, by where they stand, in several
//! orders. What the selected one needs next is one key away.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cmp::Reverse;
use strum::{IntoStaticStr, VariantArray};

use super::action::{ProposalAction, keys_with_steps};
use crate::domain::council;
use crate::domain::policy::{Action as Rule, Actor};
use crate::domain::proposal::{Proposal, Ref, Stage};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::by_name;
use crate::i18n::{Phrase, phrase};
use crate::present::proposals;
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Orders, Row, Steps};
use crate::usecases::views::{self, ProposalBoardData, ProposalRow};

/// Which stages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case", prefix = "proposals-group-")]
enum Group {
    #[default]
    All,
    /// Before the council has them.
    Office,
    Council,
    Ks,
    Funded,
    Over,
}

impl Group {
    /// The next group in which there is something; an empty list tells nothing.
    fn next(self, rows: &[ProposalRow]) -> Group {
        let mut following = Group::VARIANTS.iter().skip(self as usize + 1);
        let found = following.find(|group| rows.iter().any(|row| group.holds(row.proposal.stage)));
        found.copied().unwrap_or_default()
    }

    fn holds(self, stage: Stage) -> bool {
        self == Group::All || self == Group::of(stage)
    }

    fn of(stage: Stage) -> Group {
        match stage {
            Stage::Draft | Stage::Submitted | Stage::Qualified => Group::Office,
            Stage::Scoring | Stage::Ranked | Stage::Postponed => Group::Council,
            Stage::Recommended => Group::Ks,
            Stage::Committed | Stage::Developing | Stage::Live => Group::Funded,
            Stage::Repaid
            | Stage::WrittenOff
            | Stage::NotQualified
            | Stage::Declined
            | Stage::Withdrawn
            | Stage::Stopped => Group::Over,
        }
    }
}

const ORDERS: Orders<ProposalRow> = &[
    ("word-by-reference", |a, b| {
        a.proposal.reference.cmp(&b.proposal.reference)
    }),
    ("proposals-order-stage", |a, b| {
        let stage = |row: &ProposalRow| (row.proposal.stage, row.proposal.reference);
        stage(a).cmp(&stage(b))
    }),
    ("proposals-order-applied", |a, b| {
        let applied = |row: &ProposalRow| (Reverse(row.proposal.details.applied), row.proposal.reference);
        applied(a).cmp(&applied(b))
    }),
    ("word-by-name", |a, b| {
        by_name(&a.proposal.details.title, &b.proposal.details.title)
    }),
];

impl Row for ProposalRow {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.proposal.reference
    }

    fn text(&self) -> String {
        format!(
            "{} {} {}",
            self.key(),
            self.proposal.details.title,
            self.applicant_name()
        )
    }
}

/// The list as it is filtered and ordered.
pub(crate) struct Proposals {
    group: Group,
    /// The only stage that is shown, in place of a group.
    stage: Option<Stage>,
    list: Listing<ProposalRow>,
    /// M14: the council recommends by vote only.
    by_vote: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Open,
    Filter,
    Group,
    Order,
    New,
    Do(ProposalAction),
}

impl Default for Proposals {
    fn default() -> Self {
        Proposals {
            group: Group::default(),
            stage: None,
            list: Listing::ordered(ORDERS),
            by_vote: false,
        }
    }
}

impl Proposals {
    /// The list of the proposals at one stage.
    #[must_use]
    pub(crate) fn at(stage: Stage) -> Self {
        let mut all = Proposals {
            stage: Some(stage),
            ..Proposals::default()
        };
        all.list.keep_to(move |row| row.proposal.stage == stage);
        all
    }

    fn show(&mut self, group: Group) {
        (self.group, self.stage) = (group, None);
        self.list.keep_to(move |row| group.holds(row.proposal.stage));
    }

    fn selected(&self) -> Option<&Proposal> {
        self.list.selected().map(|row| &row.proposal)
    }
}

impl Screen for Proposals {
    type View = views::ProposalBoard;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = keys_with_steps!(
        Action::Do,
        [
            Binding::open(Action::Open),
            Binding::filter(Action::Filter),
            Binding::new(
                &[Key::Char('t')],
                Action::Group,
                "word-stage",
                "proposals-group-help",
            ),
            Binding::sort(Action::Order, "proposals-order-help"),
            Binding::new(
                &[Key::Char('a')],
                Action::New,
                "proposals-new",
                "proposals-new-help",
            )
            .titled("write-title-new")
            .needs(Rule::RegisterProposal),
        ],
        []
    );

    fn title(&self) -> Phrase {
        let title = if self.list.is_whole() {
            phrase("proposals-title-all")
        } else {
            phrase("proposals-title")
        };
        let group = self.stage.map_or(self.group.into(), Stage::key);
        self.list.titled(title).word("group", group)
    }

    fn view(&self) -> views::ProposalBoard {
        views::ProposalBoard
    }

    fn receive(&mut self, data: ProposalBoardData) {
        self.by_vote = data.by_vote;
        self.list.receive(data.proposals);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        match (action, self.selected()) {
            (Action::Open | Action::Do(_), None) => Some(refuse("no-proposal-selected")),
            (Action::Filter | Action::Group | Action::Order | Action::New, _) | (Action::Open, Some(_)) => {
                None
            }
            (Action::Do(step), Some(proposal)) => {
                let by_vote = step == ProposalAction::Recommend && self.by_vote;
                let needs_a_vote = || by_vote.then(|| council::by_vote(proposal.reference));
                step.blocked(proposal).or_else(needs_a_vote)
            }
        }
    }

    /// The proposals that were handed in are listed so that they are qualified.
    fn next_step(&self, _actor: &Actor) -> Option<Action> {
        (self.stage == Some(Stage::Submitted)).then_some(Action::Do(ProposalAction::Qualify))
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Filter => self.list.open_filter(),
            Action::Group if self.stage.is_some() => self.show(Group::All),
            Action::Group => self.show(self.group.next(self.list.rows())),
            Action::Order => self.list.next_order(),
            Action::New => return vec![Effect::Open(Route::NewProposal)],
            Action::Open => {
                let selected = self.selected();
                let route = selected.map(|proposal| Route::Proposal(proposal.reference.to_string()));
                return route.map(Effect::Open).into_iter().collect();
            }
            Action::Do(step) => {
                return self
                    .selected()
                    .map(|proposal| step.effects(proposal))
                    .unwrap_or_default();
            }
        }
        Vec::new()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        self.list.render(
            proposals::COLUMNS,
            "word-no-proposals-have-been-registered",
            area,
            buf,
            ctx,
        );
    }
}
