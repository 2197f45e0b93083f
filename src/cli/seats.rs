//! `kommit seat`: who sits in the council, and who stands in (M11).

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::whole;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::present::seats::COLUMNS;
use crate::usecases::SetSeat;
use crate::usecases::views::Seats;

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-seat-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-seat-set")]
    Set {
        #[arg(value_name = "cli-value-seat", value_parser = whole::<u32>, help = "cli-arg-seat")]
        number: u32,
        #[arg(
            required = true,
            value_delimiter = ',',
            value_name = "cli-value-holders",
            help = "cli-arg-holders"
        )]
        people: Vec<String>,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-term-from")]
        from: Date,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-term-to")]
        to: Option<Date>,
    },
}

/// How a seat that nobody holds is written.
const VACANT: &str = "-";

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::List => Ok(call.records(COLUMNS, &call.view(&Seats)?, "cli-seats-none")),
        Change::Set {
            number,
            people,
            from,
            to,
        } => {
            let mut people = people.into_iter();
            call.perform(&SetSeat {
                number,
                holder: people.next().filter(|holder| holder != VACANT),
                substitutes: people.collect(),
                from,
                to,
            })
        }
    }
}
