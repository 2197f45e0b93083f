//! The list: what is asked for, what gives way in little room, and where the cursor goes.

use super::*;
use crate::tui::testing;

fn draw(size: (u16, u16), len: usize, cursor: &Cursor, line: Option<(usize, String)>) -> String {
    let columns = [
        Column::new("Ref.", Width::Fixed(4)),
        Column::new("Navn", Width::Flex(6)),
        Column::new("Kr", Width::Fixed(6)).right().spare(1),
    ];
    let row = |i: usize| {
        let style = Style::new();
        vec![
            (format!("{i}"), style),
            (format!("navn nummer {i}"), style),
            (format!("{}", i * 100), style),
        ]
    };
    let list = List {
        columns: &columns,
        cursor,
        len,
        row: &row,
        focused: true,
        line,
    };
    testing::draw(size, |area, buf, ctx| list.render(area, buf, ctx))
}

#[test]
fn only_the_rows_in_sight_are_asked_for() {
    let asked = Cell::new(0);
    let row = |_: usize| {
        asked.set(asked.get() + 1);
        vec![(String::new(), Style::new())]
    };
    let columns = [Column::new("x", Width::Flex(3))];
    let cursor = Cursor::default();
    let list = List {
        columns: &columns,
        cursor: &cursor,
        len: 10_000,
        row: &row,
        focused: true,
        line: None,
    };
    testing::draw((20, 11), |area, buf, ctx| list.render(area, buf, ctx));
    assert_eq!(asked.get(), 10);
}

#[test]
fn figures_end_at_the_right_and_narrow_lists_drop_what_may_go() {
    let cursor = Cursor::default();
    insta::assert_snapshot!(draw((30, 4), 2, &cursor, None), @r"
        Ref.  Navn                Kr
      ▌ 0     navn nummer 0        0
        1     navn nummer 1      100
    ");
    insta::assert_snapshot!(draw((16, 3), 2, &cursor, None), @r"
        Ref.  Navn
      ▌ 0     navn nu…
        1     navn nu…
    ");
}

#[test]
fn words_give_way_to_figures_and_a_figure_is_drawn_whole_or_not_at_all() {
    let columns = [
        Column::new("Ref.", Width::Fixed(4)),
        Column::new("Navn", Width::Flex(14)),
        Column::new("Poeng", Width::Fixed(5)).right(),
        Column::new("Sum", Width::Fixed(5)).right(),
    ];
    let row = |_: usize| {
        ["18-1", "Felles kartløsning", "3,92", "146,0"]
            .map(|text| (text.to_owned(), Style::new()))
            .to_vec()
    };
    let cursor = Cursor::default();
    let list = List {
        columns: &columns,
        cursor: &cursor,
        len: 1,
        row: &row,
        focused: true,
        line: None,
    };
    let draw = |wide: u16| testing::draw((wide, 3), |area, buf, ctx| list.render(area, buf, ctx));
    let seen = [33, 27, 20].map(draw).concat();
    insta::assert_snapshot!(seen, @r"
        Ref.  Navn         Poeng    Sum
      ▌ 18-1  Felles kar…   3,92  146,0
        Ref.  Navn          Poeng
      ▌ 18-1  Felles kart…   3,92
        Ref.  Navn
      ▌ 18-1  Felles kart…
    ");
}

#[test]
fn the_page_stands_still_until_the_cursor_leaves_it_and_then_scrolls_half_a_page() {
    let mut cursor = Cursor::default();
    draw((30, 11), 100, &cursor, None);
    for _ in 0..9 {
        cursor.step(Move::Down, 100);
        draw((30, 11), 100, &cursor, None);
        assert_eq!(cursor.top.get(), 0);
    }
    cursor.step(Move::Down, 100);
    draw((30, 11), 100, &cursor, None);
    assert_eq!(cursor.top.get(), 5);
    cursor.step(Move::Last, 100);
    draw((30, 11), 100, &cursor, None);
    assert_eq!((cursor.at(100), cursor.top.get()), (Some(99), 90));
    assert_eq!(
        cursor.at(3),
        Some(2),
        "the cursor stays in a list that has become shorter"
    );
    assert_eq!(cursor.at(0), None);
}

#[test]
fn the_line_is_drawn_and_never_selected() {
    let mut cursor = Cursor::default();
    cursor.step(Move::Down, 3);
    insta::assert_snapshot!(draw((30, 6), 3, &cursor, Some((1, "streken".into()))), @r"
        Ref.  Navn                Kr
        0     navn nummer 0        0
      ── streken ───────────────────
      ▌ 1     navn nummer 1      100
        2     navn nummer 2      200
    ");
    draw((30, 3), 3, &cursor, Some((3, "streken".into())));
}

#[test]
fn any_size_will_do() {
    let cursor = Cursor::default();
    for width in 0..12 {
        for height in 0..4 {
            for len in [0, 1, 50] {
                draw((width, height), len, &cursor, Some((0, "streken".into())));
            }
        }
    }
}
