//! The forms of a written procedure (M16): the motion that is sent out with a deadline, and an answer that isn't a plain yes.

use super::motion::{content, motion_fields};
use super::{About, Sheet, sheet};
use crate::domain::calendar::{end_of, parse_time};
use crate::i18n::phrase;
use crate::tui::screens::step_form::optional;
use crate::tui::widgets::form::Field;
use crate::usecases::views::meeting_board::MeetingBoardData;
use crate::usecases::{AnswerInWriting, StartWritten, UseCase};

/// The motion, and until when it is answered.
pub(super) fn send(data: &MeetingBoardData) -> Option<Sheet> {
    let item = data.meeting.as_ref()?.meeting.written_item()?;
    let (contents, mut fields) = motion_fields(data, item);
    fields.push(Field::date("deadline", phrase("word-deadline"), "").planned());
    let time = Field::line("time", phrase("agenda-field-time"), "");
    fields.push(time.hint(phrase("agenda-field-deadline-hint")));
    Some(sheet(About::Send { contents }, fields, "agenda-send-yes"))
}

/// An answer; at first a no to the motion.
pub(super) fn answer() -> Sheet {
    let options = || vec![phrase("agenda-key-agree"), phrase("agenda-key-disagree")];
    let motion = Field::choice("motion", phrase("minutes-the-motion"), options(), 1);
    let fields = vec![
        motion.hint(phrase("agenda-field-procedure-hint")),
        Field::choice("procedure", phrase("agenda-field-procedure"), options(), 0),
    ];
    sheet(About::Answer, fields, "agenda-answer-yes")
}

impl Sheet {
    pub(super) fn step_in_writing(&mut self, data: &MeetingBoardData) -> Option<Box<dyn UseCase>> {
        let key = data.meeting.as_ref().map(|own| own.meeting.key);
        let form = &mut self.form;
        Some(match &self.about {
            About::Send { contents } => {
                let kind = contents.get(form.choice("what").unwrap_or(0)).copied()?;
                let motion = content(kind, data, form);
                let day = form.date("deadline");
                let time = form.read("time", optional(parse_time));
                let deadline = match (day?, time?) {
                    (day, Some(time)) => day.to_datetime(time),
                    (day, None) => end_of(day),
                };
                Box::new(StartWritten {
                    key,
                    motion: motion?,
                    deadline,
                })
            }
            About::Answer => Box::new(AnswerInWriting {
                key,
                agrees_to_motion: form.choice("motion") == Some(0),
                agrees_to_procedure: form.choice("procedure") == Some(0),
            }),
            _ => return None,
        })
    }
}
