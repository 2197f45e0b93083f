//! Drafts: what is typed is kept when the person pauses, found again where a session was cut off, and gone when it is delivered or
//! given up.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::App;
use crate::i18n::phrase;
use crate::tui::effects::{DraftFound, Request, ScreenId, Tone, Undo};
use crate::tui::overlay::Overlay;
use crate::tui::overlay::confirm::Confirm;
use crate::usecases::views::on_the_table::Part;
use crate::usecases::{CallOffElection, InMeeting};

/// By open screen: what is filled in there, and what is kept of it.
#[derive(Default)]
pub(super) struct Drafts(BTreeMap<u64, Kept>);

struct Kept {
    place: String,
    /// As it was kept last; none while nothing is.
    content: Option<String>,
}

impl App {
    /// Looks where something is being filled in now: what was typed there before is looked for, and what is no longer being filled in
    /// is kept no longer.
    pub(super) fn followed_drafts(&mut self) -> Vec<Request> {
        let mut now: BTreeMap<u64, String> = BTreeMap::new();
        for open in self.stack.all() {
            now.extend(open.screen.drafting().map(|place| (open.id.0, place)));
        }
        let mut requests = Vec::new();
        self.drafts.0.retain(|screen, kept| {
            let goes_on = now.get(screen) == Some(&kept.place);
            if !goes_on && kept.content.is_some() {
                requests.push(Request::KeepDraft {
                    place: kept.place.clone(),
                    content: None,
                });
            }
            goes_on
        });
        for (screen, place) in now {
            if let Entry::Vacant(new) = self.drafts.0.entry(screen) {
                new.insert(Kept {
                    place: place.clone(),
                    content: None,
                });
                let screen = ScreenId(screen);
                requests.push(Request::FindDraft { screen, place });
            }
        }
        requests
    }

    /// What has been typed since is kept.
    pub(super) fn keep_drafts(&mut self) -> Vec<Request> {
        let mut requests = Vec::new();
        for open in self.stack.all() {
            let Some(kept) = self.drafts.0.get_mut(&open.id.0) else {
                continue;
            };
            let typed = open.screen.unsaved().then(|| open.screen.draft());
            let content = typed.and_then(|typed| serde_json::to_string(&typed).ok());
            if content != kept.content {
                kept.content.clone_from(&content);
                requests.push(Request::KeepDraft {
                    place: kept.place.clone(),
                    content,
                });
            }
        }
        requests
    }

    /// Where the person has begun anew meanwhile, that stands.
    pub(super) fn draft_found(&mut self, found: DraftFound) -> Vec<Request> {
        let kept = self.drafts.0.get_mut(&found.screen.0);
        let Some(kept) = kept.filter(|kept| kept.place == found.place) else {
            return Vec::new();
        };
        let open = self
            .stack
            .find(found.screen)
            .filter(|open| !open.screen.unsaved());
        let draft = serde_json::from_str(&found.content);
        // Whether it is taken up or not: it is there, and goes when what is typed here is delivered or given up.
        kept.content = Some(found.content);
        if let (Some(open), Ok(draft)) = (open, draft) {
            open.screen.take_up(&draft);
            self.message = Some((Tone::Note, phrase("tui-draft-found")));
        }
        Vec::new()
    }

    /// Leaves, or asks first when something would be lost or goes on without the person.
    pub(super) fn quit(&mut self) -> Vec<Request> {
        let (conducts, unsaved) = (self.conducts(), self.stack.any_unsaved());
        // M15: the election that is called off says more than that one is open.
        let table = self.session_info.table.as_ref().filter(|_| !conducts);
        let part = table.and_then(|table| Some((table.meeting, table.part?)));
        let mut why = Vec::new();
        if conducts {
            why.push(phrase("tui-quit-conducting"));
        }
        why.extend(part.map(|(meeting, part)| phrase(goes_on(part)).with("meeting", meeting.to_string())));
        if unsaved {
            why.push(phrase("tui-unsaved"));
        }
        if why.is_empty() {
            return vec![Request::Quit];
        }
        let yes = match (conducts, unsaved) {
            (true, _) => "tui-quit-call-off",
            (false, true) => "tui-quit-anyway",
            (false, false) => "tui-quit-all-the-same",
        };
        let awaited = part.is_some_and(|(_, part)| part.is_awaited());
        let undo = if conducts || unsaved || awaited {
            Undo::Never
        } else {
            Undo::Possible
        };
        let question = Confirm::quit(why, yes, undo, &self.words);
        self.overlays.push(Overlay::Confirm(question));
        Vec::new()
    }

    /// M15: whether a secret election is lost when the session ends.
    pub(in crate::tui) fn conducts(&self) -> bool {
        let table = self.session_info.table.as_ref();
        table.is_some_and(|table| table.conducts)
    }

    /// The person leaves all the same: an election that is conducted here is called off, so that everybody knows at once.
    pub(super) fn left(&mut self) -> Vec<Request> {
        let screen = self.stack.top().id;
        let table = self.session_info.table.as_ref();
        let conducted = table.filter(|table| table.conducts).map(|table| table.meeting);
        let called_off = conducted.map(|meeting| Request::Perform {
            screen,
            step: Box::new(InMeeting {
                key: Some(meeting),
                step: Box::new(CallOffElection { election: None }),
            }),
            tag: "call-off",
        });
        let dropped = self.dropped_drafts();
        dropped.chain(called_off).chain([Request::Quit]).collect()
    }

    /// The person leaves, and has been told that what isn't delivered is lost.
    fn dropped_drafts(&mut self) -> impl Iterator<Item = Request> + use<> {
        let kept = std::mem::take(&mut self.drafts.0).into_values();
        kept.filter(|kept| kept.content.is_some())
            .map(|kept| Request::KeepDraft {
                place: kept.place,
                content: None,
            })
    }
}

/// What goes on in a meeting when somebody leaves the program.
fn goes_on(part: Part) -> &'static str {
    match part {
        Part::OwnVote => "tui-quit-own-vote",
        Part::LedVote => "tui-quit-led-vote",
        Part::Vote => "tui-quit-vote",
        Part::LedMeeting => "tui-quit-led-meeting",
        Part::Meeting => "tui-quit-meeting",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use crate::domain::proposal::Ref;
    use crate::tui::effects::{DraftFound, Event};
    use crate::tui::fund_access::{FundAccess, SessionAccess};
    use crate::tui::route::Route;
    use crate::tui::screens::SCREENS;
    use crate::tui::testing::{DemoClock, Story, demo};
    use crate::usecases::{Access, Session};

    /// A session of its own on the demo in a folder.
    fn session(folder: &Path, handle: &str) -> Story<SessionAccess> {
        let path = folder.join("demo.db");
        let session = Session::at(&path, Access::local(Some(handle)), Box::new(DemoClock)).unwrap();
        Story::new(SCREENS, &Route::Scoring, SessionAccess::new(session))
    }

    #[test]
    fn what_was_typed_in_a_scorecard_is_found_again_by_its_member_alone_and_gone_when_it_is_delivered() {
        let (folder, fund) = demo("leder");
        let mut cut_off = Story::new(SCREENS, &Route::Scoring, fund);
        cut_off.press("n<Enter>453").event(Event::Paused);
        cut_off.press("44Godt begrunnet").event(Event::Paused);
        let typed = cut_off.body(80, 24);
        assert!(typed.contains("Godt begrunnet"), "{typed}");
        drop(cut_off);
        // S4: what may hold scores is the owner's of the file alone.
        let file = folder.path().join("demo.db.drafts");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let mut other = session(folder.path(), "nestleder");
        other.press("n<Enter>");
        assert!(!other.screen(80, 24).contains("Godt begrunnet"));
        let mut again = session(folder.path(), "leder");
        again.press("n<Enter>");
        assert!(
            again.screen(80, 24).contains("hentet fram"),
            "{}",
            again.screen(80, 24)
        );
        again.press("<Down>");
        assert!(again.body(80, 24).contains("Godt begrunnet"));
        again.press("<C-s><Enter>");
        let left = || String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        assert!(!left().contains("Godt begrunnet"), "nothing is left in the file");
        drop(again);
        let mut after = session(folder.path(), "leder");
        after.press("n<Enter>");
        assert!(!after.screen(80, 24).contains("hentet fram"));
    }

    #[test]
    fn m5_the_ground_of_a_conflict_is_found_again_where_a_session_was_cut_off() {
        let (folder, fund) = demo("leder");
        let mut cut_off = Story::new(SCREENS, &Route::Scoring, fund);
        cut_off.press("h").press("Styremedlem hos").event(Event::Paused);
        drop(cut_off);
        let mut again = session(folder.path(), "leder");
        let screen = again.press("h").screen(80, 24);
        assert!(
            screen.contains("hentet fram") && screen.contains("Styremedlem hos"),
            "{screen}"
        );
    }

    #[test]
    fn what_is_given_up_is_kept_no_longer_and_what_was_begun_anew_is_not_written_over() {
        let (folder, fund) = demo("leder");
        let mut story = Story::new(SCREENS, &Route::Scoring, fund);
        story.press("n<Enter>45").event(Event::Paused);
        // Left, and told that it is lost.
        story.press("<Esc><Tab><Enter>").press("n<Enter>");
        assert!(
            !story.screen(80, 24).contains("hentet fram"),
            "{}",
            story.screen(80, 24)
        );
        story.press("5").event(Event::Paused);
        // The program is left in the same way.
        story.press("<C-c><Tab><Enter>");
        assert!(story.quit);
        let mut again = session(folder.path(), "leder");
        again.press("n<Enter>");
        assert!(
            !again.screen(80, 24).contains("hentet fram"),
            "{}",
            again.screen(80, 24)
        );
    }

    /// What was typed when a session was cut off is found a moment after the person has begun anew: what is typed now stands, and
    /// when it is delivered the old one isn't offered again.
    #[test]
    fn a_draft_that_is_found_late_is_neither_taken_up_nor_left_when_the_step_is_taken() {
        let (_folder, fund) = demo("sekretariat");
        let mut story = Story::new(SCREENS, &Route::Withdraw(Ref::new(2018, 25)), fund);
        let open = story.app.stack.top();
        let (screen, place) = (open.id, open.screen.drafting().expect("a form"));
        story.press("Ny grunn");
        let content = r#"{"reason":"Gammel grunn"}"#.to_owned();
        story.fund.keep_draft(&place, Some(&content));
        let late = DraftFound {
            screen,
            place: place.clone(),
            content: content.clone(),
        };
        story.event(Event::DraftFound(Box::new(late)));
        let typed = story.screen(80, 24);
        assert!(
            typed.contains("Ny grunn") && !typed.contains("Gammel grunn"),
            "{typed}"
        );
        assert_eq!(story.fund.draft(&place), Some(content));
        story.press("<C-s>").press("<Right><Enter>");
        assert_eq!(story.fund.draft(&place), None, "{}", story.screen(80, 24));
    }
}
