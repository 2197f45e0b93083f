//! What the viewer can do next, in one line that names the key: the meeting is led by people who have not seen the screen
//! before.

use super::keys::{Action, KEYS};
use super::{Meeting, rules};
use crate::domain::meeting::State;
use crate::domain::policy::{Actor, may};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::keymap::key_names;

/// Whether a key acts now.
fn acts(screen: &Meeting, action: Action, actor: &Actor) -> bool {
    let Some(binding) = KEYS.iter().find(|binding| binding.action == action) else {
        return false;
    };
    let denied = binding
        .policy
        .is_some_and(|rule| may(actor, rule, rules::subject(screen, action)).is_err());
    !denied && rules::in_the_way(screen, action).is_none()
}

/// The next step, if the viewer has one.
pub fn next(screen: &Meeting, ctx: &Ctx<'_>) -> Option<Phrase> {
    let own = screen.own();
    let acts = |action| acts(screen, action, ctx.actor);
    let key = |action: Action| {
        let binding = KEYS.iter().find(|binding| binding.action == action);
        binding.map_or_else(String::new, |binding| {
            key_names(&binding.keys[..1], ctx.words, ctx.theme.ascii)
        })
    };
    let one = |text: &'static str, action| Some(phrase(text).with("key", key(action)));
    let Some(own) = own else {
        return acts(Action::Plan).then(|| phrase("agenda-hint-plan").with("key", key(Action::Plan)));
    };
    let meeting = &own.meeting;
    match meeting.state {
        State::Planned => {
            if meeting.items.is_empty() && acts(Action::AddItem) {
                return one("agenda-hint-add", Action::AddItem);
            }
            return if acts(Action::Call) {
                one("agenda-hint-call", Action::Call)
            } else {
                None
            };
        }
        State::Called => {
            return if acts(Action::Open) {
                one("agenda-hint-open", Action::Open)
            } else {
                None
            };
        }
        State::Adjourned => {
            return if acts(Action::Resume) {
                one("agenda-hint-resume", Action::Resume)
            } else {
                None
            };
        }
        _ => {}
    }
    if let Some(vote) = meeting.open_vote() {
        let me = own.viewer.as_str();
        if acts(Action::For) && !vote.cast.contains_key(me) {
            let hint = phrase("agenda-hint-vote").with("for", key(Action::For));
            return Some(hint.with("against", key(Action::Against)));
        }
        if acts(Action::Unanimous) {
            let hint = phrase("agenda-hint-room").with("all", key(Action::Unanimous));
            let hint = hint.with("some", key(Action::NameAgainst));
            return Some(hint.with("close", key(Action::CloseVote)));
        }
        return if acts(Action::CloseVote) {
            one("agenda-hint-close-vote", Action::CloseVote)
        } else if acts(Action::For) {
            let hint = phrase("agenda-hint-change").with("for", key(Action::For));
            Some(hint.with("against", key(Action::Against)))
        } else {
            None
        };
    }
    if meeting.open_election().is_some() {
        return if acts(Action::Elect) {
            one("agenda-hint-elect", Action::Elect)
        } else {
            None
        };
    }
    let few = meeting.seating(None).len() < meeting.roster.quorum();
    let on_table = meeting.on_the_table().filter(|item| item.is_open());
    let steps = [
        (
            few && meeting.current.is_none(),
            Action::Everybody,
            "agenda-hint-everybody",
        ),
        (true, Action::ElectChair, "agenda-hint-elect-chair"),
        (on_table.is_some(), Action::DecideConflict, "agenda-hint-conflict"),
        (on_table.is_some(), Action::OpenVote, "agenda-hint-open-vote"),
        (
            on_table.is_some() && rules::votable(meeting).is_empty(),
            Action::Motion,
            "agenda-hint-motion",
        ),
        (on_table.is_none(), Action::Next, "agenda-hint-next"),
        (on_table.is_none(), Action::CloseMeeting, "agenda-hint-close"),
    ];
    let (_, action, text) = steps
        .into_iter()
        .find(|(holds, action, _)| *holds && acts(*action))?;
    one(text, action)
}
