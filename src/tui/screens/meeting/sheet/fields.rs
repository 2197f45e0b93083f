//! Which fields each form has, filled in as far as the meeting says.

use super::motion::motion_fields;
use super::{About, FORMS, KINDS, KINDS_IN_WRITING, Sheet, Target, sheet, written};
use crate::domain::meeting::conflict::ConflictKind;
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{Item, Meeting as Council, MotionId};
use crate::i18n::{Phrase, phrase};
use crate::present::meetings::short_motion;
use crate::tui::screens::meeting::keys::Action;
use crate::tui::screens::meeting::{Meeting, rules};
use crate::tui::widgets::form::Field;
use crate::usecases::OfficeSought;
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::views::meetings::MeetingData;

/// A new meeting.
pub(crate) fn plan() -> Sheet {
    let forms = FORMS.iter().map(|form| phrase(form.key())).collect();
    let fields = vec![
        Field::date("date", phrase("agenda-field-date"), "").planned(),
        Field::line("time", phrase("agenda-field-time"), "10.00"),
        Field::line("place", phrase("minutes-place"), ""),
        Field::choice("form", phrase("agenda-field-form"), forms, 0),
    ];
    sheet(About::Plan, fields, "agenda-plan-yes")
}

/// The form of a key, filled in as far as the meeting says.
pub(crate) fn of(screen: &Meeting, action: Action) -> Option<Sheet> {
    let data = screen.data.as_ref()?;
    let own = data.meeting.as_ref()?;
    let reason = |label: &'static str| Field::prose("reason", phrase(label), "");
    let selected = screen.selected();
    Some(match action {
        Action::Call => {
            let reason = reason("agenda-field-short");
            let hint = phrase("agenda-field-short-hint").with("days", i64::from(data.notice_days));
            sheet(About::Call, vec![reason.hint(hint)], "agenda-call-yes")
        }
        Action::AddItem => {
            let meets = own.meeting.form.meets();
            let kinds = if meets { KINDS } else { KINDS_IN_WRITING };
            let names = kinds.iter().map(|kind| phrase(kind.key())).collect();
            let open = vec![phrase("agenda-public"), phrase("agenda-internal")];
            let fields = vec![
                Field::choice("kind", phrase("agenda-field-kind"), names, 0)
                    .hint(phrase("agenda-field-kind-hint")),
                Field::line("title", phrase("agenda-field-title"), ""),
                Field::choice("internal", phrase("agenda-field-internal"), open, 0),
            ];
            sheet(About::AddItem(kinds), fields, "agenda-add-yes")
        }
        Action::WithdrawItem => {
            let about = About::WithdrawItem(Target::of(&own.meeting, selected?));
            sheet(about, vec![reason("agenda-field-reason")], "agenda-withdraw-yes")
        }
        Action::Adjourn => {
            let about = About::Adjourn;
            sheet(about, vec![reason("agenda-field-until")], "agenda-adjourn-yes")
        }
        Action::Cancel => {
            let about = About::Cancel;
            sheet(about, vec![reason("agenda-field-reason")], "agenda-cancel-yes")
        }
        Action::Motion => motion(data, own)?,
        Action::Open => written::send(data)?,
        Action::Against => written::answer(),
        _ => return in_the_item(data, own, selected, action),
    })
}

/// The forms of motions, people and elections.
fn in_the_item(
    data: &MeetingBoardData,
    own: &MeetingData,
    selected: Option<&Item>,
    action: Action,
) -> Option<Sheet> {
    let meeting = &own.meeting;
    Some(match action {
        Action::OpenVote => {
            let motions = rules::votable(meeting);
            let field = choice_of_motion("motion", "agenda-field-motion", meeting, &motions, 0);
            sheet(About::Vote(motions), vec![field], "agenda-vote-yes")
        }
        Action::Between => {
            let motions = rules::votable(meeting);
            let fields = vec![
                choice_of_motion("motion", "agenda-field-first", meeting, &motions, 0),
                choice_of_motion("second", "agenda-field-second", meeting, &motions, 1),
            ];
            sheet(About::Between(motions), fields, "agenda-vote-yes")
        }
        Action::Trial => {
            let motions = rules::votable(meeting);
            let fields = vec![
                choice_of_motion("motion", "agenda-field-motion", meeting, &motions, 0),
                Field::line("for", phrase("agenda-field-for"), "").hint(phrase("agenda-field-trial-hint")),
                Field::line("against", phrase("agenda-field-against"), ""),
            ];
            sheet(About::Trial(motions), fields, "agenda-trial-yes")
        }
        Action::WithdrawMotion => {
            let motions = rules::withdrawable(data, own);
            let field = choice_of_motion("motion", "agenda-field-motion", meeting, &motions, 0);
            sheet(
                About::WithdrawMotion(motions),
                vec![field],
                "agenda-withdraw-motion-yes",
            )
        }
        Action::Conflict => conflict(own, selected?),
        Action::Statement => {
            let item = meeting.on_the_table()?;
            let seated = meeting.seating(Some(item.id));
            let seated: Vec<String> = seated.into_iter().map(|seated| seated.handle).collect();
            let (people, mut fields) = on_behalf(data, own, &seated, "agenda-field-who");
            let text = Field::prose("text", phrase("agenda-field-statement"), "");
            fields.insert(0, text.hint(phrase("agenda-field-statement-hint")));
            let about = About::Statement {
                item: Target::of(meeting, item),
                people,
            };
            sheet(about, fields, "agenda-statement-yes")
        }
        Action::OpenElection => open_election(meeting),
        Action::Elect => elect(data, own)?,
        _ => return None,
    })
}

/// Who can be elected, and how.
fn open_election(meeting: &Council) -> Sheet {
    let office = rules::office_sought(meeting);
    let people = rules::candidates(meeting, &office);
    let mut names = vec![phrase("agenda-no-other")];
    names.extend(people.iter().map(|handle| name(meeting, handle)));
    let must_be_secret = meeting.must_be_secret(&office);
    let fields = vec![
        Field::choice("first", phrase("agenda-field-candidate"), names.clone(), 0),
        Field::choice("second", phrase("agenda-field-other-candidate"), names.clone(), 0),
        Field::choice("third", phrase("agenda-field-third-candidate"), names, 0),
        secrecy(must_be_secret),
    ];
    let office = match office {
        Office::Chair { item } => OfficeSought::Chair {
            of_item: item.is_some(),
        },
        Office::Other { title, .. } => OfficeSought::Other { title },
    };
    let about = About::OpenElection {
        office,
        people,
        must_be_secret,
    };
    sheet(about, fields, "agenda-elect-chair-yes")
}

/// A vote in the election that is open.
fn elect(data: &MeetingBoardData, own: &MeetingData) -> Option<Sheet> {
    let meeting = &own.meeting;
    let election = meeting.open_election()?;
    let mut candidates: Vec<Option<String>> = election.candidates.iter().cloned().map(Some).collect();
    candidates.push(None);
    let options = candidates.iter().map(|candidate| match candidate {
        Some(handle) => name(meeting, handle),
        None => phrase("agenda-blank"),
    });
    let seated: Vec<String> = election
        .seating
        .iter()
        .map(|seated| seated.handle.clone())
        .collect();
    let secret = election.secret.is_some();
    let (voters, mut fields) = if secret {
        (vec![None], Vec::new())
    } else {
        on_behalf(data, own, &seated, "agenda-field-voter")
    };
    let candidate = Field::choice("candidate", phrase("agenda-field-elect"), options.collect(), 0);
    fields.insert(0, candidate);
    let about = About::Elect {
        election: election.id,
        secret,
        voters,
        candidates,
    };
    Some(sheet(about, fields, "agenda-elect-yes"))
}

/// M15: open or secret; where somebody has asked for it, secret only.
fn secrecy(must_be: bool) -> Field {
    let (open, secret) = (
        phrase("agenda-election-openly"),
        phrase("agenda-election-secretly"),
    );
    let options = if must_be { vec![secret] } else { vec![open, secret] };
    let hint = if must_be {
        "agenda-field-secret-asked"
    } else {
        "agenda-field-secret-hint"
    };
    Field::choice("secret", phrase("agenda-field-secret"), options, 0).hint(phrase(hint))
}

fn name(meeting: &Council, handle: &str) -> Phrase {
    Phrase::Name(meeting.roster.name(handle).to_owned())
}

fn choice_of_motion(
    field: &'static str,
    label: &'static str,
    meeting: &Council,
    motions: &[MotionId],
    at: usize,
) -> Field {
    let options = motions.iter().map(|id| short_motion(meeting, *id));
    Field::choice(field, phrase(label), options.collect(), at)
}

/// Whose it is: the viewer's own or, for whoever registers for the room, also that of another. `None` is the viewer.
fn on_behalf(
    data: &MeetingBoardData,
    own: &MeetingData,
    people: &[String],
    label: &'static str,
) -> (Vec<Option<String>>, Vec<Field>) {
    let meeting = &own.meeting;
    let sits = people.contains(&own.viewer);
    if !rules::registers(data, own) {
        return (vec![None], Vec::new());
    }
    let others = people.iter().filter(|handle| **handle != own.viewer).cloned();
    let me = sits.then_some(None);
    let whose: Vec<Option<String>> = me.into_iter().chain(others.map(Some)).collect();
    let options = whose
        .iter()
        .map(|handle| name(meeting, handle.as_ref().unwrap_or(&own.viewer)));
    let field = Field::choice("who", phrase(label), options.collect(), 0);
    (whose, vec![field])
}

/// A motion in the item on the table.
fn motion(data: &MeetingBoardData, own: &MeetingData) -> Option<Sheet> {
    let meeting = &own.meeting;
    let item = meeting.on_the_table()?;
    let (contents, mut fields) = motion_fields(data, item);
    let seated = meeting.seating(Some(item.id));
    let seated: Vec<String> = seated.into_iter().map(|seated| seated.handle).collect();
    let (movers, whose) = on_behalf(data, own, &seated, "agenda-field-mover");
    fields.extend(whose);
    let about = About::Motion {
        item: Target::of(meeting, item),
        contents,
        movers,
    };
    Some(sheet(about, fields, "agenda-motion-yes"))
}

fn conflict(own: &MeetingData, item: &Item) -> Sheet {
    let meeting = &own.meeting;
    let people = meeting.roster.people().into_iter().map(|(handle, ..)| handle);
    let all: Vec<String> = people
        .filter(|handle| !item.is_conflicted(handle))
        .map(str::to_owned)
        .collect();
    let own_seat = all.contains(&own.viewer);
    let me = own_seat.then_some(None);
    let others = all.into_iter().filter(|handle| *handle != own.viewer).map(Some);
    let people: Vec<Option<String>> = me.into_iter().chain(others).collect();
    let options = people.iter().map(|handle| match handle {
        Some(handle) => name(meeting, handle),
        None => phrase("agenda-myself"),
    });
    let kinds = [
        ("agenda-ground-judged", ConflictKind::Judged),
        ("agenda-ground-automatic", ConflictKind::Automatic),
    ];
    let kinds = kinds.map(|(text, kind)| phrase(text).with("paragraph", kind.paragraph()));
    let fields = vec![
        Field::choice("who", phrase("role-member"), options.collect(), 0),
        Field::choice("kind", phrase("agenda-field-ground-kind"), kinds.to_vec(), 0)
            .hint(phrase("agenda-field-ground-kind-hint")),
        Field::prose("ground", phrase("word-reason"), "").hint(phrase("agenda-field-ground-hint")),
    ];
    let about = About::Conflict {
        item: Target::of(meeting, item),
        people,
    };
    sheet(about, fields, "agenda-conflict-yes")
}
