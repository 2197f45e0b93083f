//! What holds of the sources and the texts themselves. It stays small: it is run at every change.

mod architecture;
mod circles;
mod rulebook;
mod words;
