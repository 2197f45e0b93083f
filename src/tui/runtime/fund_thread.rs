//! The thread that holds the fund: takes requests in turn, and between them looks whether somebody else has
//! written. That look is the only timer of the program, and it says nothing unless something changed.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::Message;
use crate::tui::effects::{Event, Request};
use crate::tui::fund_access::FundAccess;

/// How often the fund is looked at.
const LOOK: Duration = Duration::from_millis(250);
/// How the contract for scripts says "busy, try again".
const BUSY: u8 = 5;

/// Serves until nobody makes requests any more. Requests that were made are carried out first, but nothing is
/// read any more for a session that has ended.
pub(super) fn serve(mut fund: Box<dyn FundAccess>, requests: &Receiver<Request>, out: &Sender<Message>) {
    let mut seen = fund.version().ok();
    let mut waiting: VecDeque<Request> = VecDeque::new();
    loop {
        let next = match waiting.pop_front() {
            Some(request) => Ok(request),
            None => requests.recv_timeout(LOOK),
        };
        waiting.extend(requests.try_iter());
        let event = match next {
            Ok(request) if is_asked_again(&request, &waiting) => None,
            Ok(request) => carry_out(fund.as_mut(), request),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => match fund.version() {
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
fn is_asked_again(request: &Request, later: &VecDeque<Request>) -> bool {
    let Request::Load { screen, .. } = request else {
        return false;
    };
    later
        .iter()
        .any(|request| matches!(request, Request::Load { screen: other, .. } if other == screen))
}

/// Carries a request out. The runtime keeps those that aren't for the fund to itself.
pub fn carry_out(fund: &mut dyn FundAccess, request: Request) -> Option<Event> {
    Some(match request {
        Request::Load {
            screen,
            generation,
            query,
        } => Event::Loaded {
            screen,
            generation,
            answer: fund.answer(&query),
        },
        Request::Perform { screen, step, tag } => Event::Performed {
            screen,
            tag,
            outcome: fund.take(step.as_ref()),
        },
        Request::Rehearse {
            screen,
            number,
            question,
        } => {
            let (step, _) = question.step()?;
            Event::Rehearsed {
                screen,
                number,
                outcome: fund.rehearse(step.as_ref()),
                question,
            }
        }
        Request::Sit(handle) => Event::Seated(fund.sit_as(&handle).and_then(|()| fund.session_info())),
        Request::Redraw | Request::Quit => return None,
    })
}
