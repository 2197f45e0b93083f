//! The council's line beside the best sets of whole proposals: the table of the ways with their sums, and in words what each
//! line costs against the best sets.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::document::{Block, Document, Head, Section, Styled, Table, Tone};
use crate::domain::money::Ore;
use crate::domain::portfolio::{Alternative, Difference, Lowest, NoneFits, Way};
use crate::domain::proposal::Ref;
use crate::domain::ranking::CutRule;
use crate::domain::refusal::Value;
use crate::i18n::{Words, phrase};
use crate::usecases::views::portfolio::PortfolioData;

/// The decimals that scores are shown with (S3).
const SHOWN: u32 = 2;

/// What the ways are called beside the proposals.
pub const LETTERS: [&str; 5] = ["A", "B", "C", "D", "E"];

/// The comparison as a page.
#[must_use]
pub fn page(data: &PortfolioData, words: &Words) -> Document {
    let round = [("round", data.round.name.as_str().into())];
    let limits = [("frame", data.frame.into()), ("reserve", data.reserve.into())];
    let plain = |text: String| Block::text(text, Tone::Plain);
    let mut sections = vec![Section::new(
        "",
        vec![
            plain(words.tr("portfolio-limits", &limits)),
            plain(words.t("portfolio-unit")),
            Block::Table(ways(data, None, words)),
        ],
    )];
    if data.comparison.candidates.is_empty() {
        sections.push(Section::new("", vec![plain(words.t("portfolio-nothing"))]));
    }
    for (at, _) in data.comparison.lines.iter().enumerate() {
        let texts = against_line(data, at, words).into_iter().map(plain).collect();
        sections.push(Section::new("", texts));
    }
    if data.left_out > 0 {
        let left_out = words.tr("ranking-left-out", &[("count", data.left_out.into())]);
        sections.push(Section::new("", vec![plain(left_out)]));
    }
    Document::titled(&words.tr("portfolio-title-of-page", &round), sections)
}

/// What a line costs against the best sets, in words. A line that gives the same as one before it costs the same.
fn against_line(data: &PortfolioData, at: usize, words: &Words) -> Vec<String> {
    let comparison = &data.comparison;
    let Some(set) = comparison
        .lines
        .get(at)
        .filter(|_| !comparison.candidates.is_empty())
    else {
        return Vec::new();
    };
    if let Some(same) = comparison.lines[..at]
        .iter()
        .find(|other| other.chosen == set.chosen)
    {
        let args = [
            ("rule", way(set.way, words).into()),
            ("other", way(same.way, words).into()),
        ];
        return vec![words.tr("portfolio-same-line", &args)];
    }
    let best = comparison
        .sets()
        .skip(comparison.lines.len())
        .map(|(way, set)| Best {
            way,
            set,
            reserve: data.reserve,
            titles: &data.titles,
        });
    let texts = best.flat_map(|best| best.against(set, words));
    [line(set, words)].into_iter().chain(texts).collect()
}

/// Every way with its sums; `in_force` stands out.
#[must_use]
pub fn ways(data: &PortfolioData, in_force: Option<CutRule>, words: &Words) -> Table {
    let figure = |key: &str| Head::figure(words.t(key));
    let mut table = Table::headed(vec![
        Head::words(""),
        figure("portfolio-col-count"),
        figure("portfolio-col-score"),
        figure("portfolio-col-amount"),
        Head::words(words.t("word-frame")),
        Head::words(words.t("word-reserve")),
        figure("word-lowest"),
        Head {
            spare: 1,
            ..Head::words(words.t("word-quarter"))
        },
    ]);
    for ((chosen, set), letter) in data.comparison.sets().zip(LETTERS) {
        let lowest = |of: &dyn Fn(Lowest) -> String| {
            set.ok()
                .and_then(|set| set.lowest)
                .map_or_else(|| "–".to_owned(), of)
        };
        let of_set = |of: &dyn Fn(&Alternative) -> String| set.map_or_else(|_| "–".to_owned(), of);
        let count = set.map_or_else(|_| words.t("word-none"), |set| set.chosen.len().to_string());
        let cells = [
            format!("{letter} {}", way(chosen, words)),
            count,
            of_set(&|set| words.decimal(set.score, SHOWN)),
            of_set(&|set| words.mill(set.amount)),
            of_set(&|set| kept(set.within_frame, words)),
            of_set(&|set| kept(set.keeps_reserve, words)),
            lowest(&|lowest| words.mill(lowest.closing)),
            lowest(&|lowest| words.quarter(data.quarters[lowest.quarter])),
        ];
        let tone = if in_force.is_some_and(|rule| chosen == Way::Line(rule)) {
            Tone::Strong
        } else {
            Tone::Plain
        };
        table.row(cells.into_iter().map(|cell| Styled::new(cell, tone)).collect());
    }
    table
}

/// How a set is chosen, in a few words.
fn way(way: Way, words: &Words) -> String {
    match way {
        Way::Line(CutRule::Threshold(least)) => {
            let least = words.decimal(least, SHOWN);
            words.tr("portfolio-threshold", &[("least", least.into())])
        }
        Way::Line(CutRule::Skip) => words.t("ranking-skip"),
        Way::Line(CutRule::Stop) => words.t("rule-stop"),
        Way::UnderFrame => words.t("portfolio-under-frame"),
        Way::OverReserve => words.t("portfolio-over-reserve"),
    }
}

/// Whether a limit is kept.
fn kept(keeps: bool, words: &Words) -> String {
    words.t(if keeps {
        "portfolio-kept"
    } else {
        "portfolio-broken"
    })
}

/// What a line gives.
#[must_use]
pub fn line(line: &Alternative, words: &Words) -> String {
    let mut args = sums(line, words);
    args.push(("rule", way(line.way, words).into()));
    words.tr("portfolio-line", &args)
}

/// A best set as it is told against a line.
#[derive(Clone, Copy, Debug)]
pub struct Best<'a> {
    /// [`Way::UnderFrame`] or [`Way::OverReserve`].
    pub way: Way,
    pub set: Result<&'a Alternative, NoneFits>,
    /// In øre.
    pub reserve: Ore,
    pub titles: &'a BTreeMap<Ref, String>,
}

impl Best<'_> {
    /// What the line costs against it, a sentence or a list to a line: what it gives, what would come in and go out, and how
    /// sure that is.
    #[must_use]
    pub fn against(&self, line: &Alternative, words: &Words) -> Vec<String> {
        let best = match self.set {
            Ok(best) => best,
            Err(NoneFits { proven }) => {
                let key = if proven {
                    "portfolio-none"
                } else {
                    "portfolio-none-found"
                };
                return vec![words.tr(key, &[("reserve", words.mill_kr(self.reserve).into())])];
            }
        };
        let mut texts = vec![self.sentence(line, best, words)];
        let difference = Difference::between(line, best);
        for (key, those) in [
            ("portfolio-in", &difference.taken_in),
            ("portfolio-out", &difference.left_out),
        ] {
            if !those.is_empty() {
                texts.push(words.tr(key, &[("proposals", self.named(those).into())]));
            }
        }
        if !best.proven {
            let points = best.ceiling - best.score;
            let points = points.round_dp_with_strategy(SHOWN, RoundingStrategy::AwayFromZero);
            let points = words.decimal(points, SHOWN);
            texts.push(words.tr("portfolio-unproven", &[("points", points.into())]));
        }
        texts
    }

    fn sentence(&self, line: &Alternative, best: &Alternative, words: &Words) -> String {
        let same = line.chosen == best.chosen;
        let key = match (self.way, same) {
            (Way::OverReserve, true) => "portfolio-same-reserve",
            (Way::OverReserve, false) => "portfolio-best-reserve",
            (_, true) => "portfolio-same-frame",
            (_, false) => "portfolio-best-frame",
        };
        let sure = if best.proven {
            "portfolio-best-possible"
        } else {
            "portfolio-best-found"
        };
        let mut args = vec![("best", Value::Word(sure.to_owned()))];
        if !same {
            args.extend(sums(best, words));
            args.push(("more", more(&Difference::between(line, best), words).into()));
        }
        words.tr(key, &args)
    }

    fn named(&self, those: &[Ref]) -> String {
        let named = those.iter().map(|reference| {
            let title = self.titles.get(reference).map_or("", String::as_str);
            format!("{reference} {title}").trim_end().to_owned()
        });
        named.collect::<Vec<String>>().join(", ")
    }
}

fn sums(set: &Alternative, words: &Words) -> Vec<(&'static str, Value)> {
    vec![
        ("count", set.chosen.len().into()),
        ("score", words.decimal(set.score, SHOWN).into()),
        ("amount", words.mill_kr(set.amount).into()),
    ]
}

/// What the best set has more than the line, or less; the amount only when the scores are the same.
fn more(difference: &Difference, words: &Words) -> String {
    let (score, amount) = (difference.score, difference.amount);
    let hair = score.abs() < Decimal::new(5, SHOWN + 1);
    let points = || words.decimal(score.abs(), SHOWN);
    let told = match (score.is_zero(), score.is_sign_negative(), hair) {
        (true, ..) if amount.is_zero() => phrase("portfolio-as-many"),
        (true, ..) if amount.is_negative() => phrase("portfolio-cheaper").with("amount", -amount),
        (true, ..) => phrase("portfolio-dearer").with("amount", amount),
        (_, false, true) => phrase("portfolio-hair-more"),
        (_, true, true) => phrase("portfolio-hair-less"),
        (_, false, _) => phrase("portfolio-more").with("points", points()),
        (_, true, _) => phrase("portfolio-less").with("points", points()),
    };
    told.words(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn set(way: Way, numbers: &[u32], hundredths: i64, kroner: i64) -> Alternative {
        let score = Decimal::new(hundredths, 2);
        Alternative {
            way,
            chosen: numbers.iter().map(|number| Ref::new(2018, *number)).collect(),
            score,
            amount: Ore::kroner(kroner),
            lowest: None,
            keeps_reserve: true,
            within_frame: true,
            proven: true,
            ceiling: score,
        }
    }

    fn describe(line: &Alternative, best: Result<&Alternative, NoneFits>, way: Way) -> Vec<String> {
        let titles = [(1, "Innsyn"), (2, "Meldinger"), (3, "Kart")];
        let best = Best {
            way,
            set: best,
            reserve: Ore::kroner(10_000_000),
            titles: &titles
                .map(|(number, title)| (Ref::new(2018, number), title.to_owned()))
                .into(),
        };
        best.against(line, &Words::new(Lang::Nb))
    }

    const STOP: Way = Way::Line(CutRule::Stop);

    #[test]
    fn s8_what_the_line_costs_is_told_in_points_and_by_name() {
        let line_set = set(STOP, &[1], 1993, 38_200_000);
        let best = set(Way::UnderFrame, &[2, 3], 2310, 39_900_000);
        assert_eq!(
            line(&line_set, &Words::new(Lang::Nb)),
            "Streken (stopp ved streken) gir én søknad og 19,93 poeng for 38,2\u{a0}mill.\u{a0}kr."
        );
        assert_eq!(
            describe(&line_set, Ok(&best), Way::UnderFrame),
            [
                "Best mulig under rammen er 2 søknader og 23,10 poeng for 39,9\u{a0}mill.\u{a0}kr: 3,17 poeng mer.",
                "Inn: 2018-02 Meldinger, 2018-03 Kart",
                "Ut: 2018-01 Innsyn",
            ]
        );
        let safe = set(Way::OverReserve, &[], 0, 0);
        assert_eq!(
            describe(&line_set, Ok(&safe), Way::OverReserve),
            [
                "Best mulig uten at noe kvartal går under reserven, er ingen søknader: 19,93 poeng mindre.",
                "Ut: 2018-01 Innsyn",
            ]
        );
    }

    #[test]
    fn s8_the_same_points_are_told_by_what_they_cost_and_a_hair_is_not_called_nothing() {
        let line = set(STOP, &[1], 400, 5_000_000);
        let of = |best: &Alternative| describe(&line, Ok(best), Way::UnderFrame)[0].clone();
        let cheaper = of(&set(Way::UnderFrame, &[2], 400, 4_000_000));
        assert!(
            cheaper.ends_with(": like mange poeng for 1\u{a0}000\u{a0}000\u{a0}kr mindre."),
            "{cheaper}"
        );
        let even = of(&set(Way::UnderFrame, &[2], 400, 5_000_000));
        assert!(even.ends_with(": like mange poeng for samme beløp."), "{even}");
        let mut hair = set(Way::UnderFrame, &[2], 400, 5_000_000);
        hair.score += Decimal::new(1, 9);
        assert!(
            of(&hair).ends_with(": mindre enn 0,01 poeng mer."),
            "{}",
            of(&hair)
        );
        assert_eq!(
            describe(&line, Ok(&line), Way::UnderFrame),
            ["Best mulig under rammen er det samme."]
        );
    }

    #[test]
    fn what_is_not_proven_is_not_called_the_best_and_the_bound_is_rounded_up() {
        let line = set(STOP, &[1], 400, 5_000_000);
        let mut best = set(Way::UnderFrame, &[2, 3], 700, 5_000_000);
        (best.proven, best.ceiling) = (false, Decimal::new(7_201, 3));
        let unproven = describe(&line, Ok(&best), Way::UnderFrame);
        assert!(
            unproven[0].starts_with("Best funnet under rammen er"),
            "{unproven:?}"
        );
        assert_eq!(
            unproven[3],
            "Beregningen stoppet før det var bevist; ingen sammensetning er mer enn 0,21 poeng bedre."
        );
    }

    #[test]
    fn that_no_set_keeps_the_reserve_is_said_and_so_is_that_none_was_found() {
        let line = set(STOP, &[1], 400, 5_000_000);
        let none = |proven| describe(&line, Err(NoneFits { proven }), Way::OverReserve);
        assert_eq!(
            none(true),
            [
                "Uansett hvilke søknader som velges, også ingen, går minst ett kvartal under reserven på 10,0\u{a0}mill.\u{a0}kr."
            ]
        );
        assert!(none(false)[0].starts_with("Beregningen stoppet før det fant"));
    }
}
