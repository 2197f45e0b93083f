//! Who may do what, and why not. One function, asked inside every write transaction and by every screen that
//! greys out a key. The table is the one in the fund's rules of procedure; `kommit policy` prints it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::refusal::{Refusal, refuse};

/// A role that a registered person holds. One person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Member,
    Chair,
    Deputy,
    Secretariat,
    Ks,
    Observer,
}

impl Role {
    pub const ALL: [Role; 6] = [
        Role::Member,
        Role::Chair,
        Role::Deputy,
        Role::Secretariat,
        Role::Ks,
        Role::Observer,
    ];

    /// The word used in commands and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Role::Member => "member",
            Role::Chair => "chair",
            Role::Deputy => "deputy",
            Role::Secretariat => "secretariat",
            Role::Ks => "ks",
            Role::Observer => "observer",
        }
    }

    /// # Errors
    /// `role-unknown` names what would be right.
    pub fn parse(word: &str) -> Result<Role, Refusal> {
        Role::ALL
            .into_iter()
            .find(|role| role.word() == word.trim())
            .ok_or_else(|| {
                refuse("role-unknown")
                    .with("value", word)
                    .with("known", words(&Role::ALL))
            })
    }

    /// Whether the role has a seat in the council: it scores and votes.
    #[must_use]
    pub fn sits_in_council(self) -> bool {
        matches!(self, Role::Member | Role::Chair | Role::Deputy)
    }
}

fn words(roles: &[Role]) -> String {
    roles
        .iter()
        .map(|role| role.word())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Who acts: a registered person with roles, or the owner of the database file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The handle that the log names. The owner of the file is `administrator`.
    pub handle: String,
    pub name: String,
    pub roles: BTreeSet<Role>,
    pub administrator: bool,
}

impl Actor {
    /// The handle that no member may take.
    pub const ADMINISTRATOR: &'static str = "administrator";

    /// Whoever owns the database file and comes in locally: no vote, no score.
    #[must_use]
    pub fn owner_of_the_file() -> Self {
        Actor {
            handle: Self::ADMINISTRATOR.to_owned(),
            name: String::new(),
            roles: BTreeSet::new(),
            administrator: true,
        }
    }

    #[must_use]
    pub fn sits_in_council(&self) -> bool {
        self.roles.iter().any(|role| role.sits_in_council())
    }

    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// What a person can do to the fund. Every use case stands for exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    Read,
    /// See scores, aggregates, order and line of a case (S4).
    ReadScores,
    Score,
    DeclareConflict,
    OpenRound,
    Reveal,
    Move,
    Recommend,
    RegisterProposal,
    ImportProposals,
    ImportParticipants,
    ImportScores,
    RegisterAnswer,
    RegisterPayment,
    ScoreOnBehalf,
    ReverseEntry,
    ClosePeriod,
    Qualify,
    Decide,
    Release,
    RegisterDisbursement,
    ApproveDisbursement,
    RecordGoLive,
    RegisterAdoption,
    ImportAdoptions,
    Settle,
    RegisterRepayment,
    Remind,
    PayRefund,
    ImportLedger,
    Stop,
    WriteOff,
    SaveForecast,
    ManageMembers,
    Check,
}

/// What the rules need to know of the thing that is acted on. Everything defaults to the harmless answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, not states of one thing"
)]
pub struct Subject {
    /// The actor is in conflict in this case, or in one that the step would touch (M5).
    pub conflicted: bool,
    /// The actor registered the disbursement that is to be approved (L6).
    pub registered_by_actor: bool,
    /// A scoring round has been opened, so the set-up of the fund is over.
    pub set_up_is_over: bool,
    /// The round of the case has been revealed (S4).
    pub revealed: bool,
    /// KS has decided the case, so that a conflicted member may see it (S4).
    pub decided: bool,
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
    /// One who registered a disbursement can't approve it (L6).
    FourEyes,
    /// The round isn't revealed (S4).
    Blind,
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Refusal {
        match reason {
            Reason::Role(action) => refuse("denied-role")
                .word("action", action.key())
                .word("who", who_key(action)),
            Reason::SetUpIsOver => refuse("denied-set-up-is-over"),
            Reason::Conflicted => refuse("denied-conflicted").rule("M5"),
            Reason::FourEyes => refuse("denied-four-eyes").rule("L6"),
            Reason::Blind => refuse("denied-blind").rule("S4"),
        }
    }
}

fn who_key(action: Action) -> &'static str {
    match action.roles() {
        [Role::Member, Role::Chair, Role::Deputy] => "who-council",
        [Role::Chair, Role::Deputy] => "who-chairs",
        [Role::Chair, Role::Deputy, Role::Secretariat] => "who-chairs-and-secretariat",
        [Role::Secretariat] => "who-secretariat",
        [Role::Ks] => "who-ks",
        [
            Role::Member,
            Role::Chair,
            Role::Deputy,
            Role::Secretariat,
            Role::Ks,
        ] => "who-all-but-observers",
        [] => "who-administrator",
        _ => "who-everyone",
    }
}

impl Action {
    pub const ALL: [Action; 35] = [
        Action::Read,
        Action::ReadScores,
        Action::Score,
        Action::DeclareConflict,
        Action::OpenRound,
        Action::Reveal,
        Action::Move,
        Action::Recommend,
        Action::RegisterProposal,
        Action::ImportProposals,
        Action::ImportParticipants,
        Action::ImportScores,
        Action::RegisterAnswer,
        Action::RegisterPayment,
        Action::ScoreOnBehalf,
        Action::ReverseEntry,
        Action::ClosePeriod,
        Action::Qualify,
        Action::Decide,
        Action::Release,
        Action::RegisterDisbursement,
        Action::ApproveDisbursement,
        Action::RecordGoLive,
        Action::RegisterAdoption,
        Action::ImportAdoptions,
        Action::Settle,
        Action::RegisterRepayment,
        Action::Remind,
        Action::PayRefund,
        Action::ImportLedger,
        Action::Stop,
        Action::WriteOff,
        Action::SaveForecast,
        Action::ManageMembers,
        Action::Check,
    ];

    /// The key of the action's name in the language files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Action::Read => "action-read",
            Action::ReadScores => "action-read-scores",
            Action::Score => "action-score",
            Action::DeclareConflict => "action-declare-conflict",
            Action::OpenRound => "action-open-round",
            Action::Reveal => "action-reveal",
            Action::Move => "action-move",
            Action::Recommend => "action-recommend",
            Action::RegisterProposal => "action-register-proposal",
            Action::ImportProposals => "action-import-proposals",
            Action::ImportParticipants => "action-import-participants",
            Action::ImportScores => "action-import-scores",
            Action::RegisterAnswer => "action-register-answer",
            Action::RegisterPayment => "action-register-payment",
            Action::ScoreOnBehalf => "action-score-on-behalf",
            Action::ReverseEntry => "action-reverse-entry",
            Action::ClosePeriod => "action-close-period",
            Action::Qualify => "action-qualify",
            Action::Decide => "action-decide",
            Action::Release => "action-release",
            Action::RegisterDisbursement => "action-register-disbursement",
            Action::ApproveDisbursement => "action-approve-disbursement",
            Action::RecordGoLive => "action-record-go-live",
            Action::RegisterAdoption => "action-register-adoption",
            Action::ImportAdoptions => "action-import-adoptions",
            Action::Settle => "action-settle",
            Action::RegisterRepayment => "action-register-repayment",
            Action::Remind => "action-remind",
            Action::PayRefund => "action-pay-refund",
            Action::ImportLedger => "action-import-ledger",
            Action::Stop => "action-stop",
            Action::WriteOff => "action-write-off",
            Action::SaveForecast => "action-save-forecast",
            Action::ManageMembers => "action-manage-members",
            Action::Check => "action-check",
        }
    }

    /// The roles that may do this, the administrator apart.
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        match self {
            Action::Read | Action::ReadScores => &Role::ALL,
            Action::Score | Action::DeclareConflict => &[Role::Member, Role::Chair, Role::Deputy],
            Action::OpenRound | Action::Reveal | Action::Move | Action::Recommend => {
                &[Role::Chair, Role::Deputy]
            }
            Action::RegisterProposal
            | Action::ImportProposals
            | Action::ImportParticipants
            | Action::ImportScores
            | Action::RegisterAnswer
            | Action::RegisterPayment
            | Action::ScoreOnBehalf
            | Action::ReverseEntry
            | Action::ClosePeriod
            | Action::RegisterDisbursement
            | Action::RecordGoLive
            | Action::RegisterAdoption
            | Action::ImportAdoptions
            | Action::Settle
            | Action::RegisterRepayment
            | Action::Remind
            | Action::PayRefund
            | Action::ImportLedger => &[Role::Secretariat],
            Action::Qualify => &[Role::Chair, Role::Deputy, Role::Secretariat],
            Action::Decide
            | Action::Release
            | Action::ApproveDisbursement
            | Action::Stop
            | Action::WriteOff => &[Role::Ks],
            // What everyone may try may be kept for the yearly comparison, but by one who only looks on.
            Action::SaveForecast => &[
                Role::Member,
                Role::Chair,
                Role::Deputy,
                Role::Secretariat,
                Role::Ks,
            ],
            Action::ManageMembers | Action::Check => &[],
        }
    }

    /// What the owner of the file may do.
    #[must_use]
    pub fn administrator(self) -> Administrator {
        match self {
            Action::Read
            | Action::ReadScores
            | Action::SaveForecast
            | Action::ManageMembers
            | Action::Check => Administrator::Always,
            Action::ImportProposals
            | Action::ImportParticipants
            | Action::ImportAdoptions
            | Action::ImportLedger => Administrator::DuringSetUp,
            _ => Administrator::Never,
        }
    }
}

/// When the owner of the file may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Administrator {
    Always,
    /// Until the first scoring round opens.
    DuringSetUp,
    Never,
}

/// Whether `actor` may do `action` to `subject`.
///
/// # Errors
/// The first reason against it: the role, then what is particular to the subject.
pub fn may(actor: &Actor, action: Action, subject: Subject) -> Result<(), Reason> {
    let by_role = action.roles().iter().any(|role| actor.has(*role));
    let as_owner = actor.administrator && action.administrator() != Administrator::Never;
    if !by_role && !as_owner {
        return Err(Reason::Role(action));
    }
    if !by_role && action.administrator() == Administrator::DuringSetUp && subject.set_up_is_over {
        return Err(Reason::SetUpIsOver);
    }
    match action {
        Action::ReadScores if !subject.revealed => Err(Reason::Blind),
        Action::ReadScores if subject.conflicted && !subject.decided => Err(Reason::Conflicted),
        Action::Score | Action::Move | Action::Recommend if subject.conflicted => Err(Reason::Conflicted),
        Action::ApproveDisbursement if subject.registered_by_actor => Err(Reason::FourEyes),
        _ => Ok(()),
    }
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
    fn every_action_is_listed_once() {
        let distinct: BTreeSet<Action> = Action::ALL.into_iter().collect();
        assert_eq!(distinct.len(), Action::ALL.len());
        let keys: BTreeSet<&str> = Action::ALL.iter().map(|a| a.key()).collect();
        assert_eq!(keys.len(), Action::ALL.len());
    }

    #[test]
    fn one_person_with_several_roles_may_do_what_any_of_them_may() {
        let both = person(&[Role::Secretariat, Role::Member]);
        assert_eq!(may(&both, Action::Score, Subject::default()), Ok(()));
        assert_eq!(may(&both, Action::RegisterPayment, Subject::default()), Ok(()));
        assert_eq!(
            may(&both, Action::Decide, Subject::default()),
            Err(Reason::Role(Action::Decide))
        );
    }

    #[test]
    fn l6_the_one_who_registered_a_disbursement_cannot_approve_it() {
        let both = person(&[Role::Secretariat, Role::Ks]);
        let own = Subject {
            registered_by_actor: true,
            ..Subject::default()
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
                may(&person(&[role]), Action::ReadScores, Subject::default()),
                Err(Reason::Blind)
            );
        }
        assert_eq!(
            may(
                &Actor::owner_of_the_file(),
                Action::ReadScores,
                Subject::default()
            ),
            Err(Reason::Blind)
        );
        let revealed = Subject {
            revealed: true,
            conflicted: true,
            ..Subject::default()
        };
        let member = person(&[Role::Member]);
        assert_eq!(
            may(&member, Action::ReadScores, revealed),
            Err(Reason::Conflicted)
        );
        assert_eq!(
            may(
                &member,
                Action::ReadScores,
                Subject {
                    decided: true,
                    ..revealed
                }
            ),
            Ok(())
        );
    }

    #[test]
    fn the_owner_of_the_file_imports_only_until_the_first_round_opens() {
        let owner = Actor::owner_of_the_file();
        let over = Subject {
            set_up_is_over: true,
            ..Subject::default()
        };
        assert_eq!(
            may(&owner, Action::ImportParticipants, Subject::default()),
            Ok(())
        );
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
