//! The demo fund: the scheme digifin-2017 with real municipalities and inhabitants, and a council, proposals, rounds,
//! decisions and payments that are made up. It is played through the use cases, each by the member who would do it, from
//! a fixed seed: the same every time. Its file is never a real fund, and says so.

mod council;
mod meetings;
mod participation;
mod player;
mod proposals;
mod script;
mod solutions;

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use rand::SeedableRng;
use rand_pcg::Pcg64;

use crate::domain::forecast::Settings;
use crate::domain::refusal::refuse;
use crate::store::{Store, StoreError, move_over};
use crate::usecases::{
    Access, AddMember, ImportParticipants, OpError, SaveForecast, SetSeat, create_fund, scheme_source,
};
use player::{Player, StageClock, Steps};
use script::{DemoProposal, Script};
use solutions::Kept;

/// The business date of the demo, unless another is asked for: a round is open and half scored.
pub const TODAY: Date = date(2018, 11, 15);

/// The day of the invitation, on which the demo begins.
const FOUNDED: Date = date(2017, 9, 8);

/// What makes the demo the same every time: the day of the invitation.
const SEED: u64 = 20_170_908;

/// Who opens the demo.
pub const CHAIR: &str = "leder";

/// Makes the demo at `path`, in place of whatever demo was there. With `times` above 1 every proposal and its scores
/// are there that many times, for measuring. `progress` is told how much of the story is done, and of how much.
///
/// # Errors
/// `not-a-demo`, or what the file says.
pub fn create(path: &Path, times: u32, progress: &mut dyn FnMut(usize, usize)) -> Result<(), OpError> {
    if path.exists() {
        check(path)?;
    }
    // Played in a file of its own and moved into place whole, so that a demo that is cut short is never opened.
    let draft = path.with_extension(format!("{}.new", std::process::id()));
    let played = play(&draft, times, progress).and_then(|()| replace(&draft, path));
    if played.is_err() {
        // The draft is of no use to anyone; that it can't be removed is no worse than that it is there.
        let _ = fs::remove_file(&draft);
    }
    played
}

/// A real fund is never opened as a demo, nor replaced by one.
///
/// # Errors
/// `not-a-demo`, or what is wrong with the file.
pub fn check(path: &Path) -> Result<(), OpError> {
    if Store::is_demo(path)? {
        return Ok(());
    }
    Err(refuse("not-a-demo").with("path", path).into())
}

/// Puts the new demo where the old one was, if a fund hasn't been made there meanwhile.
fn replace(draft: &Path, path: &Path) -> Result<(), OpError> {
    if path.exists() {
        check(path)?;
    }
    Ok(move_over(draft, path).map_err(StoreError::from)?)
}

fn play(draft: &Path, times: u32, progress: &mut dyn FnMut(usize, usize)) -> Result<(), OpError> {
    let script = Script::read()?;
    let proposals: Vec<DemoProposal> = (0..times)
        .flat_map(|copy| script.proposals.iter().map(move |proposal| proposal.copy(copy)))
        .collect();
    let clock = StageClock::at(FOUNDED);
    let (store, _) = create_fund(
        draft,
        scheme_source("digifin-2017")?,
        true,
        &Access::local(None),
        &clock,
    )?;
    store.forgo_durability()?;
    let profile = store.fund().scheme.profile.clone();
    let mut player = Player::new(store, clock)?;
    let invited = participation::invited()?;
    player.set_up(&ImportParticipants {
        rows: invited.clone(),
        on: None,
    })?;
    for member in &script.members {
        player.set_up(&AddMember {
            member: member.clone(),
        })?;
    }
    for (number, handle) in (1..).zip(script.council()) {
        player.set_up(&SetSeat {
            number,
            holder: Some(handle.to_owned()),
            substitutes: Vec::new(),
            from: FOUNDED,
            to: None,
        })?;
    }
    let mut dice = Pcg64::seed_from_u64(SEED);
    let mut steps = Steps::default();
    participation::write(&mut steps, &mut dice, &invited, &script.must_have_paid());
    proposals::write(&mut steps, &proposals);
    council::write(&mut steps, &mut dice, &script, &proposals, &profile);
    solutions::write(&mut steps, &script.solutions);
    for Kept { name, on } in script.forecasts {
        let settings = Settings::default();
        steps.act(on, "sekretariat", SaveForecast { name, settings });
    }
    player.play(steps, progress)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::proposal::Ref;
    use crate::domain::proposal::Stage;
    use crate::usecases::Session;
    use crate::usecases::views::{
        AuditLog, CapitalView, Health, Proposals, Rounds, SolutionView, Solutions, Vouchers,
    };

    fn session(folder: &Path, name: &str) -> Session {
        let path = folder.join(name);
        create(&path, 1, &mut |_, _| {}).unwrap();
        Session::at(&path, Access::local(None), Box::new(StageClock::at(TODAY))).unwrap()
    }

    #[test]
    fn the_demo_is_the_same_every_time_and_sound() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (session(folder.path(), "one.db"), session(folder.path(), "two.db"));
        // Hashes differ, by the random numbers that are sealed with hidden scores.
        let log = |session: &Session| {
            let entries = session.view(&AuditLog { limit: 100_000 }).unwrap().entries;
            let lines = entries
                .into_iter()
                .map(|row| (row.at, row.actor, row.action, row.subject, row.payload));
            lines.collect::<Vec<_>>()
        };
        assert_eq!(log(&one), log(&two));
        assert_eq!(one.view(&Health).unwrap(), []);
        assert_eq!(
            std::fs::read_dir(folder.path())
                .unwrap()
                .filter(|f| f.as_ref().unwrap().path().extension().is_some_and(|e| e == "new"))
                .count(),
            0
        );
    }

    #[test]
    fn the_demo_has_a_decided_round_a_half_scored_one_and_money_at_work() {
        let folder = tempfile::tempdir().unwrap();
        let session = session(folder.path(), "demo.db");
        let rounds = session.view(&Rounds).unwrap().split_off(1);
        assert!(rounds[0].round.revealed_on.is_some() && rounds[1].round.revealed_on.is_none());
        let (submitted, expected) = (rounds[1].submitted, rounds[1].expected);
        assert!(
            submitted * 3 > expected && submitted * 3 < expected * 2,
            "{submitted} of {expected}"
        );
        let capital = session.view(&CapitalView).unwrap().capital;
        assert!(capital.balances.bank.is_positive() && capital.free_on_hand.is_positive());
        assert!(capital.outstanding_commitments.is_positive() && capital.balances.outstanding.is_positive());
        let proposals = session.view(&Proposals).unwrap();
        assert!(proposals.len() >= 24);
        for stage in [
            Stage::Draft,
            Stage::Submitted,
            Stage::Qualified,
            Stage::Scoring,
            Stage::Developing,
            Stage::Live,
        ] {
            assert!(
                proposals.iter().any(|row| row.proposal.stage == stage),
                "{stage:?}"
            );
        }
        let solutions = session.view(&Solutions).unwrap();
        let live: Vec<_> = solutions.iter().filter(|line| line.solution.is_some()).collect();
        assert_eq!(live.len(), 3);
        for line in live {
            assert!(
                line.adopters > 10 && line.repaid.is_positive() && line.overdue.charges > 0,
                "{line:?}"
            );
            assert!(line.repaid < line.cost && line.with_access > 300);
        }
        let settled = session
            .view(&SolutionView {
                reference: Ref::new(2017, 2),
            })
            .unwrap();
        assert_eq!(settled.settlements.len(), 1);
        assert!(settled.charges.iter().any(|charge| !charge.reminders.is_empty()));
        let vouchers = session.view(&Vouchers).unwrap();
        assert!(vouchers.is_sorted_by(|newer, older| newer.posted_on >= older.posted_on));
    }
}
