//! The forms of the meeting: what each is called, how tall it is, and what comes of it.

mod ballot;
mod fields;
mod motion;
mod titles;
mod written;

pub(super) use fields::{of, plan};

use super::people::NewItem;
use super::{PLANNED, TURNED};
use crate::domain::calendar::parse_time;
use crate::domain::meeting::conflict::ConflictKind;
use crate::domain::meeting::{
    Form as Held, Item, ItemKind, Meeting as Council, MeetingKey, MotionId, MotionKind, Question as Asked,
    VoteId,
};
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::screens::step_form::optional;
use crate::tui::widgets::form::{Field, Form, Reply};
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::{
    Adjourn, CallMeeting, CancelMeeting, Elect, MakeStatement, OfficeSought, OpenElection, OpenTrialVote,
    OpenVote, PlanMeeting, PutMotion, RaiseConflict, TrialVote, UseCase, WithdrawItem, WithdrawMotion,
};
use motion::content;

/// A form at the foot of the meeting.
pub(super) struct Sheet {
    about: About,
    pub form: Form,
}

/// What is filled in, with what it was opened for.
#[derive(Clone)]
enum About {
    Plan,
    Call,
    /// The kinds that there are to choose among.
    AddItem(&'static [ItemKind]),
    WithdrawItem(Target),
    Adjourn,
    Cancel,
    Motion {
        item: Target,
        contents: Vec<MotionKind>,
        movers: Vec<Option<String>>,
    },
    /// M16: the motion of a written procedure, with its deadline.
    Send {
        contents: Vec<MotionKind>,
    },
    /// M16: an answer in one.
    Answer,
    /// The motions that there are to choose among.
    Vote(Vec<MotionId>),
    Between(Vec<MotionId>),
    WithdrawMotion(Vec<MotionId>),
    Trial(Vec<MotionId>),
    Conflict {
        item: Target,
        people: Vec<Option<String>>,
    },
    Statement {
        item: Target,
        people: Vec<Option<String>>,
    },
    OpenElection {
        office: OfficeSought,
        people: Vec<String>,
        /// M15: somebody has asked for a secret one.
        must_be_secret: bool,
    },
    Elect {
        election: VoteId,
        secret: bool,
        voters: Vec<Option<String>>,
        candidates: Vec<Option<String>>,
    },
}

/// The item that a form was opened for.
#[derive(Clone)]
struct Target {
    /// What the use cases call it.
    number: u32,
    /// What people call it.
    called: String,
}

impl Target {
    fn of(meeting: &Council, item: &Item) -> Target {
        Target {
            number: item.number_or_place(),
            called: item.called(meeting.key.year),
        }
    }
}

const FORMS: [Held; 4] = [Held::Room, Held::Remote, Held::Both, Held::Written];
const KINDS: &[ItemKind] = &[ItemKind::Information, ItemKind::Free, ItemKind::Election];
/// M16: what can be decided in writing.
const KINDS_IN_WRITING: &[ItemKind] = &[ItemKind::Free];

fn sheet(about: About, fields: Vec<Field>, button: &'static str) -> Sheet {
    Sheet {
        about,
        form: Form::new(fields, button),
    }
}

impl Sheet {
    /// The amount that is being moved, as far as it has been typed.
    pub(super) fn amount(&self) -> Option<Ore> {
        let contents = self.contents()?;
        let kind = contents.get(self.form.choice("what")?)?;
        let amount = Ore::parse_kroner(&self.form.text("amount")).ok()?;
        (*kind == MotionKind::Approve && amount.is_positive()).then_some(amount)
    }

    pub(super) fn key(&mut self, key: Key, data: Option<&MeetingBoardData>) -> Reply {
        let Sheet { about, form } = self;
        form.key(key, |trial| {
            let form = trial.clone();
            let about = about.clone();
            let mut sheet = Sheet { about, form };
            if let Some(data) = data {
                sheet.step(data);
            }
            *trial = sheet.form;
        })
    }

    /// After every key: asks for the fields that the answers call for.
    pub(super) fn touched(&mut self) {
        if matches!(self.about, About::Plan) {
            // M16: nobody comes to what is answered in writing.
            let meets = self.chosen_form().is_none_or(Held::meets);
            self.form.ask("time", meets);
            self.form.ask("place", meets);
        }
        if let Some(contents) = self.contents() {
            let kind = self.form.choice("what").and_then(|at| contents.get(at)).copied();
            self.form.ask("amount", kind == Some(MotionKind::Approve));
            self.form.ask("conditions", kind == Some(MotionKind::Approve));
            self.form.ask("text", kind == Some(MotionKind::Text));
        }
    }

    /// What can be moved, where a motion is filled in.
    fn contents(&self) -> Option<&[MotionKind]> {
        match &self.about {
            About::Motion { contents, .. } | About::Send { contents } => Some(contents),
            _ => None,
        }
    }

    fn chosen_form(&self) -> Option<Held> {
        FORMS.get(self.form.choice("form")?).copied()
    }

    /// What the fund has refused, under the field that it is about.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        match refusal.code {
            "amount-above-applied" | "amount-not-positive" => self.form.refuse("amount", refusal),
            "notice-short" => self.form.refuse("reason", refusal),
            "no-candidates" => self.form.refuse("first", refusal),
            "written-deadline-past" => self.form.refuse("deadline", refusal),
            "meeting-in-the-past" => self.form.refuse("date", refusal),
            _ => self.form.refuse_all(refusal),
        }
    }

    /// An item that is filled in, if that is what the form is for and it is right.
    pub(super) fn new_item(&mut self, meeting: MeetingKey) -> Option<NewItem> {
        let About::AddItem(kinds) = self.about else {
            return None;
        };
        self.form.clear();
        let title = self.form.read("title", text::required_line)?;
        let kind = kinds.get(self.form.choice("kind").unwrap_or(0)).cloned()?;
        let internal = self.form.choice("internal") == Some(1);
        Some(NewItem {
            meeting,
            kind,
            title,
            internal,
        })
    }

    pub(super) fn submit(&mut self, data: &MeetingBoardData) -> Vec<Effect> {
        self.form.clear();
        if let Some(cast) = self.ballot(data) {
            return vec![cast];
        }
        let step = self.step(data);
        match step.filter(|_| self.form.sound()) {
            Some(step) => {
                let tag = match self.about {
                    About::Plan => PLANNED,
                    About::Cancel | About::Adjourn => TURNED,
                    _ => "sheet",
                };
                vec![Effect::Perform(step, tag)]
            }
            None => Vec::new(),
        }
    }

    /// Whether people vote once it is filled in.
    pub(super) fn opens_a_vote(&self) -> bool {
        matches!(self.about, About::Vote(_) | About::Between(_))
    }

    fn reason(&mut self) -> Option<String> {
        self.form.read("reason", text::required_prose)
    }

    fn step(&mut self, data: &MeetingBoardData) -> Option<Box<dyn UseCase>> {
        let key = data.meeting.as_ref().map(|own| own.meeting.key);
        if matches!(self.about, About::AddItem(_)) {
            let item = self.new_item(key?)?;
            return Some(Box::new(item.step(Vec::new())));
        }
        let form = &mut self.form;
        Some(match &self.about {
            About::Plan => {
                let chosen = FORMS.get(form.choice("form").unwrap_or(0)).copied()?;
                let held_on = form.date("date");
                let (starts, place) = if chosen.meets() {
                    let starts = form.read("time", optional(parse_time));
                    (starts, form.read("place", text::required_line))
                } else {
                    (Some(None), Some(String::new()))
                };
                Box::new(PlanMeeting {
                    held_on: held_on?,
                    starts: starts?,
                    place: place?,
                    form: chosen,
                })
            }
            About::Call => {
                let reason = form.read("reason", text::prose)?;
                Box::new(CallMeeting { key, reason })
            }
            About::Send { .. } | About::Answer => return self.step_in_writing(data),
            About::WithdrawItem(item) => {
                let item = item.number;
                let reason = self.reason()?;
                Box::new(WithdrawItem { key, item, reason })
            }
            About::Adjourn => Box::new(Adjourn {
                reason: form.read("reason", text::prose)?,
            }),
            About::Cancel => {
                let reason = self.reason()?;
                Box::new(CancelMeeting { key, reason })
            }
            About::Motion {
                item,
                contents,
                movers,
            } => {
                // The proposal that is shown is that of the item on the table, which may be another by now.
                let current = data.meeting.as_ref().and_then(|own| own.meeting.on_the_table());
                if current.map(Item::number_or_place) != Some(item.number) {
                    let other = refuse("item-not-on-table").rule("M6");
                    form.refuse_all(other.with("item", item.called.clone()));
                    return None;
                }
                let kind = contents.get(form.choice("what").unwrap_or(0)).copied()?;
                let (item, mover) = (Some(item.number), whose(form, movers));
                let content = content(kind, data, form)?;
                Box::new(PutMotion { item, content, mover })
            }
            _ => return self.step_in_the_item(),
        })
    }

    /// What is done to the motions, the people and the elections of the item on the table.
    fn step_in_the_item(&mut self) -> Option<Box<dyn UseCase>> {
        let form = &mut self.form;
        Some(match &self.about {
            About::Vote(motions) => {
                let motion = chosen(form, motions, "motion")?;
                Box::new(OpenVote {
                    question: Asked::Motion { motion },
                })
            }
            About::Between(motions) => {
                let first = chosen(form, motions, "motion")?;
                let second = chosen(form, motions, "second")?;
                Box::new(OpenVote {
                    question: Asked::Between { first, second },
                })
            }
            About::WithdrawMotion(motions) => Box::new(WithdrawMotion {
                motion: chosen(form, motions, "motion")?,
            }),
            About::Trial(motions) => {
                let motion = chosen(form, motions, "motion")?;
                // Without counts everybody answers for themselves.
                if form.text("for").trim().is_empty() && form.text("against").trim().is_empty() {
                    return Some(Box::new(OpenTrialVote { motion }));
                }
                let votes_for = form.read("for", count);
                let votes_against = form.read("against", count);
                Box::new(TrialVote {
                    motion,
                    votes_for: votes_for?,
                    votes_against: votes_against?,
                })
            }
            About::Conflict { item, people } => {
                let (item, handle) = (Some(item.number), whose(form, people));
                let ground = form.read("ground", text::required_prose)?;
                let kind = if form.choice("kind") == Some(1) {
                    ConflictKind::Automatic
                } else {
                    ConflictKind::Judged
                };
                Box::new(RaiseConflict {
                    item,
                    handle,
                    ground,
                    paragraph: String::new(),
                    kind,
                })
            }
            About::Statement { item, people } => {
                let (item, handle) = (Some(item.number), whose(form, people));
                let text = form.read("text", text::required_prose)?;
                Box::new(MakeStatement { item, text, handle })
            }
            About::OpenElection {
                office,
                people,
                must_be_secret,
            } => {
                // The first choice of each is nobody.
                let chosen = ["first", "second", "third"].map(|field| form.choice(field).unwrap_or(0));
                let chosen = chosen.iter().filter_map(|at| people.get(at.checked_sub(1)?));
                let candidates = chosen.cloned().collect();
                let office = office.clone();
                let secret = *must_be_secret || form.choice("secret") == Some(1);
                Box::new(OpenElection {
                    office,
                    candidates,
                    secret,
                })
            }
            About::Elect {
                election,
                voters,
                candidates,
                ..
            } => {
                let choice = candidates.get(form.choice("candidate").unwrap_or(0)).cloned()?;
                let handle = whose(form, voters);
                Box::new(Elect {
                    choice,
                    handle,
                    election: Some(*election),
                })
            }
            _ => return None,
        })
    }
}

/// Which of the motions was chosen.
fn chosen(form: &Form, motions: &[MotionId], field: &str) -> Option<MotionId> {
    motions.get(form.choice(field).unwrap_or(0)).copied()
}

/// Whose it is; `None` is the viewer's own.
fn whose(form: &Form, people: &[Option<String>]) -> Option<String> {
    people.get(form.choice("who").unwrap_or(0)).cloned().flatten()
}

fn count(text: &str) -> Result<u32, Refusal> {
    let text = text::required_line(text)?;
    text.parse()
        .map_err(|_| refuse("whole-number-invalid").with("value", text))
}
