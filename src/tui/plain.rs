//! Any screen as text, by the same drawing: for a screen reader or a pipe.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::effects::{Event, Request};
use crate::tui::fund_access::FundAccess;
use crate::tui::{Screens, Start};
use crate::usecases::OpError;

/// Draws one screen into text of at most `wide` columns and `tall` rows; empty rows at the end are left out.
///
/// # Errors
/// When the fund can't be read.
pub fn text(
    fund: &mut dyn FundAccess,
    screens: Screens,
    start: Start,
    (wide, tall): (u16, u16),
) -> Result<String, OpError> {
    let session_info = fund.session_info()?;
    let mut app = App::new(screens, &start.route, start.words, start.theme, session_info);
    let mut requests = app.start();
    while let Some(request) = requests.pop() {
        if let Request::Load {
            screen,
            generation,
            query,
        } = request
        {
            let answer = Ok(fund.answer(&query)?);
            requests.extend(app.update(Event::Loaded {
                screen,
                generation,
                answer,
            }));
        }
    }
    let area = Rect::new(0, 0, wide, tall);
    let mut buf = Buffer::empty(area);
    app.render_plain(area, &mut buf);
    Ok(lines(&buf))
}

/// The text of a buffer, without blanks at the end of its rows and without empty rows at its end.
#[must_use]
pub fn lines(buf: &Buffer) -> String {
    let mut text = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut row = String::new();
        let mut covered = 0;
        for x in buf.area.left()..buf.area.right() {
            // A wide character covers the cell after it.
            if covered > 0 {
                covered -= 1;
                continue;
            }
            let symbol = buf.cell((x, y)).map_or(" ", |cell| cell.symbol());
            covered = crate::tui::widgets::text::width(symbol).saturating_sub(1);
            row.push_str(symbol);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    let end = text.trim_end_matches('\n').len();
    text.truncate(end);
    text.push('\n');
    text
}
