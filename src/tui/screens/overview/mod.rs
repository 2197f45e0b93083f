//! Screen 1: what waits for the viewer, the capital in a few figures and what is expected of it, and how the round, the invitation and
//! the proposals are going. For everyone; nothing is changed here, and Enter goes to where a task is done.

mod draw;
#[cfg(test)]
mod tests;

use std::mem::{Discriminant, discriminant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::contribution::Standing;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::views;
use crate::usecases::views::overview::{OverviewData, Task};

/// The tasks with a cursor, and what stands below them.
#[derive(Default)]
pub(super) struct Overview {
    list: Listing<Task>,
    data: Option<OverviewData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Open,
}

impl Row for Task {
    type Key = Discriminant<Task>;

    /// There is one task of each kind.
    fn key(&self) -> Discriminant<Task> {
        discriminant(self)
    }
}

impl Screen for Overview {
    type View = views::Overview;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[Binding::open(Action::Open)];

    fn title(&self) -> Phrase {
        match &self.data {
            Some(data) if !data.actor.name.is_empty() => {
                greeting("overview-greeting", data).with("name", data.actor.name.as_str())
            }
            Some(data) => greeting("overview-title", data),
            None => phrase("overview-tab"),
        }
    }

    fn view(&self) -> views::Overview {
        views::Overview
    }

    fn receive(&mut self, mut data: OverviewData) {
        self.list.receive(std::mem::take(&mut data.tasks));
        self.data = Some(data);
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn blocked(&self, _action: Action) -> Option<Refusal> {
        self.list.rows().is_empty().then(|| refuse("nothing-waits"))
    }

    fn act(&mut self, _action: Action) -> Vec<Effect> {
        let meant = self.data.as_ref().and_then(|data| data.meeting.as_ref());
        let effect = self.list.selected().map(|task| match task {
            Task::Vote { meetings } | Task::InSession { meetings }
                if meetings.first() == meant.map(|meeting| &meeting.key) =>
            {
                Effect::ToTheMeeting
            }
            Task::Meets { meetings, .. } if meetings.first() == meant.map(|meeting| &meeting.key) => {
                Effect::Open(Route::Meeting)
            }
            _ => Effect::Open(destination(task)),
        });
        effect.into_iter().collect()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            draw::draw(data, &self.list, area, buf, ctx);
        }
    }
}

fn greeting(key: &'static str, data: &OverviewData) -> Phrase {
    phrase(key).with("date", data.capital.as_of)
}

/// Where a task is done: a single proposal is opened at once, several are listed.
fn destination(task: &Task) -> Route {
    match task {
        Task::Score { next, .. } => Route::Scorecard(*next),
        Task::Reveal { .. } => Route::Scoring,
        Task::Recommend { proposals, count } if *count > 1 || proposals.is_empty() => Route::Ranking,
        Task::Recommend { proposals, .. } => first_or(proposals, Stage::Ranked),
        Task::ToAgenda { .. } => Route::Ranking,
        Task::MinutesAwaited { meetings } => meetings
            .first()
            .map_or(Route::Meeting, |key| Route::Minutes(*key)),
        Task::Vote { meetings }
        | Task::InSession { meetings }
        | Task::Meets { meetings, .. }
        | Task::Minutes { meetings }
        | Task::Answer { meetings }
        | Task::CloseWritten { meetings } => meetings
            .first()
            .map_or(Route::Meeting, |key| Route::MeetingOf(*key)),
        Task::Decide { proposals, count } => some_or_one(proposals, *count, Stage::Recommended),
        Task::Qualify { proposals, count } => some_or_one(proposals, *count, Stage::Submitted),
        Task::Approve { .. } | Task::Awaits { .. } => Route::Approvals,
        Task::OpenRound { .. } => Route::OpenRound,
        Task::Remind { .. } => Route::ParticipantsAt(Standing::PaymentLate),
        Task::Overdue { only, .. } | Task::Refund { only, .. } => {
            only.map_or(Route::Solutions, Route::Solution)
        }
    }
}

fn some_or_one(proposals: &[(Ref, String)], count: usize, stage: Stage) -> Route {
    if count == 1 {
        first_or(proposals, stage)
    } else {
        Route::ProposalsAt(stage)
    }
}

fn first_or(proposals: &[(Ref, String)], stage: Stage) -> Route {
    let first = proposals.first();
    first.map_or(Route::ProposalsAt(stage), |(reference, _)| {
        Route::Proposal(reference.to_string())
    })
}
