//! The open screens: a pile for each tab, so that one comes back to where one was, and for each screen which
//! of its questions is the latest. Old answers and answers to closed screens fall away here.

use crate::tui::effects::{Order, ScreenId};
use crate::tui::route::{House, Route};
use crate::tui::screen::AnyScreen;

/// A screen that is open.
pub struct Open {
    pub id: ScreenId,
    pub screen: Box<dyn AnyScreen>,
    generation: u64,
    /// The fund has changed since the last question.
    stale: bool,
}

/// All that is open.
pub struct Stack {
    house: House,
    piles: Vec<Vec<Open>>,
    tab: usize,
    next: u64,
}

impl Stack {
    /// Opens on a route: on its tab, or over the first tab when it has none.
    #[must_use]
    pub fn new(house: House, start: Route) -> Self {
        let tab = house.tabs.iter().position(|tab| tab.route == start);
        let piles = house.tabs.iter().map(|_| Vec::new()).collect();
        let mut stack = Stack {
            house,
            piles,
            tab: tab.unwrap_or(0),
            next: 0,
        };
        stack.go_to(stack.tab);
        if tab.is_none() {
            stack.push(&start);
        }
        stack
    }

    #[must_use]
    pub fn tab(&self) -> usize {
        self.tab
    }

    #[must_use]
    pub fn top(&self) -> &Open {
        // Every pile has a screen at its bottom from the moment its tab is shown; `pop` keeps it.
        self.piles[self.tab]
            .last()
            .expect("a tab that is shown has a screen")
    }

    pub fn top_mut(&mut self) -> &mut Open {
        self.piles[self.tab]
            .last_mut()
            .expect("a tab that is shown has a screen")
    }

    /// Shows a tab as it was left; the tab that is shown goes back to its first screen.
    pub fn go_to(&mut self, tab: usize) {
        if tab == self.tab {
            self.piles[tab].truncate(1);
        }
        self.tab = tab;
        if self.piles[tab].is_empty() {
            let route = self.house.tabs[tab].route.clone();
            self.push(&route);
        }
    }

    pub fn push(&mut self, route: &Route) {
        let screen = (self.house.open)(route);
        let id = ScreenId(self.next);
        self.next += 1;
        self.piles[self.tab].push(Open {
            id,
            screen,
            generation: 0,
            stale: true,
        });
    }

    /// Closes the screen on top. False when it is the first of its tab.
    pub fn pop(&mut self) -> bool {
        let pile = &mut self.piles[self.tab];
        let many = pile.len() > 1;
        if many {
            pile.pop();
        }
        many
    }

    /// The fund has changed: every screen asks again when it is next seen.
    pub fn outdate(&mut self) {
        self.all().for_each(|open| open.stale = true);
    }

    /// Closes everything but the first screen of this tab: another person sits down.
    pub fn start_over(&mut self) {
        self.piles.iter_mut().for_each(Vec::clear);
        self.go_to(self.tab);
    }

    /// The question of the screen on top, if its answer is out of date.
    pub fn due(&mut self) -> Option<Order> {
        let top = self.top_mut();
        if !std::mem::take(&mut top.stale) {
            return None;
        }
        top.generation += 1;
        Some(Order::Load {
            screen: top.id,
            generation: top.generation,
            query: top.screen.query(),
        })
    }

    pub fn ask_again(&mut self) {
        self.top_mut().stale = true;
    }

    /// The screen that an answer belongs to, if the answer is to its latest question.
    pub fn expecting(&mut self, id: ScreenId, generation: u64) -> Option<&mut Open> {
        self.find(id).filter(|open| open.generation == generation)
    }

    pub fn find(&mut self, id: ScreenId) -> Option<&mut Open> {
        self.all().find(|open| open.id == id)
    }

    pub fn any_unsaved(&self) -> bool {
        self.piles.iter().flatten().any(|open| open.screen.unsaved())
    }

    fn all(&mut self) -> impl Iterator<Item = &mut Open> {
        self.piles.iter_mut().flatten()
    }
}
