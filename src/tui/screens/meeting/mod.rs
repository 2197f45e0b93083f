//! 5 Møte: the council's meeting. Before it, when it is and what is on its agenda; while it is open, the item on the table with
//! who is there, conflicts, motions and the vote that is going on. Everyone may follow it; the chair leads it, members move
//! and vote, the secretariat prepares it and registers for the room. A form stands at the foot, so that the meeting stays in
//! sight, and names the item or the vote that it was opened for: what comes meanwhile is another.

mod draw;
mod election;
mod hint;
mod keys;
mod lines;
mod pane;
mod people;
mod questions;
mod rules;
mod sheet;
mod steps;
#[cfg(test)]
mod stories;
mod take_up;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::meeting::{Item, ItemId, ItemKind, Meeting as Held, MeetingKey};
use crate::domain::policy::{Actor, Subject};
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, phrase};
use crate::present::meetings;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Tag};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode, Move};
use crate::tui::screen::{Draft, Screen};
use crate::tui::widgets::listing::{Listing, Steps};
use crate::usecases::views::MeetingBoard;
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::views::meetings::MeetingData;
use crate::usecases::{OpError, Outcome};
use keys::Action;
use lines::AgendaLine;
use pane::Reading;
use people::People;
use sheet::Sheet;
use take_up::TakeUp;

/// The agenda with a cursor, and what is being filled in.
#[derive(Default)]
pub(super) struct Meeting {
    /// The meeting that one has gone to; `None` is the one that is meant.
    key: Option<MeetingKey>,
    list: Listing<AgendaLine>,
    /// The item that one has gone to with the cursor; `None` goes with the meeting.
    looked_at: Option<ItemId>,
    data: Option<MeetingBoardData>,
    prompt: Option<Prompt>,
    take_up: TakeUp,
    /// The members' scores stand in place of the agenda and the item.
    scores: bool,
    reading: Reading,
}

/// What has the keys.
enum Prompt {
    Sheet(Sheet),
    People(People),
}

/// The tag of a step after which the meeting is at another item.
const TURNED: Tag = "turned";
/// The tag of a step that has planned a meeting, to which one goes.
const PLANNED: Tag = "planned";
/// The tag of a step that leaves a list of people open.
const STAYS: Tag = "stays";

impl Meeting {
    /// One of the meetings.
    #[must_use]
    pub(super) fn of(key: MeetingKey) -> Meeting {
        Meeting {
            key: Some(key),
            ..Meeting::default()
        }
    }

    fn own(&self) -> Option<&MeetingData> {
        self.data.as_ref()?.meeting.as_ref()
    }

    /// The meeting that is shown.
    fn held(&self) -> Option<&Held> {
        Some(&self.own()?.meeting)
    }

    /// The steps are taken in the meeting that is shown.
    fn here(&self, effects: Vec<Effect>) -> Vec<Effect> {
        let key = self.held().map(|held| held.key);
        effects
            .into_iter()
            .map(|effect| steps::in_meeting(key, effect))
            .collect()
    }

    /// The meeting before or after the one that is shown, by their days.
    fn beside(&self, action: Action) -> Option<MeetingKey> {
        let all = &self.data.as_ref()?.all;
        let at = all
            .iter()
            .position(|key| Some(*key) == self.held().map(|held| held.key))?;
        let to = match action {
            Action::Earlier => at.checked_sub(1)?,
            _ => at + 1,
        };
        all.get(to).copied()
    }

    fn turn_to(&mut self, key: MeetingKey) {
        self.key = Some(key);
        self.looked_at = None;
    }

    /// The item that the cursor is on.
    fn selected(&self) -> Option<&Item> {
        let line = self.list.selected()?;
        self.held()?.item(line.id).ok()
    }

    /// The item that the cursor belongs on when one goes with the meeting, as it is read.
    fn at_hand(&self) -> Option<ItemId> {
        self.held()?.at_hand()
    }

    /// What is looked at may be another now than what has been read in.
    fn look(&mut self) {
        if let Some(own) = self.data.as_ref().and_then(|data| data.meeting.as_ref()) {
            let at = self.list.selected().map(|line| line.id);
            let item = at.and_then(|id| own.meeting.item(id).ok());
            self.reading.looks_at(item, &own.meeting, self.scores);
        }
    }

    /// Whether the moves go to the item that is looked at.
    fn reads(&self) -> bool {
        self.prompt.is_none() && self.reading.is_on()
    }
}

impl Screen for Meeting {
    type View = MeetingBoard;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = keys::KEYS;

    fn title(&self) -> Phrase {
        match self.held() {
            Some(meeting) => meetings::title_of(meeting),
            None => phrase("agenda-title-none"),
        }
    }

    fn view(&self) -> MeetingBoard {
        // What is being filled in is about the meeting that it was opened in, whichever is next by then.
        let asked = self.prompt.as_ref().and(self.held()).map(|held| held.key);
        MeetingBoard {
            key: self.key.or(asked),
            item: self.looked_at,
        }
    }

    fn receive(&mut self, data: MeetingBoardData) {
        let before = self.held().map(|meeting| meeting.key);
        self.data = Some(data);
        if self.held().map(|meeting| meeting.key) != before {
            self.looked_at = None;
        }
        let lines = match (self.held(), self.data.as_ref()) {
            (Some(meeting), Some(data)) => lines::of(meeting, &data.actor.handle),
            _ => Vec::new(),
        };
        self.list.receive(lines);
        if let (Some(Prompt::Sheet(sheet)), Some(data)) = (&mut self.prompt, &self.data) {
            sheet.form.dated(data.today);
        }
        if let Some(item) = self.looked_at.or(self.at_hand()) {
            self.list.select(&item);
        }
        self.look();
        self.ask_to_take_up();
        let own = self.data.as_ref().and_then(|data| data.meeting.as_ref());
        if let (Some(Prompt::People(people)), Some(own)) = (&mut self.prompt, own)
            && !people.receive(&own.meeting)
        {
            self.close_form();
        }
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if self.reads() {
            self.reading.step(step);
            return Vec::new();
        }
        self.list.moved(step);
        let at = self.list.selected().map(|line| line.id);
        if at == self.looked_at.or(self.at_hand()) {
            return Vec::new();
        }
        self.looked_at = at;
        vec![Effect::Reload, Effect::Follow(false)]
    }

    fn follow(&mut self) -> Vec<Effect> {
        self.key = None;
        self.looked_at = None;
        if let Some(item) = self.at_hand() {
            self.list.select(&item);
        }
        vec![Effect::Reload]
    }

    fn subject_of(&self, action: Action) -> Subject {
        rules::subject(self, action)
    }

    fn blocked(&self, action: Action) -> Option<Refusal> {
        rules::in_the_way(self, action)
    }

    fn label_of(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Scores if self.scores => Some(pane::SCORES_BACK),
            Action::Read if self.reads() => Some(pane::read_back(self.scores)),
            Action::About => {
                let of_minutes = |item: &Item| matches!(item.kind, ItemKind::Minutes { .. });
                let minutes = self.selected().is_some_and(of_minutes);
                minutes.then_some("agenda-key-minutes")
            }
            _ => rules::label(self.held()?, action),
        }
    }

    fn is_quiet(&self, action: Action) -> bool {
        match action {
            // There is something else to do while people meet.
            Action::Minutes => self.held().is_some_and(Held::is_in_session),
            // M1: without a vote nothing comes of closing it, and calling it off has the room.
            Action::CloseVote => {
                let open = self.held().and_then(Held::open_vote);
                open.is_some_and(|vote| vote.cast.is_empty())
            }
            _ => rules::is_about_the_table(action) && hint::elsewhere(self).is_some(),
        }
    }

    fn next_step(&self, actor: &Actor) -> Option<Action> {
        hint::action(self, actor)
    }

    fn refused(&mut self, action: Action, why: &Refusal) -> Vec<Effect> {
        steps::refused(self, action, why)
    }

    fn close_form(&mut self) {
        self.prompt = None;
    }

    fn back(&mut self) -> Option<Vec<Effect>> {
        let reads = self.reads();
        self.reading.turn(false);
        (reads || self.list.back()).then(Vec::new)
    }

    fn back_label(&self) -> Option<&'static str> {
        let searched = self.list.is_searched().then_some("tui-filter-forget");
        if self.reads() {
            Some(pane::read_back(self.scores))
        } else {
            searched
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let effects = steps::act(self, action);
        self.here(effects)
    }

    fn mode(&self) -> Option<Mode> {
        match self.prompt.as_ref()? {
            Prompt::Sheet(sheet) => Some(sheet.form.mode()),
            Prompt::People(people) => Some(people.mode()),
        }
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        let own = self.data.as_ref().and_then(|data| data.meeting.as_ref());
        let effects = match (&mut self.prompt, own) {
            (Some(Prompt::Sheet(_)), _) => steps::typed(self, key),
            (Some(Prompt::People(people)), Some(own)) => match people.typed(key, &own.meeting, &own.viewer) {
                people::Reply::Stay => Vec::new(),
                people::Reply::Close => {
                    self.close_form();
                    self.back_once_asked().into_iter().collect()
                }
                people::Reply::Do(effects) => effects,
            },
            _ => Vec::new(),
        };
        self.here(effects)
    }

    fn pasted(&mut self, text: &str) {
        if let Some(Prompt::Sheet(sheet)) = &mut self.prompt {
            sheet.form.paste(text);
        }
    }

    fn unsaved(&self) -> bool {
        matches!(&self.prompt, Some(Prompt::Sheet(sheet)) if sheet.form.changed())
    }

    fn drafting(&self) -> Option<String> {
        let Some(Prompt::Sheet(sheet)) = &self.prompt else {
            return None;
        };
        // What somebody votes is kept nowhere.
        if sheet.is_ballot() {
            return None;
        }
        let meeting = self.data.as_ref()?.meeting.as_ref();
        let key = meeting.map(|own| own.meeting.key.to_string()).unwrap_or_default();
        Some(format!("meeting {key} {:?}", sheet.title()))
    }

    fn draft(&self) -> Draft {
        match &self.prompt {
            Some(Prompt::Sheet(sheet)) => sheet.form.draft(),
            _ => Draft::new(),
        }
    }

    fn take_up(&mut self, draft: &Draft) {
        if let Some(Prompt::Sheet(sheet)) = &mut self.prompt {
            sheet.form.take_up(draft);
            sheet.touched();
        }
    }

    fn performed(&mut self, tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => {
                if tag != STAYS {
                    self.close_form();
                }
                if tag == PLANNED {
                    let made = outcome.made.get("meeting").and_then(|key| key.as_str());
                    self.key = made.and_then(|key| key.parse().ok());
                    self.looked_at = None;
                }
                let mut effects: Vec<Effect> = self.back_once_asked().into_iter().collect();
                let receipt = election::receipt(&outcome);
                let done = receipt.unwrap_or_else(|| Effect::done(Phrase::Text(outcome.done, outcome.args)));
                effects.extend([done, Effect::Turned]);
                effects.extend((tag == PLANNED).then_some(Effect::Reload));
                if tag == TURNED {
                    self.key = None;
                    self.looked_at = None;
                    effects.push(Effect::Follow(true));
                    effects.push(Effect::Reload);
                }
                effects
            }
            Err(error) => {
                let refusal = error.refusal();
                match &mut self.prompt {
                    Some(Prompt::Sheet(sheet)) => {
                        sheet.refuse(refusal);
                        Vec::new()
                    }
                    _ => vec![Effect::refused(refusal)],
                }
            }
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        draw::draw(self, area, buf, ctx);
    }
}
