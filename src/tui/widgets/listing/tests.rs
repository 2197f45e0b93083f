//! The listing: where the cursor is after every change, what the keys do while one types, and what it says.

use super::*;
use crate::tui::testing::{self, keys};
use crate::tui::widgets::list::Width;

/// A name and an amount.
type Entry = (&'static str, i64);

impl Row for Entry {
    type Key = &'static str;

    fn key(&self) -> &'static str {
        self.0
    }

    fn text(&self) -> String {
        self.0.to_owned()
    }
}

const ORDERS: Orders<Entry> = &[
    ("tui-first", |_, _| Ordering::Equal),
    ("tui-last", |a, b| b.1.cmp(&a.1)),
];
const ENTRIES: [Entry; 5] = [
    ("Halden", 3),
    ("Moss", 5),
    ("Haldensleben", 1),
    ("Sarpsborg", 4),
    ("Hvaler", 2),
];

fn listing() -> Listing<Entry> {
    let mut listing = Listing::ordered(ORDERS);
    listing.receive(ENTRIES.to_vec());
    draw(&listing, (30, 5));
    listing
}

fn draw(listing: &Listing<Entry>, size: (u16, u16)) -> String {
    let columns = [Column::new("Navn", Width::Flex(8))];
    let cells = |entry: &Entry| vec![(entry.0.to_owned(), ratatui::style::Style::new())];
    testing::draw(size, |area, buf, ctx| {
        listing
            .look("word-no-proposals-have-been-registered", &columns, &cells)
            .render(area, buf, ctx);
    })
}

fn press(listing: &mut Listing<Entry>, text: &str) {
    for key in keys(text) {
        listing.typed(key);
    }
}

fn name(listing: &Listing<Entry>) -> &'static str {
    listing.selected().map_or("", |entry| entry.0)
}

#[test]
fn the_cursor_stays_on_its_row_when_the_order_the_rows_or_what_is_kept_change() {
    let mut listing = listing();
    listing.moved(Move::Last);
    assert_eq!((name(&listing), listing.at()), ("Hvaler", Some(4)));
    listing.next_order();
    assert_eq!((name(&listing), listing.at()), ("Hvaler", Some(3)));
    listing.keep_to(|entry| entry.1 < 5);
    assert_eq!((name(&listing), listing.at()), ("Hvaler", Some(2)));
    listing.receive(ENTRIES[1..].to_vec());
    assert_eq!((name(&listing), listing.at()), ("Hvaler", Some(1)));
    listing.next_order();
    assert_eq!(name(&listing), "Hvaler");
    listing.keep_to(|entry| entry.1 > 3);
    assert_eq!(name(&listing), "Moss", "at the top when its row is not shown");
    listing.select(&"Halden");
    assert_eq!(name(&listing), "Moss", "what is not shown is not selected");
}

#[test]
fn while_one_types_the_cursor_stays_on_its_row_and_at_the_top_it_is_on_the_best_match() {
    let mut listing = listing();
    listing.open_filter();
    press(&mut listing, "hval");
    assert_eq!(name(&listing), "Hvaler");
    press(&mut listing, "<Esc>");
    assert_eq!(
        (name(&listing), listing.at()),
        ("Hvaler", Some(4)),
        "what was found stays selected"
    );
    listing.open_filter();
    press(&mut listing, "h<End>");
    let at_the_end = name(&listing);
    press(&mut listing, "v");
    assert_eq!(name(&listing), at_the_end);
    press(&mut listing, "<C-u>moss<Enter>");
    assert!(listing.mode().is_none() && listing.is_searched());
    assert_eq!(name(&listing), "Moss");
    listing.next_order();
    assert_eq!(name(&listing), "Moss");
    assert!(listing.back() && !listing.back());
    assert_eq!(name(&listing), "Moss");
}

#[test]
fn every_move_that_is_no_letter_works_while_one_types() {
    for (typed, at) in [
        ("<Down>", 1),
        ("<PgDn>", 4),
        ("<PgDn><Up>", 3),
        ("<End>", 4),
        ("<End><Home>", 0),
        ("<C-d>", 2),
        ("<C-f><PgUp>", 0),
    ] {
        let mut listing = listing();
        listing.open_filter();
        press(&mut listing, typed);
        assert_eq!(listing.at(), Some(at), "{typed}");
    }
}

#[test]
fn what_begins_with_the_word_that_is_typed_stands_first() {
    let mut listing = listing();
    listing.next_order();
    listing.open_filter();
    press(&mut listing, "Halden");
    assert_eq!(name(&listing), "Halden");
    assert!(draw(&listing, (30, 5)).contains("2 av 5"));
}

#[test]
fn a_list_says_how_many_fit_where_there_is_room_and_why_it_is_empty() {
    let mut listing = listing();
    listing.open_filter();
    press(&mut listing, "h");
    insta::assert_snapshot!(draw(&listing, (24, 5)), @r"
      / h           3 av 5
      Navn
    ▌ Halden
      Haldensleben
      Hvaler
    ");
    assert!(
        !draw(&listing, (14, 4)).contains("av 5"),
        "{}",
        draw(&listing, (14, 4))
    );
    press(&mut listing, "xx");
    assert!(draw(&listing, (60, 8)).contains("Ingenting passer med søket"));
    press(&mut listing, "<Esc>");
    listing.keep_to(|_| false);
    assert!(draw(&listing, (60, 8)).contains("Ingenting passer med filteret"));
    listing.receive(Vec::new());
    assert!(draw(&listing, (60, 8)).contains("Ingen søknader"));
}

#[test]
fn any_size_will_do() {
    let mut listing = listing();
    listing.open_filter();
    press(&mut listing, "ha");
    for wide in 0..12 {
        for tall in 0..5 {
            draw(&listing, (wide, tall));
        }
    }
}
