//! The demo as a fund for stories.

use std::sync::OnceLock;

use crate::store::Store;
use crate::tui::fund_access::SessionAccess;
use crate::usecases::{Access, Clock, Session, SetParameter};

/// The demo fund of a test, with the access of the program itself. The file goes when the folder is dropped.
pub(crate) fn demo(handle: &str) -> (tempfile::TempDir, SessionAccess) {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demo.db");
    let file = FILE.get_or_init(|| {
        crate::demo::create(&path, 1, &mut |_, _| {}).expect("a demo");
        std::fs::read(&path).expect("its file")
    });
    std::fs::write(&path, file).expect("a copy of it");
    let store = Store::open(&path, DemoClock.now()).expect("a fund");
    let clock = Box::new(DemoClock);
    let session = Session::open(store, Access::local(Some(handle)), clock).expect("a member");
    (folder, SessionAccess::new(session))
}

/// M14: lets the chair of a demo recommend without a vote.
pub(crate) fn without_votes(folder: &tempfile::TempDir) {
    let path = folder.path().join("demo.db");
    let mut owner = Session::at(&path, Access::local(None), Box::new(DemoClock)).expect("its owner");
    let allow = SetParameter {
        key: "council.recommend_outside_meeting".into(),
        value: "true".into(),
        from: crate::demo::TODAY,
        reason: "En historie".into(),
    };
    owner.perform(&allow).expect("a parameter");
}

/// The business date of the demo, which is the true day too: it has just begun.
pub(crate) struct DemoClock;

impl Clock for DemoClock {
    fn now(&self) -> jiff::Timestamp {
        let midnight = crate::demo::TODAY.to_datetime(jiff::civil::Time::midnight());
        let time = jiff::tz::TimeZone::UTC.to_timestamp(midnight);
        time.expect("a day of the calendar")
    }

    fn today(&self) -> jiff::civil::Date {
        crate::demo::TODAY
    }
}
