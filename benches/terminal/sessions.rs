//! Many sessions on one fund: what each costs while nobody does anything, and how soon a change by one is on the others'
//! screens while several write once a second; and a meeting, in which all of the council do.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use kommit::demo;
use kommit::domain::money::Ore;
use kommit::domain::participant::Number;
use kommit::usecases::views::MeetingView;
use kommit::usecases::{
    Access, Attend, AttendAll, Clock, GoToItem, OpenMeeting, Payer, RegisterPayment, Session, UseCase,
};

use crate::pty::{PATIENCE, Terminal};
use crate::{Extent, milliseconds, spread};

/// Noon on the demo's day.
struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> jiff::Timestamp {
        let noon = jiff::tz::TimeZone::UTC.to_timestamp(self.today().at(12, 0, 0, 0));
        noon.expect("a day of the calendar")
    }

    fn today(&self) -> jiff::civil::Date {
        demo::TODAY
    }
}

fn session(database: &Path, who: &str) -> Session {
    Session::at(database, Access::local(Some(who)), Box::new(Fixed)).expect("a session")
}

/// What is written in each second.
type Written = dyn Fn(u32) -> Box<dyn UseCase> + Sync;

/// A commit: when it was done, when it was begun, and the terminal of whose it was, if that is one of them.
type Commit = (Instant, Instant, Option<usize>);

/// Several write once a second each, in turn.
fn commits(database: &Path, writers: &[String], written: &Written, extent: &Extent) -> Vec<Commit> {
    let (done, moments) = channel();
    let apart = Duration::from_secs(1) / u32::try_from(writers.len()).expect("few writers");
    let rounds = u32::try_from(extent.seconds).expect("few seconds");
    let begun = Instant::now() + Duration::from_millis(300);
    std::thread::scope(|scope| {
        for (writer, (place, who)) in (0..).zip(writers.iter().enumerate()) {
            let done = done.clone();
            scope.spawn(move || {
                let mut session = session(database, who);
                let (_never, nothing) = channel::<()>();
                for round in 0..rounds {
                    let at = begun + apart * writer + Duration::from_secs(1) * round;
                    let _nothing = nothing.recv_timeout(at.saturating_duration_since(Instant::now()));
                    let begun = Instant::now();
                    session.perform(written(round).as_ref()).expect("a step");
                    done.send((Instant::now(), begun, Some(place)))
                        .expect("a listener");
                }
            });
        }
    });
    drop(done);
    let mut moments: Vec<Commit> = moments.iter().collect();
    moments.sort();
    moments
}

pub fn measure(when: &str, program: &str, database: &Path, extent: &Extent) {
    println!("{when}{} sessions on one fund", extent.sessions);
    let mut terminals: Vec<Terminal> = (0..extent.sessions)
        .map(|_| Terminal::start(program, database).0)
        .collect();
    // The log changes with every commit.
    for terminal in &mut terminals {
        terminal.open("L");
    }
    idle(&mut terminals, extent);
    // The change is followed on some of them; the others would only share the machine with these.
    let watched = extent.watching.min(terminals.len());
    terminals.split_off(watched).into_iter().for_each(Terminal::end);
    // What writes is this build, which another can't read from.
    if program == crate::KOMMIT {
        paid(&mut terminals, database, extent);
    }
    terminals.into_iter().for_each(Terminal::end);
}

/// Payments by so many writers, followed on the terminals.
pub fn paid(terminals: &mut [Terminal], database: &Path, extent: &Extent) {
    let writers = vec!["sekretariat".to_owned(); extent.writers];
    let pays = |_| -> Box<dyn UseCase> {
        Box::new(RegisterPayment {
            payer: Payer::Participant(Number::parse("0101").expect("Halden")),
            amount: Some(Ore::kroner(1)),
            on: None,
        })
    };
    told(terminals, extent, || {
        let moments = commits(database, &writers, &pays, extent);
        moments
            .into_iter()
            .map(|(at, begun, _)| (at, begun, None))
            .collect()
    });
}

/// The council in a meeting that is open, each at a terminal: each comes or goes once a second, which all the others see.
pub fn in_a_meeting(database: &Path, extent: &Extent) {
    let mut chair = session(database, "leder");
    let begin: [&dyn UseCase; 3] = [
        &OpenMeeting { key: None },
        &AttendAll { absent: Vec::new() },
        &GoToItem { item: None },
    ];
    for step in begin {
        chair.perform(step).expect("a step of the meeting");
    }
    let council = chair
        .view(&MeetingView { key: None })
        .expect("the meeting")
        .meeting;
    let seats = council.roster.seats.into_iter();
    let council: Vec<String> = seats
        .filter_map(|seat| seat.holder)
        .take(extent.sessions)
        .collect();
    println!("{} sessions in one meeting", council.len());
    let start = |who: &String| Terminal::start_as(who, crate::KOMMIT, database).0;
    let mut terminals: Vec<Terminal> = council.iter().map(start).collect();
    idle(&mut terminals, extent);
    let comes_or_goes = |round: u32| -> Box<dyn UseCase> {
        Box::new(Attend {
            handle: None,
            out: round.is_multiple_of(2),
            at: None,
        })
    };
    told(&mut terminals, extent, || {
        commits(database, &council, &comes_or_goes, extent)
    });
    terminals.into_iter().for_each(Terminal::end);
}

/// What the sessions cost while nobody does anything.
fn idle(terminals: &mut [Terminal], extent: &Extent) {
    let own: Vec<f64> = terminals
        .iter()
        .map(|terminal| terminal.memory().2 as f64 / 1024.0)
        .collect();
    println!(
        "  memory of each, its share of what is shared, MiB   {}",
        spread(own)
    );
    let totals = |terminals: &[Terminal]| {
        let cpu: Duration = terminals.iter().map(Terminal::cpu).sum();
        (cpu, terminals.iter().map(Terminal::wakes).sum::<u64>())
    };
    let (cpu, wakes) = totals(terminals);
    let end = Instant::now() + extent.idle;
    let bytes: usize = terminals
        .iter_mut()
        .map(|terminal| terminal.bytes_until(end))
        .sum();
    let (cpu, wakes) = (totals(terminals).0 - cpu, totals(terminals).1 - wakes);
    let seconds = extent.idle.as_secs_f64();
    println!(
        "  idle for {seconds:.1} s, all together: {bytes} bytes, {:.2} % of a core, {:.2} wakes a second each",
        cpu.as_secs_f64() / seconds * 100.0,
        wakes as f64 / seconds / terminals.len() as f64
    );
    assert!(
        !extent.judged || bytes == 0,
        "{bytes} bytes while nobody does anything"
    );
}

/// How long after a commit the last byte of it is on each of the screens but that of whose it was. A commit that the next one
/// overtakes is told with that one, and what never comes takes for ever.
fn told(terminals: &mut [Terminal], extent: &Extent, commits: impl FnOnce() -> Vec<Commit>) {
    let (cpu, watched) = (
        terminals.iter().map(Terminal::cpu).sum::<Duration>(),
        terminals.len(),
    );
    let moments = commits();
    let over = Instant::now() + Duration::from_millis(600);
    let mut times = Vec::new();
    let (mut overtaken, mut awaited) = (0, 0);
    for (place, terminal) in terminals.iter_mut().enumerate() {
        let mut arrivals = Vec::new();
        let until = |end: Instant| end.saturating_duration_since(Instant::now());
        while let Ok((at, _)) = terminal.output.recv_timeout(until(over)) {
            arrivals.push(at);
        }
        // Where the machine does more than this, the last one may take longer, or be on the screen before its writer goes on.
        let last = moments.last().map(|(_, begun, _)| *begun);
        while extent.judged && arrivals.last() <= last.as_ref() {
            match terminal.output.recv_timeout(until(over + PATIENCE)) {
                Ok((at, _)) => arrivals.push(at),
                Err(_) => break,
            }
        }
        for (at, (moment, begun, whose)) in moments.iter().enumerate() {
            if *whose == Some(place) {
                continue;
            }
            awaited += 1;
            let next = moments.get(at + 1).map_or(over, |(_, next, _)| *next);
            let before_next = |arrival: &&Instant| (*begun..next).contains(*arrival);
            let arrival = arrivals.iter().rfind(before_next).or_else(|| {
                overtaken += 1;
                arrivals.iter().find(|arrival| **arrival >= next)
            });
            // What is drawn before its writer goes on took no time.
            let took = |arrival: &Instant| milliseconds(arrival.saturating_duration_since(*moment));
            times.push(arrival.map_or(f64::INFINITY, took));
        }
        assert!(
            !extent.judged || arrivals.last() > last.as_ref(),
            "the last commit isn't on the screen"
        );
    }
    let cpu = terminals.iter().map(Terminal::cpu).sum::<Duration>() - cpu;
    println!(
        "  {} commits, {} of them a second, on {watched} of the screens, ms   {}",
        moments.len(),
        moments.len() as u64 / extent.seconds,
        spread(times)
    );
    println!(
        "  not on a screen before the next: {overtaken} of {awaited}; CPU of each session for each commit: {:.2} ms",
        milliseconds(cpu) / moments.len() as f64 / terminals.len() as f64
    );
}
