//! The settings of a what-if (F5): how far solutions spread, when they go live, the reserve, and how many of the undecided
//! join. Each stands at its place in the facts until it is turned; nothing of it is ever saved.

use rust_decimal::Decimal;
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::domain::forecast::{Facts, WhatIf};
use crate::domain::money::Ore;
use crate::domain::named::all;
use crate::domain::refusal::{Refusal, Value, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::keymap::Move;
use crate::tui::widgets::list::Cursor;

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case", prefix = "capital-setting-")]
pub enum Setting {
    Uptake,
    Delay,
    Reserve,
    Undecided,
}

/// A step of the uptake and of the share of the undecided.
const TENTH: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// Twice as many adopters as expected is as far as the setting goes.
const TWICE: Decimal = Decimal::TWO;
/// Two years earlier and five years later.
const EARLIEST: Decimal = Decimal::from_parts(8, 0, 0, true, 0);
const LATEST: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
const RESERVE_STEP: Ore = Ore::kroner(5_000_000);

all!(Setting);

impl Setting {
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it has been turned away from its place.
    #[must_use]
    pub fn is_turned(self, what_if: &WhatIf) -> bool {
        match self {
            Setting::Uptake => what_if.uptake_factor.is_some(),
            Setting::Delay => what_if.delay_quarters.is_some(),
            Setting::Reserve => what_if.reserve.is_some(),
            Setting::Undecided => what_if.undecided_joining.is_some(),
        }
    }

    /// Where it stands, in words.
    #[must_use]
    pub fn value(self, what_if: &WhatIf, facts: &Facts, ctx: &Ctx<'_>) -> Phrase {
        let words = ctx.words;
        match self {
            Setting::Uptake => phrase("capital-setting-times").with(
                "factor",
                words.decimal(what_if.uptake_factor.unwrap_or(Decimal::ONE), 1),
            ),
            Setting::Delay => {
                let quarters = what_if.delay_quarters.unwrap_or_default();
                let key = match quarters {
                    none if none.is_zero() => return phrase("capital-setting-as-planned"),
                    earlier if earlier.is_sign_negative() => "capital-setting-earlier",
                    _ => "capital-setting-later",
                };
                phrase(key).with("count", usize::try_from(quarters.abs()).unwrap_or(0))
            }
            Setting::Reserve => Phrase::Name(words.mill_kr(what_if.reserve.unwrap_or(facts.reserve))),
            Setting::Undecided => match &facts.participation {
                None => phrase("capital-setting-nobody"),
                Some(participation) => phrase("capital-setting-joining")
                    .with(
                        "share",
                        words.percent(what_if.undecided_joining.unwrap_or_default(), 0),
                    )
                    .with("amount", words.mill_kr(participation.undecided)),
            },
        }
    }
}

/// What is tried, how it came about, and the selected setting.
#[derive(Debug, Default)]
pub(super) struct Scenario {
    now: WhatIf,
    before: Vec<WhatIf>,
    cursor: Cursor,
}

impl Scenario {
    #[must_use]
    pub(super) fn what_if(&self) -> &WhatIf {
        &self.now
    }

    #[must_use]
    pub(super) fn is_on(&self) -> bool {
        !self.now.is_empty()
    }

    #[must_use]
    pub(super) fn selected(&self) -> Setting {
        let at = self.cursor.at(Setting::ALL.len()).unwrap_or(0);
        Setting::ALL[at]
    }

    pub(super) fn step(&mut self, step: Move) {
        self.cursor.step(step, Setting::ALL.len());
    }

    /// Whether the selected setting can be turned one step.
    ///
    /// # Errors
    /// `what-if-nobody-undecided` when it has nothing to turn; `what-if-highest` and `what-if-lowest` when it is at the end.
    pub(super) fn check(&self, up: bool, facts: &Facts) -> Result<(), Refusal> {
        let setting = self.selected();
        if setting == Setting::Undecided && facts.participation.is_none() {
            return Err(refuse("what-if-nobody-undecided").rule("F5"));
        }
        if self.turned(up, facts) == self.now {
            let code = if up { "what-if-highest" } else { "what-if-lowest" };
            return Err(refuse(code).with("setting", Value::Word(setting.name().to_owned())));
        }
        Ok(())
    }

    /// Turns the selected setting one step; says whether it moved.
    pub(super) fn turn(&mut self, up: bool, facts: &Facts) -> bool {
        self.go_to(self.turned(up, facts))
    }

    /// With the selected setting one step on. At its place in the facts a setting is no what-if.
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
            Setting::Uptake => {
                next.uptake_factor =
                    turned(self.now.uptake_factor, Decimal::ONE, TENTH, Decimal::ZERO, TWICE);
            }
            Setting::Delay => {
                let (from, step) = (self.now.delay_quarters, Decimal::ONE);
                next.delay_quarters = turned(from, Decimal::ZERO, step, EARLIEST, LATEST);
            }
            Setting::Reserve => {
                let from = self.now.reserve.unwrap_or(facts.reserve);
                let to = if up {
                    from + RESERVE_STEP
                } else {
                    from - RESERVE_STEP
                };
                let to = to.clamp(Ore::ZERO, Ore::LARGEST_INPUT);
                next.reserve = (to != facts.reserve).then_some(to);
            }
            Setting::Undecided => {
                let from = self.now.undecided_joining;
                next.undecided_joining = turned(from, Decimal::ZERO, TENTH, Decimal::ZERO, Decimal::ONE);
            }
        }
        next
    }

    /// Takes back the last turn; says whether there was one.
    pub(super) fn undo(&mut self) -> bool {
        let before = self.before.pop();
        let was = before.is_some();
        if let Some(before) = before {
            self.now = before;
        }
        was
    }

    #[must_use]
    pub(super) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Every setting back to its place.
    pub(super) fn reset(&mut self) -> bool {
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
    fn f5_a_setting_that_is_back_at_its_place_is_no_what_if() {
        let (facts, mut settings) = (facts(), Scenario::default());
        for setting in [
            Setting::Uptake,
            Setting::Delay,
            Setting::Reserve,
            Setting::Undecided,
        ] {
            assert_eq!(settings.selected(), setting);
            assert!(settings.turn(true, &facts) && setting.is_turned(settings.what_if()));
            assert_eq!(settings.what_if().check(&facts), Ok(()));
            settings.turn(false, &facts);
            assert!(!settings.is_on(), "{setting:?}");
            settings.step(Move::Down);
        }
    }

    #[test]
    fn f5_a_setting_never_leaves_what_the_rules_allow() {
        for up in [true, false] {
            let (facts, mut settings) = (facts(), Scenario::default());
            for _ in Setting::ALL {
                for _ in 0..60 {
                    settings.turn(up, &facts);
                }
                assert_eq!(settings.check(up, &facts).is_ok(), settings.turn(up, &facts));
                assert!(
                    settings.check(up, &facts).is_err() || (up && settings.selected() == Setting::Reserve)
                );
                assert_eq!(settings.what_if().check(&facts), Ok(()));
                settings.step(Move::Down);
            }
            assert!(settings.reset() && !settings.is_on() && settings.undo() && settings.is_on());
        }
    }
}
