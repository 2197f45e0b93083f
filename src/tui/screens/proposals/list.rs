//! The list of proposals, for everyone: found by typing a part of what they say, by where they stand, in several
//! orders. What the selected one needs next is one key away.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cmp::Reverse;

use super::action::ProposalAction;
use super::wording::applicant;
use crate::domain::policy::Action as Rule;
use crate::domain::proposal::{Proposal, Ref, Stage};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{clean, name_key};
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, MOVES, Move, find};
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::route::Route;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::empty;
use crate::tui::widgets::filter::{Filter, Typed};
use crate::tui::widgets::list::{CellText, Column, Cursor, List, Width};
use crate::usecases::views::{self, ProposalRow};

/// Which stages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Group {
    #[default]
    All,
    /// Before the council has them.
    Office,
    Council,
    Ks,
    Funded,
    Over,
    One(Stage),
}

impl Group {
    const ROUND: [Group; 6] = [
        Group::All,
        Group::Office,
        Group::Council,
        Group::Ks,
        Group::Funded,
        Group::Over,
    ];

    fn next(self) -> Group {
        let at = Group::ROUND.iter().position(|group| *group == self);
        at.map_or(Group::All, |at| Group::ROUND[(at + 1) % Group::ROUND.len()])
    }

    fn key(self) -> &'static str {
        match self {
            Group::All => "proposals-group-all",
            Group::Office => "proposals-group-office",
            Group::Council => "proposals-group-council",
            Group::Ks => "proposals-group-ks",
            Group::Funded => "proposals-group-funded",
            Group::Over => "proposals-group-over",
            Group::One(stage) => stage.key(),
        }
    }

    fn holds(self, stage: Stage) -> bool {
        match self {
            Group::All => true,
            Group::One(one) => stage == one,
            _ => self == Group::of(stage),
        }
    }

    fn of(stage: Stage) -> Group {
        match stage {
            Stage::Draft | Stage::Submitted | Stage::Qualified => Group::Office,
            Stage::Scoring | Stage::Ranked | Stage::Postponed => Group::Council,
            Stage::Recommended => Group::Ks,
            Stage::Committed | Stage::Developing | Stage::Live => Group::Funded,
            Stage::Repaid | Stage::NotQualified | Stage::Declined | Stage::Withdrawn | Stage::Stopped => {
                Group::Over
            }
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Reference,
    Stage,
    Applied,
    Title,
}

impl Order {
    fn next(self) -> Order {
        match self {
            Order::Reference => Order::Stage,
            Order::Stage => Order::Applied,
            Order::Applied => Order::Title,
            Order::Title => Order::Reference,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Order::Reference => "proposals-order-ref",
            Order::Stage => "proposals-order-stage",
            Order::Applied => "proposals-order-applied",
            Order::Title => "proposals-order-title",
        }
    }

    fn sort(self, rows: &[ProposalRow], shown: &mut [usize]) {
        let proposal = |i: &usize| &rows[*i].proposal;
        match self {
            Order::Reference => shown.sort_by_key(|i| proposal(i).reference),
            Order::Stage => shown.sort_by_key(|i| (proposal(i).stage, proposal(i).reference)),
            Order::Applied => {
                shown.sort_by_key(|i| (Reverse(proposal(i).details.applied), proposal(i).reference));
            }
            Order::Title => shown.sort_by_cached_key(|i| name_key(&proposal(i).details.title)),
        }
    }
}

/// The list as it is filtered and ordered.
#[derive(Default)]
pub struct Proposals {
    group: Group,
    order: Order,
    filter: Filter,
    cursor: Cursor,
    rows: Vec<ProposalRow>,
    /// What the filter matches, by row.
    texts: Vec<String>,
    shown: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Filter,
    Group,
    Order,
    New,
    Do(ProposalAction),
}

impl Proposals {
    /// The list of the proposals at one stage.
    #[must_use]
    pub fn at(stage: Stage) -> Self {
        Proposals {
            group: Group::One(stage),
            ..Proposals::default()
        }
    }

    fn selected(&self) -> Option<&Proposal> {
        let at = self.cursor.at(self.shown.len())?;
        Some(&self.rows[self.shown[at]].proposal)
    }

    /// Finds the rows anew, and the cursor's proposal among them.
    fn arrange(&mut self, keep: Option<Ref>) {
        let fits = |(_, row): &(usize, &ProposalRow)| self.group.holds(row.proposal.stage);
        let mut shown: Vec<usize> = self
            .rows
            .iter()
            .enumerate()
            .filter(fits)
            .map(|(i, _)| i)
            .collect();
        self.order.sort(&self.rows, &mut shown);
        self.shown = self
            .filter
            .find(shown.iter().map(|i| (*i, self.texts[*i].as_str())));
        let reference = |i: &usize| Some(self.rows[*i].proposal.reference);
        let at = self
            .shown
            .iter()
            .position(|i| reference(i) == keep && keep.is_some());
        self.cursor.select(at.unwrap_or(0));
    }
}

impl Screen for Proposals {
    type View = views::Proposals;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[
        Binding::open(Action::Open),
        Binding::filter(Action::Filter),
        Binding::new(
            &[Key::Char('t')],
            Action::Group,
            "proposals-group",
            "proposals-group-help",
        ),
        Binding::new(
            &[Key::Char('o')],
            Action::Order,
            "proposals-order",
            "proposals-order-help",
        ),
        Binding::new(
            &[Key::Char('a')],
            Action::New,
            "proposals-new",
            "proposals-new-help",
        )
        .needs(Rule::RegisterProposal),
        ProposalAction::Qualify.binding(Action::Do(ProposalAction::Qualify)),
        ProposalAction::Recommend.binding(Action::Do(ProposalAction::Recommend)),
        ProposalAction::Decide.binding(Action::Do(ProposalAction::Decide)),
        ProposalAction::Solution.binding(Action::Do(ProposalAction::Solution)),
        ProposalAction::GoLive.binding(Action::Do(ProposalAction::GoLive)),
        ProposalAction::Submit.binding(Action::Do(ProposalAction::Submit)),
        ProposalAction::Edit.binding(Action::Do(ProposalAction::Edit)),
        ProposalAction::Withdraw.binding(Action::Do(ProposalAction::Withdraw)),
    ];

    fn title(&self) -> Phrase {
        let title = if self.shown.len() == self.rows.len() {
            phrase("proposals-title-all")
        } else {
            phrase("proposals-title").with("shown", self.shown.len())
        };
        title
            .with("count", self.rows.len())
            .word("group", self.group.key())
            .word("order", self.order.key())
    }

    fn view(&self) -> views::Proposals {
        views::Proposals
    }

    fn receive(&mut self, rows: Vec<ProposalRow>) {
        let keep = self.selected().map(|proposal| proposal.reference);
        let text = |row: &ProposalRow| {
            let Proposal {
                reference, details, ..
            } = &row.proposal;
            format!("{reference} {} {}", details.title, applicant(row))
        };
        self.texts = rows.iter().map(text).collect();
        self.rows = rows;
        self.arrange(keep);
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        match (action, self.selected()) {
            (Action::Open | Action::Do(_), None) => Some(refuse("no-case-selected")),
            (Action::Filter | Action::Group | Action::Order | Action::New, _) | (Action::Open, Some(_)) => {
                None
            }
            (Action::Do(step), Some(proposal)) => step.blocked(proposal),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let keep = self.selected().map(|proposal| proposal.reference);
        match action {
            Action::Filter => self.filter.open(),
            Action::Group => {
                self.group = self.group.next();
                self.arrange(keep);
            }
            Action::Order => {
                self.order = self.order.next();
                self.arrange(keep);
            }
            Action::New => return vec![Effect::Open(Route::NewProposal)],
            Action::Open => {
                let route = keep.map(|reference| Route::Proposal(reference.to_string()));
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

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        self.cursor.step(step, self.shown.len());
        Vec::new()
    }

    fn typing(&self) -> bool {
        self.filter.is_open()
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.filter.key(key) {
            Typed::Changed => self.arrange(None),
            Typed::Kept => {}
            Typed::Pass => {
                if let Some(step) = find(MOVES, key) {
                    self.moved(step.action);
                }
            }
        }
        Vec::new()
    }

    fn typing_hint(&self) -> Phrase {
        phrase("proposals-filter-keys")
    }

    fn pasted(&mut self, text: &str) {
        self.filter.paste(text);
        self.arrange(None);
    }

    fn back(&mut self) -> bool {
        let keep = self.selected().map(|proposal| proposal.reference);
        let cleared = self.filter.clear();
        if cleared {
            self.arrange(keep);
        }
        cleared
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let filtered = self.filter.is_open() || !self.filter.text().is_empty();
        let top = u16::from(filtered && area.height > 1);
        if top > 0 {
            let place = Rect {
                x: area.x + area.width.min(2),
                width: area.width.saturating_sub(2),
                height: 1,
                ..area
            };
            self.filter.render(place, buf, ctx);
        }
        let area = Rect {
            y: area.y + top,
            height: area.height - top,
            ..area
        };
        if self.shown.is_empty() {
            let key = if self.rows.is_empty() {
                "proposals-none"
            } else {
                "proposals-none-fit"
            };
            empty::draw(&phrase(key), area, buf, ctx);
            return;
        }
        List {
            columns: &columns(area.width, ctx),
            cursor: &self.cursor,
            len: self.shown.len(),
            row: &|i| cells(&self.rows[self.shown[i]], ctx),
            focused: true,
            line: None,
        }
        .render(area, buf, ctx);
    }
}

/// The name of a case is worth more than that of its applicant where columns are few.
fn columns(wide: u16, ctx: &Ctx<'_>) -> Vec<Column> {
    let applicant = if wide < 100 {
        Width::Fixed(12)
    } else {
        Width::Flex(20)
    };
    let head = |key: &str| ctx.words.t(key);
    vec![
        Column::new(head("proposals-head-ref"), Width::Fixed(8)),
        Column::new(head("proposals-head-title"), Width::Flex(16)),
        Column::new(head("proposals-head-applicant"), applicant).spare(2),
        Column::new(head("proposals-head-applied"), Width::Fixed(8))
            .right()
            .spare(1),
        Column::new(head("proposals-head-stage"), Width::Fixed(16)).spare(3),
    ]
}

fn cells(row: &ProposalRow, ctx: &Ctx<'_>) -> Vec<CellText> {
    let proposal = &row.proposal;
    let (plain, dim) = (ctx.theme.plain(), ctx.theme.dim());
    let style = if proposal.stage.is_over() { dim } else { plain };
    vec![
        (proposal.reference.to_string(), style),
        (clean(&proposal.details.title).into_owned(), style),
        (clean(applicant(row)).into_owned(), style),
        (ctx.words.mill(proposal.details.applied), style),
        (ctx.words.t(proposal.stage.key()), style),
    ]
}
