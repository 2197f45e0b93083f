//! The columns of a list: how the room is shared between them, and which go first when there is too little.

use super::CellText;
use crate::i18n::sentence;
use crate::present;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::document;

/// Between two columns.
const GAP: u16 = 2;
/// What words are cut to at the most where the figures beside them need the room.
const SHORTEST: u16 = 6;
/// The sign of the selected row and a blank.
pub(super) const MARK: u16 = 2;

/// How wide a column is.
#[derive(Clone, Copy, Debug)]
pub enum Width {
    Fixed(u16),
    /// Takes what is left, and at least so much; when there is less, columns that may go are left out.
    Flex(u16),
}

#[derive(Clone, Debug)]
pub struct Column {
    pub head: String,
    pub width: Width,
    pub right: bool,
    /// Left out when the list is too narrow, the highest first; 0 always stays.
    pub spare: u8,
}

impl Column {
    #[must_use]
    pub fn new(head: impl AsRef<str>, width: Width) -> Self {
        Column {
            head: sentence(head.as_ref()),
            width,
            right: false,
            spare: 0,
        }
    }

    /// Figures: aligned at the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    #[must_use]
    pub fn spare(mut self, rank: u8) -> Self {
        self.spare = rank;
        self
    }
}

/// The columns of a record that people see.
#[must_use]
pub fn columns<R>(columns: &[present::Column<R>], rows: &[R], ctx: &Ctx<'_>) -> Vec<Column> {
    let shown = columns
        .iter()
        .filter_map(|column| Some((column, column.shown.as_ref()?)));
    let column = |(column, shown): (&present::Column<R>, &present::column::Shown<R>)| {
        let wanted = column.wanted(rows.iter(), ctx.words);
        Column {
            head: shown.heading(ctx.words),
            width: match shown.width {
                present::Width::Flex(_) => Width::Flex(wanted),
                _ => Width::Fixed(wanted),
            },
            right: shown.is_figure,
            spare: shown.spare,
        }
    };
    shown.map(column).collect()
}

/// The cells of a record in those columns.
#[must_use]
pub fn cells<R>(columns: &[present::Column<R>], row: &R, ctx: &Ctx<'_>) -> Vec<CellText> {
    let shown = columns.iter().filter(|column| column.shown.is_some());
    shown
        .map(|column| column.cell(row, ctx.words))
        .map(|cell| (cell.text, document::style(cell.tone, ctx.theme)))
        .collect()
}

/// Which columns are drawn, and where: index, offset from the left, width. Columns that may go do; then words give way to
/// figures; and a figure that there is still no room for goes, since without its last digits it is another figure.
pub(super) fn places(columns: &[Column], room: u16) -> Vec<(usize, u16, u16)> {
    let mut shown: Vec<usize> = (0..columns.len()).collect();
    let room_for = usize::from(room);
    while needs(columns, &shown, u16::MAX) > room_for {
        let spare = shown.iter().copied().filter(|i| columns[*i].spare > 0);
        let Some(widest) = spare.max_by_key(|i| columns[*i].spare) else {
            break;
        };
        shown.retain(|i| *i != widest);
    }
    // What the row is called by stays, and words after the last figure may be cut.
    while let Some(last) = shown.iter().rposition(|i| columns[*i].right)
        && last > 0
        && needs(columns, &shown[..=last], SHORTEST) > room_for
    {
        shown.remove(last);
    }
    let needed = needs(columns, &shown, u16::MAX);
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let mut left = cells(room_for.saturating_sub(needed));
    let mut lacking = cells(needed.saturating_sub(room_for));
    let flexible = |i: &&usize| matches!(columns[**i].width, Width::Flex(_));
    let mut to_share = cells(shown.iter().filter(flexible).count());
    let mut x = MARK;
    let mut places = Vec::with_capacity(shown.len());
    for i in shown {
        let width = match columns[i].width {
            Width::Fixed(width) => width,
            Width::Flex(least) => {
                let share = left / to_share.max(1);
                left -= share;
                to_share = to_share.saturating_sub(1);
                let given = lacking.min(least.saturating_sub(SHORTEST));
                lacking -= given;
                least.saturating_add(share) - given
            }
        };
        if x >= room {
            break;
        }
        let width = width.min(room - x);
        places.push((i, x, width));
        x = x.saturating_add(width).saturating_add(GAP);
    }
    places
}

/// What the columns need, words of at most so many cells.
fn needs(columns: &[Column], shown: &[usize], words: u16) -> usize {
    let widths = shown.iter().map(|i| match columns[*i].width {
        Width::Fixed(width) => usize::from(width),
        Width::Flex(width) => usize::from(width.min(words)),
    });
    usize::from(MARK) + widths.sum::<usize>() + usize::from(GAP) * shown.len().saturating_sub(1)
}
