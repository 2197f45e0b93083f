//! The open screens: a pile for each tab, so that one comes back to where one was, and for each screen which
//! of its questions is the latest. Old answers and answers to closed screens fall away here.

use jiff::civil::Date;

use crate::tui::effects::{Request, ScreenId};
use crate::tui::route::Route;
use crate::tui::screen::{AnyScreen, Screens};
use crate::usecases::Change;

/// A screen that is open.
pub(super) struct Open {
    pub id: ScreenId,
    pub screen: Box<dyn AnyScreen>,
    route: Route,
    generation: u64,
    /// The fund has changed since the last question.
    stale: bool,
}

/// All that is open.
pub(super) struct Stack {
    screens: Screens,
    /// The screen that is seen.
    top: Open,
    /// The screens under it on the same tab, the first one first.
    below: Vec<Open>,
    /// The other tabs as they were left.
    resting: Vec<Vec<Open>>,
    tab: usize,
    next: u64,
}

impl Stack {
    /// Opens on a route: on its tab, or over the first tab when it has none.
    #[must_use]
    pub(super) fn new(screens: Screens, start: &Route) -> Self {
        let tab = screens.tabs.iter().position(|tab| tab.route == *start);
        let first = tab.and_then(|at| screens.tabs.get(at)).or(screens.tabs.first());
        let mut stack = Stack {
            screens,
            top: open(screens, first.map_or(start, |first| &first.route), 0),
            below: Vec::new(),
            resting: screens.tabs.iter().map(|_| Vec::new()).collect(),
            tab: tab.unwrap_or(0),
            next: 1,
        };
        if tab.is_none() && first.is_some() {
            stack.push(start);
        }
        stack
    }

    #[must_use]
    pub(super) fn tab(&self) -> usize {
        self.tab
    }

    #[must_use]
    pub(super) fn top(&self) -> &Open {
        &self.top
    }

    pub(super) fn top_mut(&mut self) -> &mut Open {
        &mut self.top
    }

    fn make(&mut self, route: &Route) -> Open {
        self.next += 1;
        open(self.screens, route, self.next - 1)
    }

    /// Shows a tab as it was left; the tab that is shown goes back to its first screen.
    pub(super) fn go_to(&mut self, tab: usize) {
        if tab == self.tab {
            self.go_to_the_first();
            return;
        }
        // The log lies over whatever tab it was opened on; it is no part of what that one was left with.
        if self.top.route == Route::Log {
            self.pop();
        }
        let Some(pile) = self.resting.get_mut(tab) else {
            return;
        };
        let mut pile = std::mem::take(pile);
        let next = pile
            .pop()
            .unwrap_or_else(|| self.make(&self.screens.tabs[tab].route));
        let mut left = std::mem::replace(&mut self.below, pile);
        left.push(std::mem::replace(&mut self.top, next));
        self.resting[self.tab] = left;
        self.tab = tab;
    }

    /// Shows the first screen of the tab.
    pub(super) fn go_to_the_first(&mut self) {
        if let Some(first) = self.below.drain(..).next() {
            self.top = first;
        }
    }

    /// Opens a route over what is seen; where one is already, nothing happens.
    pub(super) fn push(&mut self, route: &Route) {
        if self.top.route == *route {
            return;
        }
        let next = self.make(route);
        self.below.push(std::mem::replace(&mut self.top, next));
    }

    /// Closes the screen on top. False when it is the first of its tab.
    pub(super) fn pop(&mut self) -> bool {
        let Some(under) = self.below.pop() else {
            return false;
        };
        self.top = under;
        true
    }

    /// On the first screen of the tab.
    #[must_use]
    pub(super) fn is_first(&self) -> bool {
        self.below.is_empty()
    }

    /// On the first screen of the first tab, behind which there is nothing.
    #[must_use]
    pub(super) fn is_at_the_start(&self) -> bool {
        self.tab == 0 && self.below.is_empty()
    }

    /// The fund has changed: every screen asks again when it is next seen.
    pub(super) fn outdate(&mut self) {
        self.all().for_each(|open| open.stale = true);
    }

    /// It is another day: what is typed on a screen that is open is read by it.
    pub(super) fn dated(&mut self, today: Date) {
        self.all().for_each(|open| open.screen.dated(today));
    }

    /// Others have done something: the screens that show it ask again when they are next seen.
    pub(super) fn outdate_by(&mut self, changes: &[Change]) {
        for open in self.all() {
            let query = open.screen.query();
            open.stale |= changes.iter().any(|change| query.shows(change));
        }
    }

    /// Closes everything and opens the first screen of this tab anew: another person sits down.
    pub(super) fn start_over(&mut self) {
        self.below.clear();
        self.resting.iter_mut().for_each(Vec::clear);
        if let Some(tab) = self.screens.tabs.get(self.tab) {
            self.top = self.make(&tab.route);
        }
    }

    /// The question of the screen on top, if its answer is out of date.
    pub(super) fn due(&mut self) -> Option<Request> {
        let top = self.top_mut();
        if !std::mem::take(&mut top.stale) {
            return None;
        }
        top.generation += 1;
        Some(Request::Load {
            screen: top.id,
            generation: top.generation,
            query: top.screen.query(),
        })
    }

    pub(super) fn ask_again(&mut self) {
        self.top_mut().stale = true;
    }

    /// The screen that an answer belongs to, if the answer is to its latest question.
    pub(super) fn expecting(&mut self, id: ScreenId, generation: u64) -> Option<&mut Open> {
        self.find(id).filter(|open| open.generation == generation)
    }

    pub(super) fn find(&mut self, id: ScreenId) -> Option<&mut Open> {
        self.all().find(|open| open.id == id)
    }

    #[must_use]
    pub(super) fn any_unsaved(&self) -> bool {
        let rest = self.resting.iter().flatten();
        std::iter::once(&self.top)
            .chain(&self.below)
            .chain(rest)
            .any(|open| open.screen.unsaved())
    }

    pub(super) fn all(&mut self) -> impl Iterator<Item = &mut Open> {
        let rest = self.resting.iter_mut().flatten();
        std::iter::once(&mut self.top).chain(&mut self.below).chain(rest)
    }
}

fn open(screens: Screens, route: &Route, id: u64) -> Open {
    Open {
        id: ScreenId(id),
        screen: (screens.open)(route),
        route: route.clone(),
        generation: 0,
        stale: true,
    }
}
