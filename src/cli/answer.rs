//! The whole answer of a command, and how it reaches the streams: at once, safe for a terminal, and without a word
//! when the reader has gone away.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::domain::text::is_unsafe;

/// What a command has to say.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// For standard output.
    pub text: String,
    /// A file for standard output, in place of text.
    pub bytes: Vec<u8>,
    /// Why the first part of an answer, which was written as it was read, couldn't be.
    pub fault: Option<io::Error>,
    /// For standard error.
    pub aside: String,
    /// What to say on standard error when the answer can't be printed although the step is done.
    pub written: Option<String>,
    /// The exit code.
    pub code: u8,
}

/// The exit code when a command couldn't say what it had to say.
const INTERNAL: u8 = 1;

impl Answer {
    pub(super) fn text(text: String) -> Answer {
        Answer {
            text,
            ..Answer::default()
        }
    }

    /// JSON that may be shown on a terminal: what could command it is escaped.
    pub(super) fn json<T: Serialize>(value: &T) -> Answer {
        match serde_json::to_string_pretty(value) {
            Ok(json) => Answer::text(escaped(&json) + "\n"),
            Err(fault) => Answer {
                aside: format!("{fault}\n"),
                code: INTERNAL,
                ..Answer::default()
            },
        }
    }

    pub(super) fn with_code(mut self, code: u8) -> Answer {
        self.code = code;
        self
    }

    /// Writes the answer and returns the exit code. A reader that has seen enough, such as `head`, is no fault. Who doesn't
    /// get the answer of a step that is done is told on standard error that it is, or they would do it again.
    pub(super) fn print(self, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let printed = self
            .fault
            .map_or(Ok(()), Err)
            .and_then(|()| written(out, self.text.as_bytes()))
            .and_then(|()| written(out, &self.bytes));
        let aside = written(err, self.aside.as_bytes());
        // Nobody is left to tell if this fails too; the exit code says it.
        if let (Err(_), Some(step)) = (&printed, &self.written) {
            let _ = writeln!(err, "{step}");
        }
        match printed.and(aside) {
            Err(fault) if fault.kind() != ErrorKind::BrokenPipe => {
                let _ = writeln!(err, "kommit: {fault}");
                INTERNAL
            }
            _ => self.code,
        }
    }
}

fn written(stream: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    stream.write_all(bytes)?;
    stream.flush()
}

/// Outside strings JSON is ASCII, so whatever is unsafe here stands in a string, where an escape means the same.
pub(super) fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unsafe(c) && c != '\n' {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                safe.extend(format!("\\u{unit:04x}").chars());
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_of_a_text_is_in_json_and_its_meaning_stays() {
        let answer = Answer::json(&["a\u{1b}[31m\u{9b}\u{202e}\nå"]);
        assert!(
            answer.text.chars().all(|c| c == '\n' || !is_unsafe(c)),
            "{:?}",
            answer.text
        );
        let read: Vec<String> = serde_json::from_str(&answer.text).unwrap();
        assert_eq!(read, ["a\u{1b}[31m\u{9b}\u{202e}\nå"]);
    }

    /// A stream that fails in one way.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_goes_away_is_no_fault_and_a_full_disk_is() {
        let printed = |kind| Answer::text("a".into()).print(&mut Failing(kind), &mut io::sink());
        assert_eq!(printed(ErrorKind::BrokenPipe), 0);
        assert_eq!(printed(ErrorKind::StorageFull), INTERNAL);
    }

    #[test]
    fn a_step_whose_answer_is_lost_is_told_of_on_standard_error() {
        let printed = |kind| {
            let answer = Answer {
                written: Some("bilag 7".into()),
                ..Answer::text("a".into())
            };
            let mut err = Vec::new();
            let code = answer.print(&mut Failing(kind), &mut err);
            (code, String::from_utf8(err).unwrap())
        };
        let (code, stderr) = printed(ErrorKind::StorageFull);
        assert!(
            code == INTERNAL && stderr.starts_with("bilag 7\nkommit: "),
            "{stderr}"
        );
        assert_eq!(printed(ErrorKind::BrokenPipe), (0, "bilag 7\n".to_owned()));
        // What is only read is lost without harm.
        let mut err = Vec::new();
        Answer::text("a".into()).print(&mut Failing(ErrorKind::BrokenPipe), &mut err);
        assert_eq!(err, b"");
    }
}
