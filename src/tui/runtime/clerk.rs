//! The thread that holds the fund: takes orders in turn, and between them looks whether somebody else has
//! written. That look is the only timer of the program, and it says nothing unless something changed.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::Message;
use crate::tui::clerk::Clerk;
use crate::tui::effects::{Event, Order};

/// How often the fund is looked at.
const LOOK: Duration = Duration::from_millis(250);
/// How the contract for scripts says "busy, try again".
const BUSY: u8 = 5;

/// Serves until nobody gives orders any more. Orders that were given are carried out first, but nothing is
/// read any more for a session that has ended.
pub(super) fn serve(mut clerk: Box<dyn Clerk>, orders: &Receiver<Order>, out: &Sender<Message>) {
    let mut seen = clerk.version().ok();
    let mut waiting: VecDeque<Order> = VecDeque::new();
    loop {
        let next = match waiting.pop_front() {
            Some(order) => Ok(order),
            None => orders.recv_timeout(LOOK),
        };
        waiting.extend(orders.try_iter());
        let event = match next {
            Ok(order) if is_asked_again(&order, &waiting) => None,
            Ok(order) => carry_out(clerk.as_mut(), order),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => match clerk.version() {
                // A busy file is looked at again in a moment.
                Err(error) if error.exit_code() == BUSY => None,
                // One that can't be read any more has changed too: the screen asks, and says why.
                version => {
                    let version = version.ok();
                    let changed = seen != version;
                    seen = version;
                    changed.then_some(Event::Changed)
                }
            },
        };
        if let Some(event) = event {
            let _ended = out.send(Message::Event(event));
        }
    }
}

/// Whether a screen has asked anew since: then nobody waits for this answer any more.
fn is_asked_again(order: &Order, later: &VecDeque<Order>) -> bool {
    let Order::Load { screen, .. } = order else {
        return false;
    };
    later
        .iter()
        .any(|order| matches!(order, Order::Load { screen: other, .. } if other == screen))
}

/// Carries an order out. The runtime keeps those that aren't for the fund to itself.
pub fn carry_out(clerk: &mut dyn Clerk, order: Order) -> Option<Event> {
    Some(match order {
        Order::Load {
            screen,
            generation,
            query,
        } => Event::Loaded {
            screen,
            generation,
            answer: clerk.answer(&query),
        },
        Order::Perform { screen, step, tag } => Event::Performed {
            screen,
            tag,
            outcome: clerk.take(step.as_ref()),
        },
        Order::Rehearse {
            screen,
            number,
            question,
        } => {
            let (step, _) = question.step()?;
            Event::Rehearsed {
                screen,
                number,
                outcome: clerk.rehearse(step.as_ref()),
                question,
            }
        }
        Order::Sit(handle) => Event::Seated(clerk.sit_as(&handle).and_then(|()| clerk.standing())),
        Order::Redraw | Order::Quit => return None,
    })
}
