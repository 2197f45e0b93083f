//! Lists as a workbook for people: numbers and dates as such, a bold heading that stays in sight, a filter on every
//! column and widths that fit. The words in it and their order are for the caller.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::domain::calendar::parse_date;

/// A column of a list, as machines call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
}

/// What a column holds. A cell that can't be read so is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Kept as it is, also when it looks like a formula or a number: a participant's number begins with a zero.
    Text,
    /// With groups of three: øre, inhabitants, places.
    Whole,
    /// With two decimals: scores.
    Score,
    /// As many decimals as it has: shares and rates.
    Decimal,
    Date,
    Flag,
}

/// The widest that a column is made, in pixels; longer texts run on under the next.
const WIDEST: u32 = 360;

/// A list as an `.xlsx` workbook of one sheet. `made_on` is what the workbook says of its own making.
///
/// # Errors
/// What a workbook can't hold: above a million rows, or texts above 32 767 characters.
pub fn xlsx_table(
    name: &str,
    fields: &[Field],
    rows: &[Vec<String>],
    made_on: Date,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = excel(made_on)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    let bold = Format::new().set_bold();
    for (column, field) in (0..).zip(fields) {
        sheet.write_string_with_format(0, column, field.name, &bold)?;
    }
    for (at, row) in (1..).zip(rows) {
        for (column, (field, cell)) in (0..).zip(fields.iter().zip(row)) {
            write(sheet, (at, column), field.kind, cell)?;
        }
    }
    let last = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let last_column = u16::try_from(fields.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last(rows.len()), last_column)?;
    sheet.set_autofit_max_width(WIDEST).autofit();
    workbook.save_to_buffer()
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    kind: FieldKind,
    cell: &str,
) -> Result<(), XlsxError> {
    if cell.is_empty() {
        return Ok(());
    }
    let number = |sheet: &mut Worksheet, form: &str| match cell.parse::<f64>() {
        Ok(number) => sheet
            .write_number_with_format(row, column, number, &Format::new().set_num_format(form))
            .map(|_| ()),
        Err(_) => text(sheet, (row, column), cell),
    };
    match kind {
        FieldKind::Text => text(sheet, (row, column), cell),
        FieldKind::Whole => number(sheet, "#,##0"),
        FieldKind::Score => number(sheet, "0.00"),
        FieldKind::Decimal => number(sheet, "General"),
        FieldKind::Date => match parse_date(cell) {
            Ok(day) => {
                let form = Format::new().set_num_format("yyyy-mm-dd");
                sheet
                    .write_datetime_with_format(row, column, excel(day)?, &form)
                    .map(|_| ())
            }
            Err(_) => text(sheet, (row, column), cell),
        },
        FieldKind::Flag => match cell {
            "true" | "false" => sheet.write_boolean(row, column, cell == "true").map(|_| ()),
            _ => text(sheet, (row, column), cell),
        },
    }
}

fn text(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &str) -> Result<(), XlsxError> {
    sheet.write_string(row, column, cell).map(|_| ())
}

fn excel(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = day.year().unsigned_abs();
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs())
}
