//! The minutes of one meeting, to be read: as they stand, or as they were kept when they became final (M17). Everyone may read
//! them. What is done to them is done in their meeting.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::meeting::{Form, MeetingKey};
use crate::i18n::Phrase;
use crate::present::meetings::minutes;
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move};
use crate::tui::screen::Screen;
use crate::tui::widgets::document;
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views::MinutesView;
use crate::usecases::views::minutes::MinutesData;

/// Running text: longer lines are hard to read, and two columns would be read in the wrong order.
const WIDEST: u16 = 100;

/// The minutes, and how far down one has read.
pub(super) struct MinutesScreen {
    key: MeetingKey,
    scroll: Scroll,
    data: Option<MinutesData>,
}

impl MinutesScreen {
    #[must_use]
    pub(super) fn new(key: MeetingKey) -> MinutesScreen {
        MinutesScreen {
            key,
            scroll: Scroll::default(),
            data: None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    PageDown,
}

impl Screen for MinutesScreen {
    type View = MinutesView;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[Binding::new(
        &[Key::Char(' ')],
        Action::PageDown,
        "tui-scroll",
        "tui-page-down-help",
    )];

    fn title(&self) -> Phrase {
        let form = self.data.as_ref().map_or(Form::Room, |data| data.meeting.form);
        minutes::title_of(form, self.key)
    }

    fn view(&self) -> MinutesView {
        MinutesView { key: self.key }
    }

    fn receive(&mut self, data: MinutesData) {
        self.data = Some(data);
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::PageDown => self.moved(Move::PageDown),
        }
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        self.scroll.step(step);
        Vec::new()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(data) = &self.data {
            let page = Rect {
                width: area.width.min(WIDEST),
                ..area
            };
            document::draw(&minutes::to_read(data, ctx.words), &self.scroll, page, buf, ctx);
        }
    }
}
