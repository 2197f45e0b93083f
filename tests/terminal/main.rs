//! The terminal is the person's: it comes back as it was however the program ends, no byte goes to it that doesn't
//! belong there, and no size, no burst of keys and no mishap with the file brings the program down.
//! (A panic while drawing has its story beside the drawing; no key brings one about.)

mod bytes;
mod comes_back;
mod demo;
mod drafts;
mod hardship;
mod kinds;
mod line;
mod picture;
mod pty;
mod story;
mod stuck;
mod svg;
