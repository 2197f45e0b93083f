//! What the applicant says of a case: the facts, and the summary.

use super::wording;
use crate::domain::proposal::Applicant;
use crate::i18n::clean;
use crate::tui::screen::Ctx;
use crate::tui::widgets::page::Page;
use crate::usecases::views::proposals::ProposalData;

pub fn draw(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let (words, plain) = (ctx.words, ctx.theme.plain());
    let details = &data.row.proposal.details;
    page.gap();
    let applicant = clean(&wording::applicant_in_full(&data.row, words)).into_owned();
    page.fact(&words.t("proposals-applicant"), &applicant, plain);
    let (mark, key, style) = if data.eligible {
        let key = if details.applicant == Applicant::Ks {
            "proposals-eligible-ks"
        } else {
            "proposals-eligible"
        };
        (ctx.theme.marks.yes, key, ctx.theme.good())
    } else {
        (ctx.theme.marks.no, "proposals-not-eligible", ctx.theme.warn())
    };
    page.fact("", &format!("{mark} {}", words.t(key)), style);
    page.fact(
        &words.t("proposals-benefit"),
        &words.t(details.benefit.key()),
        plain,
    );
    page.fact(&words.t("proposals-cost"), &words.kr(details.cost), plain);
    let applied = words.kr(details.applied);
    page.fact(&words.t("proposals-applied"), &applied, ctx.theme.strong());
    let or_not = |day: Option<jiff::civil::Date>| match day {
        Some(day) => words.date(day),
        None => words.t("proposals-not-said"),
    };
    if let Some(on) = data.row.proposal.submitted_on {
        page.fact(&words.t("proposals-submitted"), &words.date(on), plain);
    }
    page.fact(&words.t("proposals-go-live"), &or_not(details.go_live), plain);
    page.fact(
        &words.t("proposals-uptake"),
        &wording::uptake(&details.uptake, words),
        plain,
    );
    page.fact(
        &words.t("proposals-delay"),
        &wording::delay(&details.delay, words),
        plain,
    );
    page.fact(
        &words.t("proposals-price"),
        &wording::price_model(&details.price_model, words),
        plain,
    );
}

pub fn summary(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let summary = &data.row.proposal.details.summary;
    page.head(&ctx.words.t("proposals-summary"));
    if summary.is_empty() {
        page.text(&ctx.words.t("proposals-no-summary"), ctx.theme.dim());
    } else {
        page.text(summary, ctx.theme.plain());
    }
}
