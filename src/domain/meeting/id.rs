//! How the history of a meeting calls what it is about. Each is a number from 1 within its meeting.

/// An item of a meeting, in the order in which they were put on the agenda. The number `sak N/YY` comes with the notice.
pub type ItemId = u32;
/// A motion, in the order in which they were put in the meeting.
pub type MotionId = u32;
/// A vote or an election, in the order in which they were opened in the meeting.
pub type VoteId = u32;
