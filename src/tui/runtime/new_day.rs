//! A session that nobody touches over midnight.

use std::sync::{Arc, Mutex};

use jiff::ToSpan;
use jiff::civil::Date;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::fund_thread::FundServer;
use super::{Ending, Message};
use crate::domain::policy::Role;
use crate::tui::effects::Event;
use crate::tui::fund_access::SessionAccess;
use crate::tui::testing::{DemoClock, demo};
use crate::usecases::{Access, Clock, RevokeMember, Session, SetRole};

/// A clock whose day the story sets.
#[derive(Clone)]
struct Wall(Arc<Mutex<Date>>);

impl Clock for Wall {
    fn now(&self) -> jiff::Timestamp {
        DemoClock.now()
    }
    fn today(&self) -> Date {
        *self.0.lock().expect("a day")
    }
}

fn days(inbox: &mut UnboundedReceiver<Message>) -> Vec<(Date, bool)> {
    let told = std::iter::from_fn(|| inbox.try_recv().ok());
    let told = told.filter_map(|message| match message {
        Message::Event(Event::DayBegan(info)) => Some((info.today, info.actor.has(Role::Chair))),
        _ => None,
    });
    told.collect()
}

#[test]
fn an_idle_session_is_told_once_that_a_new_day_has_begun_with_the_roles_of_that_day() {
    let (folder, _) = demo("leder");
    let today = DemoClock.today();
    let path = folder.path().join("demo.db");
    let tomorrow = today.saturating_add(1.day());
    let mut owner = Session::at(&path, Access::local(None), Box::new(DemoClock)).expect("its owner");
    let until_today = SetRole {
        handle: "leder".into(),
        role: Role::Chair,
        from: today,
        to: Some(today),
    };
    owner.perform(&until_today).expect("a last day");
    let stays = SetRole {
        role: Role::Member,
        to: None,
        ..until_today
    };
    owner.perform(&stays).expect("a role");
    let wall = Wall(Arc::new(Mutex::new(today)));
    let session =
        Session::at(&path, Access::local(Some("leder")), Box::new(wall.clone())).expect("a session");
    let (messages, mut inbox) = unbounded_channel();
    let mut server = FundServer::new(Box::new(SessionAccess::new(session)), messages);
    server.begin_the_day();
    assert_eq!(days(&mut inbox), []);
    *wall.0.lock().expect("a day") = tomorrow;
    server.begin_the_day();
    server.begin_the_day();
    assert_eq!(days(&mut inbox), [(tomorrow, false)]);
    // Whoever may not come in any more is sent out then too.
    owner
        .perform(&RevokeMember {
            handle: "leder".into(),
        })
        .expect("a revocation");
    *wall.0.lock().expect("a day") = tomorrow.saturating_add(1.day());
    server.begin_the_day();
    let ending = std::iter::from_fn(|| inbox.try_recv().ok()).find_map(|message| match message {
        Message::End(ending) => Some(ending),
        _ => None,
    });
    assert!(matches!(ending, Some(Ending::Dismissed(_))), "{ending:?}");
}
