//! Amounts on the command line are in kroner, as people write them. They may have a sign, which each argument says of itself: what
//! is below zero is refused by the rules, in words.

use clap::builder::{ValueParser, ValueParserFactory};

use crate::domain::money::Ore;

impl ValueParserFactory for Ore {
    type Parser = ValueParser;

    fn value_parser() -> ValueParser {
        ValueParser::new(Ore::parse_kroner)
    }
}
