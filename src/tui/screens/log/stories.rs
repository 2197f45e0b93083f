//! Stories of the log: keys in, expected screens out.
