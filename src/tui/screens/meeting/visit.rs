//! What one has come to the meeting for from another screen: a proposal that wasn't on its list is taken up if nobody objects
//! (M6), and then one goes back.

use super::people::{About, NewItem, People};
use super::{Meeting, Prompt};
use crate::domain::meeting::{ItemKind, Meeting as Held};
use crate::domain::proposal::Ref;
use crate::tui::effects::Effect;

#[derive(Default, PartialEq)]
pub(super) enum Visit {
    #[default]
    Stay,
    /// M6: a proposal of that title is taken up if nobody objects; then one goes back.
    TakeUp(Ref, String),
    /// That is being asked.
    Asked,
}

impl Meeting {
    /// The one that is open, to take up a proposal that was not on its list.
    #[must_use]
    pub(crate) fn taking_up(reference: Ref, title: String) -> Meeting {
        Meeting {
            visit: Visit::TakeUp(reference, title),
            ..Meeting::default()
        }
    }

    /// Asks who objects to what one has come to take up.
    pub(super) fn ask_about_the_visit(&mut self) {
        let Visit::TakeUp(reference, title) = &self.visit else {
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
        self.visit = match people {
            Some(_) => Visit::Asked,
            None => Visit::Stay,
        };
        self.prompt = people.map(Prompt::People);
    }

    /// Whoever came for one thing goes back when it is done.
    pub(super) fn end_of_the_visit(&mut self) -> Option<Effect> {
        let came = std::mem::take(&mut self.visit);
        (came == Visit::Asked).then_some(Effect::Back)
    }
}
