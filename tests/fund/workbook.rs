//! Workbooks in and out: a sheet says the same as the text file that a spreadsheet would save of it, and one that
//! couldn't be a list of rows is refused in words, however it was made.

use std::io::{Cursor, Write};

use jiff::civil::date;
use kommit::domain::anchor::Anchor;
use kommit::domain::intake::{ParticipantIntake, ProposalIntake, RowProblem};
use kommit::domain::money::Ore;
use kommit::exchange::{self, Cell};
use kommit::i18n::{Lang, Words};
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook with one sheet.
fn workbook(write: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet()).unwrap();
    book.save_to_buffer().unwrap()
}

fn text(sheet: &mut Worksheet, row: u32, cells: &[&str]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write_string(row, column, *cell)?;
        }
    }
    Ok(())
}

fn participants(bytes: &[u8]) -> Vec<ParticipantIntake> {
    let read = exchange::participants(bytes).whole();
    read.unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn proposals(bytes: &[u8]) -> Vec<ProposalIntake> {
    let read = exchange::proposals(bytes).whole();
    read.unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Line, column and code of every problem, and all of them can be said in both languages.
fn faults(problems: Vec<RowProblem>) -> Vec<(u64, String, &'static str)> {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for problem in &problems {
            let said = words.problem(problem);
            assert!(!said.contains(char::is_control), "{said}");
        }
    }
    problems
        .into_iter()
        .map(|p| (p.line, p.column, p.refusal.code))
        .collect()
}

fn refused(bytes: &[u8]) -> Vec<(u64, String, &'static str)> {
    faults(exchange::participants(bytes).whole().unwrap_err())
}

fn one(line: u64, column: &str, code: &'static str) -> Vec<(u64, String, &'static str)> {
    vec![(line, column.to_owned(), code)]
}

const DAY: &str = "dd.mm.yyyy";

#[test]
fn a_sheet_says_the_same_as_the_text_that_a_spreadsheet_saves_of_it() {
    let book = workbook(|sheet| {
        let head = [
            "Type",
            "Kommunenr",
            "Navn",
            "Fylkesnr",
            "Innbyggere",
            "Svar",
            "Svardato",
            "Referanse",
            "Betalt",
        ];
        text(sheet, 0, &head)?;
        text(sheet, 2, &["kommune", "", "Halden"])?;
        let day = Format::new().set_num_format(DAY);
        // Numbers as a spreadsheet keeps them: without zeros in front.
        sheet.write_number(2, 1, 101)?.write_number(2, 3, 1)?;
        sheet.write_number(2, 4, 30_790)?.write_boolean(2, 5, true)?;
        sheet.write_datetime_with_format(2, 6, ExcelDateTime::from_ymd(2017, 12, 7)?, &day)?;
        sheet.write_number(2, 7, 17)?.write_number(2, 8, 615_800.5)?;
        text(
            sheet,
            3,
            &["kommune", "0104", "Moss", "", "", "nei", "20.12.2017"],
        )
    });
    let csv = "Type;Kommunenr;Navn;Fylkesnr;Innbyggere;Svar;Svardato;Referanse;Betalt\n\n\
               kommune;0101;Halden;01;30790;yes;2017-12-07;17;615800,50\n\
               kommune;0104;Moss;;;nei;20.12.2017;;\n";
    let rows = participants(&book);
    assert_eq!(rows, participants(csv.as_bytes()));
    // The line of an error is the row of the sheet.
    assert_eq!(rows[0].line, 3);
}

#[test]
fn a_number_is_read_as_it_is_shown_without_the_noise_of_binary_fractions() {
    let amount = |number: f64| {
        workbook(|sheet| {
            text(sheet, 0, &["ref", "applied", "uptake"])?;
            text(sheet, 1, &["2018-07"])?;
            sheet.write_number(1, 1, number)?.write_number(1, 2, 0.1 + 0.2)?;
            Ok(())
        })
    };
    let row = &proposals(&amount(1_234_567.890_000_000_1))[0];
    assert_eq!(row.applied, Some(Ore::new(123_456_789)));
    assert_eq!(row.uptake, Some(Decimal::new(3, 1)));
    assert_eq!(
        proposals(&amount(1e10))[0].applied,
        Some(Ore::kroner(10_000_000_000))
    );
    // Twelve kroner and a bit; as text `12.345` would be twelve thousand.
    let problems = exchange::proposals(&amount(12.345)).whole().unwrap_err();
    assert_eq!(faults(problems), one(2, "applied", "amount-invalid"));
}

#[test]
fn a_formula_counts_with_its_value_and_one_that_failed_is_named_by_its_cell() {
    let book = |result: &str| {
        workbook(|sheet| {
            text(sheet, 0, &["kind", "number", "population"])?;
            text(sheet, 1, &["kommune", "0101"])?;
            sheet.write_formula(1, 2, Formula::new("=A9").set_result(result))?;
            Ok(())
        })
    };
    assert_eq!(participants(&book("30790"))[0].population, Some(30_790));
    for error in ["#REF!", "#N/A", "#DIV/0!", "#VALUE!"] {
        assert_eq!(
            refused(&book(error)),
            one(2, "population", "import-cell-error"),
            "{error}"
        );
    }
    let csv = "kind;number;population\nkommune;0101;#VERDI!\n";
    assert_eq!(refused(csv.as_bytes()), one(2, "population", "import-cell-error"));
}

#[test]
fn a_formula_that_nobody_has_calculated_is_named_and_one_that_gave_no_text_is_empty() {
    let book = |cell: &str| {
        let head = HEAD.replace("</row>", r#"<c r="C1" t="str"><v>population</v></c></row>"#);
        let row = r#"<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>101</v></c>"#;
        let sheet = format!("<worksheet><sheetData>{head}{row}{cell}</row></sheetData></worksheet>");
        crafted(&sheet, TEXTS)
    };
    for cell in [
        r#"<c r="C2"><f>50+50</f></c>"#,
        r#"<c r="C2"><f>50+50</f><v></v></c>"#,
        r#"<c r="C2"><f>50+50</f><v/></c>"#,
        r#"<c r="C2"><f t="shared" ref="C2:C3" si="0">50+50</f></c>"#,
    ] {
        assert_eq!(
            refused(&book(cell)),
            one(2, "population", "import-cell-uncalculated"),
            "{cell}"
        );
    }
    for cell in [
        r#"<c r="C2" t="str"><f>""</f><v></v></c>"#,
        r#"<c r="C2" s="0"/>"#,
    ] {
        assert_eq!(participants(&book(cell))[0].population, None, "{cell}");
    }
}

#[test]
fn the_faults_of_a_sheet_are_named_by_row_and_heading_or_letter() {
    let book = workbook(|sheet| {
        text(sheet, 0, &["Type", "Kommunenr", "", "Svardato"])?;
        text(sheet, 1, &["kommune", "0101", "", "i fjor"])?;
        text(sheet, 2, &["kommune", "0104", "hei"])?;
        text(sheet, 3, &["kommune", "0105", "", "", "", "hopp"])?;
        let time = Format::new().set_num_format("dd.mm.yyyy hh:mm");
        text(sheet, 4, &["kommune", "0106"])?;
        sheet.write_datetime_with_format(
            4,
            3,
            ExcelDateTime::from_ymd(2017, 12, 7)?.and_hms(9, 30, 0)?,
            &time,
        )?;
        Ok(())
    });
    assert_eq!(
        refused(&book),
        [
            (2, "Svardato".to_owned(), "date-invalid"),
            (3, "C".to_owned(), "import-heading-empty"),
            (4, "F".to_owned(), "import-heading-empty"),
            (5, "Svardato".to_owned(), "date-invalid"),
        ]
    );
    assert_eq!(refused(&workbook(|_| Ok(()))), one(1, "", "import-empty"));
    let head = workbook(|sheet| text(sheet, 0, &["kind", "number"]));
    assert_eq!(refused(&head), one(1, "", "import-no-rows"));
}

#[test]
fn the_sheet_with_the_headings_is_read_whatever_stands_before_it() {
    let mut book = Workbook::new();
    text(book.add_worksheet(), 0, &["Notater"]).unwrap();
    let hidden = book.add_worksheet();
    text(hidden, 0, &["kind", "number"]).unwrap();
    text(hidden, 1, &["kommune", "0199"]).unwrap();
    hidden.set_hidden(true);
    let sheet = book.add_worksheet();
    text(sheet, 4, &["kind", "number"]).unwrap();
    text(sheet, 5, &["kommune", "0101"]).unwrap();
    let rows = participants(&book.save_to_buffer().unwrap());
    assert_eq!(
        (rows.len(), rows[0].line, rows[0].number.as_str()),
        (1, 6, "0101")
    );
    let notes = workbook(|sheet| text(sheet, 0, &["Notater"]));
    assert_eq!(
        refused(&notes)[0],
        (1, "Notater".to_owned(), "import-heading-unknown")
    );
}

#[test]
fn text_that_looks_like_a_formula_stays_text_both_ways() {
    let titles = [
        "=HYPERLINK(\"x\")",
        "'=1+1",
        "+47 55",
        "@her",
        "2018-07-01",
        "0301",
        "Innsyn\n«nå»",
    ];
    let fields = ["ref", "summary"];
    let rows: Vec<Vec<Cell>> = (1..)
        .zip(titles)
        .map(|(at, title)| vec![format!("2018-0{at}").into(), title.into()])
        .collect();
    let log = Anchor {
        row: 7,
        hash: "0a".repeat(32),
    };
    let book = exchange::xlsx_table("proposals", &fields, &rows, date(2018, 11, 15), &log).unwrap();
    let read: Vec<String> = proposals(&book)
        .into_iter()
        .filter_map(|row| row.summary)
        .collect();
    assert_eq!(read, titles);
    // The same list on the same day is the same file.
    let again = exchange::xlsx_table("proposals", &fields, &rows, date(2018, 11, 15), &log).unwrap();
    assert!(book == again);
}

/// A workbook of parts as they are.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const RELS: &str = r#"<Relationships><Relationship Id="r" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook whose only sheet and table of texts are these.
fn crafted(sheet: &str, texts: &str) -> Vec<u8> {
    packed(&[
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

const TEXTS: &str =
    "<sst uniqueCount=\"3\"><si><t>kind</t></si><si><t>number</t></si><si><t>kommune</t></si></sst>";
const HEAD: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#;

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{HEAD}{rows}</sheetData></worksheet>")
}

#[test]
fn a_workbook_beyond_any_import_is_refused_in_words() {
    let row = r#"<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>101</v></c></row>"#;
    assert_eq!(participants(&crafted(&sheet(row), TEXTS)).len(), 1);
    let large = one(1, "", "import-workbook-large");
    // Packed a thousandfold.
    let bomb = crafted(&sheet(&" ".repeat(65 * 1024 * 1024)), TEXTS);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(refused(&bomb), large);
    // More rows than the bound.
    let rows: String = (2..=100_002)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))
        .collect();
    assert_eq!(refused(&crafted(&sheet(&rows), TEXTS)), large);
    // The last cell of a sheet, and of many rows.
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(refused(&crafted(&sheet(far), TEXTS)), large);
    let wide: String = (2..12_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"IV{row}\"><v>1</v></c></row>"))
        .collect();
    assert_eq!(refused(&crafted(&sheet(&wide), TEXTS)), large);
    // One long text, told over and over.
    let long = TEXTS.replace("kommune", &"å".repeat(1_000_000));
    let again: String = (1..500)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>2</v></c></row>"))
        .collect();
    assert_eq!(refused(&crafted(&sheet(&again), &long)), large);
}

#[test]
fn a_workbook_that_no_spreadsheet_saves_is_refused_in_words() {
    let unreadable = one(1, "", "import-workbook-unreadable");
    let row = r#"<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>101</v></c></row>"#;
    for count in ["99999999999", "9223372036854775807", "14000000"] {
        let texts = TEXTS.replace('3', count);
        assert_eq!(refused(&crafted(&sheet(row), &texts)), unreadable, "{count}");
    }
    for row in [
        r#"<row r="2"><c r="ZZZZZZZZZ2"><v>1</v></c></row>"#,
        r#"<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="s"><v>77</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="?"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A2"><w/></c></row>"#,
        r#"<row r="2"><c r="A2"><v>1"#,
    ] {
        let said = refused(&crafted(&sheet(row), TEXTS));
        let code = said[0].2;
        assert!(code.starts_with("import-workbook-"), "{row}: {said:?}");
    }
    let letter = packed(&[("letter.txt", b"Kj\xc3\xa6re KS")]);
    assert_eq!(refused(&letter), unreadable);
    let whole = crafted(&sheet(row), TEXTS);
    assert_eq!(refused(&whole[..whole.len() / 2]), unreadable);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_of_a_workbook_break_its_reader(
        at in 0_usize..2000,
        bytes in proptest::collection::vec(any::<u8>(), 1..8),
    ) {
        let row = r#"<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>101</v></c></row>"#;
        let mut book = crafted(&sheet(row), TEXTS);
        let at = at % (book.len() - bytes.len());
        book[at..at + bytes.len()].copy_from_slice(&bytes);
        if let Err(problems) = exchange::participants(&book).whole() {
            faults(problems);
        }
    }

    #[test]
    fn no_content_of_a_sheet_breaks_its_reader(
        rows in "(<row r=\"[0-9]{1,9}\">|</row>|<c r=\"[A-Z]{1,6}[0-9]{1,9}\" t=\"(s|n|b|e|d|str|inlineStr)\">|</c>|<v>[0-9.e#REF!-]{1,6}</v>|<is><t>x</t></is>|[<>&;a]){0,40}",
    ) {
        let book = crafted(&sheet(&rows), TEXTS);
        if let Err(problems) = exchange::participants(&book).whole() {
            faults(problems);
        }
    }
}

/// The code and the words of every notice, in bokmål.
fn notices(bytes: &[u8]) -> Vec<(&'static str, String)> {
    let read = exchange::participants(bytes);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    for notice in &read.notices {
        assert!(!Words::new(Lang::En).refusal(notice).contains('{'));
    }
    let said = read.notices.iter();
    said.map(|notice| (notice.code, Words::new(Lang::Nb).refusal(notice)))
        .collect()
}

const INVITED: [&[&str]; 4] = [
    &["kind", "number", "name", "population"],
    &["kommune", "0101", "Halden", "30790"],
    &["kommune", "0104", "Moss", "32407"],
    &["kommune", "0105", "Sarpsborg", "55127"],
];

fn invited(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    (0..)
        .zip(INVITED)
        .try_for_each(|(row, cells)| text(sheet, row, cells))
}

#[test]
fn what_a_workbook_hides_is_announced_and_what_it_shows_is_not() {
    assert_eq!(notices(&workbook(invited)), []);
    let hidden = workbook(|sheet| {
        invited(sheet)?;
        sheet.set_row_hidden(1)?;
        sheet.set_row_hidden(3)?;
        // Nothing stands there.
        sheet.set_row_hidden(9)?;
        sheet.set_column_hidden(3)?;
        sheet.set_column_hidden(7)?;
        Ok(())
    });
    assert_eq!(participants(&hidden).len(), 3);
    let said = notices(&hidden);
    assert_eq!(
        said.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["import-hidden-rows", "import-hidden-columns"]
    );
    assert!(
        said[0].1.starts_with("2 rader") && said[0].1.ends_with("2, 4."),
        "{said:?}"
    );
    assert!(said[1].1.contains("population"), "{said:?}");
}

#[test]
fn rows_that_a_filter_hides_are_announced() {
    let filtered = workbook(|sheet| {
        invited(sheet)?;
        sheet.autofilter(0, 0, 3, 3)?;
        let only_moss = rust_xlsxwriter::FilterCondition::new().add_list_filter("Moss");
        sheet.filter_column(2, &only_moss)?;
        Ok(())
    });
    let said = notices(&filtered);
    assert!(said.len() == 1 && said[0].1.ends_with("2, 4."), "{said:?}");
}

#[test]
fn sheets_that_are_not_read_are_announced() {
    let mut book = Workbook::new();
    for (name, is_hidden) in [("Nye", false), ("Gamle & co", true), ("Utkast", false)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        invited(sheet).unwrap();
        sheet.set_hidden(is_hidden);
        if name == "Utkast" {
            sheet.set_row_hidden(1).unwrap();
        }
    }
    let notes = book.add_worksheet().set_name("Notater").unwrap();
    text(notes, 0, &["Ring KS"]).unwrap();
    let said = notices(&book.save_to_buffer().unwrap());
    let codes: Vec<&str> = said.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["import-hidden-sheets", "import-other-sheets"]);
    assert!(
        said[0].1.contains("Gamle & co") && said[1].1.contains("Utkast"),
        "{said:?}"
    );
    assert!(!said[1].1.contains("Notater"), "{said:?}");
}
