//! Stories of the participants: keys in, expected screens out.
