//! What happens to programs, files and machines between the steps.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use kommit::domain::log_action::LogAction;
use kommit::domain::policy::Action;
use kommit::domain::refusal::refuse;
use kommit::store::StoreError;
use kommit::usecases::{Access, Context, OpError, Outcome, UseCase, restore};
use rand::RngExt;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::identities;
use crate::steps;
use crate::world::{ADMINISTRATOR, Deed, World};

/// What a program that is killed panics with.
pub struct Killed;

/// A page as it stands in the log of writes, with what is said of it.
const FRAME: usize = 4096 + 24;
/// What stands before the pages.
const HEAD: usize = 32;

/// The file and its log of writes, as bytes.
type Files = Vec<(&'static str, Vec<u8>)>;

pub fn strikes(world: &mut World) {
    world.count.faults += 1;
    match world.below(9) {
        0 => killed(world),
        1 => cut_off(world),
        2 => refused(world),
        3 => full(world),
        4 => clock_back(world),
        5 => at_once(world),
        6 => power_lost(world),
        7 => backed_up(world),
        _ => set_back(world),
    }
    identities::whole(world);
}

/// A step that has written everything and is not allowed to end.
#[derive(Debug)]
struct Cut {
    what: Box<dyn UseCase>,
    end: End,
}

#[derive(Debug)]
enum End {
    /// The write is refused at the last moment.
    Refused,
    /// The program is gone, and its connection with it.
    Killed,
    /// So are all others, and the fund lives on in what stood on the disk at that moment.
    CutOff(PathBuf, Arc<Mutex<Files>>),
}

impl UseCase for Cut {
    fn action(&self) -> Action {
        self.what.action()
    }

    fn name(&self) -> LogAction {
        self.what.name()
    }

    fn dates_today(&self) -> bool {
        self.what.dates_today()
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        self.what.run(context)?;
        match &self.end {
            End::Refused => Err(refuse("disk-failed").into()),
            End::Killed => panic_any(Killed),
            End::CutOff(path, files) => {
                *files.lock().expect("nobody else has it") = files_of(path);
                panic_any(Killed)
            }
        }
    }
}

fn files_of(path: &Path) -> Files {
    let read = |end: &'static str| {
        let bytes = fs::read(format!("{}{end}", path.display())).ok()?;
        Some((end, bytes))
    };
    ["", "-wal"].into_iter().filter_map(read).collect()
}

/// Takes a step that is cut. Whether it came as far as to be cut.
fn cut(world: &mut World, end: End) -> bool {
    let Deed { who, what } = steps::chosen(world);
    let Ok(mut session) = world.taken(&who) else {
        return false;
    };
    world.note(format!("{who} {what:?}: {end:?}"));
    let kept = matches!(end, End::Refused);
    let step = Cut { what, end };
    let done = catch_unwind(AssertUnwindSafe(|| session.perform(&step)));
    if kept {
        world.kept(&who, session);
    }
    assert!(!matches!(done, Ok(Ok(_))), "a step that was cut isn't done");
    done.is_err()
}

fn killed(world: &mut World) {
    cut(world, End::Killed);
    world.holds();
}

fn cut_off(world: &mut World) {
    let files = Arc::new(Mutex::new(Files::new()));
    let end = End::CutOff(world.path(), Arc::clone(&files));
    if cut(world, end) {
        let files = std::mem::take(&mut *files.lock().expect("nobody else has it"));
        world.moved(&files);
    }
    world.holds();
}

fn refused(world: &mut World) {
    cut(world, End::Refused);
    world.holds();
}

/// Files may grow no further than to somewhere near where they are: some steps fit, and the first that doesn't says so.
fn full(world: &mut World) {
    let log = format!("{}-wal", world.path().display());
    let length = fs::metadata(log).map_or(0, |log| log.len());
    let before = getrlimit(Resource::Fsize);
    let room = world.dice.random_range(0..160_000);
    let limit = Rlimit {
        current: Some(length + room),
        maximum: before.maximum,
    };
    let deeds: Vec<Deed> = (0..4).map(|_| steps::chosen(world)).collect();
    world.note(format!("no room beyond {} bytes", length + room));
    setrlimit(Resource::Fsize, limit).expect("a limit");
    let done: Vec<_> = deeds.iter().map(|deed| world.tries(deed).err()).collect();
    setrlimit(Resource::Fsize, before).expect("no limit");
    world.holds();
    for error in done.into_iter().flatten() {
        let known = !matches!(error, OpError::Store(ref fault) if !matches!(fault,
            StoreError::Full | StoreError::Unwritable | StoreError::CannotOpen(_)));
        assert!(known, "{error:?}");
    }
}

/// A clock that was ahead is put right, and goes wrong again.
fn clock_back(world: &mut World) {
    let seconds = world.dice.random_range(60..40 * 86_400);
    world.clock.turn(-seconds);
    world.note(format!("the clock goes back {seconds} s"));
    for _ in 0..4 {
        let deed = steps::chosen(world);
        let _ = world.does(&deed);
    }
    world.clock.turn(seconds);
    world.holds();
}

fn at_once(world: &mut World) {
    let mut ready = Vec::new();
    for _ in 0..2 + world.below(3) {
        let deed = steps::chosen(world);
        if let Ok(session) = world.session(&deed.who) {
            ready.push((session, deed));
        }
    }
    let start = Barrier::new(ready.len());
    let mut done: Vec<_> = thread::scope(|scope| {
        let start = &start;
        let running = ready.into_iter().map(|(mut session, deed)| {
            scope.spawn(move || {
                start.wait();
                (session.perform(&*deed.what), deed)
            })
        });
        let running: Vec<_> = running.collect();
        running
            .into_iter()
            .map(|thread| thread.join().expect("no panic"))
            .collect()
    });
    // In the order of the log.
    done.sort_by_key(|(done, _)| {
        let log = done.as_ref().ok().and_then(|outcome| outcome.log.as_ref());
        log.map_or(i64::MAX, |log| log.row)
    });
    world.note(format!("{} at once:", done.len()));
    world.count.steps += done.len() as u64;
    for (done, deed) in &done {
        world.heard(deed, done);
    }
    world.holds();
}

/// Of what was reported as done everything is there; of a step that was under way all or nothing, whatever part of it had come
/// to the disk, in whatever order.
fn power_lost(world: &mut World) {
    let before = (files_of(&world.path()), world.model.clone());
    let deed = steps::chosen(world);
    let _ = world.tries(&deed);
    let after = files_of(&world.path());
    let under_way = torn(world, &before.0, &after);
    let Some(files) = under_way.filter(|_| !world.one_in(4)) else {
        world.note("the power fails".into());
        world.moved(&after);
        return world.holds();
    };
    world.note("the power fails under way".into());
    world.moved(&files);
    world.model = before.1;
    let raw = world.opened();
    world.model.perhaps_one_more(&raw);
    drop(raw);
    world.holds();
}

/// The log of writes with some of the pages of the last step, where that was written behind what was there.
fn torn(world: &mut World, before: &Files, after: &Files) -> Option<Files> {
    let [(_, file), (_, old)] = before.as_slice() else {
        return None;
    };
    let [(_, same), (_, new)] = after.as_slice() else {
        return None;
    };
    if file != same || new.len() <= old.len() || new.get(..HEAD) != old.get(..HEAD) {
        return None;
    }
    let mut log = old.clone();
    log.resize(new.len(), 0);
    let mut at = old.len();
    while at < new.len() {
        let end = (at + FRAME).min(new.len());
        // All of a page, its first part or nothing.
        let written = match world.below(4) {
            0 => at,
            1 => world.dice.random_range(at..=end),
            _ => end,
        };
        log[at..written].copy_from_slice(&new[at..written]);
        at = end;
    }
    log.truncate(world.dice.random_range(old.len()..=new.len()));
    Some(vec![("", file.clone()), ("-wal", log)])
}

fn backed_up(world: &mut World) {
    let to = world.vault.path().join(format!("copy-{}.db", world.count.faults));
    let session = world.taken(ADMINISTRATOR).expect("the owner of the file");
    let copied = session.back_up(&to).expect("a backup");
    world.kept(ADMINISTRATOR, session);
    assert_eq!(copied.findings, []);
    assert_eq!(
        (copied.head.row, &copied.head.hash),
        (world.model.row, &world.model.hash)
    );
    world.note(format!("a backup at row {}", copied.head.row));
    world.backup = Some((to, world.model.clone()));
    world.holds();
}

/// The last backup is put back; what came after it is gone, and kept beside.
fn set_back(world: &mut World) {
    let Some((from, model)) = world.backup.take() else {
        return backed_up(world);
    };
    world.close();
    let path = world.path();
    let clock = world.clock.clone();
    let restored = restore(&from, &path, false, &Access::local(None), &clock).expect("a backup is put back");
    assert!(restored.done, "{restored:?}");
    fs::remove_file(restored.kept.expect("what stood there is kept")).expect("it is there");
    world.note(format!("back at row {}", model.row));
    world.model = model;
    world.holds();
    identities::whole(world);
}
