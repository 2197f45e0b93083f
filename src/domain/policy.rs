//! Who may do what, and why not. One function, asked inside every write transaction and by every screen that
//! greys out a key. The table is the one in the fund's rules of procedure; `kommit policy` prints it.

use serde::Serialize;

use super::named::named;
use super::refusal::{Refusal, refuse};
pub use super::role::{Actor, Role, RoleSet};

/// When the owner of the file may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Administrator {
    Always,
    /// Until the first scoring round opens.
    #[serde(rename = "set-up")]
    DuringSetUp,
    Never,
}

/// What must hold of the thing that is acted on, for every actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    None,
    /// M5: the actor is not in conflict.
    NotConflicted,
    /// L6: who approves is another than who registered.
    FourEyes,
    /// M3: the actor is the meeting chair, of the meeting or of the item.
    Chairs,
    /// M11, M12: the actor has a seat in the meeting.
    Seated,
    /// M5: the actor has a seat in the meeting, or is of the secretariat.
    SeatedOrSecretariat,
    /// M10, M12: the actor is the meeting chair, or of the secretariat.
    ChairsOrSecretariat,
    /// M3: the actor is the meeting chair or, where there is none, of the secretariat.
    Conducts,
    /// S4: the round is revealed, and one in conflict waits for KS's decision.
    Blind,
}

/// One row for each action, from which the type and its rules are made. Its words are `action-` and its name.
macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident | $roles:ident | $administrator:ident | $rule:ident)*) => {
        named! {
            /// What a person can do to the fund. Every use case stands for exactly one.
            #[derive(Hash, PartialOrd, Ord)]
            #[strum(serialize_all = "kebab-case", prefix = "action-")]
            pub enum Action { $($(#[$doc])* $action),* }
        }

        impl Action {
            /// Who may do this, the administrator apart.
            #[must_use]
            pub fn who(self) -> RoleSet {
                match self { $(Action::$action => RoleSet::$roles),* }
            }

            /// When the owner of the file may do this.
            #[must_use]
            pub fn administrator(self) -> Administrator {
                match self { $(Action::$action => Administrator::$administrator),* }
            }

            fn rule(self) -> Rule {
                match self { $(Action::$action => Rule::$rule),* }
            }
        }
    };
}

actions! {
    // action            | roles                | administrator | rule on the subject
    Read                 | Everyone             | Always        | None
    /// See scores, aggregates, order and line of a proposal (S4).
    ReadScores           | Everyone             | Always        | Blind
    /// See who has not handed in a scorecard (S4).
    RemindScorers        | ChairsAndSecretariat | Never         | None
    Score                | Council              | Never         | NotConflicted
    DeclareConflict      | Council              | Never         | None
    OpenRound            | Chairs               | Never         | None
    Reveal               | Chairs               | Never         | None
    Move                 | Chairs               | Never         | NotConflicted
    Recommend            | Chairs               | Never         | NotConflicted
    RegisterProposal     | Secretariat          | Never         | None
    ImportProposals      | Secretariat          | DuringSetUp   | None
    ImportParticipants   | Secretariat          | DuringSetUp   | None
    ImportScores         | Secretariat          | Never         | None
    RegisterAnswer       | Secretariat          | Never         | None
    RegisterPayment      | Secretariat          | Never         | None
    ScoreOnBehalf        | Secretariat          | Never         | None
    ReverseEntry         | Secretariat          | Never         | None
    ClosePeriod          | Secretariat          | Never         | None
    ReopenPeriod         | Ks                   | Never         | None
    Waive                | Ks                   | Never         | None
    KeepOverpayment      | Ks                   | Never         | None
    Qualify              | ChairsAndSecretariat | Never         | None
    Decide               | Ks                   | Never         | None
    Release              | Ks                   | Never         | None
    RegisterDisbursement | Secretariat          | Never         | None
    ApproveDisbursement  | Ks                   | Never         | FourEyes
    RecordGoLive         | Secretariat          | Never         | None
    RegisterAdoption     | Secretariat          | Never         | None
    ImportAdoptions      | Secretariat          | DuringSetUp   | None
    Settle               | Secretariat          | Never         | None
    RegisterRepayment    | Secretariat          | Never         | None
    Remind               | Secretariat          | Never         | None
    PayRefund            | Secretariat          | Never         | None
    ImportLedger         | Secretariat          | DuringSetUp   | None
    Stop                 | Ks                   | Never         | None
    WriteOff             | Ks                   | Never         | None
    /// Who may try a what-if may keep a forecast for the yearly comparison, except an observer.
    SaveForecast         | AllButObservers      | Always        | None
    PrepareMeeting       | Secretariat          | Never         | None
    CancelMeeting        | Chairs               | Never         | None
    /// Open and close it, go from item to item, open and close votes (M3).
    ChairMeeting         | CouncilAndSubstitutes | Never        | Chairs
    Attend               | Everyone             | Never         | None
    /// Presence and votes of others, a motion that was put by word of mouth (M10, M12).
    RegisterForTheRoom   | CouncilAndSecretariat | Never        | ChairsOrSecretariat
    RaiseConflict        | CouncilAndSecretariat | Never        | SeatedOrSecretariat
    PutMotion            | CouncilAndSubstitutes | Never        | Seated
    WithdrawMotion       | CouncilAndSecretariat | Never        | None
    Vote                 | CouncilAndSubstitutes | Never        | Seated
    TakeOutOfEnBloc      | CouncilAndSubstitutes | Never        | Seated
    MakeStatement        | CouncilAndSubstitutes | Never        | Seated
    AnswerInWriting      | CouncilAndSubstitutes | Never        | Seated
    /// M3: the secretariat only where there is no chair.
    ConductElection      | CouncilAndSecretariat | Never        | Conducts
    /// M15: whoever may vote in it.
    AskForSecrecy        | CouncilAndSubstitutes | Never        | Seated
    /// M15: that the process which conducted it has ended is told by whoever sees it.
    NoteLostElection     | Everyone             | Always        | None
    WriteMinutes         | Secretariat          | Never         | None
    SetSeats             | Administrator        | Always        | None
    SetParameters        | Administrator        | Always        | None
    ManageMembers        | Administrator        | Always        | None
    Check                | Administrator        | Always        | None
    /// What was altered before an upgrade counts against the file no more.
    Acknowledge          | Administrator        | Always        | None
    /// Take a copy of the fund, and put one back.
    BackUp               | Administrator        | Always        | None
}

/// What is acted on, and what the rules need to know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The fund as a whole, or what is not chosen yet: the role decides, and for the administrator whether the first
    /// scoring round has been opened.
    Fund { set_up_is_over: bool },
    /// A proposal, or several that one step touches.
    Proposal {
        /// The actor is in conflict in one of them (M5).
        conflicted: bool,
    },
    /// The scores of a proposal in a round (S4).
    Scores(Disclosure),
    /// A disbursement that waits for approval (L6).
    Disbursement { registered_by_actor: bool },
    /// A meeting, or its item on the table (section 9).
    Meeting {
        /// The actor is the meeting chair.
        chairs: bool,
        /// M3: there is no chair, and one is to be elected.
        leaderless: bool,
        /// Whether the actor has a seat in it.
        seat: Result<(), Unseated>,
    },
}

named! {
    /// Why somebody has no seat in a meeting (M11).
    #[strum(serialize_all = "kebab-case", prefix = "unseated-")]
    pub enum Unseated {
        /// Neither holder of a seat nor substitute for one.
        Nowhere,
        /// Not there.
        Away,
        InConflict,
        /// M5: it was raised and isn't decided.
        InQuestion,
        /// Another has the seat.
        Taken,
        /// M12: not there without a break since the vote opened.
        Since,
    }
}

/// How far the scores of a proposal are disclosed to the actor (S4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The round has not been revealed.
    Blind,
    /// The round has been revealed, but the actor is in conflict and KS has not decided the proposal.
    Conflicted,
    Open,
}

impl Subject {
    /// The fund, asked where the set-up makes no difference.
    pub const FUND: Subject = Subject::Fund {
        set_up_is_over: false,
    };
}

/// Why a person may not do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// None of the actor's roles may do this.
    Role(Action),
    /// The administrator may do this only until the first round opens.
    SetUpIsOver,
    /// The actor is in conflict (M5).
    Conflicted,
    /// The actor who registered a disbursement can't approve it (L6).
    FourEyes,
    /// The round isn't revealed (S4).
    Blind,
    /// The actor isn't the meeting chair (M3).
    NotTheChair,
    /// The actor has no seat in the meeting (M11).
    NotSeated(Unseated),
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Refusal {
        match reason {
            Reason::Role(action) => refuse("denied-role")
                .word("action", action.key())
                .word("who", action.who().key()),
            Reason::SetUpIsOver => refuse("denied-set-up-is-over"),
            Reason::Conflicted => refuse("denied-conflicted").rule("M5"),
            Reason::FourEyes => refuse("denied-four-eyes").rule("L6"),
            Reason::Blind => refuse("denied-blind").rule("S4"),
            Reason::NotTheChair => refuse("denied-not-the-chair").rule("M3"),
            Reason::NotSeated(why) => refuse("denied-not-seated").rule("M11").word("why", why.key()),
        }
    }
}

/// Whether `actor` may do `action` to `subject`.
///
/// # Errors
/// The first reason against it: the role, then what is particular to the subject.
pub fn may(actor: &Actor, action: Action, subject: Subject) -> Result<(), Reason> {
    // Whether a substitute has the seat is asked of the meeting, by the rule of the action.
    let who = action.who();
    let mut roles = who.roles().iter().chain(who.in_a_seat());
    if !roles.any(|role| actor.has(*role)) {
        match action.administrator() {
            Administrator::Always if actor.administrator => {}
            Administrator::DuringSetUp if actor.administrator => {
                if matches!(subject, Subject::Fund { set_up_is_over: true }) {
                    return Err(Reason::SetUpIsOver);
                }
            }
            _ => return Err(Reason::Role(action)),
        }
    }
    let against = match action.rule() {
        Rule::None => None,
        Rule::NotConflicted => {
            matches!(subject, Subject::Proposal { conflicted: true }).then_some(Reason::Conflicted)
        }
        Rule::FourEyes => {
            let own = matches!(
                subject,
                Subject::Disbursement {
                    registered_by_actor: true
                }
            );
            own.then_some(Reason::FourEyes)
        }
        Rule::Chairs => match subject {
            Subject::Meeting { chairs: false, .. } => Some(Reason::NotTheChair),
            _ => None,
        },
        Rule::Seated => match subject {
            Subject::Meeting { seat: Err(why), .. } => Some(Reason::NotSeated(why)),
            _ => None,
        },
        Rule::SeatedOrSecretariat => match subject {
            Subject::Meeting { seat: Err(why), .. } if !actor.has(Role::Secretariat) => {
                Some(Reason::NotSeated(why))
            }
            _ => None,
        },
        Rule::Conducts => match subject {
            Subject::Meeting {
                chairs: false,
                leaderless,
                ..
            } if !(leaderless && actor.has(Role::Secretariat)) => Some(Reason::NotTheChair),
            _ => None,
        },
        Rule::ChairsOrSecretariat => match subject {
            Subject::Meeting { chairs: false, .. } if !actor.has(Role::Secretariat) => {
                Some(Reason::NotTheChair)
            }
            _ => None,
        },
        Rule::Blind => match subject {
            Subject::Scores(Disclosure::Conflicted) => Some(Reason::Conflicted),
            Subject::Scores(Disclosure::Open) => None,
            // Scores stay hidden also where no member is named.
            _ => Some(Reason::Blind),
        },
    };
    against.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(roles: &[Role]) -> Actor {
        Actor {
            handle: "p".into(),
            name: "P".into(),
            roles: roles.iter().copied().collect(),
            administrator: false,
        }
    }

    #[test]
    fn one_person_with_several_roles_may_do_what_any_of_them_may() {
        let both = person(&[Role::Secretariat, Role::Member]);
        assert_eq!(may(&both, Action::Score, Subject::FUND), Ok(()));
        assert_eq!(may(&both, Action::RegisterPayment, Subject::FUND), Ok(()));
        assert_eq!(
            may(&both, Action::Decide, Subject::FUND),
            Err(Reason::Role(Action::Decide))
        );
    }

    #[test]
    fn l6_the_one_who_registered_a_disbursement_cannot_approve_it() {
        let both = person(&[Role::Secretariat, Role::Ks]);
        let own = Subject::Disbursement {
            registered_by_actor: true,
        };
        assert_eq!(
            may(&both, Action::ApproveDisbursement, own),
            Err(Reason::FourEyes)
        );
    }

    #[test]
    fn s4_nobody_reads_scores_before_the_reveal_and_the_conflicted_only_after_the_decision() {
        for role in Role::ALL {
            assert_eq!(
                may(&person(&[role]), Action::ReadScores, Subject::FUND),
                Err(Reason::Blind)
            );
        }
        assert_eq!(
            may(&Actor::owner_of_the_file(), Action::ReadScores, Subject::FUND),
            Err(Reason::Blind)
        );
        let reads = |scores| {
            may(
                &person(&[Role::Member]),
                Action::ReadScores,
                Subject::Scores(scores),
            )
        };
        assert_eq!(reads(Disclosure::Blind), Err(Reason::Blind));
        assert_eq!(reads(Disclosure::Conflicted), Err(Reason::Conflicted));
        assert_eq!(reads(Disclosure::Open), Ok(()));
    }

    #[test]
    fn the_owner_of_the_file_imports_only_until_the_first_round_opens() {
        let owner = Actor::owner_of_the_file();
        let over = Subject::Fund { set_up_is_over: true };
        assert_eq!(may(&owner, Action::ImportParticipants, Subject::FUND), Ok(()));
        assert_eq!(
            may(&owner, Action::ImportParticipants, over),
            Err(Reason::SetUpIsOver)
        );
        assert_eq!(
            may(&person(&[Role::Secretariat]), Action::ImportParticipants, over),
            Ok(())
        );
    }
}
