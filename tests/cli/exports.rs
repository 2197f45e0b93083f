//! What is exported: the same records in every form, and a workbook that a person can use.

use std::process::Output;

use calamine::{Data, Reader, Xlsx};

use crate::place::Place;

/// Runs a command in the demo.
fn run(place: &Place, args: &[&str]) -> Output {
    let output = place.told(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    output
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

#[test]
fn a_workbook_has_the_records_and_columns_of_the_csv_with_figures_and_dates_as_such() {
    let place = Place::demo();
    for (what, round) in [
        ("proposals", None),
        ("participants", None),
        ("ranking", Some("2018-1")),
    ] {
        let mut args = vec!["export", what, "--format"];
        let more = round.map_or(vec![], |round| vec!["--round", round]);
        let mut of = |format| {
            args.push(format);
            let output = run(&place, &[&args[..], &more].concat());
            args.pop();
            output.stdout
        };
        let (book, csv) = (of("xlsx"), of("csv"));
        let mut book = Xlsx::new(std::io::Cursor::new(book)).unwrap();
        assert_eq!(book.sheet_names(), [what]);
        let sheet = book.worksheet_range(what).unwrap();
        let csv: Vec<Vec<String>> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&csv[..])
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(sheet.height(), csv.len(), "{what}");
        assert!(csv.len() > 5, "{what}");
        for (row, expected) in sheet.rows().zip(&csv) {
            for ((cell, expected), heading) in row.iter().zip(expected).zip(&csv[0]) {
                match cell {
                    // `4.50` and `4.5` are one number.
                    Data::Float(number) => assert_eq!(Ok(*number), expected.parse::<f64>(), "{heading}"),
                    other => assert_eq!(&shown(other), expected, "{heading}"),
                }
                let is_figure = matches!(cell, Data::Float(_) | Data::Empty) || expected == heading;
                let is_day = matches!(cell, Data::DateTime(_) | Data::Empty) || expected == heading;
                assert!(!heading.ends_with("_ore") || is_figure, "{heading}: {cell}");
                assert!(!heading.ends_with("_on") || is_day, "{heading}: {cell}");
                let is_text = matches!(cell, Data::String(_) | Data::Empty);
                let names = ["ref", "number", "county_number", "applicant"];
                assert!(!names.contains(&heading.as_str()) || is_text, "{heading}: {cell}");
            }
        }
    }
}

#[test]
fn a_title_that_is_a_formula_comes_out_as_text_in_every_form() {
    let place = Place::with_halden_paid();
    place.qualified("=1+1", "100000");
    let csv = place.says("sofie", &["export", "proposals"]).out;
    assert!(csv.contains(",'=1+1,"), "{csv}");
    let output = place.command("sofie", &["export", "proposals", "--format", "xlsx"]);
    let book = { output }.output().unwrap().stdout;
    let mut sheets = Xlsx::new(std::io::Cursor::new(&book[..])).unwrap();
    let formulas = sheets.worksheet_formula("proposals").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    // What comes out says more than what may go in; both forms are told so alike.
    let files = [place.file("out.csv", csv), place.file("out.xlsx", book)];
    let [of_csv, of_xlsx] = files.map(|file| {
        let said = place.says("sofie", &["import", "proposals", &file, "--json"]);
        let rows = said.json()["error"]["rows"].clone();
        rows.as_array().unwrap().clone()
    });
    assert!(!of_csv.is_empty());
    assert_eq!(of_csv, of_xlsx);
}

#[test]
fn a_workbook_is_imported_as_the_csv_of_it_is() {
    let place = Place::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Type", "Kommunenr", "Svar", "Betalt"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "kommune").unwrap();
    sheet.write_number(1, 1, 101).unwrap();
    sheet.write_string(1, 2, "ja").unwrap();
    sheet.write_number(1, 3, 615_800).unwrap();
    let good = place.file("good.xlsx", book.save_to_buffer().unwrap());
    let made = place.does("sofie", &["import", "participants", &good]);
    assert_eq!((&made["rows"], &made["vouchers"]), (&1.into(), &1.into()));
    assert_eq!(
        place.does("", &["participants", "show", "0101"])["paid_ore"],
        61_580_000
    );
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.write_string(4, 0, "kommune").unwrap();
    sheet.write_string(4, 1, "mange").unwrap();
    let bad = place.file("bad.xlsx", book.save_to_buffer().unwrap());
    let said = place.says("sofie", &["import", "participants", &bad, "--json"]);
    let rows = &said.json()["error"]["rows"];
    assert_eq!(
        (&rows[0]["line"], &rows[0]["column"]),
        (&5.into(), &"Kommunenr".into())
    );
}
