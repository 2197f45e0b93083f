//! The thread that holds the fund: takes requests in turn, and looks whether somebody else has written, when it is asked to and
//! every two seconds besides. That look is for writes that come without a notice, and it says nothing unless there is something new.
//! With it the clock is asked whether it is another day: a timer to midnight would be wrong after the machine has slept, or its clock
//! was set, and would not spare a wake.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use tokio::sync::mpsc::UnboundedSender;

use super::looks::Stillness;
use super::{Ending, Message};
use crate::tui::effects::{DraftFound, Event, Request};
use crate::tui::fund_access::FundAccess;
use crate::usecases::{Change, OpError, Traces, Watch};

/// How often the fund is looked at without a notice.
const LOOK: Duration = Duration::from_secs(2);
/// How the contract for scripts says "busy, try again".
const BUSY: u8 = 5;

/// Serves the requests of a session on its fund, and watches the file for writes of other processes.
pub(super) struct FundServer {
    fund: Box<dyn FundAccess>,
    out: UnboundedSender<Message>,
    /// The file can't be read any more, which has been said.
    lost: bool,
    watch: Option<Arc<Watch>>,
    stillness: Stillness<Traces>,
    /// The business date that the session has been told of.
    today: Date,
}

impl FundServer {
    /// A server that has not been asked for anything. What others write from now on is told.
    pub(super) fn new(fund: Box<dyn FundAccess>, out: UnboundedSender<Message>) -> FundServer {
        let mut server = FundServer {
            today: fund.today(),
            fund,
            out,
            lost: false,
            watch: None,
            stillness: Stillness::default(),
        };
        server.look();
        server
    }

    /// Serves until nobody makes requests any more. Requests that were made are carried out first, but nothing is
    /// read any more for a session that has ended.
    pub(super) fn serve(mut self, requests: &Receiver<Request>) {
        self.begin_to_watch();
        let begun = Instant::now();
        let mut next_look = begun + LOOK;
        let mut waiting: VecDeque<Request> = VecDeque::new();
        loop {
            let next = match waiting.pop_front() {
                Some(request) => Ok(request),
                None => requests.recv_timeout(next_look.saturating_duration_since(Instant::now())),
            };
            waiting.extend(requests.try_iter());
            match next {
                Ok(request) if is_asked_again(&request, &waiting) => {}
                Ok(request) => self.carry_out(request),
                Err(RecvTimeoutError::Timeout) => {
                    self.look_unless_still(begun.elapsed());
                    self.begin_the_day();
                    next_look = Instant::now() + LOOK;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn send(&self, message: Message) {
        let _ended = self.out.send(message);
    }

    pub(super) fn carry_out(&mut self, request: Request) {
        if matches!(request, Request::Look) {
            let found = self.look();
            self.send(Message::Looked(found));
        } else if let Some(event) = carry_out(self.fund.as_mut(), request) {
            self.send(Message::Event(event));
        }
    }

    /// Without notices the looks every two seconds have to do.
    fn begin_to_watch(&mut self) {
        self.watch = self.fund.watch().ok().map(Arc::new);
        if let Some(watch) = &self.watch {
            self.send(Message::Watching(Arc::clone(watch)));
        }
    }

    /// The look that waits for no notice. Where the system gives notices and the files stand as they did, there is nothing to find.
    fn look_unless_still(&mut self, now: Duration) {
        let traces = self.watch.as_ref().and_then(|watch| watch.traces());
        if !traces.is_some_and(|traces| self.stillness.still(traces, now)) {
            self.look();
        }
    }

    /// Tells that it is another business date, on which roles may be others too (M11). With a date that the person set it stays the
    /// same.
    pub(super) fn begin_the_day(&mut self) {
        let today = self.fund.today();
        if today == self.today {
            return;
        }
        match self.fund.session_info() {
            Ok(session_info) => {
                self.today = session_info.today;
                self.send(Message::Event(Event::DayBegan(session_info)));
            }
            Err(OpError::Denied(why)) => self.send(Message::End(Ending::Dismissed(why))),
            // It is asked again with the next look.
            Err(_) => {}
        }
    }

    /// Tells what others have written since the last look; whether there was anything new.
    fn look(&mut self) -> bool {
        if let Some(watch) = &self.watch {
            let _as_it_was = watch.renew();
        }
        let news = self.fund.news();
        if news.is_err() {
            // What kept it from being read may go without a trace.
            self.stillness = Stillness::default();
        }
        match news {
            Ok(news) => {
                if std::mem::take(&mut self.lost) {
                    self.send(Message::Event(Event::Outdated));
                }
                let found = news.is_some();
                if let Some(changes) = news.filter(|changes| !changes.is_empty()) {
                    let of_members = changes.iter().any(Change::is_of_members);
                    let session_info = of_members.then(|| self.fund.session_info());
                    if let Some(Err(OpError::Denied(why))) = &session_info {
                        self.send(Message::End(Ending::Dismissed(why.clone())));
                        return true;
                    }
                    self.send(Message::Event(Event::Changed {
                        changes,
                        session_info,
                    }));
                }
                found
            }
            // A busy file is looked at again in a moment.
            Err(error) if error.exit_code() == BUSY => false,
            // One that can't be read any more has changed too: the screen asks, and says why.
            Err(_) => {
                if !std::mem::replace(&mut self.lost, true) {
                    self.send(Message::Event(Event::Outdated));
                }
                true
            }
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
pub(crate) fn carry_out(fund: &mut dyn FundAccess, request: Request) -> Option<Event> {
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
        Request::FindDraft { screen, place } => Event::DraftFound(Box::new(DraftFound {
            screen,
            content: fund.draft(&place)?,
            place,
        })),
        Request::KeepDraft { place, content } => {
            fund.keep_draft(&place, content.as_deref());
            return None;
        }
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
        Request::Table => Event::Turned(fund.table()),
        Request::Look | Request::Redraw | Request::Quit => return None,
    })
}
