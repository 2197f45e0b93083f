//! How the participants look: what they sum to, the state's grant, what is typed, and the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::rows::{BY_INHABITANTS, short};
use super::{Derived, Participants};
use crate::domain::participant::Standing;
use crate::i18n::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::grant;
use crate::tui::widgets::list::{CellText, Column, Width, amounts};
use crate::tui::widgets::text::{line, width};
use crate::usecases::views::participants::Line;

/// What is left of an area below its first rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

impl Participants {
    pub(super) fn draw(&self, derived: &Derived, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let margin = area.width.min(2);
        let head = Rect {
            x: area.x + margin,
            width: area.width - margin,
            ..area
        };
        let mut used = 0;
        if area.height > 7 {
            let tally = derived.tally;
            let text = phrase("participants-summary")
                .with("joined", tally.joined)
                .with("invited", tally.invited)
                .with("paid", tally.paid)
                .with("overdue", tally.overdue)
                .with("unanswered", tally.unanswered);
            line(
                buf,
                head,
                0,
                &text.words(ctx.words),
                ctx.theme.strong(),
                ctx.theme,
            );
            used = 1 + grant::draw(&derived.capital, below(head, 1), buf, ctx);
        }
        if used > 0 && (self.by_county || !self.list.is_searched()) {
            used += 1;
        }
        let rest = below(area, used);
        if self.by_county {
            self.draw_counties(rest, buf, ctx);
            return;
        }
        let columns = self.columns(ctx);
        self.list
            .look("cli-participants-none", &columns, &|line| cells(line, ctx))
            .render(rest, buf, ctx);
    }

    /// What there is no room for goes: the inhabitants first, unless the list is sorted by them.
    fn columns(&self, ctx: &Ctx<'_>) -> Vec<Column> {
        let (words, lines) = (ctx.words, self.list.rows());
        let (county, inhabitants) = if self.list.order() == BY_INHABITANTS {
            (3, 1)
        } else {
            (1, 3)
        };
        let statuses = Standing::ALL.map(|standing| width(&words.t(short(standing))));
        let status = statuses.into_iter().max().unwrap_or(0);
        vec![
            Column::new(words.t("participants-col-number"), Width::Fixed(4)),
            Column::new(words.t("participants-col-name"), Width::Flex(14)),
            Column::new(words.t("participants-col-county"), Width::Fixed(16)).spare(county),
            Column::new(words.t("participants-col-inhabitants"), Width::Fixed(10))
                .right()
                .spare(inhabitants),
            amounts("participants-col-amount", lines.iter().map(Line::amount), ctx),
            amounts(
                "participants-col-paid",
                lines.iter().map(|line| line.row.paid),
                ctx,
            )
            .spare(2),
            Column::new(words.t("participants-col-status"), Width::Fixed(status)),
        ]
    }
}

fn cells(line: &Line, ctx: &Ctx<'_>) -> Vec<CellText> {
    let (words, theme) = (ctx.words, ctx.theme);
    let who = &line.row.participant;
    let joined = line.standing.has_joined();
    let firm = if joined { theme.plain() } else { theme.dim() };
    let paid = if joined {
        words.amount(line.row.paid)
    } else {
        String::new()
    };
    vec![
        (who.number.to_string(), theme.dim()),
        (who.name.clone(), theme.plain()),
        (who.county_name.clone(), theme.plain()),
        (words.count(i64::from(who.population)), theme.plain()),
        (words.amount(line.amount()), firm),
        (paid, theme.plain()),
        (words.t(short(line.standing)), style(line.standing, ctx)),
    ]
}

/// The words say it; the colour helps the eye to find it.
pub(super) fn style(standing: Standing, ctx: &Ctx<'_>) -> Style {
    match standing {
        Standing::Paid => ctx.theme.good(),
        Standing::AnswerLate | Standing::PaymentLate => ctx.theme.warn(),
        Standing::Declined => ctx.theme.dim(),
        Standing::Invited | Standing::Joined => ctx.theme.plain(),
    }
}
