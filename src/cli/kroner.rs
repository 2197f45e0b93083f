//! Amounts on the command line are in kroner, as people write them. They may have a sign, which each argument says of itself: what
//! is below zero is refused by the rules, in words.

use clap::builder::{ValueParser, ValueParserFactory};

use crate::domain::money::Ore;
use crate::domain::refusal::Refusal;

impl ValueParserFactory for Ore {
    type Parser = ValueParser;

    fn value_parser() -> ValueParser {
        ValueParser::new(|text: &str| Ore::parse_kroner(text).map_err(Refusal::from))
    }
}
