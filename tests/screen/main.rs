//! The real program on a real terminal: its main job by keys alone, how it comes and goes, and its picture.

mod picture;
#[path = "../common/pty.rs"]
mod pty;
mod story;
mod svg;
