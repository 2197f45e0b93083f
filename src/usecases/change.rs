//! What a row of the log may have changed, so that a screen that shows something else need not read again. A use case that isn't
//! named here may have changed anything.

use crate::domain::proposal::Ref;
use crate::store::Change;

/// A part of what is known of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The proposals with their stages and what was decided on them.
    Proposals,
    /// The rounds with their scorecards and orders.
    Rounds,
    /// Vouchers, and the disbursements that wait to become one.
    Books,
    Participants,
    /// What has gone live, with adopters and claims.
    Solutions,
    /// The forecasts that were saved.
    Forecasts,
    /// The council's meetings with their agendas, and which item is on the table.
    Meetings,
    /// What goes on in an open meeting: who is there, conflicts, motions and votes.
    Sittings,
}

impl Change {
    /// The parts that it may have changed; `None` for any.
    fn parts(&self) -> Option<&'static [Part]> {
        use Part::{Books, Forecasts, Meetings, Participants, Proposals, Rounds, Sittings, Solutions};
        Some(match self.action.as_str() {
            "scorecard.submit" | "scorecard.submit-on-behalf" | "scores.import" | "conflict.declare" => {
                &[Rounds]
            }
            "ranking.move" => &[Rounds],
            // Who may come in, and what is acknowledged, is shown nowhere but in the log, which shows every change.
            "member.key-add" | "member.key-remove" | "audit.acknowledge" => &[],
            "round.open" | "round.reveal" | "council.recommend" => &[Rounds, Proposals],
            "proposal.save" | "proposal.submit" | "proposal.withdraw" | "proposal.qualify"
            | "proposals.import" => &[Proposals],
            "participant.decide" | "participant.pay" | "participants.import" => &[Participants, Books],
            "disbursement.register" | "disbursement.withdraw" => &[Books, Proposals],
            "charge.remind" | "charge.remind-all" => &[Solutions],
            "forecast.save" => &[Forecasts],
            "meeting.plan" | "meeting.call" | "meeting.cancel" | "meeting.open" | "meeting.next"
            | "meeting.adjourn" | "meeting.resume" | "item.add" | "item.withdraw" | "minutes.finalise"
            | "minutes.correct" => &[Meetings],
            "attend.in"
            | "attend.out"
            | "attend.all"
            | "conflict.raise"
            | "motion.add"
            | "motion.withdraw"
            | "item.out"
            | "statement.make"
            | "vote.open"
            | "vote.cast"
            | "vote.cast-for"
            | "vote.room"
            | "vote.trial"
            | "vote.trial-open"
            | "vote.trial-answer"
            | "election.open"
            | "election.cast"
            | "election.close"
            | "election.void"
            | "election.ask-secret" => &[Sittings],
            // What is carried takes effect with it (M14); a written procedure may be decided by its last answer (M16).
            "vote.close" | "meeting.close" | "written.start" | "written.answer" => {
                &[Meetings, Sittings, Proposals, Rounds]
            }
            _ => return None,
        })
    }

    /// Whether it may have changed one of some parts.
    #[must_use]
    pub fn touches(&self, parts: &[Part]) -> bool {
        self.parts()
            .is_none_or(|touched| touched.iter().any(|part| parts.contains(part)))
    }

    /// Whether it may have changed a proposal or what is said of it: most steps of its way to a decision stay with the one that
    /// they name.
    #[must_use]
    pub fn concerns(&self, reference: Ref) -> bool {
        let alone = matches!(
            self.action.as_str(),
            "scorecard.submit"
                | "scorecard.submit-on-behalf"
                | "conflict.declare"
                | "council.recommend"
                | "proposal.submit"
                | "proposal.withdraw"
                | "proposal.qualify"
        );
        !alone || self.subject.parse() == Ok(reference)
    }

    /// Whether it may have changed which item is on the table of a meeting, what comes next in it, or who conducts an election.
    #[must_use]
    pub fn turns_the_page(&self) -> bool {
        let elects = ["election.open", "election.close", "election.void"].contains(&self.action.as_str());
        self.touches(&[Part::Meetings]) || self.action == "conflict.raise" || elects
    }

    /// M15: whether an election has come to nothing and is held anew.
    #[must_use]
    pub fn is_of_a_void_election(&self) -> bool {
        self.action == "election.void"
    }

    /// Whether it has changed nothing but what goes on in an open meeting.
    #[must_use]
    pub fn is_of_a_sitting(&self) -> bool {
        self.parts() == Some(&[Part::Sittings])
    }

    /// Whether it may have changed who may do what.
    #[must_use]
    pub fn is_of_members(&self) -> bool {
        self.action.starts_with("member.")
    }
}
