//! Many sessions on one fund: what each costs while nobody does anything, and how soon a change by one is on the others'
//! screens while several write once a second.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use kommit::demo;
use kommit::domain::money::Ore;
use kommit::domain::participant::Number;
use kommit::usecases::{Access, Clock, Payer, RegisterPayment, Session};

use crate::pty::Terminal;
use crate::{Extent, milliseconds, spread};

/// The demo's day, and a time for the log.
struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }

    fn today(&self) -> jiff::civil::Date {
        demo::TODAY
    }
}

fn session(database: &Path) -> Session {
    Session::at(database, Access::local(Some("sekretariat")), Box::new(Fixed)).expect("a session")
}

/// Several write once a second each, in turn; when each of the commits was done.
fn commits(database: &Path, extent: &Extent) -> Vec<Instant> {
    let (done, moments) = channel();
    let apart = Duration::from_secs(1) / u32::try_from(extent.writers).expect("few writers");
    let rounds = u32::try_from(extent.seconds).expect("few seconds");
    let begun = Instant::now() + Duration::from_millis(300);
    std::thread::scope(|scope| {
        for writer in (0..).take(extent.writers) {
            let done = done.clone();
            scope.spawn(move || {
                let mut session = session(database);
                let (_never, nothing) = channel::<()>();
                for round in 0..rounds {
                    let at = begun + apart * writer + Duration::from_secs(1) * round;
                    let _nothing = nothing.recv_timeout(at.saturating_duration_since(Instant::now()));
                    let pays = RegisterPayment {
                        payer: Payer::Participant(Number::parse("0101").expect("Halden")),
                        amount: Some(Ore::kroner(1)),
                        on: None,
                    };
                    session.perform(&pays).expect("a payment");
                    done.send(Instant::now()).expect("a listener");
                }
            });
        }
    });
    drop(done);
    let mut moments: Vec<Instant> = moments.iter().collect();
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
        terminal.key("L").expect("the log");
    }
    let own: Vec<f64> = terminals
        .iter()
        .map(|terminal| terminal.memory().2 as f64 / 1024.0)
        .collect();
    println!("  memory of each that isn't shared, MiB   {}", spread(own));
    let totals = |terminals: &[Terminal]| {
        let cpu: Duration = terminals.iter().map(Terminal::cpu).sum();
        (cpu, terminals.iter().map(Terminal::wakes).sum::<u64>())
    };
    let (cpu, wakes) = totals(&terminals);
    let end = Instant::now() + extent.idle;
    let bytes: usize = terminals
        .iter_mut()
        .map(|terminal| terminal.bytes_until(end))
        .sum();
    let (cpu, wakes) = (totals(&terminals).0 - cpu, totals(&terminals).1 - wakes);
    let seconds = extent.idle.as_secs_f64();
    println!(
        "  idle for {seconds:.0} s, all together: {bytes} bytes, {:.2} % of a core, {:.2} wakes a second each",
        cpu.as_secs_f64() / seconds * 100.0,
        wakes as f64 / seconds / extent.sessions as f64
    );
    assert!(
        !extent.judged || bytes == 0,
        "{bytes} bytes while nobody does anything"
    );
    // The change is followed on some of them; the others would only share the machine with these.
    let watched = extent.watching.min(terminals.len());
    terminals.split_off(watched).into_iter().for_each(Terminal::end);
    // What writes is this build, which another can't read from.
    if program == crate::KOMMIT {
        told(&mut terminals, database, extent);
    }
    terminals.into_iter().for_each(Terminal::end);
}

/// How long after a commit the last byte of it is on each of the screens.
fn told(terminals: &mut [Terminal], database: &Path, extent: &Extent) {
    let (cpu, watched) = (
        terminals.iter().map(Terminal::cpu).sum::<Duration>(),
        terminals.len(),
    );
    let moments = commits(database, extent);
    let over = Instant::now() + Duration::from_millis(600);
    let mut times = Vec::new();
    let mut missed = 0;
    for terminal in terminals.iter_mut() {
        let mut arrivals = Vec::new();
        while let Ok((at, _)) = terminal
            .output
            .recv_timeout(over.saturating_duration_since(Instant::now()))
        {
            arrivals.push(at);
        }
        for (at, moment) in moments.iter().enumerate() {
            let next = moments.get(at + 1).copied().unwrap_or(over);
            match arrivals
                .iter()
                .rfind(|arrival| **arrival >= *moment && **arrival < next)
            {
                Some(arrival) => times.push(milliseconds(*arrival - *moment)),
                None => missed += 1,
            }
        }
        assert!(
            !extent.judged || arrivals.last() > moments.last(),
            "the last commit isn't on the screen"
        );
    }
    let cpu = terminals.iter().map(Terminal::cpu).sum::<Duration>() - cpu;
    println!(
        "  {} commits, {} of them a second, on {watched} of the screens, ms   {}",
        moments.len(),
        extent.writers,
        spread(times)
    );
    println!(
        "  not on a screen before the next: {missed} of {}; CPU of each session for each commit: {:.2} ms",
        moments.len() * watched,
        milliseconds(cpu) / moments.len() as f64 / terminals.len() as f64
    );
}
