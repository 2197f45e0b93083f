//! A proposal that one has come from another screen to have taken up, although it wasn't on the list of the meeting: the question
//! is asked at once (M6), and then one goes back.

use super::people::{About, NewItem, People};
use super::{Meeting, Prompt};
use crate::domain::meeting::{ItemKind, Meeting as Held};
use crate::domain::proposal::Ref;
use crate::tui::effects::Effect;

#[derive(Default, PartialEq)]
pub(super) enum TakeUp {
    #[default]
    Nothing,
    /// M6: a proposal of that title is taken up if nobody objects.
    Wanted(Ref, String),
    /// The question stands on the screen.
    Asked,
}

impl Meeting {
    /// The one that is open, to take up a proposal that was not on its list.
    #[must_use]
    pub(crate) fn taking_up(reference: Ref, title: String) -> Meeting {
        Meeting {
            take_up: TakeUp::Wanted(reference, title),
            ..Meeting::default()
        }
    }

    /// Asks who objects to the proposal that is wanted.
    pub(super) fn ask_to_take_up(&mut self) {
        let TakeUp::Wanted(reference, title) = &self.take_up else {
            return;
        };
        let item = |meeting: &Held| NewItem {
            meeting: meeting.key,
            kind: ItemKind::Proposal {
                reference: *reference,
            },
            title: title.clone(),
            internal: false,
        };
        let people = self
            .held()
            .and_then(|meeting| People::new(About::Objections(item(meeting)), meeting));
        self.take_up = match people {
            Some(_) => TakeUp::Asked,
            None => TakeUp::Nothing,
        };
        self.prompt = people.map(Prompt::People);
    }

    /// Back to where one came from, if it was to take something up.
    pub(super) fn back_once_asked(&mut self) -> Option<Effect> {
        let came = std::mem::take(&mut self.take_up);
        (came == TakeUp::Asked).then_some(Effect::Back)
    }
}
