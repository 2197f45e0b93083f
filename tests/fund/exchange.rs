//! What spreadsheets save is read as it was meant, or refused with the line, the column and what would be right.

use jiff::civil::date;
use kommit::domain::forecast::ExtraKind;
use kommit::domain::intake::{
    Assessment, ParticipantIntake, ProposalIntake, RowProblem, ScenarioIntake, ScoreIntake,
};
use kommit::domain::ledger::Account;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::domain::proposal::{Applicant, Benefit, PriceModel, Ref};
use kommit::exchange;
use kommit::i18n::{Lang, Words};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn read_participants(bytes: &[u8]) -> Result<Vec<ParticipantIntake>, Vec<RowProblem>> {
    exchange::participants(bytes).whole()
}

fn read_proposals(bytes: &[u8]) -> Result<Vec<ProposalIntake>, Vec<RowProblem>> {
    exchange::proposals(bytes).whole()
}

fn read_scores(bytes: &[u8]) -> Result<Vec<ScoreIntake>, Vec<RowProblem>> {
    exchange::scores(bytes).whole()
}

fn participants(text: &str) -> Vec<ParticipantIntake> {
    read_participants(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn proposal(headings: &str, cells: &str) -> ProposalIntake {
    let text = format!("ref;{headings}\n2018-07;{cells}\n");
    let rows = read_proposals(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
    rows.into_iter().next().unwrap()
}

/// Line, column and code of every problem, and all of them can be said in both languages.
fn said<T: std::fmt::Debug>(result: Result<T, Vec<RowProblem>>) -> Vec<(u64, String, &'static str)> {
    let problems = result.unwrap_err();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for problem in &problems {
            assert!(
                !words.problem(problem).contains(char::is_control),
                "{}",
                words.problem(problem)
            );
        }
    }
    problems
        .into_iter()
        .map(|p| (p.line, p.column, p.refusal.code))
        .collect()
}

/// The problems of one proposal row with one more column.
fn refused(heading: &str, cell: &str) -> Vec<(u64, String, &'static str)> {
    said(read_proposals(
        format!("ref;{heading}\n2018-07;{cell}\n").as_bytes(),
    ))
}

fn one(line: u64, column: &str, code: &'static str) -> Vec<(u64, String, &'static str)> {
    vec![(line, column.to_owned(), code)]
}

#[test]
fn headings_in_both_languages_delimiters_and_line_ends_mean_the_same() {
    let expected = participants(
        "kind,number,name,county_number,county_name,population\nkommune,0301,Oslo,03,Oslo,666759\n",
    );
    assert_eq!(expected[0].population, Some(666_759));
    for text in [
        "\u{feff}Type;Kommunenr;Navn;Fylkesnr;Fylke;Innbyggere\r\nkommune;301;Oslo;3;Oslo;666 759\r\n",
        "TYPE\tKommune nr.\tnavn\tFylkes-nr\tFYLKE\tAntall innbyggere\nMunicipality\t0301\t Oslo \t03\tOslo\t666\u{a0}759",
        "\"kind\",\"number\",\"name\",\"county_number\",\"county_name\",\"population\"\n\"kommune\",\"0301\",\"Oslo\",\"03\",\"Oslo\",\"666,759\"\n",
        "Innbyggere;Fylke;Fylkesnr;Navn;Kommunenr;Type\r666.759;Oslo;03;Oslo;0301;Kommune\r",
        "kind;number;name;county_number;county_name;population;;\nkommune;0301;Oslo;03;Oslo;666\u{202f}759;;\n;;;;;;;\n",
    ] {
        assert_eq!(participants(text), expected, "{text}");
    }
}

#[test]
fn a_zero_that_a_spreadsheet_stripped_is_put_back_by_kind() {
    let rows = participants("Type;Kommunenr;Fylkesnr\nkommune;101;1\nfylkeskommune;1;\ncounty;12;\n");
    let numbers: Vec<(&str, Kind)> = rows
        .iter()
        .map(|row| (row.number.as_str(), row.kind.unwrap()))
        .collect();
    assert_eq!(
        numbers,
        [
            ("0101", Kind::Municipality),
            ("01", Kind::County),
            ("12", Kind::County)
        ]
    );
    assert_eq!(rows[0].county_number.as_deref(), Some("01"));
}

#[test]
fn an_empty_cell_or_a_column_that_is_not_there_changes_nothing() {
    let row = &participants("kind,number,name,decision,paid\nkommune,0101,,,\n")[0];
    assert_eq!(
        (&row.name, row.population, row.joins, row.paid),
        (&None, None, None, None)
    );
}

#[test]
fn answers_and_payments_are_read() {
    let text = "Type;Kommunenr;Svar;Svardato;Referanse;Betalingsdato;Betalt;Begrunnelse\n\
                kommune;0101;JA;7.12.2017;17/1234;2018-03-31;615 800,00;\n\
                kommune;0104;nei;2017-12-20;;;0;\"Vil vente,\nsier de\"\n";
    let rows = participants(text);
    assert_eq!(
        (rows[0].joins, rows[0].decided_on),
        (Some(true), Some(date(2017, 12, 7)))
    );
    assert_eq!(
        (rows[0].paid_on, rows[0].paid),
        (Some(date(2018, 3, 31)), Some(Ore::kroner(615_800)))
    );
    assert_eq!(
        (rows[1].joins, rows[1].paid, rows[1].line),
        (Some(false), Some(Ore::ZERO), 3)
    );
    assert_eq!(rows[1].reason.as_deref(), Some("Vil vente,\nsier de"));
}

#[test]
fn every_fault_of_every_row_is_named_with_its_line_and_its_heading() {
    let text = "Type;Kommunenr;Navn;Innbyggere;Svar;Svardato\r\n\
                kommune;0101;Halden;-5;kanskje;31.2.2018\r\n\
                \r\n\
                bydel;;Sagene;mange;;\r\n\
                kommune;01011;Moss;1,5;ja;\r\n";
    assert_eq!(
        said(read_participants(text.as_bytes())),
        [
            (2, "Innbyggere".to_owned(), "population-outside"),
            (2, "Svar".to_owned(), "answer-unknown"),
            (2, "Svardato".to_owned(), "date-invalid"),
            (4, "Type".to_owned(), "kind-unknown"),
            (4, "Kommunenr".to_owned(), "text-empty"),
            (4, "Innbyggere".to_owned(), "population-invalid"),
            (5, "Kommunenr".to_owned(), "number-invalid"),
            (5, "Innbyggere".to_owned(), "population-invalid"),
        ]
    );
}

#[test]
fn inhabitants_are_whole_positive_and_believable() {
    let read =
        |cell: &str| read_participants(format!("kind;number;population\nkommune;0101;{cell}\n").as_bytes());
    for (cell, inhabitants) in [
        ("1", 1),
        ("1 250", 1250),
        ("1.250.000", 1_250_000),
        ("\"1,250\"", 1250),
        ("20000000", 20_000_000),
    ] {
        assert_eq!(read(cell).unwrap()[0].population, Some(inhabitants), "{cell}");
    }
    for cell in [
        "0",
        "-1",
        "\u{2212}30790",
        "20000001",
        "99999999999999999999999999",
    ] {
        assert_eq!(
            said(read(cell)),
            one(2, "population", "population-outside"),
            "{cell}"
        );
    }
    for cell in ["12 34", "1.2", "1.250,000", "1e3", "0x10", "30790.0", "٣", "."] {
        assert_eq!(
            said(read(cell)),
            one(2, "population", "population-invalid"),
            "{cell}"
        );
    }
}

#[test]
fn headings_that_are_unknown_missing_or_doubled_are_refused_together_and_the_known_ones_named() {
    let problems =
        read_participants("Type;Navnet;Innbyggere;Folketall\nkommune;a;1;1\n".as_bytes()).unwrap_err();
    let bokmaal = Words::new(Lang::Nb);
    assert!(bokmaal.problem(&problems[0]).starts_with(
        "Linje 1, kolonne Navnet: Overskriften er ukjent. Kjente overskrifter er Type, Kommunenr, Navn, Fylkesnr, Fylke"
    ));
    assert_eq!(
        said::<()>(Err(problems)),
        [
            (1, "Navnet".to_owned(), "import-heading-unknown"),
            (1, "Folketall".to_owned(), "import-heading-twice"),
            (1, "Kommunenr".to_owned(), "import-heading-missing"),
        ]
    );
}

#[test]
fn rows_that_do_not_fit_under_the_headings_are_refused() {
    let text = "kind,number,name\nkommune,0301,Oslo,666,759\nkommune,0101\nkommune,0104,Moss,,\n";
    assert_eq!(
        said(read_participants(text.as_bytes())),
        [
            (2, "name".to_owned(), "import-row-ragged"),
            (3, "name".to_owned(), "import-row-ragged")
        ]
    );
    let stray = "kind;number;;name\nkommune;0301;hei;Oslo\n";
    assert_eq!(
        said(read_participants(stray.as_bytes())),
        one(2, "3", "import-heading-empty")
    );
}

#[test]
fn a_file_that_is_not_utf_8_text_says_on_which_line() {
    let latin_1 =
        b"Type;Kommunenr;Navn\r\nkommune;0101;Halden\r\nkommune;1525;Stranda\r\nkommune;0228;R\xe6lingen\r\n";
    assert_eq!(said(read_participants(latin_1)), one(4, "", "import-encoding"));
    assert_eq!(
        said(read_participants(b"PK\x03\x04\x14\x00\x06\x00")),
        one(1, "", "import-workbook-unreadable")
    );
    assert_eq!(
        said(read_participants(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00")),
        one(1, "", "import-not-text")
    );
    assert_eq!(
        said(read_participants(b"\xff\xfeT\x00y\x00")),
        one(1, "", "import-encoding")
    );
}

#[test]
fn an_empty_file_and_one_with_headings_only_are_refused() {
    for text in ["", "\u{feff}", "\n\r\n", ";;;\n", "   \n"] {
        assert_eq!(
            said(read_scores(text.as_bytes())),
            one(1, "", "import-empty"),
            "{text:?}"
        );
    }
    assert_eq!(
        said(read_participants(b"kind,number\n")),
        one(1, "", "import-no-rows")
    );
}

#[test]
fn a_quote_that_never_closes_is_refused_where_it_opens_and_swallows_nothing() {
    let text = "ref;title;summary\n2018-01;\"Felles \"\"kart\"\"\";a\n2018-02;b;\"c\n2018-03;d;e\nx;f;g\n";
    let read = exchange::proposals(text.as_bytes());
    let lines: Vec<u64> = read.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 4]);
    assert_eq!(
        said(read.whole()),
        [
            (3, "summary".to_owned(), "import-quote-open"),
            (5, "ref".to_owned(), "ref-invalid")
        ]
    );
    let closed = "ref;title;summary\n2018-01;\"Felles \"\"kart\"\"\";a \"b\" c\n";
    assert_eq!(
        read_proposals(closed.as_bytes()).unwrap()[0].title.as_deref(),
        Some("Felles \"kart\"")
    );
}

#[test]
fn what_could_command_a_terminal_is_refused_in_every_column() {
    for heading in [
        "title",
        "summary",
        "applicant",
        "cost",
        "go_live",
        "benefit",
        "uptake",
        "price_model",
    ] {
        for character in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\0'] {
            let problems = refused(heading, &format!("a{character}[31mb"));
            assert_eq!(
                problems,
                one(2, heading, "text-control"),
                "{heading} {character:?}"
            );
        }
    }
}

#[test]
fn a_cell_without_end_is_refused() {
    assert_eq!(refused("title", &"å".repeat(201)), one(2, "title", "text-long"));
    assert_eq!(refused("cost", &"1".repeat(5000)), one(2, "cost", "text-long"));
}

#[test]
fn the_whole_of_a_proposal_is_read() {
    let row = proposal(
        "Tittel;Søker;Gjelder for;Kostnad;Søkt;Innsendt;I drift;Sammendrag;Utbredelse lav;Utbredelse;Utbredelse høy;Forsinkelse;Prismodell",
        "Felles innsyn;KS;begge;12 500 000,50;8.000.000;1.3.2018;2019-06-01;\"En\nto\";0,4;60 %;0.8;2;bands:4999=25000,10000=40000,=60000",
    );
    assert_eq!(row.title.as_deref(), Some("Felles innsyn"));
    assert_eq!(
        (row.applicant, row.benefit),
        (Some(Applicant::Ks), Some(Benefit::Both))
    );
    assert_eq!(
        (row.cost, row.applied),
        (Some(Ore::new(1_250_000_050)), Some(Ore::kroner(8_000_000)))
    );
    assert_eq!(
        (row.submitted_on, row.go_live),
        (Some(date(2018, 3, 1)), Some(date(2019, 6, 1)))
    );
    assert_eq!(row.summary.as_deref(), Some("En\nto"));
    assert_eq!(
        (row.uptake_low, row.uptake),
        (Some(Decimal::new(4, 1)), Some(Decimal::new(6, 1)))
    );
    assert_eq!((row.delay_low, row.delay, row.line), (None, Some(2), 2));
    assert!(matches!(row.price_model, Some(PriceModel::Bands { .. })));
}

#[test]
fn c5_an_applicant_is_a_number_ks_or_a_name_with_its_owner() {
    let applicant = |cells: &str| proposal("applicant;owner_number", cells).applicant.unwrap();
    assert!(matches!(applicant("301;"), Applicant::Participant(n) if n.as_str() == "0301"));
    assert!(matches!(applicant("3;"), Applicant::Participant(n) if n.as_str() == "03"));
    assert_eq!(applicant("ks;"), Applicant::Ks);
    assert!(
        matches!(applicant("Digi Vest;1201"), Applicant::Company { name, owner }
        if name == "Digi Vest" && owner.as_str() == "1201")
    );
    let with = |cells: &str| refused("applicant;owner_number", cells);
    assert_eq!(with("Bergen;"), one(2, "applicant", "applicant-without-owner"));
    assert_eq!(with("Digi Vest;Bergen"), one(2, "owner_number", "number-invalid"));
    assert_eq!(with("KS;1201"), one(2, "owner_number", "owner-superfluous"));
    assert_eq!(with(";1201"), one(2, "owner_number", "owner-superfluous"));
    assert_eq!(with("30100;1201"), one(2, "applicant", "number-invalid"));
}

#[test]
fn figures_of_a_proposal_that_cannot_be_are_refused_in_their_column() {
    for (heading, cell, code) in [
        ("cost", "0", "amount-not-positive"),
        ("applied", "-5", "amount-not-positive"),
        ("cost", "1,250", "amount-ambiguous"),
        ("cost", "1.250", "amount-ambiguous"),
        ("cost", "0.001", "amount-invalid"),
        ("price_model", "fixed:25.000", "amount-ambiguous"),
        ("cost", "100000000000000", "amount-too-large"),
        ("uptake", "1,2", "uptake-outside"),
        ("uptake", "120 %", "uptake-outside"),
        ("uptake_low", "-0,1", "uptake-outside"),
        ("uptake_high", "mye", "share-invalid"),
        ("uptake", "0.6.1", "share-invalid"),
        ("delay", "-1", "delay-invalid"),
        ("delay", "1,5", "delay-invalid"),
        ("delay_high", "41", "delay-invalid"),
        ("delay_high", "99999999999999999999", "delay-invalid"),
        ("benefit", "alle", "benefit-unknown"),
        ("price_model", "gratis", "price-model-invalid"),
        ("submitted_on", "i fjor", "date-invalid"),
        ("ref", "x", "import-heading-twice"),
    ] {
        let expected = (
            if code == "import-heading-twice" { 1 } else { 2 },
            heading.to_owned(),
            code,
        );
        assert_eq!(refused(heading, cell), [expected], "{heading} {cell}");
    }
}

#[test]
fn f3_the_rates_of_diffusion_are_read_and_a_faulty_one_is_named() {
    let row = proposal("Bass p;bass_q", "0,05;0.4");
    assert_eq!(
        (row.bass_p, row.bass_q),
        (Some(Decimal::new(5, 2)), Some(Decimal::new(4, 1)))
    );
    for cell in ["-0,1", "mye", "0,1,2", "10 %"] {
        assert_eq!(
            refused("bass_p", cell),
            one(2, "bass_p", "rate-invalid"),
            "{cell}"
        );
    }
}

#[test]
fn adoptions_are_read_under_headings_in_both_languages() {
    let read = |text: &str| exchange::adoptions(text.as_bytes()).whole();
    let expected =
        read("ref,number,adopted_on,paid_on,paid\n2018-07,0301,2019-01-15,2019-03-01,25000.50\n").unwrap();
    let row = &expected[0];
    assert_eq!(
        (row.reference.to_string(), row.number.as_str()),
        ("2018-07".to_owned(), "0301")
    );
    assert_eq!(
        (row.adopted_on, row.paid_on),
        (Some(date(2019, 1, 15)), Some(date(2019, 3, 1)))
    );
    assert_eq!(row.paid, Some(Ore::new(2_500_050)));
    for text in [
        "Ref.;Nummer;Ibruktatt;Betalt dato;Betalt\n2018-7;301;15.1.2019;1.3.2019;25 000,50\n",
        "Referanse;Kommunenr;Ibruktatt;Betalt den;Betalt\n2018-07;0301;2019-01-15;2019-03-01;25000,5\n",
    ] {
        assert_eq!(read(text).unwrap(), expected, "{text}");
    }
    let bare = read("ref;number\n2018-07;03\n").unwrap();
    assert_eq!(
        (bare[0].adopted_on, bare[0].paid_on, bare[0].paid),
        (None, None, None)
    );
    assert_eq!(
        said(read("ref;number;adopted_on;paid\nx;;i fjor;-5\n2018-07;0301;;\n")),
        [
            (2, "ref".to_owned(), "ref-invalid"),
            (2, "number".to_owned(), "text-empty"),
            (2, "adopted_on".to_owned(), "date-invalid"),
            (2, "paid".to_owned(), "total-negative"),
        ]
    );
}

#[test]
fn l1_ledger_entries_are_read_between_accounts_that_are_known() {
    let read = |text: &str| exchange::ledger(text.as_bytes()).whole();
    let expected =
        read("date,from,to,amount,text,voucher\n2018-01-31,income:other,assets:bank,12500.50,Renter,17-4\n");
    let rows = expected.unwrap();
    let row = &rows[0];
    assert_eq!((row.from, row.to), (Account::OtherIncome, Account::Bank));
    assert_eq!((row.amount, row.date), (Ore::new(1_250_050), date(2018, 1, 31)));
    assert_eq!(
        (row.text.as_str(), row.voucher.as_deref()),
        ("Renter", Some("17-4"))
    );
    let nb = "Dato;Fra;Til;Beløp;Tekst;Bilag\n31.1.2018;income:other;assets:bank;12 500,50;Renter;17-4\n";
    assert_eq!(read(nb).unwrap(), rows);
    let text = "date;from;to;amount;text\n2018-01-31;bank;assets:outstanding:x;0;\n;;;;Renter\n";
    assert_eq!(
        said(read(text)),
        [
            (2, "from".to_owned(), "account-unknown"),
            (2, "to".to_owned(), "account-unknown"),
            (2, "amount".to_owned(), "amount-not-positive"),
            (2, "text".to_owned(), "text-empty"),
            (3, "date".to_owned(), "text-empty"),
            (3, "from".to_owned(), "text-empty"),
            (3, "to".to_owned(), "text-empty"),
            (3, "amount".to_owned(), "text-empty"),
        ]
    );
}

#[test]
fn f5_extra_flows_are_read_with_their_kind_in_both_languages() {
    let read = |text: &str| exchange::what_if(text.as_bytes()).whole();
    let kinds = |text: &str| read(text).unwrap().iter().map(|row| row.kind).collect::<Vec<_>>();
    let en = "date,kind,amount,label\n2018-01-31,receipt,10,a\n2018-01-31,cost,1,\n\
              2018-02-28,commitment,20,b\n2018-03-31,disbursement,2,b\n";
    let nb = "Dato;Type;Beløp;Merke\n31.1.2018;Innbetaling;10;a\n31.1.2018;kostnad;1;\n\
              28.2.2018;tilsagn;20;b\n31.3.2018;utbetaling;2;b\n";
    assert_eq!(read(en).unwrap(), read(nb).unwrap());
    let expected = [
        ExtraKind::Receipt,
        ExtraKind::Cost,
        ExtraKind::Commitment,
        ExtraKind::Disbursement,
    ];
    assert_eq!(kinds(en), expected);
    let rows = read(en).unwrap();
    assert_eq!((rows[2].amount, rows[2].label.as_str()), (Ore::kroner(20), "b"));
    let text = "date,kind,amount\n2018-01-31,gave,10\n2018-01-31,cost,-10\n";
    assert_eq!(
        said(read(text)),
        [
            (2, "kind".to_owned(), "flow-kind-unknown"),
            (3, "amount".to_owned(), "amount-not-positive")
        ]
    );
}

#[test]
fn f5_a_scenario_says_what_is_otherwise_and_its_faults_are_named_by_line_and_key() {
    let source = "uptake_factor = 0.8\ndelay_quarters = 2\nundecided_joining = 0.25\nreserve = 5_000_000\n\
                  include = [\"2018-07\"]\nexclude = [\n  \"2018-02\",\n  \"2018-11\",\n]\n";
    let scenario = exchange::scenario(source).unwrap();
    assert_eq!(scenario.uptake_factor, Some(Decimal::new(8, 1)));
    assert_eq!(
        (scenario.delay_quarters, scenario.undecided_joining),
        (Some(2), Some(Decimal::new(25, 2)))
    );
    assert_eq!(scenario.reserve, Some(Ore::kroner(5_000_000)));
    assert_eq!(
        (scenario.include, scenario.exclude.len()),
        (vec![Ref::new(2018, 7)], 2)
    );
    assert_eq!(exchange::scenario(""), Ok(ScenarioIntake::default()));
    for (from, to, code, line, key) in [
        ("0.8", "-1", "toml-range", 1, "uptake_factor"),
        ("= 2\n", "= 1.5\n", "toml-kind", 2, "delay_quarters"),
        ("= 2\n", "= 41\n", "toml-range", 2, "delay_quarters"),
        ("0.25", "25", "toml-range", 3, "undecided_joining"),
        ("5_000_000", "0.005", "toml-kind", 4, "reserve"),
        ("[\"2018-07\"]", "\"2018-07\"", "toml-kind", 5, "include"),
        ("2018-11", "2018", "toml-kind", 8, "exclude"),
        ("2018-11", "2018-07", "scenario-both", 6, "exclude"),
        ("reserve", "reserv", "toml-unknown", 4, "reserv"),
        ("= 2\n", "=\n", "toml-syntax", 2, ""),
    ] {
        let refusal = exchange::scenario(&source.replace(from, to)).unwrap_err();
        for lang in Lang::ALL {
            let said = Words::new(lang).refusal(&refusal);
            let place = if lang == Lang::Nb { "Linje" } else { "Line" };
            assert!(
                said.starts_with(&format!("{place} {line}:")) && said.contains(key),
                "{said}"
            );
        }
        assert_eq!(refusal.code, code, "{to}");
    }
}

#[test]
fn s1_a_score_is_1_to_5_or_not_assessed() {
    let read = |cell: &str| {
        let text =
            format!("Runde;Ref.;Medlem;Kriterium;Poeng;Kommentar\n2018-1;2018-07;bergen;Benefit;{cell};\n");
        read_scores(text.as_bytes())
    };
    for (cell, score) in [
        ("1", Some(Assessment::Score(1))),
        ("5", Some(Assessment::Score(5))),
        // An empty cell changes nothing.
        ("", None),
        ("-", Some(Assessment::NotAssessed)),
        ("–", Some(Assessment::NotAssessed)),
    ] {
        let row = &read(cell).unwrap()[0];
        assert_eq!(
            (row.score, row.criterion.as_str(), row.comment.as_deref()),
            (score, "benefit", None),
            "{cell}"
        );
    }
    for cell in ["0", "6", "-1", "4,5", "fire", "05", "+4", "256"] {
        assert_eq!(said(read(cell)), one(2, "Poeng", "score-outside"), "{cell}");
    }
    let empty = "round;ref;member;criterion;score\n;;;;\n;2018-07;;benefit;4\n";
    assert_eq!(
        said(read_scores(empty.as_bytes())),
        [
            (3, "round".to_owned(), "text-empty"),
            (3, "member".to_owned(), "text-empty")
        ]
    );
}

#[test]
fn the_municipalities_and_counties_of_2017_come_out_as_the_letter_reckons() {
    let rows = read_participants(include_bytes!("../../assets/data/participants-2017.csv")).unwrap();
    let of = |kind: Kind| rows.iter().filter(move |row| row.kind == Some(kind));
    let inhabitants = |kind: Kind| {
        of(kind)
            .filter_map(|row| row.population)
            .map(i64::from)
            .sum::<i64>()
    };
    assert_eq!(
        (of(Kind::Municipality).count(), of(Kind::County).count()),
        (426, 18)
    );
    assert_eq!(inhabitants(Kind::Municipality) * 20, 105_166_340);
    assert_eq!(inhabitants(Kind::County) * 5, 22_957_790);
}

#[test]
fn csv_is_quoted_where_it_must_be_and_a_formula_becomes_text() {
    let rows: Vec<Vec<exchange::Cell>> = vec![
        vec![
            "2018-07".into(),
            "Felles \"kart\", del 1".into(),
            (-250_i64).into(),
        ],
        vec!["2018-08".into(), "=HYPERLINK(\"x\")".into(), "-".into()],
    ];
    assert_eq!(
        exchange::csv_table(&["ref", "title", "sum_ore"], &rows),
        "ref,title,sum_ore\n2018-07,\"Felles \"\"kart\"\", del 1\",-250\n2018-08,\"'=HYPERLINK(\"\"x\"\")\",-\n"
    );
}

fn every_reader(bytes: &[u8]) -> [bool; 6] {
    thread_local! {
        static WORDS: Words = Words::new(Lang::Nb);
    }
    fn shown(problems: &[RowProblem]) -> bool {
        let said = |p| WORDS.with(|words| words.problem(p));
        problems
            .iter()
            .for_each(|p| assert!(!said(p).contains(char::is_control)));
        assert!(!problems.is_empty());
        false
    }
    fn read<T>(result: Result<Vec<T>, Vec<RowProblem>>) -> bool {
        result.map_or_else(|problems| shown(&problems), |rows| !rows.is_empty())
    }
    [
        read(read_participants(bytes)),
        read(read_proposals(bytes)),
        read(read_scores(bytes)),
        read(exchange::adoptions(bytes).whole()),
        read(exchange::ledger(bytes).whole()),
        read(exchange::what_if(bytes).whole()),
    ]
}

proptest! {
    #[test]
    fn no_bytes_break_a_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        every_reader(&bytes);
    }

    #[test]
    fn no_text_under_good_headings_breaks_a_reader(
        head in 0_usize..6,
        cells in "([a-zæøå0-9 ,.;\t\"\r\n'=+\u{a0}\u{1b}\u{202e}%:-]|2018-0[1-9];|kommune;0[1-9]01;){0,200}",
    ) {
        let head = [
            "kind;number;name;population;paid",
            "ref;title;applicant;owner_number;cost;uptake;delay;price_model",
            "round;ref;member;criterion;score;comment",
            "ref;number;adopted_on;paid_on;paid",
            "date;from;to;amount;text;voucher",
            "date;kind;amount;label",
        ][head];
        every_reader(format!("{head}\r\n{cells}").as_bytes());
    }

    #[test]
    fn a_title_that_is_written_is_read_back_as_it_was(title in "['=+@a-zæ,;\" \n-]{1,12}") {
        let title = title.trim().replace('\n', " ");
        prop_assume!(!title.is_empty());
        let csv = exchange::csv_table(&["ref", "title"], &[vec!["2018-01".into(), title.clone().into()]]);
        let rows = read_proposals(csv.as_bytes()).unwrap();
        prop_assert_eq!(rows[0].title.as_ref(), Some(&title));
    }
}

#[test]
fn what_is_read_is_composed_headings_too() {
    let text = "date;kind;amount;label\n2018-01-31;commitment;10;caf\u{e9}\n2018-02-28;disbursement;10;cafe\u{301}\n";
    let rows = exchange::what_if(text.as_bytes()).whole().unwrap();
    assert_eq!(rows[0].label, rows[1].label);
    let rows = exchange::scores(
        "runde;ref;ra\u{30a}dsmedlem;kriterium;poeng\nR;2018-01;kari;benefit;3\n".as_bytes(),
    );
    assert_eq!(rows.whole().unwrap()[0].member, "kari");
}

#[test]
fn an_open_quote_among_the_headings_is_named_first() {
    for (text, place) in [
        ("ref;\"title;cost\n2018-01;a;b\n2018-02;c;d\n", "2"),
        ("\"ref;title\n", "1"),
        ("\nref;title;\"cost\n2018-01;a;b\n", "3"),
    ] {
        let line = 1 + text.bytes().take_while(|byte| *byte == b'\n').count() as u64;
        assert_eq!(
            said(read_proposals(text.as_bytes())),
            one(line, place, "import-quote-open"),
            "{text:?}"
        );
    }
}

#[test]
fn the_limit_of_a_text_is_its_own() {
    let longest = |cell: &str| {
        let text = format!("ref;title;summary\n2018-01;{cell}\n");
        let problems = read_proposals(text.as_bytes()).unwrap_err();
        let told: Vec<_> = problems[0]
            .refusal
            .args
            .iter()
            .map(|(_, value)| value.clone())
            .collect();
        (problems[0].refusal.code, told)
    };
    let told = |length: usize, most: usize| ("text-long", vec![length.into(), most.into()]);
    assert_eq!(longest(&format!("{};", "x".repeat(201))), told(201, 200));
    assert_eq!(longest(&format!("{};", "x".repeat(5000))), told(5000, 200));
    assert_eq!(longest(&format!("x;{}", "y".repeat(5000))), told(5000, 4000));
}

#[test]
fn a_heading_of_an_export_in_ore_is_told_of_what_the_import_has() {
    let problems = read_proposals(b"ref,title,cost_ore,stage\n2018-01,a,100,draft\n").unwrap_err();
    assert_eq!(
        said::<()>(Err(problems.clone())),
        [
            (1, "cost_ore".to_owned(), "import-heading-ore"),
            (1, "stage".to_owned(), "import-heading-unknown"),
        ]
    );
    let words = Words::new(Lang::Nb).problem(&problems[0]);
    assert!(words.contains("Importen har cost, i kroner."), "{words}");
}

#[test]
fn the_line_that_tells_a_spreadsheet_the_delimiter_is_read() {
    for text in [
        "sep=;\nref;title\n2018-01;a, b\n",
        "\u{feff}SEP=,\r\nref,title\r\n2018-01,\"a, b\"\r\n",
        "sep=|\nref|title\n2018-01|a, b\n",
        "sep=\t\nref\ttitle\n2018-01\ta, b\n",
    ] {
        let rows = read_proposals(text.as_bytes()).unwrap_or_else(|problems| panic!("{text:?} {problems:?}"));
        assert_eq!((rows[0].title.as_deref(), rows[0].line), (Some("a, b"), 3));
    }
}
