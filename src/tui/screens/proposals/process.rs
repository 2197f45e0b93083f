//! What the council and KS have made of a case: the way through its stages, the gates, conflicts, scores as far as
//! they may be seen, recommendation, decision, and the money.

use jiff::civil::Date;

use crate::domain::commitment::{Disbursement, Standing, remaining_plan};
use crate::domain::council::{Recommendation, Ruling};
use crate::domain::money::Ore;
use crate::domain::proposal::Stage;
use crate::domain::scoring::Aggregate;
use crate::i18n::clean;
use crate::tui::phrase::{Phrase, phrase};
use crate::tui::screen::Ctx;
use crate::tui::widgets::page::{Page, Piece};
use crate::usecases::views::proposals::ProposalData;

/// The stages behind, here and ahead, and the next step in words.
pub fn way(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let stage = data.row.proposal.stage;
    let lifecycle = stage.lifecycle();
    let marks = ctx.theme.marks;
    let named = |mark: &str, stage: &Stage| format!("{mark} {}", ctx.words.t(stage.key()));
    let mut steps: Vec<Piece> = Vec::new();
    steps.extend(
        lifecycle
            .behind
            .iter()
            .map(|s| (named(marks.yes, s), ctx.theme.plain())),
    );
    let (mark, style) = match stage {
        Stage::Repaid => (marks.yes, ctx.theme.good()),
        _ if stage.is_over() => (marks.no, ctx.theme.warn()),
        _ => (marks.full, ctx.theme.accent()),
    };
    steps.push((named(mark, &stage), style));
    steps.extend(
        lifecycle
            .ahead
            .iter()
            .map(|s| (named(marks.open, s), ctx.theme.dim())),
    );
    page.strip(&ctx.words.t("proposals-stage"), steps);
    let next = ctx.words.t(stage.next_key().unwrap_or("next-nothing"));
    page.fact(&ctx.words.t("proposals-next-step"), &next, ctx.theme.strong());
}

pub fn draw(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    gates(data, page, ctx);
    conflicts(data, page, ctx);
    scores(data, page, ctx);
    recommendation(data, page, ctx);
    decision(data, page, ctx);
    if let Some(standing) = data.commitment {
        commitment(data, standing, page, ctx);
    }
}

fn gates(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let Some((gates, reason)) = &data.qualification else {
        return;
    };
    page.head(&ctx.words.t("proposals-gates"));
    for (key, open) in [
        ("proposals-gate-shared", gates.shared_development),
        ("proposals-gate-use", gates.of_use_to_all),
        ("proposals-gate-eligible", gates.eligible_applicant),
        ("proposals-gate-repayment", gates.credible_repayment),
    ] {
        let (mark, style) = if open {
            (ctx.theme.marks.yes, ctx.theme.plain())
        } else {
            (ctx.theme.marks.no, ctx.theme.warn())
        };
        page.text(&format!("{mark} {}", ctx.words.t(key)), style);
    }
    said(page, "proposals-reason", reason, ctx);
}

fn conflicts(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    if data.conflicts.is_empty() {
        return;
    }
    page.head(&ctx.words.t("proposals-conflicts"));
    for (handle, ground) in &data.conflicts {
        page.fact(&name(data, handle), &clean(ground), ctx.theme.plain());
    }
}

/// S3, S4: the scores, or why they aren't seen and how many have scored.
fn scores(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let Some(round) = &data.round else { return };
    let head = phrase("proposals-scores").with("round", round.name.as_str());
    page.head(&head.words(ctx.words));
    match &data.aggregate {
        Ok(Some(aggregate)) => aggregated(aggregate, page, ctx),
        Ok(None) => page.text(&ctx.words.t("proposals-no-scores"), ctx.theme.dim()),
        Err(refusal) if round.revealed_on.is_some() => {
            page.text(&ctx.words.refusal(refusal), ctx.theme.dim());
        }
        Err(_) => {
            let blind = phrase("proposals-blind")
                .with("submitted", data.submitted)
                .with("expected", data.expected);
            page.text(&blind.words(ctx.words), ctx.theme.plain());
        }
    }
}

fn aggregated(aggregate: &Aggregate, page: &mut Page, ctx: &Ctx<'_>) {
    let words = ctx.words;
    let two = |number| words.decimal(number, 2);
    page.fact(
        &words.t("proposals-score"),
        &two(aggregate.mean),
        ctx.theme.strong(),
    );
    let spread = phrase("proposals-score-spread")
        .with("median", two(aggregate.median))
        .with("deviation", two(aggregate.deviation))
        .with("range", two(aggregate.range))
        .with("count", aggregate.scorecards);
    page.fact("", &spread.words(words), ctx.theme.plain());
}

fn recommendation(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let Some(recommended) = &data.recommended else {
        return;
    };
    let words = ctx.words;
    page.head(&words.t("proposals-recommendation"));
    let what = match &recommended.recommendation {
        Recommendation::Approve { amount, .. } => {
            phrase("proposals-recommended-approve").with("amount", *amount)
        }
        Recommendation::Postpone => phrase("proposals-recommended-postpone"),
        Recommendation::Decline => phrase("proposals-recommended-decline"),
    };
    page.text(&what.words(words), ctx.theme.strong());
    if let Recommendation::Approve { conditions, .. } = &recommended.recommendation {
        said(page, "proposals-conditions", conditions, ctx);
    }
    signed(data, recommended.on, &recommended.by, page, ctx);
}

fn decision(data: &ProposalData, page: &mut Page, ctx: &Ctx<'_>) {
    let Some(decided) = &data.decided else { return };
    let words = ctx.words;
    page.head(&words.t("proposals-decision"));
    let what = match decided.ruling {
        Ruling::Commit(amount) => phrase("proposals-decided-commit").with("amount", amount),
        Ruling::Decline => phrase("proposals-decided-decline"),
    };
    page.text(&what.words(words), ctx.theme.strong());
    said(page, "proposals-reason", &decided.reason, ctx);
    signed(data, decided.on, &decided.by, page, ctx);
}

fn commitment(data: &ProposalData, standing: Standing, page: &mut Page, ctx: &Ctx<'_>) {
    let words = ctx.words;
    page.head(&words.t("proposals-commitment"));
    let figures = [
        ("proposals-committed", standing.committed),
        ("proposals-disbursed", standing.disbursed),
        ("proposals-released", standing.released),
        ("proposals-left", standing.outstanding()),
    ];
    let shown = figures
        .iter()
        .filter(|(key, amount)| *key != "proposals-released" || !amount.is_zero());
    let widest = widest(figures.iter().map(|(_, amount)| *amount), ctx);
    for (key, amount) in shown {
        let style = if *key == "proposals-left" {
            ctx.theme.strong()
        } else {
            ctx.theme.plain()
        };
        page.beside(&words.t(key), vec![(in_column(*amount, widest, ctx), style)]);
    }
    let left = remaining_plan(&data.plan, standing).into_iter();
    let left: Vec<(Date, Ore)> = left.map(|part| (part.due_on, part.amount)).collect();
    if !left.is_empty() {
        page.head(&words.t("proposals-plan-left"));
        plan(&left, page, ctx);
    }
    if !data.disbursements.is_empty() {
        page.head(&words.t("proposals-disbursements"));
        disbursements(&data.disbursements, page, ctx);
    }
}

/// Dates and amounts under one another.
pub fn plan(parts: &[(Date, Ore)], page: &mut Page, ctx: &Ctx<'_>) {
    let widest = widest(parts.iter().map(|(_, amount)| *amount), ctx);
    for (on, amount) in parts {
        let amount = in_column(*amount, widest, ctx);
        page.beside(&ctx.words.date(*on), vec![(amount, ctx.theme.plain())]);
    }
}

fn disbursements(all: &[Disbursement], page: &mut Page, ctx: &Ctx<'_>) {
    let widest = widest(all.iter().map(|one| one.amount), ctx);
    for one in all {
        let (state, style) = match &one.approved {
            Some(approval) => {
                let voucher = phrase("proposals-voucher").with("voucher", approval.voucher);
                (voucher, ctx.theme.dim())
            }
            None if one.waits() => (phrase("proposals-unapproved"), ctx.theme.warn()),
            None => (phrase("proposals-withdrawn"), ctx.theme.dim()),
        };
        let pieces = vec![
            (in_column(one.amount, widest, ctx), ctx.theme.plain()),
            (format!("  {}", state.words(ctx.words)), style),
        ];
        page.beside(&ctx.words.date(one.pay_on), pieces);
    }
}

fn widest(amounts: impl Iterator<Item = Ore>, ctx: &Ctx<'_>) -> usize {
    amounts
        .map(|amount| ctx.words.kr(amount).chars().count())
        .max()
        .unwrap_or(0)
}

fn in_column(amount: Ore, widest: usize, ctx: &Ctx<'_>) -> String {
    format!("{:>widest$}", ctx.words.kr(amount))
}

/// A text that somebody gave, if they did.
fn said(page: &mut Page, label: &str, text: &str, ctx: &Ctx<'_>) {
    if !text.is_empty() {
        page.fact(&ctx.words.t(label), text, ctx.theme.plain());
    }
}

fn signed(data: &ProposalData, on: Date, by: &str, page: &mut Page, ctx: &Ctx<'_>) {
    let signed: Phrase = phrase("proposals-signed")
        .with("date", on)
        .with("name", name(data, by));
    page.text(&signed.words(ctx.words), ctx.theme.dim());
}

fn name(data: &ProposalData, handle: &str) -> String {
    let name = data.names.get(handle).map_or(handle, String::as_str);
    clean(name).into_owned()
}
