//! The knobs of a what-if (F5): how far solutions spread, when they go live, the reserve, and how many of the undecided
//! join. Each stands at its place in the facts until it is turned; nothing of it is ever saved.

use rust_decimal::Decimal;

use crate::domain::forecast::{Facts, WhatIf};
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, Value, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::keymap::Move;
use crate::tui::widgets::list::Cursor;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knob {
    Uptake,
    Delay,
    Reserve,
    Undecided,
}

/// A step of the uptake and of the share of the undecided.
const TENTH: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// Twice as many adopters as expected is as far as the knob goes.
const TWICE: Decimal = Decimal::TWO;
/// Two years earlier and five years later.
const EARLIEST: Decimal = Decimal::from_parts(8, 0, 0, true, 0);
const LATEST: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
const RESERVE_STEP: Ore = Ore::kroner(5_000_000);

impl Knob {
    pub const ALL: [Knob; 4] = [Knob::Uptake, Knob::Delay, Knob::Reserve, Knob::Undecided];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Knob::Uptake => "capital-knob-uptake",
            Knob::Delay => "capital-knob-delay",
            Knob::Reserve => "capital-knob-reserve",
            Knob::Undecided => "capital-knob-undecided",
        }
    }

    /// Whether it has been turned away from its place.
    #[must_use]
    pub fn is_turned(self, what_if: &WhatIf) -> bool {
        match self {
            Knob::Uptake => what_if.uptake_factor.is_some(),
            Knob::Delay => what_if.delay_quarters.is_some(),
            Knob::Reserve => what_if.reserve.is_some(),
            Knob::Undecided => what_if.undecided_joining.is_some(),
        }
    }

    /// Where it stands, in words.
    #[must_use]
    pub fn value(self, what_if: &WhatIf, facts: &Facts, ctx: &Ctx<'_>) -> Phrase {
        let words = ctx.words;
        match self {
            Knob::Uptake => phrase("capital-knob-times").with(
                "factor",
                words.decimal(what_if.uptake_factor.unwrap_or(Decimal::ONE), 1),
            ),
            Knob::Delay => {
                let quarters = what_if.delay_quarters.unwrap_or_default();
                let key = match quarters {
                    none if none.is_zero() => return phrase("capital-knob-as-planned"),
                    earlier if earlier.is_sign_negative() => "capital-knob-earlier",
                    _ => "capital-knob-later",
                };
                phrase(key).with("count", usize::try_from(quarters.abs()).unwrap_or(0))
            }
            Knob::Reserve => Phrase::Name(words.mill_kr(what_if.reserve.unwrap_or(facts.reserve))),
            Knob::Undecided => match &facts.participation {
                None => phrase("capital-knob-nobody"),
                Some(participation) => phrase("capital-knob-joining")
                    .with(
                        "share",
                        words.percent(what_if.undecided_joining.unwrap_or_default(), 0),
                    )
                    .with("amount", words.mill_kr(participation.undecided)),
            },
        }
    }
}

/// What is tried, how it came about, and the knob that the keys go to.
#[derive(Debug, Default)]
pub struct Knobs {
    now: WhatIf,
    before: Vec<WhatIf>,
    cursor: Cursor,
}

impl Knobs {
    #[must_use]
    pub fn what_if(&self) -> &WhatIf {
        &self.now
    }

    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.now.is_empty()
    }

    #[must_use]
    pub fn selected(&self) -> Knob {
        let at = self.cursor.at(Knob::ALL.len()).unwrap_or(0);
        Knob::ALL[at]
    }

    pub fn step(&mut self, step: Move) {
        self.cursor.step(step, Knob::ALL.len());
    }

    /// Whether the selected knob can be turned one step.
    ///
    /// # Errors
    /// `what-if-nobody-undecided` when it has nothing to turn; `what-if-highest` and `what-if-lowest` when it is at the end.
    pub fn check(&self, up: bool, facts: &Facts) -> Result<(), Refusal> {
        let knob = self.selected();
        if knob == Knob::Undecided && facts.participation.is_none() {
            return Err(refuse("what-if-nobody-undecided").rule("F5"));
        }
        if self.turned(up, facts) == self.now {
            let code = if up { "what-if-highest" } else { "what-if-lowest" };
            return Err(refuse(code).with("knob", Value::Word(knob.name().to_owned())));
        }
        Ok(())
    }

    /// Turns the selected knob one step; says whether it moved.
    pub fn turn(&mut self, up: bool, facts: &Facts) -> bool {
        self.go_to(self.turned(up, facts))
    }

    /// With the selected knob one step on. At its place in the facts a knob is no what-if.
    fn turned(&self, up: bool, facts: &Facts) -> WhatIf {
        let mut next = self.now.clone();
        let turned =
            |from: Option<Decimal>, at_rest: Decimal, step: Decimal, least: Decimal, most: Decimal| {
                let from = from.unwrap_or(at_rest);
                let to = if up { from + step } else { from - step };
                let to = to.clamp(least, most);
                (to != at_rest).then_some(to)
            };
        match self.selected() {
            Knob::Uptake => {
                next.uptake_factor =
                    turned(self.now.uptake_factor, Decimal::ONE, TENTH, Decimal::ZERO, TWICE);
            }
            Knob::Delay => {
                let (from, step) = (self.now.delay_quarters, Decimal::ONE);
                next.delay_quarters = turned(from, Decimal::ZERO, step, EARLIEST, LATEST);
            }
            Knob::Reserve => {
                let from = self.now.reserve.unwrap_or(facts.reserve);
                let to = if up {
                    from + RESERVE_STEP
                } else {
                    from - RESERVE_STEP
                };
                let to = to.clamp(Ore::ZERO, Ore::LARGEST_INPUT);
                next.reserve = (to != facts.reserve).then_some(to);
            }
            Knob::Undecided => {
                let from = self.now.undecided_joining;
                next.undecided_joining = turned(from, Decimal::ZERO, TENTH, Decimal::ZERO, Decimal::ONE);
            }
        }
        next
    }

    /// Takes back the last turn; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let before = self.before.pop();
        let was = before.is_some();
        if let Some(before) = before {
            self.now = before;
        }
        was
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Every knob back to its place.
    pub fn reset(&mut self) -> bool {
        self.go_to(WhatIf::default())
    }

    fn go_to(&mut self, next: WhatIf) -> bool {
        if next == self.now {
            return false;
        }
        self.before.push(std::mem::replace(&mut self.now, next));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn facts() -> Facts {
        Facts {
            reserve: Ore::kroner(7_000_000),
            ..Facts::empty(date(2018, 5, 7))
        }
    }

    #[test]
    fn f5_a_knob_that_is_back_at_its_place_is_no_what_if() {
        let (facts, mut knobs) = (facts(), Knobs::default());
        for knob in [Knob::Uptake, Knob::Delay, Knob::Reserve, Knob::Undecided] {
            assert_eq!(knobs.selected(), knob);
            assert!(knobs.turn(true, &facts) && knob.is_turned(knobs.what_if()));
            assert_eq!(knobs.what_if().check(&facts), Ok(()));
            knobs.turn(false, &facts);
            assert!(!knobs.is_on(), "{knob:?}");
            knobs.step(Move::Down);
        }
    }

    #[test]
    fn f5_a_knob_never_leaves_what_the_rules_allow() {
        for up in [true, false] {
            let (facts, mut knobs) = (facts(), Knobs::default());
            for _ in Knob::ALL {
                for _ in 0..60 {
                    knobs.turn(up, &facts);
                }
                assert_eq!(knobs.check(up, &facts).is_ok(), knobs.turn(up, &facts));
                assert!(knobs.check(up, &facts).is_err() || (up && knobs.selected() == Knob::Reserve));
                assert_eq!(knobs.what_if().check(&facts), Ok(()));
                knobs.step(Move::Down);
            }
            assert!(knobs.reset() && !knobs.is_on() && knobs.undo() && knobs.is_on());
        }
    }
}
