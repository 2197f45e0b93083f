//! The looks and the notices together, on a fund that another session writes to as fast as it can.

use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::looks::Looks;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::tui::fund_access::FundAccess;
use crate::tui::testing::{DemoClock, demo};
use crate::usecases::{Access, Payer, RegisterPayment, Session, Watch};

/// Long before the look that comes every two seconds.
const SOON: Duration = Duration::from_millis(1_900);
const COMMITS: usize = 200;

/// Waits for a notice, as long as the next look isn't due. False when neither came.
fn wait(watch: &Watch, until: Option<Duration>, begun: Instant) -> bool {
    let patience = until.map_or(SOON, |due| due.saturating_sub(begun.elapsed()));
    let patience = Timespec::try_from(patience).expect("a short time");
    let mut fds = [PollFd::new(watch, PollFlags::IN)];
    poll(&mut fds, Some(&patience)).expect("a wait") > 0
}

fn payment() -> RegisterPayment {
    RegisterPayment {
        payer: Payer::Participant(Number::parse("0101").expect("Halden")),
        amount: Some(Ore::kroner(1)),
        on: None,
    }
}

#[test]
fn what_a_step_of_ones_own_gives_notice_of_has_all_come_when_it_is_done() {
    let (_folder, mut fund) = demo("sekretariat");
    fund.news().expect("a beginning");
    let watch = fund.watch().expect("notices");
    fund.take(&payment()).expect("a payment");
    assert!(watch.take().is_some());
    let mut looks = Looks::default();
    looks.stepped();
    let news = fund.news().expect("the log").expect("a row that is new");
    assert!(news.is_empty(), "its own is no news");
    assert!(!looks.looked(true) && looks.due().is_none());
    assert!(watch.take().is_none(), "and the look gives no other");
}

#[test]
fn of_two_hundred_commits_none_is_missed() {
    let (folder, mut reader) = demo("observator");
    reader.news().expect("a beginning");
    let watch = reader.watch().expect("notices");
    let path = folder.path().join("demo.db");
    let writer = thread::spawn(move || {
        let clock = Box::new(DemoClock);
        let mut session = Session::at(&path, Access::local(Some("sekretariat")), clock).expect("a session");
        for _ in 0..COMMITS {
            session.perform(&payment()).expect("a payment");
        }
    });
    let begun = Instant::now();
    let mut looks = Looks::default();
    let (mut seen, mut wakes, mut in_vain) = (0, 0, 0);
    while seen < COMMITS {
        let noticed = wait(&watch, looks.due(), begun);
        wakes += 1;
        let mut due = if let Some(notice) = watch.take().filter(|_| noticed) {
            looks.noticed(notice, begun.elapsed())
        } else {
            assert!(looks.due().is_some(), "only {seen} seen after {wakes} wakes");
            looks.asked();
            true
        };
        while due {
            let news = reader.news().expect("the log");
            in_vain += usize::from(news.is_none());
            due = looks.looked(news.is_some());
            seen += news.map_or(0, |changes| changes.len());
        }
    }
    writer.join().expect("all of them");
    println!("{COMMITS} commits seen in {wakes} wakes, {in_vain} of the looks in vain");
    assert_eq!(seen, COMMITS);
}
