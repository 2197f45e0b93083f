//! The three lists of a solution's page: who has taken it into use, what they are asked for, and the settlements with
//! each one's share.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;

use super::detail::{Detail, Share};
use super::list::amount;
use super::section::Section;
use super::{below, inset};
use crate::domain::money::Ore;
use crate::domain::proposal::PriceModel;
use crate::domain::repayment::{Charge, ChargeStanding};
use crate::i18n::clean;
use crate::i18n::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::list::{CellText, Column, Width, amounts};
use crate::tui::widgets::prose;
use crate::tui::widgets::text::{line, width};
use crate::usecases::views::SettlementRow;
use crate::usecases::views::solutions::{AdopterLine, SolutionData};

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
            (Section::Adopters, _) => self.adopters_table(none, area, buf, ctx),
            (Section::Charges, _) => self.charges_table(none, data, area, buf, ctx),
            (Section::Settlements, None) => self.settlements_table(none, area, buf, ctx),
            (Section::Settlements, Some(settlement)) => self.shares_table(data, settlement, area, buf, ctx),
        }
    }

    fn adopters_table(&self, none: &'static str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, lines) = (ctx.words, self.adopters.rows());
        let all = |of: fn(&AdopterLine) -> Ore| lines.iter().map(of);
        let columns = [
            Column::new(words.t("solutions-col-number"), Width::Fixed(4)).spare(2),
            Column::new(words.t("solutions-col-adopter"), Width::Flex(12)),
            Column::new(words.t("solutions-col-inhabitants"), Width::Fixed(10))
                .right()
                .spare(3),
            Column::new(words.t("solutions-col-adopted-on"), Width::Fixed(11))
                .right()
                .spare(1),
            amounts("solutions-col-charged", all(|line| line.charged), ctx),
            amounts("solutions-col-paid", all(|line| line.paid), ctx),
            amounts("solutions-col-overdue", all(|line| line.overdue.amount), ctx),
            amounts("solutions-col-owed", all(|line| line.owed), ctx),
        ];
        let cells = |line: &AdopterLine| -> Vec<CellText> {
            let who = &line.adoption.participant;
            let plain = ctx.theme.plain();
            vec![
                (who.number.to_string(), ctx.theme.dim()),
                (clean(&who.name).into_owned(), plain),
                (words.count(i64::from(who.population)), plain),
                (words.column_date(line.adoption.adopted_on), plain),
                amount(line.charged, plain, ctx),
                amount(line.paid, plain, ctx),
                amount(line.overdue.amount, ctx.theme.bad(), ctx),
                amount(line.owed, ctx.theme.warn(), ctx),
            ]
        };
        self.adopters.look(none, &columns, &cells).render(area, buf, ctx);
    }

    fn charges_table(
        &self,
        none: &'static str,
        data: &SolutionData,
        area: Rect,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) {
        let (words, lines) = (ctx.words, self.charges.rows());
        let all = |of: fn(&Charge) -> Ore| lines.iter().map(of);
        let standing = |charge: &Charge| words.t(charge.standing(data.as_of).key());
        let head = words.t("solutions-col-status");
        let standings = lines.iter().map(|charge| width(&standing(charge))).max();
        let standings = Width::Fixed(standings.unwrap_or(0).max(width(&head)));
        let columns = [
            Column::new(words.t("solutions-col-invoice"), Width::Fixed(6)),
            Column::new(words.t("solutions-col-adopter"), Width::Flex(8)),
            amounts("solutions-col-amount", all(|charge| charge.amount), ctx).spare(3),
            amounts("solutions-col-credited", all(|charge| charge.credited), ctx).spare(5),
            amounts("solutions-col-paid", all(|charge| charge.paid), ctx).spare(4),
            amounts("solutions-col-open", all(Charge::open), ctx),
            Column::new(words.t("solutions-col-due"), Width::Fixed(10))
                .right()
                .spare(1),
            Column::new(head, standings),
            Column::new(words.t("solutions-col-reminders"), Width::Fixed(6))
                .right()
                .spare(2),
        ];
        let cells = |charge: &Charge| -> Vec<CellText> {
            let (style, plain) = (
                standing_style(charge.standing(data.as_of), ctx),
                ctx.theme.plain(),
            );
            let reminders = match charge.reminders {
                0 => (words.t("solutions-no-amount"), ctx.theme.dim()),
                some => (words.count(some), plain),
            };
            vec![
                (charge.invoice.to_string(), plain),
                (clean(data.name(&charge.number)).into_owned(), plain),
                (words.amount(charge.amount), plain),
                amount(charge.credited, plain, ctx),
                amount(charge.paid, plain, ctx),
                amount(charge.open(), style, ctx),
                (words.column_date(charge.due_on), plain),
                (standing(charge), style),
                reminders,
            ]
        };
        let about = if area.height > ABOUT + 4 { ABOUT } else { 0 };
        let list = Rect {
            height: area.height - about,
            ..area
        };
        self.charges.look(none, &columns, &cells).render(list, buf, ctx);
        if let Some(charge) = self.charge().filter(|_| about > 0) {
            let place = below(inset(area), area.height - about + 1);
            prose::draw(&about_charge(data, charge, ctx), place, buf, ctx.theme.dim());
        }
    }

    fn settlements_table(&self, none: &'static str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, lines) = (ctx.words, self.settlements.rows());
        let columns = [
            Column::new(words.t("solutions-col-settled-on"), Width::Fixed(10)).right(),
            Column::new(words.t("solutions-col-participants"), Width::Fixed(12)).right(),
            Column::new(words.t("solutions-col-inhabitants"), Width::Fixed(10)).right(),
            amounts("solutions-col-cost", lines.iter().map(|one| one.cost), ctx),
            amounts("solutions-col-shares", lines.iter().map(shared), ctx),
        ];
        let cells = |one: &SettlementRow| -> Vec<CellText> {
            let plain = ctx.theme.plain();
            let adopters = i64::try_from(one.shares.len()).unwrap_or(i64::MAX);
            vec![
                (words.column_date(one.on), plain),
                (words.count(adopters), plain),
                (words.count(one.inhabitants), plain),
                (words.amount(one.cost), plain),
                (words.amount(shared(one)), plain),
            ]
        };
        self.settlements
            .look(none, &columns, &cells)
            .render(area, buf, ctx);
    }

    /// R1: what each was to bear in one settlement.
    fn shares_table(
        &self,
        data: &SolutionData,
        settlement: &SettlementRow,
        area: Rect,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) {
        let (words, shares) = (ctx.words, self.shares.rows());
        let mut rest = area;
        if area.height > 4 {
            let text = phrase("solutions-settlement")
                .with("date", settlement.on)
                .with("cost", settlement.cost)
                .with("shares", shared(settlement));
            line(
                buf,
                inset(area),
                0,
                &text.words(words),
                ctx.theme.strong(),
                ctx.theme,
            );
            rest = below(area, 2);
        }
        let columns = [
            Column::new(words.t("solutions-col-number"), Width::Fixed(4)).spare(2),
            Column::new(words.t("solutions-col-adopter"), Width::Flex(12)),
            Column::new(words.t("solutions-col-inhabitants"), Width::Fixed(10))
                .right()
                .spare(1),
            amounts(
                "solutions-col-share",
                shares.iter().map(|(.., share)| *share),
                ctx,
            ),
            Column::new(words.t("solutions-col-of-cost"), Width::Fixed(10)).right(),
        ];
        let cells = |(number, inhabitants, share): &Share| -> Vec<CellText> {
            let plain = ctx.theme.plain();
            let of_cost = share.to_kroner().checked_div(settlement.cost.to_kroner());
            vec![
                (number.to_string(), ctx.theme.dim()),
                (clean(data.name(number)).into_owned(), plain),
                (words.count(i64::from(*inhabitants)), plain),
                (words.amount(*share), plain),
                (words.percent(of_cost.unwrap_or(Decimal::ZERO), 2), plain),
            ]
        };
        self.shares
            .look("solutions-no-settlements", &columns, &cells)
            .render(rest, buf, ctx);
    }
}

fn shared(settlement: &SettlementRow) -> Ore {
    settlement.shares.iter().map(|(.., share)| *share).sum()
}

/// The word says it; the colour helps the eye to find it.
fn standing_style(standing: ChargeStanding, ctx: &Ctx<'_>) -> Style {
    match standing {
        ChargeStanding::Overdue => ctx.theme.bad(),
        ChargeStanding::Paid => ctx.theme.good(),
        ChargeStanding::Credited => ctx.theme.dim(),
        ChargeStanding::PartlyPaid | ChargeStanding::Open => ctx.theme.plain(),
    }
}

/// R4: what a narrow list has no room for, and the reminders.
fn about_charge(data: &SolutionData, charge: &Charge, ctx: &Ctx<'_>) -> String {
    let words = ctx.words;
    let key = if charge.credited.is_positive() {
        "solutions-charge-about-credited"
    } else {
        "solutions-charge-about"
    };
    let money = phrase(key)
        .with("invoice", charge.invoice)
        .with("name", clean(data.name(&charge.number)).into_owned())
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
