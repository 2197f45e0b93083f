//! How the vouchers look: the list, and one of them with its postings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::ledger::{Account, Posting};
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::tui::screen::Ctx;
use crate::tui::widgets::facts::Fact;
use crate::tui::widgets::list::{CellText, Column, Width, amounts};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::prose::Scroll;
use crate::usecases::views::ledger::VoucherLine;

/// A text and its amount further apart are no longer seen as one row.
const WIDEST: u16 = 112;
/// The widest that a page is read at.
const READABLE: u16 = 76;
/// Columns of the labels.
const LABELS: u16 = 11;

pub(super) fn all(listing: &Listing<VoucherLine>, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let words = ctx.words;
    let place = Rect {
        width: area.width.min(WIDEST),
        ..area
    };
    let all = listing.rows().iter().map(VoucherLine::amount);
    let columns = [
        Column::new(words.t("vouchers-col-voucher"), Width::Fixed(6)).right(),
        Column::new(words.t("vouchers-col-date"), Width::Fixed(10)).right(),
        Column::new(words.t("vouchers-col-event"), Width::Fixed(16)).spare(1),
        Column::new(words.t("vouchers-col-text"), Width::Flex(20)),
        amounts("vouchers-col-kroner", all, ctx),
    ];
    listing
        .look("vouchers-none", &columns, &|line| cells(line, ctx))
        .render(place, buf, ctx);
}

fn cells(line: &VoucherLine, ctx: &Ctx<'_>) -> Vec<CellText> {
    let (words, theme) = (ctx.words, ctx.theme);
    let style = if state(line).is_some() {
        theme.dim()
    } else {
        theme.plain()
    };
    let text = clean(&line.text);
    let text = match state(line) {
        Some(state) => format!("{} {} {text}", state.words(words), theme.marks.dot),
        None => text.into_owned(),
    };
    vec![
        (line.voucher.to_string(), style),
        (words.column_date(line.posted_on), style),
        (words.t(event(line)), style),
        (text, style),
        (words.amount(line.amount()), style),
    ]
}

/// L2: that a voucher is taken back, and by which; or that it is dated ahead.
fn state(line: &VoucherLine) -> Option<Phrase> {
    let ahead = line.ahead.then(|| phrase("vouchers-ahead"));
    let reversed = line
        .reversed_by
        .map(|by| phrase("vouchers-reversed-by").with("voucher", by));
    reversed.or(ahead)
}

/// A reversal is of the kind that it takes back, and is called what it is.
pub(super) fn event(line: &VoucherLine) -> &'static str {
    if line.reverses.is_some() {
        "event-reversal"
    } else {
        line.event.key()
    }
}

/// What there is to say of a voucher besides its postings; the text, which may be long, stands last.
pub(super) fn about(line: &VoucherLine, ctx: &Ctx<'_>) -> Vec<Fact> {
    let words = ctx.words;
    let mut about = vec![
        Fact::new(words.t("vouchers-col-event"), words.t(event(line))),
        Fact::new(words.t("vouchers-posted-on"), words.long_date(line.posted_on)),
    ];
    if line.value_on != line.posted_on {
        let value_on = words.long_date(line.value_on);
        about.push(Fact::new(words.t("vouchers-value-on"), value_on));
    }
    let taken_back = line
        .reverses
        .map(|of| phrase("vouchers-reverses").with("voucher", of));
    for state in [taken_back, state(line)].into_iter().flatten() {
        about.push(Fact::new(words.t("vouchers-state"), state.words(words)).style(ctx.theme.warn()));
    }
    about.push(Fact::new(words.t("vouchers-col-text"), line.text.clone()));
    about
}

/// L1: the accounts and what is posted on each, debits and credits; they sum to zero.
pub(super) fn page(line: &VoucherLine, scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let margin = area.width.min(2);
    let place = Rect {
        x: area.x + margin,
        y: area.y + area.height.min(1),
        width: (area.width - margin).min(READABLE),
        height: area.height.saturating_sub(1),
    };
    let (words, plain) = (ctx.words, ctx.theme.plain());
    let mut page = Page::new(place.width, LABELS, ctx);
    let amount = |posting: &Posting| {
        let debit = posting.amount.is_positive();
        words.amount(if debit { posting.amount } else { -posting.amount })
    };
    let widest = line
        .postings
        .iter()
        .map(|posting| amount(posting).chars().count())
        .max();
    for posting in &line.postings {
        let side = if posting.amount.is_positive() {
            "vouchers-debit"
        } else {
            "vouchers-credit"
        };
        let amount = format!("{:>1$}  ", amount(posting), widest.unwrap_or(0));
        let account = account(posting.account).words(words);
        page.beside(&words.t(side), vec![(amount, plain), (account, plain)]);
    }
    page.gap();
    for fact in about(line, ctx) {
        page.fact(&fact.label, &fact.value, fact.style);
    }
    page.render(scroll.window(page.len(), place.height), place, buf);
}

/// L1: an account in words.
fn account(account: Account) -> Phrase {
    match account {
        Account::Bank => phrase("account-bank"),
        Account::Outstanding(reference) => phrase("account-outstanding").with("ref", reference),
        Account::Contributions(source) => phrase("account-contributions").word("source", source.key()),
        Account::OtherIncome => phrase("account-other-income"),
        Account::Costs => phrase("account-costs"),
        Account::Losses(reference) => phrase("account-losses").with("ref", reference),
        Account::Refunds => phrase("account-refunds"),
    }
}
