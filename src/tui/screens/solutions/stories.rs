//! Stories of the solutions.
