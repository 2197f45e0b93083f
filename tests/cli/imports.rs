//! Imports: all rows or none, every fault named, and a dry run that changes nothing.

use serde_json::json;

use crate::place::Place;
use crate::repayment::{digiorden, on};

const FAULTY: &str = "Type;Kommunenr;Navn;Innbyggere;Svar
kommune;0105;Sarpsborg;55127;ja
kommune;0106;Fredrikstad;mange;ja
kommune;01111;Hvaler;4500;kanskje
";

#[test]
fn every_bad_row_is_named_with_its_line_its_column_and_the_remedy_and_none_is_imported() {
    let place = Place::new();
    let file = place.file("faulty.csv", FAULTY);
    let said = place.says("sofie", &["import", "participants", &file, "--json"]);
    let error = &said.json()["error"];
    assert_eq!((said.code, &error["code"]), (4, &json!("import-rows")));
    let rows = error["rows"].as_array().unwrap();
    let places: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row["line"].as_u64().unwrap(),
                row["column"].as_str().unwrap(),
                row["code"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            (3, "Innbyggere", "population-invalid"),
            (4, "Kommunenr", "number-invalid"),
            (4, "Svar", "answer-unknown"),
        ]
    );
    let said = place.says("sofie", &["import", "participants", &file]);
    assert_eq!((said.code, said.out.as_str()), (4, ""));
    assert!(said.err.contains("Linje 3, kolonne Innbyggere: "), "{said:?}");
    assert!(said.err.contains("Linje 4, kolonne Svar: "), "{said:?}");
    assert_eq!(place.refuses("sofie", &["participants", "show", "0105"]).0, 4);
}

#[test]
fn faults_that_only_the_fund_knows_are_named_by_row_too() {
    let place = Place::new();
    let file = place.file(
        "proposals.csv",
        "ref,title,applicant,benefit,cost,applied\n2018-01,A,0199,both,1000,1000\n2018-02,B,0101,both,1000,2000\n",
    );
    let said = place.says("sofie", &["import", "proposals", &file, "--json"]);
    let rows = &said.json()["error"]["rows"];
    assert_eq!(
        (&rows[0]["line"], &rows[0]["code"]),
        (&json!(2), &json!("participant-unknown"))
    );
    assert_eq!(
        (&rows[1]["line"], &rows[1]["code"]),
        (&json!(3), &json!("applied-above-cost"))
    );
}

#[test]
fn a_dry_run_says_what_would_be_done_or_refused_and_writes_nothing() {
    let place = Place::new();
    let before = (
        place.does("", &["participants"]),
        place.does("", &["audit", "verify"]),
    );
    let good = place.file(
        "good.csv",
        "kind,number,name,population,decision,paid\nkommune,0101,,,ja,615800\n",
    );
    assert_eq!(
        place.does("sofie", &["import", "participants", &good, "--dry-run"]),
        json!({ "rows": 1, "vouchers": 1, "first_voucher": 1, "last_voucher": 1, "dry_run": true })
    );
    let said = place.says("sofie", &["import", "participants", &good, "--dry-run"]);
    assert!(said.out.starts_with("Prøvekjøring."), "{said:?}");
    let bad = place.file("bad.csv", "kind,number,paid\nkommune,0104,5\n");
    let refused = place.refuses("sofie", &["import", "participants", &bad, "--dry-run"]);
    assert_eq!(refused, (4, "import-rows".to_owned()));
    let denied = place.refuses("kari", &["import", "participants", &good, "--dry-run"]);
    assert_eq!(denied, (3, "denied-role".to_owned()));
    assert_eq!(
        (
            place.does("", &["participants"]),
            place.does("", &["audit", "verify"])
        ),
        before
    );
    place.does("sofie", &["import", "participants", &good]);
    assert_eq!(
        place.does("", &["participants", "show", "0101"])["paid_ore"],
        61_580_000
    );
}

#[test]
fn what_cant_be_read_is_refused_with_the_remedy() {
    let place = Place::new();
    let empty = place.file("a.xlsx", b"PK\x03\x04");
    let disguised = place.file("a.csv", b"PK\x03\x04");
    let older = place.file("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let latin = place.file("latin.csv", b"kind,number\nkommune,01\xe5\n");
    let folder = place.path().to_str().unwrap().to_owned();
    for (file, code) in [
        (empty.as_str(), "import-rows"),
        (&disguised, "import-rows"),
        (&older, "import-rows"),
        (&latin, "import-rows"),
        ("missing.csv", "file-missing"),
        (&folder, "file-unreadable"),
    ] {
        let refused = place.refuses("sofie", &["import", "proposals", file]);
        assert_eq!(refused, (4, code.to_owned()), "{file}");
    }
    for file in [&empty, &older] {
        let said = place.says("sofie", &["import", "proposals", file]);
        assert!(
            said.err.contains(".xlsx") && said.err.contains("CSV (UTF-8)"),
            "{said:?}"
        );
    }
    let large = place.path().join("large.csv");
    std::fs::File::create(&large)
        .unwrap()
        .set_len(64 * 1024 * 1024 + 1)
        .unwrap();
    let refused = place.refuses("sofie", &["import", "proposals", large.to_str().unwrap()]);
    assert_eq!(refused, (4, "file-too-large".to_owned()));
}

#[test]
fn scores_are_imported_on_behalf_of_members_and_no_score_is_said() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "100000");
    place.does("lise", &["round", "open", "r", &reference]);
    let file = place.file(
        "scores.csv",
        format!("round,ref,member,criterion,score,comment\nr,{reference},kari,benefit,5,Bra\nr,{reference},kari,fit,,\n"),
    );
    let made = place.does("sofie", &["import", "scores", &file]);
    assert_eq!(made, json!({ "rows": 2, "scorecards": 1 }));
    let on_behalf = |reader| {
        let log = place.does(reader, &["audit", "--limit", "1"]);
        log["items"][0]["payload"]["on_behalf"].clone()
    };
    assert_eq!(on_behalf("lise"), json!([format!("{reference}:kari")]));
    // Before the reveal the others aren't told who has a scorecard.
    assert_eq!(on_behalf("ola"), json!([]));
}

#[test]
fn s1_rows_and_cells_that_a_file_of_scores_does_not_name_stay_as_they_are() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "100000");
    place.does("lise", &["round", "open", "r", &reference]);
    let import = |rows: &[(&str, &str, &str)]| {
        let mut text = "round,ref,member,criterion,score,comment\n".to_owned();
        for (criterion, score, comment) in rows {
            text += &format!("r,{reference},kari,{criterion},{score},{comment}\n");
        }
        let file = place.file("scores.csv", text);
        place.does("sofie", &["import", "scores", &file]);
    };
    // The comment belongs to the card, and is kept once however many rows repeat it.
    import(&[("benefit", "5", "Bra"), ("uptake", "4", "Bra"), ("fit", "2", "")]);
    import(&[("uptake", "1", "")]);
    import(&[("benefit", "", ""), ("gain", "3", ""), ("fit", "-", "")]);
    let sql = "SELECT group_concat(s.criterion || coalesce(s.score, '-'), ' '), c.comment
               FROM scorecards c JOIN scores s ON s.scorecard = c.id
               WHERE c.id = (SELECT max(id) FROM scorecards) GROUP BY c.id";
    let stands = || -> (String, String) {
        let raw = rusqlite::Connection::open(place.db()).unwrap();
        raw.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
    };
    let sorted = |text: String| {
        let mut parts: Vec<String> = text.split(' ').map(str::to_owned).collect();
        parts.sort();
        parts.join(" ")
    };
    let (scores, comment) = stands();
    assert_eq!(
        (sorted(scores).as_str(), comment.as_str()),
        ("benefit5 feasibility- fit- gain3 uptake1", "Bra")
    );
    import(&[("benefit", "", "Nå med lenke")]);
    assert_eq!(stands().1, "Nå med lenke");
    let text = format!(
        "round,ref,member,criterion,score\nr,{reference},kari,nytte,5\nr,{reference},kari,fit,2\nr,{reference},ola,gain,\n"
    );
    assert_eq!(
        faults(&place, "scores", &text),
        expected(&[
            (2, "criterion", "criterion-unknown"),
            (4, "score", "scorecard-empty")
        ])
    );
}

#[test]
fn s1_a_comment_that_is_too_long_is_refused_at_its_column() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "100000");
    place.does("lise", &["round", "open", "r", &reference]);
    let half = |letter: &str| letter.repeat(2001);
    let text = format!(
        "round,ref,member,criterion,score,comment\nr,{reference},kari,benefit,5,{}\nr,{reference},kari,fit,5,{}\n",
        half("a"),
        half("b")
    );
    assert_eq!(
        faults(&place, "scores", &text),
        expected(&[(2, "comment", "text-long")])
    );
}

#[test]
fn hidden_rows_of_a_workbook_are_told_of_with_the_answer_and_tried_or_not_they_are_read() {
    let place = Place::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [
        ["kind", "number", "name", "population"],
        ["kommune", "0105", "Sarpsborg", "55127"],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            let at = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write_string(at.0, at.1, *cell).unwrap();
        }
    }
    sheet.set_row_hidden(1).unwrap();
    let file = place.file("invited.xlsx", book.save_to_buffer().unwrap());
    let tried = place.does("sofie", &["import", "participants", &file, "--dry-run"]);
    assert_eq!(tried["notices"][0]["code"], "import-hidden-rows");
    let said = place.says("sofie", &["import", "participants", &file]);
    assert!(said.code == 0 && said.err.contains("Rad 2 er skjult"), "{said:?}");
    assert_eq!(
        place.does("", &["participants", "show", "0105"])["name"],
        "Sarpsborg"
    );
}

/// Line, column and code of every fault of an import.
fn faults(place: &Place, what: &str, text: &str) -> Vec<(u64, String, String)> {
    let file = place.file("faults.csv", text);
    let said = place.says("sofie", &["import", what, &file, "--json"]);
    let error = &said.json()["error"];
    assert_eq!((said.code, &error["code"]), (4, &json!("import-rows")));
    let rows = error["rows"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    rows.map(|row| {
        (
            row["line"].as_u64().unwrap(),
            text(&row["column"]),
            text(&row["code"]),
        )
    })
    .collect()
}

fn expected(faults: &[(u64, &str, &str)]) -> Vec<(u64, String, String)> {
    let owned = faults.iter();
    owned
        .map(|(line, column, code)| (*line, (*column).to_owned(), (*code).to_owned()))
        .collect()
}

#[test]
fn what_the_reader_and_what_the_fund_find_is_told_in_one_go_under_the_headings_of_the_file() {
    let place = Place::new();
    let text = "Ref.;Tittel;Søker;Gjelder for;Kostnad;Søkt;Utbredelse lav;Utbredelse;Forsinkelse lav;Forsinkelse\n\
        2018-01;A;0199;begge;1000;2000;;;;\n\
        2018-02;B;0101;begge;mange;2000;;;;\n\
        2018-03;;;;;;;;;\n\
        2018-04;D;0101;begge;1000;1000;0,8;0,2;;\n\
        2018-05;E;0101;begge;1000;1000;;;4;2\n\
        2018-05;E;0101;begge;1000;1000;;;;\n\
        2018-06;F;0101;begge\n\
        2018-07;G;\"0101;begge;1000;1000;;;;\n\
        2018-08;H;0199;begge;1000;1000;;;;\n";
    assert_eq!(
        faults(&place, "proposals", text),
        expected(&[
            (2, "Søker", "participant-unknown"),
            (2, "Søkt", "applied-above-cost"),
            (3, "Kostnad", "amount-invalid"),
            (4, "Tittel", "cell-missing"),
            (4, "Søker", "cell-missing"),
            (4, "Gjelder for", "cell-missing"),
            (4, "Kostnad", "cell-missing"),
            (4, "Søkt", "cell-missing"),
            (5, "Utbredelse", "estimate-unordered"),
            (6, "Forsinkelse", "estimate-unordered"),
            (7, "Ref.", "import-twice"),
            (8, "Kostnad", "import-row-ragged"),
            (9, "Søker", "import-quote-open"),
            (10, "Søker", "participant-unknown"),
        ])
    );
}

#[test]
fn two_rows_about_the_same_are_refused_with_both_lines() {
    let place = Place::new();
    let text = "kind;Kommunenr;Navn;Innbyggere;Betalt;Svar\n\
        kommune;0198;A;10;;\nkommune;198;B;10;;\nkommune;0197;;;;\nkommune;0101;;;7;nei\n";
    assert_eq!(
        faults(&place, "participants", text),
        expected(&[
            (3, "Kommunenr", "import-twice"),
            (4, "Navn", "cell-missing"),
            (4, "Innbyggere", "cell-missing"),
            (5, "Betalt", "payment-without-promise"),
        ])
    );
    let file = place.file("twice.csv", text);
    let said = place.says("sofie", &["import", "participants", &file]);
    assert!(said.err.contains("Linje 3, kolonne Kommunenr: "), "{said:?}");
}

#[test]
fn l1_entries_from_other_books_are_imported_and_a_faulty_one_is_named_under_its_heading() {
    let place = Place::with_halden_paid();
    let head = "Dato;Fra;Til;Beløp;Tekst;Bilag\n";
    let good = place.file(
        "ledger.csv",
        format!("{head}31.1.2018;income:other;assets:bank;1 500,50;Renter;A1\n31.1.2018;assets:bank;expenses:costs;100;Gebyr;A2\n"),
    );
    let made = place.does("sofie", &["import", "ledger", &good]);
    assert_eq!(
        made,
        json!({ "rows": 2, "vouchers": 2, "passed_over": 0, "first_voucher": 2, "last_voucher": 3 })
    );
    assert_eq!(
        place.does("", &["capital"])["bank_ore"],
        61_580_000 + 150_050 - 10_000
    );
    // Two rows of one voucher: the text of both is kept, and said again it is the same voucher.
    let head_of_two = "Dato;Valutadato;Fra;Til;Beløp;Tekst;Bilag\n";
    let two = |value: &str, text: &str| {
        format!(
            "{head_of_two}31.1.2018;30.1.2018;income:other;assets:bank;5;Renter;B1\n\
             31.1.2018;{value};income:other;assets:bank;6;{text};B1\n"
        )
    };
    let file = place.file("two.csv", two("30.1.2018", "Gebyr"));
    for (vouchers, passed_over, number) in [(1, 0, Some(4)), (0, 2, None)] {
        let made = place.does("sofie", &["import", "ledger", &file]);
        let expected = json!({ "rows": 2, "vouchers": vouchers, "passed_over": passed_over,
                               "first_voucher": number, "last_voucher": number });
        assert_eq!(made, expected);
    }
    let journal = place.says("", &["export", "ledger", "--format", "csv"]).out;
    assert!(journal.contains("Renter; Gebyr"), "{journal}");
    assert_eq!(
        faults(&place, "ledger", &two("30.1.2018", "Porto")),
        expected(&[(2, "Bilag", "ledger-imported-otherwise")])
    );
    assert_eq!(
        faults(&place, "ledger", &two("31.1.2018", "Gebyr").replace("B1", "B2")),
        expected(&[(3, "Valutadato", "ledger-voucher-dates")])
    );
    let bad = format!("{head}31.1.2018;bank;assets:bank;0;Renter;A3\n");
    assert_eq!(
        faults(&place, "ledger", &bad),
        expected(&[(2, "Fra", "account-unknown"), (2, "Beløp", "amount-not-positive")])
    );
}

#[test]
fn b14_an_import_names_the_vouchers_that_it_posted_and_the_cell_of_what_the_bank_does_not_hold() {
    let place = Place::with_halden_paid();
    let rows = |rows: &str| place.file("ledger.csv", format!("date,from,to,amount,text\n{rows}"));
    let rent = "2018-01-31,income:other,assets:bank,100,Renter\n";
    let import = |file: &str| place.says("sofie", &["import", "ledger", file]);
    let said = import(&rows(&rent.repeat(2)));
    assert!(said.out.contains("2 nye bilag, nummer 2–3."), "{said:?}");
    let said = import(&rows(&rent.repeat(3)));
    assert!(said.out.contains("ett nytt bilag, nummer 4."), "{said:?}");
    let said = import(&rows(rent));
    assert!(said.out.contains("ingen nye bilag. "), "{said:?}");
    let paid = place.file(
        "paid.csv",
        "kind,number,decision,decided_on,paid\nkommune,0104,ja,2018-01-02,648140\n",
    );
    let said = place.says("sofie", &["import", "participants", &paid]);
    assert!(
        said.out.contains("Én innbetaling er bokført, bilag 5."),
        "{said:?}"
    );
    // L5: the day is in order. L7: the amount is.
    let fee = "date,from,to,amount,text\n2018-01-31,assets:bank,expenses:costs,99000000,Gebyr\n";
    assert_eq!(
        faults(&place, "ledger", fee),
        expected(&[(2, "amount", "bank-below-zero")])
    );
    let ahead = "date,from,to,amount,text\n2018-02-02,assets:bank,expenses:costs,1,Gebyr\n";
    assert_eq!(
        faults(&place, "ledger", ahead),
        expected(&[(2, "date", "date-ahead")])
    );
    let ahead =
        "kind,number,paid_on,paid,decision,decided_on\nfylkeskommune,01,2018-02-02,100,ja,2018-01-02\n";
    assert_eq!(
        faults(&place, "participants", ahead),
        expected(&[(2, "paid_on", "date-ahead")])
    );
}

#[test]
fn l8_rows_that_were_imported_before_are_passed_over_as_often_as_they_were_and_it_says_how_many() {
    let place = Place::with_halden_paid();
    let rent = "2018-01-31,income:other,assets:bank,100,Renter\n";
    let fee = "2018-01-31,assets:bank,expenses:costs,30,Gebyr\n";
    let import = |rows: &[&str]| {
        let text = format!("date,from,to,amount,text\n{}", rows.concat());
        let file = place.file("ledger.csv", text);
        let made = place.does("sofie", &["import", "ledger", &file]);
        json!({ "rows": made["rows"], "vouchers": made["vouchers"], "passed_over": made["passed_over"] })
    };
    let made = |rows: usize, vouchers: usize, passed_over: usize| json!({ "rows": rows, "vouchers": vouchers, "passed_over": passed_over });
    // Two equal rows of one file are two.
    assert_eq!(import(&[rent, rent, fee]), made(3, 3, 0));
    let bank = 61_580_000 + 10_000 + 10_000 - 3_000;
    assert_eq!(place.does("", &["capital"])["bank_ore"], bank);
    assert_eq!(import(&[fee, rent, rent]), made(3, 0, 3));
    assert_eq!(import(&[rent]), made(1, 0, 1));
    assert_eq!(place.does("", &["capital"])["bank_ore"], bank);
    // A third one is new, and so is a row that says something else.
    assert_eq!(import(&[rent, rent, rent]), made(3, 1, 2));
    assert_eq!(import(&[&rent.replace("Renter", "Rente")]), made(1, 1, 0));
    assert_eq!(import(&[&rent.replace("100", "100.01")]), made(1, 1, 0));
    assert_eq!(
        place.does("", &["capital"])["bank_ore"],
        bank + 10_000 + 10_000 + 10_001
    );
    // What was reversed was imported all the same.
    place.does("sofie", &["ledger", "reverse", "2", "--reason", "Feil"]);
    assert_eq!(import(&[rent, rent, rent]), made(3, 0, 3));
    let file = place.file("ledger.csv", format!("date,from,to,amount,text\n{rent}"));
    let said = place.says("sofie", &["import", "ledger", &file]);
    assert!(said.out.contains("Én rad var importert før"), "{said:?}");
    let said = place.says("sofie", &["import", "ledger", &file, "--dry-run"]);
    assert!(said.out.contains("Én rad var importert før"), "{said:?}");
}

/// Line, column and code of the faults of a ledger file that `who` imports.
fn ledger_faults(place: &Place, who: &str, rows: &str) -> Vec<(u64, String, String)> {
    let file = place.file("opening.csv", format!("date,from,to,amount,text\n{rows}"));
    let said = place.says(who, &["import", "ledger", &file, "--json"]);
    assert_eq!(said.code, 4, "{said:?}");
    let json = said.json();
    let rows = json["error"]["rows"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    rows.iter()
        .map(|row| {
            (
                row["line"].as_u64().unwrap(),
                text(&row["column"]),
                text(&row["code"]),
            )
        })
        .collect()
}

#[test]
fn l8_opening_balances_are_the_administrators_on_one_day_before_all_else() {
    let place = Place::new();
    let ks = "2018-01-01,equity:contributions:ks,assets:bank,1000000,Inngående\n";
    let state = "2018-01-01,equity:contributions:state,assets:bank,500000,Inngående\n";
    assert_eq!(
        ledger_faults(&place, "sofie", ks),
        expected(&[(2, "from", "opening-not-administrator")])
    );
    assert_eq!(
        ledger_faults(&place, "", &[ks, &state.replace("01-01", "01-02")].concat()),
        expected(&[(3, "from", "opening-other-day")])
    );
    let file = place.file(
        "opening.csv",
        format!("date,from,to,amount,text\n{ks}{state}{ks}"),
    );
    assert_eq!(place.does("", &["import", "ledger", &file])["vouchers"], 3);
    let paid = |kind: &str| {
        let capital = place.does("", &["capital"]);
        let sources = capital["sources"].as_array().unwrap().clone();
        sources.iter().find(|source| source["kind"] == kind).unwrap()["paid_ore"].clone()
    };
    assert_eq!(
        (paid("ks"), paid("state")),
        (json!(200_000_000), json!(50_000_000))
    );
    // Again it is passed over, whoever imports it and whatever has come since; anything more is too late.
    place.does("sofie", &["participant", "decide", "0101", "yes"]);
    place.does("sofie", &["participant", "pay", "0101"]);
    for who in ["", "sofie"] {
        assert_eq!(place.does(who, &["import", "ledger", &file])["passed_over"], 3);
    }
    assert_eq!(
        ledger_faults(&place, "", &[ks, ks, ks].concat()),
        expected(&[(4, "from", "opening-too-late")])
    );
}

#[test]
fn l8_c2_c3_what_ks_and_the_state_had_paid_in_stays_within_what_they_promise() {
    let place = Place::new();
    let opening = |source: &str, kroner: &str| {
        format!("2018-01-01,equity:contributions:{source},assets:bank,{kroner},Inngående\n")
    };
    // KS adds at most 40 mill., and the state as much as the sector: nobody but KS has promised anything yet.
    for (source, rows) in [
        ("ks", vec!["90000000"]),
        ("ks", vec!["39999999.99", "0.02"]),
        ("state", vec!["40000000", "0.01"]),
    ] {
        let text: String = rows.iter().map(|kroner| opening(source, kroner)).collect();
        let last = u64::try_from(rows.len()).unwrap() + 1;
        assert_eq!(
            ledger_faults(&place, "", &text),
            expected(&[(last, "amount", "payment-above-promise")]),
            "{source} {rows:?}"
        );
    }
    // In one voucher too, where each row alone would do.
    let together = place.file(
        "together.csv",
        "date,from,to,amount,text,voucher\n\
         2018-01-01,equity:contributions:ks,assets:bank,30000000,Inngående,1\n\
         2018-01-01,equity:contributions:ks,assets:bank,30000000,Inngående,1\n",
    );
    let said = place.says("", &["import", "ledger", &together, "--json"]);
    let row = &said.json()["error"]["rows"][0];
    assert_eq!((&row["line"], &row["rule"]), (&json!(3), &json!("C2")));
    assert_eq!(place.does("", &["capital"])["bank_ore"], 0);
    let text = [opening("ks", "40000000"), opening("state", "40000000")].concat();
    let file = place.file("opening.csv", format!("date,from,to,amount,text\n{text}"));
    place.does("", &["import", "ledger", &file]);
    assert_eq!(place.does("", &["capital"])["bank_ore"], 8_000_000_000_i64);
}

#[test]
fn l8_contributions_and_what_is_outstanding_come_by_their_own_steps_whoever_imports() {
    let place = Place::new();
    for (from, to) in [
        ("equity:contributions:municipality", "assets:bank"),
        ("equity:contributions:county", "assets:bank"),
        ("assets:bank", "equity:contributions:ks"),
        ("equity:contributions:ks", "income:other"),
        ("equity:contributions:state", "assets:outstanding:2018-01"),
        ("income:other", "assets:outstanding:2018-01"),
        ("assets:outstanding:2018-01", "assets:bank"),
    ] {
        for who in ["", "sofie"] {
            assert_eq!(
                ledger_faults(&place, who, &format!("2018-01-01,{from},{to},5,x\n")),
                expected(&[(2, "from", "ledger-own-step")]),
                "{who} {from} {to}"
            );
        }
    }
    assert_eq!(
        place.does("", &["audit"])["items"][0]["action"],
        "participants.import"
    );
}

#[test]
fn l1_a_sum_that_the_books_cannot_hold_is_refused_at_its_row_and_every_command_goes_on() {
    let place = Place::new();
    // A hundred times the largest amount is the most of all.
    let row = "2018-01-31,income:other,assets:bank,100 mrd,x\n";
    assert_eq!(
        ledger_faults(&place, "sofie", &row.repeat(101)),
        expected(&[(102, "amount", "amount-total")])
    );
    let file = place.file(
        "most.csv",
        format!("date,from,to,amount,text\n{}", row.repeat(100)),
    );
    place.does("sofie", &["import", "ledger", &file]);
    assert_eq!(
        ledger_faults(&place, "sofie", "2018-01-31,income:other,assets:bank,0.01,y\n"),
        expected(&[(2, "amount", "amount-total")])
    );
    assert_eq!(
        place.does("", &["capital"])["bank_ore"],
        1_000_000_000_000_000_i64
    );
    place.does("", &["forecast", "--paths", "100"]);
    place.does("", &["check"]);
    let mut proposals = "ref,title,applicant,benefit,cost,applied\n".to_owned();
    for number in 1..=101 {
        proposals += &format!("2018-{number:02},A,KS,both,100 mrd,1\n");
    }
    assert_eq!(
        faults(&place, "proposals", &proposals),
        expected(&[(102, "cost", "amount-total")])
    );
}

#[test]
fn c5_adoptions_of_what_is_not_live_are_refused_under_their_heading() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "100000");
    let text = format!("Ref.;Nummer;Ibruktatt\n{reference};101;31.1.2018\n");
    let found = faults(&place, "adoptions", &text);
    assert_eq!(
        (found.len(), found[0].0, found[0].1.as_str()),
        (1, 2, "Ref."),
        "{found:?}"
    );
}

#[test]
fn r2_adoptions_are_imported_with_what_is_paid_and_a_dry_run_leaves_everything_as_it_was() {
    let (place, reference) = digiorden("200000");
    let text = format!(
        "Ref.;Kommunenr;Ibruktatt;Betalt dato;Betalt\n{reference};1001;5.2.2018;10.2.2018;25 000\n{reference};1004;5.2.2018;;\n"
    );
    let file = place.file("adoptions.csv", text);
    let import = on("2018-02-20", &["import", "adoptions", &file]);
    let tried = place.does("sofie", &[&import[..], &["--dry-run"]].concat());
    assert_eq!(
        tried,
        json!({ "rows": 2, "adoptions": 2, "vouchers": 1, "first_voucher": 7, "last_voucher": 7, "dry_run": true })
    );
    let shown = || place.does("", &on("2018-02-20", &["solutions", "show", &reference]));
    assert_eq!(shown()["adopters"], json!([]));
    let made = json!({ "rows": 2, "adoptions": 2, "vouchers": 1, "first_voucher": 7, "last_voucher": 7 });
    assert_eq!(place.does("sofie", &import), made);
    let shown = shown();
    assert_eq!(
        (
            &shown["charged_ore"],
            &shown["repaid_ore"],
            &shown["adopters"][1]["charged_ore"]
        ),
        (&json!(8_500_000), &json!(2_500_000), &json!(6_000_000))
    );
    // Again, there is nothing new in it.
    let again =
        json!({ "rows": 2, "adoptions": 0, "vouchers": 0, "first_voucher": null, "last_voucher": null });
    assert_eq!(place.does("sofie", &import), again);
}

#[test]
fn f3_the_rates_of_diffusion_are_said_changed_imported_and_shown() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "100000");
    let shown = |place: &Place| {
        let shown = place.does("", &["proposals", "show", &reference]);
        (shown["bass_p"].clone(), shown["bass_q"].clone())
    };
    assert_eq!(shown(&place), (json!(null), json!(null)));
    place.does("sofie", &["proposal", "edit", &reference, "--bass-p", "0,05"]);
    // The one that isn't said is the fund's own.
    assert_eq!(shown(&place), (json!("0.05"), json!("0.38")));
    let file = place.file("rates.csv", format!("ref,bass_q\n{reference},0.5\n"));
    place.does("sofie", &["import", "proposals", &file]);
    assert_eq!(shown(&place), (json!("0.05"), json!("0.5")));
    let page = place.says("", &["proposals", "show", &reference]).out;
    assert!(page.contains("p = 0,05, q = 0,5"), "{page}");
    let csv = place.says("", &["export", "proposals"]).out;
    assert!(
        csv.contains("price_model,bass_p,bass_q\n") && csv.contains(",0.05,0.5\n"),
        "{csv}"
    );
    for (column, p, q) in [("bass_p", "1,5", "0,4"), ("bass_q", "0,03", "2,5")] {
        let text = format!("ref;bass_p;bass_q\n{reference};{p};{q}\n");
        assert_eq!(
            faults(&place, "proposals", &text),
            expected(&[(2, column, "bass-outside")])
        );
    }
    let refused = place.refuses("sofie", &["proposal", "edit", &reference, "--bass-q", "2,5"]);
    assert_eq!(refused, (4, "bass-outside".to_owned()));
}

#[test]
fn l8_a_row_is_the_same_however_its_letters_are_spelt() {
    let place = Place::with_halden_paid();
    let import = |text: &str, voucher: &str| {
        let head = "date,from,to,amount,text,voucher\n2018-01-31,income:other,assets:bank,100,";
        let file = place.file("ledger.csv", format!("{head}{text},{voucher}\n"));
        let made = place.does("sofie", &["import", "ledger", &file]);
        (made["vouchers"].clone(), made["passed_over"].clone())
    };
    let (new, known) = ((json!(1), json!(0)), (json!(0), json!(1)));
    assert_eq!(import("Rente m\u{e5}ned", ""), new);
    assert_eq!(import("Rente ma\u{30a}ned", ""), known);
    assert_eq!(import("Gebyr va\u{30a}r", "va\u{30a}"), new);
    assert_eq!(import("Gebyr v\u{e5}r", "v\u{e5}"), known);
    let bank = 61_580_000 + 10_000 + 10_000;
    assert_eq!(place.does("", &["capital"])["bank_ore"], bank);
}

#[test]
fn a_price_list_that_asks_nothing_is_said_to_and_promises_no_settlement() {
    let (place, reference) = digiorden("25000");
    place.does("sofie", &on("2018-02-05", &["adopt", &reference, "1001"]));
    let adopt = on("2018-02-06", &["adopt", &reference, "1002", "--lang", "nb"]);
    let said = place.says("sofie", &adopt);
    assert_eq!(
        said.out.lines().next().unwrap(),
        format!("Vestre har tatt {reference} i bruk og har ingenting å betale.")
    );
    let text = format!("ref,number,paid\n{reference},1002,1000\n");
    let file = place.file("adoptions.csv", text);
    let said = place.says(
        "sofie",
        &on("2018-02-06", &["import", "adoptions", &file, "--json"]),
    );
    let row = &said.json()["error"]["rows"][0];
    assert_eq!(
        (&row["code"], &row["rule"]),
        (&json!("payment-of-nothing"), &json!("R2"))
    );
}
