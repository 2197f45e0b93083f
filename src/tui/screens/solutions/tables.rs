//! The three lists of a solution's page: who has taken it into use, what they are asked for, and the settlements with
//! each one's share.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::detail::Detail;
use super::section::Section;
use super::{below, inset};
use crate::domain::proposal::PriceModel;
use crate::i18n::{clean, phrase};
use crate::present::charges;
use crate::present::solutions::{ADOPTERS, SETTLEMENTS, SHARES, settled};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::prose;
use crate::tui::widgets::text::line;
use crate::usecases::views::SettlementRow;
use crate::usecases::views::solutions::{ChargeLine, SolutionData};

/// The widest that a row is followed with the eye.
const WIDEST: u16 = 124;
/// Rows for what is said about the selected charge, with a blank one above.
const ABOUT: u16 = 3;

impl Detail {
    pub(super) fn table(&self, data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let none = match &data.line.solution {
            None => "solutions-not-live",
            Some(solution) => self.section.none(solution.price_model != PriceModel::Shared),
        };
        let area = Rect {
            width: area.width.min(WIDEST),
            ..area
        };
        match (self.section, self.settlement().filter(|_| self.opened)) {
            (Section::Adopters, _) => self.adopters.render(ADOPTERS, none, area, buf, ctx),
            (Section::Charges, _) => self.charges_table(none, area, buf, ctx),
            (Section::Settlements, None) => self.settlements.render(SETTLEMENTS, none, area, buf, ctx),
            (Section::Settlements, Some(settlement)) => self.shares_table(settlement, area, buf, ctx),
        }
    }

    fn charges_table(&self, none: &'static str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let about = self.charge().filter(|_| area.height > ABOUT + 4);
        let rows = area.height - if about.is_some() { ABOUT } else { 0 };
        let list = Rect { height: rows, ..area };
        self.charges.render(charges::COLUMNS, none, list, buf, ctx);
        if let Some(line) = about {
            let place = below(inset(area), rows + 1);
            prose::draw(&about_charge(line, ctx), place, buf, ctx.theme.dim());
        }
    }

    /// R1: what each was to bear in one settlement.
    fn shares_table(&self, settlement: &SettlementRow, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut rest = area;
        if area.height > 4 {
            let text = settled(settlement, ctx.words);
            line(buf, inset(area), 0, &text, ctx.theme.strong(), ctx.theme);
            rest = below(area, 2);
        }
        self.shares
            .render(SHARES, "solutions-no-settlements", rest, buf, ctx);
    }
}

/// R4: what a narrow list has no room for, and the reminders.
fn about_charge(line: &ChargeLine, ctx: &Ctx<'_>) -> String {
    let (words, charge) = (ctx.words, &line.charge);
    let key = if charge.credited.is_positive() {
        "solutions-charge-about-credited"
    } else {
        "solutions-charge-about"
    };
    let money = phrase(key)
        .with("invoice", charge.invoice)
        .with("name", clean(&line.name).into_owned())
        .with("amount", charge.amount)
        .with("date", charge.issued_on)
        .with("credited", charge.credited)
        .with("paid", charge.paid)
        .words(words);
    let reminded = charge.reminded_on.map(|last| {
        let reminders = phrase("solutions-charge-reminded").with("count", charge.reminders);
        reminders.with("date", last).words(words)
    });
    match reminded {
        Some(reminded) => format!("{money} {reminded}"),
        None => money,
    }
}
