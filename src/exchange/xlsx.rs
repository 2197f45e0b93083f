//! Lists as a workbook for people: numbers and dates as such, a bold heading that stays in sight, a filter on every
//! column and widths that fit. The words in it and their order are for the caller.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::Cell;
use crate::domain::anchor::Anchor;

/// The widest that a column is made, in pixels; longer texts run on under the next.
const WIDEST: u32 = 360;

/// What the workbook's property is called that says where the fund's log stood.
const LOG: &str = "kommit log";

/// A list as an `.xlsx` workbook of one sheet. `made_on` is what the workbook says of its own making, and `log` where the
/// fund's log stood then.
///
/// # Errors
/// What a workbook can't hold: above a million rows, or texts above 32 767 characters.
pub fn xlsx_table(
    name: &str,
    headings: &[&str],
    rows: &[Vec<Cell>],
    made_on: Date,
    log: &Anchor,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = excel(made_on)?;
    let properties = DocProperties::new().set_creation_datetime(&made);
    workbook.set_properties(&properties.set_custom_property(LOG, log.to_string()));
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &bold)?;
    }
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            write(sheet, (at, column), cell)?;
        }
    }
    let last = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let last_column = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last(rows.len()), last_column)?;
    sheet.set_autofit_max_width(WIDEST).autofit();
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    let form = match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(content) if content.is_empty() => return Ok(()),
        Cell::Text(content) => return sheet.write_string(row, column, content).map(|_| ()),
        Cell::List(_) => return sheet.write_string(row, column, cell.text()).map(|_| ()),
        Cell::Flag(flag) => return sheet.write_boolean(row, column, *flag).map(|_| ()),
        Cell::Date(day) => {
            let form = Format::new().set_num_format("yyyy-mm-dd");
            return sheet
                .write_datetime_with_format(row, column, excel(*day)?, &form)
                .map(|_| ());
        }
        Cell::Whole(_) | Cell::Ore(_) => "#,##0",
        Cell::Score(_) => "0.00",
        Cell::Decimal(_) => "General",
    };
    let number: f64 = cell.text().parse().unwrap_or_default();
    sheet
        .write_number_with_format(row, column, number, &Format::new().set_num_format(form))
        .map(|_| ())
}

fn excel(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = day.year().unsigned_abs();
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs())
}
