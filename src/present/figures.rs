//! The figures of the fund: the name, the formula, the unit and the rules of each (F6), in the groups that they are read by.
//! The facts of a page are made of them, so that a figure is called the same and comes about the same wherever it stands.

use rust_decimal::Decimal;

use super::document::{Fact, Styled};
use crate::domain::money::Ore;
use crate::i18n::{Words, sentence};

/// A figure.
#[derive(Debug)]
pub struct Figure {
    /// The key of its name.
    pub name: &'static str,
    /// The key of how it comes about.
    pub formula: &'static str,
    /// The key of its unit.
    pub unit: &'static str,
    /// The labels of its rules, the one that says most of it first.
    pub rules: &'static [&'static str],
}

impl Figure {
    /// The figure with its value and its formula.
    #[must_use]
    pub fn fact(&self, value: impl Into<Styled>, words: &Words) -> Fact {
        Fact::of(self.name, value, words).formula(words.t(self.formula))
    }

    /// The same in whole kroner.
    #[must_use]
    pub fn kr(&self, amount: Ore, words: &Words) -> Fact {
        self.fact(words.kr(amount), words)
    }

    /// The same in millions.
    #[must_use]
    pub fn mill_kr(&self, amount: Ore, words: &Words) -> Fact {
        self.fact(words.mill_kr(amount), words)
    }

    /// The same as per cent, or a dash where there is nothing to take a share of.
    #[must_use]
    pub fn share(&self, share: Option<Decimal>, words: &Words) -> Fact {
        self.fact(percent(share, words), words)
    }

    /// The figure as a part of a sum, after its sign. How it comes about itself is left out.
    #[must_use]
    pub fn part(&self, sign: &str, amount: Ore, words: &Words) -> Fact {
        Fact::new(
            format!("{sign} {}", sentence(&words.t(self.name))),
            words.kr(amount),
        )
    }
}

/// A share (0–1) as per cent, or a dash.
#[must_use]
pub fn percent(share: Option<Decimal>, words: &Words) -> String {
    share.map_or_else(|| words.t("word-dash"), |share| words.percent(share, 1))
}

const fn figure(
    name: &'static str,
    formula: &'static str,
    unit: &'static str,
    rules: &'static [&'static str],
) -> Figure {
    Figure {
        name,
        formula,
        unit,
        rules,
    }
}

const KRONER: &str = "word-kroner";
const PER_CENT: &str = "formulas-unit-per-cent";
const POINTS: &str = "formulas-unit-points";

macro_rules! figures {
    ($group:ident: $($figure:ident = $name:literal, $formula:literal, $unit:ident, $rules:expr;)*) => {
        $(pub const $figure: Figure = figure($name, $formula, $unit, &$rules);)*
        const $group: &[Figure] = &[$($figure),*];
    };
}

figures! { CAPITAL:
    PROMISED = "formulas-promised", "formulas-promised-is", KRONER, ["C1", "C2", "C3"];
    BANK = "word-in-the-bank", "formulas-bank-is", KRONER, ["L1", "L5"];
    OWED = "word-refunds-owed", "formulas-owed-is", KRONER, ["C6", "R1"];
    BOUND = "word-bound-in-commitments", "formulas-bound-is", KRONER, ["L3"];
    RESERVE = "formulas-reserve", "formulas-reserve-is", KRONER, ["K1"];
    ON_HAND = "formulas-on-hand", "formulas-on-hand-is", KRONER, ["K1"];
    CASH_FLOW = "formulas-cash-flow", "formulas-cash-flow-is", KRONER, ["K2"];
    OUTSTANDING = "formulas-outstanding", "formulas-outstanding-is", KRONER, ["L4"];
    LOSSES = "word-losses", "formulas-losses-is", KRONER, ["L4"];
    FUND = "formulas-fund", "formulas-fund-is", KRONER, ["L4"];
}

figures! { INDICATORS:
    COMMITMENT_RATE = "formulas-commitment-rate", "formulas-commitment-rate-is", PER_CENT, ["F6"];
    DISBURSEMENT_RATE = "formulas-disbursement-rate", "formulas-disbursement-rate-is", PER_CENT, ["F6"];
    TURNOVER = "formulas-turnover", "formulas-turnover-is", PER_CENT, ["F6"];
    SELF_FINANCING = "formulas-self-financing", "formulas-self-financing-is", PER_CENT, ["F6"];
}

figures! { FORECAST:
    CLOSING = "formulas-closing", "formulas-closing-is", KRONER, ["F1", "F2"];
    REPAYMENTS = "formulas-repayments", "formulas-repayments-is", KRONER, ["F3"];
    BANDS = "formulas-bands", "formulas-bands-is", KRONER, ["F4"];
    RISK = "word-below-the-reserve", "formulas-risk-is", PER_CENT, ["F4"];
    LOWEST = "word-lowest", "formulas-lowest-is", KRONER, ["F1"];
}

figures! { SOLUTIONS:
    COST = "word-cost", "formulas-cost-is", KRONER, ["R1"];
    SHARE = "formulas-share", "formulas-share-is", KRONER, ["R1"];
    PRICE = "formulas-price", "formulas-price-is", KRONER, ["R2"];
    RECOVERY = "formulas-recovery", "formulas-recovery-is", PER_CENT, ["F6"];
    BREAK_EVEN = "word-break-even", "formulas-break-even-is", PER_CENT, ["F6"];
}

figures! { RANKING:
    SCORE = "formulas-score", "formulas-score-is", POINTS, ["S3"];
    DEVIATION = "word-standard-deviation", "formulas-deviation-is", POINTS, ["S3"];
    LINE = "formulas-line", "formulas-line-is", KRONER, ["S8"];
    BEST = "formulas-best", "formulas-best-is", POINTS, ["S8"];
}

/// All figures, each group under its heading.
pub const GROUPS: [(&str, &[Figure]); 5] = [
    ("word-the-capital", CAPITAL),
    ("word-indicators", INDICATORS),
    ("formulas-forecast", FORECAST),
    ("word-the-solutions", SOLUTIONS),
    ("formulas-ranking", RANKING),
];
