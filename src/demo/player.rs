//! Lets the members of the demo act, each on a day of the story, in the order of the calendar.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;

use super::meetings::Information;
use super::{SEED, meetings};
use crate::domain::council::Recommendation;
use crate::domain::intake::AdoptionIntake;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::repayment::ChargeStanding;
use crate::store::Store;
use crate::usecases::views::{CapitalView, SolutionView};
use crate::usecases::{
    Access, ApproveDisbursement, Clock, ImportAdoptions, OpError, Outcome, PayCharge, Payer,
    RegisterDisbursement, RegisterPayment, Remind, Session, UseCase,
};

/// A clock that the story sets. Every look at it is a minute later, so that the log's rows come one after another.
#[derive(Clone)]
pub(super) struct StageClock {
    /// Seconds since 1970, UTC.
    now: Arc<AtomicI64>,
}

impl StageClock {
    pub(super) fn at(day: Date) -> StageClock {
        StageClock {
            now: Arc::new(AtomicI64::new(morning(day))),
        }
    }

    /// The morning of a new day; a day that has begun goes on.
    fn set(&self, day: Date) {
        if self.today() != day {
            self.now.store(morning(day), Ordering::Relaxed);
        }
    }
}

fn morning(day: Date) -> i64 {
    let at_eight: DateTime = day.to_datetime(Time::constant(7, 0, 0, 0));
    TimeZone::UTC
        .to_timestamp(at_eight)
        .map_or(0, Timestamp::as_second)
}

impl Clock for StageClock {
    fn now(&self) -> Timestamp {
        let seconds = self.now.fetch_add(20, Ordering::Relaxed);
        Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn today(&self) -> Date {
        let seconds = self.now.load(Ordering::Relaxed);
        TimeZone::UTC
            .to_datetime(Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH))
            .date()
    }
}

/// Something that happens on a day.
pub(super) enum Scene {
    /// A member does it.
    Act {
        handle: String,
        use_case: Box<dyn UseCase>,
    },
    /// KS or the state pays this, or all that is promised and not paid.
    PayIn { payer: Payer, amount: Option<Ore> },
    /// The secretariat registers a payment to a project, and KS approves it the same day.
    PayOut { reference: Ref, amount: Ore },
    /// A meeting is planned and called with these proposals on its agenda.
    Call {
        on: Date,
        references: Vec<Ref>,
        /// Why the notice is short, if it is.
        reason: String,
    },
    /// A meeting is planned and called with a whole round on its agenda, in the order of the list, and with what the council is
    /// to be told besides.
    CallRound {
        on: Date,
        round: String,
        information: Vec<Information>,
    },
    /// It is opened with everybody there.
    Open { on: Date },
    /// The meeting approves the minutes that are on its agenda, if there are any.
    ApproveMinutes,
    /// The meeting goes to a proposal, decides on conflicts, and recommends by a vote.
    Treat {
        reference: Ref,
        recommendation: Recommendation,
    },
    /// The meeting is closed.
    Close,
    /// The minutes of the meetings that were held on a day become final.
    Finalise { held_on: Date },
    /// So many per cent of those that may take a solution into use do so.
    Adopt { reference: Ref, per_cent: u32 },
    /// So many per cent of the unpaid charges on a solution are paid; the first of them in part only.
    Repay { reference: Ref, per_cent: u32 },
    /// All that is overdue is reminded of.
    Remind { reference: Ref },
}

/// The story by day. Scenes of one day happen in the order in which they were written down.
#[derive(Default)]
pub(super) struct Steps {
    scenes: Vec<(Date, Scene)>,
}

impl Steps {
    pub(super) fn write(&mut self, day: Date, scene: Scene) {
        self.scenes.push((day, scene));
    }

    pub(super) fn act(&mut self, day: Date, handle: &str, use_case: impl UseCase + 'static) {
        self.write(
            day,
            Scene::Act {
                handle: handle.to_owned(),
                use_case: Box::new(use_case),
            },
        );
    }
}

/// Plays the story in one session that changes hands.
pub(super) struct Player {
    session: Session,
    clock: StageClock,
    /// Its own, so that what it throws changes nothing of what was drawn when the story was written.
    dice: Pcg64,
}

impl Player {
    pub(super) fn new(store: Store, clock: StageClock) -> Result<Player, OpError> {
        let session = Session::open(store, Access::local(None), Box::new(clock.clone()))?;
        let dice = Pcg64::seed_from_u64(SEED);
        Ok(Player { session, clock, dice })
    }

    /// As the owner of the file, before the first member acts.
    ///
    /// # Errors
    /// What the rules say of the story.
    pub(super) fn set_up(&mut self, use_case: &dyn UseCase) -> Result<(), OpError> {
        self.session.perform(use_case).map(|_| ())
    }

    /// # Errors
    /// What the rules say of the story.
    pub(super) fn play(
        &mut self,
        mut steps: Steps,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(), OpError> {
        steps.scenes.sort_by_key(|(day, _)| *day);
        let of = steps.scenes.len();
        for (done, (day, scene)) in steps.scenes.into_iter().enumerate() {
            progress(done, of);
            self.clock.set(day);
            match scene {
                Scene::Act { handle, use_case } => drop(self.act(&handle, &*use_case)?),
                Scene::PayIn { payer, amount } => self.pay_in(&payer, amount)?,
                Scene::PayOut { reference, amount } => self.pay_out(reference, amount)?,
                Scene::Call {
                    on,
                    references,
                    reason,
                } => meetings::call(&mut self.session, on, references, reason)?,
                Scene::CallRound {
                    on,
                    round,
                    information,
                } => meetings::call_round(&mut self.session, on, round, information)?,
                Scene::Open { on } => meetings::open(&mut self.session, on)?,
                Scene::ApproveMinutes => meetings::approve_minutes(&mut self.session)?,
                Scene::Treat {
                    reference,
                    recommendation,
                } => meetings::treat(&mut self.session, reference, &recommendation)?,
                Scene::Close => meetings::close(&mut self.session)?,
                Scene::Finalise { held_on } => meetings::finalise(&mut self.session, held_on)?,
                Scene::Adopt { reference, per_cent } => self.adopt(reference, per_cent)?,
                Scene::Repay { reference, per_cent } => self.repay(reference, per_cent)?,
                Scene::Remind { reference } => self.remind(reference)?,
            }
        }
        Ok(())
    }

    fn act(&mut self, handle: &str, use_case: &dyn UseCase) -> Result<Outcome, OpError> {
        meetings::act(&mut self.session, handle, use_case)
    }

    fn pay_in(&mut self, payer: &Payer, amount: Option<Ore>) -> Result<(), OpError> {
        let capital = self.session.view(&CapitalView)?.capital;
        let given = if *payer == Payer::Ks {
            capital.ks
        } else {
            capital.state
        };
        let amount = amount.unwrap_or(given.promised - given.paid);
        if amount.is_positive() {
            self.act(
                "sekretariat",
                &RegisterPayment {
                    payer: payer.clone(),
                    amount: Some(amount),
                    on: None,
                },
            )?;
        }
        Ok(())
    }

    fn adopt(&mut self, reference: Ref, per_cent: u32) -> Result<(), OpError> {
        let may_adopt = self.session.view(&SolutionView { reference })?.may_adopt;
        let on = self.session.today();
        let mut rows = Vec::new();
        for participant in may_adopt {
            if self.dice.random_range(0..100) < per_cent {
                rows.push(AdoptionIntake {
                    line: 0,
                    reference,
                    number: participant.number,
                    adopted_on: Some(on),
                    paid_on: None,
                    paid: None,
                });
            }
        }
        self.act("sekretariat", &ImportAdoptions { rows }).map(|_| ())
    }

    fn repay(&mut self, reference: Ref, per_cent: u32) -> Result<(), OpError> {
        let lines = self.session.view(&SolutionView { reference })?.charges;
        let open = lines.iter().map(|line| &line.charge);
        let open = open.filter(|charge| charge.open().is_positive());
        for (place, charge) in open.enumerate() {
            let half = Ore::new(charge.open().ore() / 200 * 100);
            let paid = self.dice.random_range(0..100) < per_cent;
            if place == 0 || paid {
                let amount = (place == 0).then_some(half);
                let invoice = charge.invoice;
                self.act(
                    "sekretariat",
                    &PayCharge {
                        invoice,
                        amount,
                        on: None,
                    },
                )?;
            }
        }
        Ok(())
    }

    fn remind(&mut self, reference: Ref) -> Result<(), OpError> {
        for line in self.session.view(&SolutionView { reference })?.charges {
            if line.standing == ChargeStanding::Overdue {
                let invoice = line.charge.invoice;
                self.act("sekretariat", &Remind { invoice, on: None })?;
            }
        }
        Ok(())
    }

    fn pay_out(&mut self, reference: Ref, amount: Ore) -> Result<(), OpError> {
        let registered = self.act(
            "sekretariat",
            &RegisterDisbursement {
                reference,
                amount,
                on: None,
            },
        )?;
        let id = registered
            .made
            .get("id")
            .and_then(serde_json::Value::as_i64)
            .unwrap_or(0);
        self.act("ks", &ApproveDisbursement { id }).map(|_| ())
    }
}
