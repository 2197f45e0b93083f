//! The screens, each with its key and its name: the tabs of the terminal program, and what `--plain` prints.

/// A screen that has a key of its own. Its number is the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ScreenName {
    Overview = b'1',
    Proposals = b'2',
    Scoring = b'3',
    Ranking = b'4',
    Meeting = b'5',
    Capital = b'6',
    Participants = b'7',
    Solutions = b'8',
    Log = b'L',
}

impl ScreenName {
    #[must_use]
    pub const fn key(self) -> char {
        self as u8 as char
    }

    /// The key of its name in the language files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ScreenName::Overview => "overview-tab",
            ScreenName::Proposals => "proposals-tab",
            ScreenName::Scoring => "scoring-tab",
            ScreenName::Ranking => "ranking-tab",
            ScreenName::Meeting => "meeting-tab",
            ScreenName::Capital => "capital-tab",
            ScreenName::Participants => "participants-tab",
            ScreenName::Solutions => "solutions-tab",
            ScreenName::Log => "log-title",
        }
    }
}
